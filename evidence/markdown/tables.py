"""Adds row headers to Markdown tables, and prepares wide tables for phones, where each table row becomes a box.

The first cell of each row becomes the row's header. The remaining cells get the header of their column as an attribute, which
phones show before the cell. Narrow tables with only short numbers or empty cells stay normal tables on phones.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row"}
ALIGNED = {"text-align: right;": "is-right", "text-align: center;": "is-centred"}
"""The styles with which the table extension marks `--:` and `:-:`, and our classes for them."""

MAX_NARROW = 4
"""Maximum number of columns in a narrow table."""

SHORT = re.compile(r"[\d .,]{0,7}")
"""Matches a cell that contains a short number, or that is empty so that somebody can write in it."""

HEADING = re.compile("h[1-6]")


class RowHeads(Treeprocessor):
    """Adds headers, roles and classes to tables. Runs after inline patterns, when the text of the headers is in the tree."""

    def run(self, root: etree.Element) -> None:
        for table in root.iter("table"):
            if "class" not in table.attrib:
                self._dress(table)

    @staticmethod
    def _dress(table: etree.Element) -> None:
        heads = ["".join(head.itertext()).strip() for head in table.iterfind("thead/tr/th")]
        cells = ["".join(cell.itertext()).strip() for row in table.iterfind("tbody/tr") for cell in list(row)[1:]]
        narrow = bool(cells) and len(heads) <= MAX_NARROW and all(SHORT.fullmatch(cell) for cell in cells)
        table.attrib.update({"class": "sums" if narrow else "stack", "role": "table"})
        for element in table.iter():
            # The Content-Security-Policy forbids inline styles, so an aligned column gets a CSS class instead.
            if aligned := ALIGNED.get(element.attrib.pop("style", "")):
                element.set("class", aligned)
            if role := ROLES.get(element.tag):
                element.set("role", role)
        for head, words in zip(table.findall("thead/tr/th"), heads, strict=True):
            if words:
                head.attrib.update({"scope": "col", "role": "columnheader"})
            else:  # an empty cell in the top left corner is not a header
                head.tag = "td"
                head.set("role", "cell")
        for row in table.iterfind("tbody/tr"):
            for index, cell in enumerate(list(row)):
                if index == 0:
                    cell.tag = "th"
                    cell.attrib.update({"scope": "row", "role": "rowheader"})
                else:
                    cell.attrib.update({"role": "cell", "data-label": heads[index] if index < len(heads) else ""})


class NameTables(Treeprocessor):
    """Gives each table without a caption an accessible name: the heading above the table.

    Runs after the table of contents is made, when headings have ids.
    """

    def run(self, root: etree.Element) -> None:
        heading = ""
        for element in root.iter():
            if HEADING.fullmatch(element.tag):
                heading = element.get("id", heading)
            elif element.tag == "table" and heading and element.find("caption") is None:
                element.set("aria-labelledby", heading)
