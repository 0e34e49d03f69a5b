"""Rules about citations on pages for readers: the sources of a citation must not change until somebody has compared the new
sources with the text.

If an author cites a different source by mistake, all other checks still pass. So sources-held.csv records each citation's
sources and the words before the citation. Somebody responsible for safety must approve every change to that file.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from evidence.checks.citations import CITED
from evidence.checks.held_texts import TARGET, WORD, Reasons
from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.loading.editions import FIRST
from evidence.loading.rows import cached_read, read_csv
from evidence.markdown.citations import keys_of
from evidence.model.pages import Layer
from evidence.model.problems import Problem
from evidence.model.record import Record

LIST = Path(__file__).with_name("sources-held.csv")

BEFORE = 6
"""The number of words before a citation that make up its name in sources-held.csv."""

ALIKE = 0.7
"""How similar (0 to 1) the names of two citations must be to count as the same words with a typing error corrected."""

LEAVE = ("If the new source supports these words, leave it, and say in the pull request where you read that. Somebody "
         'responsible for safety (.github/CODEOWNERS) will compare them, and run "python -m evidence hold".')


class Cited(Record):
    """A row of sources-held.csv: a citation, and the keys of its approved sources."""

    citation: str = Field(description="the page and the words before the citation")
    sources: str = Field(description="the keys of the sources, separated by spaces")


class Mark(NamedTuple):
    """A citation on a page: its line, its name in sources-held.csv, the keys of its sources, and the words before it."""

    line: int
    at: str
    sources: str
    words: str


def marks(page: Page) -> Iterator[Mark]:
    """Yield the citations on a page, except those in headings."""
    seen: Counter[str] = Counter()
    for run in page.paragraphs:
        text = "\n".join(line.text for line in run)
        for match in CITED.finditer(text):
            before = TARGET.sub("", CITED.sub("", text[: match.start()]))
            words = WORD.findall(before)[-BEFORE:]
            name = f"{page.name} {'-'.join(words).lower()}"
            seen[name] += 1
            yield Mark(run[text.count("\n", 0, match.start())].number, f"{name}-{seen[name]}" if seen[name] > 1 else name,
                       " ".join(sorted(keys_of(match[1]))), " ".join(before.split()[-BEFORE:]))


def of_site(site: Site) -> Iterator[tuple[Page, Mark]]:
    """Yield each citation on the wanted pages for readers, as (page, citation). Leave out studies pages."""
    for page in site.wanted.values():
        if page.for_readers and page.layer is not Layer.STUDIES:
            yield from ((page, mark) for mark in marks(page))


@site_rule
def sources_stay_with_their_words(site: Site) -> Iterable[Problem]:
    """On a page for readers, the sources of a citation must not change until somebody has compared the new sources with the
    words before the citation. This does not apply to new text, and correcting a typing error in the words changes nothing.
    """
    if site.edition.language != FIRST:
        return
    rows: list[Cited]
    rows, problems = cached_read(read_csv, LIST, Cited, "citation")
    yield from problems
    agreed = {row.citation: row.sources for row in rows if site.only is None or row.citation.partition(" ")[0] in site.wanted}
    now = {mark.at: (page, mark) for page, mark in of_site(site)}
    gone = agreed.keys() - now.keys()
    for name, (page, mark) in now.items():
        here = [old for old in gone if old.startswith(f"{page.name} ")]
        old = name if name in agreed else next(iter(get_close_matches(name, here, 1, ALIKE)), "")
        if old and agreed[old] != mark.sources:
            yield page.problem(mark.line, f'The source of "{mark.words}" was {named(agreed[old])}, but is now '
                                          f'{named(mark.sources)}.', LEAVE, "held")


def named(sources: str) -> str:
    """Join the keys of sources with "and", for example "a2020 and b2021"."""
    return " and ".join(sources.split())


def write(site: Site, path: Path) -> int:
    """Write all citations on the pages to sources-held.csv. Return the number of citations that have changed."""
    before = {row.citation: row.sources for row in cached_read(read_csv, path, Cited, "citation")[0]} if path.is_file() else {}
    now = {mark.at: mark.sources for _, mark in of_site(site)}
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("citation", "sources"), *now.items()])
    return sum(before.get(at) != now.get(at) for at in before.keys() | now.keys())


@page_rule
def short_pages_name_a_source(page: Page, site: Site) -> Iterable[Problem]:
    """A short page that states several facts, such as how often something helps or who pays, must cite a source."""
    if page.layer is not Layer.SHORT or page.broken or any(CITED.search(line.text) for line in page.lines):
        return
    reasons = Reasons(site)
    stated = [run[0].number for run in page.paragraphs
              if not run[0].text.startswith("#") and reasons.unsourced(" ".join(line.text for line in run))]
    drawn = {fence.name for fence in page.fences} | {name for name, _ in page.blocks}
    if len(stated) >= MANY and not drawn & DRAWN_FROM_DATA:
        yield page.problem(stated[0], "The page states facts, but names no source for any of them.",
                           "Write [@key] after each sentence that states a fact, with the key of a source in "
                           "docs/data/references.bib. If a sentence has no source, remove it. If it is advice, you can write "
                           '"That is our advice." instead of a source.', "citations")


MANY = 3
"""Minimum number of facts for which a page needs a source. A page of links may state one or two."""

DRAWN_FROM_DATA = {"safety-check", "situations", "sheets"}
"""Blocks with text from data files, where each row has its source, and blocks that only link to other pages."""


@page_rule
def the_claim_is_of_this_page(page: Page, site: Site) -> Iterable[Problem]:
    """The claim (an entry of claims.yml) in the field "sure" must fit the page. Either the page's studies page shows the claim,
    or the page cites at least half of the claim's sources.
    """
    if not page.meta or not (claim := site.dataset.claims.get(page.meta.sure)):
        return
    cited = {key for line in page.lines for match in CITED.finditer(line.text) for key in keys_of(match[1])}
    if claim.home != page.meta.studies and 2 * len(cited.intersection(claim.sources)) < len(claim.sources):
        own = [other.id for other in site.dataset.claims.values() if other.home == page.meta.studies]
        line = next((number for number, text in enumerate(page.raw, 1) if re.match(r"sure:", text)), 1)
        yield page.problem(line, f'The claim "{claim.id}" in the field "sure" is about something else: '
                                 f'"{claim.people_say.rstrip(".")}".',
                           f"Name a claim of {page.meta.studies or 'this page'}"
                           + (f", such as {', '.join(own[:3])}." if own else "."), "claims")
