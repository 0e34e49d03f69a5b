"""The checks behind `make check`, and behind every build. All problems come in one run."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from pkgutil import iter_modules

from evidence.checks import not_yet
from evidence.checks.rules import PAGE_RULES, SITE_RULES, PageRule, Site, SiteRule
from evidence.checks.source import Page
from evidence.loading import text_files
from evidence.model.edition import Edition
from evidence.model.problems import EvidenceError, Problem
from evidence.words import LackingError


def run(edition: Edition, paths: Iterable[Path] = (), *, dates: bool = True) -> list[Problem]:
    """All problems, sorted by place. With `paths`, only those files; where all are pages, no rules about the whole."""
    site = Site.of(edition, dates)
    wanted = {path.resolve() for path in paths}
    pages = [page for page in site.pages.values() if not wanted or page.path.resolve() in wanted]
    others = {path for path in wanted if path.suffix != ".md" or translated(path, edition)}
    pages += [Page.read(path, path.parent) for path in sorted(wanted - others - {page.path.resolve() for page in pages})]
    problems = [problem for page in pages for rule in PAGE_RULES for problem in told(rule, page, site)]
    if others or not wanted:
        problems += [problem for rule in SITE_RULES for problem in told(rule, site)]
        problems += not_yet.done(problems, site.docs) if not wanted else ()
    kept = without_consequences(set(not_yet.let_through(problems, site.docs)), site)
    return sorted(problem for problem in kept if not others or problem.path.resolve() in wanted)


def translated(path: Path, edition: Edition) -> bool:
    """Whether a page is another edition's. A rule about the whole looks at these (checks/translations.py)."""
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in edition.apart)


def told(rule: Callable[..., Iterable[Problem]], *given: Page | Site) -> Iterator[Problem]:
    """What a rule says. A rule that needs a pattern which the language lacks says that: it would else pass everything. Where
    what it needs cannot be read, the faults of that are said."""
    try:
        yield from rule(*given)
    except LackingError as lack:
        words = " ".join((inspect.getdoc(rule) or "").split("\n\n")[0].split())
        for problem in lack.problems:
            yield replace(problem, what=f"{problem.what} The rule that needs it sees nothing: {words}")
    except EvidenceError as fault:
        yield from fault.problems


def without_consequences(problems: Iterable[Problem], site: Site) -> Iterator[Problem]:
    """Drops knock-on problems, which only follow from a row or a data file that could not be read.

    One comma that is missing in the bibliography would otherwise be reported a thousand times, and never where it is missing.
    """
    unread = {problem.path for problem in site.dataset.problems if problem.path.is_file()}
    texts = [text_files.read(path)[0] for path in sorted(unread)]
    for problem in problems:
        name = problem.about and re.compile(rf"(?<![\w.-]){re.escape(problem.about)}(?![\w-])")
        if not name or not any(name.search(text) for text in texts):
            yield problem


def results(path: Path, edition: Edition) -> Iterator[tuple[PageRule | SiteRule, list[Problem]]]:
    """Every rule that can speak of a file, with what it says of that file."""
    site = Site.of(edition)
    page = next((page for page in site.pages.values() if page.path.resolve() == path.resolve()), None)
    if page is None and path.suffix == ".md" and not translated(path, edition):
        page = Page.read(path, path.parent)
    for rule in sorted((*(PAGE_RULES if page else ()), *SITE_RULES), key=attrgetter("__module__")):
        found = told(rule, page, site) if page and rule in PAGE_RULES else told(rule, site)
        yield rule, [problem for problem in without_consequences(found, site) if problem.path.resolve() == path.resolve()]


for _found in sorted(iter_modules(__path__), key=attrgetter("name")):  # last, since why.py needs `results`
    import_module(f"{__name__}.{_found.name}")  # importing a module registers its rules: none can be forgotten
