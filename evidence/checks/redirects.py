"""A rule about redirects from the old address of a page to its new address."""

from __future__ import annotations

from collections.abc import Iterable

from evidence.checks.links import anchors
from evidence.checks.rules import Site, site_rule
from evidence.model.problems import Problem
from evidence.model.urls import path_of


@site_rule
def moved(site: Site) -> Iterable[Problem]:
    """Each redirect must lead to an existing page or section. The old address must not be the address of a page."""
    path = site.dataset.folder / "moved.yml"
    taken = {path_of(name): name for name in site.pages}
    for row in site.dataset.redirects:
        page = site.pages.get(row.file)
        if page is None:
            yield Problem(path, row.at("page"), f'The page "{row.file}" does not exist.',
                          "Write the path of the page to which the old address should lead.", "moved")
        elif row.section and row.section not in anchors(page, site):
            yield Problem(path, row.at("page"), f'There is no anchor "#{row.section}" in docs/{row.file}.',
                          "Write the anchor of a heading on that page, or remove the anchor.", "moved")
        if row.old in taken:
            yield Problem(path, row.at("old"), f'The old address "{row.old}" is still the address of docs/{taken[row.old]}.',
                          "Remove the redirect, or rename the page.", "moved")
        if site.dates and site.edition.future(row.since):
            yield Problem(path, row.at("since"), f'The date in the field "since" is in the future ({row.since}).',
                          "Write the date on which the page moved.", "dates")
