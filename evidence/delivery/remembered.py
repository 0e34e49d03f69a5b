"""Keeps what is slow to make in a folder, under a key that says all that it was made from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

KEPT = 40
"""So many files at most: a dozen for each of the last few states of the site."""


def remembered(folder: Path) -> Callable[[str, Callable[[], str]], str]:
    """A function that gives the text for a key, and makes it only where the folder does not hold it.

    The key must name everything that the text depends on, the code too. A folder that cannot be written
    to, as in a read-only checkout, only costs time.
    """
    def text(key: str, make: Callable[[], str]) -> str:
        file = folder / key
        try:
            return file.read_text(encoding="utf-8")
        except OSError:
            made = make()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for old in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-KEPT]:
                old.unlink()
            part = file.with_suffix(".part")
            part.write_text(made, encoding="utf-8")
            part.replace(file)
        except OSError:
            pass
        return made

    return text
