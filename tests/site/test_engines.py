"""Tests what readers see and can do in Firefox and in WebKit, which is Safari's engine.

The tests open one page of each layout or, with --every-page (`make engines`), every page.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from evidence.loading.dataset import load_dataset
from tests import EDITION
from tests.conftest import pages_of
from tests.engines import Engine, EngineError, MissingEngineError, asked, launch, sheets

LAYOUTS = ("", "massage/", "massage/does-it-help/", "massage/safety/", "back-pain/warning-signs/", "questions/",
         "techniques/swedish/", "treatments/", "try/before-you-book/", "try/decide/", "try/diary/", "try/letters/",
         "try/handouts/one-page/", "about/claims/", "about/glossary/", "about/guidelines/", "about/references/")
"""One page of each layout."""
ENHANCED = ("", "massage/does-it-help/", "try/before-you-book/", "try/decide/", "try/diary/", "try/letters/", "about/claims/")
"""Pages whose content is rearranged by a script, and an ordinary page."""

NARROW, PHONE, DESK = (320, 740), (360, 740), (1280, 800)
ESCAPE = "\ue00c"
NUMBERS = ("999", "112", "911", "000")
"""The four numbers in the strip at the top of every page."""

LOOK = """
const root = document.documentElement, wide = innerWidth + 1, seen = { opacityProperty: true, visibilityProperty: true }
const inSight = element => element.checkVisibility(seen) && element.getBoundingClientRect().width > 1
const faults = [], heading = document.querySelector("h1")
if (!document.title.trim()) faults.push("has no title")
if (!heading?.innerText.trim() || !inSight(heading)) faults.push("shows no h1")
for (const { sheet, href } of document.querySelectorAll("link[rel=stylesheet]")) {
  if (!sheet?.cssRules.length) faults.push(`has no rules of ${href}`)
}
const term = document.querySelector("a.term")
if (term && getComputedStyle(term).textDecorationLine !== "underline") faults.push("shows its glossary links as plain text")
for (const picture of document.images) if (picture.complete && !picture.naturalWidth) faults.push(`breaks ${picture.src}`)
const missing = arguments[0].filter(number => {
  const call = [...document.querySelectorAll(`a[href="tel:${number}"]`)].filter(inSight)[0]
  return !(call?.getBoundingClientRect().top < heading?.getBoundingClientRect().top)
})
if (missing.length) faults.push(`has no ${missing.join(", ")} above its title`)
scrollTo({ left: 999, behavior: "instant" })
if (scrollX || root.scrollWidth > root.clientWidth) {
  const out = [...document.body.querySelectorAll("*")].filter(element => element.getBoundingClientRect().right + scrollX > wide)
  const inner = out.filter(element => !out.some(other => other !== element && element.contains(other)))[0]
  faults.push(`scrolls sideways at ${innerWidth} px: ${root.scrollWidth} wide, by ${inner?.outerHTML.slice(0, 90)}`)
}
scrollTo({ left: 0, behavior: "instant" })
return faults"""

HIDDEN = """for (const tick of document.querySelectorAll(".decide__pick input")) tick.checked = true;
return [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, td, label)")].filter(element => {
  const kept = element.closest("details:not([open]) > :not(summary), [hidden], template, nav, .needs-script, [class*=paper]")
  const { width, height } = element.getBoundingClientRect()
  const words = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
  return !kept && words && !(width && height && element.checkVisibility({ visibilityProperty: true }))
}).map(element => `does not show ${element.outerHTML.replace(/\\s+/g, " ").slice(0, 110)}`)"""


@pytest.fixture(scope="session", params=asked())
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Yield a running browser engine for all tests in this file. If the engine is missing or does not start, the tests fail with
    a message that says what to do.
    """
    try:
        started = launch(request.param)
    except (MissingEngineError, EngineError) as reason:
        pytest.fail(str(reason), pytrace=False)
    with started:
        yield started


@pytest.fixture
def open_page(engine: Engine, site: str) -> Iterator[Callable[..., Engine]]:
    """Yield a function that opens a page of the site in a window of a given size. After the test, fail if any page has reported
    an error.
    """
    def opened(address: str, size: tuple[int, int] = DESK) -> Engine:
        engine.size(*size)
        engine.open(f"{site}/{address}")
        return engine
    engine.errors()
    yield opened
    assert engine.errors() == []


@pytest.fixture
def addresses(request: pytest.FixtureRequest, built: Path) -> list[str]:
    """Return the addresses of the pages to test: one page of each layout, or all pages. Redirects are left out."""
    there = [page for page in pages_of(built) if 'http-equiv="refresh"' not in (built / page / "index.html").read_text("utf-8")]
    assert set(LAYOUTS) <= set(there), "LAYOUTS contains a page that is not on the site"
    studies = [address for address in there if address.startswith("studies/")]
    return there if request.config.getoption("every_page") else [*LAYOUTS, *studies[:2]]


def test_a_fault_is_found(engine: Engine):
    """The other tests pass if the browser reports no errors. So this test opens a faulty page, and expects errors."""
    engine.size(*PHONE)
    engine.errors()
    engine.open("data:text/html," + quote("""
        <meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'; img-src 'none'"><title> </title>
        <main><p style="display: none">Words</p><p style="width: 500px">Wide</p></main>
        <img src="https://example.org/a.png"><script>console.error("said so")</script><script>nowhere()</script>"""))
    told = " ".join(engine.errors())
    for words in ("img-src", "said so", "nowhere"):
        assert words in told
    seen = " ".join(engine.run(LOOK, NUMBERS))
    for words in ("no title", "no h1", "112, 911", "sideways at 360"):
        assert words in seen
    assert ["Words" in line for line in engine.run(HIDDEN)] == [True]


def test_every_kind_of_page_opens_right(engine: Engine, open_page: Callable[..., Engine], addresses: list[str]):
    faults = []
    for address in addresses:
        open_page(address, NARROW)
        for size in (NARROW, PHONE, DESK):
            engine.size(*size)
            faults += [f"/{address} {fault}" for fault in engine.run(LOOK, NUMBERS)]
        faults += [f"/{address} {error}" for error in engine.errors()]
    assert not faults, "\n".join(faults)


def test_menu_on_a_phone(open_page: Callable[..., Engine]):
    engine = open_page("massage/does-it-help/", PHONE)
    engine.press("button", "Menu", within="header")
    engine.press("button", "Is it safe?", within="header")
    engine.keys(ESCAPE)
    with pytest.raises(EngineError, match="no visible link is called Warning signs"):
        engine.get("link", "Warning signs", within="header")
    engine.press("button", "Is it safe?", within="header")
    engine.press("link", "Warning signs", within="header")
    engine.wait("location.pathname.endsWith('/back-pain/warning-signs/')")
    engine.back()
    engine.wait("location.pathname.endsWith('/massage/does-it-help/')")


def test_sections_on_a_wide_screen(open_page: Callable[..., Engine]):
    engine = open_page("")
    engine.press("button", "Is it safe?", within="header")
    engine.get("link", "Warning signs", within="header")
    engine.press("button", "Kinds of massage", within="header")
    engine.press("link", "Swedish", within="header")
    engine.wait("location.pathname.endsWith('/techniques/swedish/')")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_search_answers_and_leads_there(open_page: Callable[..., Engine], size: tuple[int, int]):
    engine = open_page("massage/safety/", size)
    engine.press("button", "Search", within="header")
    engine.wait("document.activeElement?.name === 'query'")
    engine.keys(*"sciatica")
    engine.wait("document.querySelector('[role=search] li a')")
    first = engine.all("link", within="[role=search] li")[0]
    heading, target = engine.run("return [arguments[0].querySelector('h1, h2, h3').innerText, arguments[0].href]", first)
    assert heading in engine.named(first)
    engine.click(first)
    engine.wait("location.href.split(/[?#]/)[0] === arguments[0].split(/[?#]/)[0]", target)
    assert "sciatica" in engine.run("return document.querySelector('main').innerText").lower()


def test_colours_change_and_are_kept(open_page: Callable[..., Engine]):
    ground = "return getComputedStyle(document.body).backgroundColor"
    engine = open_page("")
    light = engine.run(ground)
    engine.press("button", "Light or dark")
    dark = engine.run(ground)
    assert dark != light
    open_page("questions/")
    assert engine.run(ground) == dark
    engine.press("button", "Light or dark")
    assert engine.run(ground) == light


def test_safety_check_from_start_to_both_ends(open_page: Callable[..., Engine]):
    screens = load_dataset(EDITION).safety_check.screens
    engine = open_page("try/before-you-book/", PHONE)
    result = "safety-check [role=status]"
    shown = "[...document.querySelectorAll('safety-check button')].some(it => it.innerText.includes('None of these'))"
    for _ in screens:
        engine.wait(shown)
        engine.press("button", "None of these", within="safety-check")
    assert engine.all("heading", result)
    assert not engine.all("checkbox", "safety-check")
    assert "Emergency" not in engine.run(f"return document.querySelector('{result}').innerText")
    engine.press("button", "Start again", within="safety-check")
    engine.click(engine.all("checkbox", "safety-check")[0])
    engine.press("button", "See what to do now", within="safety-check")
    assert "Emergency" in engine.named(engine.all("heading", result)[0])
    engine.get("link", "999", within="safety-check")


def test_diary_keeps_a_score_and_gives_it_back(open_page: Callable[..., Engine]):
    engine = open_page("try/diary/", PHONE)
    rows = "return [...document.querySelectorAll('article tbody tr')].filter(row => /\\d{4}/.test(row.innerText)).length"
    for name in ("Pain, on average", "How much your back got in the way"):
        engine.choose(name, "6")
    engine.press("radio", "No", within="article form")
    engine.press("button", "Add this score")
    assert engine.run(rows) == 1
    open_page("try/diary/", PHONE)
    assert engine.run(rows) == 1
    engine.press("button", "Remove the score")
    space = engine.run("""const { top, bottom } = document.querySelector("[role=alert]").getBoundingClientRect()
        return Math.min(top, innerHeight - bottom)""")
    assert space >= 0, "the message with Undo is out of sight"
    engine.press("button", "Undo")
    assert engine.run(rows) == 1


def test_tabs_history_and_the_preview_of_a_source(engine: Engine, open_page: Callable[..., Engine]):
    preview = "[...document.querySelectorAll('.md-tooltip2')].some(shown => shown.checkVisibility() && shown.innerText)"
    open_page("massage/does-it-help/")
    engine.press("link", "The studies", within="main")
    engine.wait("location.pathname.endsWith('/studies/help/')")
    engine.press("link", "In short", within="main")
    engine.wait("location.pathname.endsWith('/massage/does-it-help/')")
    engine.back()
    engine.wait("location.pathname.endsWith('/studies/help/')")
    engine.back()
    engine.wait("location.pathname.endsWith('/massage/does-it-help/')")
    source = engine.all("link", within="sup.cite")[0]
    engine.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", source)
    engine.run("arguments[0].focus({ focusVisible: true })", source)
    engine.wait(preview)
    engine.keys(ESCAPE)
    engine.wait(f"!{preview}")
    engine.click(source)
    engine.wait("document.querySelector('.sources li:target')?.getBoundingClientRect().top < innerHeight")


def test_decision_aid_letters_and_ledger_from_start_to_end(engine: Engine, open_page: Callable[..., Engine]):
    open_page("try/decide/#what-matters-to-you", PHONE)
    engine.click(engine.run("return document.querySelectorAll('.reason input[name=money]')[0]"))
    engine.wait("document.querySelector('.mine')?.innerText.includes('I want to spend little.')")
    open_page("try/letters/", PHONE)
    engine.type(engine.run("return document.querySelector('#to-doctor-1')"), "Dr Lee")
    engine.press("button", "Empty it", within="#letter-to-doctor")
    engine.wait("document.querySelector('#letter-to-doctor .tool__said').innerText.includes('The letter is empty.')")
    engine.press("button", "Undo", within="#letter-to-doctor")
    engine.wait("document.querySelector('#to-doctor-1').value === 'Dr Lee'")
    open_page("about/claims/", PHONE)
    shown = "[...document.querySelectorAll('article .claim__we')].filter(claim => claim.checkVisibility()).length"
    every = engine.run(f"return {shown}")
    choice = engine.all("list", within="article")[0]
    name, option = engine.named(choice), engine.run("return arguments[0].options[1].text.trim()", choice)
    engine.choose(name, option)
    engine.wait(f"{shown} > 0 && {shown} < {every}")


def test_without_storage_the_diary_works_on_the_page_and_says_so(engine: Engine, open_page: Callable[..., Engine]):
    engine.allow(storage=False)
    try:
        open_page("try/diary/", PHONE)
        engine.wait("document.querySelector('[role=alert]')?.innerText.includes('does not let pages keep anything')")
        for name in ("Pain, on average", "How much your back got in the way"):
            engine.choose(name, "6")
        engine.press("radio", "No", within="article form")
        engine.press("button", "Add this score")
        engine.wait("document.querySelector('[role=alert]').innerText.includes('on this page only')")
        for address in ENHANCED:
            open_page(address, PHONE)
            assert engine.run(LOOK, NUMBERS) == []
        ground = "return getComputedStyle(document.body).backgroundColor"
        light = engine.run(ground)
        engine.press("button", "Light or dark")
        assert engine.run(ground) != light
    finally:
        engine.allow()


def test_sheets_are_counted_in_plain_and_in_packed_files():
    page = b"<< /Type /Page /Parent 1 0 R >>"
    assert sheets(b"<< /Type /Pages /Count 2 >>" + page + page) == 2
    picture = b"stream\r\n\xff\xd8\r\nendstream"
    assert sheets(b"<< /Type /ObjStm >> stream\n" + zlib.compress(page * 3) + b"\nendstream" + picture) == 3


def test_leaflets_print_on_their_sheet(engine: Engine, site: str, addresses: list[str]):
    leaflets = [address for address in addresses if re.fullmatch("try/handouts/.+", address)]
    counted = {address: sheets(engine.pdf(f"{site}/{address}")) for address in leaflets}
    assert leaflets
    assert [address for address, count in counted.items() if count != 1] == [], counted


def test_without_script_the_words_are_there(engine: Engine, open_page: Callable[..., Engine], addresses: list[str],
                                            request: pytest.FixtureRequest):
    faults = []
    engine.allow(scripts=False)
    try:
        for address in addresses if request.config.getoption("every_page") else ENHANCED:
            open_page(address, PHONE)
            faults += [f"/{address} {fault}" for fault in (*engine.run(LOOK, NUMBERS), *engine.run(HIDDEN), *engine.errors())]
    finally:
        engine.allow()
    assert not faults, "\n".join(faults)
