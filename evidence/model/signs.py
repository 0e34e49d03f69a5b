"""Describes the rows of signs.yml, destinations.yml, safety-lines.yml and warning-signs.yml. Each warning sign is defined once,
with its urgency.

Pages, cards and the safety check refer to a warning sign by its id, so its urgency and its wording are the same everywhere. The
data, the code and the styles all use the levels of urgency in `Level`:

| Level     | `destination` of a sign (in signs.yml)                  | `can` of a situation (in situations.yml)   |
|-----------|---------------------------------------------------------|--------------------------------------------|
| emergency | ambulance, emergency-department, maternity, cancer-line |                                            |
| today     | today                                                   |                                            |
| before    | before                                                  | not-now, with `until: told`                |
| ask       |                                                         | ask-first                                  |
| tell      |                                                         | keep-off; not-now, with `until: passed`    |
| none      | (the reader ticked no sign)                             | (the reader ticked no situation)           |

Each card (in warning-signs.yml) and each phrase that tells people to get help (in safety-lines.yml) has its own `level`, which
must agree with its signs. evidence/model/safety_check.py computes the result for several ticked boxes.
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
    """The levels of urgency for warning signs and health situations, with the most urgent first."""

    EMERGENCY = "emergency"
    TODAY = "today"
    BEFORE = "before"
    ASK = "ask"
    TELL = "tell"
    NONE = "none"

    @property
    def urgency(self) -> int:
        """Return the level as a number, which is 0 for NONE and higher for more urgent levels."""
        return len(Level) - 1 - list(Level).index(self)


Help = Literal[Level.EMERGENCY, Level.TODAY, Level.BEFORE]
"""The levels at which somebody is sent to a health professional."""


class Qualifier(StrEnum):
    """Says when a warning sign is a reason to get help.

    NEW: only if the sign is new. PASSED: only if the sign is new, even if it has already gone. ALWAYS: even if it is not new.
    """

    NEW = "new"
    PASSED = "passed"
    ALWAYS = "always"


class Destination(Record):
    """A row of destinations.yml: where to get help for a warning sign, and how urgently."""

    id: Slug
    level: Help
    word: str = Field(description="the level in the heading of a card, for example Emergency")
    heading: str = Field(description="the one thing to do")
    do: str = Field(description="how to do it, in short sentences")
    say: str = Field(description="the label before the words to say, for example Say on the phone")


class Cautioned(Record):
    """The base class for warning signs and health situations. If we are more careful than official lists (`caution`), the row
    must contain the official advice and our reason for differing.
    """

    sources: list[str] = Field(default_factory=list, description="keys from references.bib")
    caution: bool = Field(False, description="true if the row is partly our own caution")
    official: str = Field("", description="what official lists of warning signs say")
    reason: str = Field("", description="why we call it more or less urgent than they do")

    @model_validator(mode="after")
    def owned(self) -> Cautioned:
        """A row with `caution: true` must have `official` and `reason`. Every other row must have a source."""
        if self.caution and not (self.official and self.reason):
            raise RowError('the row has "caution: true", but "official" or "reason" is missing',
                           'In "official", write what official lists say. In "reason", write why we differ.')
        if not self.caution and (self.official or self.reason):
            raise RowError('the row has "official" or "reason", but not "caution: true"',
                           'Write "caution: true", or remove "official" and "reason".')
        if not self.caution and not self.sources:
            raise RowError('the row has neither "sources" nor "caution: true"',
                           'Give the sources of the row in "sources", or write "caution: true".')
        return self


class Sign(Cautioned):
    """A row of signs.yml: one warning sign."""

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
        """Reject wording that ends with a full stop, because pages use the wording inside sentences and lists."""
        if text.endswith("."):
            raise ValueError("the wording ends with a full stop")
        return text

    @model_validator(mode="after")
    def two_signs(self) -> Sign:
        """If the row joins two warning signs, require "or" and the first words of the second sign in both `text` and `short`."""
        if self.second and not all(f" or {self.second}" in form for form in (self.text, self.short)):
            raise RowError(f'The words "or {self.second}" must be in both "text" and "short"',
                           'Set "second" to the words that follow "or" in "text" and in "short", or remove the field "second".')
        return self

    @property
    def on_leaflet(self) -> str:
        """Return the wording of the warning sign for leaflets."""
        return self.leaflet or self.short


class SafetyLine(Record):
    """A row of safety-lines.yml: a fixed phrase. If the phrase tells people to get help, it has a level of urgency."""

    id: Slug
    text: str
    level: Help | Literal[Level.NONE] = Field(Level.NONE, description="how urgent the help is: emergency, today or before; "
                                              "left out if the line does not tell people to get help")
    sources: list[str] = Field(default_factory=list)


class Card(Record):
    """A row of warning-signs.yml: a box on a page, with a level of urgency, one thing to do, and a list of warning signs."""

    id: Slug
    level: Help
    heading: str = Field(description="the heading: the one thing to do, ending with the word \"if\"")
    lead: str = Field(description="who the card is about, a full sentence")
    signs: list[Slug] = Field(min_length=1, max_length=MAX_SIGNS, description="ids from signs.yml")
    short: list[Slug] = Field(default_factory=list, description="ids of the signs on the short card; all if empty")
    tail: str = ""

    def shown(self, short: bool) -> list[str]:
        """Return the ids of the warning signs on this card. If `short` is true, the card is in its short form."""
        return self.short or self.signs if short else self.signs
