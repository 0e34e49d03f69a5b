"""The only file that knows Zensical: zensical.yml names it as a Markdown extension, since Zensical ignores hooks."""

from __future__ import annotations

from typing import Any

from markdown import Markdown

from evidence.markdown import EvidenceExtension


def page_of(md: Markdown) -> str:
    """Path of the page inside docs/: Zensical registers a preprocessor that knows the page."""
    pages = (getattr(processor, "page", None) for processor in md.preprocessors)
    paths = (str(page.path).removeprefix("docs/") for page in pages if page is not None and hasattr(page, "path"))
    return next(paths, "index.md")


def makeExtension(**kwargs: Any) -> EvidenceExtension:
    """What Python-Markdown calls for `evidence.builders.zensical`."""
    return EvidenceExtension(page_of=page_of, **kwargs)
