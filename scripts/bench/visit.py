"""Measures how a page loads on a simulated old phone with a poor signal.

The screen is 360 px wide, the latency is 150 ms, the speed is 1.6 Mbit/s, the processor is slowed down by a factor of four, and
the cache is empty. The project's first measurements used the same conditions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True,
}
LATENCY, SPEED, SLOWER = 150, 1.6e6 / 8, 4
"""Latency in milliseconds, bytes per second, and the factor by which the processor is slowed."""

QUIET = 2000
"""Milliseconds to wait after the load event, since a page may still request something, such as an icon or an index."""

OBSERVE = """
window.seen = { paint: 0, largest: 0, shift: 0, shifts: [] }
const watch = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true })
watch("paint", entry => { if (entry.name === "first-contentful-paint") seen.paint = entry.startTime })
watch("largest-contentful-paint", entry => { seen.largest = entry.startTime })
watch("layout-shift", entry => {
  if (entry.hadRecentInput) return
  seen.shift += entry.value
  seen.shifts.push(...entry.sources.map(({ node }) => (node?.outerHTML ?? node?.nodeName ?? "?").slice(0, 120)))
})
"""


@dataclass(frozen=True)
class Visit:
    """The measurements of one visit.

    `paint` (first paint) and `largest` (largest paint) are in milliseconds. `bytes` is the size of the response bodies as sent.
    `blocking` is the number of files that block rendering. `shifted` lists the elements that moved after they were first shown.
    """

    paint: float
    largest: float
    bytes: int
    requests: int
    blocking: int
    shift: float
    shifted: tuple[str, ...]


def slow(page: Page, slower: float = SLOWER) -> None:
    """Simulate the slow network and the slow processor of an old phone."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions",
                  {"offline": False, "latency": LATENCY, "downloadThroughput": SPEED, "uploadThroughput": SPEED / 2})
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})


def phone(browser: Browser, **more: Any) -> BrowserContext:
    """Open a browser context that simulates a phone with an empty cache. The pages' content security policy stays active."""
    context = browser.new_context(**PHONE, **more)
    context.add_init_script(OBSERVE)
    return context


def visit(browser: Browser, address: str) -> Visit:
    """Open a page with an empty cache, wait until the page is idle, and return the measurements."""
    context = phone(browser)
    page = context.new_page()
    slow(page)
    sent: list[int] = []
    requests: list[Request] = []
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda event: sent.append(int(event["encodedDataLength"])))
    page.on("request", lambda request: requests.append(request) if not request.url.startswith("data:") else None)
    page.goto(address, wait_until="load", timeout=60_000)
    page.wait_for_timeout(QUIET)
    seen = page.evaluate("seen")
    blocking = page.evaluate("performance.getEntriesByType('resource').filter(e => e.renderBlockingStatus === 'blocking').length")
    context.close()
    return Visit(seen["paint"], seen["largest"], sum(sent), len(requests), blocking, seen["shift"], tuple(seen["shifts"]))
