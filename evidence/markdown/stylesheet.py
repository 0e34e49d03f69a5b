"""Splits the styles in styles/ into two parts: those inside every page, and those in the site's stylesheet, site.css.

Each file in styles/ belongs to one cascade layer. Rules above the line `/* ---- late ---- */` go into every page. Rules below the
line go into site.css, which browsers load at the end of the page. Within each layer, the rules keep their order, so pages look
the same as with one stylesheet.
"""

from __future__ import annotations

import re
from pathlib import Path

from evidence.loading import text_files

LAYERS = ("base", "theme", "layout", "blocks", "tools", "print")
"""The cascade layers, in order. A later layer overrides an earlier one, whatever the selectors are."""

FILES = ("base", "pictures", *LAYERS[1:])
"""The files, in the order in which they are joined. pictures.css contains the dark colours of the drawings, in the base
layer."""

SHEET = "docs/assets/stylesheets/site.css"
PARTS = ("first-styles", "first-script", "policy", "strip", "words")
GENERATED = frozenset({SHEET, *(f"overrides/partials/{name}.html" for name in PARTS)})
"""The files that evidence/markdown/frame_parts.py writes, relative to the repository."""
CUT = "/* ---- late ---- */"
LINE = 2_000
ORDER = f"@layer {','.join(LAYERS)};"
COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)
SPACE = re.compile(r"\s*([{};,>])\s*|(:) +|\s+")
STRING = re.compile(r'("(?:[^"\\]|\\.)*")')
DARK = re.compile(r':root\[data-scheme="dark"\]\{([^{}]*)\}')
SILENT = re.compile(r'content:("[^"]*") / ""')


def sheets(folder: Path) -> tuple[str, str]:
    """Return the styles that go into every page, and the styles that go into site.css. `folder` is the path of styles/."""
    parts = [text_files.read(folder / f"{layer}.css")[0].partition(CUT) for layer in FILES]
    return (wrapped(ORDER + "".join(packed(first) for first, _, _ in parts)),
            wrapped(ORDER + "".join(packed(late) for _, _, late in parts)))


def wrapped(css: str) -> str:
    """Break CSS into lines, for editors and diffs. Each line ends with a complete rule, as soon as the line has more than `LINE`
    characters.
    """
    return re.sub(rf"([^\n]{{{LINE},}}?\}})(?=[^\n}}])", r"\1\n", css)


def packed(css: str) -> str:
    """Return a stylesheet without unnecessary white space, and without comments except those that begin with `/*!`. Also do the
    following:

    - Apply the dark colours on devices that prefer a dark scheme, unless the reader chose the light scheme.
    - Before each `content: "→" / ""`, add `content: "→"` for browsers that do not support the form with the slash.
    """
    pieces = STRING.split(COMMENT.sub("", css))
    pieces[::2] = [SPACE.sub(lambda found: found[1] or found[2] or " ", piece) for piece in pieces[::2]]
    text = "".join(pieces).replace(";}", "}").strip()
    text = SILENT.sub(r'content:\1;content:\1 / ""', text)
    return DARK.sub(r'\g<0>@media (prefers-color-scheme:dark){:root:not([data-scheme="light"]){\1}}', text)
