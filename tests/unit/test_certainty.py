"""Tests the rule about verbs in sentences with citations. The verb must match the certainty of the claims that cite the same
sources. For example, "may" matches low certainty.
"""

import pytest

from evidence.checks.certainty import fault, hedge, of_page, oversize, plain_effect, statements
from evidence.checks.source import Page
from evidence.model.claims import Certainty
from tests import WORDS

HIGH, MODERATE, LOW, VERY_LOW, NONE = Certainty


def faults(text: str, *grades: Certainty) -> list[str]:
    found = (fault(sentence, frozenset(grades), WORDS) for sentence in statements(text, [1], WORDS))
    return [wrong[0] for wrong in found if wrong]


@pytest.mark.parametrize(("text", "grades"), [
    ("A heat wrap eased new back pain for some days [@x].", [MODERATE]),
    ("Advice to exercise still helped at one year in the English trial. Massage did not [@x].", [LOW]),
    ("In newer back pain, staying active did a little better than bed rest [@x].", [LOW, MODERATE]),
    ("Massage eases back pain [@x].", [LOW]),
    ("Massage can help your pain [@x].", [LOW]),
    ("Massage soothes long-term back pain [@x].", [LOW]),
    ("Massage takes away back pain [@x].", [LOW]),
    ("Massage gets rid of back pain [@x].", [LOW]),
    ("Massage cuts back pain by a lot [@x].", [LOW]),
    ("Massage leaves people with no pain [@x].", [LOW]),
    ("We do not know why, but massage eases back pain greatly [@x].", [LOW]),
    ("Massage can cure back pain [@x].", [LOW]),
    ("Massage probably eases back pain [@x].", [LOW]),
    ("Massage probably eases back pain [@x].", [VERY_LOW, NONE]),
    ("Massage may ease pain; it improved sleep too, and massage made daily life easier [@x].", []),
    ("Massage may help your back more than rest [@x].", [VERY_LOW]),
    ("It makes daily life easier [@x].", [LOW]),
    ("There was no difference in pain [@x].", [LOW]),
    ("The likely range of the gain is small. Massage lowers pain [@x].", [LOW]),
    ("It eases pain and makes daily life easier, for a very low price [@x].", [LOW]),
    ("Massage eases back pain, and a good therapist has surer hands [@x].", [LOW]),
    ("With low to moderate pressure, massage eases back pain [@x].", [LOW]),
    ("Massage eases back pain with certainty [@x].", [LOW]),
    ("If your back has hurt for months, massage clearly helps with the pain [@x].", [LOW]),
    ("Massage, which most people enjoy, clearly eases back pain [@x].", [LOW]),
    ("We are certain to help, since massage eases back pain [@x].", [LOW]),
    ("Massage eases back pain, as they judge with their hands [@x].", [LOW]),
])
def test_a_verb_that_is_surer_than_every_claim_is_found(text, grades):
    assert bool(faults(text, *grades)) is bool(grades)


@pytest.mark.parametrize(("text", "grades"), [
    ("A heat wrap probably eased new back pain for some days [@x].", [MODERATE]),
    ("Massage may ease back pain [@x].", [LOW]),
    ("It may ease back pain. It is no cure, and it can leave you sore [@x].", [LOW]),
    ("Massage may ease back pain [@x].", [MODERATE]),
    ("Massage may ease back pain [@x].", [VERY_LOW, LOW]),
    ("Massage eases back pain [@x].", [HIGH, LOW]),
    ("We do not know if massage eases back pain [@x].", [VERY_LOW]),
    ("We do not know. Massage looked a little better for pain [@x].", [VERY_LOW]),
    ("Nobody has shown that massage cures back pain [@x].", [NONE]),
    ("In 26 older adults, deep tissue massage did a little better for pain [@x].", [VERY_LOW]),
    ("In a trial of 401 people, gentle massage did as well for pain as aimed massage [@x].", [LOW]),
    ("In 56 women firm pressure was tried. Later pain was no better [@x].", [LOW]),
    ("The authors report that the gain lasted six months [@x].", [LOW]),
    ("Massage eased pain. Our rating is low [@x].", [LOW]),
    ("Massage eased pain. The certainty is very low [@x].", [VERY_LOW]),
    ("Massage eased pain. That says nothing of how sure we are [@x].", [LOW]),
    ("Massage eased pain, but we are no surer than before [@x].", [LOW]),
    ("Find out if massage eases your pain [@x].", [LOW]),
    ('Some say that it "eases pain for good" [@x].', [LOW]),
    ("Blood flow in the arteries was no better [@x].", [LOW]),
    ("Changes on scans are more common in people with pain [@x].", [MODERATE]),
    ("Ask your doctor before a massage [@x].", [LOW]),
    ("Massage eases back pain, and nothing is cited.", [LOW]),
    ("Massage eases back pain [@x].", []),
])
def test_a_verb_that_fits_or_reports_or_asks_is_left_alone(text, grades):
    assert faults(text, *grades) == []


def test_a_sentence_belongs_to_the_next_citation():
    found = list(statements("One eases pain.\nTwo helps [@a]. Three works [@b; @c]. Four is free.", [7, 8], WORDS))
    assert [(sentence.text.strip(" ."), sentence.keys, sentence.line) for sentence in found if sentence.text.strip(" .")] == [
        ("One eases pain", ("a",), 7), ("Two helps", ("a",), 8), ("Three works", ("b", "c"), 8)]


@pytest.mark.parametrize(("text", "weakest"), [
    ("It may, and probably will", "may"), ("It is likely", "probably"), ("no longer clearly better", "we do not know"),
    ("has not been shown", "no study"), ("a likely range", None), ("It eases", None)])
def test_the_weakest_hedge_counts(text, weakest):
    found = hedge(text, WORDS)
    assert (found and WORDS.hedges[found].say) == weakest


@pytest.mark.parametrize(("text", "words"), [("Massage eased my pain", "eased"), ("It did not help the pain", "did not help"),
                                             ("Massage is a craft", ""), ("Does massage help?", "")])
def test_words_of_an_effect(text, words):
    assert plain_effect(text, text, WORDS) == words


def test_line_of_a_page(tmp_path):
    path = tmp_path / "page.md"
    path.write_text("# Title\n\nA first line\nand massage eases pain [@x].\n")
    found = [sentence for sentence in of_page(Page.read(path, tmp_path), WORDS) if "eases" in sentence.text]
    assert [(sentence.line, sentence.keys) for sentence in found] == [(3, ("x",))]


@pytest.mark.parametrize(("text", "said"), [
    ("Massage may ease your pain a great deal.", "a great deal"), ("It may ease pain for years.", "for years"),
    ("It may clearly ease pain.", "clearly"), ("It may help you much more than rest.", "much"),
    ("It may help for good.", "for good"), ("It may help a lot.", "a lot"),
    ("Rest may help as much as massage.", ""), ("We do not know how much of it helps.", ""), ("It did not clearly help.", ""),
    ("No style is clearly better.", ""), ("It may ease pain a little.", ""), ("Nobody knows if it helps for years.", ""),
])
def test_words_that_make_an_effect_large_or_lasting_are_known(text: str, said: str):
    assert oversize(text, WORDS) == said
