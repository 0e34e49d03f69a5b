"""Adds emergency telephone numbers to leaflets, because readers cannot tap a link on paper.

Other pages are printed with the numbers at the top. On a leaflet, the numbers are on the cards of warning signs. If a leaflet
says "call" but has no such card, this module adds the numbers at the end.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from evidence.markdown.context import context


class NumbersOnPaper(Treeprocessor):
    """Adds emergency telephone numbers to leaflets that say "call". Runs when all data is on the page, because the word "call"
    may come from data.
    """

    def run(self, root: etree.Element) -> None:
        this = context(self.md)
        for sheet in root:
            if sheet.get("class") == "handout" and this.words.pattern("call").search(" ".join(sheet.itertext())) and not any(
                    part.get("class") == "care__calls" for part in sheet.iter()):
                sheet.append(this.templates.element("paper-numbers", rows=this.nearest,
                                                    mine=this.dataset.lines.get("my-number")))
