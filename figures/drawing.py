"""A drawing: shapes on paper, in colours of the palette, written as SVG that a strict policy allows.

No style, class or script: a colour is in the attribute that needs it. Ids begin with the drawing's name, so that
a page may contain several. Screen readers read a drawing without words by its title and description.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from evidence.model.palette import colour
from figures.geometry import Point, n, smooth

ALONE = 760
"""Width in pixels of a picture that is opened alone: larger than a phone, so that it can be moved about."""
SKIN = {"s": "s", "d": "d", "l": "l"}
"""The colours that the person being drawn brings: skin, its shade, its line; hair is h."""


class NoPaperError(ValueError):
    """Something is drawn outside a paper: in the dark scheme it would be on the page's own background."""


@dataclass
class Drawing:
    """A picture of `width` by `height`. `box` (x, y, width, height) shows a part of it."""

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
    """Whether what is drawn is behind something else: then skin is in its shade."""

    def fill(self, name: str) -> str:
        """A colour by name; s, d, l and h are those of the person being drawn."""
        if name in SKIN:
            name = f"{'d' if self.far and name == 's' else name}{self.people[-1][0]}"
        elif name == "h":
            name = f"h{self.people[-1][1]}"
        return colour(name)

    def raw(self, element: str) -> Drawing:
        """Add an element as it is written."""
        if "paper" not in self.opened:
            raise NoPaperError(f"{self.name}: open a paper first ({element[:60]}).")
        self.out.append(element)
        return self

    def p(self, path: str, colour_name: str, extra: str = "") -> Drawing:
        """A filled shape."""
        return self.raw(f'<path fill="{self.fill(colour_name)}"{extra} d="{path}"/>')

    def line(self, path: str, colour_name: str = "l", width: float = 2.5, extra: str = "") -> Drawing:
        """A line; without a colour, the line of the person's skin."""
        return self.raw(f'<path fill="none" stroke="{self.fill(colour_name)}" stroke-width="{n(width)}"{extra} d="{path}"/>')

    def circle(self, at: Point, radius: float, colour_name: str, extra: str = "") -> Drawing:
        """A filled circle."""
        return self.raw(f'<circle fill="{self.fill(colour_name)}"{extra} cx="{n(at[0])}" cy="{n(at[1])}" r="{n(radius)}"/>')

    def ring(self, at: Point, radius: float, colour_name: str, width: float) -> Drawing:
        """A circle's line."""
        return self.raw(f'<circle fill="none" stroke="{self.fill(colour_name)}" stroke-width="{n(width)}" '
                        f'cx="{n(at[0])}" cy="{n(at[1])}" r="{n(radius)}"/>')

    def ell(self, at: Point, rx: float, ry: float, colour_name: str, extra: str = "") -> Drawing:
        """A filled ellipse."""
        return self.raw(f'<ellipse fill="{self.fill(colour_name)}"{extra} cx="{n(at[0])}" cy="{n(at[1])}" '
                        f'rx="{n(rx)}" ry="{n(ry)}"/>')

    def rect(self, x: float, y: float, w: float, h: float, colour_name: str, r: float = 0, extra: str = "") -> Drawing:
        """A filled rectangle, its corners rounded by r."""
        return self.raw(f'<rect fill="{self.fill(colour_name)}"{extra} x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}"'
                        + (f' rx="{n(r)}"' if r else "") + "/>")

    def g(self, at: Point = (0, 0), rot: float = 0, s: float = 1, sx: float = 1, sy: float = 1, extra: str = "") -> Drawing:
        """Opens a group, moved, turned and scaled; sx or sy of -1 mirrors it. `end` closes it."""
        t = f"translate({n(at[0])} {n(at[1])})" + (f"rotate({n(rot)})" if rot else "")
        if (s, sx, sy) != (1, 1, 1):
            t += f"scale({round(s * sx, 3):g} {round(s * sy, 3):g})" if sx != sy else f"scale({round(s * sx, 3):g})"
        self.raw(f'<g transform="{t}"{extra}>')
        self.opened.append("group")
        return self

    def skin(self, tone: int, hair: int = 1) -> Drawing:
        """Opens a person: skin 1 (lightest) to 4, hair 1 black, 2 brown, 3 grey, 4 fair, 5 white. `end` closes it."""
        self.people.append((tone, hair))
        self.opened.append("person")
        return self

    def panel(self, x: float, y: float, w: float, h: float, ground: str = "wall2", r: float = 20) -> Drawing:
        """Opens a paper with round corners; what is drawn on it is cut to it. `end` closes it."""
        name = f"{self.name}-{len(self.defs)}"
        self.defs.append(f'<clipPath id="{name}"><rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" rx="{n(r)}"/></clipPath>')
        self.opened.append("paper")
        self.raw(f'<g clip-path="url(#{name})">')
        return self.rect(x, y, w, h, ground)

    def end(self) -> Drawing:
        """Closes what was opened last: a group, a person or a paper."""
        if self.opened[-1] == "person":
            self.people.pop()
        else:
            self.raw("</g>")
        self.opened.pop()
        return self

    def fade(self, a: Point, b: Point, colour_name: str = "glow", strength: float = .8) -> str:
        """A colour that fades from a to b: the soft trail of a movement. Returns the value of a fill or stroke."""
        name = f"{self.name}-{len(self.defs)}"
        stop = f'stop-color="{self.fill(colour_name)}"'
        self.defs.append(f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{n(a[0])}" y1="{n(a[1])}" '
                         f'x2="{n(b[0])}" y2="{n(b[1])}"><stop {stop} stop-opacity="{strength:g}"/>'
                         f'<stop offset="1" {stop} stop-opacity="0"/></linearGradient>')
        return f"url(#{name})"

    def way(self, points: Sequence[Point], width: float = 6, *, on_wall: bool = False) -> Drawing:
        """Where a hand goes next: a short line through points, with a small head, edged in white so that it shows on every skin."""
        (x0, y0), (x, y) = points[-2:]
        turn = math.atan2(y - y0, x - x0)
        head = "M" + "L".join(f"{n(x - width * 2.1 * math.cos(turn + s * .7))} {n(y - width * 2.1 * math.sin(turn + s * .7))}" if s else f"{n(x)} {n(y)}"
                              for s in (-1, 0, 1))
        path = smooth(points, closed=False) + head
        if on_wall:
            return self.line(path, "action", width)
        return self.line(path, "sheet", width + 5, ' opacity=".85"').line(path, "mark", width)

    def mark(self, at: Point, radius: float, colour_name: str = "mark") -> Drawing:
        """A place to press: a disc with a pale ring, readable on skin, cloth and wall in both schemes."""
        return self.raw(f'<circle fill="{self.fill(colour_name)}" stroke="{self.fill("sheet")}" stroke-width="2.5" '
                        f'cx="{n(at[0])}" cy="{n(at[1])}" r="{n(radius)}"/>')

    def hatch(self, path: str, box: tuple[float, float, float, float], colour_name: str, step: float = 9, width: float = 2.6) -> Drawing:
        """Draw slanting lines within a shape (box: x, y, width, height around it), so that colour is never the only
        difference."""
        name = f"{self.name}-{len(self.defs)}"
        self.defs.append(f'<clipPath id="{name}"><path d="{path}"/></clipPath>')
        x, y, w, h = box
        lines = "".join(f"M{n(x + i * step)} {n(y)}l{n(-h)} {n(h)}" for i in range(1, int((w + h) / step) + 1))
        return self.raw(f'<g clip-path="url(#{name})"><path fill="none" stroke="{self.fill(colour_name)}" '
                        f'stroke-width="{n(width)}" d="{lines}"/></g>')

    def label(self, at: Point, words: str, anchor: str = "start", size: float = 22, colour_name: str = "ink") -> Drawing:
        """A word on a medical drawing, for people who can see it; the caption says it too. On a phone, text below 20 of 480
        is too small. In the type of the site's headings."""
        return self.raw(f'<text fill="{self.fill(colour_name)}" font-family="Newsreader,Georgia,serif" font-weight="600" font-size="{n(size)}" '
                        f'text-anchor="{anchor}" x="{n(at[0])}" y="{n(at[1])}">{escape(words)}</text>')

    def _body(self) -> str:
        if self.opened:
            raise ValueError(f"{self.name}: left open: {', '.join(self.opened)}.")
        return (f"<defs>{''.join(self.defs)}</defs>\n" if self.defs else "") + '<g aria-hidden="true">\n' + "\n".join(self.out) + "\n</g>"

    def svg(self) -> str:
        """The file: it brings its title and description, since it is also opened alone."""
        x, y, w, h = self.box or (0, 0, self.width, self.height)
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{ALONE}" height="{round(ALONE * h / w)}" '
                f'viewBox="{n(x)} {n(y)} {n(w)} {n(h)}" role="img" aria-labelledby="{self.name}-title {self.name}-desc" '
                'stroke-linecap="round" stroke-linejoin="round">\n'
                f'<title id="{self.name}-title">{escape(self.title)}</title>\n'
                f'<desc id="{self.name}-desc">{escape(self.desc)}</desc>\n{self._body()}\n</svg>\n')

    def save(self, folder: Path) -> Path:
        """Writes the file; returns its path."""
        path = folder / f"{self.name}.svg"
        path.write_text(self.svg(), encoding="utf-8")
        return path
