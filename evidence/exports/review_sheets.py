"""A sheet for each page, on which a health professional can review it, or a part of it, on paper or on a screen, without git.

A finished article and the data in, one printable HTML file out: every claim with its size, certainty and sources, every cited
sentence, our own cautions with the official level, example patients, what is left out on purpose; boxes to tick, room for words.
Made from the same article that readers get, so that nothing on the page escapes it. It stands beside the page as review.html:
not in the navigation, the search, the site map or llms.txt, and not for search engines.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from evidence.loading.dataset import load_dataset
from evidence.loading.patients import patients
from evidence.loading.settings import load_settings
from evidence.markdown.frame_parts import digest
from evidence.markdown.html_tree import tree
from evidence.markdown.rendering import load_templates
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

MINUTES_A_POINT = 2
"""Our guess, reading the page included, until reviewers have told us: each sheet asks how long it took."""

ROUNDED = 5
"""To how many minutes the guess is rounded up."""

HALF = 30 // MINUTES_A_POINT
"""Points that half an hour is enough for."""

MAX_PATIENTS = 6
"""Example patients on one sheet; those are chosen that touch most of its signs, from calm to urgent."""

MAX_OF_THE_CHECK = 16
"""The same on the sheet of the safety check, where patients are what there is to judge."""

CHECK = "safety-check"
"""The block that draws every sign and situation. They are judged on the sheets of the pages that list them."""

SIGNS, SITUATIONS = "back-pain/warning-signs.md", "massage/safety.md"
"""The pages that list all signs, and all situations. What is not our own caution among the signs is judged there alone."""

UNITS = {"p", "li", "dd", "tr", "figcaption", "caption"}
"""Elements that are judged as one."""

NAMES = {"dt", "summary", "h3"}
"""Elements that name what stands behind them."""

INNER = {"ul", "ol", "dl", "table", "details"}
"""What stands in a unit and is judged by itself."""

SILENT = {"svg", "script", "style"}
UNSAID = {"cite", "sr", "headerlink", "sign__own", "effects__ways", "axis"}
"""Classes of what is not part of the words."""

FRAME = {"tools", "sources", "onpage", "status", "tabs", "sure", "paper-numbers", "handout__foot", "own-note", "care__calls",
         "care__sources", "care__own"}
"""Classes of what every page has, and of what the sheet draws from data."""

FROM_DATA = {"claim", "situations", "safety-check", "our-cautions", "clinician-questions", "ledger", "references"}
"""Data blocks whose rows the sheet draws itself, or that only repeat what stands on other pages."""

ROW = re.compile(r"^caution-")
"""What stands before the id of a row on the page of our own cautions."""


@dataclass(frozen=True)
class Point:
    """A passage of the page that rests on sources."""

    text: str
    keys: tuple[str, ...]
    grades: tuple[Certainty, ...] = ()


@dataclass
class _Unit:
    element: etree.Element
    lead: str
    keys: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """An example patient, and what our lists say to what was ticked for them."""

    patient: Patient
    ours: Level
    ticked: tuple[str, ...]

    @property
    def agreed(self) -> bool:
        """Whether both readers of the label would accept our level."""
        return self.patient.lowest.urgency <= self.ours.urgency <= self.patient.highest.urgency


@dataclass(frozen=True)
class Sheet:
    """What stands on a sheet, without its frame."""

    claims: tuple[Claim, ...]
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

    @property
    def count(self) -> int:
        """How many things there are to judge."""
        return sum(map(len, (self.claims, self.points, self.signs, self.situations, self.cautions, self.cases)))

    @property
    def minutes(self) -> int:
        """About how long all of them take."""
        return -(-self.count * MINUTES_A_POINT // ROUNDED) * ROUNDED


def sheet(name: str, meta: Meta, article: str, dataset: Dataset, examples: Iterable[Patient]) -> Sheet:
    """What is on a page to be judged.

    Args:
        name: the page's file, as in massage/safety.md.
        meta: its front matter.
        article: its finished article, as HTML.
        dataset: all data.
        examples: the example patients.
    """
    root = tree(article)
    points = [Point(text, keys, grades(keys, (name, meta.studies), dataset)) for text, keys in passages(root)]
    cited = {key for point in points for key in point.keys}
    drawn = {element.get("id", "").removeprefix("claim-") for element in root.iter() if "claim" in classes(element)}
    claims = [claim for claim in dataset.claims.values() if claim.id in drawn or claim.id == meta.sure or claim.home == name
              or (meta.studies and claim.home == meta.studies and cited & set(claim.sources))]
    rows = rows_on(root, dataset)
    here = rows_on(root, dataset, but="situations")
    if name != SIGNS:
        here -= {sign.id for sign in dataset.signs.values() if not sign.caution}
    signs = [sign for sign in dataset.signs.values() if sign.id in here]
    situations = [row for row in dataset.situations.values() if row.id in here]
    carded = set(listed(root))
    most = MAX_PATIENTS
    if CHECK in blocks(root) and dataset.safety_check:
        rows |= {tick for screen in dataset.safety_check.screens for tick in screen.ticks}
        most = MAX_OF_THE_CHECK
    cases, touched = cases_of(rows, dataset, examples, most)
    used = [claim.sources for claim in claims] + [list(point.keys) for point in points]
    listing: tuple[Sign | Situation, ...] = (*signs, *situations)
    used += [row.sources for row in listing if row.caution or row.id in carded]
    keys = dict.fromkeys(key for some in used for key in some)
    return Sheet(
        claims=tuple(claims), points=tuple(points),
        signs=tuple(sign for sign in signs if sign.id in carded and not sign.caution),
        situations=tuple(row for row in situations if not row.caution),
        cautions=tuple(row for row in listing if row.caution),
        cases=tuple(cases), touched=touched, elsewhere=len(rows - here),
        left_out=tuple((row.what, row.why) for row in dataset.left_out if row.concerns(name)),
        references=tuple(dataset.references[key] for key in keys if key in dataset.references),
        said=dict(in_sentences(root)))


def classes(element: etree.Element) -> set[str]:
    """The classes of an element."""
    return set(element.get("class", "").split())


def passages(root: etree.Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each passage with a source of its own, in order: its words, and the keys of its sources."""
    units: list[_Unit] = []

    def walk(element: etree.Element, unit: _Unit | None, lead: str) -> None:
        if classes(element) & FRAME or element.tag in SILENT or element.get("data-block") in FROM_DATA:
            return
        if element.tag in UNITS and not (element.tag != "tr" and unit is not None and unit.element.tag == "tr"):
            unit, lead = _Unit(element, lead), ""
            units.append(unit)
        if "cite" in classes(element) and unit is not None:
            unit.keys |= dict.fromkeys(link.get("href", "").removeprefix("#fn:") for link in element.iter("a"))
        for child in element:
            if child.tag in NAMES:
                lead = words(child)
            elif child.tag == "h2":
                lead = ""
            walk(child, unit, lead)

    walk(root, None, "")
    for unit in units:
        if unit.keys:
            text = words(unit.element)
            yield (f"{unit.lead.rstrip(':?.')}: {text}" if unit.lead else text), tuple(unit.keys)


def words(element: etree.Element) -> str:
    """The running words of one unit, without marks of sources and without what is judged by itself; cells parted by a stroke."""
    parts: list[str] = []

    def walk(inner: etree.Element) -> None:
        if inner is not element and (inner.tag in INNER | SILENT or classes(inner) & UNSAID):
            return
        parts.append(inner.text or "")
        for child in inner:
            if child.tag in ("td", "th") and "".join(parts).strip():
                parts.append(" | ")
            walk(child)
            parts.append(child.tail or "")
        if inner is not element and inner.tag in ("p", "span", "div"):
            parts.append(" ")

    walk(element)
    return re.sub(r" ([.,;:?!])(?=\s|$)", r"\1", " ".join("".join(parts).split()))


def grades(keys: Iterable[str], homes: Iterable[str], dataset: Dataset) -> tuple[Certainty, ...]:
    """The grades of the claims of these pages that rest on a source, the surest first."""
    found = {claim.certainty for claim in dataset.claims.values() if claim.home in homes and set(keys) & set(claim.sources)}
    return tuple(sorted(found, key=lambda grade: -grade.dots))


def blocks(root: etree.Element) -> set[str]:
    """The data blocks of an article."""
    return {element.get("data-block", "") for element in root.iter()}


def signs_in(element: etree.Element) -> Iterator[str]:
    """Ids of the signs and lines that are drawn in an element."""
    yield from (inner.get("data-sign", "") for inner in element.iter() if inner.get("data-sign"))


def listed(root: etree.Element) -> Iterator[str]:
    """Ids of the signs and situations that stand in a list of their own: on cards, in rows."""
    for element in root.iter():
        if element.tag == "li" and (sign := element.get("data-sign")):
            yield sign
        if "care-line" in classes(element):
            yield from signs_in(element)
        if "situation__card" in classes(element) or ROW.match(element.get("id", "")):
            yield ROW.sub("", element.get("id", ""))


def in_sentences(root: etree.Element) -> Iterator[tuple[str, str]]:
    """Ids of the signs that stand in a sentence, each with the page's own, shorter words for it."""
    for element in root.iter():
        if element.tag != "li" and (sign := element.get("data-sign")):
            yield sign, words(element)


def rows_on(root: etree.Element, dataset: Dataset, but: str = "") -> set[str]:
    """Ids of the signs and situations on a page, in a list or in a sentence, without those in the sentences of one block."""
    found = set(listed(root))

    def walk(element: etree.Element) -> None:
        if not but or element.get("data-block") != but:
            found.add(element.get("data-sign", ""))
            for child in element:
                walk(child)

    walk(root)
    return found & (dataset.signs.keys() | dataset.situations.keys())


def cases_of(rows: set[str], dataset: Dataset, examples: Iterable[Patient],
             most: int = MAX_PATIENTS) -> tuple[list[Case], int]:
    """A few example patients who tick only what stands on the page, and how many there are.

    Of each level of ours as many as of the others, where there are as many, so that a reviewer sees also where we might alarm too
    much; then those that touch most of the page, and of these whoever speaks of a massage.
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
    """The words of what was ticked."""
    for name in names:
        yield dataset.signs[name].short if name in dataset.signs else dataset.situations[name].name


def plain(text: str, dataset: Dataset) -> str:
    """A text of a data row with its signs and lines written out, and without marks of sources."""
    def drawn(mark: re.Match[str]) -> str:
        name = mark[1]
        return dataset.signs[name].short if name in dataset.signs else dataset.lines[name].text if name in dataset.lines else ""

    return re.sub(r"\s*\[@[^\]]*\]", "", re.sub(SIGN, drawn, text))


def html(name: str, meta: Meta, article: str, edition: Edition, examples: Iterable[Patient] | None = None) -> str:
    """The sheet of a page, a whole document that stands alone: no script, and no other file."""
    dataset, site, said = load_dataset(edition), load_settings(edition), load_words(edition)
    made = sheet(name, meta, article, dataset, patients() if examples is None else examples)
    address = edition.address_of(name)
    given = urlencode({"template": "review.yml", "title": said.text("sheet", "name", title=meta.title), "page": address or name,
                       "version": meta.newest.isoformat()})
    style = packed(STYLE.read_text(encoding="utf-8"))
    others = {"signs": SIGNS, "situations": SITUATIONS}
    return load_templates(edition).render(
        "review-sheet", sheet=made, half=HALF, meta=meta, address=address, file=name, style=style, style_hash=digest(style),
        numbers={reference.key: count for count, reference in enumerate(made.references, 1)},
        plain=lambda text: plain(text, dataset), destinations=dataset.destinations,
        nearest=dataset.nearest(said["calls"]["nearest"]),
        elsewhere={kind: f"{edition.address_of(page)}{SHEET}" if address else "" for kind, page in others.items()
                   if page != name},
        form=f"{site.repository}/issues/new?{given}" if site.repository else "",
        reviews=dataset.reviews_of(name, meta, edition.language)) + "\n"


def write(site: Path, name: str, meta: Meta, article: str, edition: Edition) -> Path:
    """Writes the sheet of a page beside it in the built site."""
    path = site / path_of(name) / SHEET
    path.write_text(html(name, meta, article, edition), encoding="utf-8")
    return path
