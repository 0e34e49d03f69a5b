"""Rules about folders and file names: every name in docs/ must work as a web address and on every computer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from evidence.checks.rules import Site, site_rule
from evidence.loading import text_files
from evidence.loading.rows import cached_read
from evidence.loading.settings import load_settings
from evidence.model.edition import Edition
from evidence.model.problems import Problem
from evidence.model.urls import path_of

PAGE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FILE_NAME = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Matches file names that Windows reserves."""

FOR_FILES = ("assets", "data")
DATA = (".csv", ".yml", ".bib")
TAKEN = {"assets/", "data/", "search/", "404/"}
"""Addresses that the builders use themselves."""

UNBUILT = "templates"
"""A folder in docs/ that MkDocs does not publish."""

LONGEST = 100
TEMPLATES = {".html"}
"""The file types that overrides/ may contain, besides its README. The builders would publish any other file there."""


@site_rule
def names(site: Site) -> Iterable[Problem]:
    """File names in docs/ must contain only lower-case letters, digits and hyphens. Folders for data or pictures must not contain
    pages.
    """
    raised: set[str] = set()
    for path in text_files.files(site.docs):
        parts = path.relative_to(site.docs).parts
        page = path.suffix == ".md" and not text_files.LEFT.fullmatch(path.name)
        for count, part in enumerate(parts if page else (), 1):
            if part != part.lower() and (name := "/".join(parts[:count])) not in raised:
                raised.add(name)
                small = name.lower()
                taken = (site.docs / small).exists() and small in site.pages and _both(path)
                yield Problem(path, 1, f'The name "{name}" contains capital letters. Some computers treat capital and '
                                       "small letters as the same, and others do not.",
                              f"docs/{small} exists already. Delete this file, or give it another name." if taken else
                              f'Rename the file: git mv "docs/{name}" "docs/{small.replace(" ", "-")}".', "names")
        for fault in _name_faults(tuple(map(str.lower, parts)) if page else parts, path.suffix == ".md"):
            yield Problem(path, 1, *fault, "names")


def _both(path: Path) -> bool:
    return path.name.lower() in {other.name for other in path.parent.iterdir()}


def _name_faults(parts: tuple[str, ...], page: bool) -> Iterator[tuple[str, str]]:
    *folders, name = parts
    if text_files.LEFT.fullmatch(name):
        yield (f'"{name}" looks like a copy, or like a file that another program left behind.',
               "Delete it. If it is meant to be a separate page, give it a name such as safe-for-you.md.")
        return
    if not all(PAGE_NAME.fullmatch(part) for part in (*folders, *([name.removesuffix(".md")] if page else []))) or (
            not FILE_NAME.fullmatch(name)):
        yield (f'The name "{"/".join(parts)}" does not work as a file name or an address everywhere.',
               f"Use lower-case letters, digits and single hyphens, for example safe-for-you{Path(name).suffix.lower()}.")
    if any(RESERVED.fullmatch(part) for part in parts):
        yield f'The name "{"/".join(parts)}" is reserved by Windows.', "Choose another name."
    if len("/".join(parts)) > LONGEST:
        yield f"The path has more than {LONGEST} characters.", "Choose shorter names."
    if page and folders and folders[0] in FOR_FILES:
        yield f"docs/{folders[0]}/ must not contain pages.", "Move the page to the folder for its subject."
    if name.endswith(DATA) and folders != ["data"]:
        yield (f'"{"/".join(parts)}" is not directly in docs/data, so nothing would use it.',
               "If it belongs to a file there, add its rows to that file. Otherwise, delete it.")
    if folders and folders[0] == UNBUILT:
        yield f"MkDocs ignores docs/{UNBUILT}/, so nothing in it would be published.", "Choose another name for the folder."


@site_rule
def pages_are_in_docs(site: Site) -> Iterable[Problem]:
    """Every page must be in docs/, because pages in other folders are not published."""
    for path in [*site.root.glob("*.md"), *(path for folder in site.root.glob("*/") if _may_hold_pages(folder, site)
                                            for path in text_files.files(folder, ".md"))]:
        if PAGE.match(text_files.read(path)[0]):
            name = path.relative_to(site.root).as_posix()
            yield Problem(path, 1, "This page is outside docs/, so readers would never see it.",
                          f'Move the page: git mv "{name}" "docs/{name}".', "files")


PAGE = re.compile(r"---\n(?:(?!---)[^\n]*\n)*?kind: ")
"""Matches the front matter of a page of this site."""


def _may_hold_pages(folder: Path, site: Site) -> bool:
    return folder != site.docs and not folder.name.startswith(".") and folder.name not in OTHERS


OTHERS = {"page-templates", "tests", "site", "site.new", "site.old", "dist"}


@site_rule
def addresses(site: Site) -> Iterable[Problem]:
    """Each page must have its own address. For example, x.md and x/index.md would have the same address, so one page would
    replace the other.
    """
    seen: dict[str, str] = {}
    for name, page in site.pages.items():
        other = seen.setdefault(path_of(name), name)
        if other != name:
            yield page.problem(1, f"docs/{other} has the same address as this page ({path_of(name)}).", "Rename one of them.",
                               "names")
        if path_of(name) in TAKEN:
            yield page.problem(1, f'The site itself already uses the address "{path_of(name)}".',
                               "Rename the page.", "names")


@site_rule
def no_links(site: Site) -> Iterable[Problem]:
    """docs/ and the template folders must not contain symbolic links, because their targets would be published without review."""
    root = site.root
    for folder in (site.docs, root / "overrides", root / "evidence" / "markdown" / "templates"):
        for path in text_files.links(folder):
            yield Problem(path, 1, "This is a symbolic link, and its target would be published without review.",
                          "Replace the link with the file itself, or remove the link.",
                          "files")


@site_rule
def only_templates(site: Site) -> Iterable[Problem]:
    """overrides/ must contain only templates and a README, because any other file there would be published unchanged."""
    overrides = site.edition.templates
    for path in text_files.files(overrides):
        if path.suffix not in TEMPLATES and path != overrides / "README.md":
            yield Problem(path, 1, "overrides/ is only for templates. Any other file there would be published unchanged.",
                          "If it is a picture, move it to docs/assets. Otherwise, delete it.", "files")


@site_rule
def readable(site: Site) -> Iterable[Problem]:
    """Every text file must be plain text in UTF-8."""
    for path in site.texts:
        yield from cached_read(text_files.read, path)[1]


def listed(site: Site) -> dict[str, str]:
    """Return the titles of the pages in the navigation menu, keyed by file path.

    Raises:
        EvidenceError: mkdocs.yml cannot be read.
    """
    return dict(_leaves(load_settings(site.edition).nav))


def _leaves(nav: object, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(nav, str):
        yield nav, name
    elif isinstance(nav, dict):
        for key, value in nav.items():
            yield from _leaves(value, str(key))
    elif isinstance(nav, list):
        for entry in nav:
            yield from _leaves(entry)


def templates(edition: Edition) -> set[str]:
    """Return the file names of the templates that a page may name in its front matter."""
    return {path.name for path in text_files.files(edition.templates, ".html", deep=False)} - {"main.html", "404.html"}


def scripts(edition: Edition) -> set[str]:
    """Return the file names of the scripts that a page may name in its front matter."""
    return {path.name for path in text_files.files(edition.scripts, ".js")}
