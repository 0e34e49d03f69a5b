"""Blocks that hold words: summary box, care cards, note, doors, next step.

Written with `pymdownx.blocks`: `/// emergency | heading` … `///`. On GitHub the marks show as
text, so they are short.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

LEVELS = {"emergency": "Emergency", "urgent": "Urgent", "routine": "Routine"}
SUMMARY = ("Does it help?", "Is it safe?", "What next?")


class _Box(Block):
    """A section with a class of its own name."""

    LABEL = ""
    """The name that a screen reader hears, where the box has no heading."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        label = {"aria-label": self.LABEL} if self.LABEL else {}
        return etree.SubElement(parent, "section", {"class": f"box box--{self.NAME}"} | label)


class Summary(_Box):
    """`/// summary`: a definition list with three questions."""

    NAME = "summary"
    LABEL = "In short"


class _Card(_Box):
    """A care card: the level stands in words in the heading."""

    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        box = etree.SubElement(parent, "section", {"class": f"care care--{self.NAME}", "data-plain": ""})
        heading = etree.SubElement(box, "h3", {"class": "care__heading", "data-unlisted": ""})
        level = etree.SubElement(heading, "span", {"class": "care__level"})
        level.text = f"{LEVELS[self.NAME]}:"
        level.tail = f" {self.argument}"
        return box


class Emergency(_Card):
    """Call for help now."""

    NAME = "emergency"


class Urgent(_Card):
    """Get help today."""

    NAME = "urgent"


class Routine(_Card):
    """Book an appointment."""

    NAME = "routine"


class Note(_Box):
    """`/// note | heading`: something to know before acting; not about getting care."""

    NAME = "note"
    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        box = super().on_create(parent)
        heading = etree.SubElement(box, "p", {"class": "box__heading"})
        heading.text = self.argument
        return box


class Doors(_Box):
    """`/// doors`: a list of links drawn as cards, on the home page."""

    NAME = "doors"


class Next(_Box):
    """`/// next`: the one next step, last on the page."""

    NAME = "next"
    LABEL = "Next step"


class Ask(_Box):
    """`/// ask`: questions to ask or things to fill in; on paper each has a line to write on."""

    NAME = "ask"


BLOCKS: tuple[type[Block], ...] = (Summary, Emergency, Urgent, Routine, Note, Doors, Ask, Next)


class EvidenceBlocks(BlocksExtension):
    """Registers the blocks."""

    def extendMarkdownBlocks(self, md, block_mgr: BlocksProcessor) -> None:  # noqa: ANN001, N802
        for block in BLOCKS:
            block_mgr.register(block, self.getConfigs())
