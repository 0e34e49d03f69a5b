"""Tests that the site's real content, the page templates and the examples in STYLE.md pass the checks. Also tests that a page
that breaks the rules fails.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from evidence.__main__ import main
from evidence.checks import file_names, front_matter, run, structure
from evidence.checks.data import search_words
from evidence.checks.held import safety_words_are_held
from evidence.checks.rules import PAGE_RULES, SITE_RULES, Site
from evidence.model.problems import Problem
from tests import EDITION, ROOT, edits
from tests.edits import Edit, Step
from tests.front import FRONT

FIXTURES = ROOT / "tests" / "fixtures"


def rules_of(problems: list[Problem]) -> set[str]:
    return {problem.rule for problem in problems}


def test_real_content_is_in_order(today):
    assert [str(problem) for problem in today if problem.wrong] == []


def test_page_to_copy_is_in_order():
    assert [str(problem) for problem in run(EDITION, [ROOT / "page-templates" / "treatment.md"])] == []


NO_PAGE = {"unknowns", "fact strip", "next step"}
"""The rules that the page of examples breaks because it is not a real page. The examples themselves are correct."""


def test_every_block_that_the_style_guide_shows_passes_the_gate(copy):
    text = (ROOT / "STYLE.md").read_text(encoding="utf-8").partition("\n## Blocks\n")[2]
    shown = [match[2] for match in re.finditer(r"^(`{3,4})\n(.*?)^\1$", text, re.MULTILINE | re.DOTALL)]
    assert len(shown) > 10, "most examples in STYLE.md were not found"
    page = copy / "studies" / "shown.md"
    page.write_text(FRONT.format(kind="evidence").replace("kind:", "short: massage/does-it-help.md\nkind:")
                    + "# Shown\n\n" + "\n\n".join(shown), encoding="utf-8")
    assert [str(problem) for problem in run(EDITION.at(copy.parent), [page])
            if problem.wrong and problem.rule not in NO_PAGE] == []


@pytest.fixture(scope="module")
def bad():
    return run(EDITION, [FIXTURES / "bad.md"])


EXPECTED = [
    "title", "description", "check_again", '"mood" is not a known field',
    '2 first-level headings', "skips a level", "is a question",
    "releases toxins", "studies show", "miracle", "e.g.", "is proven",
    'contains "80%" but cites no source', '"here" does not say', "massage/nowhere.md", 'no anchor "#nowhere"', "has no text",
    "is a link to another site", "starts with a slash", "nobody2020", '"@cherkin2011" looks like', "looks like a citation",
    "contains HTML", "HTML comment", "TODO", "merge conflict", "no text alternative", "emergency signs contains a link",
    'no block called "hologram"', 'no block called "summary"', "no-such-claim", "different scales", "must not be drawn",
    '"felt-something" is not in docs/data/counts.csv',
    "disagree", 'no data block called "piechart"', "has 2 links", "is content after the", "never closed",
    "shows a claim card", "shows a forest plot", '"may" and "perhaps", but one', '"2.9" is too precise',
    '"Our rating" belongs', 'label "When" where "Who it is for" should be', "has a full stop", "has 23 words",
]


@pytest.mark.parametrize("words", EXPECTED)
def test_bad_page_breaks_the_rule(bad, words):
    assert any(words in str(problem) for problem in bad), "\n".join(map(str, bad))


def test_every_finding_says_where_and_what_to_write(bad):
    lines = (FIXTURES / "bad.md").read_text().count("\n") + 1
    for problem in bad:
        assert 1 <= problem.line <= lines
        assert problem.what.endswith((".", "?"))
        assert problem.instead.endswith((".", "?"))
        assert str(problem).startswith(f"tests/fixtures/bad.md:{problem.line}: ")


def test_all_findings_in_one_run(bad):
    assert len(bad) >= len(EXPECTED)


DATED = """---
title: A dated page
description: A page whose dates are wrong in one way or another, for the test of the dates.
kind: {kind}
checked: {checked}
check_again: {again}
reviewed_by: {reviewed}
changes:
  - date: {changed}
    what: {what}
  - date: 2020-01-01
    what: First.
---

# A dated page

Text.

/// next
[Up](#a-dated-page)
///
"""


SOUND = {"kind": "guide", "checked": "2026-11-01", "again": "12 months", "reviewed": "[]", "changed": "2020-01-01",
         "what": "Checked against its sources."}


def dated(folder: Path, **values: str) -> list[Problem]:
    path = folder / "dated.md"
    path.write_text(DATED.format(**SOUND | values))
    return run(EDITION, [path])


@pytest.mark.parametrize(("values", "words"), [
    ({"checked": "2099-01-01"}, "in the future"),
    ({"changed": "2099-01-01"}, "in the future"),
    ({"kind": "safety"}, "every 6 months"),
    ({"checked": "2026-11-02", "changed": "2026-11-02", "what": "Newest."}, "does not say that the page was checked"),
    ({"again": "12 Months"}, "12 Months"),
    ({"reviewed": "[Dr Somebody]"}, "reviews must not"),
])
def test_dates_and_reviewers(tmp_path, values, words):
    assert [problem.warning for problem in dated(tmp_path, **values) if words in problem.what] == [False]


@pytest.mark.parametrize("values", [
    {"changed": "2026-11-02\n    what: Later.\n  - date: 2026-11-01"},
    {"checked": "2020-01-01"},
    {"checked": "2020-01-01", "kind": "safety", "again": "6 months"},
])
def test_a_correction_needs_no_new_check_and_an_overdue_page_stops_nobody(tmp_path, values):
    assert [problem for problem in dated(tmp_path, **values) if problem.rule in ("dates", "log")] == []


def test_content_that_passes_today_passes_on_any_later_day(today):
    assert run(replace(EDITION, today=date(2036, 11, 28))) == today


def change(path: Path, old: str, new: str) -> int:
    """In a file, replace the first `old` with `new`. Return the number of the line that contained `old`."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


BROKEN = [
    ("data/claims.yml", " may ", " probably ", "does not fit the certainty"),
    ("data/claims.yml", "sources: [", "sources: [nobody2020, ", "nobody2020"),
    ("data/claims.yml", "home: studies/help.md", "home: massage/safety.md", "docs/massage/safety.md, but that page does not"),
    ("data/claims.yml", "popular: 9", "popular: 10", "popular claim 9"),
    ("data/effects.csv", "-2.9,-4.0,-1.8", "2.9,-4.0,-1.8", "does not contain the effect"),
    ("data/effects.csv", "cherkin2011-structural-rdq-10w", "cherkin2011-relaxation-rdq-10w", "already"),
    ("data/treatments.csv", "NSAIDs,placebo,pain,0-100,,,", "NSAIDs,placebo,pain,0-100,-3,,", "disputed"),
    ("data/counts.csv", "sore-one-clinic,10,", "sore-one-clinic,300,", "less than or equal to 100"),
    ("data/scans.csv", ",20,37,", ",20,370,", "less than or equal to 100"),
    ("data/glossary.yml", "- id: placebo", "- id: Placebo pill", "lower-case letters"),
    ("data/references.bib", "checked = {yes}", "checked = {surely}", '"partly" or "no"'),
    ("data/helplines.yml", "- country: United Kingdom", "- name: United Kingdom", 'The field "country" is missing'),
    ("massage/safety.md", "title:", "titel:", '"titel" is not a known field'),
]
"""Changes that break a row or a page: the file, the text to find, its replacement, and part of the message."""


def test_a_broken_row_is_reported_with_its_file_and_line(copy):
    broken = [Edit(name=words, steps=(Step(file=f"docs/{file}", find=old, replace=new),)) for file, old, new, words in BROKEN]

    def faults(edit, outcome):
        found = [problem for problem in outcome.problems if edit.name in str(problem)] if outcome else []
        # a data entry can have 16 lines, so the problem may be reported up to 16 lines below the edit
        placed = [problem for problem in found for start, end in [outcome.span[problem.path]]
                  if start <= problem.line <= end + 16 or "popular claim" in edit.name]
        return [] if placed and placed[0].instead else [f"not reported there: {[str(problem) for problem in found]}"]

    assert edits.judged(broken, lambda group: edits.judge(group, copy, []), faults) == {}


def test_each_mistake_is_reported_once_and_hides_no_other(copy):
    for file, old, new in (("references.bib", "year = {2016},", "year = 2016"),
                           ("claims.yml", "  certainty: low\n", "  certainty: low\n  certainty: low\n"),
                           ("effects.csv", "RDQ 0-23,-2.9,-4.0,-1.8", "RDQ 0-23,2.9,-4.0,-1.8"),
                           ("../index.md", "  - little2008-massage-rdq-3m", "  - little2008-massage-rdq-4m")):
        change(copy / "data" / file, old, new)
    found = [problem for problem in run(EDITION.at(copy.parent)) if problem.wrong]
    assert [problem.path.name for problem in found] == ["claims.yml", "effects.csv", "references.bib", "index.md"]
    assert "minus" in found[1].instead


def test_block_with_two_slashes_is_one_message(copy):
    page = copy / "massage" / "does-it-help.md"
    change(page, "/// facts", "// facts")
    found = run(EDITION.at(copy.parent), [page])
    assert [problem.instead for problem in found if problem.wrong] == ["Start the block with three slashes: /// facts."]


def test_unlisted_page_and_unused_source_are_reported(copy):
    (copy / "stray.md").write_text((ROOT / "page-templates" / "treatment.md").read_text())
    with (copy / "data" / "references.bib").open("a") as bib:
        bib.write("\n@misc{unused,\n author = {A, B},\n title = {T},\n year = {2020},\n url = {https://doi.org},\n"
                  " design = {x},\n annote = {x},\n checked = {yes},\n}\n")
    text = "\n".join(map(str, run(EDITION.at(copy.parent), [copy / "stray.md", copy / "data" / "references.bib"])))
    assert "not in the navigation" in text
    assert 'Nothing cites "unused"' in text


def test_a_leaflet_that_no_page_links_is_reported(copy):
    change(copy / "try" / "handouts.md", "(handouts/ask-your-therapist.md)", "(handouts/first-session.md)")
    data = [*(copy / "data").iterdir()]  # without data files, run() would skip the rules about the whole site
    text = "\n".join(map(str, run(EDITION.at(copy.parent), [copy / "try" / "handouts" / "ask-your-therapist.md", *data])))
    assert "No page links to this leaflet" in text
    assert "not in the navigation" not in text


def test_every_rule_has_a_docstring_in_plain_words():
    for rule in [*PAGE_RULES, *SITE_RULES]:
        assert rule.__doc__
        assert rule.__doc__.strip().endswith(".")


@pytest.mark.parametrize(("phrase", "ok"), [
    ("Massage releases toxins.", False), ('They say it "releases toxins".', True), ("They say it “releases toxins”.", True),
    ("Nobody has shown that massage realigns the spine.", True), ("Massage not only realigns the spine.", False),
    ("Nobody has shown\nthat massage of any\nkind realigns the spine.", True),
    ("Massage is old.\nIt has many\nkinds. It realigns the spine.", False),
    ("> It releases toxins", True), ("See [the page](../about/for-clinicians.md).", True),
])
def test_quoted_or_denied_phrases_are_left_alone(tmp_path, phrase, ok):
    path = tmp_path / "page.md"
    path.write_text(DATED.format(**SOUND).replace("Text.", phrase))
    assert any(problem.rule == "wording" for problem in run(EDITION, [path])) is not ok


SLIPS = [
    ("data/situations.yml", "  ask: Ask the person who prescribes it.", "  ask: No.\n  ask: Ask the person who prescribes it.",
     'has the field "ask" twice'),
    ("data/organisations.yml", "  what: when to get help", "  what: back pain: when to get help", "contains a colon"),
    ("data/scans.csv", "Disc degeneration,20,37,", "Disc degeneration,20,37 %,", "not a whole number"),
    ("try/after-a-session.md", "lines: true\n```\n", "lines: true\n", "This code fence is never closed."),
    ("try/at-home.md", "against its sources.\n---\n", "against its sources.\n", "The front matter is never closed."),
    ("massage/myths.md", "---\n", "\u2014\n", "The front matter is closed, but never opened."),
    ("massage/safety.md", "\n# Is massage", "\n=======\n# Is massage", "The file contains a merge conflict"),
    ("data/claims.yml", "\n- id: ", "\n<<<<<<< one\n- id: a\n=======\n>>>>>>> two\n- id: ", "The file contains a merge conflict"),
    ("try/first-visit.md", "title: Your first massage visit", "title: “Your first massage visit”", "curly quotation marks"),
    ("try/cost.md", "| Getting there and back | | |", "| Getting there and back | |", "this row has 2"),
]
"""Mistakes that different people might make in different files: the file, the old text, the new text and part of the message.
Each causes exactly one problem."""


def test_a_slip_is_one_problem_and_data_that_cannot_be_read_come_first(copy):
    for file, old, new, _ in SLIPS:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = run(EDITION.at(copy.parent))
    found = [(problem.path.relative_to(copy).as_posix(), problem.what) for problem in problems]
    assert len(found) == len(SLIPS), found
    assert all(any(file == at and says in what for at, what in found) for file, _, _, says in SLIPS), found
    assert [file for file, _ in found[:4]] == [
        "data/claims.yml", "data/organisations.yml", "data/scans.csv", "data/situations.yml"]


def test_a_page_that_is_renamed_or_gone_is_named_before_what_follows(copy):
    page = copy / "massage" / "myths.md"
    page.rename(page.with_name("Myths.md"))
    (copy / "try" / "cost (1).md").write_bytes((copy / "try" / "cost.md").read_bytes())
    site = Site.of(EDITION.at(copy.parent))
    rules = (file_names.names, structure.every_page_is_reached, front_matter.titles, safety_words_are_held, search_words)
    renamed, left = (problem for rule in rules for problem in rule(site) if not problem.waits)
    assert renamed.instead == 'Rename the file: git mv "docs/massage/Myths.md" "docs/massage/myths.md".'
    assert "looks like a copy" in left.what
    page.with_name("Myths.md").unlink()
    first, *rest = run(EDITION.at(copy.parent), [copy / "data" / "search-words.yml", copy.parent / "mkdocs.yml"])
    assert rest
    assert 'lists "massage/myths.md", but there is no such page' in first.what, rest


def test_why_prints_every_rule(capsys):
    assert main(["why", "tests/fixtures/bad.md"]) == 1
    shown = capsys.readouterr().out
    assert shown.count("  ✓ ") + shown.count("  ✗ ") == len(PAGE_RULES) + len(SITE_RULES)
    assert "✗ The text of a link must say where the link goes," in shown
    assert main(["why", "page-templates/treatment.md"]) == 0
    assert "✗" not in capsys.readouterr().out
    assert main(["why"]) == 2


def test_check_of_a_data_file_speaks_of_that_file_only(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yml").write_text("- id: x\n")
    found = run(replace(EDITION, root=tmp_path, docs=tmp_path, data=tmp_path / "data"), [tmp_path / "data" / "claims.yml"])
    assert found
    assert {problem.path.name for problem in found} == {"claims.yml"}


def test_one_translation_can_be_checked_alone(copy: Path):
    path = copy / "es" / "about" / "accessibility.md"
    line = change(path, "1280 píxeles", "1208 píxeles")
    found = run(EDITION.at(copy.parent), [path], dates=False)
    assert {(problem.path, problem.line, problem.rule) for problem in found} == {(path, line, "translation"), (path, 1, "held")}
