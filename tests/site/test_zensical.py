"""Both builders give the same words on every page: the site must outlive its framework.

The comparison normalises white space and nothing else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evidence import ROOT
from tests.conftest import pages_of, soup_of, source_pages

PARTS = ("article", "footer")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built by Zensical, in a copy, since it writes its cache and its site beside the sources."""
    folder = tmp_path_factory.mktemp("zensical")
    for name in ("docs", "overrides", "evidence"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "zensical.yml"):
        shutil.copy(ROOT / name, folder / name)
    build = subprocess.run([sys.executable, "-m", "zensical", "build", "--clean", "-f", "zensical.yml"], cwd=folder,
                           capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(folder)})
    assert build.returncode == 0, build.stdout + build.stderr
    return folder / "site"


def words(folder: Path, address: str, part: str) -> list[str]:
    return soup_of(folder, address).select_one(part).get_text(" ").split()


def test_same_pages(built: Path, other: Path):
    assert pages_of(other) == pages_of(built)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("address", source_pages())
def test_same_words(built: Path, other: Path, address: str, part: str):
    assert words(other, address, part) == words(built, address, part)


@pytest.mark.parametrize("address", source_pages())
def test_same_citations_and_blocks(built: Path, other: Path, address: str):
    def counts(folder: Path) -> dict[str, int]:
        soup = soup_of(folder, address)
        return {css: len(soup.select(f"article {css}")) for css in
                ("a.footnote-ref", "a.footnote-backref", ".claim", ".care", "table", "svg", "a.term", "h2", "h3")}

    assert counts(other) == counts(built)
