"""Describes safety-check.yml, and computes the result of the safety check. The result lists the most urgent ticked boxes first.

`outcome` and docs/assets/javascripts/safety-check.js must give the same result. Tests run the example patients in
evidence/loading/patients.yml through both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, model_validator

from evidence.model.claims import Slug
from evidence.model.record import Record, RowError
from evidence.model.signs import MAX_SIGNS, Level
from evidence.model.situations import RESULTS

if TYPE_CHECKING:
    from evidence.model.dataset import Dataset


class Screen(BaseModel):
    """One screen of the safety check, with a list of boxes to tick. The boxes are either warning signs or health situations."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    id: Slug
    title: str = Field(description="what this list of boxes is about, in a few words")
    ask: str = Field(description="the words above the boxes, which say what to tick")
    signs: list[Slug] = Field(default_factory=list, description="ids from signs.yml")
    situations: list[Slug] = Field(default_factory=list, description="ids from situations.yml")

    @property
    def ticks(self) -> list[str]:
        """Return the ids of the boxes on this screen, in order."""
        return [*self.signs, *self.situations]

    @model_validator(mode="after")
    def readable(self) -> Screen:
        """Require at least one box and at most `MAX_SIGNS` boxes, because people do not read longer lists."""
        if not 1 <= len(self.ticks) <= MAX_SIGNS:
            raise RowError(f'the screen "{self.id}" has {len(self.ticks)} boxes',
                           f"Change the number of boxes. There must be at least 1 and at most {MAX_SIGNS}.")
        return self


class SafetyCheck(Record):
    """The safety check: all screens in the order in which readers see them, and the text below every result."""

    screens: list[Screen] = Field(min_length=1)
    watch: list[Slug] = Field(min_length=1, description="ids of the signs shown under every result, after \"Get help if\"")
    say: list[str] = Field(min_length=1, description="what to tell the therapist first; shown if every list was answered and "
                                                     "nothing was ticked")

    @model_validator(mode="after")
    def once(self) -> SafetyCheck:
        """Reject a safety check that contains the same box twice, or two screens with the same id."""
        for names in ([screen.id for screen in self.screens], [tick for screen in self.screens for tick in screen.ticks]):
            if twice := sorted({name for name in names if names.count(name) > 1}):
                raise RowError(f'"{twice[0]}" appears twice in the safety check', "Keep only one of the two entries.")
        return self


@dataclass(frozen=True)
class Result:
    """The result of the safety check.

    `groups` contains (name, ids) for each group of ticked boxes, with the most urgent group first. The name is a destination
    (where to get help for a warning sign) or, for health situations, our advice on massage. `unanswered` contains the ids of the
    unanswered screens.
    """

    level: Level
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    unanswered: tuple[str, ...]

    @property
    def clear(self) -> bool:
        """Return whether the reader answered every screen without ticking a box."""
        return not (self.groups or self.unanswered)


def levels(dataset: Dataset) -> dict[str, Level]:
    """Return the level of urgency of each group that a result can contain, keyed by the name of the group. Results show the
    groups in the order of the returned dictionary.
    """
    return {place.id: place.level for place in dataset.destinations.values()} | RESULTS


def group_of(tick: str, dataset: Dataset) -> str:
    """Return the name of the group that a ticked box belongs to. For a warning sign, the name is the destination (where to get
    help). For a health situation, the name is the answer (such as ask-first).

    Raises:
        KeyError: the box is neither a warning sign nor a health situation.
    """
    return dataset.signs[tick].destination if tick in dataset.signs else dataset.situations[tick].result


def outcome(ticked: Collection[str], answered: Collection[str], dataset: Dataset) -> Result:
    """Return the result of the safety check for the ticked boxes.

    `answered` contains the ids of the screens on which the reader chose "none of these". A screen with a ticked box also counts
    as answered.

    Raises:
        KeyError: a ticked box is neither a warning sign nor a health situation.
    """
    check = dataset.safety_check
    assert check is not None  # noqa: S101 (the fence that draws the check has made sure of it)
    order = [tick for screen in check.screens for tick in screen.ticks]
    chosen = sorted(set(ticked), key=order.index)

    def groups() -> Iterator[tuple[str, tuple[str, ...]]]:
        for group in levels(dataset):
            if ticks := tuple(tick for tick in chosen if group_of(tick, dataset) == group):
                yield group, ticks

    found = tuple(groups())
    silent = tuple(screen.id for screen in check.screens
                   if screen.id not in answered and not set(screen.ticks) & set(chosen))
    return Result(levels(dataset)[found[0][0]] if found else Level.NONE, found, silent)
