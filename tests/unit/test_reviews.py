"""Reviews by people and readings with them: half a record is refused, software is no person, a page says what was reviewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from evidence import DATA, DOCS
from evidence.checks import reviews as rules
from evidence.checks.rules import Site
from evidence.loading.dataset import YAML_FILES
from evidence.loading.rows import read_yaml
from evidence.markdown import EvidenceExtension, fence_people, frame
from evidence.markdown.rendering import render
from evidence.model.dataset import Dataset
from evidence.model.pages import Meta
from evidence.model.reader_sessions import ReaderSession, TaskResult
from evidence.model.reviews import Review

WHOLE = {
    "id": "safety-2027-01", "page": "massage/safety.md", "name": "Claude Testfall", "profession": "physiotherapist",
    "registration": "not public", "country": "Nowhere", "interests": "none declared", "date": "2026-11-29",
    "version": "2026-11-29", "changed": "Nothing was changed; all points were right.",
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
    ("name", "GPT-7"), ("name", "Anonymous"), ("profession", "AI model"), ("profession", "simulated GP"),
    ("consent", "The software agrees to be named here."), ("version", "2027-02-01"), ("interests", '"-"'), ("page", "safety"),
])
def test_what_is_no_review_by_a_person_is_refused(tmp_path: Path, field: str, value: str):
    line = list(WHOLE).index(field) + 2
    assert [problem for problem in problems_of(tmp_path, "reviews.yml", WHOLE | {field: value}) if problem.startswith(f"{line}:")]


def test_a_review_fits_its_page(dataset: Dataset):
    wrong = [review(page="massage/nowhere.md"), review(version="2020-01-01"), review(date="2099-01-01"), review(), review()]
    found = [problem.what for problem in rules.reviews_fit_their_pages(Site(DOCS, replace(dataset, reviews=wrong)))]
    expected = ("does not exist", "knows no version", "in the future", "already")
    assert [word for word in expected if word not in " ".join(found)] == []
    assert list(rules.reviews_fit_their_pages(Site(DOCS, replace(dataset, reviews=[review()])))) == []


def test_a_later_change_is_said_beside_the_name():
    assert review().before(meta(date(2026, 11, 29), date(2026, 11, 23))) is None
    assert review().before(meta(date(2027, 3, 1), date(2027, 2, 1), date(2026, 11, 29))) == date(2027, 2, 1)


def status(dataset: Dataset, log: Meta, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(frame, "load_dataset", lambda _folder: dataset)
    html = render("status", meta=log, address="", how="how", record="record", reviews=frame.reviewed("massage/safety.md", log))
    return " ".join(BeautifulSoup(html, "html.parser").get_text().split())


def test_the_page_shows_who_reviewed_it_and_before_which_change(dataset: Dataset, monkeypatch: pytest.MonkeyPatch):
    log = meta(date(2026, 11, 29))
    assert "Not yet reviewed by a health professional" in status(dataset, log, monkeypatch)
    reviewed = replace(dataset, reviews=[review()])
    shown = status(reviewed, log, monkeypatch)
    assert "Reviewed by Claude Testfall, physiotherapist, Nowhere, 29 November 2026." in shown
    assert "Not yet" not in shown
    assert "before the change" not in shown
    assert reviewed.reviews_that_hold("massage/safety.md", log) == [review()]
    later = meta(date(2027, 2, 1), date(2026, 11, 29))
    assert "29 November 2026, before the change of 1 February 2027." in status(reviewed, later, monkeypatch)
    assert reviewed.reviews_that_hold("massage/safety.md", later) == []


def test_the_record_stands_in_full(dataset: Dataset):
    context = fence_people.FENCES["reviews"].context(None, replace(dataset, reviews=[review()]), Markdown())
    text = BeautifulSoup(render("reviews", link=str, **context), "html.parser").get_text()
    expected = ("none declared", "not public", "Nothing was changed", "29 November 2026")
    assert [words for words in expected if words not in text] == []
    assert WHOLE["consent"] not in text  # it is on record in the data; the page shows what it allows


SESSION = {"id": "library-a", "date": "2026-11-29", "version": "2026-11-29", "run_by": "a librarian", "device": "phone",
           "english": "first language", "consent": "signed", "changed": "nothing yet"}


def session(dataset: Dataset, **other: object) -> ReaderSession:
    results = [TaskResult(task=name, done="alone", told_back="right") for name in dataset.reader_tasks]
    return ReaderSession(**SESSION | {"tasks": results} | other)


@pytest.mark.parametrize("wrong", [
    {"consent": "asked"}, {"run_by": "a language model"}, {"tasks": []}, {"device": "the reader's own phone"},
    {"tasks": [TaskResult(task="help", done="alone", told_back="right")] * 6}, {"age": "67"},
])
def test_half_a_session_is_refused(dataset: Dataset, wrong: dict[str, object]):
    session(dataset)
    with pytest.raises(ValueError, match="valid"):
        session(dataset, **wrong)


def test_sessions_are_about_the_six_tasks_and_are_counted(dataset: Dataset):
    other = [TaskResult(task=f"task-{place}", done="not", told_back="wrong") for place in range(6)]
    site = Site(DOCS, replace(dataset, reader_sessions=[session(dataset, tasks=other)]))
    assert len(list(rules.sessions_fit_their_tasks(site))) == 6
    held = replace(dataset, reader_sessions=[session(dataset), session(dataset, id="library-b", hardest="The long lists.")])
    assert list(rules.sessions_fit_their_tasks(Site(DOCS, held))) == []
    context = fence_people.FENCES["reader-results"].context(None, held, Markdown())
    shown = BeautifulSoup(render("reader-results", link=str, **context), "html.parser")
    assert [[cell.get_text() for cell in row.select("td")] for row in shown.select("tbody tr")] == [["2", "0", "0", "2"]] * 6
    assert "2 people have read" in shown.get_text()
    assert "The long lists." in shown.get_text()


def test_trials_by_software_are_kept_out(tmp_path: Path, dataset: Dataset):
    docs = tmp_path / "docs"
    (docs / "trials").mkdir(parents=True)
    (tmp_path / "trials").mkdir()
    (tmp_path / "trials" / "one.md").write_text("A GP read this.\n", encoding="utf-8")
    (tmp_path / "trials" / "two.md").write_text(f"{rules.LABEL}\n\nPoint 3 is unclear.\n", encoding="utf-8")
    (docs / "page.md").write_text("See [the trial](../trials/two.md).\n", encoding="utf-8")
    found = [(problem.path.name, problem.line) for problem in rules.trials_stay_outside(Site(docs, dataset))]
    assert sorted(found) == [("one.md", 1), ("page.md", 1), ("trials", 1)]
    assert list(rules.trials_stay_outside(Site(DOCS, dataset))) == []


def test_every_question_stands_with_both_sides(dataset: Dataset):
    extension = EvidenceExtension(data=str(DATA), page_of=lambda _md: "about/ten-questions.md")
    md = Markdown(extensions=["pymdownx.superfences", extension])
    sections = BeautifulSoup(md.convert("# Ten\n\n```clinician-questions\n```\n"), "html.parser").select("section.question")
    assert len(sections) == len(dataset.clinician_questions) == 10
    sides = [{mark.get_text() for mark in part.select("i")} for part in sections]
    assert [part.h2.get_text() for part, said in zip(sections, sides, strict=True) if not {"Official:", "Against:"} <= said] == []
