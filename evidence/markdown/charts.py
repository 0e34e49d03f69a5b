"""Computes the positions and the wording in charts of effects. Positions are percentages of the chart's width.

An axis always includes zero. The text beside each effect also gives the direction ("less", "more"), for people who cannot see the
chart.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from evidence.model.effects import Effect
from evidence.model.references import Reference
from evidence.model.scales import Scale
from evidence.words import Words

STEPS = (0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50)
MAX_TICKS = 7


@dataclass(frozen=True)
class Axis:
    """An axis from `low` to `high`, with ticks."""

    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def few(self) -> tuple[float, ...]:
        """Return the ticks that have numbers on narrow screens: zero and both ends of the axis. An end has no number if it is
        only one tick away from zero.
        """
        zero = self.ticks.index(0)
        return tuple(tick for place, tick in enumerate(self.ticks)
                     if tick == 0 or (place in (0, len(self.ticks) - 1) and abs(place - zero) > 1))

    def at(self, value: float) -> float:
        """Return the position of a value on the axis, from 0 at the left end to 100 at the right end."""
        return round(100 * (value - self.low) / (self.high - self.low), 2)


def axis(values: list[float]) -> Axis:
    """Return an axis that contains all values, with ticks at round numbers and at least one tick on each side of zero."""
    low, high = min([*values, 0.0]), max([*values, 0.0])
    if low == high:
        low, high = -1.0, 1.0
    step = next(s for s in STEPS if (high - low) / s <= MAX_TICKS - 1 or s == STEPS[-1])
    first, last = math.floor(low / step - 1e-9), math.ceil(high / step + 1e-9)
    first, last = min(first, -1), max(last, 1)
    ticks = tuple(round(n * step, 4) for n in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks)


def in_words(effect: float, low: float | None, high: float | None, scale: Scale, digits: int, words: Words) -> str:
    """Return a difference, its interval and its direction in words, for example "2.9 points less (between 1.8 and 4.0 less)"."""

    def amount(value: float) -> str:
        return f"{abs(value):.{digits}f}"

    def way(value: float) -> str:
        return scale.less if value < 0 else scale.more

    sentence = f"{amount(effect)} {scale.unit} {way(effect)} {scale.of}".rstrip()
    if low is None or high is None:
        return sentence
    if low < 0 < high:
        return words.text("charts", "crosses", effect=sentence, low=amount(low), less=scale.less, high=amount(high),
                          more=scale.more)
    near, far = sorted((low, high), key=abs)
    return words.text("charts", "between", effect=sentence, near=amount(near), far=amount(far), way=way(effect))


def favoured(rows: list[Effect], plain: Callable[[str], str], words: Words) -> str:
    """Return the name of the treatment that did better if an effect is to the left of zero. If no single name fits all rows,
    return the words for "the treatment named first".
    """
    kinds = {plain(row.technique) for row in rows}
    if all("massage" in kind for kind in kinds) and not any("massage" in row.comparator for row in rows):
        return words.text("charts", "massage")
    return kinds.pop() if len(kinds) == 1 else words.text("charts", "named_first")


WEEKS = {"week": 1.0, "month": 52 / 12, "year": 52.0}
"""Number of weeks in each unit of time, for the time axis of a course chart."""


def weeks(time_point: str) -> float | None:
    """Return a time in weeks, for example 13 for "3 months". Return None if the string is anything else, such as a range."""
    match = re.fullmatch(r"(\d+) (week|month|year)s?", time_point)
    return round(int(match[1]) * WEEKS[match[2]], 1) if match else None


def named(reference: Reference, row: Effect, words: Words) -> str:
    """Return a short name for a source, for example "review by Wu and others, 2021"."""
    kind = "review_by" if (row.n_trials or 1) > 1 else "trial_by"
    several = len(reference.authors) > 1 or reference.more_authors
    return words.text("charts", kind + ("_several" if several else ""), author=reference.first, year=reference.year)


def people(row: Effect, words: Words) -> str:
    """Return the number of people and the number of trials in words. If the row counts the people in all groups of its trial or
    review, the words say so, and leave out the number of trials.
    """
    trials = words.plural(words["charts"]["trials"], row.n_trials or 1).format(count=row.n_trials or 1)
    if row.n_participants is None:
        return trials
    if row.people_of:
        return words.text("charts", f"people_of_{row.people_of}", people=row.n_participants)
    return words.text("charts", "people", people=row.n_participants, trials=trials)
