"""Reads a page's source file: its front matter, which is checked against a schema, and the lines below it."""

from __future__ import annotations

import re
from pathlib import Path

from evidence.loading import text_files
from evidence.loading.rows import build, cached_read, parse_yaml
from evidence.model.edition import Edition
from evidence.model.pages import Kind, Meta, Source
from evidence.model.problems import Problem

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
FIELDS = r"((?:[\w-]+:.*\n|[ -].*\n)+)"
NEVER_CLOSED = re.compile(rf"\A---\n{FIELDS}")
NEVER_OPENED = re.compile(rf"\A(?:[^\w\n]*\n)?{FIELDS}(?<=\n)---\n")
"""Matches front matter whose opening line of three dashes is missing or contains something else, such as a long dash."""


def files(edition: Edition) -> list[Path]:
    """Return the paths of an edition's pages, sorted. Leave out copies such as "cost (1).md", which checks/file_names.py
    reports.
    """
    return [path for path in text_files.files(edition.docs, ".md")
            if not any(map(path.is_relative_to, edition.apart)) and not text_files.LEFT.fullmatch(path.name)]


def read(path: Path) -> tuple[Source, list[Problem]]:
    """Return a page's source, and the problems in the file. The result is cached until the file changes, so callers must not
    modify the result.
    """
    return cached_read(_read, path)


def _read(path: Path) -> tuple[Source, list[Problem]]:
    text, unread = text_files.read(path)
    lines = tuple(text.split("\n"))
    above = len(text) - len(text.lstrip("\n"))
    match = FRONT_MATTER.match(text[above:])
    if not match and (match := NEVER_CLOSED.match(text[above:])):
        unread = [*unread, Problem(path, above + match[0].count("\n") + 1, "The front matter is never closed.",
                                   "Write a line of three dashes (---) below the last field.", "front matter")]
    if not match and (match := NEVER_OPENED.match(text[above:])):
        unread = [*unread, Problem(path, above + 1, "The front matter is closed, but never opened.",
                                   "Write a line of three dashes (---) above the first field.", "front matter")]
    if not text.strip():
        empty = Problem(path, 1, "The page is empty.", "Restore the previous version, or delete the file.", "front matter")
        return Source(path, None, lines, 0), unread or [empty]
    if not match:
        return Source(path, None, lines, 0), [
            *unread,
            Problem(path, 1, "The page has no front matter.",
                    "Start the page with fields between two lines of three dashes. STYLE.md has an example to copy.",
                    "front matter")
        ]
    if above:
        unread = [*unread, Problem(path, 1, "There is a blank line above the front matter.", "Remove it.", "front matter")]
    start = above + match[0].count("\n")
    data, problems = parse_yaml(match[1], path, offset=above + match[0][: match.start(1)].count("\n"))
    problems = unread + problems
    if data is None and problems:
        return Source(path, None, lines, start), problems
    if not isinstance(data, dict):
        return Source(path, None, lines, start), [
            *problems,
            Problem(path, 1, "The front matter has no fields.",
                    'Write one field per line, for example "kind: guide".', "front matter")]
    meta, faults = build(Meta, data, path)
    kind = data.get("kind")
    return Source(path, meta, lines, start, Kind(kind) if kind in set(Kind) else None), problems + faults
