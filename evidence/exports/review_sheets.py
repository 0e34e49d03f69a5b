"""Writes a review sheet for each page: a form on which a health professional can review the page, on paper or on a screen.

A sheet is one printable HTML file. It lists everything to review, such as advice without a source, claims, warning signs, health
situations and example patients. An item has one or more points. Each point has a row of boxes to tick, and space to write.
Points that are only our own opinion come first. The first part has about ten points, for reviewers who have half an hour.

Sheets are made from the data and from the HTML of a page's main content, so that they include everything on the page. A sheet is
published as review.html in the page's folder. The navigation, the search, the sitemap and search engines do not list the sheets.
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from itertools import accumulate, groupby
from math import ceil
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from markupsafe import Markup, escape

from evidence.loading.dataset import load_dataset
from evidence.loading.patients import patients
from evidence.loading.rows import cached_read
from evidence.loading.settings import load_settings
from evidence.markdown.frame_parts import digest
from evidence.markdown.html_tree import classes, tree
from evidence.markdown.rendering import Templates, load_templates
from evidence.markdown.signs import SIGN
from evidence.markdown.stylesheet import packed
from evidence.model.claims import Certainty, Claim
from evidence.model.dataset import Dataset
from evidence.model.edition import Edition
from evidence.model.pages import Meta
from evidence.model.patients import Patient
from evidence.model.references import Reference
from evidence.model.reviews import SHEET
from evidence.model.safety_check import outcome
from evidence.model.signs import Level, Sign
from evidence.model.situations import Situation
from evidence.model.urls import path_of
from evidence.words import load_words

STYLE = Path(__file__).with_name("review_sheets.css")

FIXED = 12
"""Number of minutes that every review takes, however many points it has: for finding the sheet, reading its instructions and the
page, filling in who you are, and sending the sheet back. FIXED, LEAST and MOST are guesses; each sheet asks reviewers how long
the review took."""

LEAST, MOST = 0.9, 1.25
"""Minimum and maximum number of minutes per point, which is one row of tick boxes."""

ROUNDED = 5
"""Estimates are rounded up to a multiple of this many minutes."""

SITTING = 30
"""Number of minutes that a busy person can spare at one time."""

FIRST = 10
"""Number of points after which the first part of a sheet ends. To keep everything under a heading together, the part continues to
the next heading, unless that would take more than half an hour. It never ends inside a passage."""

FULL = int((SITTING - FIXED) // MOST)
"""Maximum number of points that a reviewer can judge in half an hour."""

SHORT = 8
"""Minimum number of words in a sentence that is judged separately. A shorter sentence is joined to the one before it."""

MAX_PATIENTS = 6
"""Maximum number of example patients on a sheet. `cases_of` chooses them, at all levels of urgency."""

MAX_OF_THE_CHECK = 16
"""Maximum number of example patients on the sheet of the safety check, which is mainly about patients."""

CHECK = "safety-check"
"""The block that shows all signs and situations. Reviewers judge these on the review sheets of the pages that list them."""

SIGNS, SITUATIONS = "back-pain/warning-signs.md", "massage/safety.md"
"""The page that lists all signs, and the page that lists all situations. Signs that are not our own cautions are judged only on
the review sheet of the first page."""

UNITS = {"p", "li", "dd", "tr", "figcaption", "caption"}
"""Elements that are judged as one unit."""

NAMES = {"dt", "summary", "h3"}
"""Elements that are headings or labels of what comes after them."""

LISTS = {"ul", "ol"}

STOP = re.compile(r"(?<=[.!?])[”’]?\s+(?=[“‘]?[A-Z0-9])")
"""Matches the space between two sentences."""

HEADING = "box__heading"
"""The class of headings that are not heading elements."""

CELLS = {"td", "th"}

INNER = {"ul", "ol", "dl", "table", "details"}
"""Elements whose content reviewers judge separately from the unit that contains them."""

APART = {"p", "span", "div", "li", "b"}
"""Elements after which a new word begins, even if there is no space."""

SILENT = {"svg", "script", "style"}
UNSAID = {"cite", "sr", "headerlink", "sign__own", "effects__ways", "axis", "figure__alone"}
"""Classes of elements whose content is not part of the text to judge."""

NOT_JUDGED = {"tools", "sources", "onpage", "status", "tabs", "sure", "paper-numbers", "handout__foot", "own-note", "care__calls",
              "care__sources", "care__own"}
"""Classes of elements that are not judged: parts that every page has, and parts that the sheet makes itself, from data."""

NO_ADVICE = {"box--next", "doors", "care", "needs-script", "more-help"}
"""Classes of elements whose text is not judged as our own advice, even if it has no source: links to other pages, cards drawn
from data, and the like."""

FROM_DATA = {"claim", "situations", "safety-check", "our-cautions", "clinician-questions", "ledger", "references"}
"""Data blocks that are not judged in the article: the sheet shows their rows itself, or they only repeat what is on other
pages."""

ROW = re.compile(r"^caution-")
"""Matches the prefix of the ids of rows on the page about our own cautions."""


@dataclass(frozen=True)
class Part:
    """A piece of text that has the same sources throughout, for example a table cell or a sentence.

    `keys` contains the keys of the sources. If `keys` is empty, the text is our own.
    """

    text: str
    keys: tuple[str, ...] = ()
    grades: tuple[Certainty, ...] = ()
    links: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """The wording of each link in this part, with its address as in the article."""


@dataclass(frozen=True)
class Point:
    """A passage that reviewers judge. `heading` is the heading above the passage, and `lead` is the line that introduces the
    passage.

    `claims` contains the claims that say the same as the passage. Each part of the passage has its own row of tick boxes, and
    each of these claims has one too.
    """

    parts: tuple[Part, ...]
    lead: str = ""
    claims: tuple[Claim, ...] = ()
    heading: str = field(default="", compare=False)
    caption: bool = field(default=False, compare=False)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of all sources in this passage, without duplicates."""
        return tuple(dict.fromkeys(key for part in self.parts for key in part.keys))

    @property
    def rows(self) -> int:
        """Return the number of rows of tick boxes for this passage."""
        return len(self.parts) + len(self.claims)


@dataclass(frozen=True)
class _Unit:
    element: etree.Element
    lead: str
    heading: str
    own: bool

    def point(self, advice: re.Pattern[str]) -> Point | None:
        parts = tuple(parts_of(self.element, advice))
        if not any(part.keys for part in parts) and not (self.own and self.advises(parts)):
            return None
        head = _cells(self.element)[0] if self.element.tag == "tr" else None
        lead = (words(head) if head is not None else self.lead).rstrip(":.")
        return Point(parts, lead, heading=self.heading.rstrip(":."), caption=self.element.tag == "figcaption")

    def advises(self, parts: tuple[Part, ...]) -> bool:
        """Return whether this element contains enough of our own text for reviewers to judge. The wording of warning signs does
        not count, because reviewers judge the signs separately.
        """
        said = " ".join(part.text for part in parts)
        drawn = [words(inner) for inner in self.element.iter() if inner.get("data-sign") and inner is not self.element]
        return bool(re.search(r"\w", said)) and (not drawn or _length(said) - _length(" ".join(drawn)) >= SHORT)


@dataclass(frozen=True)
class Case:
    """An example patient, and the level of urgency that the safety check gives for this patient."""

    patient: Patient
    ours: Level
    ticked: tuple[str, ...]

    @property
    def agreed(self) -> bool:
        """Return whether our level of urgency is in the range that is right for this patient. Software chose this range."""
        return self.patient.lowest.urgency <= self.ours.urgency <= self.patient.highest.urgency


@dataclass(frozen=True)
class Block:
    """All items of one kind in the first or the second part of a review sheet. `start` is the number of their first point."""

    kind: str
    items: tuple[Any, ...]
    start: int
    goes_on: bool = False


@dataclass(frozen=True)
class Sheet:
    """The content of a page's review sheet."""

    claims: tuple[Claim, ...]
    own: tuple[Point, ...]
    captions: tuple[Point, ...]
    points: tuple[Point, ...]
    signs: tuple[Sign, ...]
    situations: tuple[Situation, ...]
    cautions: tuple[Sign | Situation, ...]
    cases: tuple[Case, ...]
    touched: int
    elsewhere: int
    left_out: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...]
    said: dict[str, str]

    @cached_property
    def kinds(self) -> dict[str, tuple[Any, ...]]:
        """Return all items that reviewers judge, keyed by kind, in the order of the sheet."""
        return {"cautions": self.cautions, "own": self.own, "captions": self.captions, "points": self.points,
                "claims": self.claims, "signs": self.signs, "situations": self.situations, "patients": self.cases}

    def rows(self, item: object) -> int:
        """Return how many rows of tick boxes an item on the sheet needs. Passages and some warning signs need several rows. All
        other items need one row.
        """
        if isinstance(item, Point):
            return item.rows
        return len(self.judged(item)) + self.bracketed(item) if isinstance(item, Sign) else 1

    def judged(self, sign: Sign) -> list[str]:
        """Return a warning sign's wording on the page, split into the pieces that reviewers judge separately. A sign that is our
        own caution and joins two signs with "or" gives two pieces; every other sign gives one.
        """
        said = self.said.get(sign.id) or sign.text
        if not sign.caution or not sign.second:
            return [said]
        return re.split(rf"[,;]? or (?={re.escape(sign.second)}\b)", said, maxsplit=1)

    def bracketed(self, sign: Sign) -> bool:
        """Return whether the words in brackets after a warning sign have their own row of tick boxes."""
        return bool(sign.caution and sign.small and sign.id not in self.said)

    @cached_property
    def groups(self) -> list[tuple[tuple[str, str], list[int]]]:
        """Return ((kind, heading), numbers) for each group of items on the sheet. The numbers say how many rows of tick boxes
        each item has.
        """
        every = [((kind, getattr(item, "heading", "")), self.rows(item)) for kind, items in self.kinds.items() for item in items]
        return [(name, [rows for _, rows in some]) for name, some in groupby(every, key=lambda one: one[0])]

    @property
    def count(self) -> int:
        """Return how many points the sheet has. Each row of tick boxes counts as one point."""
        return sum(sum(rows) for _, rows in self.groups)

    @cached_property
    def first(self) -> int:
        """Return the number of points in the first part of the sheet. The number is close to `FIRST`."""
        last = 0
        for _, rows in self.groups:
            if last + sum(rows) > FULL:
                ends = [end for end in accumulate(rows, initial=last) if last < end <= FIRST]
                return max(ends, default=last or last + rows[0]) if last <= FIRST // 2 else last
            last += sum(rows)
            if last >= FIRST:
                break
        return last

    @property
    def parts(self) -> list[list[Block]]:
        """Return the two parts of the sheet, each as a list of blocks. If all points fit into the first part, return only that
        part.
        """
        made: list[list[Block]] = [[], []]
        number = 1
        for kind, items in self.kinds.items():
            starts = list(accumulate(map(self.rows, items), initial=number))
            now = sum(start <= self.first for start in starts[:-1])
            if items[:now]:
                made[0].append(Block(kind, items[:now], number))
            if items[now:]:
                made[1].append(Block(kind, items[now:], starts[now], goes_on=bool(now)))
            number = starts[-1]
        return [part for part in made if part]

    @property
    def minutes(self) -> tuple[int, int]:
        """Return the estimated time for the first part, as (minimum, maximum) in minutes."""
        least, most = (_rounded(FIXED + self.first * each) for each in (LEAST, MOST))
        return least, most

    @property
    def more(self) -> int:
        """Return the estimated maximum time for the second part, in minutes. The time `FIXED` is not counted here, because the
        property `minutes` already counts it for the first part.
        """
        return _rounded((self.count - self.first) * MOST)


def _rounded(minutes: float) -> int:
    return ceil(minutes / ROUNDED) * ROUNDED


def sheet(name: str, meta: Meta, article: str, dataset: Dataset, examples: Iterable[Patient],
          advice: re.Pattern[str]) -> Sheet:
    """Return the content of the review sheet for a page.

    Args:
        name: the page's file, for example massage/safety.md.
        meta: the page's front matter.
        article: the page's main content, as HTML.
        dataset: all data.
        examples: the example patients to choose from.
        advice: a pattern that matches sentences that give advice.
    """
    root = tree(article)
    said = passages(root, advice)
    cited = {key for point in said for key in point.keys}
    drawn = {element.get("id", "").removeprefix("claim-") for element in root.iterfind(".//*[@class]")
             if "claim" in classes(element)}
    claims = [claim for claim in dataset.claims.values() if claim.id in drawn or claim.id == meta.sure or claim.home == name
              or (meta.studies and claim.home == meta.studies and cited & set(claim.sources))]
    carded = set(listed(root))
    rows = rows_on(root, dataset, carded)
    here = rows_on(root, dataset, carded, but="situations")
    if name != SIGNS:
        here -= {sign.id for sign in dataset.signs.values() if not sign.caution}
    signs = [sign for sign in dataset.signs.values() if sign.id in here]
    situations = [row for row in dataset.situations.values() if row.id in here]
    most = MAX_PATIENTS
    if CHECK in blocks(root) and dataset.safety_check:
        rows |= {tick for screen in dataset.safety_check.screens for tick in screen.ticks}
        most = MAX_OF_THE_CHECK
    cases, touched = cases_of(rows, dataset, examples, most)
    rest, points = joined(claims, said)
    points = [replace(point, parts=tuple(replace(part, grades=grades(part.keys, (name, meta.studies), dataset))
                                         for part in point.parts)) for point in points]
    used = [claim.sources for claim in claims] + [list(point.keys) for point in points]
    listing: tuple[Sign | Situation, ...] = (*signs, *situations)
    used += [row.sources for row in listing if row.caution or row.id in carded]
    keys = dict.fromkeys(key for some in used for key in some)
    return Sheet(
        claims=tuple(rest), **ordered(points),
        signs=tuple(sign for sign in signs if sign.id in carded and not sign.caution),
        situations=tuple(row for row in situations if not row.caution),
        cautions=tuple(row for row in listing if row.caution),
        cases=tuple(cases), touched=touched, elsewhere=len(rows - here),
        left_out=tuple((row.what, row.why) for row in dataset.left_out if row.concerns(name)),
        references=tuple(dataset.references[key] for key in keys if key in dataset.references),
        said=dict(in_sentences(root)))


def ordered(points: list[Point]) -> dict[str, tuple[Point, ...]]:
    """Sort the passages of a page into three groups.

    - "captions": all captions that have no source.
    - "own": all passages under a heading if at least one part of them has no source. Headings come first if at least half of the
      parts under them have no source.
    - "points": all remaining passages. Every part of them has a source.
    """
    captions = tuple(replace(point, heading="") for point in points if point.caption and not point.keys)
    under: dict[str, list[Point]] = {}
    for point in points:
        if point.caption and not point.keys:
            continue
        under.setdefault(point.heading, []).append(point)
    mostly: list[Point] = []
    partly: list[Point] = []
    cited: list[Point] = []
    for some in under.values():
        parts = [part for point in some for part in point.parts]
        own = sum(not part.keys for part in parts)
        (cited if not own else mostly if 2 * own >= len(parts) else partly).extend(some)
    return {"own": (*mostly, *partly), "captions": captions, "points": tuple(cited)}


def passages(root: etree.Element, advice: re.Pattern[str]) -> list[Point]:
    """Return the passages on a page, in the order of the page and without duplicates.

    If a line ends in a colon and a list follows, this line becomes the `lead` of each item in the list.
    """
    units: list[_Unit] = []

    def walk(element: etree.Element, unit: _Unit | None, lead: str, heading: str, own: bool) -> None:
        if classes(element) & {*NOT_JUDGED, HEADING} or element.tag in SILENT or element.get("data-block") in FROM_DATA:
            return
        own = own and not (classes(element) & NO_ADVICE or element.get("data-sign"))
        if element.tag in UNITS and not (unit is not None and unit.element.tag == "tr"):
            unit, lead = _Unit(element, lead, heading, own), ""
            units.append(unit)
        intro = ""
        for child, after in zip(element, [*element[1:], None], strict=False):
            if child.tag in NAMES or HEADING in classes(child):
                lead = words(child)
            elif child.tag == "h2":
                lead, heading = "", words(child)
            listed_below = child.tag == "p" and after is not None and after.tag in LISTS
            if listed_below and words(child).endswith(":") and not any(keys_in(child)):
                intro = words(child)
                continue
            walk(child, unit, intro or lead, heading, own)
            intro = ""

    walk(root, None, "", "", True)
    return list(dict.fromkeys(point for unit in units if (point := unit.point(advice))))


def parts_of(element: etree.Element, advice: re.Pattern[str]) -> Iterator[Part]:
    """Split an element into pieces, and yield each piece as a `Part`. A paragraph or a list item is split after each citation.

    In a table row, each cell is a part. A citation also applies to the cells before it that have no citation. A citation in the
    row's header applies to all cells in the row.
    """
    if element.tag != "tr":
        yield from _parted(element, advice)
        return
    head, cells = _cells(element)
    shared = tuple(keys_in(head)) if head is not None else ()
    marked = [tuple(dict.fromkeys((*shared, *keys_in(cell)))) for cell in cells]
    for place, cell in enumerate(cells):
        if text := words(cell, whole=True):
            label = cell.get("data-label", "")
            yield Part(f"{label}: {text}" if label else text, next((keys for keys in marked[place:] if keys), ()),
                       links=tuple(links_in(cell)))


def _cells(row: etree.Element) -> tuple[etree.Element | None, list[etree.Element]]:
    """Return the header cell of a table row, and a list of the other cells. If all cells are headers, return None and an empty
    list.
    """
    cells = [cell for cell in row if cell.tag in CELLS]
    if not cells or all(cell.tag == "th" for cell in cells):
        return None, []
    head = cells[0] if cells[0].tag == "th" or len(cells) > 1 else None
    return head, [cell for cell in (cells[1:] if head is not None else cells) if cell.tag == "td"]


def _parted(element: etree.Element, advice: re.Pattern[str]) -> Iterator[Part]:
    texts: list[list[str]] = [[]]
    keys: list[dict[str, None]] = [{}]

    def walk(inner: etree.Element) -> None:
        if inner is not element and (inner.tag in INNER | SILENT or classes(inner) & UNSAID):
            if "cite" in classes(inner):
                keys[-1].update(dict.fromkeys(keys_in(inner)))
                texts.append([])
                keys.append({})
            return
        texts[-1].append(inner.text or "")
        for child in inner:
            walk(child)
            texts[-1].append(child.tail or "")
        if inner is not element and inner.tag in APART:
            texts[-1].append(" ")

    walk(element)
    links = tuple(links_in(element))
    made: list[Part] = []
    for text, some in zip(texts, keys, strict=True):
        stop, said = _split("".join(text))
        if made:
            made[-1] = replace(made[-1], text=made[-1].text + stop)
        if said:
            made.append(Part(said, tuple(some)))
        elif made and some:  # this citation follows another citation, so it belongs to the same part
            made[-1] = replace(made[-1], keys=tuple(dict.fromkeys((*made[-1].keys, *some))))
    for part in made:
        yield from (replace(one, links=tuple(link for link in links if link[0] in one.text)) if links else one
                    for one in _statements(part, advice))


def _statements(part: Part, advice: re.Pattern[str]) -> Iterator[Part]:
    """Split a `Part` into smaller parts. If the part has no source, each sentence becomes a part.

    If the part has a source, our own advice may come before the sentences that the source supports. So all sentences up to the
    last sentence with advice become parts without a source. The final sentence always keeps the source.
    """
    sentences = STOP.split(part.text)
    if not part.keys:
        yield from (Part(text) for text in _merged(sentences))
        return
    last = next((place for place in range(len(sentences) - 1, 0, -1) if advice.search(sentences[place - 1])), 0)
    yield from (Part(text) for text in _merged(sentences[:last]))
    yield replace(part, text=" ".join(sentences[last:]))


def _merged(sentences: list[str]) -> list[str]:
    """Join each short sentence to the sentence before it, and a short first sentence to the next sentence. Never split a
    quotation.
    """
    made: list[str] = []
    for sentence in sentences:
        if made and (_length(sentence) < SHORT or _length(made[-1]) < SHORT or made[-1].count("“") > made[-1].count("”")):
            made[-1] = f"{made[-1]} {sentence}"
        else:
            made.append(sentence)
    return made


def _length(text: str) -> int:
    return len(re.findall(r"\S*\w\S*", text))


def links_in(element: etree.Element) -> Iterator[tuple[str, str]]:
    """Yield (text, address) for each link in an element, except citations and links to the glossary."""
    for inner in element.iter("a"):
        link = inner.get("href", "")
        if link and not classes(inner) & {"headerlink", "footnote-ref"} and "glossary" not in link and (text := words(inner)):
            yield text, link


def _split(text: str) -> tuple[str, str]:
    """Split the text after a citation into two strings: the punctuation that ends the sentence, and the remaining text. The
    second string is empty if the remaining text contains no word.
    """
    tidied = _tidy(text)
    said = tidied.lstrip(".,;:?!”’)")
    return (tidied[:len(tidied) - len(said)], said.strip()) if re.search(r"\w", said) else (tidied, "")


def keys_in(element: etree.Element) -> Iterator[str]:
    """Yield the keys of the sources that an element cites."""
    for inner in element.iter():
        if "cite" in classes(inner):
            yield from (link.get("href", "").removeprefix("#fn:") for link in inner.iter("a"))


def words(element: etree.Element, *, whole: bool = False) -> str:
    """Return the text in an element, without citations. Leave out inner elements that reviewers judge separately, unless `whole`
    is true.
    """
    parts: list[str] = []

    def walk(inner: etree.Element) -> None:
        if inner is not element and (inner.tag in SILENT or (inner.tag in INNER and not whole) or classes(inner) & UNSAID):
            return
        parts.append(inner.text or "")
        for child in inner:
            walk(child)
            parts.append(child.tail or "")
        if inner is not element and inner.tag in APART:
            parts.append(" ")

    walk(element)
    return _tidy("".join(parts))


def _tidy(text: str) -> str:
    return re.sub(r" (?=[.,;:?!](?:\s|$))", "", " ".join(text.split()))


def joined(claims: Iterable[Claim], points: Iterable[Point]) -> tuple[list[Claim], list[Point]]:
    """Add each claim to the passage that states the same thing, so that reviewers do not have to judge the same statement twice.

    The passage must cite one of the claim's sources. Of several such passages, choose the passage that has the most words in
    common with the claim. Return the claims for which no passage was found, and all passages.
    """
    spoken = [(point, _content(" ".join((point.lead, *(part.text for part in point.parts))))) for point in points]
    behind: list[list[Claim]] = [[] for _ in spoken]
    rest: list[Claim] = []
    for claim in claims:
        ours = _content(f"{claim.people_say} {claim.we_say}")
        near = [(len(theirs & ours), -place) for place, (point, theirs) in enumerate(spoken) if {*point.keys} & {*claim.sources}]
        (behind[-max(near)[1]] if near else rest).append(claim)
    return rest, [replace(point, claims=tuple(some)) for (point, _), some in zip(spoken, behind, strict=True)]


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 3}


def grades(keys: Iterable[str], homes: Iterable[str], dataset: Dataset) -> tuple[Certainty, ...]:
    """Return the grades of certainty of all claims that cite one of the given sources, with the highest grade first. Consider
    only claims whose cards are on the pages in `homes`.
    """
    found = {claim.certainty for claim in dataset.claims.values() if claim.home in homes and set(keys) & set(claim.sources)}
    return tuple(sorted(found, key=lambda grade: -grade.dots))


def blocks(root: etree.Element) -> set[str]:
    """Return the names of the data blocks (code fences with data) in a page's main content."""
    return {element.get("data-block", "") for element in root.iter()}


def signs_in(element: etree.Element) -> Iterator[str]:
    """Yield the id of each warning sign, and of each fixed phrase about safety, that an element contains."""
    yield from (inner.get("data-sign", "") for inner in element.iter() if inner.get("data-sign"))


def listed(root: etree.Element) -> Iterator[str]:
    """Yield the ids of the warning signs and health situations that a page shows in lists, on cards or in table rows."""
    for element in root.iter():
        given, name = element.get("class", ""), element.get("id", "")
        if element.tag == "li" and (sign := element.get("data-sign")):
            yield sign
        if "care-line" in given and "care-line" in classes(element):
            yield from signs_in(element)
        if ("situation__card" in given and "situation__card" in classes(element)) or (name and ROW.match(name)):
            yield ROW.sub("", name)


def in_sentences(root: etree.Element) -> Iterator[tuple[str, str]]:
    """Yield (id, wording) for each warning sign that is part of a sentence."""
    for element in root.iter():
        if element.tag != "li" and (sign := element.get("data-sign")):
            yield sign, words(element)


def rows_on(root: etree.Element, dataset: Dataset, carded: set[str], but: str = "") -> set[str]:
    """Return the ids of all warning signs and health situations on a page. `carded` contains the ids that `listed` has
    already found; they are part of the result. `but` can name a data block to ignore.
    """
    apart = {inner for block in root.iter() if but and block.get("data-block") == but for inner in block.iter()}
    found = {*carded, *(element.get("data-sign", "") for element in root.iter() if element not in apart)}
    return found & (dataset.signs.keys() | dataset.situations.keys())


def cases_of(rows: set[str], dataset: Dataset, examples: Iterable[Patient],
             most: int = MAX_PATIENTS) -> tuple[list[Case], int]:
    """Choose example patients whose warning signs and health situations are all on the page. Return the chosen patients, and the
    number of all suitable patients.

    If possible, choose the same number of patients for each level of urgency. Reviewers then also see the least urgent patients,
    whom we might alarm needlessly. Within a level, prefer patients who ticked boxes that no other chosen
    patient ticked, and patients who mention a massage.
    """
    if not dataset.safety_check:
        return [], 0
    touching = [Case(patient, outcome(patient.ticked, (), dataset).level, tuple(named(sorted(patient.ticked), dataset)))
                for patient in examples if patient.ticked and patient.ticked <= rows]
    chosen: list[Case] = []
    left = set(rows)
    while len(chosen) < most and (open_ := [case for case in touching if case.patient.ticked & left]):
        best = max(open_, key=lambda case: (-sum(other.ours is case.ours for other in chosen), len(case.patient.ticked & left),
                                            "massage" in case.patient.words))
        chosen.append(best)
        left -= best.patient.ticked
    return chosen, len(touching)


def named(names: Iterable[str], dataset: Dataset) -> Iterator[str]:
    """For each id, yield the short wording of the warning sign or the name of the health situation."""
    for name in names:
        yield dataset.signs[name].short if name in dataset.signs else dataset.situations[name].name


def plain(text: str, dataset: Dataset) -> str:
    """Return a string from a data row as plain text. Citations are removed. The ids of warning signs and fixed phrases are
    replaced by their wording.
    """
    def drawn(mark: re.Match[str]) -> str:
        name = mark[1]
        return dataset.signs[name].short if name in dataset.signs else dataset.lines[name].text if name in dataset.lines else ""

    return re.sub(r"\s*\[@[^\]]*\]", "", re.sub(SIGN, drawn, text))


@dataclass(frozen=True)
class _Links:
    """Formats a page's links for a review sheet. Each link has a full address, because people send and print sheets. The target
    is shown in brackets.
    """

    name: str
    edition: Edition

    def linked(self, part: Part) -> Markup:
        """Return a part's text as HTML with links. The links open in a new tab, so that reviewers do not lose what they have
        typed.
        """
        made = escape(part.text)
        for text, link in part.links:
            full, shown = self.place(link)
            made = Markup(made.replace(escape(text), Markup(  # noqa: S704 (all values are escaped)
                '<a href="{}" target="_blank" rel="noopener">{}</a>{}').format(full, text, shown), 1))
        return made

    def place(self, link: str) -> tuple[str, str]:
        """Return the full address of a link, and a note in brackets that shows where the link goes. The note is empty if the link
        goes to the same page.
        """
        path, _, anchor = link.partition("#")
        here = self.edition.address_of(self.name)
        if path.endswith(".md"):
            file = posixpath.normpath(posixpath.join(posixpath.dirname(self.name), path))
            path = self.edition.address_of(file) or path_of(file)
        full = urljoin(here, path) if here else path
        if not path:
            return f"{here}#{anchor}", ""
        shown = full.removeprefix(self.edition.address) if self.edition.address else path
        outside = urlsplit(shown)
        return f"{full}#{anchor}" if anchor else full, f" (→ {outside.netloc or shown.strip('./') or '/'})"


def html(name: str, meta: Meta, article: str, edition: Edition, examples: Iterable[Patient] | None = None) -> str:
    """Return a page's review sheet as a complete HTML document, which needs no script and no other file."""
    dataset, site, said = load_dataset(edition), load_settings(edition), load_words(edition)
    made = sheet(name, meta, article, dataset, patients() if examples is None else examples, said.pattern("advice"))
    address = edition.address_of(name)
    given = urlencode({"template": "review.yml", "title": said.text("sheet", "name", title=meta.title), "page": address or name,
                       "version": meta.newest.isoformat()})
    links = _Links(name, edition)
    style = cached_read(_style, STYLE)
    others = {"signs": SIGNS, "situations": SITUATIONS}
    templates = load_templates(edition)
    return templates.render(
        "review-sheet", sheet=made, judge=partial(_boxes, templates), linked=links.linked, meta=meta, address=address, file=name,
        style=style, style_hash=digest(style),
        numbers={reference.key: count for count, reference in enumerate(made.references, 1)},
        plain=lambda text: plain(text, dataset), destinations=dataset.destinations,
        elsewhere={kind: f"{edition.address_of(page)}{SHEET}" if address else "" for kind, page in others.items()
                   if page != name},
        form=f"{site.repository}/issues/new?{given}" if site.repository else "",
        reviews=dataset.reviews_of(name, meta, edition.language)) + "\n"


@lru_cache(maxsize=2_048)
def _boxes(templates: Templates, number: int, kinds: tuple[str, ...] = ("right", "wrong", "unclear")) -> Markup:
    """Return the tick boxes for one point as HTML. The result is cached, because rendering the boxes again would double the time
    for a sheet.
    """
    return templates.macro("review-boxes", "judge")(number, kinds)


def _style(path: Path) -> str:
    return packed(path.read_text(encoding="utf-8"))


def write(site: Path, name: str, meta: Meta, article: str, edition: Edition) -> Path:
    """Write a page's review sheet into the page's folder in the built site, and return the sheet's path."""
    path = site / path_of(name) / SHEET
    path.write_text(html(name, meta, article, edition), encoding="utf-8")
    return path
