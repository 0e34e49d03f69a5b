"""Describes the rows of guidelines.yml, registers.yml, helplines.yml and organisations.yml.

Each row has a country, a source, and the date on which somebody last checked the row. A telephone number, or a law about who may
give massage, also needs a quotation from the official page.

A wrong digit does more harm than a missing row, so each telephone number must be in a quotation. A second person checks that the
page contains the quotation (evidence/checks/pages-opened.yml).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

from evidence.model.claims import Slug
from evidence.model.record import Record, RowError

Read = Literal["live", "stored copy"]
"""How an official page was read: on the web, or in a stored copy of unknown date."""

Service = Literal["emergency", "text", "advice", "crisis", "abuse"]
"""The purpose of a number to call. `text` is for people who cannot hear or speak on the phone."""

Subject = Literal["back-pain", "when-to-get-help", "medicines", "cancer", "pregnancy", "clots", "assault", "osteoporosis",
                  "mental-health", "arthritis"]
"""The subjects on which a page can offer more help (`more_help` in its front matter)."""

DIGITS = re.compile(r"\+?\d(?:[\d .\u2013-]*\d)?")
SPELT = re.compile(r"[A-Z]{2,} \((\d+)\)")
FEWEST_DIGITS = 3
"""Minimum number of digits in a number to call. A shorter number in a note is something else, such as an hour or a price."""

FEWEST_LETTERS = 12
"""Minimum number of characters in a quotation; a shorter one does not show what a page says."""

Number = Annotated[str, Field(pattern=r"^(\+?\d[\d ]*\d)?$")]
"""A number that can be dialled: digits and spaces, with or without a plus sign at the start; or an empty text."""


class Guideline(Record):
    """A row of guidelines.yml: what one guideline recommends about massage for long-term back pain."""

    id: Slug
    organisation: str
    country: str
    year: str
    about: Literal["acute", "chronic", "both"] = Field(description="acute, chronic or both")
    position: str = Field(description="what exactly the guideline recommends, in our words")
    strength: str
    certainty: str = ""
    read: Literal["first-hand", "second-hand", "not confirmed"]
    note: str = ""
    sources: list[str] = Field(min_length=1)
    checked: date


class Register(Record):
    """A row of registers.yml: a register in which people can look up massage therapists in one country or region."""

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
    read: Literal["live", "stored copy", "as reported"] = Field(description="how the page was read: live, stored copy or as "
                                                                            "reported (by others)")
    as_of: str
    checked: date = Field(description="the date on which it was read, in the form 2026-11-28")

    @model_validator(mode="after")
    def says_so(self) -> Register:
        """Require a note if the row has no official source."""
        if not self.official and not self.note:
            raise RowError("the row has no official source and no note",
                           'Write "official: true", or say in "note" that there is no official source.')
        return self


class Reading(BaseModel):
    """An official page that somebody read, and a quotation from that page."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    proves: list[Service] = Field(min_length=1, description="the services whose numbers the page proves: emergency, text, "
                                                            "advice, crisis or abuse")
    url: HttpUrl
    words: str = Field(min_length=12, description="the exact words of the page that contain the number")
    read: Read
    on: date = Field(description="the date on which it was read, in the form 2026-11-28")


def _plain(number: str) -> str:
    return re.sub(r"[^\d+]", "", number)


def _numbers(text: str) -> set[str]:
    """Return all telephone numbers in a string, without spaces or hyphens. If a number is spelled with letters, as in 799-SAFE
    (7233), use the digits in brackets.
    """
    return {_plain(number) for number in DIGITS.findall(SPELT.sub(r"\1", text))}


class Helpline(Record):
    """A row of helplines.yml: the telephone numbers for help in one country. Numbers are strings, because spaces and leading
    zeros matter.

    If there is no number for medical advice or for a crisis, a note must say so. Every number must be in a quotation from an
    official page. Whoever checks the row again must read the official pages again.
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
    abuse_for: str = Field("", description="what the line is for, in a few words, for example: abuse at home")
    abuse_note: str = ""
    pages: list[Reading] = Field(min_length=1, description="the official pages, each with the words that prove the number")
    checked: date

    @property
    def source(self) -> HttpUrl:
        """Return the address of the official page that shows the emergency number."""
        return self._page("emergency")

    @property
    def crisis_source(self) -> HttpUrl | None:
        """Return the address of the official page that shows the number of the crisis line, or None if this row has no crisis
        line.
        """
        return self._page("crisis") if self.crisis else None

    def _page(self, service: Service) -> HttpUrl:
        return next(page.url for page in self.pages if service in page.proves)

    @property
    def numbers(self) -> dict[Service, set[str]]:
        """Return the telephone numbers in the row, without spaces, keyed by service (such as emergency or advice).

        Raises:
            RowError: the date in `checked` is later than the date on which somebody last read the pages.
        """
        found: dict[Service, set[str]] = {}
        if self.checked > (read := max(page.on for page in self.pages)):
            raise RowError(f'the field "checked" is {self.checked}, but the pages were last read on {read}',
                           'Read the pages again, and write the new date in every field called "on", or restore the old date '
                           'in "checked".')
        for service in get_args(Service):
            *fields, note = self.printed(service)
            noted = {number for number in _numbers(note) if len(number) >= FEWEST_DIGITS}
            found[service] = {_plain(number) for number in fields if number} | noted
        return found

    def printed(self, service: Service) -> list[str]:
        """Return the values of all fields about one service, for example about the service "emergency". The note comes last.
        The service "text" (text messages) has no field for a number, so its list contains only a note.
        """
        if service == "text":
            return [self.text]
        value = getattr(self, service)
        return [*([value] if isinstance(value, str) else value), getattr(self, f"{service}_note")]

    @model_validator(mode="after")
    def proved(self) -> Helpline:
        """Require an official page for each number, a note for each missing number, and a few words about what the abuse helpline
        is for.
        """
        if bool(self.abuse) != bool(self.abuse_for):
            raise RowError('the row has only one of the fields "abuse" and "abuse_for"',
                           'Give the number in "abuse" and its purpose in "abuse_for", or remove both fields.')
        optional: tuple[Service, ...] = ("advice", "crisis")
        for service in optional:
            if not any(self.printed(service)):
                raise RowError(f'there is neither a number nor a note for "{service}"', "Give the number and the page that shows "
                               f'it, or write "{service}_note: None that we could confirm."')
        for service in get_args(Service):
            *fields, note = self.printed(service)
            words = [page.words for page in self.pages if service in page.proves]
            if missing := self.numbers[service] - {number for text in words for number in _numbers(text)}:
                raise RowError(f'the pages in the row do not show this number for "{service}": {", ".join(sorted(missing))}',
                                f'Under "pages", add the official page for "{service}", and quote the words that '
                               "contain the number.")
            if service in ("emergency", "text") and any([*fields, note]) and not words:
                raise RowError(f'no page in the row lists "{service}" under "proves"',
                               f'Under "pages", add the official page, with "proves: [{service}]".')
        return self


class Organisation(Record):
    """A row of organisations.yml: a page by another organisation, on which readers find more help.

    We never send readers to a page that we have not read. So the page must be a source in references.bib, or the row must contain
    a quotation from the page.
    """

    id: Slug
    name: str = Field(min_length=2, max_length=40)
    country: str = Field(description="the country that the page is for, or International")
    what: str = Field(min_length=5, max_length=60, pattern=r"[^.]$",
                      description="what a reader finds there, in one line of up to 60 characters without a full stop")
    url: HttpUrl
    subjects: list[Subject] = Field(min_length=1)
    source: str = Field("", description="the key of the page in references.bib, if it is a source there")
    words: str = Field("", description="if \"source\" is empty, the exact words of the page that support the row")
    read: Read | None = Field(None, description="how the page was read: live or stored copy")
    checked: date = Field(description="the date on which it was read, in the form 2026-11-28")

    @model_validator(mode="after")
    def was_read(self) -> Organisation:
        """Require either `source`, or both `words` (a quotation from the page) and `read` (how somebody read the page)."""
        shown = len(self.words) >= FEWEST_LETTERS and self.read is not None
        instead = 'Give either "source" (its key in references.bib), or "words" (a quotation) and "read" (how it was read).'
        if not self.source and not shown:
            raise RowError("the row does not show that anybody has read the organisation's page", instead)
        if self.source and (self.words or self.read):
            raise RowError("the row has both a source and a quotation", instead)
        return self
