"""decision.yml -> Decision: the options, questions, results and reasons of the decision aid.

What makes a decision aid fair can be checked, so it is checked here: every option answers every
question, at about the same length. That what is said of the help agrees with its certainty is a rule
(evidence/checks/decision.py), since verbs are a language's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field, model_validator

from evidence.model.claims import Certainty, GradedBy, Slug
from evidence.model.record import Record

LONGEST = 3
"""No answer is more than this many times as long as the shortest answer to the same question."""

CITED = re.compile(r"\s*\[@[^\]]*\]")


class Question(Record):
    """What people ask of every option."""

    id: Slug
    ask: str = Field(description="the question in people's own words")


class Option(Record):
    """One thing a person can choose, with its answer to every question."""

    id: Slug
    name: str
    page: str = Field(description="the page about it, as in massage/does-it-help.md")
    certainty: Certainty = Field(description="how sure we are of its first answer")
    graded_by: GradedBy = Field(description="authors (the source's own grade) or editors (ours)")
    answers: dict[str, str] = Field(description="question: answer, one for each question")


class Outcome(Record):
    """A way it can turn out, and what living with it is like."""

    id: Slug
    name: str
    body: str
    mind: str
    people: str = Field(description="life with others: work, family, friends")


class Reason(Record):
    """Something that can matter to a person, and what it means for the options. It never says which to choose."""

    id: Slug
    reason: str
    means: str


class Decision(Record):
    """The whole aid."""

    decision: str = Field(description="the decision in one question")
    questions: list[Question] = Field(min_length=1)
    options: list[Option] = Field(min_length=2)
    outcomes: list[Outcome] = Field(min_length=1)
    reasons: list[Reason] = Field(min_length=1, max_length=7)

    @property
    def texts(self) -> Iterator[str]:
        """Every sentence a reader sees, for the checks."""
        for option in self.options:
            yield from option.answers.values()
        for outcome in self.outcomes:
            yield from (outcome.body, outcome.mind, outcome.people)
        for reason in self.reasons:
            yield from (reason.reason, reason.means)

    @model_validator(mode="after")
    def fair(self) -> Decision:
        """Every option answers every question, in about equal detail."""
        asked = [question.id for question in self.questions]
        for option in self.options:
            if list(option.answers) != asked:
                raise ValueError(f'"{option.id}" must answer these questions in this order: {", ".join(asked)}')
        for question in asked:
            words = {o.id: len(CITED.sub("", o.answers[question]).split()) for o in self.options}
            longest, shortest = max(words, key=words.__getitem__), min(words, key=words.__getitem__)
            if words[longest] > LONGEST * words[shortest]:
                raise ValueError(f'"{question}" is answered with {words[longest]} words for "{longest}" and '
                                 f'{words[shortest]} for "{shortest}"; give each option the same detail')
        return self
