"""Pages that do not yet keep a rule that came after them: not-yet.yml, which grows shorter from the day its rule came.

A page on the list is let through for that rule. `make why PAGE=…` shows what is left to do on it. When the last
page has gone, the file and this module go too.
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
"""Rules that need a browser. Their tests say which pages can be taken off."""


class NotYet(Record):
    """A rule, and the pages that do not yet keep it."""

    rule: str = Field(description="the rule's name, as problems carry it")
    pages: list[str] = Field(min_length=1, description="paths in docs/, as in massage/safety.md")


def read(path: Path = LIST) -> dict[str, NotYet]:
    """The list, by rule. No file is an empty list."""
    if not path.exists():
        return {}
    rows, problems = cached_read(read_yaml, path, NotYet, "rule")
    if problems:
        raise ValueError("\n".join(map(str, problems)))
    return {row.rule: row for row in rows}


def pages(rule: str, path: Path = LIST) -> list[str]:
    """The pages that do not yet keep a rule."""
    row = read(path).get(rule)
    return row.pages if row else []


def let_through(problems: Iterable[Problem], docs: Path, path: Path = LIST) -> Iterator[Problem]:
    """The problems without those of a rule on a page that is on its list."""
    listed = {(rule, docs / name) for rule, row in read(path).items() for name in row.pages}
    return (problem for problem in problems if (problem.rule, problem.path) not in listed)


def done(problems: Iterable[Problem], docs: Path, path: Path = LIST) -> Iterator[Problem]:
    """A warning for each page on the list that keeps its rule now, or does not exist: it can go."""
    found = {(problem.rule, problem.path) for problem in problems}
    for rule, row in read(path).items():
        for name in row.pages if rule not in IN_A_BROWSER else ():
            if (rule, docs / name) not in found:
                yield Problem(path, row.at("pages"), f'docs/{name} now keeps the rule "{rule}".', "Remove it from the list.",
                              "not yet", warning=True)
