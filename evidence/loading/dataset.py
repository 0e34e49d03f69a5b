"""Loads the dataset (all data files of the site), and collects the problems in the files.

The dataset is cached until a file changes. So a live preview shows every edit, and a build reads each file only once.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from evidence.loading import bibliography, text_files
from evidence.loading.rows import cached_read, read_csv, read_one, read_yaml
from evidence.model.allowed_hosts import Host
from evidence.model.claims import Claim
from evidence.model.clinician_questions import ClinicianQuestion
from evidence.model.countries import Guideline, Helpline, Organisation, Register
from evidence.model.dataset import Dataset
from evidence.model.decision import Decision
from evidence.model.edition import Edition
from evidence.model.effects import Count, Effect, Scan, Treatment
from evidence.model.glossary import Term
from evidence.model.left_out import LeftOut
from evidence.model.reader_sessions import ReaderSession, ReaderTask
from evidence.model.record import Record
from evidence.model.redirects import Redirect
from evidence.model.reviews import Review
from evidence.model.safety_check import SafetyCheck
from evidence.model.scales import PlainWord, Scale
from evidence.model.signs import Card, Destination, SafetyLine, Sign
from evidence.model.situations import Situation
from evidence.model.synonyms import Synonyms
from evidence.model.traces import Derivation, OwnFigure

YAML_FILES: dict[str, tuple[type[Record], str]] = {
    "claims.yml": (Claim, "id"), "glossary.yml": (Term, "id"), "guidelines.yml": (Guideline, "id"),
    "registers.yml": (Register, "id"), "helplines.yml": (Helpline, "country"),
    "organisations.yml": (Organisation, "id"),
    "destinations.yml": (Destination, "id"), "signs.yml": (Sign, "id"), "safety-lines.yml": (SafetyLine, "id"),
    "situations.yml": (Situation, "id"), "warning-signs.yml": (Card, "id"),
    "allowed-domains.yml": (Host, "host"),
    "scales.yml": (Scale, "id"), "plain-words.yml": (PlainWord, "id"),
    "search-words.yml": (Synonyms, "page"),
    "moved.yml": (Redirect, "old"),
    "reviews.yml": (Review, "id"), "clinician-questions.yml": (ClinicianQuestion, "id"), "left-out.yml": (LeftOut, "what"),
    "reader-tasks.yml": (ReaderTask, "id"), "reader-sessions.yml": (ReaderSession, "id"),
    "derivations.yml": (Derivation, "says"), "own-figures.yml": (OwnFigure, "figure"),
}
CSV_FILES: dict[str, tuple[type[Record], str | None]] = {
    "effects.csv": (Effect, "id"), "treatments.csv": (Treatment, None), "scans.csv": (Scan, None),
    "counts.csv": (Count, "id"),
}
SINGLE_FILES: dict[str, tuple[type[Record], str]] = {
    "decision.yml": (Decision, 'Write "decision:" on the first line, and the question below it.'),
    "safety-check.yml": (SafetyCheck, 'Write "screens:" on the first line, and the list below it.'),
}
"""Files that contain one record. The text is the advice for a file that does not contain fields. A missing file is not a problem
here, because the block that needs it reports it."""


def load_dataset(edition: Edition) -> Dataset:
    """Return all data for an edition. The files are read again only if a file or today's date has changed."""
    return _read(edition.data, edition.figures, edition.today, text_files.stamp(edition.data))


@lru_cache(maxsize=8)
def _read(folder: Path, figures: Path, today: date, _stamp: frozenset[tuple[str, int]]) -> Dataset:
    references, problems = cached_read(bibliography.read, folder / "references.bib", today)
    rows: dict[str, list[Any]] = {}
    for name, (model, key) in YAML_FILES.items():
        rows[name], faults = cached_read(read_yaml, folder / name, model, key)
        problems = problems + faults
    for name, (csv_model, csv_key) in CSV_FILES.items():
        rows[name], faults = cached_read(read_csv, folder / name, csv_model, csv_key)
        problems = problems + faults
    aid, faults = cached_read(read_one, folder / "decision.yml", Decision, SINGLE_FILES["decision.yml"][1])
    problems = problems + faults
    check, faults = cached_read(read_one, folder / "safety-check.yml", SafetyCheck, SINGLE_FILES["safety-check.yml"][1])
    problems = problems + faults
    return Dataset(
        folder=folder,
        figures=figures,
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
        destinations={place.id: place for place in rows["destinations.yml"]},
        signs={sign.id: sign for sign in rows["signs.yml"]},
        lines={line.id: line for line in rows["safety-lines.yml"]},
        situations={situation.id: situation for situation in rows["situations.yml"]},
        cards={card.id: card for card in rows["warning-signs.yml"]},
        synonyms=rows["search-words.yml"],
        hosts={host.host: host for host in rows["allowed-domains.yml"]},
        scales={scale.id: scale for scale in rows["scales.yml"]},
        plain_words=rows["plain-words.yml"],
        redirects=rows["moved.yml"],
        derivations=rows["derivations.yml"],
        own_figures=rows["own-figures.yml"],
        reviews=rows["reviews.yml"],
        clinician_questions=rows["clinician-questions.yml"],
        left_out=rows["left-out.yml"],
        reader_tasks={task.id: task for task in rows["reader-tasks.yml"]},
        reader_sessions=rows["reader-sessions.yml"],
        problems=tuple(problems),
        decision=aid,
        safety_check=check,
    )
