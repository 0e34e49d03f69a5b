"""The example patients of the safety check. They belong to the tests; a copy of the content alone has none."""

from __future__ import annotations

from pathlib import Path

import yaml

from evidence import ROOT
from evidence.loading.rows import cached_read
from evidence.model.patients import Patient

FILE = ROOT / "tests" / "patients.yml"


def patients(path: Path = FILE) -> list[Patient]:
    """Those that were read and not struck, in the order of the file."""
    return cached_read(_read, path) if path.is_file() else []


def _read(path: Path) -> list[Patient]:
    rows = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (both are safe)
    found = (Patient(**row) for row in rows)
    return [patient for patient in found if patient.ticks and not patient.struck]
