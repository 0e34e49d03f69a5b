"""Rules about lines, characters and numbers that readers would not see as the author typed them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator

from evidence.checks.citations import CITED
from evidence.checks.leftovers import body, built, place
from evidence.checks.numbers import bare
from evidence.checks.rules import Site, page_rule
from evidence.checks.source import LINK, Page
from evidence.loading.editions import FIRST
from evidence.loading.rows import strings
from evidence.markdown.fences import FENCES
from evidence.model.problems import Problem

ENDS = re.compile(r"[.?!:;,…”\")\]]\s*$")
"""Matches the end of a sentence, a clause, a link or a citation. A line with such an end is running text, not a list item."""

MOST = 6
"""Maximum number of words in a list item or a line of a calculation. Longer lines are parts of sentences."""

INLINE = {"em", "strong", "code"}
TOUCHES = re.compile(r"[^\W_]\||\|[^\W_]")
"""Matches a word that touches emphasis or code, which is at the |."""

ODD_ENDS = re.compile(r"^[\s_,;:.)=+×]|[\s_(]$")
"""Matches the start or the end of text that an author would not emphasise."""

COMMA = re.compile(r"(?<![\d,.])\d{1,3},\d{1,2}(?![\d,])")
"""Matches a number with one or two digits after a comma. A comma between thousands is followed by three digits."""


@page_rule
def lines_stay_apart(page: Page, _site: Site) -> Iterable[Problem]:
    """A list or a calculation with one item per line must be written as a Markdown list or table. Otherwise, Markdown would
    join the lines.
    """
    for run in page.paragraphs:
        texts = [line.text.strip() for line in run]
        if len(run) < 2 or texts[0].startswith(("|", "-", "*", "#", ":", ">", "!", "[")) or run[0].text.startswith(" "):
            continue
        if re.match(r"\d+\.\s", texts[0]) or run[1].text.startswith(":") or page.raw[run[0].number - 1].startswith("//"):
            continue
        if texts[0].endswith(":") and len(texts) > 2:
            texts = [text.rstrip(",;") for text in texts[1:]]
        short = [text for text in texts if len(text.split()) <= MOST and not LINK.search(text) and not CITED.search(text)]
        if len(short) == len(texts) and not any(ENDS.search(text) for text in texts[:-1]):
            yield page.problem(run[0].number,
                               f'Readers would see lines {run[0].number} to {run[-1].number} as one line: '
                               f'"{" ".join(line.text.strip() for line in run)[:60]}".',
                               'For a list, start each line with "- ", and leave a blank line above the list. For a calculation, '
                               'write a table: first the line "| What | Price |", then "|---|---|", then one table row for each '
                               "item.",
                               "left-over marks")


@page_rule
def marks_are_meant(page: Page, site: Site) -> Iterable[Problem]:
    """Characters that the author meant literally must not be read as markup. Examples are an asterisk beside a word, a row of
    underscores, a backtick used as an apostrophe, and > or : at the start of a line.
    """
    for element, before, after in inline(built(body(page), site.edition)):
        words = "".join(element.itertext())
        if element.tag == "code":
            odd, kind = bool(TOUCHES.search(before + "|" + after)) or "''" in words, "code"
            instead = "For an apostrophe type ', for a quotation mark type \". Backticks, with a space around them, are for code."
        else:
            odd = bool(TOUCHES.search(before + "|" + after)) or not words or bool(ODD_ENDS.search(words))
            kind = "emphasis"
            instead = ('For a note or a sum, use words or × instead of *. For gaps to fill in, leave a space before each "____".')
        if odd:
            yield page.problem(place(page, before[-12:] or words, words),
                               f'The characters around "{words.strip()[:40]}" would disappear, '
                               f'because Markdown reads them as {kind}.',
                               instead, "left-over marks")
    for line in page.lines:
        if re.match(r"\s{0,3}>", line.text):
            yield page.problem(line.number, "This line begins with >, so readers would see a quotation without the >.",
                               'If you mean "more than", write these words. If you quote somebody, use quotation marks instead.',
                               "left-over marks")
        if not line.block and re.match(r":\s{1,2}\S", line.text):
            yield page.problem(line.number, "This line begins with a colon, which makes the line above it a bold heading.",
                               "Put the colon at the end of the line above.", "left-over marks")


def inline(root: etree.Element) -> Iterator[tuple[etree.Element, str, str]]:
    """Yield each piece of emphasised text or code on a page, with the text just before and just after it."""
    for parent in root.iter():
        before = parent.text or ""
        for child in parent:
            if child.tag in INLINE and parent.tag not in INLINE:
                yield child, before, child.tail or ""
            before = child.tail or ""


@page_rule
def decimals_have_a_point(page: Page, site: Site) -> Iterable[Problem]:
    """In English, a decimal number must have a decimal point ("1.7"), because commas separate thousands."""
    if site.edition.language != FIRST:
        return
    texts = [(line.number, bare(line.text)) for line in page.lines]
    texts += [(number, text) for fence in page.fences if fence.name in FENCES for number, text in strings(fence.data, fence.line)]
    for number, text in texts:
        for match in COMMA.finditer(text):
            yield page.problem(number, f'"{match[0]}" contains a comma, but English uses a decimal point.',
                               f'Write "{match[0].replace(",", ".")}", or put a space after the comma if these are two numbers.',
                               "numbers")
