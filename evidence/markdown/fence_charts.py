"""Blocks that show numbers as graphics (effect charts, courses, icon arrays, treatments, scans), and blocks with pictures."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterable
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from markdown import Markdown
from markupsafe import Markup
from pydantic import Field

from evidence.markdown import charts
from evidence.markdown.context import context
from evidence.markdown.fence import Empty, Fault, Fence, none, unknown
from evidence.markdown.rendering import decimals
from evidence.model.claims import Slug
from evidence.model.dataset import Dataset
from evidence.model.effects import Count, Effect, Interval, Treatment
from evidence.model.palette import colour
from evidence.model.record import Record
from evidence.words import Words


class EffectsFence(Record):
    """A chart of rows from effects.csv, with its question and answer."""

    question: str = Field(description="the question that the chart answers")
    answer: str = Field(description="the answer in a sentence or two")
    rows: list[str] = Field(min_length=1, description="ids from effects.csv")


TILES = (
    "M9 3v8l-4.5 4.5a2.8 2.8 0 0 0 4 4L15 13V3zM9 6.5h6",
    "M3 20h4v-4h4v-4h4V8h5v12z",
    "M5 3v9M5 12h8M5 12v8M13 12v8M18 16V6M15 9l3-3M18 6l3 3",
    "M3 6v13M3 15h18M21 15v4M21 15v-2a3 3 0 0 0-3-3H9v5zM6 10.5v.1",
    "M13 3.6a.9.9 0 1 0 .1 0M13 8l-3 5M10 13l3 3M13 16l1 5M10 13l-2 8M13 8l4 4",
    "M12 3.6a.9.9 0 1 0 .1 0M12 8v7M9 21l3-6M12 15l3 6M8 11h8",
    "M19 14A8 8 0 1 1 10 5a6.5 6.5 0 0 0 9 9z",
    "M4 8h16v12H4zM4 12h16M10 12v3h4v-3",
    "M5 8h14l1 12H4zM9 8V6a3 3 0 0 1 6 0v2",
    "M8 4 3 7l2 4 2-1v10h10V10l2 1 2-4-5-3a4 4 0 0 1-8 0z",
    "M3 17v-4l2.4-5.6A2 2 0 0 1 7.2 6h9.6a2 2 0 0 1 1.8 1.4L21 13v4zM3.4 12h17.2M6 17v2.5M18 17v2.5M7 14.5v.1M17 14.5v.1",
    "M19 4l-8 8M8 10l6 6-5 4H4v-5z",
    "M7 3v7a2 2 0 0 0 4 0V3M9 12v9M17 3c-2 3-2 6 0 8v10",
    "M12 3a9 9 0 1 0 .1 0M9 10v.1M15 10v.1M8.5 15c2 1.8 5 1.8 7 0",
    "M6 21V3h11v18M4 21h16M14 12v.1",
    "M7 3v10M7 13h9M7 13v8M16 13v8M7 17h9",
    "M5 9h11v7a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 11h2a2 2 0 0 1 0 5h-2M8.5 6V3.5M12.5 6V3.5",
    "M3 12h18v3a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4zM6 12V5M6 5a2 2 0 0 1 4 0",
    "M3 8v10h18c0-3-2-4-5-4.6L11 12 8 8c-1.5 1.4-3.5 1.4-5 0zM3 15.4h16",
    "M6 13a4 4 0 1 0 .1 0M18 13a4 4 0 1 0 .1 0M6 17l3.5-8M9.5 9H15M15 9l3 8M9.5 9l3 8M12.5 17L15 9M8 9h3M15 9V6M15 6h2.5",
    "M4 21V9l8-6 8 6v12zM9 21v-7h6v7",
    "M12 21v-9M12 12c0-4-3-6-7-6 0 4 3 6 7 6zM12 14c0-3 2-5 6-5 0 3-2 5-6 5z",
    "M4 9h16l-2 11H6zM8 9l3-5M16 9l-3-5M10 13v4M14 13v4",
    "M5 17V6a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v11zM5 11h14M8 20v-3M16 20v-3M8 14v.1M16 14v.1",
)
"""The icons of 24 everyday things, as SVG paths on a grid of 24 by 24. We chose the things; they are not those in the
questionnaire."""
TINTS = tuple(colour(name) for name in ("sage", "rust", "sand", "rose"))
"""The colours of the icons, in turn: those of the pictures."""
TICK = "M5 12.5l5 5M10 17.5L19.5 7"
"""The small tick in the corner of the last tiles. Their icons stay, so that all 24 things are seen."""


class CourseFence(EffectsFence):
    """A chart of how a difference changes over time: rows on one scale, each for one time. Each trial is drawn separately."""


class IconsFence(Record):
    """An icon array: 100 small figures per group of people. Only results that count people can be shown in this way."""

    question: str = Field(description="the question that the picture answers")
    answer: str = Field(description="the answer in a sentence")
    rows: list[str] = Field(min_length=1, max_length=3, description="ids from counts.csv; for a row of scans.csv, its finding, "
                                                                    "a hyphen and its age")
    sources: list[str] = Field(default_factory=list, description="sources of the answer, in addition to the sources of the rows")


class Week(Record):
    """One bar below the 24 icons, which shows how much of the benefit remains at one time."""

    when: str = Field(description="the time of the bar, for example By 3 months")
    what: str = Field(description="how much of the benefit is left at that time, in a few words")
    left: Literal["all", "some", "gone"] = Field(description="all, some (hatched: how much is not known) or gone")


class PictureFence(Record):
    """A picture without text, such as the one on the home page. The description inside the drawing says what can be seen."""

    name: Slug = Field(description="the file's name without .svg")


class EverydayFence(Record):
    """24 everyday things, some of which become easier. Their number comes from rows of effects.csv, on a scale of 23 or 24
    things."""

    title: str = Field(description="the message, in a few words")
    caption: str = Field(description="what was counted, in whom and compared with what; must be complete without the picture")
    rows: list[str] = Field(min_length=1, description="ids of rows of effects.csv that are on the scale RDQ")
    weeks: list[Week] = Field(default_factory=list, max_length=3, description="how the benefit fades: bars, each with when, "
                                                                              "what and left")


class FigureFence(Record):
    """A picture drawn for this site: docs/assets/figures/NAME.svg, placed inline so that it follows the colour scheme."""

    name: Slug = Field(description="the file's name without .svg")
    title: str = Field(description="what the picture is about, in a few words")
    caption: str = Field(description="the message, which must be complete without the picture")
    alt: str = Field(default="", description="what can be seen, if the picture's own description does not say it")
    sources: list[str] = Field(default_factory=list)


def effect_faults(options: EffectsFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield a fault for each row that does not exist or may not be drawn, and for each row that is drawn without the row that
    disagrees with it. All rows must be on one scale, which must have a plain name."""
    yield from unknown(options.rows, dataset.effects, "effects.csv")
    rows = [dataset.effects[name] for name in options.rows if name in dataset.effects]
    for row in rows:
        if reason := row.refusal():
            yield f'"{row.id}" must not be drawn: {reason}.', "Remove it from the chart."
        if (partner := row.beside) and not any(r.source == partner and r.axis == row.axis for r in rows):
            yield (f'"{row.id}" is shown without the row from "{partner}", a source that disagrees with it.',
                   f'Add the row from "{partner}" to this chart.')
    if len({row.axis for row in rows}) > 1:
        scales = ", ".join(sorted({row.scale for row in rows}))
        yield f"These rows are on different scales ({scales}).", "Draw one chart for each scale."
    for row in rows:
        if row.axis not in dataset.scales:
            yield (f'The scale "{row.scale}" has no plain name yet.',
                   f'Add "{row.axis}" to docs/data/scales.yml, with its name and its unit.')


def _effects(options: EffectsFence, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    rows = [dataset.effects[name] for name in options.rows]
    return effect_chart(rows, options, dataset, context(md).words)


def effect_chart(rows: list[Effect], options: EffectsFence, dataset: Dataset, words: Words) -> dict[str, Any]:
    """Return the values for the chart's template: the axis, the smallest difference that matters, and the rows with their
    positions and words.

    If several sources made the same comparison, their rows also show the name of the source.
    """
    names = {row.source: charts.named(dataset.references[row.source], row, words) for row in rows}
    scale = dataset.scales[rows[0].axis]
    important = scale.important and (scale.important, scale.source)
    placed = [(row, confirmed(row)) for row in rows]
    axis = charts.axis([value for _, interval in placed for value in interval] + ([-important[0]] if important else []))
    twins = Counter(pair for pair, _ in {((row.technique, row.comparator), row.source) for row in rows})
    outcomes = dataset.plain_of("outcome")
    drawn = [{
        "row": row, "people": charts.people(row, words), "outcome": outcomes.get(row.outcome, row.outcome),
        "named": names.get(row.source, "") if twins[row.technique, row.comparator] > 1 else "",
        "words": charts.in_words(*interval, dataset.scale_of(row), decimals(*interval), words),
        "at": axis.at(interval.effect), "low": axis.at(interval.low), "high": axis.at(interval.high),
        "differs": not interval.low <= 0 <= interval.high,
    } for row, interval in placed]
    return {"question": options.question, "answer": options.answer, "scale": scale, "axis": axis, "rows": drawn,
            "important": important, "favoured": charts.favoured(rows, dataset.plain, words), "plain": dataset.plain,
            "sources": list(dict.fromkeys(row.source for row in rows))}


def confirmed(row: Effect) -> Interval:
    """Return the effect of a row that is drawn, with its interval. `effect_faults` has made sure that all three numbers are
    there.

    Raises:
        ValueError: a number is missing.
    """
    if row.interval is None:
        raise ValueError(f'the number or the interval of "{row.id}" is not confirmed')
    return row.interval


def everyday_faults(options: EverydayFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield the faults of an effect chart, and one for each row that is not on the RDQ scale or whose effect is smaller than one
    thing.
    """
    yield from effect_faults(EffectsFence(question="", answer="", rows=options.rows), dataset)
    for name in options.rows:
        row = dataset.effects.get(name)
        if row and not row.scale.startswith("RDQ"):
            yield f'"{name}" does not count everyday things (its scale is {row.scale}).', "Use rows on the scale RDQ."
        elif row and row.effect is not None and row.effect > -1:
            yield f'"{name}" shows a difference of less than one everyday thing.', "Remove it: the picture cannot show it."


def _everyday(options: EverydayFence, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    """Tick one tile for each thing that becomes easier according to the smallest effect, and hatch the tiles that larger effects
    add."""
    sizes = [round(-confirmed(dataset.effects[name]).effect) for name in options.rows]
    whole, most = min(sizes), max(sizes)
    words = context(md).words
    alt = words.text("everyday", "alt_range" if most > whole else "alt", whole=whole, most=most)
    tiles = list(zip(TILES, [*[""] * (len(TILES) - most), *["eased"] * whole, *["maybe"] * (most - whole)], strict=True))
    key = [("eased", words.text("everyday", "key", whole=whole)),
           ("maybe", words.text("everyday", "key_range"))] if most > whole else []
    return {"title": options.title, "caption": options.caption, "tiles": tiles, "tick": TICK, "tints": TINTS, "alt": alt,
            "key": key, "weeks": options.weeks,
            "sources": list(dict.fromkeys(dataset.effects[name].source for name in options.rows))}


def course_faults(options: CourseFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield the faults of an effect chart, and one for each row without a single time, which has no position on the time axis."""
    yield from effect_faults(options, dataset)
    for name in options.rows:
        row = dataset.effects.get(name)
        if row and charts.weeks(row.time_point) is None:
            yield f'"{name}" has no position on the time axis, because "{row.time_point}" is not a single time.', (
                "Remove it from the chart.")


MONTHS = (0, 3, 6, 9, 12)


def _course(options: CourseFence, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    """Compute positions as percentages: time runs from left to right, the difference from top to bottom."""
    rows = sorted((dataset.effects[name] for name in options.rows), key=lambda row: charts.weeks(row.time_point) or 0)
    words = context(md).words
    chart = effect_chart(rows, options, dataset, words)
    last = max(charts.weeks(row.time_point) or 0 for row in rows)
    months = [(round(100 * month * charts.WEEKS["month"] / last, 2), month) for month in MONTHS]
    trials: dict[str, list[dict[str, Any]]] = {}
    for item in chart["rows"]:
        point = item | {"x": round(100 * (charts.weeks(item["row"].time_point) or 0) / last, 2),
                        "trial": words.text("course", "trial", year=dataset.references[item["row"].source].year)}
        trials.setdefault(item["row"].source, []).append(point)
    return chart | {"trials": sorted(trials.values(), key=len, reverse=True), "comparator": dataset.plain(rows[0].comparator),
                    "points": sorted((p for trial in trials.values() for p in trial), key=lambda p: p["x"]),
                    "months": [(place, month) for place, month in months if place <= 100.5]}


def counted(dataset: Dataset) -> dict[str, str]:
    """Return the file of each row that counts people, keyed by the row's id: counts.csv, or scans.csv for scans of people without
    pain.
    """
    return ({scan.id: "scans.csv" for scan in dataset.scans if scan.extrapolated != "yes"}
            | dict.fromkeys(dataset.counts, "counts.csv"))


def count_of(name: str, dataset: Dataset, words: Words) -> Count:
    """Return the row with this id, from counts.csv or scans.csv, as a count."""
    if name in dataset.counts:
        return dataset.counts[name]
    scan = next(scan for scan in dataset.scans if scan.id == name)
    return Count(id=scan.id, count=scan.percent, what=words.text("icons", "scan", finding=scan.finding.lower()),
                 who=words.text("icons", "scanned", age=scan.age), source=scan.source)


def icons_faults(options: IconsFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield a fault for each unknown row or source, and for rows from two files. Extrapolated rows count as unknown, because
    nobody of that age was examined.
    """
    known = counted(dataset)
    yield from unknown(options.rows, known, "counts.csv or scans.csv")
    yield from unknown(options.sources, dataset.references, "references.bib")
    if len({known[name] for name in options.rows if name in known}) > 1:
        yield "These rows are from two data files.", "Draw one picture for each file."


def _icons(options: IconsFence, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    groups = [count_of(name, dataset, context(md).words) for name in options.rows]
    return {"icons": options, "groups": groups, "file": counted(dataset)[options.rows[0]],
            "sources": list(dict.fromkeys([*(group.source for group in groups), *options.sources]))}


LEAST_ALT = 40
"""Minimum number of characters in a text alternative. A shorter one does not say what can be seen."""


def picture_faults(options: PictureFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield a fault if the drawing does not exist."""
    return figure_faults(FigureFence(name=options.name, title="", caption=""), dataset)


def figure_faults(options: FigureFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield a fault if the drawing does not exist or its text alternative is too short, and one for each unknown source."""
    if not (dataset.figures / f"{options.name}.svg").is_file():
        known = ", ".join(sorted(path.stem for path in dataset.figures.glob("*.svg")))
        yield f'There is no drawing "{options.name}".', f"Use one of: {known}."
    if options.alt and len(options.alt) < LEAST_ALT:
        yield f'The text alternative "{options.alt}" says too little.', "Describe what can be seen, or remove it."
    yield from unknown(options.sources, dataset.references, "references.bib")


def _figure(options: FigureFence, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    return {"figure": options, "drawing": drawn(dataset.figures / f"{options.name}.svg", options.alt)}


def _picture(options: PictureFence, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    return {"drawing": drawn(dataset.figures / f"{options.name}.svg")}


def drawn(path: Path, alt: str = "") -> Markup:
    """Return a drawing to embed in a page, without the parts that it needs only as a separate file, such as its own colours."""
    drawing = etree.parse(path).getroot()  # noqa: S314 (checked by checks/figures.py)
    for node in drawing.iter():
        node.tag = node.tag.removeprefix("{http://www.w3.org/2000/svg}")
    said = drawing.findtext("desc", "")
    for part in ("style", "title", "desc"):  # needed only in a separate file; in a page, the title would become a tooltip
        for node in drawing.findall(part):
            drawing.remove(node)
    for part in ("aria-labelledby", "width", "height"):
        drawing.attrib.pop(part, None)
    drawing.attrib.update({"role": "img", "aria-label": alt or said, "class": "figure__drawing", "focusable": "false"})
    return Markup(etree.tostring(drawing, encoding="unicode").replace(">\n<", "><"))  # noqa: S704 (checked by checks/figures.py)


def _treatments(_options: Empty, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    groups: dict[str, list[Treatment]] = {}
    for row in dataset.treatments:
        groups.setdefault(row.comparator, []).append(row)
    values = [v for r in dataset.treatments for v in (r.effect, r.ci_low, r.ci_high) if v is not None]
    gains = sorted(round(-row.interval.effect) for row in dataset.treatments if row.interval and row.interval.high < 0)
    return {"groups": groups, "axis": charts.axis(values), "scale": dataset.scales["MD 0-100"], "plain": dataset.plain,
            "in_words": partial(charts.in_words, words=context(md).words), "gains": gains,
            "unclear": all(row.interval and row.interval.low <= 0 <= row.interval.high for row in groups.get("sham", ()))}


EXAMPLE_AGE = 50
"""The age used in the example that explains how to read the table of scans."""


def _scans(_options: Empty, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    by_finding = {name: list(rows) for name, rows in groupby(dataset.scans, key=lambda scan: scan.finding)}
    example = [scan for scan in dataset.scans if scan.age == EXAMPLE_AGE][:1]
    return {"findings": by_finding, "ages": sorted({scan.age for scan in dataset.scans}), "example": example,
            "meanings": {name: said for name in by_finding if (said := dataset.plain_of("finding").get(name))}}


FENCES: dict[str, Fence] = {
    "picture": Fence("picture", PictureFence, picture_faults, _picture),
    "everyday": Fence("everyday", EverydayFence, everyday_faults, _everyday),
    "effects": Fence("effects", EffectsFence, effect_faults, _effects),
    "course": Fence("course", CourseFence, course_faults, _course),
    "icons": Fence("icons", IconsFence, icons_faults, _icons),
    "figure": Fence("figure", FigureFence, figure_faults, _figure),
    "treatments": Fence("treatments", Empty, none, _treatments),
    "scans": Fence("scans", Empty, none, _scans),
}
