"""Checks whether a DOI is registered, whether it belongs to the paper that we cite, and whether the paper has been retracted.

In Crossref's records, the field `updated-by` contains notices from the publisher and from Retraction Watch. A DOI that is not in
Crossref may be registered elsewhere, for example with DataCite. So we look up the DOI in the Handle System before we report that
it does not exist.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import quote

from scripts.watching.web import State, Web

CROSSREF = "https://api.crossref.org"
HANDLES = "https://doi.org/api/handles"
GRAVE = {"retraction": "retracted", "partial_retraction": "partly retracted", "withdrawal": "withdrawn", "removal": "removed",
         "expression_of_concern": "under an expression of concern"}
MILD = {"correction": "corrected", "corrigendum": "corrected", "erratum": "corrected", "clarification": "clarified",
        "addendum": "added to", "new_version": "replaced by a newer version", "new_edition": "replaced by a newer edition"}
MARKED = re.compile(r"^\W*(retracted|withdrawn|removed)\b(?: article| paper| publication)?\s*[:\]]", re.IGNORECASE)
ALIKE = 0.6
MAX_BYTES = 1_500_000
FOUND, NOT_FOUND = 1, 100
"""Response codes of the Handle System."""


@dataclass(frozen=True)
class Paper:
    """The result of looking up one DOI. If the DOI could not be checked, `unknown` gives the reason."""

    doi: str
    registered: bool = True
    grave: tuple[str, ...] = ()
    mild: tuple[str, ...] = ()
    other_title: str = ""
    unknown: str = ""


@dataclass
class Crossref:
    """A client that looks up DOIs in Crossref."""

    web: Web
    base: str = CROSSREF
    handles: str = HANDLES
    contact: str = field(default="")
    """A contact e-mail address: Crossref gives faster service to clients that send one."""

    def ask(self, doi: str, title: str) -> Paper:
        """Look up one DOI. `title` is the paper's title in our references."""
        address = f"{self.base}/works/{quote(doi, safe='')}" + (f"?mailto={quote(self.contact)}" if self.contact else "")
        answer = self.web.get(address, MAX_BYTES, "application/json")
        if answer.state is State.GONE and answer.status:
            return self._elsewhere(doi)
        if not 200 <= answer.status < 300:
            return Paper(doi, unknown=f"Crossref: {answer.why}")
        message = parsed(answer.body).get("message")
        if not isinstance(message, dict):
            return Paper(doi, unknown="Crossref: its response could not be parsed")
        titles = names(message)
        marked = [word[1].lower() for text in titles if (word := MARKED.match(text))]
        grave, mild = notices(message)
        other = "" if not titles or same(title, titles) else titles[0]
        return Paper(doi, grave=tuple(dict.fromkeys([*grave, *([] if grave else marked)])), mild=mild, other_title=other)

    def _elsewhere(self, doi: str) -> Paper:
        """Look up a DOI in the Handle System because Crossref does not have it."""
        answer = self.web.get(f"{self.handles}/{quote(doi, safe='/')}", MAX_BYTES, "application/json")
        code = parsed(answer.body).get("responseCode")
        if code == FOUND:
            return Paper(doi)
        if code == NOT_FOUND or (answer.state is State.GONE and answer.status):
            return Paper(doi, registered=False)
        return Paper(doi, unknown=f"doi.org: {answer.why or 'its response could not be parsed'}")


def parsed(body: bytes) -> dict[str, Any]:
    """Return the JSON object in the body of a response, or an empty dict if the body is not a JSON object."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def names(message: dict[str, Any]) -> list[str]:
    """Return the registered titles of a paper, both with and without the subtitle."""
    def texts(key: str) -> list[str]:
        value = message.get(key)
        return [re.sub(r"<[^>]*>", "", text) for text in value if isinstance(text, str) and text.strip()] \
            if isinstance(value, list) else []

    titles = texts("title")
    return [*titles, *(f"{title}: {more}" for title in titles for more in texts("subtitle")), *texts("original-title")]


def notices(message: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return two groups of notices about a paper: serious notices, such as retractions, and minor ones."""
    found = message.get("updated-by")
    grave: dict[str, None] = {}
    mild: dict[str, None] = {}
    for notice in found if isinstance(found, list) else []:
        if isinstance(notice, dict):
            kind = str(notice.get("type", "")).lower().replace("-", "_").replace(" ", "_")
            where = f" ({notice['DOI']})" if isinstance(notice.get("DOI"), str) else ""
            if kind in GRAVE:
                grave[GRAVE[kind] + where] = None
            elif kind in MILD:
                mild[MILD[kind] + where] = None
    return tuple(grave), tuple(mild)


def same(ours: str, theirs: list[str]) -> bool:
    """Return whether the title in our references matches one of the paper's registered titles. Case, punctuation and a missing
    subtitle make no difference.
    """
    def bare(text: str) -> str:
        return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())

    mine = bare(ours)
    for title in map(bare, theirs):
        if title and (title in mine or mine in title or SequenceMatcher(None, mine, title, autojunk=False).ratio() >= ALIKE):
            return True
    return not mine
