"""Every built page, in a real browser, as readers get it."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.conftest import source_pages

PAGES = source_pages()
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


MODES = [("light", 360), ("dark", 1280), ("dark", 360), ("light", 1280)]
FULL = MODES[:2]
"""Each page whole in these two; in the others only what colours and widths can change."""
SEEN = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"]


@pytest.fixture(scope="module", params=MODES, ids=lambda mode: f"{mode[0]}-{mode[1]}")
def mode_page(browser: Browser, request: pytest.FixtureRequest):
    scheme, width = request.param
    opened = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    yield opened, request.param
    opened.close()


def faults(page: Page, *rules: str) -> str:
    """What axe finds, one line a place: by these rules, else by all."""
    only = {"type": "rule", "values": [*rules]} if rules else {"type": "tag", "values": STANDARDS}
    results = Axe().run(page, options={"runOnly": only, "resultTypes": ["violations"]})
    return "\n".join(f"{v['id']}: {node['html'][:160]} {node['failureSummary']}"
                     for v in results.response["violations"] for node in v["nodes"])


@pytest.mark.parametrize("address", [*PAGES, "404.html"])
def test_axe_finds_nothing(mode_page: tuple[Page, tuple[str, int]], site: str, address: str):
    page, mode = mode_page
    page.goto(f"{site}/{address}")
    assert faults(page, *([] if mode in FULL else SEEN)) == ""


@pytest.mark.parametrize("address", PAGES)
def test_page_is_quiet_complete_and_fits_a_narrow_phone(browser: Browser, site: str, address: str):
    """No call to anybody else, no error, nothing cut off at 320 px."""
    opened = browser.new_page(viewport={"width": 320, "height": 640})
    requests: list[str] = []
    faults: list[str] = []
    opened.on("request", lambda request: requests.append(request.url))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on("response", lambda response: faults.append(f"{response.status} {response.url}") if response.status >= 400 else None)
    opened.goto(f"{site}/{address}", wait_until="networkidle")
    home = urlsplit(site).netloc
    assert [url for url in requests if urlsplit(url).netloc != home and not url.startswith("data:")] == []
    assert faults == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    cut = opened.evaluate("""() => [...document.querySelectorAll("article *")].filter(e => {
        const box = e.getBoundingClientRect()
        return box.width && box.height && box.right > 321 && !e.closest(".scroll, .md-typeset__scrollwrap, svg")
    }).map(e => e.outerHTML.slice(0, 120))""")
    assert cut == []
    assert opened.context.cookies() == []
    opened.close()


@pytest.mark.parametrize("address", PAGES)
def test_article_is_complete_without_script(browser: Browser, site: str, address: str):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    without = context.new_page()
    without.goto(f"{site}/{address}")
    article = without.locator("article")
    assert article.locator("h1").count() == 1
    assert article.locator("h1").is_visible()
    words = article.locator(":is(p, li, td, th):not(details *, .diary__blank *)")
    hidden = [text for text in words.all_inner_texts() if not text.strip()]
    assert len(hidden) < 5, "much of the page cannot be seen without script"
    context.close()
