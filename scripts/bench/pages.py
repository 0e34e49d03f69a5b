"""Measures how a few pages load: the time to first paint, the bytes and the requests. For comparison, also measures the same
pages on two simpler sites, which variants.py builds.

    python -m scripts.bench.pages                 visits the home page and three other pages, seven times each
    python -m scripts.bench.pages 5 "" questions/ visits the home page ("") and questions/ five times each
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.bench.serve import serving
from scripts.bench.variants import ROOT, bare, mkdocs, stock_config
from scripts.bench.visit import Visit, visit
from tests.browser import launch

PAGES = ("", "massage/does-it-help/", "massage/safety/", "techniques/swedish/")
ROW = "{:<24}{:<10}{:>8}{:>9}{:>8}{:>9}{:>7}{:>10}{:>8}"


def prepare(folder: Path, pages: tuple[str, ...]) -> dict[str, Path]:
    """Build our site and the two sites that we compare it with. Return the folder of each site, by name."""
    sites = {name: folder / name for name in ("bare", "ours", "stock")}
    mkdocs(ROOT / "mkdocs.yml", sites["ours"])
    mkdocs(stock_config(folder), sites["stock"])
    for address in pages:
        target = sites["bare"] / address / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(bare((sites["ours"] / address / "index.html").read_text(encoding="utf-8")), encoding="utf-8")
    return sites


def main(times: int, pages: tuple[str, ...]) -> None:
    """Visit the pages on every site, and print the results as a table. Visits to the sites alternate, so that other programs on
    the machine affect all sites equally.
    """
    with tempfile.TemporaryDirectory() as temporary:
        sites = prepare(Path(temporary), pages)
        seen: dict[tuple[str, str], list[Visit]] = {}
        with sync_playwright() as playwright:
            browser = launch(playwright)
            for folder in sites.values():  # warm up the browser: these visits do not count
                with serving(folder) as address:
                    visit(browser, f"{address}/{pages[0]}")
            for _ in range(times):
                for page in pages:
                    for name, folder in sites.items():
                        with serving(folder) as address:
                            seen.setdefault((page, name), []).append(visit(browser, f"{address}/{page}"))
            browser.close()
    print(ROW.format("page", "site", "paint", "largest", "ratio", "bytes", "asked", "blocking", "shift"))
    for page in pages:
        floor = statistics.median(one.paint for one in seen[page, "bare"])
        for name in sites:
            visits = seen[page, name]
            middle = {field: statistics.median(getattr(one, field) for one in visits)
                      for field in ("paint", "largest", "bytes", "requests", "blocking", "shift")}
            print(ROW.format(page or "home", name, round(middle["paint"]), round(middle["largest"]),
                             f"{middle['paint'] / floor:.2f}", f"{middle['bytes'] / 1000:.1f}k", round(middle["requests"]),
                             round(middle["blocking"]), f"{middle['shift']:.3f}"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7, tuple(sys.argv[2:]) or PAGES)
