"""The live preview shows an edit without being asked."""

from __future__ import annotations

import os
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

from evidence import ROOT

PATIENCE = 120
"""Seconds for a first build on a busy machine."""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the project and the address at which it is served."""
    for name in ("docs", "overrides", "evidence"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=tmp_path, env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": address})
    try:
        for _ in range(PATIENCE):
            try:
                urlopen(address).close()
                break
            except URLError:
                assert server.poll() is None, "the server stopped"
                time.sleep(1)
        yield tmp_path, address
    finally:
        server.terminate()
        server.wait()


def test_an_edit_shows_by_itself(preview: tuple[Path, str], page: Page):
    folder, address = preview
    page.goto(f"{address}about/privacy/")
    file = folder / "docs" / "about" / "privacy.md"
    before = "This site sets no cookies"
    assert before in page.locator("article").inner_text()
    file.write_text(file.read_text(encoding="utf-8").replace(before, "This website sets no cookies"), encoding="utf-8")
    expect(page.locator("article")).to_contain_text("This website sets no cookies", timeout=PATIENCE * 1000)
