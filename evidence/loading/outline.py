"""Reads the site's navigation from `nav` in mkdocs.yml: its parts, the pages in each part, and the pages' names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evidence.loading.settings import Nav

Outline = list[tuple[str, list[tuple[str, str]]]]
"""The parts in order, each with its pages as (name, file). Pages outside any part are in a part without a name."""


def outline(nav: Nav) -> Outline:
    """Return the top-level parts of the navigation, each with its pages."""
    parts: Outline = []
    for name, content in _items(nav):
        if not isinstance(content, str):
            parts.append((name, [(page, file) for page, file in _items(content) if isinstance(file, str)]))
        elif parts and not parts[-1][0]:
            parts[-1][1].append((name, content))
        else:
            parts.append(("", [(name, content)]))
    return parts


def names(parts: Outline) -> dict[str, str]:
    """Return each page's name in the navigation, keyed by file. An index page has the name of its part of the navigation."""
    return {file: part if part and file.endswith("/index.md") else name for part, pages in parts for name, file in pages}


def _items(nav: Nav) -> Iterator[tuple[str, Any]]:
    for entry in nav:
        yield from entry.items()
