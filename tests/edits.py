"""Reads the example edits in tests/fixtures/edits, applies them to a copy of the content, and returns the problems that the
checks report. The edits resemble changes that people propose in pull requests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from evidence.checks import without_consequences
from evidence.checks.rules import PAGE_RULES, SITE_RULES, PageRule, Site, SiteRule
from evidence.model.problems import Problem
from tests import EDITION, ROOT

Span = dict[Path, tuple[int, int]]
"""The first and last line of an edit in each file."""

FOLDER = ROOT / "tests" / "fixtures" / "edits"
NEXT = "/// next"


class Step(BaseModel):
    """A change to one file, as a step of an example edit. The comment at the top of blind_bad.yml explains the fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    after: str = ""
    find: str = ""
    line: str = ""
    replace: str | None = None
    add: str = ""
    append: str = ""
    new: str = ""

    def apply(self, text: str) -> tuple[str, int, int]:
        """Apply this change to the text of a file. Return the new text and the numbers of the first and last changed lines."""
        start = self._from(text)
        if self.new:
            return self.new, 1, self.new.count("\n") + 1
        if self.find or self.line:
            at, old = self._old(text, start)
            new = self.replace or ""
            if self.line and not new:
                old += "\n"
        else:
            at, old = self._place(text, start), ""
            new = self.add.rstrip("\n") + "\n" if self.add else self.append.rstrip("\n") + "\n"
            if self.append and self.file.endswith(".md"):
                new = f"{new}\n"
        first = text[:at].count("\n") + 1
        if not new:
            return text[:at] + text[at + len(old):], first - 1, first + 1
        return text[:at] + new + text[at + len(old):], first, first + new.rstrip("\n").count("\n")

    def _from(self, text: str) -> int:
        if self.after and self.after not in text:
            raise LookupError(f'{self.file} no longer contains "{self.after}"')
        return text.index(self.after) if self.after else 0

    def _old(self, text: str, start: int) -> tuple[int, str]:
        if self.find:
            if self.find not in text[start:]:
                raise LookupError(f'{self.file} no longer contains "{self.find}"')
            return text.index(self.find, start), self.find
        at = start
        for line in text[start:].split("\n"):
            if line.startswith(self.line):
                return at, line
            at += len(line) + 1
        raise LookupError(f'{self.file} has no line that begins with "{self.line}"')

    def _place(self, text: str, start: int) -> int:
        """Return the position at which to insert new lines. With `add`, the position is just below the line that contains
        `after`. With `append`, the position is the end of the file or, on a page, just above the "next" block.
        """
        if self.add:
            return text.index("\n", start) + 1
        last = text.rfind(f"\n{NEXT}") + 1
        return last if last and self.file.endswith(".md") else len(text)


class Edit(BaseModel):
    """An example edit: one or more changes that belong together. For a bad edit, `rule` names the rule that must reject the edit.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    why: str = ""
    rule: str = ""
    steps: tuple[Step, ...]

    @property
    def files(self) -> set[str]:
        return {step.file for step in self.steps}

    @model_validator(mode="before")
    @classmethod
    def one_step(cls, data: dict) -> dict:
        """Allow an edit with a single step to be written without the field `steps`."""
        own = {"name", "why", "rule", "steps"}
        if "steps" in data:
            return data
        return {key: data[key] for key in own & set(data)} | {"steps": [{k: v for k, v in data.items() if k not in own}]}


@dataclass(frozen=True)
class Outcome:
    """The problems that the checks report after an edit, but not before it.

    `span` gives the first and the last changed line of each file. If the edit is inside a data entry, the span begins where the
    entry begins.
    """

    problems: tuple[Problem, ...]
    span: Span

    @property
    def refusals(self) -> list[Problem]:
        return [f for f in self.problems if not f.warning and f.path in self.span]

    @property
    def placed(self) -> list[Problem]:
        return [f for f in self.refusals if self.span[f.path][0] <= f.line <= self.span[f.path][1]]


def beginning(text: str, line: int, suffix: str) -> int:
    """Return the number of the first line of the data entry that contains `line`. For a line in front matter, return 1. For a
    line in the text of a page, return `line` itself.
    """
    lines = text.split("\n")
    if suffix == ".md":
        return 1 if line <= lines.index("---", 1) + 1 else line
    if suffix in (".yml", ".bib"):
        return next((n for n in range(line, 0, -1) if re.match(r"\s*- \w+:|@", lines[n - 1])), line)
    return line


def read(*names: str) -> list[Edit]:
    return [Edit(**row) for name in names for row in yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))]


@contextmanager
def applied(edits: Iterable[Edit], docs: Path) -> Iterator[dict[str, Span]]:
    """Apply edits to a copy of the content, and undo them when the context ends.

    Yield the span of each edit (see `Outcome`). An edit is skipped if the content does not contain the text to change, or if an
    earlier edit has changed the same lines.
    """
    before: dict[Path, bytes | None] = {}
    spans: dict[str, Span] = {}
    try:
        for edit in edits:
            try:
                texts, span, others = placed(edit, docs, spans)
            except LookupError:
                continue
            spans = others | {edit.name: span}
            for path, text in texts.items():
                before.setdefault(path, path.read_bytes() if path.exists() else None)
                path.write_text(text, encoding="utf-8")
        yield spans
    finally:
        for path, content in before.items():
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content)


def placed(edit: Edit, docs: Path, spans: dict[str, Span]) -> tuple[dict[Path, str], Span, dict[str, Span]]:
    """Work out the result of an edit without writing any file. `spans` gives the spans of the edits that were applied before. A
    span moves if lines are added or removed above it.

    Returns:
        the new content of the changed files, the span of the edit, and the updated `spans`.

    Raises:
        LookupError: the edit cannot be applied to this content.
    """
    texts: dict[Path, str] = {}
    own: Span = {}
    for step in edit.steps:
        path = docs.parent / step.file
        text = texts.get(path) or (path.read_text(encoding="utf-8") if path.exists() else "")
        texts[path], first, last = step.apply(text)
        first = beginning(texts[path], first, path.suffix)
        longer = texts[path].count("\n") - text.count("\n")
        moved: dict[str, Span] = {}
        for name, span in spans.items():
            start, end = span.get(path, (0, 0))
            if end >= first and start <= last - longer:
                raise LookupError(f'the edit "{name}" changes some of the same lines')
            moved[name] = span | {path: (start + longer, end + longer)} if start >= first else span
        spans = moved
        old = own.get(path, (first, last))
        own[path] = (min(first, old[0]), max(last, old[1]))
    return texts, own, spans


def ask(files: set[Path] | None, docs: Path, *without: PageRule | SiteRule) -> list[Problem]:
    """Run all rules except those in `without`, and return the problems. If `files` is given, the rules about single pages check
    only these files.
    """
    site = Site.of(EDITION.at(docs.parent))
    rules = [rule for rule in PAGE_RULES if rule not in without]
    found = [problem for page in site.pages.values() if files is None or page.path in files for rule in rules
             for problem in rule(page, site)]
    found += [problem for rule in SITE_RULES if rule not in without for problem in rule(site)]
    return sorted(without_consequences(set(found), site))


def news(problems: Iterable[Problem], known: Iterable[Problem]) -> list[Problem]:
    """Return the problems that are not in `known`. Line numbers are ignored, since an edit can move other lines."""
    left = Counter((f.path, f.what, f.warning) for f in known)
    new = []
    for problem in problems:
        key = (problem.path, problem.what, problem.warning)
        if left[key]:
            left[key] -= 1
        else:
            new.append(problem)
    return new


def waves(edits: Iterable[Edit]) -> list[list[Edit]]:
    """Divide the edits into groups in which no two edits change the same file."""
    groups: list[list[Edit]] = []
    for edit in edits:
        for group in groups:
            if not edit.files & {file for other in group for file in other.files}:
                group.append(edit)
                break
        else:
            groups.append([edit])
    return groups


def judged(edits: list[Edit], judge: Callable[[list[Edit]], dict[str, Any]],
           faults: Callable[[Edit, Any], list[str]]) -> dict[str, list[str]]:
    """Return the names of the edits that the checks handle wrongly, each with a list of faults.

    `judge` applies a group of edits and returns a result for each edit. `faults` lists what is wrong with one result.

    One edit can hide the problems of another. So after each run, the edits that failed are applied again, without those that
    passed. When no further edit passes, a last run applies the remaining edits in groups in which no two change the same file.
    """
    left, fewer = edits, True
    while left:
        results = {name: result for group in ([left] if fewer else waves(left)) for name, result in judge(group).items()}
        wrong = {edit.name: found for edit in left if (found := faults(edit, results.get(edit.name)))}
        if not fewer:
            return wrong
        fewer = len(wrong) < len(left)
        left = [edit for edit in left if edit.name in wrong]
    return {}


def judge(edits: Iterable[Edit], docs: Path, known: list[Problem]) -> dict[str, Outcome]:
    """Apply a group of edits. For each edit, return the new problems in the files that the edit changes."""
    with applied(edits, docs) as spans:
        found = news(ask({path for span in spans.values() for path in span}, docs), known)
    return {name: Outcome(tuple(f for f in found if f.path in span), span) for name, span in spans.items()}
