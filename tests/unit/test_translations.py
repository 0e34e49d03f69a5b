"""Tests which problems are reported if a Spanish page does not match the English page that it translates. Also tests the HTML of
both pages.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from evidence.checks.article import html
from evidence.checks.rules import Site
from evidence.checks.source import Page
from evidence.checks.translations import as_on_that_page, differences, translations_in_their_folder, translations_say_the_same
from evidence.loading import pages
from evidence.loading.editions import FIRST, edition, languages, translations
from evidence.model.problems import Problem
from evidence.words import LackingError, load_words
from tests import DOCS, EDITION

NAME = "about/accessibility.md"
SPANISH = edition("es")


def told(docs: Path) -> list[Problem]:
    return list(translations_say_the_same(Site.of(EDITION.at(docs.parent))))


def change(path: Path, old: str, new: str) -> int:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_language_with_words_is_an_edition_below_the_site():
    assert languages() == [FIRST, "es"]
    assert [other.docs for other in translations()] == [DOCS / "es"] == list(EDITION.apart)
    assert SPANISH.address_of(NAME) == f"{EDITION.address}es/about/accessibility/"
    assert (SPANISH.data, SPANISH.config) == (EDITION.data, EDITION.config)
    assert not [path for path in pages.files(EDITION) if path.is_relative_to(DOCS / "es")]


def test_the_translations_are_in_order(copy: Path):
    assert told(copy) == []


@pytest.mark.parametrize(("old", "new", "what", "instead"), [
    ("1280 píxeles", "1208 píxeles", "(“On 23 November 2026 we looked at pages in", "Add it to this paragraph"),
    ("(../../about/glossary.md)", "(../../about/privacy.md)", "The link about/glossary.md, on line", "Add it"),
    (" {#tell-us}", "", "The anchor {#tell-us}, on line", "Add it"),
    ("## Díganos", "### Díganos", "The English page has something else here: line", "same headings"),
    ("\nLas pruebas automáticas encuentran solo una parte de lo que puede fallar.\n", "", "The English page has something else",
     "same headings, paragraphs"),
    ("- Los números de un gráfico", "Los números de un gráfico", "The English page has something else here: line", "lists"),
    ("checked: 2026-11-23", "checked: 2026-11-24", '"checked" is not the same as on', 'Write "checked: 2026-11-23"'),
    ("date: 2026-11-28", "date: 2026-11-27", "The dates in the log", "Use these dates: 2026-11-29, 2026-11-28, 2026-11-23"),
    ("to: es", "to: fr", 'The field "to" is "fr", but the page is in docs/es/', 'Write "to: es"'),
    ("search:\n  exclude: true\n", "", "the search would find it", 'add "search:", and below it "  exclude: true"'),
    ("  by: software\n", "", "translation.by", "software or person"),
    ("# Accesibilidad", "<b>A</b>\n\n# Accesibilidad", 'HTML ("<b>")', "Use Markdown"),
    ("/// next", "```claim\nid: improves-circulation\n```\n\n/// next", 'The block "claim" shows data', "translated"),
    ("El color nunca", "[!bladder] El color nunca", "we have warning signs only in English", "a clinician has approved"),
    ("/// next", "/// emergency | x\ny\n///\n\n/// next", "tells people to get help", "clinician who speaks the language"),
    ("kind: about", "kind: about\nmore_help: [back-pain]", '"more_help" shows data', "Do not translate this page"),
])
def test_a_difference_is_named_with_what_to_write(copy: Path, old: str, new: str, what: str, instead: str):
    change(copy / "es" / NAME, old, new)
    found = [problem for problem in told(copy) if what in problem.what]
    assert found, [str(problem) for problem in told(copy)]
    assert instead in found[0].instead
    assert found[0].path == copy / "es" / NAME
    assert found[0].warning is ("2026-11" in new), "only a newer date on the English page should be a warning"


def test_a_difference_is_on_its_line(copy: Path):
    line = change(copy / "es" / NAME, "320 píxeles", "302 píxeles")
    assert {problem.line for problem in told(copy)} == {line}


def test_a_page_that_is_behind_is_no_fault_of_who_changed_the_english_one(copy: Path):
    change(copy / NAME, "320 pixels", "310 pixels")
    found = told(copy)
    assert [problem for problem in found if not problem.warning] == []
    newest = pages.read(copy / NAME)[0].version
    assert any(f'Translate the changes, then set the field "of" to "{newest}".' in problem.instead for problem in found)
    assert any("The number 310" in problem.what for problem in found)


def test_a_new_date_of_the_english_page_needs_no_new_words(copy: Path):
    for path in (copy / NAME, copy / "es" / NAME):
        change(path, "check_again: 12 months", "check_again: 11 months")
    assert told(copy) == []


@pytest.mark.parametrize(("name", "what"), [
    ("back-pain/warning-signs.md", "tells people to get help"),
    ("try/handouts/one-page.md", "is a leaflet"),
    ("questions.md", "Only pages about the site may be published without"),
])
def test_what_helps_somebody_to_decide_is_not_translated_by_software(copy: Path, name: str, what: str):
    path = copy / "es" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (copy / name).read_text(encoding="utf-8")
    given = f'translation: {{to: es, of: "{pages.read(copy / name)[0].version}", by: software}}\nsearch: {{exclude: true}}\n'
    path.write_text(text.replace("---\n", f"---\n{given}", 1), encoding="utf-8")
    assert any(what in problem.what and not problem.warning for problem in told(copy) if problem.path == path)


def test_a_translation_has_an_english_page(copy: Path):
    shutil.copy(copy / "es" / NAME, copy / "es" / "about" / "other.md")
    assert [problem.what for problem in told(copy)] == ["There is no English page docs/about/other.md."]


def test_an_english_page_is_no_translation_and_the_search_finds_what_readers_need(copy: Path):
    def found(name: str) -> list[str]:
        site = Site.of(EDITION.at(copy.parent))
        return [problem.what for problem in translations_in_their_folder(site.pages[name], site)]

    change(copy / NAME, "also_called:", "search:\n  exclude: true\nalso_called:")
    assert found(NAME) == []  # the search does not have to find pages about the project
    change(copy / NAME, "also_called:", 'translation: {to: es, of: "0123456789ab", by: person}\nalso_called:')
    assert found(NAME) == [
        'The page has the field "translation", but is not in a folder for another language (docs/es/).']
    change(copy / "questions.md", "also_called:", "search:\n  exclude: true\nalso_called:")
    assert found("questions.md") == ["Readers need this page, but the search would not find it."]


@pytest.mark.parametrize(("value", "advice"), [
    (True, 'Write "asks: true", as on the English page.'),
    (["back-pain", "stress"], 'Write "asks: [back-pain, stress]", as on the English page.'),
    ("", 'Remove the field "asks", which the English page does not have.'),
])
def test_a_value_is_advised_as_it_is_written_in_yaml(value: object, advice: str):
    assert as_on_that_page("asks", value) == advice


@pytest.mark.parametrize(("english", "spanish", "found"), [
    ("One [@a2020a; @b2021b].", "Uno [@a2020a; @b2021b].", []),
    ("One [@a2020a; @b2021b].", "Uno [@a2020a].", [
        "The citation @b2021b, on line 1 of docs/a.md (“One [@a2020a; @b2021b].”), is missing here."]),
    ("Of 1,000 people 2.5%", "De 1.000 personas, el 2,5%", []),
    ("Read [this](b.md#x).", "Lea [esto](b.md#x).", []),
    ("Read [this](b.md#x).", "Lea [esto](b.md#y).", [
        "The link b.md#x, on line 1 of docs/a.md (“Read [this](b.md#x).”), is missing here.",
        "The link b.md#y is not on line 1 of docs/a.md (“Read [this](b.md#x).”)."]),
    ("1. One\n2. Two", "1. Uno\n2. Dos", []),
    ("- One", "1. Uno", ["The English page has something else here: line 1 of docs/a.md, “- One”."]),
    ("One.", "Uno.\n\nDos.", ["The English page ends before this paragraph."]),
])
def test_what_has_no_language_is_compared(tmp_path: Path, english: str, spanish: str, found: list[str]):
    (tmp_path / "es").mkdir()
    for path, text in ((tmp_path / "a.md", english), (tmp_path / "es" / "a.md", spanish)):
        path.write_text(text, encoding="utf-8")
    pair = Page.read(tmp_path / "es" / "a.md", tmp_path / "es"), Page.read(tmp_path / "a.md", tmp_path)
    assert [what for _, what, _ in differences(*pair)] == found


# Words

def test_a_word_that_is_not_there_is_named_and_never_english(tmp_path: Path):
    folder = shutil.copytree(SPANISH.words, tmp_path / "es")
    change(folder / "frame.yml", "  write: Escríbanos\n", "")
    words = load_words(replace(SPANISH, words=folder))
    with pytest.raises(LackingError, match=r'frame\.yml:1: The language "es" has no "tools\.write"'):
        words["tools"]["write"]
    with pytest.raises(LackingError, match='"claims"'):
        words.text("claims", "label")


@pytest.mark.parametrize(("old", "new", "what"), [
    ("onpage: En esta página\n", "", 'The language "es" has no "onpage".'),
    ("Comprobado el {day}", "Comprobado el {dia}", "The template cannot be rendered: KeyError: 'dia'."),
])
def test_a_page_that_asks_for_it_is_stopped_before_the_build(copy: Path, tmp_path: Path, old: str, new: str, what: str):
    shutil.copytree(EDITION.words, tmp_path / "en")
    change(shutil.copytree(SPANISH.words, tmp_path / "es") / "frame.yml", old, new)
    here = replace(EDITION.at(copy.parent), words=tmp_path / "en")
    assert [problem.what for problem in translations_say_the_same(Site.of(here))] == [what]


# HTML of translations


@pytest.fixture
def draw() -> Callable[[str, str], BeautifulSoup]:
    """Return a function that adds `more` to the end of a page in docs/ and renders the page as a build of the site does."""
    def drawn(name: str, more: str = "") -> BeautifulSoup:
        text = (DOCS / name).read_text(encoding="utf-8")
        return BeautifulSoup(html(text + more, name, EDITION, translations(), ["toc"]), "html.parser")

    return drawn


def test_a_translation_says_who_made_it_and_leads_to_its_english_page(draw: Callable[..., BeautifulSoup]):
    soup = draw(f"es/{NAME}")
    note = soup.h1.find_next_sibling()
    assert note.select_one(".box__heading").get_text() == "Traducido por software, sin revisar por una persona"
    assert not note.strong, "the note says that the translation is out of date, which it is not"
    switch = note.a
    assert (switch["href"], switch["lang"], switch["hreflang"]) == ("../../about/accessibility.md", "en", "en")


def test_the_frame_of_a_translation_is_in_its_language(draw: Callable[..., BeautifulSoup]):
    soup = draw(f"es/{NAME}")
    status = soup.select_one(".status")
    assert status.get_text().startswith("Comprobado el 23 de noviembre de 2026")
    assert status.a["href"] == "../../about/how-this-site-is-made.md"
    assert soup.select_one("#onpage").get_text() == "En esta página"
    assert soup.select_one("a[rel=edit]")["href"].endswith(f"/edit/main/docs/es/{NAME}")
    assert soup.select_one("#cite-link").get_text() == SPANISH.address_of(NAME)
    assert not soup.select("a.term, script"), "found a glossary link or a JSON-LD script on the translation"


def test_a_translation_that_is_behind_says_so(draw: Callable[..., BeautifulSoup], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("evidence.model.pages.Source.version", "ffffffffffff")
    assert "Vale lo que dice la página en inglés" in draw(f"es/{NAME}").select_one(".box--note strong").get_text()


def test_an_english_page_says_nothing_of_translations(draw: Callable[..., BeautifulSoup]):
    soup = draw(NAME, "\n\nA guideline says so.\n")
    assert soup.h1.find_next_sibling()["class"] == ["lead"]
    assert soup.select_one("a.term"), "the English page has no link to a glossary term"
    assert not soup.select("[hreflang]")
