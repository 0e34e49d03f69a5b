"""Describes the rows of evidence/loading/patients.yml: example patients for the safety check. Review sheets show some of them."""

from __future__ import annotations

from functools import cached_property

from pydantic import BaseModel, ConfigDict

from evidence.model.signs import Level


class Patient(BaseModel):
    """An example patient of the safety check, invented by software. `ticks` contains two lists of the boxes that this patient
    would tick. Software chose each list independently.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    words: str
    lowest: Level
    highest: Level
    ticks: tuple[tuple[str, ...], ...] = ()
    struck: str = ""

    @cached_property
    def ticked(self) -> frozenset[str]:
        """Return the ids of the boxes that are in at least one list in `ticks`."""
        return frozenset(tick for reading in self.ticks for tick in reading)
