"""The engine's own words for readers: one YAML file a language, English so far."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from evidence.loading.rows import cached_read

FILE = Path(__file__).with_name("en.yml")


def words(path: Path = FILE) -> dict[str, Any]:
    """The words, by part of the frame; read once for each version of the file."""
    return cached_read(_read, path)


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found
