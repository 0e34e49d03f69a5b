"""Tests that damaged text is rejected, for example dictated punctuation, words that a PDF has split, and merge conflicts."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence.checks import pasted
from evidence.checks.rules import Site
from evidence.checks.source import Page
from tests import EDITION

FRONT = """---
title: Test page
description: A small page that was made for a test of the checks, and that says nothing of its own.
kind: reference
checked: 2026-11-23
check_again: 12 months
reviewed_by: []
changes:
{changes}
---

# Test page

{words}
"""
FIRST = "  - date: 2026-11-23\n    what: First version."
RULES = (pasted.no_spoken_punctuation, pasted.no_word_is_cut, pasted.no_marks_stick_to_words, pasted.nothing_is_said_twice)


@pytest.fixture
def site(dataset) -> Site:
    return Site(EDITION, dataset)


def found(tmp_path: Path, site: Site, words: str, changes: str = FIRST) -> list[tuple[int, str]]:
    """Return the problems on a page with this text, as pairs (line, message). The lines are numbered from the beginning of the
    text.
    """
    (path := tmp_path / "page.md").write_text(text := FRONT.format(words=words, changes=changes), encoding="utf-8")
    page, start = Page.read(path, tmp_path), text.count("\n", 0, text.index("# Test page")) + 2
    assert page.meta, page.front_findings
    return [(problem.line - start, f"{problem.what} {problem.instead}") for rule in RULES for problem in rule(page, site)]


GIFT = "- Helping is a gift, not a duty: tired hands may stop too."


@pytest.mark.parametrize(("words", "line", "says"), [
    ("Nothing more than usual full stop. new paragraph Rest\ncomma full stop", 1, '"full stop", "new paragraph"'),
    ("Words.\n\nRest if you are\ntired comma and walk.", 4, '"comma"'),
    ("/// note | Hello\nIs it safe question mark\n///", 2, '"question mark"'),
    ("It is diffi-\ncult to say.", 1, '"difficult"'),
    ("It goes in both di- rections.", 1, '"directions"'),
    ("A low- back pain.", 1, '"low-back"'),
    (f"{GIFT}\n- Rest.\n- Helping is a gift and not a duty, so tired hands can stop too.", 3, "as the text on"),
    ("One two three four five six seven eight [@cherkin2011].\n\nOne two three four five six seven eight.", 3, "as the text on"),
])
def test_what_a_program_changed_is_named_where_it_is(tmp_path, site, words, line, says):
    [(at, text)] = found(tmp_path, site, words)
    assert at == line
    assert says in text


@pytest.mark.parametrize("words", [
    "Short- and long-term pain, neck- or back-related; a well-known\nthing.",
    "It came to a full stop. Start a new line. Write a decimal comma, or the comma. Use comma-separated values.",
    'He said "full stop" aloud.',
    "- Walk 10 minutes every day in the first two weeks\n- Walk 20 minutes every day in the first two weeks",
    "- Ask your doctor first.\n- Ask your doctor first.",
    "- Helping is a gift, not a duty: tired hands may stop too.\n- Helping somebody is work, and a duty: rested hands may go on.",
])
def test_plain_text_raises_no_alarm(tmp_path, site, words):
    assert found(tmp_path, site, words) == []


@pytest.mark.parametrize(("second", "count"), [("2026-11-23", 1), ("2026-11-24", 0)])
def test_two_versions_of_a_change_are_found_if_they_have_one_date(tmp_path, site, second, count):
    changes = (f"  - date: {second}\n    what: Two ways to jump are in the first lines.\n"
               "  - date: 2026-11-23\n    what: Two ways to jump stand in the first lines.")
    problems = found(tmp_path, site, "Words.", changes)
    assert len(problems) == count
    assert all(line == -4 and "line 10." in text for line, text in problems), problems


def test_no_page_and_no_data_file_of_ours_has_such_text(site):
    problems = [*pasted.no_word_is_cut_in_data(site), *(problem for page in site.pages.values() for rule in RULES
                                                        for problem in rule(page, site))]
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize(("words", "stuck"), [
    ("as after rest3,4 it was", True), ("as after rest3–5 it was", True), ("vitamin B12 and omega-3", False),
    ("in 2,500 people, 3,4 times", False), ("at L4,5 and C1-2", False),
])
def test_numbers_of_sources_stuck_to_a_word_are_found(tmp_path, site, words: str, stuck: bool):
    assert bool(found(tmp_path, site, words)) == stuck
