"""Defines the class `Problem`, which records what is wrong, where it is, and what to write instead.

Code that finds a fault creates a `Problem` and continues, so that one run reports every mistake. `EvidenceError` is raised only
if a page would otherwise be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

HELD = "held"
"""The name of the rules about wording that changes only with the approval of somebody responsible for safety."""


@dataclass(frozen=True, order=True)
class Problem:
    """A fault in a file. `path` is absolute or relative to the current folder, and `line` counts from 1.

    If the fault is that a data row is missing, `about` is the row's name. The checks do not report such a problem if this name
    is in a data file that could be read only in part.

    If a rule sets a maximum, for example 500 words, `count` is the actual number.
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
        kind = "warning: " if self.warning else "to be approved: " if self.waits else ""
        return f"{self.place}:{self.line}: {kind}{self.what} {self.instead}".rstrip()

    @property
    def waits(self) -> bool:
        """Return whether this problem is only a change that somebody responsible for safety still has to approve."""
        return self.rule == HELD

    @property
    def wrong(self) -> bool:
        """Return whether the author has to fix the fault."""
        return not self.warning and not self.waits

    @property
    def place(self) -> str:
        """Return the path of the file, relative to the current folder if the file is inside it."""
        here = Path.cwd()
        return (self.path.relative_to(here) if self.path.is_relative_to(here) else self.path).as_posix()

    @property
    def annotation(self) -> str:
        """Return the workflow command that makes GitHub show the problem beside the line in a pull request."""
        level = "error" if self.wrong else "warning"
        path, title = (_escaped(text).replace(":", "%3A").replace(",", "%2C") for text in (self.place, self.rule))
        return f"::{level} file={path},line={self.line},title={title}::{_escaped(f'{self.what} {self.instead}'.rstrip())}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


class EvidenceError(Exception):
    """Raised with one or more problems that stop the build. The message lists all problems."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
