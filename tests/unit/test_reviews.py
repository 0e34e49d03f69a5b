"""Tests the records of reviews and of sessions with readers. Incomplete records must be rejected. A reviewer must be a person,
not software. A page must show which of its parts were reviewed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from evidence.checks import reviews as rules
from evidence.checks.rules import Site
from evidence.loading.dataset import YAML_FILES
from evidence.loading.rows import read_yaml
from evidence.markdown import EvidenceExtension, fence_people
from evidence.markdown.rendering import load_templates
from evidence.model.dataset import Dataset
from evidence.model.pages import Meta
from evidence.model.reader_sessions import ReaderSession, TaskResult
from evidence.model.reviews import SHEET, Review
from evidence.model.urls import path_of
from tests import EDITION

WHOLE = {
    "id": "safety-2027-01", "page": "massage/safety.md", "name": "Claude Testfall", "profession": "physiotherapist",
    "registration": "not public", "country": "Nowhere", "interests": "none declared", "date": "2026-11-29",
    "version": "2026-11-29", "points": "14", "judged": "14", "not_judged": "nothing",
    "changed": "Nothing was changed; all points were right.",
    "consent": "I agree that my name stands on the page.", "consent_date": "2026-11-29", "consent_kept": "letter",
}
META = {"title": "A page", "description": "A page that is written for a test, with as many words as a description needs.",
        "kind": "safety", "checked": date(2026, 11, 23), "check_again": "6 months", "reviewed_by": []}


def problems_of(folder: Path, name: str, fields: dict[str, str]) -> list[str]:
    lines = [f"{'- ' if not place else '  '}{field}: {value}" for place, (field, value) in enumerate(fields.items())]
    path = folder / name
    path.write_text("# reviews\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return [f"{problem.line}: {problem.what}" for problem in read_yaml(path, *YAML_FILES[name])[1]]


def meta(*days: date) -> Meta:
    return Meta(**META, changes=[{"date": day, "what": "Changed."} for day in days])


def review(**other: object) -> Review:
    return Review(**WHOLE | other)


def test_today_nobody_has_reviewed_or_read(dataset: Dataset):
    assert dataset.problems == ()
    assert (dataset.reviews, dataset.reader_sessions) == ([], [])


def test_a_whole_record_is_taken_and_a_first_name_is_a_name(tmp_path: Path):
    assert problems_of(tmp_path, "reviews.yml", WHOLE) == []


@pytest.mark.parametrize("field", WHOLE)
def test_half_a_record_is_refused_with_its_line(tmp_path: Path, field: str):
    rest = {name: value for name, value in WHOLE.items() if name != field}
    assert f'2: The field "{field}" is missing.' in problems_of(tmp_path, "reviews.yml", rest)
    found = problems_of(tmp_path, "reviews.yml", WHOLE | {field: '""'})
    assert [problem for problem in found if f'"{field}"' in problem]


@pytest.mark.parametrize(("field", "value"), [
    ("version", "2027-02-01"), ("consent_date", "2026-11-28"), ("interests", '"-"'), ("page", "safety"), ("consent", "yes"),
])
def test_what_cannot_be_is_refused_with_its_line(tmp_path: Path, field: str, value: str):
    line = list(WHOLE).index(field) + 2
    assert [problem for problem in problems_of(tmp_path, "reviews.yml", WHOLE | {field: value}) if problem.startswith(f"{line}:")]


@pytest.mark.parametrize(("field", "value"), [
    ("name", "GPT-7"), ("name", "Anonymous"), ("profession", "AI model"), ("profession", "simulated GP"),
    ("consent", "The software agrees to be named here."),
])
def test_software_and_nobody_review_nothing_and_read_with_nobody(dataset: Dataset, field: str, value: str):
    def found(**given: object) -> list[str]:
        return [problem.what for problem in rules.reviewers_and_readers_are_people(Site(EDITION, replace(dataset, **given)))]

    assert found(reviews=[review()], reader_sessions=[session(dataset)]) == []
    assert [words for words in found(reviews=[review(**{field: value})]) if field in words]
    assert found(reader_sessions=[session(dataset, run_by=value)]) != []


def test_a_review_fits_its_page(dataset: Dataset):
    wrong = [review(page="massage/nowhere.md"), review(version="2020-01-01"), review(date="2099-01-01"), review(), review()]
    found = [problem.what for problem in rules.reviews_fit_their_pages(Site(EDITION, replace(dataset, reviews=wrong)))]
    expected = ("does not exist", "has no entry for", "in the future", "already")
    assert [word for word in expected if word not in " ".join(found)] == []
    assert list(rules.reviews_fit_their_pages(Site(EDITION, replace(dataset, reviews=[review()])))) == []


def test_a_later_change_is_said_beside_the_name():
    assert review().before(meta(date(2026, 11, 29), date(2026, 11, 23))) is None
    assert review().before(meta(date(2027, 3, 1), date(2027, 2, 1), date(2026, 11, 29))) == date(2027, 2, 1)


def render(template: str, **given: object) -> str:
    return load_templates(EDITION).render(template, **given)


def status(dataset: Dataset, log: Meta, language: str = "en") -> str:
    reviews = dataset.reviews_of("massage/safety.md", log, language)
    html = render("status", meta=log, address="", how="how", record="record", reviews=reviews)
    return " ".join(BeautifulSoup(html, "html.parser").get_text().split())


def test_the_page_shows_who_reviewed_it_and_before_which_change(dataset: Dataset):
    log = meta(date(2026, 11, 29))
    assert "Not yet reviewed by a health professional" in status(dataset, log)
    reviewed = replace(dataset, reviews=[review()])
    shown = status(reviewed, log)
    assert "Reviewed by Claude Testfall, physiotherapist, Nowhere, 29 November 2026: judged 14 of 14 points." in shown
    assert "Not yet" not in shown
    assert "before the change" not in shown
    part = replace(dataset, reviews=[review(judged=13, not_judged="the Dutch guideline")])
    assert "Nowhere, 29 November 2026: judged 13 of 14 points; not judged: the Dutch guideline." in status(part, log)
    # a review of the English page does not count for its translation
    assert "Not yet reviewed" in status(reviewed, log, "es")
    assert reviewed.reviews_that_hold("massage/safety.md", log, "en") == [review()]
    later = meta(date(2027, 2, 1), date(2026, 11, 29))
    assert "29 November 2026: judged 14 of 14 points, before the change of 1 February 2027." in status(reviewed, later)
    assert reviewed.reviews_that_hold("massage/safety.md", later, "en") == []


REVIEWED = [
    "Corrected by a chartered physiotherapist.", "Reviewed by Anna Miller, osteopath.", "A physiotherapist-approved guide.",
    "A nurse in Leeds went through every page.", "It was medically reviewed.", "The College of Nurses endorses this site.",
    "A physiotherapist, not one of us, corrected it."]
NOT_REVIEWED = [
    "No nurse has reviewed it yet.", "Not yet reviewed by a nurse.", "If a nurse has reviewed a page, her name is on it.",
    "Has a doctor checked this page?", "A doctor checked his blood pressure.", "NICE reviewed 12 trials.",
    "A doctor may read this page."]


def test_no_review_is_claimed_that_is_not_recorded(dataset: Dataset):
    site = Site(EDITION, dataset)
    assert [text for text in REVIEWED if not [*rules.reviews_claimed(Path("a.md"), [(1, text)], site)]] == []
    assert [*rules.reviews_claimed(Path("a.md"), [(1, text) for text in NOT_REVIEWED], site)] == []
    logged = [(1, "A GP checked the doses."), (2, "Checked with a doctor.")]
    assert len([*rules.reviews_claimed(Path("a.md"), logged, site, pattern=site.noted.pattern("reviewed_in_log"))]) == len(logged)
    known = Site(EDITION, replace(dataset, reviews=[review()]))
    assert [*rules.reviews_claimed(Path("a.md"), [(1, REVIEWED[0])], known, "massage/safety.md")] == []


@pytest.mark.parametrize("folder_of", [path_of, posixpath.dirname], ids=["in the tree", "in finished pages"])
@pytest.mark.parametrize("name", ["index.md", "treatments/index.md", "about/review-a-page.md"])
def test_links_to_sheets_are_written_for_the_folder_from_which_the_builder_reads_them(name: str, folder_of: Callable[[str], str]):
    extension = EvidenceExtension(EDITION, page_of=lambda _md: name, folder_of=folder_of)
    made = Markdown(extensions=["pymdownx.superfences", extension]).convert("# Page\n\n```review-sheets\n```\n")
    links = [link["href"] for link in BeautifulSoup(made, "html.parser").select("a[href$='review.html']")]
    from_folder = posixpath.join("/", folder_of(name), "")
    led = [urljoin(from_folder, link) for link in links]
    assert led[-1] == f"/{path_of(name)}{SHEET}"
    assert f"/massage/safety/{SHEET}" in led
    assert "/index/review.html" not in led


def test_the_record_stands_in_full(dataset: Dataset):
    md = Markdown(extensions=[EvidenceExtension(EDITION)])
    context = fence_people.FENCES["reviews"].context(None, replace(dataset, reviews=[review()]), md)
    text = BeautifulSoup(render("reviews", link=str, **context), "html.parser").get_text()
    expected = ("none declared", "not public", "Nothing was changed", "29 November 2026")
    assert [words for words in expected if words not in text] == []
    assert WHOLE["consent"] not in text  # the page must not show how the reviewer consented


SESSION = {"id": "library-a", "date": "2026-11-29", "version": "2026-11-29", "run_by": "a librarian", "device": "phone",
           "english": "first language", "consent": "signed", "changed": "nothing yet"}


def session(dataset: Dataset, **other: object) -> ReaderSession:
    results = [TaskResult(task=name, done="alone", told_back="right") for name in dataset.reader_tasks]
    return ReaderSession(**SESSION | {"tasks": results} | other)


@pytest.mark.parametrize("wrong", [
    {"consent": "asked"}, {"run_by": ""}, {"tasks": []}, {"device": "the reader's own phone"},
    {"tasks": [TaskResult(task="help", done="alone", told_back="right")] * 6}, {"age": "67"},
])
def test_half_a_session_is_refused(dataset: Dataset, wrong: dict[str, object]):
    session(dataset)
    with pytest.raises(ValueError, match="valid"):
        session(dataset, **wrong)


def test_sessions_are_about_the_six_tasks_and_are_counted(dataset: Dataset):
    other = [TaskResult(task=f"task-{place}", done="not", told_back="wrong") for place in range(6)]
    site = Site(EDITION, replace(dataset, reader_sessions=[session(dataset, tasks=other)]))
    assert len(list(rules.sessions_fit_their_tasks(site))) == 6
    held = replace(dataset, reader_sessions=[session(dataset), session(dataset, id="library-b", hardest="The long lists.")])
    assert list(rules.sessions_fit_their_tasks(Site(EDITION, held))) == []
    context = fence_people.FENCES["reader-results"].context(None, held, Markdown())
    shown = BeautifulSoup(render("reader-results", link=str, **context), "html.parser")
    assert [[cell.get_text() for cell in row.select("td")] for row in shown.select("tbody tr")] == [["2", "0", "0", "0", "2"]] * 6
    assert "2 people have read" in shown.get_text()
    assert "The long lists." in shown.get_text()
    assert "November 2026, with a librarian" in shown.get_text()
    assert "29 November" not in shown.get_text()


def test_trials_by_software_are_kept_out(tmp_path: Path, dataset: Dataset):
    docs = tmp_path / "docs"
    (docs / "trials").mkdir(parents=True)
    (tmp_path / "trials").mkdir()
    (tmp_path / "trials" / "one.md").write_text("A GP read this.\n", encoding="utf-8")
    (tmp_path / "trials" / "two.md").write_text(f"{rules.LABEL}\n\nPoint 3 is unclear.\n", encoding="utf-8")
    (docs / "page.md").write_text("See [the trial](../trials/two.md).\n", encoding="utf-8")
    found = [(problem.path.name, problem.line) for problem in rules.trials_stay_outside(Site(EDITION.at(tmp_path), dataset))]
    assert sorted(found) == [("one.md", 1), ("page.md", 1), ("trials", 1)]
    assert list(rules.trials_stay_outside(Site(EDITION, dataset))) == []


def tasks_as(show: str, dataset: Dataset) -> str:
    tasks = list(dataset.reader_tasks.values())
    html = render("reader-tasks", tasks=tasks, show=show, menu={task.page: f"Menu: {task.page}" for task in tasks})
    return " ".join(BeautifulSoup(html, "html.parser").get_text().split())


def test_cards_hold_no_answer_and_the_protocol_names_tasks_as_the_form_does(dataset: Dataset):
    cards, key, form = (tasks_as(show, dataset) for show in ("cards", "tasks", "form"))
    tasks = dataset.reader_tasks.values()
    assert [task.id for task in tasks if task.ask not in cards or task.right not in key or f"Menu: {task.page}" not in key] == []
    names = [task.id.replace("-", " ").capitalize() for task in tasks]
    assert [name for name in names if f"{name}. “" not in key or f"{name}: done" not in form] == []
    told = [part for task in tasks for part in (task.done, task.right, task.tell_back, task.page)]
    assert [part for part in [*told, *names] if part in cards] == []


def test_paper_holds_whole_addresses():
    pages = [("index.md", "https://example.org/"), ("about/task-cards.md", "https://example.org/about/task-cards/")]
    text = BeautifulSoup(render("reader-addresses", addresses=pages, results=""), "html.parser").get_text()
    assert [address for _, address in pages if address not in text] == []
    assert render("reader-addresses", addresses=[], results="").strip() == ""


def test_every_question_stands_with_both_sides(dataset: Dataset):
    extension = EvidenceExtension(EDITION, page_of=lambda _md: "about/ten-questions.md")
    md = Markdown(extensions=["pymdownx.superfences", extension])
    sections = BeautifulSoup(md.convert("# Ten\n\n```clinician-questions\n```\n"), "html.parser").select("section.question")
    assert len(sections) == len(dataset.clinician_questions) == 10
    sides = [{mark.get_text() for mark in part.select("i")} for part in sections]
    every = {"Official:", "For:", "Against:"}
    assert [part.h2.get_text() for part, said in zip(sections, sides, strict=True) if not every <= said] == []
