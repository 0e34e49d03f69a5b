"""Tests that the same commit always builds the same site, byte for byte, even on another day, in another folder, and with another
time zone and language.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests import ROOT, held_clock
from tests.conftest import UNCHECKED

THERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", "SOURCE_DATE_EPOCH": str(int(held_clock()) + 86_400),
         "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"}
"""The environment of the second build, for which SOURCE_DATE_EPOCH is the current time. That day must not be before the latest
date in the content, since the checks reject dates in the future. Nor may it be years later, since pages would then say that their
check is due (tests/unit/test_dates.py).
"""


FAULTS = [("massage/index.md", "\n/// next", "\nMore is on backs.example.\n\n/// next"),
          ("massage/does-it-help.md", "@cambron2007", "@cambron20O7")]


def copied_to(folder: Path) -> Path:
    for name in ("docs", "overrides", "evidence", "styles"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "CITATION.cff"):
        shutil.copy(ROOT / name, folder)
    return folder


def site_in(folder: Path, environment: dict[str, str]) -> Path:
    copied_to(folder)
    done = subprocess.run([sys.executable, "-c", UNCHECKED, "build", "--strict", "--quiet"], cwd=folder, capture_output=True,
                          text=True, check=False, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def test_two_builds_are_the_same_byte_for_byte(built: Path, tmp_path: Path):
    one, two = files(built), files(site_in(tmp_path / "some where else", THERE))
    assert list(one) == list(two)
    assert [name for name in one if one[name] != two[name]] == []


def test_a_build_of_faulty_content_writes_nothing_and_names_every_line(tmp_path: Path):
    """FAULTS contains a fault that only the checks find, and a fault that stops the conversion of its page. The checks run in a
    separate process.
    """
    docs = copied_to(tmp_path) / "docs"
    for name, old, new in FAULTS:
        text = (docs / name).read_text(encoding="utf-8")
        (docs / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd=tmp_path, capture_output=True,
                          text=True, check=False, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    said = done.stdout + done.stderr
    assert done.returncode == 1
    for name, *_ in FAULTS:
        assert f"docs/{name}:" in said
    assert "to build the site." in said
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists() or not any((tmp_path / "site").rglob("*.html"))
