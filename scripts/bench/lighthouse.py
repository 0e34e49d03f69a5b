"""Runs Lighthouse on pages of the site, simulating a phone. For each page, prints the scores and the audits that lost points.

    python -m scripts.bench.lighthouse                        builds the site and visits every page except 404.html
    python -m scripts.bench.lighthouse / massage/safety/      builds the site and visits the home page and massage/safety/
    python -m scripts.bench.lighthouse --site site questions/ visits questions/ on the built site in the folder site/
    python -m scripts.bench.lighthouse --only accessibility seo   runs only these two categories

The exit code is 1 if a score is below 100. The full reports are saved in .cache/judges/reports.

Other programs on the machine can lower the performance score, so `make test` does not run this script. If a page scores below 100
in performance, the script visits the page up to two more times, and the best visit counts. The column "machine" is Lighthouse's
own measure of the machine's speed. An idle desktop reaches 1000 or more. If the number is far lower, do not trust the performance
score.
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
from tests.browser import TO_TYPE, lightest

CATEGORIES = ("performance", "accessibility", "best-practices", "seo", "agentic-browsing")

AGAIN = 2
"""Maximum number of extra visits to a page below 100 in performance."""

PATIENCE = 300
"""Maximum number of seconds for one visit."""

MOVES_ON = 'http-equiv="refresh"'
"""The attribute by which a page that only redirects is recognised. It is left out, so that no target is judged twice."""


class UnreadError(Exception):
    """Raised if Lighthouse could not visit a page."""


@dataclass(frozen=True)
class Score:
    """Lighthouse's result for one page.

    `points` gives the score in each category, `faults` lists the audits that lost points, and `machine` says how fast the machine
    was.
    """

    page: str
    points: dict[str, int]
    faults: tuple[str, ...]
    machine: int

    @property
    def full(self) -> bool:
        """Return whether every score is 100."""
        return not self.faults and all(points == 100 for points in self.points.values())


def pages(site: Path) -> list[str]:
    """Return the addresses of all pages on a built site, except 404.html and redirects."""
    files = (path for path in site.rglob("index.html") if MOVES_ON not in path.read_text(encoding="utf-8"))
    return sorted("" if (parent := path.parent.relative_to(site).as_posix()) == "." else f"{parent}/" for path in files)


def wanted(asked: Iterable[str], site: Path) -> list[str]:
    """Return the requested pages, or all pages if none are requested.

    Raises:
        SystemExit: one of the requested pages is not on the site.
    """
    known = pages(site)
    names = [f"{page.strip('/')}/".lstrip("/") for page in asked]
    if unknown := [page for page in names if page not in known]:
        sys.exit(f'The site has no page "{unknown[0]}". Write an address without the name of the server, for example: '
                 'make lighthouse ARGS="massage/safety/". For the home page, write "/".')
    return names or known


def score(page: str, report: dict[str, Any]) -> Score:
    """Return the scores and the failed audits from one of Lighthouse's reports.

    If the performance score is 100, failed performance audits are left out.

    Raises:
        UnreadError: Lighthouse could not load the page.
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
    """Return the path to Chromium.

    Raises:
        SystemExit: no browser was found.
    """
    if here := lightest():
        return here
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else sys.exit(TO_TYPE.replace("make test", "make lighthouse"))


@dataclass(frozen=True)
class Call:
    """The options that are the same in every run of Lighthouse."""

    tools: Lighthouse
    chrome: str
    address: str
    reports: Path
    only: tuple[str, ...] = ()


def visit(call: Call, page: str) -> Score:
    """Visit a page once with Lighthouse, and return the scores.

    Raises:
        UnreadError: Lighthouse failed, or could not load the page.
    """
    target = call.reports / (page.strip("/").replace("/", "-") or "home")
    report = call.reports / f"{target.name}.report.json"
    report.unlink(missing_ok=True)
    root = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox does not work for root
    flags = " ".join(["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", *root])
    command = [*call.tools.command, f"{call.address}/{page}", "--output=json", "--output=html", f"--output-path={target}",
               "--quiet", "--no-enable-error-reporting", "--disable-full-page-screenshot", f"--chrome-flags={flags}", *call.only]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE,
                              env=os.environ | {"CHROME_PATH": call.chrome})
    except subprocess.TimeoutExpired as fault:
        raise UnreadError(f"no answer in {PATIENCE} seconds") from fault
    if not report.is_file():
        raise UnreadError((done.stderr.strip().splitlines() or ["Lighthouse printed no error message"])[-1])
    return score(page, json.loads(report.read_text(encoding="utf-8")))


def speed(one: Score) -> int:
    """Return the performance score, or 100 if performance was not measured."""
    return one.points.get("performance", 100)


def best(call: Call, page: str) -> Score:
    """Visit a page. If the performance score is below 100, repeat the visit up to AGAIN times. Return the result with the best
    performance score.
    """
    seen = [visit(call, page)]
    while speed(seen[-1]) < 100 and len(seen) <= AGAIN:
        seen.append(visit(call, page))
    return max(seen, key=speed)


def judged(names: list[str], address: str, categories: list[str]) -> bool:
    """Visit the pages and print a line for each of them. Return whether all scores are 100."""
    reports = HOME / "reports"
    call = Call(installed(), browser(), address, reports, (f"--only-categories={','.join(categories)}",) if categories else ())
    reports.mkdir(parents=True, exist_ok=True)
    wide = max(len(page) for page in [*names, "home"]) + 2
    headed, full = False, 0
    for page in names:
        try:
            one = best(call, page)
        except UnreadError as fault:
            print(f"{page or 'home':<{wide}}could not be visited: {fault}", flush=True)
            continue
        if not headed:
            print(f"{'page':<{wide}}" + "".join(f"{name:>{len(name) + 2}}" for name in one.points) + "  machine")
            headed = True
        row = "".join(f"{points:>{len(name) + 2}}" for name, points in one.points.items())
        print(f"{page or 'home':<{wide}}{row}{one.machine:>9}  {', '.join(one.faults)}".rstrip(), flush=True)
        full += one.full
    print(f"{full} of {len(names)} pages score 100 in every category. The full reports are in {reports.relative_to(ROOT)}/")
    return full == len(names)


def main() -> bool:
    """Run the command. Return whether every score is 100.

    The site is built with the local server's address, so that its canonical links are correct.
    """
    parser = argparse.ArgumentParser(prog="make lighthouse", description="Run Lighthouse on the pages of the site.")
    parser.add_argument("pages", nargs="*", help="addresses relative to the home page (/); all pages if none are given")
    parser.add_argument("--site", type=Path, help="the folder of a built site; if not given, the site is built")
    parser.add_argument("--only", nargs="+", default=[], choices=CATEGORIES, metavar="CATEGORY",
                        help=f"run only these categories; write this option after the pages. Choices: {', '.join(CATEGORIES)}")
    asked = parser.parse_args()
    if asked.site:
        if not (asked.site / "index.html").is_file():
            sys.exit(f"There is no built site in {asked.site}. Run make build first, or leave out --site.")
        names = wanted(asked.pages, asked.site)
        with serving(asked.site) as address:
            return judged(names, address, asked.only)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address:
        mkdocs(ROOT / "mkdocs.yml", Path(folder), SITE_URL=f"{address}/")
        return judged(wanted(asked.pages, Path(folder)), address, asked.only)


if __name__ == "__main__":
    sys.exit(not main())
