"""Rules about length: how many words a short page, an answer to a question or a leaflet may have."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import Field

from evidence.checks import article
from evidence.checks.rules import Site, article_rule, site_rule
from evidence.checks.source import Page
from evidence.loading.rows import cached_read, read_yaml
from evidence.model.pages import Layer
from evidence.model.problems import Problem
from evidence.model.record import Record

MAX_WORDS = 500
"""Maximum number of words on a short page, as `evidence.checks.article` counts them. Before you lower the limit, read
*Budgets* in evidence/README.md."""

MAX_IN_AN_ANSWER = 60
"""Maximum number of words in an answer on a questions page."""

MAX_ON_A_LEAFLET = 280
"""Maximum number of words on a leaflet, not counting the warning signs."""

HEADINGS = {"h1", "h2", "h3", "h4"}
QUESTIONS = {"h3", "h4"}
"""The levels of headings that are questions with one answer each. A question at a higher level introduces a whole page or
section."""

LONGER = Path(__file__).with_name("longer-pages.yml")


class LongerPage(Record):
    """A row of longer-pages.yml, the list of pages that may exceed the word limit for short pages."""

    page: str = Field(description="a path in docs/, for example questions.md")
    why: str = Field(min_length=1, description="the reason")


def longer(path: Path = LONGER) -> tuple[dict[str, LongerPage], list[Problem]]:
    """Return the rows of longer-pages.yml, keyed by page path, and any problems in that file."""
    rows, problems = cached_read(read_yaml, path, LongerPage, "page")
    return {row.page: row for row in rows}, problems


@article_rule
def says_one_thing(page: Page, site: Site) -> Iterable[Problem]:
    """A short page must not exceed its word limit (STYLE.md, S33). Labels, captions and table cells count.

    Sources, dates, text inserted from the safety data files, and collapsible rows do not count.
    """
    if page.layer is not Layer.SHORT or not page.path.is_relative_to(site.docs) or page.name in longer()[0]:
        return
    if page.unclosed:  # stop here, because the /// of an unclosed block would count as a word
        return
    parts = article.read(page, site.edition, site.dataset)
    if (count := article.count(parts)) > MAX_WORDS:
        yield page.problem(article.line_over(page, parts, MAX_WORDS),
                           f"The page has {count} words, but a short page may have at most {MAX_WORDS}. The page exceeds "
                           "the limit at this line.",
                           "Cut repetition, and move details of studies to the studies page. "
                           "Keep what helps readers to decide or to stay safe.", "words", count=count)


@article_rule
def answers_are_short(page: Page, site: Site) -> Iterable[Problem]:
    """On a page of questions (`asks: true`), the answer below each question must not exceed the word limit (STYLE.md, S34).

    Text inserted from the safety data files does not count.
    """
    if not page.meta or not page.meta.asks or not page.path.is_relative_to(site.docs):
        return
    lines = {" ".join(heading.text.split()): heading.line for heading in page.headings}
    answers: dict[str, int] = {}
    asked = ""
    for part in article.read(page, site.edition, site.dataset):
        if part.tag in HEADINGS:
            asked = part.text if part.tag in QUESTIONS and part.text.endswith("?") else ""
        elif asked:
            answers[asked] = answers.get(asked, 0) + part.words
    for question, count in answers.items():
        if count > MAX_IN_AN_ANSWER:
            yield page.problem(lines.get(question, page.body_start + 1),
                               f'The answer to "{question}" has {count} words, but the maximum is {MAX_IN_AN_ANSWER}.',
                               "Shorten the answer, and link to a page with the details.", "answers", count=count)


@article_rule
def leaflets_fit_a_hand(page: Page, site: Site) -> Iterable[Problem]:
    """A leaflet must not exceed its word limit (STYLE.md, S34), because people read leaflets while they wait. Text inserted from
    the safety data files does not count.
    """
    if page.layer is not Layer.LEAFLET or not page.path.is_relative_to(site.docs):
        return
    parts = article.read(page, site.edition, site.dataset)
    if (count := article.count(parts)) > MAX_ON_A_LEAFLET:
        yield page.problem(article.line_over(page, parts, MAX_ON_A_LEAFLET),
                           f"The leaflet has {count} words, but a leaflet may have at most {MAX_ON_A_LEAFLET}. The "
                           "leaflet exceeds the limit at this line.",
                           "Keep one message and one thing for readers to do. The QR code takes readers to the full page.",
                           "leaflets", count=count)


@site_rule
def longer_pages_are_pages(site: Site) -> Iterable[Problem]:
    """Every page listed in longer-pages.yml must exist."""
    rows, problems = longer()
    yield from problems
    for row in rows.values():
        if row.page not in site.pages:
            yield Problem(LONGER, row.line, f"docs/{row.page} does not exist.", "Correct the path, or remove the row "
                          "from longer-pages.yml.", "words")
