"""What other programs get to read: Markdown copies of the pages, structured data, llms.txt, robots.txt, and the way from old
addresses to new ones. Made at build time from the finished pages and the same data, so it cannot say anything else than they do.

Nothing here knows MkDocs; the hook calls it. A builder that ignores hooks makes the same pages without it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from evidence import DATA, DOCS
from evidence.address import address_of, path_of
from evidence.library import library
from evidence.machines import llms, plain_text, redirects, structured_data
from evidence.machines.outline import Nav, names, outline
from evidence.pages import Meta, Source, read
from evidence.published import LICENCE
from evidence.rows import fresh

FOOT = f"Words, pictures and data: CC BY 4.0 ({LICENCE}). Information, not medical advice."


def meta_of(name: str, docs: Path = DOCS) -> Meta | None:
    """A page's front matter, by its file."""
    source: Source = fresh(read, docs / name)[0]
    return source.meta


def copy(name: str, html: str, site: Path, skip: bool = False) -> date | None:
    """Writes a page's Markdown copy beside it in the built site. Returns the day of the page's newest change."""
    if not skip:
        path = site / path_of(name) / plain_text.NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(plain_text.markdown(html, address_of(name), FOOT), encoding="utf-8")
    meta = meta_of(name)
    return meta.newest if meta else None


def head(name: str, html: str, nav: Nav, author: str) -> dict[str, Any]:
    """What the templates need for a page's head; empty where there is nothing to say."""
    meta = meta_of(name)
    if meta is None:
        return {}
    data = structured_data.graph(name, meta, html, library(DATA), names(outline(nav)), author)
    return {"structured_data": data, "plain_copy": plain_text.NAME}


def write(site: Path, title: str, description: str, nav: Nav) -> None:
    """Writes what belongs to the site as a whole."""
    books = library(DATA)
    metas = {name: meta for path in DOCS.rglob("*.md") if (meta := meta_of(name := path.relative_to(DOCS).as_posix()))}
    redirects.write(site, books.moved, {name: meta.title for name, meta in metas.items()})
    (site / "llms.txt").write_text(llms.llms(title, description.strip(), outline(nav), metas, books), encoding="utf-8")
    (site / "robots.txt").write_text(llms.robots(), encoding="utf-8")
