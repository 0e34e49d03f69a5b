"""Tests the rule about where numbers come from. Every number on a page or in the data must come from a source, from a
calculation, or from the list of our own numbers.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from evidence.checks.numbers import (
    bare,
    derivations_rest_on_sources,
    numbers_are_traced,
    numbers_in_data_are_traced,
    own_figures_are_used,
    rows_agree_with_their_sources,
    sums_add_up,
)
from evidence.checks.rules import Site
from evidence.checks.source import Page
from evidence.loading.dataset import load_dataset
from evidence.loading.rows import build
from evidence.model.references import Reference
from evidence.model.traces import Derivation, OwnFigure, Traces, value_of
from tests import EDITION, WORDS

PAGE = """---
title: A page
description: A page with numbers for the test of what holds them, long enough to pass.
kind: guide
checked: 2026-11-23
check_again: 12 months
reviewed_by: []
{more}changes:
  - date: 2026-11-23
    what: First.
---

# A page of 7 parts
{body}
"""


def source(key: str, found: str, year: str = "2011") -> Reference:
    return Reference(key=key, authors=("A B",), first="A", more_authors=False, title="A trial", source="J", year=year, volume="",
                     number="", pages="", doi="", pmid="1", url="", design="RCT", population="401 adults", found=found,
                     numbers="", checked="yes", accessed="2026-11-28", read="abstract", read_at="PubMed", line=1)


@pytest.fixture(scope="module")
def dataset():
    real = load_dataset(EDITION)
    return replace(
        real, references={**real.references, "smith2011": source("smith2011", "At 10 weeks 2.9 of 23 points lower (1.8 to 4.0)."),
                          "jones2015": source("jones2015", "10 percent felt sore.", "2015")},
        derivations=[row_of(Derivation, says="13 of 100 points (between 8 and 17)", sources=["smith2011"],
                            sums=["2.9 / 23 * 100", "1.8 / 23 * 100", "4 / 23 * 100"], why="One scale.")],
        own_figures=[row_of(OwnFigure, figure="two minutes", kind="our advice", why="Ours.")])


def row_of(model, **fields):
    row, faults = build(model, fields, Path("x.yml"))
    assert faults == [], [str(fault) for fault in faults]
    return row


def test_a_sentence_that_cites_has_its_numbers_from_what_it_cites(tmp_path, dataset):
    right = "It was 2.9 of 23 points lower\n[@smith2011]. In the other, 10 percent felt sore [@jones2015]. So 10 percent is few."
    assert found(tmp_path, dataset, right) == []
    swapped = right.replace("smith2011", "x").replace("jones2015", "smith2011").replace("[@x]", "[@jones2015]")
    first = PAGE.format(body="", more="").count("\n")
    assert found(tmp_path, dataset, swapped) == [
        (first, 'The number "2.9 of 23 (point)" is not in our data on jones2015.'),
        (first + 1, 'The number "10 (percent)" is not in our data on smith2011.')]


def found(tmp_path, dataset, body, more=""):
    path = tmp_path / "page.md"
    path.write_text(PAGE.format(body=body, more=more))
    page = Page.read(path, tmp_path)
    return [(problem.line, problem.what) for problem in numbers_are_traced(page, Site(replace(EDITION, docs=tmp_path), dataset))]


@pytest.mark.parametrize("body", [
    "In 401 adults it was 2.9 of 23 points lower at ten weeks (1.8 to 4.0) [@smith2011].",
    "The 2011 trial had 401 adults [@smith2011].",
    "About 1 in 10 felt sore [@jones2015].",
    "That is 13 of 100 points (between 8 and 17) [@smith2011].",
    "Begin with 2 minutes; at 10 weeks people did better [@smith2011].",
    "Two trials say so [@smith2011; @jones2015].",
    "1. At 10 weeks people did better [@smith2011].",
    "Nothing is cited, so nothing is read: 77 weeks.",
    "See [chapter nine](page-77.md#part-88): at 10 weeks people did better [@smith2011].",
    "| Trial | Weeks |\n|---|---|\n| The 2011 trial [@smith2011] | 10 |",
])
def test_what_is_held_is_left_alone(tmp_path, dataset, body):
    assert found(tmp_path, dataset, body) == []


@pytest.mark.parametrize(("body", "line", "words"), [
    ("At 12 weeks people did better [@smith2011].", 14, 'The number "12 (week)" is not in our data on smith2011.'),
    ("At 10 weeks people\ndid better, and at 20 weeks too [@smith2011].", 15, '"20 (week)"'),
    ("About 2 in 10 felt sore [@jones2015].", 14, 'The number "2 of 10" is not in our data on jones2015.'),
    ("At 10 weeks people felt sore [@jones2015].", 14, '"10 (week)"'),
    ("- In 500 adults [@smith2011]", 14, '"500 (person)"'),
    ("That is 13 of 100 points [@jones2015].", 14, '"13 of 100 (point)"'),
    ("Begin with three minutes; at 10 weeks people did better [@smith2011].", 14, '"three (minute)"'),
    ("The 2012 trial had 401 adults [@smith2011].", 14, '"2012"'),
    ("| Trial | Weeks |\n|---|---|\n| The 2011 trial [@smith2011] | 12 |", 16, '"12"'),
    ("| Trial | Weeks |\n|---|---|\n| One | 12 |\n| Two [@smith2011] | 10 |", 16, '"12"'),
    ("In words [@smith2011]:\n\n| Trial | Weeks |\n|---|---|\n| One | 12 |", 18, '"12"'),
])
def test_what_nothing_holds_is_found_on_its_line(tmp_path, dataset, body, line, words):
    result = found(tmp_path, dataset, body)
    assert [at for at, _ in result] == [line]
    assert words in result[0][1]


def test_a_leaflet_is_read_whole(tmp_path, dataset):
    assert found(tmp_path, dataset, "Wait for 6 weeks.") == []
    assert found(tmp_path, dataset, "Wait for 6 weeks.", "template: handout.html\n") == [
        (15, 'The text contains the number "6 (week)" but cites no source.')]


def test_the_words_of_a_chart_are_held_by_its_rows(tmp_path, dataset):
    chart = "```effects\nquestion: How much?\nanswer: {}\nrows:\n  - cherkin2011-relaxation-rdq-10w\n```"
    assert found(tmp_path, dataset, chart.format("At 10 weeks 2.9 of 23 lower (1.8 to 4.0).")) == []
    assert found(tmp_path, dataset, chart.format("At 11 weeks 2.9 of 23 lower.")) == [
        (16, 'The number "11 (week)" is not in our data on cherkin2011.')]


def test_a_number_in_data_is_found(dataset):
    claim = next(iter(dataset.claims.values()))
    wrong = claim.model_copy(update={"size": "It was 98765 people"})
    site = Site(EDITION, replace(dataset, claims={claim.id: wrong}))
    problems = [problem for problem in numbers_in_data_are_traced(site) if "98765" in problem.what]
    assert [problem.place for problem in problems] == ["docs/data/claims.yml"]
    assert problems[0].line == claim.at("size")


@pytest.mark.parametrize(("sum_", "value"), [("2.9 / 23 * 100", 12.6), ("136 + 132", 268), ("(3 - 1) * 2", 4), ("-2 * 3", None)])
def test_sums(sum_, value):
    if value is None:
        with pytest.raises(ValueError, match="is not a valid calculation"):
            value_of(sum_)
    else:
        assert value_of(sum_) == pytest.approx(value, abs=0.05)


@pytest.mark.parametrize("sum_", ["__import__('os')", "2 ** 99", "x + 1", "1 / 0", "2 +", "'a' * 3", "True + 1"])
def test_nothing_but_sums_is_worked_out(sum_):
    with pytest.raises(ValueError, match="is not a valid calculation"):
        value_of(sum_)


@pytest.mark.parametrize(("fields", "words"), [
    ({"says": "14 of 100 points", "sums": ["2.9 / 23 * 100"]}, "is not the result"),
    ({"says": "13 of 100 points (between 8 and 17)", "sums": ["2.9 / 23 * 100"]}, "3 numbers, but the number of sums is 1"),
    ({"says": "13 of 100 points", "sums": ["lots"]}, "is not a valid calculation"),
])
def test_a_derivation_that_does_not_add_up_is_refused(dataset, fields, words):
    row, faults = build(Derivation, fields | {"sources": ["smith2011"], "why": "x"}, Path("x.yml"))
    if row:
        faults = list(sums_add_up(Site(EDITION, replace(dataset, derivations=[row]))))
    assert words in faults[0].what


def test_the_parts_of_a_sum_stand_in_its_source(dataset):
    odd = row_of(Derivation, says="20 of 100 points", sources=["smith2011"], sums=["4.6 / 23 * 100"], why="x")
    problems = list(derivations_rest_on_sources(Site(EDITION, replace(dataset, derivations=[odd]))))
    assert [problem.what for problem in problems] == ['The number "4.6" is not in our data on smith2011.']


def test_a_figure_of_our_own_needs_a_number_and_somebody_who_says_it(dataset):
    none = row_of(OwnFigure, figure="a while", kind="our advice", why="x")
    [problem] = sums_add_up(Site(EDITION, replace(dataset, own_figures=[none])))
    assert "contains no number" in problem.what
    lost = row_of(OwnFigure, figure="98765 minutes", kind="our advice", why="x")
    problems = list(own_figures_are_used(Site(EDITION, replace(dataset, own_figures=[lost]))))
    assert [problem.what for problem in problems] == [
        'No page and no data file contains our own number "98765 minutes" any more.']


@pytest.mark.parametrize(("text", "left"), [
    ("two minutes", []), ("2 minutes", []), ("Two\nminutes", []), ("two-minutes", []), ("22 minutes", ["22"]),
    ("two hours", ["two"]),
])
def test_a_figure_of_our_own_is_met_in_digits_and_words(dataset, text, left):
    assert [number.text for number in Traces(dataset, WORDS.numbers).untraced(text, [], WORDS.numbers)] == left


def test_marks_go_and_places_stay():
    text = "- At **10** weeks [@smith2011; @jones2015], see [5](a-6.md) {#x-7}"
    assert len(bare(text)) == len(text)
    assert [part for part in bare(text).split() if any(sign.isdigit() for sign in part)] == ["10", "[5]"]


@pytest.mark.parametrize(("change", "said"), [
    ({}, ""),
    ({"effect": -2.8}, "effect is -2.8"),
    ({"ci_low": -3.0}, "ci_low is -3"),
    ({"n_participants": 269}, "n_participants is 269"),
    ({"effect": -1.8, "ci_low": -2.9, "ci_high": None, "n_trials": 1}, ""),
    ({"scale": "0-100", "effect": -29.0, "ci_low": -40.0, "ci_high": -18.0}, ""),
    ({"effect": -11.0, "ci_low": -40.0, "ci_high": -1.8}, "effect is -11, ci_low is -40"),
])
def test_the_numbers_of_a_row_are_in_the_note_on_its_source(dataset, change, said):
    row = dataset.effects["cherkin2011-relaxation-rdq-10w"].model_copy(update={
        "source": "smith2011", "n_participants": 401} | change)
    problems = [*rows_agree_with_their_sources(Site(EDITION, replace(dataset, effects={row.id: row}, scans=[], treatments=[])))]
    assert [problem.what.partition(", but")[0] for problem in problems] == ([said] if said else [])


def test_a_scan_is_compared_with_its_own_finding_and_a_row_of_an_unknown_one_is_reported(dataset):
    rows = {scan.id: scan for scan in dataset.scans}
    other = [rows["disc-bulge-60"].model_copy(update=change) for change in ({}, {"percent": 67}, {"finding": "Disc leak"})]
    problems = [*rows_agree_with_their_sources(Site(EDITION, replace(dataset, scans=other, effects={}, treatments=[])))]
    assert [problem.what.partition(", but")[0] for problem in problems] == ["percent is 67", "age is 60, percent is 69"]
