"""warning-signs.yml -> cards. Every page draws its care cards from here, so that no two pages ever
give the same sign a different urgency."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from evidence.claims import Slug
from evidence.rows import Record

MOST_SIGNS = 7


class Sign(BaseModel):
    """One sign, in words that finish the card's sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    text: str = Field(description="the sign, in plain words, with no full stop")
    short: bool = Field(False, description="true where the short card shows it too")
    judgement: bool = Field(False, description="true where it is our own caution, beyond the lists we follow")


class Card(Record):
    """A care card: one level, one thing to do."""

    id: Slug
    level: Literal["emergency", "urgent", "routine"]
    heading: str = Field(description="the one thing to do, ending in if")
    lead: str = Field(description="who the card is about, a full sentence")
    signs: list[Sign] = Field(min_length=1, max_length=MOST_SIGNS)
    tail: str = ""
    sources: list[str] = Field(min_length=1)

    def shown(self, short: bool) -> list[Sign]:
        """The signs to draw; all of them where the card marks none as short."""
        return [sign for sign in self.signs if sign.short] or self.signs if short else self.signs
