"""Rules about urgency: where help is named, it is the right help, in time, and costs nothing extra.

These faults look harmless in a list of changes: one word of a level, one digit of a number, one
block less on a page. For a reader with a numb saddle each of them is the worst there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.model.pages import Kind
from evidence.model.problems import Problem

SAYS = {"emergency": re.compile(r"\bnow\b", re.IGNORECASE), "urgent": re.compile(r"\btoday\b", re.IGNORECASE),
        "routine": re.compile(r"\bbefore you book\b", re.IGNORECASE)}
"""The word that stands in the heading of each level: when to get help."""

WORD = re.compile(r"[a-z][a-z-]*")
HANDS_ON = re.compile(r"techniques/(?!index)|try/(at-home|partner-massage|after-a-session|diary)\.")
"""Pages about one technique, about doing massage, and about the days after it."""

SIGNS_PAGE = "back-pain/warning-signs.md"
EMERGENCY_WORDS = re.compile(
    r"\b(numb\w*|no feeling|tingling)\b.{0,200}\b(groin|genitals?|bum|bottom|down (there|below)|"
    r"between (the|my) legs|saddle|anus)\b|"
    r"\bsaddle (numb\w*|ana?esthesia)|\bcauda equina\b|\b(can.?t|cannot|unable to) (pee|wee|urinate|poo)\b|"
    r"\b(wet|soiled|pooed|peed) myself\b|\bincontinen\w+|\bchest pain\b|\bboth legs (weak|numb)|\bfoot drop\b", re.IGNORECASE)
"""What people type who may have an emergency."""

COSTLY = {
    "United Kingdom": re.compile(r"^(09|087|084|070|118)"), "Ireland": re.compile(r"^15"),
    "United States": re.compile(r"^1?900"), "Canada": re.compile(r"^1?900"), "Australia": re.compile(r"^190"),
    "New Zealand": re.compile(r"^0900"),
}
"""Numbers at a premium rate, by country."""
COSTLY_ANYWHERE = re.compile(r"^(0900|0901|0906|0190|1900|\+?1?900|0899)")


@site_rule
def levels(site: Site) -> Iterable[Problem]:
    """The heading of a care card says when to get help, and that fits its level: emergency now, urgent today."""
    for card in site.dataset.cards.values():
        if not SAYS[card.level].search(card.heading):
            others = [level for level, word in SAYS.items() if word.search(card.heading)]
            yield Problem(site.dataset.folder / "warning-signs.yml", card.at("level"),
                          f'The heading "{card.heading}" does not fit the level "{card.level}".',
                          f"Write level: {others[0]}, as the heading says." if others
                          else 'Say when: "now" for an emergency, "today" for urgent, "before you book" for routine.', "urgency")


@page_rule
def signs_are_drawn(page: Page, site: Site) -> Iterable[Problem]:
    """The emergency signs, or the safety check, stand on safety pages and pages about doing massage, as a card or as a sentence.
    Every page has the strip with its question and the numbers besides."""
    if page.kind is not Kind.SAFETY and not HANDS_ON.match(page.name):
        return
    urgent = {card.id for card in site.dataset.cards.values() if card.level == "emergency"}
    drawn = any(fence.name == "safety-check" or (fence.name == "warning-signs" and urgent & set(WORD.findall(fence.text)))
                for fence in page.fences)
    if not drawn:
        near = max((line.number for line in page.lines if "warning signs" in line.text), default=max(page.body_start, 1))
        yield page.problem(near, "The page no longer draws the emergency signs.",
                           "Put the block warning-signs back, with cards: [heart, nerves]; STYLE.md shows it.", "urgency")


@site_rule
def numbers_cost_nothing_extra(site: Site) -> Iterable[Problem]:
    """No number to call is at a premium rate."""
    path = site.dataset.folder / "helplines.yml"
    for row in site.dataset.helplines:
        for field in ("emergency", "advice", "crisis", "abuse"):
            value = getattr(row, field)
            for number in [value] if isinstance(value, str) else value:
                digits = number.replace(" ", "")
                costly = COSTLY.get(row.country)
                if digits and (COSTLY_ANYWHERE.search(digits) or (costly and costly.search(digits))):
                    yield Problem(path, row.at(field), f'"{number}" is a number that costs extra.',
                                  "Give the free number on the official page.", "urgency")


@site_rule
def searches_for_help_find_it(site: Site) -> Iterable[Problem]:
    """Somebody who types a sign of an emergency into the search is led to the warning signs."""
    path = site.dataset.folder / "search-words.yml"
    for row in site.dataset.synonyms:
        for phrase in row.words:
            if row.file != SIGNS_PAGE and EMERGENCY_WORDS.search(phrase):
                yield Problem(path, row.line, f'"{phrase}" is a sign of an emergency.',
                              f"Put it under {SIGNS_PAGE}.", "urgency")
