"""Rules about citations, and about the blocks on pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.markdown.blocks import BLOCKS
from evidence.markdown.citations import CITATION, keys_of
from evidence.markdown.fence_views import ClaimFence
from evidence.markdown.fences import FENCES, checked, options_of
from evidence.model.pages import Layer
from evidence.model.problems import Problem

CITED = re.compile(rf"(?<!\\){CITATION}")
ALMOST = re.compile(r"(?<!\\)\[@[^\]]*\]?|(?<![\w\[;@.\\])(?<!; )@[a-z]+\d{4}[a-z]?\b")
BARE_KEY = re.compile(r"(?<![\\!\]])\[([a-z]\w+)\](?!\()")
"""Matches a key in brackets without an @, such as [hartley2024]."""

BY_NAME = re.compile(r"\(?\b([A-Z][\w’'-]+),? et al\.?,? \(?((?:19|20)\d\d[a-z]?)\b\)?|"
                     r"\(([A-Z][\w’'-]+)(?:,? (?:and|&) [A-Z][\w’'-]+)?, ((?:19|20)\d\d[a-z]?)\)")
"""Matches a source that is cited by its author and year, as in "(Hartley et al., 2024)"."""

CODE_FENCES = {"", "text", "yaml", "markdown", "bibtex"}


@page_rule
def known_keys(page: Page, site: Site) -> Iterable[Problem]:
    """Every citation must have the form [@key] or [@key1; @key2], and references.bib must contain every key."""
    for line in page.lines:
        rest = line.text
        for match in CITED.finditer(line.text):
            rest = rest.replace(match[0], " " * len(match[0]))
            for key in keys_of(match[1]):
                if key not in site.dataset.references:
                    near = ", ".join(k for k in sorted(site.dataset.references) if k.startswith(key[:5]))
                    yield page.problem(line.number, f'The source "{key}" is not in docs/data/references.bib.',
                                       f"Did you mean {near}?" if near else "Check the spelling, or add the source.",
                                       "citations", about=key)
        for match in BY_NAME.finditer(rest):
            key = "".join(filter(None, match.groups())).lower()
            yield page.problem(line.number, f'"{match[0]}" names a source by its author and year.',
                               f"Cite the source by its key, such as [@{key}]. The keys are in "
                               "docs/data/references.bib.", "citations")
        for match in BARE_KEY.finditer(rest):
            if match[1] in site.dataset.references:
                yield page.problem(line.number, f'"{match[0]}" looks like a citation but is not one.',
                                   f"Write [@{match[1]}].", "citations")
        for match in ALMOST.finditer(rest) if "@" in rest else ():
            yield page.problem(line.number, f'"{match[0]}" looks like a citation but is not one.',
                               meant(match[0]), "citations")


def meant(almost: str) -> str:
    """Return advice on how to correct a malformed citation."""
    keys = re.findall(r"@\s*([a-z][\w-]*\d[\w-]*)", almost)
    return (f"Write [@{'; @'.join(keys)}]." if keys else "Write [@key] or [@key1; @key2].") + (
        " To show the brackets themselves, write `[@key]`." if "[" in almost else "")


@page_rule
def numbers_are_cited(page: Page, site: Site) -> Iterable[Problem]:
    """A paragraph with a proportion, a number of people or trials, or a number of points on a scale must cite a source."""
    if not page.for_readers:
        return
    for paragraph in page.paragraphs:
        text = " ".join(line.text for line in paragraph)
        if CITED.search(text) or text.lstrip().startswith("#"):
            continue
        match = site.words.pattern("measured").search(text) or site.words.pattern("in_words").search(text)
        if match and not BY_NAME.search(text):
            at = next((line.number for line in paragraph if match[0][:6] in line.text), paragraph[0].number)
            yield page.problem(at, f'The paragraph contains "{match[0]}" but cites no source.',
                               "Add a citation such as [@key], or leave the number out.", "numbers")


@page_rule
def blocks(page: Page, site: Site) -> Iterable[Problem]:
    """Every block must have a known name, valid options and a closing line."""
    yield from page.unclosed
    names = {block.NAME for block in BLOCKS}
    for name, line in page.blocks:
        if name not in names:
            near = get_close_matches(name.lower(), names, 1)
            yield page.problem(line, f'There is no block called "{name}".',
                               f"Did you mean {near[0]}?" if near else f"Use one of: {', '.join(sorted(names))}.", "blocks")
    for fence in page.fences:
        if fence.name in FENCES:
            yield from checked(fence.name, fence.text, page.path, fence.line, site.dataset)[1]
        elif fence.name not in CODE_FENCES:
            near = get_close_matches(fence.name.lower(), FENCES, 1)
            yield page.problem(fence.line, f'There is no data block called "{fence.name}".',
                               f"Did you mean {near[0]}?" if near else f"Use one of: {', '.join(sorted(FENCES))}.", "blocks")


def claims_drawn(page: Page) -> set[str]:
    """Return the ids of the claims that a page shows in full, not in brief."""
    drawn: set[str] = set()
    for fence in page.fences:
        if fence.name == "claim":
            options, _ = options_of("claim", fence.text, page.path, fence.line)
            if isinstance(options, ClaimFence) and not options.brief:
                drawn |= set(options.all)
    return drawn


@site_rule
def claims_at_home(site: Site) -> Iterable[Problem]:
    """Each claim in claims.yml must be shown in full on the page that the claim's field "home" names."""
    path = site.dataset.folder / "claims.yml"
    for claim in site.dataset.claims.values():
        home = site.pages.get(claim.home)
        if home is None:
            yield Problem(path, claim.at("home"),
                          f'The field "home" of the claim "{claim.id}" names docs/{claim.home}, which does not exist.',
                          'Give the path of an existing page in the field "home".', "claims")
        elif claim.id not in claims_drawn(home):
            yield Problem(path, claim.line,
                          f'The field "home" of the claim "{claim.id}" names docs/{claim.home}, but that page does not '
                          "show the claim in full.",
                          f'Add a "claim" block with "id: {claim.id}" and without "brief: true" to docs/{claim.home}.', "claims")


@site_rule
def sources_are_used(site: Site) -> Iterable[Problem]:
    """Every entry in references.bib must be cited on a page or in a data file, because nobody keeps unused entries up to date."""
    used = {key for page in site.pages.values() for line in page.lines
            for match in CITED.finditer(line.text) for key in keys_of(match[1])}
    used |= data_sources(site)
    for page in site.pages.values():
        for fence in page.fences:
            used |= set(re.findall(r"[a-z]+\d{4}[a-z]?|[a-z]\w+", fence.text)) & set(site.dataset.references)
    for reference in site.dataset.references.values():
        if reference.key not in used:
            yield Problem(site.dataset.folder / "references.bib", reference.line,
                          f'Nothing cites "{reference.key}".', "Cite the source, or remove its entry from references.bib.",
                          "citations", about=reference.key)


def data_sources(site: Site) -> set[str]:
    """Return the keys of all sources that data files name in a field such as "source", or cite in a text with [@key]."""
    used = {key for _file, _line, key in site.dataset.named_sources()}
    return used | {key for term in site.dataset.terms.values() for match in CITED.finditer(term.long)
                   for key in keys_of(match[1])}


@page_rule
def studies_say_what_is_unknown(page: Page, site: Site) -> Iterable[Problem]:
    """Every page about studies, except the list of these pages (studies/index.md), must have a section on what is not known."""
    if page.layer is not Layer.STUDIES or page.name == "studies/index.md":
        return
    unknown = site.words.pattern("what_is_unknown")
    if not any(heading.level == 2 and unknown.search(heading.text) for heading in page.headings):
        yield page.problem(1, 'This page about studies needs a section called "What we do not know".',
                           'Add the heading "## What we do not know", and write below it what nobody has studied.', "unknowns")


@page_rule
def one_next_step(page: Page, _site: Site) -> Iterable[Problem]:
    """Every page except the home page and reference pages must end with one "next" block, which contains exactly one link."""
    if page.kind is None or not page.kind.traits.next_step:
        return
    steps = [line for name, line in page.blocks if name == "next"]
    if len(steps) != 1:
        line_number = steps[1] if steps else 1
        yield page.problem(line_number, f'The page has {len(steps)} "next" blocks.',
                           'End the page with exactly one "/// next" block that contains one link.', "next step")
    if not steps:
        return
    count = len([1 for *_, block in page.links if block == "next"])
    if count != 1:
        yield page.problem(steps[0], f'The "next" block has {count} links.', 'Put exactly one link into the "next" '
                                                                                  "block.", "next step")
    after = [line for line in page.lines if line.number > steps[0] and not line.block and line.text.strip()]
    if after:
        yield page.problem(after[0].number, 'There is content after the "next" '
                                            'block.', 'Move this content above the "next" block.', "next step")
