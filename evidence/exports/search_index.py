"""Shrinks the search index to a third of its size: it keeps the beginning of each text, the rare words, and what people type.

Material searches with lunr. The following was measured in the search worker of Material 9.8.1, with the questions for which the
index was made, and 144 that strangers and newcomers had written before:

- The words of a query get a trailing wildcard, and one match is enough. search.js removes small words and endings.
- lunr itself weighs a rare word more than a common one. This only works if fields weigh about the same: with titles at 1,000
  and what people type at 100,000, one common word ("work", "low") beats the one that matters ("paracetamol").
- Material at least doubles the score of a whole page, so that an introduction comes before the section with the answer.
- The list of results shows the beginning of a section. Of the rest of its text, only the rare words are kept: words in at most
  12 sections find as much as all words do, in a third of the bytes.
- Any field can be searched, but the list shows only title and text. So what people type and the rare words are never shown.
- A card of the safety page has its own entry, as if it were a page: somebody who types a medicine and a kind of massage must
  find the caution before the page about that massage. A section for signs of an emergency has its own entry too. Material drops
  an entry whose page is not in the index, so these addresses have "?card=" in place of "#"; search.js puts the "#" back.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evidence.model.pages import STUDIES_FOLDER

FIELDS = {"title": 6, "text": 1, "rare": 1, "words": 8, "urgent": 20, "card": 40}
"""The weight of each field: Material's two, the rare words of a text, what people type, what they type in an emergency, and what
they call an illness or a medicine with a card on the safety page."""

SECTION, STUDIES = 2, 0.3
"""The weight of a section, which makes up for Material's preference for whole pages; and the weight of a page of studies, which
puts it below its short page."""

CARD_SIGN = "?card="
"""Replaces "#" in the address of a card, and of a section for emergencies."""

BEGINNING = 80
"""Maximum number of characters of a section that the list of results shows: enough to recognise the section."""

RARE = 12
"""Maximum number of sections that contain a word, for the word to count as rare."""

CUT_WORD = re.compile(r"(?:<[^>]*|[^\s<>]+)$")
LETTER = re.compile(r"[^\W\d_]")
"""Matches a word or a tag that is cut off at the end of a text."""


@dataclass(frozen=True)
class Card:
    """One card of the safety page, which the search finds separately."""

    address: str
    """Its page with its anchor, for example "massage/safety/#blood-thinner"."""
    group: str
    """Its section, whose entry the cards replace."""
    title: str
    text: str
    """The text that the list of results shows below the title."""
    names: str
    """What people call its subject. Words that are common, or that people type for another page, do not find the card."""


def prepared(index: Mapping[str, Any], typed: Mapping[str, Sequence[str]], also: Mapping[str, Sequence[str]],
             urgent: Collection[str] = (), cards: Sequence[Card] = ()) -> dict[str, Any]:
    """Return the index as readers get it.

    Args:
        index: the index that MkDocs has written.
        typed: what people type, by the address that answers it ("back-pain/causes/#discs-and-age"). A section that the index
            does not have passes its phrases on to its page.
        also: other names of a page, by its address. They count as words of its text.
        urgent: the addresses in `typed` that answer signs of an emergency; they come before all other results. A section among
            them gets its own entry.
        cards: the cards of the safety page.
    """
    replaced = {card.group for card in cards}
    kept = [entry for entry in index["docs"] if entry["location"] not in replaced]
    own = {address: address.replace("#", CARD_SIGN) for address in [*urgent, *(card.address for card in cards)]}
    docs = [{**entry, "location": own.get(entry["location"], entry["location"])} for entry in kept]
    places = {entry["location"]: made["location"] for entry, made in zip(kept, docs, strict=True)} | {
        card.address: own[card.address] for card in cards}
    phrases: dict[str, list[str]] = {}
    first: set[str] = set()
    for address, some in typed.items():
        place = places.get(address, address.partition("#")[0])
        phrases.setdefault(place, []).extend(some)
        first |= {place} if address in urgent else set()
    separator = re.compile(index["config"]["separator"])
    texts = [words(separator, entry["text"]) for entry in docs]
    common = {word for word, count in Counter(word for text in texts for word in text).items() if count > RARE}
    elsewhere = words(separator, " ".join(" ".join(some) for address, some in phrases.items() if CARD_SIGN not in address))
    return {
        **index,
        "config": {**index["config"], "pipeline": [], "fields": {name: {"boost": boost} for name, boost in FIELDS.items()}},
        "docs": [weighed(entry, text - common | words(separator, " ".join(also.get(entry["location"], ()))), separator,
                         phrases.get(entry["location"], ()), "urgent" if entry["location"] in first else "words")
                 for entry, text in zip(docs, texts, strict=True)]
        + [{"location": own[card.address], "title": card.title, "text": card.text, "card": [" ".join(longest(
            words(separator, " ".join(phrases.get(own[card.address], ()))) | words(separator, card.names) - common - elsewhere))]}
           for card in cards],
    }


def is_prepared(index: Mapping[str, Any]) -> bool:
    """Whether this is an index that `prepared` has made."""
    fields: Mapping[str, Any] = index["config"]["fields"]
    return fields.keys() == FIELDS.keys()


def words(separator: re.Pattern[str], text: str) -> set[str]:
    """The words of a text, in lower case, without its markup and its numbers."""
    pieces = separator.split(html.unescape(re.sub(r"<[^>]*>", " ", text)))
    return {piece.lower() for piece in pieces if LETTER.search(piece)}


def weighed(entry: Mapping[str, Any], rare: set[str], separator: re.Pattern[str], typed: Iterable[str],
            field: str) -> dict[str, Any]:
    """One entry: the beginning of its text, its weight, its rare words, and, in the field named `field`, what people type."""
    address, text = entry["location"], beginning(entry["text"])
    made = {"location": address, "title": entry["title"], "text": text}
    if rare := rare - words(separator, f"{entry['title']} {text}"):
        made["rare"] = [" ".join(longest(rare))]
    if typed := words(separator, " ".join(typed)):
        made[field] = [" ".join(sorted(typed))]
    boost = (SECTION if "#" in address else 1) * (STUDIES if address.startswith(STUDIES_FOLDER) else 1)
    return made if boost == 1 else made | {"boost": boost}


def longest(some: Iterable[str]) -> list[str]:
    """Return the words in order, without those with which another word begins: a query for the shorter word also finds the
    longer one."""
    order = sorted(some)
    return [word for word, after in zip(order, [*order[1:], ""], strict=True) if not after.startswith(word)]


def beginning(text: str) -> str:
    """The first words of a text, up to `BEGINNING` characters."""
    return text if len(text) <= BEGINNING else CUT_WORD.sub("", text[:BEGINNING]).rstrip() + " …"
