"""A drawing opened alone, and the words and marks of charts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from evidence import DOCS, FIGURES, charts, drawings
from evidence.checks import run


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of docs/ to spoil."""
    return Path(shutil.copytree(DOCS, tmp_path / "docs"))


def test_every_class_on_a_drawing_has_its_rule_and_every_variable_its_value():
    rules = drawings.style()
    for path in FIGURES.glob("*.svg"):
        drawn = {name for value in re.findall(r'class="([^"]+)"', path.read_text()) for name in value.split()}
        assert drawn <= set(re.findall(r"\.(fig-[\w-]+)\{", rules)), path.name
    assert set(re.findall(r"var\((--[\w-]+)\)", rules)) <= set(re.findall(r"(--[\w-]+):", rules))


def test_dressing_twice_changes_nothing_and_new_colours_replace_old():
    once = drawings.dressed('<svg viewBox="0 0 1 1">\n<path d="M0 0"/>\n</svg>', "<style>.fig-line{fill:none}</style>")
    assert drawings.dressed(once, "<style>.fig-line{fill:none}</style>") == once
    again = drawings.dressed(once, "<style>.fig-line{fill:red}</style>")
    assert again.count("<style>") == 1
    assert "fill:red" in again


@pytest.mark.parametrize(("old", "new", "words"), [
    ("--ink:#1e2a2d", "--ink:#ffffff", "would not wear the site's colours"),
    ("<style>", "<style>@import url(https://spy.example/a.css);", "The drawing holds <style>"),
    ("</svg>", "<style>text{display:none}</style></svg>", "The drawing holds <style>"),
])
def test_any_other_style_in_a_drawing_is_found(copy: Path, old: str, new: str, words: str):
    path = copy / "assets" / "figures" / "disc.svg"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    assert any(words in str(finding) for finding in run(docs=copy, folder=copy / "data") if finding.path == path)


def test_few_numbers_are_the_ends_and_zero_where_they_stand_apart():
    assert charts.axis([-2.2, -1.2]).few == (-2.5, 0)
    assert charts.axis([-21, 19.3]).few == (-30, 0, 20)
    assert charts.axis([0]).few == (-1.5, 0, 1.5)


@pytest.mark.parametrize(("rows", "name"), [
    (["cherkin2011-relaxation-rdq-10w", "little2008-massage-rdq-3m"], "massage"),
    (["chen2022-force-pain-3w"], "high-force massage"),
    (["wu2021-pain", "chen2021a-pain"], "myofascial release"),
])
def test_the_left_of_an_axis_has_a_name(library, rows: list[str], name: str):
    assert charts.favoured([library.effects[row] for row in rows]) == name
