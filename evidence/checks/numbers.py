"""Rules about numbers: each number must come from a source, a data row, a listed calculation or the list of our own numbers.

The rules apply to tables, charts, leaflets, data rows and text with citations. A number whose origin is found is called traced
(see `evidence.model.traces`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path

from evidence.checks.citations import CITED
from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import TARGET, FencedBlock, Line, Page, blank
from evidence.loading.rows import parsed, strings
from evidence.markdown.citations import keys_of
from evidence.markdown.fences import options_of
from evidence.model.effects import Count, Effect, Scan, Treatment
from evidence.model.numbers import Number, NumberReader
from evidence.model.pages import Layer
from evidence.model.problems import Problem
from evidence.model.scales import Scale
from evidence.model.traces import CONSTANTS, Traces, of_row, parts_of

MARKER = re.compile(r"^\s*(?:[-*+]|\d+\.)\s|^\s*:\s")
SIGNS = re.compile(r'[*_"“”]')
ANCHOR = re.compile(r"\{#[\w-]+\}")
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-ZÁÉÍÓÚÑ]|[“\[(])")
"""Matches the space between two sentences. Unlike the sentences of notes, these do not end at a colon."""

MAX_NAMED = 4

ROWS = {"claims": ("claims.yml", ("people_say", "we_say", "grade_note", "comparison", "people", "time", "size", "why_not_surer")),
        "guidelines": ("guidelines.yml", ("position", "note")), "registers": ("registers.yml", ("what_it_shows", "note")),
        "counts": ("counts.csv", ("what", "who")), "treatments": ("treatments.csv", ("remark",)),
        "terms": ("glossary.yml", ("short", "long"))}
"""The data files whose text may contain numbers, each with the fields that hold that text. The keys are fields of Dataset."""


ONE = ("source", "grade_source", "remark_source")
"""The fields of a data row that name a single source."""


@dataclass(frozen=True)
class Passage:
    """A piece of text, with the keys of its sources in references.bib.

    `starts` contains a pair for each line: the position in the text at which the line begins, and the line's number in the
    file. `more` contains further numbers that the text is allowed to mention.
    """

    path: Path
    text: str
    keys: tuple[str, ...]
    starts: tuple[tuple[int, int], ...]
    more: tuple[Number, ...] = field(default=())

    def line(self, place: int) -> int:
        """Return the line number in the file for a position in the text."""
        return [number for start, number in self.starts if start <= place][-1]


def cited_in(text: str) -> tuple[str, ...]:
    """Return the keys of the sources that a string cites, without duplicates."""
    return tuple(dict.fromkeys(key for match in CITED.finditer(text) for key in keys_of(match[1])))


def bare(text: str) -> str:
    """Replace citations, link targets, anchors, quotation marks, emphasis marks and list markers with spaces. All other
    characters keep their positions.
    """
    for mark in (CITED, TARGET, ANCHOR) if "[" in text or "{" in text else ():
        text = mark.sub(blank, text)
    return SIGNS.sub(" ", MARKER.sub(blank, text))


def passage(path: Path, run: list[Line], keys: Iterable[str]) -> Passage:
    """Return the lines of a paragraph as one passage."""
    text, starts = "", []
    for line in run:
        starts.append((len(text), line.number))
        text += bare(line.text) + "\n"
    return Passage(path, text.replace("\n", " "), tuple(keys), tuple(starts))


def sentences(found: Passage, text: str) -> Iterator[Passage]:
    """Split a passage into sentences, and yield each sentence as a passage.

    A sentence with citations gets only the sources that it cites. Any other sentence gets all sources of the passage. `text` is
    the text of the passage, including citations.
    """
    ends = [*(match.end() for match in SENTENCE.finditer(text)), len(text)]
    for begin, end in pairwise([0, *ends]):
        yield replace(found, text=found.text[begin:end], keys=cited_in(text[begin:end]) or found.keys,
                      starts=tuple((start - begin, number) for start, number in found.starts))


@lru_cache(maxsize=256)
def of_page(page: Page, site: Site) -> tuple[Passage, ...]:
    """Return those passages of a page in which every number needs a source."""
    return (*_of_text(page), *(found for fence in page.fences for found in of_fence(page, fence, site)))


def _of_text(page: Page) -> Iterator[Passage]:
    leaflet = page.layer is Layer.LEAFLET
    table: list[tuple[list[Line], tuple[str, ...]]] = []
    lead: tuple[str, ...] = ()
    for lines in [*page.paragraphs, []]:
        run = [line for line in lines if not line.text.startswith("#")]
        text = "\n".join(line.text for line in run)
        keys = cited_in(text)
        if text.lstrip().startswith("|"):
            table.append((run, keys))
            continue
        everywhere = tuple(dict.fromkeys(key for _, cited in table for key in cited)) or lead
        yield from (passage(page.path, row, cited or everywhere) for row, cited in table if cited or everywhere)
        table, lead = [], keys
        if keys or (leaflet and run):
            yield from sentences(passage(page.path, run, keys), "\n".join(line.text for line in run))


def of_fence(page: Page, fence: FencedBlock, site: Site) -> Iterator[Passage]:
    """Yield the question, the answer and the caption of a chart, each with the sources and numbers of the chart's data rows."""
    if fence.name not in CHARTS:
        return
    options, _ = options_of(fence.name, fence.text, page.path, fence.line)
    if options is None:
        return
    named = getattr(options, "rows", ())
    dataset = site.dataset
    scans = {scan.id: scan for scan in dataset.scans}
    rows = [row for name in named if (row := dataset.effects.get(name) or dataset.counts.get(name) or scans.get(name))]
    keys = dict.fromkeys(row.source for row in rows)
    more = tuple(number for row in rows for number in of_row(row, site.traces.reader))
    said = {name: fence.data[name] for name in SAID if name in fence.data} | {"__lines__": fence.data["__lines__"]}
    for line, text in strings(said, fence.line):
        if text:
            cited = tuple(dict.fromkeys((*keys, *cited_in(text))))
            yield Passage(page.path, bare(text), cited, ((0, line),), more)


CHARTS = ("effects", "course", "icons", "figure", "table")
SAID = ("question", "answer", "caption")
"""The fields with the words of a chart or drawing. The text alternative is left out: its numbers only count what is shown."""


def of_data(site: Site) -> Iterator[Passage]:
    """Yield those passages of the data files in which every number needs a source."""
    dataset = site.dataset
    for name, (file, fields) in ROWS.items():
        rows = getattr(dataset, name)
        for row, field_ in product(rows.values() if isinstance(rows, dict) else rows, fields):
            value = getattr(row, field_)
            keys = tuple(getattr(row, "sources", ())) or tuple(filter(None, (getattr(row, name, "") for name in ONE)))
            if isinstance(value, str) and value and (keys or CITED.search(value)):
                yield Passage(dataset.folder / file, bare(value), tuple(dict.fromkeys((*keys, *cited_in(value)))),
                              ((0, row.at(field_)),), site.traces.reader.numbers(getattr(row, "words", "")))
    path = dataset.folder / "decision.yml"
    if dataset.decision and path.is_file():
        data, *_ = parsed(path)
        yield from (Passage(path, bare(text), cited_in(text), ((0, line),)) for line, text in strings(data))


def untraced(found: Passage, traces: Traces, reader: NumberReader) -> Iterator[Problem]:
    """Yield a problem for each untraced number in a passage (a number that is in no source, data row or calculation)."""
    for number in traces.untraced(found.text, found.keys, reader, found.more):
        named = ", ".join(found.keys[:MAX_NAMED]) + (" and others" if len(found.keys) > MAX_NAMED else "")
        what = (f'The number "{number.said}" is not in our data on {named}.' if named
                else f'The text contains the number "{number.said}" but cites no source.')
        yield Problem(found.path, found.line(number.start), what,
                      "Compare the number and its unit with the source. If both are right, find the sentence of the source that "
                      'has the number, and add it to the field "annote" in references.bib. If you calculated the number, add the '
                      "calculation to derivations.yml. If the number is our own advice, add it to own-figures.yml. Otherwise, "
                      "remove the number.",
                      "traced")


@page_rule
def numbers_are_traced(page: Page, site: Site) -> Iterable[Problem]:
    """Every number in charts, in leaflets and in text with citations needs an origin: a cited source, a data row, a listed
    calculation, or the list of our own numbers (own-figures.yml).
    """
    for found in of_page(page, site) if site.readable else ():
        if site.dataset.references.keys() >= set(found.keys):  # another rule reports keys that are not in references.bib
            yield from untraced(found, site.traces, site.words.numbers)


@site_rule
def numbers_in_data_are_traced(site: Site) -> Iterable[Problem]:
    """Every number in the claims, tables, guidelines, registers, glossary and decision aid needs an origin: a source, a data
    row, a listed calculation, or the list of our own numbers (own-figures.yml).
    """
    for found in of_data(site) if site.readable else ():
        yield from untraced(found, site.traces, site.words.numbers)


@site_rule
def rows_agree_with_their_sources(site: Site) -> Iterable[Problem]:
    """Every number in a data row must also be in our notes on the row's source in references.bib. An effect and its confidence
    interval must be in the same sentence of the notes.

    This rule finds a digit that was changed only in the row, or only in the notes.
    """
    dataset, traces = site.dataset, site.traces
    tables: dict[str, Iterable[Effect | Treatment | Scan | Count | Scale]] = {
        "effects.csv": dataset.effects.values(), "treatments.csv": dataset.treatments, "scans.csv": dataset.scans,
        "counts.csv": dataset.counts.values(), "scales.yml": dataset.scales.values()}
    for file, row in ((file, row) for file, rows in tables.items() for row in rows if site.readable):
        if row.source in dataset.references and (strange := traces.strange(row)):
            what = f'{strange}, but the note on "{row.source}" in references.bib does not say that.'
            yield Problem(dataset.folder / file, row.line, what,
                          "Compare the row with the source. If the row is right, add a sentence with its numbers to the field "
                          '"annote" in references.bib. If only data rows need these numbers, add the sentence to the field '
                          '"numbers" instead.', "traced")


@site_rule
def own_figures_are_used(site: Site) -> Iterable[Problem]:
    """Every number in own-figures.yml, the list of our own numbers, must be on a page or in a data row."""
    said = [bare(" ".join(page.raw)) for page in site.pages.values()]
    said += [" ".join(lines) for path, lines in site.texts.items()
             if path.parent == site.dataset.folder and path.name != "own-figures.yml"]
    for figure, pattern in site.traces.own:
        if not any(pattern.search(text) for text in said):
            yield Problem(site.dataset.folder / "own-figures.yml", figure.line,
                          f'No page and no data file contains our own number "{figure.figure}" any more.',
                          "Remove this number from own-figures.yml.", "traced")


@site_rule
def sums_add_up(site: Site) -> Iterable[Problem]:
    """Every calculation in derivations.yml must give the result that its row states. Every row of own-figures.yml must contain
    a number.
    """
    for file, rows in (("derivations.yml", site.dataset.derivations), ("own-figures.yml", site.dataset.own_figures)):
        path = site.dataset.folder / file
        for row in rows:
            yield from (Problem(path, row.line, *fault, "traced") for fault in row.faults(site.traces.reader))


@site_rule
def derivations_rest_on_sources(site: Site) -> Iterable[Problem]:
    """In derivations.yml, every number that a calculation uses must be in one of the sources that the row names."""
    path = site.dataset.folder / "derivations.yml"
    for row in site.dataset.derivations if site.readable else ():
        held = {number.value for key in row.sources for number in site.traces.source(key)}
        held |= {number.whole for key in row.sources for number in site.traces.source(key) if number.whole}
        for part in sorted({part for sum_ in row.sums for part in parts_of(sum_)} - held - CONSTANTS):
            yield Problem(path, row.line, f"The number \"{part:g}\" is not in our data on {', '.join(row.sources)}.",
                          "Compare the numbers in the calculation with the sources that the row names.", "traced")
