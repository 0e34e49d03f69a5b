"""Blocks that draw numbers: effect charts, courses, icon arrays, treatments, scans; and drawings."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable
from itertools import groupby
from typing import Any, Literal

from markdown import Markdown
from markupsafe import Markup
from pydantic import Field

from evidence import FIGURES, charts
from evidence.claims import Slug
from evidence.effects import Effect
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


class IconGroup(Record):
    """Some of 100 people."""

    count: int = Field(ge=0, le=100, description="how many of 100")
    of: Literal[100] = 100
    label: str = Field(description="what happened to them")
    who: str = Field(description="who they were")


class IconsFence(Record):
    """An icon array: 100 small figures a group."""

    question: str = Field(description="the question the picture answers")
    answer: str = Field(description="the answer in a sentence")
    groups: list[IconGroup] = Field(min_length=1, max_length=3)
    sources: list[str] = Field(min_length=1)


class FigureFence(Record):
    """A picture drawn for this site: docs/assets/figures/NAME.svg, set inline so that it follows the colours."""

    name: Slug = Field(description="the file's name without .svg")
    title: str = Field(description="what the picture is about, in a few words")
    caption: str = Field(description="the message, so that it stands without the picture")
    alt: str = Field(min_length=40, description="what can be seen, for those who cannot see it, 40 characters or more")
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
    return effect_chart(rows, options.question, options.answer)


def effect_chart(rows: list[Effect], question: str, answer: str) -> dict[str, Any]:
    """What the chart's template needs: axis, rows with places and words, and the line that matters."""
    scale = charts.SCALES[rows[0].axis]
    important = charts.IMPORTANT.get(rows[0].axis)
    values = [v for r in rows for v in (r.effect, r.ci_low, r.ci_high)] + ([-important[0]] if important else [])
    axis = charts.axis(values)
    drawn = [{
        "row": row, "people": charts.people(row),
        "words": charts.in_words(row.effect, row.ci_low, row.ci_high, scale,
                                 decimals(row.effect, row.ci_low, row.ci_high)),
        "at": axis.at(row.effect), "low": axis.at(row.ci_low), "high": axis.at(row.ci_high),
        "differs": not row.ci_low <= 0 <= row.ci_high,
    } for row in rows]
    return {"question": question, "answer": answer, "scale": scale, "axis": axis, "rows": drawn,
            "important": important, "sources": list(dict.fromkeys(row.source for row in rows))}


def course_faults(options: CourseFence, library: Library) -> Iterable[Fault]:
    """As for an effect chart; besides, each row must have a time that can be placed on an axis."""
    yield from effect_faults(options, library)
    for name in options.rows:
        row = library.effects.get(name)
        if row and charts.weeks(row.time_point) is None:
            yield f'"{name}" has no single time ("{row.time_point}").', "Take it out of the chart."


WIDTH, HEIGHT, LEFT, TOP = 340, 200, 34, 14
TIMES = ((0, "start"), (13, "3 months"), (26, "6 months"), (52, "12 months"))


def _course(options: CourseFence, library: Library, _md: Markdown) -> dict[str, Any]:
    rows = [library.effects[name] for name in options.rows]
    chart = effect_chart(rows, options.question, options.answer)
    first = rows[0].source
    last = max(charts.weeks(row.time_point) or 0 for row in rows)

    def x(time: float) -> float:
        return round(LEFT + (WIDTH - LEFT - 14) * time / last, 1)

    def y(percent: float) -> float:
        return round(TOP + HEIGHT * percent / 100, 1)

    points = [item | {"x": x(charts.weeks(item["row"].time_point) or 0), "y": y(item["at"]), "top": y(item["low"]),
                      "bottom": y(item["high"]), "other": item["row"].source != first} for item in chart["rows"]]
    trials: dict[str, list[dict[str, Any]]] = {}
    for point in points:
        trials.setdefault(point["row"].source, []).append(point)
    ticks = [(y(chart["axis"].at(tick)), tick) for tick in chart["axis"].ticks]
    return chart | {"points": points, "trials": list(trials.values()), "ticks": ticks, "start": LEFT, "end": WIDTH - 14,
                    "zero": y(chart["axis"].at(0)), "foot": TOP + HEIGHT,
                    "times": [(x(time), name) for time, name in TIMES if time <= last]}


def _icons(options: IconsFence, _library: Library, _md: Markdown) -> dict[str, Any]:
    return {"icons": options}


def figure_faults(options: FigureFence, library: Library) -> Iterable[Fault]:
    """The drawing must exist and its sources must be known."""
    if not (FIGURES / f"{options.name}.svg").is_file():
        known = ", ".join(sorted(path.stem for path in FIGURES.glob("*.svg")))
        yield f'There is no drawing "{options.name}".', f"Use one of: {known}."
    yield from unknown(options.sources, library.references, "references.bib")


def _figure(options: FigureFence, _library: Library, _md: Markdown) -> dict[str, Any]:
    drawing = etree.parse(FIGURES / f"{options.name}.svg").getroot()  # noqa: S314 (checked by checks/figures.py)
    for node in drawing.iter():
        node.tag = node.tag.removeprefix("{http://www.w3.org/2000/svg}")
    drawing.attrib.update({"role": "img", "aria-label": options.alt, "class": "figure__drawing", "focusable": "false"})
    return {"figure": options, "drawing": Markup(etree.tostring(drawing, encoding="unicode"))}


def _treatments(_options: Empty, library: Library, _md: Markdown) -> dict[str, Any]:
    groups: dict[str, list] = {}
    for row in library.treatments:
        groups.setdefault(row.comparator, []).append(row)
    values = [v for r in library.treatments for v in (r.effect, r.ci_low, r.ci_high) if v is not None]
    return {"groups": groups, "axis": charts.axis(values), "scale": charts.SCALES["MD 0-100"],
            "in_words": charts.in_words}


def _scans(_options: Empty, library: Library, _md: Markdown) -> dict[str, Any]:
    by_finding = {name: list(rows) for name, rows in groupby(library.scans, key=lambda scan: scan.finding)}
    return {"findings": by_finding, "ages": sorted({scan.age for scan in library.scans})}


FENCES: dict[str, Fence] = {
    "effects": Fence("effects", EffectsFence, effect_faults, _effects),
    "course": Fence("course", CourseFence, course_faults, _course),
    "icons": Fence("icons", IconsFence, lambda o, lib: unknown(o.sources, lib.references, "references.bib"), _icons),
    "figure": Fence("figure", FigureFence, figure_faults, _figure),
    "treatments": Fence("treatments", Empty, none, _treatments),
    "scans": Fence("scans", Empty, none, _scans),
}
