"""Rules about urgency: the site must send people to the right kind of help early enough, and must not give premium-rate
telephone numbers.

These rules find faults that a reviewer could easily overlook but that could do great harm, such as a wrong digit in a telephone
number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidence.checks import policy
from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.signs import patterns
from evidence.checks.source import Page
from evidence.model.pages import Kind
from evidence.model.problems import Problem
from evidence.model.signs import Level

WORD = re.compile(r"[a-z][a-z-]*")
LEVELS = (Level.EMERGENCY, Level.TODAY, Level.BEFORE)


@site_rule
def levels(site: Site) -> Iterable[Problem]:
    """The heading of each box of warning signs must say when to get help, for example "now" if the box has the level
    "emergency".
    """
    says = {level: site.words.pattern(f"{level}_heading") for level in LEVELS}
    for card in site.dataset.cards.values():
        if not says[card.level].search(card.heading):
            others = [level for level, word in says.items() if word.search(card.heading)]
            yield Problem(site.dataset.folder / "warning-signs.yml", card.at("level"),
                          f'The heading "{card.heading}" does not fit the level "{card.level}".',
                          f'Write "level: {others[0]}", as the heading says.' if others
                          else 'In the heading, write "now" for the level "emergency", "today" for the level "today", or "before '
                               'you book" for the level "before".',
                          "urgency")


@page_rule
def signs_are_drawn(page: Page, site: Site) -> Iterable[Problem]:
    """Safety pages, and the pages listed in pages-with-signs.yml, must show the emergency signs or the safety check."""
    if page.kind is not Kind.SAFETY and not any(row.covers(page.name) for row in policy.with_signs()[0]):
        return
    if not draws_signs(page, site):
        near = max((line.number for line in page.lines if "warning signs" in line.text), default=max(page.body_start, 1))
        yield page.problem(near, "The page does not show the emergency signs.",
                           'Add a "warning-signs" block with "cards: [heart, nerves]". STYLE.md has an example.',
                           "urgency")


@site_rule
def numbers_cost_nothing_extra(site: Site) -> Iterable[Problem]:
    """Telephone numbers in helplines.yml, including those in notes, must not be premium-rate numbers or belong to another
    country.

    Rules in hosts.py look for telephone numbers in all other files.
    """
    path = site.dataset.folder / "helplines.yml"
    costs, problems = policy.premium()
    yield from (*problems, *policy.with_signs()[1])
    for row in site.dataset.helplines:
        for service, numbers in row.numbers.items():
            for number in sorted(numbers):
                costly = any(cost.covers(row.country, number) for cost in costs)
                if costly or any(cost.leads_abroad(row.country, number) for cost in costs):
                    yield Problem(path, row.at(service),
                                  f'The "{service}" number "{number}" '
                                  f"{'is a premium-rate number' if costly else f'does not belong to {row.country}'}.",
                                  "Write the free number from the official page.", "urgency")


@site_rule
def premium_numbers_are_known(site: Site) -> Iterable[Problem]:
    """Every country in helplines.yml must have a row in premium-numbers.yml, so that the checks recognise its premium-rate
    numbers.
    """
    known = {costly.country for costly in policy.premium()[0]}
    for row in site.dataset.helplines:
        if row.country not in known:
            yield Problem(site.dataset.folder / "helplines.yml", row.at("country"),
                          f'The file premium-numbers.yml does not say how premium-rate numbers begin in "{row.country}".',
                          "Add a row for that country, with its source, to evidence/checks/premium-numbers.yml.", "urgency")


NEVER_COMPARED = 44
"""The number of the oldest rows in pages-opened.yml, whose pages no second person has compared. It may only fall."""


@site_rule
def pages_were_opened(site: Site) -> Iterable[Problem]:
    """For every telephone number, somebody who did not write the row must open the official web page, and record this in
    pages-opened.yml. The same applies to the web page of every register, unless the page is a source in references.bib.
    """
    rows, problems = policy.opened()
    yield from problems
    dataset = site.dataset
    sources = {reference.url for reference in dataset.references.values()}
    sent = [("helplines.yml", row.at("pages"), str(page.url)) for row in dataset.helplines for page in row.pages]
    sent += [("registers.yml", row.at("url"), str(row.url)) for row in dataset.registers
             if row.url and str(row.url) not in sources]
    for row in [row for row in rows if not row.accessed][NEVER_COMPARED:]:
        yield Problem(policy.FOLDER / "pages-opened.yml", row.line, f"The row does not say who opened {row.url}.",
                      'Add the fields "read_at", "accessed" and "by". Only the oldest rows may lack these fields.', "urgency")
    known = {str(row.url) for row in rows}
    for file, line, url in sent:
        if url not in known:
            yield Problem(dataset.folder / file, line, f"A second person has not yet opened {url} to check this row.",
                          "A second person must open the page, compare the page with this row, and add the page to "
                          'evidence/checks/pages-opened.yml with "read_at", "accessed" and "by".', "urgency")


@site_rule
def searches_for_help_find_it(site: Site) -> Iterable[Problem]:
    """If somebody searches for a sign of an emergency, the search must find a safety page that shows the emergency signs."""
    path = site.dataset.folder / "search-words.yml"
    emergency = site.words.pattern("emergency")
    urgent = {sign.id for sign in site.dataset.signs.values() if site.dataset.level_of(sign) is Level.EMERGENCY}
    signs = [pattern for name, pattern in patterns(site.dataset) if name in urgent]
    for row in site.dataset.synonyms:
        page = site.pages.get(row.file)
        if row.urgent and page and not (page.kind is Kind.SAFETY and draws_signs(page, site)):
            yield Problem(path, row.at("urgent"),
                          f'The row has "urgent: true", but docs/{row.file} is not a safety page with the emergency signs.',
                          'Give the path of a safety page with the emergency signs, or remove "urgent".', "urgency")
        for phrase in row.words if not row.urgent else ():
            if emergency.search(phrase) or any(sign.search(phrase) for sign in signs):
                yield Problem(path, row.line,
                              f'People may search for "{phrase}" in an emergency, but this row does not have "urgent: true".',
                              'Move the phrase to a row with "urgent: true".', "urgency")


def draws_signs(page: Page, site: Site) -> bool:
    """Return whether a page shows the emergency signs or the safety check."""
    urgent = {card.id for card in site.dataset.cards.values() if card.level is Level.EMERGENCY}
    return any(fence.name == "safety-check" or (fence.name == "warning-signs" and urgent & set(WORD.findall(fence.text)))
               for fence in page.fences)


