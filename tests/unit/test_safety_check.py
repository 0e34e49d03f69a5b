"""Tests the data for the safety check. Also tests the result that a reader gets: it must list only the ticked boxes, the most
urgent first.

SIGNS gives the lowest level of urgency that each warning sign may have. The levels come from decisions/12-safety-rulings.md. Each
warning sign is identified by a regular expression for a part of its text. Change a level here only if the evidence has changed.
"""

from __future__ import annotations

import re
from itertools import pairwise, product

import pytest

from evidence.loading.dataset import SINGLE_FILES
from evidence.loading.rows import read_one
from evidence.model.safety_check import SafetyCheck, outcome
from evidence.model.signs import Level, Qualifier, Sign
from evidence.model.situations import Situation

E, T, B, A = Level.EMERGENCY, Level.TODAY, Level.BEFORE, Level.ASK

SIGNS = [
    # Safety ruling 2 covers damage to nerves
    ("both legs", E), ("foot that drags", E), ("leg that gives way", E), ("genitals or back passage or inside your thighs", E),
    ("hard to start peeing, no urge", E), ("leak pee", E), ("leak poo", E), ("sex feels numb", E), ("erection", E),
    # Safety ruling 2 also covers the heart, breathing and the brain
    ("chest pain", E), ("arm, neck(,| or) jaw", E), ("trouble breathing, sudden or growing", E), ("cough up blood", E),
    ("face that drops", E), ("slurred", E), ("loss of sight, balance or swallowing", E), ("drooping eyelid", E),
    ("severe headache", E), ("severe neck pain", E), ("new confusion", E), ("slow to breathe", E),
    # Safety ruling 5 covers trouble in one leg, clumsy hands and unsteady walking
    ("and is cold, pale or mottled", E),
    ("one leg that is newly numb", T), ("clumsy hands or unsteady walking that came suddenly", E),
    ("clumsy hands or unsteady walking that came on over days", T), ("pins and needles", B),
    # Safety ruling 6 covers accidents and falls
    ("serious accident or a fall from a height", E), ("cannot stand or walk", E),
    ("small fall, a stumble, lifting, a cough or a sneeze", T),
    # Safety rulings 4 and 17 cover people with back pain or a weak immune system who feel ill
    ("back pain and feel hot, cold, shivery", T), ("chemotherapy, immunotherapy", E), ("transplant, have no spleen", E),
    ("methotrexate, a biologic", T), ("very ill with it", E),
    ("arms or legs are weak or numb, walking has become hard", E),
    # Safety ruling 8 covers pregnancy and the weeks after birth
    ("bleeding, leaking waters", E), ("tummy pain that stays", E), ("under your ribs", E),
    ("headache that is severe or does not go", E),
    ("baby moves less", E), ("shivery or unwell.{0,5} it hurts to pee", E),
    ("early in pregnancy", E), ("kidney|hurts or burns to pee", T), ("skin burns or tingles", T),
    # Safety ruling 14 covers bleeding
    ("coffee grounds", E), ("black like tar, and you feel faint", E), ("take a blood thinner or have a bleeding disorder", E),
    ("came home after a heart attack", E), ("something inside you is bleeding", E), ("pressed on your neck", E),
    ("more of a .{5,12} than its leaflet", E), ("black like tar or dark red", T), ("red blood on the paper", B),
    # Safety rulings 15 and 16 cover large blood vessels and a stiff spine
    ("feel faint, clammy or breathless", E), ("known aneurysm", E), ("over 60", E), ("pulsing", T), ("stiff from ankylosing", E),
    # these warning signs were added because an example patient had them, for example "seeing double"
    ("medicine pump under your skin", E), ("need insulin", E), ("seeing double", E), ("temple or scalp is newly sore", T),
    ("jaw tires", T), ("toe or foot that turns dark", T), ("hot, swollen and very painful", T), ("skin over a stimulator", T),
    ("dark pee, like cola", T), ("hurts when you walk and stops", B),
    # Safety rulings 20 and 12 cover blood clots and thoughts of suicide
    ("newly swollen, hot, or red", T), ("ending your life", E), ("life feels not worth living", T),
    # the NHS says that people with these warning signs should see a professional
    ("lost weight", B), ("lump or swelling", B), ("worse at night", B), ("sneeze, cough or poo", B),
    ("between your shoulders", B),
    ("began before 45", B), ("keeps a dent", B), ("never looked at|ever looked at this pain", B),
]


NOT_NOW = "bleeding-disorder clot-now heart-event known-aneurysm blood-pressure-high under-18"
ONLY_TELL = "patch-other cancer-place skin implant healing-limb catching"
"""The situations that lead to "not now", and those that need no question to a clinician. All others lead to "ask first"."""


def screens(dataset):
    return [screen.id for screen in dataset.safety_check.screens]


@pytest.mark.parametrize(("words", "least"), SIGNS)
def test_each_sign_leads_at_least_where_the_rulings_say(dataset, words, least):
    found = [sign for sign in dataset.signs.values() if re.search(words, f"{sign.text} {sign.small}", re.IGNORECASE)]
    assert found, f"no sign contains: {words}"
    assert max(outcome([sign.id], [], dataset).level.urgency for sign in found) >= least.urgency


def test_no_situation_leads_lower_than_was_agreed(dataset):
    lower = {}
    for name, situation in dataset.situations.items():
        least = B if name in NOT_NOW.split() else Level.TELL if name in ONLY_TELL.split() else A
        if situation.level.urgency < least.urgency:
            lower[name] = situation.level
    assert lower == {}
    assert {*NOT_NOW.split(), *ONLY_TELL.split()} <= dataset.situations.keys()


def test_every_sign_of_an_emergency_is_in_the_table(dataset):
    for sign in dataset.signs.values():
        if dataset.level_of(sign) == E:
            assert any(re.search(words, f"{sign.text} {sign.small}", re.IGNORECASE) for words, _ in SIGNS), sign.id


def test_nothing_ticked_and_all_answered_is_clear_and_silence_is_not(dataset):
    whole = outcome([], screens(dataset), dataset)
    assert whole.clear
    assert whole.level is Level.NONE
    for name in screens(dataset):
        one_left = outcome([], set(screens(dataset)) - {name}, dataset)
        assert not one_left.clear
        assert one_left.unanswered == (name,)


def test_a_tick_answers_its_list(dataset):
    for screen in dataset.safety_check.screens:
        assert screen.id not in outcome([screen.ticks[0]], [], dataset).unanswered


def test_the_result_speaks_only_of_what_was_ticked(dataset):
    for tick in [tick for screen in dataset.safety_check.screens for tick in screen.ticks]:
        result = outcome([tick], screens(dataset), dataset)
        assert [ticks for _, ticks in result.groups] == [(tick,)]
        assert not result.clear


def test_the_most_urgent_comes_first_and_a_further_tick_never_lowers(dataset):
    firsts = [screen.ticks[0] for screen in dataset.safety_check.screens]
    for one, other in product(firsts, firsts):
        both = outcome({one, other}, [], dataset)
        single = max(outcome([tick], [], dataset).level.urgency for tick in (one, other))
        assert both.level.urgency == single
        order = [outcome([ticks[0]], [], dataset).level.urgency for _, ticks in both.groups]
        assert order == sorted(order, reverse=True)


def test_an_unknown_tick_is_no_sign(dataset):
    with pytest.raises(ValueError, match="nobody"):
        outcome(["nobody"], [], dataset)


def test_heart_and_bleeding_are_asked_before_nerves_and_these_before_the_rest_and_signs_before_situations(dataset):
    order = screens(dataset)
    assert order[:3] == ["heart", "bleeding", "nerves"]
    kinds = [bool(screen.signs) for screen in dataset.safety_check.screens]
    assert kinds == sorted(kinds, reverse=True)


def test_data_keep_to_the_rulings(dataset):
    for row in [*dataset.signs.values(), *dataset.situations.values(), *dataset.destinations.values(), *dataset.lines.values()]:
        words = " ".join(str(value) for name, value in row.model_dump().items() if name not in ("sources", "match", "official"))
        assert not re.search(r"\b(999|111|911|112|000)\b", words), f"{row.id}: an emergency number without its country"
        assert not re.search(r"\d ?°|\b3[78][.,]\d\b", words), f"{row.id}: mentions a temperature, on which no advice may depend"
        assert not re.search(r"fine to book|probably fine|not an emergency|rest of (the|your) body is fine", words, re.IGNORECASE)
    for screen in dataset.safety_check.screens:
        if screen.signs and all(dataset.signs[name].qualifier is not Qualifier.ALWAYS for name in screen.signs):
            assert "[!new]" in screen.ask, screen.id
    assert "cannot show that nothing is wrong" in dataset.lines["clear"].text
    for sign in dataset.signs.values():
        if sign.qualifier is Qualifier.PASSED:
            assert re.search("even if (it is|you are) better now|has passed", f"{sign.text} {sign.small}"), sign.id


def test_levels_are_ordered():
    assert all(one.urgency > other.urgency for one, other in pairwise(Level))


@pytest.mark.parametrize(("change", "message"), [
    ({"caution": True}, '"reason" is missing'), ({"official": "x"}, 'but not "caution'), ({"sources": []}, 'neither "sources"'),
    ({"text": "one leg."}, "full stop"),
])
def test_a_sign_that_lacks_something_says_so(dataset, change, message):
    row = dataset.signs["both-legs"].model_dump() | {"line": 1}
    with pytest.raises(ValueError, match=message):
        Sign(**(row | change))


@pytest.mark.parametrize("change", [{"until": "told"}, {"can": "not-now"}])
def test_only_a_not_now_says_until_when(dataset, change):
    row = dataset.situations["skin"].model_dump() | {"line": 1}
    with pytest.raises(ValueError, match="until"):
        Situation(**(row | change))


def test_a_screen_with_eight_ticks_and_a_sign_asked_twice_are_refused(dataset, tmp_path):
    check = dataset.safety_check.model_dump()
    check["screens"][0]["signs"].append("ill")
    with pytest.raises(ValueError, match="8 boxes"):
        SafetyCheck(**check)
    check["screens"][0]["signs"] = ["ill"]
    with pytest.raises(ValueError, match="twice"):
        SafetyCheck(**check)
    (tmp_path / "safety-check.yml").write_text("- id: heart\n", encoding="utf-8")
    assert "does not contain fields" in str(read_one(tmp_path / "safety-check.yml", *SINGLE_FILES["safety-check.yml"])[1][0])
