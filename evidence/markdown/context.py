"""What is being rendered, whoever renders it: the edition, its words and data, and the page, which the builder knows."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from functools import cached_property
from typing import Any

from markdown import Extension, Markdown

from evidence.loading.dataset import load_dataset
from evidence.loading.pages import read
from evidence.loading.settings import Settings, load_settings
from evidence.markdown.rendering import Templates, load_templates
from evidence.model.countries import Helpline
from evidence.model.dataset import Dataset
from evidence.model.edition import Edition
from evidence.model.pages import Meta
from evidence.words import Words, load_words

PageOf = Callable[[Markdown], str]
"""Returns the path of the page inside docs/, as in massage/safety.md."""


def front_page(_md: Markdown) -> str:
    """The default page."""
    return "index.md"


class Context(Extension):
    """What the parts of the extension ask: `context(md)` finds it from the Markdown instance that they belong to."""

    def __init__(self, edition: Edition, page_of: PageOf = front_page, **kwargs: Any):
        super().__init__(**kwargs)
        self.edition = edition
        self.page_of = page_of

    def extendMarkdown(self, md: Markdown) -> None:
        for kept in ("words", "dataset", "nearest", "settings", "templates"):  # a builder uses one extension for many builds
            self.__dict__.pop(kept, None)
        md.registerExtension(self)

    def reset(self) -> None:
        """Python-Markdown calls this before each page."""

    @cached_property
    def words(self) -> Words:
        """The words of the language."""
        return load_words(self.edition)

    @cached_property
    def dataset(self) -> Dataset:
        """The data."""
        return load_dataset(self.edition)

    @cached_property
    def nearest(self) -> list[Helpline]:
        """The numbers to call that stand where there is no room for all: on paper, on leaflets and under cards."""
        return self.dataset.nearest(self.words["calls"]["nearest"])

    @cached_property
    def settings(self) -> Settings:
        """What mkdocs.yml says."""
        return load_settings(self.edition)

    @cached_property
    def templates(self) -> Templates:
        """The templates of the blocks, with the words of the language."""
        return load_templates(self.edition)


def context(md: Markdown) -> Context:
    """The context of a Markdown instance.

    Raises:
        LookupError: the instance was made without the extension, so nothing says which edition it draws.
    """
    found = next((extension for extension in md.registeredExtensions if isinstance(extension, Context)), None)
    if found is None:
        raise LookupError("This Markdown instance has no edition: give it EvidenceExtension.")
    return found


def page_path(md: Markdown) -> str:
    """Path of the page inside docs/, as in massage/safety.md."""
    return context(md).page_of(md)


def page_meta(md: Markdown) -> Meta | None:
    """Front matter of the page, read from its file: builders do not hand it to extensions."""
    path = context(md).edition.docs / page_path(md)
    return read(path)[0].meta if path.is_file() else None


def relative(md: Markdown, target: str) -> str:
    """A link from this page to another source file, as an author would write it."""
    path, _, anchor = target.partition("#")
    here = page_path(md)
    link = "" if path == here else posixpath.relpath(path, posixpath.dirname(here) or ".")
    return link + (f"#{anchor}" if anchor else "")
