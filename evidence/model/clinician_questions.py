"""Describes the rows of clinician-questions.yml: the questions that we most want clinicians to answer.

Each question is about warning signs or health situations about which we are more careful than official lists. It gives an
argument against our caution. The official advice and our reason for differing are usually in the rows of signs.yml and
situations.yml. If they are not there, the question itself has the fields `official` and `reason`.
"""

from __future__ import annotations

from pydantic import Field

from evidence.model.claims import Slug
from evidence.model.record import Record


class ClinicianQuestion(Record):
    """A row of clinician-questions.yml: a question about warning signs or health situations about which we are more careful than
    official lists.
    """

    id: Slug
    ask: str = Field(description="the question, ending in a question mark")
    about: list[Slug] = Field(min_length=1, max_length=4, description="ids of our own cautions, from signs.yml or situations.yml")
    official: str = Field("", description="what official lists of warning signs say, if the rows of the signs do not give this")
    reason: str = Field("", description="our reason, if the rows of the signs do not give one")
    against: str = Field(description="the argument for a less urgent level, in our words, without facts that need a source")
