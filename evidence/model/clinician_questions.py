"""clinician-questions.yml -> ClinicianQuestion: what we ask a clinician first, each about cautions of ours.

What official lists say and our reason stand with each sign and situation that is our own caution. Written here is the other side
of the case, and both of these where a question is about signs that only in part are ours.
"""

from __future__ import annotations

from pydantic import Field

from evidence.model.claims import Slug
from evidence.model.record import Record


class ClinicianQuestion(Record):
    """One question, about signs and situations that are in part our own cautions."""

    id: Slug
    ask: str = Field(description="the question, ending in a question mark")
    about: list[Slug] = Field(min_length=1, max_length=4, description="ids of signs.yml or situations.yml that are our cautions")
    official: str = Field("", description="what official lists say, where the signs do not say it")
    reason: str = Field("", description="our reason, where the signs do not give one")
    against: str = Field(description="what speaks for a calmer level, in our words; no fact that would need a source")
