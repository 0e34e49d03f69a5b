"""Describes the front matter and the source of a page."""

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
    """The kinds of page. STYLE.md contains the rules for each kind."""

    HOME = "home"
    GUIDE = "guide"
    EVIDENCE = "evidence"
    SAFETY = "safety"
    REFERENCE = "reference"
    ABOUT = "about"


    @property
    def traits(self) -> Traits:
        """Return what the rules require from pages of this kind."""
        return TRAITS[self]


@dataclass(frozen=True, kw_only=True)
class Traits:
    """What the rules require from pages of one kind. No trait has a default, so every new kind of page must define all
    traits.
    """

    readers: bool
    """Whether pages of this kind are for people with back pain. If so, numbers need citations, and professional jargon is
    rejected."""

    certain: bool
    """Whether the verb of each sentence with a citation must fit the certainty of a claim that has the same source."""

    next_step: bool
    """Whether a page of this kind must end with one next step."""

    about_us: bool
    """Whether pages of this kind must be in docs/about/. All other pages must be elsewhere."""

    by_software: bool
    """Whether a page of this kind may be translated by software alone, because nobody bases a health decision on it."""

    months: int
    """Maximum number of months between two checks of a page of this kind."""


TRAITS = {
    Kind.HOME: Traits(readers=True, certain=True, next_step=False, about_us=False, by_software=False, months=12),
    Kind.GUIDE: Traits(readers=True, certain=True, next_step=True, about_us=False, by_software=False, months=12),
    Kind.EVIDENCE: Traits(readers=True, certain=True, next_step=True, about_us=False, by_software=False, months=12),
    Kind.SAFETY: Traits(readers=True, certain=True, next_step=True, about_us=False, by_software=False, months=6),
    Kind.REFERENCE: Traits(readers=False, certain=False, next_step=False, about_us=True, by_software=False, months=12),
    Kind.ABOUT: Traits(readers=False, certain=True, next_step=True, about_us=True, by_software=True, months=12),
}
"""Every kind of page, with what the rules require of it."""


class Layer(StrEnum):
    """The layer of a page, such as "short" or "studies". The layer decides how long the page may be and how authors write it
    (STYLE.md, Two layers).
    """

    SHORT = "short"
    STUDIES = "studies"
    LEAFLET = "leaflet"
    OTHER = "other"


STUDIES_FOLDER, LEAFLETS = "studies/", "try/handouts/"
"""The folder that contains the studies pages, and the folder that contains the leaflets."""

HANDOUT = "handout.html"
"""The template for leaflets, which fit on one side of a sheet of paper. A rule requires that pages with this template, and no
others, are in the folder for leaflets."""

STUDIES = r"^(studies/[a-z-]+\.md)?$"


def layer_of(name: str, kind: Kind | None, template: str = "") -> Layer:
    """Return the layer of a page, which depends on the page's folder, template and kind."""
    if name.startswith(STUDIES_FOLDER):
        return Layer.STUDIES
    if template == HANDOUT or name.startswith(LEAFLETS):
        return Layer.LEAFLET
    return Layer.SHORT if kind is not None and kind.traits.readers else Layer.OTHER


class Change(Record):
    """An entry in a page's log of changes."""

    date: date
    what: str


class Translation(Record):
    """The field `translation` in the front matter of a translated page.

    There is no field for a person who has checked the translation, so every translation counts as a draft.
    """

    to: str = Field(pattern="^[a-z]{2}$", description="the language of the page, which is also the name of its folder, for "
                                                      "example es")
    of: str = Field(pattern=r"^[0-9a-f]{12}$", description="the version of the English page that was translated: 12 hexadecimal "
                                                           'digits that "make check" prints, in quotation marks')
    by: Literal["software", "person"] = Field(description="who translated it: software or person")


class Found(Record):
    """The field `search` in a page's front matter, which MkDocs and Zensical read. It can hide the page from the site's search,
    and from search engines.
    """

    exclude: bool = Field(description="true if the site's search, search engines, the sitemap and llms.txt leave the page out")


class Meta(Record):
    """The front matter of a page."""

    title: str = Field(max_length=60, description="the name in the browser's tab, up to 60 characters")
    description: str = Field(min_length=50, max_length=155, description="one or two sentences, 50 to 155 characters")
    kind: Kind = Field(description=", ".join(Kind))
    checked: date = Field(description="the date on which the page was checked against its sources, in the form 2026-11-23")
    check_again: str = Field(pattern=r"^([1-9]|1[0-2]) months$", description='a number from 1 to 12 and "months" in lower case')
    reviewed_by: list[str] = Field(description="always empty ([]): reviews are in docs/data/reviews.yml")
    also_called: list[str] = Field(default_factory=list, description="other names that people type into the search for the "
                                                                     "subject of the page")
    changes: list[Change] = Field(min_length=1, description="what changed, newest first, each with date and what")
    condition: str = Field("", description="the condition that the page is about, in words that the page contains")
    therapy: str = Field("", description="the treatment that the page is about, in words that the page contains")
    studies: str = Field("", pattern=STUDIES, description="the page about the studies, for example studies/does-it-help.md")
    short: str = Field("", pattern=r"^([a-z/-]+\.md)?$", description="on a page about studies: its short page, for example "
                                                                     "massage/safety.md")
    asks: bool = Field(False, description="true if the headings are questions; then each answer has at most 60 words")
    sure: str = Field("", description="the id of the claim that the line \"How sure are we?\" is about")
    more_help: list[Subject] = Field(default_factory=list, description="subjects on which the page links to other sites, "
                                                                      "from organisations.yml")
    translation: Translation | None = Field(None, description='on a translation, three fields: "to" (the language), "of" (the '
                                                               'version that "make check" prints), "by" (software or person)')
    search: Found | None = Field(None, description="\"exclude: true\" on a translation, and on a page about the project that "
                                                   "readers should not find by accident, such as the answers to a reading test")
    template: str = ""
    script: str = Field("", description="an ES module in docs/assets/javascripts, loaded on this page only")

    @property
    def unlisted(self) -> bool:
        """Return whether the page is hidden from the site's search and from search engines."""
        return self.search is not None and self.search.exclude

    @property
    def newest(self) -> date:
        """Return the date of the last change or the last check, whichever is later. This date is the page's version."""
        return max(self.checked, *(change.date for change in self.changes))

    def overdue(self, today: date) -> bool:
        """Return whether the next check of the page is overdue. The page then says so, but no rule reports an error."""
        return self.due < today

    @property
    def due(self) -> date:
        """Return the date on which the page must be checked again."""
        return min(self.checked, LAST_DAY) + relativedelta(months=int(self.check_again.split()[0]))


LAST_DAY = date(9990, 1, 1)
"""A check with a later date is treated as if it had this date, so that the next check is not after 9999, Python's last year."""


@dataclass(frozen=True)
class Source:
    """The source of a page, as the author wrote it. Line n of the file is `lines[n - 1]`.

    `kind` is set even if other fields in the front matter are wrong, so that the rules for this kind of page still run.
    """

    path: Path
    meta: Meta | None
    lines: tuple[str, ...]
    body_start: int
    kind: Kind | None = None

    @property
    def version(self) -> str:
        """Return a hash of the page's title, description and text. A translated page stores the hash of the English page, to
        record what was translated.

        Other fields in the front matter, such as dates, are left out, because a change to them needs no new translation.
        """
        named = (self.meta.title, self.meta.description) if self.meta else ()
        return sha256("\n".join((*named, *self.lines[self.body_start:])).encode()).hexdigest()[:12]


def long_date(day: date, locale: str = "en_GB") -> str:
    """Return a date in words, for example 23 November 2026. The default language is English."""
    return format_date(day, "long", locale=locale)
