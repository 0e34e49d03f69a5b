"""Tests the accessibility of everything that opens on a page (menus, search, sources). Also tests pages with a keyboard, with
large text and with reduced motion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.axe import LAYOUTS, SEEN, faults

ONE_OF_EACH = pytest.mark.parametrize("address", LAYOUTS)
FIELD, STATUS = ".md-search__input", ".md-search-result__meta"
TOOLTIP = ".md-tooltip2--active"
NOTHING_KEPT = """for (const kind of ["localStorage", "sessionStorage"]) Object.defineProperty(window, kind, {
  get() { throw new DOMException("The operation is insecure.", "SecurityError") }
})"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
CUT = """() => [...document.querySelectorAll("article *")].filter(e => {
  const box = e.getBoundingClientRect()
  return box.width && box.height && box.right > innerWidth + 1 && !e.closest(".scroll, .sr, thead, svg")
}).map(e => e.outerHTML.slice(0, 120))"""
STOP = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect()
  return { name: e.outerHTML.slice(0, 120), ended: e === document.body,
           inView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
           shown: e.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
           outline: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2 }
}"""


def open_menu(page: Page) -> Locator:
    page.locator(".menu > summary").click()
    page.locator(".rooms summary").nth(3).click()
    return page.locator(".rooms [open] li").first


def search(words: str) -> Callable[[Page], Locator]:
    def type_it(page: Page) -> Locator:
        page.keyboard.press("Control+k")
        expect(page.locator(STATUS)).to_have_text("Type to start searching", timeout=20_000)
        page.locator(FIELD).press_sequentially(words)
        return page.locator(f"{STATUS} + ol > li").first
    return type_it


def open_source(page: Page) -> Locator:
    page.locator("article a.footnote-ref").last.focus()
    tooltip = page.locator(f"{TOOLTIP}[aria-label]")
    expect(tooltip).to_be_visible()
    expect(tooltip).to_have_css("opacity", "1")
    return tooltip


def open_sources(page: Page) -> Locator:
    page.locator(".sources > summary").click()
    page.locator(".tools summary").first.click()
    return page.locator(".sources[open]")


KNOWN: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
"""The looks (see tests/axe.py) whose colours have been checked, by colour scheme and width."""


def faults_when_open(browser: Browser, address: str, width: int, act: Callable[[Page], Locator],
                     within: str) -> dict[tuple[str, int], str]:
    """Call `act`, which opens a part of the page. Return the faults that axe finds, by colour scheme and width. The test fails if
    the part closes when the colour scheme changes.

    On a phone in the light scheme, axe tests the whole page. Otherwise, axe tests only what the selector `within` matches, since
    conftest.py tests the rest. In the dark scheme, only the rules that depend on colours run.
    """
    page = browser.new_page(viewport={"width": width, "height": 740}, bypass_csp=True, reduced_motion="reduce")
    page.goto(address)
    opened, found = act(page), {}
    for scheme, rules in (("light", []), ("dark", SEEN)):
        page.emulate_media(color_scheme=scheme)
        expect(opened).to_be_visible()
        whole = (scheme, width) == ("light", 360)
        found[scheme, width] = faults(page, *rules, within="html" if whole else within, known=KNOWN[scheme, width])
        expect(opened).to_be_visible()
    page.close()
    return {mode: what for mode, what in found.items() if what}


@pytest.mark.parametrize(("address", "act", "within"), [
    ("about/privacy/", search("sore after"), "header"),  # the search is the same on every page, so a short page is enough
    ("about/privacy/", search("xylophone"), "header"),
    ("techniques/swedish/", open_source, TOOLTIP), ("techniques/swedish/", open_sources, "article > :is(.sources, .tools)"),
    ("about/privacy/", open_menu, "header"), ("", open_menu, "header"),
], ids=["found", "not found", "source", "foot", "menu", "home's menu"])
def test_axe_finds_nothing_in_what_opens(browser: Browser, site: str, address: str, act: Callable[[Page], Locator], within: str):
    # wide screens have no menu, because the header shows all sections
    widths = (360,) if act is open_menu else (360, 1280)
    found = [faults_when_open(browser, f"{site}/{address}", width, act, within) for width in widths]
    assert [fault for fault in found if fault] == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_source_opens_within_the_screen(browser: Browser, site: str, width: int):
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(f"{site}/massage/does-it-help/")
    open_source(page)
    box = page.locator(f"{TOOLTIP} > .md-tooltip2__inner").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.keyboard.press("Escape")
    expect(page.locator(TOOLTIP)).to_be_hidden()
    page.close()


@pytest.mark.parametrize("address", ["", "massage/does-it-help/", "try/before-you-book/"])
def test_after_the_skip_link_the_tab_key_goes_on_in_the_article(page: Page, site: str, address: str):
    page.goto(f"{site}/{address}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("article :focus")).to_be_visible()


@pytest.mark.parametrize(("address", "width"), [
    ("", 1280), ("massage/does-it-help/", 360), ("try/diary/", 360), ("questions/", 1280)])
def test_each_stop_of_the_keyboard_is_seen(browser: Browser, site: str, address: str, width: int):
    page = browser.new_page(viewport={"width": width, "height": 740}, reduced_motion="reduce")
    page.goto(f"{site}/{address}")
    for stops in range(1500):
        page.keyboard.down("Tab")
        stop = page.evaluate(STOP)
        if stop["ended"]:
            break
        assert all(stop[name] for name in ("inView", "shown", "outline")), (stops, stop)
    assert 20 < stops < 1499, "the Tab key does not reach the end of the page"
    page.close()


def test_the_menu_opens_with_the_keyboard_and_escape_closes_it_step_by_step(page: Page, site: str):
    page.goto(f"{site}/massage/safety/")
    menu, section = page.locator(".menu > summary"), page.locator(".rooms summary").nth(2)
    expect(section).to_be_hidden()
    menu.press("Enter")
    section.press("Enter")
    expect(page.locator(".rooms a[aria-current=page]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".rooms a[aria-current=page]")).to_be_hidden()
    expect(section).to_be_focused()
    page.keyboard.press("Escape")
    expect(section).to_be_hidden()
    expect(menu).to_be_focused()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_section_opens_where_it_is_tapped_and_stays_open_without_script(browser: Browser, site: str, width: int):
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(f"{site}/massage/safety/")
    if width < 1000:
        page.locator(".menu > summary").click()
    section = page.locator(".rooms details").nth(3)
    before = section.locator("summary").bounding_box()
    section.locator("summary").click()
    assert section.locator("summary").bounding_box() == before
    link = section.get_by_role("link", name="Swedish")
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url("**/techniques/swedish/")
    context.close()


def test_on_a_wide_screen_one_section_is_open_at_a_time_and_a_tap_elsewhere_closes_it(browser: Browser, site: str):
    page = browser.new_page(viewport={"width": 1280, "height": 740})
    page.goto(f"{site}/massage/safety/")
    sections = page.locator(".rooms details")
    sections.nth(0).locator("summary").click()
    sections.nth(1).locator("summary").click()
    expect(sections.nth(0)).not_to_have_attribute("open", "")
    expect(sections.nth(1)).to_have_attribute("open", "")
    page.mouse.click(1270, 700)  # click where the open menu does not cover the page
    expect(sections.nth(1)).not_to_have_attribute("open", "")
    page.close()


@pytest.mark.parametrize(("width", "text"), [(320, 100), (320, 200), (360, 200)])
def test_the_name_and_the_strip_fit_at_320_px_and_in_text_twice_as_large(browser: Browser, site: str, width: int, text: int):
    page = browser.new_page(viewport={"width": width, "height": 740}, bypass_csp=True)
    page.goto(f"{site}/massage/safety/")
    page.add_style_tag(content=f"html {{ font-size: {text}% !important }}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.locator(":is(.top, .strip) :is(a, summary, label, li)").evaluate_all("""parts => parts.filter(part => {
      const box = part.getBoundingClientRect()
      return box.width && (box.left < 0 || box.right > innerWidth + 1) }).map(part => part.outerHTML.slice(0, 80))""")
    assert cut == []
    page.close()


@pytest.mark.parametrize("address", ["massage/safety/", "try/diary/", "try/before-you-book/"])
def test_pages_work_where_the_browser_keeps_nothing(browser: Browser, site: str, address: str):
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="light")
    context.add_init_script(NOTHING_KEPT)
    page = context.new_page()
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.goto(f"{site}/{address}")
    page.locator("footer [data-scheme-switch]").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    assert thrown == []
    context.close()


@ONE_OF_EACH
def test_large_or_spaced_text_is_not_cut_off(browser: Browser, site: str, address: str):
    page = browser.new_page(viewport={"width": 360, "height": 740}, bypass_csp=True)
    page.goto(f"{site}/{address}")
    page.add_style_tag(content=SPACED)
    assert page.evaluate(CUT) == []
    page.goto(f"{site}/{address}")
    page.add_style_tag(content="html { font-size: 250% !important }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(CUT) == []
    page.close()


def test_nothing_moves_for_those_who_ask_for_that(browser: Browser, site: str):
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{site}/massage/does-it-help/")
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter(e => {
      const style = getComputedStyle(e)
      return style.animationName !== "none" || parseFloat(style.transitionDuration) || style.scrollBehavior !== "auto"
    }).map(e => e.outerHTML.slice(0, 120))""")
    assert moving == []
    page.close()
