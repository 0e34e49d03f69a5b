"""Tests the rule that a second person must have opened the web page of every helpline and of every register of therapists. Also
tests that a link is called official only if the data says so.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from evidence.checks import policy
from evidence.checks.rules import Site
from evidence.checks.urgency import pages_were_opened
from tests import EDITION
from tests.unit.test_markdown import render

MADE_UP = "https://www2.hse.ie/emergencies/try-out/"


def test_a_made_up_page_on_an_allowed_host_is_refused_until_somebody_has_opened_it(dataset, monkeypatch):
    line, register = dataset.helplines[0], next(row for row in dataset.registers if row.url)
    changed = replace(
        dataset,
        helplines=[line.model_copy(update={"pages": [line.pages[0].model_copy(update={"url": MADE_UP})]})],
        registers=[register.model_copy(update={"url": f"{MADE_UP}register/"})])
    found = list(pages_were_opened(Site(EDITION, changed)))
    assert [(problem.path.name, problem.what) for problem in found] == [
        ("helplines.yml", f"A second person has not yet opened {MADE_UP} to check this row."),
        ("registers.yml", f"A second person has not yet opened {MADE_UP}register/ to check this row.")]
    both = [policy.Opened(url=url, read_at="live", accessed=date(2026, 11, 30), by="@made-up")
            for url in (MADE_UP, f"{MADE_UP}register/")]
    monkeypatch.setattr(policy, "opened", lambda: (both, []))
    assert list(pages_were_opened(Site(EDITION, changed))) == []


def test_a_second_person_says_what_was_opened_and_when_except_in_the_rows_that_are_older_than_the_list():
    with pytest.raises(ValidationError, match='only some of the fields "read_at", "accessed" and "by"'):
        policy.Opened(url=MADE_UP, read_at="live", accessed=date(2026, 11, 30))
    with pytest.raises(ValidationError, match="by"):
        policy.Opened(url=MADE_UP, read_at="live", accessed=date(2026, 11, 30), by="nobody opened it")
    assert list(pages_were_opened(Site.of(EDITION))) == []


def test_a_new_row_without_a_second_person_is_refused(monkeypatch):
    rows = policy.opened()[0]
    monkeypatch.setattr(policy, "opened", lambda: ([*rows, policy.Opened(url=MADE_UP)], []))
    [problem] = pages_were_opened(Site.of(EDITION))
    assert problem.what == f"The row does not say who opened {MADE_UP}."


def test_a_link_is_called_official_only_if_the_row_says_so(dataset):
    html, _ = render("```registers\n```")
    linked = {row.id: row.official for row in dataset.registers if row.url}
    assert set(linked.values()) == {True, False}
    for name, official in linked.items():
        words = html.select_one(f"#{name} a[rel=noopener]").get_text()
        assert words.startswith("Official page, " if official else "The organisation's page, "), name
