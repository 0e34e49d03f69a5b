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
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

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

ALONE = """() => {
  const frame = [...document.querySelectorAll("body > :is(header, footer, .strip)")]
  const places = frame.map(part => document.createComment(""))
  frame.forEach((part, n) => part.replaceWith(places[n]))
  window.whole = () => places.forEach((place, n) => place.replaceWith(frame[n]))
}"""
"""Takes the frame out of the page. `whole()` puts it back."""

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
    begun = {address: VISITS / f"{place}.begun" for place, address in enumerate(PAGES)}
    with serving(built) as sent:
        phone = Phone(browser)
        for address, file in begun.items():
            try:
                file.touch(exist_ok=False)
            except FileExistsError:
                continue
            try:
                # links on the 404 page work only in the subfolder /sub/
                found = phone.visit(site if address == "404.html" else sent, address)
            except Exception:  # record the error and go on, since the tests need the other pages too
                found = {"error": traceback.format_exc()}
                phone = Phone(browser)
            part = file.with_suffix(".part")
            part.write_text(json.dumps(found), encoding="utf-8")
            part.rename(file.with_suffix(".json"))
        phone.page.context.close()
    for file in begun.values():
        while not file.with_suffix(".json").exists():
            sleep(0.1)
    found = {address: json.loads(file.with_suffix(".json").read_text(encoding="utf-8")) for address, file in begun.items()}
    if errors := [f"{address or 'home'}: {page['error']}" for address, page in found.items() if "error" in page]:
        pytest.fail("\n".join(errors), pytrace=False)
    return found


class Phone:
    """A browser page that imitates a phone, opens one address after the other, and caches nothing.

    A new browser page for each address would take a fifth more processor time, since the browser would start a process and
    compile axe each time.
    """

    def __init__(self, browser: Browser) -> None:
        self.page = browser.new_context(**PHONE | {"device_scale_factor": 1}).new_page()
        self.known: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        self.faults = Faults(self.page)
        self.asked: list[str] = []
        self.sent: list[int] = []
        self.page.add_init_script(OBSERVE)
        self.page.add_init_script(Axe().axe_script)
        self.page.on("request", lambda request: self.asked.append(request.url))
        devtools = self.page.context.new_cdp_session(self.page)
        devtools.send("Network.enable")
        devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
        devtools.on("Network.loadingFinished", lambda event: self.sent.append(int(event["encodedDataLength"])))

    def visit(self, sent: str, address: str) -> Visit:
        """Open a page as GitHub Pages would serve it, and return everything that the tests need.

        Returns:
            faults, asked, elsewhere, bytes, seen, cookies: what happens while the page loads (see `arrival`).
            wide: by how many pixels the page is too wide for a screen of 320 pixels.
            cut off: the elements that extend beyond the edge of that screen.
            axe: the faults that axe finds, by colour scheme and width.
            figures: for each width, and for "large" (large text), two lists: faults in charts and drawings, and numbers on axes.
            paper: the printed text of the emergency strip and the article, without the quotations from sources.
            screens: for a page that is meant for readers, its length in pixels; for any other page, None.
        """
        page = self.page
        page.emulate_media(media="screen", reduced_motion="no-preference", color_scheme="light")
        page.set_viewport_size(PHONE["viewport"])
        found = self.arrival(f"{sent}/{address}")
        page.emulate_media(reduced_motion="reduce")
        page.set_viewport_size({"width": 320, "height": 640})
        found["wide"] = page.evaluate("Math.max(document.documentElement.scrollWidth - 320, 0)")
        found["cut off"] = page.evaluate(NARROW)
        drawn = page.locator("figure:is(.chart, .figure)").count()
        figures = {320: figures_of(page)} if drawn else {}
        found["axe"] = {}
        # axe tests the header and the footer on one page of each layout; on every page, they would take a third of axe's time
        if address not in LAYOUTS:
            page.evaluate(ALONE)
        for (scheme, width), (asked, whole) in MODES.items():
            if address in asked:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 900})
                rules = [] if address in whole else SEEN
                found["axe"][f"{scheme}, {width}"] = faults(page, *rules, known=self.known[scheme, width])
                if drawn:
                    figures[width] = figures_of(page)
        page.evaluate("window.whole?.()")
        page.set_viewport_size({"width": 718, "height": 1000})
        page.emulate_media(media="print", color_scheme="light")
        found["paper"] = page.evaluate(SHOWN)
        page.set_viewport_size(PHONE["viewport"])
        page.emulate_media(media="screen")
        if drawn:
            page.evaluate(LARGE)
            figures["large"] = figures_of(page)
            page.evaluate("document.adoptedStyleSheets = []")
        found["figures"] = figures
        found["screens"] = measure(page) if address in SHORT else None
        return found

    def arrival(self, address: str) -> Visit:
        """Open a page and wait until it is idle. Return the errors, the requested addresses, the number of bytes received, the
        elements that moved, and the cookies.
        """
        page = self.page
        page.goto("about:blank")  # leave the previous page first, so that its late requests are not counted for this page
        for noted in (self.faults.found, self.asked, self.sent):
            noted.clear()
        page.goto(address, wait_until="networkidle")
        page.wait_for_load_state()  # on a busy machine, a page can be idle before it requests its stylesheet
        # without a timeout, the tests would wait forever for a stalled browser
        page.evaluate("() => new Promise(done => requestIdleCallback(done, { timeout: 2000 }))")
        seen = page.evaluate(ARRIVED)
        own = address[: address.index("/", len("http://"))]
        return {"faults": [*self.faults.found], "asked": [url for url in self.asked if url.startswith(own)],
                "bytes": sum(self.sent), "elsewhere": [url for url in self.asked if not url.startswith((own, "data:"))],
                "seen": seen, "cookies": page.context.cookies()}
