"""Describes the rows of situations.yml: health situations, such as pregnancy, and what each means for somebody who wants a
massage.

Each row gives one of three answers: not now, ask first, or keep off the affected part of the body. We deliberately have no answer
"yes, gently".
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Literal, NamedTuple

from markdown.extensions.toc import slugify
from pydantic import Field, model_validator

from evidence.model.claims import Slug
from evidence.model.record import RowError
from evidence.model.signs import Cautioned, Level


class Can(StrEnum):
    """The possible answers to the question "Can I have a massage?" for somebody in a certain health situation."""

    NOT_NOW = "not-now"
    ASK_FIRST = "ask-first"
    KEEP_OFF = "keep-off"


class Way(NamedTuple):
    """One way to get help in a health situation: what to do, for which warning signs, and a note."""

    act: str
    signs: list[str]
    note: str


def way_of(told: str) -> Way:
    """Split a text such as `[!call]: [!breath], or [!chest-pain]. All if [!new].` into three pieces: what to do (`[!call]`), the
    warning signs, and a note (`All if [!new].`). A page can then show the signs as a list.
    """
    act, _, rest = told.partition(": ")
    signs, _, note = rest.partition(". ")
    return Way(act, BETWEEN.split(signs.removesuffix(".")), note)


BETWEEN = re.compile(r", or |,? (?:or )?(?=\[!(?!new\]))")
"""The text between two signs. Any other comma, as in "a neck that hurts, is stiff or is held to one side", is part of a sign."""


class Situation(Cautioned):
    """A row of situations.yml: a health situation, such as pregnancy."""

    id: Slug
    group: str = Field(description="the group of the situation, for example Medicines")
    name: str = Field(description="the text of the row while it is closed")
    tick: str = Field(description='the text of the box in the safety check, for example "you take a blood thinner"')
    small: str = Field("", description="examples that people know")
    can: Can = Field(description="whether a massage is possible: not-now, ask-first or keep-off")
    until: Literal["passed", "told", ""] = Field(
        "", description="only for not-now: passed (until it has passed) or told (until somebody says yes)")
    ask: str = Field(description="whom to ask whether they can have a massage")
    change: str = Field(description="what changes in the massage")
    lying: bool = Field(False, description="true to link to the picture of ways to lie and sit")
    welcome: bool = Field(False, description="true to link to the part about bodies of every size and shape")
    say: str = Field(description="the words to say to the therapist")
    help: str = Field(description="when to get help, with signs and safety lines by id")

    @model_validator(mode="after")
    def dated(self) -> Situation:
        """Require the field "until" if the answer is "not-now", and reject the field for any other answer."""
        if self.until and self.can is not Can.NOT_NOW:
            raise RowError('"until" is given without "can: not-now"', 'Remove "until".')
        if self.can is Can.NOT_NOW and not self.until:
            raise RowError('"can: not-now" is given without "until"', 'Write "until: passed" or "until: told".')
        return self

    @property
    def group_id(self) -> str:
        """Return the anchor of the group that this health situation belongs to. The anchor has a prefix, because "Cancer" is the
        name of both a group and a situation.
        """
        return group_anchor(self.group)

    @property
    def helps(self) -> list[Way]:
        """Return the ways to get help in this health situation, one for each sentence in `help`."""
        return [way_of(told) for told in re.split(r"(?<=\.) (?=\[!)", self.help)]

    @property
    def result(self) -> str:
        """Return the group that this situation belongs to in the safety check's result: not-now, ask-first, another-day or
        keep-off.
        """
        return "another-day" if self.until == "passed" else self.can.value

    @property
    def level(self) -> Level:
        """Return how urgent this health situation is, on the same scale as warning signs."""
        return RESULTS[self.result]


@lru_cache
def group_anchor(group: str) -> str:
    """Return the anchor of a group of health situations. The result is cached, because every link on the site is compared with
    these anchors.
    """
    return f"group-{slugify(group, '-')}"


RESULTS = {"not-now": Level.BEFORE, "ask-first": Level.ASK, "another-day": Level.TELL, "keep-off": Level.TELL}
"""The groups of situations in the safety check's result, in the order in which they are shown, with their levels."""
