"""Tests that every exemption from a rule of the linter or the type checker has a comment with the reason."""

from __future__ import annotations

import io
import re
import tokenize
from pathlib import Path

from tests import ROOT

NOQA = re.compile(r"#\s*noqa\b", re.IGNORECASE)
NOQA_WITH_REASON = re.compile(r"# noqa: [A-Z]+\d+(?:, [A-Z]+\d+)* \([^()]{5,}(?:\([^()]*\)[^()]*)*\)")
IGNORE_WITH_CODE = re.compile(r"# type: ignore\[[a-z-]+\]$")
SUPPRESSED = re.compile(r"#\s*(?:type:\s*ignore|mypy:|ruff:\s*noqa|pragma)")


def unexplained(path: Path) -> list[int]:
    """Return the numbers of the lines that contain an exemption without a reason. The reason for a `noqa` must be in brackets
    after the `noqa`. The reason for a `type: ignore` must be in a comment above the line.
    """
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    found = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type != tokenize.COMMENT:
            continue
        comment, line = token.string, token.start[0]
        above = lines[line - 2].lstrip() if line > 1 else ""
        if NOQA.search(comment):
            if not NOQA_WITH_REASON.fullmatch(comment):
                found.append(line)
        elif SUPPRESSED.search(comment) and not (IGNORE_WITH_CODE.search(comment) and above.startswith("# ")):
            found.append(line)
    return found


def test_every_exception_has_its_reason():
    folders = ("evidence", "figures", "scripts", "tests")
    files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    assert files
    assert [f"{path.relative_to(ROOT)}:{line}" for path in files for line in unexplained(path)] == []


def test_an_exception_without_reason_is_found(tmp_path: Path):
    path = tmp_path / "module.py"
    path.write_text("import a  # noqa\nimport b  # noqa: F401\nimport c  # noqa: F401 (it registers itself)\n"
                    "d = e()  # type: ignore\n# Because.\nf = g()  # type: ignore\n# Because.\nh = i()  # type: ignore[misc]\n"
                    "# mypy: ignore-errors\n# ruff: noqa\n", encoding="utf-8")
    assert unexplained(path) == [1, 2, 4, 6, 9, 10]
