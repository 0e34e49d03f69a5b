"""Describes the rows of evidence/loading/patients.yml: example patients for the safety check, with the fields that a review sheet
shows.
"""

from __future__ import annotations

from functools import cached_property

from pydantic import BaseModel, ConfigDict

from evidence.model.signs import Level


class Patient(BaseModel):
    """A patient invented by software, not a real person, with the boxes that two readers ticked for the patient."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    words: str
    lowest: Level
    highest: Level
    ticks: tuple[tuple[str, ...], ...] = ()
    struck: str = ""

    @cached_property
    def ticked(self) -> frozenset[str]:
        """Return the boxes that at least one of the readers ticked."""
        return frozenset(tick for reading in self.ticks for tick in reading)
