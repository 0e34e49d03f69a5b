"""Describes the rows of clinician-questions.yml: the questions that we most want clinicians to answer.

Each question is about warning signs or health situations for which we are more careful than official lists. It also gives an
argument against our caution. The fields `official` and `reason` are needed only if the data about these signs and situations does
not contain them.
"""

from __future__ import annotations

from pydantic import Field

from evidence.model.claims import Slug
from evidence.model.record import Record


class ClinicianQuestion(Record):
    """A row of clinician-questions.yml: a question about signs or situations where we are more careful than official lists."""

    id: Slug
    ask: str = Field(description="the question, ending in a question mark")
    about: list[Slug] = Field(min_length=1, max_length=4, description="ids of our own cautions, from signs.yml or situations.yml")
    official: str = Field("", description="what official lists of warning signs say, if the rows of the signs do not give this")
    reason: str = Field("", description="our reason, if the rows of the signs do not give one")
    against: str = Field(description="the argument for a less urgent level, in our words, without facts that need a source")
