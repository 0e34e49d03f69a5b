"""Which page is being rendered, whoever renders it.

MkDocs registers a tree processor that holds the page's file; Zensical registers a preprocessor
that holds the page; unit tests pass a path. Python-Markdown itself knows nothing of pages.
"""

from __future__ import annotations

import posixpath
from pathlib import Path

from markdown import Markdown

from evidence import DOCS
from evidence.pages import Meta, read


def page_path(md: Markdown) -> str:
    """Path of the page inside docs/, as in massage/safety.md; index.md where nobody says."""
    for processor in md.treeprocessors:
        file = getattr(processor, "file", None)
        if file is not None and hasattr(file, "src_uri"):
            return file.src_uri
    for processor in md.preprocessors:
        page = getattr(processor, "page", None)
        if page is not None and hasattr(page, "path"):
            return str(page.path).removeprefix("docs/")
    return "index.md"


def page_meta(md: Markdown) -> Meta | None:
    """Front matter of the page, read from its file: builders do not hand it to extensions."""
    path = Path(DOCS, page_path(md))
    return read(path)[0].meta if path.is_file() else None


def relative(md: Markdown, target: str) -> str:
    """A link from this page to another source file, as an author would write it."""
    path, _, anchor = target.partition("#")
    here = page_path(md)
    link = "" if path == here else posixpath.relpath(path, posixpath.dirname(here) or ".")
    return link + (f"#{anchor}" if anchor else "")
