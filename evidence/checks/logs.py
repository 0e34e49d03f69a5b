"""A rule about the lists of changes for those who build on the data. What changed on a page stands in the page's own log."""

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
    """The first heading of a list of changes that is a day."""
    days = (match[1] for line in lines if (match := DAY.match(line)))
    return next((datetime.strptime(day, "%d %B %Y").date() for day in days), None)


@site_rule
def citation_bears_the_day(site: Site) -> Iterable[Problem]:
    """CITATION.cff bears the day with which CHANGELOG.md begins. Neither must follow each page: a page has its own log, and
    about/changes draws them all together. So nobody who corrects a page needs to know these two files."""
    changelog, citation = site.root / "CHANGELOG.md", site.root / "CITATION.cff"
    if not changelog.is_file() or not citation.is_file():  # a copy of the content alone
        return
    day = newest_in(text_files.read(changelog)[0].split("\n"))
    for number, line in enumerate(text_files.read(citation)[0].split("\n"), 1):
        if day and (match := RELEASED.match(line)) and date.fromisoformat(match[1]) != day:
            yield Problem(citation, number, f"date-released is {match[1]}, but CHANGELOG.md begins with {long_date(day)}.",
                          f"Write {day}.", "log")
