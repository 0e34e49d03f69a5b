"""A row that refers to a page, or to one section of it, for example "massage/safety.md#soreness"."""

from __future__ import annotations

from evidence.model.record import Record


class PageRef(Record):
    """The base class of such rows. The description of the field `page` says which page a kind of row means."""

    page: str

    @property
    def file(self) -> str:
        """The page without its section."""
        return self.page.partition("#")[0]

    @property
    def section(self) -> str:
        """The section's anchor; empty if the whole page is meant."""
        return self.page.partition("#")[2]
