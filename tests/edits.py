"""Edits to the content, as a pull request would bring them: how they are written down and applied."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from evidence.checks import without_consequences
from evidence.checks.rules import PAGE_RULES, SITE_RULES, PageRule, Site
from evidence.model.problems import Problem
from tests import EDITION, ROOT

Span = dict[Path, tuple[int, int]]
"""First and last line of an edit, by file."""

FOLDER = ROOT / "tests" / "fixtures" / "edits"
NEXT = "/// next"


class Step(BaseModel):
    """One change to one file. blind_bad.yml says at its top what each key does."""

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
        """The text after the edit, and the first and the last line that it touched."""
        start = self._from(text)
        if self.new:
            return self.new, 1, self.new.count("\n") + 1
        if self.find or self.line:
            at, old = self._old(text, start)
            new = self.replace or ""
            if self.line and not new:
                old += "\n"  # the whole line goes
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
            raise LookupError(f'{self.file} no longer holds "{self.after}"')
        return text.index(self.after) if self.after else 0

    def _old(self, text: str, start: int) -> tuple[int, str]:
        """Where the text to replace begins, and that text."""
        if self.find:
            if self.find not in text[start:]:
                raise LookupError(f'{self.file} no longer holds "{self.find}"')
            return text.index(self.find, start), self.find
        at = start
        for line in text[start:].split("\n"):
            if line.startswith(self.line):
                return at, line
            at += len(line) + 1
        raise LookupError(f'{self.file} has no line that begins with "{self.line}"')

    def _place(self, text: str, start: int) -> int:
        """Where new lines go: below the line of `after`; else at the end, on a page above its next step."""
        if self.add:
            return text.index("\n", start) + 1
        last = text.rfind(f"\n{NEXT}") + 1
        return last if last and self.file.endswith(".md") else len(text)


class Edit(BaseModel):
    """One or more steps that belong together. `rule` names the rule that refuses a bad one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    why: str = ""
    rule: str = ""
    steps: tuple[Step, ...]

    @property
    def files(self) -> set[str]:
        """The files it changes."""
        return {step.file for step in self.steps}

    @model_validator(mode="before")
    @classmethod
    def one_step(cls, data: dict) -> dict:
        """An edit with one step is written without `steps`."""
        own = {"name", "why", "rule", "steps"}
        if "steps" in data:
            return data
        return {key: data[key] for key in own & set(data)} | {"steps": [{k: v for k, v in data.items() if k not in own}]}


@dataclass(frozen=True)
class Outcome:
    """What the checks say of an edit that they did not say before. `span` is the lines it touched, by file,
    from the line on which the entry begins that they belong to."""

    problems: tuple[Problem, ...]
    span: Span

    @property
    def refusals(self) -> list[Problem]:
        """Findings that fail the build, in the files of the edit."""
        return [f for f in self.problems if not f.warning and f.path in self.span]

    @property
    def placed(self) -> list[Problem]:
        """Refusals on the lines of the edit, so that a reviewer sees them there."""
        return [f for f in self.refusals if self.span[f.path][0] <= f.line <= self.span[f.path][1]]


def beginning(text: str, line: int, suffix: str) -> int:
    """The line on which the entry of a data file begins that holds `line`; in front matter, the first line."""
    lines = text.split("\n")
    if suffix == ".md":
        return 1 if line <= lines.index("---", 1) + 1 else line
    if suffix in (".yml", ".bib"):
        return next((n for n in range(line, 0, -1) if re.match(r"\s*- \w+:|@", lines[n - 1])), line)
    return line


def read(*names: str) -> list[Edit]:
    """The edits of some files in fixtures/edits."""
    return [Edit(**row) for name in names for row in yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))]


@contextmanager
def applied(edits: Iterable[Edit], docs: Path) -> Iterator[dict[str, Span]]:
    """Edits to different files, made in a copy of the content and taken back afterwards. Gives the lines of each
    edit; none where the text is gone that it changes."""
    before: dict[Path, bytes | None] = {}
    spans: dict[str, Span] = {}
    try:
        for edit in edits:
            spans[edit.name] = span = {}
            for step in edit.steps:
                path = docs.parent / step.file
                try:
                    text, first, last = step.apply(path.read_text(encoding="utf-8") if path.exists() else "")
                except LookupError:
                    span.clear()
                    break
                before.setdefault(path, path.read_bytes() if path.exists() else None)
                path.write_text(text, encoding="utf-8")
                first = beginning(text, first, path.suffix)
                old = span.get(path, (first, last))
                span[path] = (min(first, old[0]), max(last, old[1]))
        yield spans
    finally:
        for path, content in before.items():
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content)


def ask(files: set[Path] | None, docs: Path, *without: PageRule) -> list[Problem]:
    """What the checks say of some files, or of all: the rules about pages for the pages, the others once."""
    site = Site.of(EDITION.at(docs.parent))
    rules = [rule for rule in PAGE_RULES if rule not in without]
    found = [problem for page in site.pages.values() if files is None or page.path in files for rule in rules
             for problem in rule(page, site)]
    listed = (docs.parent / "mkdocs.yml").read_text(encoding="utf-8")
    if files is None or any(path.suffix != ".md" or path.relative_to(docs).as_posix() not in listed for path in files):
        found += [problem for rule in SITE_RULES for problem in rule(site)]
    return sorted(without_consequences(set(found), site))


def news(problems: Iterable[Problem], known: Iterable[Problem]) -> list[Problem]:
    """Findings that were not known. Lines are left out of account, since an edit above moves them."""
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
    """Edits in groups that can be made together, since no two of a group change the same file."""
    groups: list[list[Edit]] = []
    for edit in edits:
        for group in groups:
            if not edit.files & {file for other in group for file in other.files}:
                group.append(edit)
                break
        else:
            groups.append([edit])
    return groups


def judge(edits: Iterable[Edit], docs: Path, known: list[Problem]) -> dict[str, Outcome]:
    """What the checks say of each of a group of edits, in its own files."""
    with applied(edits, docs) as spans:
        found = news(ask({path for span in spans.values() for path in span}, docs), known)
    return {name: Outcome(tuple(f for f in found if f.path in span), span) for name, span in spans.items()}
