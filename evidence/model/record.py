"""Defines the base class for all data rows. It rejects unknown fields, and stores the line numbers of the row and its fields."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr


class Record(BaseModel):
    """A row in a data file. Unknown fields are rejected, because they are usually typing errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    line: int = Field(0, exclude=True, description="line of the row in its file, from 1")
    _lines: dict[str, int] = PrivateAttr(default_factory=dict)

    def at(self, field: str) -> int:
        """Return the line number of a field. If this is not known, return the line number of the row."""
        return self._lines.get(field, self.line)


class RowError(ValueError):
    """Raised if a data row is invalid. The error says what is wrong with the row, and what to write instead."""

    def __init__(self, what: str, instead: str):
        super().__init__(what)
        self.instead = instead
