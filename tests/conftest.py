"""Builds the site once for all tests, serves it, and starts a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from evidence.loading import pages
from evidence.loading.dataset import load_dataset
from evidence.model.dataset import Dataset
from evidence.model.urls import path_of
from tests import EDITION, ROOT
from tests.browser import launch

BUILT = ROOT / ".cache" / "test-site"
VISITS = BUILT.with_suffix(".visits")
BEGUN, SAID = BUILT.with_suffix(".begun"), BUILT.with_suffix(".said")
"""BEGUN exists once a worker has started the build. SAID exists once the build has ended, and contains the builder's errors."""


UNCHECKED = """import evidence.checks, mkdocs.__main__
evidence.checks.run, evidence.checks.begin = lambda *_, **__: [], lambda _: list
mkdocs.__main__.cli()"""
"""Runs MkDocs without our checks, for content that has already passed them. The checks take half of the time of a build, and
do not change its result."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--listen", action="store_true",
                     help="also run the screen-reader tests in tests/site/test_heard.py")
    parser.addoption("--keep", action="store_true", help="with --listen, save what is heard on three pages")
    parser.addoption("--every-page", action="store_true", help="open every page in Firefox and WebKit, not one of each layout")


def pytest_configure(config: pytest.Config) -> None:
    """Delete the results of earlier runs. If the whole test suite runs, also start building the site in the background.
    Meanwhile, tests that do not need the site can run.
    """
    if hasattr(config, "workerinput") or config.option.collectonly:
        return
    for made in (BUILT, VISITS):
        shutil.rmtree(made, ignore_errors=True)
    for sign in (BEGUN, SAID):
        sign.unlink(missing_ok=True)
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        threading.Thread(target=build, daemon=True).start()


def build() -> None:
    """Build the site, unless another test worker has already started the build. Write the build's errors to the file SAID, which
    is empty after a successful build.
    """
    BUILT.mkdir(parents=True, exist_ok=True)
    try:
        BEGUN.touch(exist_ok=False)
    except FileExistsError:
        return
    made = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(BUILT)],
        cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    complaint = SAID.with_suffix(".part")
    complaint.write_text(f"{made.stderr}{made.stdout}" if made.returncode else "", encoding="utf-8")
    complaint.rename(SAID)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Skip the screen-reader tests unless --listen is given. These tests take minutes, and need packages that no other test
    needs.
    """
    return True if collection_path.name == "test_heard.py" and not config.getoption("--listen") else None


LONGEST = ("content/test_edits", "content/test_content", "test_commands", "site/test_pages", "site/test_engines",
           "site/test_zensical", "site/test_delivery", "site/test_access", "site/test_tools", "site/test_serve",
           "site/test_offline", "site/test_rendered", "site/test_safety_check", "site/test_builds", "site/test_search")
"""The slowest test files, in the order in which they start, so that no slow file runs alone at the end. The first three do not
need the site."""

PARSED = {f"tests/site/test_{name}.py" for name in ("delivery", "figures", "found", "handouts", "html", "reading", "reviews",
                                                   "translations", "zensical")}
"""Files whose tests parse every built page."""


class Together(LoadScopeScheduling):
    """A scheduler that runs all tests in a file on the same worker. All files in PARSED share a worker, so that each page is
    parsed only once. test_edits and test_content share a worker too, because the checks cache the files that they have read.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "parsed" if file in PARSED else file.replace("test_edits", "test_content")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    return Together(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {str(ROOT / "tests" / f"{name}.py"): place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(str(item.path), len(LONGEST)))


class _Quiet(SimpleHTTPRequestHandler):
    """A request handler that serves the site in the subfolder /sub/, as GitHub Pages does for a fork."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/sub"))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def built(request: pytest.FixtureRequest) -> Path:
    """Return the folder that contains the built site. The first test worker that needs the site builds it, and the other workers
    wait.
    """
    build()
    while not SAID.exists():
        sleep(0.1)
    if complaint := SAID.read_text(encoding="utf-8"):
        request.session.shouldstop = "the site could not be built, so nothing can be tested"
        pytest.fail(f"The site cannot be built:\n{complaint}", pytrace=False)
    return BUILT


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """Serve the built site, and yield its address without a trailing slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sub"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 740})
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return load_dataset(EDITION)


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[Path, tuple[bytes, int]]]:
    """Make one copy of the site's content for all tests. Return the docs/ folder of the copy, and the content and modification
    time of each copied file.

    Reading new copies for every test would be slow. The loaders read a file again only if its modification time or size changes.
    """
    root = tmp_path_factory.mktemp("content")
    for folder in ("docs", "overrides", "styles"):
        shutil.copytree(ROOT / folder, root / folder, copy_function=shutil.copyfile)
    for file in ("mkdocs.yml", "offline.yml", "zensical.yml", "CITATION.cff"):
        shutil.copyfile(ROOT / file, root / file)
    return root / "docs", {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def copy(copied: tuple[Path, dict[Path, tuple[bytes, int]]]) -> Iterator[Path]:
    """Yield the docs/ folder in a copy of the site's content. A test may change the files there, because they are restored after
    the test.
    """
    docs, kept = copied
    yield docs
    for path in docs.parent.rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()
    for path, (content, time) in kept.items():
        if not path.exists() or path.stat().st_mtime_ns != time:
            path.write_bytes(content)
            os.utime(path, ns=(time, time))


def reach_for_the_search(page: Page) -> None:
    """Move the pointer to the search button, and wait until the page has loaded the theme's script."""
    page.locator(".find.needs-script").first.dispatch_event("pointerover")
    page.wait_for_function("() => window.document$")
    page.wait_for_load_state("networkidle")


def pages_of(folder: Path) -> list[str]:
    """Return the addresses of all built pages, for example "massage/safety/". The address of the home page is ""."""
    return sorted(path.relative_to(folder).as_posix().removesuffix("index.html") for path in folder.rglob("index.html"))


def source_pages() -> list[str]:
    """Return the addresses of all pages, worked out from the file names in docs/."""
    return addresses_of((ROOT / "docs").rglob("*.md"))


def published_pages() -> list[str]:
    """Return the addresses of all pages except translations that nobody has checked. test_translations.py tests those."""
    return addresses_of(pages.files(EDITION))


def addresses_of(files: Iterable[Path]) -> list[str]:
    return sorted(path_of(path.relative_to(ROOT / "docs").as_posix()) for path in files)


@cache
def soup_of(folder: Path, address: str) -> BeautifulSoup:
    """Return the parsed HTML of a built page. All tests share the result, so do not change it."""
    return BeautifulSoup((folder / address / "index.html").read_text(encoding="utf-8"), "html.parser")


@cache
def ids_of(folder: Path, address: str) -> frozenset[str]:
    return frozenset(element["id"] for element in soup_of(folder, address).select("[id]"))
