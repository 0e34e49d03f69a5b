"""Tests the loaders (the code that reads files) with random files. No file may cause a traceback, and every problem must be
reported on a line that exists.

The test suite runs a short version with the same files every time. `make fuzz` runs for an hour with new files, and fails if
reading a file takes longer than two seconds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.checks.rules import PAGE_RULES, Site
from evidence.checks.source import Page
from evidence.loading import bibliography, text_files
from evidence.loading.dataset import CSV_FILES, SINGLE_FILES, YAML_FILES
from evidence.loading.rows import read_csv, read_one, read_yaml
from evidence.model.problems import Problem
from scripts import link_table
from tests import DATA, DOCS, EDITION

SECONDS = int(os.environ.get("FUZZ_SECONDS", "0"))
SHORT = settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=200, deadline=None, database=None, suppress_health_check=list(HealthCheck))
MOST = 2.0

MARKS = (
    "- ",
    "* ",
    "1. ",
    "2) ",
    "# ",
    "## ",
    "> ",
    "| ",
    "|",
    "|---|---|",
    "```\n",
    "```claim\n",
    "```effects\n",
    "~~~\n",
    "/// ",
    "///\n",
    "/// emergency | ",
    "/// next\n",
    "[",
    "]",
    "](",
    ")",
    "[@",
    "; @",
    "]: ",
    "![",
    "[^",
    "[!",
    "[[",
    "**",
    "_",
    "`",
    "``",
    "\\",
    "<",
    ">",
    "<!--",
    "&#",
    ";",
    "&amp;",
    "{#",
    "}",
    "{: ",
    "::",
    ":   ",
    "$",
    "~",
    "^",
    "==",
    "===\n",
    "---\n",
    "+++",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "http://",
    "https:",
    "//",
    "www.",
    ".com",
    "@",
    "[.]",
    " dot ",
    "%41",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\u0301",
    "\U0001f600",
    "\0",
    "10",
    "1,000",
    "50%",
    "3 of 10 people",
    "0800 123 456",
    "cherkin2011",
    "cures",
    "not ",
    "?",
    ".",
    "“",
    "”",
    '"',
    "'",
    "’",
)
YAML = (
    "- ",
    "id: ",
    "sources: ",
    "checked: ",
    ": ",
    "\n",
    "\n  ",
    "\n- ",
    "\t",
    "&a ",
    "*a",
    "<<: ",
    "!!",
    "!x ",
    "? ",
    "| ",
    "|\n",
    ">-\n",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    '"',
    "#",
    " #",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "~",
    "null",
    "yes",
    "no",
    "1_0",
    "0x1",
    "010",
    "1e9",
    ".inf",
    ".nan",
    "12:30:45",
    "2026-11-28",
    "9999-12-31",
    "0000-00-00",
    "2026-02-30",
    "\\",
    "\0",
    "\x07",
    "\u2028",
    "\u0085",
    "\ufeff",
    "line: 3",
    "=",
)
BIB = (
    "@",
    "@article{",
    "@comment{",
    "@string{",
    "@preamble{",
    "@misc(",
    "key2020",
    ",",
    "\n",
    "author = ",
    "title = ",
    "year = ",
    "doi = ",
    "{",
    "}",
    '"',
    "#",
    " and ",
    "others",
    "Smith, A.",
    "World Health",
    "\\",
    "\\'e",
    '\\"o',
    "\\url{",
    "--",
    "~",
    "%",
    "=",
    "@@",
    "(",
    ")",
    "jan",
    "\0",
    "{{",
    "}}",
)
CSV = (
    ",",
    ";",
    "\t",
    '"',
    '""',
    "\n",
    "\r\n",
    "\r",
    "=1",
    "+1",
    "@x",
    "-",
    "-1.5",
    "1_0",
    "nan",
    "1e9",
    "id",
    "count",
    "source",
    "\ufeff",
    "\0",
    "sep=,",
    "٣",
    "henschke2009",
)


@cache
def real(suffix: str) -> tuple[str, ...]:
    return tuple(text_files.read(path)[0][at : at + 900] for path in text_files.files(DOCS, suffix) for at in (0, 700, 3_000))


def texts(suffix: str, marks: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    """Return a Hypothesis strategy that generates the content of files: pieces of real files, random text, and long repetitions
    of special characters. Some files are not in UTF-8, and some are random bytes.
    """
    mark = st.sampled_from(marks)
    piece = mark | st.text(max_size=12) | st.sampled_from(real(suffix)) | st.builds(str.__mul__, mark, st.integers(2, 3_000))
    text = st.lists(piece, max_size=30).map("".join)
    head = st.sampled_from([text[:400] for text in real(suffix)] + [""])
    whole = st.builds(str.__add__, head, text)
    encoded = st.builds(
        lambda text, code: text.encode(code, "replace"),
        whole,
        st.sampled_from(["utf-8"] * 12 + ["utf-8-sig", "cp1252", "utf-16", "latin-1"]),
    )
    return encoded | st.binary(max_size=400)


@cache
def site() -> Site:
    return Site.of(EDITION)


def all_rules(path: Path) -> list[Problem]:
    page = Page.read(path, path.parent)
    return [problem for rule in PAGE_RULES for problem in rule(page, site())]


def all_yaml(path: Path) -> list[Problem]:
    found = [problem for model, key in YAML_FILES.values() for problem in read_yaml(path, model, key)[1]]
    return found + [problem for model, begin in SINGLE_FILES.values() for problem in read_one(path, model, begin)[1]]


def all_csv(path: Path) -> list[Problem]:
    return [problem for model, key in CSV_FILES.values() for problem in read_csv(path, model, key)[1]]


def links(path: Path) -> list[Problem]:
    link_table.links_in(path.read_text("utf-8", "replace"), path.name)
    return []


TARGETS = {
    "page.md": (".md", MARKS, all_rules),
    "rows.yml": (".yml", YAML, all_yaml),
    "rows.bib": (".bib", BIB, lambda path: bibliography.read(path, EDITION.today)[1]),
    "rows.csv": (".csv", CSV, all_csv),
    "links.md": (".md", MARKS, links),
    "links.bib": (".bib", BIB, links),
}


def timed(reader: Callable[[Path], list[Problem]], path: Path) -> tuple[list[Problem], float]:
    began = time.process_time()
    return reader(path), time.process_time() - began


@pytest.mark.parametrize("name", TARGETS)
def test_no_file_ends_in_a_traceback(tmp_path, name):
    suffix, marks, reader = TARGETS[name]
    path = tmp_path / name
    end = time.monotonic() + SECONDS / len(TARGETS)
    tried, slowest = 0, 0.0

    @(LONG if SECONDS else SHORT)
    @given(texts(suffix, marks))
    def never(data: bytes) -> None:
        nonlocal tried, slowest
        path.write_bytes(data)
        problems, took = timed(reader, path)
        # the reader may also have loaded the site's own pages, which takes time, so measure again
        if took > MOST:
            took = timed(reader, path)[1]
        tried, slowest = tried + 1, max(slowest, took)
        lines = data.count(b"\n") + data.count(b"\r") + 2
        for problem in problems:
            assert 1 <= problem.line <= lines, problem
            assert problem.what
            assert problem.instead
        assert not SECONDS or took < MOST, f"took {took:.1f} seconds; the maximum is {MOST}"

    assert DATA.is_dir()
    path.write_bytes(b"Text.\n")
    reader(path)  # the first call also reads all the data, so do not measure its time
    never()
    while time.monotonic() < end:
        never()
    print(f"{name}: {tried:,} files, slowest {slowest:.2f} s")


@pytest.mark.parametrize("data", [b"# A\n\n| the first row of a table, at the end of the file", b"---\ntitle: A, ```\n| ",
                                  b"# A\n\n[a link](" + b"name" * 99 + b")",
                                  b"# A\n\n```figure\nname: " + b"name" * 99 + b"\n```"])
def test_pages_that_once_ended_in_a_traceback(tmp_path, data):
    (path := tmp_path / "page.md").write_bytes(data)
    assert all_rules(path)
