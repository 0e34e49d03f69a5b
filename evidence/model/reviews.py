"""reviews.yml -> Review: a page that a named health professional has read and judged, with their consent to say so.

Half a record is refused: without profession, interests or written consent no name stands on a page. A review holds for the
version that the reviewer saw last; what was changed later is said beside their name, never hidden.
"""

from __future__ import annotations

import datetime

from pydantic import Field, model_validator

from evidence.model.claims import Slug
from evidence.model.pages import Meta
from evidence.model.record import Record, RowError

SHEET = "review.html"
"""The file of a page's review sheet, beside the page's own."""


class Review(Record):
    """A review of one page by one person."""

    id: Slug = Field(description="a short name in small letters with hyphens, as in safety-2027-01")
    page: str = Field(pattern=r"^[a-z/-]+\.md$", description="the page, as in massage/safety.md")
    language: str = Field("en", pattern=r"^[a-z]{2,3}$", description="the language that they read; en where it is left out")
    name: str = Field(min_length=3, max_length=80, description="the reviewer's name, as they want it to stand on the page")
    profession: str = Field(min_length=2, max_length=80, description="what they are, as in physiotherapist")
    registration: str = Field(min_length=4, description='register and number, where public; "not public" where it is not')
    country: str = Field(min_length=2, description="the country they work in")
    interests: str = Field(min_length=4, description='what they could gain or lose; "none declared" where they declared none')
    date: datetime.date = Field(description="the day on which they finished, as 2026-11-23")
    version: datetime.date = Field(description="the version that they saw last: the day that the sheet and the page bear")
    not_judged: str = Field(min_length=4, description='what of the sheet they left unjudged; "nothing" where they judged all')
    changed: str = Field(min_length=10, description="what was changed because of it, what was not, and why")
    consent: str = Field(min_length=20, description="the words with which they agreed in writing to be named, after "
                                                    "they saw what was changed and what was not")
    consent_date: datetime.date = Field(description="the day of these words, on which they saw that version or later")
    consent_kept: str = Field(min_length=4, description="where they are kept, as in issue 41, or letter with the maintainers")

    @model_validator(mode="after")
    def in_order(self) -> Review:
        """Nobody finishes before the version that they saw, nor agrees to be named for one that is still to come."""
        if self.version > self.date:
            raise RowError(f'"version" of "{self.id}" ({self.version}) is after "date" ({self.date})',
                           "Write the version that the reviewer saw, or the day on which they looked at the newer one.")
        if self.version > self.consent_date:
            raise RowError(f'"consent_date" of "{self.id}" ({self.consent_date}) is before "version" ({self.version})',
                           "Show the reviewer this version, and ask again: consent holds for what they saw.")
        return self

    @property
    def left(self) -> str:
        """What stands beside the name as not judged; empty where all was."""
        return "" if self.not_judged.lower().strip(".") == "nothing" else self.not_judged

    @property
    def who(self) -> str:
        """As a page names the reviewer: "A. Name, physiotherapist, Ireland"."""
        return f"{self.name}, {self.profession}, {self.country}"

    def before(self, meta: Meta) -> datetime.date | None:
        """The first day on which the page was changed after the version that was reviewed; None where it stands as it was."""
        return min((change.date for change in meta.changes if change.date > self.version), default=None)
