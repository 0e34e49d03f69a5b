"""The engine's own words for readers, as data: one folder a language, one file a part. English so far.

A new language is a new folder with the same files; nothing else here or in templates and scripts holds a word for readers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel import Locale

from evidence.loading import text_files
from evidence.loading.rows import cached_read, parse_yaml, without_lines
from evidence.model.problems import EvidenceError, Problem

FOLDER = Path(__file__).parent

Words = dict[str, Any]
"""Texts, or further words, by name. In a text, {name} is filled in by whoever draws it."""


def words(language: str = "en", folder: Path = FOLDER) -> Words:
    """All words of a language, by part; a file is read again only when it has changed. Nobody may change what this returns.

    Raises:
        EvidenceError: there are no words in this language, a file cannot be read, or two files have a part of one name.
    """
    files = sorted((folder / language).glob("*.yml"))
    if not files:
        raise EvidenceError([Problem(folder / language, 1, f'There are no words in the language "{language}".',
                                     "Copy evidence/words/en and translate it.", "words")])
    found: Words = {}
    for path in files:
        part = frame(path)
        if twice := sorted(found.keys() & part.keys()):
            raise EvidenceError([Problem(path, 1, f'Another file has a part "{twice[0]}" already.', "Rename one.", "words")])
        found |= part
    return found


def text(part: str, name: str, /, **values: object) -> str:
    """One text of a part, filled in.

    Raises:
        KeyError: there is no such text, or it names a value that is not given.
    """
    found: str = words()[part][name]
    return found.format(**values)


def plural(forms: Mapping[str, str], count: int, language: str = "en") -> str:
    """The form that a language has for a number, by its name in Unicode's plural rules: one, few, many, other …"""
    return forms.get(Locale.parse(words(language)["locale"]).plural_form(count), forms["other"])


PATTERNS = ("emergency_heading", "urgent_heading", "routine_heading", "emergency", "call")
"""What rules and pages look for in a text; each language has all of them."""

NOTHING = re.compile(r"(?!)")


def pattern(name: str, language: str = "en") -> re.Pattern[str]:
    """What a rule looks for in a text. Where the language lacks it, nothing is found, and `lacking` says so."""
    given = words(language).get("patterns", {}).get(name)
    return re.compile(given, re.IGNORECASE) if given else NOTHING


def lacking(language: str = "en", folder: Path = FOLDER) -> list[str]:
    """The patterns that a language lacks, or that are none."""
    def broken(given: str | None) -> bool:
        try:
            return not given or re.compile(given).fullmatch("") is not None
        except re.error:
            return True
    held = words(language, folder).get("patterns", {})
    return [name for name in PATTERNS if broken(held.get(name))]


def frame(path: Path = FOLDER / "en" / "frame.yml") -> Words:
    """The words of one file; without a path, those round every page."""
    return cached_read(_read, path)


def _read(path: Path) -> Words:
    data, problems = parse_yaml(text_files.read(path)[0], path)
    if problems:
        raise EvidenceError(problems)
    found: Words = without_lines(data)
    return found
