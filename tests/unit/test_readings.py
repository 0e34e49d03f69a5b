"""Tests that a tick for an example patient no longer counts if the wording of the ticked box has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.checks import readings
from evidence.checks.readings import boxes, readings_are_of_these_words
from evidence.checks.rules import Site
from evidence.loading.patients import patients
from tests import EDITION

TEA = "you drink tea in the morning and like it"


def told(dataset) -> list[str]:
    return [problem.what for problem in readings_are_of_these_words(Site(EDITION, dataset))]


def test_every_box_was_read_as_it_is_and_no_row_is_left_of_a_box_that_is_gone(dataset):
    assert told(dataset) == []
    listed = [line.split(",")[0] for line in readings.LIST.read_text(encoding="utf-8").splitlines()[1:]]
    assert listed == [name for name, *_ in boxes(dataset)]


@pytest.mark.parametrize("field", ["tick", "small"])
def test_a_changed_word_of_a_box_names_the_patients_who_ticked_it(dataset, field):
    changed = dataset.situations | {"heart-event": dataset.situations["heart-event"].model_copy(update={field: TEA})}
    [said] = told(replace(dataset, situations=changed))
    assert 'The wording of the box "heart-event" has changed' in said
    assert "review-74" in {patient.id for patient in patients() if "heart-event" in patient.ticked}
    assert "review-74" in said


def test_a_changed_word_is_accepted_only_with_its_own_digest(dataset, tmp_path, monkeypatch):
    sign = dataset.signs["stroke"]
    changed = replace(dataset, signs=dataset.signs | {"stroke": sign.model_copy(update={"text": TEA})})
    assert len(told(changed)) == 1
    monkeypatch.setattr(readings, "LIST", tmp_path / "boxes-read.csv")
    rows = "".join(f"{name},{digest},2026-11-30\n" for name, _, _, digest in boxes(changed))
    readings.LIST.write_text(f"tick,digest,read\n{rows}", encoding="utf-8")
    assert told(changed) == []
    assert len(told(dataset)) == 1


def test_a_new_box_and_a_changed_line_above_the_boxes_are_noticed_but_not_other_fields(dataset, tmp_path, monkeypatch):
    assert told(replace(dataset, signs=dataset.signs | {
        "stroke": dataset.signs["stroke"].model_copy(update={"say": "Something else."})})) == []
    assert len(told(replace(dataset, lines=dataset.lines | {
        "new": dataset.lines["new"].model_copy(update={"text": "new"})}))) == 1
    monkeypatch.setattr(readings, "LIST", tmp_path / "boxes-read.csv")
    rows = "".join(f"{name},{digest},\n" for name, _, _, digest in boxes(dataset) if name != "stroke")
    readings.LIST.write_text(f"tick,digest,read\n{rows}", encoding="utf-8")
    [said] = told(dataset)
    assert 'The box "stroke" is new' in said
