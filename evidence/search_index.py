"""Search index in, search index out: readers are understood when they type in their own words.

Material searches with lunr. Measured in its worker (9.8.1):

- A query is cut at the separator, every piece gets a trailing wildcard, and one match is enough.
  So "do I have to undress" also asks for every word that begins with "i" or "to", and that noise
  buries the one word that counts. The separator is a regular expression and may match whole words,
  so it swallows the small words: on both sides, in one place, with no script of ours.
- Any field can be searched; the list of hits shows title, text and tags only. So what people type
  goes into a field of its own, which weighs more than a title and is never shown.
- A rare word weighs more than a common one, by itself. Each word stands once in an entry, so that
  an entry with many phrases about "back" is not the answer to everything with "back" in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

FIELD = "words"
BOOST = 1e5
"""Titles have 1e3 and tags 1e6: our words win over a title that shares a common word with the query."""

SMALL = """
a about after all also am an and any are as at be because been but by can cannot could did do does for from get got
had has have he her him his how i if in into is it its just let like may me might most must my no not of off on only or
other our own should since so some than that the their them then there these they this to too us was we were what when
where which while who why will with would you your
cant didnt doesnt dont id im isnt ive much really very wont
""".split()
"""Words that say nothing about what is looked for. lunr leaves most of them out of its index, but not out of queries."""

ENDINGS = r"\b\w+n['’]t\b|['’](?:s|m|d|ve|re|ll)?\b|['’]"
"""Whole negations ("can't", "don’t") and what follows an apostrophe ("I'm", "partner’s")."""


def separator(given: str) -> str:
    """The site's separator, which now swallows small words too."""
    small = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(SMALL))
    return rf"{given}|{ENDINGS}|\b(?:{small})\b"


def with_words(index: Mapping[str, Any], words: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The index with the phrases of each address ("back-pain/causes/#discs-and-age") at its entry.

    A section that the index does not hold gives its phrases to its page.
    """
    config = index["config"]
    known = {entry["location"] for entry in index["docs"]}
    typed: dict[str, dict[str, None]] = {}
    for address, phrases in words.items():
        place = address if address in known else address.partition("#")[0]
        typed.setdefault(place, {}).update(dict.fromkeys(word for phrase in phrases for word in phrase.split()))
    return {
        **index,
        "config": {**config, "separator": separator(config["separator"]),
                   "fields": {**config["fields"], FIELD: {"boost": BOOST}}},
        "docs": [entry | {FIELD: [" ".join(typed[entry["location"]])]} if entry["location"] in typed else entry
                 for entry in index["docs"]],
    }
