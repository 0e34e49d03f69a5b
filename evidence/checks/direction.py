"""Rules about numbers from trials: a difference between groups must have the same direction as in its source, and the number of
one group must not be given for another group.

The rules in numbers.py check only that the source contains each number. They would accept "2.5 more" instead of "2.5 fewer", or
the number of another group in the same trial.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from evidence.checks.citations import CITED
from evidence.checks.numbers import CHARTS, bare, cited_in, of_data, of_fence, of_page
from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.markdown.fences import options_of
from evidence.model.effects import SCALE, Effect, Treatment
from evidence.model.numbers import SENTENCE, TINY, Number
from evidence.model.problems import Problem
from evidence.words import Words

COMPARE = "Compare the direction with the paper: less pain or disability has a minus sign in the data."
LEFT = ("gone", "some", "all")
"""How much of a benefit a bar can show, from least to most."""

Row = Effect | Treatment


def direction(text: str, number: Number, words: Words) -> int:
    """Return the direction of a difference in a piece of text: -1 for "2.5 lower", 1 for "2.5 higher", or 0 if the text gives no
    direction.
    """
    if number.text[0] in "-−–":
        return -1
    after = words.pattern("after_a_difference").match(text, number.start + len(number.text))
    if not after:
        return 0
    if words.pattern("points_down").fullmatch(after[1]):
        return -1
    falls = words.pattern("falls").search(text[text.rfind(". ", 0, number.start) + 1: number.start])
    return 1 if words.pattern("points_up").fullmatch(after[1]) and not falls else 0


@site_rule
def rows_point_where_their_sources_do(site: Site) -> Iterable[Problem]:
    """A difference in a data row must be negative if the note on the source says "lower", and positive if the note says "higher".
    """
    dataset = site.dataset
    tables: dict[str, Iterable[Row]] = {"effects.csv": dataset.effects.values(), "treatments.csv": dataset.treatments}
    for file, row in ((file, row) for file, rows in tables.items() for row in rows if site.readable):
        if row.effect and row.source in dataset.references and (said := _said(row, site)) * row.effect < 0:
            yield Problem(dataset.folder / file, row.line,
                          f'The effect is {row.effect:g}, which means "{"lower" if said > 0 else "higher"}", but the note on '
                          f'"{row.source}" says "{"lower" if said < 0 else "higher"}".', COMPARE, "direction")


@site_rule
def rows_that_are_worse_say_so(site: Site) -> Iterable[Problem]:
    """If a data row has a positive difference, the note in the row must say what a positive number means, for example "positive =
    worse than usual care".
    """
    dataset = site.dataset
    tables: dict[str, Iterable[Row]] = {"effects.csv": dataset.effects.values(), "treatments.csv": dataset.treatments}
    for file, row in ((file, row) for file, rows in tables.items() for row in rows if site.readable):
        ratio = isinstance(row, Effect) and row.measure == "RR"
        if row.effect and row.effect > 0 and not ratio and not POSITIVE.search(row.note):
            yield Problem(dataset.folder / file, row.line,
                          f"The effect is {row.effect:g}, which means more {row.outcome} than with "
                          f"{row.comparator}.",
                          f"If the source found less {row.outcome}, put a minus sign before the effect and before both ends "
                          f'of its range. If it found more, write "positive = worse than {row.comparator}" in "note".',
                          "direction")


POSITIVE = re.compile(r"\bpositive = ")
"""Matches the start of a note that explains a positive number."""


@page_rule
def words_fit_the_scale(page: Page, site: Site) -> Iterable[Problem]:
    """If the text of a chart implies a scale, as in "1.7 of 10", the data rows of the chart must use that scale."""
    for fence in page.fences:
        options, _ = options_of(fence.name, fence.text, page.path, fence.line) if fence.name in CHARTS else (None, [])
        rows = [row for name in getattr(options, "rows", ()) if (row := site.dataset.effects.get(name))]
        ends = {int(match[2]) for row in rows if (match := SCALE.search(row.scale))}
        if rows and site.readable and all(SCALE.search(row.scale) for row in rows):
            for found in of_fence(page, fence, site):
                for match in site.words.pattern("of_a_scale").finditer(found.text):
                    if int(match[1]) not in ends:
                        yield page.problem(found.line(match.start()),
                                           f'"{match[0]}" does not fit this chart, whose rows use the scale '
                                           f'{" and ".join(sorted({row.scale for row in rows}))}.',
                                           "Compare the chart and its rows with the source. If the text of the chart is right, "
                                           'correct "scale" in docs/data/effects.csv.', "direction")


@site_rule
def findings_rise_with_age(site: Site) -> Iterable[Problem]:
    """In scans.csv, a finding must not become rarer with age. A decrease may mean that somebody sorted only one
    column.
    """
    rows = sorted(site.dataset.scans, key=lambda row: (row.finding, row.age))
    for row, older in pairwise(rows) if site.readable else ():
        if row.finding == older.finding and older.percent < row.percent:
            yield Problem(site.dataset.folder / "scans.csv", older.line,
                          f'"{row.finding}" falls from {row.percent} percent at age {row.age} to {older.percent} percent at '
                          f"age {older.age}.",
                          "Compare the percentages with the source. If you sorted only one column, undo the sorting.",
                          "direction")


def _said(row: Row, site: Site) -> int:
    """Return the direction of a row's difference according to the note on the source: -1 (lower), 1 (higher) or 0 (unknown).
    Sentences are ignored unless they contain both the difference and its confidence interval.
    """
    reference = site.dataset.references[row.source]
    values = [abs(value) for value in (row.effect, row.ci_low, row.ci_high) if value is not None]
    for text in SENTENCE.split(f"{reference.found} {reference.numbers}"):
        held = site.traces.reader.numbers(text)
        for factor in (1, 10) if row.scale == "0-100" else (1,):
            if all(any(abs(value / factor - other.value) < TINY for other in held) for value in values):
                first = next(other for other in held if abs(values[0] / factor - other.value) < TINY)
                if said := direction(text, first, site.noted):
                    return said
    return 0


def turned(text: str, keys: Iterable[str], site: Site, words: Words) -> Iterator[tuple[int, str]]:
    """Yield (position, phrase) for each difference that a text wrongly calls "higher". In the data, the difference is negative,
    which means "lower".
    """
    rows = [row for key in keys for row in site.traces.rows.get(key, ()) if isinstance(row, Effect) and row.effect]
    for number in words.numbers.numbers(text) if rows else ():
        signs = {row.effect < 0 for row in rows if row.effect and abs(abs(row.effect) - number.value) < TINY}
        after = words.pattern("after_a_difference").match(text, number.start + len(number.text))
        if after and number.decimals and signs == {True} and direction(text, number, words) > 0:
            yield number.start, f'"{text[number.start: after.end()]}"'


def swapped(text: str, keys: Iterable[str], site: Site, words: Words) -> Iterator[tuple[int, str]]:
    """Yield (position, message) for each number that a text gives for the wrong group in a trial.

    If a text names one group but gives only another group's number, that number is wrong. If a text names all groups, their
    numbers must be in the same order as the groups.
    """
    rows = [row for key in keys for row in site.traces.rows.get(key, ()) if isinstance(row, Effect) and row.effect]
    ends = {abs(end) for row in rows for end in (row.ci_low, row.ci_high) if end}
    numbers = [number for number in words.numbers.numbers(text) if number.decimals and number.value not in ends] if rows else []
    groups: dict[tuple[str, ...], dict[str, Effect]] = {}
    for row in rows:
        asked = (row.source, row.outcome, row.time_point, row.measure, row.comparator)
        groups.setdefault(asked, {})[row.technique] = row
    for arms in groups.values():
        own = {name: {word for word in name.split() if not any(word in other.split() for other in arms if other != name)}
               for name in arms}
        named = {name: match.start() for name, some in own.items()
                 if some and (match := re.search(rf"\b(?:{'|'.join(map(re.escape, some))})", text, re.IGNORECASE))}
        given = {name: first for name, row in arms.items()
                 if (first := next((n for n in numbers if abs(abs(row.effect or 0) - n.value) < TINY), None))}
        for name, first in given.items():
            if len(arms) > 1 and len(named) == 1 and name not in named and not named.keys() & given.keys():
                yield first.start, f'{first.text} is the number for "{name}", but the text is about "{next(iter(named))}"'
        if len(arms) > 1 and len(named) == len(given) == len(arms):
            order = sorted(named, key=lambda name: named[name])
            if order != sorted(given, key=lambda name: given[name].start):
                first = given[order[0]]
                yield first.start, f'{first.text} is the number for "{order[0]}", but the text gives it for another group'


@page_rule
def differences_point_and_belong(page: Page, site: Site) -> Iterable[Problem]:
    """On a page, each difference between groups must have the same direction as in the data. The page must not give one group's
    number for another group.
    """
    if not site.readable:
        return
    for found in of_page(page, site):
        for at, phrase in turned(found.text, found.keys, site, site.words):
            yield page.problem(found.line(at), f"The difference {phrase} is the other way round in the data.", COMPARE,
                               "direction")
    for run in page.paragraphs:
        text = "\n".join(line.text for line in run)
        if CITED.search(text):
            for at, mix_up in swapped(bare(text).replace("\n", " "), cited_in(text), site, site.words):
                yield page.problem(run[text[:at].count("\n")].number, f"{mix_up}.",
                                   "Write each number next to the group that it belongs to.", "direction")
    for fence in page.fences:
        options, _ = options_of(fence.name, fence.text, page.path, fence.line) if fence.name in CHARTS else (None, [])
        rows = [row for name in getattr(options, "rows", ()) if (row := site.dataset.effects.get(name))]
        if rows and all(row.effect and row.effect < 0 for row in rows):
            for found in of_fence(page, fence, site):
                if match := site.words.pattern("worse_off").search(found.text):
                    yield page.problem(found.line(match.start()),
                                       f'"{match[0]}" sounds like a change for the worse, but each row shows an improvement.',
                                       'Say what decreased, for example "pain" or "the number of tasks that pain limits".',
                                       "direction")


@page_rule
def bars_fit_their_words(page: Page, site: Site) -> Iterable[Problem]:
    """In a chart of how long a benefit lasts, no bar may show more of the benefit than the previous bar. The text of a bar that
    shows the whole benefit must not say that only part of the benefit is left.
    """
    for fence in page.fences:
        if fence.name != "everyday":
            continue
        options, _ = options_of(fence.name, fence.text, page.path, fence.line)
        weeks = getattr(options, "weeks", ())
        for before, week in pairwise([None, *weeks]):
            lines = [number for number, text in enumerate(fence.text.split("\n"), fence.line + 1) if week.what in text]
            line, bar = max(lines, default=fence.line), f'The bar "{week.when}"'
            if week.left == "all" and (match := site.words.pattern("partly_left").search(week.what)):
                yield page.problem(line, f'{bar} shows the whole benefit, but its text says "{match[0]}".',
                                   'Write "left: some" or "left: gone" for this bar.', "direction")
            if before and LEFT.index(week.left) > LEFT.index(before.left):
                yield page.problem(line, f'{bar} shows more of the benefit than the earlier bar "{before.when}".',
                                   "Sort the bars by time. A later bar must not show more of the benefit than an earlier bar.",
                                   "direction")


@site_rule
def differences_in_data_point_and_belong(site: Site) -> Iterable[Problem]:
    """In the text of a data file, each difference between groups must have the same direction as in the data rows. The text must
    not give one group's number for another group.
    """
    for found in of_data(site) if site.readable else ():
        for at, phrase in turned(found.text, found.keys, site, site.words):
            yield Problem(found.path, found.line(at), f"The difference {phrase} is the other way round in the data.", COMPARE,
                          "direction")
        for at, mix_up in swapped(found.text, found.keys, site, site.words):
            yield Problem(found.path, found.line(at), f"{mix_up}.",
                          "Write each number next to the group that it belongs to.", "direction")
