"""Tests how faulty files and files in various encodings are read. Each file is either read correctly, or rejected with one clear
message that says where the fault is. No file may cause a traceback.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pydantic import Field

from evidence.checks import assets, file_names, run, structure
from evidence.checks.rules import PAGE_RULES, SITE_RULES, Site
from evidence.checks.source import Page
from evidence.exports import open_data
from evidence.loading import bibliography, pages, text_files
from evidence.loading.dataset import load_dataset
from evidence.loading.rows import parse_yaml, read_csv, read_yaml
from evidence.markdown import EvidenceExtension
from evidence.model.effects import Count
from evidence.model.record import Record
from evidence.model.redirects import Redirect
from evidence.words import load_words
from scripts import lost_addresses
from tests import DOCS, EDITION, ROOT

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
    text: str = ""
    number: float | None = None
    whole: int | None = None
    switch: bool = False
    names: list[str] = Field(default_factory=list)


def said(problems) -> list[tuple[int, str]]:
    return [(problem.line, f"{problem.what} {problem.instead}") for problem in problems]


# Text files


@pytest.mark.parametrize(
    "data",
    [
        b"one\ntwo\n",
        b"\xef\xbb\xbfone\ntwo\n",
        b"one\r\ntwo\r\n",
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
        (b"one\nt\0wo\n", 2, "not text"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", 1, ""),
        (b"a\n" + b"x" * 6_000, 2, "longer than"),
        (b"a\n\nq" + b"[" * 600, 3, "600 opening square brackets"),
        (b"x\n" * 600_000, 1, "bytes"),
    ],
)
def test_what_is_no_plain_text_is_named_once_with_its_line(tmp_path, data, line, words):
    (path := tmp_path / "a.md").write_bytes(data)
    _, problems = text_files.read(path)
    assert [problem.line for problem in problems] == [line]
    assert words in str(problems[0])


def test_one_line_of_another_encoding_spoils_no_other(tmp_path):
    (path := tmp_path / "a.bib").write_bytes("Östlund\n".encode() + "Müller\n".encode("cp1252"))
    text, [problem] = text_files.read(path)
    assert text == "Östlund\nMüller\n"
    assert (problem.line, "Müller" in problem.what) == (2, True)


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
    source, problems = pages.read(path)
    assert said(problems) == [
        (15, 'The file is not saved as UTF-8. The first damaged word is "Caf\xe9.". Save it again as "UTF-8", '
             'with "LF" as the line ending.')
    ]
    assert source.meta


# Front matter, YAML


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
    source, problems = pages.read(path)
    if source.meta:
        assert (source.meta.title, problems) == (change.get("title", WORDS["title"]), []), "the value was not read as written"
        assert source.meta.due
    else:
        assert all(2 <= problem.line <= 12 for problem in problems), said(problems)


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("2022.10", "Put it in quotation marks"),
        ("2023_24", 'in quotation marks: "2023_24"'),
        ("12:30:45", 'in quotation marks: "12:30:45"'),
        ("no", 'in quotation marks: "no"'),
        ("NO", 'in quotation marks: "NO"'),
        ("on", "in quotation marks"),
        ("010", 'in quotation marks: "010"'),
        ("0x1F", "in quotation marks"),
        ("~", "in quotation marks"),
        ("2026", "Put it in quotation marks"),
        ("words, the #1 question", "words, the"),
        ("words #", "the whole text in quotation marks"),
        ('"rubbing" my back', "the other kind of quotation marks"),
        ("'rubbing' my back", "the other kind of quotation marks"),
        ("*text*", "quotation marks"),
        ("&text", "quotation marks"),
        ("> text", "the whole text in quotation marks"),
        ("| text", "the whole text in quotation marks"),
        ("@text", "the whole text in quotation marks"),
        ("%text", "the whole text in quotation marks"),
        ("`text`", "the whole text in quotation marks"),
        ("!text", "the whole text in quotation marks"),
        ("{{ text }}", "the whole text in quotation marks"),
        ("a: b", "the whole text in quotation marks"),
        ("- text", "next line"),
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
    records, problems = read_yaml(path, Text, "line")
    assert [problem.line for problem in problems] == [3] or (advice in ("Close", "Close the bracket", "Close it") and problems), (
        said(problems)
    )
    assert problems[0].what.endswith(".")
    if advice != "words, the":
        assert advice in problems[0].instead, said(problems)
    assert '2022.1"' not in str(problems[0])
    assert all(record.line != 2 for record in records)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- text: one\n\ttext: two\n", 2, "starts with a tab"),
        ("- text: one\n\u00a0 text: two\n", 2, "not a plain one, such as a no-break space"),
        ("- text: “one”\n", 1, "curly quotation marks"),
        ("- text: one\n-\n", 2, "The entry is empty"),
        ("- text: one\n- two\n", 2, '"two" has no fields'),
        ("- &base\n  text: a\n- <<: *base\n  number: 1\n", 1, "reference to another entry"),
        ("- text: one\n  text: two\n", 2, '"text" twice'),
        ("- text: one\n text: two\n", 2, "not indented like the rest"),
        ("- text: one\ntext: two\n", 2, "not indented like the rest"),
        ("- text: one\n---\n- text: two\n", 2, "second document"),
        ("- text: one\n- ? [a, b]\n  : c\n", 2, "bracket"),
        ("- number: 9_64\n", 1, "quotation marks"),
        ("- number: .nan\n", 1, "quotation marks"),
        ("- whole: 1.0\n- whole: 1.5\n", 2, "whole number"),
        ("- switch: yes\n", 1, "true or false"),
        ("- names: [a, no]\n", 1, "quotation marks"),
        ("- names:\n    - a\n    - 1.10\n", 3, "quotation marks"),
        ("- line: 7\n", 1, '"line" is not'),
        ("- __lines__: 7\n", 1, "is not a known field"),
        ("- text:\n", 1, "after the colon"),
        ("- text: one\n-text: two\n", 2, "no space after the dash"),
        ("- text: one\n  whole: 1\n\n  text: two\n  whole: 2\n", 4, "dash is missing"),
        ("- text: one\n  whole: 1\n  whole: 2\n  text: two\n", 3, "dash is missing"),
        ("- text: one\n  whole: 1\n  whole: 2\n", 3, "Keep one"),
        ("- text:\n    [[[[a]]]]\n", 1, "must be text"),
        ("# head\n - text: one\n   whole: 1\n\n- text: two\n", 2, "Delete 1 space at"),
        ("- text: one and\ntwo and\nthree\n  whole: 1\n", 2, "Join it to the line above"),
        ("- {text: one, and another two, whole: 1}\n", 1, "with its comma, in quotation marks"),
        ("text: one\n", 1, "does not contain a list"),
        ("one\n", 1, "does not contain a list"),
        ("", 1, "does not contain a list"),
        ("- text: \x07\n", 1, "invisible character"),
        ("- text: one\u2028- two\n", 1, "invisible line break"),
        ("- text: one\n  more: two\x85- \\\n", 2, "invisible line break"),
        ("- text: " + "[" * 1_500 + "\n", 1, "nested too deeply"),
        ("- " * 900 + "\n", 1, "nested too deeply"),
        ("- text: \ud83d\n".encode("utf-16", "surrogatepass").decode("utf-16", "replace"), 0, ""),
    ],
)
def test_a_slip_in_yaml_is_named_where_it_is(tmp_path, text, line, words):
    path = tmp_path / "a.yml"
    path.write_text(text)
    _, problems = read_yaml(path, Text, "line")
    if line:
        assert [problem.line for problem in problems] == [line], said(problems)
        assert words in str(problems[0])
        assert problems[0].instead.endswith((".", "?"))


def test_a_source_without_a_title_can_still_be_rendered():
    """The checks reject the source. But pages that cite it must still be rendered, so that one run shows every mistake."""
    md = Markdown(extensions=[EvidenceExtension(EDITION)])
    known = md.postprocessors["evidence-citations"]
    known.references = {"bare2020": replace(load_dataset(EDITION).references["cherkin2011"], key="bare2020", title="", design="")}
    assert "bare2020" in md.convert("It helped [@bare2020].")


def test_an_alias_bomb_is_refused_at_once(tmp_path):
    text = "- &a [x, x]\n" + "".join(
        f"- &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    data, problems = parse_yaml(text, tmp_path / "a.yml")
    assert data is None
    assert problems[0].line == 1


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
        HEAD + ROW.replace(b"made up", b'"made, ""up"" and\nbroken"'),
    ],
)
def test_a_spreadsheet_is_read_as_it_is_meant(tmp_path, data):
    (path := tmp_path / "counts.csv").write_bytes(data)
    records, problems = read_csv(path, Count, "id")
    assert problems == []
    assert [record.id for record in records] == ["one-test"]


def test_what_a_spreadsheet_saves_besides_the_rows_is_not_published(tmp_path):
    (path := tmp_path / "counts.csv").write_bytes(
        b"\xef\xbb\xbf" + HEAD.replace(b"\n", b"\r\n") + ROW.replace(b"\n", b",,\r\n") + b",,,,,,,\r\n" * 3)
    assert open_data.clean(path).encode() == HEAD + ROW
    for path in text_files.files(DOCS / "data", ".csv", ".yml", ".bib"):
        assert open_data.clean(path).encode() == path.read_bytes(), path.name


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        ((HEAD + ROW).replace(b"\n", b"\r"), 1, "old Mac"),
        (HEAD.replace(b"\n", b",,\n") + ROW.replace(b"\n", b",,\n"), 1, "no name"),
        ((HEAD + ROW).replace(b",", b";"), 1, "semicolons"),
        ((HEAD + ROW).replace(b",", b"\t"), 1, "tabs"),
        (b"sep=,\n" + HEAD + ROW, 1, "only Excel"),
        (b"sep=;\n" + HEAD.replace(b",", b";"), 1, "only Excel"),
        (HEAD.upper().replace(b",", b", ") + ROW, 1, "lower case"),
        (HEAD.replace(b"note", b"id") + ROW, 1, "twice"),
        (HEAD.replace(b"who", b"whom") + ROW, 1, "mean who"),
        (HEAD.replace(b"who,", b"") + ROW, 1, '"who" is missing'),
        (ROW, 1, "no column"),
        (b"", 1, "empty"),
        (b"\n\n", 1, "empty"),
        (HEAD + ROW.replace(b"felt sore", b'"=HYPERLINK(""x"",""y"")"'), 2, "formula"),
        (HEAD + ROW.replace(b"made up", b"+1"), 2, "formula"),
        (HEAD + ROW.replace(b"10", b"=2*5"), 2, "Type the value"),
        (ROW + HEAD, 1, "column names are on line 2"),
        (b"Table 1,,,,,,,\n" + HEAD + ROW, 1, "Delete the line above"),
        (HEAD + ROW.replace(b"10", "\u201310".encode()), 2, "hyphen of the keyboard: -10."),
        (HEAD + b"".join(ROW.replace(b"10", b"%d00%%" % n).replace(b"one", b"n%d" % n) for n in range(1, 6)), 2, "4 more rows"),
        (HEAD + ROW.replace(b"10", b"1000%"), 2, 'format the column as "Number"'),
        (HEAD + ROW + HEAD, 3, "repeats the column names"),
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
        (HEAD + ROW.replace(b"made up", b"made, up"), 2, "this row has 9"),
        (HEAD + ROW.replace(b"made up", b"").replace(b"felt sore", b"felt, sore"), 2, "this row has 9"),
        (HEAD + ROW.replace(b"made up", b'"made up'), 2, "cannot be read"),
        (HEAD + ROW.replace(b"made up", b'"made" up'), 2, "cannot be read"),
        (HEAD + ROW.replace(b"made up", b"x" * 140_000), 2, "longer than"),
        *((HEAD + ROW.replace(b"felt sore", date.encode()), 2, "turned this cell into a date")
          for date in ("Jun-00", "10.Okt", "10. Okt", "06-Dec", "6/12/2026", "Dez 06", "12.06.26", "mai-12", "1-M\u00e4r")),
        (HEAD + b"\n" + ROW + ROW, 4, "already"),
        (HEAD + ROW.replace(b"felt", b"\x93felt\x94"), 2, "UTF-8"),
    ],
)
def test_a_slip_in_a_spreadsheet_is_one_finding(tmp_path, data, line, words):
    (path := tmp_path / "counts.csv").write_bytes(data)
    _, problems = read_csv(path, Count, "id")
    assert [problem.line for problem in problems] == [line], said(problems)
    assert words in str(problems[0])
    assert problems[0].instead.endswith((".", "?"))


@pytest.mark.parametrize(
    "reader",
    [lambda path: read_yaml(path, Redirect, "old"), lambda path: read_csv(path, Count, "id"),
     lambda path: bibliography.read(path, EDITION.today), pages.read],
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


# Leftover markup


def checked(tmp_path: Path, words: str, **front: str) -> list[tuple[int, str]]:
    """Return the problems on a page with this text, as pairs (line, message). The lines are numbered from the beginning of the
    text.
    """
    (path := tmp_path / "page.md").write_text(FRONT.format(**WORDS | front | {"words": words}))
    start = FRONT.format(**WORDS | {"words": "|"}).split("\n").index("|")
    return [(problem.line - start, f"{problem.what} {problem.instead}") for problem in run(EDITION, [path])]


LEFT_OVER = [
    ("Signs to look for:\n- numbness\n- weakness", 2, "blank line above"),
    ("Do this:\n1. First\n2. Second", 2, "blank line above"),
    ("- one\n\nHere:\n- [a page](page.md), or", 4, "blank line above"),
    ("/// emergency | Call your local emergency number now if\nYou have back pain and:\n- you cannot pee\n///", 3, "line above"),
    ("- one\n  - two\n    - three", 2, "four spaces"),
    ("1. one\n   - two", 2, "four spaces"),
    (" - one\n - two", 1, "margin"),
    ("- one\n\n  More of one.\n\n- two", 3, "four spaces"),
    ("1. One\n\nText between.\n\n2. Two", 5, "starts again"),
    ("3. Three\n4. Four", 1, "see the number 1 instead of 3"),
    ("1. One\n3. Three", 2, "see the number 2 instead of 3"),
    ("1) One\n2) Two", 1, 'Write "1."'),
    ("• One\n• Two", 1, 'Write "- "'),
    ("Here:\n* One", 2, "markers other than"),
    ("-one\n-two", 1, "no space after its dash"),
    ("1.One\n2.Two", 1, "no space after its number"),
    ("It helped [1].", 1, "Cite it as [@key]"),
    ("/// country\nHere\n:   No.\n///", 1, "Did you mean countries?"),
    ("```effect\nrows: []\n```", 1, "Did you mean effects?"),
    ("![A back](C:\\Anna\\back.png)", 1, "your own computer"),
    ("See [a](#test-page) and [b](page.png), or [c](d e.md).", 1, "page.png\" is not a file"),
    ("![A back](Screenshot 2026 (2).png)", 1, '"Screenshot 2026 (2).png" is not a file'),
    ("Here it is:\n| A | B |\n|---|---|\n| c | d |", 2, "blank line above"),
    ("| A | B |\n|---|---|\n| c | d | lost |", 3, "This row has 3 cells"),
    ("A | B\n---|---\nc | d | lost", 3, "This row has 3 cells"),
    ("| A | B |\n|---|---|---|\n| c | d |\n| e | f |", 2, "in the line below the header: 3"),
    ("See [who should ask first](..\\massage\\safety.md).", 1, "instead of the backslash"),
    ("> [!WARNING]\n> Do not go on.", 1, "our blocks"),
    ("Words:\n> quoted", 2, "see a quotation"),
    ('!!! warning "Stop"\n    Do not go on.', 1, "our blocks"),
    ("??? note\n    Words.", 1, ""),
    ('=== "Tab"\n    Words.', 1, ""),
    ("::: note\nWords.\n:::", 1, "three slashes"),
    ('--8<-- "file.md"', 1, ""),
    ("Well :smile: then.", 1, "in words"),
    ("Press ++ctrl++ now.", 1, "in words"),
    ("Some text.[^note]", 1, "Cite a source"),
    ("Some text.[^note]\n\n[^note]: More.", 1, ""),
    ("- [ ] Ask first\n- [x] Book", 1, "/// ask"),
    ("This is ~~wrong~~ right.", 1, "in words"),
    ("And ==this== too.", 1, "in words"),
    ("See [[safety]] for more.", 1, "in one piece"),
    ("See [words][name].", 1, "in one piece"),
    ("[who should ask first] (safety.md)", 1, "in one piece"),
    ("[who should ask\n\nfirst](safety.md)", 3, "in one piece"),
    ("One line\\\nnext line", 1, "backslash"),
    ("It helped \\[@cherkin2011\\].", 1, "Remove each backslash"),
    ("Words.\n\n\\[\\!without\\] Here is more.", 3, "Remove each backslash"),
    ("Half an hour \\- or more, \\*not\\* less.", 1, "Remove each backslash"),
    ("\\## A heading", 1, "Remove each backslash"),
    ("![A back](back.HEIC)", 1, 'show ".HEIC" pictures'),
    ("![](back.png)", 1, "no text alternative"),
    ("## **Bold heading**", 1, "Remove the asterisks"),
    ("Term\n:   An answer.\nOther\n:   Another.", 3, "blank line above"),
    ("/// countries\nGermany\n:   Ask your insurer.\nFrance\n:   Ask your doctor.\n///", 4, "blank line above"),
    ("The sum is $x^2$ today.", 1, "in words"),
    ("H~2~O and x^2^.", 1, "in words"),
    ("[It helped [@cherkin2011]](page.md)", 1, "after the outer link"),
    ("[![A back](page.md)](page.md)", 1, "after the outer link"),
    ("[a [b](page.md) c](page.md)", 1, ""),
    ("This is **bold and goes on.", 1, "Close it"),
    ("This is *slanted and goes on.", 1, "Close it"),
    ("Take `code and go on.", 1, "Close it"),
    ("Words {.class} more.", 1, ""),
    ("Words { more.", 1, "curly bracket"),
    ("Words.\n\n    indented", 3, "as computer code"),
    ("Words.\n\n    ## A heading", 3, "would not see a heading"),
    ("- one\n\n    ## A heading", 3, "would not see a heading"),
    ("/// countries\nGermany\n:   Ask your insurer.\n\n    France\n:   Ask your doctor.\n///", 5, "new question or term"),
    ("Words.\n\n    /// note | Hello\n    Words.\n///", 3, "Remove the spaces"),
    ("It costs\n55. Four cost more.", 2, "join this line"),
    ("## A heading over\ntwo lines {#one}", 2, "all on one line"),
    ("Ask if [! new] appears.", 1, "Remove the space"),
    ("It is 1 of 1 000.", 1, "with a comma"),
    ("[TOC]", 1, "Delete it"),
    ("- one\n\n        deep", 3, "as computer code"),
    (":   An answer without its term", 1, "Write the question or term"),
    ("Term\n:An answer", 2, "three spaces"),
    ("One\ttwo\n1\t2", 1, "between the cells"),
    ("-\u00a0one\n-\u00a0two", 1, "no-break space"),
    ("/// note | Hello\nList:\n* one\n///", 3, "blank line above"),
    ("//// note | Hello\nWords.\n///", 3, 'Write "////"'),
    ("/// note | Hello\nWords.\n////", 3, 'Write "///",'),
]


@pytest.mark.parametrize(("words", "line", "says"), LEFT_OVER)
def test_marks_that_would_be_left_over_are_named_where_they_stand(tmp_path, words, line, says):
    found = checked(tmp_path, words)
    if not line:
        assert found == []
        return
    assert [text for at, text in found if at == line and says in text], found


def test_a_list_with_no_blank_line_above_is_reported_once(tmp_path):
    found = checked(tmp_path, "Here:\n- [one](#test-page)\n- two\n- three")
    assert [line for line, text in found if "blank line" in text] == [2]


@pytest.mark.parametrize(
    "words",
    [
        "- one\n    - two\n        - three\n- four",
        "1. One\n\n    More of one.\n\n2. Two\n3. Three",
        "1. One\n1. Two",
        "- one\n- two\n\nText.\n\n1. One",
        "| A | B |\n|---|---|\n| `a|b` | c \\| d |",
        "| A |\n|---|\n| b |",
        "A line to fill in: ________",
        "Number on the wall: \\_\\_\\_\\_\\_",
        "/// countries\nFrance\n:   Ask your doctor.\n\nGermany\n:   Ask your insurer.\n///",
        "It costs $50 to $60, or £5.",
        "Words (see below), and [the section](#test-page); 3 * 4 is 12.",
        "`[!NOTE]` and `~~x~~` are code.",
        "Term\n:   What it is.",
        "A * star, a - dash and 2 - 1.",
        "**Bold**, *slanted* and `code`.",
        "Ratio 1:2 at 10:30; a/b and C# too.",
        "```text\n~~x~~\n```",
    ],
)
def test_plain_markdown_raises_no_alarm(tmp_path, words):
    assert checked(tmp_path, words) == []


@pytest.mark.parametrize(("field", "value"), [("title", '"A **bold** page"'), ("title", "A [link](a.md) page")])
def test_marks_in_front_matter_are_left_over_too(tmp_path, field, value):
    assert [text for _, text in checked(tmp_path, "Words.", **{field: value}) if "literal characters" in text]


# Files and links


@pytest.fixture
def place(tmp_path, dataset) -> Site:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text(FRONT.format(**WORDS))
    (tmp_path / "overrides").mkdir()
    return Site(EDITION.at(tmp_path), dataset)


NAMES = [
    "safe or not.md",
    "a:b.md",
    "what?.md",
    "con.md",
    "Massage.md",
    "R\xfccken.md",
    "a_b.md",
    "a--b.md",
    "-a.md",
    "a.b.md",
    "aux/x.md",
    "My folder/x.md",
    "assets/x.md",
    "data/x.md",
    "templates/x.md",
    "README.md",
    "com1.md",
    "assets/My picture.png",
    "assets/nul.svg",
    "a" * 110 + ".md",
    "data/claims copy.yml",
    "data/claims(1).yml",
    "index.md.md",
    "assets/a\u202eb.svg",
    "x'.md",
    "a%20b.md",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_that_are_no_address_everywhere_are_refused(place, name):
    (path := place.docs / name).parent.mkdir(exist_ok=True, parents=True)
    path.write_text("x")
    assert {problem.path for problem in file_names.names(place)} == {path}


def test_a_name_in_capitals_is_reported_once_a_folder(place):
    for name in ("Try/a.md", "Try/b.md"):
        (path := place.docs / name).parent.mkdir(exist_ok=True, parents=True)
        path.write_text("x")
    assert [problem.instead for problem in file_names.names(place)] == ['Rename the file: git mv "docs/Try" "docs/try".']


@pytest.mark.parametrize("name", ["Cost.MD", "cost.md.txt", "cost.markdown"])
def test_a_page_that_was_saved_with_another_ending_is_to_be_renamed(place, name):
    (place.docs / name).write_text("x")
    assert [problem.instead for problem in assets.kinds(place)] == ["Rename this file to cost.md."]


def test_a_table_without_a_header_row_is_one_problem(tmp_path):
    assert [line for line, _ in checked(tmp_path, "Words.\n\n| A | B |\n| c | d |")] == [3]


@pytest.mark.parametrize("table", ["| A | B |\n\n|---|---|\n| c | d |", "| A | B |\n|---|---|\n\n| c | d |",
                                   "| A | B |\n|---|---|\n| a | b |\n\n| c | d |"])
def test_a_blank_line_in_a_table_is_one_problem(tmp_path, table):
    assert checked(tmp_path, table) == [(table.split("\n").index("") + 1,
                                         "A blank line cuts this table in two. Remove the blank line.")]


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_page_is_one_problem(copy, text):
    (page := copy / "try" / "diary.md").write_text(text)
    assert said(run(EDITION.at(copy.parent), [page])) == [
        (1, "The page is empty. Restore the previous version, or delete the file.")]


def test_a_misspelt_field_is_not_missing_too(tmp_path):
    (path := tmp_path / "moved.yml").write_text(MOVE.replace("page:", "pge:"))
    assert [text for _, text in said(read_yaml(path, Redirect, "old")[1])] == ['"pge" is not a known field. Did you mean page?']


def test_plain_names_are_fine():
    assert list(file_names.names(Site.of(EDITION))) == []


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (["questions.md", "questions/index.md"], "same address"),
        (["data.md"], "The site itself already uses"),
        (["search/index.md"], "The site itself already uses"),
        (["a/b.md", "a/b/index.md"], "same address"),
        (["assets/index.md"], "The site itself already uses"),
    ],
)
def test_two_pages_with_one_address_are_refused(place, files, says):
    for name in files:
        (place.docs / name).parent.mkdir(exist_ok=True, parents=True)
        (place.docs / name).write_text(FRONT.format(**WORDS))
    assert [says in problem.what for problem in file_names.addresses(place)] == [True]


@pytest.mark.parametrize(
    "name", ["docs/data/host.txt", "docs/assets/more", "docs/page.md", "overrides/main.html", "docs/assets/gone.svg"]
)
def test_a_link_to_another_place_is_refused(place, tmp_path, name):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "key.pem").write_text("secret")
    target = {"docs/assets/more": elsewhere, "docs/assets/gone.svg": tmp_path / "nowhere"}.get(name, elsewhere / "key.pem")
    (path := tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
    path.symlink_to(target)
    assert [problem.path for problem in file_names.no_links(place)] == [path]
    assert path not in place.texts
    assert list(assets.kinds(place)) == []


@pytest.mark.parametrize("name", ["CNAME", "x.js", "x.txt", "assets/x.css", "deep/x.svg", "x.py"])
def test_nothing_is_published_from_overrides(place, tmp_path, name):
    (path := tmp_path / "overrides" / name).parent.mkdir(exist_ok=True, parents=True)
    path.write_text("x")
    assert [problem.path for problem in file_names.only_templates(place)] == [path]


@pytest.mark.parametrize(
    "name", ["CNAME", "robots.txt", "x.html", "x.exe", "x.md~", "#x.md#", "x.PNG", "x.pdf", "x.webmanifest", "x.xml", "x.json"]
)
def test_other_kinds_of_file_are_refused(place, name):
    (place.docs / name).write_text("x")
    assert [problem.path.name for problem in assets.kinds(place)] == [name]


PNG = (DOCS / "assets" / "favicon.png").read_bytes()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("back.png", os.urandom(6_000)),
        ("back.png", b"text"),
        ("back.png", b""),
        ("back.png", PNG + b"PK\3\4 more"),
        ("back.png", PNG[:-9]),
        ("back.png", PNG[:40] + b"\0" * 300_000 + PNG[-12:]),
        ("back.png", PNG[:16] + b"\0\0\xff\xff" + PNG[20:]),
        ("back.webp", PNG),
        ("back.webp", b"RIFF\4\0\0\0WEBPVP8 "),
        ("x.woff2", b"wOF2\0\1\0\0\0\0\0\1"),
        ("x.ico", b"GIF89a"),
    ],
)
def test_a_picture_is_what_its_name_says(place, name, data):
    (place.docs / "assets" / name).write_bytes(data)
    assert [problem.path.name for problem in assets.pictures(place)] == [name]


@pytest.mark.parametrize(("name", "data", "part"), [
    ("back.png", PNG[:33] + b"\0\0\0\4eXIf" + b"MM\0*" + b"\0\0\0\0" + PNG[33:], "eXIf"),
    ("back.webp", b"RIFF\x1c\0\0\0WEBPVP8 \4\0\0\0aaaaEXIF\4\0\0\0MM\0*", "EXIF"),
])
def test_a_picture_that_tells_where_it_was_taken_is_refused(place, name, data, part):
    (place.docs / "assets" / name).write_bytes(data)
    [problem] = assets.pictures(place)
    assert f"({part})" in problem.what


def test_a_page_next_to_docs_is_refused(place):
    (place.root / "try").mkdir()
    (place.root / "try" / "bath.md").write_text("---\ntitle: A warm bath\nkind: guide\n---\n", encoding="utf-8")
    (place.root / "README.md").write_text("# Read me\n\nkind: words\n", encoding="utf-8")
    assert [problem.path.name for problem in file_names.pages_are_in_docs(place)] == ["bath.md"]


def test_the_site_s_own_pictures_are_whole():
    assert list(assets.pictures(Site.of(EDITION))) == []


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("nav:\n  - Home: index.md\n  - Gone: gone.md\n", "no such page"),
        ("nav:\n  - Other: massage/index.md\n", "not in the navigation"),
        ("nav: [\n", "cannot be read"),
        ("site_name: x\n", "cannot be read"),
        ("nav:\n  - A:\n      - B:\n          - index.md\n", ""),
        ("", "cannot be read"),
        ("- x", "cannot be read"),
    ],
)
def test_the_navigation_is_read_and_not_searched_for_words(place, tmp_path, settings, says):
    whole = (
        settings
        if "site_name" in settings or "nav:\n" not in settings
        else f"site_name: x\nsite_description: x\nsite_author: x\n{settings}"
    )
    (tmp_path / "mkdocs.yml").write_text(whole)
    found = [problem.what for problem in structure.every_page_is_reached(place)]
    assert any(says in what for what in found) if says else found == []


# Names, anchors, tables


@pytest.mark.parametrize(
    ("front", "says"),
    [
        ("template: nope.html", "template"),
        ("template: partials/title.html", "template"),
        ("template: 404.html", "template"),
        ("template: main.html", "template"),
        ("template: ../x.html", "template"),
        ("script: nope.js", "script"),
        ("script: ../stylesheets/site.css", "script"),
    ],
)
def test_front_matter_names_what_exists(tmp_path, front, says):
    found = [text for _, text in checked(tmp_path, "Words.", title=f"Test page\n{front}")]
    assert [text for text in found if text.startswith(f"There is no {says} ")]


@pytest.mark.parametrize(
    "words",
    [
        "## Sources",
        "## Settings {#__config}",
        "## Way {#Big}",
        "## Way {#fn:x}",
        "## Cite text",
        "```diary\n```\n\n## Diary count",
        "```glossary\n```\n\n## Placebo",
        "## Onpage",
        "## Way {#__search}",
        "## Way {#__toc}",
    ],
)
def test_an_anchor_that_the_page_has_already_is_refused(tmp_path, words):
    line = next(number for number, text in enumerate(words.split("\n"), 1) if text.startswith("##"))
    assert [text for at, text in checked(tmp_path, words) if at == line and "anchor" in text]


def test_a_blank_line_above_the_front_matter_is_one_finding(tmp_path):
    (path := tmp_path / "page.md").write_text("\n" + FRONT.format(**WORDS | {"words": "Words."}))
    (tmp_path / "same.md").write_text(FRONT.format(**WORDS | {"words": "Words."}))
    known = {problem.what for problem in run(EDITION, [tmp_path / "same.md"])}
    new = [problem for problem in run(EDITION, [path]) if problem.what not in known]
    assert [(problem.line, problem.what) for problem in new] == [(1, "There is a blank line above the front matter.")]


@pytest.mark.parametrize(("words", "says"), [
    ("## Before you book\n\nWords.\n\n## Take your time {#before-you-book}\n\nWords.", "already has the anchor"),
    ("## Take your time\n\nWords.\n\n## Take your time\n\nWords.", "is used twice"),
])
def test_an_anchor_or_a_heading_that_is_used_twice_is_named_as_what_it_is(tmp_path, words, says):
    assert [line for line, text in checked(tmp_path, words) if says in text] == [5]


@pytest.mark.parametrize("words", ["## Where it comes from", "## 10 facts", "## Way {#way-2}", "## Cite this"])
def test_other_anchors_are_free(tmp_path, words):
    assert checked(tmp_path, words) == []


def test_no_table_brings_a_style_of_its_own():
    md = Markdown(extensions=["tables", EvidenceExtension(EDITION)])
    html = BeautifulSoup(md.convert("| A | B | C |\n|:--|:-:|--:|\n| a | b | 3 |"), "html.parser")
    assert html.select("[style]") == []
    assert [cell.get("class") for cell in html.select("tbody tr > *")] == [None, ["is-centred"], ["is-right"]]


HOSTILE = """0;url=../safety/" http-equiv="refresh" data-x="' & 'words' that are long enough for the rule"""


def test_words_of_the_front_matter_stay_words_in_every_attribute(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    front = (
        "\n".join(
            f"{name}: {json.dumps(HOSTILE[:60] if name == 'title' else HOSTILE)}"
            for name in ("title", "description", "condition", "therapy")
        )
        + f"\nalso_called: [{json.dumps(HOSTILE)}]"
    )
    (docs / "index.md").write_text("# Home\n")
    (docs / "page.md").write_text(
        f"---\n{front}\nkind: guide\nchanges:\n  - date: 2026-11-23\n    what: {json.dumps(HOSTILE)}\n---\n\n# A page\n"
    )
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        docs_dir=str(docs),
        site_dir=str(tmp_path / "site"),
        hooks=[],
        nav=None,
        plugins=[],
        site_url="https://example.org/",
    )
    build(config)
    page = BeautifulSoup((tmp_path / "site" / "page" / "index.html").read_text(), "html.parser")
    said = {tag.get("name") or tag.get("property"): tag for tag in page.select("meta[content]")}
    assert said["description"].attrs == {"name": "description", "content": HOSTILE}
    assert said["og:title"].attrs == {"property": "og:title", "content": HOSTILE[:60]}
    assert said["og:description"].attrs == {"property": "og:description", "content": HOSTILE}
    assert page.title.string.startswith(HOSTILE[:60])
    assert page.select("[http-equiv=refresh], [data-x]") == []


# Commands and addresses


def test_an_old_python_is_named_once(tmp_path):
    for name in ("python3", "python"):
        (tmp_path / name).write_text('#!/bin/sh\ncase "$1" in --version) echo Python 3.9.1;; *) exit 1;; esac\n')
        (tmp_path / name).chmod(0o755)
    for python, says in (("python3 python", "found only Python 3.9.1. Install"), ("no-such-python", "none was found. Install")):
        run_ = subprocess.run(
            ["sh", str(ROOT / "scripts" / "venv.sh"), "requirements.txt"],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHON": python, "VENV": str(tmp_path / "venv")},
        )
        assert says in run_.stderr
        assert run_.returncode == 1


@pytest.mark.parametrize(
    "given",
    [
        "https://github.com/me/fork",
        "https://github.com/me/fork/",
        "https://github.com/me/fork.git",
        "https://github.com/me/fork.git/",
    ],
)
def test_make_gives_builders_the_settings_they_read(given):
    told = subprocess.run(
        ["make", "-s", "-f", "Makefile", "-f", "-", "told"],
        input="told:\n\t@echo $$REPO_URL $$NO_MKDOCS_2_WARNING\n",
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"REPO_URL": given},
    )
    assert told.stdout.split() == ["https://github.com/me/fork", "1"]


def test_make_clean_removes_only_what_was_made_here():
    command = ["make", "-n", "--no-print-directory", "clean", "VENV=/somewhere"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.startswith("rm -rf ")
    assert "/" not in told.stdout


def test_a_clone_on_windows_keeps_the_line_ends():
    assert "* text=auto eol=lf" in (ROOT / ".gitattributes").read_text().splitlines()


@pytest.fixture
def before_and_after(tmp_path) -> tuple[Path, Path]:
    for side in ("before", "after"):
        (tmp_path / side / "docs" / "data").mkdir(parents=True)
        (tmp_path / side / "docs" / "page.md").write_text(FRONT.format(**WORDS | {"words": "## One\n\n## Two"}))
        (tmp_path / side / "docs" / "data" / "moved.yml").write_text("[]\n")
    return tmp_path / "before", tmp_path / "after"


def test_a_renamed_page_without_a_redirect_is_told(before_and_after, capsys):
    before, after = before_and_after
    assert lost_addresses.main([str(before), str(after)]) == 0
    (after / "docs" / "page.md").rename(after / "docs" / "new.md")
    assert lost_addresses.main([str(before), str(after)]) == 1
    assert '"page/" no longer exists' in capsys.readouterr().out
    (after / "docs" / "data" / "moved.yml").write_text("- old: page/\n  page: new.md\n  since: 2026-11-28\n")
    assert lost_addresses.main([str(before), str(after)]) == 0
    assert lost_addresses.main([str(after), str(before)]) == 1  # with the folders swapped, new/ is the address that is lost


def test_a_removed_redirect_is_reported(before_and_after, capsys):
    before, after = before_and_after
    (before / "docs" / "data" / "moved.yml").write_text("- old: older/\n  page: page.md\n  since: 2026-11-28\n")
    assert lost_addresses.main([str(before), str(after)]) == 1
    assert '"older/" no longer exists' in capsys.readouterr().out


def test_a_renamed_heading_is_told_and_stops_nothing(before_and_after, capsys):
    before, after = before_and_after
    path = after / "docs" / "page.md"
    path.write_text(path.read_text().replace("## Two", "## Three"))
    assert lost_addresses.main([str(before), str(after)]) == 0
    assert "page/#two" in capsys.readouterr().out


def test_the_page_check_names_a_renamed_heading_and_a_dead_partner(copy):
    visit, sessions = copy / "try" / "first-visit.md", copy / "try" / "how-many-sessions.md"
    visit.write_text(visit.read_text(encoding="utf-8").replace("## If something goes wrong", "## When it is not right"),
                     encoding="utf-8")
    sessions.write_text(sessions.read_text(encoding="utf-8").replace("studies: studies/sessions.md", "studies: studies/no.md"),
                        encoding="utf-8")
    found = [str(problem) for problem in run(EDITION.at(copy.parent), [visit, sessions]) if problem.wrong]
    assert len(found) == 2, found
    assert "write {#if-something-goes-wrong} after" in found[0]
    assert "docs/studies/no.md, which does not exist" in found[1]


def test_a_copy_of_the_page_to_copy_is_not_finished(place):
    text = (ROOT / "page-templates" / "treatment.md").read_text()
    (path := place.docs / "new.md").write_text(text.replace("title: A page to copy", "title: New"))
    found = [problem.what for problem in structure.written(Page.read(path, place.docs), place)]
    assert len(found) >= 5


def test_every_sentence_of_a_page_to_copy_is_refused_when_left(place):
    files = (ROOT / "page-templates").glob("[a-z]*.md")
    texts = {path.name: path.read_text(encoding="utf-8") for path in files}
    listed = load_words(EDITION)["placeholders"]
    assert [words for words in listed if not any(words in text for text in texts.values())] == []
    for name, text in texts.items():
        if name != "treatment.md":
            body = text.split("---\n", 2)[2]
            prose = re.findall(r"^(?:#+ |[0-9]\. |\[)?([A-Z][^\n\]]*)", re.sub(r"```.*?```", "", body, flags=re.DOTALL), re.M)
            left = [said for said in prose if not any(words in said or said in words for words in listed)]
            assert set(left) <= HEADINGS, name


HEADINGS = {"Before you start", "If it does not work", "Who should ask first", "What was measured", "What we do not know"}
"""Headings that may stay as they are in the template, since finished pages of this kind use them too."""


def test_every_module_with_rules_is_used():
    """If a rule never ran, every page would seem to follow it."""
    files = {
        path.stem
        for path in (ROOT / "evidence" / "checks").glob("*.py")
        if re.search(r"^@(page|site)_rule$", path.read_text(), re.M)
    }
    assert files == {rule.__module__.rpartition(".")[2] for rule in (*PAGE_RULES, *SITE_RULES)}


def test_a_conflict_is_one_problem_from_its_first_mark_to_its_last():
    lines = ["a", "<<<<<<< one", "b", "=======", "c", ">>>>>>> two", "d", "=======", "<<<<<<< three", ">>>>>>> four"]
    assert [(found[0], found[-1]) for found in structure.conflicting(lines)] == [(2, 6), (8, 8), (9, 10)]


@pytest.mark.parametrize("name", ["myths (1).md", "myths - Copy.md", "~$cost.docx", "Thumbs.db", "effects.csv.bak"])
def test_a_file_that_another_program_left_is_to_be_deleted(name):
    [(what, instead)] = file_names._name_faults(("try", name), name.endswith(".md"))
    assert "left behind" in what
    assert "Delete it" in instead


def test_data_in_another_folder_would_not_be_used():
    assert [what for what, _ in file_names._name_faults(("treatments", "treatments.csv"), page=False)] == [
        '"treatments/treatments.csv" is not directly in docs/data, so nothing would use it.']
    assert [*file_names._name_faults(("data", "treatments.csv"), page=False)] == []
