"""Tests the rules about text that Markdown would change. For example, a line that begins with "2019." would become a list. Also
tests the rules about lists of countries, and the rule that pages which state facts must cite a source.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.checks import countries, direction, figures, page_sources, structure, typed
from evidence.checks.leftovers import left_over_marks, lists
from evidence.checks.rules import Site
from evidence.checks.source import Page
from tests import EDITION
from tests.front import FRONT


def found(tmp_path, words: str, rule):
    path = tmp_path / "page.md"
    path.write_text(f"{FRONT.format(kind='guide')}# A page\n\n{words}", encoding="utf-8")
    return list(rule(Page.read(path, tmp_path), Site.of(EDITION)))


@pytest.mark.parametrize(("words", "wrong"), [
    ("Session 50\nBus 5\nTip 5\nIn all 60\n", True), ("a towel\nloose clothes\n", True),
    ("Nobody compared:\nsession length,\ntime of day\n", True), ("You can stop at\nany time.\n", True),
    ("Ask first,\nand then book.\n", False), ("- a towel\n- clothes\n", False),
    ("What it is\n:   A list\n", False), ("| a | b |\n|---|---|\n| 1 | 2 |\n", False),
    ("This sentence is so long that its author broke the line after\nabout thirteen words of it.\n", False),
])
def test_lines_that_readers_would_see_as_one_are_refused(tmp_path, words, wrong):
    assert bool(found(tmp_path, words, typed.lines_stay_apart)) == wrong


@pytest.mark.parametrize(("words", "wrong"), [
    ("of 10 for pain*, or 30%*, as a change", True), ("My limit:__________, on this date:__________.", True),
    ("My limit: __________, on this date: __________.", False), ("the sum (sessions*price + sessions*bus) is", True),
    ("55*4=220 and 55*6=330", True), ("the patient`s question and the service`s", True),
    ("is ``better'' than ``recovered''", True),
    ("for pain for\n> 3 months", True), ("the question is smaller\n: whether", True),
    ("Type `make check`, then **stop**.", False),
    ("**Ask first.** It is *yours*.", False), ("**Swedish**: long strokes", False),
])
def test_characters_that_would_disappear_as_markup_are_refused(tmp_path, words, wrong):
    assert bool(found(tmp_path, f"{words}\n", typed.marks_are_meant)) == wrong


def test_lists_with_letters_and_years_are_refused(tmp_path):
    [problem] = found(tmp_path, "a. The trial from the USA.\nb. The trial from England.\n", left_over_marks)
    assert "letters" in problem.what
    [problem] = found(tmp_path, "2019. That is the year.\n", lists)
    assert "In 2019" in problem.instead
    assert not found(tmp_path, "I. Smith said so, e.g. here.\n", left_over_marks)


@pytest.mark.parametrize(("words", "wrong"), [("It fell by 1,7 points.", True), ("1,172 people", False), ("1.7 points", False),
                                              ("in 3, 4 or 5 weeks", False), ("[a](b-1,5.md)", False)])
def test_a_decimal_comma_is_refused(tmp_path, words, wrong):
    assert bool(found(tmp_path, words, typed.decimals_have_a_point)) == wrong


@pytest.mark.parametrize(("names", "wrong"), [
    ("Canada Germany Anywhere", []), ("Germany Canada Anywhere", ["comes after"]), ("Canada Canada Anywhere", ["twice"]),
    ("Canada USA Germany Anywhere", ["not the name of a country"]),
])
def test_countries_stand_once_and_in_order(tmp_path, names, wrong):
    rows = "\n\n".join(f"{name}\n:   Ask." for name in names.split())
    problems = found(tmp_path, f"/// countries\n{rows}\n///\n", countries.countries_stand_once_and_in_order)
    assert len(problems) == len(wrong)
    assert all(words in problem.what for words, problem in zip(wrong, problems, strict=True))


FACTS = "It often helps within a week.\n\nMost people sleep again after three weeks.\n\nA soft bed works better.\n"


@pytest.mark.parametrize(("words", "wrong"), [(FACTS, True), (f"{FACTS}\nIt may [@moyer2004].\n", False), ("A room.\n", False)])
def test_a_page_with_facts_names_a_source(tmp_path, words, wrong):
    assert bool(found(tmp_path, words, page_sources.short_pages_name_a_source)) == wrong


def test_the_claim_of_a_page_is_about_its_subject():
    site = Site.of(EDITION)
    page = site.pages["benefits/circulation.md"]
    assert [*page_sources.the_claim_is_of_this_page(page, site)] == []
    other = replace(page, meta=page.meta.model_copy(update={"sure": "endorphins"}))
    [problem] = page_sources.the_claim_is_of_this_page(other, site)
    assert "circulation-blood-flow" in problem.instead


def test_rows_fit_the_words_beside_them(dataset):
    site = Site.of(EDITION)
    assert [*direction.rows_that_are_worse_say_so(site), *direction.findings_rise_with_age(site)] == []
    education = next(row for row in dataset.treatments if row.treatment == "Pain neuroscience education")
    turned = education.model_copy(update={"effect": 7.3, "ci_low": -1.4, "ci_high": 16.1})
    assert [*direction.rows_that_are_worse_say_so(Site(EDITION, replace(dataset, treatments=[turned])))]
    swapped = [row.model_copy(update={"percent": 100 - row.percent}) for row in dataset.scans]
    assert [*direction.findings_rise_with_age(Site(EDITION, replace(dataset, scans=swapped)))]
    name = "cherkin2011-relaxation-bother-10w"
    rows = {row.id: row.model_copy(update={"scale": "0-100"}) if "bother" in row.id else row for row in dataset.effects.values()}
    assert name in rows
    page = site.pages["studies/help.md"]
    assert [*direction.words_fit_the_scale(page, site)] == []
    [problem] = direction.words_fit_the_scale(page, Site(EDITION, replace(dataset, effects=rows)))
    assert "points of 10" in problem.what


def test_a_date_and_a_gap_to_fill_in_are_known(tmp_path):
    [problem] = found(tmp_path, "15. January is a good day.\n", lists)
    assert "On 15 January" in problem.instead
    problems = found(tmp_path, "My name is <your name>, and my number is <policy number>.\n", structure.raw_html)
    assert [problem.instead for problem in problems] == ['For a gap to fill in, write "____".'] * 2


def test_the_words_of_a_drawing_are_those_of_its_code(copy):
    path = copy / "assets" / "figures" / "disc.svg"
    site = replace(Site.of(EDITION), edition=replace(EDITION, assets=copy / "assets"))
    assert [*figures.words_of_drawings(site)] == []
    path.write_text(path.read_text(encoding="utf-8").replace("A disc does not slip", "A disc slips"), encoding="utf-8")
    [problem] = figures.words_of_drawings(site)
    assert "make figures" in problem.instead
