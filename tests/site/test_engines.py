"""The frame in Firefox and in WebKit: a dozen pages, one of each kind. What they show in detail is tested in Chromium."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.engines import PACKAGES, Engine, missing, start

PAGES = ["", "massage/does-it-help/", "massage/safety/", "studies/safety/", "back-pain/warning-signs/", "try/before-you-book/",
         "try/decide/", "try/diary/", "about/claims/", "about/glossary/", "try/handouts/one-page/", "techniques/swedish/"]
PATIENCE = 30
"""Seconds until the search has read its index, on a busy machine."""

SEEN = """
const sheet = [...document.styleSheets].map(sheet => sheet.cssRules.length)
const style = selector => getComputedStyle(document.querySelector(selector))
const folded = document.querySelector(".sources")
return {
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  sheets: sheet.length === 2 && sheet.every(Boolean),
  ground: style("body").backgroundColor === "rgb(251, 248, 242)",
  face: style("h1").fontFamily.startsWith("Newsreader"),
  term: !document.querySelector("a.term") || style("a.term").textDecorationLine === "underline",
  folded: !folded || !folded.open && !folded.querySelector("ol").checkVisibility(),
  numbers: document.querySelectorAll(".strip a[href^='tel:']").length === 4,
  script: document.documentElement.className === "js",
}"""
MENU = """
const menu = document.querySelector(".menu"), section = document.querySelectorAll(".rooms details")[3]
if (menu.querySelector("summary").checkVisibility()) menu.querySelector("summary").click()
section.querySelector("summary").click()
const shown = section.querySelector("a").checkVisibility()
section.querySelector("summary").click()
return shown"""
ASK = """
document.querySelector("label.find").click()
return true"""
FOUND = """
const field = document.querySelector("[data-md-component=search-query]")
if (!window.document$) return 0
if (!field.dataset.asked) {
  field.dataset.asked = "yes"
  field.focus()
  document.execCommand("insertText", false, "sciatica")
}
return document.querySelectorAll(".md-search-result__item").length"""


@pytest.fixture(scope="module", params=PACKAGES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if to_type := missing(request.param):
        pytest.fail(to_type, pytrace=False)
    browser = start(request.param)
    yield browser
    browser.close()


def test_a_dozen_pages_are_whole_and_complain_of_nothing(engine: Engine, site: str):
    wrong = []
    for address in PAGES:
        for width in (1280, 320):
            engine.width(width)
            engine.go(f"{site}/{address}")
            seen = engine.run(SEEN)
            if seen.pop("wide") > 0:
                wrong.append((address, width, "wider than the screen"))
            wrong += [(address, width, name) for name, right in seen.items() if not right]
            if not engine.run(MENU):
                wrong.append((address, width, "a section of the menu does not open"))
        wrong += [(address, said[:160]) for said in engine.complaints()]
    assert wrong == []


def test_the_search_finds_what_is_typed(engine: Engine, site: str):
    engine.width(1280)
    engine.go(f"{site}/massage/safety/")
    engine.complaints()
    assert engine.run(ASK)
    end = time.monotonic() + PATIENCE
    while not (hits := engine.run(FOUND)) and time.monotonic() < end:
        time.sleep(.2)
    assert hits
    assert engine.complaints() == []
