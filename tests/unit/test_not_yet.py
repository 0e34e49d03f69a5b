"""Tests the lists of pages that do not follow a rule yet. A list may shrink but not grow."""

from dataclasses import replace

import pytest

from evidence.checks import not_yet
from evidence.model.problems import Problem
from tests import DOCS

MOST: dict[str, int] = {}
"""Maximum number of pages listed for each rule. A change that adds a rule, or makes one stricter, sets the number for it. After
that, lower the number when you take a page off the list; never raise it."""


def test_the_list_only_shrinks():
    held = {rule: len(row.pages) for rule, row in not_yet.read().items()}
    assert {rule: count for rule, count in held.items() if count > MOST.get(rule, 0)} == {}
    assert MOST.keys() <= held.keys(), "MOST contains a rule that is no longer in not-yet.yml"


def test_what_is_listed_exists_and_stands_once():
    for row in not_yet.read().values():
        assert row.pages == sorted(set(row.pages))
        assert [name for name in row.pages if not (DOCS / name).is_file()] == []


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "not-yet.yml"
    path.write_text("- rule: traced\n  pages:\n    - old.md\n    - mended.md\n")
    return path


def test_a_listed_page_is_let_through_for_its_rule_only(tmp_path, listed):
    old = Problem(tmp_path / "old.md", 3, "What.", "Instead.", "traced")
    other = replace(old, rule="wording")
    new = replace(old, path=tmp_path / "new.md")
    assert list(not_yet.let_through([old, other, new], tmp_path, listed)) == [other, new]


def test_a_listed_page_keeps_to_the_old_maximum(tmp_path):
    path = tmp_path / "not-yet.yml"
    path.write_text("- rule: words\n  old_maximum: 500\n  pages:\n    - old.md\n")
    as_before, longer = (Problem(tmp_path / "old.md", 3, f"{count} words.", "Instead.", "words", count=count)
                         for count in (500, 501))
    assert list(not_yet.let_through([as_before, longer], tmp_path, path)) == [longer]
    assert list(not_yet.done([longer], tmp_path, path)) == [], "a page that exceeds the old maximum was reported as done"


def test_a_page_that_keeps_the_rule_is_to_be_taken_off(tmp_path, listed):
    old = Problem(tmp_path / "old.md", 3, "What.", "Instead.", "traced")
    found = list(not_yet.done([old], tmp_path, listed))
    assert [(problem.what, problem.warning) for problem in found] == [('docs/mended.md now follows the rule "traced".', True)]


def test_without_the_file_nothing_is_let_through(tmp_path):
    old = Problem(tmp_path / "old.md", 3, "What.", "Instead.", "traced")
    assert list(not_yet.let_through([old], tmp_path, tmp_path / "none.yml")) == [old]
    assert list(not_yet.done([old], tmp_path, tmp_path / "none.yml")) == []


def test_what_only_a_browser_can_tell_is_left_to_its_test(tmp_path):
    path = tmp_path / "not-yet.yml"
    path.write_text("- rule: screens\n  pages:\n    - long.md\n")
    assert not_yet.pages("screens", path) == ["long.md"]
    assert not_yet.pages("words", path) == []
    assert list(not_yet.done([], tmp_path, path)) == []
