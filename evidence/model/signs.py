"""signs.yml, destinations.yml, safety-lines.yml, warning-signs.yml: every sign of danger once, and where it sends people.

Cards, the safety check, pages, leaflets, letters and questions draw a sign by its id, so no two places give it
another urgency or other words. How urgent something is has one vocabulary, `Level`, in data, code, blocks and styles:

| Level     | a sign, by its `destination` (destinations.yml)         | a situation, by `can` and `until` (situations.yml) |
|-----------|---------------------------------------------------------|----------------------------------------------------|
| emergency | ambulance, emergency-department, maternity, cancer-line |                                                    |
| today     | today                                                   |                                                    |
| before    | before: see a health professional before you book       | not-now, until told                                |
| ask       |                                                         | ask-first                                          |
| tell      |                                                         | not-now, until passed (another-day); keep-off      |
| none      | nothing was ticked                                      |                                                    |

A card (warning-signs.yml) and a line that sends for help (safety-lines.yml) have a `level` of their own, which must agree
with the signs beside them. What the safety check makes of several ticks: evidence/model/safety_check.py.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field, field_validator, model_validator

from evidence.model.claims import Slug
from evidence.model.record import Record, RowError

MAX_SIGNS = 7
"""More lines than this are not read on a card, nor ticked on one screen."""


class Level(StrEnum):
    """What a sign or a situation leads to, most urgent first."""

    EMERGENCY = "emergency"
    TODAY = "today"
    BEFORE = "before"
    ASK = "ask"
    TELL = "tell"
    NONE = "none"

    @property
    def urgency(self) -> int:
        """0 for none, more for what is more urgent."""
        return len(Level) - 1 - list(Level).index(self)


Help = Literal[Level.EMERGENCY, Level.TODAY, Level.BEFORE]
"""The levels at which somebody is sent to a health professional."""


class Qualifier(StrEnum):
    """When a sign counts."""

    NEW = "new"
    PASSED = "passed"
    ALWAYS = "always"


class Destination(Record):
    """Where a sign sends people, and how they begin on the phone."""

    id: Slug
    level: Help
    word: str = Field(description="the level in the heading of a card, as in Emergency")
    heading: str = Field(description="the one thing to do")
    do: str = Field(description="how to do it, in short sentences")
    say: str = Field(description="what stands before the words to say, as in Say on the phone")


class Cautioned(Record):
    """What is in part our own caution says what official lists say, and why we differ."""

    sources: list[str] = Field(default_factory=list, description="keys of references.bib")
    caution: bool = Field(False, description="true where it is in part our own")
    official: str = Field("", description="what official lists say")
    reason: str = Field("", description="why we are more urgent, or calmer")

    @model_validator(mode="after")
    def owned(self) -> Cautioned:
        """Our own caution names the official level and its reason; what is not ours has a source."""
        if self.caution and not (self.official and self.reason):
            raise RowError("our own caution needs the official level and our reason", "Write official and reason.")
        if not self.caution and (self.official or self.reason):
            raise RowError("official and reason belong to our own cautions", "Write caution: true, or remove them.")
        if not self.caution and not self.sources:
            raise RowError("it has no source and is not called our own", "Write sources, or caution: true.")
        return self


class Sign(Cautioned):
    """One sign of danger."""

    id: Slug
    destination: Slug = Field(description="an id of destinations.yml")
    text: str = Field(description="the sign, as it is ticked and as it stands on a card; no full stop")
    small: str = Field("", description="a second line under the tick: examples, or what is not meant")
    short: str = Field(description="the form that [!id] draws in a sentence; no full stop")
    leaflet: str = Field("", description="the form on leaflets; the short one where it is empty")
    say: str = Field(description="the words for the phone call or the doctor, in the first person")
    qualifier: Qualifier = Field(description="new, passed (new, even if it is better now) or always")
    match: list[str] = Field(default_factory=list, description="the sign as people write it by hand, as patterns")

    @field_validator("text", "short", "leaflet")
    @classmethod
    def no_stop(cls, text: str) -> str:
        """The short form is part of other sentences and lists, so it has no full stop."""
        if text.endswith("."):
            raise ValueError("it ends with a full stop; remove it")
        return text

    @property
    def on_leaflet(self) -> str:
        """The words on a leaflet."""
        return self.leaflet or self.short


class SafetyLine(Record):
    """A line that is drawn word for word. With a level it tells somebody to get help."""

    id: Slug
    text: str
    level: Help | Literal[Level.NONE] = Field(Level.NONE, description="how urgent the help is: emergency, today or before; "
                                              "left out where it asks for no help")
    sources: list[str] = Field(default_factory=list)


class Card(Record):
    """A care card: one level, one thing to do, signs by id."""

    id: Slug
    level: Help
    heading: str = Field(description="the one thing to do, ending in if")
    lead: str = Field(description="who the card is about, a full sentence")
    signs: list[Slug] = Field(min_length=1, max_length=MAX_SIGNS, description="ids of signs.yml")
    short: list[Slug] = Field(default_factory=list, description="ids that the short card draws; all where it is empty")
    tail: str = ""

    def shown(self, short: bool) -> list[str]:
        """The signs to draw."""
        return self.short or self.signs if short else self.signs
