"""Reads the example patients from patients.yml in this folder. The patients are invented, for tests of the safety check.

The file is not in docs/data/, because only people who work on the safety check need it.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from evidence.loading import text_files
from evidence.loading.rows import cached_read
from evidence.model.patients import Patient

FILE = Path(__file__).with_suffix(".yml")


def patients() -> list[Patient]:
    """Return the example patients who tick at least one box. Leave out rows with the field `struck`, which marks bad examples."""
    return cached_read(_read, FILE)


def _read(path: Path) -> list[Patient]:
    rows = yaml.load(text_files.read(path)[0], getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (both are safe)
    found = (Patient(**row) for row in rows)
    return [patient for patient in found if patient.ticks and not patient.struck]
