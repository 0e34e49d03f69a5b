"""Tests the safety check with the example patients in evidence/loading/patients.yml, both in Python and on the built page.

Two computer programs independently ticked boxes for each patient. The boxes that one program ticked for one patient are called
a reading. No reading may lead to a level of urgency that is too low. Of the patients with `ordinary: true`, only a few may get a
level that is too high. A withdrawn patient stays in the list, with the field `struck`, and counts as failed.
"""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from evidence.loading import patients
from evidence.loading.dataset import load_dataset
from evidence.model.safety_check import outcome
from evidence.model.signs import Level
from tests import EDITION
from tests.site.test_safety_check import RUN, UNDRAWN

LIBRARY = load_dataset(EDITION)
SCREENS = [screen.id for screen in LIBRARY.safety_check.screens]
PATIENTS: list[dict[str, Any]] = yaml.safe_load(patients.FILE.read_text(encoding="utf-8"))
READ = [patient for patient in PATIENTS if "ticks" in patient]
ORDINARY_TOO_HIGH = 5
"""Maximum number, out of 100 ordinary patients, who may get a more urgent level than two software readers would accept."""

needs_readings = pytest.mark.skipif(not READ, reason="evidence/loading/patients.yml has no readings yet")


def reached(patient: dict[str, Any]) -> list[Level]:
    return [outcome(ticks, SCREENS, LIBRARY).level for ticks in patient["ticks"]]


def test_labels_are_whole_and_half_of_the_people_written_for_it_are_ordinary():
    assert len({patient["id"] for patient in PATIENTS}) == len(PATIENTS)
    for patient in PATIENTS:
        assert Level(patient["lowest"]).urgency <= Level(patient["highest"]).urgency, patient["id"]
    written = [patient for patient in PATIENTS if not patient["id"].startswith("review-")]
    assert len(written) >= 80
    assert 2 * sum(patient["ordinary"] for patient in written) >= len(written)


@needs_readings
def test_everybody_has_two_readings_of_what_the_page_asks():
    asked = {tick for screen in LIBRARY.safety_check.screens for tick in screen.ticks}
    assert [patient["id"] for patient in PATIENTS if len(patient.get("ticks", [])) != 2] == []
    assert {tick for patient in READ for reading in patient["ticks"] for tick in reading} <= asked


@needs_readings
def test_nobody_is_sent_too_low():
    low = {}
    for patient in READ:
        milder = min(reached(patient), key=lambda level: level.urgency)
        if "struck" in patient or milder.urgency < Level(patient["lowest"]).urgency:
            low[patient["id"]] = f"{milder}, not {patient['lowest']}"
    assert low == {}


@needs_readings
def test_few_ordinary_people_are_sent_too_high():
    people = [patient for patient in READ if patient["ordinary"] and not patient.get("by_ruling")]
    high = {}
    for patient in people:
        worst = max(reached(patient), key=lambda level: level.urgency)
        if "struck" in patient or worst.urgency > Level(patient["highest"]).urgency:
            high[patient["id"]] = f"{worst}, not {patient['highest']}"
    assert 100 * len(high) <= ORDINARY_TOO_HIGH * len(people), high


@needs_readings
def test_the_built_page_gives_everybody_what_the_engine_gives(browser, site):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{site}/try/before-you-book/")
    page.locator("safety-check[data-state=ask]").wait_for()
    page.evaluate(UNDRAWN)
    host = page.locator("safety-check")
    different = {}
    for ticks in {tuple(sorted(reading)) for patient in READ for reading in patient["ticks"]}:
        seen = host.evaluate(RUN, [list(ticks), []])["level"]
        if seen != (wanted := outcome(ticks, SCREENS, LIBRARY).level):
            different[ticks] = f"{seen}, not {wanted}"
    assert different == {}
    page.close()
