"""Rules about reviews and sessions with readers: each record must name existing pages and tasks, and must be by a person. A
form that software has filled in must never count as a review or a session.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.checks.wording import QUESTION, data_texts, said_on
from evidence.loading import text_files
from evidence.loading.editions import FIRST
from evidence.model.problems import Problem
from evidence.model.reader_sessions import TASKS, ReaderSession
from evidence.model.reviews import Review

TRIALS = "trials"
"""The folder next to docs/ for review sheets and reader tasks that software filled in."""

LABEL = "Trial by software: not a review, not a reader."
"""The first line of every file in trials/, except its README."""

NAMED = re.compile(r"(?<![\w/.-])(?:\.{1,2}/)*trials/\w")
"""Matches the path of a file in trials/."""

SENTENCE_END = re.compile(r"[.?!:;]\s+")


@site_rule
def reviews_fit_their_pages(site: Site) -> Iterable[Problem]:
    """Each review must name a page that exists and a version from the page's log of changes. Nobody may review the same version
    of a page twice.
    """
    path = site.dataset.folder / "reviews.yml"
    seen: set[tuple[str, str, object]] = set()
    for review in site.dataset.reviews:
        if review.language != site.edition.language:
            continue
        page = site.pages.get(review.page)
        if page is None:
            yield Problem(path, review.at("page"), f"docs/{review.page} does not exist.", "Correct the path.", "reviews")
        elif page.meta and review.version not in {page.meta.checked, *(change.date for change in page.meta.changes)}:
            yield Problem(path, review.at("version"),
                          f"The log of changes in docs/{review.page} has no entry for {review.version}.",
                          "Copy the date that is printed on the review sheet.", "reviews")
        if (key := (review.page, review.name.lower(), review.version)) in seen:
            yield Problem(path, review.line, f"{review.name} has already reviewed this version of docs/{review.page}.",
                          "Merge the two reviews.", "reviews")
        seen.add(key)
        for field in ("date", "consent_date") if site.dates else ():
            if site.edition.future(getattr(review, field)):
                yield Problem(path, review.at(field),
                              f'The date in the field "{field}" is in the future ({getattr(review, field)}).',
                              "Write the actual date, for example 2026-11-23.", "reviews")


@lru_cache(maxsize=20_000)
def matches(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """Return all matches of a pattern in a text. The patterns are slow, and the live preview reads most texts again after each
    change, so the results are cached.
    """
    return tuple(pattern.finditer(text))


def reviews_claimed(path: Path, texts: Iterable[tuple[int, str]], site: Site, page: str = "",
                    pattern: re.Pattern[str] | None = None) -> Iterator[Problem]:
    """Yield a problem for each sentence saying that a professional or an organisation has reviewed our text, unless that review
    is recorded. Denials and questions do not count. If `page` is given, only a recorded review of that page is accepted.
    """
    known = [who.lower() for review in site.dataset.reviews if page in ("", review.page)
             for who in (review.name, review.profession)]
    find, denies = pattern or site.noted.pattern("reviewed_us"), site.noted.pattern("denies_a_review")
    for line, text in texts:
        for match in matches(find, text):
            before = SENTENCE_END.split(text[: match.start()])[-1]
            denied = denies.search(before) or denies.search(match[0]) or QUESTION.match(text[match.end():])
            if not denied and not any(who in (before + match[0]).lower() for who in known):
                yield Problem(path, line,
                              f'"{match[0]}" says that somebody reviewed our text, but reviews.yml contains no such review.',
                              'Write only what changed, for example "Corrected the number of sessions." If a person did review '
                              "the page, record the review in docs/data/reviews.yml, with the person's consent. The site will "
                              "then mention the review.",
                              "reviews")


@page_rule
def no_review_is_invented(page: Page, site: Site) -> Iterable[Problem]:
    """A page and its log of changes must not say that a professional or an organisation reviewed, corrected or approved our text,
    unless reviews.yml records that review.
    """
    yield from reviews_claimed(page.path, said_on(page), site, page.name)
    yield from reviews_claimed(page.path, page.log, site, page.name, site.noted.pattern("reviewed_in_log"))


@site_rule
def no_review_is_invented_in_data(site: Site) -> Iterable[Problem]:
    """Data files, drawings, interface strings, README.md and CHANGELOG.md must not say that a professional or an organisation
    reviewed, corrected or approved our text, unless reviews.yml records that review.
    """
    if site.edition.language != FIRST:
        return
    texts = {path: list(enumerate(site.texts.get(path, ()), 1)) for path in (site.root / "CHANGELOG.md", site.root / "README.md")}
    for path, said in (data_texts(site) | texts).items():
        if path.name != "reviews.yml":
            yield from reviews_claimed(path, said, site)


@site_rule
def reviewers_and_readers_are_people(site: Site) -> Iterable[Problem]:
    """Every reviewer, and everybody who runs a session with a reader, must be a person, not software."""
    if site.edition.language != FIRST:
        return
    records: Iterable[tuple[str, Review | ReaderSession, tuple[str, ...]]] = chain(
        (("reviews.yml", review, ("name", "profession", "consent")) for review in site.dataset.reviews),
        (("reader-sessions.yml", session, ("run_by",)) for session in site.dataset.reader_sessions))
    for file, record, fields in records:
        for field in fields:
            if found := site.noted.pattern("no_person").search(getattr(record, field)):
                yield Problem(site.dataset.folder / file, record.at(field),
                              f'The field "{field}" contains "{found[0]}", which is not a person.',
                              "Write the name or role of a person. If software filled in this record, move the record to "
                              f"{TRIALS}/.", "reviews")


@site_rule
def sessions_fit_their_tasks(site: Site) -> Iterable[Problem]:
    """There must be exactly six tasks for readers. The page with the answer to each task must exist, and every result of a
    session must belong to one of the tasks.
    """
    if site.edition.language != FIRST:  # check only the English site, because reader tasks name English pages
        return
    dataset = site.dataset
    tasks, path = dataset.folder / "reader-tasks.yml", dataset.folder / "reader-sessions.yml"
    if dataset.reader_tasks and len(dataset.reader_tasks) != TASKS:
        yield Problem(tasks, 1, f"The number of reader tasks must be {TASKS}, but it is {len(dataset.reader_tasks)}.",
                      f"Write exactly {TASKS} tasks, the number that a reader can do in one session.", "readers")
    for task in dataset.reader_tasks.values():
        if task.page not in site.pages:
            yield Problem(tasks, task.at("page"), f"docs/{task.page} does not exist.", "Correct the path.", "readers")
    for session in dataset.reader_sessions:
        for result in session.tasks:
            if result.task not in dataset.reader_tasks:
                yield Problem(path, session.at("tasks"), f'"{result.task}" is not a task in reader-tasks.yml.',
                              f"Use one of: {', '.join(dataset.reader_tasks)}.", "readers", about=result.task)
        if site.dates and site.edition.future(session.date):
            yield Problem(path, session.at("date"), f'The date in the field "date" is in the future ({session.date}).',
                          "Write the date of the session.", "readers")


@site_rule
def questions_are_about_what_is_ours(site: Site) -> Iterable[Problem]:
    """Each question for clinicians must be about existing signs or situations. The question, or the row of one of these signs
    or situations, must give the reason for the level of urgency. All pages named in left-out.yml must exist.
    """
    if site.edition.language != FIRST:
        return
    dataset = site.dataset
    rows = dataset.signs | dataset.situations
    for question in dataset.clinician_questions:
        if not question.reason and not any(rows[name].reason for name in question.about if name in rows):
            yield Problem(dataset.folder / "clinician-questions.yml", question.line,
                          f'The question "{question.id}" does not say why we chose the level of urgency.',
                          'Give the reason in the field "reason" of this question, or of one of its signs or situations.',
                          "reviews")
        for name in question.about:
            if name not in rows:
                yield Problem(dataset.folder / "clinician-questions.yml", question.at("about"),
                              f'"{name}" is neither in signs.yml nor in situations.yml.', "Check the spelling.", "reviews",
                              about=name)
    for row in dataset.left_out:
        for page in row.pages:
            if page not in site.pages and not (page.endswith("/") and any(name.startswith(page) for name in site.pages)):
                yield Problem(dataset.folder / "left-out.yml", row.at("pages"), f"docs/{page} does not exist.",
                              "Write the path of a page, or of a folder (ending in a slash).", "reviews")


@site_rule
def trials_stay_outside(site: Site) -> Iterable[Problem]:
    """Review sheets and reader tasks that software has filled in must be in trials/. The first line of each must say that
    software filled in the form. No page, data file or template may refer to them.
    """
    inside = site.docs / TRIALS
    if inside.exists():
        yield Problem(inside, 1, "This folder contains forms that software has filled in, and would be published with the site.",
                      f"Move these forms to the folder {TRIALS}/, next to docs/.", "trials")
    for path in text_files.files(site.root / TRIALS):
        if path.name != "README.md" and not text_files.read(path)[0].startswith(LABEL):
            yield Problem(path, 1, "The first line does not say that software, not a person, filled in this form.",
                          f'Start the file with the line "{LABEL}"', "trials")
    pages = ((page.path, page.raw) for page in site.pages.values())
    drawn = ((path, lines) for path, lines in site.texts.items() if path.parent not in (site.root, site.root / ".github"))
    for path, lines in chain(pages, drawn):
        for number, line in enumerate(lines, 1):
            if "trials/" in line and (match := NAMED.search(line)) and "trials/README.md" not in line:
                yield Problem(path, number, f'"{match[0]}…" leads to a form that software, not a person, has filled in.',
                              "Remove this path. The site must not mention such forms.", "trials")
