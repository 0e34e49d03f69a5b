"""Describes the rows of left-out.yml: what pages leave out on purpose, and why. Review sheets list these rows, so that reviewers
can object.
"""

from __future__ import annotations

from pydantic import Field

from evidence.model.record import Record


class LeftOut(Record):
    """A row of left-out.yml: a topic that certain pages leave out on purpose."""

    what: str = Field(description="what the pages do not say")
    why: str = Field(description="the reason")
    pages: list[str] = Field(default_factory=list, description="pages, or folders that end with a slash; all pages if empty")

    def concerns(self, name: str) -> bool:
        """Return whether this row applies to the page with the given file name."""
        return not self.pages or any(name == page or (page.endswith("/") and name.startswith(page)) for page in self.pages)
