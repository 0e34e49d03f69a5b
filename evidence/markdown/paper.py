"""Paper cannot be tapped: every printed page that says "call" carries numbers by country, and a line to write one in.

The block is on paper only, right under the page's heading; a leaflet has it at its end, a letter in its own template.
On the screen the numbers stand with the cards and on the page of warning signs.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from evidence.library import Library
from evidence.markdown.templates import element

CALL = re.compile(r"\b(call|calls|calling|ring|phone|dial)\b|\bemergency (number|department|line)|\bambulance\b", re.IGNORECASE)
"""Words after which a reader of the paper needs a number."""

NUMBERS = {"care__calls", "paper-numbers", "helplines"}
"""Classes of what holds numbers by country."""


class NumbersOnPaper(Treeprocessor):
    """Runs when the page's words are there, so that words from data count too."""

    def __init__(self, md: Markdown, library: Library):
        super().__init__(md)
        self.library = library

    def run(self, root: etree.Element) -> None:
        if not CALL.search("".join(root.itertext())) or not self.library.helplines:
            return
        if any(NUMBERS & set(part.get("class", "").split()) for part in root.iter()):
            return
        block = element("paper-numbers", rows=self.library.nearest, mine=self.library.lines.get("my-number"))
        leaflet = next((part for part in root if part.get("class") == "handout"), None)
        if leaflet is not None:
            leaflet.append(block)
            return
        head = next((place for place, part in enumerate(root) if part.get("class") == "status"), -1)
        root.insert(head + 1, block)
