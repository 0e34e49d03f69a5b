"""Defines rows that refer to a page, or to one section of it, for example "massage/safety.md#soreness"."""

from __future__ import annotations

from evidence.model.record import Record


class PageRef(Record):
    """The base class of rows that refer to a page. Each subclass documents in its field `page` which page that is."""

    page: str

    @property
    def file(self) -> str:
        """Return the file of the page, without the section."""
        return self.page.partition("#")[0]

    @property
    def section(self) -> str:
        """Return the anchor of the section, or an empty string if the row refers to the whole page."""
        return self.page.partition("#")[2]
