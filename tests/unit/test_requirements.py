"""What builds the site needs nothing that only tests install."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from evidence import ROOT

SCRIPTS = ROOT / "scripts"
BUILDS = sorted([*(ROOT / "evidence").rglob("*.py"), *(SCRIPTS / "watching").rglob("*.py"),
                 *(SCRIPTS / name for name in ("port.py", "preview.py", "offline.py", "whole.py", "watch.py"))])
"""What `make serve`, `build`, `offline` and `watch` run, and what a change by pull request is previewed with."""
ONLY_FOR_CHECKS = {"textstat"}
"""evidence/checks/reports/readability.py asks for it in the one function that grades pages; no build calls that."""


def imported(path: Path) -> Iterator[str]:
    """The first names of all modules that a file imports, wherever it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def pinned() -> set[str]:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return {canonicalize_name(Requirement(line.partition("#")[0]).name) for line in lines if line.partition("#")[0].strip()}


@pytest.fixture(scope="module")
def distributions() -> Mapping[str, list[str]]:
    """The packages that bring each module: looked up once, since every installed package is read for it."""
    return packages_distributions()


@pytest.mark.parametrize("path", BUILDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_build_imports_only_what_requirements_txt_names(distributions: Mapping[str, list[str]], path: Path):
    others = set(imported(path)) - set(sys.stdlib_module_names) - {"evidence", "scripts"} - ONLY_FOR_CHECKS
    missing = {name for name in others if not {canonicalize_name(dist) for dist in distributions.get(name, [])} & pinned()}
    assert missing == set()
