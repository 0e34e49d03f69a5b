"""Describes the rows of reader-tasks.yml and reader-sessions.yml: the tasks that we ask readers to try, and the results.

We never record a reader's health, name or voice.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from evidence.model.claims import Slug
from evidence.model.record import Record, RowError

TASKS = 6
"""Number of tasks in a session. Six take about 40 minutes; after that people get tired."""


class ReaderTask(Record):
    """A row of reader-tasks.yml: a task for readers, and what they must do to complete it."""

    id: Slug
    ask: str = Field(description="the task, as it is read aloud; it must not use words from the menu of the site")
    page: str = Field(pattern=r"^[a-z/-]+\.md$", description="the page with the answer, for the person who takes notes")
    done: str = Field(description="what the reader must find or do to complete the task")
    tell_back: str = Field(description="the question that asks readers to give the answer in their own words")
    right: str = Field(description="what a correct answer must contain")


class Done(StrEnum):
    """The possible results of a task."""

    ALONE = "alone"
    WITH_HELP = "with help"
    NOT = "not"
    SKIPPED = "skipped"


class TaskResult(BaseModel):
    """The result of one task in one session."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    task: Slug
    done: Done = Field(description="how the task ended: alone, with help, not or skipped")
    told_back: Literal["right", "partly", "wrong", "not asked"] = Field(description="how well they gave the answer in their own "
                                                                                    "words: right, partly, wrong or not asked")
    words: str = Field("", max_length=300, description="the reader's words on stopping; no names, nothing about anybody's health")


class ReaderSession(Record):
    """A row of reader-sessions.yml: a session in which one person tried the site, after giving written consent."""

    id: Slug = Field(description="a short name, for example library-2027-01-a")
    date: datetime.date = Field(description="the first day of the session's month; the exact date stays in the notes")
    version: datetime.date = Field(description="the date of the newest change to the site at that time, from its list of changes")
    run_by: str = Field(min_length=4, description="who ran the session, by role and not by name: a librarian, a nursing student")
    device: Literal["phone", "tablet", "computer"]
    english: Literal["first language", "other language"]
    consent: Literal["signed"] = Field(description="signed: a session is recorded only with written consent")
    tasks: list[TaskResult] = Field(min_length=TASKS, max_length=TASKS, description="the six tasks, each with its result")
    hardest: str = Field("", max_length=300, description="what the reader found hardest, in the reader's own words")
    changed: str = Field(min_length=4, description='what was changed because of the session, or "nothing yet"')

    @model_validator(mode="after")
    def each_once(self) -> ReaderSession:
        """Reject two results for the same task."""
        count = Counter(result.task for result in self.tasks)
        if twice := next((task for task, times in count.items() if times > 1), ""):
            raise RowError(f'the task "{twice}" has two results in the session "{self.id}"',
                           "Keep one of the two results. If another task has no result, add its result.")
        return self


def count(task: ReaderTask, sessions: Iterable[ReaderSession]) -> dict[str, int]:
    """Return how many people got each possible result for a task, and how many gave the right answer in their own words."""
    results = [result for session in sessions for result in session.tasks if result.task == task.id]
    found = {done.value: sum(result.done is done for result in results) for done in Done}
    return found | {"right": sum(result.told_back == "right" for result in results)}
