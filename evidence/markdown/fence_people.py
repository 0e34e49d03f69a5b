"""Renders data blocks (code fences with YAML) about reviews, review sheets, questions for clinicians, and test sessions with
readers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from markdown import Markdown
from pydantic import Field

from evidence.loading.outline import names, outline
from evidence.loading.pages import read
from evidence.loading.rows import cached_read
from evidence.markdown.context import context
from evidence.markdown.fence import Empty, Fault, Fence, none, unknown
from evidence.model.dataset import Dataset
from evidence.model.reader_sessions import count
from evidence.model.record import Record


class TasksFence(Record):
    """Options for a block with the six tasks of a test session. The block is a list with answers (`tasks`), cards without answers
    (`cards`), or a form to fill in (`form`).
    """

    show: Literal["tasks", "cards", "form"] = Field("tasks", description="tasks, cards or form")


def _reviews(_options: Empty, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    found = []
    for review in sorted(dataset.reviews, key=lambda review: review.date, reverse=True):
        meta = cached_read(read, context(md).edition.docs / review.page)[0].meta
        found.append((review, meta.title if meta else review.page, review.before(meta) if meta else None))
    return {"reviews": found}


def _sheets(_options: Empty, _dataset: Dataset, md: Markdown) -> dict[str, Any]:
    return {"parts": outline(context(md).settings.nav)}


def _question_faults(_options: Empty, dataset: Dataset) -> Iterable[Fault]:
    for question in dataset.clinician_questions:
        yield from unknown(question.about, dataset.signs.keys() | dataset.situations.keys(), "signs.yml")


def _questions(_options: Empty, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    rows = dataset.signs | dataset.situations
    return {"questions": [(question, [rows[name] for name in question.about]) for question in dataset.clinician_questions],
            "destinations": dataset.destinations}


def _tasks(options: TasksFence, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    return {"tasks": list(dataset.reader_tasks.values()), "show": options.show, "menu": names(outline(context(md).settings.nav))}


def _addresses(_options: Empty, _dataset: Dataset, md: Markdown) -> dict[str, Any]:
    """Return the web addresses that are printed for people who run a test session: some of our pages, and the project's issues
    on GitHub. If the site has no address, leave out our pages.
    """
    here = context(md)
    pages, repository = here.words["tasks"]["addresses"], here.settings.repository
    return {"addresses": [(page, address) for page in pages if (address := here.edition.address_of(page))],
            "results": f"{repository}/issues" if repository else ""}


def _results(_options: Empty, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    return {"sessions": dataset.reader_sessions,
            "counts": [(task, count(task, dataset.reader_sessions)) for task in dataset.reader_tasks.values()]}


FENCES: dict[str, Fence] = {
    "reviews": Fence("reviews", Empty, none, _reviews),
    "review-sheets": Fence("review-sheets", Empty, none, _sheets),
    "clinician-questions": Fence("clinician-questions", Empty, _question_faults, _questions),
    "reader-tasks": Fence("reader-tasks", TasksFence, none, _tasks),
    "reader-addresses": Fence("reader-addresses", Empty, none, _addresses),
    "reader-results": Fence("reader-results", Empty, none, _results),
}
