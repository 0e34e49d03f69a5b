"""Tests that each package in evidence/ imports only from packages that come before it in the list in evidence/__init__.py."""

import ast
import re
from functools import cache
from pathlib import Path

import evidence
from tests import ROOT

PACKAGES = re.findall(r"^(\w+) {2,}\w", evidence.__doc__ or "", re.MULTILINE)
"""The packages, in the order of the list in evidence/__init__.py: the tests enforce the order that people read there."""

BUILDERS = {"mkdocs", "zensical", "material"}


@cache
def imported(path: Path) -> set[str]:
    """Return the names of all modules that a Python file imports. Imports inside functions count too, and `from evidence import
    words` counts as evidence.words.
    """
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def files() -> list[tuple[str, Path]]:
    return [(package, path) for package in PACKAGES for path in sorted((ROOT / "evidence" / package).rglob("*.py"))]


def test_every_folder_is_a_package_of_the_list():
    folders = {path.parent.relative_to(ROOT / "evidence").parts[0] for path in (ROOT / "evidence").glob("*/**/*.py")}
    assert folders == set(PACKAGES)
    assert {path.name for path in (ROOT / "evidence").glob("*.py")} == {"__init__.py", "__main__.py"}


def test_no_package_uses_one_that_comes_after_it():
    assert len(files()) > len(PACKAGES)
    wrong = [f"{path.relative_to(ROOT)} imports {name}" for package, path in files() for name in sorted(imported(path))
             if name.startswith("evidence.") and name.split(".")[1] in PACKAGES[PACKAGES.index(package) + 1:]]
    assert wrong == []


def test_only_the_builders_room_knows_a_builder():
    wrong = [f"{path.relative_to(ROOT)} imports {name}" for package, path in files() for name in sorted(imported(path))
             if name.split(".")[0] in BUILDERS and package != "builders"]
    assert wrong == []


def test_the_model_opens_no_file():
    opens = re.compile(r"\.(read_text|read_bytes|open|write_text)\(|\bopen\(")
    assert [path.name for package, path in files() if package == "model" if opens.search(path.read_text(encoding="utf-8"))] == []


NAMED = re.compile(r"`([\w./-]*/[\w.-]*|[A-Z-]+\.md)`")

LONGEST_ROW = 400
"""Maximum number of characters in a row of evidence/README.md. People read a longer row twice."""


def test_the_table_of_decisions_names_only_things_that_exist():
    text = (ROOT / "evidence" / "README.md").read_text(encoding="utf-8")
    named = NAMED.findall(text)
    assert len(named) > 30
    named += NAMED.findall((ROOT / "LEAVING-MATERIAL.md").read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert [row[:60] for row in text.splitlines() if row.startswith("|") and len(row) > LONGEST_ROW] == []
    names = re.findall(r"`(\w+)`(?:, `(\w+)` and `(\w+)`)? in `(evidence/[\w/]+\.py)`", text)
    assert names
    for *some, path in names:
        code = (ROOT / path).read_text(encoding="utf-8")
        assert [name for name in some if name and not re.search(rf"^(?:class |def )?{name}\b", code, re.MULTILINE)] == [], path
    assert "(evidence/README.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "(evidence/checks/README.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_lists_every_command():
    commands = re.findall(r"^([a-z]+):[^#\n]*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in commands if f"make {name}" not in text and name != "help"] == []
