"""Tests the rule about verbs in claims. The verb must match the certainty of the evidence. For example, "may" matches low
certainty.
"""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from evidence.checks.certainty import claims_say_how_sure_we_are
from evidence.checks.data import sources_were_read
from evidence.checks.rules import Site
from evidence.model.claims import HEDGED, Certainty, Claim, verb_fault
from tests import EDITION, WORDS

RIGHT = [
    ("Exercise reduces pain.", Certainty.HIGH),
    ("Exercise probably reduces pain.", Certainty.MODERATE),
    ("Exercise is likely to reduce pain.", Certainty.MODERATE),
    ("Massage may ease pain.", Certainty.LOW),
    ("Massage might ease pain. We do not know why.", Certainty.LOW),
    ("We do not know if massage helps sleep.", Certainty.VERY_LOW),
    ("The evidence is very uncertain.", Certainty.VERY_LOW),
    ("No study we know of has looked.", Certainty.NO_STUDIES),
    ("Nobody has shown this.", Certainty.NO_STUDIES),
]
WRONG = [
    ("Exercise may reduce pain.", Certainty.HIGH),
    ("Exercise reduces pain.", Certainty.MODERATE),
    ("Exercise may reduce pain.", Certainty.MODERATE),
    ("Massage eases pain.", Certainty.LOW),
    ("Massage probably eases pain.", Certainty.LOW),
    ("Massage may, and probably does, ease pain.", Certainty.LOW),
    ("Massage may help sleep.", Certainty.VERY_LOW),
    ("We do not know if massage may help sleep.", Certainty.VERY_LOW),
    ("Massage helps sleep.", Certainty.NO_STUDIES),
    ("No study has looked, but it may help.", Certainty.NO_STUDIES),
]

CLAIM = {
    "id": "a-claim", "people_say": "It helps", "we_say": "It may help.", "verdict": "partly", "certainty": "low",
    "graded_by": "editors", "comparison": "usual care", "people": "401 adults", "time": "10 weeks",
    "why_not_surer": "People knew.", "sources": ["cherkin2011"], "home": "massage/does-it-help.md", "checked": "2026-11-23",
}


@pytest.mark.parametrize(("sentence", "certainty"), RIGHT)
def test_matching_verb_is_accepted(sentence, certainty):
    assert verb_fault(sentence, certainty, WORDS.hedges) is None


@pytest.mark.parametrize(("sentence", "certainty"), WRONG)
def test_other_verb_is_refused_with_what_to_write(sentence, certainty):
    fault = verb_fault(sentence, certainty, WORDS.hedges)
    assert fault
    assert certainty.value in fault


def test_every_certainty_has_a_rule():
    assert {*HEDGED, Certainty.HIGH} == set(Certainty)
    assert tuple(WORDS.hedges) == HEDGED


def test_claim_with_the_wrong_verb_is_refused(dataset):
    right, wrong = Claim(**CLAIM), Claim(**CLAIM | {"certainty": "moderate"})
    site = Site(EDITION, replace(dataset, claims={"right": right, "wrong": wrong}))
    assert [problem.what for problem in claims_say_how_sure_we_are(site)] == [
        'The verb in "we_say" of "a-claim" does not fit the certainty of this claim: the grade is moderate, so the sentence '
        'must say "probably".']


@pytest.mark.parametrize("change", [{"id": "Two Words"}, {"verdict": "maybe"}, {"sources": []}, {"surprise": 1},
                                    {"home": "https://example.com"}, {"checked": "yesterday"}, {"popular": 0}])
def test_wrong_fields_are_refused(change):
    with pytest.raises(ValidationError):
        Claim(**CLAIM | change)
    Claim(**CLAIM)


def test_dots_follow_the_words():
    assert [Certainty(word).dots for word in ("high", "moderate", "low", "very low", "no studies")] == [4, 3, 2, 1, 0]


def test_only_a_register_names_a_source_that_nobody_has_read(dataset):
    unread = {key: replace(reference, checked="no") for key, reference in dataset.references.items()}
    found = list(sources_were_read(Site(EDITION, replace(dataset, references=unread))))
    assert {problem.path.name for problem in found} == {file for file, *_ in dataset.named_sources()} - {"registers.yml"}
    assert 'Nobody has read the source "cherkin2011" yet.' in {problem.what for problem in found}
