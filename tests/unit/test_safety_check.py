"""Every situation that the evidence lists leads at least where the evidence says, and never lower.

The tables below transcribe the lists that the check is built on: the emergency, urgent and GP lists
of the NHS (March 2026), the signs by condition, the list of contraindications and precautions, and
the safety rulings of the editors. Change them only together with the evidence.
"""

import re
from itertools import pairwise, product

import pytest

from evidence.safety_check import Answer, Level, Question, faults, outcome

NO, YES, UNSURE = Answer.NO, Answer.YES, Answer.NOT_SURE
E, U, GP, WAIT, ASK, AREA = (Level(name) for name in ("emergency", "urgent", "gp", "wait", "ask", "area"))

SITUATIONS = [
    # What the NHS says: call 999 or go to A&E
    ("both legs", E), ("less or odd feeling around your genitals or anus", E), ("bladder has changed", E),
    ("hard to pee", E), ("bowels have changed", E), ("poo yourself", E), ("sex has changed.*erection", E),
    ("chest pain", E), ("serious accident, such as a car", E),
    # urgent appointment or 111
    ("hot, cold, shivery or unwell, whatever the thermometer says", U),
    ("severe pain that started suddenly, or that is quickly getting worse", U),
    # see a GP
    ("pain that has not improved after some weeks", GP), ("stops you doing your day-to-day", GP),
    ("lost weight without trying", GP), ("lump or swelling in your back, or its shape", GP),
    ("does not improve with rest, or is worse at night", GP), ("sneeze, cough or poo", GP),
    ("between your shoulders", GP), ("pulsing feeling in your tummy", GP),
    # The full list by condition
    ("feel no urge", E),
    ("have or had cancer, and your arms or legs are weak or numb, or walking is hard", E),
    ("have or had cancer, and your bladder or bowels", E),
    ("one leg is weak, the foot slaps", E),
    ("sudden severe pain in your back or tummy, and you feel faint, dizzy, clammy", E),
    ("fall from a height", E),
    ("fall, a stumble or even a cough, and you are over 65", E), ("cough, and you have thin bones", E),
    ("cough, and you take steroid tablets", E),
    ("rest does not ease, with diabetes, weak immunity, injected drugs, or a recent infection or procedure", U),
    ("cancer, now or in the past, and back pain that is new, changed or growing", U),
    ("began before 45, has lasted over 3 months, eases with movement", GP),
    # Contraindications and precautions
    ("swollen, hot, red or painful", U), ("blood clot", U), ("inflamed vein", U),
    ("illness that others can catch", WAIT), ("sudden severe headache", E),
    ("heart attack or stroke that is not stable", U), ("known aneurysm", E), ("bleeding inside your body", U),
    ("very high blood pressure", GP), ("high blood pressure that is controlled", ASK),
    ("warfarin", ASK), ("haemophilia", GP), ("low platelets", ASK),
    ("broken bone that is not stable", U), ("bone that you think may be broken", U),
    ("broken bone that is stable", AREA), ("thin bones \\(osteoporosis\\)$", ASK),
    ("prednisolone or other steroid tablets for months", ASK),
    ("^you have or had cancer$", ASK), ("bone with cancer in it", AREA),
    ("operation or an injury not long ago", ASK), ("operation on your back", ASK),
    ("open wound", AREA), ("burn, a rash", AREA), ("infected skin", AREA), ("varicose veins", AREA), ("large bruise", AREA),
    ("any lump or mole", GP), ("keeps a dent", GP), ("heart, kidney or liver failure$", ASK),
    ("heart, kidney or liver failure that is severe", GP),
    ("^you are pregnant$", ASK), ("pre-eclampsia", E), ("feel less in some part", ASK),
    ("pacemaker, nerve stimulator, pump, port, stent", AREA), ("rheumatoid arthritis", ASK),
    ("ankylosing spondylitis", ASK), ("drunk alcohol", WAIT), ("taken drugs", WAIT), ("confused", U), ("skin allergy", ASK),
    ("tumour, swollen nodes", AREA), ("dark pee", U),
    # Safety rulings
    ("new numbness or weakness anywhere", E), ("trouble breathing", E), ("face that drops", E), ("severe neck pain", E),
    ("chemotherapy, and you feel hot, cold, shivery or unwell", E), ("immunity is weak, and you feel hot", E),
    ("legs do not go where you want", E), ("clumsy hands or unsteady walking", U),
    ("apixaban, rivaroxaban, clopidogrel, aspirin every day", ASK),
    ("^a known aneurysm \\(a bulge in a large blood vessel\\)$", GP), ("aneurysm.*new or growing", U),
    ("bleeding, or leaking waters", E), ("tightenings", E), ("headache, or trouble with your eyesight", E),
    ("swelling of your face, hands or legs", E), ("gave birth in the last 6 weeks", ASK),
    ("pain on peeing, blood in your pee, or pain in your side that comes in waves", U), ("skin that burns", U),
]


@pytest.fixture
def questions(library) -> list[Question]:
    return library.questions


def all_no(questions):
    return {question.id: NO for question in questions}


@pytest.mark.parametrize(("words", "least"), SITUATIONS)
@pytest.mark.parametrize("answer", [YES, UNSURE])
def test_each_situation_leads_at_least_where_the_evidence_says(questions, words, least, answer):
    asked = [q for q in questions if q.ask for sign in q.signs if re.search(words, sign.text, re.IGNORECASE)]
    assert asked, f"no question lists: {words}"
    reached = outcome(all_no(questions) | {q.id: answer for q in asked}, questions)
    assert reached.urgency >= least.urgency


def test_every_sign_of_an_emergency_or_urgent_question_is_in_the_tables(questions):
    wanted = [words for words, least in SITUATIONS if least in (E, U)]
    for question in questions:
        if question.level in (E, U):
            for sign in question.signs:
                known = any(re.search(words, sign.text, re.IGNORECASE) for words in wanted)
                assert known or sign.text in LISTED_ONCE_MORE, sign.text


LISTED_ONCE_MORE = {  # from the maternity list of a hospital, which goes beyond the rulings
    "sharp tummy pain that does not go away", "feeling hot, cold, shivery or unwell, or pain on peeing",
}


def test_all_no_is_none_and_silence_is_not_a_no(questions):
    assert outcome(all_no(questions), questions) is Level.NONE
    assert outcome({}, questions) is E
    for question in questions[:-1]:
        silent = {name: answer for name, answer in all_no(questions).items() if name != question.id}
        assert outcome(silent, questions) is question.level


def test_the_more_urgent_answer_wins(questions):
    asked = [question for question in questions if question.ask]
    for one, other in product(asked, asked):
        reached = outcome(all_no(questions) | {one.id: YES, other.id: UNSURE}, questions)
        assert reached.urgency == max(one.level.urgency, other.level.urgency)


def test_not_sure_counts_as_yes(questions):
    for question in questions[:-1]:
        assert (outcome(all_no(questions) | {question.id: UNSURE}, questions)
                is outcome(all_no(questions) | {question.id: YES}, questions))


def test_a_further_yes_never_lowers_the_result(questions):
    asked = [question.id for question in questions if question.ask]
    answers, urgency = all_no(questions), 0
    for name in reversed(asked):  # from the least urgent to the most
        answers[name] = YES
        reached = outcome(answers, questions).urgency
        assert reached >= urgency
        urgency = reached
    for name in asked:  # and a yes on top of any single other one
        for other in asked:
            single = outcome(all_no(questions) | {other: YES}, questions)
            assert outcome(all_no(questions) | {other: YES, name: YES}, questions).urgency >= single.urgency


def test_that_somebody_has_looked_never_lowers_anything(questions):
    for question in questions:
        if question.ask and question.id != "looked":
            assert outcome(all_no(questions) | {question.id: YES, "looked": NO}, questions) is question.level


def test_questions_keep_to_the_rulings(questions):
    for question in questions:
        if question.level in (E, U):
            assert "new, worse or not usual for you" in question.ask
        words = " ".join(question.words)
        assert not re.search(r"\b(999|111|911|112|000)\b", words), "an emergency number without its country"
        assert not re.search(r"\d ?°|\b3[78]([.,]\d)?\b", words), "no temperature decides"
        assert not re.search(r"within \w+ weeks|past \w+ weeks|\d days", words), "a time limit"
    assert [q.level.urgency for q in questions] == sorted((q.level.urgency for q in questions), reverse=True)
    medicines = [q for q in questions if q.level is ASK and "blood thinner" in " ".join(q.words)]
    assert all("Do not stop or change a medicine" in q.act for q in medicines) and medicines


def test_fine_is_never_said_flatly(questions):
    fine = questions[-1]
    assert fine.level is Level.NONE
    assert "Fine to book, and say this first" in fine.card
    assert "does not rule out illness" in fine.act
    assert any("numbness" in sign.text for sign in fine.signs)


def test_a_file_out_of_order_is_found(questions, tmp_path):
    assert not list(faults(questions, tmp_path))
    assert len(list(faults([questions[5], questions[0], questions[-1]], tmp_path))) == 1
    assert "none" in str(next(iter(faults(questions[:-1], tmp_path))))


def test_levels_are_ordered():
    assert all(one.urgency > other.urgency for one, other in pairwise(Level))


@pytest.mark.parametrize(("change", "message"), [
    ({"ask": ""}, "question is missing"),
    ({"act": "See [the page](x.md)."}, "no link"),
    ({"level": "ask"}, "change and say"),
])
def test_a_row_that_lacks_something_says_so(questions, change, message):
    row = questions[0].model_dump() | {"line": 1}
    with pytest.raises(ValueError, match=message):
        Question(**(row | change))
