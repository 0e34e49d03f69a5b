"""Defines a problem: what is wrong, where it is, and what to write instead.

Every part of the engine that finds a fault creates a `Problem` and continues, so that one run shows every mistake.
`EvidenceError` is raised only if continuing would produce a wrong page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One fault. `path` is absolute or relative to the current folder; `line` counts from 1.

    `about` is the name of a row that was looked up but not found. If the row is in a data file but could not be read, only the
    row's own problem is shown. For a rule that sets a maximum, `count` is the number found.
    """

    path: Path
    line: int
    what: str
    instead: str
    rule: str = ""
    warning: bool = False
    about: str = field(default="", compare=False)
    count: int = field(default=0, compare=False)

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        return f"{self.place}:{self.line}: {kind}{self.what} {self.instead}".rstrip()

    @property
    def place(self) -> str:
        """Return the path, relative to the current folder if the file is inside it."""
        here = Path.cwd()
        return (self.path.relative_to(here) if self.path.is_relative_to(here) else self.path).as_posix()

    @property
    def annotation(self) -> str:
        """Return the workflow command that makes GitHub show the problem beside its line in a pull request."""
        level = "warning" if self.warning else "error"
        path, title = (_escaped(text).replace(":", "%3A").replace(",", "%2C") for text in (self.place, self.rule))
        return f"::{level} file={path},line={self.line},title={title}::{_escaped(f'{self.what} {self.instead}'.rstrip())}"


def _escaped(text: str) -> str:
    """Escape a string for a GitHub workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


class EvidenceError(Exception):
    """Problems that stop the build, all in one message."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
