"""Measures how long a reader with a slow phone waits for the next page and for search results. Prints the median of several runs.

    python -m scripts.bench.taps          measures everything seven times
    python -m scripts.bench.taps 3        measures everything three times

For the next page, the time runs from the tap on a link to the first paint of the new page. There are three kinds of tap:

- step: a tap on the link at the end of a page, after the link has been in view for three seconds
- finger: a touch of 90 ms on a link
- mouse: a click, after the pointer has rested on the link for a second

For the search, the time runs from the tap on the search button to the first result for "sore" on the screen.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, Locator, Page, sync_playwright

from scripts.bench.serve import serving
from scripts.bench.variants import ROOT, mkdocs
from scripts.bench.visit import phone, slow
from tests.browser import launch

PAGE, STEP, OTHER = "massage/does-it-help/", ".box--next a", "article a[href$='../safety/'], article a[href*='/safety/']"
SEEN = 3000
"""Milliseconds for which the next step is in view before it is tapped."""

NOW = "() => performance.timeOrigin + performance.now()"
ANSWER = """started => new Promise(done => {
  const look = () => document.querySelector(".md-search-result__item")
    ? requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now() - started)))
    : requestAnimationFrame(look)
  look()
})"""


def opened(browser: Browser, address: str, page_address: str) -> Page:
    """Open a page on a simulated slow phone, scroll down a little, and wait until the page is idle."""
    page = phone(browser).new_page()
    slow(page)
    page.goto(f"{address}/{page_address}", wait_until="load", timeout=60_000)
    page.mouse.wheel(0, 60)
    page.wait_for_function("() => window.document$")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    return page


def place_of(link: Locator) -> FloatRect:
    """Return the position and the size of an element on the screen.

    Raises:
        ValueError: the element is not visible.
    """
    box = link.bounding_box()
    if box is None:
        raise ValueError(f"{link} is not visible on the page.")
    return box


def tapped(page: Page, selector: str, way: str) -> float:
    """Tap a link. Return the time from the tap to the first paint of the next page, in milliseconds."""
    link = page.locator(selector).first
    link.scroll_into_view_if_needed()
    box = place_of(link)
    x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 12)
    if way == "mouse":
        page.mouse.move(x, y)
    page.wait_for_timeout({"mouse": 1000, "step": SEEN}.get(way, 0))
    with page.expect_navigation():
        if way == "mouse":
            started = page.evaluate(NOW)
            page.mouse.click(x, y)
        else:
            devtools = page.context.new_cdp_session(page)
            devtools.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
            page.wait_for_timeout(90)
            started = page.evaluate(NOW)
            devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("() => seen.paint")
    return float(page.evaluate("() => performance.timeOrigin + seen.paint") - started)


def searched(page: Page) -> float:
    """Tap the search button and type a query. Return the time from the tap to the first result, in milliseconds."""
    box = place_of(page.get_by_role("button", name="Search"))
    started = page.evaluate(NOW)
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.keyboard.type("sore")
    return float(page.evaluate(ANSWER, started))


def main(times: int) -> None:
    """Repeat each measurement `times` times, and print the medians."""
    seen: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, serving(Path(folder)) as address:
        mkdocs(ROOT / "mkdocs.yml", Path(folder), SITE_URL=f"{address}/")
        browser = launch(playwright)
        for _ in range(times):
            for what, act in (
                ("next page, step", lambda page: tapped(page, STEP, "step")),
                ("next page, finger", lambda page: tapped(page, OTHER, "finger")),
                ("next page, mouse", lambda page: tapped(page, OTHER, "mouse")),
                ("search, first answer", searched),
            ):
                page = opened(browser, address, PAGE)
                seen.setdefault(what, []).append(act(page))
                page.context.close()
        browser.close()
    for what, values in seen.items():
        print(f"{what:<24}{statistics.median(values):>6.0f} ms   {' '.join(f'{value:.0f}' for value in values)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
