"""The checks behind `make check`, and behind every build. All findings come in one run."""

from __future__ import annotations

import re
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
    rendered,
    structure,
    urgency,
    wording,
)
from evidence.checks.rules import PAGE_RULES, SITE_RULES, PageRule, Site, SiteRule
from evidence.checks.source import Page
from evidence.findings import Finding

RULE_MODULES = (assets, characters, hosts, citations, data, decision, figures, front_matter, links, moved, structure,
                wording, rendered, urgency)
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
    return sorted(finding for finding in causes(set(findings), site) if not others or finding.path.resolve() in wanted)


def causes(findings: Iterable[Finding], site: Site) -> Iterator[Finding]:
    """The findings without those that only follow from a row or a data file that could not be read.

    One comma that is missing in the bibliography would otherwise be reported a thousand times, and never where it is missing.
    """
    unread = {finding.path for finding in site.library.findings if finding.path.is_file()}
    texts = [path.read_text(encoding="utf-8") for path in sorted(unread)]
    for finding in findings:
        name = finding.about and re.compile(rf"(?<![\w.-]){re.escape(finding.about)}(?![\w-])")
        if not name or not any(name.search(text) for text in texts):
            yield finding


def results(path: Path, docs: Path = DOCS, folder: Path = DATA) -> Iterator[tuple[PageRule | SiteRule, list[Finding]]]:
    """Every rule that can speak of a file, with what it says of that file."""
    site = Site(docs, books.library(folder))
    page = next((page for page in site.pages.values() if page.path.resolve() == path.resolve()), None)
    if page is None and path.suffix == ".md":
        page = Page.read(path, path.parent)
    for module in RULE_MODULES:
        for rule in PAGE_RULES if page else ():
            if rule.__module__ == module.__name__:
                yield rule, list(causes(rule(page, site), site))
        for rule in SITE_RULES:
            if rule.__module__ == module.__name__:
                yield rule, [finding for finding in causes(rule(site), site) if finding.path.resolve() == path.resolve()]
