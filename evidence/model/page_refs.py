"""A row that points to a page, or to one section of it, as in "massage/safety.md#soreness"."""

from __future__ import annotations

from evidence.model.record import Record


class PageRef(Record):
    """What such a row has in common; each kind says in its own words what its page is."""

    page: str

    @property
    def file(self) -> str:
        """The page without its section."""
        return self.page.partition("#")[0]

    @property
    def section(self) -> str:
        """The section's anchor; empty where the whole page is meant."""
        return self.page.partition("#")[2]
