"""Edits as strangers and helpers would make them: the bad ones are refused where they stand, the good ones pass.

More than half of both were written before their author had read a single rule; first-run.md says
how the checks did then.
"""

from __future__ import annotations

import pytest
import yaml

from evidence.checks import run
from tests import edits
from tests.edits import FOLDER, Outcome

BLIND_BAD, AWARE_BAD = edits.read("blind_bad.yml", "blind2_bad.yml"), edits.read("aware_bad.yml")
BLIND_GOOD, AWARE_GOOD = edits.read("blind_good.yml", "blind2_good.yml"), edits.read("aware_good.yml")
BAD, GOOD = [*BLIND_BAD, *AWARE_BAD], [*BLIND_GOOD, *AWARE_GOOD]
RULES = yaml.safe_load((FOLDER / "refused_by.yml").read_text(encoding="utf-8")) | {edit.name: edit.rule for edit in AWARE_BAD}


LENGTH = {"words"}
"""A page may be full to the last word when an edit adds to it. Whoever sends such an edit takes something out; the edits
here are judged for what they say."""

GONE = "the text that this edit changes is gone: point it to another place in tests/fixtures/edits"


@pytest.fixture(scope="module")
def docs(copied):
    """The copy of the content, to edit."""
    return copied[0]


@pytest.fixture(scope="module")
def known(docs):
    return run(docs=docs, folder=docs / "data")


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
            new = [problem for problem in edits.news(run(docs=docs, folder=docs / "data"), known) if problem.rule not in LENGTH]
        for name, span in spans.items():
            others = {path for other, files in spans.items() if other != name for path in files}
            found[name] = [] if span else [GONE]
            found[name] += [str(problem) for problem in new if problem.path in span or problem.path not in others]
    return found


@pytest.mark.parametrize("edit", BAD, ids=lambda edit: edit.name)
def test_bad_edit_is_refused_where_it_stands(edit, outcomes):
    outcome = outcomes[edit.name]
    assert outcome.span, GONE
    assert outcome.refusals, f"let through: {edit.name}"
    assert outcome.placed, f"refused at another line: {[str(f) for f in outcome.refusals]}, not {outcome.span}"
    assert RULES[edit.name] in {problem.rule for problem in outcome.placed}


@pytest.mark.parametrize("edit", GOOD, ids=lambda edit: edit.name)
def test_good_edit_raises_no_alarm(edit, alarms):
    assert alarms[edit.name] == []


def test_there_are_enough_edits_and_half_of_them_are_blind():
    assert len({edit.name for edit in BAD}) == len(BAD) >= 200
    assert len({edit.name for edit in GOOD}) == len(GOOD) >= 50
    assert len(BLIND_BAD) >= len(BAD) / 2
    assert len(BLIND_GOOD) >= len(GOOD) / 2
    assert set(RULES) == {edit.name for edit in BAD}


def test_every_refusal_says_what_to_write_instead(outcomes):
    for outcome in outcomes.values():
        for problem in outcome.refusals:
            assert problem.what.endswith((".", "?")), problem
            assert problem.instead.endswith((".", "?")), problem
