"""Keeps some headings out of the table of contents, and hides the permanent links at all others from screen readers.

A care card has a real heading, but "Emergency: call now if" three times in the contents is noise, and links are forbidden
inside an emergency card. So elements marked `data-unlisted` are renamed while the contents are made. The links at all other
headings are for mouse users: a screen reader would read "pilcrow" after every heading, and the contents already link to the
same places.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

MARK = "data-unlisted"


class HideHeadings(Treeprocessor):
    """Renames the headings that the table of contents must leave out. Runs before it is made."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if MARK in element.attrib:
                element.tag = f"unlisted-{element.tag}"


class ShowHeadings(Treeprocessor):
    """Gives these headings their names back, and hides the links at the others. Runs after the table of contents is made."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if MARK in element.attrib:
                element.tag = element.tag.removeprefix("unlisted-")
                del element.attrib[MARK]
            elif element.get("class") == "headerlink":
                element.attrib.update({"aria-hidden": "true", "tabindex": "-1"})
