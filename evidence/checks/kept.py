"""A rule against losing citations: the number of paragraphs with a citation may fall only if the reason is recorded.

Without this rule, removing citations would be the easiest way to get a page past the checks. The file cited-paragraphs.yml
records how many paragraphs with a citation each file had when counting began, and the reason for each loss since then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pydantic import Field, model_validator

from evidence.checks.citations import CITED
from evidence.checks.rules import Site, site_rule
from evidence.loading.rows import cached_read, read_yaml
from evidence.model.problems import Problem
from evidence.model.record import Record, RowError

LIST = Path(__file__).with_name("cited-paragraphs.yml")
REPOSITORY = LIST.parents[2]
"""The repository whose pages are counted. Copies of the pages elsewhere are not checked."""

MAX_NAMED = 6
WORKINGS = {"derivations.yml", "own-figures.yml"}
"""Data files that readers do not see."""


class Kept(Record):
    """A row of cited-paragraphs.yml: either a count or a loss.

    A count says how many paragraphs of a file had a citation when counting began. A loss says how many paragraphs with a
    citation were removed, and why.
    """

    file: str = Field(description="a path in docs/, for example massage/safety.md")
    had: int = Field(0, ge=0, description="how many paragraphs with a citation the file had when counting began")
    fewer: int = Field(0, ge=0, description="how many paragraphs with a citation were removed")
    why: str = Field("", description="what the removed paragraphs said, and either where the site says it now or why it no "
                                     "longer does")

    @model_validator(mode="after")
    def one_kind(self) -> Kept:
        """Require the row to give either a count (`had`), or a loss (`fewer`) and its reason (`why`)."""
        if bool(self.fewer) == bool(self.had) or bool(self.fewer) != bool(self.why):
            raise RowError(f'the row for "{self.file}" must give either a count, or a loss and its reason',
                           'Fill in either "had" alone, or both "fewer" and "why".')
        return self


def cited(site: Site) -> Counter[str]:
    """Return the number of places with a citation, for each file. A place on a page is a paragraph, list item or table row. A
    place in a data file is a line.
    """
    count = Counter({page.name: sum(any(CITED.search(line.text) for line in run) for run in page.paragraphs)
                     for page in site.pages.values()})
    for path, lines in site.texts.items():
        if path.parent == site.dataset.folder and path.suffix == ".yml" and path.name not in WORKINGS:
            count[f"data/{path.name}"] = sum(CITED.search(line) is not None or line.lstrip().startswith(("sources:", "source:"))
                                             for line in lines)
    return +count


def losses(rows: Iterable[Kept], now: Counter[str]) -> tuple[int, Counter[str]]:
    """Return how many paragraphs with a citation were lost without a recorded reason, in total and for each file."""
    had = Counter[str]()
    for row in rows:
        had[row.file] += row.had - row.fewer
    return had.total() - now.total(), Counter({name: count - now[name] for name, count in had.items() if count > now[name]})


@site_rule
def nothing_cited_is_lost(site: Site) -> Iterable[Problem]:
    """The number of paragraphs with a citation may fall only if cited-paragraphs.yml gives the reason."""
    if site.docs != REPOSITORY / "docs":
        return
    rows, problems = cached_read(read_yaml, LIST, Kept, "line")
    yield from problems
    lost, files = losses(rows, cited(site))
    if lost > 0:
        where = ", ".join(f"docs/{name}: {count}" for name, count in files.most_common(MAX_NAMED))
        yield Problem(LIST, max(row.line for row in rows),
                      f"The number of paragraphs with a citation has fallen by {lost} without a recorded reason ({where}).",
                      'Restore the citations, or add rows with "file", "fewer" and "why" to cited-paragraphs.yml. In the new '
                      f'rows, the values of "fewer" must add up to {lost}.',
                      "cited")
