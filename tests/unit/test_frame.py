"""Tests the stylesheets that are generated from styles/. Also tests the generated parts around the article, such as the header
and the footer.
"""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from evidence.markdown import frame_parts
from evidence.markdown.stylesheet import FILES, LAYERS, packed, sheets
from evidence.model.dataset import Dataset
from evidence.model.problems import EvidenceError
from tests import EDITION, ROOT


@pytest.mark.parametrize(("css", "short"), [
    ("/* why */ .a { top: 0; }\n\n.b > p { left: 0; }", ".a{top:0}.b>p{left:0}"),
    ("/*! kept */ .a { top: 0 }", "/*! kept */ .a{top:0}"),
    ('.a::before { content: "a:  b; {c}"; }', '.a::before{content:"a:  b; {c}"}'),
    ("@media (min-width: 62rem) { .a { width: calc(1px + 2px); } }", "@media (min-width:62rem){.a{width:calc(1px + 2px)}}"),
    (".a:hover .b:not(.c, .d) { top: 0; }", ".a:hover .b:not(.c,.d){top:0}"),
])
def test_a_sheet_loses_space_and_nothing_else(css: str, short: str):
    assert packed(css) == short


def test_dark_colours_are_written_once_and_reach_devices_that_ask_for_them():
    css = packed(':root[data-scheme="dark"] { --ink: #fff; }')
    assert css == (':root[data-scheme="dark"]{--ink:#fff}'
                   '@media (prefers-color-scheme:dark){:root:not([data-scheme="light"]){--ink:#fff}}')


def test_a_sign_that_is_drawn_is_not_read_out_and_shows_in_older_browsers():
    assert packed('.a::after { content: "→" / ""; }') == '.a::after{content:"→";content:"→" / ""}'


def test_each_file_is_one_layer_and_both_sheets_begin_with_the_order():
    order = f"@layer {','.join(LAYERS)};"
    for layer in LAYERS:
        text = (ROOT / "styles" / f"{layer}.css").read_text(encoding="utf-8")
        assert set(re.findall(r"@layer (\w+)", text)) == {layer}
        outside = re.sub(r"@layer \w+ \{.*?\n\}", "", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL), flags=re.DOTALL)
        assert re.fullmatch(r"(?:\s|@font-face \{[^}]*\})*", outside), "there is a CSS rule outside the @layer block"
    assert all(sheet.startswith(order) for sheet in sheets(ROOT / "styles"))


def test_the_part_inside_pages_is_no_template_and_has_no_address():
    first, _ = sheets(ROOT / "styles")
    assert not re.search(r"\{[{%#]|url\(", first)


def test_colours_and_sizes_are_defined_in_one_place():
    """Only styles/base.css defines colours and font sizes, except those for drawings and for print."""
    for layer in ("layout", "blocks", "tools"):
        text = (ROOT / "styles" / f"{layer}.css").read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            plain = re.sub(r"/\*.*?\*/", "", line)
            if not re.search(r"--(edge|head|skin|bone|fig)|\.fig-|\.care|\.course__text|plot|fade", plain):
                assert not re.search(r"#[0-9a-f]{6}\b", plain), (layer, number)
                assert not re.search(r"font-size:\s*[\d.]+(rem|px)", plain), (layer, number)


@pytest.mark.parametrize("part", ["search", "tooltip2"])
def test_the_theme_still_has_the_classes_in_our_styles(part: str):
    """If this test fails, look up which classes the pinned version of the theme uses."""
    ours = set(re.findall(rf"\.(md-{part}[\w-]*)", (ROOT / "styles" / "theme.css").read_text(encoding="utf-8")))
    theme = Path(str(files("material") / "templates"))
    drawn = (theme / "partials" / "search.html").read_text(encoding="utf-8")
    drawn += next((theme / "assets" / "javascripts").glob("bundle.*.js")).read_text(encoding="utf-8")
    assert ours
    missing = {name for name in ours if not re.search(rf"{name}(?![\w-])", drawn)}
    assert missing <= {f"md-{part}--{way}" for way in ("top", "bottom")}


def test_generated_parts_are_up_to_date():
    assert frame_parts.outdated(EDITION) == {}


def test_a_change_of_styles_is_found(tmp_path: Path):
    (tmp_path / "styles").mkdir()
    for layer in FILES:
        (tmp_path / "styles" / f"{layer}.css").write_text(f"@layer {layer} {{ .a {{ top: 0; }} }}\n/* ---- late ---- */\n")
    assert {path.name for path in frame_parts.outdated(replace(EDITION, root=tmp_path))} == {
        "site.css", "search-words.js", *(f"{name}.html" for name in ("first-styles", "first-script", "policy", "strip", "words"))}


def test_the_strip_asks_in_the_words_of_the_rulings_and_each_number_has_its_region(dataset: Dataset):
    strip = BeautifulSoup(frame_parts.generated(EDITION)["overrides/partials/strip.html"], "html.parser")
    assert "New, worse or not usual for you" in strip.select_one(".strip__ask").get_text()
    numbers = {row.country: row.emergency[0] for row in dataset.helplines}
    shown = [link.get_text() for link in strip.select("a[href^=tel]")]
    assert shown == [f"{region} {numbers[country]}" for region, country in (
        ("UK", "United Kingdom"), ("EU", "European Union"), ("US", "United States"), ("AU", "Australia"))]


def test_a_region_without_a_number_stops_the_build(dataset: Dataset):
    with pytest.raises(EvidenceError, match='The strip of emergency numbers names "Atlantis"'):
        frame_parts.strip_numbers(Path("frame.yml"), [["Atlantis", "AT"]], dataset.helplines)


def test_a_shared_part_of_the_guide_is_the_section_of_the_page():
    page = "# Help\n\n## Change a page {#change}\n\n1. Press.\n\n## Refuse\n\n- links\n\n/// next\n///\n"
    mark = "<!-- From docs/about/contribute.md: {} -->\n"
    text = f"# Guide\n\n{mark.format('Change a page')}old\n<!-- End -->\n\n{mark.format('Refuse')}<!-- End -->\nEnd.\n"
    assert frame_parts.guide(text, page) == (f"# Guide\n\n{mark.format('Change a page')}1. Press.\n<!-- End -->\n\n"
                                             f"{mark.format('Refuse')}- links\n<!-- End -->\nEnd.\n")
    with pytest.raises(EvidenceError, match=r'CONTRIBUTING\.md:1: .*no section called "Gone".*Change a page, Refuse'):
        frame_parts.guide(f"{mark.format('Gone')}<!-- End -->\n", page)


def test_the_guide_shares_three_parts_without_links_that_only_one_of_the_two_can_follow():
    parts = [match[0] for match in frame_parts.SHARED.finditer((ROOT / frame_parts.GUIDE).read_text(encoding="utf-8"))]
    assert len(parts) == 3
    assert [part for part in parts if re.search(r"\]\((?!https:)", part)] == []
