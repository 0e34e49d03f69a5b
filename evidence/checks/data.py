"""Rules about the data files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from evidence.checks import policy
from evidence.checks.links import anchors
from evidence.checks.rules import Site, site_rule
from evidence.loading.editions import FIRST
from evidence.model.claims import Certainty, Verdict
from evidence.model.countries import Helpline
from evidence.model.problems import Problem


@site_rule
def rows(site: Site) -> Iterable[Problem]:
    """Every row in every data file must have the right fields, types and units, and a unique id."""
    return site.dataset.problems


UNREAD = {"registers.yml"}
"""Data files whose sources may be pages that nobody has read, because they only send readers to the official page."""


@site_rule
def sources_were_read(site: Site) -> Iterable[Problem]:
    """Every source that a data file names must be in references.bib, and somebody must have read at least part of the source.
    Only registers.yml may name official pages that nobody has read.
    """
    dataset = site.dataset
    for file, line, key in dataset.named_sources():
        if key not in dataset.references:
            yield Problem(dataset.folder / file, line, f'The source "{key}" is not in references.bib.',
                          "Check the spelling, or add the source.", "sources", about=key)
        elif dataset.references[key].checked == "no" and file not in UNREAD:
            yield Problem(dataset.folder / file, line, f'Nobody has read the source "{key}" yet.',
                          'Read the source first, then fill in "checked" and "read" in references.bib.', "sources")


DEPOSITS = {"10.5281": "Zenodo", "10.6084": "figshare", "10.13140": "ResearchGate", "10.17605": "OSF", "10.31219": "OSF",
            "10.5255": "a data archive", "10.7910": "Dataverse"}
"""Archives where anybody can deposit a file and get a DOI for it. The keys are DOI prefixes, as registered with DataCite."""


@site_rule
def papers_were_published(site: Site) -> Iterable[Problem]:
    """A source must not be a file in an archive where anybody can upload files, such as Zenodo."""
    for reference in site.dataset.references.values():
        if where := DEPOSITS.get(reference.doi.partition("/")[0]):
            yield Problem(site.dataset.folder / "references.bib", reference.line,
                          f'"{reference.key}" is a file on {where}, where anybody can upload files.',
                          "Cite an official page, or the paper as published in a journal.", "references")


@site_rule
def guidelines_are_quoted_right(site: Site) -> Iterable[Problem]:
    """Every quotation in a row of guidelines.yml must appear word for word in the field "annote" of one of that row's sources.
    Otherwise, a change from "should" to "may" could go unnoticed.
    """
    for row in site.dataset.guidelines:
        read = " ".join(site.dataset.references[key].found for key in row.sources if key in site.dataset.references)
        for field in ("position", "strength", "note"):
            for quoted in QUOTED.findall(getattr(row, field)):
                if quoted not in read:
                    yield Problem(site.dataset.folder / "guidelines.yml", row.at(field),
                                  f'"{quoted}" is in quotation marks, but is not in the "annote" of any source of this row.',
                                  "Quote the source word for word, or remove the quotation marks.", "references")


QUOTED = re.compile(r'["“]([^"”]+)["”]')


@site_rule
def popular_claims(site: Site) -> Iterable[Problem]:
    """Every claim listed in popular-claims.yml must have a row in claims.yml. A claim without studies must not have the verdict
    "supported".
    """
    path = site.dataset.folder / "claims.yml"
    rows, problems = policy.popular()
    yield from problems
    claims = site.dataset.claims
    for row in rows if claims else ():
        for name in row.claims:
            if name not in claims or claims[name].popular != row.number:
                line = claims[name].at("popular") if name in claims else 1
                yield Problem(path, line, f'To answer popular claim {row.number}, claims.yml must have a row "{name}" with the '
                                          f'field "popular: {row.number}".',
                              "Restore the row or its field. See the list of popular claims, evidence/checks/popular-claims.yml.",
                              "claims", about=f"popular: {row.number}")
    known = {name for row in rows for name in row.claims}
    for claim in claims.values():
        if claim.popular and claim.id not in known:
            yield Problem(path, claim.at("popular"),
                          f'"{claim.id}" has the field "popular", but is not in the list of popular claims.',
                          'Remove the field "popular", or add the claim to evidence/checks/popular-claims.yml.', "claims")
    for claim in site.dataset.claims.values():
        if claim.certainty is Certainty.NO_STUDIES and claim.verdict is Verdict.SUPPORTED:
            yield Problem(path, claim.line,
                          f'"{claim.id}" has the verdict "supported", but its certainty says that there are no studies.',
                          "Change the verdict or the certainty.", "claims")


@site_rule
def claim_dates(site: Site) -> Iterable[Problem]:
    """A data row must not say that somebody checked or read something on a date in the future.

    `scripts/watch.py` reports overdue checks in a weekly GitHub issue.
    """
    if not site.dates:
        return
    dataset = site.dataset
    for file, records in dataset.dated():
        for row in records:
            pages = row.pages if isinstance(row, Helpline) else ()
            for field, day in (("checked", row.checked), *(("pages", page.on) for page in pages)):
                if site.edition.future(day):
                    yield Problem(dataset.folder / file, row.at(field), f'A date in "{field}" is in the future ({day}).',
                                  "Write the date of the check.", "dates")


@site_rule
def organisations(site: Site) -> Iterable[Problem]:
    """A row of organisations.yml must not sound like advertising, and must have the same web address as its source. At least one
    of our pages must show the row.
    """
    dataset = site.dataset
    path = dataset.folder / "organisations.yml"
    wanted = {subject for page in site.pages.values() if page.meta for subject in page.meta.more_help}
    for row in dataset.organisations:
        for field in ("name", "what"):
            if match := site.words.pattern("advertising").search(getattr(row, field)):
                yield Problem(path, row.at(field), f'"{match[0]}" sounds like advertising.',
                              "Say what readers find on the organisation's page. If the page sells something, remove the row.",
                              "organisations")
        source = dataset.references.get(row.source)
        if source and source.url != str(row.url):
            yield Problem(path, row.at("url"),
                          f'This web address differs from the address of "{row.source}" in references.bib ({source.url}).',
                          "Use the address in references.bib. If the address in this row is right, read the page, and replace "
                          'the field "source" with the fields "words" and "read".',
                          "organisations")
        if not wanted & set(row.subjects) and all(page.meta for page in site.pages.values()):
            yield Problem(path, row.at("subjects"), f'No page shows "{row.id}".',
                          'Add one of this row\'s subjects to "more_help" on a page. If you have just removed such a subject '
                          "from a page, put it back.", "organisations")


@site_rule
def see_also(site: Site) -> Iterable[Problem]:
    """A glossary entry must refer only to entries that exist. No two entries may have the same term."""
    path = site.dataset.folder / "glossary.yml"
    forms: dict[str, str] = {}
    for term in site.dataset.terms.values():
        for other in term.see:
            if other not in site.dataset.terms:
                yield Problem(path, term.line, f'"{term.id}" refers to "{other}", which is not in the glossary.',
                              "Check the spelling.", "glossary", about=other)
        owner = forms.setdefault(term.term.lower(), term.id)
        if owner != term.id:
            yield Problem(path, term.line, f'Another entry, "{owner}", already has the term "{term.term}".',
                          "Merge the two entries.", "glossary")


@site_rule
def terms_are_not_verbs(site: Site) -> Iterable[Problem]:
    """A glossary term must not be a single word that our pages often use as a verb, such as "rest". Otherwise, each use of the
    verb would become a link to the glossary.
    """
    verb = site.words.pattern("before_a_verb")
    terms = [term for term in site.dataset.terms.values() if term.term.isalpha() and site.edition.language == FIRST]
    word = re.compile(rf"\b(?:{'|'.join(term.term for term in terms)})\b", re.IGNORECASE)
    forms = re.compile(rf"\b({'|'.join(term.term.removesuffix('e') for term in terms)})(?:ed|ing)\b", re.IGNORECASE)
    bent = Counter(match[1].lower() for page in site.pages.values() for line in page.lines if terms
                   for match in forms.finditer(line.text))
    used = Counter(match[0].lower() for page in site.pages.values() for line in page.lines if terms
                   for match in word.finditer(line.text) if verb.search(line.text[: match.start()]))
    for term in terms:
        if (times := used[term.term.lower()] + bent[term.term.lower().removesuffix("e")]) >= OFTEN:
            yield Problem(site.dataset.folder / "glossary.yml", term.at("term"),
                          f'Our pages use "{term.term}" as a verb ({times} times). Each use would become a link to the glossary.',
                          "Choose a term of more than one word, or remove the entry.", "glossary")


OFTEN = 3
"""If the search finds a term at least this many times as a verb, the term is reported. Fewer finds may be wrong."""


@site_rule
def forbidden_numbers(site: Site) -> Iterable[Problem]:
    """Rows of treatments.csv must not give the effect of a treatment that is listed in withheld-numbers.yml, because we must not
    publish that number.
    """
    rows, problems = policy.withheld()
    yield from problems
    reasons = {row.treatment: row.why for row in rows}
    for row in site.dataset.treatments:
        reason = reasons.get(row.treatment)
        if reason and row.effect is not None:
            yield Problem(site.dataset.folder / "treatments.csv", row.line,
                          f"The row for {row.treatment} contains a number that we must not publish: {reason}.",
                          'Leave the cells "effect", "ci_low" and "ci_high" empty.', "data")


@site_rule
def search_words(site: Site) -> Iterable[Problem]:
    """Each phrase in search-words.yml must lead to exactly one page or section that exists."""
    path = site.dataset.folder / "search-words.yml"
    places: dict[str, str] = {}
    for row in site.dataset.synonyms:
        page = site.pages.get(row.file)
        if page is None:
            yield Problem(path, row.line, f'The page "{row.file}" does not exist.', "Check the path.", "search words")
        elif row.section and row.section not in anchors(page, site):
            yield Problem(path, row.line, f'There is no anchor "#{row.section}" in docs/{row.file}.',
                          "Give the anchor of a heading on that page, or remove the anchor from this row.", "search words",
                          about=row.section)
        for phrase in row.words:
            place = places.setdefault(phrase, row.page)
            if place != row.page:
                yield Problem(path, row.line, f'The search phrase "{phrase}" is also in another row, which leads to {place}.',
                              "Keep the phrase in only one row: the row for the page that people need.", "search words")
