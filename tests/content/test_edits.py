"""Tests the checks with example edits. Careless edits must be rejected on the right line, and careful edits must pass.

More than half of the edits were written without knowledge of the rules. tests/fixtures/edits/first-run.md records how the checks
handled the first of these edits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import yaml

from evidence.checks.budget import says_one_thing
from evidence.checks.held import safety_words_are_held
from evidence.checks.readings import readings_are_of_these_words
from evidence.checks.urgency import pages_were_opened, premium_numbers_are_known
from tests import ROOT, edits
from tests.edits import FOLDER, Edit, Outcome

BLIND_BAD, AWARE_BAD = edits.read("blind_bad.yml", "blind2_bad.yml"), edits.read("aware_bad.yml")
BLIND_GOOD, AWARE_GOOD = edits.read("blind_good.yml", "blind2_good.yml"), edits.read("aware_good.yml")
BAD, GOOD = [*BLIND_BAD, *AWARE_BAD], [*BLIND_GOOD, *AWARE_GOOD]
RULES = yaml.safe_load((FOLDER / "refused_by.yml").read_text(encoding="utf-8")) | {edit.name: edit.rule for edit in AWARE_BAD}


ASIDE = (says_one_thing, premium_numbers_are_known, pages_were_opened, safety_words_are_held, readings_are_of_these_words)
"""Rules by which good edits are not judged. A page may already have the maximum number of words when an edit adds to it, and a
real contributor would remove something. And these edits only change docs/, so they cannot add the premium numbers of a new
country, a page that a second person opened, or the new digests of safety wording and boxes.
"""

GONE = "the text that this edit changes no longer exists: point the edit at other text, in tests/fixtures/edits"


@pytest.fixture(scope="module")
def docs(copied):
    return copied[0]


@pytest.fixture(scope="module")
def known(docs, today):
    return [replace(problem, path=docs.parent / problem.path.relative_to(ROOT)) for problem in today]


def faults(edit: Edit, outcome: Outcome | None) -> Iterator[str]:
    if outcome is None:
        yield GONE
        return
    if not outcome.refusals:
        yield "no rule rejected it"
    elif not outcome.placed:
        yield f"rejected on the wrong line: {[str(problem) for problem in outcome.refusals]}; expected {outcome.span}"
    elif RULES[edit.name] not in {problem.rule for problem in outcome.placed}:
        yield f"rejected by {sorted({problem.rule for problem in outcome.placed})}, not by {RULES[edit.name]}"
    for problem in outcome.refusals:
        if not all(text.endswith((".", "?")) for text in (problem.what, problem.instead)):
            yield f"the message is not a sentence, or does not say what to write instead: {problem}"


def test_bad_edits_are_rejected_on_the_right_line_with_advice(docs, known):
    """All edits are in a single test, so that the checks run in only one worker."""
    assert edits.judged(BAD, lambda group: edits.judge(group, docs, known), lambda *given: [*faults(*given)]) == {}


def test_good_edits_are_accepted(docs, known):
    """If an edit changes a data file, the rules run on all pages, because any page can show the data."""
    def alarms(group: list[Edit]) -> dict[str, list[str]]:
        with edits.applied(group, docs) as spans:
            changed = {path for span in spans.values() for path in span}
            drawn = [path for path in changed if path.suffix not in (".md", ".bib")]
            new = edits.news(edits.ask(None if drawn else changed, docs, *ASIDE), known)
        return {name: [str(problem) for problem in new if problem.path in span or problem.path not in changed]
                for name, span in spans.items()}

    assert edits.judged(GOOD, alarms, lambda _, found: [GONE] if found is None else found) == {}


def test_there_are_enough_edits_and_half_of_them_are_blind():
    assert len({edit.name for edit in BAD}) == len(BAD) >= 200
    assert len({edit.name for edit in GOOD}) == len(GOOD) >= 50
    assert len(BLIND_BAD) >= len(BAD) / 2
    assert len(BLIND_GOOD) >= len(GOOD) / 2
    assert set(RULES) == {edit.name for edit in BAD}
