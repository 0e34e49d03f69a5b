"""Describes decision.yml: the options, questions, outcomes and reasons in the decision aid.

A decision aid must be fair, so every option must answer every question, and all answers to a question must have similar lengths.
The verbs in the answers must also fit the certainty of the evidence. This module does not check the verbs, because they depend on
the language; a rule in evidence/checks/decision.py does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field, model_validator

from evidence.model.claims import Certainty, GradedBy, Slug
from evidence.model.record import Record, RowError

LONGEST = 3
"""Maximum ratio of words in the longest answer to words in the shortest answer to the same question."""

CITED = re.compile(r"\s*\[@[^\]]*\]")


class Question(Record):
    """A question that people ask about every option."""

    id: Slug
    ask: str = Field(description="the question in people's own words")


class Option(Record):
    """An option that a reader can choose, with the answer to every question about this option."""

    id: Slug
    name: str
    page: str = Field(description="the page about the option, for example massage/does-it-help.md")
    certainty: Certainty = Field(description="how sure we are of the first answer of the option")
    graded_by: GradedBy = Field(description="authors (the source's own grade) or editors (ours)")
    answers: dict[str, str] = Field(description='the answer to each question, in the form "question: answer"')


class Outcome(Record):
    """A possible outcome of a decision, and what life with that outcome would be like."""

    id: Slug
    name: str
    body: str
    mind: str
    people: str = Field(description="life with others: work, family, friends")


class Reason(Record):
    """Something that may matter to a reader who is deciding, and what it means for each option. Reasons never recommend an
    option.
    """

    id: Slug
    reason: str
    means: str


class Decision(Record):
    """The whole decision aid."""

    decision: str = Field(description="the decision in one question")
    questions: list[Question] = Field(min_length=1)
    options: list[Option] = Field(min_length=2)
    outcomes: list[Outcome] = Field(min_length=1)
    reasons: list[Reason] = Field(min_length=1, max_length=7)

    @property
    def texts(self) -> Iterator[str]:
        """Yield all answers, outcomes and reasons that readers see, for the rules that check their wording."""
        for option in self.options:
            yield from option.answers.values()
        for outcome in self.outcomes:
            yield from (outcome.body, outcome.mind, outcome.people)
        for reason in self.reasons:
            yield from (reason.reason, reason.means)

    @model_validator(mode="after")
    def fair(self) -> Decision:
        """Require every option to answer every question, in the same order and in similar detail."""
        asked = [question.id for question in self.questions]
        for option in self.options:
            if list(option.answers) != asked:
                raise RowError(f'the answers for "{option.id}" do not match the questions',
                               f"Answer these questions, in this order: {', '.join(asked)}.")
        for question in asked:
            words = {o.id: len(CITED.sub("", o.answers[question]).split()) for o in self.options}
            longest, shortest = max(words, key=words.__getitem__), min(words, key=words.__getitem__)
            if words[longest] > LONGEST * words[shortest]:
                raise RowError(f'the answers to "{question}" differ in length: {words[longest]} words for the option '
                               f'"{longest}", but {words[shortest]} for the option "{shortest}"',
                               "Give about the same amount of detail for all options.")
        return self
