"""Tests that every safety ruling that is cited by number exists in decisions/12-safety-rulings.md. Also tests that the rulings
mention only files, data and sources that exist in the repository.
"""

from __future__ import annotations

import re

import pytest
import yaml

from evidence.loading import patients
from evidence.model.dataset import Dataset
from tests import ROOT

RULINGS = ROOT / "decisions" / "12-safety-rulings.md"
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in RULINGS.read_text(encoding="utf-8").splitlines()
        if re.match(r"\| \d", line)]
TICKED = re.compile(r"`([^`]+)`")


def test_rulings_are_numbered_in_order_and_every_number_that_is_cited_exists():
    assert [int(row[0]) for row in ROWS] == list(range(1, 28))
    data = yaml.safe_load(patients.FILE.read_text(encoding="utf-8"))
    cited = {patient["by_ruling"] for patient in data if "by_ruling" in patient}
    cited |= {number for patient in data for label in patient["labels"] for number in label.get("rulings", [])}
    tests = (ROOT / "tests" / "unit" / "test_safety_check.py").read_text(encoding="utf-8")
    comments = re.findall(r"# Safety rulings? ([^:\n]*)", tests)
    in_comments = {int(number) for comment in comments for number in re.findall(r"\d+", comment)}
    assert in_comments, "no comment in test_safety_check.py cites a ruling"
    cited |= in_comments
    assert cited <= set(range(1, 28))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_ruling_names_where_it_is_and_its_sources(row: list[str], dataset: Dataset):
    _, _, where, sources = row
    known = {*dataset.signs, *dataset.situations, *dataset.lines}
    assert [name for name in TICKED.findall(where) if name not in known and not (ROOT / name).is_file()] == []
    assert TICKED.findall(where)
    assert [key for key in TICKED.findall(sources) if key not in dataset.references] == []
    assert TICKED.findall(sources) or "ours" in sources or "its rows" in sources


def test_a_ruling_names_every_source_of_its_signs(dataset: Dataset):
    for number, _, where, sources in ROWS:
        signs = [dataset.signs[name] for name in TICKED.findall(where) if name in dataset.signs]
        missing = {key for sign in signs for key in sign.sources} - set(TICKED.findall(sources))
        assert not missing, f"ruling {number}"
