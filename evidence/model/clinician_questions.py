"""Describes the rows of clinician-questions.yml: the most important questions for clinicians, all about our own cautions.

A row of signs.yml or situations.yml that is our own caution gives the advice in official lists, and our reason for differing. A
question adds the argument against the caution. If the rows lack the official advice or our reason, the question gives that too.
"""

from __future__ import annotations

from pydantic import Field

from evidence.model.claims import Slug
from evidence.model.record import Record


class ClinicianQuestion(Record):
    """One question about signs or situations that are partly our own cautions."""

    id: Slug
    ask: str = Field(description="the question, ending in a question mark")
    about: list[Slug] = Field(min_length=1, max_length=4, description="ids of our own cautions, from signs.yml or situations.yml")
    official: str = Field("", description="what official lists of warning signs say, if the rows of the signs do not give this")
    reason: str = Field("", description="our reason, if the rows of the signs do not give one")
    against: str = Field(description="the argument for a less urgent level, in our words, without facts that need a source")
