"""The search index knows people's words, and readers do not see the machinery."""

import re
from dataclasses import replace

from evidence import DOCS
from evidence.checks.data import search_words
from evidence.checks.rules import Site
from evidence.library import library
from evidence.rows import read_yaml
from evidence.search_index import FIELDS, SHORT, SMALL, separator, short, with_words
from evidence.search_words import SearchWords

GIVEN = r"[\s\-,?]+"
INDEX = {
    "config": {"lang": ["en"], "separator": GIVEN, "pipeline": ["stopWordFilter"], "fields": {"title": {"boost": 1e3}}},
    "docs": [
        {"location": "back-pain/", "title": "Back pain", "text": "<p>People also look for: lumbago.</p> <p>It lasts.</p>"},
        {"location": "back-pain/#sleep", "title": "Sleep", "text": "<p>On your side.</p>"},
        {"location": "massage/", "title": "Massage", "text": ""},
    ],
}


def entry(index, location):
    return next(doc for doc in index["docs"] if doc["location"] == location)


def pieces(text):
    return [piece for piece in re.split(separator(GIVEN), text) if piece]


def test_phrases_go_to_their_entry_and_each_word_stands_once():
    index = with_words(INDEX, {"back-pain/#sleep": ["sleeping position", "best position"]})
    assert entry(index, "back-pain/#sleep")["words"] == ["sleeping position best"]
    assert not FIELDS.keys() & entry(index, "massage/").keys()
    assert index["config"]["fields"].keys() == {"title", *FIELDS}


def test_a_section_that_is_not_there_gives_its_words_to_the_page():
    index = with_words(INDEX, {"massage/#gone": ["kneading"], "nowhere/": ["lost"]})
    assert entry(index, "massage/")["words"] == ["kneading"]
    assert "lost" not in str(index)


def test_common_words_stand_only_by_themselves():
    index = with_words(INDEX, {"massage/": ["massage", "massage chair", "massager"], "back-pain/": ["my bad back"]})
    assert entry(index, "massage/") | {"title": ""} == {
        "location": "massage/", "title": "", "text": "", "words": ["massage chair"], "longer": ["massager"]}
    assert entry(index, "back-pain/")["words"] == ["my bad"]


def test_the_answer_comes_before_the_also_line():
    assert entry(with_words(INDEX, {}), "back-pain/")["text"] == "<p>It lasts.</p> <p>People also look for: lumbago.</p>"


def test_the_given_index_is_left_alone():
    before = str(INDEX)
    with_words(INDEX, {"massage/": ["rub"]})
    assert str(INDEX) == before


def test_small_words_and_contractions_are_swallowed():
    assert pieces("Do I have to undress?") == ["undress"]
    assert pieces("can't pee") == pieces("can’t pee") == pieces("cant pee") == ["pee"]
    assert pieces("I'm my partner's carer") == ["partner", "carer"]
    assert pieces("doctor toxins into inflammation") == ["doctor", "toxins", "inflammation"]
    assert not [word for word in ("often", "out", "down", "numb") if word in SMALL]


def test_a_phrase_stands_once_in_an_entry(tmp_path):
    path = tmp_path / "search-words.yml"
    path.write_text("- page: a.md#b\n  words: [Sciattica, siatica]\n"
                    "- page: c.md\n  words: [one, ONE]\n- page: d.md\n  words: []\n")
    rows, findings = read_yaml(path, SearchWords, "page")
    assert [(row.file, row.section, row.words) for row in rows] == [("a.md", "b", ["sciattica", "siatica"])]
    assert [finding.line for finding in findings] == [4, 6]
    assert "twice" in findings[0].what


def test_words_lead_to_a_place_that_exists_and_to_one_only():
    rows = [SearchWords(page=page, words=words, line=line) for line, (page, words) in enumerate([
        ("back-pain/causes.md#who-needs-a-scan", ["mri"]), ("nowhere.md", ["one"]), ("questions.md#nowhere", ["two"]),
        ("back-pain/index.md", ["mri"])], start=1)]
    findings = list(search_words(Site(DOCS, replace(library(), search_words=rows))))
    assert [finding.line for finding in findings] == [2, 3, 4]
    assert "back-pain/causes.md#who-needs-a-scan" in findings[-1].what


def test_the_short_index_has_the_beginning_of_each_text_and_all_else():
    words = "word " * SHORT
    long = "x" * (SHORT - 4)
    texts = {"short enough": "short enough", words: f"{words[:SHORT].rstrip()} …", f"{long} <p class=''>": f"{long} …"}
    index = {"config": {"lang": ["en"]},
             "docs": [{"location": "a/", "title": words, "text": text, "words": ["w"]} for text in texts]}
    made = short(index)
    assert made["config"] == index["config"]
    assert [entry["text"] for entry in made["docs"]] == list(texts.values())
    assert all(entry["title"] == words and entry["words"] == ["w"] for entry in made["docs"])
