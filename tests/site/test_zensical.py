"""Tests that MkDocs and Zensical build the same pages, so that we can still build the site if one of them is no longer
maintained.

The comparison ignores white space and the attribute `data-search-exclude`, which only Material keeps. Addresses are resolved as
in a browser ("./" and "././" are the same).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import NavigableString, Tag

from evidence.model.reviews import SHEET
from tests import ROOT
from tests.conftest import pages_of, soup_of, source_pages
from tests.each import each

PARTS = ("article", "footer")
BUILDERS_OWN = "data-search-exclude"
HEAD = ("title", "link[rel=canonical]", "meta[name=description]", "meta[name=referrer]", 'meta[property^="og:"]',
        'meta[name^="twitter:"]', "link[rel=icon]", "link[rel=apple-touch-icon]")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return zensical(tmp_path_factory.mktemp("zensical"))


def zensical(folder: Path, *only: str, **env: str) -> Path:
    """Build a copy of the project with Zensical, and return the folder that contains the built site. If `only` is given, build
    only these pages.

    Zensical writes its cache and the site next to the sources, so it has to run in a copy.
    """
    for name in ("docs", "overrides", "evidence", "styles"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "zensical.yml", "CITATION.cff"):
        shutil.copy(ROOT / name, folder / name)
    for path in (folder / "docs").rglob("*.md") if only else ():
        if path.relative_to(folder / "docs").as_posix() not in only:
            path.unlink()
    commands = [["zensical", "build", "--clean", "-f", "zensical.yml"], *([] if only else [["evidence", "finish", "site"]])]
    for command in commands:
        done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False,
                              env=os.environ | {"PYTHONPATH": str(folder)} | env)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_same_pages(built: Path, other: Path):
    assert pages_of(other) == pages_of(built)


@each("address", source_pages())
def test_same_article_and_footer_down_to_the_last_link_figure_and_anchor(built: Path, other: Path, address: str):
    for part in PARTS:
        ours, theirs = (list(pieces(soup_of(folder, address).select_one(part), address)) for folder in (built, other))
        assert theirs == ours


@each("address", source_pages())
def test_citations_lead_to_their_sources_with_both(built: Path, other: Path, address: str):
    def cited(folder: Path) -> list[tuple[str, str]]:
        soup = soup_of(folder, address)
        # if several elements have the same id, only the first one counts
        places = {place["id"]: place for place in reversed(soup.select("[id]"))}
        return [(mark["href"], places[mark["href"].removeprefix("#")].get_text(" ", strip=True))
                for mark in soup.select("article a.footnote-ref")]

    assert cited(other) == cited(built)


@pytest.mark.parametrize("part", ["footer", "header", ".strip"])
@each("address", source_pages())
def test_same_ways_out(built: Path, other: Path, address: str, part: str):
    def targets(folder: Path) -> list[str]:
        return [urljoin(f"/{address}", link["href"]) for link in soup_of(folder, address).select_one(part).select("a[href]")]

    assert targets(other) == targets(built)


@each("address", source_pages())
def test_same_head(built: Path, other: Path, address: str):
    def head(folder: Path) -> list[tuple]:
        return [(tag.get_text(), attributes(tag, address)) for css in HEAD for tag in soup_of(folder, address).head.select(css)]

    assert head(other) == head(built)


def test_leaflets_lead_to_their_pdfs_with_zensical(tmp_path: Path):
    site = zensical(tmp_path, "index.md", "try/handouts/one-page.md", HANDOUT_PDFS="true")
    links = {link["href"] for link in soup_of(site, "try/handouts/one-page/").select(".handout-bar a")}
    assert links == {"massage-for-back-pain-one-page-a4.pdf", "massage-for-back-pain-one-page-letter.pdf"}


def test_other_files_are_the_same_with_both_builders(built: Path, other: Path):
    """Examples of other files are the open data, the machine-readable copies, the review sheets and the sitemap."""
    def files(folder: Path) -> dict[str, bytes]:
        own = (path for path in folder.rglob("*") if path.is_file() and (path.suffix != ".html" or path.name == SHEET))
        return {name: path.read_bytes() for path in own
                if not (name := path.relative_to(folder).as_posix()).startswith(("assets/images", "search"))
                and not name.startswith(("assets/javascripts/bundle", "assets/javascripts/workers", "assets/stylesheets/m",
                                         "assets/stylesheets/p", "assets/stylesheets/classic"))
                and name != "assets/javascripts/LICENSE"}  # only Zensical adds this file of licences

    ours, theirs = files(built), files(other)
    assert theirs.keys() == ours.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def pieces(element: Tag, address: str) -> Iterator[str | tuple]:
    for piece in element.descendants:
        if isinstance(piece, NavigableString):
            if text := " ".join(piece.split()):
                yield text
        else:
            yield piece.name, attributes(piece, address)


def attributes(tag: Tag, address: str) -> tuple[tuple[str, str], ...]:
    given = {name: " ".join(value) if isinstance(value, list) else value for name, value in tag.attrs.items()}
    given |= {name: urljoin(f"/{address}", given[name]) for name in ("href", "src") if name in given}
    return tuple(sorted((name, value) for name, value in given.items() if name != BUILDERS_OWN))
