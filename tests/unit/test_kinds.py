"""Tests that the code and the style guide list the same kinds of page, and that there is a page of each kind. Also tests that
every page named in the code exists.
"""

import re

import pytest

from evidence.checks import policy
from evidence.checks.front_matter import kind_of_its_place
from evidence.checks.rules import Site
from evidence.checks.source import Page
from evidence.model.pages import TRAITS, Kind, Layer, layer_of
from tests import DOCS, EDITION, ROOT


def test_every_kind_says_what_the_rules_ask_of_it():
    assert TRAITS.keys() == set(Kind)


def test_the_style_guide_and_the_pages_know_every_kind(dataset):
    style = (ROOT / "STYLE.md").read_text(encoding="utf-8")
    [listed] = re.findall(r"^kind: .*# (.*)$", style, re.MULTILINE)
    assert set(listed.split(", ")) == set(Kind)
    table = set(re.findall(r"^\| `(\w+)`", style, re.MULTILINE))
    assert table == set(Kind) - {Kind.HOME}, "the table in STYLE.md must have one row for each kind except home"
    assert {page.kind for page in Site(EDITION, dataset).pages.values()} == set(Kind)


@pytest.mark.parametrize(("name", "kind", "template", "layer"), [
    ("massage/safety.md", Kind.SAFETY, "", Layer.SHORT), ("studies/help.md", Kind.EVIDENCE, "", Layer.STUDIES),
    ("try/handouts/poster.md", Kind.GUIDE, "handout.html", Layer.LEAFLET), ("good.md", Kind.GUIDE, "handout.html", Layer.LEAFLET),
    ("about/glossary.md", Kind.REFERENCE, "", Layer.OTHER), ("x.md", None, "", Layer.OTHER),
])
def test_the_layer_of_a_page(name, kind, template, layer):
    assert layer_of(name, kind, template) is layer


@pytest.mark.parametrize(("name", "change", "words"), [
    ("massage/safety.md", ("kind: safety", "kind: guide"), "must have the kind \"safety\""),
    ("try/cost.md", ("kind: guide", "kind: about"), "does not match"),
    ("try/cost.md", ("kind: guide", "kind: guide\ntemplate: handout.html"), "must be leaflets"),
    ("try/handouts/poster.md", ("template: handout.html\n", ""), "must be leaflets"),
])
def test_a_kind_or_a_leaflet_out_of_its_place_is_refused(copy, dataset, name, change, words):
    path = copy / name
    path.write_text(path.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")
    site = Site(EDITION.at(copy.parent), dataset)
    assert [words in problem.what for problem in kind_of_its_place(Page.read(path, copy), site)] == [True]


def test_pages_whose_kind_is_held_exist():
    assert [row.page for row in policy.kinds_held()[0] if not (DOCS / row.page).is_file()] == []


NAMED = re.compile(r"""(?:link\(|relative\([\w.]+, |^[A-Z_, ]+ = .*?|address_of\(|copy\()["']((?:[a-z-]+/)*[a-z-]+\.md)""",
                   re.MULTILINE)


def test_every_page_named_in_code_or_a_template_exists():
    """If a page was renamed, this test lists the files that still use the old name. (`evidence check` does the same for links on
    pages.)
    """
    files = [path for folder in ("evidence", "overrides") for path in (ROOT / folder).rglob("*")
             if path.suffix in {".py", ".html"}]
    named = [(path.name, name) for path in files for name in NAMED.findall(path.read_text(encoding="utf-8"))]
    assert len(named) > 10, "NAMED no longer matches the names of pages in code"
    assert [pair for pair in named if not (DOCS / pair[1]).is_file()] == []
