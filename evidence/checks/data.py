"""Rules about the data files."""

from __future__ import annotations

from collections.abc import Iterable

from evidence import clock
from evidence.checks.front_matter import SHOPPING
from evidence.checks.links import anchors
from evidence.checks.rules import Site, site_rule
from evidence.claims import Certainty, Verdict
from evidence.findings import Finding

POPULAR = set(range(1, 15))
PUBLISHED_NEVER = {
    "NSAIDs": "the size is disputed: only \"a small difference\" may be published",
}
"""Treatments whose number the evidence forbids to publish."""


@site_rule
def rows(site: Site) -> Iterable[Finding]:
    """Every row of every data file has the right fields, types and units, and its id once."""
    return site.library.findings


@site_rule
def sources_exist(site: Site) -> Iterable[Finding]:
    """Every source that a data file names is in references.bib."""
    library = site.library
    for file, line, key in library.named_sources():
        if key not in library.references:
            yield Finding(library.folder / file, line, f'The source "{key}" is not in references.bib.',
                          "Check the spelling, or add the source.", "sources", about=key)


DEPOSITS = {"10.5281": "Zenodo", "10.6084": "figshare", "10.13140": "ResearchGate", "10.17605": "OSF", "10.31219": "OSF",
            "10.5255": "an archive of data", "10.7910": "Dataverse"}
"""Where anybody can deposit a file and get a DOI for it (prefixes as registered with DataCite)."""


@site_rule
def papers_were_published(site: Site) -> Iterable[Finding]:
    """A source with a DOI was published by somebody who answers for it: no file that anybody can deposit."""
    for reference in site.library.references.values():
        if where := DEPOSITS.get(reference.doi.partition("/")[0]):
            yield Finding(site.library.folder / "references.bib", reference.line,
                          f'"{reference.key}" is a file on {where}, where anybody can deposit one.',
                          "Cite the paper in its journal, or the official page.", "references")


@site_rule
def popular_claims(site: Site) -> Iterable[Finding]:
    """All 14 popular claims are there, and no verdict says more than its certainty allows."""
    path = site.library.folder / "claims.yml"
    missing = POPULAR - {claim.popular for claim in site.library.claims.values()}
    for number in sorted(missing) if site.library.claims else ():
        yield Finding(path, 1, f"Popular claim {number} is missing.", f"Add a claim with popular: {number}.", "claims",
                      about=f"popular: {number}")
    for claim in site.library.claims.values():
        if claim.certainty is Certainty.NO_STUDIES and claim.verdict is Verdict.SUPPORTED:
            yield Finding(path, claim.line, f'"{claim.id}" is called supported, but there are no studies.',
                          "Change the verdict or the certainty.", "claims")


@site_rule
def claim_dates(site: Site) -> Iterable[Finding]:
    """No data row was checked in the future. A row that is overdue goes to the weekly issue (`scripts/watch.py`)."""
    if not site.dates:
        return
    library = site.library
    for file, records in library.dated():
        for row in records:
            if clock.future(row.checked):
                yield Finding(library.folder / file, row.at("checked"), f"checked is in the future ({row.checked}).",
                              "Write the day of the check.", "dates")


@site_rule
def organisations(site: Site) -> Iterable[Finding]:
    """On the pages of others nobody sells; each was read at its address, and a page of ours leads to it."""
    library = site.library
    path = library.folder / "organisations.yml"
    wanted = {subject for page in site.pages.values() if page.meta for subject in page.meta.more_help}
    for row in library.organisations:
        for field in ("name", "what"):
            if match := SHOPPING.search(getattr(row, field)):
                yield Finding(path, row.at(field), f'"{match[0]}" is a word of adverts.',
                              "Say what a reader finds there; take the row out if the page sells something.", "organisations")
        source = library.references.get(row.source)
        if source and source.url != str(row.url):
            yield Finding(path, row.at("url"), f'The source "{row.source}" was read at {source.url}.',
                          "Give that address, or show the words of this page (words, read).", "organisations")
        if source and source.checked == "no":
            yield Finding(path, row.at("source"), f'Nobody has read the source "{row.source}" yet.',
                          "Read it first, and say so in references.bib.", "organisations")
        if not wanted & set(row.subjects):
            yield Finding(path, row.at("subjects"), f'No page of ours leads to "{row.id}".',
                          "Name one of its subjects in a page's more_help, or take the row out.", "organisations")


@site_rule
def see_also(site: Site) -> Iterable[Finding]:
    """A glossary term points to terms that exist, and no two terms share a written form."""
    path = site.library.folder / "glossary.yml"
    forms: dict[str, str] = {}
    for term in site.library.terms.values():
        for other in term.see:
            if other not in site.library.terms:
                yield Finding(path, term.line, f'"{term.id}" points to "{other}", which is not in the glossary.',
                              "Check the spelling.", "glossary", about=other)
        owner = forms.setdefault(term.term.lower(), term.id)
        if owner != term.id:
            yield Finding(path, term.line, f'"{term.term}" is already the term of "{owner}".',
                          "Join the two entries.", "glossary")


@site_rule
def forbidden_numbers(site: Site) -> Iterable[Finding]:
    """A number that the evidence forbids is not in a published file."""
    for row in site.library.treatments:
        reason = PUBLISHED_NEVER.get(row.treatment)
        if reason and row.effect is not None:
            yield Finding(site.library.folder / "treatments.csv", row.line, f"{row.treatment} has a number, but {reason}.",
                          "Leave the cells effect, ci_low and ci_high empty.", "data")


@site_rule
def search_words(site: Site) -> Iterable[Finding]:
    """What people type leads to a page and a section that exist, and each phrase to one place only."""
    path = site.library.folder / "search-words.yml"
    places: dict[str, str] = {}
    for row in site.library.search_words:
        page = site.pages.get(row.file)
        if page is None:
            yield Finding(path, row.line, f'The page "{row.file}" does not exist.', "Check the path.", "search words")
        elif row.section and row.section not in anchors(page, site):
            yield Finding(path, row.line, f'There is no "#{row.section}" on docs/{row.file}.',
                          "Use the anchor of a heading, or leave it out.", "search words")
        for phrase in row.words:
            place = places.setdefault(phrase, row.page)
            if place != row.page:
                yield Finding(path, row.line, f'"{phrase}" already leads to {place}.',
                              "Keep it where the answer is.", "search words")
