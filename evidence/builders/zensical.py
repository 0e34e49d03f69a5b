"""The only file that knows Zensical: zensical.yml names it as a Markdown extension, since Zensical ignores hooks."""

from __future__ import annotations

import posixpath
from typing import Any

from markdown import Markdown

from evidence.loading.editions import FIRST, edition, translations
from evidence.markdown import EvidenceExtension
from evidence.markdown.context import extension


def page_of(md: Markdown) -> str:
    """Path of the page inside docs/: Zensical registers a preprocessor that knows the page."""
    here = extension(md).edition
    folder = f"{here.docs.relative_to(here.root).as_posix()}/"
    pages = (getattr(processor, "page", None) for processor in md.preprocessors)
    paths = (str(page.path).removeprefix(folder) for page in pages if page is not None and hasattr(page, "path"))
    return next(paths, "index.md")


def makeExtension(*, language: str = FIRST, **kwargs: Any) -> EvidenceExtension:
    """What Python-Markdown calls for `evidence.builders.zensical`; zensical.yml gives the options.

    Zensical reads every link in the finished HTML as one from the page's file, and rewrites it for the page's address.
    """
    return EvidenceExtension(edition(language), page_of=page_of, translations=translations(), folder_of=posixpath.dirname,
                             **kwargs)
