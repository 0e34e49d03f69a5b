"""Blocks that hold data: code fences whose name is one of `FENCES`.

A fence's text is YAML with a schema. `draw` turns it into one element from a template; `faults`
says, in words for the author, why it cannot. The checks call `faults`; the builders call `draw`.
Fences are registered with superfences, so GitHub shows them as code blocks.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE
from markupsafe import Markup
from pydantic import Field, ValidationError, model_validator
from pymdownx.superfences import SuperFencesException

from evidence import FIGURES, charts
from evidence import library as books
from evidence.claims import Claim, Slug
from evidence.effects import Effect
from evidence.findings import EvidenceError, Finding
from evidence.library import Library
from evidence.markdown import tools
from evidence.markdown.context import page_path, relative
from evidence.markdown.templates import decimals, render
from evidence.rows import Record, parse_yaml, without_lines

Fault = tuple[str, str]


class FenceError(EvidenceError, SuperFencesException):
    """An `EvidenceError` that superfences lets through."""


class Empty(Record):
    """A fence without options."""


class ClaimFence(Record):
    """`id:` of one claim, or `ids:` of several. `brief: true` draws the sentence and its certainty only."""

    id: str = ""
    ids: list[str] = Field(default_factory=list)
    brief: bool = Field(False, description="true for the sentence and its certainty only, as on a leaflet")

    @property
    def all(self) -> list[str]:
        """The ids in order."""
        return [*([self.id] if self.id else []), *self.ids]

    @model_validator(mode="after")
    def some(self) -> ClaimFence:
        """At least one id."""
        if not self.all:
            raise ValueError("name a claim, as in id: endorphins")
        return self


class VerdictsFence(Record):
    """`show: benefits` (the five) or `show: popular` (all fourteen)."""

    show: Literal["benefits", "popular"] = Field(description="benefits or popular")


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


class WarningSignsFence(Record):
    """Care cards by id from warning-signs.yml; `short: true` draws the short form."""

    cards: list[str] = Field(min_length=1, description="ids from warning-signs.yml, most urgent first")
    short: bool = Field(False, description="true for the short form")
    numbers: bool = Field(True, description="false where the page has shown the numbers to call already")
    heading: Literal[2, 3] = Field(3, description="level of the cards' headings")


class TableFence(Record):
    """A table from a data file."""

    file: str = Field(pattern=r"^[\w-]+\.(csv|yml)$", description="a file in docs/data, as in effects.csv")
    caption: str = Field(description="what the table shows")
    columns: dict[str, str] = Field(min_length=1, description="field: heading, the first one heads the row")
    where: dict[str, str] = Field(default_factory=dict, description="field: value that a row must have")


@dataclass(frozen=True)
class Fence:
    """A kind of fence: its options, why it may not be drawn, and what its template is given."""

    template: str
    options: type[Record]
    faults: Callable[[Any, Library], Iterable[Fault]]
    context: Callable[[Any, Library, Markdown], dict[str, Any]]


def _none(_options: Any, _library: Library) -> Iterable[Fault]:
    return ()


def _unknown(names: Iterable[str], known: Iterable[str], file: str) -> Iterable[Fault]:
    known = set(known)
    for name in names:
        if name not in known:
            near = ", ".join(sorted(k for k in known if name.split("-")[0] in k)[:5])
            yield f'"{name}" is not in docs/data/{file}.', f"Did you mean {near}?" if near else "Check the spelling."


def _claim(options: ClaimFence, library: Library, md: Markdown) -> dict[str, Any]:
    here = page_path(md)
    return {"claims": [library.claims[name] for name in options.all], "here": here, "brief": options.brief}


def chosen(options: VerdictsFence, library: Library) -> list[Claim]:
    """The popular claims, or those of them that live on a benefit's page, in the order of the list."""
    popular = [c for c in library.claims.values() if c.popular]
    if options.show == "benefits":
        popular = [c for c in popular if c.home.startswith("benefits/")]
    return sorted(popular, key=lambda claim: claim.popular or 0)


def _claims_list(options: Any, library: Library, _md: Markdown) -> dict[str, Any]:
    claims = chosen(options, library) if isinstance(options, VerdictsFence) else list(library.claims.values())
    return {"claims": claims}


def effect_faults(options: EffectsFence, library: Library) -> Iterable[Fault]:
    """Rows must exist, be allowed by their notes, share one scale, and bring those they disagree with."""
    yield from _unknown(options.rows, library.effects, "effects.csv")
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
    yield from _unknown(options.sources, library.references, "references.bib")


def _figure(options: FigureFence, _library: Library, _md: Markdown) -> dict[str, Any]:
    drawing = etree.parse(FIGURES / f"{options.name}.svg").getroot()  # noqa: S314 (checked by checks/figures.py)
    for node in drawing.iter():
        node.tag = node.tag.removeprefix("{http://www.w3.org/2000/svg}")
    drawing.attrib.update({"role": "img", "aria-label": options.alt, "class": "figure__drawing", "focusable": "false"})
    return {"figure": options, "drawing": Markup(etree.tostring(drawing, encoding="unicode"))}


def _warning_signs(options: WarningSignsFence, library: Library, md: Markdown) -> dict[str, Any]:
    cards = [library.cards[name] for name in options.cards]
    emergency = any(card.level == "emergency" for card in cards)
    return {"cards": cards, "short": options.short, "tag": f"h{options.heading}", "here": page_path(md),
            "calls": library.helplines if emergency and options.numbers else [],
            "sources": list(dict.fromkeys(key for card in cards for key in card.sources))}


def _table_rows(options: TableFence, library: Library) -> list[dict[str, Any]]:
    tables: dict[str, Iterable[Record]] = {
        "effects.csv": library.effects.values(), "treatments.csv": library.treatments, "scans.csv": library.scans,
        "claims.yml": library.claims.values(), "glossary.yml": library.terms.values(),
        "guidelines.yml": library.guidelines, "registers.yml": library.registers, "helplines.yml": library.helplines,
        "safety-check.yml": library.questions,
    }
    return [row.model_dump() for row in tables.get(options.file, ())]


def table_faults(options: TableFence, library: Library) -> Iterable[Fault]:
    """The file and its fields must exist, and at least one row must be left."""
    rows = _table_rows(options, library)
    if not rows:
        yield f"There is no data file {options.file}, or it is empty.", "Name a file of docs/data."
        return
    yield from _unknown([*options.columns, *options.where], rows[0], options.file)
    if not any(all(str(row.get(k)) == v for k, v in options.where.items()) for row in rows):
        yield 'No row is left after "where".', "Check the values."


def _table(options: TableFence, library: Library, _md: Markdown) -> dict[str, Any]:
    rows = [row for row in _table_rows(options, library)
            if all(str(row.get(k)) == v for k, v in options.where.items())]
    return {"table": options, "rows": rows}


def _references(_options: Empty, library: Library, _md: Markdown) -> dict[str, Any]:
    ordered = sorted(library.references.values(), key=lambda r: (r.by.lower(), r.year))
    return {"references": ordered}


def _glossary(_options: Empty, library: Library, _md: Markdown) -> dict[str, Any]:
    terms = sorted(library.terms.values(), key=lambda term: term.term.lower())
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=lambda t: t.term[0].upper())]
    return {"letters": letters, "terms": library.terms}


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


def _safety_check(_options: Empty, library: Library, _md: Markdown) -> dict[str, Any]:
    levels = [(level, list(group)) for level, group in groupby(library.questions, key=lambda q: q.level)]
    numbers = {question.id: number for number, question in enumerate(library.questions, 1)}
    return {"levels": levels, "numbers": numbers, "helplines": library.helplines}


def _field(name: str) -> Callable[[Any, Library, Markdown], dict[str, Any]]:
    return lambda _options, library, _md: {"rows": getattr(library, name)}


FENCES: dict[str, Fence] = {
    "claim": Fence("claims", ClaimFence, lambda o, lib: _unknown(o.all, lib.claims, "claims.yml"), _claim),
    "verdicts": Fence("verdicts", VerdictsFence, _none, _claims_list),
    "ledger": Fence("ledger", Empty, _none, _claims_list),
    "effects": Fence("effects", EffectsFence, effect_faults, _effects),
    "course": Fence("course", CourseFence, course_faults, _course),
    "icons": Fence("icons", IconsFence, lambda o, lib: _unknown(o.sources, lib.references, "references.bib"), _icons),
    "figure": Fence("figure", FigureFence, figure_faults, _figure),
    "warning-signs": Fence("warning-signs", WarningSignsFence,
                           lambda o, lib: _unknown(o.cards, lib.cards, "warning-signs.yml"), _warning_signs),
    "table": Fence("table", TableFence, table_faults, _table),
    "treatments": Fence("treatments", Empty, _none, _treatments),
    "scans": Fence("scans", Empty, _none, _scans),
    "references": Fence("references", Empty, _none, _references),
    "glossary": Fence("glossary", Empty, _none, _glossary),
    "guidelines": Fence("guidelines", Empty, _none, _field("guidelines")),
    "registers": Fence("registers", Empty, _none, _field("registers")),
    "helplines": Fence("helplines", Empty, _none, _field("helplines")),
    "safety-check": Fence("safety-check", Empty, _none, _safety_check),
    "decide": Fence("decide", tools.DecideFence, tools.decide_faults, tools.decide),
    "diary": Fence("diary", tools.DiaryFence, _none, tools.diary),
    "letter": Fence("letter", tools.LetterFence, _none, tools.letter),
}


def options_of(name: str, text: str, path: Path, line: int) -> tuple[Record | None, list[Finding]]:
    """The fence's options, or why they are wrong. `line` is the line of the opening fence."""
    data, findings = parse_yaml(text, path, offset=line)
    if findings:
        return None, findings
    if data is not None and not isinstance(data, dict):
        return None, [Finding(path, line, f'The block "{name}" must hold lines such as field: value.',
                              "STYLE.md shows one to copy.", "blocks")]
    data = data or {}
    lines = data.get("__lines__", {})
    try:
        return FENCES[name].options(**without_lines(data), line=line), []
    except ValidationError as error:
        found = []
        for fault in error.errors():
            field = ".".join(str(part) for part in fault["loc"]) or name
            at = lines.get(str(fault["loc"][0]), line) if fault["loc"] else line
            message = fault["msg"].removeprefix("Value error, ")
            found.append(Finding(path, at, f'In the block "{name}", {field}: {message}.',
                                 "STYLE.md shows the block to copy.", "blocks"))
        return None, found


def faults_of(name: str, text: str, path: Path, line: int, library: Library) -> list[Finding]:
    """Everything that is wrong with one fence."""
    options, findings = options_of(name, text, path, line)
    if options is not None:
        findings = [Finding(path, line, what, instead, "blocks")
                    for what, instead in FENCES[name].faults(options, library)]
    return findings


def formatter(name: str, folder: Path) -> Callable[..., str]:
    """What superfences calls for a fence of this name.

    Raises:
        FenceError: the options are wrong or name something that may not be drawn.
    """

    def draw(src: str, *_args: Any, md: Markdown, **_kwargs: Any) -> str:
        library = books.library(folder)
        path = Path("docs", page_path(md))
        findings = faults_of(name, src, path, 1, library)
        if findings:
            raise FenceError(findings)
        options, _ = options_of(name, src, path, 1)
        context = FENCES[name].context(options, library, md)
        html = render(FENCES[name].template, link=lambda target: relative(md, target), **context)
        return re.sub(r"^<(\w+)", rf'<\1 data-block="{name}" data-plain=""', html, count=1)

    return draw


class GraftFences(Treeprocessor):
    """Puts the drawn fences into the page's tree.

    Superfences stashes text that Markdown never looks at again. In the tree, the links in a block
    are resolved and checked, its anchors are known, and citations in data become citations.
    """

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                match = HTML_PLACEHOLDER_RE.fullmatch((child.text or "").strip()) if child.tag == "p" else None
                raw = self.md.htmlStash.rawHtmlBlocks[int(match[1])] if match else ""
                if isinstance(raw, str) and re.match(r'<\w+ data-block="', raw):
                    drawn = etree.fromstring(raw)  # noqa: S314 (our own template, autoescaped)
                    drawn.tail = child.tail
                    parent[index] = drawn
