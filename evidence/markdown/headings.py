"""Keeps some headings out of the table of contents, and hides the permanent link after each heading from screen readers.

Headings such as "Emergency: call now if" would clutter the table of contents, and emergency cards must not contain links. So
headings with the attribute `data-unlisted` get another tag name while the table of contents is made.

Screen readers would read out "pilcrow" for each permanent link, and the table of contents already links to each heading.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

MARK = "data-unlisted"


class HideHeadings(Treeprocessor):
    """Hides some headings from the table of contents by changing their tag names before the table is made."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if MARK in element.attrib:
                element.tag = f"unlisted-{element.tag}"


class ShowHeadings(Treeprocessor):
    """Gives the renamed headings their names back, and hides permanent links from screen readers. Runs after the table of
    contents is made.
    """

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if MARK in element.attrib:
                element.tag = element.tag.removeprefix("unlisted-")
                del element.attrib[MARK]
            elif element.get("class") == "headerlink":
                element.attrib.update({"aria-hidden": "true", "tabindex": "-1"})
