"""Rules about old addresses that redirect to new ones."""

from __future__ import annotations

from collections.abc import Iterable

from evidence.checks.links import anchors
from evidence.checks.rules import Site, site_rule
from evidence.model.problems import Problem
from evidence.model.urls import path_of


@site_rule
def moved(site: Site) -> Iterable[Problem]:
    """An old address redirects to a page and a section that exist, and there is no page at the old address any more."""
    path = site.dataset.folder / "moved.yml"
    taken = {path_of(name): name for name in site.pages}
    for row in site.dataset.redirects:
        page = site.pages.get(row.file)
        if page is None:
            yield Problem(path, row.at("page"), f'The page "{row.file}" does not exist.',
                          "Write the path of the page that now has that content.", "moved")
        elif row.section and row.section not in anchors(page, site):
            yield Problem(path, row.at("page"), f'There is no anchor "#{row.section}" in docs/{row.file}.',
                          "Use the anchor of a heading, or remove this anchor.", "moved")
        if row.old in taken:
            yield Problem(path, row.at("old"), f'"{row.old}" is still the address of docs/{taken[row.old]}.',
                          "Remove the entry, or rename the page.", "moved")
        if site.dates and site.edition.future(row.since):
            yield Problem(path, row.at("since"), f'"since" is in the future ({row.since}).', "Write the date of the move.",
                          "dates")
