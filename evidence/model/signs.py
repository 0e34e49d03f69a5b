"""Describes the rows of signs.yml, destinations.yml, safety-lines.yml and warning-signs.yml. Each warning sign is defined once,
with the care that it calls for.

Cards, the safety check, pages, leaflets, letters and questions refer to a sign by its id, so its urgency and its text are the
same everywhere. Data, code, blocks and styles share one vocabulary of urgency, `Level`:

| Level     | a sign, by its `destination` (destinations.yml)         | a situation, by `can` and `until` (situations.yml) |
|-----------|---------------------------------------------------------|----------------------------------------------------|
| emergency | ambulance, emergency-department, maternity, cancer-line |                                                    |
| today     | today                                                   |                                                    |
| before    | before: see a health professional before you book       | not-now, until told                                |
| ask       |                                                         | ask-first                                          |
| tell      |                                                         | not-now, until passed (another-day); keep-off      |
| none      | nothing was ticked                                      |                                                    |

A card (warning-signs.yml) and a line that tells people to get help (safety-lines.yml) have their own `level`, which must agree
with their signs. evidence/model/safety_check.py defines how the safety check combines several boxes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field, field_validator, model_validator

from evidence.model.claims import Slug
from evidence.model.record import Record, RowError

MAX_SIGNS = 7
"""Maximum number of signs on a card, and of boxes on a screen of the safety check. People do not read more."""


class Level(StrEnum):
    """The levels of urgency for signs and situations, the most urgent first."""

    EMERGENCY = "emergency"
    TODAY = "today"
    BEFORE = "before"
    ASK = "ask"
    TELL = "tell"
    NONE = "none"

    @property
    def urgency(self) -> int:
        """Return the urgency as a number: 0 for NONE, and a higher number for a more urgent level."""
        return len(Level) - 1 - list(Level).index(self)


Help = Literal[Level.EMERGENCY, Level.TODAY, Level.BEFORE]
"""The levels at which somebody is sent to a health professional."""


class Qualifier(StrEnum):
    """The condition under which a sign counts: if it is new, if it was new and has passed since, or always."""

    NEW = "new"
    PASSED = "passed"
    ALWAYS = "always"


class Destination(Record):
    """The care that a sign calls for, and the words that people can use to begin the phone call."""

    id: Slug
    level: Help
    word: str = Field(description="the level in the heading of a card, for example Emergency")
    heading: str = Field(description="the one thing to do")
    do: str = Field(description="how to do it, in short sentences")
    say: str = Field(description="the label before the words to say, for example Say on the phone")


class Cautioned(Record):
    """A row that may be partly our own caution. A row that is also gives the advice in official lists, and our reason for
    differing.
    """

    sources: list[str] = Field(default_factory=list, description="keys from references.bib")
    caution: bool = Field(False, description="true if the row is partly our own caution")
    official: str = Field("", description="what official lists of warning signs say")
    reason: str = Field("", description="why we call it more or less urgent than they do")

    @model_validator(mode="after")
    def owned(self) -> Cautioned:
        """Require the official level and a reason for our own caution, and a source for everything else."""
        if self.caution and not (self.official and self.reason):
            raise RowError('a caution of our own has no "official" or no "reason"',
                           'Write what official lists say in "official", and why we differ in "reason".')
        if not self.caution and (self.official or self.reason):
            raise RowError('the row has "official" or "reason", but is not marked as our own caution',
                           'Write "caution: true", or remove "official" and "reason".')
        if not self.caution and not self.sources:
            raise RowError("the row has no source and is not marked as our own caution",
                           'Give the sources of the row in "sources", or write "caution: true".')
        return self


class Sign(Cautioned):
    """One warning sign."""

    id: Slug
    destination: Slug = Field(description="an id from destinations.yml")
    text: str = Field(description="the sign, as in the safety check and on a card; no full stop")
    small: str = Field("", description="a second line under the box: examples, or what is not meant")
    short: str = Field(description="the words that replace [!id] in a sentence; no full stop")
    leaflet: str = Field("", description="the words on leaflets; if empty, those in \"short\"")
    say: str = Field(description="how to describe the sign on the phone or to a doctor, in the first person")
    qualifier: Qualifier = Field(description="when the sign counts: new, passed (new, even if it is better now) or always")
    second: str = Field("", description="the first words of a second sign in the same text; a reviewer judges the two separately")
    match: list[str] = Field(default_factory=list, description="patterns that match other ways in which people write the sign")

    @field_validator("text", "short", "leaflet")
    @classmethod
    def no_stop(cls, text: str) -> str:
        """Reject a full stop: the short form is part of other sentences and lists."""
        if text.endswith("."):
            raise ValueError("the wording ends with a full stop, which must be removed")
        return text

    @model_validator(mode="after")
    def two_signs(self) -> Sign:
        """Require the words of a second sign to follow "or" in both `text` and `short`."""
        if self.second and not all(f" or {self.second}" in form for form in (self.text, self.short)):
            raise RowError(f'"or {self.second}" is missing from "text" or from "short"',
                           'Set "second" to the words that follow "or" in "text" and in "short", or remove the field "second".')
        return self

    @property
    def on_leaflet(self) -> str:
        """Return the words for a leaflet."""
        return self.leaflet or self.short


class SafetyLine(Record):
    """A line of text that is always shown unchanged. If it has a level, it tells people to get help."""

    id: Slug
    text: str
    level: Help | Literal[Level.NONE] = Field(Level.NONE, description="how urgent the help is: emergency, today or before; "
                                              "left out if the line does not tell people to get help")
    sources: list[str] = Field(default_factory=list)


class Card(Record):
    """A care card, with one level, one thing to do, and the ids of its signs."""

    id: Slug
    level: Help
    heading: str = Field(description="the heading: the one thing to do, ending with the word \"if\"")
    lead: str = Field(description="who the card is about, a full sentence")
    signs: list[Slug] = Field(min_length=1, max_length=MAX_SIGNS, description="ids from signs.yml")
    short: list[Slug] = Field(default_factory=list, description="ids of the signs on the short card; all if empty")
    tail: str = ""

    def shown(self, short: bool) -> list[str]:
        """Return the ids of the signs to show, on the short card or on the full one."""
        return self.short or self.signs if short else self.signs
