from dataclasses import replace

import pytest

from evidence.checks.rendered import shown_words, visible_text
from evidence.checks.rules import Site
from evidence.checks.source import Page
from tests import EDITION
from tests.front import FRONT

TOP = FRONT.format(kind="guide") + "# A page\n\n"



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
    path.write_text(f"{TOP}{text}\n", encoding="utf-8")
    found = list(shown_words(Page.read(path, tmp_path), Site(replace(EDITION, docs=tmp_path), dataset)))
    assert [problem.rule for problem in found] == ([rule] if rule else [])
    assert all(problem.line == TOP.count("\n") + 1 for problem in found)
