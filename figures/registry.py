"""Keeps the list of all pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from figures.drawing import Drawing
from figures.geometry import grain

PICTURES: dict[str, Callable[[], Drawing]] = {}
"""Maps each picture's name, which is also its file's, to the function that draws it."""


def picture(draw: Callable[[], Drawing]) -> Callable[[], Drawing]:
    """Register a picture. The picture gets the function's name, with hyphens instead of underscores."""
    PICTURES[draw.__name__.replace("_", "-")] = draw
    return draw


def coarse(step: float = .5) -> Callable[[Callable[[], Drawing]], Callable[[], Drawing]]:
    """Decorate a picture that has many small figures, so that its coordinates are rounded to halves or to another step."""
    def decorate(draw: Callable[[], Drawing]) -> Callable[[], Drawing]:
        @wraps(draw)
        def drawn() -> Drawing:
            with grain(step):
                return draw()
        return drawn
    return decorate
