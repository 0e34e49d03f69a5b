"""clinician-questions.yml -> ClinicianQuestion: what we ask a clinician first, each about cautions of ours.

What official lists say and our reason stand with each sign and situation; only the other side of the case is written here.
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
    against: str = Field(description="what speaks for a calmer level, in our words; no fact that would need a source")
