"""Rules about the sources of a page: a short page that states facts must cite a source, and its field "sure" must name a
claim that fits the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidence.checks.citations import CITED
from evidence.checks.rules import Site, page_rule
from evidence.checks.source import Page
from evidence.markdown.citations import keys_of
from evidence.model.pages import Layer
from evidence.model.problems import Problem


@page_rule
def short_pages_name_a_source(page: Page, site: Site) -> Iterable[Problem]:
    """A short page that states several facts, such as how often something helps or who pays, must cite a source."""
    if page.layer is not Layer.SHORT or page.broken or any(CITED.search(line.text) for line in page.lines):
        return
    stated = [run[0].number for run in page.paragraphs
              if not run[0].text.startswith("#") and states_a_fact(" ".join(line.text for line in run), site)]
    drawn = {fence.name for fence in page.fences} | {name for name, _ in page.blocks}
    if len(stated) >= MANY and not drawn & DRAWN_FROM_DATA:
        yield page.problem(stated[0], "The page states facts but cites no source.",
                           "After each sentence that states a fact, write [@key] with the key of a source in "
                           "docs/data/references.bib. If there is no source, remove the sentence. After advice, you can write "
                           '"That is our advice." instead.', "citations")


def states_a_fact(text: str, site: Site) -> bool:
    """Return whether a piece of text says what something does, how often it happens, how long it lasts, or who pays. In our own
    advice, only a statement of what something does counts as a fact.
    """
    words, noted = TARGET.sub("", text), site.noted
    if ONLY_LINK.fullmatch(text):
        return False
    facts = [noted.pattern("says_what_it_does")]
    if not noted.pattern("our_advice").search(words):
        facts += [noted.pattern("says_how_much"), noted.pattern("says_who_pays")]
    return any(pattern.search(words) for pattern in facts)


ONLY_LINK = re.compile(r"\s*!?\[[^\]]*\]\([^)]*\)\s*")
TARGET = re.compile(r"(?<=\])\([^)]*\)")

MANY = 3
"""Minimum number of facts for which a page needs a source. A page of links may state one or two."""

DRAWN_FROM_DATA = {"safety-check", "situations", "sheets"}
"""Blocks with text from data files, where each row has its source, and blocks that only link to other pages."""


@page_rule
def the_claim_is_of_this_page(page: Page, site: Site) -> Iterable[Problem]:
    """The field "sure" must name a claim (an entry of claims.yml) that fits the page. A claim fits if it is shown on the
    studies page that belongs to this page, or if this page cites at least half of the claim's sources.
    """
    if not page.meta or not (claim := site.dataset.claims.get(page.meta.sure)):
        return
    cited = {key for line in page.lines for match in CITED.finditer(line.text) for key in keys_of(match[1])}
    if claim.home != page.meta.studies and 2 * len(cited.intersection(claim.sources)) < len(claim.sources):
        own = [other.id for other in site.dataset.claims.values() if other.home == page.meta.studies]
        line = next((number for number, text in enumerate(page.raw, 1) if re.match(r"sure:", text)), 1)
        yield page.problem(line, f'The claim in the field "sure" does not fit this page: "{claim.people_say.rstrip(".")}" '
                                 f"({claim.id}).",
                           f"Name a claim of {page.meta.studies or 'this page'}"
                           + (f", such as {', '.join(own[:3])}." if own else "."), "claims")
