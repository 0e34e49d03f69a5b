"""Adds emergency telephone numbers to printed leaflets. Readers cannot tap a link on paper, so a printed page that says "call"
must show the numbers.

The numbers are listed by country, with an empty line on which readers can write another number. On other pages, the strip of
emergency numbers is printed at the top. A leaflet has no strip, so its numbers are on its cards of warning signs or, if it has no
such cards, at its end. A letter is a separate sheet, and its template contains the numbers.
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
