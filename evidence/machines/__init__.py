"""What other programs get to read: Markdown copies of the pages, structured data, llms.txt, robots.txt, the site map, and the
way from old addresses to new ones. Made from the finished pages and the same data, so it cannot say anything else than they do.

Nothing here knows a builder: `evidence.finish` calls it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from evidence import DATA, DOCS, text_files
from evidence.address import address_of, path_of
from evidence.library import library
from evidence.machines import llms, plain_text, redirects, sitemap
from evidence.machines.outline import outline
from evidence.pages import Meta, Source, read
from evidence.published import LICENCE
from evidence.rows import fresh

if TYPE_CHECKING:
    from evidence.settings import Settings

FOOT = f"Words, pictures and data: CC BY 4.0 ({LICENCE}). Information, not medical advice."


def meta_of(name: str, docs: Path = DOCS) -> Meta | None:
    """A page's front matter, by its file."""
    source: Source = fresh(read, docs / name)[0]
    return source.meta


def copy(name: str, html: str, site: Path) -> None:
    """Writes a page's Markdown copy beside it in the built site. `html` is its article."""
    path = site / path_of(name) / plain_text.NAME
    path.write_text(plain_text.markdown(html, address_of(name), FOOT), encoding="utf-8")


def write(site: Path, settings: Settings) -> None:
    """Writes what belongs to the site as a whole."""
    books = library(DATA)
    metas = {name: meta for path in text_files.files(DOCS, ".md") if (meta := meta_of(name := path.relative_to(DOCS).as_posix()))}
    redirects.write(site, books.moved, {name: meta.title for name, meta in metas.items()})
    (site / "llms.txt").write_text(llms.llms(settings.name, settings.description, outline(settings.nav), metas, books),
                                   encoding="utf-8")
    (site / "robots.txt").write_text(llms.robots(), encoding="utf-8")
    sitemap.write(site, {name: meta.newest for name, meta in metas.items()})
