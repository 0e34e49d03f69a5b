"""Renders the main content of a page (the article) as HTML, and counts the words in each passage (such as a paragraph).

Labels, captions and table cells count towards the word limits. Parts that every page has (such as tabs and dates), text inserted
from the safety data files, and collapsible rows do not count.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from markdown import Markdown

from evidence.checks.source import Page
from evidence.loading import pages
from evidence.loading.dataset import load_dataset
from evidence.loading.pages import FRONT_MATTER
from evidence.markdown import EvidenceExtension
from evidence.markdown.html_tree import tree
from evidence.model.dataset import Dataset
from evidence.model.edition import Edition
from evidence.model.problems import EvidenceError

EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables", "pymdownx.superfences")

NOT_READ = {"tabs", "status", "tools", "sources", "onpage", "paper-numbers", "own-note", "handout__foot", "find", "cite",
            "headerlink", "sr", "figure__alone"}
"""CSS classes of the parts that the frame adds to a page. Readers skip them, as they skip the page numbers of a book."""

SILENT = {"script", "style", "svg", "template"}
"""Elements whose text does not count. For a drawing (svg), only the caption below it counts."""

SAFETY = {"warning-signs", "our-cautions", "safety-check"}
TOOLS = {"decide", "diary", "letter"}
COUNTRIES = {"abuse-numbers", "helplines", "registers", "text-numbers"}
ROWS = {"situations"}
OUTSIDE = SAFETY | TOOLS | COUNTRIES | ROWS
"""Data blocks whose words do not count towards the limits."""

FOLDED = {"countries"}
"""CSS classes of hand-written blocks whose rows open when tapped. Each reader needs only one row."""

BLOCKS = {"p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "caption", "figcaption", "summary", "blockquote",
          "div", "section", "figure", "aside", "nav", "main", "ul", "ol", "dl", "table", "thead", "tbody", "tr", "details", "pre"}
"""Elements that begin and end a passage. All other elements are part of the text around them."""

WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True)
class Passage:
    """The text of one HTML block element, such as a paragraph, a heading or a table cell."""

    tag: str
    """The tag of the element that contains the passage, for example li."""
    around: tuple[str, ...]
    """The tags and classes of the blocks around the passage, outermost first."""
    text: str
    """The whole text of the passage."""
    own: str
    """The text without the signs and lines that are drawn from the safety data."""
    block: str
    """The name of the data block that drew the passage; empty if an author wrote the passage."""

    @property
    def words(self) -> int:
        """Return how many words of the passage count towards the word limits."""
        return len(WORD.findall(self.own))


def html(text: str, name: str, edition: Edition, translations: Iterable[Edition] = (), more: Iterable[str] = ()) -> str:
    """Return the article (the main content) of a page as HTML.

    Args:
        text: the page's source, including its front matter.
        name: the page's path relative to docs/, for example massage/safety.md.
        edition: the site in English, or in the page's own language if the page exists only in that language.
        translations: the site in other languages. Needed only if the page is a translation.
        more: further Python-Markdown extensions, besides those that are always used.

    Raises:
        EvidenceError: the page refers to a data row or a source that does not exist or must not be shown.
    """
    ours = EvidenceExtension(edition, page_of=lambda _md: name, translations=translations)
    md = Markdown(extensions=[*EXTENSIONS, *more, ours])
    return md.convert(FRONT_MATTER.sub("", text))


def passages(article: str) -> list[Passage]:
    """Return the passages of an article in order, without the parts that do not count towards the word limits."""
    return [passage for passage in _Cutter().cut(tree(article)) if passage.words or passage.text.strip()]


class _Cutter:
    def __init__(self) -> None:
        self.done: list[Passage] = []
        self.text: list[str] = []
        self.own: list[str] = []

    def cut(self, root: etree.Element) -> list[Passage]:
        self._walk(root, (), "main", "", drawn=False)
        return self.done

    def _walk(self, element: etree.Element, around: tuple[str, ...], tag: str, block: str, *, drawn: bool) -> None:
        classes = set((element.get("class") or "").split())
        block = element.get("data-block") or block
        if element.tag in SILENT or classes & (NOT_READ | FOLDED) or block in OUTSIDE:
            return
        drawn = drawn or "data-sign" in element.attrib
        inside = (*around, element.tag, *sorted(classes))
        if element.tag in BLOCKS:
            self._end(around, tag, block)
            around, tag = inside, element.tag
        elif element.tag == "br":
            self._add(" ", drawn=drawn)
        self._add(element.text or "", drawn=drawn)
        for child in element:
            self._walk(child, around, tag, block, drawn=drawn)
            self._add(child.tail or "", drawn=drawn)
        if element.tag in BLOCKS:
            self._end(around, tag, block)

    def _add(self, text: str, *, drawn: bool) -> None:
        self.text.append(text)
        if not drawn:
            self.own.append(text)

    def _end(self, around: tuple[str, ...], tag: str, block: str) -> None:
        text = " ".join("".join(self.text).split())
        if text:
            self.done.append(Passage(tag, around, text, " ".join("".join(self.own).split()), block))
        self.text, self.own = [], []


@dataclass(frozen=True, eq=False)
class _Article:
    lines: tuple[str, ...]
    dataset: Dataset
    html: str

    @cached_property
    def passages(self) -> list[Passage]:
        return passages(self.html)


_KEPT: dict[tuple[Edition, str], _Article] = {}
"""The latest article of each page, keyed by edition and path."""


def keep(name: str, article: str, edition: Edition) -> None:
    """Cache an article that the site builder has just rendered, so that `read` does not render the page again."""
    _KEPT[edition, name] = _Article(pages.read(edition.docs / name)[0].lines, load_dataset(edition), article)


def read(page: Page, edition: Edition, dataset: Dataset) -> list[Passage]:
    """Return the passages of a page. If the page cannot be rendered, return an empty list, because other rules report the error.

    A page is rendered again only if its source or the data has changed, because a live preview checks all pages after each edit.
    """
    kept = _KEPT.get(key := (edition, page.name))
    if kept is None or kept.lines != page.raw or kept.dataset is not dataset:
        try:
            made = html("\n".join(page.raw), page.name, edition)
        except (EvidenceError, etree.ParseError):
            made = ""
        kept = _KEPT[key] = _Article(page.raw, dataset, made)
    return kept.passages


def count(parts: list[Passage]) -> int:
    """Return how many words in a list of passages count towards the word limits."""
    return sum(part.words for part in parts)


def line_over(page: Page, parts: list[Passage], most: int) -> int:
    """Return the number of the line where a page's text exceeds `most` words. If that line cannot be found, return the number of
    an earlier line.
    """
    over = next((place for place, total in enumerate(accumulate(part.words for part in parts)) if total > most), len(parts) - 1)
    line = page.body_start + 1
    for part in parts[:over + 1]:
        line = _line_of(part, page, line)
    return line


def _line_of(part: Passage, page: Page, line: int) -> int:
    if part.block:
        return next((fence.line for fence in page.fences if fence.name == part.block and fence.line >= line), line)
    begin = _plain(part.own)[:4]
    for number, text in enumerate(page.raw[line - 1:], line):
        if begin and "\0".join(begin) in "\0".join(_plain(text)):
            return number
    return line


def _plain(text: str) -> list[str]:
    """Return the words of a Markdown text in lower case, without link targets or tags such as [@key] and [!new]."""
    return re.findall(r"\w+", re.sub(r"\]\([^)]*\)|\[[!@][^\]]*\]", " ", text).lower())


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences in a text. A sentence ends at a full stop, question mark or exclamation mark before a capital letter or
    a digit.
    """
    yield from (part for part in re.split(r"(?<=[.?!])[”’\"')]*\s+(?=[\"“‘(]?[A-Z0-9])", text) if part.strip())
