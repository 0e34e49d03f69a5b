"""guidelines.yml, registers.yml, helplines.yml, organisations.yml -> typed rows.

They share a country, an official source, and the date of the check. A row without a country is rejected. A number to call,
and a law on who may give massage, also need the words that were read on the official page, how they were read, and when: one
wrong digit does more harm than a missing row, so a number that its own page does not show is rejected.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

from evidence.model.claims import Slug
from evidence.model.record import Record, RowError

Read = Literal["live", "stored copy"]
"""How an official page was read: as it is today, or in a copy of unknown date."""

Service = Literal["emergency", "text", "advice", "crisis", "abuse"]
"""The purpose of a number. `text`: for people who cannot hear or speak on the phone."""

Subject = Literal["back-pain", "when-to-get-help", "medicines", "cancer", "pregnancy", "clots", "assault", "osteoporosis",
                  "mental-health", "arthritis"]
"""The subjects on which a page can offer more help (`more_help` in its front matter)."""

DIGITS = re.compile(r"\+?\d(?:[\d .\u2013-]*\d)?")
SPELT = re.compile(r"[A-Z]{2,} \((\d+)\)")
FEWEST_DIGITS = 3
"""Minimum number of digits of a number to call in a note; fewer digits are an hour or a price."""

FEWEST_LETTERS = 12
"""Minimum number of letters of a quotation; fewer do not show what a page says."""

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
    """Where to check a massage therapist, in one country or region."""

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
    words: str = Field(min_length=12, description="what the page says about the law or the register; "
                                                   "exact quotations in quotation marks")
    read: Literal["live", "stored copy", "as reported"] = Field(description="live, stored copy or as reported (by others)")
    as_of: str
    checked: date = Field(description="the date on which it was read, in the form 2026-11-28")

    @model_validator(mode="after")
    def says_so(self) -> Register:
        """Require a note in a row without an official source."""
        if not self.official and not self.note:
            raise RowError("there is no official source, and no note says so",
                           'Write in "note" that there is none, or set "official" to true.')
        return self


class Reading(BaseModel):
    """One official page, and what was read on it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    proves: list[Service] = Field(min_length=1, description="emergency, text, advice, crisis or abuse")
    url: HttpUrl
    words: str = Field(min_length=12, description="the exact words of the page that contain the number")
    read: Read
    on: date = Field(description="the date on which it was read, in the form 2026-11-28")


def _plain(number: str) -> str:
    """Remove spaces and hyphens from a number: 9-1-1 and 911 are the same."""
    return re.sub(r"[^\d+]", "", number)


def _numbers(text: str) -> set[str]:
    """Every run of digits in a text. If letters stand for digits, as in 799-SAFE (7233), the digits in brackets count."""
    return {_plain(number) for number in DIGITS.findall(SPELT.sub(r"\1", text))}


class Helpline(Record):
    """Numbers to call in one country. Numbers are text: spaces and leading zeros matter.

    Each service has a number, or a note that says plainly that none is known. Every number, in a field or in a note, appears
    in the quoted words of a page that proves it; `pages` tells people who check the row again where to look.
    """

    country: str
    emergency: list[Number] = Field(min_length=1, description="one or more numbers, in quotation marks")
    emergency_note: str = ""
    text: str = Field("", description="how people who cannot hear or speak on the phone get an ambulance, in one or two lines")
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
        """Every number that the row prints, in a field or in a note, without spaces, by service."""
        found: dict[Service, set[str]] = {}
        if self.checked > (read := max(page.on for page in self.pages)):
            raise RowError(f'"checked" is {self.checked}, but the last of its pages was read on {read}',
                           'Read the pages again and write that date in "on"; or leave "checked" as it was.')
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
        """Require a page that proves each number, and an explanation for a missing number."""
        optional: tuple[Service, ...] = ("advice", "crisis")
        for service in optional:
            if not any(self.printed(service)):
                raise RowError(f'there is no "{service}" number, and no note says so',
                                f'Give the number with its page, or write "{service}_note: None that we could confirm."')
        for service in get_args(Service):
            *fields, note = self.printed(service)
            words = [page.words for page in self.pages if service in page.proves]
            if missing := self.numbers[service] - {number for text in words for number in _numbers(text)}:
                raise RowError(f'no page of the row shows the "{service}" number {", ".join(sorted(missing))}',
                                f'Under "pages", give the official page for "{service}", with the words that show the number.')
            if service in ("emergency", "text") and any([*fields, note]) and not words:
                raise RowError(f'no page of the row proves "{service}"', f'Add the official page, with "proves: [{service}]".')
        return self


class Organisation(Record):
    """A page of a health service, a charity or a patient group where a reader finds more help.

    It was read before we send anybody there: as a source in references.bib, or as the row's own quotation shows.
    """

    id: Slug
    name: str = Field(min_length=2, max_length=40)
    country: str = Field(description="the country that it is for, or International")
    what: str = Field(min_length=5, max_length=60, pattern=r"[^.]$",
                      description="what a reader finds there, in one line of up to 60 characters without a full stop")
    url: HttpUrl
    subjects: list[Subject] = Field(min_length=1)
    source: str = Field("", description="its key in references.bib, if the page was read as a source")
    words: str = Field("", description="otherwise the exact words of the page that support the row")
    read: Read | None = Field(None, description="how it was read: live or stored copy")
    checked: date = Field(description="the date on which it was read, in the form 2026-11-28")

    @model_validator(mode="after")
    def was_read(self) -> Organisation:
        """Require a source, or what was read on the page and how."""
        shown = len(self.words) >= FEWEST_LETTERS and self.read is not None
        instead = 'Give "source", its key in references.bib; or "words" and "read", from the page itself.'
        if not self.source and not shown:
            raise RowError("nothing shows that anybody has read this page", instead)
        if self.source and (self.words or self.read):
            raise RowError("the row has both a source and a quotation", instead)
        return self
