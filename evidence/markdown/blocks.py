"""Defines the blocks that contain Markdown, such as cards with warning signs, lists of facts and links to the next page.

Authors write a block in the syntax of `pymdownx.blocks`: `/// emergency | heading` … `///`. A block that contains other blocks
has four slashes. GitHub shows this syntax as text, so we keep it short.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from evidence.markdown.context import context, page_meta
from evidence.model.pages import Kind

GLASS = '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/></svg>'


class _Box(Block):
    NAMED = False
    """Whether the box gets an accessible name (aria-label), because it has no heading."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        label = {"aria-label": context(self.md).words["blocks"][self.NAME]} if self.NAMED else {}
        return etree.SubElement(parent, "section", {"class": f"box box--{self.NAME}"} | label)


class _Card(_Box):
    """A box that says when to get help. The heading begins with the level of urgency."""

    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        box = etree.SubElement(parent, "section", {"class": f"care care--{self.NAME}", "data-plain": ""})
        heading = etree.SubElement(box, "h3", {"class": "care__heading", "data-unlisted": ""})
        level = etree.SubElement(heading, "span", {"class": "care__level"})
        level.text = f"{context(self.md).words['levels'][self.NAME]}:"
        level.tail = f" {self.argument}"
        return box


class Emergency(_Card):
    """`/// emergency | heading`: a list of warning signs. Readers with one of these signs should get help now."""

    NAME = "emergency"


class Today(_Card):
    """`/// today | heading`: a list of warning signs. Readers with one of these signs should get help today."""

    NAME = "today"


class Before(_Card):
    """`/// before | heading`: a list of warning signs. Readers with one of these signs should see a health professional before
    having a massage.
    """

    NAME = "before"


class Note(_Box):
    """`/// note | heading`: a box with information that readers need before they act."""

    NAME = "note"
    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        box = super().on_create(parent)
        heading = etree.SubElement(box, "p", {"class": "box__heading"})
        heading.text = self.argument
        return box


class _Turned(Block):
    """A block that becomes a list if it contains a single list and nothing else."""

    LIST = "ul"
    CLASS = ""

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "div", {"class": self.CLASS or self.NAME})

    def on_end(self, block: etree.Element) -> None:
        if len(block) == 1 and block[0].tag == self.LIST:
            items = block[0]
            block.remove(items)
            block.tag = self.LIST
            block.extend(self.rows(list(items)))

    def rows(self, items: list[etree.Element]) -> list[etree.Element]:
        return items


class Doors(_Turned):
    """`/// doors`: a list of links, each followed by a short answer."""

    NAME = "doors"


class Sheets(_Turned):
    """`/// sheets`: a list of leaflets and forms to print, each with a picture, a link and a line about its purpose."""

    NAME = "sheets"


class Steps(_Turned):
    """`/// steps`: a numbered list with large numbers."""

    NAME = "steps"
    LIST = "ol"


class Facts(_Turned):
    """`/// facts`: a definition list that answers the same questions on every page about a treatment.

    On wide screens, the list is beside the text. The heading of the list is the same on every page, so the table of contents and
    the search index leave out this heading. On the home page, the list has no heading.
    """

    NAME = "facts"
    CLASS = "facts rail"
    LIST = "dl"

    def on_end(self, block: etree.Element) -> None:
        super().on_end(block)
        meta = page_meta(self.md)
        if block.tag != self.LIST or (meta is not None and meta.kind is Kind.HOME):
            return
        rows = etree.Element(self.LIST)
        rows.extend(block)
        for row in rows:
            block.remove(row)
        block.tag = "section"
        etree.SubElement(block, "h2", {"data-unlisted": "", "data-search-exclude": ""}).text = (
            context(self.md).words["blocks"][self.NAME])
        block.append(rows)

    def rows(self, items: list[etree.Element]) -> list[etree.Element]:
        rows: list[etree.Element] = []
        for item in items:
            if item.tag == "dt" or not rows:
                rows.append(etree.Element("div"))
            rows[-1].append(item)
        return rows


class Countries(_Turned):
    """`/// countries`: a definition list with one entry for each country. An entry opens when tapped. On paper, all entries are
    open.
    """

    NAME = "countries"
    CLASS = "situations countries"
    LIST = "dl"

    def on_end(self, block: etree.Element) -> None:
        """Turn the list into a <div>, because HTML does not allow <details> directly in a <dl>."""
        super().on_end(block)
        if block.tag == self.LIST:
            block.tag = "div"

    def rows(self, items: list[etree.Element]) -> list[etree.Element]:
        rows: list[etree.Element] = []
        for item in items:
            if item.tag == "dt":
                rows.append(etree.Element("details", {"class": "situation"}))
                item.tag = "summary"
                rows[-1].append(item)
            elif rows:
                item.tag = "div"
                item.set("class", "country")
                rows[-1].append(item)
        return rows


class _Plain(Block):
    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "div", {"class": self.NAME})


class Say(_Plain):
    """`/// say`: sentences for a reader to say aloud, in a list or a paragraph."""

    NAME = "say"


class Quiet(_Plain):
    """`/// quiet`: a note in smaller type."""

    NAME = "quiet"


class Two(_Plain):
    """`//// two`: two elements that are side by side on wide screens."""

    NAME = "two"


class Hero(_Plain):
    """`//// hero`: the top of the home page. This class adds a search field before the link to the next page."""

    NAME = "hero"

    def on_end(self, block: etree.Element) -> None:
        said = context(self.md).words["search"]
        door = next((place for place, child in enumerate(block) if "box--next" in child.get("class", "")), len(block))
        field = etree.Element("label", {"class": "find needs-script", "for": "__search"})
        field.append(etree.fromstring(GLASS))  # noqa: S314 (our own constant)
        etree.SubElement(field, "span").text = said["ask"]
        block.insert(door, field)
        lead = block.find("p")
        if lead is not None:
            lead.set("class", "lead")


class Next(_Box):
    """`/// next`: the last block on a page, with a link to the page to read next."""

    NAME = "next"
    NAMED = True


class Ask(_Box):
    """`/// ask`: a list of questions to ask, or of blanks to fill in. On paper, each item has a line to write on."""

    NAME = "ask"


BLOCKS: tuple[type[Block], ...] = (Emergency, Today, Before, Note, Doors, Sheets, Ask, Next, Facts, Steps, Countries,
                                   Say, Quiet, Hero, Two)


class EvidenceBlocks(BlocksExtension):
    """The Markdown extension that registers all the blocks in this module."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        for block in BLOCKS:
            block_mgr.register(block, self.getConfigs())
