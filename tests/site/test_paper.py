"""Tests pages that tell readers to call somebody. On paper, each of these pages must show the telephone numbers with their
countries, or a line on which to write a number.
"""

from __future__ import annotations

import re

import pytest

from evidence.loading.dataset import load_dataset
from tests import EDITION, WORDS

SAYS_CALL = re.compile(r"\b(call|calls|ring|phone|dial)\b|emergency (number|department)|ambulance", re.IGNORECASE)
SHOWN = """() => {
  const lists = document.querySelectorAll(".sources")
  for (const list of lists) list.style.display = "none"
  const text = [...document.querySelectorAll(".strip, article")].map(part => part.innerText).join("\\n")
  for (const list of lists) list.style.display = ""
  return text
}"""
"""Return the text of the emergency strip and the article as shown, without the quotations from sources."""

LINES = ("My emergency number:", "Another country:")
LIBRARY = load_dataset(EDITION)


def carries(text: str) -> bool:
    """Return whether printed text contains the emergency numbers of all countries, or a line on which to write a number."""
    return any(line in text for line in LINES) or all(
        re.search(rf"{row.country}\s+{row.emergency[0]}\b", text) for row in LIBRARY.nearest(WORDS["calls"]["nearest"]))


def test_every_printed_page_that_says_call_carries_numbers(visits):
    calls = {address: visit["paper"] for address, visit in visits.items() if SAYS_CALL.search(visit["paper"])}
    assert [address or "home" for address, text in calls.items() if not carries(text)] == []
    assert len(calls) > 20


def test_what_is_hidden_on_paper_does_not_count(browser, site):
    page = browser.new_page()
    page.goto(f"{site}/try/letters/")
    page.emulate_media(media="print")
    assert carries(page.evaluate(SHOWN))
    page.emulate_media(media="screen")
    assert not carries(page.evaluate(SHOWN))
    page.close()


@pytest.mark.parametrize(("address", "kinds"), [("studies/help/", ".claim, .chart, tr, li"), ("massage/safety/", ".care, .box")])
def test_nothing_that_belongs_together_is_cut_between_two_sheets(browser, site, address, kinds):
    page = browser.new_page()
    page.goto(f"{site}/{address}")
    page.emulate_media(media="print")
    for kind in kinds.split(", "):
        cut = page.locator(f"article {kind}").evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
        assert set(cut) == {"avoid"}, kind
    page.close()


def test_open_situations_print_alone_and_all_of_them_where_none_is_open(browser, site):
    page = browser.new_page(viewport={"width": 718, "height": 1000})
    page.goto(f"{site}/massage/safety/")
    page.emulate_media(media="print")
    cards = page.locator(".situation__card").locator("visible=true")
    assert cards.count() == len(LIBRARY.situations)
    page.emulate_media(media="screen")
    page.locator("details:has(#blood-thinner) summary").click()
    page.emulate_media(media="print")
    assert cards.count() == 1
    assert page.locator(".situation").locator("visible=true").count() == 1
    assert page.locator(".situations__group").locator("visible=true").count() == 1
    page.close()


def test_the_address_of_a_card_opens_it_without_script(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/massage/safety/#blood-thinner")
    assert page.locator("#blood-thinner").is_visible()
    assert page.locator(".situation__card").locator("visible=true").count() == 1
    context.close()


LIGHT = """() => [...document.querySelectorAll("article :not(svg *)")].filter(element => {
  const style = getComputedStyle(element)
  const says = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  const ink = element.matches("svg") ? style.stroke : says && style.color
  return element.checkVisibility() && ink && ink !== "none" && ink.match(/[\\d.]+/g).slice(0, 3).every(part => part > 200)
    && style.webkitPrintColorAdjust !== "exact"
}).map(element => element.outerHTML.slice(0, 80))"""
"""Returns the text and icons that are light and whose background is not printed, so that nobody sees them on paper."""


def test_nothing_in_light_ink_loses_what_is_behind_it_on_paper(browser, site):
    page = browser.new_page()
    page.emulate_media(media="print")
    lost = {}
    for address in ("", "massage/does-it-help/", "massage/safety/", "try/decide/", "try/handouts/warning-signs/",
                    "studies/help/"):
        page.goto(f"{site}/{address}")
        if found := page.evaluate(LIGHT):
            lost[address or "home"] = found
    assert lost == {}
    page.close()


SQUEEZED = """() => [...document.querySelectorAll("a[href^='tel:']")].filter(link => {
  const boxes = node => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()]
  }
  const beside = [...link.parentElement.childNodes].filter(node => node.nodeType === 3 && node.data.trim()).flatMap(boxes)
  return link.checkVisibility() && boxes(link).some(box => beside.some(({ left, right, top, bottom }) =>
    Math.min(bottom, box.bottom) - Math.max(top, box.top) > 2 && right - 1 > box.left && left + 1 < box.right))
}).map(link => link.parentElement.innerText.slice(0, 80))"""
"""Returns the words around each telephone number that is printed over some of them."""


@pytest.mark.parametrize("media", ["screen", "print"])
def test_no_number_to_call_is_printed_over_the_name_of_its_country(browser, site, media):
    page = browser.new_page(viewport={"width": 718, "height": 1000})
    page.emulate_media(media=media)
    found = {}
    for address in ("back-pain/warning-signs/", "massage/safety/", "try/partner-massage/", "try/handouts/warning-signs/"):
        page.goto(f"{site}/{address}")
        found[address] = page.evaluate(SQUEEZED)
    assert {address: words for address, words in found.items() if words} == {}
    page.close()
