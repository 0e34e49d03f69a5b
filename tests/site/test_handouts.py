"""Tests that leaflets work when they are printed, on a screen and with a keyboard. Also tests the buttons for citing and
copying.
"""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as etree
from copy import copy
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from evidence.model.urls import qr
from scripts.handouts import FOLDER, PAPER, faults, leaflets, print_sheet
from tests import DOCS, EDITION
from tests.conftest import published_pages, soup_of
from tests.each import each

LEAFLETS = sorted(path.stem for path in (DOCS / FOLDER).glob("*.md"))


def test_there_are_five(built: Path):
    assert LEAFLETS == ["ask-your-therapist", "first-session", "one-page", "poster", "warning-signs"]
    assert [path.parent.name for path in leaflets(built)] == LEAFLETS


@pytest.mark.parametrize("size", PAPER.values())
@pytest.mark.parametrize("name", LEAFLETS)
def test_prints_on_one_tagged_page(page: Page, site: str, name: str, size: str):
    pdf = print_sheet(page, f"{site}/{FOLDER}/{name}/", size)
    assert faults(pdf) == []
    assert b"/Lang (en)" in pdf


def test_one_sentence_too_many_is_found(page: Page, site: str):
    page.goto(f"{site}/{FOLDER}/one-page/")
    page.evaluate("document.querySelector('.handout').append(...Array.from({length: 30}, () => document.createElement('div')))")
    page.evaluate("document.querySelectorAll('.handout > div').forEach(line => line.append('More'))")
    assert "it takes 2 pages" in faults(page.pdf(format="A4", tagged=True))[0]


@each("name", LEAFLETS)
def test_date_version_address_and_code(built: Path, name: str):
    foot = soup_of(built, f"{FOLDER}/{name}/").select_one(".handout__foot")
    address = EDITION.address_of(f"{FOLDER}/{name}.md")
    assert re.search(r"Version of \d+ \w+ 20\d\d\. Checked against sources on \d+ \w+ 20\d\d, next check due by", foot.get_text())
    assert "Not yet reviewed by a health professional" in foot.get_text()
    assert foot.select_one(".handout__address").get_text() == address
    drawn = foot.select_one("svg.qr")
    assert address in drawn["aria-label"]
    assert [path["d"] for path in drawn.select("path")] == [path.get("d") for path in qr(address, "").findall("path")]


@each("name", LEAFLETS)
def test_paper_keeps_the_words_and_leaves_the_machinery(page: Page, site: str, name: str):
    page.goto(f"{site}/{FOLDER}/{name}/")
    page.emulate_media(media="print")
    for gone in (".top", ".strip", ".foot", ".handout-bar", ".box--next", ".tools"):
        assert not page.locator(gone).first.is_visible(), gone
    for kept in page.locator(".handout :is(h2, li, .care__heading), .handout__foot p, .qr").all():
        assert kept.is_visible()
    read = page.locator(".handout :is(p, li, .care-line):not(.own-note, .care__calls)")
    sizes = read.evaluate_all("items => items.map(e => parseFloat(getComputedStyle(e).fontSize))")
    least = 11 if name == "warning-signs" else 12
    assert min(sizes) >= least * 4 / 3 - .1, f"text is smaller than {least} points"


@pytest.mark.parametrize(("name", "least", "most"), [("one-page", 150, 280), ("first-session", 150, 280),
                                                     ("ask-your-therapist", 150, 280), ("poster", 20, 40)])
def test_few_words_and_one_drawing(built: Path, name: str, least: int, most: int):
    """The count of words leaves out telephone numbers, citation numbers, and all warning signs that come from the data."""
    sheet = copy(soup_of(built, f"{FOLDER}/{name}/").select_one(".handout"))
    assert len(sheet.select(".art svg[role=img]")) == 1
    for apart in sheet.select("svg, [data-sign], .paper-numbers, .own-note, sup"):
        apart.decompose()
    words = re.findall(r"\S*\w\S*", sheet.get_text(" "))
    assert least <= len(words) <= most


@each("name", LEAFLETS)
def test_numbers_stand_on_the_sheet_with_a_line_for_an_own_one(page: Page, site: str, name: str):
    page.goto(f"{site}/{FOLDER}/{name}/")
    page.emulate_media(media="print")
    numbers = page.locator(".handout :is(.paper-numbers, .care__calls)").last
    for number in ("999", "112", "911", "000"):
        expect(numbers).to_contain_text(number)
    expect(numbers.locator(".write-in__line")).to_be_visible()


def test_the_list_of_handouts_names_them_all(built: Path):
    links = {link["href"] for link in soup_of(built, "try/handouts/").select("article a[href]")}
    assert {f"{name}/" for name in LEAFLETS} <= {link.removeprefix("./") for link in links}


def test_the_print_button_prints(page: Page, site: str):
    page.goto(f"{site}/{FOLDER}/one-page/")
    page.evaluate("window.print = () => { document.title = 'printed' }")
    page.get_by_role("button", name="Print this leaflet").click()
    expect(page).to_have_title("printed")


def test_no_pdf_is_promised_where_none_was_made(built: Path):
    for name in LEAFLETS:
        assert not soup_of(built, f"{FOLDER}/{name}/").select("a[href$='.pdf']")


@each("address", [page for page in published_pages() if page])
def test_every_page_can_be_cited(built: Path, address: str):
    soup = soup_of(built, address)
    text = soup.select_one("#cite-text").get_text()
    assert soup.select_one("article h1")
    assert re.search(r"checked against sources on \d+ \w+ 20\d\d\.", text)
    assert soup.select_one("#cite-link").get_text() == soup.select_one("link[rel=canonical]")["href"]
    assert text.endswith(soup.select_one("#cite-link").get_text())
    assert soup.select_one(".status__address").get_text().strip() == soup.select_one("#cite-link").get_text()


def test_copying(browser: Browser, site: str):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}/massage/safety/")
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#cite-text").inner_text()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("status").filter(has_text="Selected")).to_be_visible()
    assert page.evaluate("getSelection().toString().trim()") == page.locator("#cite-link").inner_text()
    context.close()


def test_the_script_of_every_page_is_small(built: Path):
    assert len(gzip.compress((built / "assets" / "javascripts" / "frame.js").read_bytes())) <= 3000


def test_letters_do_nothing_and_the_search_lets_go(page: Page, site: str):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{site}/massage/safety/")
    for key in "fsnp,./":
        page.keyboard.press(key)
    assert page.url == f"{site}/massage/safety/"
    field = page.locator(".md-search__input")
    expect(field).not_to_be_focused()
    page.keyboard.press("Control+k")
    expect(field).to_be_focused(timeout=20_000)
    page.keyboard.type("soreness, n. f/s")
    expect(field).to_have_value("soreness, n. f/s")
    page.keyboard.press("Escape")
    expect(field).not_to_be_focused()
    page.keyboard.press("Control+k")
    page.keyboard.press("Tab")
    expect(field).not_to_be_focused()


def test_each_pdf_is_in_the_folder_of_its_page(built: Path, tmp_path: Path):
    """The test runs `scripts.handouts` in a separate process, since one process cannot run Playwright twice at the same time."""
    page = Path(FOLDER, "one-page")
    shutil.copytree(built / "assets", tmp_path / "assets")
    shutil.copytree(built / page, tmp_path / page)
    result = subprocess.run([sys.executable, "-m", "scripts.handouts", str(tmp_path)], capture_output=True, text=True,
                            check=False)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == "2 PDFs, each on one page."
    assert sorted(path.name for path in (tmp_path / page).glob("*.pdf")) == [
        "massage-for-back-pain-one-page-a4.pdf", "massage-for-back-pain-one-page-letter.pdf"]


def test_code_is_well_formed_inline_drawing(built: Path):
    drawn = soup_of(built, f"{FOLDER}/one-page/").select_one("svg.qr")
    etree.fromstring(str(drawn))
