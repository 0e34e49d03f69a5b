"""situations.yml -> Situation: what can be true of somebody, and what it means for a massage.

It feeds *Is massage safe for me*, the last screens of the safety check, letters and questions. The word of a
closed row is the evidence's status: not now, ask first, keep off that place. "Yes, gently" is none.
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
    """Whether somebody can have a massage."""

    NOT_NOW = "not-now"
    ASK_FIRST = "ask-first"
    KEEP_OFF = "keep-off"


class Way(NamedTuple):
    """One way to get help: what to do, what for, and what else to know."""

    act: str
    signs: list[str]
    note: str


def way_of(told: str) -> Way:
    """The parts of `[!call]: [!breath], or [!chest-pain]. All if [!new].`, so that several signs become a list."""
    act, _, rest = told.partition(": ")
    signs, _, note = rest.partition(". ")
    return Way(act, BETWEEN.split(signs.removesuffix(".")), note)


BETWEEN = re.compile(r", or |,? (?:or )?(?=\[!(?!new\]))")
"""What is between two signs. Any other comma, as in "a neck that hurts, is stiff or is held to one side", is part of a sign."""


class Situation(Cautioned):
    """One situation, as a row to open and as a tick."""

    id: Slug
    group: str = Field(description="the group it stands in, as in Medicines")
    name: str = Field(description="the words of the closed row")
    tick: str = Field(description='the words in the safety check, as in "you take a blood thinner"')
    small: str = Field("", description="examples that people know")
    can: Can = Field(description="not-now, ask-first or keep-off")
    until: Literal["passed", "told", ""] = Field("", description="only for not-now: until it has passed, or somebody says so")
    ask: str = Field(description="whom to ask: can I?")
    change: str = Field(description="what changes")
    say: str = Field(description="the words to the therapist")
    help: str = Field(description="get help if; draws signs and acts by id")

    @model_validator(mode="after")
    def dated(self) -> Situation:
        """A "not now" says until when; nothing else does."""
        if (self.can is Can.NOT_NOW) != bool(self.until):
            raise RowError("not-now needs until, and nothing else has it", "Write until: passed, or until: told.")
        return self

    @property
    def group_id(self) -> str:
        """The anchor of its group. "Cancer" is a group as well as a situation, so groups have names of their own."""
        return group_anchor(self.group)

    @property
    def helps(self) -> list[Way]:
        """What to get help for, one entry for each way to get it, as these sentences begin with an act."""
        return [way_of(told) for told in re.split(r"(?<=\.) (?=\[!)", self.help)]

    @property
    def result(self) -> str:
        """The group of the safety check's result: not-now, ask-first, another-day or keep-off."""
        return "another-day" if self.until == "passed" else self.can.value

    @property
    def level(self) -> Level:
        """How urgent it is beside signs."""
        return RESULTS[self.result]


@lru_cache
def group_anchor(group: str) -> str:
    """The anchor of a group. Cached, since every link of the site is compared with it."""
    return f"group-{slugify(group, '-')}"


RESULTS = {"not-now": Level.BEFORE, "ask-first": Level.ASK, "another-day": Level.TELL, "keep-off": Level.TELL}
"""Groups of the result that situations fall into, in the order in which it shows them."""
