"""Every built page, in a real browser, as readers get it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.conftest import source_pages

PAGES = source_pages()
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


MODES = [("light", 360), ("light", 1280), ("dark", 1280), ("dark", 360)]
FULL = {("light", 360), ("dark", 1280)}
"""Combinations of colour scheme and width that are tested on every page: each scheme and each width once. At 360 px all rules
run. At 1280 px only the frame and the styles differ, so all rules run on one page of each layout, and only SEEN on the others."""
LAYOUTS = ["", "massage/safety/", "massage/does-it-help/", "try/diary/", "questions/", "about/glossary/", "try/handouts/",
         "404.html"]
SEEN = ["color-contrast", "link-in-text-block"]
"""Rules whose result depends on the combination of scheme and width. In the two combinations that are not in FULL, only these
run, on one page of each layout, because all pages with the same layout have the same styles."""


LOOKS = """() => {
  document.querySelectorAll("[data-look]").forEach(element => element.removeAttribute("data-look"))
  const grounds = new Map([[null, ""]]), seen = new Set()
  const ground = element => {
    if (!grounds.has(element)) {
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = getComputedStyle(element)
      grounds.set(element, [ground(element.parentElement), element.tagName, element.getAttribute("class"), backgroundColor,
        backgroundImage, opacity, filter, mixBlendMode].join())
    }
    return grounds.get(element)
  }
  for (const element of document.body.querySelectorAll("*")) {
    const writes = element.matches("input, select, textarea") ||
      [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    if (!writes || !element.checkVisibility({ visibilityProperty: true })) continue
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element)
    const look = [ground(element), color, fontSize, fontWeight, textShadow, element.disabled].join()
    if (!seen.has(look)) element.setAttribute("data-look", "")
    seen.add(look)
  }
}"""
"""Mark one text of each look, since axe spends most of its time on contrast. Texts with the same colour, size and weight, and the
same backgrounds, tags and classes around them, have the same contrast: a page of sources has 800 texts, but about twenty
looks."""

NARROW = """() => [...document.querySelectorAll("article *")].filter(e => {
  const box = e.getBoundingClientRect()
  return box.width && box.height && box.right > 321 && !e.closest(".scroll, svg")
}).map(e => e.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def quick(browser: Browser) -> Iterator[Page]:
    """One browser page for all addresses. The content security policy is off, because it would block axe."""
    opened = browser.new_page(bypass_csp=True, reduced_motion="reduce")
    yield opened
    opened.close()


def faults(page: Page, *rules: str, within: str = "html") -> str:
    """Return what axe finds with these rules, or with all rules if none are given, in the parts of the page that `within`
    selects: one fault per line."""
    only = {"type": "rule", "values": [*rules]} if rules else {"type": "tag", "values": STANDARDS}
    if page.evaluate("typeof axe") == "undefined":  # axe has to be injected only once per page
        page.evaluate(Axe().axe_script)
        page.evaluate("""axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-look]' },
          { id: 'link-in-text-block', selector: 'a[href][data-look]' }] })""")
    page.evaluate(LOOKS)
    found = page.evaluate("([within, options]) => axe.run(within, options).then(told => told.violations)",
                          [within, {"runOnly": only, "resultTypes": ["violations"]}])
    return "\n".join(f"{v['id']}: {node['html'][:160]} {node['failureSummary']}" for v in found for node in v["nodes"])


def test_each_look_is_asked_once_and_a_hidden_one_stands_for_none(page: Page):
    page.set_content("""<main><h1>Colours</h1><p hidden style="color: #999">Hidden.</p><p style="color: #999">Pale.</p>
      <p style="color: #999">Pale too.</p><div style="background: #555"><p>On grey.</p></div><p>Dark.</p></main>""")
    assert [line.split(" Fix")[0] for line in faults(page, *SEEN).split("\n") if line.startswith("color-contrast")] == [
        'color-contrast: <p style="color: #999" data-look="">Pale.</p>', 'color-contrast: <p data-look="">On grey.</p>']


@pytest.mark.parametrize("address", [*PAGES, "404.html"])
def test_axe_finds_nothing_and_the_page_fits_a_narrow_phone(quick: Page, site: str, address: str):
    """Nothing is cut off at a width of 320 px."""
    quick.set_viewport_size({"width": 320, "height": 640})
    quick.goto(f"{site}/{address}")
    found = {"wide": quick.evaluate("Math.max(document.documentElement.scrollWidth - 320, 0)"), "cut off": quick.evaluate(NARROW)}
    for scheme, width in MODES if address in LAYOUTS else sorted(FULL):
        quick.emulate_media(color_scheme=scheme)
        quick.set_viewport_size({"width": width, "height": 900})
        whole = width == 360 or address in LAYOUTS
        found[scheme, width] = faults(quick, *([] if whole and (scheme, width) in FULL else SEEN))
    assert {mode: what for mode, what in found.items() if what} == {}
