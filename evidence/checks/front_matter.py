"""Rules about front matter: the settings at the top of each page's file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from evidence.checks import policy
from evidence.checks.file_names import scripts, templates
from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.model.pages import HANDOUT, LEAFLETS, Layer
from evidence.model.problems import Problem

MAX_NAMES = 12


def at(page: Page, field: str) -> int:
    """Return the line number of a field in the front matter, or 1 if the page does not have the field."""
    return next((number for number, text in enumerate(page.raw[:page.body_start], 1) if text.startswith(f"{field}:")), 1)


@page_rule
def schema(page: Page, _site: Site) -> Iterable[Problem]:
    """The front matter of a page must have all required fields and no unknown fields."""
    return page.front_findings


@page_rule
def known_names(page: Page, site: Site) -> Iterable[Problem]:
    """The template and the script that a page names in its front matter must exist."""
    if not page.meta:
        return
    given = {"template": ([page.meta.template], templates(site.edition)), "script": ([page.meta.script], scripts(site.edition))}
    for field, (names, known) in given.items():
        for name in names:
            if name and name not in known:
                yield page.problem(at(page, field), f'There is no {field} "{name}".',
                                   f"Remove the line, or use one of: {', '.join(sorted(known))}.", "front matter")


@page_rule
def kind_of_its_place(page: Page, site: Site) -> Iterable[Problem]:
    """The field "kind" of a page must match the page's folder: pages about the project belong in about/, and leaflets in their
    own folder. A page listed in kinds-held.yml must have the kind that is given there.
    """
    if page.kind is None or not page.path.is_relative_to(site.docs):
        return
    own = next((row.kind for row in policy.kinds_held()[0] if row.page == page.name), None)
    if own and page.kind is not own:
        yield page.problem(at(page, "kind"), f'This page must have the kind "{own.value}".',
                           f'Write "kind: {own.value}".', "kind")
    elif not own and page.layer is not Layer.STUDIES and page.kind.traits.about_us is not page.name.startswith("about/"):
        yield page.problem(at(page, "kind"),
                           f'The kind "{page.kind.value}" does not match the folder of docs/{page.name}.',
                           'In about/, use the kind "about" or "reference". In all other folders, use another kind.',
                           "kind")
    if page.meta and (page.meta.template == HANDOUT) is not page.name.startswith(LEAFLETS):
        yield page.problem(at(page, "template"),
                           f"Pages in docs/{LEAFLETS} must be leaflets, and leaflets must be in that folder.",
                           f'Write "template: {HANDOUT}" on every page in docs/{LEAFLETS}, and on no other page.', "kind")


@site_rule
def held_kinds_are_of_pages(site: Site) -> Iterable[Problem]:
    """Each page listed in kinds-held.yml must exist. That file lists the pages whose kind must not change."""
    rows, problems = policy.kinds_held()
    yield from problems
    for row in rows:
        if row.page not in site.pages:
            yield Problem(policy.FOLDER / "kinds-held.yml", row.line, f"docs/{row.page} does not exist.",
                          "Give the new path of the page. If the page was deleted, give the path of the page that replaces it.",
                          "kind", about=row.page)


@page_rule
def other_names(page: Page, site: Site) -> Iterable[Problem]:
    """A page may have at most 12 other names ("also_called"), and none of them may sound like advertising."""
    given = page.meta.also_called if page.meta else []
    for name in given:
        line = next((n for n, text in enumerate(page.raw, 1) if name in text), at(page, "also_called"))
        if match := site.words.pattern("advertising").search(name):
            yield page.problem(line, f'"{match[0]}" sounds like advertising.',
                               "Remove this name, and use words that people type when they look for this page.",
                               "other names")
    if len(given) > MAX_NAMES:
        yield page.problem(at(page, "also_called"), f'"also_called" has {len(given)} names; the maximum is {MAX_NAMES}.',
                           "Keep only the most common names.", "other names")


@page_rule
def more_help(page: Page, site: Site) -> Iterable[Problem]:
    """For each subject in a page's field "more_help", the page must show a link to an organisation. A page shows at most six
    of these links.
    """
    subjects = page.meta.more_help if page.meta else []
    shown = site.dataset.more_help(subjects)
    for subject in subjects:
        if not any(subject in row.subjects for row in shown):
            yield page.problem(at(page, "more_help"),
                               f'"more_help" names "{subject}", but the page shows no link about this subject.',
                               "Add a link about this subject to docs/data/organisations.yml, or remove this "
                               'subject from "more_help".', "more help",
                               about=subject)


@page_rule
def reviewer(page: Page, _site: Site) -> Iterable[Problem]:
    """The front matter of a page must not name a reviewer. Reviews are recorded only in docs/data/reviews.yml, with the
    reviewer's consent.
    """
    if page.meta and page.meta.reviewed_by:
        yield page.problem(at(page, "reviewed_by"),
                           '"reviewed_by" names a person, but reviews must not be recorded at the top of a page.',
                           "Leave the field empty ([]). A maintainer adds the review to docs/data/reviews.yml if the reviewer "
                           "consents.",
                           "reviewer")


@page_rule
def dates(page: Page, site: Site) -> Iterable[Problem]:
    """No date in the front matter may be in the future, and the date "checked" must not be earlier than the first version.
    The next check must be due within the time allowed for this kind of page.

    `scripts/watch.py` reports overdue checks in a weekly GitHub issue.
    """
    if not page.meta:
        return
    if int(page.meta.check_again.split()[0]) > (most := page.meta.kind.traits.months):
        yield page.problem(at(page, "check_again"),
                           f'A page of kind "{page.meta.kind.value}" must be checked at least every {most} months.',
                           f'Write "check_again: {most} months".', "dates")
    if page.meta.checked < (first := min(change.date for change in page.meta.changes)):
        yield page.problem(at(page, "checked"),
                           f'The date "checked" ({page.meta.checked}) is earlier than the first version ({first}).',
                           "Write the date of the check.", "dates")
    if not site.dates:
        return
    if site.edition.future(page.meta.checked):
        yield page.problem(at(page, "checked"), f'The date in the field "checked" is in the future ({page.meta.checked}).',
                           "Write the date of the check.", "dates")
    for change in page.meta.changes:
        if site.edition.future(change.date):
            yield page.problem(at(page, "changes"), f"The date of a change is in the future ({change.date}).",
                               "Write the date of the change.", "dates")


@page_rule
def log(page: Page, site: Site) -> Iterable[Problem]:
    """A page's log of changes must list the newest change first. The entry for the latest check must say that the page was
    checked.

    A correction may be newer than the latest check, because the date "checked" changes only when somebody has compared the whole
    page with its sources.
    """
    if page.meta:
        days = [change.date for change in page.meta.changes]
        if page.meta.checked not in days and page.meta.checked > min(days):
            yield page.problem(at(page, "checked"), f'The log ("changes") has no entry for the check on {page.meta.checked}.',
                               'Add the check to "changes". If you only made a correction, restore the previous date in '
                               '"checked".',
                               "dates")
        if days != sorted(days, reverse=True):
            late = next(change for above, change in pairwise(page.meta.changes) if change.date > above.date)
            yield page.problem(late.line or at(page, "changes"),
                               f"The change dated {late.date} is listed below an older change.", "List the newest first.", "log")
        said = [change.what for change in page.meta.changes if change.date == page.meta.checked > min(days)]
        if said and page.for_readers and not any(site.words.pattern("check_in_log").search(what) for what in said):
            yield page.problem(at(page, "checked"),
                               f'The log ("changes") does not say that the page was checked on {page.meta.checked}.',
                               'If every fact was checked against its source, write "Checked against its sources." in the entry '
                               'for that date. Otherwise, restore the previous date in "checked".', "dates")


@site_rule
def titles(site: Site) -> Iterable[Problem]:
    """Each page must have its own title, because people with many open tabs or with a screen reader tell pages apart by their
    titles.
    """
    seen: dict[str, str] = {}
    for page in site.pages.values():
        if page.meta:
            other = seen.setdefault(page.meta.title.lower(), page.name)
            if other != page.name:
                yield page.problem(at(page, "title"), f'"{page.meta.title}" is also the title of docs/{other}.',
                                   "Give this page a different title.", "titles")
