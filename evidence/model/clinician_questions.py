"""clinician-questions.yml -> ClinicianQuestion: what we ask a clinician first, each question about our own cautions.

What official lists say, and our reason, are written with each sign and situation that is our own caution. The question adds
the case against us, and both of these if its signs are only partly our own.
"""

from __future__ import annotations

from pydantic import Field

from evidence.model.claims import Slug
from evidence.model.record import Record


class ClinicianQuestion(Record):
    """One question, about signs and situations that are partly our own cautions."""

    id: Slug
    ask: str = Field(description="the question, ending in a question mark")
    about: list[Slug] = Field(min_length=1, max_length=4, description="ids of signs.yml or situations.yml that are our cautions")
    official: str = Field("", description="what official lists say, if the signs do not say it")
    reason: str = Field("", description="our reason, if the signs do not give one")
    against: str = Field(description="the case for a less urgent level, in our words; no fact that would need a source")
