"""A row that refers to a page, or to one section of it, for example "massage/safety.md#soreness"."""

from __future__ import annotations

from evidence.model.record import Record


class PageRef(Record):
    """The base of such rows; each kind says in its description which page is meant."""

    page: str

    @property
    def file(self) -> str:
        """The page without its section."""
        return self.page.partition("#")[0]

    @property
    def section(self) -> str:
        """The section's anchor; empty if the whole page is meant."""
        return self.page.partition("#")[2]
