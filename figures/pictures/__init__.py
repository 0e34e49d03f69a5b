"""Contains the code of each picture, in one module per subject. Importing this package fills figures.registry.PICTURES."""

from figures.pictures import body, care, cover, home, paper, positions, strokes, visit

__all__ = ["body", "care", "cover", "home", "paper", "positions", "strokes", "visit"]
