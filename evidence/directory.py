"""guidelines.yml, registers.yml, helplines.yml -> typed rows.

What the three share: a country, an official source, the day it was checked, and whether it was
read first-hand. A row without its country cannot be made.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, HttpUrl, model_validator

from evidence.claims import Slug
from evidence.rows import Record

Read = Literal["first-hand", "second-hand"]
Number = Annotated[str, Field(pattern=r"^(\+?\d[\d ]*\d)?$")]
"""A number that can be dialled: digits and spaces."""


class Guideline(Record):
    """What one guideline says about massage for long-term back pain."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, coerce_numbers_to_str=True)

    id: Slug
    organisation: str
    country: str
    year: str
    about: Literal["acute", "chronic", "both"] = Field(description="acute, chronic or both")
    position: str = Field(description="its exact position, in our words")
    strength: str
    certainty: str = ""
    read: Literal["first-hand", "second-hand", "not confirmed"]
    note: str = ""
    sources: list[str] = Field(min_length=1)
    checked: date


class Register(Record):
    """Where to check a massage therapist in one place."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, coerce_numbers_to_str=True)

    id: Slug
    country: str
    place: str = ""
    regulated: Literal["yes", "no", "partly"]
    protected_title: str
    where_to_check: str
    url: HttpUrl | None = None
    what_it_shows: str = ""
    note: str = ""
    official: bool
    sources: list[str] = Field(default_factory=list)
    read: Read
    as_of: str
    checked: date

    @model_validator(mode="after")
    def says_so(self) -> Register:
        """A row without an official source says so."""
        if not self.official and not self.note:
            raise ValueError("there is no official source: say so in the note")
        return self


class Helpline(Record):
    """Numbers to call in one country. Numbers are text: spaces and leading noughts matter."""

    country: str
    emergency: list[Number] = Field(min_length=1, description="one or more numbers, in quotation marks")
    emergency_note: str = ""
    advice: Number = ""
    advice_note: str = ""
    crisis: Number = ""
    crisis_note: str = ""
    source: HttpUrl
    crisis_source: HttpUrl | None = None
    read: Read
    checked: date
