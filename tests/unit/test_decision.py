"""Tests that the decision aid is fair. It must answer the same questions about every option in equal detail, and must not
recommend any option.
"""

from copy import deepcopy
from dataclasses import replace

import pytest
import yaml

from evidence.checks import decision as rules
from evidence.checks.rules import Site
from evidence.loading.dataset import SINGLE_FILES
from evidence.loading.rows import read_one
from tests import EDITION

GOOD = {
    "decision": "Which one?",
    "questions": [{"id": "help", "ask": "How much?"}],
    "options": [
        {"id": "one", "name": "One", "page": "a.md", "certainty": "low", "graded_by": "editors",
         "answers": {"help": "It may help some people a little."}},
        {"id": "two", "name": "Two", "page": "b.md", "certainty": "moderate", "graded_by": "authors",
         "answers": {"help": "It probably helps most people [@cherkin2011]."}},
    ],
    "outcomes": [{"id": "same", "name": "If it stays", "body": "Pain.", "mind": "Worry.", "people": "Plans change."}],
    "reasons": [{"id": "money", "reason": "I want to spend little", "means": "One is free."}],
}


@pytest.fixture
def written(tmp_path):
    def write(data):
        path = tmp_path / "decision.yml"
        path.write_text(yaml.safe_dump(data, sort_keys=False))
        return read_one(path, *SINGLE_FILES["decision.yml"])
    return write


def test_a_fair_aid_is_read(written):
    aid, problems = written(GOOD)
    assert not problems
    assert [option.id for option in aid.options] == ["one", "two"]


def test_every_option_answers_every_question(written):
    data = deepcopy(GOOD)
    data["questions"].append({"id": "cost", "ask": "What does it cost?"})
    aid, problems = written(data)
    assert aid is None
    assert 'The answers for "one" do not match the questions.' in str(problems[0])
    assert "Answer these questions, in this order: help, cost." in str(problems[0])


def test_equal_detail(written):
    data = deepcopy(GOOD)
    data["options"][0]["answers"]["help"] = "It may help " + "and help " * 20
    assert "Give about the same amount of detail for all options" in str(written(data)[1][0])


def test_the_verb_matches_the_certainty(written, dataset, tmp_path):
    data = deepcopy(GOOD)
    data["options"][0]["answers"]["help"] = "It helps most people a little."
    [problem] = rules.decision_says_how_sure_we_are(Site(EDITION, replace(dataset, decision=written(data)[0], folder=tmp_path)))
    assert 'must say "may"' in problem.what
    lines = (tmp_path / "decision.yml").read_text().split("\n")
    assert lines[problem.line - 1].strip() == "help: It helps most people a little."


def test_a_fault_deep_inside_names_its_line(written):
    data = deepcopy(GOOD)
    del data["options"][1]["name"]
    problem = written(data)[1][0]
    assert problem.what == 'The field "options.1.name" is missing.'
    assert problem.line == 13


def test_no_file_is_no_fault(tmp_path):
    assert read_one(tmp_path / "decision.yml", *SINGLE_FILES["decision.yml"]) == (None, [])


@pytest.mark.parametrize("text", ["- one\n- two\n", "decision: [1, 2\n"])
def test_a_file_of_another_shape_is_one_finding(tmp_path, text):
    path = tmp_path / "decision.yml"
    path.write_text(text)
    assert len(read_one(path, *SINGLE_FILES["decision.yml"])[1]) == 1


def test_ours_holds_the_five_options_in_honest_order(dataset):
    assert [option.id for option in dataset.decision.options] == ["active", "usual", "massage", "both", "wait"]
    assert {"help", "last", "effort", "cost", "harm", "sure"} == {question.id for question in dataset.decision.questions}


@pytest.mark.parametrize(("means", "fault"), [
    ("In a trial 12 of 100 people had it.", "cites no source"),
    ("So massage is best for you.", "tells the reader what to choose"),
    ("It breaks up knots in the muscle.", "has not been shown"),
    ("It helped [@nobody1999].", "not in references.bib"),
])
def test_its_sentences_are_checked(written, dataset, tmp_path, means, fault):
    data = deepcopy(GOOD)
    data["reasons"][0]["means"] = means
    aid, _ = written(data)
    site = Site(EDITION, dataset.__class__(**{**vars(dataset), "decision": aid, "folder": tmp_path}))
    problems = [*rules.decision_is_sourced(site), *rules.decision_keeps_to_our_words(site)]
    assert any(fault in problem.what for problem in problems), problems
