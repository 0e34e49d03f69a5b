"""Describes the rows of reviews.yml: reviews of pages by named health professionals who have consented to being named.

A review must state the reviewer's profession, interests and written consent. It applies to the version of the page that the
reviewer saw last. If the page has changed since then, the page says so next to the reviewer's name.
"""

from __future__ import annotations

import datetime

from pydantic import Field, model_validator

from evidence.model.claims import Slug
from evidence.model.pages import Meta
from evidence.model.record import Record, RowError

SHEET = "review.html"
"""The file name of a page's review sheet, which is in the same folder as the page's index.html."""


class Review(Record):
    """A row of reviews.yml: a review of one page by one person."""

    id: Slug = Field(description="a short name in lower case with hyphens, for example safety-2027-01")
    page: str = Field(pattern=r"^[a-z/-]+\.md$", description="the reviewed page, for example massage/safety.md")
    language: str = Field("en", pattern=r"^[a-z]{2,3}$", description="the language in which they read the page; en if left out")
    name: str = Field(min_length=3, max_length=80, description="the reviewer's name, in the form that they want on the page")
    profession: str = Field(min_length=2, max_length=80, description="the reviewer's profession, for example physiotherapist")
    registration: str = Field(min_length=4, description='register and number, or "not public"')
    country: str = Field(min_length=2, description="the country in which the reviewer works")
    interests: str = Field(min_length=4, description='what the reviewer could gain or lose by the review, or "none declared"')
    date: datetime.date = Field(description="the date on which the reviewer finished, in the form 2026-11-23")
    version: datetime.date = Field(description="the version that the reviewer saw last: the date on the sheet and on the page")
    points: int = Field(ge=1, description="the number of points on the review sheet of that version")
    judged: int = Field(ge=1, description="the number of points that the reviewer judged; the page shows it beside the name")
    not_judged: str = Field(min_length=4, description='which points on the sheet were not judged, or "nothing"')
    changed: str = Field(min_length=10, description="what was changed because of the review, what was not, and why")
    consent: str = Field(min_length=20, description="the words with which the reviewer agreed in writing to be named, "
                                                    "after seeing what was changed and what was not")
    consent_date: datetime.date = Field(description="the date on which the reviewer agreed to be named, after seeing that "
                                                    "version")
    consent_kept: str = Field(min_length=4, description="where the written consent is kept, for example in issue 41, or with the "
                                                        "maintainers")

    @model_validator(mode="after")
    def in_order(self) -> Review:
        """Reject a review or consent that is dated before the reviewed version. Also reject a review if `judged`, `points` and
        `not_judged` contradict each other.
        """
        if self.judged > self.points or (self.judged == self.points) != (not self.left):
            raise RowError(f'"judged" in "{self.id}" ({self.judged} of {self.points} points) does not agree with "not_judged"',
                           'Count the ticked points. Write "not_judged: nothing" only if all points are ticked.')
        if self.version > self.date:
            raise RowError(f'"version" in "{self.id}" ({self.version}) is later than "date" ({self.date})',
                           'Set "version" to the version that the reviewer saw, or "date" to the day on which the reviewer '
                           "read the newer version.")
        if self.version > self.consent_date:
            raise RowError(f'"consent_date" in "{self.id}" ({self.consent_date}) is earlier than "version" ({self.version})',
                           "Show the reviewer this version, and ask for consent again, because consent applies only to what "
                           "the reviewer saw.")
        return self

    @property
    def left(self) -> str:
        """Return the note about the points that the reviewer did not judge, or an empty string if the reviewer judged every
        point.
        """
        return "" if self.not_judged.lower().strip(".") == "nothing" else self.not_judged

    @property
    def who(self) -> str:
        """Return the reviewer's name, profession and country, for example "A. Name, physiotherapist, Ireland"."""
        return f"{self.name}, {self.profession}, {self.country}"

    def before(self, meta: Meta) -> datetime.date | None:
        """Return the date of the first change to the page after the reviewed version, or None if the page has not changed since
        then.
        """
        return min((change.date for change in meta.changes if change.date > self.version), default=None)
