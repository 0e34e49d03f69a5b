"""guidelines.yml, registers.yml, helplines.yml, organisations.yml -> typed rows.

What they share: a country, an official source, and the day it was checked. A row without its
country cannot be made. A number to call, and a law on who may give massage, also need the words that
were read on the official page, how they were read, and when: one wrong digit does more harm than a
missing row, so a number that its own page does not show is refused.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

from evidence.model.claims import Slug
from evidence.model.record import Record, RowError

Read = Literal["live", "stored copy"]
"""How an official page was read: as it is today, or in a copy of an unknown day."""

Service = Literal["emergency", "text", "advice", "crisis", "abuse"]
"""What a number is for. `text`: the way in for somebody who cannot hear or speak on the phone."""

Subject = Literal["back-pain", "when-to-get-help", "medicines", "cancer", "pregnancy", "clots", "assault", "osteoporosis",
                  "mental-health", "arthritis"]
"""What a page can offer more help on (`more_help` in its front matter)."""

DIGITS = re.compile(r"\+?\d(?:[\d .\u2013-]*\d)?")
SPELT = re.compile(r"[A-Z]{2,} \((\d+)\)")
FEWEST_DIGITS = 3
"""In a note fewer digits are an hour or a price, not a number to call."""

FEWEST_LETTERS = 12
"""Fewer letters than these do not show what a page says."""

Number = Annotated[str, Field(pattern=r"^(\+?\d[\d ]*\d)?$")]
"""A number that can be dialled: digits and spaces."""


class Guideline(Record):
    """What one guideline says about massage for long-term back pain."""

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
    words: str = Field(min_length=12, description="what the page says on the law or the register, as read there; "
                                                   "in quotation marks where it is word for word")
    read: Literal["live", "stored copy", "as reported"] = Field(description="live, stored copy, or as reported by somebody else")
    as_of: str
    checked: date = Field(description="the day it was read, as 2026-11-28")

    @model_validator(mode="after")
    def says_so(self) -> Register:
        """A row without an official source says so."""
        if not self.official and not self.note:
            raise ValueError("there is no official source, and the note does not say so")
        return self


class Reading(BaseModel):
    """One official page, and what was read on it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    proves: list[Service] = Field(min_length=1, description="emergency, text, advice, crisis or abuse")
    url: HttpUrl
    words: str = Field(min_length=12, description="the words of the page that hold the number, as they stand there")
    read: Read
    on: date = Field(description="the day it was read, as 2026-11-28")


def _plain(number: str) -> str:
    """A number without its spaces and hyphens: 9-1-1 and 911 are one."""
    return re.sub(r"[^\d+]", "", number)


def _numbers(text: str) -> set[str]:
    """Every run of digits in a text. Where letters stand for digits, as in 799-SAFE (7233), the digits count."""
    return {_plain(number) for number in DIGITS.findall(SPELT.sub(r"\1", text))}


class Helpline(Record):
    """Numbers to call in one country. Numbers are text: spaces and leading zeros matter.

    Each service has a number, or a note that says plainly that none is known. Every number, in a field or in a
    note, is in the quoted words of a page that proves it; `pages` is where somebody looks who checks the row again.
    """

    country: str
    emergency: list[Number] = Field(min_length=1, description="one or more numbers, in quotation marks")
    emergency_note: str = ""
    text: str = Field("", description="how somebody who cannot hear or speak on the phone gets an ambulance, one or two lines")
    advice: Number = ""
    advice_note: str = ""
    crisis: Number = ""
    crisis_note: str = ""
    abuse: Number = ""
    abuse_note: str = ""
    pages: list[Reading] = Field(min_length=1, description="the official pages, with the words read there")
    checked: date

    @property
    def source(self) -> HttpUrl:
        """The page of the emergency number."""
        return self._page("emergency")

    @property
    def crisis_source(self) -> HttpUrl | None:
        """The page of the crisis line."""
        return self._page("crisis") if self.crisis else None

    def _page(self, service: Service) -> HttpUrl:
        return next(page.url for page in self.pages if service in page.proves)

    @property
    def numbers(self) -> dict[Service, set[str]]:
        """Every number that the row prints, in a field or in a note, without its spaces, by what it is for."""
        found: dict[Service, set[str]] = {}
        for service in get_args(Service):
            *fields, note = self.printed(service)
            noted = {number for number in _numbers(note) if len(number) >= FEWEST_DIGITS}
            found[service] = {_plain(number) for number in fields if number} | noted
        return found

    def printed(self, service: Service) -> list[str]:
        """Every text of the row about one service."""
        if service == "text":
            return [self.text]
        value = getattr(self, service)
        return [*([value] if isinstance(value, str) else value), getattr(self, f"{service}_note")]

    @model_validator(mode="after")
    def proved(self) -> Helpline:
        """Every number is on a page that proves it, and a missing number is explained."""
        optional: tuple[Service, ...] = ("advice", "crisis")
        for service in optional:
            if not any(self.printed(service)):
                raise RowError(f'there is no "{service}" number, and nothing says so',
                                f"Give the number with its page, or {service}_note: None that we could confirm.")
        for service in get_args(Service):
            *fields, note = self.printed(service)
            words = [page.words for page in self.pages if service in page.proves]
            if missing := self.numbers[service] - {number for text in words for number in _numbers(text)}:
                raise RowError(f'{service}: no page of the row shows {", ".join(sorted(missing))}',
                                f"Under pages, give the official page that proves {service}, with the words that show it.")
            if service in ("emergency", "text") and any([*fields, note]) and not words:
                raise RowError(f"{service}: no page of the row proves it", f"Add the official page, with proves: [{service}].")
        return self


class Organisation(Record):
    """A page of a health service, a charity or a patient group, where a reader finds more help.

    It was read before anybody is sent there: as a source in references.bib, or as the words of the row show.
    """

    id: Slug
    name: str = Field(min_length=2, max_length=40)
    country: str = Field(description="the country it is for, or International")
    what: str = Field(min_length=5, max_length=60, pattern=r"[^.]$",
                      description="what a reader finds there, in one line of up to 60 characters without a full stop")
    url: HttpUrl
    subjects: list[Subject] = Field(min_length=1)
    source: str = Field("", description="its key in references.bib, where the page was read as a source")
    words: str = Field("", description="else the words of the page that hold what the row says, as they stand there")
    read: Read | None = Field(None, description="how it was read: live or stored copy")
    checked: date = Field(description="the day it was read, as 2026-11-28")

    @model_validator(mode="after")
    def was_read(self) -> Organisation:
        """A row names its source, or shows what was read and how."""
        shown = len(self.words) >= FEWEST_LETTERS and self.read is not None
        instead = "Give source: with its key in references.bib, or words: and read: from the page itself."
        if not self.source and not shown:
            raise RowError("nothing shows that somebody has read this page", instead)
        if self.source and (self.words or self.read):
            raise RowError("the page is shown as read twice", instead)
        return self
