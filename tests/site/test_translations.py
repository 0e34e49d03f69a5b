"""Tests that people can find an unchecked translation only if they know its address. Also tests that the translation does not
change the English pages.

Tests in other files include unchecked translations by using `source_pages`, or leave them out by using `published_pages`.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import NavigableString, Tag
from playwright.sync_api import Page, expect

from tests import EDITION
from tests.conftest import published_pages, soup_of, source_pages

DRAFTS = sorted({*source_pages()} - {*published_pages()})


def language_of(text: NavigableString) -> str:
    """Return the language of a piece of text. The nearest enclosing element with a `lang` attribute gives the language."""
    return next(parent["lang"] for parent in text.parents if isinstance(parent, Tag) and parent.get("lang"))


def test_there_is_one():
    assert DRAFTS == ["es/about/accessibility/"]


@pytest.mark.parametrize("address", DRAFTS)
def test_a_draft_stays_out_of_search_engines_and_names_its_sister(built: Path, address: str):
    head = soup_of(built, address).head
    assert head.select_one("meta[name=robots]")["content"] == "noindex"
    language, _, english = address.partition("/")
    assert {link["hreflang"]: link["href"] for link in head.select("link[hreflang]")} == {
        language: urljoin(EDITION.address, address), "en": urljoin(EDITION.address, english)}
    assert not head.select("link[type='text/markdown']")
    assert not soup_of(built, address).select('script[type="application/ld+json"]')


@pytest.mark.parametrize("address", DRAFTS)
def test_nothing_mentions_an_unchecked_translation(built: Path, address: str):
    named = [path.relative_to(built).as_posix() for path in sorted(built.rglob("*"))
             if path.suffix in {".html", ".md", ".txt", ".xml", ".json"} and path != built / address / "index.html"
             and address.rstrip("/") in path.read_text(encoding="utf-8")]
    assert named == []
    assert [path.name for path in (built / address).iterdir()] == ["index.html"]


@pytest.mark.parametrize("address", DRAFTS)
def test_the_emergency_strip_and_the_frame_are_marked_as_english(built: Path, address: str):
    """The emergency text stays in English on a translated page, because only the English text was checked. The HTML marks the
    text as English, so that screen readers pronounce it correctly.
    """
    soup, english = soup_of(built, address), soup_of(built, address.partition("/")[2])
    assert soup.select_one(".strip").get_text() == english.select_one(".strip").get_text()
    for part in (".strip", "header", "footer"):
        assert soup.select_one(part)["lang"] == "en"
    language = address.partition("/")[0]
    for css in (".md-skip", "article h1", ".status", ".tools", ".onpage", ".box--note p"):
        assert language_of(soup.select_one(css).find(string=True)) == language
    assert "en" not in {element["lang"] for element in english.select("[lang]") if element.name != "html"}


@pytest.mark.parametrize("address", DRAFTS)
def test_the_switch_leads_to_the_english_page(page: Page, site: str, address: str):
    page.goto(f"{site}/{address}")
    expect(page.get_by_text("Traducido por software, sin revisar por una persona")).to_be_in_viewport()
    page.get_by_role("link", name="Read this page in English").click()
    page.wait_for_url(f"{site}/{address.partition('/')[2]}")
