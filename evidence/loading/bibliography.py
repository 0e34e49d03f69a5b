"""Reads references.bib into `Reference` records, and checks every entry.

The package pybtex parses BibTeX and LaTeX. Authors must be written as `Surname, Given names`, and organisations in braces. All
other forms of names are rejected, because a guess could produce a wrong name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from pathlib import Path

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person
from pybtex.database.input.bibtex import LowLevelParser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from evidence.loading import text_files
from evidence.model.problems import Problem
from evidence.model.references import Reference

FIRST_YEAR = 1900
CHECKED = ("yes", "partly", "no")
READ = ("abstract", "recommendations", "full text")
"""How much of a source was read. `recommendations` is for guidelines, which have no abstract."""
REQUIRED = {
    "author": "the authors, for example author = {Surname, Given names and Surname, Given names}",
    "title": "the title of the paper or page",
    "year": "the year, in four digits",
    "design": "the kind of study, in plain words, for example design = {RCT}",
    "annote": "one plain line about what the source found",
    "checked": "checked = {yes}, {partly} or {no}: whether the entry was checked against the source",
}

FIELDS = {*REQUIRED, "journal", "publisher", "institution", "volume", "number", "pages", "doi", "pmid", "url", "population",
          "keywords", "numbers", "accessed", "read", "read_at"}
"""The fields that an entry may have. Every field is published, and exported entries often contain paths on somebody's computer
and copied abstracts."""

KEY = re.compile(r"[a-z0-9]+")
COMMENT = re.compile(r"^\s*%.*$|@comment\s*\{(?:[^{}]|\{[^{}]*\})*\}", re.IGNORECASE | re.MULTILINE)
EXPORTED = re.compile(r"[A-Z][A-Z0-9]{1,3} {0,2}- |%[0A-Z] ")
"""Matches the start of a line in the formats RIS and PubMed (TY  - JOUR, PMID- 123), and in an EndNote export (%0 Journal)."""

TEX = re.compile(r"\S*(?:\$[^$]*\$|[$^_])\S*")
"""Matches TeX that remains in the text of a field: a formula between dollar signs, or a raised or lowered letter."""


def prose(text: str) -> str:
    """Convert a BibTeX field to the text that readers see: without braces, with real dashes, and with accented letters in place
    of LaTeX.

    LaTeX that does not stand for a letter, such as `\\emph`, keeps its backslash, and `_faults` rejects it.
    """
    if "\\" in text:  # pybtex is slow, so it gets only text with LaTeX
        # if a brace is missing, the LaTeX stays in the text, and `_faults` reports it
        with suppress(ValueError, PybtexError):
            text = Text.from_latex(re.sub(r"(?<!\\)%", r"\\%", text)).render_as("text")
    text = re.sub(r"[{}]", "", text)
    return " ".join(text.replace("---", "—").replace("--", "–").replace("~", " ").split())


def address(text: str) -> str:
    """Return a DOI or web address without LaTeX escapes such as `\\_`, which some programs write instead of `_`."""
    return re.sub(r"\\([_%&#~])", r"\1", text.strip())


def sorts_as(text: str) -> str:
    """Return a name in lower case and without accents, for sorting. For example, Östlund is listed under O."""
    bare = unicodedata.normalize("NFKD", text.translate(NO_MARK))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).lower()


NO_MARK = str.maketrans({"Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Æ": "Ae", "æ": "ae",
                         "Œ": "Oe", "œ": "oe", "ß": "ss", "Þ": "Th", "þ": "th", "ı": "i"})  # noqa: RUF001 (the dotless i is meant)
"""Replacements for letters that Unicode does not decompose into a plain letter and an accent."""

LINEAGE = re.compile(r"(Jr|Sr|[IVX]+|\d(st|nd|rd|th))\.?")
INITIALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{1,3}")


def author(person: Person) -> str:
    """Return an author's name in short form: `Cherkin DC` for `Cherkin, Daniel C.`. An organisation in braces stays whole."""
    given = [part for name in [*person.first_names, *person.middle_names]
             for part in re.split(r"[-\s.]+", prose(name)) if part]
    initials = "".join(part if INITIALS.fullmatch(part) else part[0] for part in given)
    lineage = prose(" ".join(person.lineage_names))
    return " ".join(part for part in (surname(person), initials, lineage) if part)


def surname(person: Person) -> str:
    """Return an author's surname: `Cherkin` for `Cherkin, Daniel C.`."""
    return prose(" ".join([*person.prelast_names, *person.last_names]))


def name_fault(name: str) -> str:
    """Return advice on how to write an author's name if the name is ambiguous. Otherwise, return an empty string."""
    if name == "others" or (name.startswith("{") and name.endswith("}")):
        return ""
    parts = [part.strip() for part in prose(name).split(",")]
    if ";" in name or len(parts) > 3 or not all(parts) or (
            len(parts) == 3 and not LINEAGE.fullmatch(parts[1])):
        return 'Write "and" between two authors, and write each author as Surname, Given names.'
    if len(parts) == 1:
        return f"Write a person as Surname, Given names; put an organisation in braces, for example {{{{{parts[0]}}}}}."
    if re.search(r"\s[A-Z]{1,3}$", parts[0]):
        return 'Write each author as Surname, Given names, for example Smith, A. B., and put "and" between authors.'
    if any(not part[0].isalpha() for part in re.split(r"[-\s.]+", parts[-1]) if part):
        return "Write Surname, Given names; the given names must begin with a letter."
    return ""


@dataclass(frozen=True)
class Raw:
    """An entry in references.bib before it becomes a `Reference`. The field names are in lower case."""

    key: str
    fields: dict[str, str]
    line: int


def _reference(raw: Raw, people: list[Person]) -> Reference:
    field = {name: address(value) if name in ADDRESSES else prose(value) for name, value in raw.fields.items()}
    names = tuple(author(person) for person in people)
    return Reference(
        key=raw.key, authors=tuple(name for name in names if name != "others"),
        first=surname(people[0]) if people else "", more_authors="others" in names, title=field.get("title", ""),
        source=field.get("journal") or field.get("publisher") or field.get("institution", ""),
        year=field.get("year", ""), volume=field.get("volume", ""), number=field.get("number", ""),
        pages=field.get("pages", ""), doi=field.get("doi", ""), pmid=field.get("pmid", ""),
        url=field.get("url", ""), design=field.get("design", ""), population=field.get("population", ""),
        found=field.get("annote", ""), numbers=field.get("numbers", ""),
        checked=field.get("checked", ""), accessed=field.get("accessed", ""),
        read=field.get("read", ""), read_at=field.get("read_at", ""), line=raw.line,
    )


ADDRESSES = ("doi", "pmid", "url")
"""Fields whose values are kept as they are, except for LaTeX escapes."""


def _entries(path: Path, text: str, problems: list[Problem]) -> Iterator[Raw]:
    broken: dict[int, PybtexError] = {}
    parser: LowLevelParser = LowLevelParser(text, handle_error=lambda error: broken.setdefault(parser.command_start, error))
    seen: dict[str, str] = {}
    end = 0
    for _kind, body in parser:
        problems += _stray(path, text, end, parser.command_start)
        # treat the text after a broken entry as part of that entry
        end = len(text) if parser.command_start in broken else parser.pos
        if parser.command_start in broken:
            continue
        line = text.count("\n", 0, parser.command_start) + 1
        if len(body) == 1 or not isinstance(body[1], list) or parser.current_entry_key is None:  # @preamble or @string
            continue
        key, fields = body
        if first := seen.get(key.lower()):
            problems.append(Problem(path, line, f'The key "{key}" appears twice'
                                    + (f' (the first time as "{first}").' if first != key else "."),
                                    "Keep one of the two entries, or rename one of the keys.", "references"))
            continue
        seen[key.lower()] = key
        values = {name.lower(): " ".join("".join(parts).split()) for name, parts in fields}
        names = [name.lower() for name, _ in fields]
        problems += [Problem(path, line, f'The entry "{key}" has the field "{name}" twice.', "Keep one of the two fields.",
                             "references") for name in values if names.count(name) > 1]
        if unknown := sorted(values.keys() - FIELDS):
            meant = {name: found[0] for name in unknown if (found := get_close_matches(name, FIELDS, 1, 0.7))} | {
                name: field for name, field in ZOTERO.items() if name in unknown}
            once: dict[str, str] = {}
            for name in (*ZOTERO, *meant):
                if name in meant:
                    once.setdefault(meant[name], name)
            near = [f"{field} instead of {name}" for field, name in once.items()]
            problems.append(Problem(path, line, f'The entry "{key}" has fields that we do not use: {", ".join(unknown)}.',
                                    "Remove them, because every field is published."
                                    + (f" Did you mean {', '.join(near)}?" if near else ""), "references"))
        yield Raw(key, values, line)
    problems += _stray(path, text, end, len(text))
    for start, error in broken.items():
        said = re.sub(r"syntax error in line \d+: ", "", str(error))
        problems.append(Problem(path, text.count("\n", 0, start) + 1, f"The rest of this entry cannot be read ({said}).",
                                "Check this line and the lines below it. Each field must have the form name = {text}, with "
                                "both braces, and end with a comma.", "references"))


def _stray(path: Path, text: str, start: int, end: int) -> list[Problem]:
    between = COMMENT.sub(lambda match: " " * len(match[0]), text[start:end]).partition("@")[0]
    if not (words := between.strip()):
        return []
    line = text.count("\n", 0, start + between.index(words)) + 1
    first = words.split("\n")[0].strip()
    instead = "Write the source as an entry that begins with @, or remove this text."
    if EXPORTED.match(first):
        instead = "Export the source again as BibTeX, or write it like the other entries."
    return [Problem(path, line, f'The text "{first[:40]}" is outside all entries, so no page would show it.', instead,
                    "references")]


def _people(path: Path, raw: Raw, problems: list[Problem]) -> list[Person]:
    people = []
    for name in split_name_list(raw.fields.get("author", "")):
        if instead := name_fault(name):
            problems.append(Problem(path, raw.line,
                                    f'The author name "{name}" in the entry "{raw.key}" is not in the expected form.',
                                    instead, "references"))
        else:
            people.append(Person(name))
    return people


def read(path: Path, today: date) -> tuple[dict[str, Reference], list[Problem]]:
    """Return the entries in references.bib, as a dictionary from key to `Reference`, and the problems in the file. A date later
    than `today` is a problem.
    """
    if not path.exists():
        return {}, [Problem(path, 1, "The file is missing.", "Restore the last good version of the file.", "references")]
    text, problems = text_files.read(path)
    references: dict[str, Reference] = {}
    owners: dict[str, str] = {}
    for raw in _entries(path, text, problems):
        before = len(problems)
        reference = references[raw.key] = _reference(raw, _people(path, raw, problems))
        problems += _faults(path, reference, today, named=len(problems) > before)
        for name in filter(None, (reference.doi.lower(), reference.pmid)):
            if (owner := owners.setdefault(name, reference.key)) != reference.key:
                problems.append(Problem(path, reference.line,
                                        f'This source has the same DOI or PubMed number ("{name}") as the source "{owner}".',
                                        f"Cite [@{owner}] instead, and remove this entry.", "references"))
    return references, problems


def _past(day: str, today: date) -> bool:
    """Return whether a string is a valid date that is not in the future. Tomorrow's date is accepted, because that day has
    already begun in some time zones.
    """
    try:
        return date.fromisoformat(day) <= today + timedelta(days=1)
    except ValueError:
        return False


YEAR = 2024
"""The year in the example of a key, if the entry has no year."""

ZOTERO = {"date": "year", "journaltitle": "journal"}
"""Fields that Zotero (BibLaTeX) exports under other names."""


def _plain_key(reference: Reference) -> str:
    return re.sub(r"[^a-z0-9]", "", f"{sorts_as(reference.first)}{reference.year or YEAR}")


def _faults(path: Path, reference: Reference, today: date, *, named: bool) -> list[Problem]:
    """Return the problems in one entry. `named` says whether a fault in the authors' names has already been reported."""
    given = {"author": reference.authors or named, "title": reference.title, "year": reference.year,
             "design": reference.design, "annote": reference.found, "checked": reference.checked}
    faults = [(f'The entry "{reference.key}" has no field "{name}".', f"Add {REQUIRED[name]}.")
              for name, value in given.items() if not value]
    if reference.checked and reference.checked not in CHECKED:
        faults.append((f'The field "checked" of "{reference.key}" cannot be "{reference.checked}".',
                       'Write "yes", "partly" or "no".'))
    four_digits = re.fullmatch(r"\d{4}", reference.year)
    if reference.year and not (four_digits and FIRST_YEAR <= int(reference.year) <= today.year + 1):
        faults.append((f'The year of "{reference.key}" cannot be "{reference.year}".',
                       "Write the year in which it was published, in four digits."))
    if reference.accessed and not _past(reference.accessed, today):
        faults.append((f'The field "accessed" of "{reference.key}" is not a past date ("{reference.accessed}").',
                       "Write the date on which you read it, in the form 2026-11-23."))
    elif reference.accessed and four_digits and int(reference.accessed[:4]) + 1 < int(reference.year):  # +1: print follows
        faults.append((f'"{reference.key}" was read on {reference.accessed}, before it was published ({reference.year}).',
                       'Correct "accessed" or "year".'))
    if (reference.read or reference.read_at) and not (reference.read in READ and reference.read_at and reference.accessed):
        faults.append((f'"{reference.key}" does not say which part of it was read, in which copy and when.',
                       "Write read = {abstract}, {recommendations} or {full text}, read_at = {the copy}, accessed = {the date}."))
    if not (reference.doi or reference.pmid or reference.url or (reference.source and reference.pages)):
        faults.append((f'"{reference.key}" has no DOI, PMID or official address.',
                       'Add the field "doi", "pmid" or "url". If the paper has none of them, add its journal and pages.'))
    if reference.doi and not re.fullmatch(r"10\.\d{4,9}/\S+", reference.doi):
        faults.append((f'"{reference.doi}" is not a DOI.', 'Write it without "https://doi.org/", for example 10.1000/xyz.'))
    if reference.pmid and not reference.pmid.isdigit():
        faults.append((f'"{reference.pmid}" is not a PMID.', "Write digits only."))
    if not KEY.fullmatch(reference.key):
        faults.append((f'The key "{reference.key}" contains more than lower-case letters and digits.',
                       f'Use the surname and the year, for example "{_plain_key(reference)}".'))
    for name in ("title", "source", "design", "population", "found", "numbers"):
        if match := TEX.search(str(getattr(reference, name))):
            faults.append((f'"{reference.key}" contains "{match[0][:20]}", which readers would see as it is written.',
                           "Use plain characters, for example p < 0.05, m², or 50 dollars."))
    for name in ("authors", "title", "source", "pages", "design", "population", "found", "numbers"):
        if "\\" in str(value := getattr(reference, name)) and (command := re.search(r"\\+[A-Za-z]*", str(value))):
            faults.append((f'"{reference.key}" contains "{command[0][-12:]}", a LaTeX command that does not stand for a letter.',
                           "Remove the command. If you meant a letter, type the letter itself."))
    for name in ADDRESSES:
        if re.search(r"[\\{}\s]", value := getattr(reference, name)):
            faults.append((f'The {name} "{value}" contains a character that is not allowed in an address.',
                           r"Copy it from the browser, without \url, braces or spaces."))
    return [Problem(path, reference.line, what, instead, "references") for what, instead in faults]
