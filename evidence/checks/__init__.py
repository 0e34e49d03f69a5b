"""The checks behind `make check`, and behind every build. All findings come in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from evidence import DATA, DOCS
from evidence import library as books
from evidence.checks import (
    assets,
    characters,
    citations,
    data,
    decision,
    figures,
    front_matter,
    hosts,
    links,
    moved,
    structure,
    wording,
)
from evidence.checks.rules import PAGE_RULES, SITE_RULES, PageRule, Site, SiteRule
from evidence.checks.source import Page
from evidence.findings import Finding

RULE_MODULES = (assets, characters, hosts, citations, data, decision, figures, front_matter, links, moved, structure, wording)
"""Importing a module registers its rules."""


def run(paths: Iterable[Path] = (), docs: Path = DOCS, folder: Path = DATA, dates: bool = True) -> list[Finding]:
    """All findings, sorted by place. With `paths`, only those files; where all are pages, no rules about the whole."""
    site = Site(docs, books.library(folder), dates)
    wanted = {path.resolve() for path in paths}
    pages = [page for page in site.pages.values() if not wanted or page.path.resolve() in wanted]
    others = {path for path in wanted if path.suffix != ".md"}
    pages += [Page.read(path, path.parent) for path in sorted(wanted - others - {page.path.resolve() for page in pages})]
    findings = [finding for page in pages for rule in PAGE_RULES for finding in rule(page, site)]
    if others or not wanted:
        findings += [finding for rule in SITE_RULES for finding in rule(site)]
    return sorted(finding for finding in set(findings) if not others or finding.path.resolve() in wanted)


def results(path: Path, docs: Path = DOCS, folder: Path = DATA) -> Iterator[tuple[PageRule | SiteRule, list[Finding]]]:
    """Every rule that can speak of a file, with what it says of that file."""
    site = Site(docs, books.library(folder))
    page = next((page for page in site.pages.values() if page.path.resolve() == path.resolve()), None)
    if page is None and path.suffix == ".md":
        page = Page.read(path, path.parent)
    for module in RULE_MODULES:
        for rule in PAGE_RULES if page else ():
            if rule.__module__ == module.__name__:
                yield rule, list(rule(page, site))
        for rule in SITE_RULES:
            if rule.__module__ == module.__name__:
                yield rule, [finding for finding in rule(site) if finding.path.resolve() == path.resolve()]
