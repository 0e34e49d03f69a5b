"""Describes the rows of clinician-questions.yml: the questions that we ask a clinician first, all about our own cautions.

Each of our own cautions in signs.yml and situations.yml gives the advice of official lists, and our reason for differing. A
question adds the argument against the caution. It contains the official advice and our reason only if its signs and situations do
not.
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
    official: str = Field("", description="what official lists of warning signs say, if the signs do not state it")
    reason: str = Field("", description="our reason, if the signs do not give one")
    against: str = Field(description="the argument for a less urgent level, in our words, without facts that need a source")
