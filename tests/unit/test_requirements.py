"""Tests that every package is pinned and has hashes. Also tests that the code for building and checking the site does not import
packages that only the tests need.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import ROOT

SCRIPTS = ROOT / "scripts"
BUILDS = sorted([*(ROOT / "evidence").rglob("*.py"), *(SCRIPTS / "watching").rglob("*.py"),
                 *(SCRIPTS / name for name in ("port.py", "preview.py", "offline.py", "check_site.py", "watch.py"))])
"""The code that `make serve`, `build`, `offline` and `watch` run, and the scripts that a pull request's preview needs."""


def imported(path: Path) -> Iterator[str]:
    """Yield the top-level name of each module that a Python file imports. Imports inside functions count too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def requirements(path: Path) -> Iterator[tuple[Requirement, int]]:
    for line in re.sub(r"\\\n|#.*", " ", path.read_text(encoding="utf-8")).splitlines():
        what, *hashes = line.split(" --hash=")
        if what.strip() and not what.startswith("-"):
            yield Requirement(what), len(hashes)


def pinned(folder: str = ".") -> dict[str, str]:
    return {canonicalize_name(named.name): str(named.specifier) for named, _ in requirements(ROOT / folder / "requirements.txt")}


def test_a_build_imports_only_what_requirements_txt_names():
    distributions, ours = packages_distributions(), set(pinned())
    known = set(sys.stdlib_module_names) | {"evidence", "scripts"}
    missing = {path.relative_to(ROOT).as_posix(): name for path in BUILDS for name in set(imported(path)) - known
               if not {canonicalize_name(dist) for dist in distributions.get(name, [])} & ours}
    assert missing == {}


@pytest.mark.parametrize("folder", [".", "tests"])
def test_every_requirement_is_pinned_with_hashes(folder: str):
    asked = {canonicalize_name(named.name): str(named.specifier) for named, _ in requirements(ROOT / folder / "requirements.in")}
    assert asked.items() <= pinned(folder).items(), "requirements.txt is out of date; run: make lock"
    assert [str(named) for named, hashes in requirements(ROOT / folder / "requirements.txt") if not hashes] == []


def test_tests_run_with_what_the_site_is_built_with():
    site, tests = pinned(), pinned("tests")
    assert {name: (site[name], tests[name]) for name in site.keys() & tests.keys() if site[name] != tests[name]} == {}
