"""Rules about the structure of pages: headings, tables, pictures, raw HTML and unfinished text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from evidence.checks.assets import SHOWN
from evidence.checks.file_names import listed
from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import QUOTED, Heading, Page
from evidence.loading import text_files
from evidence.markdown.fences import FENCES
from evidence.model.pages import Layer
from evidence.model.problems import EvidenceError, Problem

HTML = re.compile(r"<[a-z/?][^\s>]*>?|<!(?!--)", re.IGNORECASE)
"""Matches the start of any HTML tag: a tag can end on a later line, and browsers repair a tag that never ends."""

GAP = re.compile(r"<[a-z]+(?: [a-z]+)+>", re.IGNORECASE)
"""Matches words in angle brackets that stand for something to fill in, such as "<your name>"."""

ATTRIBUTES = re.compile(r"\{:?\s*(?!#[\w-]+\s*\})[^{}]+\}|^\s*attrs\s*:")
"""Matches attributes. Curly brackets, or the line "attrs:" in a block, can give an element styles, classes and event handlers;
{#name} gives it only an anchor."""

CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(\s|$)")
CONFLICTS = "merge conflicts"
"""The name of the rule about merge conflicts."""

UNDERLINE = re.compile(r"^ {0,3}(=+|-+)\s*$")
DELIMITER = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
PIPE = re.compile(r"(?<!\\)\|")
DATA_FILES = {".yml", ".csv", ".bib"}
NO_PROSE = re.compile(r"[#|/>*+-]|\d+[.)]")
"""Matches the start of a line that is not a paragraph: a heading, a table, a block, a list."""

CITED_END = re.compile(r"\s*\[@[^\]]*\]\s*$")


@page_rule
def headings(page: Page, _site: Site) -> Iterable[Problem]:
    """A page must have exactly one first-level heading, and must not skip a level or use a heading twice. A heading must not
    contain a citation or end with a full stop. A page's title may be a question if the next line answers it. Other headings may
    be questions only on the questions page.
    """
    tops = [h for h in page.headings if h.level == 1]
    if len(tops) != 1:
        at = tops[1].line if tops else next((line.number for line in page.lines if line.text.strip()), 1)
        yield page.problem(at, f"The page has {len(tops)} first-level headings.",
                           'Write exactly one first-level heading, in the form "# Heading".', "headings")
    previous = 0
    for heading in page.headings:
        if heading.level > previous + 1:
            yield page.problem(heading.line, f'The heading "{heading.text}" skips a level.',
                               f'Start the heading with "{"#" * (previous + 1)}".', "headings")
        previous = heading.level
        if not heading.text:
            yield page.problem(heading.line, "A heading is empty.",
                               "Write the text of the heading, or remove the line.", "headings")
        if heading.text.startswith("**"):
            yield page.problem(heading.line, f'The heading "{heading.text}" contains bold markup.',
                               "Remove the asterisks, since headings are always bold.", "headings")
        if "[@" in heading.text:
            yield page.problem(heading.line,
                               "This heading contains a citation.",
                               "Move the citation to the text below the heading.", "headings")
        asks = heading.text.endswith("?") and not (page.meta and page.meta.asks)
        if asks and not (heading.level == 1 and answered(page, heading.line)):
            yield page.problem(heading.line, f'The heading "{heading.text}" is a question.',
                               "Write a statement or an instruction instead. Only the page's title may be a question, if the "
                               "next line answers it. Other questions belong on the questions page.", "headings")
        if heading.text.endswith("."):
            yield page.problem(heading.line, f'The heading "{heading.text}" ends with a full stop.',
                               "Remove the full stop. If this line is not a heading, remove the # at its start.", "headings")
    seen: dict[str, Heading] = {}
    for heading in page.headings:
        first = seen.setdefault(heading.anchor, heading)
        if first is heading:
            continue
        if heading.own or first.own:
            yield page.problem(heading.line, f'The heading "{first.text}" already has the anchor "#{heading.anchor}".',
                               "Choose another anchor.", "headings")
        else:
            yield page.problem(heading.line, f'The heading "{heading.text}" is used twice.',
                               "Reword one of the two headings.", "headings")


def answered(page: Page, title: int) -> bool:
    """Return whether the first line below a page's title is running text and not a question."""
    after = next((line.text.strip() for line in page.lines if line.number > title and line.text.strip()), "")
    return bool(after) and not NO_PROSE.match(after) and not CITED_END.sub("", after).endswith("?")


@page_rule
def underlined_headings(page: Page, _site: Site) -> Iterable[Problem]:
    """Every heading must start with #. A line of dashes or equals signs must not turn the line above into a heading."""
    for line, after in pairwise(page.lines):
        if UNDERLINE.match(after.text) and line.text.strip() and after.number == line.number + 1 and "|" not in line.text:
            yield page.problem(after.number, "This line turns the text above it into a heading.",
                               'Remove this line. If you want a heading, start the text with "##" and a space.', "headings")


@page_rule
def raw_html(page: Page, _site: Site) -> Iterable[Problem]:
    """A page must not contain HTML, comments or attributes, which can hide text or run code. Authors use blocks instead."""
    shown = {line.number: line.text for line in page.lines}
    fences = {fence.line + n for fence in page.fences if fence.name in FENCES for n in range(1, fence.text.count("\n") + 2)}
    for number, text in enumerate(page.raw, 1):
        if number in shown or number in fences or number <= page.body_start:
            yield from (Problem(page.path, number, *fault, "raw HTML") for fault in markup(shown.get(number, text)))
            if number in shown and (match := ATTRIBUTES.search(shown[number])):
                yield page.problem(number, f'"{match[0].strip()}" adds HTML attributes, which are not allowed.',
                                   "Remove the attributes. Only {#name} after a heading is allowed.", "raw HTML")


@site_rule
def html_in_data(site: Site) -> Iterable[Problem]:
    """Data files must not contain HTML or unfinished text. No file may contain conflict markers."""
    unfinished = site.words.pattern("unfinished")
    for path, lines in site.texts.items():
        if path.suffix in DATA_FILES and path.is_relative_to(site.docs):
            for number, text in enumerate(lines, 1):
                yield from (Problem(path, number, *fault, "raw HTML") for fault in markup(text))
                if match := unfinished.search(text):
                    yield Problem(path, number, f'"{match[0]}" shows that this text is unfinished.',
                                  "Finish the text, or remove it.", "finished")
        yield from conflicts(path, lines)


def markup(text: str) -> Iterator[tuple[str, str]]:
    """Yield a message for each piece of HTML and each comment in a line."""
    if "<!--" in text:
        yield "The line contains an HTML comment.", "Remove it."
    gaps = GAP.findall(text) if "<" in text else []
    for gap in gaps:
        yield f'"{gap}" would not be shown, since browsers take it for HTML.', 'For a gap to fill in, write "____".'
    if not gaps and "<" in text and (match := HTML.search(text)):
        yield f'The line contains HTML ("{match[0]}").', "Use Markdown, or one of the blocks in STYLE.md."


def conflicts(path: Path, lines: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for the first line of each merge conflict in a file."""
    for lines_of in conflicting(lines):
        yield Problem(path, lines_of[0], "The file contains a merge conflict.",
                      "Keep one version, and remove the lines that begin with <<<<<<<, ======= or >>>>>>>.", CONFLICTS)


def conflicting(lines: Iterable[str]) -> list[range]:
    """Return a range of line numbers for each merge conflict in a file, even if some of the conflict's markers are missing."""
    found: list[range] = []
    before = ">"
    for number, text in enumerate(lines, 1):
        if CONFLICT.match(text):
            begun = number if before >= text[0] else found.pop()[0]
            found.append(range(begun, number + 1))
            before = text[0]
    return found


@page_rule
def written(page: Page, site: Site) -> Iterable[Problem]:
    """A page must not contain text that is left over from the template page."""
    for number, text in enumerate(page.raw, 1) if page.path.is_relative_to(site.docs) else ():
        if words := next((words for words in site.words["placeholders"] if words in text), ""):
            yield page.problem(number, f'"{words}" is left over from the template page.', "Write your own text here.",
                               "finished")


@page_rule
def finished(page: Page, site: Site) -> Iterable[Problem]:
    """A page must not contain a merge conflict, or words that mark text as unfinished, such as "TODO"."""
    for number, text in page.passages:
        if match := site.words.pattern("unfinished").search(text):
            yield page.problem(number, f'"{match[0]}" shows that this text is unfinished.',
                               "Finish the text, or remove it.", "finished")
    for line in page.lines:
        if "[" in line.text and (match := site.words.pattern("note_in_brackets").search(QUOTED.sub(" ", line.text))):
            yield page.problem(line.number, f'Readers would see "{match[0]}", which looks like a note to a colleague.',
                               "Ask in the pull request instead, and remove the note.", "finished")
    yield from conflicts(page.path, page.raw)


@page_rule
def pictures(page: Page, site: Site) -> Iterable[Problem]:
    """Every picture must have a description for people who cannot see it. The description must say what the picture shows, and
    must not begin with words such as "picture of".
    """
    for line in page.lines:
        for match in re.finditer(r"!\[([^\]]*)\](?:\(([^)]*)\)|\[)", line.text):
            ending = Path(match[2] or "").suffix
            if re.fullmatch(r"\.\w+", ending) and ending not in SHOWN:
                yield page.problem(line.number, f'This site cannot show "{ending}" pictures.',
                                   f"Export the picture as {' or '.join(sorted(SHOWN))}, with a name in lower case and without "
                                   "spaces.", "pictures")
            if not match[1].strip():
                yield page.problem(line.number, f'The picture "{match[2] or ""}" has no text alternative.',
                                   "Between the square brackets, say what the picture shows.", "pictures")
            elif site.words.pattern("vague_picture").match(match[1].strip()):
                yield page.problem(line.number, f'"{match[1]}" does not say what the picture shows.',
                                   "Describe what the picture shows, for people who cannot see it.", "pictures")


@page_rule
def tables(page: Page, _site: Site) -> Iterable[Problem]:
    """A table must begin with a header row, because screen readers read out the column header of each cell. At most one cell in
    the header row may be empty. Every row must have as many cells as the header.
    """
    rows = [line for line in page.lines if line.text.lstrip().startswith("|")]
    numbers = {line.number for line in rows}
    columns = 0
    for line in rows:
        count = len(PIPE.findall(line.text.strip().strip("|")))
        if line.number - 1 in numbers:
            if count < columns and not DELIMITER.match(line.text):  # another rule reports rows with too many cells
                yield page.problem(line.number, f"The header of the table has {columns + 1} cells, but this row has {count + 1}.",
                                   "Separate the cells with |, and leave a cell empty if it has no text.", "tables")
            continue
        columns = count
        if line.number - 2 in numbers and not page.raw[line.number - 2].strip():
            yield page.problem(line.number - 1, "A blank line cuts this table in two.", "Remove the blank line.",
                               "tables")
            continue
        if line.number + 2 in numbers and not page.raw[line.number].strip():
            continue
        after = next((row.text for row in rows if row.number == line.number + 1), "")
        cells = [cell.strip() for cell in line.text.strip().strip("|").split("|")]
        if not DELIMITER.match(after) or DELIMITER.match(line.text):
            yield page.problem(line.number, "The table has no header row.",
                               'Write a header row as the first line of the table, and "|---|---|" as the second line. '
                               "If one row is broken over two lines, join them.", "tables")
        elif sum(not cell for cell in cells) > (len(cells) > 1) or not any(cells):
            yield page.problem(line.number, "The header row has too many empty cells.",
                               "In the header row, say what each column contains.", "tables")


@site_rule
def every_page_is_reached(site: Site) -> Iterable[Problem]:
    """Every page, except leaflets and studies pages, must be in the navigation in mkdocs.yml.

    Readers reach a leaflet through a link on another page, and a studies page through a tab on its short page.
    """
    settings = site.edition.config
    try:
        found = listed(site) if settings.exists() else {}
    except EvidenceError as error:
        yield from error.problems
        return
    for name in found.keys() - site.pages.keys():
        yield Problem(settings, _line(settings, name), f'The navigation lists "{name}", but there is no such page.',
                      "Restore the page. If the page has moved, write its new path here and wherever the old path is used.",
                      "navigation")
    linked = {posixpath.normpath(posixpath.join(posixpath.dirname(page.name), target.partition("#")[0]))
              for page in site.pages.values() if page.name in found for _at, _text, target, _block in page.links}
    for page in site.pages.values():
        if page.layer is Layer.LEAFLET and page.name not in linked:
            yield page.problem(1, "No page links to this leaflet.", "Link to the leaflet from docs/try/handouts.md.",
                               "navigation")
        elif page.layer not in (Layer.LEAFLET, Layer.STUDIES) and page.name not in found:
            yield page.problem(1, "The page is not in the navigation.", 'Add the page to "nav" in mkdocs.yml.', "navigation")


def _line(path: Path, words: str) -> int:
    return next((number for number, text in enumerate(text_files.read(path)[0].split("\n"), 1) if words in text), 1)
