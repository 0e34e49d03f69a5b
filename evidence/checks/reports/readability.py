"""Reports how easy each page is to read: its number of words, reading grade (Flesch-Kincaid, US school years) and sentence
lengths.

Only text that an author wrote counts: tables, drawings, lists of sources and boxes made from data are left out. Many short
sentences one after another improve the grade but are tiring to read, so the report also lists each run of short sentences.

The report never fails. Only the number of words has a limit (`evidence.checks.budget`).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import mean, median, pstdev

from evidence.checks import article
from evidence.checks.article import Passage
from evidence.checks.source import Page
from evidence.loading import pages
from evidence.loading.dataset import load_dataset
from evidence.model.edition import Edition
from evidence.model.pages import Layer

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", "pkg_resources is deprecated")
    import textstat

BLOCKS = {"p", "li", "dd", "dt", "h1", "h2", "h3", "h4"}
LEFT_OUT = {"table", "figure", "details"}
ENDS = (".", "?", "!", ".”", "?”", "!”")

SHORT = 8
"""Maximum number of words in a short sentence."""

RUN = 5
"""Minimum number of short sentences in a run. A run reads like a list of orders."""


@dataclass(frozen=True)
class Sentences:
    """Statistics about the sentence lengths on a page, in words. Only sentences in paragraphs and list items count."""

    mean: float
    spread: float
    """The standard deviation of the lengths; 0 if all sentences are equally long."""
    runs: tuple[str, ...]
    """The first sentence of each run of short sentences."""


def written(parts: Iterable[Passage]) -> list[Passage]:
    """Return the passages of running text that an author wrote, without tables and generated parts."""
    return [part for part in parts if part.tag in BLOCKS and not part.block and not LEFT_OUT & set(part.around)]


def prose(parts: Iterable[Passage]) -> str:
    """Return the running text of a page, with a full stop after each passage that ends without punctuation."""
    return " ".join(part.text if part.text.endswith(ENDS) else f"{part.text}." for part in written(parts))


def grade(parts: Iterable[Passage]) -> float:
    """Return the Flesch-Kincaid grade of a page."""
    return round(float(textstat.flesch_kincaid_grade(prose(parts))), 1)


def sentences(parts: Iterable[Passage]) -> Sentences:
    """Return the mean and the spread of a page's sentence lengths, and each run of short sentences.

    Headings, labels and incomplete sentences do not count. The mean and the spread leave out each sentence with text from the
    safety data, because authors cannot change that text. A run can continue in the next paragraph, but any other element
    ends the run.
    """
    lengths: list[int] = []
    runs: list[str] = []
    for tag, group in groupby(written(parts), key=lambda part: part.tag):
        said = [part for part in group if tag in ("p", "li") and part.text.endswith(ENDS)]
        lengths += [length(text) for part in said for text in article.sentences(part.text) if text in part.own]
        if tag == "p":
            told = [text for part in said for text in article.sentences(part.text)]
            runs += [texts[0] for short, found in groupby(told, key=lambda text: length(text) <= SHORT)
                     if short and len(texts := list(found)) >= RUN]
    return Sentences(mean(lengths) if lengths else 0, pstdev(lengths) if lengths else 0, tuple(runs))


def length(sentence: str) -> int:
    """Return the number of words in a sentence."""
    return len(article.WORD.findall(sentence))


def report(paths: list[Path], edition: Edition) -> str:
    """Return the report as text: for each page, a line of numbers, and below it the page's runs of short sentences. The last
    line gives the median grade.
    """
    dataset = load_dataset(edition)
    lines = ["words  grade  sentence  spread"]
    grades: list[float] = []
    for page in [Page.read(path, edition.docs) for path in (paths or pages.files(edition))]:
        if not (parts := article.read(page, edition, dataset)):  # the page cannot be built; the checks report why
            continue
        value, said = grade(parts), sentences(parts)
        reader = page.layer is Layer.SHORT
        grades += [value] if reader else []
        lines.append(f"{article.count(parts):5}  {value:5.1f}  {said.mean:8.1f}  {said.spread:6.1f}  {page.name}"
                     f"{'' if reader else '  (not a short page)'}")
        lines += [f'       {RUN} or more short sentences in a row, beginning with "{run}"' for run in said.runs]
    if grades:
        lines.append(f"{median(grades):12.1f}  median of {len(grades)} short pages; highest {max(grades)}")
    return ("Number of words, reading grade (US school years; aim for at most 7), mean sentence length (aim for 12 to 16) "
            "and its standard deviation.\nThis is a report and never fails.\n" + "\n".join(lines))
