"""Writes pages.json and claims.json, which describe our pages and claims for other programs. Also cleans the published copies of
our data files.

The same sources always produce the same two files, because the files do not contain the time of the build. docs/about/data.md
describes the fields, whose names do not change. We may add fields. If the meaning of a field changes, we increase the number in
`version`.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from evidence.checks.citations import CITED, claims_drawn
from evidence.checks.source import Page
from evidence.loading import pages as page_files
from evidence.loading import text_files
from evidence.loading.dataset import load_dataset
from evidence.loading.rows import cached_read
from evidence.markdown.citations import keys_of
from evidence.markdown.schema_org import LICENCE
from evidence.model.claims import Claim
from evidence.model.dataset import Dataset
from evidence.model.edition import Edition
from evidence.model.references import Reference
from evidence.words import load_words

PathOf = Callable[[str], str]
"""Returns the path of a page below the site's address, given the page's file. The paths in the offline pack are different."""

VERSION = 1

RELEASED = re.compile(r"^date-released: (\S+)$", re.MULTILINE)


def released(edition: Edition) -> str:
    """Return the release date of this version of the data, from CITATION.cff. If that file does not exist, return an empty
    string.
    """
    citation = edition.root / "CITATION.cff"
    found = RELEASED.search(citation.read_text(encoding="utf-8")) if citation.is_file() else None
    return found[1] if found else ""


def frame(edition: Edition, kind: str, entries: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the content of pages.json or claims.json: the given entries, and the fields that both files have, such as the
    licence.

    Each `path` in the entries is relative to the field `site`, which is empty if the site has no address.
    """
    note = load_words(edition)["data"]["note"]
    return {"version": VERSION, "released": released(edition), "site": edition.address, "licence": LICENCE, "note": note,
            kind: entries}


def pages(edition: Edition, dataset: Dataset, path_of: PathOf) -> list[dict[str, Any]]:
    """Return the entries of pages.json, one for each page with valid front matter, sorted by path."""
    found = (cached_read(Page.read, path, edition.docs) for path in page_files.files(edition))
    entries = [page_entry(page, dataset, path_of, edition.language) for page in found if page.meta]
    return sorted(entries, key=lambda entry: str(entry["path"]))


def page_entry(page: Page, dataset: Dataset, path_of: PathOf, language: str) -> dict[str, Any]:
    """Return the entry for one page in pages.json."""
    meta = page.meta
    assert meta is not None  # noqa: S101 (the caller has checked)
    drawn = claims_drawn(page) & dataset.claims.keys()
    cited = {key for line in page.lines for match in CITED.finditer(line.text) for key in keys_of(match[1])}
    cited |= {key for name in drawn for key in dataset.claims[name].sources}
    return {
        "path": path_of(page.name), "source": f"docs/{page.name}", "title": meta.title, "description": meta.description,
        "kind": meta.kind.value, "checked": meta.checked.isoformat(), "check_again_by": meta.due.isoformat(),
        "reviewed_by": [review.name for review in dataset.reviews_that_hold(page.name, meta, language)],
        "also_called": meta.also_called,
        "claims": sorted(drawn), "sources": sorted(cited & dataset.references.keys()),
        "changes": [{"date": change.date.isoformat(), "what": change.what} for change in meta.changes],
    }


def claims(dataset: Dataset, path_of: PathOf) -> list[dict[str, Any]]:
    """Return the entries of claims.json, one for each claim, in the order of claims.yml."""
    return [claim_entry(claim, dataset, path_of) for claim in dataset.claims.values()]


def claim_entry(claim: Claim, dataset: Dataset, path_of: PathOf) -> dict[str, Any]:
    """Return the entry for one claim in claims.json."""
    fields = claim.model_dump(mode="json", exclude={"sources", "home", "line"})
    return fields | {"path": f"{path_of(claim.home)}#claim-{claim.id}",
                     "sources": [source(dataset.references[key]) for key in claim.sources if key in dataset.references]}


def source(reference: Reference) -> dict[str, Any]:
    """Return the most important fields of a source. All other fields are in references.bib."""
    return {"key": reference.key, "citation": f"{reference.by}. {reference.title}. {reference.where}.",
            "year": reference.year, "design": reference.design, "found": reference.found, "checked": reference.checked,
            "doi": reference.doi, "pmid": reference.pmid, "url": reference.link}


def write(out: Path, edition: Edition, path_of: PathOf) -> list[Path]:
    """Write pages.json and claims.json into `out`, the folder for published data, and return their paths.

    Also clean the copies of the data files in this folder, because spreadsheet programs may have added invisible characters.
    """
    dataset = load_dataset(edition)
    out.mkdir(parents=True, exist_ok=True)
    files = {"pages.json": frame(edition, "pages", pages(edition, dataset, path_of)),
             "claims.json": frame(edition, "claims", claims(dataset, path_of))}
    for name, content in files.items():
        (out / name).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for path in text_files.files(edition.data, ".csv", ".yml", ".bib"):
        if (copy := out / path.name).is_file():
            copy.write_text(clean(path), encoding="utf-8", newline="\n")
    return [out / name for name in files]


def clean(path: Path) -> str:
    """Return the content of a data file without a byte order mark and with LF line endings. In a CSV file, also remove empty
    rows, and cells in columns without a header.
    """
    text, _ = text_files.read(path)
    if path.suffix != ".csv":
        return text
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([head, *(row[: len(head)] for row in rows if any(map(str.strip, row)))])
    return out.getvalue()
