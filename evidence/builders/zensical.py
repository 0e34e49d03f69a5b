"""Connects the engine to Zensical. zensical.yml lists this file as a Markdown extension, because Zensical ignores hooks."""

from __future__ import annotations

import posixpath
from typing import Any

from markdown import Markdown

from evidence.loading.editions import FIRST, edition, translations
from evidence.markdown import EvidenceExtension
from evidence.markdown.context import extension


def page_of(md: Markdown) -> str:
    """Return the page's path relative to docs/. Zensical stores this path in one of the Markdown converter's preprocessors."""
    here = extension(md).edition
    folder = f"{here.docs.relative_to(here.root).as_posix()}/"
    pages = (getattr(processor, "page", None) for processor in md.preprocessors)
    paths = (str(page.path).removeprefix(folder) for page in pages if page is not None and hasattr(page, "path"))
    return next(paths, "index.md")


def makeExtension(*, language: str = FIRST, **kwargs: Any) -> EvidenceExtension:
    """Create our extension for Python-Markdown, with the options from zensical.yml.

    Zensical treats links in finished HTML as relative to the page's Markdown file. So links to review sheets must be relative
    to the folder of that Markdown file.
    """
    return EvidenceExtension(edition(language), page_of=page_of, translations=translations(), folder_of=posixpath.dirname,
                             **kwargs)
