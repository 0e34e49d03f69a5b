"""clinician-questions.yml -> ClinicianQuestion: the questions that we ask a clinician first, all about our own cautions.

In signs.yml and situations.yml, each of our own cautions has what official lists say, and our reason. A question adds the case
against us. It repeats the other two only if its signs or situations do not have them.
"""

from __future__ import annotations

from pydantic import Field

from evidence.model.claims import Slug
from evidence.model.record import Record


class ClinicianQuestion(Record):
    """One question, about signs and situations that are partly our own cautions."""

    id: Slug
    ask: str = Field(description="the question, ending in a question mark")
    about: list[Slug] = Field(min_length=1, max_length=4, description="ids from signs.yml or situations.yml, our own cautions")
    official: str = Field("", description="what official lists say, if the signs do not say it")
    reason: str = Field("", description="our reason, if the signs do not give one")
    against: str = Field(description="the case for a less urgent level, in our words; no fact that would need a source")
