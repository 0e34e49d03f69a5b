"""Defines the base class for data rows that refer to a page or to one section of a page, for example
"massage/safety.md#soreness".
"""

from __future__ import annotations

from evidence.model.record import Record


class PageRef(Record):
    """The base class for data rows that refer to a page."""

    page: str

    @property
    def file(self) -> str:
        """Return the path of the page's file, without the anchor of the section."""
        return self.page.partition("#")[0]

    @property
    def section(self) -> str:
        """Return the anchor of the section, or an empty string if the row refers to the whole page."""
        return self.page.partition("#")[2]
