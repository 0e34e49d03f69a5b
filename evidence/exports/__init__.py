"""Writes files for other programs: Markdown copies of the pages, open data, llms.txt, robots.txt, the sitemap, and redirects from
old addresses.

The files are made from the finished pages and the data, so they always agree with the pages. No module in this package depends on
MkDocs or Zensical.
"""

from __future__ import annotations

from pathlib import Path

from evidence.exports import llms, markdown_copies, redirect_pages, sitemap
from evidence.loading import pages
from evidence.loading.dataset import load_dataset
from evidence.loading.outline import outline
from evidence.loading.settings import load_settings
from evidence.markdown.schema_org import LICENCE
from evidence.model.edition import Edition
from evidence.model.pages import Meta
from evidence.model.urls import path_of
from evidence.words import load_words


def meta_of(name: str, edition: Edition) -> Meta | None:
    """Return the front matter of a page, given the path of its file relative to docs/."""
    return pages.read(edition.docs / name)[0].meta


def copy(name: str, html: str, site: Path, edition: Edition) -> None:
    """Write a Markdown copy of a page into the page's folder in the built site. `html` is the page's main content."""
    said = load_words(edition)
    licence = said.text("copies", "licence", address=LICENCE)
    text = markdown_copies.markdown(html, edition.address_of(name), licence, said)
    (site / path_of(name) / markdown_copies.NAME).write_text(text, encoding="utf-8")


def write(site: Path, edition: Edition) -> None:
    """Write the files that are about the whole site: redirects, llms.txt, robots.txt and the sitemap."""
    dataset, settings = load_dataset(edition), load_settings(edition)
    names = map(edition.name_of, pages.files(edition))
    metas = {name: meta for name in names if (meta := meta_of(name, edition))}
    redirect_pages.write(site, dataset.redirects, {name: meta.title for name, meta in metas.items()}, edition)
    (site / "llms.txt").write_text(llms.llms(settings, outline(settings.nav), metas, dataset, edition), encoding="utf-8")
    (site / "robots.txt").write_text(llms.robots(edition), encoding="utf-8")
    sitemap.write(site, {name: meta.newest for name, meta in metas.items() if not meta.unlisted}, edition)
