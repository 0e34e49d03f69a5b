"""Rules about marks that are left over: what GitHub's preview shows as a list, a table or a box, and our page as bare signs.

Whole pages are built for this, since only the result tells. People write in GitHub's editor, whose Markdown knows more
than the builders' (tables right below a line, lists inside lists by two blanks, alerts, footnotes, task lists).
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown import Markdown

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.loading.rows import parse_yaml, strings
from evidence.markdown.blocks import EvidenceBlocks
from evidence.markdown.citations import CITATION, CitationPattern
from evidence.markdown.fences import FENCES
from evidence.markdown.html_tree import tree
from evidence.model.problems import Problem

BLANK = "Leave a line blank above it."
BOX = "Use one of our blocks, such as /// note; STYLE.md shows them."
LINK = "Write [words](page.md) in one piece."
WORDS = "Say it in words."

LINES = [
    (r"(?:[-*+•]|\d{1,3}[.)])\s", "a list that begins right below a line, or with another sign than - and 1.", BLANK),
    (r"\||:?-{3,}:?\s*\|", "a table that begins right below a line", BLANK),
    (r">", "a quotation that begins right below a line", BLANK),
    (r"#", "a heading, written otherwise", "Write ## and a blank."),
    (r"!!!|\?\?\?|===|:::|-{2,}8<|%%|~~~|```", "a box or a mark that other builders know", BOX),
    (r"\[[ xX]\]", "a list to tick", "Use the block /// ask."),
]
"""What begins a line that should have become something else: the pattern, what it is, what to write instead."""

ANYWHERE = [
    (r"\[!(?![a-z][\w-]*\])", "a box as GitHub writes it", BOX),
    (r"\[\^", "a footnote", "Cite a source as [@key]; put other words into the text."),
    (r"\[\[|\]\]|\]\[|\]\s?\((?=\S{0,200}?(?:\.md|\.html|/|#)\S{0,200}?\))|\]\(", "a link, written otherwise", LINK),
    (r"~~|==\S|\S==", "struck-out or marked text", WORDS),
    (r"(?<!\w):[a-z][a-z0-9_+-]*:(?!\w)", "a small picture", WORDS),
    (r"\$\S[^$\n]*(?<=\S)\$(?!\d)|[~^]|\+\+\w", "a formula or a key", WORDS),
    (r"\\", "a backslash", "Take it out; a new paragraph begins after a blank line."),
    (r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`", "emphasis or code that is never closed",
     "Close it, or take the sign out."),
    (r"\{|\}", "a curly bracket", "Take it out; {#name} stands at the end of a heading only."),
]
"""The same for signs within a line."""

BEGINS = [(re.compile(rf"\s*(?:{pattern})"), what, instead) for pattern, what, instead in LINES]
WITHIN = [(re.compile(pattern), what, instead) for pattern, what, instead in ANYWHERE]
WORTH = re.compile(r"[][*_~^=`$\\{}|\n]|^\s*[-+#>:•]|^\s*\d+[.)]\s|\w:|\+\+")
"""A text of a data file without any of these holds no mark."""

TO_FILL_IN = re.compile(r"_{4,}")
"""A line to write on."""

TEXT = {"p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "main", "div"}
PATTERNS = {"match"}
"""Fields of data that hold patterns; no reader sees them."""

SHOWN_AS_IS = {"code", "pre", "script", "style"}
ITEM = re.compile(r"([-*+]|(\d{1,3})\.)\s+\S")
PIPE = re.compile(r"(?<!\\)\|")
DELIMITER = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$")


@lru_cache(maxsize=1)
def builder() -> Markdown:
    """Markdown as the site has it, without the blocks of data."""
    md = Markdown(extensions=["attr_list", "def_list", "md_in_html", "tables", "pymdownx.superfences"])
    EvidenceBlocks().extendMarkdown(md)
    md.inlinePatterns.register(CitationPattern(CITATION, md), "citation", 175)
    return md


@lru_cache(maxsize=2_000)
def built(text: str) -> etree.Element:
    """What a text becomes. Do not change it: whoever asks again gets the same tree. Kept, since a live reload asks again."""
    return tree(builder().reset().convert(text))


def body(page: Page) -> str:
    """The page's text without its front matter and its blocks of data; lines keep their numbers."""
    shown = {line.number for line in page.lines}
    return "\n".join(text if number in shown else "" for number, text in enumerate(page.raw, 1))


def texts(root: etree.Element) -> Iterator[str]:
    """The words of each element that holds words, without code. An element inside another speaks for itself."""
    for element in root.iter():
        if element.tag in TEXT:
            yield "".join(_own(element))


def _own(element: etree.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in TEXT | SHOWN_AS_IS:
            yield from _own(child)
        yield child.tail or ""


def marks(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Left-over marks in words that readers see: (the line they stand on, the mark, what it is, what to write instead)."""
    for line in TO_FILL_IN.sub("", text).split("\n"):
        for pattern, what, instead in BEGINS:
            if match := pattern.match(line):
                yield line, match[0].strip(), what, instead
                break
        for pattern, what, instead in WITHIN:
            if match := pattern.search(line):
                yield line, line[max(0, match.start() - 10):match.end() + 20].strip(), what, instead


def place(page: Page, line: str, mark: str) -> int:
    """The line of the file on which words stand that were found on the built page."""
    for words in (line.strip()[:30], mark, mark[:8]):
        if found := next((row.number for row in page.lines if words and words in page.raw[row.number - 1]), 0):
            return found
    return max(page.body_start, 1)


@page_rule
def left_over_marks(page: Page, _site: Site) -> Iterable[Problem]:
    """No marks are left over on the built page: every list, table, link and box became one."""
    root = built(body(page))
    for text in texts(root):
        for line, mark, what, instead in marks(text):
            yield page.problem(place(page, line, mark), f'Readers would see "{mark}": {what}.', instead, "left-over marks")
    for element in root.iter("pre"):
        words = "".join(element.itertext()).strip().split("\n")[0]
        yield page.problem(place(page, words, words), f'Readers would see "{words[:40]}" as code, since the line is indented.',
                           "Begin the line at the margin.", "left-over marks")
    for link in root.iter("a"):
        if any(inner is not link and inner.tag in ("a", "sup", "img") for inner in link.iter()):
            words = "".join(link.itertext()).strip()
            yield page.problem(place(page, words, f"({link.get('href')}"),
                               f'The link "{words[:40]}" holds a link, a picture or a source.',
                               "Move it behind the link.", "left-over marks")
    for answers in root.iter("dl"):
        if next(inner for inner in answers.iter() if inner.tag in ("dt", "dd")).tag != "dt":  # rows may group them
            words = "".join(answers[0].itertext()).strip()
            yield page.problem(place(page, words, words), f'"{words[:40]}" is an answer without its term.',
                               "Write the term on the line above.", "left-over marks")
    for number, words in front_words(page):
        for _, mark, what, instead in marks(words):
            yield page.problem(number, f'Readers would see "{mark}": {what}.', instead, "left-over marks")


def front_words(page: Page) -> Iterator[tuple[int, str]]:
    """The words of the front matter that readers see; no marks work there."""
    if page.meta:
        yield page.meta.at("title"), page.meta.title
        yield page.meta.at("description"), page.meta.description


@page_rule
def lists(page: Page, _site: Site) -> Iterable[Problem]:
    """A list inside a list stands four blanks further in, and a numbered list begins at 1 and counts on."""
    counted: dict[int, int] = {}
    inside, after_blank, block = False, True, ""
    for line in page.lines:
        text = line.text.expandtabs(4)
        indent = len(text) - len(text.lstrip())
        if line.block != block or text.startswith("#"):
            counted, inside, block = {}, False, line.block
        if not text.strip():
            after_blank = True
            continue
        if match := ITEM.match(text.lstrip()):
            if indent % 4 and (inside or indent < 4):
                yield page.problem(line.number, f"The list stands {indent} blanks from the margin, so it is not inside another.",
                                   "Begin it at the margin, or four blanks further in than the list it belongs to.", "lists")
            counted = {level: number for level, number in counted.items() if level <= indent}
            if match[2]:
                number, last = int(match[2]), counted.get(indent, 0)
                if number not in (last + 1, last if last == 1 else -1):
                    anew = "" if last else ": the list begins anew here"
                    yield page.problem(line.number, f"Readers would see {last + 1}, not {number}{anew}.",
                                       "Count from 1; what stands between two numbers is indented by four blanks.", "lists")
                counted[indent] = number
            else:
                counted.pop(indent, None)
            inside = True
        elif after_blank and inside:
            if 0 < indent < 4:
                yield page.problem(line.number, f"The paragraph stands {indent} blanks from the margin, so the list has ended.",
                                   "Indent it by four blanks, or begin it at the margin.", "lists")
            if indent < 4:
                counted, inside = {}, False
        after_blank = False


@page_rule
def rows_fit(page: Page, _site: Site) -> Iterable[Problem]:
    """No row of a table has more cells than its head: readers would not see the last ones."""
    texts = {line.number: line.text for line in page.lines}
    for number, text in texts.items():
        if DELIMITER.match(text) and texts.get(number - 1, "").strip():
            most, row = len(cells(texts[number - 1])), number + 1
            while texts.get(row, "").strip():
                if len(cells(texts[row])) > most:
                    yield page.problem(row, f"The row has {len(cells(texts[row]))} cells, the head has {most}.",
                                       r"Take one out, or write \| for a line inside a cell.", "tables")
                row += 1


def cells(row: str) -> list[str]:
    """The cells of a row of a table."""
    found = PIPE.split(row.strip())
    return found[1 if not found[0] else 0: -1 if not found[-1] and len(found) > 1 else None]


@site_rule
def left_over_marks_in_data(site: Site) -> Iterable[Problem]:
    """Words in data files hold no marks that the page would show as bare signs."""
    for path, lines in site.texts.items():
        if path.suffix == ".yml" and path.parent == site.dataset.folder:
            data, _ = parse_yaml("\n".join(lines), path)
            for line, text in strings(data, skip=PATTERNS):
                if WORTH.search(text):
                    for shown in texts(built(text)):
                        for _, mark, what, instead in marks(shown):
                            yield Problem(path, line, f'Readers would see "{mark}": {what}.', instead, "left-over marks")


@page_rule
def left_over_marks_in_blocks(page: Page, _site: Site) -> Iterable[Problem]:
    """The same for words in a block of data on a page."""
    for fence in page.fences:
        data, _ = parse_yaml(fence.text, page.path, offset=fence.line) if fence.name in FENCES else (None, [])
        for line, text in strings(data, fence.line):
            if WORTH.search(text):
                for shown in texts(built(text)):
                    for _, mark, what, instead in marks(shown):
                        yield page.problem(line, f'Readers would see "{mark}": {what}.', instead, "left-over marks")
