"""Shrinks the search index to a third of its size. The index keeps only the beginning of each section, rare words, and the
phrases that people type.

The theme, Material, searches with the library lunr. We tested Material 9.8.1 with questions from people who did not know the
site. We found the following:

- Each word in a query also finds longer words that begin with it. A section is found if it contains any word in the query. So
  search.js removes very common words and word endings from the query.
- lunr gives rare words more weight than common words, but only if all fields have similar weights. If titles have a weight of
  1,000, a common word ("work", "low") beats the word that matters ("paracetamol").
- Material at least doubles the score of a whole page, so an introduction comes before the section with the answer.
- The list of results shows only the beginning of a section. From the rest of the section, we keep only words that are in at most
  12 sections. With these rare words, the search finds as much as with all words.
- All fields are searched, but the list of results shows only the title and the text. So readers never see the rare words or the
  phrases that people type.
- Material shows a section only below its page. But cards, and sections about emergencies, need results of their own. So their
  addresses contain "?card=" in place of "#". search.js puts the "#" back.
- Everyday words in emergency phrases ("hot", "work", "doctor") would put the warning signs before the answers to unrelated
  questions. So words that people also type for other pages have only a normal weight.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evidence.model.pages import STUDIES_FOLDER

FIELDS = {"title": 6, "text": 1, "rare": 1, "words": 8, "urgent": 34, "card": 40}
"""The weight of each field: the two fields of Material (title and text), the rare words of a text, what people type, what they
type in an emergency, and what they call an illness or a medicine that has a card on the safety page."""

SECTION, STUDIES = 2, 0.3
"""The factor for sections, which makes up for Material's preference for whole pages; and the factor for studies pages, so that
they come after their short pages."""

CARD_SIGN = "?card="
"""Replaces "#" in the address of a card, and of a section for emergencies."""

BEGINNING = 80
"""Maximum number of characters of a section's text in the list of results: enough to recognise the section."""

RARE = 12
"""A word is rare if at most this many sections contain it."""

CUT_WORD = re.compile(r"(?:<[^>]*|[^\s<>]+)$")
"""Matches a word or a tag that is cut off at the end of a text."""

LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Card:
    """A box about one health situation on the safety page. Each box is a separate search result."""

    address: str
    """The address of the card: its page and its anchor, for example "massage/safety/#blood-thinner"."""
    group: str
    """The address of the section that contains the card. The section's own entry is left out, because the cards replace it."""
    title: str
    text: str
    """The text that the list of results shows below the title."""
    names: str
    """What people call the subject of the card. Common words, and words that people type to find another page, are left out."""


def prepared(index: Mapping[str, Any], typed: Mapping[str, Sequence[str]], also: Mapping[str, Sequence[str]],
             urgent: Collection[str] = (), cards: Sequence[Card] = ()) -> dict[str, Any]:
    """Return the search index that we publish.

    Args:
        index: the index that MkDocs has written.
        typed: the phrases that people type, keyed by the address of the answer, for example "back-pain/causes/#discs-and-age". If
            a section is not in the index, its phrases lead to the whole page.
        also: other names for a page, keyed by the page's address. The search treats all words in these names as rare.
        urgent: the addresses in `typed` that are about signs of an emergency, and that come first in the results.
        cards: the cards on the safety page.
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
    everyday = words(separator, " ".join(" ".join(some) for address, some in phrases.items()
                                         if address not in first and CARD_SIGN not in address))
    return {
        **index,
        "config": {**index["config"], "pipeline": [], "fields": {name: {"boost": boost} for name, boost in FIELDS.items()}},
        "docs": [weighed(entry, text - common | words(separator, " ".join(also.get(entry["location"], ()))), separator,
                         phrases.get(entry["location"], ()), everyday if entry["location"] in first else None)
                 for entry, text in zip(docs, texts, strict=True)]
        + [{"location": own[card.address], "title": card.title, "text": card.text, "card": [" ".join(longest(
            words(separator, " ".join(phrases.get(own[card.address], ()))) | words(separator, card.names) - common - elsewhere))]}
           for card in cards],
    }


def is_prepared(index: Mapping[str, Any]) -> bool:
    """Return whether a search index is ours and not the index that MkDocs writes."""
    fields: Mapping[str, Any] = index["config"]["fields"]
    return fields.keys() == FIELDS.keys()


def words(separator: re.Pattern[str], text: str) -> set[str]:
    """Return the words in a string, in lower case, without markup or numbers."""
    pieces = separator.split(html.unescape(re.sub(r"<[^>]*>", " ", text)))
    return {piece.lower() for piece in pieces if LETTER.search(piece)}


def weighed(entry: Mapping[str, Any], rare: set[str], separator: re.Pattern[str], typed: Iterable[str],
            everyday: set[str] | None) -> dict[str, Any]:
    """Return an entry for the published search index: the beginning of the text, the rare words, the phrases that people type,
    and the entry's weight.

    For an urgent entry, `everyday` contains the words that people also type for other pages.
    """
    address, text = entry["location"], beginning(entry["text"])
    made = {"location": address, "title": entry["title"], "text": text}
    if rare := rare - words(separator, f"{entry['title']} {text}"):
        made["rare"] = [" ".join(longest(rare))]
    asked = words(separator, " ".join(typed))
    urgent = set() if everyday is None else asked - everyday
    made |= {field: [" ".join(sorted(some))] for field, some in (("words", asked - urgent), ("urgent", urgent)) if some}
    boost = (SECTION if "#" in address else 1) * (STUDIES if address.startswith(STUDIES_FOLDER) else 1)
    return made if boost == 1 else made | {"boost": boost}


def longest(some: Iterable[str]) -> list[str]:
    """Return the words in alphabetical order. Leave out each word that is the beginning of another word. For example, a query
    for "mass" also finds "massage", so "mass" is left out.
    """
    order = sorted(some)
    return [word for word, after in zip(order, [*order[1:], ""], strict=True) if not after.startswith(word)]


def beginning(text: str) -> str:
    """Return the beginning of a string: whole words, and at most `BEGINNING` characters."""
    return text if len(text) <= BEGINNING else CUT_WORD.sub("", text[:BEGINNING]).rstrip() + " …"
