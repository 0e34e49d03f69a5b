"""Describes the rows of effects.csv, treatments.csv, scans.csv and counts.csv, and decides which effects may be drawn in charts.

The columns "use", "draw" and "beside" prevent misleading charts. The column "note" is for people, and no code
depends on it.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from evidence.model.claims import Certainty
from evidence.model.record import Record, RowError

EffectCertainty = Literal["high", "moderate", "low", "very low", "not stated"]


SCALE = re.compile(r"(?:^|\s)(\d+)-(\d+)$")
LARGEST_SMD = 5


def size_fault(measure: str, scale: str, numbers: tuple[float | None, ...]) -> str | None:
    """Return why a difference is impossible (for example, it is larger than its scale allows), or None if it is possible."""
    given = [number for number in numbers if number is not None]
    if measure == "RR" and any(number <= 0 for number in given):
        return "a ratio must be above 0"
    if measure == "SMD" and any(abs(number) > LARGEST_SMD for number in given):
        return f"a standardised difference cannot be larger than {LARGEST_SMD}"
    ends = SCALE.search(scale)
    if ends and any(abs(number) > int(ends[2]) - int(ends[1]) for number in given):
        return f'a difference cannot be larger than its scale ("{scale}")'
    return None


class Interval(NamedTuple):
    """A difference, with both ends of its confidence interval."""

    effect: float
    low: float
    high: float

    @classmethod
    def of(cls, effect: float | None, low: float | None, high: float | None) -> Interval | None:
        """Return an `Interval` with the given numbers, or None if one of them is missing.

        Raises:
            RowError: the effect is outside its interval.
        """
        if effect is None or low is None or high is None:
            return None
        if not low <= effect <= high:
            raise RowError(f"the interval {low} to {high} does not contain the effect {effect}",
                           "Check the three numbers against the paper. Give the lower end first. Put a minus sign before "
                           "each number that means less pain.")
        return cls(effect, low, high)


class Effect(Record):
    """A row of effects.csv: one difference between two treatments.

    A negative number means less pain or disability with the first treatment. A risk ratio above 1 means that more people improved
    with the first treatment.
    """

    id: str
    source: str
    technique: str = Field(description="the treatment")
    comparator: str = Field(description="what the treatment was compared with")
    population: str
    outcome: str
    time_point: str
    measure: str = Field(description="MD, SMD, RR or a named difference")
    scale: str = Field(description="the scale with its range, for example RDQ 0-23")
    effect: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    n_participants: int | None = Field(None, gt=0)
    n_trials: int | None = Field(None, gt=0)
    certainty: EffectCertainty
    certainty_by: Literal["authors", "editors"] = Field(description="authors (the source's own grade) or editors (ours)")
    use: Literal["core", "side"] = Field(description="core (chronic low back pain and massage) or side (not for charts)")
    draw: Literal["yes", "no"] = Field(description="no if the row must never be on a chart; then the note says why")
    beside: str = Field("", description="the key of a source that disagrees; a chart of this row must show that source too")
    people_of: Literal["trial", "review", ""] = Field(
        "", description="trial or review, if the number of people is that of the whole trial or review")
    note: str = ""

    @model_validator(mode="after")
    def interval_holds_effect(self) -> Effect:
        """Require both ends of the interval or neither. Reject impossible numbers, and an effect outside the interval. If our
        editors graded the certainty, require the grade.
        """
        if (self.ci_low is None) != (self.ci_high is None):
            raise RowError("the interval has only one end", 'Give both "ci_low" and "ci_high", or neither.')
        if self.certainty == "not stated" and self.certainty_by == "editors":
            raise RowError('"certainty_by" is "editors", but "certainty" is "not stated"',
                           'Write our own grade in "certainty", or "authors" in "certainty_by".')
        _ = self.interval  # raises RowError if the effect is outside the interval
        if fault := size_fault(self.measure, self.scale, (self.effect, self.ci_low, self.ci_high)):
            raise RowError(fault, 'Check the decimal point, and the range in "scale", against the paper.')
        return self

    @property
    def interval(self) -> Interval | None:
        """Return the effect with its confidence interval, or None if a number is missing because nobody could confirm it."""
        return Interval.of(self.effect, self.ci_low, self.ci_high)

    @property
    def axis(self) -> str:
        """Return the measure and the name of the scale as one string. All rows in a chart must have the same string."""
        return f"{self.measure} {self.scale.split(' ')[0]}"

    def refusal(self) -> str | None:
        """Return why this row must not be drawn in a chart, or None if it may be drawn."""
        if self.use != "core":
            return f"it covers a different population or comparison ({self.population}, {self.comparator})"
        if self.interval is None:
            return "its number or interval is not confirmed"
        if "not confirmed" in self.scale:
            return "its scale is not confirmed"
        if self.draw == "no":
            return f"its note forbids it: {self.note}"
        return None


class Treatment(Record):
    """A row of treatments.csv, the table that compares treatments.

    Pain is measured on a scale from 0 to 100. A negative effect means less pain than with the treatment in the column
    "comparator".
    """

    treatment: str
    comparator: str
    outcome: str
    scale: str
    effect: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    time_point: str = ""
    population: str
    certainty: EffectCertainty
    certainty_by: Literal["authors", "editors"] = Field(description="authors (the source's own grade) or editors (ours)")
    source: str
    grade_source: str = Field("", description="where the grade comes from, if not from the source of the numbers")
    note: str = ""
    remark: str = Field("", description="what readers of the chart must know about this row, in plain words")
    remark_source: str = Field("", description="where the remark comes from, if not from the source of the numbers")

    @model_validator(mode="after")
    def interval_holds_effect(self) -> Treatment:
        """Require the effect to be inside its confidence interval, and reject impossible numbers."""
        _ = self.interval  # raises RowError if the effect is outside the interval
        if fault := size_fault("MD", self.scale, (self.effect, self.ci_low, self.ci_high)):
            raise RowError(fault, 'Check the decimal point, and the range in "scale", against the paper.')
        return self

    @property
    def interval(self) -> Interval | None:
        """Return the effect with its confidence interval, or None if a number is missing."""
        return Interval.of(self.effect, self.ci_low, self.ci_high)


class Scan(Record):
    """A row of scans.csv: how many people of a certain age, all WITHOUT back pain, have a certain finding on a scan."""

    finding: str
    age: int = Field(ge=0, le=120)
    percent: int = Field(ge=0, le=100)
    n_people: int | None = Field(None, ge=0)
    extrapolated: Literal["yes", "no", "not known"]
    agreement: Literal["two places", "one text"]
    source: str
    note: str = ""

    @property
    def id(self) -> str:
        """Return the id that a page uses to show this row in an icon array."""
        return f"{self.finding.lower().replace(' ', '-')}-{self.age}"


class Count(Record):
    """A row of counts.csv: the number of people, out of 100, to whom something happened. Only sources that counted people are
    allowed.
    """

    id: str
    count: int = Field(ge=0, le=100, description="how many of 100 people")
    what: str = Field(description="what happened to these people, as the words after the number")
    who: str = Field(description="who the people were, and when or how often they were asked")
    low: int | None = Field(None, ge=0, le=100, description="lower end of the range that fits the data")
    high: int | None = Field(None, ge=0, le=100, description="upper end of the range that fits the data")
    source: str
    note: str = ""

    @model_validator(mode="after")
    def range_holds_count(self) -> Count:
        """Require both ends of the range or neither, and require the count to be inside the range."""
        if (self.low is None) != (self.high is None):
            raise RowError("the range has only one end", 'Give both "low" and "high", or neither.')
        if self.low is not None and self.high is not None and not self.low <= self.count <= self.high:
            raise RowError(f"the range {self.low} to {self.high} does not contain the count {self.count}",
                            "Check the three numbers against the paper.")
        return self


def dots(certainty: str) -> int | None:
    """Return how many of the four dots are filled for a grade of certainty, or None if the grade is not stated."""
    return None if certainty == "not stated" else Certainty(certainty).dots
