"""Reads the data files in this folder, such as the list of premium-rate telephone numbers. Only the checks use these files. The
data that readers see is in docs/data/.
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
    """A row of premium-numbers.yml: the first digits of a country's premium-rate telephone numbers."""

    country: str = Field(description='the name of the country, as in helplines.yml, or "anywhere"')
    code: str = Field("", description="the country code, without + or 00")
    begins: list[str] = Field(min_length=1)
    source: str
    official: bool = Field(description="true if the source is a regulator or a government")
    read: date

    def covers(self, country: str, digits: str) -> bool:
        """Return whether a telephone number is a premium-rate number in a country. The number must not contain spaces. It may
        be in national form (0906) or international form (+44906).
        """
        begins = r"(\+|00)?" if self.code == NORTH_AMERICA else r"(\+|00)"
        home = re.sub(rf"^{begins}{self.code}", "", digits)
        forms = (digits,) if home == digits else (home, f"0{home}")
        return self.country in ("anywhere", country) and any(number.startswith(tuple(self.begins)) for number in forms)

    def leads_abroad(self, country: str, digits: str) -> bool:
        """Return whether this row is for the given country and the number begins with another country's code."""
        from_abroad = re.match(r"\+|00(?=[1-9]\d{6})", digits)
        return bool(self.country == country and self.code and from_abroad
                    and not digits[from_abroad.end():].startswith(self.code))


class Withheld(Record):
    """A row of withheld-numbers.yml: a treatment whose effect must not be published as a number, although a source gives a
    number.
    """

    treatment: str = Field(description="the name of the treatment, as in treatments.csv")
    why: str
    source: str
    since: date


class Popular(Record):
    """A row of popular-claims.yml: a popular claim about massage, and the rows in claims.yml that answer the claim."""

    number: int = Field(ge=1)
    claims: list[str] = Field(min_length=1)
    since: date


class Opened(Record):
    """A row of pages-opened.yml: a web page with a telephone number, or the web page of a register of therapists. Except in the
    oldest rows, a second person has compared the web page with our data.
    """

    url: HttpUrl
    read_at: str = Field("", description="what the second person opened: live, or which stored copy")
    accessed: date | None = Field(None, description="the date, in the form 2026-11-30")
    by: str = Field("", pattern=r"^(@[A-Za-z0-9-]+)?$", description="the second person's name on GitHub, with @")

    @model_validator(mode="after")
    def whole(self) -> Opened:
        """Require either all three fields `read_at`, `accessed` and `by`, or none of them. The oldest rows have none."""
        if len({bool(self.read_at), bool(self.accessed), bool(self.by)}) > 1:
            raise RowError('the row has only some of the fields "read_at", "accessed" and "by"',
                           'Fill in all three fields: "read_at" (what was opened), "accessed" (the date) and "by" (a GitHub name '
                           "such as @mira-lindqvist).")
        return self


class KindHeld(Record):
    """A row of kinds-held.yml: a page whose field "kind" must not change, because many rules depend on that field."""

    page: str = Field(description="a path in docs/, for example massage/safety.md")
    kind: Kind
    why: str


class WithSigns(Record):
    """A row of pages-with-signs.yml: one or more pages that must show the emergency signs."""

    pages: str = Field(description="a page, or all pages in a folder, for example techniques/*.md")
    why: str

    def covers(self, page: str) -> bool:
        """Return whether this row applies to a page. A pattern such as techniques/*.md does not match an index page."""
        return fnmatchcase(page, self.pages) and (page == self.pages or not page.endswith("index.md"))


def _read(name: str, model: type[R], key: str) -> tuple[list[R], list[Problem]]:
    rows: list[R]
    rows, problems = cached_read(read_yaml, FOLDER / name, model, key)
    return rows, problems


def premium() -> tuple[list[Premium], list[Problem]]:
    """Return the rows of premium-numbers.yml, and any problems in that file."""
    return _read("premium-numbers.yml", Premium, "country")


def withheld() -> tuple[list[Withheld], list[Problem]]:
    """Return the rows of withheld-numbers.yml, and any problems in that file."""
    return _read("withheld-numbers.yml", Withheld, "treatment")


def popular() -> tuple[list[Popular], list[Problem]]:
    """Return the rows of popular-claims.yml, and any problems in that file."""
    return _read("popular-claims.yml", Popular, "number")


def opened() -> tuple[list[Opened], list[Problem]]:
    """Return the rows of pages-opened.yml, and any problems in that file."""
    return _read("pages-opened.yml", Opened, "url")


def kinds_held() -> tuple[list[KindHeld], list[Problem]]:
    """Return the rows of kinds-held.yml, and any problems in that file."""
    return _read("kinds-held.yml", KindHeld, "page")


def with_signs() -> tuple[list[WithSigns], list[Problem]]:
    """Return the rows of pages-with-signs.yml, and any problems in that file."""
    return _read("pages-with-signs.yml", WithSigns, "pages")
