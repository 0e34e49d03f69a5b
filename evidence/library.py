"""The library: every data file read once, with what is wrong in each.

`library()` is cached by the files' modification times, so a live reload sees an edit and a build
of many pages reads each file once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

from evidence import DATA, bibliography, decision, safety_check, text_files
from evidence.allowed import Host
from evidence.bibliography import Reference
from evidence.claims import Claim
from evidence.decision import Decision
from evidence.directory import Guideline, Helpline, Organisation, Register, Subject
from evidence.effects import Count, Effect, Scan, Treatment
from evidence.findings import Finding
from evidence.glossary import Term
from evidence.moved import Moved
from evidence.rows import Record, fresh, read_csv, read_yaml
from evidence.safety_check import SafetyCheck
from evidence.search_words import SearchWords
from evidence.signs import Card, SafetyLine, Sign, Where
from evidence.situations import Situation
from evidence.traces import Derivation, OwnFigure

FEW = ("United Kingdom", "European Union", "United States", "Canada", "Australia", "New Zealand")
"""Countries whose emergency numbers stand on leaflets, in sixty words; all others are on the page of warning signs."""

MOST_HELP = 6
"""Pages of others that one page of ours leads to at its foot: more are a list that nobody reads."""


@dataclass(frozen=True)
class Library:
    """All data. Dictionaries are by id or key; lists keep the order of the file."""

    folder: Path
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
    wheres: dict[str, Where]
    signs: dict[str, Sign]
    lines: dict[str, SafetyLine]
    situations: dict[str, Situation]
    cards: dict[str, Card]
    search_words: list[SearchWords]
    hosts: dict[str, Host]
    moved: list[Moved]
    derivations: list[Derivation]
    own_figures: list[OwnFigure]
    findings: tuple[Finding, ...]
    decision: Decision | None = None
    safety_check: SafetyCheck | None = None

    @property
    def nearest(self) -> list[Helpline]:
        """The rows that stand where there is no room for all: on paper, on leaflets and under cards."""
        return [row for country in FEW for row in self.helplines if row.country == country]

    def more_help(self, subjects: Collection[Subject]) -> list[Organisation]:
        """At most six pages of others on these subjects: the first of each subject, then the second of each, and so on."""
        of_each = [[row for row in self.organisations if subject in row.subjects] for subject in subjects]
        in_turn = (row for rows in zip_longest(*of_each) for row in rows if row)
        return list({row.id: row for row in in_turn}.values())[:MOST_HELP]

    def dated(self) -> Iterator[tuple[str, Collection[Claim | Guideline | Register | Helpline | Organisation]]]:
        """The rows with a day of their own on which they were checked, by file."""
        yield "claims.yml", self.claims.values()
        yield "guidelines.yml", self.guidelines
        yield "registers.yml", self.registers
        yield "helplines.yml", self.helplines
        yield "organisations.yml", self.organisations

    def named_sources(self) -> Iterator[tuple[str, int, str]]:
        """Every source that a data row names, as (file, line, key)."""
        many = {"claims.yml": self.claims.values(), "guidelines.yml": self.guidelines, "registers.yml": self.registers,
                "signs.yml": self.signs.values(), "situations.yml": self.situations.values(),
                "safety-lines.yml": self.lines.values()}
        one = {"effects.csv": self.effects.values(), "treatments.csv": self.treatments, "scans.csv": self.scans,
               "counts.csv": self.counts.values()}
        for file, rows in many.items():
            yield from ((file, row.at("sources"), key) for row in rows for key in row.sources)
        yield from (("derivations.yml", row.at("sources"), key) for row in self.derivations for key in row.sources)
        yield from (("organisations.yml", row.at("source"), row.source) for row in self.organisations if row.source)
        for file, rows in one.items():
            yield from ((file, row.line, row.source) for row in rows)
        yield from (("treatments.csv", row.line, key) for row in self.treatments
                    for key in (row.grade_source, row.remark_source) if key)


YAML_FILES: dict[str, tuple[type[Record], str]] = {
    "claims.yml": (Claim, "id"), "glossary.yml": (Term, "id"), "guidelines.yml": (Guideline, "id"),
    "registers.yml": (Register, "id"), "helplines.yml": (Helpline, "country"),
    "organisations.yml": (Organisation, "id"),
    "wheres.yml": (Where, "id"), "signs.yml": (Sign, "id"), "safety-lines.yml": (SafetyLine, "id"),
    "situations.yml": (Situation, "id"), "warning-signs.yml": (Card, "id"),
    "allowed-domains.yml": (Host, "host"),
    "search-words.yml": (SearchWords, "page"),
    "moved.yml": (Moved, "old"),
    "derivations.yml": (Derivation, "says"), "own-figures.yml": (OwnFigure, "figure"),
}
CSV_FILES: dict[str, tuple[type[Record], str | None]] = {
    "effects.csv": (Effect, "id"), "treatments.csv": (Treatment, None), "scans.csv": (Scan, None),
    "counts.csv": (Count, "id"),
}


def library(folder: Path = DATA) -> Library:
    """The data in `folder`; read again only when a file in it has changed."""
    stamp = tuple((path.name, path.stat().st_mtime_ns) for path in text_files.files(folder))
    return _read(folder, stamp)


@lru_cache(maxsize=8)
def _read(folder: Path, _stamp: tuple[tuple[str, int], ...]) -> Library:
    references, findings = fresh(bibliography.read, folder / "references.bib")
    rows: dict[str, list] = {}
    for name, (model, key) in YAML_FILES.items():
        rows[name], faults = fresh(read_yaml, folder / name, model, key)
        findings = findings + faults
    for name, (csv_model, csv_key) in CSV_FILES.items():
        rows[name], faults = fresh(read_csv, folder / name, csv_model, csv_key)
        findings = findings + faults
    aid, faults = fresh(decision.read, folder / "decision.yml")
    findings = findings + faults
    check, faults = fresh(safety_check.read, folder / "safety-check.yml")
    findings = findings + faults
    return Library(
        folder=folder,
        references=references,
        claims={claim.id: claim for claim in rows["claims.yml"]},
        effects={effect.id: effect for effect in rows["effects.csv"]},
        treatments=rows["treatments.csv"],
        scans=rows["scans.csv"],
        counts={count.id: count for count in rows["counts.csv"]},
        terms={term.id: term for term in rows["glossary.yml"]},
        guidelines=rows["guidelines.yml"],
        registers=rows["registers.yml"],
        helplines=rows["helplines.yml"],
        organisations=rows["organisations.yml"],
        wheres={where.id: where for where in rows["wheres.yml"]},
        signs={sign.id: sign for sign in rows["signs.yml"]},
        lines={line.id: line for line in rows["safety-lines.yml"]},
        situations={situation.id: situation for situation in rows["situations.yml"]},
        cards={card.id: card for card in rows["warning-signs.yml"]},
        search_words=rows["search-words.yml"],
        hosts={host.host: host for host in rows["allowed-domains.yml"]},
        moved=rows["moved.yml"],
        derivations=rows["derivations.yml"],
        own_figures=rows["own-figures.yml"],
        findings=tuple(findings),
        decision=aid,
        safety_check=check,
    )
