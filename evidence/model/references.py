"""Defines the class `Reference`, which describes a source and formats its citation in the Vancouver style."""

from __future__ import annotations

from dataclasses import dataclass

MAX_AUTHORS = 6


@dataclass(frozen=True)
class Reference:
    """A source: one entry in references.bib.

    `found` says in plain words what the source found. `numbers` contains further numbers, which only data rows use. `checked`
    ("yes", "partly" or "no") says whether somebody compared the entry with the source. The fields `read` (abstract,
    recommendations or full text), `read_at` (which copy) and `accessed` (the date) record how somebody read the source when
    `found` was last changed.
    """

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
    numbers: str
    checked: str
    accessed: str
    read: str
    read_at: str
    line: int

    @property
    def link(self) -> str:
        """Return the web address of the source. If the source has a DOI, this is the address of the DOI."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return self.url or (f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else "")

    @property
    def by(self) -> str:
        """Return the names of the first six authors, followed by "et al" if there are more."""
        names = list(self.authors[:MAX_AUTHORS])
        if len(self.authors) > MAX_AUTHORS or self.more_authors:
            names.append("et al")
        return ", ".join(names)

    @property
    def short(self) -> str:
        """Return the first author and the year, as they appear in running text: "Cherkin 2011"."""
        return f"{self.first} {self.year}"

    @property
    def where(self) -> str:
        """Return the journal, year, volume and pages, for example "Ann Intern Med. 2011;155(1):1-9"."""
        place = f"{self.year}"
        if self.volume:
            place += f";{self.volume}" + (f"({self.number})" if self.number else "")
        elif self.number:
            place += f";({self.number})"
        if self.pages:
            place += f":{self.pages}"
        return f"{self.source}. {place}" if self.source else place
