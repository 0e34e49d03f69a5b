"""Paper cannot be tapped: every printed page that says "call" has numbers by country, and a line on which to write another.

On most pages the strip of emergency numbers at the top prints them. A leaflet has no strip, so its numbers are with its care
cards, or at its end if it has no cards. A letter is a separate sheet, whose template contains the numbers.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from evidence.markdown.context import context


class NumbersOnPaper(Treeprocessor):
    """Adds the numbers to leaflets. Runs when the page's text is complete, so that a "call" that comes from data counts too."""

    def run(self, root: etree.Element) -> None:
        this = context(self.md)
        for sheet in root:
            if sheet.get("class") == "handout" and this.words.pattern("call").search(" ".join(sheet.itertext())) and not any(
                    part.get("class") == "care__calls" for part in sheet.iter()):
                sheet.append(this.templates.element("paper-numbers", rows=this.nearest,
                                                    mine=this.dataset.lines.get("my-number")))
