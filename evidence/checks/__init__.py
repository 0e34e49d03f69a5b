"""The checks that `make check` and every build run."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from importlib import import_module
from math import inf
from operator import attrgetter
from pathlib import Path
from pkgutil import iter_modules

from evidence.checks import not_yet
from evidence.checks.rules import ARTICLE_RULES, PAGE_RULES, SITE_RULES, PageRule, Site, SiteRule
from evidence.checks.source import Page
from evidence.checks.structure import CONFLICTS, conflicting
from evidence.loading import text_files
from evidence.loading.pages import FRONT_MATTER
from evidence.model.edition import Edition
from evidence.model.problems import EvidenceError, Problem
from evidence.words import LackingError


def run(edition: Edition, paths: Iterable[Path] = (), *, dates: bool = True, built: bool | None = None) -> list[Problem]:
    """Return the problems of an edition, sorted by file and line. Problems in mkdocs.yml and in unreadable data files come first.

    Args:
        edition: the site in one language.
        paths: the files to check. If empty, all files are checked.
        dates: False to ignore today's date, as builds do.
        built: True to run only the rules that read built articles, False to run only the other rules, None to run all rules.
    """
    wanted = {path.resolve() for path in paths}
    others = {path for path in wanted if path.suffix != ".md" or translated(path, edition)}
    site = Site.of(edition, dates, frozenset(wanted) if wanted and not others else None)
    pages = [page for page in site.pages.values() if not wanted or page.path.resolve() in wanted]
    pages += [Page.read(path, path.parent) for path in sorted(wanted - others - {page.path.resolve() for page in pages})]
    rules = [rule for rule in PAGE_RULES if built in (None, rule in ARTICLE_RULES)]
    problems = [problem for page in pages for rule in rules for problem in told(rule, page, site)]
    if (others or not wanted) and not built:
        problems += [problem for rule in SITE_RULES for problem in told(rule, site)]
        problems += not_yet.done(problems, site.docs) if not wanted else ()
    elif not built:
        problems += [problem for rule in SITE_RULES if rule.__module__.endswith("held") for problem in told(rule, site)
                     if problem.path.resolve() in wanted]
    kept = without_consequences(set(not_yet.let_through(problems, site.docs)), site)
    roots = {edition.config, *(problem.path for problem in site.dataset.problems)}
    return sorted((problem for problem in kept if not others or problem.path.resolve() in wanted),
                  key=lambda problem: (problem.path not in roots, problem))


def begin(edition: Edition) -> Callable[[], list[Problem]]:
    """Start a process that runs all rules except those about built articles, while the builder converts the pages. Return a
    function that waits for this process and returns the problems that it found.
    """
    beside = ProcessPoolExecutor(max_workers=1)
    found = beside.submit(run, edition, dates=False, built=False)

    def problems() -> list[Problem]:
        with beside:  # the "with" statement ends the process, which could otherwise print a traceback when the build exits
            return found.result()
    return problems


def translated(path: Path, edition: Edition) -> bool:
    """Return whether a page is a translation."""
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in edition.apart)


def told(rule: Callable[..., Iterable[Problem]], *given: Page | Site) -> Iterator[Problem]:
    """Yield the problems that a rule finds, or the reasons why the rule cannot run."""
    try:
        yield from rule(*given)
    except LackingError as lack:
        words = " ".join((inspect.getdoc(rule) or "").split("\n\n")[0].split())
        for problem in lack.problems:
            yield replace(problem, what=f"{problem.what} Without it, this rule cannot find anything: {words}")
    except EvidenceError as fault:
        yield from fault.problems


def without_consequences(problems: Iterable[Problem], site: Site) -> Iterator[Problem]:
    """Yield the given problems, except those that another problem caused. For example, one missing comma in the bibliography can
    cause a thousand problems.
    """
    problems = list(problems)
    torn = {path: {line for lines in conflicting(text_files.read(path)[0].split("\n")) for line in lines}
            for path in {problem.path for problem in problems if problem.rule == CONFLICTS}}
    formless = {path for path, lines in torn.items() if not lines or min(lines) <= _form_end(path)}
    empty = {page.path for page in site.pages.values() if not any(map(str.strip, page.raw))}
    broken = {page.path for page in site.pages.values() if page.broken}
    unread = {problem.path for problem in site.dataset.problems if problem.path.is_file()}
    texts = [NO_WORD.sub("-", f"-{text_files.read(path)[0].lower()}-") for path in sorted(unread)]
    faulty = {(problem.path, problem.line) for problem in problems if problem.wrong}
    for problem in problems:
        # do not ask people to approve a line that still contains an error
        if problem.waits and (problem.path, problem.line) in faulty:
            continue
        name = NO_WORD.sub("-", problem.about.lower())
        if problem.rule != CONFLICTS and problem.line in torn.get(problem.path, ()):
            continue
        if problem.rule in FORM and problem.path in formless:
            continue
        if problem.path in empty and problem.rule not in FORM | {"files"}:
            continue
        if not (name and any(f"-{name}-" in text for text in texts)) and not (problem.path in broken and problem.rule in WHOLE):
            yield problem


def _form_end(path: Path) -> float:
    match = FRONT_MATTER.match(text_files.read(path)[0]) if path.suffix == ".md" else None
    return match[0].count("\n") if match else inf


NO_WORD = re.compile(r"[\W_]+")
FORM = {"yaml", "data", "references", "front matter"}
"""The names of the rules about the form of data and front matter."""

WHOLE = {"held", "left-over marks", "words"}
"""Rules that read a page as a whole. If the front matter or a block of the page is never closed, their problems are only
consequences."""


def results(path: Path, edition: Edition) -> Iterator[tuple[PageRule | SiteRule, list[Problem]]]:
    """Yield each rule that applies to a file, with the problems that the rule finds in the file."""
    site = Site.of(edition)
    page = next((page for page in site.pages.values() if page.path.resolve() == path.resolve()), None)
    if page is None and path.suffix == ".md" and not translated(path, edition):
        page = Page.read(path, path.parent)
    for rule in sorted((*(PAGE_RULES if page else ()), *SITE_RULES), key=attrgetter("__module__")):
        found = told(rule, page, site) if page and rule in PAGE_RULES else told(rule, site)
        yield rule, [problem for problem in without_consequences(found, site) if problem.path.resolve() == path.resolve()]


# importing a module registers its rules
for _found in sorted(iter_modules(__path__), key=attrgetter("name")):
    import_module(f"{__name__}.{_found.name}")
