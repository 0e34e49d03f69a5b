"""Rules about wording: the file wording.yml lists phrases that we do not use, and what to write instead of each."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path

from pydantic import Field

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page, unquoted
from evidence.loading import text_files
from evidence.loading.editions import FIRST
from evidence.loading.rows import cached_read, parsed, read_yaml, strings
from evidence.model.problems import Problem
from evidence.model.record import Record
from evidence.words import Words

QUESTION = re.compile(r"[^.?!]*\?")
"""Matches the rest of a question, since a phrase inside a question is not a claim."""

CAPITAL = re.compile(r"(?<!\\)[A-Z]")
"""Matches a capital letter in a pattern, but not one in an escape such as \\W."""

LITERAL = re.compile(r"[a-z]|\((?!\?)")
"""Matches the start of a pattern that begins with letters."""


class Phrase(Record):
    """A row of wording.yml: a phrase that we do not use, and what to write instead."""

    phrase: str = Field(description="a regular expression that matches the phrase, ignoring case")
    example: str = Field(description="a sentence that only this row rejects")
    instead: str = Field(description="what to write instead")
    why: str = Field(description="the reason")
    readers: bool = Field(False, description="true if the row applies only to pages for readers, and not to data files")
    warning: bool = Field(False, description="true if the phrase can be harmless, so that it causes only a warning")


class Phrases:
    """The phrases that texts in one language must avoid.

    A passage breaks the rule only if it states such a phrase as true. A passage may quote or deny a phrase, ask about it, or
    report it and then contradict it.
    """

    def __init__(self, records: Iterable[Phrase], words: Words):
        self.words = words
        self.all = [(re.compile(rf"\b(?:{record.phrase})", re.IGNORECASE), record) for record in records]
        self._quick = [pattern if CAPITAL.search(record.phrase) else re.compile(record.phrase if LITERAL.match(record.phrase)
                                                                                else pattern.pattern)
                       for pattern, record in self.all]
        """Each phrase as a pattern for lower-case text, which may also match inside a word: a search for letters takes a tenth of
        the time of one that ignores case or starts with \\b. A phrase with a capital letter keeps its own pattern."""
        # cached, because a live preview checks all text again after each change
        self.met = lru_cache(maxsize=50_000)(self._met)
        self.claimed = lru_cache(maxsize=50_000)(self._claimed)

    def _met(self, text: str, among: tuple[int, ...] | None = None) -> tuple[int, ...]:
        """Quickly find the phrases that could be in a passage, and return their positions in the list `all`. If `among` is given,
        search only for the phrases at the positions in `among`.
        """
        small = text.lower()
        return tuple(number for number in (range(len(self.all)) if among is None else among)
                     if self._quick[number].search(text if self._quick[number] is self.all[number][0] else small))

    def _claimed(self, text: str, among: tuple[int, ...] | None = None) -> tuple[tuple[str, Phrase], ...]:
        found = ((self.first(self.all[number][0], text), self.all[number][1]) for number in self.met(text, among))
        return tuple((match[0], record) for match, record in found if match)

    def claims(self, passages: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, Phrase]]:
        """Yield (line number, words on the page, listed phrase) for each listed phrase that a passage states as true, rather than
        denies or quotes.
        """
        # to save time, search all passages together first
        if among := self.met("\n.\n".join(text for _, text in passages)):
            yield from ((line, *claim) for line, text in passages for claim in self.claimed(text, among))

    def first(self, pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
        """Search a passage for a pattern. Return the first match that the passage states as true, or None if there is no such
        match.
        """
        return next((m for m in pattern.finditer(text) if self.ours(text[: m.start()], m[0], text[m.end():])), None)

    def ours(self, before: str, phrase: str, after: str) -> bool:
        """Return whether a passage states a phrase as true. `before` and `after` are the text before and after the phrase."""
        find = self.words.pattern
        if find("denied").search(before) or QUESTION.match(after):
            return False
        if find("asked_if").search(before) and not re.search(r"[,;:]", phrase):
            return False
        return not (find("reported").search(before) and find("answered").search(after))


def phrase_list(words: Words) -> Path:
    """Return the path of the list of phrases that texts in a language must avoid."""
    return Path(__file__).with_name("wording.yml" if words.language == FIRST else f"wording.{words.language}.yml")


def phrases(words: Words) -> Phrases:
    """Return the phrases that texts in a language must avoid."""
    return _phrases(words, cached_read(_read, phrase_list(words)))


@dataclass(frozen=True, eq=False)
class _Read:
    records: list[Phrase]
    problems: list[Problem]


def _read(path: Path) -> _Read:
    return _Read(*read_yaml(path, Phrase, "phrase"))


@lru_cache(maxsize=8)
def _phrases(words: Words, read: _Read) -> Phrases:
    return Phrases(read.records, words)


def said_on(page: Page) -> list[tuple[int, str]]:
    """Return the passages of a page and the entries in its log of changes, without quotations."""
    return [*page.passages, *((line, unquoted(text)) for line, text in page.log)]


@page_rule
def do_not_say(page: Page, site: Site) -> Iterable[Problem]:
    """A page must not contain a phrase that is listed in wording.yml, unless the page quotes or denies the phrase, asks about
    it, or reports it and then contradicts it.
    """
    found: set[tuple[int, str]] = set()
    listed = phrases(site.words)
    # the words that deny a phrase can be on another line of its paragraph
    whole = {line.number: " ".join(part.unquoted for part in run) for run in page.paragraphs if len(run) > 1 for line in run}
    for line, words, record in listed.claims(said_on(page)):
        if line in whole and record not in {stated for _, stated in listed.claimed(whole[line])}:
            continue
        if (line, words) not in found and (page.for_readers or not record.readers):
            found |= {(line, words), (line - 1, words)}
            yield page.problem(line, f'"{words}": {record.why}.', f"{record.instead}.", "wording", record.warning)


@page_rule
def no_borrowed_authority(page: Page, site: Site) -> Iterable[Problem]:
    """A page must not attribute a phrase that is listed in wording.yml to a doctor, a study or ourselves, unless the page then
    refutes the phrase.
    """
    find = site.words.pattern
    for line in page.lines if page.for_readers else ():
        for match in find("borrowed_authority").finditer(line.text):
            refuted = find("denied").search(line.text[: match.start(2) - 1]) or find("answered").search(match[3])
            for words, record in phrases(site.words).claimed(match[2]):
                if not refuted:
                    yield page.problem(line.number, f'"{words}": {record.why}.', f"{record.instead}.", "wording", record.warning)


@page_rule
def no_testimonials(page: Page, site: Site) -> Iterable[Problem]:
    """A page must not quote what a person says about a massage, because nobody can check such stories."""
    for line in page.lines:
        if match := site.words.pattern("testimonial").search(line.text):
            yield page.problem(line.number, f'"{match[0].strip()}" quotes what a person says about a massage.',
                               "Remove the quotation (STYLE.md S11). Say what a study found, with its source.", "wording")


THEIRS = {"people_say", "words", "match", "also", "also_called", "says", "protected_title", "url", "id"}
"""Data fields that contain other people's words, patterns or addresses."""

TYPED = {"search-words.yml", "allowed-domains.yml", "language.yml"}
"""Data files that contain what people type, addresses or patterns."""


DRAWN = re.compile(r">\s*([^<>\s][^<>]*)<")
"""Matches the text between two tags of a drawing: its name, its description or a label."""


def _texts(path: Path) -> list[tuple[int, str]]:
    """Return the strings in a data file or a drawing, as (line number, string), leaving out data fields with other
    people's words, patterns or addresses.
    """
    if path.suffix == ".csv":
        rows = text_files.read(path)[0].split("\n")
        return [(line, cell) for line, row in enumerate(rows, 1) for cell in next(csv.reader([row]), [])]
    if path.suffix == ".svg":
        text = text_files.read(path)[0]
        return [(text.count("\n", 0, words.start(1)) + 1, unescape(words[1])) for words in DRAWN.finditer(text)]
    return list(strings(parsed(path)[0], skip=THEIRS))


@site_rule
def do_not_say_in_data(site: Site) -> Iterable[Problem]:
    """The sentences that we wrote in data files, drawings, notes on sources and interface strings must not contain a phrase
    that is listed in wording.yml.
    """
    listed = phrases(site.words)
    for path, passages in data_texts(site).items():
        for line, words, record in listed.claims(passages):
            if not record.readers:
                yield Problem(path, line, f'"{words}": {record.why}.', f"{record.instead}.", "wording", record.warning)


def data_texts(site: Site) -> dict[Path, list[tuple[int, str]]]:
    """Return the sentences that we wrote in data files, drawings, notes on sources and interface strings, without quotations."""
    ours = [path for path in site.texts if path.suffix in (".yml", ".csv") and path.name not in TYPED
            and path.parent in (site.dataset.folder, site.noted.folder)]
    ours += [path for path in site.texts if path.suffix == ".svg"]
    said = {path: cached_read(_texts, path) for path in ours}
    said[site.dataset.folder / "references.bib"] = [(source.line, source.found) for source in site.dataset.references.values()]
    return {path: [(line, unquoted(text)) for line, text in texts] for path, texts in said.items()}


@site_rule
def list_is_sound(site: Site) -> Iterable[Problem]:
    """The file wording.yml itself must not contain mistakes."""
    return cached_read(_read, phrase_list(site.words)).problems
