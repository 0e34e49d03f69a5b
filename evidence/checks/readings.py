"""A rule about the example patients: their ticks count only for the words that their readers saw.

Two readers ticked boxes for each patient in evidence/loading/patients.yml, and tests run those ticks through the safety check. If
the words of a box change, its ticks prove nothing until somebody has looked at them again. So boxes-read.csv contains a digest of
the words of each box. No command writes it, because a command does not read patients.
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
    """A box of the safety check, with the digest of its words when the patients were last read against them."""

    tick: Slug
    digest: str = Field(pattern=r"^[0-9a-f]{16}$")
    read: date | None = Field(None, description="the date of the reading; empty if the box is newer than most readings: whoever "
                                                "would tick it can only be sent higher")


def boxes(dataset: Dataset) -> Iterator[tuple[str, str, int, str]]:
    """Yield the id of each box of the safety check, and of each line above the boxes, with its file and line, and the digest of
    the words that a reader sees there.
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
    """The words of each box of the safety check are those that were read for the example patients."""
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
            what = (f'The words of the box "{name}" are not those that were read for the example patients.' if name in read
                    else f'The box "{name}" is new, and was not read for the example patients.')
            yield Problem(site.dataset.folder / file, line, f"{what} Those who ticked it: {who}." if who else what,
                          "Look at these patients again in evidence/loading/patients.yml, and at others who might tick the new "
                          f'words. Correct their "ticks". Then write "{name},{now}," and the date in '
                          "evidence/checks/boxes-read.csv.", "held")
