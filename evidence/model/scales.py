"""Describes the rows of scales.yml (names of scales and units in charts) and plain-words.yml (plain words that replace technical
terms from CSV files).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field, model_validator

from evidence.model.record import Record, RowError


class Scale(Record):
    """A row of scales.yml: how charts name a scale and its unit. A row can replace "less", for example with "fewer"."""

    id: str = Field(description="the value of \"measure\" and the first word of \"scale\", for example MD RDQ")
    name: str = Field(description="what the scale measures, with both ends, for example Pain from 0 to 10")
    unit: str = Field(description="the unit of a difference, for example points")
    less: str = "less"
    more: str = "more"
    of: str = Field("", description="what there is less of, if the unit does not say it")
    important: float | None = Field(None, gt=0, description="the smallest difference that matters, according to a source")
    source: str = Field("", description="the key of the source for that difference")

    @model_validator(mode="after")
    def sourced(self) -> Scale:
        """Require a source if the row gives the smallest difference that matters to patients (`important`)."""
        if (self.important is None) != (not self.source):
            raise RowError('the row has only one of the fields "important" and "source"',
                           "Give both fields, or remove both.")
        return self


class PlainWord(Record):
    """A row of plain-words.yml: a term in a data file, and the plain words that readers see in its place."""

    where: Literal["outcome", "less of", "cell", "phrase", "finding"]
    word: str
    plain: str

    @property
    def id(self) -> str:
        """Return the row's name, which must be unique in plain-words.yml."""
        return f"{self.where}: {self.word}"


def looked_up(words: Iterable[PlainWord], where: str) -> dict[str, str]:
    """Return the plain words of one kind, keyed by the terms that they replace."""
    return {row.word: row.plain for row in words if row.where == where}


def plain(text: str, words: Iterable[PlainWord]) -> str:
    """Replace the wording in a cell of a data file with plain words for readers."""
    words = list(words)
    text = looked_up(words, "cell").get(text, text)
    for technical, said in looked_up(words, "phrase").items():
        text = text.replace(technical, said)
    return text
