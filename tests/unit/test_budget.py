"""Tests which words on a page are counted. Also tests which pages, answers and sentences are reported as too long."""

from dataclasses import replace

import pytest

from evidence.checks import article, budget
from evidence.checks.reports.readability import sentences
from evidence.checks.rules import Site
from evidence.checks.source import Page
from evidence.model.pages import Layer
from tests import DOCS, EDITION, ROOT
from tests.front import FRONT


def counted(body):
    return article.count(article.passages(article.html(FRONT.format(kind="guide") + body, "a.md", EDITION)))


@pytest.mark.parametrize(("body", "words"), [
    ("# A title\n\nFour words and no more, or five and a half.", 12),
    ("# A title\n\nIt helped [@little2008]. [A link](index.md) and *two* marks.", 9),
    ("/// facts\nHow long\n:   A few weeks\n///", 10),
    ("| A | B |\n|---|---|\n| one cell | two |", 5),
    ("- One – two\n- three", 3),
    ("Take care. [!medicine] Stop if you have [!saddle], [!new].", 6),
    ("```warning-signs\ncards: [heart]\n```", 0),
    ("```situations\ngroups: [Medicines and bleeding]\n```", 0),
    ("```helplines\n```", 0),
    ("/// countries\nCanada\n:   Ask your insurer.\n///", 0),
    ("```figure\nname: disc\ntitle: A disc\ncaption: It does not slip.\n```", 6),
    ("/// next\n[One way on](index.md)\n///", 3),
])
def test_what_counts(body, words):
    assert counted(body) == words


def test_words_in_a_claim_card_count():
    assert counted("```claim\nid: endorphins\n```") > 20


@pytest.fixture
def site(tmp_path, dataset):
    return Site(replace(EDITION, docs=tmp_path), dataset)


def found(site, body, name="a.md", kind="guide"):
    (site.docs / name).write_text(FRONT.format(kind=kind) + body)
    return list(budget.says_one_thing(Page.read(site.docs / name, site.docs), site))


def test_the_line_is_the_one_where_the_page_goes_over(site):
    fifth = budget.MAX_WORDS // 5
    paragraphs = "\n\n".join(f"Number{n} " + "word " * (fifth - 1) for n in range(7))
    [problem] = found(site, f"# A\n\n{paragraphs}\n")
    assert f"{7 * fifth + 1} words" in problem.what
    # the title and the first five paragraphs together have one word too many, so the fifth paragraph is reported
    assert (site.docs / "a.md").read_text().split("\n")[problem.line - 1].startswith("Number4")


def test_the_line_of_a_block_is_the_one_it_opens_on(site):
    [problem] = found(site, "# A\n\n" + "word\n" * (budget.MAX_WORDS - 1) + "\n\n```claim\nid: endorphins\n```\n\nThe end.\n")
    assert (site.docs / "a.md").read_text().split("\n")[problem.line - 1] == "```claim"


@pytest.mark.parametrize(("name", "kind", "count"), [
    ("a.md", "guide", 1), ("questions.md", "guide", 0), ("a.md", "about", 0), ("a.md", "reference", 0),
])
def test_who_may_be_longer(site, name, kind, count):
    assert len(found(site, "# A\n\n" + "word\n" * budget.MAX_WORDS, name, kind)) == count


def test_the_maximum_itself_is_not_too_many_words(site):
    assert found(site, "# A\n\n" + "word\n" * (budget.MAX_WORDS - 1)) == []
    [problem] = found(site, "# A\n\n" + "word\n" * (budget.MAX_WORDS + 9))
    assert problem.count == budget.MAX_WORDS + 10


@pytest.mark.parametrize(("file", "says"), [
    ("STYLE.md", "**S33** At most {0.MAX_WORDS} words"), ("decisions/02-two-layers.md", "at most {0.MAX_WORDS} words"),
    ("STYLE.md", "at most {0.MAX_IN_AN_ANSWER} words, a leaflet {0.MAX_ON_A_LEAFLET}."),
])
def test_people_are_told_the_same_maximum(file, says):
    assert says.format(budget) in (ROOT / file).read_text(encoding="utf-8"), f"{file} does not give the number in budget.py"


def answers(site, *counts):
    body = "# Questions\n\nSome words before.\n\n" + "\n\n".join(
        f"### Is it number {number}?\n\n" + "word\n" * count for number, count in enumerate(counts))
    (site.docs / "questions.md").write_text(FRONT.format(kind="guide").replace("kind:", "asks: true\nkind:") + body)
    return list(budget.answers_are_short(Page.read(site.docs / "questions.md", site.docs), site))


def test_answers_are_counted_one_by_one(site):
    most = budget.MAX_IN_AN_ANSWER
    [problem] = answers(site, most, most + 1, 10)
    assert problem.what == f'The answer to "Is it number 1?" has {most + 1} words, but the maximum is {most}.'
    assert (site.docs / "questions.md").read_text().split("\n")[problem.line - 1] == "### Is it number 1?"
    assert answers(site, most, most) == []


@pytest.mark.parametrize(("words", "template", "count"), [
    (budget.MAX_ON_A_LEAFLET, "handout.html", 1), (budget.MAX_ON_A_LEAFLET - 1, "handout.html", 0),
    (budget.MAX_ON_A_LEAFLET + 100, "", 0),
])
def test_a_leaflet_keeps_to_its_maximum(site, words, template, count):
    front = FRONT.format(kind="guide").replace("kind:", f"template: {template}\nkind:" if template else "kind:")
    (site.docs / "leaflet.md").write_text(f"{front}# A\n\n" + "word\n" * words)
    assert len(list(budget.leaflets_fit_a_hand(Page.read(site.docs / "leaflet.md", site.docs), site))) == count


def test_a_page_that_cannot_be_built_is_left_to_other_rules(site):
    assert found(site, "# A\n\n```claim\nid: nothing\n```\n\n" + "word\n" * (budget.MAX_WORDS + 100)) == []


def test_longer_pages_have_a_reason_and_exist():
    rows, problems = budget.longer()
    assert problems == []
    assert rows.keys() == {"questions.md", "back-pain/warning-signs.md", "try/find-a-therapist.md", "try/letters.md",
                           "try/diary.md"}
    assert all((DOCS / name).is_file() for name in rows)


def said(body):
    return sentences(article.passages(article.html(FRONT.format(kind="guide") + body, "a.md", EDITION)))


def test_the_length_of_sentences_is_that_of_paragraphs_and_items():
    got = said("# A heading of five words\n\nOne two three four. One two!\n\n- One two three four five six.\n- no sentence\n")
    assert (got.mean, round(got.spread, 2)) == (4, 1.63)
    assert said("One two three. Stop if you have [!saddle]; [!bladder]; [!weak-leg]. [!medicine]").mean == 3


@pytest.mark.parametrize(("body", "runs"), [
    ("Stop. Look. Listen to it. Go on. Rest.", 1),
    ("Stop. Look.\n\nListen to it. Go on. Rest.", 1),
    ("Stop. Look. Listen to it. Go on, but only when you have looked to the left and to the right. Rest.", 0),
    ("Stop. Look.\n\n## Then\n\nListen to it. Go on. Rest.", 0),
    ("- Stop.\n- Look.\n- Listen.\n- Go on.\n- Rest.", 0),
    ("“Stop.” “Look.” It was 3.5 of 10. Go on. He said “Rest.”", 1),
])
def test_five_short_sentences_in_a_row_are_named(body, runs):
    assert len(said(f"{body}\n").runs) == runs


def test_a_leaflet_is_no_short_page(site):
    front = FRONT.format(kind="guide").replace("kind:", "template: handout.html\nkind:")
    (site.docs / "leaflet.md").write_text(f"{front}# A\n\nWords.\n")
    assert Page.read(site.docs / "leaflet.md", site.docs).layer is Layer.LEAFLET


def test_words_are_counted_anew_for_new_data(site, dataset):
    (site.docs / "a.md").write_text(FRONT.format(kind="guide") + "# A\n\nWords.\n")
    page = Page.read(site.docs / "a.md", site.docs)
    assert article.read(page, EDITION, dataset) is article.read(page, EDITION, dataset)
    assert article.read(page, EDITION, dataset) is not article.read(page, EDITION, replace(dataset))
