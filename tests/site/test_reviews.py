"""Tests that every page of the built site has a review sheet, and that search engines are told not to index the review sheets.
Also tests that each form for sessions with readers fits on two sheets of paper.
"""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup, SoupStrainer

from evidence.checks.reviews import LABEL
from evidence.exports import meta_of
from evidence.model.reviews import SHEET
from evidence.model.urls import path_of
from tests import DOCS, EDITION, ROOT
from tests.conftest import soup_of

NAMES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if not path.is_relative_to(DOCS / "es"))
"""The pages that have a review sheet. A translation has none: it is checked against its English page."""
ON_TWO_SHEETS = ("about/review-a-page/", "about/ten-questions/", "about/read-with-people/", "about/reader-forms/")
SIDES = {"A4": 2, "Letter": 4}
"""Maximum number of printed sides, for two sheets. On A4 the fronts are enough; Letter is shorter, and may use the backs too."""

ONE_SIDED = {"about/reader-forms/": 2, "about/task-cards/": 1}
"""Maximum number of sides of pages that are printed on the front only, since people keep them or cut cards out of them."""

ASKED = SoupStrainer(["h1", "meta", "header", "script"])

MAX_WORDS = 900
"""Maximum number of words in GOVERNANCE.md, which is not part of the site and so cannot be printed here."""


def test_every_page_leads_to_its_sheet_and_the_sheet_bears_its_version(built: Path):
    wrong = []
    for name in NAMES:
        meta, path = meta_of(name, EDITION), built / path_of(name) / SHEET
        links = [link["href"] for link in soup_of(built, path_of(name)).select("aside.tools > a") if link["href"] == SHEET]
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        sheet = BeautifulSoup(text, "html.parser", parse_only=ASKED) if text else None
        if sheet is None or links != [SHEET]:
            wrong.append(f"{name}: no sheet, or no link to it")
        elif (sheet.h1.get_text() != meta.title or not sheet.find("meta", {"name": "robots", "content": "noindex"})
              or "Not yet reviewed by a health professional" not in sheet.header.get_text() or sheet.select("script")):
            wrong.append(f"{name}: its sheet belongs to another page, can be indexed, names a reviewer or runs a script")
    assert wrong == []


def test_nothing_leads_programs_to_a_sheet_and_the_list_leads_people_to_each(built: Path):
    read = ["search/search_index.json", "sitemap.xml", "llms.txt"]
    assert [name for name in read if SHEET in (built / name).read_text(encoding="utf-8")] == []
    listed = soup_of(built, "about/review-a-page/").select(".review-sheets a")
    assert len(listed) > 50
    assert [link["href"] for link in listed if not (built / "about" / "review-a-page" / link["href"]).is_file()] == []


def test_search_does_not_lead_test_readers_to_the_answers(built: Path):
    """Test readers may type words from a task card into the search, but they must not find the page with the answers."""
    kept = {"about/read-with-people/", "about/reader-forms/", "about/task-cards/"}
    read = ["search/search_index.json", "sitemap.xml", "llms.txt"]
    assert [(name, page) for name in read for page in kept if page in (built / name).read_text(encoding="utf-8")] == []
    unmarked = [page for page in kept if soup_of(built, page).select_one("meta[name=robots]")["content"] != "noindex"]
    assert unmarked == []
    assert soup_of(built, "").select_one("meta[name=robots]") is None


def test_no_trial_by_software_is_on_the_site(built: Path):
    assert [path for path in built.rglob("*") if "trials" in path.relative_to(built).parts] == []
    kinds = {".html", ".md", ".json", ".txt", ".yml"}
    assert [path for path in built.rglob("*") if path.suffix in kinds and LABEL in path.read_text(encoding="utf-8")] == []


def test_each_document_fits_two_printed_sheets(browser, site):
    page = browser.new_page()
    long = {}
    for address in sorted({*ON_TWO_SHEETS, *ONE_SIDED}):
        page.goto(f"{site}/{address}")
        for paper, most in SIDES.items():
            if (sides := len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))) > ONE_SIDED.get(address, most):
                long[address, paper] = sides
    page.close()
    assert long == {}
    assert len((ROOT / "GOVERNANCE.md").read_text(encoding="utf-8").split()) <= MAX_WORDS


def test_a_remark_is_printed_in_full(page, site):
    """The field for a remark must grow with the remark. An ordinary text field would cut off a long remark."""
    page.goto(f"{site}/massage/does-it-help/{SHEET}")
    remark = page.locator(".judge [role=textbox]").first
    remark.fill("far too sure, " * 60)
    page.emulate_media(media="print")
    assert remark.evaluate("e => e.scrollHeight <= e.clientHeight + 1 && e.scrollWidth <= e.clientWidth + 1")


def test_a_sheet_can_be_filled_in_on_a_phone(page, site):
    wide = []
    for name in ("massage/safety.md", "about/ten-questions.md", "studies/help.md"):
        page.goto(f"{site}/{path_of(name)}{SHEET}")
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(name)
        page.locator("input[type=checkbox]").first.check()
        page.locator("[role=textbox]").first.fill("too sure")
        assert page.locator("label").evaluate_all("labels => labels.filter(label => label.offsetHeight < 24).length") == 0, name
    assert wide == []
