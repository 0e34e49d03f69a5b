"""What readers open, and what their devices ask for: menus, search, references, keys, large text, few colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.test_pages import KINDS, MODES, faults

ONE_OF_A_KIND = pytest.mark.parametrize("address", KINDS)
FIELD, STATUS = ".md-search__input", ".md-search-result__meta"
TOOLTIP = ".md-tooltip2--active"
NOTHING_KEPT = """for (const kind of ["localStorage", "sessionStorage"]) Object.defineProperty(window, kind, {
  get() { throw new DOMException("The operation is insecure.", "SecurityError") }
})"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
CUT = """() => [...document.querySelectorAll("article *")].filter(e => {
  const box = e.getBoundingClientRect()
  return box.width && box.height && box.right > innerWidth + 1 && !e.closest(".scroll, .md-typeset__scrollwrap, .sr, thead, svg")
}).map(e => e.outerHTML.slice(0, 120))"""
STOP = """() => {
  const e = document.activeElement, option = e.matches(".md-option") ? e.nextElementSibling : e, style = getComputedStyle(option)
  const box = option.getBoundingClientRect()
  return { name: e.outerHTML.slice(0, 120), ended: e === document.body,
           inView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
           shown: option.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
           outline: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2 }
}"""


@pytest.fixture(params=MODES, ids=lambda mode: f"{mode[0]}-{mode[1]}")
def mode(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    scheme, width = request.param
    page = browser.new_page(viewport={"width": width, "height": 740}, color_scheme=scheme, bypass_csp=True,
                            reduced_motion="reduce")
    yield page
    page.close()


def open_menu(page: Page) -> None:
    page.locator(".md-header__button[for=__drawer]").click()
    expect(page.locator(".md-sidebar--primary")).to_be_visible()


def search(words: str) -> Callable[[Page], None]:
    def type_it(page: Page) -> None:
        page.keyboard.press("Control+k")
        expect(page.locator(STATUS)).to_have_text("Type to start searching", timeout=20_000)
        page.locator(FIELD).press_sequentially(words)
        expect(page.locator(f"{STATUS} + ol > li").first).to_be_visible()
    return type_it


def open_source(page: Page) -> None:
    page.locator("article a.footnote-ref").last.focus()
    tooltip = page.locator(f"{TOOLTIP}[aria-label]")
    expect(tooltip).to_be_visible()
    expect(tooltip).to_have_css("opacity", "1")


@pytest.mark.parametrize("act", [search("sore after"), search("xylophone"), open_source], ids=["found", "not found", "source"])
def test_axe_finds_nothing_in_what_opens(mode: Page, site: str, act: Callable[[Page], None]):
    mode.goto(f"{site}/massage/does-it-help/")
    act(mode)
    assert faults(mode) == ""


@ONE_OF_A_KIND
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_menu(browser: Browser, site: str, address: str, scheme: str):
    page = browser.new_page(viewport={"width": 360, "height": 740}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page.goto(f"{site}/{address}")
    open_menu(page)
    assert faults(page) == ""
    page.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_source_opens_within_the_screen(browser: Browser, site: str, width: int):
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(f"{site}/massage/does-it-help/")
    open_source(page)
    box = page.locator(f"{TOOLTIP} > .md-tooltip2__inner").bounding_box()
    assert box and box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["", "massage/does-it-help/", "try/diary/", "questions/"])
def test_each_stop_of_the_keyboard_is_seen(browser: Browser, site: str, address: str, width: int):
    page = browser.new_page(viewport={"width": width, "height": 740}, reduced_motion="reduce")
    page.goto(f"{site}/{address}")
    for stops in range(1500):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["ended"]:
            break
        assert stop["inView"] and stop["shown"] and stop["outline"], (stops, stop)
    assert 20 < stops < 1499, "the keyboard comes to the end of the page"
    page.close()


def test_the_menu_opens_and_closes_with_the_keyboard(page: Page, site: str):
    page.goto(f"{site}/massage/safety/")
    button, menu = page.get_by_role("button", name="Menu"), page.locator(".md-sidebar--primary")
    expect(menu).to_be_hidden()
    button.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(menu.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_search_opens_and_closes_with_the_keyboard(page: Page, site: str):
    page.goto(f"{site}/massage/safety/")
    button, field = page.get_by_role("button", name="Search"), page.locator(FIELD)
    expect(field).to_be_hidden()
    button.press("Enter")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("address", ["massage/safety/", "try/diary/", "try/before-you-book/"])
def test_pages_work_where_the_browser_keeps_nothing(browser: Browser, site: str, address: str):
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="light")
    context.add_init_script(NOTHING_KEPT)
    page = context.new_page()
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.goto(f"{site}/{address}")
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert thrown == []
    context.close()


@ONE_OF_A_KIND
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
