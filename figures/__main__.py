"""Draws the pictures. `python -m figures` draws all of them; `python -m figures cover disc` draws only "cover" and "disc"."""

from __future__ import annotations

import sys

import figures.pictures  # noqa: F401 (fills the list)
from evidence.loading.editions import edition
from evidence.model.palette import stylesheet
from figures.registry import PICTURES

HERE = edition()
STYLESHEET = HERE.root / "styles" / "pictures.css"


def main(names: list[str]) -> int:
    """Draw the named pictures. If no names are given, draw every picture, and also write the stylesheet with the colours of the
    dark scheme.
    """
    if unknown := [name for name in names if name not in PICTURES]:
        print(f"Unknown pictures: {', '.join(unknown)}. Choose from: {', '.join(sorted(PICTURES))}.")
        return 2
    for name in names or PICTURES:
        PICTURES[name]().save(HERE.figures)
    if not names:
        STYLESHEET.write_text(stylesheet(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
