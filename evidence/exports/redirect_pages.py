"""Writes a small page at each old address. The page redirects to the new address at once, without a script or a server setting.

The page contains a <meta> refresh without delay, which search engines treat as a permanent move. The redirect is relative, so it
also works if the site is in a subfolder.
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
    """Write a redirect page at each old address in the built site, and return the paths. `titles` maps each page's file to its
    title.

    Raises:
        FileExistsError: a page already exists at an old address. A rule in checks/redirects.py reports this before the build.
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
    """Return the relative address from the old page to the new one."""
    relative = posixpath.relpath(path_of(row.file) or ".", row.old.rstrip("/"))
    return f"{relative}/" + (f"#{row.section}" if row.section else "")
