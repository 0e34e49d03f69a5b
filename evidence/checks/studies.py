"""Rules about studies pages: a short page and its studies page must name each other, and the field "sure" must name a suitable
claim.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.loading.editions import FIRST
from evidence.model.pages import Layer
from evidence.model.problems import Problem

LIST = "studies/index.md"
"""The page that lists all studies pages."""


@page_rule
def partners_exist(page: Page, site: Site) -> Iterable[Problem]:
    """The pages named in the front matter fields "studies" and "short" must exist."""
    for field, other in (("studies", page.meta.studies), ("short", page.meta.short)) if page.meta else ():
        if other and other not in site.pages:
            line_number = page.meta.at(field) if page.meta else 1
            yield page.problem(line_number, f'The field "{field}" names docs/{other}, which does not exist.', "Correct the path.",
                               "studies")


@site_rule
def studies_have_their_short_page(site: Site) -> Iterable[Problem]:
    """A short page must name its studies page in the field "studies", and the studies page must name the short page in the
    field "short".
    """
    for page in site.pages.values():
        if page.meta is None or page.name == LIST:
            continue
        for other, back in ((page.meta.studies, "short"), (page.meta.short, "studies")):
            partner = site.pages.get(other)
            if partner and partner.meta and getattr(partner.meta, back) != page.name:
                yield page.problem(1, f'The field "{back}" of docs/{other} does not name this page.',
                                   f'Add "{back}: {page.name}" to the front matter of docs/{other}.', "studies")
        if page.layer is Layer.STUDIES and not page.meta.short:
            yield page.problem(1, "This studies page does not say which short page it belongs to.",
                               'Add the field "short" to the front matter, with a path such as massage/safety.md.', "studies")


@site_rule
def studies_are_listed(site: Site) -> Iterable[Problem]:
    """The list of studies pages (docs/studies/index.md) must link to every studies page."""
    listed = site.pages.get(LIST)
    targets = [target for *_, target, _block in listed.links] if listed else []
    links = {posixpath.normpath(posixpath.join("studies", target.partition("#")[0])) for target in targets}
    for page in site.pages.values():
        if page.layer is Layer.STUDIES and page.name != LIST and page.name not in links:
            yield page.problem(1, "The list of studies pages does not link to this page.", f"Link to this page from docs/{LIST}.",
                               "studies")


@site_rule
def sure_is_a_claim(site: Site) -> Iterable[Problem]:
    """The field "sure" in a page's front matter must contain the id of a claim in claims.yml."""
    for page in site.pages.values():
        if page.meta and page.meta.sure and page.meta.sure not in site.dataset.claims:
            yield page.problem(1, f'The claim "{page.meta.sure}" is not in docs/data/claims.yml.',
                               'In the field "sure", write the id of a claim.', "claims", about=page.meta.sure)


@site_rule
def sure_is_about_the_treatment(site: Site) -> Iterable[Problem]:
    """If the field "therapy" of a page names a therapy, the claim in the field "sure", or one of the claim's sources, must be
    about that therapy.
    """
    if site.edition.language != FIRST:  # check only English pages, because a translated page has the same claim
        return
    shared = Counter(word for page in site.pages.values() if page.meta for word in set(page.meta.therapy.lower().split()))
    for page in site.pages.values():
        claim = site.dataset.claims.get(page.meta.sure) if page.meta else None
        if page.meta is None or claim is None or not site.readable:
            continue
        sources = [site.dataset.references[key] for key in claim.sources if key in site.dataset.references]
        texts = [claim.people_say, claim.we_say, claim.people, claim.size, claim.comparison]
        texts += [text for source in sources for text in (source.title, source.found, source.population)]
        said = " ".join(texts).lower()
        if lost := [word for word in re.findall(r"\w+", page.meta.therapy.lower()) if shared[word] == 1 and word not in said]:
            yield page.problem(page.meta.at("sure"),
                               f'This page is about "{page.meta.therapy}", but neither the claim "{claim.id}" nor its sources '
                               f'contain the word "{lost[0]}".',
                               'In the field "sure", write the id of a claim about this treatment. If there is no such claim, '
                               "first add one with its sources.", "claims")
