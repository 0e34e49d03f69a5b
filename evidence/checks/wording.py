"""Rules about words. The list of phrases is data: wording.yml, each with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from pathlib import Path

from pydantic import Field

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page, unquoted
from evidence.loading.rows import read_yaml
from evidence.model.pages import READER_KINDS, Kind
from evidence.model.problems import Problem
from evidence.model.record import Record

DENIED = re.compile(r"\b(nobody|no (?:study|studies|trial|trials|one)|never|cannot|not(?! only))\b[^.?!]*$|"
                    r"(?:^|[.?!:]\s+)No (?:massage |treatment |therapy |therapist |technique |device |exercise |pill )?$",
                    re.IGNORECASE)
"""A phrase after one of these words in its own sentence is denied, not claimed ("No massage cures …" too)."""

REPORTED = re.compile(r"\b(you (may|will|might|often)?\s?(hear|read)|"
                      r"(people|some|many|therapists) (\w+ )?(say|claim|believe|hope)|"
                      r"promises?|claims?|beliefs?|explanations?|ideas?|"
                      r"it is (often )?said|are (often )?told)\b[^.?!]*$", re.IGNORECASE)
ANSWERED = re.compile(r"\b(no (study|studies|trial|trials)|nobody|not (been )?shown|has not|have not|is not|are not|never|cannot|"
                      r"partly right|less clear|unclear)\b",
                      re.IGNORECASE)
"""A phrase that others say and that the same paragraph answers is reported, not claimed."""

ASKED = re.compile(r"\b(if|whether)\b[^.?!,;:]*$", re.IGNORECASE)
QUESTION = re.compile(r"[^.?!]*\?")
"""A phrase in a question, or after "if", is not claimed either."""

CAPITAL = re.compile(r"(?<!\\)[A-Z]")
"""A capital letter that a pattern asks for; \\W and its like are none."""

LIST = Path(__file__).with_name("wording.yml")


class Phrase(Record):
    """A phrase we do not use, and what to write instead."""

    phrase: str = Field(description="a pattern (regular expression), matched without regard to case")
    instead: str = Field(description="what to write instead")
    why: str = Field(description="the reason")
    kinds: list[Kind] = Field(default_factory=list, description="only on these kinds of page; empty = all")
    warning: bool = Field(False, description="true where the words can be innocent: somebody looks, nothing fails")


@lru_cache(maxsize=1)
def phrases() -> tuple[list[tuple[re.Pattern[str], Phrase]], list[Problem]]:
    """The list, compiled."""
    records, problems = read_yaml(LIST, Phrase, "phrase")
    return [(re.compile(rf"\b(?:{r.phrase})", re.IGNORECASE), r) for r in records], problems


def said(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place where a phrase is claimed: not quoted, denied or asked, nor reported in order to be answered."""
    return next((m for m in pattern.finditer(text) if claimed(text[: m.start()], m[0], text[m.end():])), None)


def claimed(before: str, phrase: str, after: str) -> bool:
    """Whether a phrase between these two is said in our own voice. An "if" ends with its clause."""
    if DENIED.search(before) or QUESTION.match(after) or (ASKED.search(before) and not re.search(r"[,;:]", phrase)):
        return False
    return not (REPORTED.search(before) and ANSWERED.search(after))


@lru_cache(maxsize=1)
def quick() -> list[tuple[re.Pattern[str], re.Pattern[str], Phrase]]:
    """The list, each phrase with a pattern for text in lower case. Without regard to case, a search takes twice as long."""
    return [(pattern if CAPITAL.search(record.phrase) else re.compile(pattern.pattern), pattern, record)
            for pattern, record in phrases()[0]]


@lru_cache(maxsize=50_000)
def met(text: str, among: tuple[int, ...] | None = None) -> tuple[int, ...]:
    """The phrases that a text holds, claimed or not, by their place in the list. Cached, since a live reload asks again
    of every text that did not change. `among`: the only ones to look for."""
    small, every = text.lower(), quick()
    return tuple(number for number in (range(len(every)) if among is None else among)
                 if every[number][0].search(text if every[number][0] is every[number][1] else small))


@lru_cache(maxsize=50_000)
def heard(text: str, among: tuple[int, ...] | None = None) -> tuple[tuple[str, Phrase], ...]:
    """The phrases that a text claims.

    `among`: those that the text around it holds, where that is known.
    """
    found = ((said(quick()[number][1], text), quick()[number][2]) for number in met(text, among))
    return tuple((match[0], record) for match, record in found if match)


@page_rule
def do_not_say(page: Page, _site: Site) -> Iterable[Problem]:
    """No phrase of the list, unless it is quoted, denied, asked, or reported and answered."""
    found: set[tuple[int, str]] = set()
    among = met("\n.\n".join(text for _, text in page.passages))
    for line, text in page.passages if among else ():
        for words, record in heard(text, among):
            if (line, words) not in found and (not record.kinds or page.kind in record.kinds):
                found |= {(line, words), (line - 1, words)}
                yield page.problem(line, f'"{words}": {record.why}.', f"{record.instead}.", "wording", record.warning)


AGREE = re.compile(r"\b(doctors?|experts?|scientists?|studies|research|science|trials?|reviews?|guidelines?|nurses?|specialists?|"
                   r"we)\b[^.?!\"“]{0,60}[\"“]([^\"”]{3,300})[\"”](.{0,300})", re.IGNORECASE)
"""Words in quotation marks that somebody with a name in medicine is said to say."""


@page_rule
def no_borrowed_authority(page: Page, _site: Site) -> Iterable[Problem]:
    """Quotation marks do not turn a claim into a doctor's, a study's or ours."""
    for line in page.lines if page.kind in READER_KINDS else ():
        for match in AGREE.finditer(line.text):
            for words, record in heard(match[2]):
                if not record.kinds and not DENIED.search(line.text[: match.start(2) - 1]) and not ANSWERED.search(match[3]):
                    yield page.problem(line.number, f'"{words}": {record.why}.', f"{record.instead}.", "wording", record.warning)


SPOKE = re.compile(r"""["”][,.]?\s*(?:says|said|writes|wrote|told us|tells us)\s+(?:Mr |Mrs |Ms |Dr )?[A-Z][a-z]+\b|"""
                   r"""\b[A-Z][a-z]+ (?:\([1-9]\d\)|, [1-9]\d,?) (?:says|said|writes|wrote|from [A-Z])|"""
                   r"""["”]\s*[–—-]\s*[A-Z][a-z]+(?: [A-Z]\.?)?,? (?:aged )?[1-9]\d\b""")
"""Words in quotation marks with the name of somebody who is said to have spoken them."""


@page_rule
def no_testimonials(page: Page, _site: Site) -> Iterable[Problem]:
    """Nobody is quoted about how massage went: such stories cannot be checked, and choose themselves."""
    for line in page.lines:
        if match := SPOKE.search(line.text):
            yield page.problem(line.number, f"{match[0].strip()} quotes a person.",
                               "Remove it (STYLE.md S11). Say what a study found, with its source.", "wording")


OURS = {
    "claims.yml": ("we_say", "size", "why_not_surer"), "glossary.yml": ("short", "long"), "safety-lines.yml": ("text",),
    "signs.yml": ("text", "small", "short", "leaflet", "say", "official", "reason"), "wheres.yml": ("heading", "do"),
    "situations.yml": ("name", "tick", "small", "ask", "change", "say", "help", "official", "reason"),
    "warning-signs.yml": ("heading", "lead", "tail"), "guidelines.yml": ("position", "note"),
    "registers.yml": ("where_to_check", "what_it_shows", "note"),
    "helplines.yml": ("emergency_note", "text", "advice_note", "crisis_note", "abuse_note"),
    "organisations.yml": ("name", "what"),
}
"""The fields of each data file in which we speak in our own voice."""


@site_rule
def do_not_say_in_data(site: Site) -> Iterable[Problem]:
    """The sentences in data files keep to the same words."""
    dataset = site.dataset
    rows = {"claims.yml": dataset.claims.values(), "glossary.yml": dataset.terms.values(),
            "safety-lines.yml": dataset.lines.values(),
            "signs.yml": dataset.signs.values(), "wheres.yml": dataset.wheres.values(),
            "situations.yml": dataset.situations.values(),
            "warning-signs.yml": dataset.cards.values(), "guidelines.yml": dataset.guidelines,
            "registers.yml": dataset.registers, "helplines.yml": dataset.helplines,
            "organisations.yml": dataset.organisations}
    for file, fields in OURS.items():
        for row, field in product(rows[file], fields):
            value = getattr(row, field)
            for text in [value] if isinstance(value, str) else [getattr(part, "text", part) for part in value]:
                for words, record in heard(unquoted(text)):
                    if not record.kinds:
                        yield Problem(dataset.folder / file, row.at(field), f'"{words}": {record.why}.', f"{record.instead}.",
                                      "wording", record.warning)


@site_rule
def list_is_sound(_site: Site) -> Iterable[Problem]:
    """The list of phrases itself has no mistakes."""
    return phrases()[1]
