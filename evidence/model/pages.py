"""A page's front matter and its source lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Literal

from babel.dates import format_date
from dateutil.relativedelta import relativedelta
from pydantic import Field

from evidence.model.countries import Subject
from evidence.model.record import Record


class Kind(StrEnum):
    """Kinds of page; each has rules of its own in STYLE.md."""

    HOME = "home"
    GUIDE = "guide"
    EVIDENCE = "evidence"
    SAFETY = "safety"
    REFERENCE = "reference"
    ABOUT = "about"


    @property
    def traits(self) -> Traits:
        """What the rules ask of it."""
        return TRAITS[self]


@dataclass(frozen=True, kw_only=True)
class Traits:
    """What the rules ask of a kind of page. Nothing has a default: a new kind says all of it, or nothing is built."""

    readers: bool
    """Written for somebody with a painful back: numbers are cited, professionals' words are refused."""

    certain: bool
    """Each sentence with a source is as sure as the claims that rest on it."""

    next_step: bool
    """It ends with one next step."""

    about_us: bool
    """It is in docs/about/, and no other kind is."""

    by_software: bool
    """Software may translate it alone: nobody decides about a body by it."""

    months: int
    """It is checked again after so many months at most."""


TRAITS = {
    Kind.HOME: Traits(readers=True, certain=True, next_step=False, about_us=False, by_software=False, months=12),
    Kind.GUIDE: Traits(readers=True, certain=True, next_step=True, about_us=False, by_software=False, months=12),
    Kind.EVIDENCE: Traits(readers=True, certain=True, next_step=True, about_us=False, by_software=False, months=12),
    Kind.SAFETY: Traits(readers=True, certain=True, next_step=True, about_us=False, by_software=False, months=6),
    Kind.REFERENCE: Traits(readers=False, certain=False, next_step=False, about_us=True, by_software=False, months=12),
    Kind.ABOUT: Traits(readers=False, certain=True, next_step=True, about_us=True, by_software=True, months=12),
}
"""Every kind of page, and what the rules ask of it."""


class Layer(StrEnum):
    """What a page is beside its kind: how long it may be and how it says things (STYLE.md, Two layers)."""

    SHORT = "short"
    STUDIES = "studies"
    LEAFLET = "leaflet"
    OTHER = "other"


STUDIES_FOLDER, LEAFLETS = "studies/", "try/handouts/"
"""Where pages of studies and leaflets are."""

HANDOUT = "handout.html"
"""The template of leaflets, which print on one side of a sheet. A rule holds that these, and no others, are in their folder."""

STUDIES = r"^(studies/[a-z-]+\.md)?$"


def layer_of(name: str, kind: Kind | None, template: str = "") -> Layer:
    """The layer of a page: by its folder or its template; elsewhere a page for readers is a short page."""
    if name.startswith(STUDIES_FOLDER):
        return Layer.STUDIES
    if template == HANDOUT or name.startswith(LEAFLETS):
        return Layer.LEAFLET
    return Layer.SHORT if kind is not None and kind.traits.readers else Layer.OTHER


class Change(Record):
    """One entry of a page's log."""

    date: date
    what: str


class Translation(Record):
    """What a page in another language says of itself. It has no field for whoever has checked it: until such a check can be
    recorded, no translation leaves its draft by a slip."""

    to: str = Field(pattern="^[a-z]{2}$", description="the language, as its folder is called")
    of: str = Field(pattern=r"^[0-9a-f]{12}$", description="the version of the English page that it follows: what "
                                                           "make check prints, 12 digits from 0 to f in quotation marks")
    by: Literal["software", "person"] = Field(description="who translated it: software or person")


class Found(Record):
    """What the builders' search reads of a page."""

    exclude: bool = Field(description="true: neither the site's search nor search engines, the site map or llms.txt lead to it")


class Meta(Record):
    """Front matter."""

    title: str = Field(max_length=60, description="the name in the browser's tab, up to 60 characters")
    description: str = Field(min_length=50, max_length=155, description="one or two sentences, 50 to 155 characters")
    kind: Kind = Field(description="home, guide, evidence, safety, reference or about")
    checked: date = Field(description="the day it was checked against its sources, as 2026-11-23")
    check_again: str = Field(pattern=r"^([1-9]|1[0-2]) months$", description='an interval of up to "12 months"')
    reviewed_by: list[str] = Field(description="always empty ([]): reviews stand in docs/data/reviews.yml")
    also_called: list[str] = Field(default_factory=list, description="words that people type")
    changes: list[Change] = Field(min_length=1, description="what changed, newest first, each with date and what")
    condition: str = Field("", description="the condition that the page is about, in words that stand on the page")
    therapy: str = Field("", description="the treatment that the page is about, in words that stand on the page")
    studies: str = Field("", pattern=STUDIES, description="the page of the studies behind it, as in studies/does-it-help.md")
    short: str = Field("", pattern=r"^([a-z/-]+\.md)?$", description="on a page of studies: the short page in front of it")
    asks: bool = Field(False, description="true: its headings are what people ask; under a third-level one are at most 60 words")
    sure: str = Field("", description="the claim, by its id, from which the line \"How sure are we?\" is drawn")
    more_help: list[Subject] = Field(default_factory=list, description="subjects on which the foot leads to pages of others, "
                                                                      "from organisations.yml")
    translation: Translation | None = Field(None, description="on a translation: to (es), of (the version that make check "
                                                               "prints) and by (software or person)")
    search: Found | None = Field(None, description="exclude: true on a translation, and on a page about the project that readers "
                                                   "would fall into, as the answers to a reading test")
    template: str = ""
    script: str = Field("", description="an ES module in docs/assets/javascripts, loaded on this page only")

    @property
    def unlisted(self) -> bool:
        """Whether nobody is led to the page but by a link on another."""
        return self.search is not None and self.search.exclude

    @property
    def newest(self) -> date:
        """The day of the last change or check, whichever is later: the version of the page."""
        return max(self.checked, *(change.date for change in self.changes))

    def overdue(self, today: date) -> bool:
        """Whether the day of the next check has passed. Readers of the page are told; nobody's change is held up for it."""
        return self.due < today

    @property
    def due(self) -> date:
        """The day on which the page must be checked again."""
        return min(self.checked, LAST_DAY) + relativedelta(months=int(self.check_again.split()[0]))


LAST_DAY = date(9990, 1, 1)
"""Later days have no next check: the calendar ends in the year 9999."""


@dataclass(frozen=True)
class Source:
    """A page as written. Line n of the file is `lines[n - 1]`. `kind` is known even where the
    rest of the front matter is wrong, so that the rules of that kind still speak."""

    path: Path
    meta: Meta | None
    lines: tuple[str, ...]
    body_start: int
    kind: Kind | None = None

    @property
    def version(self) -> str:
        """A mark of its words, by which a translation says what it follows: title, description and everything below the front
        matter. A new date or another name of the page needs no new translation."""
        named = (self.meta.title, self.meta.description) if self.meta else ()
        return sha256("\n".join((*named, *self.lines[self.body_start:])).encode()).hexdigest()[:12]


def long_date(day: date, locale: str = "en_GB") -> str:
    """23 November 2026; in English where no locale is given, as in the project's own documents."""
    return format_date(day, "long", locale=locale)
