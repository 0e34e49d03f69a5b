"""Tests the rules about results of trials. A difference between two groups must have the same direction (better or worse) as in
its source. A text must not give one group's result as the result of another group.
"""

from dataclasses import replace

import pytest

from evidence.checks.direction import direction, rows_point_where_their_sources_do, swapped, turned
from evidence.checks.rules import Site
from tests import EDITION, WORDS


@pytest.mark.parametrize(("text", "points"), [
    ("disability was 2.9 points lower", -1), ("2.9 of 100 points better", -1), ("pain -2.9", -1), ("2.9 fewer of 23", -1),
    ("2.9 points higher", 1), ("2.9 of 10 worse", 1), ("2.9 more of 23", 1),
    ("pain fell 2.9 of 100 points more with firm massage", 0), ("SMD 2.9 (1.0 to 4.0)", 0),
])
def test_words_and_signs_say_where_a_difference_points(text: str, points: int):
    assert direction(text, WORDS.numbers.numbers(text)[0], WORDS) == points


@pytest.mark.parametrize("name", ["cherkin2011-structural-rdq-10w", "li2021-acupressure-pain"])
def test_a_row_with_its_sign_turned_round_is_refused(dataset, name: str):
    row = dataset.effects[name]
    other = row.model_copy(update={"effect": -row.effect, "ci_low": -row.ci_high, "ci_high": -row.ci_low})
    assert not [*rows_point_where_their_sources_do(Site(EDITION, dataset))]
    [problem] = rows_point_where_their_sources_do(Site(EDITION, replace(dataset, effects=dataset.effects | {name: other})))
    assert f"{other.effect:g}" in problem.what


@pytest.mark.parametrize(("text", "wrong"), [
    ("relaxation massage gave 2.9 fewer, structural massage 2.5 fewer", False),
    ("2.9 lower with relaxation massage, 2.5 lower with structural", False),
    ("relaxation massage gave 2.5 fewer, structural massage 2.9 fewer", True),
    ("Some had relaxation massages. They had 2.5 fewer.", True),
    ("Some had relaxation massages. They had 2.9 fewer.", False),
    ("Aimed massage gave 2.5 fewer, relaxation massage 2.9 fewer", False),
    ("It was 2.5 fewer.", False),
])
def test_a_difference_of_another_group_is_refused(dataset, text: str, wrong: bool):
    assert bool([*swapped(text, ["cherkin2011"], Site(EDITION, dataset), WORDS)]) == wrong


@pytest.mark.parametrize(("text", "wrong"), [("2.9 more of 23 tasks", True), ("2.9 points lower", False), ("2.9 points", False)])
def test_a_difference_in_a_text_points_where_its_row_points(dataset, text: str, wrong: bool):
    assert bool([*turned(text, ["cherkin2011"], Site(EDITION, dataset), WORDS)]) == wrong


@pytest.mark.parametrize(("text", "worse"), [
    ("people may manage about 2 or 3 fewer of 23 daily tasks", True), ("they had 2 or 3 more of 23 difficulties", True),
    ("pain was a little higher", True), ("about 2 or 3 fewer daily tasks may be limited by back pain", False),
    ("Did firm pressure ease pain more than light pressure?", False),
])
def test_an_answer_that_says_worse_is_known(text: str, worse: bool):
    assert bool(WORDS.pattern("worse_off").search(text)) == worse


@pytest.mark.parametrize(("text", "partly"), [("some may be left, in one trial", True), ("about 2 or 3 fewer", False)])
def test_words_of_a_bar_that_leave_only_some_are_known(text: str, partly: bool):
    assert bool(WORDS.pattern("partly_left").search(text)) == partly
