"""Opens every page in a browser once, and records everything that the tests need to know about the page.

The test workers share this work: each free worker opens the next page and saves the results. Tests in several files then check
the results.
"""

from __future__ import annotations

import json
import traceback
from collections import defaultdict
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from evidence.checks.rules import Site
from evidence.model.pages import Layer
from evidence.model.urls import path_of
from scripts.bench.serve import serving
from scripts.bench.visit import OBSERVE, PHONE
from tests import EDITION
from tests.axe import LAYOUTS, SEEN, faults
from tests.conftest import VISITS, source_pages
from tests.site.test_delivery import Faults
from tests.site.test_figures import LARGE, figures_of
from tests.site.test_paper import SHOWN
from tests.site.test_screens import measure

Visit = dict[str, Any]
"""What was found on a page; see `visit`."""

PAGES = [*source_pages(), "404.html"]
SHORT = {path_of(page.name) for page in Site.of(EDITION).pages.values() if page.layer is Layer.SHORT}

MODES = {("light", 360): (PAGES, PAGES), ("dark", 1280): (PAGES, LAYOUTS), ("light", 1280): (LAYOUTS, []),
         ("dark", 360): (LAYOUTS, [])}
"""Combinations of colour scheme and width. Each has the pages that axe checks, and those of them on which all rules run. On
the other pages only SEEN run, since only the frame and the styles differ."""

ARRIVED = """() => {
  const [sheet] = performance.getEntriesByType("resource").filter(file => file.name.endsWith("/site.css"))
  return { ...seen, styled: sheet?.responseEnd < seen.paint }
}"""
"""Returns what moved, and whether the stylesheet arrived before the first paint. On a busy machine it may not.
test_delivery.py delays the stylesheet, and tests that nothing moves then."""

NARROW = """() => [...document.querySelectorAll("article *")].filter(e => {
  const box = e.getBoundingClientRect()
  return box.width && box.height && box.right > 321 && !e.closest(".scroll, svg")
}).map(e => e.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="session")
def visits(browser: Browser, built: Path, site: str) -> dict[str, Visit]:
    """Return what was recorded about every page, by address. Each worker opens the pages that no other worker has opened yet, and
    then waits for the others.
    """
    VISITS.mkdir(exist_ok=True)
    known: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    begun = {address: VISITS / f"{place}.begun" for place, address in enumerate(PAGES)}
    with serving(built) as sent:
        for address, file in begun.items():
            try:
                file.touch(exist_ok=False)
            except FileExistsError:
                continue
            try:
                # links on the 404 page work only in the subfolder /sub/
                whole = site if address == "404.html" else sent
                found = visit(browser, whole, address, known)
            except Exception:  # record the error and go on, since the tests need the other pages too
                found = {"error": traceback.format_exc()}
            part = file.with_suffix(".part")
            part.write_text(json.dumps(found), encoding="utf-8")
            part.rename(file.with_suffix(".json"))
    for file in begun.values():
        while not file.with_suffix(".json").exists():
            sleep(0.1)
    found = {address: json.loads(file.with_suffix(".json").read_text(encoding="utf-8")) for address, file in begun.items()}
    if errors := [f"{address or 'home'}: {page['error']}" for address, page in found.items() if "error" in page]:
        pytest.fail("\n".join(errors), pytrace=False)
    return found


def visit(browser: Browser, sent: str, address: str, known: dict[tuple[str, int], set[str]]) -> Visit:
    """Open a page as GitHub Pages would serve it, on a phone with an empty cache. Return everything that the tests need.

    Returns:
        faults, asked, elsewhere, bytes, seen, cookies: what happens while the page loads (see `arrival`).
        wide: by how many pixels the page is too wide for a screen of 320 pixels.
        cut off: the elements that extend beyond the edge of that screen.
        axe: the faults that axe finds, by colour scheme and width.
        figures: for each width, and for "large" (large text), two lists: faults in charts and drawings, and numbers on axes.
        paper: the printed text of the emergency strip and the article, without the quotations from sources.
        screens: for a page that is meant for readers, its length in pixels; for any other page, None.
    """
    context = browser.new_context(**PHONE | {"device_scale_factor": 1})
    context.add_init_script(OBSERVE)
    page = context.new_page()
    found = arrival(page, f"{sent}/{address}")
    page.emulate_media(reduced_motion="reduce", color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    found["wide"] = page.evaluate("Math.max(document.documentElement.scrollWidth - 320, 0)")
    found["cut off"] = page.evaluate(NARROW)
    drawn = page.locator("figure:is(.chart, .figure)").count()
    figures = {320: figures_of(page)} if drawn else {}
    found["axe"] = {}
    for (scheme, width), (asked, whole) in MODES.items():
        if address in asked:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            rules = [] if address in whole else SEEN
            found["axe"][f"{scheme}, {width}"] = faults(page, *rules, known=known[scheme, width])
            if drawn:
                figures[width] = figures_of(page)
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print", color_scheme="light")
    found["paper"] = page.evaluate(SHOWN)
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(media="screen")
    if drawn:
        page.evaluate(LARGE)
        figures["large"] = figures_of(page)
        page.evaluate("document.adoptedStyleSheets = []")
    found["figures"] = figures
    found["screens"] = measure(page) if address in SHORT else None
    context.close()
    return found


def arrival(page: Page, address: str) -> Visit:
    """Open a page and wait until it is idle. Return the errors, the requested addresses, the number of bytes received, the
    elements that moved, and the cookies.
    """
    faults = Faults(page)
    asked: list[str] = []
    sent: list[int] = []
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda event: sent.append(int(event["encodedDataLength"])))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    page.wait_for_load_state()  # on a busy machine, a page can be idle before it requests its stylesheet
    # without a timeout, the tests would wait forever for a stalled browser
    page.evaluate("() => new Promise(done => requestIdleCallback(done, { timeout: 2000 }))")
    seen = page.evaluate(ARRIVED)
    own = address[: address.index("/", len("http://"))]
    return {"faults": [*faults.found], "asked": [url for url in asked if url.startswith(own)], "bytes": sum(sent),
            "elsewhere": [url for url in asked if not url.startswith((own, "data:"))], "seen": seen,
            "cookies": page.context.cookies()}
