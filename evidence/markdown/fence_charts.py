"""Blocks that draw numbers: effect charts, courses, icon arrays, treatments, scans; and drawings."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from markdown import Markdown
from markupsafe import Markup
from pydantic import Field

from evidence import FIGURES, charts
from evidence.claims import Slug
from evidence.effects import Count, Effect
from evidence.library import Library
from evidence.markdown.fence import Empty, Fault, Fence, none, unknown
from evidence.markdown.templates import decimals
from evidence.rows import Record


class EffectsFence(Record):
    """A chart of rows from effects.csv, with its question and answer."""

    question: str = Field(description="the question the chart answers")
    answer: str = Field(description="the answer in a sentence or two")
    rows: list[str] = Field(min_length=1, description="ids from effects.csv")


class CourseFence(EffectsFence):
    """How a difference changes over time: rows of one scale, each at one time. Trials are told apart."""


class IconsFence(Record):
    """An icon array: 100 small figures a group. Only sources that count people can be drawn so."""

    question: str = Field(description="the question the picture answers")
    answer: str = Field(description="the answer in a sentence")
    rows: list[str] = Field(min_length=1, max_length=3, description="ids from counts.csv, or finding-age from scans.csv")
    sources: list[str] = Field(default_factory=list, description="sources of the answer, besides those of the rows")


class FigureFence(Record):
    """A picture drawn for this site: docs/assets/figures/NAME.svg, set inline so that it follows the colours."""

    name: Slug = Field(description="the file's name without .svg")
    title: str = Field(description="what the picture is about, in a few words")
    caption: str = Field(description="the message, so that it stands without the picture")
    alt: str = Field(default="", description="what can be seen, where the picture's own description does not say it")
    sources: list[str] = Field(default_factory=list)


def effect_faults(options: EffectsFence, library: Library) -> Iterable[Fault]:
    """Rows must exist, be allowed by their notes, share one scale, and bring those they disagree with."""
    yield from unknown(options.rows, library.effects, "effects.csv")
    rows = [library.effects[name] for name in options.rows if name in library.effects]
    for row in rows:
        if reason := row.refusal():
            yield f'"{row.id}" may not be drawn: {reason}.', "Take it out of the chart."
        for partner in row.partners:
            if not any(r.source == partner and r.axis == row.axis for r in rows):
                yield (f'"{row.id}" and {partner} disagree, so one may not stand without the other.',
                       f"Add the row of {partner} to this chart.")
    if len({row.axis for row in rows}) > 1:
        scales = ", ".join(sorted({row.scale for row in rows}))
        yield f"These rows are on different scales ({scales}).", "Draw one chart for each scale."
    for row in rows:
        if row.axis not in charts.SCALES:
            yield f'The scale "{row.scale}" has no plain name yet.', "Add it to SCALES in evidence/charts.py."


def _effects(options: EffectsFence, library: Library, _md: Markdown) -> dict[str, Any]:
    rows = [library.effects[name] for name in options.rows]
    return effect_chart(rows, options.question, options.answer, library)


def effect_chart(rows: list[Effect], question: str, answer: str, library: Library) -> dict[str, Any]:
    """What the chart's template needs: axis, rows with places and words, and the line that matters.
    Rows of several sources on one comparison are told apart by the name of their source."""
    names = {row.source: charts.named(library.references[row.source], row) for row in rows}
    scale = charts.SCALES[rows[0].axis]
    important = charts.IMPORTANT.get(rows[0].axis)
    values = [v for r in rows for v in (r.effect, r.ci_low, r.ci_high)] + ([-important[0]] if important else [])
    axis = charts.axis(values)
    twins = Counter(pair for pair, _ in {((row.technique, row.comparator), row.source) for row in rows})
    drawn = [{
        "row": row, "people": charts.people(row), "outcome": charts.OUTCOMES.get(row.outcome, row.outcome),
        "named": names.get(row.source, "") if twins[row.technique, row.comparator] > 1 else "",
        "words": charts.in_words(row.effect, row.ci_low, row.ci_high, charts.scale_of(row),
                                 decimals(row.effect, row.ci_low, row.ci_high)),
        "at": axis.at(row.effect), "low": axis.at(row.ci_low), "high": axis.at(row.ci_high),
        "differs": not row.ci_low <= 0 <= row.ci_high,
    } for row in rows]
    return {"question": question, "answer": answer, "scale": scale, "axis": axis, "rows": drawn,
            "important": important, "favoured": charts.favoured(rows), "sources": list(dict.fromkeys(row.source for row in rows))}


def course_faults(options: CourseFence, library: Library) -> Iterable[Fault]:
    """As for an effect chart; besides, each row must have a time that can be placed on an axis."""
    yield from effect_faults(options, library)
    for name in options.rows:
        row = library.effects.get(name)
        if row and charts.weeks(row.time_point) is None:
            yield f'"{name}" has no single time ("{row.time_point}").', "Take it out of the chart."


MONTHS = (0, 3, 6, 9, 12)


def _course(options: CourseFence, library: Library, _md: Markdown) -> dict[str, Any]:
    """Places in per cent: time from left to right, the difference from top to bottom."""
    rows = sorted((library.effects[name] for name in options.rows), key=lambda row: charts.weeks(row.time_point) or 0)
    chart = effect_chart(rows, options.question, options.answer, library)
    last = max(charts.weeks(row.time_point) or 0 for row in rows)
    months = [(round(100 * month * charts.WEEKS["month"] / last, 2), month) for month in MONTHS]
    trials: dict[str, list[dict[str, Any]]] = {}
    for item in chart["rows"]:
        point = item | {"x": round(100 * (charts.weeks(item["row"].time_point) or 0) / last, 2),
                        "trial": f"trial of {library.references[item['row'].source].year}"}
        trials.setdefault(item["row"].source, []).append(point)
    return chart | {"trials": sorted(trials.values(), key=len, reverse=True), "comparator": charts.plain(rows[0].comparator),
                    "points": sorted((p for trial in trials.values() for p in trial), key=lambda p: p["x"]),
                    "months": [(place, month) for place, month in months if place <= 100.5]}


def counted(library: Library) -> dict[str, tuple[str, Count]]:
    """Whatever counts people, by id, with its data file: the counts, and the scans of people without pain."""
    scans = {scan.id: Count(id=scan.id, count=scan.percent, what=f"showed {scan.finding.lower()} on a scan",
                            who=f"people aged {scan.age} without back pain; estimate from a fitted curve",
                            source=scan.source) for scan in library.scans if scan.extrapolated != "yes"}
    return ({name: ("scans.csv", count) for name, count in scans.items()}
            | {name: ("counts.csv", count) for name, count in library.counts.items()})


def icons_faults(options: IconsFence, library: Library) -> Iterable[Fault]:
    """Rows and sources must be known. Nobody of an extrapolated age was looked at, so nobody is drawn."""
    known = counted(library)
    yield from unknown(options.rows, known, "counts.csv or scans.csv")
    yield from unknown(options.sources, library.references, "references.bib")
    if len({known[name][0] for name in options.rows if name in known}) > 1:
        yield "These rows stand in two data files.", "Draw a picture for each."


def _icons(options: IconsFence, library: Library, _md: Markdown) -> dict[str, Any]:
    known = counted(library)
    groups = [known[name][1] for name in options.rows]
    return {"icons": options, "groups": groups, "file": known[options.rows[0]][0],
            "sources": list(dict.fromkeys([*(group.source for group in groups), *options.sources]))}


LEAST_ALT = 40
"""Fewer letters than these do not say what can be seen."""


def figure_faults(options: FigureFence, library: Library) -> Iterable[Fault]:
    """The drawing must exist and its sources must be known."""
    if not (FIGURES / f"{options.name}.svg").is_file():
        known = ", ".join(sorted(path.stem for path in FIGURES.glob("*.svg")))
        yield f'There is no drawing "{options.name}".', f"Use one of: {known}."
    if options.alt and len(options.alt) < LEAST_ALT:
        yield f'The text alternative "{options.alt}" says too little.', "Say what can be seen, or leave it out."
    yield from unknown(options.sources, library.references, "references.bib")


def _figure(options: FigureFence, _library: Library, _md: Markdown) -> dict[str, Any]:
    drawing = etree.parse(FIGURES / f"{options.name}.svg").getroot()  # noqa: S314 (checked by checks/figures.py)
    for node in drawing.iter():
        node.tag = node.tag.removeprefix("{http://www.w3.org/2000/svg}")
    said = drawing.findtext("desc", "")
    for name in ("style", "title", "desc"):  # for the drawing alone; here a title would hang over it as a tooltip
        for node in drawing.findall(name):
            drawing.remove(node)
    for name in ("aria-labelledby", "width", "height"):
        drawing.attrib.pop(name, None)
    drawing.attrib.update({"role": "img", "aria-label": options.alt or said, "class": "figure__drawing", "focusable": "false"})
    return {"figure": options, "drawing": Markup(etree.tostring(drawing, encoding="unicode"))}


def _treatments(_options: Empty, library: Library, _md: Markdown) -> dict[str, Any]:
    groups: dict[str, list] = {}
    for row in library.treatments:
        groups.setdefault(row.comparator, []).append(row)
    values = [v for r in library.treatments for v in (r.effect, r.ci_low, r.ci_high) if v is not None]
    gains = sorted(round(-r.effect) for r in library.treatments if r.ci_high is not None and r.ci_high < 0)
    return {"groups": groups, "axis": charts.axis(values), "scale": charts.SCALES["MD 0-100"],
            "in_words": charts.in_words, "gains": gains,
            "unclear": all(r.ci_low is not None and r.ci_low <= 0 <= r.ci_high for r in groups.get("sham", ()))}


EXAMPLE_AGE = 50
"""The age at which the table of scans shows how it is read."""


def _scans(_options: Empty, library: Library, _md: Markdown) -> dict[str, Any]:
    by_finding = {name: list(rows) for name, rows in groupby(library.scans, key=lambda scan: scan.finding)}
    example = [scan for scan in library.scans if scan.age == EXAMPLE_AGE][:1]
    return {"findings": by_finding, "ages": sorted({scan.age for scan in library.scans}), "example": example,
            "words": {name: charts.FINDINGS[name] for name in by_finding if name in charts.FINDINGS}}


FENCES: dict[str, Fence] = {
    "effects": Fence("effects", EffectsFence, effect_faults, _effects),
    "course": Fence("course", CourseFence, course_faults, _course),
    "icons": Fence("icons", IconsFence, icons_faults, _icons),
    "figure": Fence("figure", FigureFence, figure_faults, _figure),
    "treatments": Fence("treatments", Empty, none, _treatments),
    "scans": Fence("scans", Empty, none, _scans),
}
