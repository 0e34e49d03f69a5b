"""Tests the links to further help at the end of a page. Also tests that faulty data for these links is rejected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from evidence.checks.article import html
from evidence.checks.data import organisations
from evidence.checks.front_matter import more_help
from evidence.checks.rules import Site
from evidence.checks.source import Page
from evidence.loading.rows import read_yaml
from evidence.model.countries import Organisation
from evidence.model.dataset import MAX_HELP, Dataset
from tests import EDITION

PAGE = """---
title: Touch
description: Words that say what this page holds, long enough to pass for one.
kind: guide
checked: 2026-11-23
check_again: 6 months
reviewed_by: []
{more}changes:
  - date: 2026-11-23
    what: First.
---

# Touch

A page.

/// next
[See what you can do](treatments/tomorrow.md)
///
"""

ROW = """
- id: {id}
  name: A charity
  country: Canada
  what: what a reader finds there
  url: {url}
  subjects: [{subjects}]
  words: Here a reader finds what the row says.
  read: stored copy
  checked: 2026-11-28
"""


@pytest.fixture
def foot(tmp_path: Path) -> Callable[[str], BeautifulSoup]:
    """Return a function that renders a page with the given subjects under `more_help`, and returns the parsed HTML."""
    def built(more: str) -> BeautifulSoup:
        text = PAGE.format(more=more)
        (tmp_path / "touch.md").write_text(text, encoding="utf-8")
        return BeautifulSoup(html(text, "touch.md", replace(EDITION, docs=tmp_path)), "html.parser")

    return built


def rows(folder: Path, text: str) -> tuple[list[Organisation], list[str]]:
    path = folder / "organisations.yml"
    path.write_text(text, encoding="utf-8")
    found, problems = read_yaml(path, Organisation)
    return found, [f"{problem.line}: {problem.what}" for problem in problems]


def test_the_links_stand_between_the_next_step_and_the_ways_to_correct(foot, dataset: Dataset):
    page = foot("more_help: [medicines]\n")
    part = page.select_one(".more-help")
    assert isinstance(part, Tag)
    before, after = part.find_previous_sibling(), part.find_next_sibling()
    assert before is not None
    assert after is not None
    assert "box--next" in before["class"]
    assert "tools" in after["class"]
    assert part.h2 is not None
    assert part.h2.get_text() == "More help elsewhere"
    lines = [(item.a["href"], item.get_text()) for item in part.select("li") if item.a]
    assert lines == [(str(row.url), f"{row.name}, {row.country}: {row.what}")
                     for row in dataset.organisations if "medicines" in row.subjects]


def test_a_page_that_names_no_subject_has_no_such_part(foot):
    assert not foot("").select(".more-help")


def test_its_heading_is_not_in_the_contents_of_the_page(foot):
    heading = foot("more_help: [cancer]\n").select_one(".more-help h2")
    assert heading is not None
    assert not heading.get("id")
    assert not heading.select("a")


def test_each_subject_has_its_first_page_before_any_has_its_second(dataset: Dataset, tmp_path: Path):
    many, faults = rows(tmp_path, "".join(
        ROW.format(id=f"{subject}-{n}", url=f"https://example.org/{subject}/{n}", subjects=subject)
        for subject in ("cancer", "pregnancy") for n in range(MAX_HELP)))
    assert not faults
    shown = replace(dataset, organisations=many).more_help(["pregnancy", "cancer"])
    assert [row.id for row in shown] == ["pregnancy-0", "cancer-0", "pregnancy-1", "cancer-1", "pregnancy-2", "cancer-2"]


def test_a_page_for_two_subjects_stands_there_once(dataset: Dataset, tmp_path: Path):
    one, _ = rows(tmp_path, ROW.format(id="both", url="https://example.org/", subjects="cancer, pregnancy"))
    assert len(replace(dataset, organisations=one).more_help(["cancer", "pregnancy"])) == 1


@pytest.mark.parametrize(("find", "put", "line", "says"), [
    ("  read: stored copy\n", "", 2, "anybody has read the organisation's page"),
    ("  words: Here a reader finds what the row says.\n", "", 2, "anybody has read the organisation's page"),
    ("  read: stored copy\n", "  read: stored copy\n  source: macmillanmassage\n", 2, "both a source and a quotation"),
    ("[cancer]", "[cancre]", 7, "cancre"),
    ("https://example.org/", "a leaflet", 6, "url"),
    ("  country: Canada\n", "", 2, '"country" is missing'),
    ("reader finds there", "reader finds there.", 5, "what"),
])
def test_a_row_that_is_not_sound_is_refused_with_its_line(tmp_path: Path, find: str, put: str, line: int, says: str):
    sound = ROW.format(id="one", url="https://example.org/", subjects="cancer")
    assert rows(tmp_path, sound)[1] == []
    found, faults = rows(tmp_path, sound.replace(find, put))
    assert not found
    assert any(fault.startswith(f"{line}: ") and says.lower() in fault.lower() for fault in faults), faults


@pytest.mark.parametrize(("change", "says"), [
    ({"what": "book now, at a discount"}, "advertising"),
    ({"url": "https://www.macmillan.org.uk/shop"}, "differs from the address of"),
    ({"subjects": ["cancer"]}, "No page shows"),
])
def test_a_row_that_sells_or_was_not_read_is_refused(dataset: Dataset, tmp_path: Path, change: dict[str, object], says: str):
    path = tmp_path / "touch.md"
    path.write_text(PAGE.format(more="more_help: [pregnancy]\n"), encoding="utf-8")
    source = dataset.references["macmillanmassage"]
    known = {"macmillanmassage": source}
    row = Organisation.model_validate({
        "id": "one", "name": "Macmillan", "country": "United Kingdom", "what": "massage when you have cancer", "url": source.url,
        "subjects": ["cancer", "pregnancy"], "source": "macmillanmassage", "checked": "2026-11-23"} | change)
    site = Site(replace(EDITION, docs=tmp_path), replace(dataset, organisations=[row], references=known))
    found = [problem.what for problem in organisations(site)]
    assert len(found) == 1
    assert says in found[0]


def test_a_subject_that_finds_no_room_is_named(dataset: Dataset, tmp_path: Path):
    path = tmp_path / "touch.md"
    path.write_text(PAGE.format(more="more_help: [cancer, pregnancy]\n"), encoding="utf-8")
    site = Site(EDITION, replace(dataset, organisations=[row for row in dataset.organisations if "cancer" in row.subjects]))
    problems = list(more_help(Page.read(path, tmp_path), site))
    assert [(problem.line, "pregnancy" in problem.what) for problem in problems] == [(8, True)]


def test_the_lines_for_abuse_name_each_country_with_a_line_and_help_for_places_without_one(dataset: Dataset):
    text = PAGE.format(more="").replace("A page.", "```abuse-numbers\n```")
    items = BeautifulSoup(html(text, "touch.md", EDITION), "html.parser").select("[data-block=abuse-numbers] li")
    countries = [item.get_text().partition(":")[0].strip() for item in items]
    with_lines = [f"{row.country}, {row.abuse_for}" for row in dataset.helplines if row.abuse]
    assert countries[-len(with_lines):] == with_lines
    assert len(set(countries)) == len(countries) > len(with_lines)
    assert all(item.select("a[href]") for item in items)
