"""Inserts warning signs and safety lines (fixed phrases) into running text. `[!saddle]` becomes the short wording of the warning
sign with the id "saddle".

These ids work on pages and in data, because data blocks are in the page's tree before inline patterns run. The pattern does not
match GitHub's own alerts, such as `[!NOTE]`, which are in capitals.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from re import Match

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from evidence.markdown.context import context, layer, page_path, relative
from evidence.model.dataset import Dataset
from evidence.model.pages import Layer
from evidence.model.problems import EvidenceError, Problem

SIGN = r"\[!([a-z][a-z0-9-]*)\]"
DRAWN = "sign"
"""The class of the element for a sign or safety line."""

OWN = "sign__own"
"""The class of the asterisk after a sign that is partly our own caution."""

FOOT = ("box box--next", "page-foot")
"""Classes of the elements that come after a page's text."""

SENTENCE_ENDS = re.compile(r"[.?!]\s+$")
STARTS_SENTENCE = {"p", "td", "th", "dd", "h2", "h3"}
"""Elements whose first word gets a capital letter. List items do not, because they continue the sentence that introduces the
list."""


class SignPattern(InlineProcessor):
    """Inserts a warning sign, or a safety line (a fixed phrase).

    Raises:
        EvidenceError: there is no warning sign or safety line with this id.
    """

    def __init__(self, md: Markdown, dataset: Dataset):
        super().__init__(SIGN, md)
        self.dataset = dataset

    # mypy complains, because InlineProcessor and its base class declare different signatures
    def handleMatch(self, m: Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        span = etree.Element("span", {"class": DRAWN, "data-sign": m[1]})
        if sign := self.dataset.signs.get(m[1]):
            leaflet = layer(self.md) is Layer.LEAFLET
            span.text = AtomicString(sign.on_leaflet if leaflet else sign.short)
            if sign.caution:
                etree.SubElement(span, "span", {"class": OWN}).text = AtomicString("*")
        elif line := self.dataset.lines.get(m[1]):
            span.text = AtomicString(line.text)
            if line.sources:
                etree.SubElement(span, "sup", {"class": "cite", "data-keys": " ".join(line.sources)})
        else:
            path = context(self.md).edition.docs / page_path(self.md)
            raise EvidenceError([Problem(path, 1, *unknown(m[1], self.dataset))])
        return span, m.start(0), m.end(0)


def unknown(name: str, dataset: Dataset) -> tuple[str, str]:
    """Return two strings: the message that an id does not exist, and a suggestion with similar ids."""
    known = [*dataset.signs, *dataset.lines]
    near = ", ".join(sorted(k for k in known if set(name.split("-")) & set(k.split("-")))[:5])
    return (f'"[!{name}]" is neither a sign nor a safety line.',
            f"Did you mean {near}?" if near else "Use an id from docs/data/signs.yml or safety-lines.yml.")


class OwnCautions(Treeprocessor):
    """Adds a note that explains what an asterisk after a warning sign means: our advice is more cautious than official lists.
    Adds no note if a card on the page already explains this.
    """

    def run(self, root: etree.Element) -> None:
        kinds = {name for part in root.iter() for name in part.get("class", "").split()}
        if OWN not in kinds or "care__own" in kinds:
            return
        sheet = next((part for part in root if part.get("class") == "handout"), root)
        foot = next((place for place, part in enumerate(sheet) if part.get("class") in FOOT), len(sheet))
        sheet.insert(foot, context(self.md).templates.element(
            "own-note", cautions=relative(self.md, "about/our-cautions.md"), leaflet=sheet is not root))


class CapitalSigns(Treeprocessor):
    """Capitalises the first letter of a warning sign or fixed phrase that begins a sentence. Runs after inline patterns."""

    def run(self, root: etree.Element) -> None:
        for parent in root.iter():
            said = parent.text or ""
            for child in parent:
                first = not said.strip() and parent.tag in STARTS_SENTENCE
                if child.get("class") == DRAWN and child.text and (first or SENTENCE_ENDS.search(said)):
                    child.text = AtomicString(child.text[0].upper() + child.text[1:])
                said += "".join(child.itertext()) + (child.tail or "")
