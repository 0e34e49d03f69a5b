"""Tests what a blind reader hears when the screen reader Orca reads pages in Firefox. These tests take a few minutes, so they run
only with `make listen`.

On a busy machine, Orca can miss an announcement. If an announcement is missing, the test repeats the action once, and only the
second result counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from tests import ROOT
from tests.engines.orca import Orca

LIST = yaml.safe_load((ROOT / "tests" / "fixtures" / "heard.yml").read_text(encoding="utf-8"))
EVERYWHERE = LIST["everywhere"]
KEPT = ROOT / "tests" / "fixtures" / "heard"
"""The folder with what was heard on three pages. `make listen ARGS=--keep` saves it again."""
TRANSCRIPTS = ("", "back-pain/warning-signs/", "try/before-you-book/")
EMERGENCY = "Call your local emergency number now"


@pytest.fixture(scope="module")
def orca() -> Iterator[Orca]:
    with Orca() as reader:
        yield reader


def missing(heard: list[str], wanted: list[str]) -> list[str]:
    """Return the expected phrases that Orca did not say, or did not say in the expected order."""
    at, absent = 0, []
    for piece in wanted:
        found = next((place for place in range(at, len(heard)) if piece in heard[place]), None)
        if found is None:
            absent.append(piece)
        else:
            at = found
    return absent


def twice(action: Callable[[], list[str]], enough: Callable[[list[str]], bool]) -> list[str]:
    """Run an action and return what Orca said. If Orca did not say everything that was expected, run the action once more."""
    heard = action()
    return heard if enough(heard) else action()


def test_what_must_be_heard_is_heard_and_nothing_that_must_not(orca: Orca, site: str, request: pytest.FixtureRequest):
    faults = []
    for row in LIST["pages"]:
        def whole(address: str = row["page"]) -> list[str]:
            orca.open(f"{site}/{address}")
            return orca.whole()

        heard = twice(whole, lambda said, row=row: not missing(said, EVERYWHERE["must"]) and not missing(said, row["must"]))
        absent = missing(heard, EVERYWHERE["must"]) + missing(heard, row["must"])
        faults += [(row["page"], "not heard", piece) for piece in absent]
        faults += [(row["page"], "heard", line) for line in heard for mark in EVERYWHERE["must_not"]
                   if mark not in row.get("allowed", []) and re.search(mark, line)]
        faults += [(row["page"], "heard twice", line) for line, after in zip(heard, heard[3:], strict=False)
                   if line == after and "check box" in heard[heard.index(line) + 1]]
        if request.config.getoption("--keep") and row["page"] in TRANSCRIPTS and not absent:
            keep(row["page"], heard)
    assert faults == []


def keep(address: str, heard: list[str]) -> None:
    """Save Orca's words in a file, so that people can read what a blind reader hears."""
    KEPT.mkdir(exist_ok=True)
    file = Path(KEPT, (address.strip("/").replace("/", "-") or "home") + ".txt")
    file.write_text("\n".join(heard) + "\n", encoding="utf-8")


def test_the_result_of_the_safety_check_is_read_out(orca: Orca, site: str):
    """After a reader has ticked a box and pressed the button, Orca reads the emergency advice without another key press."""
    def result() -> list[str]:
        orca.open(f"{site}/try/before-you-book/")
        orca.press("x")
        ticked = orca.press("space")
        orca.page.run("document.querySelector('[data-do=next]').focus()")
        return ticked + orca.press("F8") + orca.press("Return", most=12, silence=2) + ["then"] + orca.press("Down", most=4)

    heard = twice(result, lambda said: any(EMERGENCY in line for line in said))
    assert any(EMERGENCY in line for line in heard), heard
    assert "Ask for an ambulance" in " ".join(heard[heard.index("then"):]), "reading does not go on in the result"
    orca.page.run("sessionStorage.clear()")


def test_the_next_list_of_the_check_is_spoken(orca: Orca, site: str):
    def forward() -> list[str]:
        orca.open(f"{site}/try/before-you-book/")
        orca.press("x")
        orca.page.run("document.querySelector('[data-do=next]').focus()")
        orca.press("F8")
        return orca.press("Return", most=12, silence=2)

    heard = twice(forward, lambda said: any("List 2 of" in line for line in said))
    assert any("List 2 of" in line for line in heard), heard


def test_typed_words_arrive_in_the_search_field(orca: Orca, site: str):
    """Readers move to the search button with "b", which is Orca's key for the next button, and then type. Without our fix, Orca
    would treat the typed letters as commands.
    """
    def typed() -> list[str]:
        orca.open(f"{site}/massage/")
        orca.press("ctrl+Home")
        next(said for _ in range(20) if "Search" in (said := " ".join(orca.press("b"))))
        orca.press("Return", most=8)
        for letter in "warfarin":
            orca.press(letter, most=4)
        return [orca.page.run("return new FormData(document.querySelector('form[name=search]')).get('query')")]

    assert twice(typed, lambda said: said == ["warfarin"]) == ["warfarin"]


def test_search_results_have_their_names(orca: Orca, site: str):
    def results() -> list[str]:
        orca.open(f"{site}/massage/")
        orca.press("ctrl+k", most=6)
        orca.press("s", most=4)
        if orca.page.run("return document.querySelector('[name=query]').value") != "s":
            orca.press("Insert+a", most=4)  # switch on Orca's focus mode, in which letters are not commands
            orca.page.run("document.querySelector('[name=query]').value = ''")
            orca.press("s", most=4)
        orca.press(*"ciatica", most=12, silence=3)
        return [line for _ in range(3) for line in orca.press("Down", most=6, silence=2)]

    heard = twice(results, lambda said: sum("sciatica" in line.lower() for line in said) > 0)
    assert any("sciatica" in line.lower() and len(line.split()) > 2 for line in heard), heard


def test_a_source_is_reached_and_left_without_losing_the_place(orca: Orca, site: str):
    def there_and_back() -> list[str]:
        orca.open(f"{site}/massage/does-it-help/")
        orca.page.run("document.querySelector('.footnote-ref').focus()")
        orca.press("F8")
        there = orca.press("Return", most=12, silence=3)
        orca.page.run("document.querySelector('.footnote-backref').focus()")
        orca.press("F8")
        return [*there, "then", *orca.press("Return", most=12, silence=3)]

    heard = twice(there_and_back, lambda said: "1. Furlan 2015." in said and said[-1] != "then")
    there, back = heard[:heard.index("then")], heard[heard.index("then") + 1:]
    assert "1. Furlan 2015." in there, heard
    assert any("Source 1: Furlan 2015" in line for line in back), heard
