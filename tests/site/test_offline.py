"""Tests the offline copy of the site, which readers open from a folder. Reading and searching must work without a network."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from scripts import offline
from tests.conftest import UNCHECKED
from tests.engines import asked, launch

PAGES = ("index.html", "massage/safety.html", "about/claims.html", "try/diary.html", "try/before-you-book.html",
         "try/decide.html", "try/letters.html", "try/handouts/one-page.html")


def unchecked(command: list[str], run: Callable[..., Any] = subprocess.run, **more: Any) -> Any:
    """Run `python -m mkdocs` with these arguments, without our checks."""
    return run([command[0], "-c", UNCHECKED, *command[3:]], **more)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("pack")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as said:
        patch.setattr(offline.subprocess, "run", unchecked)
        offline.main(target)
    assert "Unpack this file, then open index.html." in said.getvalue()
    with zipfile.ZipFile(target / "massage-for-back-pain-offline.zip") as archive:
        archive.extractall(target)
    return target / "massage-for-back-pain"


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(offline=True)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_whole_and_asks_for_files_only(context: BrowserContext, folder: Path, name: str):
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto((folder / name).as_uri())
    page.keyboard.press("Control+k")
    page.wait_for_function("() => window.__index")
    assert [url for url in asked if not url.startswith(("file://", "data:"))] == []
    assert faults == []
    tools = page.locator("[data-tool]")
    assert tools.count() == page.locator("[data-tool][data-live]").count()
    page.close()


def test_search_finds_and_leads_to_the_page(context: BrowserContext, folder: Path):
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((folder / "index.html").as_uri())
    page.locator(".find.needs-script").first.click()
    expect(page.locator(".md-search__input")).to_be_focused(timeout=20_000)
    # no page contains "theragun", but people type this word, so the search index contains it
    page.locator(".md-search__input").press_sequentially("theragun")
    result = page.locator(".md-search-result__link").first
    expect(result).to_be_visible()
    result.click()
    page.wait_for_url(re.compile(r"^file://.*/try/at-home\.html"))
    assert page.locator("article h1").count() == 1
    page.close()


@pytest.mark.parametrize("name", asked())
def test_pages_tools_and_search_work_in_other_engines(folder: Path, name: str):
    with launch(name) as engine:
        engine.size(360, 740)
        faults = []
        for page in PAGES:
            engine.open((folder / page).as_uri())
            engine.wait("!document.querySelector('[data-tool]:not([data-live])')")
            faults += [f"{page}: {error}" for error in engine.errors()]
        assert faults == []
        engine.open((folder / "index.html").as_uri())
        engine.press("button", "Search", within="header")
        engine.wait("document.activeElement?.name === 'query'")
        engine.keys(*"theragun")
        engine.wait("document.querySelector('[role=search] li a')")
        engine.click(engine.all("link", within="[role=search] li")[0])
        engine.wait("location.pathname.endsWith('/try/at-home.html')")


def test_every_link_leads_to_a_file(folder: Path):
    for path in folder.rglob("*.html"):
        for tag, target in re.findall(r'<(\w+)\b[^>]*?\s(?:href|src)="([^"#]+)[^"]*"', path.read_text(encoding="utf-8")):
            if re.match(r"[a-z]+:", target):
                assert tag in ("a", "link"), (path.name, tag, target)
            else:
                assert (path.parent / target).resolve().is_file(), (path.name, target)
