"""Collects the changes to all pages, for the site's lists of changes. Each page has a log of changes in its front matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from evidence.loading import pages
from evidence.model.edition import Edition


@dataclass(frozen=True)
class Entry:
    """One change to one page. `first` is true if the change is the first version of the page."""

    day: date
    name: str
    title: str
    what: str
    first: bool


def entries(edition: Edition) -> list[Entry]:
    """Return the changes to all pages, newest first. Changes on the same day are sorted by page name."""
    found: list[Entry] = []
    for path in pages.files(edition):
        source, _ = pages.read(path)
        if source.meta:
            name, log = edition.name_of(path), source.meta.changes
            found += [Entry(change.date, name, source.meta.title, change.what, change is log[-1]) for change in log]
    return sorted(found, key=lambda entry: (-entry.day.toordinal(), entry.name))


def by_day(found: Iterable[Entry]) -> list[tuple[date, list[Entry]]]:
    """Group changes by date. Leave out the first version of each page."""
    later = [entry for entry in found if not entry.first]
    return [(day, list(group)) for day, group in groupby(later, key=lambda entry: entry.day)]
