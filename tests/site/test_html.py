"""Tests that the HTML of every page is valid. html5lib's strict parser stops at the first fault. A second validator, Nu, must be
run by hand (see tests/site/README.md).
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import html5lib

from tests.conftest import soup_of, source_pages
from tests.each import each

PAGES = source_pages()


@each("address", [*(f"{page}index.html" for page in PAGES), "404.html"])
def test_html_is_valid(built: Path, address: str):
    html5lib.HTMLParser(strict=True).parse((built / address).read_text(encoding="utf-8"))


@each("address", PAGES)
def test_headings_outline_the_page_and_no_anchor_stands_twice(built: Path, address: str):
    soup = soup_of(built, address)
    levels = [int(heading.name[1]) for heading in soup.select("article :is(h1,h2,h3,h4,h5,h6)")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [element["id"] for element in soup.select("[id]")]
    assert sorted(ids) == sorted(set(ids))
