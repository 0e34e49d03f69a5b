"""Reads the lists of what the checks protect. The lists are data files in this folder, with reasons and sources, for people who
maintain the checks. The data for readers is in docs/data/.
"""

from __future__ import annotations

import re
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TypeVar

from pydantic import Field, HttpUrl, model_validator

from evidence.loading.rows import cached_read, read_yaml
from evidence.model.pages import Kind
from evidence.model.problems import Problem
from evidence.model.record import Record, RowError

R = TypeVar("R", bound=Record)
FOLDER = Path(__file__).parent
NORTH_AMERICA = "1"
"""A country code that many countries share. Numbers in the other countries look like domestic numbers, so `begins` contains the
area codes of those countries too."""


class Premium(Record):
    """The prefixes of premium-rate numbers in a country."""

    country: str = Field(description='the name of the country, as in helplines.yml, or "anywhere"')
    code: str = Field("", description="the country code, without + or 00")
    begins: list[str] = Field(min_length=1)
    source: str
    official: bool = Field(description="true if the source is a regulator or a government")
    read: date

    def covers(self, country: str, digits: str) -> bool:
        """Return whether a telephone number in this country, written without spaces, begins with one of these prefixes, in
        national form (0906) or international form (+44 906). In North America, the national form can also begin with the country
        code.
        """
        begins = r"(\+|00)?" if self.code == NORTH_AMERICA else r"(\+|00)"
        home = re.sub(rf"^{begins}{self.code}", "", digits)
        forms = (digits,) if home == digits else (home, f"0{home}")
        return self.country in ("anywhere", country) and any(number.startswith(tuple(self.begins)) for number in forms)

    def leads_abroad(self, country: str, digits: str) -> bool:
        """Return whether a telephone number that is listed for this country begins with another country's code."""
        from_abroad = re.match(r"\+|00(?=[1-9]\d{6})", digits)
        return bool(self.country == country and self.code and from_abroad
                    and not digits[from_abroad.end():].startswith(self.code))


class Withheld(Record):
    """A treatment for which no number may be published."""

    treatment: str = Field(description="the name of the treatment, as in treatments.csv")
    why: str
    source: str
    since: date


class Popular(Record):
    """One of the popular claims, and the rows of claims.yml that answer it."""

    number: int = Field(ge=1)
    claims: list[str] = Field(min_length=1)
    since: date


class Opened(Record):
    """A page that shows a number to call or a register, and how a second person compared it with its row."""

    url: HttpUrl
    read_at: str = Field("", description="what the second person opened: live, or which stored copy")
    accessed: date | None = Field(None, description="the date, in the form 2026-11-30")

    @model_validator(mode="after")
    def whole(self) -> Opened:
        """Require both fields or neither. Rows that are older than the list have neither."""
        if bool(self.read_at) != bool(self.accessed):
            raise RowError('the row has only one of "read_at" and "accessed"', "Fill in both fields: what was opened, and on "
                                                                               "which date.")
        return self


class KindHeld(Record):
    """A page whose kind may not change, because what the rules require of it depends on the kind."""

    page: str = Field(description="a path in docs/, for example massage/safety.md")
    kind: Kind
    why: str


class WithSigns(Record):
    """One or more pages that must show the emergency signs."""

    pages: str = Field(description="a page, or all pages in a folder, for example techniques/*.md")
    why: str

    def covers(self, page: str) -> bool:
        """Return whether the entry includes this page; an index page must be listed separately."""
        return fnmatchcase(page, self.pages) and (page == self.pages or not page.endswith("index.md"))


def _read(name: str, model: type[R], key: str) -> tuple[list[R], list[Problem]]:
    rows: list[R]
    rows, problems = cached_read(read_yaml, FOLDER / name, model, key)
    return rows, problems


def premium() -> tuple[list[Premium], list[Problem]]:
    """Return the prefixes of premium-rate numbers, and any problems in the list itself."""
    return _read("premium-numbers.yml", Premium, "country")


def withheld() -> tuple[list[Withheld], list[Problem]]:
    """Return the treatments for which no number may be published, and any problems in the list itself."""
    return _read("withheld-numbers.yml", Withheld, "treatment")


def popular() -> tuple[list[Popular], list[Problem]]:
    """Return the popular claims, and any problems in the list itself."""
    return _read("popular-claims.yml", Popular, "number")


def opened() -> tuple[list[Opened], list[Problem]]:
    """Return the entries of pages-opened.yml, and any problems in the list itself."""
    return _read("pages-opened.yml", Opened, "url")


def kinds_held() -> tuple[list[KindHeld], list[Problem]]:
    """Return the pages whose kind is fixed, and any problems in the list itself."""
    return _read("kinds-held.yml", KindHeld, "page")


def with_signs() -> tuple[list[WithSigns], list[Problem]]:
    """Return the pages that must show the emergency signs, and any problems in the list itself."""
    return _read("pages-with-signs.yml", WithSigns, "pages")
