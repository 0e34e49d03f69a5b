"""Lighthouse (as on a phone) over the pages of the site, one after another; a row a page, and what costs it points.

    python -m scripts.bench.lighthouse                        builds the site; every page but 404.html
    python -m scripts.bench.lighthouse / massage/safety/      these pages
    python -m scripts.bench.lighthouse --site site questions/ a site that is built already
    python -m scripts.bench.lighthouse --only accessibility seo   these categories

The exit is 1 where a score is below 100. Performance is a measure of the machine too, and a busy moment
only ever makes a page look slower: a page below 100 there is visited again, twice at most, and its best
visit stands. The column "machine" is Lighthouse's own measure of the machine in that
visit: an idle desktop has 1000 and more; far below that, points for performance say nothing about the
page. The other categories do not vary and come from the same visit. Whole reports, to open in a browser,
are left in .cache/judges/reports. Not part of `make test`, since scores vary with the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from scripts.bench.judges import HOME, Lighthouse, installed
from scripts.bench.serve import serving
from scripts.bench.variants import ROOT, mkdocs
from tests.browser import TO_TYPE, on_this_machine

CATEGORIES = ("performance", "accessibility", "best-practices", "seo", "agentic-browsing")

AGAIN = 2
"""How many more visits a page below 100 in performance gets."""

PATIENCE = 300
"""Seconds for one visit."""

MOVES_ON = 'http-equiv="refresh"'
"""In a page that only redirects to another: Lighthouse would judge that one again."""


class UnreadError(Exception):
    """Lighthouse could not visit a page."""


@dataclass(frozen=True)
class Score:
    """What one page got: points by category, the audits that took some, and Lighthouse's figure for the machine's speed."""

    page: str
    points: dict[str, int]
    faults: tuple[str, ...]
    machine: int

    @property
    def full(self) -> bool:
        """Whether every score is 100."""
        return not self.faults and all(points == 100 for points in self.points.values())


def pages(site: Path) -> list[str]:
    """Addresses of all pages of a built site, without 404.html and pages that redirect to another."""
    files = (path for path in site.rglob("index.html") if MOVES_ON not in path.read_text(encoding="utf-8"))
    return sorted("" if (parent := path.parent.relative_to(site).as_posix()) == "." else f"{parent}/" for path in files)


def wanted(asked: Iterable[str], site: Path) -> list[str]:
    """The pages that were asked for, else all.

    Raises:
        SystemExit: the site has no such page.
    """
    known = pages(site)
    names = [f"{page.strip('/')}/".lstrip("/") for page in asked]
    if unknown := [page for page in names if page not in known]:
        sys.exit(f'The site has no page "{unknown[0]}". Type an address under the home page, as: '
                 'make lighthouse ARGS="massage/safety/"; the home page is /')
    return names or known


def score(page: str, report: dict[str, Any]) -> Score:
    """Reads one of Lighthouse's reports.

    Measures of speed are seldom 1 even where the whole is 100, so they are named only where it is not.

    Raises:
        UnreadError: the page was not loaded.
    """
    if fault := report.get("runtimeError"):
        raise UnreadError(f"{fault['code']}: {fault['message']}")
    points, faults = {}, {}
    for name, category in report["categories"].items():
        if category["score"] is None:
            raise UnreadError(f"no score for {name}")
        points[name] = round(category["score"] * 100)
        if name == "performance" and points[name] == 100:
            continue
        for ref in category["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and (audit["scoreDisplayMode"] == "error" or (audit["score"] is not None and audit["score"] < 1)):
                shown = audit.get("displayValue") or audit.get("errorMessage")
                faults[ref["id"]] = f"{ref['id']} ({shown})".replace("\N{NO-BREAK SPACE}", " ") if shown else ref["id"]
    return Score(page, points, tuple(faults.values()), round(report["environment"]["benchmarkIndex"]))


def browser() -> str:
    """Path of the browser.

    Raises:
        SystemExit: there is none.
    """
    if here := on_this_machine():
        return here
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else sys.exit(TO_TYPE.replace("make test", "make lighthouse"))


@dataclass(frozen=True)
class Call:
    """What is the same for every visit."""

    tools: Lighthouse
    chrome: str
    address: str
    reports: Path
    only: tuple[str, ...] = ()


def visit(call: Call, page: str) -> Score:
    """Visits a page once.

    Raises:
        UnreadError: Lighthouse failed, or the page was not loaded.
    """
    target = call.reports / (page.strip("/").replace("/", "-") or "home")
    report = call.reports / f"{target.name}.report.json"
    report.unlink(missing_ok=True)
    root = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses its sandbox to root
    flags = " ".join(["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", *root])
    command = [*call.tools.command, f"{call.address}/{page}", "--output=json", "--output=html", f"--output-path={target}",
               "--quiet", "--no-enable-error-reporting", "--disable-full-page-screenshot", f"--chrome-flags={flags}", *call.only]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE,
                              env=os.environ | {"CHROME_PATH": call.chrome})
    except subprocess.TimeoutExpired as fault:
        raise UnreadError(f"no answer in {PATIENCE} seconds") from fault
    if not report.is_file():
        raise UnreadError((done.stderr.strip().splitlines() or ["Lighthouse said nothing"])[-1])
    return score(page, json.loads(report.read_text(encoding="utf-8")))


def speed(one: Score) -> int:
    """Points in performance; 100 where it was not asked for."""
    return one.points.get("performance", 100)


def best(call: Call, page: str) -> Score:
    """Visits a page, again where performance is below 100; gives the visit with most points there."""
    seen = [visit(call, page)]
    while speed(seen[-1]) < 100 and len(seen) <= AGAIN:
        seen.append(visit(call, page))
    return max(seen, key=speed)


def judged(names: list[str], address: str, categories: list[str]) -> bool:
    """Visits the pages and prints their rows. True if all scores are 100."""
    reports = HOME / "reports"
    call = Call(installed(), browser(), address, reports, (f"--only-categories={','.join(categories)}",) if categories else ())
    reports.mkdir(parents=True, exist_ok=True)
    wide = max(len(page) for page in [*names, "home"]) + 2
    headed, full = False, 0
    for page in names:
        try:
            one = best(call, page)
        except UnreadError as fault:
            print(f"{page or 'home':<{wide}}not visited: {fault}", flush=True)
            continue
        if not headed:
            print(f"{'page':<{wide}}" + "".join(f"{name:>{len(name) + 2}}" for name in one.points) + "  machine")
            headed = True
        row = "".join(f"{points:>{len(name) + 2}}" for name, points in one.points.items())
        print(f"{page or 'home':<{wide}}{row}{one.machine:>9}  {', '.join(one.faults)}".rstrip(), flush=True)
        full += one.full
    print(f"{full} of {len(names)} pages have 100 everywhere. Whole reports: {reports.relative_to(ROOT)}/")
    return full == len(names)


def main() -> bool:
    """Reads the command line. A site built here knows the address where it is served, as its canonical links must."""
    parser = argparse.ArgumentParser(prog="make lighthouse", description="Lighthouse over the pages of the site.")
    parser.add_argument("pages", nargs="*", help="addresses under the home page, which is /; none for all")
    parser.add_argument("--site", type=Path, help="a folder with a built site; without it one is built")
    parser.add_argument("--only", nargs="+", default=[], choices=CATEGORIES, metavar="CATEGORY",
                        help=f"some of {', '.join(CATEGORIES)}, as on a busy machine; write it after the pages")
    asked = parser.parse_args()
    if asked.site:
        if not (asked.site / "index.html").is_file():
            sys.exit(f"No site in {asked.site}. Type: make build; or leave --site out.")
        names = wanted(asked.pages, asked.site)
        with serving(asked.site) as address:
            return judged(names, address, asked.only)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address:
        mkdocs(ROOT / "mkdocs.yml", Path(folder), SITE_URL=f"{address}/")
        return judged(wanted(asked.pages, Path(folder)), address, asked.only)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
