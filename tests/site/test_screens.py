"""Tests that no page for readers is too long, measured in words and in phone screens.

The pages are measured in a pinned version of the font Roboto, so that every machine gets the same result.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page

from evidence.checks import article, not_yet
from evidence.checks.article import ROWS, SAFETY
from evidence.checks.budget import longer
from evidence.checks.rules import Site
from evidence.exports import finish
from evidence.model.pages import Layer
from evidence.model.urls import path_of
from tests import EDITION

HEIGHT = 740
MAX_TEXT, MOST, MAX_UNFOLDED = 6, 9, 12
"""Maximum number of screens: for the text, for the whole page, and with everything unfolded.

The text ends where the ways to correct the page begin. Blocks that are drawn from the safety data are outside these three budgets
(as their words are, see `evidence.checks.article`), so that no sign or card is ever left out to save a screen; they count in the
total of all pages. Of the rows for countries, only the longest is counted as unfolded, since readers open the one that concerns
them.
"""

MAX_TOGETHER = 340
"""Maximum number of screens of all pages for readers together, including everything that comes from data. The first edition had
1,060."""

FONT = "/pinned/roboto.ttf"
HEADINGS = "/assets/fonts/newsreader-600.woff2"
LETTERS = f"""
@font-face {{ font-family: "Pinned Roboto"; font-weight: 100 900; src: url("{FONT}"); }}
@font-face {{ font-family: Newsreader; font-weight: 600; font-display: block; src: url("{HEADINGS}"); }}
:root {{ --sans: "Pinned Roboto" !important; }}
"""
"""Styles for measuring: text in Roboto, as on most phones, and headings in our own font, which readers get from the second page
on."""

MEASURE = """async letters => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(letters);
  document.adoptedStyleSheets = [sheet];
  const [text] = await Promise.all([document.fonts.load('16px "Pinned Roboto"'), document.fonts.load("600 20px Newsreader")]);
  await document.fonts.ready;
  const article = document.querySelector("article");
  const foot = article.querySelector(".tools");
  const end = () => document.documentElement.scrollHeight;
  const height = element => element.getBoundingClientRect().height;
  const drawn = () => [...article.querySelectorAll("DRAWN")].reduce((sum, part) => sum + height(part), 0);
  const last = foot ? foot.getBoundingClientRect().top + scrollY : end();
  const found = { font: text.length, text: last - drawn(), all: end() - drawn(), whole: end() };
  for (const fold of article.querySelectorAll("details:not(.situation)")) fold.open = true;
  const unfolded = end() - drawn();
  const rows = [...article.querySelectorAll("details.situation")].filter(row => !row.closest("DRAWN"));
  const shut = rows.map(height);
  for (const row of rows) row.open = true;
  const grown = rows.map((row, place) => height(row) - shut[place]);
  return { ...found, unfolded: unfolded + Math.max(0, ...grown) };
}""".replace("DRAWN", ", ".join(f"[data-block={name}]" for name in sorted(SAFETY | ROWS)))


@dataclass(frozen=True)
class Screens:
    name: str
    text: float
    all: float
    unfolded: float
    whole: float
    """The length of everything that a phone shows, including what is drawn from the safety data."""

    @property
    def over(self) -> str:
        """Return a line that says which limits the page exceeds, or an empty string if the page is short enough."""
        limits = {"of text": (self.text, MAX_TEXT), "in all": (self.all, MOST),
                  "with everything unfolded": (self.unfolded, MAX_UNFOLDED)}
        much = [f"{found:.1f} screens {what} (at most {most})" for what, (found, most) in limits.items() if found > most]
        return f"docs/{self.name}: {', '.join(much)}" if much else ""


def measure(page: Page) -> dict[str, float]:
    """Return the length of a page and of its parts, in pixels, with the text in the pinned font. This function unfolds
    everything on the page, and does not fold it again.
    """
    font = (files("fontpkg_roboto") / "files" / "Roboto[wdth,wght].ttf").read_bytes()
    page.route(f"**{FONT}", lambda route: route.fulfill(body=font, content_type="font/ttf"))
    found: dict[str, float] = page.evaluate(MEASURE, LETTERS)
    page.unroute(f"**{FONT}")
    return found


def test_no_page_for_readers_is_too_long(visits: dict[str, dict], capsys: pytest.CaptureFixture[str]):
    """Folded text counts too. To fix a page that is too long, shorten its text. evidence/checks/longer-pages.yml lists the
    exceptions.
    """
    sizes = {page.name: visits[path_of(page.name)]["screens"] for page in Site.of(EDITION).pages.values()
             if page.layer is Layer.SHORT}
    assert {name for name, size in sizes.items() if size["font"] != 1} == set(), "the pinned fonts did not load"
    found = [Screens(name, *(size[part] / HEIGHT for part in ("text", "all", "unfolded", "whole")))
             for name, size in sizes.items()]
    waiting = not_yet.pages("screens")
    together = sum(page.whole for page in found)
    with capsys.disabled():
        print(f"\n{together:.0f} phone screens on {len(found)} pages for readers")
    assert [page.over for page in found if page.over and page.name not in {*waiting, *longer()[0]}] == []
    assert [page.name for page in found if page.name in waiting and not page.over] == [], (
        "these pages do not exceed the maximum: remove them from not-yet.yml")
    assert together <= MAX_TOGETHER


def test_the_word_counts_match_the_built_pages(built: Path):
    """`evidence check` counts the words of the articles without building the site. The counts must be the same as on the built
    pages.
    """
    site = Site.of(EDITION)
    pages = [page for page in site.pages.values() if page.layer is Layer.SHORT]
    counted = {page.name: article.count(article.read(page, EDITION, site.dataset)) for page in pages}
    assert {name: article.count(article.passages(finish.article(built, name))) for name in counted} == counted
    assert min(counted.values()) > 0
