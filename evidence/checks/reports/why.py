"""The report for `make why`, which lists every rule that applies to one file, each with a tick or a cross."""

from __future__ import annotations

import inspect
import sys
from itertools import groupby
from pathlib import Path

from evidence.checks import results
from evidence.checks.rules import PageRule, SiteRule
from evidence.model.edition import Edition


def words(rule: PageRule | SiteRule) -> str:
    """Return the first paragraph of a rule's docstring, which states the rule."""
    return " ".join((inspect.getdoc(rule) or "").split("\n\n")[0].split())


def name(rule: PageRule | SiteRule) -> str:
    """Return the name of a rule in the form module.function, for example links.targets."""
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"


def subject(rule: PageRule | SiteRule) -> str:
    """Return the subject of a rule: the first line of its module's docstring, up to the first colon."""
    return (inspect.getdoc(sys.modules[rule.__module__]) or "").split("\n")[0].split(":")[0].rstrip(".")


def report(path: Path, edition: Edition) -> int:
    """Print the rules that apply to a file, and the problems that they find. Return 1 if the file breaks a rule, otherwise 0."""
    broken = passed = 0
    for about, rules in groupby(results(path, edition), key=lambda result: subject(result[0])):
        print(f"\n{about}")
        for rule, problems in rules:
            wrong = any(not problem.warning for problem in problems)
            broken, passed = broken + wrong, passed + (not wrong)
            print(f"  {'✗' if wrong else '✓'} {words(rule)} ({name(rule)})")
            for problem in sorted(problems):
                print(f"      line {problem.line}: {'warning: ' if problem.warning else ''}{problem.what} {problem.instead}")
    print(f"\n{passed} rules passed, {broken} failed.")
    return 1 if broken else 0
