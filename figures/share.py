"""Draws the images that other sites show when somebody shares a link to a page. Each section of the site has one image, which
measures 1200 by 630 units and is made of pictures from the section's pages.

scripts/share_image.py converts the images to PNG, since most sites that show link previews do not accept SVG.
"""

from __future__ import annotations

from figures.drawing import Drawing
from figures.registry import PICTURES

WIDTH, HEIGHT, MARGIN = 1200, 630, 44

SECTIONS: dict[str, tuple[str, ...]] = {
    "home": ("cover",),
    "back-pain": ("talk",),
    "treatments": ("cover-walk",),
    "massage": ("say-stop",),
    "benefits": ("pressure-scale",),
    "techniques": ("strokes-myofascial", "strokes-deep-tissue", "strokes-trigger-point"),
    "try": ("fair-try",),
    "studies": ("diary",),
    "about": ("letter",),
}
"""Each section's folder in docs/, and the pictures that represent the section."""


def place(f: Drawing, name: str, x: float, y: float, scale: float) -> None:
    """Draw one picture inside another picture."""
    inner = PICTURES[name]()
    f.defs.extend(inner.defs)
    f.g((x, y), s=scale).raw("\n".join(inner.out)).end()


def share(section: str) -> Drawing:
    """Return the image for a section. It shows one picture that fills the image, one picture with a margin, or several pictures
    in a row.
    """
    names = SECTIONS[section]
    f = Drawing(f"share-{section}", WIDTH, HEIGHT, "Massage for Back Pain", PICTURES[names[0]]().desc)
    f.panel(0, 0, WIDTH, HEIGHT, "cream", 0)
    sizes = [(PICTURES[name]().width, PICTURES[name]().height) for name in names]
    w, h = sizes[0]
    if w / h > 1.75:  # the drawing is wide enough to fill the share image from edge to edge
        scale = WIDTH / w
        place(f, names[0], 0, (HEIGHT - h * scale) / 2, scale)
    else:
        scale = min((HEIGHT - 2 * MARGIN) / h, (WIDTH - (len(names) + 1) * MARGIN) / (w * len(names)))
        gap = (WIDTH - len(names) * w * scale) / (len(names) + 1)
        for i, name in enumerate(names):
            place(f, name, round(gap + i * (w * scale + gap)), round((HEIGHT - h * scale) / 2), scale)
    f.rect(0, HEIGHT - 10, WIDTH, 10, "teal")
    return f.end()
