"""Rules about pasted text: a page must not contain errors from dictation programs, PDF files or merges.

These errors consist of ordinary characters, so the rules about markup and characters do not find them.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate, combinations

from evidence.checks.leftovers import PATTERNS
from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.checks.voice import LINKED, MARKS
from evidence.loading.rows import parsed, strings
from evidence.model.problems import Problem

MIN_WORDS = 8
"""Minimum number of words for two passages to count as versions of one passage. Short rows of a table are often alike."""

SAME_WORDS, SAME_LETTERS = 0.8, 0.9
"""Minimum similarity of two versions of one passage, by words and by letters, as given by difflib (0 to 1)."""

NAMED = 3
"""Maximum number of words that a message quotes."""


def matched(pattern: re.Pattern[str], page: Page, quotations: bool) -> Iterator[list[tuple[int, str]]]:
    """Search a page's title, description, paragraphs and data blocks for a pattern. Yield a list of (line number, matching words)
    for each text with a match.

    A match can continue on the next line. If `quotations` is False, leave out quotations in paragraphs.
    """
    runs = [[(line.number, f"{(line.text if quotations else line.unquoted).strip()} ") for line in run]
            for run in page.paragraphs]
    runs += [[part] for fence in page.fences for part in strings(fence.data, fence.line)]
    if page.meta:
        runs += [[(page.meta.at("title"), page.meta.title)], [(page.meta.at("description"), page.meta.description)]]
    for run in runs:
        if matches := list(pattern.finditer("".join(text for _, text in run))):
            ends = [*accumulate(len(text) for _, text in run)]
            yield [(run[bisect(ends, match.start())][0], match[0]) for match in matches]


@page_rule
def no_spoken_punctuation(page: Page, site: Site) -> Iterable[Problem]:
    """A page must not contain spelled-out punctuation, such as "full stop" or "new paragraph", which dictation programs
    sometimes write.
    """
    for spoken in matched(site.words.pattern("dictated"), page, quotations=False):
        names = ", ".join(f'"{name}"' for name in list(dict.fromkeys(words for _, words in spoken))[:NAMED])
        yield page.problem(spoken[0][0], f"The text contains {names}, as if a dictation program had spelled out the punctuation.",
                           "Type the punctuation marks themselves, and leave a blank line before a new paragraph.", "pasted text")


@page_rule
def no_word_is_cut(page: Page, site: Site) -> Iterable[Problem]:
    """A word must not be split by a hyphen followed by a space or a line break, as in text copied from a PDF."""
    for words in matched(site.words.pattern("cut_word"), page, quotations=True):
        yield from (page.problem(line, *cut(word), "pasted text") for line, word in words)


@page_rule
def no_marks_stick_to_words(page: Page, site: Site) -> Iterable[Problem]:
    """A word must not end in footnote or reference numbers ("rest3,4"), as in text copied from a PDF."""
    for words in matched(site.words.pattern("stuck_marks"), page, quotations=True):
        yield from (page.problem(line,
                                 f'"{word}" ends in numbers, which look like reference numbers from another document.',
                                 "Remove the numbers, and cite the source as [@key].", "pasted text") for line, word in words)


@site_rule
def no_word_is_cut_in_data(site: Site) -> Iterable[Problem]:
    """A word in a data file must not be split by a hyphen followed by a space, as in text copied from a PDF."""
    for path in site.texts:
        if path.suffix == ".yml" and path.parent == site.dataset.folder:
            for line, text in strings(parsed(path)[0], skip=PATTERNS):
                yield from (Problem(path, line, *cut(match[0]), "pasted text")
                            for match in site.noted.pattern("cut_word").finditer(text))
    for reference in site.dataset.references.values():
        for text in (reference.title, reference.population, reference.found, reference.numbers):
            yield from (Problem(site.dataset.folder / "references.bib", reference.line, *cut(match[0]), "pasted text")
                        for match in site.noted.pattern("cut_word").finditer(text))


def cut(word: str) -> tuple[str, str]:
    """Return a message and advice about a word that is split by a hyphen followed by a space."""
    word = " ".join(word.split())
    return (f'"{word}" has a space after its hyphen, as in text copied from a PDF.',
            f'Write it as one word ("{word.replace("- ", "")}"), or remove only the space ("{word.replace("- ", "-")}").')


def versions(texts: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield (line, line of the earlier passage, text) for each passage that nearly repeats an earlier passage. Passages with
    different numbers do not count, because they report different results.
    """
    said = [(number, text, words, frozenset(words)) for number, text in texts
            if len(words := re.findall(r"[\w'’]+", text.lower())) >= MIN_WORDS]
    for (first, _, before, some), (second, text, after, others) in combinations(said, 2):
        # a quick test that rules out nearly all pairs of passages
        if 2 * len(some & others) < (SAME_WORDS - 0.2) * (len(some) + len(others)):
            continue
        numbers = [sorted(word for word in words if re.search(r"\d", word)) for words in (before, after)]
        if numbers[0] == numbers[1] and (
                SequenceMatcher(None, before, after, autojunk=False).ratio() >= SAME_WORDS
                and SequenceMatcher(None, " ".join(before), " ".join(after), autojunk=False).ratio() >= SAME_LETTERS):
            yield second, first, text


@page_rule
def nothing_is_said_twice(page: Page, _site: Site) -> Iterable[Problem]:
    """No two passages on a page may be nearly the same. Near-copies appear when a merge keeps both versions of a passage. The
    rule applies to paragraphs, list items, table rows, and log entries for the same day.
    """
    texts = ((run[0].number, " ".join(LINKED.sub(r"\1", MARKS.sub(" ", " ".join(line.text for line in run))).split()))
             for run in page.paragraphs if not run[0].text.startswith("#"))
    found = list(versions(texts))
    days = [change.date for change in page.meta.changes] if page.meta else []
    for day in sorted(set(days)):
        found += versions(entry for entry, of in zip(page.log, days, strict=True) if of == day)
    for line, first, text in found:
        yield page.problem(line, f'"{text[:60]}" is nearly the same as the text on line {first}.',
                           "Keep one of the two versions, or make clear how they differ.", "pasted text")
