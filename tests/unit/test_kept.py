"""Tests the rule that nobody may remove a citation without giving a reason."""

from collections import Counter
from pathlib import Path

import pytest

from evidence.checks.kept import LIST, Kept, cited, losses
from evidence.checks.rules import Site
from evidence.loading.rows import build, read_yaml
from tests import EDITION


def rows(*given):
    return [build(Kept, row, Path("x.yml"))[0] for row in given]


HAD = {"file": "a.md", "had": 5}, {"file": "b.md", "had": 2}


@pytest.mark.parametrize(("now", "more", "lost", "files"), [
    ({"a.md": 5, "b.md": 2}, [], 0, {}),
    ({"a.md": 3, "b.md": 2}, [], 2, {"a.md": 2}),
    ({"a.md": 3, "c.md": 4}, [], 0, {"a.md": 2, "b.md": 2}),
    ({"a.md": 3, "b.md": 2}, [{"file": "a.md", "fewer": 2, "why": "Said once, in the card."}], 0, {}),
    ({"a.md": 2, "b.md": 2}, [{"file": "a.md", "fewer": 2, "why": "Said once, in the card."}], 1, {"a.md": 1}),
])
def test_losses_are_counted_and_reasons_taken_off(now, more, lost, files):
    assert losses(rows(*HAD, *more), Counter(now)) == (lost, Counter(files))


@pytest.mark.parametrize("row", [{"file": "a.md"}, {"file": "a.md", "fewer": 2}, {"file": "a.md", "had": 2, "why": "x"},
                                 {"file": "a.md", "had": 2, "fewer": 1, "why": "x"}])
def test_a_row_is_a_count_or_a_loss_with_its_reason(row):
    assert build(Kept, row, Path("x.yml"))[0] is None


def test_the_record_can_be_read_and_holds():
    found, problems = read_yaml(LIST, Kept, "line")
    assert problems == []
    assert losses(found, cited(Site.of(EDITION)))[0] <= 0
