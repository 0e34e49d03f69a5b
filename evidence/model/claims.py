"""claims.yml -> Claim; the certainty words and the rule that the verb must match them.

Source of the wording: GRADE guidelines 26 (Santesso 2020), in the plain-language form.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from evidence.model.record import Record, RowError


class Verdict(StrEnum):
    """What we say of an explanation. Words first, colour second."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    NOT_SHOWN = "not shown"
    CONTRADICTED = "contradicted"


class Certainty(StrEnum):
    """GRADE's four words, and the honest fifth: nobody has looked."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very low"
    NO_STUDIES = "no studies"

    @property
    def dots(self) -> int:
        """How many of four dots are filled."""
        return {"high": 4, "moderate": 3, "low": 2, "very low": 1, "no studies": 0}[self.value]


class GradedBy(StrEnum):
    """Whose grade it is. A grade by us is never attributed to a source."""

    AUTHORS = "authors"
    EDITORS = "editors"


HEDGES = {
    "may": r"\b(may|might|could|perhaps|possibly)\b",
    "probably": r"\b(probably|likely)\b",
    "we do not know": r"\bwe do not know\b|\b(is|are) very uncertain\b",
    "no study": r"\bno (study|studies|trial|trials)\b|\bnobody (has|knows)\b",
}
"""How each hedge is written. The name of a hedge is what a message tells the author to write."""

HEDGE = {
    Certainty.HIGH: None,
    Certainty.MODERATE: "probably",
    Certainty.LOW: "may",
    Certainty.VERY_LOW: "we do not know",
    Certainty.NO_STUDIES: "no study",
}
"""The one hedge that goes with each grade."""

STRENGTH = ["no study", "we do not know", "may", "probably"]
"""Weakest first. A sentence may not contain a hedge stronger than its grade's own."""


def verb_fault(sentence: str, certainty: Certainty) -> str | None:
    """Why the verb of `sentence` does not match `certainty`, or None where it does."""
    found = [name for name, pattern in HEDGES.items() if re.search(pattern, sentence, re.IGNORECASE)]
    wanted = HEDGE[certainty]
    if wanted is None:
        return f'the grade is high, but the sentence says "{found[0]}"' if found else None
    if wanted not in found:
        return f'the grade is {certainty.value}, so the sentence must say "{wanted}"'
    stronger = [name for name in found if STRENGTH.index(name) > STRENGTH.index(wanted)]
    if stronger:
        return f'the grade is {certainty.value}, but the sentence also says "{stronger[0]}", which is stronger'
    return None


def slug(value: str) -> str:
    """An id that can be in an address: small letters, digits and single hyphens."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise ValueError("use lower-case letters, digits and single hyphens, as in pain-some-weeks")
    return value


Slug = Annotated[str, AfterValidator(slug)]


class Claim(Record):
    """One claim: one sentence, one comparison, one grade, one home page."""

    id: Slug = Field(description="a short name in small letters with hyphens")
    popular: int | None = Field(None, ge=1, description="its number among the popular claims")
    people_say: str = Field(description="how people put it")
    we_say: str = Field(description="what we say, in plain words, with the verb of its certainty")
    verdict: Verdict = Field(description="supported, partly, not shown or contradicted")
    certainty: Certainty = Field(description="high, moderate, low, very low or no studies")
    graded_by: GradedBy = Field(description="authors (the source's own grade) or editors (ours)")
    grade_note: str = Field("", description="one plain sentence about the grade")
    comparison: str = Field(description="what it was compared with")
    people: str = Field(description="who was studied")
    time: str = Field(description="when it was measured")
    size: str = Field("", description="the numbers in plain words, with the interval")
    why_not_surer: str = Field(description="why we are not surer, in plain words")
    sources: list[str] = Field(min_length=1, description="keys from references.bib")
    home: str = Field(pattern=r"^[a-z/-]+\.md$", description="the page it lives on, as in massage/does-it-help.md")
    checked: date = Field(description="the day it was checked against its sources, as 2026-11-23")

    @model_validator(mode="after")
    def verb_matches(self) -> Claim:
        """A claim whose verb disagrees with its certainty is refused."""
        if fault := verb_fault(self.we_say, self.certainty):
            raise RowError(f'"we_say" of "{self.id}" and its certainty disagree: {fault}',
                       "Change the verb, or the certainty if the evidence changed; STYLE.md S15 has the words.")
        return self
