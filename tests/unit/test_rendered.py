"""Markdown in, the text that readers see out. And one mistake, in data or in a block, gives only one message."""


from dataclasses import replace

import pytest

from evidence.checks import run
from evidence.checks.rendered import shown_words, visible_text
from evidence.checks.rules import Site
from evidence.checks.source import Page
from tests import EDITION

FRONT = """---
title: A page
description: A page that exists for the tests and has a description of some length.
kind: guide
checked: 2026-11-23
check_again: 12 months
reviewed_by: []
changes:
  - date: 2026-11-23
    what: First.
---

# A page

"""


@pytest.mark.parametrize(("text", "shown"), [
    ("sho**ps**.com", "shops.com"), ("sho[](index.md)ps\\.com", "shops.com"),
    ("s_h_ops and shops*.*com", "s_h_ops and shops.com"),
    ("one\ntwo", "one two"),
])
def test_what_is_seen(text, shown):
    assert visible_text(text) == shown


@pytest.mark.parametrize(("text", "rule"), [
    ("Look at guns4**backs**.com first.", "hosts"), ("Look at guns4[](index.md)backs.com first.", "hosts"),
    ("Look at [guns4](index.md)[backs.com](index.md) first.", "hosts"), ("Look at guns4backs[.]com.", ""),
    ("It **de**toxes, and it de*tox*es.", ""), ("Read [who should **ask**](index.md) *first* [@cherkin2011].", ""),
    ("See `claims.yml` and `make check`.", ""),
])
def test_addresses_put_together_by_marks(tmp_path, dataset, text, rule):
    path = tmp_path / "page.md"
    path.write_text(f"{FRONT}{text}\n", encoding="utf-8")
    found = list(shown_words(Page.read(path, tmp_path), Site(replace(EDITION, docs=tmp_path), dataset)))
    assert [problem.rule for problem in found] == ([rule] if rule else [])
    assert all(problem.line == FRONT.count("\n") + 1 for problem in found)


def spoil(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_lost_comma_and_a_field_twice_are_one_message_each(copy):
    spoil(copy / "data" / "references.bib", "year = {2016},", "year = 2016")
    spoil(copy / "data" / "claims.yml", "  certainty: low\n", "  certainty: low\n  certainty: low\n")
    found = [problem for problem in run(EDITION.at(copy.parent)) if not problem.warning]
    assert [problem.path.name for problem in found] == ["claims.yml", "references.bib"]


def test_one_row_is_one_message_and_hides_no_other_slip(copy):
    spoil(copy / "data" / "effects.csv", "RDQ 0-23,-2.9,-4.0,-1.8", "RDQ 0-23,2.9,-4.0,-1.8")
    spoil(copy / "index.md", "  - little2008-massage-rdq-3m", "  - little2008-massage-rdq-4m")
    found = [problem for problem in run(EDITION.at(copy.parent)) if not problem.warning]
    assert [problem.path.name for problem in found] == ["effects.csv", "index.md"]
    assert "minus" in found[0].instead


def test_block_with_two_slashes_is_one_message(copy):
    spoil(copy / "massage" / "does-it-help.md", "/// facts", "// facts")
    found = run(EDITION.at(copy.parent))
    assert [problem.instead for problem in found] == ["Write it with three slashes: /// facts."]
