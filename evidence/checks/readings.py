"""A rule about the example patients: if the wording of a box in the safety check changes, somebody must decide again which
patients would tick the box.

People decided which boxes each patient in evidence/loading/patients.yml would tick, and tests rely on these decisions. The file
boxes-read.csv contains a hash of the wording of each box. No command updates the file, because only people can decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pydantic import Field

from evidence.checks.held import digest
from evidence.checks.rules import Site, site_rule
from evidence.loading.editions import FIRST
from evidence.loading.patients import patients
from evidence.loading.rows import cached_read, read_csv
from evidence.model.claims import Slug
from evidence.model.dataset import Dataset
from evidence.model.problems import Problem
from evidence.model.record import Record

LIST = Path(__file__).with_name("boxes-read.csv")
ABOVE = ("no-crying-wolf", "new", "not-sure")
"""The safety lines above the boxes, which say what to tick."""

MAX_NAMED = 8


class Box(Record):
    """A row of boxes-read.csv: a tick box in the safety check, and a hash of the wording that the box had when somebody last
    decided which example patients would tick it.
    """

    tick: Slug
    digest: str = Field(pattern=r"^[0-9a-f]{16}$")
    read: date | None = Field(None, description="the date of the reading; empty if the box is newer than most readings: whoever "
                                                "would tick it can only be sent higher")


def boxes(dataset: Dataset) -> Iterator[tuple[str, str, int, str]]:
    """Yield (id, data file, line number, hash of the wording) for each tick box in the safety check and each fixed sentence
    above the boxes.
    """
    for name in ABOVE:
        if line := dataset.lines.get(name):
            yield name, "safety-lines.yml", line.line, digest(line.text)
    for screen in dataset.safety_check.screens if dataset.safety_check else ():
        for name in screen.ticks:
            if name in dataset.signs:
                sign = dataset.signs[name]
                yield name, "signs.yml", sign.line, digest([screen.ask, sign.text, sign.small])
            elif name in dataset.situations:
                row = dataset.situations[name]
                yield name, "situations.yml", row.line, digest([screen.ask, row.tick, row.small])


@site_rule
def readings_are_of_these_words(site: Site) -> Iterable[Problem]:
    """If the wording of a box in the safety check changes, somebody must decide again which example patients would tick the
    box.
    """
    if site.edition.language != FIRST:
        return
    rows: list[Box]
    rows, problems = cached_read(read_csv, LIST, Box, "tick")
    yield from problems
    read = {row.tick: row.digest for row in rows}
    for name, file, line, now in boxes(site.dataset):
        if read.get(name) != now:
            ticked = [patient.id for patient in patients() if name in patient.ticked]
            who = ", ".join(ticked[:MAX_NAMED]) + (f" and {len(ticked) - MAX_NAMED} more" if len(ticked) > MAX_NAMED else "")
            what = (f'The wording of the box "{name}" has changed since somebody decided which example patients would tick it.'
                    if name in read else f'The box "{name}" is new, and nobody has decided which example patients would tick it.')
            what += f" According to patients.yml, {who} would tick it." if who else ""
            yield Problem(site.dataset.folder / file, line, what,
                          "Decide again which patients in evidence/loading/patients.yml would tick the box, and correct the "
                          f'field "ticks" in that file. Then write the line "{name},{now}," in evidence/checks/boxes-read.csv, '
                          "with today's date after the last comma.", "held")
