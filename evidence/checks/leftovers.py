"""Rules about left-over markup: Markdown that readers would see as plain characters, such as * or |.

Authors write in GitHub's editor, whose preview supports Markdown that our pages do not support, for example footnotes and task
lists. The rules render each page, because left-over markup is visible only on the rendered page.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from markdown import Markdown

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.checks.structure import PIPE
from evidence.loading.rows import parsed, strings
from evidence.markdown.blocks import EvidenceBlocks
from evidence.markdown.citations import CITATION, CitationPattern
from evidence.markdown.context import Context
from evidence.markdown.fences import FENCES
from evidence.markdown.html_tree import tree
from evidence.model.edition import Edition
from evidence.model.problems import Problem

BLANK = "Leave a blank line above it."
BOX = "Use one of our blocks, such as /// note; STYLE.md has examples."
LINK = "Write the link in one piece: [text](page.md)."
WORDS = "Say it in words, without these characters."

LINES = [
    (r"\d{1,3}\)\s", "a list with ) after its numbers", 'Write "1." instead of "1)".'),
    (r"\(?(?:[a-z]|i{2,3}|iv)[.)]\s", "a list with letters", 'Number it with "1.", or write "- ".'),
    (r"[-*+]\u00a0", "a list with a no-break space after its dash", "Delete the space, and type a plain one."),
    (r":(?![\w+-]+:)[^\s:-]", "an answer with no space after its colon",
     'Write the answer as ":", three spaces and the text.'),
    (r"-(?=[^\W\d])", "a list with no space after its dash", 'Write "- ".'),
    (r"\d{1,2}\.(?=[^\W\d])", "a list with no space after its number", 'Write "1. ".'),
    (r"[•·▪●○–—−]\s", "a list with a marker other than a dash", 'Write "- " instead.'),
    (r"(?!1\.)\d{1,3}\.\s", "a number with a full stop at the start of a line",
     "If it is not a list item, join this line to the line above. If it is, leave a blank line above the list."),
    (r"(?:[-*+]|\d{1,3}[.)])\s", "a list with no blank line above it, or with markers other than - and numbers", BLANK),
    (r"\||:?-{3,}:?\s*\|", "a table with no blank line above it", BLANK),
    (r">", "a quotation with no blank line above it", BLANK),
    (r"#", "a heading in a form that is not supported", 'Start the heading with "##" and a space.'),
    (r"%%", "a comment for another program", "Delete it. Ask questions in the pull request."),
    (r"!!!|\?\?\?|===|:::|-{2,}8<|~~~|```", "a box or other markup for a different site builder", BOX),
    (r"///\s*\w.*\s///\s*$", "a block that has been joined into one line",
     'Write the line "/// name", the text and the line "///" on lines of their own.'),
    (r"\[TOC\]", "a mark for a table of contents", "Delete it. Long pages get a table of contents by themselves."),
    (r"\[[ xX]\]", "a task list, which is not supported", 'Use an "/// ask" block.'),
]
"""Patterns for left-over markup at the start of a line, each with what the markup is and what to write instead."""

ANYWHERE = [
    (r"\[!\s", "a space after [!", "Remove the space."),
    (r"\b\d{1,3}[ \u00a0\u202f]000\b", "a number with a space in it", "Write it with a comma, for example 1,000."),
    (r"\[!(?![a-z\s][\w-]*\])", "a GitHub alert, which is not supported", BOX),
    (r"\[\d+\]", "the number of a source", "Cite it as [@key]; the numbers are written for you."),
    (r"\[\^", "a footnote, which is not supported", "Cite a source as [@key]; put any other note into the text."),
    (r"\[(?:edit|citation needed)\]", "a mark that Wikipedia adds to its own text", "Delete it."),
    (r"\[\[|\]\]|(?<!\[\d)(?<!\[\d\d)\]\[|\]\s?\((?=\S{0,200}?(?:\.md|\.html|/|#)\S{0,200}?\))|\]\(",
     "a link in a form that is not supported", LINK),
    (r"~~|==\S|\S==", "struck-out or marked text, which is not supported", WORDS),
    (r"(?<!\w):[a-z][a-z0-9_+-]*:(?!\w)", "the code of an emoji, which is not supported", WORDS),
    (r"\$\S[^$\n]*(?<=\S)\$(?!\d)|(?<!~)~(?!~)|(?<!\[)\^|\+\+\w", "a formula or a keyboard key, which is not supported", WORDS),
    (r"\\", "a backslash", "Remove it; leave a blank line to start a new paragraph."),
    (r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`", "emphasis or code that is never closed",
     "Close it, remove the spaces beside the characters, or remove the characters."),
    (r"\{|\}", "a curly bracket", "Remove it. {#name} works only at the end of a heading that is all on one line."),
]
"""Patterns for left-over markup anywhere in a line, with the same two strings as in LINES."""

BEGINS = [(re.compile(rf"\s*(?:{pattern})"), what, instead) for pattern, what, instead in LINES]
WITHIN = [(re.compile(pattern), what, instead) for pattern, what, instead in ANYWHERE]
MAY_HOLD_A_MARK = re.compile(r"[][*_~^=`$\\{}|:\n]|^\s*(?:[^\w\s]|(?:\d+|[a-z]|i+v?)[.)])|\+\+|\d[ \u00a0\u202f]000\b")
"""Matches anything that can be markup. Text that does not match contains no markup."""

TO_FILL_IN = re.compile(r"_{4,}")
"""Matches a row of underscores, on which readers write by hand."""

ESCAPE = re.compile(r"\S*\\[\\`*_{}\[\]()>#+\-.!]\S*")
"""Matches text with backslashes that turn markup into plain characters. A word processor that exports Markdown writes them."""

ESCAPED_BLANK = re.compile(r"(?:\\_){4,}")
"""Matches a row of escaped underscores, on which readers write by hand."""

TEXT = {"p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "main", "div"}
PATTERNS = {"match"}
"""Data fields that contain patterns. Readers never see these."""

SHOWN_AS_IS = {"code", "pre", "script", "style"}
DATED = re.compile(r"(\d{1,2})\.\s+((?:Jan|Feb|M.r|Apr|Mai|May|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])\w*)")
"""Matches a line that begins with a date as it is written in German, for example "15. January"."""

ITEM = re.compile(r"([-*+]|(\d{1,9})\.)\s+\S")
DELIMITER = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$")


@lru_cache(maxsize=8)
def builder(edition: Edition) -> Markdown:
    """Return the site's Markdown converter, without support for data blocks."""
    md = Markdown(extensions=["attr_list", "def_list", "md_in_html", "tables", "pymdownx.superfences", Context(edition)])
    EvidenceBlocks().extendMarkdown(md)
    md.inlinePatterns.register(CitationPattern(CITATION, md), "citation", 175)
    return md


@lru_cache(maxsize=2_000)
def built(text: str, edition: Edition) -> etree.Element:
    """Render Markdown as the site does, and return a tree of HTML elements. The tree is cached, so callers must not change it."""
    return tree(builder(edition).reset().convert(text))


def body(page: Page) -> str:
    """Return a page's source. Blank lines replace front matter and code fences, so that line numbers stay the same."""
    shown = {line.number for line in page.lines}
    return "\n".join(text if number in shown else "" for number, text in enumerate(page.raw, 1))


def texts(root: etree.Element) -> Iterator[str]:
    """Yield the text of each block-level HTML element, such as a paragraph, without code and nested block-level elements."""
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
    """Yield the left-over markup in a piece of text from a rendered page, as (line of text, markup, kind of markup, what to
    write instead).

    If several lines start with the same kind of markup, yield only the first, because the lines belong to one list or table.
    """
    begun: set[str] = set()
    for line in TO_FILL_IN.sub("", text).split("\n") if MAY_HOLD_A_MARK.search(text) else ():
        for pattern, what, instead in BEGINS:
            if match := pattern.match(line):
                if what not in begun:
                    yield line, match[0].strip(), what, instead
                begun.add(what)
                break
        for pattern, what, instead in WITHIN:
            if match := pattern.search(line):
                yield line, line[max(0, match.start() - 10):match.end() + 20].strip(), what, instead


def bare(mark: str, what: str) -> str:
    """Return a message that quotes left-over markup and says what kind of markup it is."""
    return f'"{mark}" would be shown as literal characters, because it contains {what}.'


def place(page: Page, line: str, mark: str) -> int:
    """Return the number of the source line that contains a given piece of text from the rendered page."""
    for words in (line.strip()[:30], mark, mark[:8]):
        for written in (str, visible):
            if found := next((row.number for row in page.lines if words and words in written(page.raw[row.number - 1])), 0):
                return found
    return max(page.body_start, 1)


def visible(text: str) -> str:
    """Return the visible part of a line of Markdown: without link targets, citations and emphasis markup."""
    return re.sub(r"(?<=\])\([^)]*\)|\[@[^\]]*\]|[*_\[\]]", "", text)


@page_rule
def left_over_marks(page: Page, site: Site) -> Iterable[Problem]:
    """Lists, tables, links and boxes must be shown as the author meant them. Readers must not see left-over Markdown."""
    root = built(body(page), site.edition)
    unlike = [*separators(page)]
    rows = [line.number for line in page.lines if line.text.lstrip().startswith("|")]
    # another rule reports tables without a header
    headless = {row for row in rows if row - 1 not in rows and not any(map(DELIMITER.match, page.raw[row:row + 1]))}
    inert = dict(escapes(page))
    for number, words in inert.items():
        yield page.problem(number,
                           f'"{words[:40]}" contains a backslash, which turns the markup after it into plain characters.',
                           "Remove each backslash on this line. Word processors add backslashes when they export Markdown.",
                           "left-over marks")
    for number, have, need in unlike:
        yield page.problem(number,
                           f"These lines would not be shown as a table. Columns in the header: {need}; in the line below the "
                           f"header: {have}.",
                           f'Write "{"|---" * need}|" below the header.', "left-over marks")
    for row in page.lines:
        if re.search(r"\S\t+\S", page.raw[row.number - 1]):
            yield page.problem(row.number, "The line contains tabs, which readers would see as spaces.",
                               "For a table, write | between the cells; STYLE.md has an example.", "left-over marks")
    for text in texts(root):
        for line, mark, what, instead in marks(text):
            at = place(page, line, mark)
            if not (unlike and PIPE.search(line)) and at not in headless and at not in inert:
                yield page.problem(at, bare(mark, what), instead, "left-over marks")
    for element in root.iter("pre"):
        words = "".join(element.itertext()).strip().split("\n")[0]
        yield page.problem(place(page, words, words), f'Readers would see "{words[:40]}" as computer code, because the line is '
                                                      'indented.',
                           "Remove the spaces at the start of the line.", "left-over marks")
    for link in root.iter("a"):
        if any(inner is not link and inner.tag in ("a", "sup", "img") for inner in link.iter()):
            words = "".join(link.itertext()).strip()
            yield page.problem(place(page, words, f"({link.get('href')}"),
                               f'The link "{words[:40]}" contains another link, a picture or a citation.',
                               "Put the inner link, picture or citation after the outer link instead.", "left-over marks")
    for answers in root.iter("dl"):
        # search nested elements too, because the block "facts" wraps each label and its answer in a <div>
        if next(inner for inner in answers.iter() if inner.tag in ("dt", "dd")).tag != "dt":
            words = "".join(answers[0].itertext()).strip()
            yield page.problem(place(page, words, words), f'"{words[:40]}" is an answer without a question or term.',
                               "Write the question or term on the line above.", "left-over marks")
    for number, above, term in crowded_terms(page):
        yield page.problem(number,
                           f'"{term}" is directly below "{above}", so readers would not see a new question or term.',
                           BLANK, "left-over marks")
    for number, words, heading_or_term in indented(page):
        yield page.problem(number, f'"{words}" is indented, so readers would not see {heading_or_term}.',
                           "Remove the spaces at the start of the line.", "left-over marks")
    for number, words in front_words(page):
        for _, mark, what, instead in marks(words):
            yield page.problem(number, bare(mark, what), instead, "left-over marks")


def escapes(page: Page) -> Iterator[tuple[int, str]]:
    """For each line with an escaped Markdown character, yield (line number, the first word that contains one)."""
    shown = {line.number: line.text for line in page.lines}
    data = {fence.line + count for fence in page.fences if fence.name in FENCES
            for count in range(1, fence.text.count("\n") + 2)}
    for number, text in enumerate(page.raw, 1):
        read = number in shown or number in data or number <= page.body_start
        if read and "\\" in text and (match := ESCAPE.search(ESCAPED_BLANK.sub("", shown.get(number, text)))):
            yield number, match[0]


def crowded_terms(page: Page) -> Iterator[tuple[int, str, str]]:
    """In definition lists, yield each term that has no blank line above it, as (line number, text above, term)."""
    texts = {line.number: line for line in page.lines}
    opened = {line for _, line in page.blocks}
    for number, line in texts.items():
        term, above = texts.get(number - 1), texts.get(number - 2)
        if (line.text.startswith(":") and term and term.text.strip() and not term.text.startswith(":") and above
                and above.text.strip() and above.number not in opened and above.block == line.block):
            yield term.number, above.text.lstrip(": ")[:40].rstrip(), term.text.strip()[:40]


def indented(page: Page) -> Iterator[tuple[int, str, str]]:
    """Yield each indented heading, question and term, as (line number, text, kind), where kind says what it is."""
    texts = {line.number: line.text for line in page.lines}
    for number, text in texts.items():
        if text.startswith("    ") and re.match(r"\s+#{1,6}\s", text):
            yield number, text.strip()[:40], "a heading"
        elif text.startswith("    ") and ITEM.match(text.lstrip()) is None and texts.get(number + 1, "").startswith(": "):
            yield number, text.strip()[:40], "a new question or term"


def separators(page: Page) -> Iterator[tuple[int, int, int]]:
    """Yield each separator line (|---|) whose number of columns differs from that of the table header, as (line number, columns
    in the line, columns in the header).
    """
    texts = {line.number: line.text for line in page.lines}
    for number, text in texts.items():
        above = texts.get(number - 1, "")
        if DELIMITER.match(text) and PIPE.search(above) and not texts.get(number - 2, "").strip() and (
                len(cells(text)) != len(cells(above))):
            yield number, len(cells(text)), len(cells(above))


def front_words(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the title and the description from a page's front matter, as (line number, text). Neither may contain markup."""
    if page.meta:
        yield page.meta.at("title"), page.meta.title
        yield page.meta.at("description"), page.meta.description


@page_rule
def lists(page: Page, _site: Site) -> Iterable[Problem]:
    """A list inside a list must be indented by four spaces, and a numbered list must count up from 1."""
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
                yield page.problem(line.number,
                                   f"The indentation of this item ({indent}) is not a multiple of four spaces, so the list would "
                                   "not be shown as a nested list.",
                                   "Start the list at the margin, or indent it by four spaces more than the list around "
                                   "it.", "lists")
            counted = {level: number for level, number in counted.items() if level <= indent}
            if match[2] and (inside or after_blank):
                number, last = int(match[2]), counted.get(indent, 0)
                if number not in (last + 1, last if last == 1 else -1):
                    reason = "" if last else ", because the list starts again here"
                    year = f'If this is a year, begin with another word: "In {number}".' if 1900 <= number < 2100 else ""
                    if dated := DATED.match(text.lstrip()):
                        year = f'If this is a date, begin with another word: "On {dated[1]} {dated[2]}".'
                    yield page.problem(line.number, f"Readers would see the number {last + 1} instead of {number}{reason}.",
                                       year or ("Remove the spaces before the number. For a list inside a list, count from 1."
                                                if indent and reason else
                                                "Count from 1, and indent everything between two items by four spaces."), "lists")
                counted[indent] = number
            else:
                counted.pop(indent, None)
            inside = True
        elif after_blank and inside:
            if 0 < indent < 4:
                yield page.problem(line.number,
                                   f"The indentation of this paragraph ({indent}) is less than four spaces, so the paragraph "
                                   "ends the list.",
                                   "Indent the paragraph by four spaces, or start it at the margin.", "lists")
            if indent < 4:
                counted, inside = {}, False
        after_blank = text.startswith("#")


@page_rule
def rows_fit(page: Page, _site: Site) -> Iterable[Problem]:
    """A table row must not have more cells than the table's header, because readers would not see the extra cells."""
    texts = {line.number: line.text for line in page.lines}
    row = 0
    for number, text in texts.items():
        if number >= row and DELIMITER.match(text) and texts.get(number - 1, "").strip():
            most, row = len(cells(texts[number - 1])), number + 1
            while texts.get(row, "").strip():
                if len(cells(texts[row])) > most:
                    yield page.problem(row, f"This row has {len(cells(texts[row]))} cells, but the header has {most}.",
                                       "If you added a column, add its heading to the header. Otherwise, remove the extra cells. "
                                       r"Inside a cell, write \| for a vertical bar.", "tables")
                row += 1


@page_rule
def sums_are_right(page: Page, site: Site) -> Iterable[Problem]:
    """If the line below a table says that the numbers in the table are calculated, each number must be the product of the first
    cell in its row and the number at the top of its column.
    """
    texts = {line.number: line.text for line in page.lines}
    for number, text in texts.items():
        if not (DELIMITER.match(text) and texts.get(number - 1, "").strip()):
            continue
        heads = [re.search(r"\d+", head) for head in cells(texts[number - 1])]
        rows = list(takewhile(lambda at: texts.get(at, "").strip(), range(number + 1, len(page.raw) + 1)))
        below = next((texts[at] for at in range(number + len(rows) + 1, len(page.raw) + 1) if texts.get(at, "").strip()), "")
        for row, given in ((row, cells(texts[row])) for row in rows if site.words.pattern("sums").search(below)):
            for head, cell in zip(heads[1:], given[1:], strict=False):
                one, many = given[0].strip(), cell.strip()
                if head and one.isdigit() and many.isdigit() and int(one) * int(head[0]) != int(many):
                    yield page.problem(row, f"{head[0]} × {one} is {int(one) * int(head[0])}, not {many}.", "Correct the result.",
                                       "tables")


def cells(row: str) -> list[str]:
    """Return the cells of a table row."""
    found = PIPE.split(row.strip())
    return found[1 if not found[0] else 0: -1 if not found[-1] and len(found) > 1 else None]


@site_rule
def left_over_marks_in_data(site: Site) -> Iterable[Problem]:
    """Text in data files must not contain markup that a page would show as literal characters."""
    for path in site.texts:
        if path.suffix == ".yml" and path.parent == site.dataset.folder:
            data, *_ = parsed(path)
            for line, text in strings(data, skip=PATTERNS):
                if MAY_HOLD_A_MARK.search(text):
                    for shown in texts(built(text, site.edition)):
                        for _, mark, what, instead in marks(shown):
                            yield Problem(path, line, bare(mark, what), instead, "left-over marks")


@page_rule
def left_over_marks_in_blocks(page: Page, site: Site) -> Iterable[Problem]:
    """Text in the data blocks of a page must not contain markup that the page would show as literal characters."""
    for fence in page.fences:
        for line, text in strings(fence.data, fence.line) if fence.name in FENCES else ():
            if MAY_HOLD_A_MARK.search(text):
                for shown in texts(built(text, site.edition)):
                    for _, mark, what, instead in marks(shown):
                        yield page.problem(line, bare(mark, what), instead, "left-over marks")
