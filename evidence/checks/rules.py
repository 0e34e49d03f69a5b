"""Defines the class `Site`, which every rule receives, and keeps the lists of all rules.

A rule is a function. The first paragraph of its docstring tells contributors what the rule requires. A rule about one page
takes the arguments (page, site), and a site-wide rule takes (site).
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from evidence.checks.source import Page
from evidence.loading import pages, text_files
from evidence.loading.dataset import load_dataset
from evidence.loading.editions import FIRST
from evidence.loading.rows import cached_read
from evidence.markdown.stylesheet import GENERATED, SHEET
from evidence.model.claims import Claim
from evidence.model.dataset import Dataset
from evidence.model.edition import Edition
from evidence.model.problems import EvidenceError, Problem
from evidence.model.traces import Traces
from evidence.words import Words, load_words

PageRule = Callable[[Page, "Site"], Iterable[Problem]]
SiteRule = Callable[["Site"], Iterable[Problem]]
PAGE_RULES: list[PageRule] = []
SITE_RULES: list[SiteRule] = []
ARTICLE_RULES: list[PageRule] = []
"""The rules in PAGE_RULES that read the built article. A build runs these after building all articles, before writing any."""


def page_rule(rule: PageRule) -> PageRule:
    """Register a function as a rule about one page."""
    PAGE_RULES.append(rule)
    return rule


def article_rule(rule: PageRule) -> PageRule:
    """Register a function as a rule about the built article (the main content) of one page."""
    ARTICLE_RULES.append(rule)
    return page_rule(rule)


def site_rule(rule: SiteRule) -> SiteRule:
    """Register a function as a site-wide rule."""
    SITE_RULES.append(rule)
    return rule


@dataclass(frozen=True, eq=False)
class Site:
    """All pages and all data of an edition (the site in one language).

    If `dates` is False, the rules ignore today's date. If `only` is given, it contains the paths of the pages whose problems the
    caller needs, and slow rules skip all other pages.
    """

    edition: Edition
    dataset: Dataset
    dates: bool = True
    only: frozenset[Path] | None = None

    @classmethod
    def of(cls, edition: Edition, dates: bool = True, only: frozenset[Path] | None = None) -> Site:
        """Load the data of an edition (the site in one language), and return its `Site`."""
        return cls(edition, load_dataset(edition), dates, only)

    @property
    def docs(self) -> Path:
        """Return the folder with the pages and all other files that are published."""
        return self.edition.docs

    @property
    def root(self) -> Path:
        """Return the root folder of the repository."""
        return self.edition.root

    @cached_property
    def words(self) -> Words:
        """Return the interface strings and search patterns in the edition's language."""
        return load_words(self.edition)

    @cached_property
    def noted(self) -> Words:
        """Return the interface strings and search patterns in English. Rules about data need them, because the data is in
        English in all editions.
        """
        return load_words(replace(self.edition, language=FIRST, words=self.edition.words.with_name(FIRST)))

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Return every page, keyed by its path relative to docs/."""
        found = (cached_read(Page.read, path, self.docs) for path in pages.files(self.edition))
        return {page.name: page for page in found}

    @cached_property
    def wanted(self) -> dict[str, Page]:
        """Return the pages whose problems the caller needs, keyed by their path relative to docs/."""
        return {name: page for name, page in self.pages.items() if self.only is None or page.path.resolve() in self.only}

    @property
    def readable(self) -> bool:
        """Return whether every data row could be read. If not, the checks that depend on data rows are skipped."""
        return not self.dataset.problems

    @cached_property
    def claims_from(self) -> dict[str, tuple[Claim, ...]]:
        """Return the entries of claims.yml that cite each source, keyed by the source's key in references.bib."""
        keys = dict.fromkeys(key for claim in self.dataset.claims.values() for key in claim.sources)
        return {key: tuple(claim for claim in self.dataset.claims.values() if key in claim.sources) for key in keys}

    @cached_property
    def traces(self) -> Traces:
        """Return all numbers in the sources, the data rows and the calculations."""
        return Traces(self.dataset, self.noted.numbers)

    @cached_property
    def names(self) -> dict[str, set[str]]:
        """Return the paths of the pages with each title, keyed by the title in lower case. Titles come from the front matter
        and the navigation.
        """
        from evidence.checks.file_names import listed  # noqa: PLC0415 (file_names imports this module)

        found: dict[str, set[str]] = {}
        try:
            menu = listed(self)
        except EvidenceError:  # another rule reports settings that cannot be read
            menu = {}
        for name, page in self.pages.items():
            for words in {menu.get(name, ""), page.meta.title if page.meta else ""} - {""}:
                found.setdefault(words.lower(), set()).add(name)
        return found

    @cached_property
    def linked(self) -> dict[str, list[tuple[str, str]]]:
        """Return the links to anchors, as (page with the link, anchor), keyed by the page to which the link leads."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for page in self.pages.values():
            for _line, _text, target, _block in page.links:
                path, _, anchor = target.partition("#")
                if anchor:
                    found[posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))].append((page.name, anchor))
        return found

    @cached_property
    def template_ids(self) -> dict[str, tuple[set[str], set[str]]]:
        """Return the HTML ids in each template, in the form that `evidence.checks.links.ids` returns."""
        from evidence.checks.links import ids  # noqa: PLC0415 (links imports this module)

        return ids(self.edition.templates)

    @cached_property
    def texts(self) -> dict[Path, tuple[str, ...]]:
        """Return the lines of the data files, drawings, styles, scripts, templates, settings and documents about the project.
        Pages and generated files are left out.
        """
        root = self.root
        places = (self.docs, root / "overrides", root / "styles", root / "evidence" / "markdown" / "templates",
                  root / "evidence" / "words", root / ".github" / "ISSUE_TEMPLATE")
        found = [path for place in places for path in text_files.files(place, *TEXT)]
        found += [path for place in (root, root / ".github") for path in text_files.files(place, *DOCUMENTS, deep=False)]
        return {path: tuple(cached_read(text_files.read, path)[0].split("\n")) for path in sorted(found)
                if not (path.suffix == ".md" and path.is_relative_to(self.docs))
                and path.relative_to(root).as_posix() not in GENERATED - {SHEET}}


TEXT = {".md", ".yml", ".csv", ".bib", ".svg", ".css", ".js", ".html", ".txt", ".json", ".xml"}
DOCUMENTS = {".md", ".yml", ".cff"}
