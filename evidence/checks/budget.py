"""Rules about length: a short page says one thing, and the studies stand behind it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import Field

from evidence import article
from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.findings import Finding
from evidence.markdown.citations import of_studies
from evidence.pages import HANDOUT, READER_KINDS
from evidence.rows import Record, fresh, read_yaml

MOST_WORDS = 500
"""Words of a short page, as `evidence.article` counts them."""

LONGER = Path(__file__).with_name("longer-pages.yml")


class LongerPage(Record):
    """A page that may be longer than a short page."""

    page: str = Field(description="a path in docs/, as in questions.md")
    why: str = Field(min_length=1, description="the reason")


def longer(path: Path = LONGER) -> tuple[dict[str, LongerPage], list[Finding]]:
    """The pages that may be longer, by name, and what is wrong with the list."""
    rows, findings = fresh(read_yaml, path, LongerPage, "page")
    return {row.page: row for row in rows}, findings


def is_short(page: Page) -> bool:
    """Whether a page is written for somebody with a painful back and is neither studies nor a leaflet."""
    leaflet = page.meta is not None and page.meta.template == HANDOUT
    return page.kind in READER_KINDS and not of_studies(page.name) and not leaflet


@page_rule
def says_one_thing(page: Page, site: Site) -> Iterable[Finding]:
    """A reader page has at most 500 words: text, labels, fact strip, captions and cells.

    Signs and lines drawn from the safety data are outside, and so are sources, dates and what opens to a tap in
    situations, questions, countries and tools.
    """
    if not is_short(page) or not page.path.is_relative_to(site.docs) or page.name in longer()[0]:
        return
    parts = article.read(page, site.library)
    if (count := article.count(parts)) > MOST_WORDS:
        yield page.finding(article.line_over(page, parts, MOST_WORDS),
                           f"The page has {count} words; a short page ends after {MOST_WORDS}, which is here.",
                           "Say less: take out what is said twice, move what is evidence to the page of its studies, and "
                           "keep open what a reader needs to decide or to be safe.", "words")


@site_rule
def longer_pages_are_pages(site: Site) -> Iterable[Finding]:
    """The list of longer pages names pages that exist."""
    rows, findings = longer()
    yield from findings
    for row in rows.values():
        if row.page not in site.pages:
            yield Finding(LONGER, row.line, f"docs/{row.page} does not exist.", "Take the row out, or name a page that does.",
                          "words")
