"""The pictures, one module a subject. Importing this package fills figures.registry.PICTURES."""

from figures import tiles
from figures.pictures import body, cover, home, strokes, visit

__all__ = ["body", "cover", "home", "strokes", "tiles", "visit"]
