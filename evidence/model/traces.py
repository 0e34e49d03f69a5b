"""Describes the rows of derivations.yml and own-figures.yml, and finds out where each number on a page comes from.

A number on a page must come from one of four places: a source's entry in references.bib, a data row taken from a source, a
calculation with numbers from sources (derivations.yml), or our own numbers (own-figures.yml).
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Literal

from pydantic import Field, field_validator

from evidence.model.effects import Count, Effect, Scan, Treatment
from evidence.model.numbers import MINUTES, SENTENCE, TINY, Number, NumberReader, shown
from evidence.model.record import Record
from evidence.model.references import Reference
from evidence.model.scales import Scale

if TYPE_CHECKING:
    from evidence.model.dataset import Dataset

OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
}
CONSTANTS = {1, 2, 7, 10, 12, 52, 60, 100, 1000}
"""Numbers that a sum may contain without a source, such as the days in a week or the weeks in a year."""

Row = Effect | Treatment | Scan | Count


def value_of(sum_: str) -> float:
    """Return the result of a calculation that consists only of numbers, brackets and + - * /.

    Raises:
        ValueError: the string contains anything else, or divides by zero.
    """
    def walk(node: ast.AST) -> float:
        if isinstance(node, ast.Expression):
            return walk(node.body)
        if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            return node.value
        if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
            return OPERATORS[type(node.op)](walk(node.left), walk(node.right))
        raise ValueError(f'"{sum_}" is not a valid calculation')
    try:
        return walk(ast.parse(sum_, mode="eval"))
    except (SyntaxError, ZeroDivisionError) as error:
        raise ValueError(f'"{sum_}" is not a valid calculation') from error


def parts_of(sum_: str) -> list[float]:
    """Return the numbers in a calculation."""
    return [float(node.value) for node in ast.walk(ast.parse(sum_, mode="eval"))
            if isinstance(node, ast.Constant) and isinstance(node.value, (int, float))]


class Derivation(Record):
    """A row of derivations.yml: numbers that we calculated from numbers in the given sources."""

    says: str = Field(description='the numbers as pages print them, for example "13 of 100 points (between 8 and 17)"')
    sources: list[str] = Field(min_length=1, description="keys from references.bib, all cited where the numbers appear")
    sums: list[str] = Field(min_length=1, description='one sum for each number in "says", for example "2.9 / 23 * 100"')
    why: str = Field(description="why the page does not print the source's own number")

    @field_validator("sums")
    @classmethod
    def are_sums(cls, sums: list[str]) -> list[str]:
        """Reject a string that is not a valid calculation with numbers."""
        for sum_ in sums:
            value_of(sum_)
        return sums

    def faults(self, reader: NumberReader) -> Iterator[tuple[str, str]]:
        """Yield (what is wrong, what to write) for each number that is not the rounded result of its calculation."""
        printed = reader.numbers(self.says)
        if len(printed) != len(self.sums):
            yield (f'"{self.says}" contains {len(printed)} numbers, but the number of sums is {len(self.sums)}.',
                   'Write one sum for each number, in the same order. The 100 in "13 of 100" needs no sum.')
            return
        for number, sum_ in zip(printed, self.sums, strict=True):
            result = value_of(sum_)
            if abs(abs(result) - number.value) > 0.5 * 10.0 ** -number.decimals + 1e-9:
                yield f'"{number.text}" is not the result of {sum_}, which is {result:.4g}.', "Correct the number or the sum."


class OwnFigure(Record):
    """A row of own-figures.yml: a number that comes from us and not from a study, for example a number in our own advice."""

    figure: str = Field(description='the words with the number as pages print them, for example "two minutes"')
    also: list[str] = Field(default_factory=list, description="other forms in which pages print the number")
    kind: Literal["our advice", "our caution", "our count"] = Field(description="our advice, our caution or our count")
    why: str = Field(description="where the number comes from, and that nobody has tested it")

    def faults(self, reader: NumberReader) -> Iterator[tuple[str, str]]:
        """Yield (what is wrong, what to write) for each phrase that contains no number."""
        for words in (self.figure, *self.also):
            if not reader.numbers(words):
                yield f'"{words}" contains no number.', "Write the words with their number and unit."


def pattern_of(figure: OwnFigure, reader: NumberReader) -> re.Pattern[str]:
    """Return a pattern that finds one of our own numbers in running text, in digits or in words."""
    return re.compile("|".join(_spelled(words, reader) for words in (figure.figure, *figure.also)), re.IGNORECASE)


def _spelled(words: str, reader: NumberReader) -> str:
    parts = []
    for part in words.split():
        value = int(part) if part.isdigit() else reader.values.get(part.lower())
        word = reader.digits_for.get(value) if value is not None else None
        parts.append(rf"(?:{value}|{word})" if word else re.escape(part))
    return r"(?<![\w.])" + r"[\s-]+".join(parts) + r"(?!\w)"


@lru_cache(maxsize=2_000)
def of_reference(reference: Reference, reader: NumberReader) -> tuple[Number, ...]:
    """Return the numbers in a references.bib entry, including the year of publication and the year in which somebody read the
    source.
    """
    texts = (reference.found, reference.numbers, reference.population, reference.title, reference.design)
    held = [number for text in texts for number in reader.numbers(text)]
    years = re.findall(r"\b(?:19|20)\d\d\b", f"{reference.year} {reference.accessed}")
    if reader.half_below in reference.found:
        # if a source gives a median, a page can say that 50 percent of people are below it
        held.append(Number(50, "median", 0, "percent", about=True))
    return (*held, *(Number(float(year), year, 0, "date") for year in years))


@lru_cache(maxsize=2_000)
def of_row(row: Row, reader: NumberReader) -> tuple[Number, ...]:
    """Return the numbers in a row of a data file."""
    held: list[Number] = []
    texts = [value for name, value in row.model_dump(exclude={"line", "id", "source", "grade_source", "note", "remark"}).items()
             if isinstance(value, str)]
    for text in texts:
        held += reader.numbers(text)
    whole = re.search(r"0-(\d+)", getattr(row, "scale", ""))
    if whole:
        held.append(Number(float(whole[1]), whole[1], 0))
    if isinstance(row, (Effect, Treatment)):
        unit = "day" if getattr(row, "measure", "").startswith("difference of medians") else ""
        for value in (row.effect, row.ci_low, row.ci_high):
            if value is not None:
                held.append(_number(value, unit, float(whole[1]) if whole else None))
                held.append(_number(value, unit))
    if isinstance(row, Effect):
        held += [_number(row.n_participants, "person")] if row.n_participants else []
        held += [_number(row.n_trials, "study")] if row.n_trials else []
    if isinstance(row, Scan):
        held += [_number(row.percent, "percent"), _number(row.age, "year")]
    if isinstance(row, Count):
        held += [_number(value, "person", 100) for value in (row.count, row.low, row.high) if value is not None]
    return tuple(held)


def _number(value: float, unit: str, whole: float | None = None) -> Number:
    decimals = len(f"{value:g}".partition(".")[2])
    return Number(abs(value), f"{value:g}", 0, unit, whole, decimals=decimals)


class Traces:
    """Finds out whether numbers on pages come from the data. `reader` finds numbers in the language of the data files."""

    def __init__(self, dataset: Dataset, reader: NumberReader):
        self.dataset = dataset
        self.reader = reader

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """Return a dictionary that maps the key of each source to the data rows taken from that source."""
        found: dict[str, list[Row]] = {}
        dataset = self.dataset
        rows: Iterator[Row] = chain(dataset.effects.values(), dataset.treatments, dataset.scans, dataset.counts.values())
        for row in rows:
            found.setdefault(row.source, []).append(row)
            if isinstance(row, Treatment) and row.grade_source:
                found.setdefault(row.grade_source, []).append(row)
        return found

    @cached_property
    def own(self) -> list[tuple[OwnFigure, re.Pattern[str]]]:
        """Return the rows of own-figures.yml, each with the pattern that finds its number in running text."""
        return [(figure, pattern_of(figure, self.reader)) for figure in self.dataset.own_figures]

    @cached_property
    def _sources(self) -> dict[str, tuple[Number, ...]]:
        return {}

    def source(self, key: str) -> tuple[Number, ...]:
        """Return all numbers that come from a source: those in its entry in references.bib, and those in its data rows."""
        if key not in self._sources:
            held = list(of_reference(self.dataset.references[key], self.reader)) if key in self.dataset.references else []
            for row in self.rows.get(key, ()):
                held += of_row(row, self.reader)
            self._sources[key] = tuple(held)
        return self._sources[key]

    def strange(self, row: Row | Scale) -> str:
        """Return the numbers in a data row that are missing from the source's entry in references.bib, as text such as "effect is
        -3.9". If no numbers are missing, return an empty string.

        One sentence of the entry, or one derivation, must contain all numbers of the row. Only the numbers of people and trials
        can be in other sentences.
        """
        reference = self.dataset.references[row.source]
        texts = SENTENCE.split(f"{reference.found} {reference.numbers} {reference.population}")
        said = [*(text for text in texts if getattr(row, "finding", "") in text),
                *(derivation.says for derivation in self.dataset.derivations if derivation.sources == [row.source])]
        sentences = [{abs(value) for number in self.reader.numbers(text) for value in (number.value, number.whole) if value}
                     for text in said]
        # a source with a scale from 0 to 10 gives our 39 as 3.9
        factors = (1, 10) if getattr(row, "scale", "") == "0-100" else (1,)

        def has(held: set[float], value: float) -> bool:
            return any(abs(abs(value) / factor - other) < TINY or (isinstance(value, int) and round(other) == value)
                       for factor in factors for other in held)

        given = {name: value for name, value in row
                 if isinstance(value, (int, float)) and value and name != "line" and (name, value) != ("n_trials", 1)}
        counts = {name: value for name, value in given.items() if name.startswith("n_")}
        rest = given.items() - counts.items()
        best = max(sentences, key=lambda held: sum(has(held, value) for _, value in rest), default=set())
        return ", ".join(f"{name} is {value:g}" for name, value in given.items()
                         if not (any(has(held, value) for held in sentences) if name in counts else has(best, value)))

    def derived(self, keys: Collection[str]) -> Iterator[Number]:
        """Yield the numbers in derivations.yml that we calculated from numbers in the given sources."""
        for derivation in self.dataset.derivations:
            if set(derivation.sources) <= set(keys):
                yield from self.reader.numbers(derivation.says)

    def untraced(self, text: str, keys: Collection[str], reader: NumberReader, more: Iterable[Number] = ()) -> list[Number]:
        """Return the numbers in a string that do not come from the given sources and are not our own. `reader` finds numbers in
        the string's language. `more` lists numbers that are allowed for another reason, such as the numbers in a chart's rows.
        """
        found = [number for number in reader.numbers(text) if is_fact(number)]
        if not found:
            return []
        held = [number for key in keys for number in self.source(key)]
        held += [*self.derived(keys), *more]
        left = [number for number in found
                if not (number.unit in COUNTED_SOURCES and number.word and number.value <= len(set(keys)))
                and not shown(number, held)]
        own = [match.span() for _, pattern in self.own for match in pattern.finditer(text)] if left else []
        return [number for number in left if not any(start <= number.start < end for start, end in own)]


COUNTED_SOURCES = ("study", "guideline", "case", "person")
"""Units with which a sentence may count the sources that it cites: "two trials", or "two people" for two case reports."""


MAX_LISTED = 10
"""Maximum value of a number word without a unit that only names or lists things. A larger one is a fact."""


def is_fact(number: Number) -> bool:
    """Return whether a number states a fact that could be wrong. The number in "two kinds" does not state such a fact."""
    if number.word and number.unit == "" and number.whole is None:
        return number.value > MAX_LISTED
    return not (number.word and number.value == 1 and number.whole in (None, 2) and number.unit not in MINUTES)
