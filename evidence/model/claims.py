"""Describes the rows of claims.yml, the grades of certainty, and the rule that the verb in a claim must match the claim's grade.

The verbs follow the plain-language statements in GRADE guidelines 26 (Santesso 2020).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from evidence.model.record import Record


class Verdict(StrEnum):
    """Our verdict on a claim. Readers always see the verdict in words, and a colour only repeats the words."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    NOT_SHOWN = "not shown"
    CONTRADICTED = "contradicted"


class Certainty(StrEnum):
    """How certain a claim is: one of the four grades of GRADE, or our own grade for a claim that nobody has studied."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very low"
    NO_STUDIES = "no studies"

    @property
    def dots(self) -> int:
        """Return how many of the four dots beside a claim are filled for this grade."""
        return {"high": 4, "moderate": 3, "low": 2, "very low": 1, "no studies": 0}[self.value]


class GradedBy(StrEnum):
    """Who graded the certainty of a claim: the authors of the source, or our own editors. We never attribute our own grade to a
    source.
    """

    AUTHORS = "authors"
    EDITORS = "editors"


@dataclass(frozen=True)
class Hedge:
    """Words such as "may" or "probably", which show that the certainty is not high.

    `say` is the wording that messages suggest to authors. The pattern `claim` matches exactly this wording, and is used
    for claims. The pattern `prose` also matches similar wording, and is used for running text.
    """

    say: str
    claim: re.Pattern[str]
    prose: re.Pattern[str]


Hedges = Mapping[Certainty, Hedge]
"""The hedge for each grade except the highest, the least certain grade first. A sentence must not contain the hedge of a more
certain grade than its own."""

HEDGED = (Certainty.NO_STUDIES, Certainty.VERY_LOW, Certainty.LOW, Certainty.MODERATE)
"""The grades that need a hedge, the least certain first."""


def verb_fault(sentence: str, certainty: Certainty, hedges: Hedges) -> str | None:
    """Return why the verb in `sentence` does not match `certainty`, or None if the verb matches."""
    found = [grade for grade, hedge in hedges.items() if hedge.claim.search(sentence)]
    if certainty not in HEDGED:
        return f'the grade is {certainty.value}, but the sentence says "{hedges[found[0]].say}"' if found else None
    if certainty not in found:
        return f'the grade is {certainty.value}, so the sentence must say "{hedges[certainty].say}"'
    stronger = [grade for grade in found if HEDGED.index(grade) > HEDGED.index(certainty)]
    if stronger:
        return (f'the grade is {certainty.value}, but the sentence also says "{hedges[stronger[0]].say}", '
                "which is stronger")
    return None


def slug(value: str) -> str:
    """Check an id for use in web addresses, and return the id unchanged.

    Raises:
        ValueError: the id contains anything except lower-case letters, digits and single hyphens.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise ValueError("an id must consist of lower-case letters, digits and single hyphens, for example pain-some-weeks")
    return value


Slug = Annotated[str, AfterValidator(slug)]


class Claim(Record):
    """A row of claims.yml: one sentence about one comparison, with a grade of certainty."""

    id: Slug = Field(description="a short name in lower case with hyphens")
    popular: int | None = Field(None, ge=1, description="the number of the claim in the list of popular claims")
    people_say: str = Field(description="the claim in the words that people use")
    we_say: str = Field(description="what we say about the claim, in plain words, with the verb that fits its certainty")
    verdict: Verdict = Field(description="supported, partly, not shown or contradicted")
    certainty: Certainty = Field(description="high, moderate, low, very low or no studies")
    graded_by: GradedBy = Field(description="authors (the source's own grade) or editors (ours)")
    grade_note: str = Field("", description="one plain sentence about the grade of certainty")
    comparison: str = Field(description="what the treatment was compared with")
    people: str = Field(description="who was studied")
    time: str = Field(description="when the result was measured")
    size: str = Field("", description="the size of the effect in plain words, with its interval")
    why_not_surer: str = Field(description="why we are no surer, in plain words")
    sources: list[str] = Field(min_length=1, description="keys from references.bib")
    home: str = Field(pattern=r"^[a-z/-]+\.md$", description="the page that shows the card of the claim, for example "
                                                             "massage/does-it-help.md")
    checked: date = Field(description="the date on which the claim was checked against its sources, in the form 2026-11-23")
