"""Citations: `[@key]` and `[@key1; @key2]` become numbers, with the list of sources at the foot.

Before: "It helped at ten weeks [@cherkin2011]."
After: "It helped at ten weeks" + a raised 1 that leads to the list; the list leads back.

The numbers are given when the page is whole, because blocks are read before prose: a mark stands
in the text until then. The list has the shape of Markdown's footnotes, so that Material shows a
reference on hover and on focus. Marks and list are kept out of the search index.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections import defaultdict
from collections.abc import Mapping
from re import Match

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from evidence.bibliography import Reference
from evidence.findings import EvidenceError, Finding
from evidence.markdown.context import page_path
from evidence.markdown.templates import render

CITATION = r"\[(@[\w:.-]+(?:\s*;\s*@[\w:.-]+)*)\]"
MARK = re.compile(r'\s*<sup class="cite" data-keys="([^"]*)"\s*(?:/>|></sup>)')


def keys_of(citation: str) -> list[str]:
    """`@a; @b` -> [a, b]."""
    return [part.strip().removeprefix("@") for part in citation.split(";")]


class CitationPattern(InlineProcessor):
    """Leaves a mark. Runs after escapes, so that a backslash before the bracket keeps it literal."""

    def handleMatch(self, m: Match[str], data: str) -> tuple[etree.Element, int, int]:  # noqa: N802
        return etree.Element("sup", {"class": "cite", "data-keys": " ".join(keys_of(m[1]))}), m.start(0), m.end(0)


class PageIsWhole(Treeprocessor):
    """Notes that all tree processors have run.

    The table of contents runs the postprocessors on each heading by itself; a heading must get
    neither numbers nor a list of sources there.
    """

    done = False

    def run(self, root: etree.Element) -> None:
        self.done = True


class NumberCitations(Postprocessor):
    """Numbers the marks in reading order and adds the list of sources.

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
        places: dict[str, list[str]] = defaultdict(list)
        unknown: list[str] = []

        def number(match: Match[str]) -> str:
            marks = []
            for key in match[1].split():
                if key not in self.references:
                    unknown.append(key)
                    continue
                count = order.setdefault(key, len(order) + 1)
                anchor = f"fnref{len(places[key]) + 1 if places[key] else ''}:{key}"
                places[key].append(anchor)
                marks.append({"number": count, "anchor": anchor, "key": key})
            return render("citation", marks=marks, references=self.references) if marks else ""

        text = MARK.sub(number, text)
        if unknown:
            path = page_path(self.md)
            raise EvidenceError(
                Finding(path_of(path), 1, f'"{key}" is not in docs/data/references.bib.',
                        "Check the spelling of the key, or add the source.") for key in unknown)
        if not order:
            return text
        sources = [{"reference": self.references[key], "number": n, "places": places[key]} for key, n in order.items()]
        return f"{text}\n{render('sources', sources=sources)}"


def path_of(name: str):
    """The file of a page name."""
    from evidence import DOCS  # noqa: PLC0415

    return DOCS / name
