from dataclasses import replace

import pytest

from evidence.checks import citations, voice
from evidence.checks.rules import Site
from evidence.checks.source import Page
from tests import EDITION, WORDS
from tests.front import FRONT

TITLE = "# A page\n\n"


def page(folder, body, name="massage/a.md", kind="guide"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FRONT.format(kind=kind) + TITLE + body + "\n", encoding="utf-8")
    return Page.read(path, folder)


@pytest.fixture
def site(tmp_path, dataset):
    return Site(replace(EDITION, docs=tmp_path), dataset)


@pytest.fixture
def of(site):
    """Return a function that runs a rule on a page with the given text, and returns the problems."""

    def found(rule, body, name="massage/a.md", kind="guide"):
        return list(rule(page(site.docs, body, name, kind), site))

    return found


LONG = " ".join(["word"] * voice.MAX_IN_A_FACT)
ROWS = [(label, "Adults") for label in WORDS["facts"]]


def strip(rows=ROWS):
    return "/// facts\n" + "\n\n".join(f"{label}\n:   {answer}" for label, answer in rows) + "\n///"


@pytest.mark.parametrize(("body", "count"), [
    ("It may help, our rating.", 1), ("The certainty is ours: low-certainty evidence.", 1), ("This is reported as safe.", 1),
    ("We know of no trial.", 1), ("A conditional recommendation exists.", 1), ("Between 22 and 41 of them.", 1),
    ("A randomised trial of it.", 1), ("A meta-analysis and its RDQ.", 1), ("Second hand, it is said.", 1),
    ("Nobody has tested this.", 0), ("The evidence is thin.", 0), ("In one trial of 400 people it did.", 0),
    ('You may read "low-certainty evidence".', 0), ("Rate your day. Go to your GP.", 0),
    ("/// countries\nUnited States\n:   It is reported as not covering it (2026).\n///", 0),
    ("```figure\nname: disc\ntitle: A disc\ncaption: Our rating is low.\n```", 1),
])
def test_words_of_a_ledger(of, body, count):
    assert len(of(voice.short_pages_speak_plainly, body)) == count


@pytest.mark.parametrize(("body", "count"), [
    ("About 2.9 of 23 things.", 1), ("A 95% confidence interval.", 1), ("It was 3 (CI 2 to 4).", 1), ("3 ± 1.", 1),
    ("Two or three of 24 things.", 0), ("On 28.11.2026 or at 8 o'clock.", 0), ("10,000 people, 1 in 10.", 0),
    ("[A page](b.md) of 3. Then more.", 0),
])
def test_numbers_are_whole(of, body, count):
    assert len(of(voice.short_pages_count_in_whole_numbers, body)) == count


@pytest.mark.parametrize(("body", "count"), [
    ("It may possibly help.", 1), ("It may help, and it might\nlast, perhaps.", 1), ("It probably seems to help.", 1),
    ("It may help. It may not last.", 0), ("It may help; perhaps it lasts.", 0), ("It may or may not help.", 0),
    ("Since May 2026 it may be so.", 0), ("In May it may be so.", 0), ('They say "perhaps", and it may.', 0),
    ("- It may help\n- perhaps for weeks", 0), ("| A | B |\n|---|---|\n| may help | perhaps |", 0),
])
def test_one_hedge(of, body, count):
    assert len(of(voice.one_hedge_is_enough, body)) == count


def test_a_hedge_is_found_on_its_line(of):
    [problem] = of(voice.one_hedge_is_enough, "Some words.\nMore words. It may\nhelp, perhaps.")
    assert problem.line == (FRONT + TITLE).count("\n") + 2


@pytest.mark.parametrize(("body", "count"), [
    ("```claim\nid: endorphins\n```", 1), ("```effects\nquestion: q\n```", 1), ("## What we do not know\n\nMuch.", 1),
    ("## What nobody knows\n\nMuch.", 1), ("```everyday\ntitle: t\n```", 0), ("## What you can do\n\nWe do not know.", 0),
])
def test_what_belongs_to_the_studies(of, body, count):
    assert len(of(voice.short_pages_leave_the_studies_behind, body)) == count


@pytest.mark.parametrize("rule", [voice.short_pages_speak_plainly, voice.short_pages_count_in_whole_numbers,
                                  voice.one_hedge_is_enough, voice.short_pages_leave_the_studies_behind])
@pytest.mark.parametrize(("name", "kind"), [("studies/a.md", "evidence"), ("about/a.md", "about"), ("about/b.md", "reference")])
def test_studies_and_pages_about_us_may(of, rule, name, kind):
    assert of(rule, "It may perhaps help by 2.9, our rating.\n\n## What we do not know\n\nMuch.", name, kind) == []


@pytest.mark.parametrize(("rows", "words"), [
    (ROWS, []),
    (ROWS[:-1], ["labels, but it has 7"]),
    ([*ROWS, ("And more", "Yes")], ["labels, but it has 9"]),
    ([ROWS[1], ROWS[0], *ROWS[2:]], ['has the label "What it may do" where "Who it is for" should be']),
])
def test_labels_of_a_strip(of, rows, words):
    found = of(voice.facts_have_their_labels, strip(rows))
    assert len(found) == len(words)
    assert all(part in problem.what for part, problem in zip(words, found, strict=True))


@pytest.mark.parametrize(("name", "kind", "count"), [
    ("techniques/a.md", "evidence", 1), ("benefits/a.md", "evidence", 1), ("treatments/a.md", "evidence", 1),
    ("techniques/index.md", "evidence", 0), ("treatments/a.md", "guide", 0), ("massage/a.md", "evidence", 0),
])
def test_who_needs_a_strip(of, name, kind, count):
    assert len(of(voice.facts_have_their_labels, "Text.", name, kind)) == count
    assert of(voice.facts_have_their_labels, strip(), name, kind) == []


def test_one_strip_a_page(of):
    assert "second fact strip" in of(voice.facts_have_their_labels, f"{strip()}\n\n{strip()}")[0].what


@pytest.mark.parametrize(("answer", "words"), [
    (LONG, []), (f"{LONG} more", ["21 words"]), ("Yes.", ["full stop"]), ("Yes. Or no", ["full stop"]), ("", ["has no answer"]),
    (f"{LONG} [!soreness]", []), (f"{LONG} [@little2008; @cherkin2011]", []), ("[!soreness] Do not lie on it", []),
    (f"[{LONG}](a.md)", []), ("Being active. [!exercise-evidence]", []),
    ("Yes. [@little2008]", ["full stop"]), ("About 3,000 of them, or a half", []),
])
def test_answers_of_a_strip(of, answer, words):
    found = of(voice.facts_are_short, strip([("How long", answer)] if answer else []) if answer else "/// facts\nHow long\n///")
    assert len(found) == len(words)
    assert all(part in problem.what for part, problem in zip(words, found, strict=True))


def told_on(site, *bodies, more=""):
    for number, body in enumerate(bodies):
        page(site.docs, body, f"massage/p{number}.md")
    if more:
        (site.docs / "massage/leaflet.md").write_text(
            FRONT.format(kind="guide").replace("kind:", "template: handout.html\nkind:") + TITLE + more, encoding="utf-8")
    return list(voice.no_sentence_everywhere(site))


SAID = "Start smaller than you think you can."


def test_a_sentence_on_four_pages_is_found_on_each(site):
    linked = "Start smaller\nthan you [think](p0.md) you can. [@little2008]"
    found = told_on(site, SAID, f"First. {SAID}", f"- {SAID} And more.", linked)
    assert [problem.path.name for problem in found] == ["p0.md", "p1.md", "p2.md", "p3.md"]
    assert "is on 4 pages" in found[0].what


@pytest.mark.parametrize("bodies", [
    (SAID, SAID, SAID), ("[!soreness]",) * 5, ("Do stop now.",) * 5, ("A label of some words\n",) * 5,
    (f"## {SAID}",) * 5, (f"/// next\n[{SAID}](p0.md)\n///",) * 5,
])
def test_what_may_stand_on_many_pages(site, bodies):
    assert told_on(site, *bodies) == []


def test_leaflets_may_say_what_pages_say(site):
    assert told_on(site, SAID, SAID, SAID, more=SAID) == []


@pytest.mark.parametrize(("body", "name", "count"), [
    ("Text.", "studies/a.md", 1), ("## What we do not know\n\nMuch.", "studies/a.md", 0), ("Text.", "studies/index.md", 0),
    ("Text.", "massage/a.md", 0),
])
def test_studies_say_what_is_unknown(of, body, name, count):
    assert len(of(citations.studies_say_what_is_unknown, body, name, "evidence")) == count
