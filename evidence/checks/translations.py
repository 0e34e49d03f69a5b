"""Rules about translations: a translated page must have the same content as the English page, and must be updated when the
English page changes.

The rules compare only what does not depend on the language, such as headings, lists, digits, citations and links. A person who
speaks both languages must check the words (see TRANSLATING.md).
"""

from __future__ import annotations

import os.path
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any

from evidence.checks.article import html
from evidence.checks.citations import CITED
from evidence.checks.front_matter import at
from evidence.checks.rules import PAGE_RULES, Site, page_rule, site_rule
from evidence.checks.source import BLOCK, HEADING, LINK, Line, Page
from evidence.loading import pages
from evidence.loading.editions import FIRST
from evidence.loading.rows import cached_read
from evidence.model.pages import Kind, Meta
from evidence.model.problems import EvidenceError, Problem
from evidence.words import LackingError

CARE = {"emergency", "today", "before"}
WORDS = {"title", "description", "also_called", "condition", "therapy", "changes", "translation", "search", "line"}
"""Front-matter fields that a translation fills in with its own words, or that only a translation has."""

DATES = {"checked", "check_again"}
DRAWN = ("sure", "more_help")
"""Fields that make the frame show words from the data."""

LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2,4})?")
"""Matches the name of a folder for pages in another language, for example de or pt-br."""

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
SIGN = re.compile(r"\[!")
ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s|\s*\||:\s")


@dataclass(frozen=True, eq=False)
class Translated(Site):
    """The site in another language. Its pages may also link to English pages, by a relative path such as ../questions.md."""

    first: Site | None = None

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Return the pages in this edition and the English pages, keyed by path."""
        own = {self.edition.name_of(path): cached_read(Page.read, path, self.docs) for path in pages.files(self.edition)}
        return own | {f"../{name}": page for name, page in (self.first.pages.items() if self.first else ())}


def translated(site: Site) -> Iterator[tuple[Page, Page | None, Site]]:
    """Yield each translated page, its English page (None if there is none), and the site in the page's language."""
    for folder in site.edition.apart:
        words = site.edition.words.with_name(folder.name)
        other = replace(site.edition, language=folder.name, docs=folder, apart=(), words=words)
        there = Translated(other, site.dataset, site.dates, first=site)
        for path in pages.files(other):
            page = cached_read(Page.read, path, folder)
            yield page, site.pages.get(page.name), there


@page_rule
def translations_in_their_folder(page: Page, site: Site) -> Iterable[Problem]:
    """A page with the field "translation" must be in a folder for another language. Any page that is left out of the search,
    translated or not, must be about the project.
    """
    if page.meta is None or site.edition.language != FIRST:
        return
    folder = page.name.partition("/")[0]
    if not page.meta.translation and LANGUAGE.fullmatch(folder) and page.name != folder:
        yield page.problem(1, f'The folder docs/{folder}/ is for another language, but the site does not have that language yet.',
                           f"To add the language, first translate evidence/words/en/ into evidence/words/{folder}/. Then add the "
                           'field "translation" to the front matter of this page. TRANSLATING.md explains both steps. If the '
                           "page is in English, move it to the folder for its subject.", "translation")
    if page.meta.translation:
        folders = ", ".join(f"docs/{apart.name}/" for apart in site.edition.apart) or "there is none yet"
        yield page.problem(at(page, "translation"),
                           f'The page has the field "translation", but is not in a folder for another language ({folders}).',
                           "Move the page to the folder for its language. TRANSLATING.md explains how to add a language. If the "
                           "page is not a translation, remove the field.", "translation")
    elif page.meta.unlisted and page.meta.kind is not Kind.ABOUT:
        yield page.problem(at(page, "search"), "Readers need this page, but the search would not find it.",
                           'Remove the field "search". Only pages about the project may be left out of the search.',
                           "translation")


@site_rule
def translations_say_the_same(site: Site) -> Iterable[Problem]:
    """A translated page must have the same structure, numbers, citations and links as the newest version of the English page.
    Pages that tell people to get help must not be translated yet.

    The page rules also apply to translated pages, except for rules that depend on the words of a particular language.
    """
    for page, first, there in translated(site):
        yield from general(page, there)
        yield from drawn(page, there, site)
        if first is None or first.meta is None:
            yield page.problem(1, f"There is no English page docs/{page.name}.",
                               "Rename or move this page. Its path in the language's folder must be the same as the path of the "
                               "English page in docs/.",
                               "translation")
        elif page.meta:
            yield from refused(page, first, page.meta)
            yield from state(page, first, page.meta)


def general(page: Page, there: Site) -> Iterator[Problem]:
    """Yield the problems that page rules find on a translated page. Skip rules whose search patterns do not exist in the page's
    language.
    """
    for rule in PAGE_RULES:
        try:
            yield from rule(page, there)
        except LackingError:
            continue


def drawn(page: Page, there: Site, site: Site) -> Iterator[Problem]:
    """Yield the problems that prevent a translated page from being built, such as a missing interface string."""
    try:
        html("\n".join(page.raw), site.edition.name_of(page.path), site.edition, [there.edition], ["toc"])
    except EvidenceError as fault:
        yield from fault.problems


def refused(page: Page, first: Page, meta: Meta) -> Iterator[Problem]:
    """Yield a problem for each thing that must not be translated yet: the whole page, or a field, block or sign on the page."""
    cared = [line for page_ in (page, first) for name, line in page_.blocks if name in CARE]
    if first.kind is Kind.SAFETY or cared or meta.template:
        why = "is a leaflet" if meta.template else "tells people to get help"
        yield page.problem(1, f"docs/{page.name} must not be translated yet, because the page {why}.",
                           "Remove the translation. A clinician who speaks the language would have to approve it, and we cannot "
                           "record such approvals yet.", "translation")
    if meta.translation and meta.translation.by == "software" and not (first.kind and first.kind.traits.by_software):
        yield page.problem(at(page, "translation"),
                           "This page was translated by software. Only pages about the site may be published without a human "
                           "translator.",
                           'Have a person translate this page, then write "by: person".', "translation")
    for name in DRAWN:
        if getattr(meta, name):
            yield page.problem(at(page, name), f'The field "{name}" shows data, which we have only in English.',
                               "Do not translate this page until the data files are translated.", "translation")
    for fence in page.fences:
        yield page.problem(fence.line, f'The block "{fence.name}" shows data, which we have only in English.',
                           "Do not translate this page until the data files are translated.", "translation")
    for line in page.lines:
        if SIGN.search(line.text):
            yield page.problem(line.number, "The page shows a warning sign, but we have warning signs only in English.",
                               "Do not translate this page until a clinician has approved the signs in this language.",
                               "translation")


def state(page: Page, first: Page, meta: Meta) -> Iterator[Problem]:
    """Yield the faults in a translated page's front matter, and each difference from the English page.

    If the translation is out of date, the differences are only warnings, so that people can still change the English page.
    """
    newest = pages.read(first.path)[0].version
    folder = page.path.parents[page.name.count("/")].name
    if meta.translation is None:
        yield page.problem(1,
                           'This page is in the folder of another language, but its front matter has no field "translation".',
                           'Add the field "translation". Indented below it, write three lines: '
                           f'"to: {folder}", \'of: "{newest}"\' and "by: person" (or "by: software").', "translation")
        return
    if meta.translation.to != folder:
        yield page.problem(at(page, "translation"),
                           f'The field "to" is "{meta.translation.to}", but the page is in docs/{folder}/.',
                           f'Write "to: {folder}".', "translation")
    if not (meta.search and meta.search.exclude):
        yield page.problem(at(page, "search"), "Nobody has checked this translation, but the search would find it.",
                           'In the front matter, add "search:", and below it "  exclude: true".', "translation")
    stale = meta.translation.of != newest
    if stale:
        yield page.problem(at(page, "translation"), f"The English page docs/{page.name} has changed since it was translated.",
                           f'Translate the changes, then set the field "of" to "{newest}".', "translation", warning=True)
    for line, what, instead in (*fields(page, first, meta), *differences(page, first)):
        yield page.problem(line, what, instead, "translation", warning=stale)
    for line, what, instead in dates(page, first, meta):
        yield page.problem(line, what, instead, "translation", warning=True)


Fault = tuple[int, str, str]
"""The line of a fault, what is wrong, and what to write instead."""


def fields(page: Page, first: Page, meta: Meta) -> Iterator[Fault]:
    """Yield a fault for each front matter field that wrongly differs from the English page."""
    if first.meta is None:
        return
    for name in sorted(Meta.model_fields.keys() - WORDS - DATES):
        ours, theirs = getattr(meta, name), getattr(first.meta, name)
        if ours != theirs:
            yield at(page, name), f'"{name}" is not the same as on the English page.', as_on_that_page(name, theirs)


def dates(page: Page, first: Page, meta: Meta) -> Iterator[Fault]:
    """Yield a fault for each date in the front matter that differs from the date on the English page."""
    if first.meta is None:
        return
    for name in sorted(DATES):
        if getattr(meta, name) != (theirs := getattr(first.meta, name)):
            yield at(page, name), f'"{name}" is not the same as on the English page.', as_on_that_page(name, theirs)
    if (days := [str(change.date) for change in first.meta.changes]) != [str(change.date) for change in meta.changes]:
        yield (at(page, "changes"), "The dates in the log differ from those in the log of the English page.",
               f"Use these dates: {', '.join(days)}.")


def as_on_that_page(name: str, value: Any) -> str:
    """Return advice on how to make a field the same as on the English page."""
    if not value:
        return f'Remove the field "{name}", which the English page does not have.'
    written = f"[{', '.join(map(str, value))}]" if isinstance(value, list) else "true" if value is True else value
    return f'Write "{name}: {written}", as on the English page.'


def differences(page: Page, first: Page) -> Iterator[Fault]:
    """Compare a translated page with its English page, paragraph by paragraph, and yield a fault for each difference.

    Stop at the first paragraph that is missing or of a different type, because all later paragraphs would be compared with the
    wrong ones.
    """
    for ours, theirs in zip_longest(page.paragraphs, first.paragraphs):
        if ours is None or theirs is None or shape(ours, page) != shape(theirs, first):
            line = ours[0].number if ours else len(page.raw)
            there = (f"has something else here: line {theirs[0].number} of docs/{first.name}, “{start(theirs)}”" if theirs
                     else "ends before this paragraph")
            yield (line, f"The English page {there}.",
                   "Use the same headings, paragraphs, lists and blocks as the English page.")
            return
        line, there = ours[0].number, f"on line {theirs[0].number} of docs/{first.name} (“{start(theirs)}”)"
        for what, read in (("anchor", anchors), ("number", numbers), ("citation", citations), ("link", links)):
            have, need = (Counter(read(run, owner)) for run, owner in ((ours, page), (theirs, first)))
            for value in need - have:
                yield line, f"The {what} {value}, {there}, is missing here.", "Add it to this paragraph."
            for value in have - need:
                yield line, f"The {what} {value} is not {there}.", "Remove it, or correct it."


def start(run: list[Line]) -> str:
    """Return the first words of a paragraph, for use in a message."""
    text = " ".join(" ".join(line.text for line in run).split())
    return text if len(text) <= START else f"{text[:START].rsplit(' ', 1)[0]} …"


START = 60


def shape(run: list[Line], page: Page) -> str:
    """Return the type of a paragraph: a heading with its level, the start of a block, a list item, a table row, or running
    text.
    """
    written = page.raw[run[0].number - 1]
    if heading := HEADING.match(run[0].text):
        return heading[1]
    if block := BLOCK.match(written):
        return f"/// {block[1]}"
    item = ITEM.match(written)
    return f"{run[0].block} {item[0].strip(' 0123456789') if item else 'text'}"


def anchors(run: list[Line], page: Page) -> list[str]:
    """If a paragraph is a heading, return a list with its anchor, in the form {#tell-us}. Otherwise, return an empty list."""
    return [f"{{#{heading.anchor}}}" for heading in page.headings if heading.line == run[0].number]


def numbers(run: list[Line], _page: Page) -> list[str]:
    """Return the numbers written in digits in a paragraph. Separators such as commas are removed, because they differ between
    languages.
    """
    text = LINK.sub(r"\2", CITED.sub("", " ".join(re.sub(r"\{#[^}]*\}", "", line.text) for line in run)))
    return [re.sub(r"[.,]", "", number) for number in DIGITS.findall(text)]


def citations(run: list[Line], _page: Page) -> list[str]:
    """Return the keys of the sources that a paragraph cites."""
    return [key for line in run for mark in CITED.finditer(line.text) for key in re.findall(r"@[\w:.-]+", mark[0])]


def links(run: list[Line], page: Page) -> list[str]:
    """Return the targets of a paragraph's links. For a link to a translated page, return the path of the English page."""
    docs = page.path.parents[page.name.count("/")]
    found = []
    for line in run:
        for _, _, target in LINK.findall(line.text):
            file, mark, anchor = target.partition("#")
            if ":" not in target and file:
                place = Path(os.path.normpath(page.path.parent / file))
                for home in (docs, docs.parent):
                    if place.is_relative_to(home):
                        file = place.relative_to(home).as_posix()
                        break
            found.append(f"{file}{mark}{anchor}")
    return found
