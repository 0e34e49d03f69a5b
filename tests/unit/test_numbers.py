"""Tests how numbers are found in text, together with a unit ("3 weeks") or a total ("3 of 10"). Also tests when a source counts
as containing a number.
"""

import pytest

from evidence.model.numbers import shown
from evidence.model.traces import is_fact
from tests import WORDS


def read(text: str) -> list[tuple[float, str, float | None]]:
    return [(number.value, number.unit, number.whole) for number in WORDS.numbers.numbers(text)]


@pytest.mark.parametrize(("text", "found"), [
    ("401 adults with back pain", [(401, "person", None)]),
    ("25 massage trials with 3,096 people", [(25, "study", None), (3096, "person", None)]),
    ("Six 30-minute sessions in three weeks", [(6, "session", None), (30, "minute", None), (3, "week", None)]),
    ("10 weekly massages", [(10, "session", None)]),
    ("a 12-week course", [(12, "week", None)]),
    ("10 of 100 people", [(10, "person", 100)]),
    ("10 out of 100 clients felt sore", [(10, "person", 100)]),
    ("1 in 10", [(1, "", 10)]),
    ("about one in ten people", [(1, "person", 10)]),
    ("2 to 5 in 10", [(2, "", 10), (5, "", 10)]),
    ("two to five out of ten", [(2, "", 10), (5, "", 10)]),
    ("15 of 100 points (12 to 18)", [(15, "point", 100), (12, "point", 100), (18, "point", 100)]),
    ("13 fewer days in pain out of 28", [(13, "day", 28)]),
    ("2.9 fewer of 23 daily activities", [(2.9, "point", 23)]),
    ("between 8 and 17 points", [(8, "point", None), (17, "point", None)]),
    ("6 to under 12 months", [(6, "month", None), (12, "month", None)]),
    ("6 sessions of 20 minutes", [(6, "session", None), (20, "minute", None)]),
    ("964 adults in 12 trials", [(964, "person", None), (12, "study", None)]),
    ("at age 20 and in 96 out of 100 people at age 80", [(20, "", None), (96, "person", 100), (80, "", None)]),
    ("at least one adverse event in 52 percent", [(1, "", None), (52, "percent", None)]),
    ("one trial of 40", [(1, "study", None), (40, "", None)]),
    ("33 of the 50 people", [(33, "person", 50)]),
    ("9.1% of people", [(9.1, "percent", None)]),
    ("22 percent (11.1 to 36.2)", [(22, "percent", None), (11.1, "percent", None), (36.2, "percent", None)]),
    ("half of all people", [(50, "percent", None)]),
    ("half an hour", []),
    ("one and a half points of 10", [(1.5, "point", 10)]),
    ("-2.9 points", [(2.9, "point", None)]),
    ("three times a week", [(3, "time", None)]),
    ("once or two a week", [(2, "time", None)]),
    ("over 65", [(65, "", None)]),
    ("people aged 65", [(65, "", None)]),
    ("several hundred people", []),
    ("1103 present or former registered massage therapists", [(1103, "person", None)]),
    ("two studies of healthy people (60 and 18)", [(2, "study", None), (60, "", None), (18, "", None)]),
    ("week 10", [(10, "week", None)]),
    ("$60 an hour", [(60, "money", None)]),
    ("39 degrees", [(39, "degree", None)]),
])
def test_a_number_has_its_unit_or_its_whole(text, found):
    assert read(text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("the 2011 trial", [(2011, "date", None)]),
    ("The 2011 trial also asked people", [(2011, "date", None)]),
    ("two 2015 reviews disagree", [(2, "study", None), (2015, "date", None)]),
    ("Two reviews in 2021 pooled the small trials", [(2, "study", None), (2021, "date", None)]),
    ("2019 people in 24 trials", [(2019, "person", None), (24, "study", None)]),
    ("as amended on 29 July 2026", [(2026, "date", None)]),
    ("Effective January 1, 2020", [(2020, "date", None)]),
    ("every 6 January", []),
])
def test_years_and_days(text, found):
    assert read(text) == found


@pytest.mark.parametrize("text", [
    "NG59 and L5", "the McKenzie method", "COVID-19", "vitamin B12", "the second week", "1st and 2nd", "a third party", "24/7",
    "often", "tense", "bone", "someone", "wheelchair",
])
def test_codes_ordinals_and_parts_of_words_are_none(text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["two kinds of massage", "one trial", "one of the trials", "two massage groups", "three ways",
                                  "One large review found less pain", "one of two lists was better"])
def test_words_that_list_or_name_are_no_facts(text):
    assert [number for number in WORDS.numbers.numbers(text) if is_fact(number)] == []


@pytest.mark.parametrize("text", ["two minutes", "one year", "one in ten", "two trials", "three people", "twelve", "2 kinds",
                                  "one week", "half of the people"])
def test_words_that_measure_are_facts(text):
    assert [number for number in WORDS.numbers.numbers(text) if is_fact(number)] != []


@pytest.mark.parametrize(("ours", "source"), [
    ("ten weeks", "Ten weekly sessions. At 10 weeks disability was lower."),
    ("10 of 100 people", "10 percent had minor discomfort"),
    ("1 in 10", "10 percent had minor discomfort"),
    ("about 9 of 100 people", "74 of 810 people (9.1 percent) had surgery"),
    ("74 of 810 people", "74 of 810 people (9.1 percent) had surgery"),
    ("13 fewer days in pain out of 28", "13 fewer days in pain of 28 (8 to 18)"),
    ("between 8 and 18 days", "13 fewer days in pain of 28 (8 to 18)"),
    ("2.9 of 23 points", "disability (RDQ, 0 to 23) was 2.9 points lower"),
    ("2.9 points at 10 weeks (1.8 to 4.0)", "2.9 points lower (95 percent CI 1.8 to 4.0) at 10 weeks"),
    ("one year", "at 12 months"),
    ("12 months", "at 52 weeks"),
    ("3 months", "pain longer than 12 weeks"),
    ("two days", "within 48 hours"),
    ("6 to 12 months", "at 6 to under 12 months"),
    ("112 days", "median 208 days (149 to 295) v 112 (89 to 140)"),
    ("89 and 140 days", "median 208 days (149 to 295) v 112 (89 to 140)"),
    ("13 of 100 points", "13.2 of 100 points"),
    ("about 50 people", "48 people"),
    ("twice the odds (between 1.2 and 4.2 times)", "OR 2 (1.21 to 4.15)"),
    ("5 sessions", "Five weekly 30-minute whole-back massages"),
])
def test_the_same_fact_in_other_words(ours, source):
    assert [number.said for number in WORDS.numbers.numbers(ours) if not shown(number, WORDS.numbers.numbers(source))] == []


@pytest.mark.parametrize(("ours", "source"), [
    ("11 weeks", "At 10 weeks disability was lower."),
    ("10 people", "At 10 weeks disability was lower."),
    ("10 minutes", "Ten weekly sessions"),
    ("20 of 100 people", "10 percent had minor discomfort"),
    ("2 in 10", "10 percent had minor discomfort"),
    ("10 of 100 people", "10 people had minor discomfort"),
    ("74 of 801 people", "74 of 810 people"),
    ("13 days out of 30", "13 fewer days in pain of 28"),
    ("2.8 of 23 points", "disability (RDQ, 0 to 23) was 2.9 points lower"),
    ("2.9 of 24 points", "disability (RDQ, 0 to 23) was 2.9 points lower"),
    ("two years", "at 12 months"),
    ("the 2012 trial", "In 2011 a trial"),
    ("2011 people", "In 2011 a trial"),
    ("14 of 100 points", "13.2 of 100 points"),
    ("50 people", "48 people"),
    ("about 60 people", "48 people"),
    ("half of the people", "40 percent of people"),
])
def test_another_fact_is_not_held(ours, source):
    assert any(not shown(number, WORDS.numbers.numbers(source)) for number in WORDS.numbers.numbers(ours))
