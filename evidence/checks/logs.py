"""Rules about the lists of changes: they tell the same day as the pages' own page_logs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from evidence.checks.rules import Site, site_rule
from evidence.loading import page_logs, text_files
from evidence.model.pages import long_date
from evidence.model.problems import Problem

DAY = re.compile(r"^## (\d{1,2} [A-Z][a-z]+ \d{4})$")
RELEASED = re.compile(r"^date-released: (\d{4}-\d{2}-\d{2})$")


def newest_in(lines: Iterable[str]) -> tuple[int, date] | None:
    """The first heading of a list of changes that is a day, with its line."""
    for number, line in enumerate(lines, 1):
        if match := DAY.match(line):
            return number, datetime.strptime(match[1], "%d %B %Y").date()
    return None


@site_rule
def lists_of_changes_are_current(site: Site) -> Iterable[Problem]:
    """CHANGELOG.md begins no earlier than the newest change that a page logs, and CITATION.cff bears its day."""
    changelog, citation = site.root / "CHANGELOG.md", site.root / "CITATION.cff"
    if not changelog.is_file() or not citation.is_file():  # a copy of the content alone
        return
    page_day = max((entry.day for entry in page_logs.entries(site.edition)), default=None)
    found = newest_in(text_files.read(changelog)[0].split("\n"))
    if page_day and (not found or found[1] < page_day):
        yield Problem(changelog, found[0] if found else 1, f"A page logs a newer change, of {long_date(page_day)}.",
                      f"Start the list with ## {long_date(page_day)} and say in one line what changed.", "log")
    for number, line in enumerate(text_files.read(citation)[0].split("\n"), 1):
        if found and (match := RELEASED.match(line)) and date.fromisoformat(match[1]) != found[1]:
            yield Problem(citation, number, f"date-released is {match[1]}, but CHANGELOG.md begins with {long_date(found[1])}.",
                          f"Write {found[1]}.", "log")
