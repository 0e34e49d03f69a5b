"""Loads the interface strings (the engine's own wording, which readers see) and the search patterns. Each language has a folder
of YAML files.

To add a language, add a folder with the same files. A new language needs only the strings that its pages use. If a string is
missing, the error names this string, and the English string is never used instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date

from evidence.loading.rows import build, cached_read, parsed, without_lines
from evidence.model.claims import HEDGED, Hedge, Hedges
from evidence.model.edition import Edition
from evidence.model.numbers import NumberReader, NumberWords
from evidence.model.pages import long_date
from evidence.model.problems import EvidenceError, Problem

Part = dict[str, Any]
"""Strings, or further parts, keyed by name. The caller fills in the {names} in a string."""


class LackingError(EvidenceError):
    """Raised if a language lacks an interface string that a page needs, or a search pattern that a rule needs. Without its
    pattern, a rule would accept everything.
    """

    def __init__(self, path: Path, name: str, language: str):
        self.name = name
        super().__init__([Problem(path, 1, f'The language "{language}" has no "{name}".',
                                  "Add this entry in the same form as in evidence/words/en, with the words that people use in "
                                  "this language.",
                                  "words")])


class Said(dict[str, Any]):
    """One part of the interface strings in a language. If a template uses a string that does not exist, the error names the
    string and the file.
    """

    def __init__(self, given: Mapping[str, Any], language: str, path: Path, above: str = ""):
        self.language, self.path, self.above = language, path, above
        super().__init__({name: Said(value, language, path, f"{above}{name}.") if type(value) is dict else value
                          for name, value in given.items()})

    def __missing__(self, name: str) -> Any:
        raise LackingError(self.path, f"{self.above}{name}", self.language)


class Words:
    """All interface strings and search patterns in a language, keyed by part.

    Two `Words` objects are never equal, even if their strings are the same. So after a file has changed, results that were cached
    for the old object are not used again.
    """

    def __init__(self, language: str, folder: Path, parts: Mapping[str, Part]):
        self.language = language
        self.folder = folder
        self.parts = Said(parts, language, folder / "frame.yml")

    def __getitem__(self, part: str) -> Any:
        return self.parts[part]

    def text(self, part: str, name: str, /, **values: object) -> str:
        """Return one interface string from a part, with its placeholders filled in.

        Raises:
            LackingError: there is no such string.
            KeyError: there is no value for one of the placeholders.
        """
        found: str = self[part][name]
        return found.format(**values)

    @cached_property
    def locale(self) -> Locale:
        """Return the locale, which decides how dates and plurals are written."""
        return Locale.parse(str(self.parts["locale"]))

    def plural(self, forms: Mapping[str, str], count: int) -> str:
        """Return the right plural form for a number. The keys of `forms` are plural categories from Unicode, such as "one" and
        "other".
        """
        return forms.get(self.locale.plural_form(count), forms["other"])

    def long_date(self, day: date) -> str:
        """Return a date in words, for example 23 November 2026."""
        return long_date(day, str(self.locale))

    def month(self, day: date) -> str:
        """Return the month and year of a date in words, for example November 2026."""
        return format_date(day, "MMMM y", locale=self.locale)

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return the search pattern that has the given name. The pattern ignores case.

        Raises:
            LackingError: the language has no such pattern.
        """
        if name not in self._patterns:
            given = self.parts.get("patterns", {}).get(name)
            if not given:
                raise LackingError(self.folder / "language.yml", name, self.language)
            self._patterns[name] = self._compiled(given)
        return self._patterns[name]

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        return re.compile(filled(pattern, self.parts.get("fragments", {})), re.IGNORECASE)

    @cached_property
    def hedges(self) -> Hedges:
        """Return the hedge (such as "may") for each grade of certainty that needs one, with the least certain grade first.

        Raises:
            LackingError: the language has no hedge for one of these grades.
        """
        given = self.parts.get("hedges", {})
        if missing := [grade for grade in HEDGED if not given.get(grade.value)]:
            raise LackingError(self.folder / "language.yml", f"hedges: {missing[0].value}", self.language)
        return {grade: Hedge(said["say"], self._compiled(said["claim"]), self._compiled(said["prose"]))
                for grade in HEDGED for said in (given[grade.value],)}

    @cached_property
    def numbers(self) -> NumberReader:
        """Return an object that finds numbers in text in this language.

        Raises:
            LackingError: the language has no words for numbers.
            EvidenceError: the words for numbers are incomplete.
        """
        path = self.folder / "numbers.yml"
        if "numbers" not in self.parts:
            raise LackingError(path, "numbers", self.language)
        given, problems = build(NumberWords, self.parts["numbers"], path)
        if given is None:
            raise EvidenceError(problems)
        return NumberReader(given)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {}


def filled(pattern: str, fragments: Mapping[str, str]) -> str:
    """Return a pattern with each %name% replaced by the fragment of that name."""
    for name, fragment in fragments.items():
        pattern = pattern.replace(f"%{name}%", f"(?:{fragment})")
    return pattern


def load_words(edition: Edition) -> Words:
    """Return the interface strings and search patterns in the language of an edition (the site in one language). A file is read
    again only if it has changed.

    Raises:
        EvidenceError: there is no folder for this language, a file cannot be read, or two files contain a part with the same
            name.
    """
    files = sorted(edition.words.glob("*.yml"))
    return _read(edition.language, edition.words, tuple((path, path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=8)
def _read(language: str, folder: Path, stamps: tuple[tuple[Path, int], ...]) -> Words:
    if not stamps:
        raise EvidenceError([Problem(folder, 1, f'There is no folder for the language "{language}".',
                                     "Copy the folder evidence/words/en and translate its files.", "words")])
    found: Part = {}
    for path, _stamp in stamps:
        part = load_part(path)
        if twice := sorted(found.keys() & part.keys()):
            raise EvidenceError([
                Problem(path, 1,
                        f'Another file already contains a part called "{twice[0]}".',
                        "Rename one of the two parts.", "words")])
        found |= Said(part, language, path)
    return Words(language, folder, found)


def load_part(path: Path) -> Part:
    """Return the interface strings and search patterns in one file. The file is read again only if it has changed."""
    return cached_read(_read_part, path)


def _read_part(path: Path) -> Part:
    data, problems, _ = parsed(path)
    if problems:
        raise EvidenceError(problems)
    found: Part = without_lines(data)
    return found


def broken_patterns(words: Words) -> Iterator[tuple[str, str]]:
    """Yield (name, why) for each search pattern that is invalid or matches the empty string."""
    for name, given in words.parts.get("patterns", {}).items():
        try:
            if re.compile(filled(given or "", words.parts.get("fragments", {}))).search("") is not None:
                yield name, "matches the empty string"
        except re.error as error:
            yield name, f"is not a valid pattern ({error})"


def names(part: Any, above: str = "") -> Iterator[str]:
    """Yield the full name of every string in a language, for example claims.checked. A whole list counts as one
    string. The plural forms of a phrase together also count as one string.
    """
    if isinstance(part, dict) and "other" not in part:
        for name, value in part.items():
            yield from names(value, f"{above}.{name}" if above else str(name))
    else:
        yield above
