"""Writes the text of the weekly issue. The problems are listed by kind, the most serious first, with advice on each kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from scripts.link_table import code


class Part(Enum):
    """The parts of the report, in order. Each part has a heading, and advice on what to do."""

    RETRACTED = ("Papers retracted, withdrawn or in doubt",
                 "Read the notice. Remove the paper from every claim that uses it, or say on the page what happened.")
    UNREGISTERED = ("DOIs that do not exist", "A digit is wrong, or the DOI was never registered. Look the paper up by title.")
    OTHER_PAPER = ("DOIs that seem to belong to another paper", "Compare the two titles, and correct the DOI or our title.")
    GONE = ("Links to pages that are gone", "Find the page's new address or an archived copy, or cite another source.")
    DUE = ("Pages to check against their sources", "Check the facts, set `checked` to today, and add what is new to `changes`.")
    MOVED = ("Links that moved", "Open the new address. If the page says the same, replace the old address.")
    NEWER = ("Papers with a correction or a newer version", "Check whether a number that we use has changed.")

    @property
    def heading(self) -> str:
        """Return the heading of this part."""
        return self.value[0]

    @property
    def do(self) -> str:
        """Return advice on what to do about the problems in this part."""
        return self.value[1]


@dataclass(frozen=True)
class Item:
    """A problem in the report: its place in the repository, the link or paper concerned, and what is wrong."""

    part: Part
    place: str
    thing: str
    said: str


@dataclass(frozen=True)
class Unknown:
    """A link or DOI that could not be checked. Such a link or DOI does not count as a problem."""

    thing: str
    why: str


def text(items: Iterable[Item], unknown: Iterable[Unknown], asked: int) -> str:
    """Return the report in Markdown. Text from other sites is shown as code, so that any markup in it has no effect."""
    items, unknown = list(items), list(unknown)
    lines = [f"Once a week a script checks whether {asked} links and DOIs still work. "
             "The result does not block any change. The script overwrites this text, so write any answer in a comment below.", ""]
    if not items:
        lines += ["There is nothing to do.", ""]
    for part in Part:
        mine = [item for item in items if item.part is part]
        if mine:
            lines += [f"### {part.heading}", "", part.do, ""]
            lines += [f"- {code(item.thing)} in {code(item.place)}: {item.said}" for item in mine]
            lines.append("")
    if unknown:
        lines += ["<details>", f"<summary>{len(unknown)} could not be checked this time. That does not mean they are broken."
                  "</summary>", "", *(f"- {code(one.thing)}: {code(one.why)}" for one in unknown), "", "</details>", ""]
    return "\n".join(lines)
