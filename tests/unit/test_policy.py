"""Tests rules that depend on data files, such as the list of premium-rate numbers or the regular expressions for a language."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from evidence.checks import policy, told
from evidence.checks.language import patterns_find_what_they_mean, the_language_is_whole
from evidence.checks.rules import Site
from evidence.checks.urgency import LEVELS, premium_numbers_are_known, searches_for_help_find_it
from evidence.model.edition import Edition
from evidence.model.scales import PlainWord, Scale, plain
from tests import EDITION, ROOT, WORDS


@pytest.mark.parametrize("read", [policy.premium, policy.withheld, policy.popular, policy.with_signs, policy.kinds_held])
def test_every_list_can_be_read(read):
    rows, problems = read()
    assert rows
    assert problems == []


@pytest.mark.parametrize(("country", "digits", "costs"), [
    ("United Kingdom", "0901234", True), ("United Kingdom", "0800111", False), ("Ireland", "1550", True),
    ("Germany", "1550", False),
    ("Germany", "0900123", True), ("United States", "1900555", True), ("United States", "911", False),
    ("Australia", "000", False), ("Australia", "1800022222", False), ("Switzerland", "143", False),
    ("France", "0892123456", True),
    ("United Kingdom", "+449061234567", True), ("United Kingdom", "00448711234567", True),
    ("United Kingdom", "+448081570192", False),
    ("United States", "+19005551234", True), ("Germany", "+49800111", False), ("South Africa", "0800567567", False),
    ("United States", "18097997233", True), ("United States", "8297997233", True), ("Canada", "+18767997233", True),
    ("United States", "18007997233", False), ("United States", "838255", False), ("Canada", "18666683868", False),
])
def test_a_number_that_costs_extra_is_known_by_its_country(country: str, digits: str, costs: bool):
    assert any(row.covers(country, digits) for row in policy.premium()[0]) == costs


@pytest.mark.parametrize(("country", "digits", "abroad"), [
    ("United Kingdom", "+37188010327", True), ("Germany", "0037188010327", True), ("United States", "+448081570192", True),
    ("United Kingdom", "+448081570192", False), ("Australia", "000", False), ("Germany", "08000116016", False),
    ("European Union", "112", False), ("United States", "18007997233", False),
])
def test_a_number_of_another_country_is_known_by_its_code(country: str, digits: str, abroad: bool):
    assert any(row.leads_abroad(country, digits) for row in policy.premium()[0]) == abroad


def test_a_country_without_premium_numbers_is_refused(dataset):
    rows = [dataset.helplines[0], dataset.helplines[0].model_copy(update={"country": "Atlantis"})]
    [problem] = premium_numbers_are_known(Site(EDITION, replace(dataset, helplines=rows)))
    assert (problem.path.name, problem.what) == (
        "helplines.yml", 'The file premium-numbers.yml does not say how premium-rate numbers begin in "Atlantis".')


@pytest.mark.parametrize(("page", "draws"), [
    ("techniques/swedish.md", True), ("techniques/index.md", False), ("try/diary.md", True), ("try/index.md", False),
])
def test_pages_about_doing_massage_draw_the_signs(page: str, draws: bool):
    assert any(row.covers(page) for row in policy.with_signs()[0]) == draws


def test_english_finds_what_is_typed_in_an_emergency():
    emergency = WORDS.pattern("emergency")
    assert emergency.search("numb between my legs")
    assert not emergency.search("numb hand")
    assert emergency.search("my leg went white")
    assert emergency.search("cold foot")
    assert not emergency.search("cold")


ASKS = re.compile(r'(?:\.pattern|(?<![.\w])find)\("(\w+)"\)')


def test_english_has_every_pattern_that_is_asked_for():
    asked = {name for path in (ROOT / "evidence").rglob("*.py") for name in ASKS.findall(path.read_text(encoding="utf-8"))}
    given = WORDS["patterns"].keys()
    assert asked <= given
    assert given - asked <= {f"{level}_heading" for level in LEVELS}


@pytest.fixture
def other(tmp_path: Path) -> Edition:
    """Return the site in an invented language. Its word files lack one pattern and one string, and contain an invalid pattern."""
    shutil.copytree(EDITION.words, tmp_path / "en")
    folder = shutil.copytree(EDITION.words, tmp_path / "xx")
    path = folder / "language.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("emergency: >-", "urgence: >-").replace(r"today_heading: '\btoday\b'", "today_heading: '('"),
                    encoding="utf-8")
    path = folder / "views.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("subject: Back pain", "topic: Mal de dos"), encoding="utf-8")
    return replace(EDITION, language="xx", words=folder)


def test_a_rule_whose_pattern_the_language_lacks_says_so(other: Edition):
    [problem] = told(searches_for_help_find_it, Site.of(other))
    assert problem.what.startswith('The language "xx" has no "emergency". Without it, this rule cannot find anything: If')


def test_a_language_is_compared_with_english(other: Edition):
    site = Site.of(other)
    assert [(problem.path.name, problem.what) for problem in the_language_is_whole(site)] == [
        ("language.yml", 'The language "xx" has no entry "patterns.emergency".'),
        ("views.yml", 'The language "xx" has no entry "schema.subject".')]
    [problem] = patterns_find_what_they_mean(site)
    assert problem.what.startswith('The pattern "today_heading" is not a valid pattern')
    assert not [*the_language_is_whole(Site.of(EDITION)), *patterns_find_what_they_mean(Site.of(EDITION))]


def test_a_difference_that_matters_has_its_source():
    assert Scale(id="MD X", name="X", unit="points", important=2, source="cherkin2011").important == 2
    with pytest.raises(ValueError, match="only one of"):
        Scale(id="MD X", name="X", unit="points", important=2)


def test_cells_are_said_plainly():
    some = [PlainWord(where="cell", word="mixed", plain="several"), PlainWord(where="phrase", word="LBP", plain="low back pain")]
    assert [plain(text, some) for text in ("mixed", "chronic LBP", "mixed LBP")] == ["several", "chronic low back pain",
                                                                                     "mixed low back pain"]


@pytest.mark.parametrize(("text", "calls"), [
    ("ring 116117, and ask", True), ("ring 116 117, and", True), ("phone 1177, and", True), ("call 112", True),
    ("ring one one six, one one seven, and", True), ("call the doctors on 116 117", True), ("the helpline is 1177", True),
    ("ring one of them", False), ("call one or two places", False), ("we call 400 people", False), ("they call 15 points", False),
])
def test_english_finds_a_number_to_call(text: str, calls: bool):
    assert bool(WORDS.pattern("number_to_call").search(text)) == calls


@pytest.mark.parametrize(("text", "note"), [
    ("the law [Anna, is this so everywhere?].", True), ("[is this right?]", True), ("[What can help?](x.md)", False),
    ("[@key]", False), ("[!not-sure]", False), ("they [the nurses] said", False),
])
def test_english_finds_a_note_in_brackets(text: str, note: bool):
    assert bool(WORDS.pattern("note_in_brackets").search(text)) == note
