"""Tests that the drawings are up to date, small, easy to print and described in words. Also tests that the drawings use only
colours from the palette.
"""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as etree
from pathlib import Path

import pytest

import figures.pictures
from evidence.checks.figures import MAX_BYTES, drawings, faults
from evidence.checks.rules import SITE_RULES
from evidence.model.palette import DARK, LIGHT, stylesheet
from figures.__main__ import STYLESHEET
from figures.bodies import Look, Pose, person
from figures.drawing import Drawing, NoPaperError
from figures.geometry import OutOfReachError, by, cap, grain, ik, relative, smooth
from figures.registry import PICTURES
from figures.share import SECTIONS, share
from tests import DOCS, FIGURES

SVG = "{http://www.w3.org/2000/svg}"
LABELLED = {"back-regions", "blood", "diary", "disc", "layers", "no-hands", "partner-massage", "pressure-scale",
            "saddle-area", "strokes-compared"}
"""Pictures with words in them: medical drawings, comparisons, a diary's lines. Their descriptions contain the same words."""


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    return {name: draw().svg() for name, draw in PICTURES.items()}


def test_every_file_is_what_the_kit_draws_today_and_nothing_else_lies_there(drawn: dict[str, str]):
    there = {path.stem: path.read_text(encoding="utf-8") for path in FIGURES.glob("*.svg")}
    assert sorted(there) == sorted(drawn)
    assert [name for name in drawn if drawn[name] != there[name]] == [], "out of date; run: make figures"
    assert STYLESHEET.read_text(encoding="utf-8") == stylesheet(), "out of date; run: make figures"


def test_every_picture_is_small_and_said_in_words(drawn: dict[str, str]):
    for name, text in drawn.items():
        root = etree.fromstring(text)
        assert len(gzip.compress(text.encode(), 9, mtime=0)) <= MAX_BYTES, name
        assert 8 <= len(root.findtext(f"{SVG}title")) <= 60, name
        assert 60 <= len(root.findtext(f"{SVG}desc")) <= 560, name
        assert root.attrib["role"] == "img", name
        assert [child.get("aria-hidden") for child in root.findall(f"{SVG}g")] == ["true"], name
        assert bool(root.findall(f".//{SVG}text")) == (name in LABELLED), name


def test_words_in_a_picture_can_be_read_on_a_phone_and_are_said_beside_it(drawn: dict[str, str]):
    for name in LABELLED:
        root = etree.fromstring(drawn[name])
        width = float(root.attrib["viewBox"].split()[2])
        for text in root.iter(f"{SVG}text"):
            assert float(text.attrib["font-size"]) * 328 / width >= 13, name
            assert text.text.lower().rstrip("s") in root.findtext(f"{SVG}desc").lower(), (name, text.text)


def test_both_palettes_have_the_same_names_and_the_stylesheet_is_for_screens():
    assert LIGHT.keys() == DARK.keys()
    assert all(re.fullmatch("#[0-9a-f]{6}", value) for value in (*LIGHT.values(), *DARK.values()))
    assert "@media screen {\n    :root[data-scheme=\"dark\"]" in stylesheet()


def test_nobody_is_drawn_twice():
    looks: list[tuple] = []
    for path in (Path(figures.pictures.__file__).parent).glob("*.py"):
        looks += re.findall(r"Look\((\d), \"(\w+)\", (\d), \"(\w+)\"", path.read_text(encoding="utf-8"))
    assert len(looks) == len(set(looks))


def test_relative_paths_say_the_same():
    assert relative("M10 20H15V8L9 5Q1 2 10 20ZL12 21A1 2 0 0 1 13 22") == "M10 20h5v-12l-6-3q-8-3 1 15Zl2 1a1 2 0 0 1 1 1"
    assert relative("M1 1l2-1 3 4m1 1h2") == "M1 1l2-1 3 4M7 5h2"


def test_bones_are_never_stretched():
    assert ik((0, 0), (0, 10), 6, 6, 1)[0] < 0
    with pytest.raises(OutOfReachError, match="13 units"):
        ik((0, 0), (0, 13), 6, 6, 1)
    f = Drawing("test", 100, 100, "A test", "A person who reaches too far.")
    f.panel(0, 0, 100, 100)
    with pytest.raises(OutOfReachError):
        person(f, (50, 90), 10, Look(1, "short"), Pose((0, 3.6), (0, 6.1), ((.1, .27), (0, .27)), ((4, 6), None)))


def test_nothing_is_drawn_off_the_paper_and_nothing_stays_open():
    f = Drawing("test", 100, 100, "A test", "A circle.")
    with pytest.raises(NoPaperError):
        f.circle((1, 1), 1, "teal")
    f.panel(0, 0, 100, 100).circle((1, 1), 1, "teal")
    with pytest.raises(ValueError, match="not closed with `end`: panel"):
        f.svg()
    assert 'clip-path="url(#test-0)"' in f.end().svg()
    with pytest.raises(KeyError):
        f.fill("red")


def test_paths_are_short_and_lead_where_the_long_form_would():
    assert by([(10.04, .5), (-3, 2)], (10, 0)) == "0 .5-13 2"
    assert smooth([(0, 0), (10, 0), (10, 10)]).startswith("M0 0c")
    assert cap((0, 0), 2, (10, 0), 1).count("a") == 2
    with grain(.5):
        assert by([(1.3, 0)], (0, 0)) == "1.5 0"


@pytest.mark.parametrize(("old", "new", "words"), [
    ("var(--fig-leaf,#3d7a68)", "var(--fig-leaf,#ffffff)", "is not in the palette"),
    ("var(--fig-leaf,#3d7a68)", "red", "is not in the palette"),
    ("<g aria-hidden", '<style>text{display:none}</style><g aria-hidden', "The drawing contains <style>"),
    ("<g aria-hidden", '<g style="opacity:0" aria-hidden', 'the attribute "style"'),
    ("<g aria-hidden", '<g class="md-nav" aria-hidden', 'the attribute "class"'),
    ("<g aria-hidden", '<g filter="url(//spy.example/#a)" aria-hidden', "outside the drawing"),
    ('id="back-regions-0"', 'id="other-0"', "does not begin with the name of the drawing"),
    ("</desc>", "</desc><use href='#back-regions-0'/>", "The drawing contains <use>"),
])
def test_what_a_drawing_may_not_hold_is_found(tmp_path: Path, old: str, new: str, words: str):
    path = tmp_path / "back-regions.svg"
    text = (FIGURES / path.name).read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert drawings in SITE_RULES
    assert any(words in f"{fault} {remedy}" for _, fault, remedy in faults(path))


def test_a_drawing_that_another_program_saved_is_one_problem(tmp_path: Path):
    path = tmp_path / "back-regions.svg"
    text = (FIGURES / path.name).read_text(encoding="utf-8")
    path.write_text('<?xml version="1.0"?>\n<!-- Created with Inkscape (http://www.inkscape.org/) -->\n'
                    + text.replace("<svg ", '<svg xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" ', 1),
                    encoding="utf-8")
    [(line, _, remedy)] = faults(path)
    assert line == 1
    assert "git checkout -- docs/assets/figures/back-regions.svg" in remedy


def test_every_section_has_a_picture_to_share_and_it_is_made_of_the_pictures_of_pages():
    folders = {path.name for path in DOCS.iterdir() if path.is_dir() and any(path.glob("*.md"))}
    assert folders | {"home"} == SECTIONS.keys()
    for section in SECTIONS:
        text = share(section).svg()
        ids = re.findall(r' id="([^"]+)"', text)
        assert len(ids) == len(set(ids)), section
        assert 'viewBox="0 0 1200 630"' in text
        assert (DOCS / "assets" / "share" / f"{section}.png").is_file(), "missing; run: python -m scripts.share_image"
