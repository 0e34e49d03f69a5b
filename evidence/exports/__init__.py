"""What other programs read: Markdown copies of the pages, structured data, llms.txt, robots.txt, the site map, and the
way from old addresses to new ones. Made from the finished pages and the same data, so it cannot differ from them.

Nothing here knows a builder: `evidence.exports.finish` calls it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from evidence import DATA, DOCS
from evidence.exports import llms, markdown_copies, redirect_pages, sitemap
from evidence.loading import text_files
from evidence.loading.dataset import load_dataset
from evidence.loading.outline import outline
from evidence.loading.pages import read
from evidence.loading.rows import cached_read
from evidence.markdown.schema_org import LICENCE
from evidence.model.pages import Meta, Source
from evidence.model.urls import address_of, path_of
from evidence.words import text

if TYPE_CHECKING:
    from evidence.loading.settings import Settings


def meta_of(name: str, docs: Path = DOCS) -> Meta | None:
    """A page's front matter, by its file."""
    source: Source = cached_read(read, docs / name)[0]
    return source.meta


def copy(name: str, html: str, site: Path) -> None:
    """Writes a page's Markdown copy beside it in the built site. `html` is its article."""
    path = site / path_of(name) / markdown_copies.NAME
    licence = text("copies", "licence", address=LICENCE)
    path.write_text(markdown_copies.markdown(html, address_of(name), licence), encoding="utf-8")


def write(site: Path, settings: Settings) -> None:
    """Writes what belongs to the site as a whole."""
    dataset = load_dataset(DATA)
    metas = {name: meta for path in text_files.files(DOCS, ".md") if (meta := meta_of(name := path.relative_to(DOCS).as_posix()))}
    redirect_pages.write(site, dataset.redirects, {name: meta.title for name, meta in metas.items()})
    (site / "llms.txt").write_text(llms.llms(settings.name, settings.description, outline(settings.nav), metas, dataset),
                                   encoding="utf-8")
    (site / "robots.txt").write_text(llms.robots(), encoding="utf-8")
    sitemap.write(site, {name: meta.newest for name, meta in metas.items()})
