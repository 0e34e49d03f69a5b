"""Defines the base class of every row of a data file. The class rejects unknown fields, and stores the line of the row and of its
fields.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr


class Record(BaseModel):
    """A row of a data file. Unknown fields are rejected, so that typing errors are noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    line: int = Field(0, exclude=True, description="line of the row in its file, from 1")
    _lines: dict[str, int] = PrivateAttr(default_factory=dict)

    def at(self, field: str) -> int:
        """Return the line of a field; if unknown, the line of the row."""
        return self._lines.get(field, self.line)


class RowError(ValueError):
    """Raised by a row's own validator: what is wrong with the row, and what to write instead."""

    def __init__(self, what: str, instead: str):
        super().__init__(what)
        self.instead = instead
