"""search-words.yml -> Synonyms: what people type, and the page that answers it.

Readers type "sciattica", "theragun", "my back went out"; pages use other words. What people type is on no page: it goes into
the index of the site's own search (search_index.py), and nowhere else.
"""

from __future__ import annotations

from pydantic import Field, field_validator

from evidence.model.page_refs import PageRef


class Synonyms(PageRef):
    """One page, or one section of it, and what people who look for it type."""

    page: str = Field(description="the page's file inside docs/, with #section if one part of it is the answer")
    urgent: bool = Field(False, description="true for what people type in an emergency: its page, with the signs, comes first")
    words: list[str] = Field(min_length=1, description="phrases as people type them, misspellings too")

    @field_validator("words")
    @classmethod
    def once(cls, words: list[str]) -> list[str]:
        """Reject a phrase that appears twice; capitals make no difference to the search."""
        small = [word.strip().lower() for word in words]
        if twice := {word for word in small if small.count(word) > 1}:
            raise ValueError(f'"{min(twice)}" appears twice')
        return small
