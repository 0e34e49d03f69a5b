"""Rules about warning signs: authors must insert each sign by its id, and must send readers for help soon enough.

The text of each sign comes from one data row, so the text and its urgency cannot differ between pages.

In this module, a unit is a paragraph, a table row, a string in a data row, or a list item together with the sentence that
introduces the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Line, Page
from evidence.loading.rows import parsed, strings
from evidence.markdown.signs import SIGN, unknown
from evidence.model.dataset import Dataset
from evidence.model.problems import Problem
from evidence.model.signs import Level, Qualifier

DRAWN = re.compile(SIGN)
BRACKETS = re.compile(r"(?<!\\)\[!([^\]\s]+)\]")
"""Matches everything in the form [!…], even if it is not an id."""

ALERTS = {"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"}
"""The names of GitHub's alerts, which have the same form."""

NEW, PASSED = "new", "even-if-better"
EXEMPT = re.compile(r"studies/|about/(?!for-|our-)")
"""Matches pages that report what sources say, or that are about the project."""

Unit = tuple[int, str]


@page_rule
def signs_exist(page: Page, site: Site) -> Iterable[Problem]:
    """The id in each `[!id]` on a page must belong to a sign in signs.yml or a safety line in safety-lines.yml."""
    code = {fence.line + n for fence in page.fences for n in range(1, fence.text.count("\n") + 2)}
    shown = [(line.number, line.text) for line in page.lines] + [(n, page.raw[n - 1]) for n in sorted(code) if n <= len(page.raw)]
    for number, text in shown:
        yield from (Problem(page.path, number, *fault, "signs") for fault in misnamed(text, site.dataset))


@site_rule
def signs_in_data_exist(site: Site) -> Iterable[Problem]:
    """Every sign, safety line (a fixed sentence about safety) and destination (a place to get help) that a data row names must
    exist. A safety line must not have the same id as a sign.
    """
    dataset = site.dataset
    for path, lines in site.texts.items():
        if path.is_relative_to(dataset.folder) and path.suffix == ".yml":
            for number, text in enumerate(lines, 1):
                if not text.lstrip().startswith("#"):
                    yield from (Problem(path, number, *fault, "signs") for fault in misnamed(text, dataset))
    for sign in dataset.signs.values():
        if sign.destination not in dataset.destinations:
            yield Problem(dataset.folder / "signs.yml", sign.at("destination"),
                          f'The destination "{sign.destination}" is not in destinations.yml.',
                          f"Use one of: {', '.join(dataset.destinations)}.", "signs", about=sign.destination)
    for name, line in dataset.lines.items():
        if name in dataset.signs:
            yield Problem(dataset.folder / "safety-lines.yml", line.line,
                          f'A sign already has the id "{name}".', "Give the safety line a different id.", "signs")


def misnamed(text: str, dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield a message for each [!…] that names neither a sign nor a safety line (a fixed sentence about safety)."""
    for match in BRACKETS.finditer(text):
        if match[1] not in dataset.signs and match[1] not in dataset.lines and match[1] not in ALERTS:
            yield unknown(match[1], dataset)


@site_rule
def check_asks_everything(site: Site) -> Iterable[Problem]:
    """The safety check must ask about every sign and every situation. Every sign must be on a card (a box of warning signs),
    and the card must have the sign's level of urgency.
    """
    dataset = site.dataset
    if dataset.safety_check is None:
        return
    asked = {tick for screen in dataset.safety_check.screens for tick in screen.ticks}
    for name, rows in (("signs.yml", dataset.signs), ("situations.yml", dataset.situations)):
        for row in rows.values():
            if row.id not in asked:
                yield Problem(dataset.folder / name, row.line, f'The safety check does not ask about "{row.id}".',
                              "Add the sign or situation to a screen in safety-check.yml.", "signs")
    for tick in sorted(asked - set(dataset.signs) - set(dataset.situations)):
        yield Problem(dataset.folder / "safety-check.yml", 1, f'"{tick}" is neither in signs.yml nor in situations.yml.',
                      "Check the spelling.", "signs", about=tick)
    for card in dataset.cards.values():
        for name in (*card.signs, *card.short):
            sign = dataset.signs.get(name)
            if sign is None:
                yield Problem(dataset.folder / "warning-signs.yml", card.at("signs"),
                              f'The card "{card.id}" names "{name}", which is not in signs.yml.',
                              "Check the spelling.", "signs", about=name)
            elif name not in card.signs:
                yield Problem(dataset.folder / "warning-signs.yml", card.at("signs"),
                              f'The card "{card.id}" names "{name}" in the field "short", but not in the field "signs".',
                              'Add the sign to the field "signs", or remove it from the field "short".', "signs", about=name)
            elif (level := dataset.level_of(sign)) and level is not card.level:
                what = (f'"{name}" sends people to "{sign.destination}", which has the level "{level}", '
                        f'but the level of the card "{card.id}" is "{card.level}".')
                for file, at in (("signs.yml", sign.at("destination")), ("warning-signs.yml", card.at("level"))):
                    yield Problem(dataset.folder / file, at, what, "Correct the destination of the sign or the level of the "
                                                                   "card, whichever is wrong.", "signs")
    carded = {name for card in dataset.cards.values() for name in card.signs}
    for sign in dataset.signs.values():
        if sign.id not in carded:
            yield Problem(dataset.folder / "signs.yml", sign.line, f'No card in warning-signs.yml contains the sign "{sign.id}".',
                          "In warning-signs.yml, add the sign to a card with the same level of urgency as the destination "
                          f'"{sign.destination}".', "signs")


@page_rule
def signs_by_hand(page: Page, site: Site) -> Iterable[Problem]:
    """If a paragraph, list item or table row tells people to get help, its warning signs must be inserted by id, not typed by
    hand.
    """
    if EXEMPT.match(page.name):
        return
    for line, text in units(page):
        if what := told(text, site):
            yield page.problem(line, what,
                               'Do not type the sign: insert it with [!id] or a "warning-signs" block (see STYLE.md).', "signs")


@page_rule
def signs_keep_qualifier_and_urgency(page: Page, site: Site) -> Iterable[Problem]:
    """If a warning sign counts only when it is new, the paragraph with the sign must also contain `[!new]`. If a sentence with
    a warning sign tells readers to get help, it must send them for help soon enough.
    """
    for line, text in units(page):
        yield from (Problem(page.path, line, *fault, "signs") for fault in disordered(text, site))


@site_rule
def signs_in_data_keep_both(site: Site) -> Iterable[Problem]:
    """Signs must be inserted by id, with `[!new]` where needed, in four data files: situations, boxes of warning signs, safety
    lines and the decision aid. The text must send readers for help soon enough.
    """
    dataset = site.dataset
    for name in ("situations.yml", "warning-signs.yml", "safety-lines.yml", "decision.yml"):
        path = dataset.folder / name
        for line, text in _texts(path) if path.exists() else ():
            if name != "warning-signs.yml":
                yield from (Problem(path, line, *fault, "signs") for fault in disordered(text, site))
            if name != "safety-lines.yml" and (what := told(text, site)):
                yield Problem(path, line, what, "Do not type the sign: insert it with [!id].", "signs")


def _texts(path: Path) -> Iterator[Unit]:
    data, *_ = parsed(path)
    for row in data if isinstance(data, list) else [data]:
        if isinstance(row, dict):
            yield from strings({field: value for field, value in row.items() if field not in NOT_ADVICE})


NOT_ADVICE = {"official", "reason", "tick", "small", "name"}
"""Fields that give no advice: they name a situation, or report what official lists say."""


@lru_cache(maxsize=4)
def _matches(folder: Path, rows: tuple[tuple[str, tuple[str, ...]], ...]) -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))
            for name, patterns in rows if patterns]


def patterns(dataset: Dataset) -> list[tuple[str, re.Pattern[str]]]:
    """Return the id of each sign, with a pattern for words that authors might type instead of inserting the sign."""
    return _matches(dataset.folder, tuple((sign.id, tuple(sign.match)) for sign in dataset.signs.values()))


def told(text: str, site: Site) -> str:
    """Return a message if a passage tells people to get help and contains a sign that was typed by hand. Otherwise, return an
    empty string.
    """
    dataset, bare = site.dataset, DRAWN.sub(" ", text)
    sent = [dataset.lines[name].level for name in DRAWN.findall(text) if name in dataset.lines]
    if not (site.words.pattern("sends_for_help").search(bare) or any(level is not Level.NONE for level in sent)):
        return ""
    if match := site.words.pattern("loose_sign").search(bare):
        return f'"{match[0]}" is a warning sign that somebody typed by hand, in a passage that tells people to get help.'
    for name, pattern in patterns(dataset):
        if match := pattern.search(bare):
            return (f'"{match[0]}" is the sign "{name}", which somebody typed by hand in a passage that tells people to get '
                    "help.")
    return ""


def disordered(text: str, site: Site) -> Iterator[tuple[str, str]]:
    """Yield a message for each fault in a passage with warning signs: [!new] is missing, readers are sent for help too late, or
    a sentence mentions an emergency although no sign in the same sentence is an emergency.
    """
    dataset, names = site.dataset, DRAWN.findall(text)
    signs = [dataset.signs[name] for name in names if name in dataset.signs]
    if not signs:
        return
    lost = [sign.id for sign in signs if sign.qualifier is not Qualifier.ALWAYS]
    if lost and NEW not in names:
        yield (f'"{lost[0]}" counts only if it is new, but the text does not say so.', "Add [!new].")
    for part in re.split(r"(?<=[.!?])\s+", text):
        inside = [dataset.signs[name] for name in DRAWN.findall(part) if name in dataset.signs]
        sent = [line.level for name in DRAWN.findall(part) if (line := dataset.lines.get(name)) and line.level is not Level.NONE]
        levels = [level for sign in inside if (level := dataset.level_of(sign))]
        if inside and sent and levels:
            worst = max(levels, key=lambda level: level.urgency)
            if max(level.urgency for level in sent) < worst.urgency:
                yield (f'A sign in this sentence has the level "{worst}", but the help that the sentence names '
                       f'has only the level "{sent[0]}".',
                       "Insert a safety line that is at least as urgent.")
        if levels and all(level is not Level.EMERGENCY for level in levels) and site.words.pattern("emergency_word").search(part):
            yield ("The sentence mentions an emergency, but none of its signs is an emergency.",
                   'Name the help that signs.yml gives as the destination of the sign, for example "today".')


def units(page: Page) -> Iterator[Unit]:
    """Yield the units of text on a page (see the module's docstring), including the strings in its data blocks, as (line
    number, text).
    """
    lead: list[Line] = []
    for run in page.paragraphs:
        if LISTED.match(run[0].text):
            yield _unit(lead + run, run[0].number)
            continue
        yield _unit(run, run[0].number)
        lead = run if run[-1].text.rstrip().endswith(":") else []
    for fence in page.fences:
        yield from strings(fence.data, fence.line)


LISTED = re.compile(r"\s*([-*+]|\d+\.)\s")


def _unit(lines: list[Line], at: int) -> Unit:
    return at, " ".join(line.text for line in lines)
