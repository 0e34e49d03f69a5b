"""A rule about unread sources (`checked = {no}` in references.bib): no claim and no number may depend on an unread source.

A page may cite an unread source only to point readers to it, as in "Check the official page: we have not read it [@key]."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evidence.checks.certainty import SENTENCE, plain_effect, said, statements
from evidence.checks.numbers import cited_in
from evidence.checks.rules import Site, page_rule
from evidence.checks.source import Page
from evidence.loading.rows import strings
from evidence.model.problems import Problem

INSTEAD = ('Read the source and record that in "checked" and "read" in references.bib, or cite a source that was read. To '
           'send readers to an unread source, write only "Check the official page: we have not read it", and no number '
           "except its year.")


@page_rule
def unread_sources_carry_nothing(page: Page, site: Site) -> Iterable[Problem]:
    """Text that cites an unread source must say that we have not read the source. The text must make no claim, and must contain
    no number except the year of the source.
    """
    unread = {key for key, reference in site.dataset.references.items() if reference.checked == "no"}
    for line, text in cells(page):
        if keys := [key for key in cited_in(text) if key in unread]:
            for sentence in covered(text, unread, site):
                if claim_or_number := carries(sentence, {site.dataset.references[key].year for key in keys}, site):
                    yield page.problem(line, f'{claim_or_number}, but nobody has read the source "{keys[0]}".',
                                       INSTEAD, "unread sources")


def cells(page: Page) -> Iterator[tuple[int, str]]:
    """Yield each paragraph, list item and table cell on a page, and each string in its data blocks, as (line number, text)."""
    for run in page.paragraphs:
        text = "\n".join(line.text for line in run)
        yield from ((run[0].number, part) for part in (text.split("|") if text.lstrip().startswith("|") else (text,)))
    for fence in page.fences:
        yield from strings(fence.data, fence.line)


def covered(text: str, unread: set[str], site: Site) -> Iterator[str]:
    """Yield the sentences in a passage that depend on an unread source. If the passage cites only unread sources, the sentences
    after its last citation depend on these sources too.
    """
    found = list(statements(text, [1] * (text.count("\n") + 1), site.words))
    yield from (sentence.text for sentence in found if unread & set(sentence.keys))
    if unread.issuperset(cited_in(text)):
        yield from SENTENCE.split(said(text[text.rindex("]") + 1:]))


def carries(sentence: str, years: set[str], site: Site) -> str:
    """Return the start of a message if a sentence makes a claim, or contains a number that is not in `years`. Otherwise, return
    an empty string.
    """
    if not any(letter.isalnum() for letter in sentence):
        return ""
    if not site.words.pattern("unread").search(sentence) or plain_effect(sentence, sentence, site.words):
        return f'"{sentence.strip()}" is a claim'
    number = next((number for number in site.words.numbers.numbers(sentence) if f"{number.value:g}" not in years), None)
    return f'"{number.text}" is a number' if number else ""
