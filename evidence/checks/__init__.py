"""The checks behind `make check`, and behind every build. All findings come in one run."""

from __future__ import annotations

from collections.abc import Iterable
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
    structure,
    wording,
)
from evidence.checks.rules import PAGE_RULES, SITE_RULES, Site
from evidence.checks.source import Page
from evidence.findings import Finding

RULE_MODULES = (assets, characters, hosts, citations, data, decision, figures, front_matter, links, structure, wording)
"""Importing a module registers its rules."""


def run(paths: Iterable[Path] = (), docs: Path = DOCS, folder: Path = DATA, dates: bool = True) -> list[Finding]:
    """All findings, sorted by place. With `paths`, only those pages and no rules about the whole."""
    site = Site(docs, books.library(folder), dates)
    wanted = {path.resolve() for path in paths}
    pages = [page for page in site.pages.values() if not wanted or page.path.resolve() in wanted]
    pages += [Page.read(path, path.parent) for path in sorted(wanted - {page.path.resolve() for page in pages})]
    findings = [finding for page in pages for rule in PAGE_RULES for finding in rule(page, site)]
    if not wanted:
        findings += [finding for rule in SITE_RULES for finding in rule(site)]
    return sorted(set(findings))
