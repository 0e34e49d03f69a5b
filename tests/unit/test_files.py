"""Files as people have them: each is read right, or refused in one clear line that names the place. Never a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import Field

from evidence import bibliography, pages, text_files
from evidence.effects import Count
from evidence.moved import Moved
from evidence.rows import Record, parse_yaml, read_csv, read_yaml

HEAD = b"id,count,what,who,low,high,source,note\n"
ROW = b"one-test,10,felt sore,adults in a test,,,henschke2009,made up\n"
FRONT = """---
title: {title}
description: A small page that was made for a test of the checks, and that says nothing of its own.
kind: reference
checked: {checked}
check_again: 12 months
reviewed_by: []
changes:
  - date: 2026-11-23
    what: First version.
---

# Test page

{words}
"""
WORDS = {"title": "Test page", "checked": "2026-11-23", "words": "Words."}
MOVE = "- old: massage/old-one/\n  page: massage/safety.md\n  since: 2026-01-05\n"


class Text(Record):
    """A row with one text, one number and one switch."""

    text: str = ""
    number: float | None = None
    whole: int | None = None
    switch: bool = False
    names: list[str] = Field(default_factory=list)


def said(findings) -> list[tuple[int, str]]:
    return [(finding.line, f"{finding.what} {finding.instead}") for finding in findings]


# One reader for all text files


@pytest.mark.parametrize(
    "data",
    [
        b"one\ntwo\n",
        b"\xef\xbb\xbfone\ntwo\n",
        b"one\r\ntwo\r\n",
        b"one\rtwo\r",
        "one\ntwo\n".encode("utf-8-sig"),
    ],
)
def test_text_is_read_whatever_program_saved_it(tmp_path, data):
    (path := tmp_path / "a.md").write_bytes(data)
    assert text_files.read(path) == ("one\ntwo\n", [])


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        ("one\ntwo caf\xe9\n".encode("cp1252"), 2, "UTF-8"),
        ("one\r\ntwo\r\n\u201cquoted\u201d\r\n".encode("cp1252"), 3, "UTF-8"),
        ("one\ntwo\n".encode("utf-16"), 1, "UTF-16"),
        (b"\xfe\xff\0o\0n", 1, "UTF-16"),
        (b"one\nt\0wo\n", 2, "no text"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", 1, ""),
        (b"a\n" + b"x" * 6_000, 2, "longer than"),
        (b"x\n" * 600_000, 1, "bytes"),
    ],
)
def test_what_is_no_plain_text_is_named_once_with_its_line(tmp_path, data, line, words):
    (path := tmp_path / "a.md").write_bytes(data)
    _, findings = text_files.read(path)
    assert [finding.line for finding in findings] == [line]
    assert words in str(findings[0])


def test_only_files_that_are_published_count(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    docs = tmp_path / "docs"
    for folder in (elsewhere, docs / "folder.md", docs / ".obsidian"):
        folder.mkdir(parents=True)
    for path in (
        docs / "a.md",
        docs / "._a.md",
        docs / ".obsidian" / "b.md",
        elsewhere / "secret.md",
        docs / "folder.md" / "c.md",
    ):
        path.write_text("x")
    (docs / ".#a.md").symlink_to("somebody@desk.1234:1700000000")
    (docs / "gone.md").symlink_to("nowhere")
    (docs / "link.md").symlink_to(elsewhere / "secret.md")
    (docs / "more").symlink_to(elsewhere)
    os.mkfifo(docs / "pipe.md")
    assert [path.name for path in text_files.files(docs, ".md")] == ["a.md", "c.md"]
    assert [path.name for path in text_files.links(docs)] == ["gone.md", "link.md", "more"]


def test_a_page_in_another_encoding_is_one_finding(tmp_path):
    (path := tmp_path / "page.md").write_bytes(FRONT.format(**WORDS | {"words": "Caf\xe9."}).encode("cp1252"))
    source, findings = pages.read(path)
    assert said(findings) == [
        (15, 'The file is not saved as UTF-8 (see "Caf\xe9."). Save it again, with "UTF-8" as the encoding.')
    ]
    assert source.meta


# Front matter and YAML


@pytest.mark.parametrize(
    "change",
    [
        {"title": "{{ page.title }}"},
        {"title": "[a, b]"},
        {"title": "{a: b}"},
        {"checked": "9999-12-31"},
        {"title": "2024"},
        {"title": "1.30"},
        {"title": "Yes"},
        {"title": "~"},
        {"title": "12:30"},
        {"title": "Pain #1"},
        {"title": "A #1 question"},
        {"title": "- x"},
        {"title": "'x' y"},
        {"title": "!x"},
        {"title": "&x y"},
        {"title": "*x"},
        {"title": "\tx: y"},
        {"title": "x\nline: 3"},
        {"title": "x\nkind: [a]"},
        {"title": "x\n? [a, b]\n: c"},
        {"title": "x\ntitle: y"},
        {"title": "\u0007"},
        {"checked": "0000-00-00"},
        {"checked": "2026-1-5"},
        {"title": "x\n<<: {title: y}"},
    ],
)
def test_front_matter_is_right_or_refused_with_its_line(tmp_path, change):
    (path := tmp_path / "page.md").write_text(FRONT.format(**WORDS | change))
    source, findings = pages.read(path)
    if source.meta:
        assert (source.meta.title, findings) == (change.get("title", WORDS["title"]), []), "read as something else"
        assert source.meta.due
    else:
        assert all(2 <= finding.line <= 12 for finding in findings), said(findings)


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("2022.10", "quotation marks round it"),
        ("2023_24", 'round it: "2023_24"'),
        ("12:30:45", 'round it: "12:30:45"'),
        ("no", 'round it: "no"'),
        ("NO", 'round it: "NO"'),
        ("on", "round it"),
        ("010", 'round it: "010"'),
        ("0x1F", "round it"),
        ("~", "round it"),
        ("2026", "quotation marks round it"),
        ("words, the #1 question", "words, the"),
        ("words #", "round the whole"),
        ('"rubbing" my back', "other kind round the whole"),
        ("'rubbing' my back", "other kind round the whole"),
        ("*text*", "quotation marks"),
        ("&text", "quotation marks"),
        ("> text", "round the whole text"),
        ("| text", "round the whole text"),
        ("@text", "round the whole text"),
        ("%text", "round the whole text"),
        ("`text`", "round the whole text"),
        ("!text", "round the whole text"),
        ("{{ text }}", "round the whole text"),
        ("a: b", "round the whole text"),
        ("- text", "line below"),
        ("[a, b", "Close the bracket"),
        ('"text', "Close it"),
        ('"a\\q"', "single quotation marks"),
        ("{a: b}", "text"),
        ("!!python/object:os.system x", "quotation marks"),
        ("!!binary aGk=", "quotation marks"),
        ("[a", "Close"),
    ],
)
def test_a_text_that_yaml_takes_for_something_else_is_refused_with_the_right_advice(tmp_path, value, advice):
    path = tmp_path / "a.yml"
    path.write_text(f"- text: first\n- number: 2\n  text: {value}\n")
    records, findings = read_yaml(path, Text, "line")
    assert [finding.line for finding in findings] == [3] or (advice in ("Close", "Close the bracket", "Close it") and findings), (
        said(findings)
    )
    assert findings[0].what.endswith(".")
    if advice != "words, the":
        assert advice in findings[0].instead, said(findings)
    assert '2022.1"' not in str(findings[0])
    assert all(record.line != 2 for record in records)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- text: one\n\ttext: two\n", 2, "A tab"),
        ("- text: one\n-\n", 2, "The entry is empty"),
        ("- text: one\n- two\n", 2, '"two" has no fields'),
        ("- &base\n  text: a\n- <<: *base\n  number: 1\n", 1, "repeats another entry"),
        ("- text: one\n  text: two\n", 2, '"text" stands twice'),
        ("- text: one\n text: two\n", 2, "as far in"),
        ("- text: one\ntext: two\n", 2, "as far in"),
        ("- text: one\n---\n- text: two\n", 2, "second file"),
        ("- text: one\n- ? [a, b]\n  : c\n", 2, "A bracket"),
        ("- number: 9_64\n", 1, "quotation marks"),
        ("- number: .nan\n", 1, "quotation marks"),
        ("- whole: 1.0\n- whole: 1.5\n", 2, "whole number"),
        ("- switch: yes\n", 1, "true or false"),
        ("- names: [a, no]\n", 1, "quotation marks"),
        ("- names:\n    - a\n    - 1.10\n", 3, "quotation marks"),
        ("- line: 7\n", 1, 'no field "line"'),
        ("- __lines__: 7\n", 1, "no field"),
        ("- text:\n    [[[[a]]]]\n", 1, "not text"),
        ("text: one\n", 1, "must be a list"),
        ("one\n", 1, "must be a list"),
        ("", 1, "must be a list"),
        ("- text: \x07\n", 1, "cannot be seen"),
        ("- text: " + "[" * 4_000 + "\n", 1, "without end"),
        ("- " * 2_000 + "\n", 1, "without end"),
        ("- text: \ud83d\n".encode("utf-16", "surrogatepass").decode("utf-16", "replace"), 0, ""),
    ],
)
def test_a_slip_in_yaml_is_named_where_it_is(tmp_path, text, line, words):
    path = tmp_path / "a.yml"
    path.write_text(text)
    _, findings = read_yaml(path, Text, "line")
    if line:
        assert [finding.line for finding in findings] == [line], said(findings)
        assert words in str(findings[0])
        assert findings[0].instead.endswith((".", "?"))


def test_an_alias_bomb_is_refused_at_once(tmp_path):
    text = "- &a [x, x]\n" + "".join(
        f"- &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    data, findings = parse_yaml(text, tmp_path / "a.yml")
    assert data is None
    assert findings[0].line == 1


@pytest.mark.parametrize(
    "text",
    [
        "- text: '#1 question'\n",
        "- text: a#b\n",
        '- text: "a #1"  # why\n',
        "# all\n- text: a\n  # why\n",
        "- text: >-\n    a #1\n    b\n",
        "- text: yes, do\n",
        "- number: -2.5\n  whole: 10\n  switch: true\n",
        "- text: AT&T and R&D, 2 * 3\n",
        '- text: "no"\n',
        "- text: it's\n",
    ],
)
def test_what_is_meant_is_read(tmp_path, text):
    (path := tmp_path / "a.yml").write_text(text)
    assert read_yaml(path, Text, "line")[1] == []


# CSV


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + HEAD + ROW,
        HEAD + ROW + b"\n\n\n",
        HEAD + ROW + b",,,,,,,\n,,,,,,,\n",
        (HEAD + ROW).replace(b"\n", b"\r\n"),
        HEAD + ROW.replace(b"made up", b"made up,,,"),
        HEAD + b"\n" + ROW,
        (HEAD + ROW).replace(b"\n", b"\r"),
        HEAD + ROW.replace(b"made up", b'"made, ""up"" and\nbroken"'),
    ],
)
def test_a_spreadsheet_is_read_as_it_is_meant(tmp_path, data):
    (path := tmp_path / "counts.csv").write_bytes(data)
    records, findings = read_csv(path, Count, "id")
    assert findings == []
    assert [record.id for record in records] == ["one-test"]


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        ((HEAD + ROW).replace(b",", b";"), 1, "semicolons"),
        ((HEAD + ROW).replace(b",", b"\t"), 1, "tabs"),
        (b"sep=,\n" + HEAD + ROW, 1, "only Excel"),
        (b"sep=;\n" + HEAD.replace(b",", b";"), 1, "only Excel"),
        (HEAD.upper().replace(b",", b", ") + ROW, 1, "small letters"),
        (HEAD.replace(b"note", b"id") + ROW, 1, "twice"),
        (HEAD.replace(b"who", b"whom") + ROW, 1, "mean who"),
        (HEAD.replace(b"who,", b"") + ROW, 1, '"who" is missing'),
        (ROW, 1, "no column"),
        (b"", 1, "empty"),
        (b"\n\n", 1, "empty"),
        (HEAD + ROW.replace(b"felt sore", b'"=HYPERLINK(""x"",""y"")"'), 2, "formula"),
        (HEAD + ROW.replace(b"made up", b"+1"), 2, "formula"),
        (HEAD + ROW.replace(b"made up", b"@SUM(1+1)"), 2, "formula"),
        (HEAD + ROW.replace(b"made up", b"-cmd"), 2, "formula"),
        (HEAD + ROW.replace(b"made up", b" =1"), 2, "formula"),
        (HEAD + ROW.replace(b"made up", b'"\t=1"'), 2, "formula"),
        (HEAD + ROW.replace(b"10", b"1_0"), 2, "other programs"),
        (HEAD + ROW.replace(b"10", b"10.0"), 2, "other programs"),
        (HEAD + ROW.replace(b"10", b"1e1"), 2, "other programs"),
        (HEAD + ROW.replace(b"10", b"010"), 2, "other programs"),
        (HEAD + ROW.replace(b"10", "١٠".encode()), 2, "other programs"),
        (HEAD + ROW.replace(b"10", b"nan"), 2, "other programs"),
        (HEAD + ROW.replace(b"10", b"ten"), 2, "whole number"),
        (HEAD + ROW.replace(b"made up", b"made, up"), 2, "9 cells"),
        (HEAD + ROW.replace(b"made up", b'"made up'), 2, "cannot be read"),
        (HEAD + ROW.replace(b"made up", b'"made" up'), 2, "cannot be read"),
        (HEAD + ROW.replace(b"made up", b"x" * 140_000), 2, "longer than"),
        (HEAD + b"\n" + ROW + ROW, 4, "already"),
        (HEAD + ROW.replace(b"felt", b"\x93felt\x94"), 2, "UTF-8"),
    ],
)
def test_a_slip_in_a_spreadsheet_is_one_finding(tmp_path, data, line, words):
    (path := tmp_path / "counts.csv").write_bytes(data)
    _, findings = read_csv(path, Count, "id")
    assert [finding.line for finding in findings] == [line], said(findings)
    assert words in str(findings[0])
    assert findings[0].instead.endswith((".", "?"))


@pytest.mark.parametrize(
    "reader",
    [lambda path: read_yaml(path, Moved, "old"), lambda path: read_csv(path, Count, "id"), bibliography.read, pages.read],
)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"---\n",
        b"---\n---\n",
        b"@",
        b"[",
        b"\xc3",
        b"- [" * 900,
        b'"' * 999,
        b"@a{" * 999,
        b"\r" * 99,
        MOVE.encode("utf-16"),
    ],
)
def test_no_reader_ends_in_a_traceback(tmp_path, reader, data):
    (path := Path(tmp_path / "a.bib")).write_bytes(data)
    reader(path)
