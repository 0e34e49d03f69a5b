"""Describes the rows of search-words.yml: the phrases that people type into the search, and the page that each phrase should
find.

Readers type "sciattica", "theragun" or "my back went out", but pages use other words. The phrases go only into the index of the
site's own search (search_index.py).
"""

from __future__ import annotations

from pydantic import Field, field_validator

from evidence.model.page_refs import PageRef
from evidence.model.record import RowError


class Synonyms(PageRef):
    """A row of search-words.yml: a page or a section of a page, and the phrases that people type to find it."""

    page: str = Field(description="the path of the page in docs/, with #section if only one section is the answer")
    urgent: bool = Field(False, description="true if people type these words in an emergency; the page then comes first")
    words: list[str] = Field(min_length=1, description="phrases as people type them, with their misspellings")

    @field_validator("words")
    @classmethod
    def once(cls, words: list[str]) -> list[str]:
        """Reject a row that contains a phrase twice. Return all phrases in lower case, since the search ignores capitals."""
        small = [word.strip().lower() for word in words]
        if twice := {word for word in small if small.count(word) > 1}:
            raise RowError(f'"{min(twice)}" appears twice', "Delete one of the two identical phrases.")
        return small
