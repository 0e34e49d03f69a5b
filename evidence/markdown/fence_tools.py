"""Renders data blocks (code fences with YAML) for the decision aid, the diary, the letters, and the ways to report a mistake.

Without JavaScript, each tool still works as a table, a paper diary, or a form with lines to write on. Scripts only add features,
and never send what readers type to a server.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from markdown import Markdown
from pydantic import Field

from evidence.markdown.context import context
from evidence.markdown.fence import Fault, Fence, none, unknown
from evidence.model.claims import Slug
from evidence.model.dataset import Dataset
from evidence.model.record import Record


class DecideFence(Record):
    """Options for a block that shows one part of the decision aid from decision.yml."""

    show: Literal["options", "outcomes", "reasons"] = Field(description="options, outcomes or reasons")


class ReportFence(Record):
    """Options for a block that says how to report a mistake. `show: first` shows the usual ways in one paragraph.
    `show: rest` lists all other ways.
    """

    show: Literal["first", "rest"] = Field(description="first or rest")


class DiaryFence(Record):
    """Options for the diary: the maximum number of sessions, and the number of sessions after which readers decide whether to
    continue.
    """

    sessions: int = Field(6, ge=1, le=12, description="the maximum number of sessions in a trial")
    review: int = Field(4, ge=1, le=12, description="the number of sessions after which to look back")


class Part(Record):
    """One part of a letter: lines to write on, or boxes to tick."""

    ask: str = Field(description="the name of the part, on the page and in the letter")
    hint: str = Field("", description="help for the writer; not part of the letter")
    lines: int = Field(1, ge=1, le=12, description="the number of lines to write on")
    ticks: list[str] = Field(default_factory=list, description="boxes to tick instead of lines")
    situations: list[str] = Field(default_factory=list, description="ids from situations.yml; their names become the first boxes")
    examples: list[str] = Field(default_factory=list, description="ids of those situations whose examples are added in brackets, "
                                                                  "such as names of medicines; with all examples, a letter would "
                                                                  "not fit on one sheet")


class LetterFence(Record):
    """Options for a letter that readers can fill in, print or copy."""

    name: Slug
    title: str = Field(description="the letter's heading")
    opening: str
    parts: list[Part] = Field(min_length=1)
    closing: str


def decide_faults(_options: DecideFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield a fault if the data for the decision aid is missing."""
    if dataset.decision is None:
        yield "docs/data/decision.yml is missing or contains an error.", "Run: make check"


def _decide(options: DecideFence, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    return {"aid": dataset.decision, "show": options.show}


def _diary(options: DiaryFence, _dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    return {"diary": options}


def _letter(options: LetterFence, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    rows = dataset.situations
    ticks = {part.ask: [*(f"{rows[name].name} ({rows[name].small})" if name in part.examples else rows[name].name
                          for name in part.situations), *part.ticks] for part in options.parts}
    return {"letter": options, "ticks": ticks, "nearest": context(md).nearest, "mine": dataset.lines.get("my-number")}


def letter_faults(options: LetterFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield a fault for each unknown health situation in a letter. Also yield a fault for each situation in `examples` for which
    situations.yml gives no examples.
    """
    for part in options.parts:
        yield from unknown([*part.situations, *part.examples], dataset.situations, "situations.yml")
        for name in part.examples:
            if name in dataset.situations and not dataset.situations[name].small:
                yield f'"{name}" has no examples ("small" in situations.yml).', 'Remove it from "examples".'


def _report(options: ReportFence, _dataset: Dataset, md: Markdown) -> dict[str, Any]:
    return {"site": context(md).settings, "show": options.show}


FENCES: dict[str, Fence] = {
    "report": Fence("report", ReportFence, none, _report),
    "decide": Fence("decide", DecideFence, decide_faults, _decide),
    "diary": Fence("diary", DiaryFence, none, _diary),
    "letter": Fence("letter", LetterFence, letter_faults, _letter),
}
