"""Renders data blocks (code fences with YAML) that show claims, sources and other data as cards, lists or tables."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, Literal

from markdown import Markdown
from pydantic import Field, model_validator

from evidence.loading.bibliography import sorts_as
from evidence.loading.page_logs import by_day, entries
from evidence.markdown.context import context, page_path
from evidence.markdown.fence import Empty, Fault, Fence, field, none, unknown
from evidence.model.claims import Claim, Verdict
from evidence.model.dataset import Dataset
from evidence.model.record import Record


class ClaimFence(Record):
    """Options for a block that shows claims as cards. `brief: true` shows only the sentence and the certainty of each claim."""

    id: str = ""
    ids: list[str] = Field(default_factory=list)
    brief: bool = Field(False, description="true to show only the sentence and its certainty, for example on a leaflet")

    @property
    def all(self) -> list[str]:
        return [*([self.id] if self.id else []), *self.ids]

    @model_validator(mode="after")
    def some(self) -> ClaimFence:
        if not self.all:
            raise ValueError('this block must name at least one claim, for example "id: endorphins"')
        return self


class VerdictsFence(Record):
    """Options for a block that shows our verdicts on popular claims. `show: popular` shows all of these claims. `show: benefits`
    shows only claims whose page is in benefits/.
    """

    show: Literal["benefits", "popular"] = Field(description="benefits or popular")


class TableFence(Record):
    """Options for a block that shows a data file as a table."""

    file: str = Field(pattern=r"^[\w-]+\.(csv|yml)$", description="a file in docs/data, for example effects.csv")
    caption: str = Field(description="what the table shows")
    columns: dict[str, str] = Field(min_length=1, description="field: heading; the first field becomes the header of each row")
    where: dict[str, str] = Field(default_factory=dict, description="field: value; only rows with this value are shown")


class ReferencesFence(Record):
    """Options for a block that lists the sources in one part of the alphabet. A page with all sources would be too large for a
    slow phone.
    """

    letters: str = Field("A-Z", pattern=r"^[A-Z]-[A-Z]$", description="first and last letter, for example A-K")

    def holds(self, by: str) -> bool:
        """Return whether an author's name belongs in this part of the alphabet. Names that do not begin with a letter from A to Z
        are listed under A.
        """
        first = sorts_as(by)[:1].upper()
        first = first if first.isascii() and first.isalpha() else "A"
        return self.letters[0] <= first <= self.letters[-1]


def _claim(options: ClaimFence, dataset: Dataset, md: Markdown) -> dict[str, Any]:
    here = page_path(md)
    return {"claims": [dataset.claims[name] for name in options.all], "here": here, "brief": options.brief}


def chosen(options: VerdictsFence, dataset: Dataset) -> list[Claim]:
    """Return the popular claims that a block of verdicts shows, sorted by the number in the field `popular`."""
    popular = [c for c in dataset.claims.values() if c.popular]
    if options.show == "benefits":
        popular = [c for c in popular if c.home.startswith("benefits/")]
    return sorted(popular, key=lambda claim: claim.popular or 0)


def _abuse_numbers(_options: Empty, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    rows = [row for row in dataset.helplines if row.abuse]
    countries = {row.country for row in rows}
    return {"rows": rows, "others": [row for row in dataset.more_help(["assault"]) if row.country not in countries]}


def _claims_list(_options: Empty, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    return {"claims": list(dataset.claims.values())}


def _verdicts(options: VerdictsFence, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    claims = chosen(options, dataset)
    groups = {verdict.value: [claim for claim in claims if claim.verdict is verdict] for verdict in Verdict}
    return {"claims": claims, "groups": {name: group for name, group in groups.items() if group}}


def _table_rows(options: TableFence, dataset: Dataset) -> list[dict[str, Any]]:
    tables: dict[str, Iterable[Record]] = {
        "effects.csv": dataset.effects.values(), "treatments.csv": dataset.treatments, "scans.csv": dataset.scans,
        "counts.csv": dataset.counts.values(),
        "claims.yml": dataset.claims.values(), "glossary.yml": dataset.terms.values(),
        "guidelines.yml": dataset.guidelines, "registers.yml": dataset.registers, "helplines.yml": dataset.helplines,
        "signs.yml": dataset.signs.values(), "situations.yml": dataset.situations.values(),
    }
    return [row.model_dump() for row in tables.get(options.file, ())]


def table_faults(options: TableFence, dataset: Dataset) -> Iterable[Fault]:
    """Yield a fault if the data file does not exist or is empty, or if no row matches `where`. Also yield a fault for each field
    that does not exist.
    """
    rows = _table_rows(options, dataset)
    if not rows:
        yield f'There is no data file "{options.file}", or it is empty.', "Use a file in docs/data, for example effects.csv."
        return
    yield from unknown([*options.columns, *options.where], rows[0], options.file)
    if not any(all(str(row.get(k)) == v for k, v in options.where.items()) for row in rows):
        yield 'No row has the values that are given in "where".', "Compare them with the data file."


def _table(options: TableFence, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    rows = [row for row in _table_rows(options, dataset)
            if all(str(row.get(k)) == v for k, v in options.where.items())]
    return {"table": options, "rows": rows}


def _references(options: ReferencesFence, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    ordered = sorted(dataset.references.values(), key=lambda r: (sorts_as(r.by), r.year))
    return {"references": [one for one in ordered if options.holds(one.by)], "all": len(ordered)}


def _glossary(_options: Empty, dataset: Dataset, _md: Markdown) -> dict[str, Any]:
    terms = sorted(dataset.terms.values(), key=lambda term: term.term.lower())
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=lambda t: t.term[0].upper())]
    return {"letters": letters, "terms": dataset.terms}


def _page_changes(_options: Empty, _dataset: Dataset, md: Markdown) -> dict[str, Any]:
    return {"days": by_day(entries(context(md).edition))}


FENCES: dict[str, Fence] = {
    "claim": Fence("claims", ClaimFence, lambda o, lib: unknown(o.all, lib.claims, "claims.yml"), _claim),
    "verdicts": Fence("verdicts", VerdictsFence, none, _verdicts),
    "ledger": Fence("ledger", Empty, none, _claims_list),
    "table": Fence("table", TableFence, table_faults, _table),
    "references": Fence("references", ReferencesFence, none, _references),
    "glossary": Fence("glossary", Empty, none, _glossary),
    "guidelines": Fence("guidelines", Empty, none, field("guidelines")),
    "registers": Fence("registers", Empty, none, field("registers")),
    "helplines": Fence("helplines", Empty, none, field("helplines")),
    "text-numbers": Fence("text-numbers", Empty, none, field("helplines")),
    "abuse-numbers": Fence("abuse-numbers", Empty, none, _abuse_numbers),
    "page-changes": Fence("page-changes", Empty, none, _page_changes),
}
