"""Phrases from our own sentences that a review found untrue stay out, and true ones are allowed."""

import pytest

from evidence.checks.wording import phrases
from tests import WORDS

UNTRUE = [
    "Swedish massage is the best tested kind.",
    "Exercise is better supported than massage.",
    "Many people still improve.",
    "After a year the gain was gone or very small.",
    "Studies of all hands-on care find 22 to 41.",
    "About 1 in 10 had minor discomfort after a visit at one clinic.",
    "We know of no study that plainly tested massage plus exercise.",
    "Guidelines that allow massage want it with exercise.",
    "It has the strongest single trial so far.",
]
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


@pytest.mark.parametrize("text", UNTRUE)
def test_untrue_sentence_is_heard(text):
    assert phrases(WORDS).claimed(text)


@pytest.mark.parametrize("text", TRUE)
def test_true_sentence_passes(text):
    assert not phrases(WORDS).claimed(text)
