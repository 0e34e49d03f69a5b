from __future__ import annotations

import pytest

from evidence.markdown import charts
from tests import WORDS


def test_few_numbers_are_the_ends_and_zero_where_they_stand_apart():
    assert charts.axis([-2.2, -1.2]).few == (-2.5, 0)
    assert charts.axis([-21, 19.3]).few == (-30, 0, 20)
    assert charts.axis([0]).few == (-1.5, 0, 1.5)


@pytest.mark.parametrize(("text", "weeks"), [("10 weeks", 10), ("3 months", 13), ("12 months", 52), ("mixed", None)])
def test_times_are_converted_to_weeks(text: str, weeks: float | None):
    assert charts.weeks(text) == weeks


@pytest.mark.parametrize(("rows", "name"), [
    (["cherkin2011-relaxation-rdq-10w", "little2008-massage-rdq-3m"], "massage"),
    (["chen2022-force-pain-3w"], "high-force massage"),
    (["wu2021-pain", "chen2021a-pain"], "myofascial release"),
])
def test_the_left_of_an_axis_has_a_name(dataset, rows: list[str], name: str):
    assert charts.favoured([dataset.effects[row] for row in rows], dataset.plain, WORDS) == name
