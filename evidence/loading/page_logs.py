"""What changed on which page, from the pages' own logs: the one place that every list of changes is drawn from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from evidence.loading import pages
from evidence.loading.rows import cached_read
from evidence.model.edition import Edition


@dataclass(frozen=True)
class Entry:
    """One change of one page. `first` marks the page's coming into being."""

    day: date
    name: str
    title: str
    what: str
    first: bool


def entries(edition: Edition) -> list[Entry]:
    """Every change that a page logs, the newest first, then by the name of the page."""
    found: list[Entry] = []
    for path in pages.files(edition):
        source, _ = cached_read(pages.read, path)
        if source.meta:
            name, log = edition.name_of(path), source.meta.changes
            found += [Entry(change.date, name, source.meta.title, change.what, change is log[-1]) for change in log]
    return sorted(found, key=lambda entry: (-entry.day.toordinal(), entry.name))


def by_day(found: Iterable[Entry]) -> list[tuple[date, list[Entry]]]:
    """Changes after a page's first version, by day."""
    later = [entry for entry in found if not entry.first]
    return [(day, list(group)) for day, group in groupby(later, key=lambda entry: entry.day)]
