"""Describes the rows of glossary.yml, and builds the pattern that finds glossary terms in running text."""

from __future__ import annotations

import re

from pydantic import Field

from evidence.model.claims import Slug
from evidence.model.record import Record


class Term(Record):
    """A row of glossary.yml: a term that readers may not know, with a short and a long explanation."""

    id: Slug = Field(description="a short name in lower case with hyphens")
    term: str = Field(description="the word as it is written in a sentence")
    also: list[str] = Field(default_factory=list, description="other words for the term")
    short: str = Field(description="one plain sentence")
    long: str = Field(description="a few plain sentences; citations allowed")
    see: list[str] = Field(default_factory=list, description="ids of other terms")
    link: bool = Field(True, description="false if links to the term on every page would only distract")


def forms(term: Term) -> list[str]:
    """Return the forms of a term that become links. A term such as "MRI (magnetic resonance imaging)" has two forms. Leave out
    forms of one or two characters.
    """
    outer, _, inner = term.term.partition("(")
    return [form for form in (outer.strip(), inner.rstrip(")").strip()) if len(form) > 2]


def pattern(terms: list[Term], plural: str) -> tuple[re.Pattern[str] | None, dict[str, Term]]:
    """Return a pattern that matches all glossary terms, and a dictionary that maps each form of a term, in lower case, to the
    term.

    `plural` is a pattern that matches plural endings.
    """
    by_form = {form.lower(): term for term in terms if term.link for form in forms(term)}
    if not by_form:
        return None, {}
    words = "|".join(re.escape(form) for form in sorted(by_form, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({words})(?={plural}(?![\w-]))", re.IGNORECASE), by_form
