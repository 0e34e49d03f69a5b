"""Gives other modules the path of the current page, and the wording and data in the page's language."""

from __future__ import annotations

import os.path
import posixpath
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown

from evidence.loading import text_files
from evidence.loading.dataset import load_dataset
from evidence.loading.pages import read
from evidence.loading.settings import Settings, load_settings
from evidence.markdown.rendering import Templates, load_templates
from evidence.model.countries import Helpline
from evidence.model.dataset import Dataset
from evidence.model.edition import Edition
from evidence.model.pages import Layer, Meta, layer_of
from evidence.words import Words, load_words

PageOf = Callable[[Markdown], str]
"""Returns the path of the page inside docs/, for example massage/safety.md."""


def front_page(_md: Markdown) -> str:
    """Return the path of the home page. Outside MkDocs and Zensical, all Markdown is rendered as if it were on the home page."""
    return "index.md"


class Context(Extension):
    """The wording, the data and the templates for the site in one language. All parts of the extension get this object from
    `context(md)`.
    """

    def __init__(self, edition: Edition, page_of: PageOf = front_page, translations: Iterable[Edition] = (), **kwargs: Any):
        super().__init__(**kwargs)
        self.edition = edition
        self.page_of = page_of
        self.translations = [Context(other, page_of) for other in translations]
        self._places: dict[str, tuple[Context, str]] = {}

    def extendMarkdown(self, md: Markdown) -> None:
        for here in (self, *self.translations):  # a later build with the same extension must load everything again
            for kept in ("words", "dataset", "nearest", "settings", "templates"):
                here.__dict__.pop(kept, None)
        md.registerExtension(self)

    def reset(self) -> None:
        """Do nothing, because this object keeps no data about individual pages."""

    def place(self, page: str) -> tuple[Context, str]:
        """Return the `Context` for the language of a page, and the page's path relative to the folder for that language."""
        if page not in self._places:
            path = self.edition.docs / page
            here = next((other for other in self.translations if path.is_relative_to(other.edition.docs)), self)
            self._places[page] = here, here.edition.name_of(path)
        return self._places[page]

    @cached_property
    def words(self) -> Words:
        return load_words(self.edition)

    @cached_property
    def dataset(self) -> Dataset:
        return load_dataset(self.edition)

    @cached_property
    def nearest(self) -> list[Helpline]:
        """Return the telephone numbers of the main countries, for leaflets and cards that have no room for all countries."""
        return self.dataset.nearest(self.words["calls"]["nearest"])

    @cached_property
    def settings(self) -> Settings:
        return load_settings(self.edition)

    @cached_property
    def templates(self) -> Templates:
        return load_templates(self.edition)


def extension(md: Markdown) -> Context:
    """Return the English site's `Context`, which is registered with the Markdown instance.

    Raises:
        LookupError: the instance has no EvidenceExtension.
    """
    found = next((extension for extension in md.registeredExtensions if isinstance(extension, Context)), None)
    if found is None:
        raise LookupError("This Markdown instance has no edition. Add EvidenceExtension to its extensions.")
    return found


def context(md: Markdown) -> Context:
    """Return the `Context` for the language of the page that is being rendered.

    Raises:
        LookupError: the instance has no EvidenceExtension.
    """
    first = extension(md)
    return first.place(first.page_of(md))[0]


def page_path(md: Markdown) -> str:
    """Return the current page's path relative to the folder for the page's language, for example massage/safety.md."""
    first = extension(md)
    return first.place(first.page_of(md))[1]


def layer(md: Markdown) -> Layer:
    """Return the layer of the current page, for example "studies". This function considers only the page's folder."""
    return layer_of(page_path(md), None)


def page_meta(md: Markdown) -> Meta | None:
    """Return the front matter of the current page. Extensions do not receive front matter, so this function reads the page's
    file.
    """
    path = context(md).edition.docs / page_path(md)
    return read(path)[0].meta if path.is_file() else None


def relative(md: Markdown, target: str) -> str:
    """Return a link from the current page to another page, in the form in which an author would write the link.

    On a translated page, link to the English page if the target has not been translated.
    """
    path, _, anchor = target.partition("#")
    here, this = page_path(md), context(md)
    if this is not extension(md) and not text_files.is_there(this.edition.docs / path):
        link = to_first(md, path)
    else:
        link = "" if path == here else posixpath.relpath(path, posixpath.dirname(here) or ".")
    return link + (f"#{anchor}" if anchor else "")


def to_first(md: Markdown, path: str) -> str:
    """Return a link from the current page to an English page."""
    here = context(md).edition.docs / page_path(md)
    return Path(os.path.relpath(extension(md).edition.docs / path, here.parent)).as_posix()
