"""Tests how warning signs are rendered, in running text and in blocks. Also tests the rules about warning signs that authors
type themselves, about qualifiers such as "new or worse", and about urgency.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from evidence.checks.rules import Site
from evidence.checks.signs import disordered, misnamed, told
from evidence.markdown import EvidenceExtension
from evidence.markdown.paper import NumbersOnPaper
from evidence.model.problems import EvidenceError
from tests import EDITION, WORDS
from tests.unit.test_markdown import render


def text(html: BeautifulSoup) -> str:
    return " ".join(html.body.get_text(" ", strip=True).split())


def test_a_sign_is_drawn_in_its_short_form_and_a_line_word_for_word(dataset):
    html, _ = render("Stop if [!both-legs] is [!new].")
    drawn = html.select_one("[data-sign=both-legs]")
    assert drawn.get_text() == dataset.signs["both-legs"].short
    assert html.select_one("[data-sign=new]").get_text() == dataset.lines["new"].text
    assert html.p.get_text() == f"Stop if {dataset.signs['both-legs'].short} is {dataset.lines['new'].text}."


def test_it_begins_with_a_capital_where_a_sentence_does():
    html, _ = render("[!call] for this. [!today] for that.\n\n- [!both-legs]\n\n| A |\n|---|\n| [!both-legs] |")
    first = html.select_one("p").get_text()
    assert first.startswith("Call your local")
    assert ". Get medical help today for that" in first
    assert html.li.get_text().startswith("pain")
    assert html.select_one("tbody th").get_text().startswith("Pain")


def test_it_works_in_data_and_cites_the_sources_of_a_line(dataset):
    html, _ = render("```situations\ngroups: [Cancer]\n```\n\n[!soreness]")
    helps = html.select_one("#cancer .situation__help")
    assert dataset.signs["cancer-pain"].short in helps.get_text()
    assert [item.get_text(strip=True) for item in helps.select("li")] == [
        dataset.signs[name].short + ("*" if dataset.signs[name].caution else "") for name in ("cancer-cord", "cancer-ill")]
    marks = html.select_one("[data-sign=soreness]").find_next("sup", class_="cite")
    assert len(marks.select("a")) == len(dataset.lines["soreness"].sources)


def test_capitals_in_code_and_escapes_stay():
    html, _ = render("> [!NOTE]\n> Text.\n\n`[!new]` and \\[!new]")
    assert "[!NOTE]" in text(html)
    assert text(html).count("[!new]") == 2


def test_an_unknown_sign_stops_the_page():
    with pytest.raises(EvidenceError, match="both-arms"):
        render("If [!both-arms].")


def test_our_own_caution_is_marked_and_explained_once(dataset):
    html, _ = render("If [!weak-leg] or [!numb-leg].")
    assert len(html.select(".sign__own")) == 2
    assert len(html.select("p.care__own a[href$='our-cautions.md']")) == 1
    html, _ = render("If [!both-legs].")
    assert not html.select(".sign__own, .care__own")
    html, _ = render("```warning-signs\ncards: [nerves]\n```")
    card = html.select_one(".care--emergency")
    assert {item["data-sign"] for item in card.select("li:has(.sign__own)")} == {
        name for name in dataset.cards["nerves"].signs if dataset.signs[name].caution}
    assert dataset.signs["weak-leg"].official in html.select_one("details.care__own").get_text()


@pytest.mark.parametrize("option", ["short: true", "sentence: true"])
def test_a_short_card_and_a_sentence_draw_the_short_list(dataset, option):
    html, _ = render(f"```warning-signs\ncards: [heart]\n{option}\n```")
    card = dataset.cards["heart"]
    drawn = [part["data-sign"] for part in html.select(".care-cards [data-sign]")]
    assert [name for name in drawn if name in dataset.signs] == card.short
    for name in card.short:
        assert dataset.signs[name].short in html.body.get_text()


def test_a_card_opens_from_inside_its_panel(dataset):
    html, _ = render("```situations\n```")
    for row in dataset.situations.values():
        card = html.find(id=row.id)
        assert card.parent.name == "details"
        assert card.name == "dl"
        assert row.name in card.parent.summary.get_text()
        assert card.parent.summary.select_one(".situation__can").get_text() in ("Not now", "Ask first", "Keep off that place")
    assert not html.select(".situations :is(details[open], details[id], summary[id])")


def test_our_cautions_names_each_with_the_official_level_and_the_reason(dataset):
    html, _ = render("```our-cautions\n```")
    own = [row for row in (*dataset.signs.values(), *dataset.situations.values()) if row.caution]
    assert len(html.select(".caution")) == len(own)
    for row in own:
        entry = html.find(id=f"caution-{row.id}").get_text()
        assert row.official in entry
        assert row.reason in entry


def test_a_leaflet_that_says_call_carries_numbers_and_a_line_to_write_one_in(dataset):
    md = Markdown(extensions=["pymdownx.superfences", EvidenceExtension(EDITION)])

    def drawn(words: str) -> str:
        sheet = etree.fromstring(f"<div><div class='handout'><p>{words}</p></div></div>")
        NumbersOnPaper(md).run(sheet)
        return " ".join(" ".join(sheet.itertext()).split())

    for row in dataset.nearest(WORDS["calls"]["nearest"]):
        assert f"{row.country} {row.emergency[0]}" in drawn("Call your doctor.")
    assert "My emergency number:" in drawn("Call your doctor.")
    assert drawn("A walk does you good.") == "A walk does you good."


@pytest.mark.parametrize("words", [
    "With chest pain call your local emergency number.",
    "A drooping face or slurred speech? Get help at once.",
    "Numb around the genitals is an emergency.",
    "[!call] for black poo.",
    "New numbness needs emergency help.",
    "See a doctor about a lump or swelling.",
])
def test_a_sign_told_by_hand_beside_help_is_found(dataset, words):
    assert told(words, Site(EDITION, dataset))


@pytest.mark.parametrize("words", [
    "[!call] for [!chest-pain].", "Chest pain was rare in this trial.", "Call before you come.",
    "Your confusion about prices is normal.",
])
def test_what_is_drawn_or_sends_nobody_is_left_alone(dataset, words):
    assert not told(words, Site(EDITION, dataset))


@pytest.mark.parametrize(("words", "fault"), [
    ("[!call-or-go] for [!both-legs].", "only if it is new"),
    ("[!today] for [!both-legs], if [!new].", "the help that the sentence names"),
    ("[!leg-clot] is an emergency, if [!new].", "none of its signs is an emergency"),
    ("[!visit] for [!ill], if [!new].", "the help that the sentence names"),
])
def test_lost_qualifiers_and_too_little_urgency_are_found(dataset, words, fault):
    assert fault in " ".join(what for what, _ in disordered(words, Site(EDITION, dataset)))


@pytest.mark.parametrize("words", [
    "[!call-or-go] for [!both-legs], if [!new].", "[!today] for [!small-fall].",
    "[!call] for [!chest-pain]; today for less. All if [!new].",
])
def test_ordered_sentences_pass(dataset, words):
    assert not list(disordered(words, Site(EDITION, dataset)))


def test_a_slip_in_an_id_names_its_neighbours(dataset):
    [(what, instead)] = misnamed("See [!both-leg] and [!new].", dataset)
    assert "[!both-leg]" in what
    assert "both-legs" in instead
