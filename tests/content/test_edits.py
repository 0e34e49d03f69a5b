"""Edits as strangers and helpers would make them: the bad ones are refused where they stand, the good ones pass.

More than half of both were written before their author had read a single rule; first-run.md says
how the checks did then.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml

from evidence.checks.budget import says_one_thing
from tests import edits
from tests.edits import FOLDER, Outcome

BLIND_BAD, AWARE_BAD = edits.read("blind_bad.yml", "blind2_bad.yml"), edits.read("aware_bad.yml")
BLIND_GOOD, AWARE_GOOD = edits.read("blind_good.yml", "blind2_good.yml"), edits.read("aware_good.yml")
BAD, GOOD = [*BLIND_BAD, *AWARE_BAD], [*BLIND_GOOD, *AWARE_GOOD]
RULES = yaml.safe_load((FOLDER / "refused_by.yml").read_text(encoding="utf-8")) | {edit.name: edit.rule for edit in AWARE_BAD}


LENGTH = says_one_thing
"""A page may be full to the last word when an edit adds to it. Whoever sends such an edit takes something out; the good edits
here are judged for what they say."""

GONE = "the text that this edit changes is gone: point it to another place in tests/fixtures/edits"


@pytest.fixture(scope="module")
def docs(copied):
    """The copy of the content, to edit."""
    return copied[0]


@pytest.fixture(scope="module")
def known(docs):
    """What the checks say when nothing was edited."""
    return edits.ask(None, docs)


@pytest.fixture(scope="module")
def outcomes(docs, known) -> dict[str, Outcome]:
    """What the checks say of every bad edit."""
    found: dict[str, Outcome] = {}
    for wave in edits.waves(BAD):
        found |= edits.judge(wave, docs, known)
    return found


@pytest.fixture(scope="module")
def alarms(docs, known) -> dict[str, list[str]]:
    """Everything that the checks say anywhere when good edits are made; the whole site is asked each time."""
    found: dict[str, list[str]] = {}
    for wave in edits.waves(GOOD):
        with edits.applied(wave, docs) as spans:
            new = edits.news(edits.ask(None, docs, LENGTH), known)
        for name, span in spans.items():
            others = {path for other, files in spans.items() if other != name for path in files}
            found[name] = [] if span else [GONE]
            found[name] += [str(problem) for problem in new if problem.path in span or problem.path not in others]
    return found


def faults(edit: edits.Edit, outcome: Outcome) -> Iterator[str]:
    """What is wrong with the answer that a bad edit got."""
    if not outcome.span:
        yield GONE
    elif not outcome.refusals:
        yield "let through"
    elif not outcome.placed:
        yield f"refused at another line: {[str(problem) for problem in outcome.refusals]}, not {outcome.span}"
    elif RULES[edit.name] not in {problem.rule for problem in outcome.placed}:
        yield f"refused by {sorted({problem.rule for problem in outcome.placed})}, not by {RULES[edit.name]}"
    for problem in outcome.refusals:
        if not all(text.endswith((".", "?")) for text in (problem.what, problem.instead)):
            yield f"the message is no sentence, or does not say what to write instead: {problem}"


def test_bad_edits_are_refused_where_they_stand_with_what_to_write_instead(outcomes):
    """One test, so that one worker judges all edits once: each wave of them is a run over the whole content."""
    assert {edit.name: found for edit in BAD if (found := list(faults(edit, outcomes[edit.name])))} == {}


def test_good_edits_raise_no_alarm(alarms):
    assert {edit.name: alarms[edit.name] for edit in GOOD if alarms[edit.name]} == {}


def test_there_are_enough_edits_and_half_of_them_are_blind():
    assert len({edit.name for edit in BAD}) == len(BAD) >= 200
    assert len({edit.name for edit in GOOD}) == len(GOOD) >= 50
    assert len(BLIND_BAD) >= len(BAD) / 2
    assert len(BLIND_GOOD) >= len(GOOD) / 2
    assert set(RULES) == {edit.name for edit in BAD}
