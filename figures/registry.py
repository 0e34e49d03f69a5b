"""Lists the functions that draw the pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from figures.drawing import Drawing
from figures.geometry import grain

PICTURES: dict[str, Callable[[], Drawing]] = {}
"""Maps each picture's name, which is also its file's, to the function that draws it."""


def picture(draw: Callable[[], Drawing]) -> Callable[[], Drawing]:
    """A decorator that adds a drawing function to PICTURES. Underscores in the function's name become hyphens."""
    PICTURES[draw.__name__.replace("_", "-")] = draw
    return draw


def coarse(step: float = .5) -> Callable[[Callable[[], Drawing]], Callable[[], Drawing]]:
    """Return a decorator that rounds a picture's coordinates to the given step, for pictures of many small figures."""
    def decorate(draw: Callable[[], Drawing]) -> Callable[[], Drawing]:
        @wraps(draw)
        def drawn() -> Drawing:
            with grain(step):
                return draw()
        return drawn
    return decorate
