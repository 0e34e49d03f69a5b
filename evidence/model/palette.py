"""Defines the light and dark colours of our pictures.

In a picture, each colour is a CSS custom property with the light colour as its fallback. The site's stylesheet sets the dark
colours, but only on screens, because paper is light.
"""

from __future__ import annotations

LIGHT: dict[str, str] = {
    "wall": "#ece3d0", "wall2": "#dfe7df", "floor": "#d9c7a8", "light": "#fdf8ea", "sky": "#c5d9d6", "beam": "#fff4dc",
    "wood": "#b58a5c", "wood2": "#94693f", "steel": "#26373e", "sheet": "#fffdf8", "fold": "#d5cbb8", "glow": "#fff4dc",
    "pad": "#b9593b", "pad2": "#98452b", "leaf": "#3d7a68", "leaf2": "#245a50", "pot": "#c97a55",
    "teal": "#0f6a70", "teal2": "#0a525a", "sage": "#9dbcae", "sage2": "#7fa394", "sand": "#e2b977", "sand2": "#cb9d56",
    "rust": "#c46a48", "rust2": "#a85436", "navy": "#33474f", "navy2": "#26373e", "cream": "#f6ead3", "cream2": "#e0cfae",
    "rose": "#e7b7a3", "rose2": "#d39a84", "plum": "#7d5a6b", "plum2": "#664658", "shoe": "#26373e", "shade": "#1e2a2d",
    "ink": "#1e2a2d", "mark": "#0a5a61", "stop": "#9c4127", "action": "#0a5a61", "icon": "#33474f",
    "s1": "#f2c9ab", "d1": "#e0ad8b", "l1": "#a5654a", "s2": "#dba277", "d2": "#c5895e", "l2": "#834a2e",
    "s3": "#a86d48", "d3": "#925a39", "l3": "#532c19", "s4": "#7a4f38", "d4": "#663f2c", "l4": "#2a1510",
    "h1": "#2f2427", "h2": "#85532f", "h3": "#bdb7ad", "h4": "#c98d4b", "h5": "#e9e4da", "blush": "#c8502f",
    "bone": "#f3e9d2", "bone2": "#d8c7a3", "muscle": "#c4705c", "muscle2": "#a8564a", "fat": "#f0d48f", "fascia": "#fbf3e4",
    "disc": "#8fb9b5", "core": "#4f8f92", "nerve": "#d9a321", "nerve2": "#a87a10", "artery": "#a23a3f",
    "nogo": "#c2003f",
}
"""The light colours. `wood2` is `wood` in the shade, and so on. `s1`, `d1` and `l1` are a skin tone, its shade and its outline;
`h1` to `h5` are hair colours. `nogo` means "never press here" and is used for nothing else."""

DARK: dict[str, str] = {
    "wall": "#2f4547", "wall2": "#283c3e", "floor": "#243536", "light": "#4d625c", "sky": "#6d9094", "beam": "#71806f",
    "wood": "#8f6a45", "wood2": "#6f5033", "steel": "#8fa3aa", "sheet": "#d8d2c4", "fold": "#aaa391", "glow": "#f3dcb4",
    "pad": "#9a4c33", "pad2": "#7b3a26", "leaf": "#4f8d79", "leaf2": "#3a7264", "pot": "#a96446",
    "teal": "#23828a", "teal2": "#176870", "sage": "#86a698", "sage2": "#6c8d80", "sand": "#c79f61", "sand2": "#ab8449",
    "rust": "#b86344", "rust2": "#984d33", "navy": "#4a626b", "navy2": "#3a4f57", "cream": "#d8cbb2", "cream2": "#bdae92",
    "rose": "#c79885", "rose2": "#ae806d", "plum": "#8f6b7c", "plum2": "#755465", "shoe": "#0b1214", "shade": "#000000",
    "ink": "#ece7dc", "mark": "#0b4348", "stop": "#7d2b17", "action": "#7ccfcb", "icon": "#a9bcb9",
    "s1": "#dcb397", "d1": "#c5987a", "l1": "#8a583e", "s2": "#c48f66", "d2": "#ab774f", "l2": "#704127",
    "s3": "#9a6340", "d3": "#834f31", "l3": "#462515", "s4": "#744a34", "d4": "#5f3a29", "l4": "#281510",
    "h1": "#171113", "h2": "#6f4425", "h3": "#a8a297", "h4": "#b07b41", "h5": "#d3cdc1", "blush": "#b5462a",
    "bone": "#d6cbb2", "bone2": "#b5a684", "muscle": "#a85d4c", "muscle2": "#8a463b", "fat": "#c9ad6b", "fascia": "#ddd3c0",
    "disc": "#7aa39f", "core": "#3f777a", "nerve": "#cf9b22", "nerve2": "#94700f", "artery": "#8f3339",
    "nogo": "#b3083c",
}
"""The dark colours: those of a room in the evening, not the light colours inverted."""


def colour(name: str) -> str:
    """Return a colour as the value of an SVG attribute.

    Raises:
        KeyError: the palette contains no colour with this name.
    """
    return f"var(--fig-{name},{LIGHT[name]})"


def shade(name: str) -> str:
    """Return the name of the darker tone of a colour. If the colour is already a darker tone, return its name unchanged."""
    return name if name.endswith("2") else f"{name}2"


def stylesheet() -> str:
    """Return the CSS that the site's stylesheet needs for the dark colours. The light colours are already in every picture."""
    rules = " ".join(f"--fig-{name}: {value};" for name, value in DARK.items())
    return ("/* The pictures' evening colours: written by `make figures` "
            "from evidence/model/palette.py. */\n\n/* ---- late ---- */\n\n"
            f'@layer base {{\n  @media screen {{\n    :root[data-scheme="dark"] {{ {rules} }}\n  }}\n}}\n')
