"""Tests that a page shows the date of its last correction. A page that is overdue for a check must say so to readers, and the
weekly issue on GitHub must list the page.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from evidence.checks.data import claim_dates
from evidence.checks.logs import citation_bears_the_day
from evidence.checks.rules import Site
from evidence.loading import page_logs
from evidence.loading.dataset import load_dataset
from evidence.loading.editions import edition
from evidence.markdown.html_tree import tree
from evidence.markdown.rendering import load_templates
from evidence.model.edition import Edition
from evidence.model.pages import Meta
from scripts import watch
from scripts.watching.report import Part
from tests import EDITION


def words(template: str, meta: Meta, on: Edition = EDITION) -> str:
    html = load_templates(on).render(template, meta=meta, address="https://example.org/x/", how="how.md", code=None, claim=None,
                  reviews=[], record="record.md", edit="", harm="", report="", letter="", other="")
    return " ".join("".join(tree(html).itertext()).split())


@pytest.fixture
def meta() -> Meta:
    return Meta.model_validate({
        "title": "Touch", "description": "Words that say what this page holds, long enough to pass.", "kind": "guide",
        "checked": date(2026, 11, 23), "check_again": "6 months", "reviewed_by": [],
        "changes": [{"date": date(2026, 11, 28), "what": "A number put right."}, {"date": date(2026, 11, 23), "what": "First."}]})


def test_the_clock_can_be_held(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2031, 2, 3, 12, tzinfo=UTC).timestamp())))
    held = edition()
    assert held.today == date(2031, 2, 3)
    assert not held.future(date(2031, 2, 4))
    assert held.future(date(2031, 2, 5))


def test_no_row_was_checked_and_no_page_read_in_the_future(dataset):
    assert [*claim_dates(Site(EDITION, dataset))] == []
    earlier = Site(replace(EDITION, today=date(2026, 11, 1)), dataset)
    assert {problem.what.split('"')[1] for problem in claim_dates(earlier)} == {"checked", "pages"}


def test_a_correction_shows_and_the_check_keeps_its_day(meta):
    assert words("status", meta).startswith("Checked 23 November 2026, corrected on 28 November 2026.")
    assert "Next check: May 2027." in words("status", meta)
    assert "Version of 28 November 2026, checked against sources on 23 November 2026." in words("tools", meta)
    assert "Version of 28 November 2026. Checked against sources on 23 November 2026" in words("handout-foot", meta)


def test_a_page_that_was_not_corrected_does_not_say_so(meta):
    assert "corrected" not in words("status", meta.model_copy(update={"checked": date(2026, 11, 28)}))


@pytest.mark.parametrize(("today", "overdue"), [(date(2027, 5, 23), False), (date(2027, 5, 24), True)])
def test_readers_of_an_overdue_page_get_one_line(meta, today, overdue):
    on = replace(EDITION, today=today)
    assert meta.overdue(today) is overdue
    assert ("was due to be checked again by 23 May 2027" in words("status", meta, on)) is overdue
    assert ("Next check:" in words("status", meta, on)) is not overdue


def test_rows_that_are_due_go_to_the_weekly_issue():
    day = date(2027, 12, 1)
    seen = watch.Seen()
    watch.look_at_pages(seen, replace(EDITION, today=day))
    places = {item.place.partition(":")[0] for item in seen.items if item.part is Part.DUE}
    assert {"docs/data/claims.yml", "docs/data/helplines.yml", "docs/massage/safety.md"} <= places
    early = watch.Seen()
    watch.look_at_pages(early, replace(EDITION, today=date(2026, 11, 28)))
    assert [item for item in early.items if item.place.startswith("docs/data/")] == []


def test_a_row_is_due_a_year_after_its_check():
    checked = date(2026, 11, 23)
    assert checked + watch.YEAR == date(2027, 11, 23)
    assert timedelta(days=30) == watch.AHEAD


LOG = ("---\ntitle: {title}\ndescription: Words that say what this page holds, long enough to pass.\nkind: about\n"
       "checked: 2026-11-23\ncheck_again: 12 months\nreviewed_by: []\nchanges:\n{changes}---\n\n# {title}\n")


@pytest.fixture
def root(tmp_path):
    (tmp_path / "docs").mkdir()
    for title, days in (("One", ["2026-11-28", "2026-11-23"]), ("Two", ["2026-11-25"])):
        changes = "".join(f"  - date: {day}\n    what: On {day}.\n" for day in days)
        (tmp_path / "docs" / f"{title.lower()}.md").write_text(LOG.format(title=title, changes=changes))
    return tmp_path


def test_logs_are_drawn_together_without_first_versions(root):
    found = page_logs.entries(EDITION.at(root))
    assert [(entry.day.day, entry.name, entry.first) for entry in found] == [
        (28, "one.md", False), (25, "two.md", True), (23, "one.md", True)]
    assert [(day.day, [entry.what for entry in group]) for day, group in page_logs.by_day(found)] == [(28, ["On 2026-11-28."])]


@pytest.mark.parametrize(("heading", "released", "words"), [
    ("28 November 2026", "2026-11-28", []),
    ("29 November 2026", "2026-11-29", []),
    ("27 November 2026", "2026-11-27", []),  # a page has changed after the latest entry in CHANGELOG.md, which is allowed
    ("28 November 2026", "2026-11-23", [
        '"date-released" is 2026-11-23, but the latest date in CHANGELOG.md is 28 November 2026.']),
])
def test_the_citation_bears_the_day_of_the_list_of_changes(root, heading, released, words):
    (root / "CHANGELOG.md").write_text(f"# Changes\n\n## {heading}\n\n- Something.\n")
    (root / "CITATION.cff").write_text(f"cff-version: 1.2.0\ndate-released: {released}\n")
    site = Site(EDITION.at(root), load_dataset(EDITION))
    assert [problem.what for problem in citation_bears_the_day(site)] == words
