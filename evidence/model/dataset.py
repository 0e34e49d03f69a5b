"""Defines the class `Dataset`, which holds all of the site's data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from pathlib import Path

from evidence.model.allowed_hosts import Host
from evidence.model.claims import Claim
from evidence.model.clinician_questions import ClinicianQuestion
from evidence.model.countries import Guideline, Helpline, Organisation, Register, Subject
from evidence.model.decision import Decision
from evidence.model.effects import Count, Effect, Scan, Treatment
from evidence.model.glossary import Term
from evidence.model.left_out import LeftOut
from evidence.model.pages import Meta
from evidence.model.problems import Problem
from evidence.model.reader_sessions import ReaderSession, ReaderTask
from evidence.model.redirects import Redirect
from evidence.model.references import Reference
from evidence.model.reviews import Review
from evidence.model.safety_check import SafetyCheck
from evidence.model.scales import PlainWord, Scale, looked_up, plain
from evidence.model.signs import Card, Destination, Level, SafetyLine, Sign
from evidence.model.situations import Situation
from evidence.model.synonyms import Synonyms
from evidence.model.traces import Derivation, OwnFigure, Row

MAX_HELP = 6
"""Maximum number of external pages listed at the end of a page. Nobody reads a longer list."""


@dataclass(frozen=True)
class Dataset:
    """All of the site's data. Dictionaries map ids or keys to rows. Lists are in the order of the file.

    `folder` is the path of the data files, and `figures` is the path of the drawings.
    """

    folder: Path
    figures: Path
    references: dict[str, Reference]
    claims: dict[str, Claim]
    effects: dict[str, Effect]
    treatments: list[Treatment]
    scans: list[Scan]
    counts: dict[str, Count]
    terms: dict[str, Term]
    guidelines: list[Guideline]
    registers: list[Register]
    helplines: list[Helpline]
    organisations: list[Organisation]
    destinations: dict[str, Destination]
    signs: dict[str, Sign]
    lines: dict[str, SafetyLine]
    situations: dict[str, Situation]
    cards: dict[str, Card]
    synonyms: list[Synonyms]
    hosts: dict[str, Host]
    scales: dict[str, Scale]
    plain_words: list[PlainWord]
    redirects: list[Redirect]
    derivations: list[Derivation]
    own_figures: list[OwnFigure]
    reviews: list[Review]
    clinician_questions: list[ClinicianQuestion]
    left_out: list[LeftOut]
    reader_tasks: dict[str, ReaderTask]
    reader_sessions: list[ReaderSession]
    problems: tuple[Problem, ...]
    decision: Decision | None = None
    safety_check: SafetyCheck | None = None

    def nearest(self, countries: Iterable[str]) -> list[Helpline]:
        """Return the rows of helplines.yml for the given countries, in the given order."""
        return [row for country in countries for row in self.helplines if row.country == country]

    def level_of(self, sign: Sign) -> Level | None:
        """Return how urgent a warning sign is. Return None if the destination of the sign (where to get help) is not in
        destinations.yml.
        """
        return self.destinations[sign.destination].level if sign.destination in self.destinations else None

    def plain(self, text: str) -> str:
        """Replace the wording in a cell of a CSV file with plain words for readers."""
        return plain(text, self.plain_words)

    def plain_of(self, where: str) -> dict[str, str]:
        """Return the plain words of one kind from plain-words.yml, keyed by the words that they replace."""
        return looked_up(self.plain_words, where)

    def scale_of(self, row: Effect) -> Scale:
        """Return the scale for a row. For a standardised difference, the scale also names what was measured, so that a chart
        says "less pain" and not only "less".
        """
        scale = self.scales[row.axis]
        return scale.model_copy(update={"of": self.plain_of("less of").get(row.outcome, "")}) if row.measure == "SMD" else scale

    def more_help(self, subjects: Collection[Subject]) -> list[Organisation]:
        """Return at most six pages by other organisations on the given subjects. Each subject gets one page before any subject
        gets a second page, and so on.
        """
        of_each = [[row for row in self.organisations if subject in row.subjects] for subject in subjects]
        in_turn = (row for rows in zip_longest(*of_each) for row in rows if row)
        return list({row.id: row for row in in_turn}.values())[:MAX_HELP]

    def reviews_of(self, page: str, meta: Meta, language: str) -> list[tuple[Review, date | None]]:
        """Return the reviews of a page in the given language, newest first.

        Each review comes with the date of the first change after the reviewed version, or with None if the page has not changed
        since then.
        """
        found = [review for review in self.reviews if (review.page, review.language) == (page, language)]
        return [(review, review.before(meta)) for review in sorted(found, key=lambda review: review.date, reverse=True)]

    def reviews_that_hold(self, page: str, meta: Meta, language: str) -> list[Review]:
        """Return the reviews of the current version of a page."""
        return [review for review, changed in self.reviews_of(page, meta, language) if changed is None]

    def dated(self) -> Iterator[tuple[str, Collection[Claim | Guideline | Register | Helpline | Organisation]]]:
        """Yield (file, rows) for each data file whose rows say when they were last checked."""
        yield "claims.yml", self.claims.values()
        yield "guidelines.yml", self.guidelines
        yield "registers.yml", self.registers
        yield "helplines.yml", self.helplines
        yield "organisations.yml", self.organisations

    def named_sources(self) -> Iterator[tuple[str, int, str]]:
        """Yield (file, line, key) for every source that a data row names."""
        many: dict[str, Collection[Claim | Guideline | Register | Sign | Situation | SafetyLine]] = {
            "claims.yml": self.claims.values(), "guidelines.yml": self.guidelines, "registers.yml": self.registers,
            "signs.yml": self.signs.values(), "situations.yml": self.situations.values(),
            "safety-lines.yml": self.lines.values()}
        one: dict[str, Collection[Row]] = {
            "effects.csv": self.effects.values(), "treatments.csv": self.treatments, "scans.csv": self.scans,
            "counts.csv": self.counts.values()}
        for file, rows in many.items():
            yield from ((file, row.at("sources"), key) for row in rows for key in row.sources)
        yield from (("derivations.yml", row.at("sources"), key) for row in self.derivations for key in row.sources)
        yield from (("organisations.yml", row.at("source"), row.source) for row in self.organisations if row.source)
        for file, sourced in one.items():
            yield from ((file, row.line, row.source) for row in sourced)
        yield from (("treatments.csv", row.line, key) for row in self.treatments
                    for key in (row.grade_source, row.remark_source) if key)
