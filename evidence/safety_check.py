"""safety-check.yml -> Question; and the one rule of the check: the most urgent answer wins.

The file's order is the order of asking, most urgent first, so that a script in the browser can
take the first card that applies. A question without an answer counts like "not sure": silence is
never a no.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from pydantic import Field, field_validator, model_validator

from evidence.claims import Slug
from evidence.findings import Finding
from evidence.rows import Record


class Level(StrEnum):
    """What an answer leads to, most urgent first."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    GP = "gp"
    WAIT = "wait"
    ASK = "ask"
    AREA = "area"
    NONE = "none"

    @property
    def urgency(self) -> int:
        """0 for none, more for what is more urgent."""
        return len(Level) - 1 - list(Level).index(self)

    @property
    def word(self) -> str:
        """The level as it stands in the heading of a card."""
        return {"emergency": "Emergency", "urgent": "Urgent", "gp": "Not yet", "wait": "Not today",
                "ask": "Ask first", "area": "Stay off", "none": "All no"}[self]


class Answer(StrEnum):
    """What people can answer. "Not sure" counts as yes."""

    YES = "yes"
    NOT_SURE = "not sure"
    NO = "no"


class Sign(Record):
    """One thing that a question lists: a sign, or a situation with what changes and what to say."""

    text: str = Field(description="what people can have, in words they know")
    change: str = Field("", description="what changes, or what to do instead")
    say: str = Field("", description="the words to say to the therapist")


class Question(Record):
    """One question with its card. The last row of the file has no question: its card is for "all no"."""

    id: Slug
    level: Level = Field(description=f"one of: {', '.join(Level)}")
    title: str = Field(description="what the question is about, in a few words")
    ask: str = Field("", description="the question itself")
    signs: list[Sign] = Field(min_length=1, description="what the question lists; on the last row, what to watch for")
    yes: str = Field("Yes, one or more", description="the words of the answer that leads to the card")
    no: str = Field("No, none of these", description="the words of the answer that does not")
    card: str = Field(description="heading of the card, after the word of its level")
    act: str = Field(description="what to do, in short sentences")
    say: list[str] = Field(min_length=1, description="words to say: on the phone, to a doctor or to the therapist")
    why: str = Field(description="why we ask")
    sources: list[str] = Field(min_length=1, description="keys of references.bib")

    @field_validator("signs", mode="before")
    @classmethod
    def plain_signs(cls, signs: Any) -> Any:
        """A sign that is only its text can be written as that text."""
        return [{"text": sign} if isinstance(sign, str) else sign for sign in signs] if isinstance(signs, list) else signs

    @model_validator(mode="after")
    def complete(self) -> Question:
        """Each level brings what its readers need, and nothing leads the eye away from an emergency."""
        if self.level is not Level.NONE and not self.ask:
            raise ValueError("the question is missing: write ask")
        if self.level is Level.EMERGENCY and any("](" in text or "[@" in text for text in self.words):
            raise ValueError("an emergency card holds no link and no source; put keys under sources")
        if self.level in (Level.ASK, Level.AREA) and not all(sign.change and sign.say for sign in self.signs):
            raise ValueError("each sign of this level needs change and say")
        return self

    @property
    def words(self) -> list[str]:
        """Everything that readers are shown."""
        signs = [text for sign in self.signs for text in (sign.text, sign.change, sign.say) if text]
        return [self.title, self.ask, *signs, self.yes, self.no, self.card, self.act, *self.say, self.why]


def outcome(answers: Mapping[str, Answer], questions: Iterable[Question]) -> Level:
    """The most urgent level among the questions that were not answered with a clear no."""
    levels = [question.level for question in questions
              if question.ask and answers.get(question.id, Answer.NOT_SURE) is not Answer.NO]
    return max(levels, key=lambda level: level.urgency, default=Level.NONE)


def faults(questions: list[Question], path: Any) -> Iterable[Finding]:
    """Questions stand from most to least urgent, and one row, the last, is for "all no"."""
    for before, after in zip(questions, questions[1:], strict=False):
        if after.level.urgency > before.level.urgency:
            yield Finding(path, after.line, f'"{after.id}" ({after.level}) is more urgent than "{before.id}" before it.',
                          "Put the most urgent questions first.", "safety check")
    if questions and [q.level for q in questions].count(Level.NONE) != 1:
        yield Finding(path, 1, 'The file needs one row with level "none", the card for "all no".',
                      "Put it last.", "safety check")
