"""Reads not-yet.yml, which lists pages that do not follow a new rule yet.

The new rule does not apply to these pages. If it lowers a maximum, the previous maximum still applies to them. Pages may be
listed only in the change that adds the rule. At present, the file does not exist. The file README.md in this folder says when to
create it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import Field

from evidence.loading.rows import cached_read, read_yaml
from evidence.model.problems import Problem
from evidence.model.record import Record

LIST = Path(__file__).with_name("not-yet.yml")

IN_A_BROWSER = {"screens"}
"""Rules that need a browser. Their tests say which pages can be removed from the list."""


class NotYet(Record):
    """A row of not-yet.yml: a rule, and the pages that do not follow the rule yet."""

    rule: str = Field(description="the short name of the rule, which GitHub shows as the title of its errors")
    pages: list[str] = Field(min_length=1, description="paths in docs/, for example massage/safety.md")
    old_maximum: int | None = Field(None, ge=1, description="the earlier, higher maximum, which still applies to these pages")


def read(path: Path = LIST) -> dict[str, NotYet]:
    """Return the rows of not-yet.yml, keyed by rule. If the file does not exist, return an empty dictionary.

    Raises:
        ValueError: not-yet.yml contains errors.
    """
    if not path.exists():
        return {}
    rows, problems = cached_read(read_yaml, path, NotYet, "rule")
    if problems:
        raise ValueError("\n".join(map(str, problems)))
    return {row.rule: row for row in rows}


def pages(rule: str, path: Path = LIST) -> list[str]:
    """Return the names of the pages that not-yet.yml lists for a rule."""
    row = read(path).get(rule)
    return row.pages if row else []


def let_through(problems: Iterable[Problem], docs: Path, path: Path = LIST) -> Iterator[Problem]:
    """Yield the problems that not-yet.yml does not excuse. A page is not excused if its count (such as its number of
    words) exceeds the maximum that applied before the rule became stricter.
    """
    listed = {(rule, docs / name): row.old_maximum for rule, row in read(path).items() for name in row.pages}
    for problem in problems:
        place = problem.rule, problem.path
        if place not in listed or problem.count > (listed[place] or problem.count):
            yield problem


def done(problems: Iterable[Problem], docs: Path, path: Path = LIST) -> Iterator[Problem]:
    """Yield a warning for each page in not-yet.yml that now follows the rule or no longer exists."""
    found = {(problem.rule, problem.path) for problem in problems}
    for rule, row in read(path).items():
        for name in row.pages if rule not in IN_A_BROWSER else ():
            if (rule, docs / name) not in found:
                yield Problem(path, row.at("pages"), f'docs/{name} now follows the rule "{rule}".',
                              "Remove the page from not-yet.yml.", "not yet", warning=True)
