"""Adds open data, our search index and files for other programs to a site that MkDocs or Zensical has built. No built page is
changed.

The MkDocs hook calls `finish`. After a build with Zensical, run `python -m evidence finish SITE`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from evidence import exports
from evidence.exports import open_data, review_sheets, search_index
from evidence.loading import pages
from evidence.loading.dataset import load_dataset
from evidence.markdown.signs import SIGN
from evidence.model.edition import Edition
from evidence.model.urls import path_of
from evidence.words import load_words

ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
SEARCH = Path("search", "search_index.json")
CARDS = "massage/safety.md"
"""The page that shows all situations, each as a card."""

UNUSED = ("**/*.map", "assets/javascripts/lunr", "README.md")
"""Patterns for files that builders copy into the site although no page uses them: the theme's source maps, lunr's support for
other languages, and the README of overrides/, which Zensical publishes."""


class UnfinishedError(ValueError):
    """Raised if a page is missing from the built site, or is incomplete. The message names the file."""


def finish(site: Path, edition: Edition, *, offline: bool = False, serving: bool = False) -> None:
    """Add open data, our search index and files for other programs to a built site.

    Args:
        site: the folder of the built site.
        edition: the edition (the site in one language) from which the site was built.
        offline: whether this is the offline copy, which gets only open data and the search index.
        serving: whether this is a live preview, which gets only open data and the search index.

    Raises:
        UnfinishedError: a page in docs/ was not built, or the built page has no <article> element.
    """
    address = file_of if offline else path_of
    open_data.write(site / "data", edition, address)
    search(site, edition, address)
    if serving:
        return
    remove_unused(site)
    if not offline:
        for name in map(edition.name_of, pages.files(edition)):
            text = article(site, name)
            exports.copy(name, text, site, edition)
            if meta := exports.meta_of(name, edition):
                review_sheets.write(site, name, meta, text, edition)
        exports.write(site, edition)


def file_of(name: str) -> str:
    """Return the path of a page in the offline copy of the site, for example massage/safety.html for massage/safety.md."""
    return f"{name.removesuffix('.md')}.html"


def article(site: Path, name: str) -> str:
    """Return the HTML inside the <article> element of a built page.

    Raises:
        UnfinishedError: the page is missing or has no <article> element.
    """
    path = site / path_of(name) / "index.html"
    found = ARTICLE.search(path.read_text(encoding="utf-8")) if path.is_file() else None
    if found is None:
        raise UnfinishedError(f"{path} is missing or has no article. Run: make build")
    return found[1]


def search(site: Path, edition: Edition, address: Callable[[str], str]) -> None:
    """Replace MkDocs's search index with ours. `address` returns the address of a page, given the page's file."""
    path = site / SEARCH
    if not path.is_file():  # there is no index if Zensical built the site, or if the search plugin is off
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    if search_index.is_prepared(index):
        return
    typed: dict[str, list[str]] = {}
    urgent: set[str] = set()
    for row in load_dataset(edition).synonyms:
        place = address(row.file) + (f"#{row.section}" if row.section else "")
        typed.setdefault(place, []).extend(row.words)
        urgent |= {place} if row.urgent else set()
    sources = [pages.read(file)[0] for file in pages.files(edition)]
    also = {address(edition.name_of(source.path)): source.meta.also_called for source in sources if source.meta}
    write_json(path, search_index.prepared(index, typed, also, urgent, list(cards(edition, address))))


def cards(edition: Edition, address: Callable[[str], str]) -> Iterator[search_index.Card]:
    """For each health situation on the safety page, yield a search result that contains a short answer."""
    dataset, words = load_dataset(edition), load_words(edition)["situations"]
    page = address(CARDS)

    def drawn(sign: re.Match[str]) -> str:
        return dataset.lines[sign[1]].text if sign[1] in dataset.lines else dataset.signs[sign[1]].short

    for row in dataset.situations.values():
        told = re.sub(SIGN, drawn, f"{row.ask} {row.change}")
        yield search_index.Card(address=f"{page}#{row.id}", group=f"{page}#{row.group_id}", title=row.name,
                                text=search_index.beginning(f"{words['can'][row.can]}. {told}"), names=f"{row.name} {row.small}")


def write_json(path: Path, data: object) -> None:
    """Write data to a file as compact JSON."""
    path.write_text(json.dumps(data, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")


def remove_unused(site: Path) -> None:
    """Remove the files and folders that match the patterns in `UNUSED`."""
    for pattern in UNUSED:
        for path in sorted(site.glob(pattern), reverse=True):
            for inner in sorted(path.rglob("*"), reverse=True):
                inner.rmdir() if inner.is_dir() else inner.unlink()
            path.rmdir() if path.is_dir() else path.unlink()
