"""Turns citations such as `[@key]` or `[@key1; @key2]` into numbers that link to a list of sources at the end of the page.

On studies pages, each citation stays in its place. On all other pages, citations move to the end of their paragraph.

Numbers are assigned after the whole page has been processed, because blocks are processed before running text. Until then, each
citation is an empty <sup> element. The search index leaves out the citations and the list of sources.

The list is collapsed until readers open it. On studies pages, the list also gives the result of each source. The list has the
same markup as Markdown footnotes, so the theme shows a source when readers hover over the number or move the keyboard focus to
it.
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
    """Return the keys in a citation, for example ["a", "b"] for `@a; @b`."""
    return [part.strip().removeprefix("@") for part in citation.split(";")]


class CitationPattern(InlineProcessor):
    """Replaces each citation with an empty <sup> element. Runs after backslash escapes are processed, so that a citation after a
    backslash stays plain text.
    """

    # mypy complains, because InlineProcessor and its base class declare different signatures
    def handleMatch(self, m: Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        return etree.Element("sup", {"class": "cite", "data-keys": " ".join(keys_of(m[1]))}), m.start(0), m.end(0)


class GatherCitations(Treeprocessor):
    """Moves citations to the end of their paragraph, list item, definition or caption, except on studies pages.

    Runs after inline patterns, and before links to the glossary are added.
    """

    def run(self, root: etree.Element) -> None:
        if layer(self.md) is not Layer.STUDIES:
            for block in root.iter():
                if block.tag in PARAGRAPHS:
                    self.gather(block)

    @staticmethod
    def gather(block: etree.Element) -> None:
        """Join all citations in a block's own text into one <sup> element at the end. Nested blocks stay unchanged."""
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

    Before the page is complete, the table of contents runs all postprocessors on each heading. `NumberCitations` must add
    nothing to these headings.
    """

    done = False

    def run(self, root: etree.Element) -> None:
        self.done = True


class NumberCitations(Postprocessor):
    """Numbers the sources in the order in which the text cites them, and adds the list of sources.

    Raises:
        EvidenceError: a cited key is not in references.bib.
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
