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
"""Each page whole in these two, which have both schemes and both widths."""
KINDS = ["", "massage/safety/", "massage/does-it-help/", "try/diary/", "questions/", "about/glossary/", "try/handouts/",
         "404.html"]
SEEN = ["color-contrast"]
"""What a scheme and a width could do together, asked of one page of each kind in the other two: styles go by kind."""


@pytest.fixture(scope="module")
def quick(browser: Browser) -> Iterator[Page]:
    """One page for all addresses, without the policy that keeps axe out."""
    opened = browser.new_page(bypass_csp=True, reduced_motion="reduce")
    yield opened
    opened.close()


def faults(page: Page, *rules: str) -> str:
    """What axe finds, one line a place: by these rules, else by all."""
    only = {"type": "rule", "values": [*rules]} if rules else {"type": "tag", "values": STANDARDS}
    if page.evaluate("typeof axe") == "undefined":  # given once a page: the next look finds it warm
        page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(options).then(told => told.violations)",
                          {"runOnly": only, "resultTypes": ["violations"]})
    return "\n".join(f"{v['id']}: {node['html'][:160]} {node['failureSummary']}" for v in found for node in v["nodes"])


@pytest.mark.parametrize("address", [*PAGES, "404.html"])
def test_axe_finds_nothing(quick: Page, site: str, address: str):
    found = {}
    quick.goto(f"{site}/{address}")
    for scheme, width in MODES if address in KINDS else sorted(FULL):
        quick.emulate_media(color_scheme=scheme)
        quick.set_viewport_size({"width": width, "height": 900})
        found[scheme, width] = faults(quick, *([] if (scheme, width) in FULL else SEEN))
    assert {mode: what for mode, what in found.items() if what} == {}


@pytest.mark.parametrize("address", PAGES)
def test_page_fits_a_narrow_phone(quick: Page, site: str, address: str):
    """Nothing is cut off at 320 px."""
    quick.set_viewport_size({"width": 320, "height": 640})
    quick.goto(f"{site}/{address}")
    assert quick.evaluate("document.documentElement.scrollWidth") <= 320
    cut = quick.evaluate("""() => [...document.querySelectorAll("article *")].filter(e => {
        const box = e.getBoundingClientRect()
        return box.width && box.height && box.right > 321 && !e.closest(".scroll, svg")
    }).map(e => e.outerHTML.slice(0, 120))""")
    assert cut == []


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A phone without script, so long that nothing waits to be laid out until it comes near."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 90_000})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_article_is_complete_without_script(plain: Page, site: str, address: str):
    plain.goto(f"{site}/{address}")
    plain.screenshot(clip={"x": 0, "y": 0, "width": 9, "height": 9})  # a frame is drawn: what waits to come near is laid out
    article = plain.locator("article")
    assert article.locator("h1").count() == 1
    assert article.locator("h1").is_visible()
    # The axis is for wide screens, and an empty cell is there to write in.
    words = article.locator(":is(p, li, td, th):not(details *, .diary__blank *, .effects__axis *, td:empty)")
    hidden = [text for text in words.all_inner_texts() if not text.strip()]
    assert len(hidden) < 5, "much of the page cannot be seen without script"
