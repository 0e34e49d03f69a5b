"""Draws medical pictures, which show exact places on the body. They use the same colours as the other pictures."""

from __future__ import annotations

import math
from collections.abc import Callable

from figures.bodies import Look, Pose, person
from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, mirrored, n, smooth, xy
from figures.hands import hand, resting_hand
from figures.heads import head
from figures.registry import coarse, picture

Kind = dict[str, object]


def bare(f: Drawing, at: Point, u: float, skin: int, hair: int, style: str, view: str, w: float = 1, woman: bool = False, **face: object) -> None:
    """Draw a person in shorts who stands with the arms at the sides, seen from the front or from behind. Leave the person's group
    open, so that the caller can add to it and must close it.

    """
    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - y * u)

    f.skin(skin, hair)
    for s in (-1, 1):
        hip, knee, ankle = to(s * .4 * w, 3.1), to(s * .43 * w, 1.86), to(s * .4 * w, .34)
        f.p(cap(hip, .4 * w * u, knee, .25 * u * w ** .5, .02 * u, .03 * u) + cap(knee, .25 * u * w ** .5, ankle, .135 * u, .05 * u, .05 * u), "s")
        x, y = to(s * .44 * w, 0)
        if view == "front":
            f.p(smooth([(x - s * .17 * u, y - .42 * u, .6), (x - s * .17 * u, y - .1 * u), (x - s * .1 * u, y + .04 * u, .7), (x + s * .22 * u, y + .03 * u, .7), (x + s * .24 * u, y - .08 * u), (x + s * .1 * u, y - .42 * u, .6)]), "s")
            f.p("".join(cap((x + s * (a - .03) * u, y - .08 * u), r * u, (x + s * a * u, y + b * u), r * u) for a, b, r in ((-.11, .07, .078), (.02, .075, .052), (.11, .055, .05), (.19, .025, .046), (.25, -.02, .042))), "s")
            f.line("".join(f"M{xy((x + s * a * u, y + b * u))}l{n(s * .012 * u)} {n(.05 * u)}" for a, b in ((-.036, .02), (.06, .02), (.145, 0), (.215, -.04))), "l", .026 * u)
        else:
            f.p(smooth([(x + s * a * u, y - b * u) for a, b in ((.02, .16), (.2, .12), (.31, .05), (.3, -.02), (.1, -.03))]), "d")  # the toes, which can be seen beyond the heel
            f.p(smooth([(x + s * a * u, y - b * u, *k) for a, b, *k in ((-.16, .5, .6), (-.13, .3), (-.2, .12), (-.17, -.03), (-.03, -.07), (.11, -.03), (.14, .12), (.07, .3), (.09, .5, .6))]), "s")
            f.line(f"M{xy((x - s * .07 * u, y - .52 * u))}Q{xy((x - s * .05 * u, y - .36 * u))} {xy((x - s * .08 * u, y - .24 * u))}M{xy((x + s * .03 * u, y - .52 * u))}Q{xy((x + s * .01 * u, y - .36 * u))} {xy((x + s * .04 * u, y - .24 * u))}", "d", .035 * u)
        sh, el, wr = to(s * .83 * w ** .6, 5.48), to(s * (1.12 + .3 * (w - 1)), 4.32), to(s * (1.26 + .3 * (w - 1)), 3.24)
        f.p(cap(sh, .23 * u * w ** .5, el, .165 * u, .02 * u, .03 * u) + cap(el, .165 * u, wr, .105 * u, .02 * u, .02 * u), "s")
        hand(f, wr, u, 90 + s * 4, -s, "hang", .8)
        f.line(f"M{xy((el[0] - s * .1 * u, el[1] + .02 * u))}q{n(s * .08 * u)} {n(.07 * u)} {n(s * .17 * u)} {n(.02 * u)}", "d", .035 * u)
    half: list[Node] = [(-.2, 6.36, .4), (-.22, 6.08), (-.42, 5.96), (-.78, 5.85), (-1.0, 5.68), (-1.06, 5.45), (-.84, 5.04), (-.74, 4.6), (-.62, 4.16), (-.7, 3.8), (-.79, 3.46), (-.82, 3.12), (-.75, 2.7, .6), (-.45, 2.62, .6), (0, 3.02, .2)]
    f.p(smooth([(*to(x * (w if y < 5.2 else w ** .5), y), *r) for x, y, *r in mirrored(half)]), "s")
    head(f, to(0, 6.74), u, 0, 1, view, style, "open", "smile", **face)
    if view == "front":
        f.line(f"M{xy(to(-.5, 5.84))}Q{xy(to(-.3, 5.74))} {xy(to(-.12, 5.76))}M{xy(to(.5, 5.84))}Q{xy(to(.3, 5.74))} {xy(to(.12, 5.76))}", "d", .05 * u)
        f.ell(to(0, 4.0), .035 * u, .06 * u, "d")
        for s in (-1, 1):
            f.line(f"M{xy(to(s * .36 * w, 1.96))}Q{xy(to(s * .44 * w, 1.84))} {xy(to(s * .52 * w, 1.96))}", "d", .045 * u)
    else:
        f.line(f"M{xy(to(0, 5.9))}Q{xy(to(-.02, 5))} {xy(to(0, 3.86))}", "d", .055 * u)
        for s in (-1, 1):
            f.line(f"M{xy(to(s * .26, 5.5))}Q{xy(to(s * .24, 5.1))} {xy(to(s * .44, 4.96))}Q{xy(to(s * .58, 4.96))} {xy(to(s * .68, 5.14))}", "d", .045 * u)
            f.line(f"M{xy(to(s * .32 * w, 1.94))}H{n(to(s * .54 * w, 0)[0])}", "d", .04 * u)
    for s in (-1, 1):
        f.line(f"M{xy(to(s * .8 * w ** .6, 5.1))}Q{xy(to(s * .78 * w ** .6, 5.24))} {xy(to(s * .82 * w ** .6, 5.34))}", "d", .045 * u)


def shorts(f: Drawing, at: Point, u: float, k: str, w: float = 1, top: float = 3.72, low: float = 2.72) -> None:
    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - y * u)
    f.p(smooth([(*to(x, y), .3) for x, y in ((-.73 * w, top), (0, top - .06), (.73 * w, top), (.86 * w, 3.3), (.86 * w, low), (.08, low - .06), (0, 3.12), (-.08, low - .06), (-.86 * w, low), (-.86 * w, 3.3))]), k)
    f.line(f"M{xy(to(0, top - .1))}V{n(to(0, 3.14)[1])}M{xy(to(-.7 * w, top - .14))}Q{xy(to(0, top - .22))} {xy(to(.7 * w, top - .14))}", k + "2", .05 * u)


def ellipse(at: Point, rx: float, ry: float, rot: float = 0) -> str:
    """Return the SVG path of an ellipse that is rotated by rot degrees."""
    c, s = math.cos(math.radians(rot)), math.sin(math.radians(rot))
    return smooth([(at[0] + rx * math.cos(a) * c - ry * math.sin(a) * s, at[1] + rx * math.cos(a) * s + ry * math.sin(a) * c)
                   for a in (i * math.pi / 4 for i in range(8))])


def forbidden(f: Drawing, paths: list[str], box: tuple[float, float, float, float], step: float = 11) -> None:
    """Draw a red net with an outline over areas that nobody may press. Do not use this net, or its colour, for anything else in a
    picture.

    """
    path, name = "".join(paths), f"{f.name}-net{len(f.defs)}"
    x, y, w, h = box
    steps = range(1, int((w + h) / step) + 1)
    net = "".join(f"M{n(x + i * step)} {n(y)}l{n(-h)} {n(h)}" for i in steps) + "".join(f"M{n(x + w - i * step)} {n(y)}l{n(h)} {n(h)}" for i in steps)
    f.p(path, "sheet", ' opacity=".5"')
    f.defs.append(f'<clipPath id="{name}"><path d="{path}"/></clipPath>')
    f.raw(f'<path clip-path="url(#{name})" fill="none" stroke="{f.fill("nogo")}" stroke-width="1.7" d="{net}"/>')
    f.line(path, "nogo", 3.4)


@picture
def back_regions() -> Drawing:
    f = Drawing("back-regions", 480, 480, "The neck, the upper back and the low back",
                "A woman seen from behind, from head to thighs. Three regions are marked: in plum the neck; in a pale tint the upper back, from the base of the neck to the lowest ribs; and in strong green the low back, from the lowest ribs to the crease under the buttocks.")
    f.panel(0, 0, 480, 480, "wall2")
    at, u, w = (176, 668), 86.0, 1.2
    bare(f, at, u, 2, 1, "topbun", "back", w)

    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - y * u)

    def region(half: list[Node]) -> str:
        return smooth([(*to(x * (w if y < 5.2 else w ** .5), y), *r) for x, y, *r in mirrored(half)])

    neck = region([(-.17, 6.24, .4), (-.18, 6.12), (-.22, 6.05), (-.36, 5.97, .4), (-.2, 5.92), (0, 5.9)])
    upper = region([(0, 5.84), (-.22, 5.86), (-.38, 5.9, .4), (-.6, 5.83), (-.72, 5.6), (-.73, 5.1), (-.68, 4.6, .4), (-.4, 4.52), (0, 4.57)])
    low = region([(0, 4.46), (-.4, 4.4), (-.67, 4.49, .4), (-.58, 4.16), (-.66, 3.8), (-.74, 3.46), (-.75, 3.12, .4), (-.4, 2.98), (-.08, 3.12, .5)])
    f.p(neck, "plum", ' opacity=".42"').line(neck, "plum", 3)
    f.p(upper, "sheet", ' opacity=".24"').line(upper, "shade", 4.5, ' stroke-dasharray="1 9"')
    f.p(low, "leaf", ' opacity=".8"').hatch(low, (90, 270, 180, 150), "sage", 13, 2)
    f.line(low, "teal", 4)
    f.line(f"M{xy(to(0, 5.9))}Q{xy(to(-.02, 5))} {xy(to(0, 3.86))}M{xy(to(0, 3.66))}V{n(to(0, 2.98)[1])}", "l", 4, ' opacity=".5"')
    for s in (-1, 1):  # the dimples above the hip bones, and the creases below the buttocks
        f.ell(to(s * .27, 3.9), 5, 4, "l", ' opacity=".45"')
        f.line(f"M{xy(to(s * .03, 3.0))}Q{xy(to(s * .36, 2.84))} {xy(to(s * .72, 2.98))}", "d", 4)
    f.end()
    for y, top, bottom, words, size in ((6.2, 6.42, 6.0, "neck", 22), (5.25, 5.94, 4.58, "upper back", 22), (3.75, 4.5, 3.0, "low back", 26)):
        a, b = to(1.7, top), to(1.7, bottom)
        f.line(f"M{n(a[0])} {n(a[1])}q9 0 9 9V{n(b[1] - 9)}q0 9-9 9", "ink", 3)
        f.label((to(1.88, y)[0], to(0, y)[1] + 8), words, size=size)
    return f.end()


@picture
def saddle_area() -> Drawing:
    f = Drawing("saddle-area", 480, 300, "The saddle area",
                "Back and front: the hips and thighs of one person, from behind and from the front, drawn plainly; the legs stand apart. The dotted area runs between the buttocks and around the anus, around the genitals, and down the inside of both upper thighs.")
    for i, (view, ground, skin) in enumerate((("back", "wall2", 3), ("front", "wall", 3))):
        x = 130 + i * 246
        f.panel(i * 246, 0, 234, 300, ground)
        f.skin(skin, 1)
        outer = [(x - 62, -10), (x - 66, 20), (x - 84, 70), (x - 96, 118), (x - 93, 170), (x - 74, 310)]
        f.p(smooth([*outer, (x - 19, 316, .2), (x - 10, 256), (x - 3, 200), (x, 178, .3), (x + 3, 200), (x + 10, 256), (x + 19, 316, .2), *((2 * x - a, b) for a, b in reversed(outer))], k=.5), "s")
        top: list[Node] = [(x, 84, .3), (x - 12, 112), (x - 21, 140), (x - 34, 166)] if view == "back" else [(x, 104), (x - 20, 111), (x - 37, 134), (x - 48, 168)]
        side: list[Node] = [*top, (x - 51, 198), (x - 47, 232), (x - 40, 252), (x - 27, 259), (x - 15, 252), (x - 9, 228), (x - 3, 190, .4)]
        patch = smooth([*side, (x, 174), *((2 * x - a, b, *r) for a, b, *r in reversed(side[1:]))])
        if view == "back":
            f.line(f"M{x} 66V174", "l", 4)
            for s in (-1, 1):
                f.line(f"M{x + s * 6} 172Q{x + s * 40} 196 {x + s * 76} 172", "d", 4.5)
                f.ell((x + s * 26, 26), 5, 4, "d")
            f.line(f"M{x} -10V30", "d", 4.5)
        else:
            f.ell((x, 8), 4, 6, "d")
            for s in (-1, 1):
                f.line(f"M{x + s * 78} 76Q{x + s * 48} 116 {x + s * 22} 140", "d", 4.5)
        f.p(patch, "sheet", ' opacity=".6"')
        name = f"{f.name}-{len(f.defs)}"
        f.defs.append(f'<clipPath id="{name}"><path d="{patch}"/></clipPath>')
        rows = "".join(f"M{n(x - 66 + j % 2 * 6)} {n(88 + j * 10.4)}h132" for j in range(18))
        f.line(rows, "plum2", 5.4, f' stroke-dasharray="0 12" clip-path="url(#{name})"')
        f.line(patch, "plum2", 4)
        f.end()
        f.label((i * 246 + 8, 31), view, size=20)
        f.end()
    return f


@picture
@coarse()
def no_hands() -> Drawing:
    f = Drawing("no-hands", 640, 640, "Hands off: where never to press",
                "A crossed-out pressing hand above two people who stand in shorts. A red net covers the places where nobody presses. A woman from the front: throat and neck, breasts, belly, groin, kneecaps and a shin for all bone, raised wiggly veins on the other leg, a medicine patch on her arm, a pump at her waist. A man from behind: the whole neck and the spine below it, down to the tailbone, the kidneys at the lowest ribs, the backs of the knees, one lower leg that is red and swollen, a sensor on his arm.")
    for x, ground in ((0, "wall"), (326, "wall2")):
        f.panel(x, 0, 314, 640, ground)
        f.p(f"M{x} 592H{x + 314}V640H{x}Z", "floor")
        at, u = (x + (157.0 if not x else 166.0), 612.0), 80.0

        def to(a: float, b: float, at: Point = at, u: float = u) -> Point:
            return (at[0] + a * u, at[1] - b * u)

        def oval(a: float, b: float, rx: float, ry: float, rot: float = 0, u: float = u, to: Callable[[float, float], Point] = to) -> str:
            return ellipse(to(a, b), rx * u, ry * u, rot)

        def shape(half: list[Node], mirror: bool = True, to: Callable[[float, float], Point] = to) -> str:
            return smooth([(*to(a, b), *r) for a, b, *r in (mirrored(half) if mirror else half)])

        f.ell((at[0], at[1] + 2), 96, 8, "shade", ' opacity=".12"')
        if not x:
            w = 1.28
            bare(f, at, u, 4, 1, "topbun", "front", w, nose=1, lips=2)
            f.p(shape([(0, 5.3), (-.22, 5.34), (-.33, 5.58, .6), (-.4, 5.86, .3), (-.58, 5.87, .3), (-.62, 5.56, .6), (-.92, 5.08), (-.96, 4.66, .5), (0, 4.56)]), "sand")
            f.line(f"M{xy(to(-.93, 4.72))}Q{xy(to(0, 4.58))} {xy(to(.93, 4.72))}", "sand2", 4)
            shorts(f, at, u, "teal", w, low=2.84)
            forbidden(f, [
                shape([(-.18, 6.26, .4), (-.19, 6.1), (-.3, 5.98), (-.2, 5.86), (0, 5.83)]),
                oval(-.41, 5.02, .3, .28), oval(.41, 5.02, .3, .28), oval(0, 4.12, .5, .34),
                oval(-.4, 3.3, .34, .13, -38), oval(.4, 3.3, .34, .13, 38),
                oval(-.55, 1.88, .19, .21), cap(to(-.54, 1.5), .1 * u, to(-.51, .56), .08 * u),
                cap(to(.55, 1.84), .21 * u, to(.52, .56), .17 * u),  # the whole vein, including both ends
                oval(-1.07, 4.94, .19, .3, -12), oval(.76, 3.7, .27, .25),
            ], (x, 80, 314, 520))
            f.line(f"M{xy(to(.53, 1.64))}q-9 8-3 17q7 10 1 20q-7 10-1 18q5 8-3 22M{xy(to(.52, 1.36))}q8 3 8 12q1 8 4 12M{xy(to(.52, 1.1))}q-9 5-9 15", "plum2", 6.4)
            f.rect(to(-1.07, 0)[0] - 8, to(0, 4.94)[1] - 11, 16, 22, "cream2", 5)
            f.rect(to(-1.07, 0)[0] - 4, to(0, 4.94)[1] - 6, 8, 12, "rust", 2)
            f.line(f"M{xy(to(.82, 3.7))}Q{xy(to(.98, 3.86))} {xy(to(.74, 3.88))}", "shade", 3)
            f.rect(to(.76, 0)[0] - 13, to(0, 3.68)[1] - 9, 26, 18, "shade", 4)
            f.rect(to(.76, 0)[0] - 8, to(0, 3.68)[1] - 5, 12, 9, "sky", 1)
            f.line(f"M44 152L{xy(to(-1.1, 5.2))}M{xy(to(.94, 3.5))}L{xy(to(1.22, 2.3))}M244 532L{xy(to(.66, 1.2))}", "ink", 2.4)
            f.label((10, 144), "patch", size=26)
            f.label((234, 454), "pump", size=26)
            f.label((246, 546), "veins", size=26)
        else:
            bare(f, at, u, 1, 4, "short", "back")
            calf = ((.43, 1.94), (.27, 1.9), (.2, 1.7), (.1, 1.3), (.12, .94), (.19, .6), (.22, .34), (.3, .16), (.52, .16), (.6, .34), (.67, .6), (.78, .94), (.81, 1.3), (.68, 1.7), (.6, 1.9))  # one calf is far more swollen than the other
            f.p(smooth([to(*p) for p in calf]), "s")
            f.p(smooth([to(.455 + (a - .455) * .93, .98 + (b - .98) * .92) for a, b in calf]), "artery", ' opacity=".34"')
            f.line(f"M{xy(to(.27, 1.94))}H{n(to(.6, 0)[0])}", "d", 3.2)
            shorts(f, at, u, "navy", low=2.84)
            marks = [shape([(-.02, 6.22), (-.18, 6.2, .3), (-.185, 6.08, .7), (-.42, 5.93, .5), (-.3, 5.86, .4), (-.13, 5.86, .3), (-.1, 5.78, .3), (-.1, 3.92), (-.24, 3.74), (-.2, 3.5), (-.05, 3.22)]),
                     smooth([to(.455 + (a - .455) * .66, 1 + (b - 1) * .8) for a, b in calf]), oval(-.95, 4.98, .19, .23), oval(-.43, 1.92, .19, .16), oval(.44, 1.96, .17, .13)]
            for s in (-1, 1):
                marks.append(oval(s * .4, 4.56, .22, .18, s * 18))
            forbidden(f, marks, (x, 80, 314, 530))
            f.circle(to(-.95, 4.98), 7.5, "sheet")
            f.circle(to(-.95, 4.98), 3, "shade")
            f.line(f"M372 180L{xy(to(-1.0, 5.18))}", "ink", 2.4)
            f.label((332, 171), "sensor", size=26)
            f.line(f"M594 448L{xy(to(.64, 1.6))}", "ink", 2.4)
            f.label((634, 440), "swollen", "end", 26)
        f.end()
        f.end()
    f.panel(252, 14, 136, 136, "sheet", 68)
    f.skin(2, 1)
    f.p("M240 116Q290 92 320 100T400 108V160H240Z", "s")
    f.end()
    f.skin(4, 1)
    f.p(cap((378, 40), 20, (348, 74), 13), "s")
    hand(f, (349, 75), 84, 164, -1, "side", .86)
    f.end()
    f.ring((320, 82), 61.5, "nogo", 13)
    f.line("M278 40L362 124", "nogo", 13)
    return f.end()


def bumpy(y: float, x: float, dent: float) -> float:
    """Return the y coordinate at x of the surface of a layer. The surface is lower where the hand presses."""
    return y + dent * math.exp(-((x - 200) / 84) ** 2)


def layer(f: Drawing, top: float, bottom: float, dent: float, dent2: float, k: str, extra: str = "") -> None:
    xs = range(-60, 541, 25)
    down = [(x, bumpy(bottom, x, dent2)) for x in reversed(xs)]
    f.p(smooth([*((x, bumpy(top, x, dent), *((.3,) if x in (-60, 540) else ())) for x in xs), *((x, y, *((.3,) if x in (-60, 540) else ())) for x, y in down)]), k, extra)


@picture
def layers() -> Drawing:
    f = Drawing("layers", 480, 500, "What lies under the hand",
                "A slice through the low back of somebody who lies face down, seen from the side. A flat hand presses from above. From the hand inwards: skin, fat, a thin white sheet of fascia, muscle, then arches of bone with small joints between them, then openings with a nerve in each, and deepest the blocks of bone with a disc between each two.")
    f.panel(0, 0, 480, 500, "wall2")
    # a flat hand, drawn before the skin so that there is no gap between the hand and the skin
    f.skin(3, 1)
    resting_hand(f, (304, 113), 206, -1, sink=9)
    f.end()
    name = f"{f.name}-cut"
    f.defs.append(f'<clipPath id="{name}"><path d="M0 0H336V500H0Z"/></clipPath>')
    f.g(extra=f' clip-path="url(#{name})"')
    f.skin(2, 1)
    layer(f, 104, 520, 27, 0, "s")
    layer(f, 118, 520, 25, 0, "fat")
    for i in range(9):
        x = 16 + i * 38
        f.ell((x, bumpy(134 + i % 2 * 5, x, 20)), 13, 6, "cream", ' opacity=".6"')
    layer(f, 150, 520, 16, 0, "fascia")
    layer(f, 158, 520, 14, 0, "muscle")
    for i, y in enumerate((178, 198, 218)):
        f.line("M" + "L".join(f"{x} {n(bumpy(y, x, 8 - i * 2))}" for x in range(-6, 350, 20)), "muscle2", 3.4, ' opacity=".8"')
    f.p("M0 240Q170 234 340 242V500H0Z", "muscle2")
    for i in range(-1, 3):  # fat in the openings for the nerves
        f.p(f"M{60 + i * 132} 376V310l24-22h42l4 12h36v76Z", "fat")
    for i in range(-1, 3):  # draw each vertebra: block, bridge and arch (the person's head is to the left)
        x = 14 + i * 132
        f.p(smooth([(x + 98, 372, .3), (x + 118, 364), (x + 138, 372, .3), (x + 138, 520, .3), (x + 98, 520, .3)]), "disc")
        f.line(f"M{x + 110} 386V520M{x + 126} 386V520", "core", 2, ' opacity=".6"')
        f.ell((x + 118, 446), 7, 42, "core")
        f.p(smooth([(x - 1, 366, .4), (x + 52, 371), (x + 105, 366, .4), (x + 102, 440), (x + 105, 520, .3), (x - 1, 520, .3), (x + 2, 440)]), "bone")
        f.line(f"M{x + 12} 386q40 8 80 0", "bone2", 3)
        # above the block: the bridge, a joint process towards the head, the arch, and a joint process away from the head
        f.p(smooth([(x + 8, 374, .4), (x + 10, 346), (x - 2, 330), (x - 19, 318), (x - 23, 306), (x - 10, 299), (x + 10, 299), (x + 21, 276), (x + 46, 260), (x + 80, 262), (x + 112, 270), (x + 134, 280), (x + 137, 291), (x + 122, 292), (x + 96, 292), (x + 74, 304), (x + 58, 326), (x + 52, 350), (x + 54, 374, .4)]), "bone")
        f.line(f"M{x + 32} 282q22-10 50-3M{x + 18} 354q12 5 26 0", "bone2", 3)
    for i in range(-1, 3):
        x = 14 + i * 132
        f.line(f"M{x + 112} 297Q{x + 124} 294 {x + 139} 295.5", "core", 4)  # the cartilage in a joint
        f.circle((x + 80, 346), 13, "nerve2")
        f.circle((x + 80, 346), 9.5, "nerve")
    f.end()
    f.end()
    for y, at, words in ((92, 112, "skin"), (122, 136, "fat"), (152, 155, "fascia"), (206, 206, "muscle"), (282, 282, "bone"), (346, 346, "nerve"), (420, 420, "disc")):
        x = {"nerve": 231, "disc": 268, "skin": 329}.get(words, 322)
        if words == "muscle":  # draw a second line, from the label to the muscle's deep layer
            f.circle((322, 250), 4.4, "shade")
            f.line("M322 250L334 246", "shade", 2.4)
            f.line("M336 245L358 212", "ink", 2.4)
        f.circle((x, at), 4.4, "shade")
        f.line(f"M{x} {at}H335", "shade", 2.4)
        f.line(f"M337 {at}H340L358 {y}", "ink", 2.4)  # the line continues outside the slice of the body, in a colour that is also visible in the dark scheme
        f.label((366, y + 8), words, size=26)
    return f.end()


def vertebra(f: Drawing, x: float, y: float) -> None:
    """Draw a lumbar vertebra from the side, with its front to the left: the block, the bridge (pedicle), the upper and lower
    joint processes, and the spinous process.

    """
    f.p(smooth([(x + 128, y + 24, .5), (x + 144, y + 24), (x + 167, y + 29, .6), (x + 175, y + 38), (x + 175, y + 60), (x + 167, y + 66, .6), (x + 148, y + 58), (x + 130, y + 56, .5)]), "bone")
    arch = smooth([(x + 84, y + 6, .4), (x + 106, y + 8), (x + 117, y - 2), (x + 121, y - 22, .8), (x + 127, y - 27), (x + 132.5, y - 22, .8), (x + 135, y), (x + 142, y + 24), (x + 147, y + 56), (x + 151, y + 84, .8), (x + 146, y + 94), (x + 138.5, y + 90, .8), (x + 134, y + 62), (x + 125, y + 42), (x + 108, y + 32), (x + 84, y + 34, .4)])
    f.p(arch, "bone")
    f.line(f"M{x + 106} {y + 8}Q{x + 115} {y + 4} {x + 118} {y - 8}M{x + 104} {y + 31}Q{x + 124} {y + 35} {x + 133} {y + 60}M{x + 139} {y + 12}Q{x + 145} {y + 36} {x + 149} {y + 62}", "bone2", 3)
    f.p(smooth([(x - 1, y - 1, .4), (x + 46, y + 4), (x + 93, y - 1, .4), (x + 89, y + 36), (x + 93, y + 73, .4), (x + 46, y + 68), (x - 1, y + 73, .4), (x + 4, y + 36)]), "bone")
    f.line(f"M{x + 90} {y + 8}Q{x + 86} {y + 22} {x + 89} {y + 40}M{x + 10} {y + 9}Q{x + 46} {y + 13} {x + 82} {y + 9}M{x + 10} {y + 63}Q{x + 46} {y + 59} {x + 82} {y + 63}", "bone2", 2.6)


@picture
def disc() -> Drawing:
    f = Drawing("disc", 480, 330, "A disc does not slip",
                "Two side views of a piece of the spine, its front to the left, each with two bones, the disc between them, and a nerve that runs down behind them and leaves below the bridge of the lower bone. In the first, the disc is joined to both bones. In the second, it still is, but part of its soft core has pushed out at the back and presses on the nerve. Beside it a standing man, a hand on his low back, shows where that can hurt: one yellow line from the buttock down the back of thigh and calf to the foot.")
    for i in range(2):
        x = i * 214
        f.panel(x, 0, 266 if i else 204, 330, "sky")
        o, top, low = x + 16, 58, 166
        bend = 7 if i else 0
        sac_path = smooth([(o + 117, -10), (o + 117, 112), (o + 117 + bend * .7, 134), (o + 117 + bend, 148), (o + 117 + bend * .7, 162), (o + 117, 186), (o + 117, 340)], closed=False)
        f.line(sac_path, "nerve2", 15)  # the sac of nerves, which runs down between the blocks and the arches
        f.line(sac_path, "nerve", 9.6)
        # The root of the upper nerve leaves near the top of the opening. The root of the lower nerve runs on past the disc.
        for points in ([(o + 113, 70), (o + 108, 92), (o + 99, 108), (o + 88, 122)], [(o + 114, 96), (o + 110, 116), (o + 105 + bend, 136), (o + 104 + bend * 1.25, 148), (o + 104 + bend, 160), (o + 104, 184), (o + 102, 204), (o + 97, 228), (o + 87, 262), (o + 80, 300), (o + 78, 340)]):
            root = smooth(points, closed=False)
            f.line(root, "nerve2", 10.4)
            f.line(root, "nerve", 5.8)
        f.p(smooth([(o + 4, 124, .5), (o + 46, 120), (o + 88, 124, .5), (o + 97 + bend * .3, 136), (o + 98 + bend * .4, 148), (o + 97 + bend * .3, 160), (o + 88, 172, .5), (o + 46, 176), (o + 4, 172, .5), (o - 5, 160), (o - 7, 148), (o - 5, 136)]), "disc")
        for a in (4, 12, 20):  # the layers of the ring around the disc
            f.line(f"M{o + a - 3} 132q-5 16 0 32" + ("" if i else f"M{o + 95 - a} 132q5 16 0 32"), "core", 2.2, ' opacity=".65"')
        if i:
            f.line(f"M{o + 72} 131Q{o + 86} 132 {o + 92} 138M{o + 72} 165Q{o + 86} 164 {o + 92} 158", "core", 2.2, ' opacity=".65"')
            f.p(smooth([(o + 30, 148), (o + 36, 137), (o + 56, 134), (o + 74, 139), (o + 90, 141), (o + 99, 140), (o + 108, 142), (o + 112, 149), (o + 108, 156), (o + 99, 158), (o + 90, 156), (o + 74, 157), (o + 56, 162), (o + 36, 159)]), "core")
        else:
            f.ell((o + 52, 148), 25, 13, "core")
        vertebra(f, o, top)
        vertebra(f, o, low)
        f.label((o + 46, 102), "bone", "middle", colour_name="shade")
        f.label((o + 34, 300), "disc", "middle", colour_name="shade")
        f.line(f"M{o + 34} 278V162", "shade", 2.4)
        f.circle((o + 34, 160), 3.4, "shade")
        f.label((o + 92, 30), "nerves", "end", colour_name="shade")
        f.line(f"M{o + 98} 23H{o + 116}", "shade", 2.4)
        f.circle((o + 117, 23), 3.4, "shade")
        if i:
            at, u = (x + 214.0, 312.0), 36.6
            f.ell((at[0] - 4, at[1] + 1), 34, 4, "shade", ' opacity=".14"')
            who = Look(3, "crop", 1, "rust", "navy", sleeves=.5, face={"nose": 1, "lips": 1})
            person(f, at, u, who, Pose((0, 3.67), (.06, 6.14), ((.04, .27), (-.06, .27)), ((-.48, 4.1), None), hands=(("over", 56), ("hang", 80)), mouth="calm"), -1)
            # the leg that hurts: one line from the buttock down the back of the thigh and the calf to the foot
            pain = smooth([(at[0] + a * u, at[1] - b * u) for a, b in ((.3, 3.3), (.29, 2.9), (.21, 2.3), (.15, 1.85), (.17, 1.4), (.12, .9), (.08, .5), (.05, .24), (-.08, .1), (-.4, .1))], closed=False)
            f.line(pain, "nerve2", 8.4)
            f.line(pain, "nerve", 5)
        f.end()
    return f


def squeezing_hand(f: Drawing, at: Point, u: float) -> None:
    """Draw a right hand, palm towards us and fingers up, that squeezes a soft ball. The wrist is at `at`."""
    f.g(at, s=u / 100)
    f.p(smooth([(-15, 4, .5), (-18, -14), (-25, -40), (-28, -66), (-20, -84), (0, -88), (20, -84), (27, -64), (27, -40), (18, -14), (15, 4, .5)]), "s")
    f.circle((-2, -50), 31, "rust")
    f.line("M-25-40Q-18-26-4-25", "rust2", 4)
    f.p(smooth([(15, 4, .4), (24, -8), (38, -26), (42, -40), (34, -54), (20, -63), (11, -60), (13, -52), (22, -44), (20, -32), (10, -22), (0, -8)]), "s")  # the thumb, which closes on the ball
    for x, top, low in ((20, -82, -62), (7.4, -88, -61), (-6, -88, -60), (-19, -80, -57)):
        f.p(cap((x, top), 8.6, (x * .9, low), 7), "s")
    f.line("M13.4-84L12-64M.6-88V-63M-12.4-85L-12-62M30-34Q34-40 33-46M15-68h7M3-66h7M-10-65h7M-22-62h7", "l", 2, ' opacity=".7"')
    f.end()


@picture
def blood() -> Drawing:
    f = Drawing("blood", 640, 408, "How much blood comes to the forearm",
                "Three pictures of one woman's forearm, palm up on a table. Each red drop below stands for the same amount of blood. Rest: the hand lies open; 1 drop. Massage: another person's hand strokes the forearm and its skin is a little redder; 1 drop, as before. Grip: her hand gently squeezes a ball, the muscle of the forearm swells, and there are 3 drops.")
    for i, ground in enumerate(("wall", "wall2", "wall")):
        f.panel(i * 218, 0, 204, 408, ground)
        f.g((i * 218 + 102, 0))
        f.g((-4, 18), s=.94)
        f.rect(-80, 176, 160, 180, "sage" if i == 1 else "sky", 22)  # a folded towel
        f.line("M-78 196H78", "sage2", 3)
        f.skin(2, 1)
        bulge = 8 if i == 2 else 0
        arm: list[Node] = [(-17, 148, .6), (-19, 166), (-27 - bulge * .4, 200), (-36 - bulge, 250), (-38 - bulge * .6, 290), (-36, 350, .3), (40, 350, .3), (41 + bulge * .5, 290), (36 + bulge, 246), (25 + bulge * .4, 198), (18, 166), (17, 148, .6)]
        if i == 2:
            squeezing_hand(f, (0, 158), 118)
        else:
            hand(f, (0, 158), 118, -90, -1, "palm", 1)
        f.p(smooth(arm), "s")
        f.line("M-13 158Q0 162 13 158", "d", 3)
        if i == 2:  # the swollen muscle
            f.p(smooth([(-6, 182), (-24, 214), (-34, 252), (-22, 296), (-6, 262), (-2, 214)]), "d", ' opacity=".4"')
            f.p(smooth([(8, 184), (22, 210), (34, 248), (24, 292), (8, 262), (4, 214)]), "d", ' opacity=".4"')
        elif i:
            for j in range(9):  # redder skin, with a soft edge
                f.ell((2, 240), 34 - j * 2.6, 68 - j * 6, "blush", ' opacity=".055"')
        f.p("M-44 306Q0 296 48 306V360H-44Z", "sand")
        f.line("M-43 314Q0 304 47 314", "sand2", 4)
        f.line("M-19 172Q0 182 19 172", "teal", 6)  # a bracelet, the same in all three
        f.circle((-4, 177.6), 5, "sand")
        f.end()
        f.end()
        if i == 1:
            f.skin(4, 1)
            f.p(cap((140, 286), 31, (62, 258), 16, 3, 3), "s")
            hand(f, (62, 258), 118, 199, 1, "flat", .96)
            f.p(cap((170, 297), 44, (100, 272), 32, flat=True), "plum")
            f.end()
        f.rect(-102, 332, 204, 76, "sheet")
        for j in range(3 if i == 2 else 1):
            x = (j - 1) * 52 if i == 2 else 0
            f.p(f"M{x} 341C{x + 7} 357 {x + 18} 365 {x + 18} 379A18 18 0 0 1 {x - 18} 379C{x - 18} 365 {x - 7} 357 {x} 341Z", "artery")
            f.line(f"M{x - 9} 378q1 9 9 10", "rose", 4)
        f.label((-88, 38), ("rest", "massage", "grip")[i], size=32)
        f.end()
        f.end()
    return f
