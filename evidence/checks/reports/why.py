"""`make why`: lists every rule that applies to one file, each with a tick or a cross."""

from __future__ import annotations

import inspect
import sys
from itertools import groupby
from pathlib import Path

from evidence.checks import results
from evidence.checks.rules import PageRule, SiteRule
from evidence.model.edition import Edition


def words(rule: PageRule | SiteRule) -> str:
    """Return the rule itself: the first paragraph of its docstring."""
    return " ".join((inspect.getdoc(rule) or "").split("\n\n")[0].split())


def name(rule: PageRule | SiteRule) -> str:
    """Return the name of a rule, made from the name of its module in evidence/checks and the name of its function."""
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"


def subject(rule: PageRule | SiteRule) -> str:
    """Return the subject of the rules in a module."""
    return (inspect.getdoc(sys.modules[rule.__module__]) or "").split("\n")[0].split(":")[0].rstrip(".")


def report(path: Path, edition: Edition) -> int:
    """Print the rules that apply to a file. Return 1 if a rule is broken, otherwise 0."""
    broken = passed = 0
    for about, rules in groupby(results(path, edition), key=lambda result: subject(result[0])):
        print(f"\n{about}")
        for rule, problems in rules:
            wrong = any(not problem.warning for problem in problems)
            broken, passed = broken + wrong, passed + (not wrong)
            print(f"  {'✗' if wrong else '✓'} {words(rule)} ({name(rule)})")
            for problem in sorted(problems):
                print(f"      line {problem.line}: {'warning: ' if problem.warning else ''}{problem.what} {problem.instead}")
    print(f"\n{passed} rules kept, {broken} broken.")
    return 1 if broken else 0
