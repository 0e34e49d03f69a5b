"""Tests that the search index contains the words that people type. Also tests that readers never see words that were added only
for the search.
"""

import re
from dataclasses import replace

from evidence.checks.data import search_words
from evidence.checks.rules import Site
from evidence.exports.search_index import (
    BEGINNING,
    FIELDS,
    RARE,
    SECTION,
    STUDIES,
    Card,
    beginning,
    is_prepared,
    longest,
    prepared,
    words,
)
from evidence.loading.dataset import load_dataset
from evidence.loading.rows import read_yaml
from evidence.model.synonyms import Synonyms
from tests import EDITION

GIVEN = r"[\s\-,?]+"
LONG = "On your side, with a pillow between your knees. Some people lie on their back, a roll under the knees. Sciatica wakes."
INDEX = {
    "config": {"lang": ["en"], "separator": GIVEN, "pipeline": ["stopWordFilter"], "fields": {"title": {"boost": 1e3}}},
    "docs": [
        {"location": "back-pain/", "title": "Back pain", "text": "<p>It lasts.</p>"},
        {"location": "back-pain/#sleep", "title": "Sleep", "text": f"<p>{LONG}</p>"},
        {"location": "back-pain/warning-signs/", "title": "Warning signs", "text": ""},
        {"location": "studies/swedish/#found", "title": "What was found", "text": ""},
    ],
}


def entry(index, location):
    return next(doc for doc in index["docs"] if doc["location"] == location)


def test_phrases_go_to_their_entry_and_each_word_stands_once():
    index = prepared(INDEX, {"back-pain/#sleep": ["sleeping position", "best Position"]}, {})
    assert entry(index, "back-pain/#sleep")["words"] == ["best position sleeping"]
    assert not {"words", "urgent"} & entry(index, "back-pain/").keys()
    assert index["config"]["fields"].keys() == FIELDS.keys()


def test_what_people_type_in_an_emergency_has_a_field_of_its_own():
    made = entry(prepared(INDEX, {"back-pain/warning-signs/": ["numb leg"]}, {}, ["back-pain/warning-signs/"]),
                 "back-pain/warning-signs/")
    assert made["urgent"] == ["leg numb"]
    assert "words" not in made


def test_a_word_of_an_emergency_that_people_type_for_another_page_too_weighs_as_there():
    typed = {"back-pain/warning-signs/": ["hot joint"], "back-pain/": ["hot stone"]}
    made = prepared(INDEX, typed, {}, ["back-pain/warning-signs/"])
    assert entry(made, "back-pain/warning-signs/")["urgent"] == ["joint"]
    assert entry(made, "back-pain/warning-signs/")["words"] == ["hot"]
    assert entry(made, "back-pain/")["words"] == ["hot stone"]


def test_a_section_that_is_not_there_gives_its_words_to_the_page():
    index = prepared(INDEX, {"back-pain/#gone": ["lumbago"], "nowhere/": ["lost"]}, {})
    assert entry(index, "back-pain/")["words"] == ["lumbago"]
    assert "lost" not in str(index)


def test_an_entry_shows_its_beginning_and_keeps_the_rare_words_of_the_rest():
    made = entry(prepared(INDEX, {}, {}), "back-pain/#sleep")
    assert len(made["text"]) <= BEGINNING + 2
    assert made["text"].endswith(" …")
    assert "sciatica" in made["rare"][0].split()
    assert not {"side", "pillow"} & {*made["rare"][0].split()}


def test_a_word_that_stands_everywhere_is_not_rare():
    docs = [{"location": f"{number}/", "title": "", "text": "x" * BEGINNING + " knees"} for number in range(RARE + 1)]
    assert not any("rare" in doc for doc in prepared({**INDEX, "docs": docs}, {}, {})["docs"])
    assert all("knees" in doc["rare"][0].split() for doc in prepared({**INDEX, "docs": docs[1:]}, {}, {})["docs"])


def test_a_section_weighs_more_and_a_page_of_studies_less():
    index = prepared(INDEX, {}, {})
    assert "boost" not in entry(index, "back-pain/")
    assert entry(index, "back-pain/#sleep")["boost"] == SECTION
    assert entry(index, "studies/swedish/#found")["boost"] == SECTION * STUDIES < 1


def test_other_names_of_a_page_are_found_and_not_shown():
    made = entry(prepared(INDEX, {}, {"back-pain/": ["sore back"]}), "back-pain/")
    assert made["text"] == "<p>It lasts.</p>"
    assert made["rare"] == ["sore"]


def test_the_given_index_is_left_alone_and_the_made_one_is_known():
    before = str(INDEX)
    assert is_prepared(prepared(INDEX, {"back-pain/": ["lumbago"]}, {}))
    assert str(INDEX) == before
    assert not is_prepared(INDEX)


def test_a_text_ends_with_a_whole_word_and_no_half_mark():
    word = "x" * (BEGINNING - 4)
    assert beginning("short enough") == "short enough"
    assert beginning("word " * BEGINNING) == f"{('word ' * BEGINNING)[:BEGINNING].rstrip()} …"
    assert beginning(f"{word} <p class='y'>more") == f"{word} …"


def test_a_card_is_an_entry_of_its_own_in_place_of_its_group():
    docs = [{"location": place, "title": "", "text": "<p>It.</p>"} for place in ("safe/", "safe/#group", "safe/#more")]
    card = Card("safe/#blood-thinner", "safe/#group", "A blood thinner", "Ask first.", "A blood thinner, warfarin, aspirin")
    typed = {"safe/#blood-thinner": ["apixaban", "thin blood"], "safe/#more": ["aspirin"], "safe/": ["lumbago"]}
    made = prepared({**INDEX, "docs": docs}, typed, {}, cards=[card])
    assert [doc["location"] for doc in made["docs"]] == ["safe/", "safe/#more", "safe/?card=blood-thinner"]
    found = made["docs"][-1]
    assert {"title": "A blood thinner", "text": "Ask first."}.items() <= found.items()
    assert {"apixaban", "blood", "thinner", "warfarin"} <= set(found["card"][0].split())
    assert "aspirin" not in found["card"][0], "the card contains a word that people type to find another entry"


def test_words_without_marks_numbers_or_twins():
    pieces = words(re.compile(GIVEN), "<p class='no'>Pain&nbsp;and pain, 5.5 points</p> L5-S1")
    assert pieces == {"pain", "and", "points", "l5", "s1"}
    assert longest({"massage", "massages", "inject", "injections", "leg"}) == ["injections", "leg", "massages"]


def test_a_phrase_stands_once_in_an_entry(tmp_path):
    path = tmp_path / "search-words.yml"
    path.write_text("- page: a.md#b\n  words: [Sciattica, siatica]\n"
                    "- page: c.md\n  words: [one, ONE]\n- page: d.md\n  words: []\n")
    rows, problems = read_yaml(path, Synonyms, "page")
    assert [(row.file, row.section, row.words) for row in rows] == [("a.md", "b", ["sciattica", "siatica"])]
    assert [problem.line for problem in problems] == [4, 6]
    assert "twice" in problems[0].what


def test_words_lead_to_a_place_that_exists_and_to_one_only():
    rows = [Synonyms(page=page, words=words, line=line) for line, (page, words) in enumerate([
        ("back-pain/causes.md#who-needs-a-scan", ["mri"]), ("nowhere.md", ["one"]), ("questions.md#nowhere", ["two"]),
        ("back-pain/index.md", ["mri"])], start=1)]
    problems = list(search_words(Site(EDITION, replace(load_dataset(EDITION), synonyms=rows))))
    assert [problem.line for problem in problems] == [2, 3, 4]
    assert "back-pain/causes.md#who-needs-a-scan" in problems[-1].what
