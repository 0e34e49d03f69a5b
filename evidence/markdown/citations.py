"""Turns citations such as `[@key]` or `[@key1; @key2]` into numbers that link to a list of sources at the end of the page.

Markdown: "It helped at ten weeks [@cherkin2011]." Built page: "It helped at ten weeks.", followed by a raised 1 that links to the
list. The list links back to the text.

The citations in a paragraph are moved to the end of the paragraph, except on studies pages, where each citation stays in its
place. Numbers are assigned after the whole page has been processed, because blocks are processed before running text. Until then,
a citation is an empty <sup> element, called a mark in this module. The search index leaves out the marks and the list.

The list of sources is collapsed until readers open it, and has one line per source. On studies pages, the list also gives the
result of each source. The entries have the same markup as Markdown footnotes, so the theme shows a source when readers hover over
its number or move the keyboard focus to it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from re import Match

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from evidence.markdown.context import context, layer, page_path
from evidence.model.pages import Layer
from evidence.model.problems import EvidenceError, Problem
from evidence.model.references import Reference

CITATION = r"\[(@[\w:.-]+(?:\s*;\s*@[\w:.-]+)*)\]"
MARK = re.compile(r'\s*<sup class="cite" data-keys="([^"]*)"\s*(?:/>|></sup>)')

PARAGRAPHS = {"p", "li", "dd", "figcaption"}
RUNNING = {"a", "b", "strong", "em", "i", "span", "q"}
BLOCKS = {"p", "ul", "ol", "dl", "table", "div", "section", "details", "figure", "blockquote"}
"""Elements that end the running text of the element that contains them, for example of a list item."""


def keys_of(citation: str) -> list[str]:
    """Return the keys in a citation: `@a; @b` -> [a, b]."""
    return [part.strip().removeprefix("@") for part in citation.split(";")]


class CitationPattern(InlineProcessor):
    """Inserts an empty <sup> element, called a mark, for each citation. Runs after backslash escapes are processed, so that a
    citation after a backslash stays plain text.
    """

    # mypy complains, because this method has different signatures in InlineProcessor and its base class
    def handleMatch(self, m: Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        return etree.Element("sup", {"class": "cite", "data-keys": " ".join(keys_of(m[1]))}), m.start(0), m.end(0)


class GatherCitations(Treeprocessor):
    """Moves citations to the end of their paragraph, list item, definition or caption, except on studies pages.

    Runs after inline patterns, when the citation marks are in the tree, and before links to the glossary are added.
    """

    def run(self, root: etree.Element) -> None:
        if layer(self.md) is not Layer.STUDIES:
            for block in root.iter():
                if block.tag in PARAGRAPHS:
                    self.gather(block)

    @staticmethod
    def gather(block: etree.Element) -> None:
        """Join all citation marks in a block's own text into one mark at the end of that text. Nested blocks stay unchanged."""
        keys: dict[str, None] = {}
        for parent in [element for element in block.iter() if element is block or element.tag in RUNNING]:
            for child in list(parent):
                if child.tag == "sup" and child.get("class") == "cite":
                    keys |= dict.fromkeys(child.get("data-keys", "").split())
                    place = list(parent).index(child)
                    text = child.tail or ""
                    if place:
                        parent[place - 1].tail = (parent[place - 1].tail or "").rstrip() + text
                    else:
                        parent.text = (parent.text or "").rstrip() + text
                    parent.remove(child)
        if not keys:
            return
        mark = etree.Element("sup", {"class": "cite", "data-keys": " ".join(keys)})
        inner = next((place for place, child in enumerate(block) if child.tag in BLOCKS), len(block))
        last = block[inner - 1] if inner else None
        text = (last.tail if last is not None else block.text) or ""
        if last is not None:
            last.tail = text.rstrip()
        else:
            block.text = text.rstrip()
        mark.tail = text[len(text.rstrip()):]
        block.insert(inner, mark)


class PageIsWhole(Treeprocessor):
    """Records that all tree processors have run, so that `NumberCitations` can tell when the page is complete.

    The table of contents runs the postprocessors on each heading separately, before the page is complete. At that point,
    `NumberCitations` must add neither numbers nor a list of sources.
    """

    done = False

    def run(self, root: etree.Element) -> None:
        self.done = True


class NumberCitations(Postprocessor):
    """Numbers the sources in the order in which the text cites them, and adds the list of sources.

    Raises:
        EvidenceError: a key is not in the bibliography.
    """

    def __init__(self, md: Markdown, references: Mapping[str, Reference], whole: PageIsWhole):
        super().__init__(md)
        self.references = references
        self.whole = whole

    def run(self, text: str) -> str:
        if not self.whole.done:
            return MARK.sub("", text)
        order: dict[str, int] = {}
        placed: set[str] = set()
        unknown: list[str] = []

        def number(match: Match[str]) -> str:
            marks = []
            for key in match[1].split():
                if key not in self.references:
                    unknown.append(key)
                    continue
                count = order.setdefault(key, len(order) + 1)
                marks.append({"number": count, "anchor": "" if key in placed else f"fnref:{key}", "key": key})
                placed.add(key)
            return context(self.md).templates.render("citation", marks=marks, references=self.references) if marks else ""

        text = MARK.sub(number, text)
        if unknown:
            path = context(self.md).edition.docs / page_path(self.md)
            raise EvidenceError(
                Problem(path, 1, f'"{key}" is not in docs/data/references.bib.',
                        "Check the spelling of the key, or add the source.") for key in unknown)
        if not order:
            return text
        sources = [{"reference": self.references[key], "number": n, "place": f"fnref:{key}"} for key, n in order.items()]
        listed = context(self.md).templates.render("sources", sources=sources, studies=layer(self.md) is Layer.STUDIES)
        return f"{text}\n{listed}"
