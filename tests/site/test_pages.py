from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import yaml
from playwright.sync_api import Page

from tests import ROOT
from tests.axe import SEEN, faults
from tests.conftest import soup_of


def test_axe_finds_nothing(visits: dict[str, dict]):
    found = {(address, mode): what for address, visit in visits.items() for mode, what in visit["axe"].items() if what}
    assert found == {}


def test_pages_fit_a_narrow_phone(visits: dict[str, dict]):
    assert {address: visit["wide"] for address, visit in visits.items() if visit["wide"]} == {}
    assert {address: visit["cut off"] for address, visit in visits.items() if visit["cut off"]} == {}


def test_each_look_is_asked_once_and_a_hidden_one_stands_for_none(page: Page):
    page.set_content("""<main><h1>Colours</h1><p hidden style="color: #999">Hidden.</p><p style="color: #999">Pale.</p>
      <p style="color: #999">Pale too.</p><div style="background: #555"><p>On grey.</p></div><p>Dark.</p></main>""")
    known: set[str] = set()
    lines = faults(page, *SEEN, known=known).split("\n")
    assert [line.split(" Fix")[0] for line in lines if line.startswith("color-contrast")] == [
        'color-contrast: <p style="color: #999" data-look="">Pale.</p>', 'color-contrast: <p data-look="">On grey.</p>']
    assert faults(page, *SEEN, known=known) == ""
    page.evaluate("document.querySelector('div').style.background = '#666'")
    assert "On grey." in faults(page, *SEEN, known=known)


def test_link_on_the_pages_fills_in_fields_that_the_form_has(built: Path):
    shown = soup_of(built, "massage/safety/").select('[href*="/issues/new?"]')
    links = [dict(parse_qsl(urlsplit(str(link["href"])).query)) for link in shown]
    assert len(links) == 2
    for link in links:
        form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / link["template"]).read_text(encoding="utf-8"))
        assert link.keys() <= {field.get("id") for field in form["body"]} | {"template", "title"}
    assert [link["template"] for link in links].count("harm.yml") == 1
