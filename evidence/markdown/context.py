"""Which page is being rendered, whoever renders it: the builder's adapter says so (`evidence.builders`)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path
from weakref import WeakKeyDictionary

from markdown import Markdown

from evidence import DOCS
from evidence.loading.pages import read
from evidence.model.pages import Meta

PageOf = Callable[[Markdown], str]
"""Returns the path of the page inside docs/, as in massage/safety.md."""

_PAGE_OF: WeakKeyDictionary[Markdown, PageOf] = WeakKeyDictionary()
"""The function that knows the current page, for each Markdown instance."""


def front_page(_md: Markdown) -> str:
    """The default page."""
    return "index.md"


def register(md: Markdown, page_of: PageOf) -> None:
    """Registers the function that knows which page this instance renders."""
    _PAGE_OF[md] = page_of


def page_path(md: Markdown) -> str:
    """Path of the page inside docs/, as in massage/safety.md."""
    return _PAGE_OF.get(md, front_page)(md)


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
