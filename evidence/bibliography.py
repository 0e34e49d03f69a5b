"""references.bib -> Reference; one citation style.

The style is Vancouver's order (authors, title, source, year, volume, pages) with sentence
punctuation, because readers of health pages meet it most. Parsing is pybtex's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pybtex.database import Entry, Person
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError

from evidence import clock
from evidence.findings import Finding

MOST_AUTHORS = 6
FIRST_YEAR = 1900
CHECKED = ("yes", "partly", "no")
REQUIRED = {
    "author": "who wrote it, as in author = {Surname, Given names and Surname, Given names}",
    "title": "the title of the paper or page",
    "year": "the year, four digits",
    "design": "the kind of study, in plain words, as in design = {RCT}",
    "annote": "one plain line: what it found",
    "checked": "yes, partly or no: whether its content was checked against the source",
}


@dataclass(frozen=True)
class Reference:
    """One source. `found` is one plain line; `checked` is yes, partly or no."""

    key: str
    authors: tuple[str, ...]
    first: str
    more_authors: bool
    title: str
    source: str
    year: str
    volume: str
    number: str
    pages: str
    doi: str
    pmid: str
    url: str
    design: str
    population: str
    found: str
    checked: str
    accessed: str
    line: int

    @property
    def link(self) -> str:
        """The address to follow: the DOI where there is one."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return self.url or (f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else "")

    @property
    def by(self) -> str:
        """Authors, at most six, then "et al"."""
        names = list(self.authors[:MOST_AUTHORS])
        if len(self.authors) > MOST_AUTHORS or self.more_authors:
            names.append("et al")
        return ", ".join(names)

    @property
    def short(self) -> str:
        """First author and year, for running text: "Cherkin 2011"."""
        return f"{self.first} {self.year}"

    @property
    def where(self) -> str:
        """Journal, year, volume and pages, as in "Ann Intern Med. 2011;155(1):1-9"."""
        place = f"{self.year}"
        if self.volume:
            place += f";{self.volume}" + (f"({self.number})" if self.number else "")
        elif self.number:
            place += f";({self.number})"
        if self.pages:
            place += f":{self.pages}"
        return f"{self.source}. {place}" if self.source else place


def plain(text: str) -> str:
    """BibTeX text without braces, with real dashes."""
    text = re.sub(r"[{}]", "", text)
    text = text.replace("---", "—").replace("--", "–").replace(r"\&", "&").replace("~", " ")
    return " ".join(text.split())


def author(person: Person) -> str:
    """`Cherkin, Daniel C.` -> `Cherkin DC`; an organisation in braces stays whole."""
    last = surname(person)
    given = [*person.first_names, *person.middle_names]
    initials = "".join(part[0] for name in given for part in re.split(r"[-\s.]+", plain(name)) if part)
    lineage = plain(" ".join(person.lineage_names))
    return " ".join(part for part in (last, initials, lineage) if part)


def surname(person: Person) -> str:
    """`Cherkin, Daniel C.` -> `Cherkin`."""
    return plain(" ".join([*person.prelast_names, *person.last_names]))


def _reference(key: str, entry: Entry, line: int) -> Reference:
    field = {name.lower(): plain(value) for name, value in entry.fields.items()}
    people = [author(person) for person in entry.persons.get("author", [])]
    names = tuple(name for name in people if name != "others")
    return Reference(
        key=key, authors=names,
        first=surname(entry.persons["author"][0]) if names else "",
        more_authors=len(names) < len(people), title=field.get("title", ""),
        source=field.get("journal") or field.get("publisher") or field.get("institution", ""),
        year=field.get("year", ""), volume=field.get("volume", ""), number=field.get("number", ""),
        pages=field.get("pages", ""), doi=field.get("doi", ""), pmid=field.get("pmid", ""),
        url=field.get("url", ""), design=field.get("design", ""), population=field.get("population", ""),
        found=field.get("annote", ""), checked=field.get("checked", ""), accessed=field.get("accessed", ""),
        line=line,
    )


def read(path: Path) -> tuple[dict[str, Reference], list[Finding]]:
    """All references by key. A file that cannot be parsed gives no references and one finding."""
    if not path.exists():
        return {}, [Finding(path, 1, "The file is missing.", "Put it back from the last good version.", "references")]
    text = path.read_text(encoding="utf-8")
    lines: dict[str, int] = {}
    findings: list[Finding] = []
    for number, row in enumerate(text.splitlines(), 1):
        if match := re.match(r"@\w+\s*\{\s*([^,\s]+)", row):
            if match[1] in lines:
                findings.append(Finding(path, number, f'The key "{match[1]}" stands here for the second time.',
                                        "Keep one of the two entries.", "references"))
            lines.setdefault(match[1], number)
    if findings:
        return {}, findings
    try:
        database = Parser().parse_string(text)
    except PybtexError as error:
        line = getattr(error, "lineno", None) or 1
        said = re.sub(r"syntax error in line \d+: ", "", str(error))
        return {}, [Finding(path, line, f"An entry cannot be read from here on ({said}).",
                            "Look at this line and the one above: each field is name = {text}, with both braces, "
                            "and ends with a comma.", "references")]
    references = {key: _reference(key, entry, lines[key]) for key, entry in database.entries.items()}
    owners: dict[str, str] = {}
    for reference in references.values():
        findings += _faults(path, reference)
        for name in filter(None, (reference.doi.lower(), reference.pmid)):
            if (owner := owners.setdefault(name, reference.key)) != reference.key:
                findings.append(Finding(path, reference.line, f'"{name}" is already the source "{owner}".',
                                        f"Cite [@{owner}], and take this entry out.", "references"))
    return references, findings


def _past(day: str) -> bool:
    """Whether a text is a day that has been."""
    try:
        return not clock.future(date.fromisoformat(day))
    except ValueError:
        return False


def _faults(path: Path, reference: Reference) -> list[Finding]:
    given = {"author": reference.authors, "title": reference.title, "year": reference.year,
             "design": reference.design, "annote": reference.found, "checked": reference.checked}
    faults = [(f'The entry "{reference.key}" has no {name}.', f"Add {REQUIRED[name]}.")
              for name, value in given.items() if not value]
    if reference.checked and reference.checked not in CHECKED:
        faults.append((f'"{reference.key}" has checked = {{{reference.checked}}}.', "Write yes, partly or no."))
    four_digits = re.fullmatch(r"\d{4}", reference.year)
    if reference.year and not (four_digits and FIRST_YEAR <= int(reference.year) <= clock.today().year + 1):
        faults.append((f'"{reference.key}" is dated {reference.year}.', "Write the year it came out, four digits."))
    if reference.accessed and not _past(reference.accessed):
        faults.append((f'"{reference.key}" was accessed on "{reference.accessed}".', "Write the day you read it, as 2026-11-23."))
    if not (reference.doi or reference.pmid or reference.url):
        faults.append((f'"{reference.key}" has no DOI, PMID or official address.', "Add doi, pmid or url."))
    if reference.doi and not re.fullmatch(r"10\.\d{4,9}/\S+", reference.doi):
        faults.append((f'"{reference.doi}" is not a DOI.', 'Write it without "https://doi.org/", as in 10.1000/xyz.'))
    if reference.pmid and not reference.pmid.isdigit():
        faults.append((f'"{reference.pmid}" is not a PMID.', "Write digits only."))
    return [Finding(path, reference.line, what, instead, "references") for what, instead in faults]
