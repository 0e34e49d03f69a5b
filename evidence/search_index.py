"""Search index in, search index out: readers are understood when they type in their own words.

Material searches with lunr. Measured in its worker (9.8.1):

- A query is cut at the separator, every piece gets a trailing wildcard, and one match is enough.
  So "do I have to undress" also asks for every word that begins with "i" or "to", and that noise
  buries the one word that counts. The separator is a regular expression and may match whole words,
  so it swallows the small words: on both sides, in one place, with no script of ours.
- Any field can be searched; the list of hits shows title, text and tags only. So what people type
  goes into a field of its own, which weighs more than a title and is never shown.
- A rare word weighs more than a common one, by itself. Each word stands once in an entry, so that
  an entry with many phrases is not the answer to everything.
- Nearly every query here holds "massage", "back" or "pain", and because of the wildcard these also
  find the rare "massager", "backache", "painkiller". So beside other words they are left out, and
  words that only begin so weigh little more than a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

FIELDS = {"words": 1e5, "longer": 2e3}
"""Our two fields and their weight: what people type, and longer forms of a common word. Titles have 1e3, tags 1e6."""

COMMON = ("back", "massage", "pain")
"""What nearly every page is about."""

SMALL = [
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because", "been", "but",
    "by", "can", "cannot", "could", "did", "do", "does", "for", "from", "get", "got", "had", "has", "have", "he", "her",
    "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "let", "like", "may", "me", "might", "most",
    "must", "my", "no", "not", "of", "on", "or", "other", "our", "own", "should", "since", "so", "some", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "to", "too", "us", "was", "we", "were", "what",
    "when", "where", "which", "while", "who", "why", "will", "with", "would", "you", "your", "cant", "didnt", "doesnt",
    "dont", "go", "going", "id", "im", "isnt", "ive", "much", "really", "very", "wont",
]
"""Words that say nothing about what is looked for. They take the place of lunr's own list, which also has "often", and
which it does not apply to queries."""

ENDINGS = r"\b\w+n['’]t\b|['’](?:s|m|d|ve|re|ll)?\b|['’]"
"""Whole negations ("can't", "don’t") and what follows an apostrophe ("I'm", "partner’s")."""

ALSO_CALLED = re.compile(r"\s*(<p>People also look for: [^<]*</p>)\s*(?=\S)(.*)", re.DOTALL)
"""The line under a page's heading, from page-head.html."""


def separator(given: str) -> str:
    """The site's separator, which now swallows small words too."""
    small = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(SMALL))
    return rf"{given}|{ENDINGS}|\b(?:{small})\b"


def fields(phrases: Iterable[str]) -> dict[str, list[str]]:
    """The words of some phrases, each once, by the field they go into."""
    words: dict[str, None] = {}
    for phrase in phrases:
        telling = [word for word in phrase.split() if word not in COMMON]
        words |= dict.fromkeys(telling or phrase.split())
    longer = [word for word in words if word.startswith(COMMON) and word not in COMMON]
    rest = [word for word in words if word not in longer]
    return {name: [" ".join(some)] for name, some in zip(FIELDS, (rest, longer), strict=True) if some}


def answer_first(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The entry with its "also look for" line last: the list of hits then shows how the page begins."""
    also = ALSO_CALLED.fullmatch(entry["text"])
    return {**entry, "text": f"{also[2]} {also[1]}"} if also else dict(entry)


def with_words(index: Mapping[str, Any], words: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The index with the phrases of each address ("back-pain/causes/#discs-and-age") at its entry.

    A section that the index does not hold gives its phrases to its page.
    """
    config = index["config"]
    known = {entry["location"] for entry in index["docs"]}
    typed: dict[str, list[str]] = {}
    for address, phrases in words.items():
        typed.setdefault(address if address in known else address.partition("#")[0], []).extend(phrases)
    return {
        **index,
        "config": {**config, "separator": separator(config["separator"]), "pipeline": [],
                   "fields": config["fields"] | {name: {"boost": boost} for name, boost in FIELDS.items()}},
        "docs": [answer_first(entry) | fields(typed.get(entry["location"], ())) for entry in index["docs"]],
    }


SHORT = 80
"""Characters of each section in the short index: enough to know a section by, and a quarter of the bytes."""


CUT_WORD = re.compile(r"(?:<[^>]*|[^\s<>]+)$")
"""A word or a mark that is cut in two at the end of a text."""


def short(index: Mapping[str, Any]) -> dict[str, Any]:
    """The index with the beginning of each section only, so that a first answer comes soon on a slow line.

    Titles and what people type stay whole, and they weigh more than anything in a text.
    """
    def beginning(text: str) -> str:
        return text if len(text) <= SHORT else CUT_WORD.sub("", text[:SHORT]).rstrip() + " …"

    return {**index, "docs": [{**entry, "text": beginning(entry["text"])} for entry in index["docs"]]}
