"""The evidence engine: claims, sources and effects as data; pages, charts and checks drawn from them.

Each room may use the rooms above it in this list, and no other; a test checks that (tests/unit/test_rooms.py).

model      what things are: claims, effects, references, signs, pages
loading    files in, the model out, with the line of every mistake
words      the engine's own words for readers, as data
markdown   what authors may write, and how it is drawn
checks     one rule a function, one subject a file, found by themselves
exports    what is written for other programs and for the finished site
builders   the only room that knows MkDocs and Zensical
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
DATA = DOCS / "data"
FIGURES = DOCS / "assets" / "figures"
