"""The files in styles/ -> the styles inside every page, and the one stylesheet of the site.

Each file in styles/ belongs to one cascade layer. What is above its line `/* ---- late ---- */` goes into every page; what
is below goes into assets/stylesheets/site.css, which is asked for at the end of the page. The two are one stylesheet cut
in two: in each layer the first part comes first, so both together give what one sheet would.
"""

from __future__ import annotations

import re
from pathlib import Path

from evidence.loading import text_files

LAYERS = ("base", "theme", "layout", "blocks", "tools", "print")
"""In order: a later layer wins over an earlier one, whatever its selectors."""

FILES = ("base", "pictures", *LAYERS[1:])
"""The files, in the order in which they are joined. pictures.css contains the evening colours of the drawings, in the base
layer."""

SHEET = "docs/assets/stylesheets/site.css"
PARTS = ("first-styles", "first-script", "policy", "strip", "words")
GENERATED = frozenset({SHEET, *(f"overrides/partials/{name}.html" for name in PARTS)})
"""The files that are written by evidence/markdown/frame_parts.py, from the repository's folder."""
CUT = "/* ---- late ---- */"
LINE = 2_000
ORDER = f"@layer {','.join(LAYERS)};"
COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)
SPACE = re.compile(r"\s*([{};,>])\s*|(:) +|\s+")
STRING = re.compile(r'("(?:[^"\\]|\\.)*")')
DARK = re.compile(r':root\[data-scheme="dark"\]\{([^{}]*)\}')
SILENT = re.compile(r'content:("[^"]*") / ""')


def sheets(folder: Path) -> tuple[str, str]:
    """The part inside every page, and the part in the file. `folder` is styles/."""
    parts = [text_files.read(folder / f"{layer}.css")[0].partition(CUT) for layer in FILES]
    return (wrapped(ORDER + "".join(packed(first) for first, _, _ in parts)),
            wrapped(ORDER + "".join(packed(late) for _, _, late in parts)))


def wrapped(css: str) -> str:
    """The same in lines that an editor and a comparison of versions can show: a new one after the rule that fills a line."""
    return re.sub(rf"([^\n]{{{LINE},}}?\}})(?=[^\n}}])", r"\1\n", css)


def packed(css: str) -> str:
    """A stylesheet without comments (but `/*!`) and needless space, and with two things written out:

    - colours for the dark scheme, written once for those who chose it, also for devices that ask for it;
    - `content: "→" / ""`, silent for screen readers, also for browsers that do not know that form.
    """
    pieces = STRING.split(COMMENT.sub("", css))
    pieces[::2] = [SPACE.sub(lambda found: found[1] or found[2] or " ", piece) for piece in pieces[::2]]
    text = "".join(pieces).replace(";}", "}").strip()
    text = SILENT.sub(r'content:\1;content:\1 / ""', text)
    return DARK.sub(r'\g<0>@media (prefers-color-scheme:dark){:root:not([data-scheme="light"]){\1}}', text)
