"""scales.yml, plain-words.yml -> Scale, PlainWord: how charts name and count, and the words of CSV files for readers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field, model_validator

from evidence.model.record import Record, RowError


class Scale(Record):
    """How a scale is named and counted for readers."""

    id: str = Field(description="the cell measure and the first word of the cell scale, as in MD RDQ")
    name: str = Field(description="what is counted, from where to where")
    unit: str = Field(description="what a difference is counted in, as in points")
    less: str = "less"
    more: str = "more"
    of: str = Field("", description="what there is less of, where the unit does not say it")
    important: float | None = Field(None, gt=0, description="the difference that a source counted as one that matters")
    source: str = Field("", description="the key of that source")

    @model_validator(mode="after")
    def sourced(self) -> Scale:
        """A difference that matters is somebody's finding."""
        if (self.important is None) != (not self.source):
            raise RowError("important and source go together", "Give the difference and the key of the source that counted it.")
        return self


class PlainWord(Record):
    """A word of a data file, and what readers of a chart get for it."""

    where: Literal["outcome", "less of", "cell", "phrase", "finding"]
    word: str
    plain: str

    @property
    def id(self) -> str:
        """By this it stands in the file once."""
        return f"{self.where}: {self.word}"


def looked_up(words: Iterable[PlainWord], where: str) -> dict[str, str]:
    """The words of one kind, in the order of the file."""
    return {row.word: row.plain for row in words if row.where == where}


def plain(text: str, words: Iterable[PlainWord]) -> str:
    """A cell of a data file in plain words."""
    words = list(words)
    text = looked_up(words, "cell").get(text, text)
    for technical, said in looked_up(words, "phrase").items():
        text = text.replace(technical, said)
    return text
