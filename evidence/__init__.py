"""The evidence engine: claims, sources and effects as data; pages, charts and checks drawn from them.

One direction only: data -> model (this folder) -> Markdown extensions (`evidence.markdown`)
-> MkDocs adapter (`evidence.hook`). The checks (`evidence.checks`) stand on the same model.
Nothing below knows what is above it.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
DATA = DOCS / "data"
FIGURES = DOCS / "assets" / "figures"
