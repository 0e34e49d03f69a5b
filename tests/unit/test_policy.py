"""What the gate holds fast, and what a language must have, are data; each list can be read and says no when it should."""

from pathlib import Path

import pytest

from evidence.checks import policy
from evidence.model.scales import PlainWord, Scale, plain
from evidence.words import FOLDER, PATTERNS, lacking, pattern, words


@pytest.mark.parametrize("read", [policy.premium, policy.withheld, policy.popular, policy.with_signs])
def test_every_list_can_be_read(read):
    rows, problems = read()
    assert rows
    assert problems == []


@pytest.mark.parametrize(("country", "digits", "costs"), [
    ("United Kingdom", "0901234", True), ("United Kingdom", "0800111", False), ("Ireland", "1550", True),
    ("Germany", "1550", False),
    ("Germany", "0900123", True), ("United States", "1900555", True), ("United States", "911", False),
    ("Australia", "000", False),
])
def test_a_number_that_costs_extra_is_known_by_its_country(country: str, digits: str, costs: bool):
    assert any(row.covers(country, digits) for row in policy.premium()[0]) == costs


@pytest.mark.parametrize(("page", "draws"), [
    ("techniques/swedish.md", True), ("techniques/index.md", False), ("try/diary.md", True), ("try/index.md", False),
])
def test_pages_about_doing_massage_draw_the_signs(page: str, draws: bool):
    assert any(row.covers(page) for row in policy.with_signs()[0]) == draws


def test_english_has_every_pattern():
    assert lacking() == []
    assert pattern("emergency").search("numb between my legs")
    assert not pattern("emergency").search("numb hand")


def test_a_language_without_a_pattern_is_told_so_and_passes_nothing_by(tmp_path: Path):
    text = (FOLDER / "en" / "language.yml").read_text(encoding="utf-8")
    path = tmp_path / "xx" / "language.yml"
    path.parent.mkdir()
    path.write_text(text.replace("emergency: >-", "urgence: >-").replace(r"urgent_heading: '\btoday\b'", "urgent_heading: '('"),
                    encoding="utf-8")
    assert lacking("xx", tmp_path) == ["urgent_heading", "emergency"]
    assert set(words("xx", tmp_path)["patterns"]) - {"urgence"} == set(PATTERNS) - {"emergency"}


def test_a_difference_that_matters_has_its_source():
    assert Scale(id="MD X", name="X", unit="points", important=2, source="cherkin2011").important == 2
    with pytest.raises(ValueError, match="go together"):
        Scale(id="MD X", name="X", unit="points", important=2)


def test_cells_are_said_plainly():
    some = [PlainWord(where="cell", word="mixed", plain="several"), PlainWord(where="phrase", word="LBP", plain="low back pain")]
    assert [plain(text, some) for text in ("mixed", "chronic LBP", "mixed LBP")] == ["several", "chronic low back pain",
                                                                                     "mixed low back pain"]
