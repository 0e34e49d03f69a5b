"""Tests that pages reload by themselves after an edit while `mkdocs serve` is running."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests import ROOT
from tests.conftest import UNCHECKED

PATIENCE = 120
"""Maximum number of seconds for a build on a busy machine."""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Copy the project, and run `mkdocs serve` in the copy. Yield the folder of the copy and the address of the site."""
    for name in ("docs", "overrides", "evidence", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-c", UNCHECKED, "serve", "--dirty", "--quiet", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=tmp_path, env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": address})
    try:
        for _ in range(PATIENCE):
            try:
                urlopen(address).close()
                break
            except URLError:
                assert server.poll() is None, "the server stopped before it served a page"
                time.sleep(1)
        yield tmp_path, address
    finally:
        server.terminate()
        server.wait()


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def html_of(address: str) -> str:
    """Return the HTML of a page as it is served, but without the build number that is added for live reload."""
    with urlopen(address) as answer:
        return re.sub(r"livereload\(\d+, \d+\)", "", answer.read().decode())


def test_an_edit_of_a_page_or_of_data_shows_by_itself(preview: tuple[Path, str], page: Page):
    folder, address = preview
    file, before, after = folder / "docs" / "about" / "privacy.md", "This site sets no cookies", "This website sets no cookies"
    whole = html_of(f"{address}about/privacy/")
    page.goto(f"{address}about/privacy/")
    article = page.locator("article")
    expect(article).to_contain_text(before)
    edit(file, before, after)
    expect(article).to_contain_text(after, timeout=PATIENCE * 1000)
    edit(file, after, before)
    expect(article).to_contain_text(before, timeout=PATIENCE * 1000)
    assert html_of(f"{address}about/privacy/") == whole, "the page that was rebuilt alone differs from the one in the full build"

    page.goto(f"{address}about/glossary/")
    before, after = "New pain that started a short time ago", "New pain that began a short time ago"
    expect(article).to_contain_text(before)
    edit(folder / "docs" / "data" / "glossary.yml", before, after)
    expect(article).to_contain_text(after, timeout=PATIENCE * 1000)
