from dataclasses import replace

import pytest

from evidence.__main__ import main
from evidence.checks import citations, numbers, unread
from evidence.checks.rules import Site
from evidence.checks.source import Page
from tests import EDITION
from tests.front import FRONT


@pytest.fixture
def of(tmp_path, dataset):
    """Return a function that runs a rule on a page with the given text, and returns the problems. The page can cite "read2011",
    which somebody has read, and "official2022", which nobody has read.
    """
    known = next(iter(dataset.references.values()))
    references = {"read2011": replace(known, key="read2011", year="2011", checked="yes"),
                  "official2022": replace(known, key="official2022", year="2022", checked="no")}
    site = Site(replace(EDITION, docs=tmp_path), replace(dataset, references=references))
    path = tmp_path / "massage" / "a.md"
    path.parent.mkdir()

    def found(rule, body):
        path.write_text(f"{FRONT.format(kind='guide')}# A page\n\n{body}\n", encoding="utf-8")
        return [f"{problem.what} {problem.instead}" for problem in rule(Page.read(path, tmp_path), site)]

    return found


@pytest.mark.parametrize("body", [
    "Check the official page: we have not read it [@official2022].",
    "The results of the 2022 update: we have not been able to check them [@official2022].",
    "- Check the law, which nobody has read yet [@official2022].",
    "Massage may ease pain [@read2011]. Check the official page [@official2022].",
    "| Country | Cover |\n|---|---|\n| USA, 12 states | Check the official page [@official2022] |",
    "Massage may ease pain for 10 weeks [@read2011].",
])
def test_an_unread_source_may_only_be_pointed_to(of, body):
    assert of(unread.unread_sources_carry_nothing, body) == []


@pytest.mark.parametrize(("body", "words"), [
    ("Massage eases pain [@official2022].", '"Massage eases pain" is a claim'),
    ("Massage is covered. Check the official page [@official2022].", '"Massage is covered." is a claim'),
    ("Massage is covered [@official2022]. We have not read the page.", '"Massage is covered" is a claim'),
    ("Check the official page [@official2022]. It covers massage.", '"It covers massage." is a claim'),
    ("Massage may ease pain [@read2011]. It is covered [@official2022].", '"It is covered" is a claim'),
    ("Massage may ease pain [@read2011; @official2022].", '"Massage may ease pain" is a claim'),
    ("Massage eases pain; check the official page [@official2022].",
     '"Massage eases pain; check the official page" is a claim'),
    ("We have not read the page, which allows 12 visits [@official2022].", '"12" is a number'),
    ("Check the official page: we have not read that of 2019 [@official2022].", '"2019" is a number'),
    ("| Country | Cover |\n|---|---|\n| USA | Not covered [@official2022] |", '"Not covered" is a claim'),
    ("/// countries\nUSA\n:   Not covered [@official2022].\n///", '"Not covered" is a claim'),
    ("```figure\nname: disc\ntitle: A disc\ncaption: It bulges [@official2022].\n```", '"It bulges" is a claim'),
])
def test_an_unread_source_carries_no_claim_and_no_number(of, body, words):
    (problem,) = of(unread.unread_sources_carry_nothing, body)
    assert problem.startswith(f'{words}, but nobody has read the source "official2022".')


@pytest.mark.parametrize("named", [
    "(Hartley et al., 2024)", "Hartley et al. (2024)", "(Hartley, 2024)", "(Hartley & Moss, 2024)", "(Hartley and Moss, 2024)",
])
def test_a_source_that_is_cited_by_its_author_gets_one_message_with_its_key(of, named):
    body = f"Massage eased pain in 40 of 100 people {named}."
    (problem,) = of(citations.known_keys, body)
    assert named in problem
    assert "Cite the source by its key, such as [@hartley2024]." in problem
    assert of(citations.numbers_are_cited, body) == []


@pytest.mark.parametrize("body", ["It began (in May 2024).", "NICE (2016) says so.", "The page of the ministry (read in 2026)."])
def test_a_year_in_brackets_is_no_citation(of, body):
    assert of(citations.known_keys, body) == []


def test_numbers_wait_until_their_source_is_known(of):
    body = "In one trial 37 of 90 people slept better after 9 weeks [@hartley2024]."
    assert of(numbers.numbers_are_traced, body) == []
    (problem,) = of(citations.known_keys, body)
    assert '"hartley2024" is not in docs/data/references.bib' in problem


def test_grades_are_of_pages_only(capsys):
    assert main(["grades", "docs/data/claims.yml", "docs/no-such-page.md"]) == 0
    assert capsys.readouterr().out == ""


def test_the_advice_on_a_citation_with_a_space_keeps_all_sources():
    assert citations.meant("[@ cambron2007; @carnes2010]").startswith("Write [@cambron2007; @carnes2010].")
