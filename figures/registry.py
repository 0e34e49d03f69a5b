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


def coarse(step: float = .5) -> Callable[[Callable[[], Drawing]], Callable[[], Drawing]]:
    """A picture of many small figures, its coordinates rounded to halves, or to another step."""
    def decorate(draw: Callable[[], Drawing]) -> Callable[[], Drawing]:
        @wraps(draw)
        def drawn() -> Drawing:
            with grain(step):
                return draw()
        return drawn
    return decorate
