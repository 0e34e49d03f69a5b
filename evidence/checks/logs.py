"""A rule about CHANGELOG.md, which lists changes for people who use our data. Changes to a page are listed in that page's front
matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from evidence.checks.rules import Site, site_rule
from evidence.loading import text_files
from evidence.model.pages import long_date
from evidence.model.problems import Problem

DAY = re.compile(r"^## (\d{1,2} [A-Z][a-z]+ \d{4})$")
RELEASED = re.compile(r"^date-released: (\d{4}-\d{2}-\d{2})$")


def newest_in(lines: Iterable[str]) -> date | None:
    """Return the first date in the headings of a change log, or None if no heading contains a date."""
    days = (match[1] for line in lines if (match := DAY.match(line)))
    return next((datetime.strptime(day, "%d %B %Y").date() for day in days), None)


@site_rule
def citation_bears_the_day(site: Site) -> Iterable[Problem]:
    """The date in CITATION.cff must be the same as the first date in CHANGELOG.md.

    People who correct a page do not have to change either file, because each page has its own log of changes.
    """
    changelog, citation = site.root / "CHANGELOG.md", site.root / "CITATION.cff"
    if not changelog.is_file() or not citation.is_file():  # these files are missing if tests copy only the content
        return
    day = newest_in(text_files.read(changelog)[0].split("\n"))
    for number, line in enumerate(text_files.read(citation)[0].split("\n"), 1):
        if day and (match := RELEASED.match(line)) and date.fromisoformat(match[1]) != day:
            yield Problem(citation, number,
                          f'"date-released" is {match[1]}, but the latest date in CHANGELOG.md is {long_date(day)}.',
                          f'Write "date-released: {day}".', "log")
