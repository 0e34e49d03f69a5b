"""Tests that people can understand charts and drawings on a phone, with large text, in forced colours, or without seeing the
pictures.
"""

from __future__ import annotations

import csv
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

from tests import FIGURES
from tests.conftest import ids_of, soup_of, source_pages
from tests.each import each

CHARTS = {"studies/causes-and-scans/", "studies/", "studies/help/", "studies/safety/",
          "studies/deep-tissue/", "studies/myofascial-release/", "studies/swedish/", "studies/treatments/"}
DRAWINGS = {"back-pain/", "back-pain/causes/", "back-pain/warning-signs/", "massage/", "massage/how-it-may-work/",
            "massage/safety/", "questions/", "techniques/",
            "benefits/circulation/", "benefits/endorphins/", "benefits/pain-relief/", "benefits/range-of-motion/",
            "studies/causes-and-scans/",
            "techniques/deep-tissue/", "techniques/myofascial-release/", "techniques/swedish/", "techniques/trigger-point/",
            "treatments/being-active/", "treatments/massage-or-physiotherapy/", "treatments/medicines/",
            "treatments/psychological/", "treatments/tomorrow/",
            "try/after-a-session/", "try/at-home/", "try/first-visit/", "try/how-many-sessions/",
            "try/letters/", "try/partner-massage/"}
WITH_AXIS = CHARTS - {"studies/causes-and-scans/", "studies/", "studies/safety/"}
LARGE = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync("html { font-size: 200% !important }")
  document.adoptedStyleSheets = [sheet]
}"""
"""Doubles the size of all text, as a reader can do in a phone's settings."""

AXES = """axes => axes.map(axis => [...axis.querySelectorAll("text")]
  .map(text => { const box = text.getBoundingClientRect(); return [text.textContent, box.left + box.width / 2] }))"""
PILED_UP = """svgs => {
  const found = [];
  for (const svg of svgs) {
    const shown = [...svg.querySelectorAll('text')].map(text => [text.textContent.trim(), text.getBoundingClientRect()])
      .filter(([, box]) => box.width > 0);
    if (svg.checkVisibility() && !shown.length) found.push('no number at all');
    shown.forEach(([words, box], n) => shown.slice(n + 1).forEach(([other, next]) => {
      if (Math.min(box.right, next.right) - Math.max(box.left, next.left) > 0
          && Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top) > 2) found.push(words + ' | ' + other);
    }));
  }
  return found;
}"""
CUT = """figures => {
  const heard = part => part && (getComputedStyle(part).clipPath !== 'none' || heard(part.parentElement));
  return figures.flatMap(figure => [...figure.querySelectorAll('*')].filter(part => {
    if (!part.checkVisibility() || heard(part) || part.closest('.figure__drawing') && part.tagName !== 'text') return false;
    const box = part.getBoundingClientRect(), frame = (part.closest('.figure__drawing') || document.documentElement)
      .getBoundingClientRect();
    return box.width > 2 && (box.left < frame.left - .5 || box.right > frame.right + .5
      || !part.closest('svg') && getComputedStyle(part).display !== 'inline' && part.scrollWidth > part.clientWidth + 1);
  }).map(part => `${part.tagName}.${part.getAttribute('class')} ${part.textContent.trim().slice(0, 40)}`));
}"""
"""Returns the parts that extend beyond the screen, their own box or, for text in a drawing, the drawing's frame. Text that is
only for screen readers is left out."""


def test_the_lists_of_pages_here_are_complete(built: Path):
    assert {page for page in source_pages() if soup_of(built, page).select("figure.chart:not(.diary__chart)")} == CHARTS
    assert {page for page in source_pages() if soup_of(built, page).select("figure.figure")} == DRAWINGS


def figures_of(page: Page) -> dict[str, list]:
    """Return the faults in a page's charts and drawings, and the numbers on each visible axis with their positions on the screen.
    """
    wrong = [*page.locator("figure:is(.chart, .figure)").evaluate_all(CUT),
             *page.locator("svg:is(.plot--axis, .fade__plot)").evaluate_all(PILED_UP)]
    return {"wrong": wrong, "axes": page.locator(".plot--axis:visible").evaluate_all(AXES)}


def test_nothing_is_cut_off_or_overlaps(visits: dict[str, dict]):
    """Charts and drawings are measured at three widths, and with text at twice its usual size."""
    found = {(address, width): figures["wrong"] for address, visit in visits.items()
             for width, figures in visit["figures"].items() if figures["wrong"]}
    assert found == {}
    assert {address for address, visit in visits.items() if len(visit["figures"]) == 4} >= CHARTS | DRAWINGS


@each("address", sorted(WITH_AXIS))
def test_every_visible_axis_includes_zero_and_is_evenly_spaced(visits: dict[str, dict], address: str):
    for width in ("360", "1280"):
        axes = visits[address]["figures"][width]["axes"]
        assert axes
        for axis in axes:
            assert "0" in [number for number, _ in axis]
            numbers = [float(number.replace("−", "-")) for number, _ in axis]
            steps = {round(after - before, 4) for before, after in pairwise(numbers)}
            places = [after[1] - before[1] for before, after in pairwise(axis)]
            assert len(steps) == 1
            assert max(places) - min(places) < 1


@each("address", sorted(WITH_AXIS))
def test_marks_stand_over_the_numbers_of_their_axis(page: Page, site: str, address: str):
    page.goto(f"{site}/{address}")
    rows = page.locator(".effects__plot:has(.plot)").evaluate_all("""cells => cells.map(cell => {
      const middle = part => { const box = part.getBoundingClientRect(); return box.left + box.width / 2; };
      const zero = [...cell.querySelectorAll('.plot--axis text')].find(text => text.textContent === '0');
      const dot = cell.querySelector('.plot__dot'), words = cell.querySelector('.effects__words').textContent;
      return [middle(cell.querySelector('.plot__zero')) - middle(zero), middle(dot) - middle(zero), words];
    })""")
    assert rows
    for off, side, words in rows:
        assert abs(off) < 1
        assert (side < 0) == (re.match(r"[\d.]+ [\w ]+? (less|fewer)", words) is not None), words


@each("address", sorted(CHARTS))
def test_every_chart_asks_answers_names_its_source_and_gives_its_data(built: Path, address: str):
    for chart in soup_of(built, address).select("figure.chart:not(.diary__chart)"):
        assert chart.select_one(".chart__question").get_text().endswith("?")
        assert len(chart.select_one(".chart__answer").get_text()) > 20
        data = chart.select_one(".chart__data a")["href"]
        assert (built / address / data).resolve().is_file()
        # most charts link to their sources in footnotes; charts without footnotes have these links in their data table
        sources = chart.select("sup.cite a") or chart.select("tbody th a")
        assert sources
        for link in sources:
            target, _, anchor = urljoin(f"https://x/{address}", link["href"]).removeprefix("https://x/").partition("#")
            assert anchor in ids_of(built, target), link


@each("address", sorted(CHARTS | DRAWINGS))
def test_read_aloud_a_figure_says_its_message(built: Path, address: str):
    for figure in soup_of(built, address).select("figure:is(.chart, .figure):not(.diary__chart)"):
        assert len(figure.figcaption.get_text(strip=True)) > 40
        for table in figure.select("table"):
            assert table.caption.get_text(strip=True)
        for svg in figure.select("svg"):
            if svg.find_parent("svg") or svg.find_parent(attrs={"aria-hidden": "true"}):
                continue
            assert svg.get("aria-hidden") == "true" or (svg["role"] == "img" and len(svg["aria-label"]) >= 40), svg["class"]
            aloud = [text for text in svg("text") if not text.find_parent(attrs={"aria-hidden": "true"})]
            assert aloud == [], "Firefox would let a screen reader read these words out after the description"


def test_the_fading_chart_says_trial_and_time_in_order_of_time(built: Path):
    says = soup_of(built, "studies/help/").select_one(".fade__plot")["aria-label"]
    parts = ["trial of 2011, at 10 weeks: 2.9", "trial of 2008, at 3 months: 1.96", "trial of 2008, at 12 months: 0.58"]
    assert re.search(".*".join(map(re.escape, parts)), says)


def test_the_dotted_line_joins_the_times_of_one_trial_and_nothing_else(built: Path):
    chart = soup_of(built, "studies/help/").select_one(".fade__plot")
    assert [[line["x1"], line["x2"]] for line in chart.select(".fade__path")] == [["25.0%", "100.0%"]]


def test_icon_arrays_draw_what_the_data_count(built: Path):
    with (built / "data" / "counts.csv").open(encoding="utf-8") as file:
        known = {row["what"]: [] for row in csv.DictReader(file)}
        file.seek(0)
        for row in csv.DictReader(file):
            known[row["what"]].append(int(row["count"]))
    for address in ("studies/safety/",):
        for group in soup_of(built, address).select(".icons__group"):
            drawn = len(group.select(".person--on"))
            assert len(group.select(".person")) == 100
            assert any(drawn in counts and what in group.get_text() for what, counts in known.items())
            assert group.svg["aria-label"].startswith(f"{drawn} out of 100: ")


def test_the_scan_table_shows_every_age_on_a_phone(page: Page, site: str):
    page.goto(f"{site}/studies/causes-and-scans/")
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 740})
        inside = page.locator("table.scans tbody td").evaluate_all("""cells => cells.map(cell => {
          const frame = cell.closest('figure').getBoundingClientRect(), box = cell.getBoundingClientRect();
          return box.width > 10 && box.left >= frame.left && box.right <= frame.right; })""")
        assert len(inside) == 56
        assert all(inside)


@pytest.mark.parametrize("address", ["studies/"])
def test_verdicts_at_a_glance(built: Path, dataset, address: str):
    popular = [claim for claim in dataset.claims.values() if claim.popular]
    chart = soup_of(built, address).select_one("figure.verdicts")
    groups = chart.select("tbody")
    assert [group.select_one(".verdict").get_text().lower() for group in groups] == [
        name for name in ("supported", "partly", "not shown", "contradicted") if any(c.verdict == name for c in popular)]
    for group in groups:
        verdict = group.select_one(".verdict").get_text().lower()
        said = [(row.th.get_text(strip=True), row.td.get_text(" ", strip=True)) for row in group.select("tr")[1:]]
        expected = {claim.people_say.strip("."): claim.certainty for claim in popular if claim.verdict == verdict}
        assert {words for words, _ in said} == expected.keys()
        assert all(str(expected[words]) in sure for words, sure in said)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_words_on_drawings_can_be_read_in_forced_colours(browser: Browser, site: str, scheme: str, chosen: str):
    page = browser.new_page(viewport={"width": 720, "height": 740}, color_scheme=scheme, forced_colors="active")
    page.goto(f"{site}/back-pain/causes/")
    page.evaluate("name => document.documentElement.setAttribute('data-scheme', name)", chosen)
    ratio = page.evaluate("""() => {
      const light = colour => { const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
        .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
        return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2]; };
      const fill = part => light(getComputedStyle(part).fill);
      const bone = fill(document.querySelector('.figure--disc [fill^="var(--fig-bone,"]'));
      const words = fill([...document.querySelectorAll('.figure--disc text')].find(text => text.textContent === 'bone'));
      return (Math.max(bone, words) + .05) / (Math.min(bone, words) + .05);
    }""")
    page.close()
    assert ratio >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_keep_their_parts_apart_in_forced_colours(browser: Browser, site: str, scheme: str):
    page = browser.new_page(viewport={"width": 720, "height": 740}, color_scheme=scheme, forced_colors="active")
    page.goto(f"{site}/studies/help/")
    colours = page.evaluate("""() => Object.fromEntries(['.plot .plot__grid', '.plot .plot__zero', '.plot .plot__important',
      '.plot .plot__interval', '.plot .plot__dot', '.fade__path', '.fade__other .plot__interval', '.plot__dot--square']
      .map(name => [name, getComputedStyle(document.querySelector(name)).stroke]))""")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.close()
    assert colours[".plot .plot__grid"] != colours[".plot .plot__zero"]
    assert colours[".plot .plot__important"] not in {colours[".plot .plot__grid"], colours[".plot .plot__zero"]}
    assert len({colours[name] for name in colours if name not in (".plot .plot__grid", ".plot .plot__important")}) == 1
    assert ground not in colours.values()


def test_a_drawing_opened_alone_is_large_wears_daylight_and_asks_nobody(browser: Browser, site: str):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in sorted(FIGURES.glob("*.svg")):
        page.goto(f"{site}/assets/figures/{path.name}")
        assert page.evaluate("document.documentElement.getBoundingClientRect().width") >= 700, path.name
        shown = page.evaluate("[...document.querySelectorAll('rect')].map(part => getComputedStyle(part).fill)")
        papers = {"rgb(236, 227, 208)", "rgb(223, 231, 223)", "rgb(197, 217, 214)", "rgb(181, 138, 92)", "rgb(224, 207, 174)"}
        assert papers & set(shown), path.name
    page.close()
    assert all(url.startswith(site) for url in asked)


@pytest.mark.parametrize(("media", "scheme", "wall"), [
    ("screen", "light", "rgb(223, 231, 223)"), ("screen", "dark", "rgb(40, 60, 62)"),
    ("print", "dark", "rgb(223, 231, 223)")])
def test_a_drawing_follows_the_scheme_and_paper_is_light(page: Page, site: str, media: str, scheme: str, wall: str):
    page.emulate_media(media=media)
    page.goto(f"{site}/techniques/swedish/")
    page.evaluate("name => document.documentElement.setAttribute('data-scheme', name)", scheme)
    ground = page.locator(".figure--strokes-swedish g rect").first
    assert ground.evaluate("part => getComputedStyle(part).fill") == wall


@each("address", sorted(DRAWINGS))
def test_each_drawing_leads_to_itself_and_keeps_its_place(built: Path, address: str):
    for figure in soup_of(built, address).select("figure.figure"):
        drawing = (built / address / figure.select_one(".figure__alone")["href"]).resolve()
        assert drawing.is_file()
        assert f"figure--{drawing.stem}" in figure["class"]
        assert figure.svg["viewbox"]
        assert not figure.select("style, img, image, [href^='http']")


@pytest.mark.parametrize("address", ["studies/help/", "techniques/", "try/at-home/"])
def test_figures_shift_nothing_and_ask_nobody_else(page: Page, site: str, address: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/{address}")
    places = "() => [...document.querySelectorAll('article > *')].map(part => [part.offsetTop, part.offsetHeight])"
    before = page.evaluate(places)
    page.locator("figure:is(.chart, .figure)").last.scroll_into_view_if_needed()
    assert page.evaluate(places) == before
    assert all(url.startswith((site, "data:", "blob:")) for url in asked)
