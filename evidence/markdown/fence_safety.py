"""Renders data blocks (code fences with YAML) about safety: cards with warning signs, health situations, the safety check, and
our own cautions (where we are more careful than official lists).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, Literal

from markdown import Markdown
from pydantic import Field

from evidence.markdown.context import context, layer, page_path
from evidence.markdown.fence import Empty, Fault, Fence, none, unknown
from evidence.model.dataset import Dataset
from evidence.model.pages import Layer
from evidence.model.record import Record
from evidence.model.safety_check import group_of
from evidence.model.signs import Level, Sign
from evidence.model.situations import RESULTS


class WarningSignsFence(Record):
    """Options for a block that shows cards from warning-signs.yml."""

    cards: list[str] = Field(min_length=1, description="ids from warning-signs.yml, most urgent first")
    short: bool = Field(False, description="true to show the short form of each card")
    sentence: bool = Field(False, description="true to show one sentence per card, on pages about another subject; always in "
                                              "the short form")
    lines: bool = Field(False, description='with "sentence: true", true to put each sign on its own line, for readers who may '
                                           "be frightened")
    numbers: bool = Field(True, description="false if the page has already shown the numbers to call")
    heading: Literal[2, 3] = Field(3, description="level of the cards' headings")


class SituationsFence(Record):
    """Options for a block that shows health situations from situations.yml in groups. If `ids` is given, the block shows only the
    rows with these ids, without group headings.
    """

    groups: list[str] = Field(default_factory=list, description="the groups to show, in this order; all if empty")
    ids: list[str] = Field(default_factory=list, description="ids of single rows to show, for example under a question")
    heading: Literal[2, 3] = Field(2, description="level of the groups' headings")


def _warning_signs(options: WarningSignsFence, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    cards = [dataset.cards[name] for name in options.cards]
    here = page_path(md)
    leaflet = layer(md) is Layer.LEAFLET

    short = options.short or options.sentence

    def form(sign: Sign) -> str:
        return sign.on_leaflet if leaflet else sign.short if short else sign.text

    drawn = {card.id: [dataset.signs[name] for name in card.shown(short)] for card in cards}
    signs = list({sign.id: sign for part in drawn.values() for sign in part}.values())
    return {"cards": cards, "drawn": drawn, "form": form, "sentence": options.sentence, "lines": options.lines,
            "leaflet": leaflet, "tag": f"h{options.heading}", "here": here,
            "calls": context(md).nearest if options.numbers and any(card.level is Level.EMERGENCY for card in cards) else [],
            "own": [sign for sign in signs if sign.caution], "mine": dataset.lines.get("my-number"),
            "sources": list(dict.fromkeys(key for sign in signs for key in sign.sources))}


def _warning_faults(options: WarningSignsFence, dataset: Dataset) -> Iterable[Fault]:
    yield from unknown(options.cards, dataset.cards, "warning-signs.yml")
    for name in options.cards:
        if name in dataset.cards:
            yield from unknown(dataset.cards[name].signs, dataset.signs, "signs.yml")


def _situations(options: SituationsFence, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    if options.ids:
        return {"groups": {"": [dataset.situations[name] for name in options.ids]}, "tag": ""}
    groups = {name: list(rows) for name, rows in groupby(dataset.situations.values(), key=lambda row: row.group)}
    return {"groups": {name: groups[name] for name in options.groups or groups}, "tag": f"h{options.heading}"}


def _situations_faults(options: SituationsFence, dataset: Dataset) -> Iterable[Fault]:
    yield from unknown(options.groups, {row.group for row in dataset.situations.values()}, "situations.yml")
    yield from unknown(options.ids, dataset.situations, "situations.yml")


def check_faults(_options: Empty, dataset: Dataset) -> Iterable[Fault]:
    """Yield a fault if the data for the safety check is missing. Otherwise, yield a fault for each unknown warning sign or health
    situation in the safety check.
    """
    check = dataset.safety_check
    if check is None:
        yield "docs/data/safety-check.yml is missing or has a mistake.", "Run: make check"
        return
    for screen in check.screens:
        yield from unknown(screen.signs, dataset.signs, "signs.yml")
        yield from unknown(screen.situations, dataset.situations, "situations.yml")
    yield from unknown(check.watch, dataset.signs, "signs.yml")


def _safety_check(_options: Empty, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    check = dataset.safety_check
    assert check is not None  # noqa: S101 (check_faults has made sure of it)
    rows = dataset.signs | dataset.situations
    watch = {place: [sign for name in check.watch if (sign := dataset.signs[name]).destination == place]
             for place in dataset.destinations}
    return {"check": check, "signs": dataset.signs, "situations": dataset.situations, "destinations": dataset.destinations,
            "results": RESULTS, "watch": {place: signs for place, signs in watch.items() if signs},
            "group_of": {tick: group_of(tick, dataset) for screen in check.screens for tick in screen.ticks},
            "sources": {screen.id: list(dict.fromkeys(key for tick in screen.ticks for key in rows[tick].sources))
                        for screen in check.screens},
            "helplines": dataset.helplines, "nearest": context(md).nearest, "mine": dataset.lines.get("my-number")}


def _our_cautions(_options: Empty, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    groups = [(place, [sign for sign in dataset.signs.values() if sign.caution and sign.destination == place.id])
              for place in dataset.destinations.values()]
    return {"groups": [(place, signs) for place, signs in groups if signs],
            "situations": [row for row in dataset.situations.values() if row.caution]}


FENCES: dict[str, Fence] = {
    "warning-signs": Fence("warning-signs", WarningSignsFence, _warning_faults, _warning_signs),
    "situations": Fence("situations", SituationsFence, _situations_faults, _situations),
    "safety-check": Fence("safety-check", Empty, check_faults, _safety_check),
    "our-cautions": Fence("our-cautions", Empty, none, _our_cautions),
}
