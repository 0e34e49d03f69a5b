"""Rules about links and anchors: every link must go to an existing page or section, and its text must say where it goes."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from evidence.checks.citations import claims_drawn
from evidence.checks.rules import Site, page_rule
from evidence.checks.source import Page
from evidence.loading import text_files
from evidence.loading.rows import cached_read
from evidence.markdown.fences import FENCES
from evidence.markdown.rendering import FOLDER as TEMPLATES
from evidence.model.problems import Problem

DEFINITION = re.compile(r"^ {0,3}\[(?!@)[^\]]+\]:")
"""Matches the definition of a reference-style link: the line "[name]: target" that belongs to "[text][name]"."""


def anchors(page: Page, site: Site, headings: bool = True) -> set[str]:
    """Return the anchors (the parts of addresses after #) on the built page. If `headings` is False, leave out the anchors of
    headings.
    """
    found = {heading.anchor for heading in page.headings} if headings else set()
    found |= {f"claim-{name}" for name in claims_drawn(page)
              if name in site.dataset.claims and site.dataset.claims[name].home == page.name}
    names = {fence.name for fence in page.fences}
    if "glossary" in names:
        found |= set(site.dataset.terms)
    if "ledger" in names:
        found |= set(site.dataset.claims)
    if "references" in names:
        found |= set(site.dataset.references)
    for name in names & {"guidelines", "registers"}:
        found |= {row.id for row in getattr(site.dataset, name)}
    drawn = {card for fence in page.fences if fence.name == "warning-signs" for card in re.findall(r"[a-z][a-z-]*", fence.text)}
    found |= {f"card-{name}" for name in drawn & set(site.dataset.cards)}
    if "situations" in names:
        rows = site.dataset.situations.values()
        found |= {row.id for row in rows} | {row.group_id for row in rows}
    if "our-cautions" in names:
        found |= {f"caution-{name}" for rows in (site.dataset.signs, site.dataset.situations)
                  for name, row in rows.items() if row.caution}
    return found | {"sources"}


OWN = re.compile(r"[a-z0-9][a-z0-9-]*")
ID = re.compile(r'\bid="([\w-]*)(\{\{|")')
MACROS = {"macros", "status", "tabs", "sure", "onpage", "tools", "handout-foot", "sources", "citation"}
"""The names of our templates that are available to every page."""


def ids(overrides: Path) -> dict[str, tuple[set[str], set[str]]]:
    """Return the HTML ids in each template, as {template name: (complete ids, prefixes)}. A prefix is the start of an id that
    ends in a value from the data. The name "" stands for all templates that every page can use.
    """
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for folder in (overrides, TEMPLATES):
        for path in text_files.files(folder, ".html"):
            name = "" if folder == overrides or path.stem in MACROS else path.stem
            for text, end in cached_read(_ids_of, path):
                found[name][end != '"'].add(text)
    return found


def _ids_of(path: Path) -> list[tuple[str, str]]:
    return [(text, end) for text, end in ID.findall(text_files.read(path)[0]) if text]


def taken(page: Page, site: Site) -> tuple[set[str], tuple[str, ...]]:
    """Return the HTML ids on a page that do not belong to headings, as (complete ids, prefixes of ids)."""
    given = site.template_ids
    used = [given[name] for name in ("", *(FENCES[fence.name].template for fence in page.fences if fence.name in FENCES))]
    whole = anchors(page, site, headings=False).union(*(one for one, _ in used))
    return whole, ("__", *sorted(set().union(*(start for _, start in used))))


@page_rule
def own_anchors(page: Page, site: Site) -> Iterable[Problem]:
    """The anchor of a heading must be valid, and nothing else on the page may have the same anchor."""
    whole, beginnings = taken(page, site)
    for heading in page.headings:
        if heading.own and not OWN.fullmatch(heading.anchor):
            yield page.problem(heading.line, f'"#{heading.anchor}" is not a valid anchor.',
                               "Use only lower-case letters, digits and hyphens.",
                               "anchors")
        elif heading.anchor in whole or heading.anchor.startswith(beginnings):
            yield page.problem(heading.line, f'Another part of the page already has the anchor "#{heading.anchor}".',
                               "Reword the heading, or write a different anchor after the heading, for example "
                               "{#name}.", "anchors")


@page_rule
def targets(page: Page, site: Site) -> Iterable[Problem]:
    """Every link must lead to a page or file that exists. If the link contains an anchor (#name), the page must have that
    anchor. Only sources and data files may link to other sites.
    """
    for line, _text, target, _block in page.links:
        if re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE):
            if LOCAL.match(target):
                yield page.problem(line, f'"{target}" is a file on your own computer.',
                                   "Put the file into docs/assets, and give its path relative to this page.", "links")
            elif not target.startswith("mailto:"):
                yield page.problem(line, f'"{target}" is a link to another site.',
                                   "If the other site is a source, cite it with [@key]. Otherwise, move the link to a file in "
                                   "docs/data.", "links")
            continue
        path, _, anchor = target.partition("#")
        if path.startswith("/"):
            yield page.problem(line, f'"{target}" starts with a slash, which does not work if the site is in a subfolder.',
                               "Link to the file by its relative path, for example ../massage/safety.md.", "links")
            continue
        name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)) if path else page.name
        if not path.endswith(".md") and path:
            if not text_files.is_there(site.docs / name):
                if spaced := re.search(rf"(?<=\()({re.escape(target)} [^\]\"']*\.\w{{2,4}})\)", page.raw[line - 1]):
                    instead = "Rename the file so that its name has no spaces or brackets, and link to the new name."
                elif f"{name}.md" in site.pages:
                    instead = f"Did you mean {target}.md?"
                else:
                    instead = "Link to the page's file, for example ../massage/safety.md."
                path_in_link = spaced[1] if spaced else target
                yield page.problem(line, f'"{path_in_link}" is not a file on this site.', instead, "links")
            continue
        other = page if name == page.name else site.pages.get(name)
        if other is None:
            here = posixpath.dirname(page.name) or "."
            near = [posixpath.relpath(known, here) for known in site.pages
                    if posixpath.basename(known) == posixpath.basename(name)]
            instead = "Write / instead of the backslash." if "\\" in target else "Check the path."
            yield page.problem(line, f'The page "{target}" does not exist.',
                               f"Did you mean {', '.join(near)}?" if near else instead, "links")
        elif anchor and anchor not in anchors(other, site):
            where = "on this page" if other is page else f"in docs/{other.name}"
            yield page.problem(line, f'There is no anchor "#{anchor}" {where}.',
                               "Use an anchor that exists on that page. To link to a claim, use the path given in its field "
                               '"home", followed by "#claim-" and its id.',
                               "links", about=re.sub("^(claim|group)-", "", anchor))


@page_rule
def anchors_that_others_use(page: Page, site: Site) -> Iterable[Problem]:
    """If other pages link to a heading, rewording the heading must not change its anchor.

    This rule reports a missing anchor only if at least two links lead to it. If there is only one link, the link itself is
    probably wrong.
    """
    if not page.path.is_relative_to(site.docs):
        return
    used: dict[str, list[str]] = defaultdict(list)
    for other, anchor in site.linked[page.name]:
        used[anchor] += [other] if other != page.name else []
    have = anchors(page, site) if used else set()
    for anchor, names in used.items():
        if anchor not in have and len(names) > 1:
            yield page.problem(1, f'{len(names)} links go to "#{anchor}" on this page, but no heading has that anchor. '
                               f"The links are in docs/{', docs/'.join(sorted(set(names)))}.",
                               f"If you reworded a heading, write {{#{anchor}}} after the heading, so that these links still "
                               "work.",
                               "links", about=re.sub("^(claim|group)-", "", anchor))


LOCAL = re.compile(r"[a-z]:[\\/]|file:", re.IGNORECASE)
TOOLTIP = re.compile(r"\]\(\s*<?[^)\s>]+>?\s+[\"'(]")


@page_rule
def no_tooltips(page: Page, _site: Site) -> Iterable[Problem]:
    """A link must not have a title (tooltip), because people see a title only if they use a mouse."""
    for line in page.lines:
        if TOOLTIP.search(line.text):
            yield page.problem(line.number, "This link has a title (tooltip), which only people who use a mouse can see.",
                               "Remove the title, or move its words to the text.",
                               "links")


@page_rule
def as_named(page: Page, site: Site) -> Iterable[Problem]:
    """If the text of a link is the name of a page, the link must go to that page."""
    called = site.names
    for line, text, target, _block in page.links:
        words = re.sub(r"[*_`]", "", text).strip().lower().removeprefix("the ")
        path = target.partition("#")[0]
        leads = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)) if path else page.name
        if words in called and leads not in called[words] and leads in site.pages:
            yield page.problem(line, f'"{text}" is the name of docs/{min(called[words])}, but the link goes to docs/{leads}.',
                               f"Link to docs/{min(called[words])}, or change the text of the link.", "link names")


@page_rule
def definitions(page: Page, _site: Site) -> Iterable[Problem]:
    """The text and the target of a link must be written together, as [text](target), so that reviewers see where the link goes.
    """
    for line in page.lines:
        if DEFINITION.match(line.text):
            yield page.problem(line.number, "This link's text and its target are written in separate places.",
                               "Write them together: [text](target).", "links")


@page_rule
def names(page: Page, site: Site) -> Iterable[Problem]:
    """The text of a link must say where the link goes, and must never be just "here"."""
    for line, text, target, _block in page.links:
        bare = re.sub(r"[*_`]", "", text).strip()
        if not bare and f"![{text}]({target}" in page.raw[line - 1]:  # another rule reports pictures without a text alternative
            continue
        if not bare:
            yield page.problem(line, f'The link to "{target}" has no text.', "Write in the brackets where the link goes.",
                               "link names")
        elif site.words.pattern("vague_link").match(bare):
            yield page.problem(line, f'"{bare}" does not say where the link goes.',
                               "Name the page, for example [who should ask first](../massage/safety.md).", "link names")


@page_rule
def emergency_cards(page: Page, _site: Site) -> Iterable[Problem]:
    """A box with emergency signs must not contain a link or a citation, which could distract readers."""
    for line in page.lines:
        if line.block == "emergency" and re.search(r"\]\(|\[@", line.text):
            yield page.problem(line.number, "This box with emergency signs contains a link or a citation.",
                               "Move the link or citation to the paragraph below the box.", "care cards")
