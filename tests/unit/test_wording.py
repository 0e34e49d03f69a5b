"""Tests that the checks reject the example of every forbidden phrase, and accept harmless sentences that look similar."""

import pytest

from evidence.checks import wording
from evidence.checks.source import Page
from evidence.checks.wording import phrases
from tests import WORDS

TRUE = [
    "It is one of the two kinds in the largest trial here.",
    "Exercise has more and surer evidence. We cannot say that its effect is much larger.",
    "On average it eased a little over a year, but that is very uncertain, and many still had a good deal of it.",
    "After a year little or nothing may be left in daily tasks.",
    "About 1 in 10 had minor discomfort after a visit at one clinic; 2 to 5 in 10 over several visits of any hands-on care.",
    "In trials it was 22 (11 to 36), in cohorts 41 (17 to 68).",
    "A few small trials tested massage with exercise, and their results differ.",
    "Most guidelines ask for exercise as well.",
]


def test_only_its_own_phrase_rejects_each_example():
    listed = phrases(WORDS)
    told = {record.phrase: [found.phrase for _, found in listed.claimed(record.example)] for _, record in listed.all}
    assert {phrase: found for phrase, found in told.items() if found != [phrase]} == {}


@pytest.mark.parametrize("text", TRUE)
def test_true_sentence_passes(text):
    assert not phrases(WORDS).claimed(text)


def test_the_texts_of_a_drawing_are_judged_too(tmp_path):
    drawing = tmp_path / "back.svg"
    drawing.write_text('<svg>\n<desc id="d">It unlocks your fascia &amp; more.</desc><text x="1">Low back</text>\n</svg>\n')
    assert wording._texts(drawing) == [(2, "It unlocks your fascia & more."), (2, "Low back")]


def test_a_text_of_the_front_matter_is_judged_on_however_many_lines_it_stands(tmp_path):
    page = tmp_path / "new.md"
    page.write_text("---\ntitle: New\ndescription: >-\n  Massage is a proven\n  miracle for every back that hurts.\nkind: guide\n"
                    "checked: 2026-11-28\ncheck_again: 12 months\nreviewed_by: []\nchanges:\n  - date: 2026-11-28\n"
                    "    what: New.\n---\n\n# New\n", encoding="utf-8")
    assert "Massage is a proven miracle for every back that hurts." in dict(Page.read(page, tmp_path).passages).values()
