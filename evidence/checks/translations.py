"""Rules about translations: a page in another language has the same content as its English page, and is kept up to date with it.

Only what does not depend on a language is compared: headings with their anchors, paragraphs and lists, digits, citations, claims,
links, dates. Words, and numbers written as words, are checked by a person who speaks both languages (TRANSLATING.md).
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

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
SIGN = re.compile(r"\[!")
ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s|\s*\||:\s")


@dataclass(frozen=True, eq=False)
class Translated(Site):
    """An edition in another language. The pages of this edition may also link to pages of the first edition, by a relative path
    such as ../questions.md.
    """

    first: Site | None = None

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Return every page of the edition, and the pages of the first edition to which it can link."""
        own = {self.edition.name_of(path): cached_read(Page.read, path, self.docs) for path in pages.files(self.edition)}
        return own | {f"../{name}": page for name, page in (self.first.pages.items() if self.first else ())}


def translated(site: Site) -> Iterator[tuple[Page, Page | None, Site]]:
    """Yield each page in another language, its English page if there is one, and the site of its edition."""
    for folder in site.edition.apart:
        words = site.edition.words.with_name(folder.name)
        other = replace(site.edition, language=folder.name, docs=folder, apart=(), words=words)
        there = Translated(other, site.dataset, site.dates, site)
        for path in pages.files(other):
            page = cached_read(Page.read, path, folder)
            yield page, site.pages.get(page.name), there


@page_rule
def translations_in_their_folder(page: Page, site: Site) -> Iterable[Problem]:
    """Only pages in the folder of another language are marked as translations, and only pages about the project may be left out
    of the search.
    """
    if page.meta is None or site.edition.language != FIRST:
        return
    if page.meta.translation:
        yield page.problem(at(page, "translation"),
                           'The page has the field "translation", but is not in the folder of a language that the site has: '
                           f"{', '.join(f'docs/{folder.name}/' for folder in site.edition.apart) or 'there is none yet'}.",
                           "Move the page there. A new language first needs its words in evidence/words/, as TRANSLATING.md "
                           'says. If the page is no translation, remove the field.', "translation")
    elif page.meta.unlisted and page.meta.kind is not Kind.ABOUT:
        yield page.problem(at(page, "search"), "Readers need this page, but the search would not find it.",
                           'Remove the field "search". Only pages about the project may be left out of the search.',
                           "translation")


@site_rule
def translations_say_the_same(site: Site) -> Iterable[Problem]:
    """A translation has the same structure, numbers, citations and links as the newest version of its English page, and does not
    tell people to get help.

    A translation also follows all page rules that do not depend on words of its language.
    """
    for page, first, there in translated(site):
        yield from general(page, there)
        yield from drawn(page, there, site)
        if first is None or first.meta is None:
            yield page.problem(1, f"There is no English page docs/{page.name}.",
                               "Give the translation the same path in its language's folder as its English page has in docs/.",
                               "translation")
        elif page.meta:
            yield from refused(page, first, page.meta)
            yield from state(page, first, page.meta)


def general(page: Page, there: Site) -> Iterator[Problem]:
    """Yield the problems found by page rules that do not depend on words of the language. The other rules are only for English
    pages.
    """
    for rule in PAGE_RULES:
        try:
            yield from rule(page, there)
        except LackingError:
            continue


def drawn(page: Page, there: Site, site: Site) -> Iterator[Problem]:
    """Yield the problems that would stop a build of the page, such as a string that is missing or invalid in the language of the
    page.
    """
    try:
        html("\n".join(page.raw), site.edition.name_of(page.path), site.edition, [there.edition], ["toc"])
    except EvidenceError as fault:
        yield from fault.problems


def refused(page: Page, first: Page, meta: Meta) -> Iterator[Problem]:
    """Yield a problem for everything that must not be translated yet: pages, fields, blocks and signs."""
    cared = [line for page_ in (page, first) for name, line in page_.blocks if name in CARE]
    if first.kind is Kind.SAFETY or cared or meta.template:
        yield page.problem(1, f"docs/{page.name} tells people to get help, or is a leaflet that does.",
                           "Remove the translation. Such text may be published only after a clinician who speaks the language "
                           "has approved it, and there is no way yet to record such an approval.", "translation")
    if meta.translation and meta.translation.by == "software" and not (first.kind and first.kind.traits.by_software):
        yield page.problem(at(page, "translation"), "Software alone may translate only pages about the site.",
                           'Have a person translate this page, then write "by: person".', "translation")
    for name in DRAWN:
        if getattr(meta, name):
            yield page.problem(at(page, name), f'"{name}" shows data, which exist only in English.',
                               "Leave this page in English until the data are translated.", "translation")
    for fence in page.fences:
        yield page.problem(fence.line, f'The block "{fence.name}" shows data, which exist only in English.',
                           "Leave this page in English until the data are translated.", "translation")
    for line in page.lines:
        if SIGN.search(line.text):
            yield page.problem(line.number, "The text of a warning sign comes from the data files, which exist only in English.",
                               "Leave this page in English until a clinician has approved the signs in this language.",
                               "translation")


def state(page: Page, first: Page, meta: Meta) -> Iterator[Problem]:
    """Yield the faults in the front matter of a translation, and its differences from the English page.

    Outdated translations do not hold up a change to the English page: their differences are only warnings, and a note tells
    readers that the translation is out of date.
    """
    newest = pages.read(first.path)[0].version
    folder = page.path.parents[page.name.count("/")].name
    if meta.translation is None:
        yield page.problem(1, "This page is in the folder of another language, but does not say what it translates.",
                           f'Add "translation" with these fields: to: {folder}; of: "{newest}"; by: person (or software).',
                           "translation")
        return
    if meta.translation.to != folder:
        yield page.problem(at(page, "translation"), f'"to" is "{meta.translation.to}", but the page is in docs/{folder}/.',
                           f'Write "to: {folder}".', "translation")
    if not (meta.search and meta.search.exclude):
        yield page.problem(at(page, "search"), "Nobody has checked this translation, but the search would find it.",
                           'Add "search" with the field "exclude: true".', "translation")
    stale = meta.translation.of != newest
    if stale:
        yield page.problem(at(page, "translation"), f"docs/{page.name} has changed since this translation.",
                           f'Translate what has changed, then set the field "of" to "{newest}".', "translation", warning=True)
    for line, what, instead in (*fields(page, first, meta), *differences(page, first)):
        yield page.problem(line, what, instead, "translation", warning=stale)
    for line, what, instead in dates(page, first, meta):
        yield page.problem(line, what, instead, "translation", warning=True)


Fault = tuple[int, str, str]
"""The line of a fault, what is wrong, and what to write instead."""


def fields(page: Page, first: Page, meta: Meta) -> Iterator[Fault]:
    """Yield the fields of the front matter that do not depend on the language, but differ from those of the English page."""
    if first.meta is None:
        return
    for name in sorted(Meta.model_fields.keys() - WORDS - DATES):
        ours, theirs = getattr(meta, name), getattr(first.meta, name)
        if ours != theirs:
            yield at(page, name), f'"{name}" is not the same as on the English page.', as_on_that_page(name, theirs)


def dates(page: Page, first: Page, meta: Meta) -> Iterator[Fault]:
    """Yield the dates that differ from those of the English page. A new check of the English page changes its dates, but not its
    text.
    """
    if first.meta is None:
        return
    for name in sorted(DATES):
        if getattr(meta, name) != (theirs := getattr(first.meta, name)):
            yield at(page, name), f'"{name}" is not the same as on the English page.', as_on_that_page(name, theirs)
    if (days := [str(change.date) for change in first.meta.changes]) != [str(change.date) for change in meta.changes]:
        yield (at(page, "changes"), "The dates in the log differ from those in the log of the English page.",
               f"Use these dates: {', '.join(days)}.")


def as_on_that_page(name: str, value: Any) -> str:
    """Return the advice to give a field the value that it has on the English page."""
    if not value:
        return f'Remove the field "{name}", which the English page does not have.'
    written = f"[{', '.join(map(str, value))}]" if isinstance(value, list) else "true" if value is True else value
    return f'Write "{name}: {written}", as on the English page.'


def differences(page: Page, first: Page) -> Iterator[Fault]:
    """Yield the differences in the text, paragraph by paragraph.

    If a paragraph is missing, nothing below it can be compared, so only the missing paragraph is reported.
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
    """Return the first words of a paragraph."""
    text = " ".join(" ".join(line.text for line in run).split())
    return text if len(text) <= START else f"{text[:START].rsplit(' ', 1)[0]} …"


START = 60


def shape(run: list[Line], page: Page) -> str:
    """Return the kind of a paragraph: a heading with its level, the start of a block, a list item, a table row, or running
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
    """Return the anchor of a heading, in the form that translations use: {#tell-us}."""
    return [f"{{#{heading.anchor}}}" for heading in page.headings if heading.line == run[0].number]


def numbers(run: list[Line], _page: Page) -> list[str]:
    """Return the numbers that are written in digits in a paragraph. Separators are removed, because they differ between
    languages.
    """
    text = LINK.sub(r"\2", CITED.sub("", " ".join(re.sub(r"\{#[^}]*\}", "", line.text) for line in run)))
    return [re.sub(r"[.,]", "", number) for number in DIGITS.findall(text)]


def citations(run: list[Line], _page: Page) -> list[str]:
    """Return the sources that a paragraph cites."""
    return [key for line in run for mark in CITED.finditer(line.text) for key in re.findall(r"@[\w:.-]+", mark[0])]


def links(run: list[Line], page: Page) -> list[str]:
    """Return the targets of a paragraph's links: addresses as written, pages by the path that they share with the English
    edition.
    """
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
