"""Tests which mistakes `make fix` corrects and which it leaves alone. Also tests that an editor can show each problem on the
right line.
"""

from __future__ import annotations

import json
import re

import pytest

from evidence.checks.reports.fix import KINDS, fix, fixed
from evidence.loading import text_files
from evidence.model.problems import Problem
from tests import DOCS, ROOT


@pytest.mark.parametrize(("text", "mended"), [
    ("massa\u200bge\n", "massage\n"),
    ("5&nbsp;minutes &amp; more\n", "5\u00a0minutes &amp; more\n"),
    ("cafe\u0301\n", "caf\u00e9\n"),
    ("one \ntwo\t\n\n\n", "one\ntwo\n"),
    ("a new  \nline\n", "a new  \nline\n"),
    ("no end", "no end\n"),
])
def test_text_is_mended(text, mended):
    assert fixed(text) == mended
    assert fixed(mended) == mended


@pytest.mark.parametrize("data", ["\ufeffnaïve\r\n".encode(), "naïve\r\n".encode("cp1252"), b"na\xc3\xafve\r",
                                  "naïve\n".encode("utf-16")])
def test_file_is_saved_as_utf_8_with_plain_line_ends(tmp_path, data):
    page = tmp_path / "page.md"
    page.write_bytes(data)
    assert fix([page]) == [page]
    assert page.read_bytes() == "naïve\n".encode()


@pytest.mark.parametrize("data", [b"a\0b\n", b"x" * 3_000])
def test_file_that_cannot_be_read_whole_is_left_alone(tmp_path, data):
    page = tmp_path / "page.md"
    page.write_bytes(data)
    assert fix([page]) == []
    assert page.read_bytes() == data


def test_the_content_needs_no_mending():
    assert [path for path in text_files.files(DOCS, *KINDS)
            if fixed(text_files.read(path)[0], path.suffix == ".md").encode() != path.read_bytes()] == []


def test_an_editor_can_show_each_problem_on_its_line():
    """The task in .vscode/ must be able to parse the output of `make check`."""
    task = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    pattern = re.compile(task["problemMatcher"]["pattern"][0]["regexp"])
    problem = Problem(DOCS / "massage" / "safety.md", 12, "A sentence shouts.", "End it with a full stop.", warning=True)
    assert pattern.match(str(problem)).groups() == (
        "docs/massage/safety.md", "12", "warning", "A sentence shouts. End it with a full stop.")
    assert not pattern.match("No problems found.")
