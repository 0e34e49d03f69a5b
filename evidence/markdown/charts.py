"""Geometry and words of the effect charts. Positions are percentages of the drawn width.

An axis always holds zero. Words say the direction, so that the picture is never needed to read
the number.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from evidence.model.effects import Effect
from evidence.model.references import Reference
from evidence.words import plural, text, words

STEPS = (0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50)
MAX_TICKS = 7


@dataclass(frozen=True)
class Scale:
    """How a scale is named and counted for readers."""

    name: str
    unit: str
    less: str = "less"
    more: str = "more"
    of: str = ""
    """What there is less of, where the unit does not say it."""


SCALES = {
    "MD RDQ": Scale("Roland disability score: daily activities limited by back pain, out of 23 or 24", "points"),
    "SMD sd": Scale("Standardised difference: 0.2 is small, 0.5 medium, 0.8 large", "standard deviations"),
    "MD VAS": Scale("Pain from 0 to 10", "points of 10"),
    "MD 0-10": Scale("How bothersome the pain is, from 0 to 10", "points of 10"),
    "MD 0-100": Scale("Pain from 0 to 100", "points of 100"),
    "MD ODI": Scale("Oswestry disability score from 0 to 100", "points of 100"),
    "difference of medians days": Scale("Days in pain in the last 28", "days", "fewer", "more"),
}

OUTCOMES = {"function": "limits in daily life", "disability": "limits in daily life"}
"""Outcomes as readers get them: less is better in all of them, also where the data file says "function"."""

OF = {"function": "limited in daily life", "disability": "limited in daily life", "pain": "pain"}
"""What there is less of when a difference is counted in standard deviations."""


def scale_of(row: Effect) -> Scale:
    """The scale of a row; a standardised one says what it counts, so that less is seen to be better."""
    scale = SCALES[row.axis]
    return replace(scale, of=OF.get(row.outcome, "")) if row.measure == "SMD" else scale


IMPORTANT = {"MD RDQ": (2.0, "cherkin2011")}
"""The difference between groups that a source counted as one that matters, and that source."""


@dataclass(frozen=True)
class Axis:
    """From `low` to `high`, with ticks. `at` gives a value's place in per cent."""

    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def few(self) -> tuple[float, ...]:
        """The ticks whose numbers stay where there is room for few: both ends and zero, if they stand apart."""
        zero = self.ticks.index(0)
        return tuple(tick for place, tick in enumerate(self.ticks)
                     if tick == 0 or (place in (0, len(self.ticks) - 1) and abs(place - zero) > 1))

    def at(self, value: float) -> float:
        """PageRef of a value, 0 at the left end, 100 at the right."""
        return round(100 * (value - self.low) / (self.high - self.low), 2)


def axis(values: list[float]) -> Axis:
    """The smallest axis with round ticks that holds all values and zero, with air at both ends."""
    low, high = min([*values, 0.0]), max([*values, 0.0])
    if low == high:
        low, high = -1.0, 1.0
    step = next(s for s in STEPS if (high - low) / s <= MAX_TICKS - 1 or s == STEPS[-1])
    first, last = math.floor(low / step - 1e-9), math.ceil(high / step + 1e-9)
    first, last = min(first, -1), max(last, 1)
    ticks = tuple(round(n * step, 4) for n in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks)


def in_words(effect: float, low: float | None, high: float | None, scale: Scale, digits: int) -> str:
    """The difference and its interval with the direction in words, as in
    "2.9 points less (between 1.8 and 4.0 less)"."""

    def amount(value: float) -> str:
        return f"{abs(value):.{digits}f}"

    def way(value: float) -> str:
        return scale.less if value < 0 else scale.more

    sentence = f"{amount(effect)} {scale.unit} {way(effect)} {scale.of}".rstrip()
    if low is None or high is None:
        return sentence
    if low < 0 < high:
        return text("charts", "crosses", effect=sentence, low=amount(low), less=scale.less, high=amount(high), more=scale.more)
    near, far = sorted((low, high), key=abs)
    return text("charts", "between", effect=sentence, near=amount(near), far=amount(far), way=way(effect))


def favoured(rows: list[Effect]) -> str:
    """The treatment on the left of the axis by its name: "massage" where it was compared with something else."""
    kinds = {plain(row.technique) for row in rows}
    if all("massage" in kind for kind in kinds) and not any("massage" in row.comparator for row in rows):
        return text("charts", "massage")
    return kinds.pop() if len(kinds) == 1 else text("charts", "named_first")


WEEKS = {"week": 1.0, "month": 52 / 12, "year": 52.0}
"""Weeks in a unit of time, for the axis of a course."""


def weeks(time_point: str) -> float | None:
    """ "10 weeks" -> 10, "3 months" -> 13, "12 months" -> 52; None where it is no single time."""
    match = re.fullmatch(r"(\d+) (week|month|year)s?", time_point)
    return round(int(match[1]) * WEEKS[match[2]], 1) if match else None


PLAIN = {
    "massage any": "massage of any kind", "LBP": "low back pain", "chronic or recurrent": "long-lasting or returning",
    "chronic": "long-term (chronic)", "nonspecific": "non-specific",
    "controls (mixed)": "mixed comparisons", "normal care": "usual care", "low back pain women": "low back pain, women",
}
"""Words of the data files as readers get them."""


FINDINGS = {
    "Disc degeneration": "changes of discs that come with age",
    "Disc signal loss": "a disc looks darker on the scan",
    "Disc height loss": "a disc has become thinner",
    "Disc bulge": "a disc spreads out past its edge",
    "Disc protrusion": "one part of a disc sticks out",
    "Annular fissure": "a small split in the outer ring of a disc",
    "Facet degeneration": "arthritis of the small joints of the spine",
    "Spondylolisthesis": "a bone of the spine has slid forward",
}
"""What the words of a scan report mean."""


WHOLE = {"mixed": "several different things", "control": "other care, or none"}
"""Whole cells as readers get them."""


def plain(text: str) -> str:
    """A cell of a data file in plain words."""
    text = WHOLE.get(text, text)
    for technical, word in PLAIN.items():
        text = text.replace(technical, word)
    return text


def named(reference: Reference, row: Effect) -> str:
    """A source as a reader tells it from another: "review by Wu and others, 2021"."""
    kind = "review_by" if (row.n_trials or 1) > 1 else "trial_by"
    several = len(reference.authors) > 1 or reference.more_authors
    return text("charts", kind + ("_several" if several else ""), author=reference.first, year=reference.year)


def people(row: Effect) -> str:
    """Who and how many, as the note allows."""
    trials = plural(words()["charts"]["trials"], row.n_trials or 1).format(count=row.n_trials or 1)
    if row.n_participants is None:
        return trials
    if "n_participants" in row.note and "whole" in row.note:
        return text("charts", "people_of_review" if "whole review" in row.note else "people_of_trial", people=row.n_participants)
    return text("charts", "people", people=row.n_participants, trials=trials)
