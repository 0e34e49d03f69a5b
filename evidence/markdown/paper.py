"""Paper cannot be tapped: every printed page that says "call" carries numbers by country, and a line to write one in.

On most pages the strip on top prints them. A leaflet has no strip, so its numbers are with its cards, or at its end where
it has none. Letters are sheets of their own and carry them in their template.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from evidence.markdown.context import context


class NumbersOnPaper(Treeprocessor):
    """Runs when the page's words are there, so that words from data count too."""

    def run(self, root: etree.Element) -> None:
        this = context(self.md)
        for sheet in root:
            if sheet.get("class") == "handout" and this.words.pattern("call").search(" ".join(sheet.itertext())) and not any(
                    part.get("class") == "care__calls" for part in sheet.iter()):
                sheet.append(this.templates.element("paper-numbers", rows=this.nearest,
                                                    mine=this.dataset.lines.get("my-number")))
