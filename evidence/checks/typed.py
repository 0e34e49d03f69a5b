"""Rules about lines and numbers that readers would see otherwise than they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidence.checks.citations import CITED
from evidence.checks.numbers import bare
from evidence.checks.rules import Site, page_rule
from evidence.checks.source import LINK, Page
from evidence.loading.editions import FIRST
from evidence.loading.rows import strings
from evidence.markdown.fences import FENCES
from evidence.model.problems import Problem

ENDS = re.compile(r"[.?!:;,…”\")\]]\s*$")
"""Matches the end of a sentence, of part of one, of a link or of a citation. Such a line goes on in the next."""

MOST = 6
"""The largest number of words in a line that is an item or a sum, rather than part of a sentence."""

COMMA = re.compile(r"(?<![\d,.])\d{1,3},\d{1,2}(?![\d,])")


@page_rule
def lines_stay_apart(page: Page, _site: Site) -> Iterable[Problem]:
    """A list or a sum that was typed line under line is written as a list or a table, since Markdown would join its lines."""
    for run in page.paragraphs:
        texts = [line.text.strip() for line in run]
        if len(run) < 2 or texts[0].startswith(("|", "-", "*", "#", ":", ">", "!", "[")) or run[0].text.startswith(" "):
            continue
        if re.match(r"\d+\.\s", texts[0]) or run[1].text.startswith(":") or page.raw[run[0].number - 1].startswith("//"):
            continue
        short = [text for text in texts if len(text.split()) <= MOST and not LINK.search(text) and not CITED.search(text)]
        if len(short) == len(texts) and not any(ENDS.search(text) for text in texts[:-1]):
            yield page.problem(run[0].number,
                               f'Readers would see lines {run[0].number} to {run[-1].number} as one line: '
                               f'"{" ".join(texts)[:60]}".',
                               'For a list, start each line with "- " and leave a blank line above the first. For a sum, write a '
                               'table: "| What | Price |", below it "|---|---|", then one row for each line.', "left-over marks")


@page_rule
def decimals_have_a_point(page: Page, site: Site) -> Iterable[Problem]:
    """In English, a decimal has a point ("1.7"); a comma stands only between thousands."""
    if site.edition.language != FIRST:
        return
    texts = [(line.number, bare(line.text)) for line in page.lines]
    texts += [(number, text) for fence in page.fences if fence.name in FENCES for number, text in strings(fence.data, fence.line)]
    for number, text in texts:
        for match in COMMA.finditer(text):
            yield page.problem(number, f'"{match[0]}" has a comma, which English readers take for the end of a number.',
                               f'Write "{match[0].replace(",", ".")}", or put a space after the comma if these are two numbers.',
                               "numbers")
