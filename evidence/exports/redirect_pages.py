"""Leaves a plain page at each old address, which redirects at once: no script, no server's help, nothing to configure.

Search engines take a refresh without delay as a move for good; the canonical link says the same. The way is
written from the old page, so that it works in a folder below a site as well.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from pathlib import Path

from evidence.markdown.rendering import load_templates
from evidence.model.edition import Edition
from evidence.model.redirects import Redirect
from evidence.model.urls import path_of


def write(out: Path, moved: Iterable[Redirect], titles: dict[str, str], edition: Edition) -> list[Path]:
    """Writes a page for each old address into the built site. `titles` gives each page's title by its file.

    Raises:
        FileExistsError: a page is there. The rule in checks/redirects.py says so before anything is built.
    """
    written = []
    for row in moved:
        path = out / row.old / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(load_templates(edition).render(
                "moved", title=titles[row.file], target=way(row), address=edition.address_of(row.file)) + "\n")
        written.append(path)
    return written


def way(row: Redirect) -> str:
    """From the old address to the new one, relative."""
    relative = posixpath.relpath(path_of(row.file) or ".", row.old.rstrip("/"))
    return f"{relative}/" + (f"#{row.section}" if row.section else "")
