"""The list of all pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from figures.drawing import Drawing
from figures.geometry import grain

PICTURES: dict[str, Callable[[], Drawing]] = {}
"""Each picture's name, which is its file's, and what draws it."""


def picture(draw: Callable[[], Drawing]) -> Callable[[], Drawing]:
    """Adds a picture: the function's name, with hyphens, is the file's."""
    PICTURES[draw.__name__.replace("_", "-")] = draw
    return draw


def coarse(draw: Callable[[], Drawing]) -> Callable[[], Drawing]:
    """A picture of many small figures, its coordinates rounded to halves."""
    @wraps(draw)
    def drawn() -> Drawing:
        with grain(.5):
            return draw()
    return drawn
