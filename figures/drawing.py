"""Defines a drawing: shapes on panels, in the colours of the palette.

A drawing is written as SVG without styles, classes or scripts, so that a strict content security policy allows the file. Ids
begin with the drawing's name, so that one page can contain several drawings. Screen readers announce the title and the
description.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from evidence.model.palette import colour
from figures.geometry import Point, n, relative, smooth

ALONE = 760
"""Width in pixels of a picture opened on its own: wider than a phone's screen, so that readers can pan it."""
SKIN = {"s": "s", "d": "d", "l": "l"}
"""The colours that depend on the person being drawn: skin (s), its shade (d) and its lines (l). Hair is h."""


class NoPaperError(ValueError):
    """Raised if a shape is drawn outside a panel. In the dark scheme, such a shape would be on the page's dark background."""


@dataclass
class Drawing:
    """A picture that measures `width` by `height` units. If `box` (x, y, width, height) is given, only this part is visible."""

    name: str
    width: float
    height: float
    title: str
    desc: str
    box: tuple[float, float, float, float] | None = None
    out: list[str] = field(default_factory=list)
    defs: list[str] = field(default_factory=list)
    people: list[tuple[int, int]] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    far: bool = False
    """Whether the shapes being drawn are behind something else. Skin is then drawn in its shade."""

    def fill(self, name: str) -> str:
        """Return the SVG value of the named colour. The names s (skin), d (its shade), l (its lines) and h (hair) depend on the
        person being drawn.
        """
        if name in SKIN:
            name = f"{'d' if self.far and name == 's' else name}{self.people[-1][0]}"
        elif name == "h":
            name = f"h{self.people[-1][1]}"
        return colour(name)

    def raw(self, element: str) -> Drawing:
        """Add an SVG element to the drawing, unchanged. Raise NoPaperError if no panel is open."""
        if "panel" not in self.opened:
            raise NoPaperError(f"{self.name}: open a panel before drawing {element[:60]}")
        self.out.append(element)
        return self

    def p(self, path: str, colour_name: str, extra: str = "") -> Drawing:
        """Draw a filled shape."""
        return self.raw(f'<path fill="{self.fill(colour_name)}"{extra} d="{path}"/>')

    def line(self, path: str, colour_name: str = "l", width: float = 2.5, extra: str = "") -> Drawing:
        """Draw a line, by default in the colour of lines on the person's skin."""
        return self.raw(f'<path fill="none" stroke="{self.fill(colour_name)}" stroke-width="{n(width)}"{extra} d="{path}"/>')

    def circle(self, at: Point, radius: float, colour_name: str, extra: str = "") -> Drawing:
        """Draw a filled circle."""
        return self.raw(f'<circle fill="{self.fill(colour_name)}"{extra} cx="{n(at[0])}" cy="{n(at[1])}" r="{n(radius)}"/>')

    def ring(self, at: Point, radius: float, colour_name: str, width: float) -> Drawing:
        """Draw the outline of a circle."""
        return self.raw(f'<circle fill="none" stroke="{self.fill(colour_name)}" stroke-width="{n(width)}" '
                        f'cx="{n(at[0])}" cy="{n(at[1])}" r="{n(radius)}"/>')

    def ell(self, at: Point, rx: float, ry: float, colour_name: str, extra: str = "") -> Drawing:
        """Draw a filled ellipse."""
        return self.raw(f'<ellipse fill="{self.fill(colour_name)}"{extra} cx="{n(at[0])}" cy="{n(at[1])}" '
                        f'rx="{n(rx)}" ry="{n(ry)}"/>')

    def rect(self, x: float, y: float, w: float, h: float, colour_name: str, r: float = 0, extra: str = "") -> Drawing:
        """Draw a filled rectangle whose corners have the radius r."""
        return self.raw(f'<rect fill="{self.fill(colour_name)}"{extra} x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}"'
                        + (f' rx="{n(r)}"' if r else "") + "/>")

    def g(self, at: Point = (0, 0), rot: float = 0, s: float = 1, sx: float = 1, sy: float = 1, extra: str = "") -> Drawing:
        """Open a group of shapes that is moved, rotated and scaled. A negative sx or sy mirrors the group. `end` closes the
        group.
        """
        t = f"translate({n(at[0])} {n(at[1])})" + (f"rotate({n(rot)})" if rot else "")
        if (s, sx, sy) != (1, 1, 1):
            t += f"scale({round(s * sx, 3):g} {round(s * sy, 3):g})" if sx != sy else f"scale({round(s * sx, 3):g})"
        self.raw(f'<g transform="{t}"{extra}>')
        self.opened.append("group")
        return self

    def skin(self, tone: int, hair: int = 1) -> Drawing:
        """Open a group of shapes in one person's colours. Skin is 1 (lightest) to 4 (darkest). Hair is 1 (black), 2 (brown), 3
        (grey), 4 (fair) or 5 (white). `end` closes the group.
        """
        self.people.append((tone, hair))
        self.opened.append("person")
        return self

    def panel(self, x: float, y: float, w: float, h: float, ground: str = "wall2", r: float = 20) -> Drawing:
        """Open a panel with rounded corners. Parts of shapes that lie outside the panel are cut off. `end` closes the panel."""
        name = f"{self.name}-{len(self.defs)}"
        self.defs.append(f'<clipPath id="{name}"><rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" rx="{n(r)}"/></clipPath>')
        self.opened.append("panel")
        self.raw(f'<g clip-path="url(#{name})">')
        return self.rect(x, y, w, h, ground)

    def end(self) -> Drawing:
        """Close what `g`, `skin` or `panel` opened last."""
        if self.opened[-1] == "person":
            self.people.pop()
        else:
            self.raw("</g>")
        self.opened.pop()
        return self

    def fade(self, a: Point, b: Point, colour_name: str = "glow", strength: float = .8) -> str:
        """Define a colour that fades out from point a to point b, for the soft trail behind a moving hand. Return the value to
        use for `fill` or `stroke`.
        """
        name = f"{self.name}-{len(self.defs)}"
        stop = f'stop-color="{self.fill(colour_name)}"'
        self.defs.append(f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{n(a[0])}" y1="{n(a[1])}" '
                         f'x2="{n(b[0])}" y2="{n(b[1])}"><stop {stop} stop-opacity="{strength:g}"/>'
                         f'<stop offset="1" {stop} stop-opacity="0"/></linearGradient>')
        return f"url(#{name})"

    def way(self, points: Sequence[Point], width: float = 6, *, on_wall: bool = False) -> Drawing:
        """Draw a short line through the points, ending in a small arrowhead, to show where a hand goes next. Unless `on_wall` is
        set, the line has a white edge, which makes the line visible on any skin.
        """
        (x0, y0), (x, y) = points[-2:]
        turn = math.atan2(y - y0, x - x0)
        head = "M" + "L".join(f"{n(x - width * 2.1 * math.cos(turn + s * .7))} {n(y - width * 2.1 * math.sin(turn + s * .7))}" if s else f"{n(x)} {n(y)}"
                              for s in (-1, 0, 1))
        path = smooth(points, closed=False) + head
        if on_wall:
            return self.line(path, "action", width)
        return self.line(path, "sheet", width + 5, ' opacity=".85"').line(path, "mark", width)

    def mark(self, at: Point, radius: float, colour_name: str = "mark") -> Drawing:
        """Mark a place where somebody should press: draw a disc with a pale ring around it. The disc is
        visible on skin, cloth and walls in both colour schemes.
        """
        return self.raw(f'<circle fill="{self.fill(colour_name)}" stroke="{self.fill("sheet")}" stroke-width="2.5" '
                        f'cx="{n(at[0])}" cy="{n(at[1])}" r="{n(radius)}"/>')

    def hatch(self, path: str, box: tuple[float, float, float, float], colour_name: str, step: float = 9, width: float = 2.6) -> Drawing:
        """Fill a shape with slanting lines, so that people who cannot tell colours apart can recognise the shape.

        Args:
            box: x, y, width and height of a rectangle that contains the shape.
        """
        name = f"{self.name}-{len(self.defs)}"
        self.defs.append(f'<clipPath id="{name}"><path d="{path}"/></clipPath>')
        x, y, w, h = box
        lines = "".join(f"M{n(x + i * step)} {n(y)}l{n(-h)} {n(h)}" for i in range(1, int((w + h) / step) + 1))
        return self.raw(f'<g clip-path="url(#{name})"><path fill="none" stroke="{self.fill(colour_name)}" '
                        f'stroke-width="{n(width)}" d="{lines}"/></g>')

    def label(self, at: Point, words: str, anchor: str = "start", size: float = 22, colour_name: str = "ink") -> Drawing:
        """Write a label on the drawing, in the typeface of the site's headings. Screen readers do not read labels aloud, so the
        caption must give the same information. In a drawing 480 units wide, letters below 20 units are too small to read on a
        phone.
        """
        return self.raw(f'<text fill="{self.fill(colour_name)}" font-family="Newsreader,Georgia,serif" font-weight="600" font-size="{n(size)}" '
                        f'text-anchor="{anchor}" x="{n(at[0])}" y="{n(at[1])}">{escape(words)}</text>')

    def _body(self) -> str:
        if self.opened:
            raise ValueError(f"{self.name}: these panels or groups were not closed with `end`: {', '.join(self.opened)}.")
        return (f"<defs>{''.join(self.defs)}</defs>\n" if self.defs else "") + '<g aria-hidden="true">\n' + "\n".join(self.out) + "\n</g>"

    def compact(self) -> Drawing:
        """Rewrite all paths with relative coordinates. This makes the file of a detailed picture smaller."""
        self.out = [re.sub(r' d="([^"]*)"', lambda found: f' d="{relative(found[1])}"', element) for element in self.out]
        return self

    def svg(self) -> str:
        """Return the content of the SVG file, including the title and the description."""
        x, y, w, h = self.box or (0, 0, self.width, self.height)
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{ALONE}" height="{round(ALONE * h / w)}" '
                f'viewBox="{n(x)} {n(y)} {n(w)} {n(h)}" role="img" aria-labelledby="{self.name}-title {self.name}-desc" '
                'stroke-linecap="round" stroke-linejoin="round">\n'
                f'<title id="{self.name}-title">{escape(self.title)}</title>\n'
                f'<desc id="{self.name}-desc">{escape(self.desc)}</desc>\n{self._body()}\n</svg>\n')

    def save(self, folder: Path) -> Path:
        """Write the SVG file to the given folder and return the path to the file."""
        path = folder / f"{self.name}.svg"
        path.write_text(self.svg(), encoding="utf-8")
        return path
