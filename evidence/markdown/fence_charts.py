"""Renders data blocks (code fences with YAML) that show charts, icon arrays and pictures."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from markdown import Markdown
from markupsafe import Markup
from pydantic import Field

from evidence.loading import text_files
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
    """Options for a chart of rows from effects.csv. A question and its answer are above the chart."""

    question: str = Field(description="the question that the chart answers")
    answer: str = Field(description="the answer in a sentence or two")
    rows: list[str] = Field(min_length=1, description="ids from effects.csv")


TILES: tuple[tuple[tuple[str, str], ...], ...] = (
    (("sage", "M8.5 3H16v9.4L10 20a3.6 3.6 0 0 1-5.4-4.6L8.5 11z"), ("leaf", "M8.5 3H16v3H8.5z")),
    (
        ("rust", "M3 21v-4.4h4.5v-4.4H12V7.8h4.5V3.4H21V21z"),
        ("rust2", "M3 16.6h4.5V18H3zM7.5 12.2H12v1.4H7.5zM12 7.8h4.5v1.4H12zM16.5 3.4H21v1.4h-4.5z"),
    ),
    (("wood", "M4.5 3h2.3v9h8v9h-2.2v-6H6.8v6H4.5z"), ("teal", "M18.5 3 22 7.4h-2.3V14h-2.4V7.4H15z")),
    (
        ("rose", "M7.6 10H17a3 3 0 0 1 3 3v2H7.6z"),
        ("cream2", "M4.6 11.4h3.6V15H4.6z"),
        ("wood2", "M2.5 6h2v13h-2zM19.5 12h2v7h-2zM4.5 14.8h15v2.4h-15z"),
    ),
    (
        ("s4", "M13.2 2.4a2.1 2.1 0 1 0 .1 0zM11.4 8.6 8 13l1.1.8 3.4-3.6zM14 8.6l3.2 3 .9-1-2.6-3z"),
        ("navy", "M11.2 13h3.4l2.4 7.8h-2L12.8 16l-2 3-3 2.4-1.2-1.4 2.5-2.3z"),
        ("sand", "M11.4 7h3.4l.4 6.6h-4.4z"),
    ),
    (
        ("s2", "M12 2.4a2.1 2.1 0 1 0 .1 0zM5.5 8.2H10v1.6H5.5zM14 8.2h4.5v1.6H14z"),
        ("navy", "M10.2 13.4h3.6l1.6 7.8h-2L12 15.8l-1.4 5.4h-2z"),
        ("rust", "M9.4 7.4h5.2l-.6 6.6h-4z"),
    ),
    (("sand", "M19 14A8 8 0 1 1 10 5a6.5 6.5 0 0 0 9 9z"), ("sand2", "M17 4l.8 2 2 .8-2 .8-.8 2-.8-2-2-.8 2-.8z")),
    (("wood", "M4 9h16v11H4z"), ("wood2", "M3 6h18v4H3z"), ("cream", "M10.3 6h3.4v6.4h-3.4z")),
    (("sage", "M5 8h14l1 13H4z"), ("leaf", "M8 10V6.4a4 4 0 0 1 8 0V10h-1.8V6.4a2.2 2.2 0 0 0-4.4 0V10z")),
    (("rust", "M8 4 3 7l2 4.4 2-1V21h10V10.4l2 1L21 7l-5-3z"), ("rust2", "M8 4a4 4 0 0 0 8 0h-1.7a2.3 2.3 0 0 1-4.6 0z")),
    (
        ("teal", "M2.6 17v-4l2.6-5.6A2 2 0 0 1 7 6h10a2 2 0 0 1 1.8 1.4l2.6 5.6v4z"),
        ("sky", "M6 11.6 7.6 8h8.8l1.6 3.6z"),
        ("navy2", "M4.6 16.4h4.2v3H4.6zM15.2 16.4h4.2v3h-4.2z"),
    ),
    (
        ("wood2", "M18.8 3 21 5.2l-8 8L10.8 11z"),
        ("sand", "M8.8 9.2l6 6L9 20.6H3.4V15z"),
        ("sand2", "M8.8 9.2l6 6-1.4 1.2-6-6z"),
    ),
    (
        ("navy", "M5.8 3h1.4v4.8h1V3h1.4v4.8h1V3H12v6a3 3 0 0 1-2 2.8V21H7.8v-9.2a3 3 0 0 1-2-2.8z"),
        ("icon", "M15 3c3.4 1.4 3.8 5.4 3.2 9.4h-1.1V21H15z"),
    ),
    (
        ("h2", "M12 2.4a9.2 9.2 0 1 0 .1 0z"),
        ("s1", "M5 11c4-.4 6.6-2 8-4.4 1 2.4 3 4 6.4 4.2a7.4 9.6 0 1 1-14.4.2z"),
        ("l1", "M9 11.8a1.1 1.1 0 1 0 .1 0zM15 11.8a1.1 1.1 0 1 0 .1 0zM8.4 15.6q3.6 4 7.2 0-3.6 1.6-7.2 0z"),
    ),
    (("cream2", "M4.6 2.4h14.8V21H4.6z"), ("teal", "M6.4 4.2h11.2V21H6.4z"), ("sand", "M15.2 11.6a1.3 1.3 0 1 0 .1 0z")),
    (("wood2", "M6 3h2.3v18H6zM15.7 14H18v7h-2.3z"), ("plum", "M7 11.8h11a1 1 0 0 1 1 1v2.4H7z")),
    (
        ("rust", "M4.5 9H16v7.4a4 4 0 0 1-4 4H8.5a4 4 0 0 1-4-4z"),
        ("rust2", "M16 10.6h1.8a3.2 3.2 0 0 1 0 6.4H16v-1.9h1.7a1.3 1.3 0 0 0 0-2.6H16z"),
        ("fold", "M7.4 3.4q2 2 0 4h1.4q1.8-2 0-4zM11.4 3.4q2 2 0 4h1.4q1.8-2 0-4z"),
    ),
    (
        ("sage", "M3 12h18v2.6a5.4 5.4 0 0 1-5.4 5.4H8.4A5.4 5.4 0 0 1 3 14.6z"),
        ("icon", "M5 12V6.4a2.7 2.7 0 0 1 5.4 0v1H8.6v-1a.9.9 0 0 0-1.8 0V12z"),
        ("leaf", "M2 11.2h20v1.8H2z"),
    ),
    (("navy", "M3 8v9h18c0-2.4-2-3.4-5-4L11 12 8 8C6.5 9.5 4.5 9.5 3 8z"), ("cream2", "M3 16.600h18v2.200H3z")),
    (
        ("navy2", "M6 12.600a4.2 4.2 0 1 0 .1 0zM6 14.400a2.4 2.4 0 1 1-.1 0zM18 12.600a4.2 4.2 0 1 0 .1 0z"
                  "M18 14.400a2.4 2.4 0 1 1-.1 0z"),
        ("rust", "M8 7.400h3.800v1.500h-1L12.6 15l2-5.4-.2-2.400V5.600h3.200v1.600H16l3 9.4-1.4.5-2-6-2.4"
                 " 6.600h-1.500L9.3 10 6.7 17.3 5.3 16.8 8.6 8.900H8z"),
    ),
    (("cream2", "M5 11h14v10H5z"), ("rust", "M2.4 12.2 12 3.600l9.6 8.600z"), ("teal", "M10 14.600h4V21h-4z")),
    (
        ("leaf", "M12 13.400c0-5-3-7.2-7.6-7.2 0 5 3 7.2 7.6 7.200zM12 15c0-4.4 2.6-6.4 7-6.4 0 4.4-2.6 6.4-7 6.400z"),
        ("leaf2", "M11.3 12h1.400v6h-1.400z"),
        ("pot", "M7.4 16.400h9.200L15.4 22H8.600z"),
    ),
    (
        ("wood2", "M7 9.6 10.6 4l1.3.8-3 4.800zM17 9.6 13.4 4l-1.3.8 3 4.800z"),
        ("sand", "M4 10h16l-2 10.600H6z"),
        ("sand2", "M3 9h18v2.600H3z"),
    ),
    (
        ("plum", "M4.6 5a2.4 2.4 0 0 1 2.4-2.400h10A2.4 2.4 0 0 1 19.4 5v13H4.600z"),
        ("sky", "M6.4 5.400h11.200v5.800H6.400z"),
        ("navy2", "M6.6 17.600h3.200v3H6.600zM14.2 17.600h3.200v3h-3.200z"),
        ("cream", "M6.6 13.400h2.400v1.800H6.600zM15 13.400h2.400v1.800H15z"),
    ),
)
"""The icons of 24 everyday things: flat shapes on a grid of 24 by 24, each a colour of the pictures and an SVG path. We chose the
things; they are not those in the questionnaire."""


class CourseFence(EffectsFence):
    """Options for a chart that shows how an effect changes over time. All effects must be measured on the same scale, each at a
    single point in time.
    """


class IconsFence(Record):
    """Options for an icon array, which draws 100 small figures for each group of people."""

    question: str = Field(description="the question that the picture answers")
    answer: str = Field(description="the answer in a sentence")
    rows: list[str] = Field(min_length=1, max_length=3, description="ids from counts.csv; for a row of scans.csv, its finding, "
                                                                    "a hyphen and its age")
    sources: list[str] = Field(default_factory=list, description="sources of the answer, in addition to the sources of the rows")


class Week(Record):
    """A bar in the "everyday" block. The bar shows whether all, some or none of the benefit is left at a certain time."""

    when: str = Field(description="the time of the bar, for example By 3 months")
    what: str = Field(description="how much of the benefit is left at that time, in a few words")
    left: Literal["all", "some", "gone"] = Field(description="all, some (hatched: how much is not known) or gone")


class PictureFence(Record):
    """Options for a picture without a caption. A description inside the SVG file says what the picture shows."""

    name: Slug = Field(description="the file's name without .svg")


class EverydayFence(Record):
    """Options for the "everyday" block, which draws 24 icons and says how many everyday activities become easier."""

    title: str = Field(description="the message, in a few words")
    caption: str = Field(description="what was counted, in whom and compared with what; must be complete without the picture")
    rows: list[str] = Field(min_length=1, description="ids of rows of effects.csv that are on the scale RDQ")
    weeks: list[Week] = Field(default_factory=list, max_length=3, description="how the benefit fades: bars, each with when, "
                                                                              "what and left")


class FigureFence(Record):
    """Options for a picture with a caption. The page embeds docs/assets/figures/NAME.svg, so the picture follows the page's
    colour scheme.
    """

    name: Slug = Field(description="the file's name without .svg")
    title: str = Field(description="what the picture is about, in a few words")
    caption: str = Field(description="the message, which must be complete without the picture")
    alt: str = Field(default="", description="what can be seen, if the picture's own description does not say it")
    sources: list[str] = Field(default_factory=list)


def effect_faults(options: EffectsFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield a fault for each row that does not exist, must not be drawn, or is on a scale without a plain name.

    Also yield a fault if the rows are on different scales, or if a row's field `beside` names a source that is not in the chart.
    """
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
    """Return the values for the template of an effect chart.

    If several sources made the same comparison, all rows also show the names of their sources.
    """
    names = {row.source: charts.named(dataset.references[row.source], row, words) for row in rows}
    scale = dataset.scales[rows[0].axis]
    important = scale.important and (scale.important, scale.source)
    placed = [(row, confirmed(row)) for row in rows]
    axis = charts.axis([value for _, interval in placed for value in interval] + ([-important[0]] if important else []))
    compared = {((row.technique, row.comparator), row.source) for row in rows}
    told_apart = len({pair for pair, _ in compared}) == len(compared)
    outcomes = dataset.plain_of("outcome")
    drawn = [{
        "row": row, "people": charts.people(row, words), "outcome": outcomes.get(row.outcome, row.outcome),
        "named": "" if told_apart else names.get(row.source, ""),
        "words": charts.in_words(*interval, dataset.scale_of(row), decimals(*interval), words),
        "at": axis.at(interval.effect), "low": axis.at(interval.low), "high": axis.at(interval.high),
        "differs": not interval.low <= 0 <= interval.high,
    } for row, interval in placed]
    return {"question": options.question, "answer": options.answer, "scale": scale, "axis": axis, "rows": drawn,
            "important": important, "favoured": charts.favoured(rows, dataset.plain, words), "plain": dataset.plain,
            "sources": list(dict.fromkeys(row.source for row in rows))}


def confirmed(row: Effect) -> Interval:
    """Return the effect in a row, with its confidence interval.

    Raises:
        ValueError: one of the three numbers is missing. `effect_faults` reports such rows first.
    """
    if row.interval is None:
        raise ValueError(f'the effect or the interval of "{row.id}" is missing')
    return row.interval


def everyday_faults(options: EverydayFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield the same faults as for an effect chart. Also yield a fault for each row that is not measured with the RDQ, which
    counts everyday activities, and for each effect of less than one activity.
    """
    yield from effect_faults(EffectsFence(question="", answer="", rows=options.rows), dataset)
    for name in options.rows:
        row = dataset.effects.get(name)
        if row and not row.scale.startswith("RDQ"):
            yield f'"{name}" does not count everyday activities (its scale is {row.scale}).', "Use rows on the scale RDQ."
        elif row and row.effect is not None and row.effect > -1:
            yield f'"{name}" shows a difference of less than one everyday activity.', "Remove it: the picture cannot show it."


def _everyday(options: EverydayFence, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    """Return the template values for 24 icons of everyday activities, with 24 squares below the icons.

    The filled squares show the smallest effect in the given rows. If another row has a larger effect, striped squares are added.
    No icon is highlighted, because the studies do not say which activities became easier.
    """
    sizes = [round(-confirmed(dataset.effects[name]).effect) for name in options.rows]
    whole, most = min(sizes), max(sizes)
    words = context(md).words
    alt = words.text("everyday", "alt_range" if most > whole else "alt", whole=whole, most=most)
    icons = [[(colour(name), path) for name, path in icon] for icon in TILES]
    squares = [*["eased"] * whole, *["maybe"] * (most - whole), *[""] * (len(TILES) - most)]
    key = [("eased", words.text("everyday", "key", whole=whole)),
           ("maybe", words.text("everyday", "key_range"))] if most > whole else []
    return {"title": options.title, "caption": options.caption, "icons": icons, "squares": squares, "alt": alt,
            "key": key, "weeks": options.weeks,
            "sources": list(dict.fromkeys(dataset.effects[name].source for name in options.rows))}


def course_faults(options: CourseFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield the same faults as for an effect chart. Also yield a fault for each row that has no position on the time axis,
    because its time is not a single point.
    """
    yield from effect_faults(options, dataset)
    for name in options.rows:
        row = dataset.effects.get(name)
        if row and charts.weeks(row.time_point) is None:
            yield f'"{name}" has no position on the time axis, because "{row.time_point}" is not a single time.', (
                "Remove it from the chart.")


MONTHS = (0, 3, 6, 9, 12)


def _course(options: CourseFence, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    """Return the template values for a chart of changes over time. Positions are percentages."""
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
    """Return the ids of all rows that count people, each with the name of its data file. Leave out extrapolated rows."""
    return ({scan.id: "scans.csv" for scan in dataset.scans if scan.extrapolated != "yes"}
            | dict.fromkeys(dataset.counts, "counts.csv"))


def count_of(name: str, dataset: Dataset, words: Words) -> Count:
    """Return the row with the given id from counts.csv or scans.csv as a `Count`."""
    if name in dataset.counts:
        return dataset.counts[name]
    scan = next(scan for scan in dataset.scans if scan.id == name)
    return Count(id=scan.id, count=scan.percent, what=words.text("icons", "scan", finding=scan.finding.lower()),
                 who=words.text("icons", "scanned", age=scan.age), source=scan.source)


def icons_faults(options: IconsFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield a fault for each row or source that does not exist, and for each extrapolated row. Also yield a fault if the rows
    come from two files.
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
    """Yield a fault if the block names a picture that does not exist."""
    return figure_faults(FigureFence(name=options.name, title="", caption=""), dataset)


def figure_faults(options: FigureFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield a fault if the picture does not exist, if its text alternative is too short, or if a source does not exist."""
    if not text_files.is_there(dataset.figures / f"{options.name}.svg"):
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
    """Return a drawing as SVG to embed in a page, without the parts that only a separate file needs."""
    drawing = etree.parse(path).getroot()  # noqa: S314 (checked by checks/figures.py)
    for node in drawing.iter():
        node.tag = node.tag.removeprefix("{http://www.w3.org/2000/svg}")
    said = drawing.findtext("desc", "")
    # browsers would show the title of the drawing as a tooltip
    for part in ("style", "title", "desc"):
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
