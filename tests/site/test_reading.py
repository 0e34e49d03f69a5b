"""Tests what readers do on a page: hover, press Tab, search, filter, print and follow links."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from evidence.model.dataset import Dataset
from tests import ROOT
from tests.conftest import ids_of, pages_of, published_pages, soup_of, source_pages
from tests.each import each

PAGES = source_pages()
ENGLISH = published_pages()
# Telephone numbers in parts with these CSS classes need no country. Helplines are listed by country, and sources have no numbers
# that readers are meant to call.
APART = re.compile(r"^(helplines|sources)$")


def test_every_source_page_is_built(built: Path, dataset: Dataset):
    assert pages_of(built) == sorted([*PAGES, *(row.old for row in dataset.redirects)])


@each("address", PAGES)
def test_every_link_on_the_page_leads_somewhere(built: Path, address: str):
    soup = soup_of(built, address)
    here = built / address
    for link in soup.select("a[href]"):
        target, _, anchor = link["href"].partition("#")
        if re.match(r"[a-z]+:", target):
            assert target.startswith(("https://", "http://", "mailto:", "tel:")), link
            continue
        path = (here / target).resolve()
        path = path / "index.html" if path.is_dir() or target.endswith("/") else path
        assert (path.is_file() if target else True), link
        if anchor and (not target or path.suffix == ".html"):
            other = address if not target else path.parent.relative_to(built.resolve()).as_posix()
            assert anchor.startswith("__") or anchor in ids_of(built, other), link


@each("address", PAGES)
def test_title_description_and_language(built: Path, address: str):
    soup = soup_of(built, address)
    assert soup.html["lang"] == ("en" if address in ENGLISH else address.partition("/")[0])
    assert len(soup.title.get_text()) < 90
    assert soup.select_one("meta[name=description]")["content"]
    assert soup.select_one("link[rel=canonical]")["href"].endswith(address)


@each("address", [page for page in ENGLISH if page])
def test_dates_and_review_state_stand_under_the_title(built: Path, address: str):
    soup = soup_of(built, address)
    status = soup.select("article h1 ~ .status")
    assert len(status) == 1
    assert len(status[0].find_previous_siblings(class_=True)) <= 3
    assert re.search(r"Checked \d+ \w+ 20\d\d", status[0].get_text())
    assert "Not yet reviewed by a health professional" in status[0].get_text()
    assert re.search(r"Next check: \w+ 20\d\d", status[0].get_text())
    assert soup.select_one(".tools details li")


def test_search_index_holds_no_citation_debris(built: Path, dataset: Dataset):
    docs = json.loads((built / "search" / "search_index.json").read_text())["docs"]
    assert len(docs) > len(PAGES)
    for doc in docs:
        text = f"{doc['title']} {doc['text']}"
        assert "↩" not in text
        assert "[@" not in text
        assert "What it found:" not in text or doc["location"].startswith("about/references")
        assert not re.search(r"<sup>", text), doc["location"]
    assert not [doc["location"] for doc in docs if re.fullmatch(r"\d+ sources?", doc["title"])]


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_reference_shows_on_hover_and_on_focus(browser: Browser, site: str, how: str):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site}/massage/does-it-help/")
    mark = page.locator("article a.footnote-ref").first
    mark.scroll_into_view_if_needed()
    if how == "hover":
        mark.hover()
    else:
        mark.focus()
    tooltip = page.locator(".md-tooltip2--active")
    expect(tooltip).to_be_visible()
    source = page.locator(f"[id='{mark.get_attribute('href')[1:]}']").get_attribute("data-short")
    expect(tooltip).to_contain_text(source)
    assert not [back for back in tooltip.locator(".footnote-backref").all() if back.is_visible()]
    page.close()


def test_reference_leads_to_the_list_and_back(page: Page, site: str):
    page.goto(f"{site}/massage/does-it-help/")
    mark = page.locator("article a.footnote-ref").first
    anchor = mark.get_attribute("href")
    page.goto(f"{site}/massage/does-it-help/{anchor}")
    target = page.locator(f"[id='{anchor[1:]}']")
    expect(target).to_be_in_viewport()
    back = target.locator("a.footnote-backref").first
    back.click()
    expect(mark).to_be_in_viewport()


def test_ledger_filters_with_script_and_is_complete_without(browser: Browser, page: Page, site: str, dataset: Dataset):
    page.goto(f"{site}/about/claims/")
    shown = page.locator(".ledger__item:visible")
    expect(shown).to_have_count(len(dataset.claims))
    page.get_by_label("Verdict").select_option("contradicted")
    wanted = sum(claim.verdict.value == "contradicted" for claim in dataset.claims.values())
    expect(shown).to_have_count(wanted)
    expect(page.locator(".ledger__count")).to_have_text(f"{wanted} of {len(dataset.claims)} claims")
    page.get_by_label("Verdict").select_option("")
    page.get_by_label("Order").select_option("certainty")
    grades = [item.get_attribute("data-certainty") for item in shown.all()]
    order = ["high", "moderate", "low", "very low", "no studies"]
    assert [order.index(grade) for grade in grades] == sorted(order.index(grade) for grade in grades)
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{site}/about/claims/")
    expect(plain.locator(".ledger__item:visible")).to_have_count(len(dataset.claims))
    plain.context.close()


def test_any_page_is_at_most_two_taps_from_home(built: Path):
    """The first tap is on any link on the home page, including those in the menu and the footer. The second tap is on the page
    that opens.
    """
    def ways(address: str) -> set[str]:
        links = (urljoin(f"/{address}", link["href"]).partition("#")[0] for link in soup_of(built, address).select("a[href]"))
        return {link.removeprefix("/") for link in links} & {*ENGLISH}

    first = ways("")
    assert {*ENGLISH} - first - {page for address in first for page in ways(address)} == set()


def test_each_page_is_in_the_menu_once_or_in_the_footer(built: Path):
    """The menu has six sections, and the footer has ten links. Only "Warning signs" is in the menu twice."""
    home = soup_of(built, "")
    sections = [summary.get_text() for summary in home.select(".rooms summary")]
    assert sections == ["Back pain", "Does it help?", "Is it safe?", "Kinds of massage", "Having a massage", "Other treatments"]
    links = [(link["href"], link.get_text()) for link in home.select(".rooms li a[href]")]
    assert sorted({link for link in links if links.count(link) > 1}) == [("back-pain/warning-signs/", "Warning signs")]
    assert len({href for href, _ in links}) == len({*links})
    assert len(home.select("footer nav a")) == 10


def test_keyboard_reaches_the_text_first(page: Page, site: str):
    page.goto(f"{site}/massage/safety/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    page.keyboard.press("Enter")
    expect(page.locator("article h1, article h2").first).to_be_in_viewport()


def test_focus_can_be_seen(page: Page, site: str):
    page.goto(f"{site}/about/how-we-know/")
    link = page.locator("article p a:not(.footnote-ref)").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    width, style = link.evaluate("e => [getComputedStyle(e).outlineWidth, getComputedStyle(e).outlineStyle]")
    assert (width, style) == ("3px", "solid")


@pytest.mark.parametrize("address", ["", "back-pain/warning-signs/", "massage/does-it-help/"])
def test_print_leaves_the_machinery_out_and_the_words_in(page: Page, site: str, address: str):
    page.goto(f"{site}/{address}")
    page.emulate_media(media="print")
    for gone in (".top", ".foot", ".tools", ".onpage"):
        assert not page.locator(gone).first.is_visible()
    for heading in page.locator("article :is(h1, h2, .care__heading)").all():
        assert heading.is_visible()
    numbers = page.locator(".strip a[href^=tel]")
    assert numbers.count() == 4
    assert all(number.is_visible() for number in numbers.all())
    assert page.locator(".strip__write").is_visible()


def test_emergency_cards_come_first_and_hold_no_links(built: Path):
    for address in PAGES:
        for card in soup_of(built, address).select(".care--emergency"):
            assert card.select_one(".care__heading").get_text().startswith("Emergency: ")
            assert not [link for link in card.select("a[href]") if link], address
    order = [card["class"][1] for card in soup_of(built, "back-pain/warning-signs/").select(".care:not(#card-after-massage)")]
    ranks = ["care--emergency", "care--today", "care--before"]
    assert [ranks.index(level) for level in order] == sorted(ranks.index(level) for level in order)


def test_every_telephone_number_is_shown_with_its_country(built: Path, dataset: Dataset):
    """A number such as 111 means different things in different countries."""
    countries = "|".join(["UK", "USA", "NHS", "England", "Scotland", "Wales", *(row.country for row in dataset.helplines)])
    for address in PAGES:
        soup = soup_of(built, address)
        for row in soup.select(".helplines tbody tr"):
            assert row.th.get_text().strip()
        for block in soup.select("article :is(p, li, td)"):
            text = block.get_text(" ")
            if re.search(r"(?<![\d.,])(999|111|911)(?![\d.,%])", text) and not block.find_parent(class_=APART):
                assert "care__calls" in block.get("class", []) or re.search(countries, text), (address, text)


def test_two_colour_schemes_and_no_script_needed_for_either(browser: Browser, site: str):
    grounds = {}
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(f"{site}/")
        grounds[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.close()
    assert grounds == {"light": "rgb(251, 248, 242)", "dark": "rgb(16, 24, 25)"}


def from_data(dataset: Dataset) -> set[str]:
    papers = dataset.references.values()
    found = {paper.link for paper in papers} | {paper.url for paper in papers}
    found |= {f"https://pubmed.ncbi.nlm.nih.gov/{paper.pmid}/" for paper in papers}
    found |= {str(row.url) for row in (*dataset.registers, *dataset.organisations)}
    return found | {str(address) for row in dataset.helplines for address in (row.source, row.crisis_source)}


FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"


@each("address", source_pages())
def test_pages_link_to_other_sites_only_through_the_data(built: Path, dataset: Dataset, address: str):
    article = soup_of(built, address).select_one("article")
    assert article
    ours = {id(link) for link in article.select(".tools a[href]")}
    reports = {link["href"].partition("?")[0] for link in article.select(".tools a[href*='/issues/new?']")}
    forms = {f"{report}?template={form.name}" for report in reports for form in FORMS.glob("*.yml")}
    out = [link for link in article.select("a[href]") if urlsplit(link["href"]).netloc and id(link) not in ours]
    assert {link["href"] for link in out} <= from_data(dataset) | forms
