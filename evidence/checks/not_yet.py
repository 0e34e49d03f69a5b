"""The list of pages that do not follow a newer rule yet (not-yet.yml). The list may only get shorter. A page on the list is
exempt from that rule or, if a maximum became stricter, must not exceed the old maximum. `make why PAGE=…` shows what is left to
fix on a page. At present there is no such file, because all pages follow all rules. README.md in this folder says when to create
the file.
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
    """A rule, and the pages that do not follow it yet."""

    rule: str = Field(description="the short name of the rule, which GitHub shows as the title of its errors")
    pages: list[str] = Field(min_length=1, description="paths in docs/, for example massage/safety.md")
    old_maximum: int | None = Field(None, ge=1, description="the earlier, higher maximum, which still applies to these pages")


def read(path: Path = LIST) -> dict[str, NotYet]:
    """Return the list, keyed by rule. A missing file counts as an empty list.

    Raises:
        ValueError: the list contains errors.
    """
    if not path.exists():
        return {}
    rows, problems = cached_read(read_yaml, path, NotYet, "rule")
    if problems:
        raise ValueError("\n".join(map(str, problems)))
    return {row.rule: row for row in rows}


def pages(rule: str, path: Path = LIST) -> list[str]:
    """Return the pages that do not follow a rule yet."""
    row = read(path).get(rule)
    return row.pages if row else []


def let_through(problems: Iterable[Problem], docs: Path, path: Path = LIST) -> Iterator[Problem]:
    """Yield the problems, except those on pages that are exempt from the rule. A page above its old maximum is not exempt."""
    listed = {(rule, docs / name): row.old_maximum for rule, row in read(path).items() for name in row.pages}
    for problem in problems:
        place = problem.rule, problem.path
        if place not in listed or problem.count > (listed[place] or problem.count):
            yield problem


def done(problems: Iterable[Problem], docs: Path, path: Path = LIST) -> Iterator[Problem]:
    """Yield a warning for each page that can be removed from the list, because it follows its rule now or no longer exists."""
    found = {(problem.rule, problem.path) for problem in problems}
    for rule, row in read(path).items():
        for name in row.pages if rule not in IN_A_BROWSER else ():
            if (rule, docs / name) not in found:
                yield Problem(path, row.at("pages"), f'docs/{name} now follows the rule "{rule}".',
                              "Remove the page from this list.",
                              "not yet", warning=True)
