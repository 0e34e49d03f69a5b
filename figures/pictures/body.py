"""Draws medical pictures, which show exact places on the body. They use the same colours as the other pictures."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from figures.bodies import Look, Pose, in_heads, person, standing
from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, dist, lerp, mirrored, n, smooth, xy
from figures.hands import LARGE_CLOSE, Finger, back_of_hand, digits, fan, forearm_to, shoe
from figures.heads import head
from figures.registry import coarse, picture


def on_trunk(y: float) -> float:
    """Return the height that a point of the trunk or the legs has in the drawn person. `y` is its height in a person whose crotch
    is 3 heads above the ground. Both heights are in heads.
    """
    return next(b + (y - a) * (d - b) / (c - a) for (a, b), (c, d) in pairwise(((0, 0), (1.9, 2.02), (3.0, 3.36), (4.2, 4.42),
        (5.3, 5.38), (5.85, 5.85), (9, 9))) if y <= c)


def side_by_side(f: Drawing, fingers: list[tuple[Point, float, Point, float]], width: float, bend: float = 0,
    k: str = "s") -> None:
    """Draw fingers that lie side by side, with lines between them.

    Each finger is given by its knuckle, half its width at the knuckle, the middle of its round end, and half its width at that
    end.

    Args:
        bend: how far each finger bulges to the left, seen from its knuckle towards its tip.
    """
    f.p("".join(cap(*finger, bend, -bend) for finger in fingers), k)
    path = ""
    for one, two in pairwise(fingers):
        a, b = lerp(one[0], two[0], .5), lerp(one[2], two[2], .5)
        long = dist(a, b)
        x, y = (b[1] - a[1]) / long * bend * 2, (a[0] - b[0]) / long * bend * 2
        p, c, q = lerp(a, b, .16), lerp(a, b, .5), lerp(a, b, .84)
        path += f"M{xy(p)}Q{xy((c[0] + x, c[1] + y))} {xy(q)}" if bend else f"M{xy(p)}L{xy(q)}"
    f.line(path, "l", width, ' opacity=".55"')


HANGING: list[Finger] = [((11.6, 34), (12.4, 47), (9.4, 59), 3.9, 3.5), ((4.6, 36), (5, 55), (1.8, 70), 4.1, 3.7),
                         ((-2.6, 37), (-2.4, 58), (-6, 74), 4.2, 3.8), ((-9.6, 36), (-9.8, 54), (-13, 68), 4.1, 3.7)]
"""The four fingers of a hand that hangs, from the little finger to the first, in hundredths of a head."""


def bare_trunk(w: float) -> list[Node]:
    """Return the outline of a bare trunk from the neck to the crotch, seen from the front or from behind, in heads."""
    waist = max(0, w - 1.2)  # a large body is nearly as wide at the waist as at the ribs
    half: list[Node] = [(-.2, 6.36, .4), (-.212, 6.17), (-.29, 6.04), (-.5, 5.945), (-.79, 5.85), (-.97, 5.69), (-1.0, 5.45),
        (-.84, 5.04), (-.77, 4.62), (-.67 - waist, 4.2), (-.71 - .4 * waist, 3.82), (-.79, 3.46), (-.82, 3.12), (-.79, 2.9),
        (-.7, 2.7, .4), (-.45, 2.62, .6), (0, 3.02, .2)]
    return [(x * (w if y < 5.2 else w ** .5), y, *r) for x, y, *r in mirrored(half)]


def bare(f: Drawing, at: Point, u: float, skin: int, hair: int, style: str, view: str, w: float = 1, woman: bool = False, **face: object) -> None:
    """Draw a person in shorts who stands with the arms at the sides, seen from the front or from behind. Leave the person's group
    open so that the caller can add to it. The caller must then close it.
    """
    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - on_trunk(y) * u)

    def here(x: float, y: float) -> Point:
        return (x * u, -y * u)

    f.skin(skin, hair)
    # one leg, from top to bottom; each row has a height, and the positions of the inner and the outer edge of the leg
    rows = ((3.36, -.02, .68), (3.1, -.02, .803), (2.9, .0, .812), (2.66, .02, .793), (2.36, .06, .758), (2.14, .11, .718), (1.96,
        .152, .682), (1.8, .184, .662), (1.64, .19, .66), (1.46, .168, .668), (1.24, .166, .658), (1.0, .202, .608), (.66, .276,
        .536), (.46, .288, .532))
    for side in (-1, 1):  # one side mirrors the other, so that both have identical path data, which compresses well
        f.g(at, sx=side)
        sides: list[list[Node]] = [[], []]
        for y, near, far in rows:
            grow = w ** max(0, min(1, (y - .8) / 1.8))
            for contour, v in zip(sides, (near, far), strict=True):
                contour.append(here((near + far) / 2 * w + (v - (near + far) / 2) * grow, on_trunk(y)))
        f.p(smooth([*sides[0], *((p[0] * .7 + q[0] * .3, p[1] + .16 * u) for p, q in ((sides[0][-1], sides[1][-1]), (sides[1][-1], sides[0][-1]))), *reversed(sides[1])]), "s")
        x, y = here(.415 * w, 0)

        def on_foot(*points: tuple[float, ...], closed: bool = True, x: float = x, y: float = y) -> str:
            return smooth([(x + a * u, y - b * u, *k) for a, b, *k in points], closed)

        if view == "front":
            # the inner ankle bone is the higher one; the big toe is on the inner side, and the toes get shorter outwards
            f.p(on_foot((-.1, .64, .3), (-.12, .52), (-.142, .42), (-.138, .32), (-.142, .22), (-.17, .12), (-.2, .04),
                (-.206, -.03),
                (-.18, -.082), (-.132, -.096, 1.2), (-.086, -.08), (-.064, -.05, .2), (-.05, -.08, .8), (-.004, -.08, .8),
                (.022, -.045, .2),
                (.036, -.066, .8), (.076, -.064, .8), (.1, -.028, .2), (.116, -.042, .8), (.152, -.038, .8), (.174, -.004, .2),
                (.194, -.016, .8),
                (.23, -.006), (.252, .034), (.248, .08), (.222, .14), (.18, .22),
                (.15, .3), (.148, .36), (.124, .46), (.1, .64, .3)), "s")
            f.line("".join(f"M{xy((x + a * u, y - b * u))}l{n(-.012 * u)} {n(-c * u)}" for a, b, c in ((-.064, -.05, .08),
                (.022, -.045, .045),
                (.1, -.028, .04), (.174, -.004, .035))), "l", .02 * u, ' opacity=".6"')
        else:
            # the outer edge of the foot is visible beyond the heel, in shade
            f.p(on_foot((.08, .2, .3), (.15, .16), (.2, .125), (.246, .085), (.27, .04, 1.2), (.258, .002), (.216, -.014),
                (.16, -.026), (.06, -.03)), "d")
            f.p(on_foot((-.1, .64, .3), (-.11, .52), (-.142, .42), (-.138, .34), (-.122, .25), (-.13, .14), (-.138, .05),
                (-.1, -.04), (.0, -.075), (.1, -.04), (.136, .05), (.128, .14), (.12, .22),
                (.144, .32), (.136, .39), (.108, .5), (.1, .64, .3)), "s")
            f.line(on_foot((-.05, .58), (-.036, .46), (-.042, .34), (-.058, .26), closed=False)
                   + on_foot((.042, .58), (.028, .46), (.034, .34), (.05, .26), closed=False), "d", .032 * u)
        # one arm: down the outer side from the shoulder over elbow, forearm and wrist to the fingertips, and back up the inner side
        out, thick = w ** .5 - 1, w ** .5

        def hangs(*points: tuple[float, ...], out: float = out, thick: float = thick) -> list[Node]:
            """Return the points of one edge of the arm. Each argument gives a point's x, the x of the arm's middle at that
            height, and the height. `thick` moves the edge away from the middle, so that the arm is thicker.
            """
            return [(*here(c + out + (a - c) * thick, y), *r) for a, c, y, *r in points]

        # the hand hangs with its palm to the thigh, its thumb forwards and its fingers a little curled
        wrist = here(1.19 + out, 3.4)

        def held(*points: tuple[float, ...], wrist: Point = wrist) -> list[Node]:
            """Convert points of the hand to the drawing's coordinates. A point has two distances from the wrist, outwards and
            down, in hundredths of a head.
            """
            return [(wrist[0] + a * u / 100, wrist[1] + b * u / 100, *r) for a, b, *r in points]

        if view == "front":  # the thumb lies before the first finger
            thumb: list[Node] = [(-14.4, 56, .3), (-17.8, 53.4), (-19.4, 47), (-19, 36), (-16.8, 23), (-13, 12)]
            inner = smooth(held((-14.4, 56), (-11.8, 51), (-10.6, 43), (-9.2, 36), (-6, 28)), closed=False)
        else:  # the thumb is beyond the first finger
            thumb = [(-13, 45, .2), (-16.6, 47.6, 1.2), (-18.8, 43), (-18.2, 33), (-16, 22), (-12.6, 11)]
            inner = smooth(held((-13, 45), (-11.8, 39), (-9.4, 32)), closed=False)
        palm = held((11.8, 8), (14, 18), (15.8, 29), (16.2, 39), *digits(HANGING, .98), *thumb)
        for one, two in pairwise(HANGING):
            top, middle, low = (lerp(one[i], two[i], .5) for i in range(3))
            inner += smooth(held(lerp(top, middle, .3), middle, lerp(middle, low, .9)), closed=False)
        f.p(smooth([*hangs((.6, .9, 5.76, .4), (.82, .98, 5.795), (.95, .98, 5.735), (1.05, .98, 5.6), (1.108, .98, 5.42),
            (1.14, 1.0, 5.2), (1.162, 1.02, 5.0),
            (1.19, 1.05, 4.8), (1.236, 1.085, 4.6), (1.292, 1.11, 4.4), (1.33, 1.135, 4.18), (1.338, 1.16, 3.92), (1.322, 1.18, 3.66),
            (1.3, 1.19, 3.42)),
            *palm,
            *hangs((1.084, 1.19, 3.41), (1.042, 1.18, 3.66), (.994, 1.16, 3.94), (.954, 1.135, 4.22), (.93, 1.11, 4.42),
            (.914, 1.085, 4.56),
                (.906, 1.06, 4.7), (.89, 1.02, 4.86), (.866, .98, 5.08), (.7, .9, 5.3, .4))]), "s")
        f.line(inner, "l", .02 * u, ' opacity=".6"')
        if view == "front":  # from the front, draw the crease of the elbow; from behind, draw the elbow's point
            f.line(smooth(hangs((.96, 1.05, 4.52), (1.04, 1.05, 4.48), (1.13, 1.05, 4.54)), closed=False), "d", .032 * u)
        else:
            f.line(smooth(hangs((1.0, 1.05, 4.55), (1.02, 1.05, 4.49), (1.06, 1.05, 4.475), (1.1, 1.05, 4.51)),
                          closed=False), "d", .032 * u)
        f.end()
    f.p(smooth([(*to(x, y), *r) for x, y, *r in bare_trunk(w)]), "s")
    head(f, to(0, 6.74 if view == "front" else 6.79), u, 0, 1, view, style, "open", "smile", **face)
    if view == "front":
        for s in (-1, 1):
            f.line(f"M{xy(to(s * .1, 5.75))}Q{xy(to(s * .3, 5.7))} {xy(to(s * .46, 5.8))}", "d", .035 * u)
        f.ell(to(0, 4.0), .035 * u, .06 * u, "d")
        for s in (-1, 1):
            f.line(f"M{xy(to(s * .36 * w, 1.96))}Q{xy(to(s * .44 * w, 1.84))} {xy(to(s * .52 * w, 1.96))}", "d", .045 * u)
    else:
        f.line(f"M{xy(to(0, 5.9))}Q{xy(to(-.02, 5))} {xy(to(0, 3.86))}", "d", .055 * u)
        for s in (-1, 1):
            f.line(f"M{xy(to(s * .33, 5.5))}Q{xy(to(s * .31, 5.1))} {xy(to(s * .47, 4.96))}Q{xy(to(s * .6, 4.96))} {xy(to(s * .69, 5.14))}", "d", .045 * u)
            f.line(f"M{xy(to(s * .32 * w, 1.94))}H{n(to(s * .54 * w, 0)[0])}", "d", .04 * u)
    low = 5.04 - 1.43 * (w - 1)  # the height at which the arm leaves the side of the trunk
    edge = (.77 + (low - 4.62) * .167) * w
    for s in (-1, 1):
        f.line(f"M{xy(to(s * edge, low - .02))}Q{xy(to(s * (edge + .02), low + .2))} {xy(to(s * (edge - .03 * w), 5.36))}", "d", .035 * u)


def shorts(f: Drawing, at: Point, u: float, k: str, w: float = 1, top: float = 3.72, low: float = 2.72) -> None:
    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - on_trunk(y) * u)
    half: list[Node] = [(0, top - .05), (-.4 * w, top - .02), (-.73 * w, top + .03, .3), (-.795 * w, 3.5), (-.838 * w, 3.2), (-.845 * w, 3.0),
                        (-.832 * w, low, .2), (-.45 * w, low - .07), (-.08, low - .03, .3), (0, low + .1, .2)]
    f.p(smooth([(*to(x, y), *r) for x, y, *r in [*half, *((-x, y, *r) for x, y, *r in half[-2:0:-1])]]), k)
    f.line(f"M{xy(to(0, top - .2))}V{n(to(0, low + .16)[1])}"
           f"M{xy(to(-.75 * w, top - .1))}Q{xy(to(0, top - .24))} {xy(to(.75 * w, top - .1))}", k + "2", .05 * u)


def ellipse(at: Point, rx: float, ry: float, rot: float = 0) -> str:
    """Return the SVG path of an ellipse that is rotated by rot degrees."""
    c, s = math.cos(math.radians(rot)), math.sin(math.radians(rot))
    return smooth([(at[0] + rx * math.cos(a) * c - ry * math.sin(a) * s, at[1] + rx * math.cos(a) * s + ry * math.sin(a) * c)
                   for a in (i * math.pi / 4 for i in range(8))])


def forbidden(f: Drawing, paths: list[str], box: tuple[float, float, float, float], step: float = 11) -> None:
    """Draw a red net with an outline over areas that must not be pressed. Do not use this net, or its colour, for anything else
    in a picture.
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
                "A woman seen from behind, from head to thighs. Three regions are marked: in plum the neck; in a pale tint the upper back, from the base of the neck to the lowest ribs; and, hatched in green, the low back, from the lowest ribs to the crease under the buttocks.")
    f.panel(0, 0, 480, 480, "wall2")
    at, u, w = (176, 668), 86.0, 1.2
    bare(f, at, u, 2, 1, "topbun", "back", w)

    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - on_trunk(y) * u)

    def region(half: list[Node]) -> str:
        return smooth([(*to(x * (w if y < 5.2 else w ** .5), y), *r) for x, y, *r in mirrored(half)])

    neck = region([(-.2, 6.28, .4), (-.21, 6.17), (-.285, 6.045), (-.4, 5.98, .4), (-.2, 5.93), (0, 5.91)])
    upper = region([(0, 5.8), (-.22, 5.82), (-.4, 5.86, .5), (-.6, 5.79), (-.72, 5.58), (-.73, 5.1), (-.69, 4.68, .5), (-.4, 4.6), (0, 4.63)])
    low = region([(0, 4.58), (-.36, 4.55), (-.62, 4.46), (-.9, 4.34, 0), (-.9, 3.02, 0), (-.76, 2.96, .8), (-.56, 2.91), (-.37, 2.89), (-.16, 2.93), (0, 3.08, .1)])
    f.p(neck, "plum", ' opacity=".42"').line(neck, "plum", 3)
    f.p(upper, "sheet", ' opacity=".24"').line(upper, "shade", 4.5, ' stroke-dasharray="1 9"')
    edge = "".join(smooth([(*to(x * (w if y < 5.2 else w ** .5), y), *r) for x, y, *r in part], closed=False) for part in (
        [(-.9, 4.34), (-.62, 4.46), (-.36, 4.55), (0, 4.58), (.36, 4.55), (.62, 4.46), (.9, 4.34)],
        [(-.9, 3.02), (-.76, 2.96, .8), (-.56, 2.91), (-.37, 2.89), (-.16, 2.93), (0, 3.08, .1), (.16, 2.93), (.37, 2.89),
         (.56, 2.91), (.76, 2.96, .8), (.9, 3.02)]))
    # the green of the low back ends at the sides where the body ends, without a line, so that it does not look like clothes
    body = smooth([(*to(x, y), *r) for x, y, *r in bare_trunk(w)])
    f.defs.append(f'<clipPath id="{f.name}-body"><path d="{body}"/></clipPath>')
    f.raw(f'<g clip-path="url(#{f.name}-body)">')
    f.p(low, "leaf", ' opacity=".4"').hatch(low, (90, 260, 180, 160), "leaf2", 14, 3)
    f.line(edge, "leaf2", 3.4)
    f.raw("</g>")
    f.line(f"M{xy(to(0, 5.9))}Q{xy(to(-.02, 5))} {xy(to(0, 3.64))}M{xy(to(0, 3.48))}V{n(to(0, 3.12)[1])}", "l", 4, ' opacity=".5"')
    for s in (-1, 1):  # the dimples above the hip bones
        f.ell(to(s * .23, 3.72), 5, 4, "l", ' opacity=".45"')
    f.end()
    for top, bottom, words, size in ((6.28, 5.91, "neck", 22), (5.85, 4.61, "upper back", 22), (4.56, 2.89, "low back", 26)):
        a, b = to(1.7, top), to(1.7, bottom)
        f.line(f"M{n(a[0])} {n(a[1])}q9 0 9 9V{n(b[1] - 9)}q0 9-9 9", "ink", 3)
        f.label((to(1.88, 0)[0], (a[1] + b[1]) / 2 + 7), words, size=size)
    return f.end()


@picture
def saddle_area() -> Drawing:
    f = Drawing("saddle-area", 480, 300, "The saddle area",
                "Back and front: the hips and thighs of one person, from behind and from the front, drawn plainly; the legs stand apart. The dotted area runs between the buttocks and around the anus, around the genitals, and down the inside of both upper thighs.")
    for i, (view, ground, skin) in enumerate((("back", "wall2", 3), ("front", "wall", 3))):
        x = 130 + i * 246
        f.panel(i * 246, 0, 234, 300, ground)
        f.skin(skin, 1)
        outer = [(x - 73, -14), (x - 69.6, 4), (x - 69, 22), (x - 73, 46), (x - 82, 72), (x - 91.6, 98), (x - 98, 124),
            (x - 100.6, 148), (x - 99.6, 174), (x - 95.6, 204), (x - 90, 236), (x - 82.4, 276), (x - 73, 330, .1)]
        inner: list[Node] = [(x - 20, 330, .2), (x - 13.4, 282), (x - 7.4, 246), (x - 3.2, 214)]
        f.p(smooth([*outer, *inner, (x, 190, .3), *((2 * x - a, b, *r) for a, b, *r in reversed(inner)), *((2 * x - a, b, *r) for a, b, *r in reversed(outer))], k=.5), "s")
        top: list[Node] = [(x, 88, .3), (x - 15, 110), (x - 31, 132), (x - 41, 154), (x - 45, 178)] if view == "back" else [(x, 108), (x - 19, 115), (x - 33, 138), (x - 39, 168)]
        # the dotted area goes down the inside of the thigh, narrows to a point, and comes back up
        side: list[Node] = [*top, (x - (42.4 if view == "back" else 40.6), 202), (x - 36.6, 226), (x - 28.6, 247),
            (x - 19.6, 265), (x - 13.6, 273, .8), (x - 11, 266), (x - 8.4, 244), (x - 5, 216), (x - 3, 198, .7)]
        patch = smooth([*side, (x, 184, .7), *((2 * x - a, b, *r) for a, b, *r in reversed(side[1:]))])
        f.p(patch, "sheet", ' opacity=".6"')
        # the folds of the skin are drawn over the pale area, and below its dots
        if view == "back":
            f.line(f"M{x} 84V186", "l", 3.4)
            for s in (-1, 1):
                f.line(f"M{x} 180Q{x + s * 4} 198 {x + s * 30} 199Q{x + s * 58} 199 {x + s * 73} 185", "d", 4)
                f.ell((x + s * 22, 63), 5, 4, "d")
            f.line(f"M{x} -10V62", "d", 4.5)
        else:
            f.ell((x, 44), 4, 6, "d")
            for s in (-1, 1):
                f.line(f"M{x + s * 82} 96Q{x + s * 52} 130 {x + s * 14} 180", "d", 4)
        name = f"{f.name}-{len(f.defs)}"
        f.defs.append(f'<clipPath id="{name}"><path d="{patch}"/></clipPath>')
        rows = "".join(f"M{n(x - 66 + j % 2 * 6)} {n(88 + j * 10.4)}h132" for j in range(18))
        f.line(rows, "plum2", 5.4, f' stroke-dasharray="0 12" clip-path="url(#{name})"')
        f.line(patch, "plum2", 4)
        f.end()
        f.label((i * 246 + 6, 31), view, size=20)
        f.end()
    return f


@picture
@coarse()
def no_hands() -> Drawing:
    f = Drawing("no-hands", 640, 640, "Hands off: where never to press",
                "A crossed-out pressing hand above two people who stand in shorts. A red net covers the places where nobody presses. A woman from the front: throat and neck, breasts, belly, groin, kneecaps and shins, raised wiggly veins on one leg, a medicine patch on her arm, a pump at her waist. A man from behind: the whole neck and the spine below it, down to the tailbone, the kidneys at the lowest ribs, the backs of the knees, one lower leg that is red and swollen, a sensor on his arm.")
    for x, ground in ((0, "wall"), (326, "wall2")):
        f.panel(x, 0, 314, 640, ground)
        f.p(f"M{x} 592H{x + 314}V640H{x}Z", "floor")
        at, u = (x + (157.0 if not x else 166.0), 612.0), 80.0

        def to(a: float, b: float, at: Point = at, u: float = u) -> Point:
            return (at[0] + a * u, at[1] - on_trunk(b) * u)

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
            # the belly bulges over the waistband
            f.p(shape([(-.6, 4.5), (-.94, 4.46, .6), (-.975, 4.2), (-1.0, 4.0), (-.985, 3.83), (-.9, 3.72), (-.66, 3.63), (-.3, 3.56), (0, 3.54)]), "s")
            for side in (-1, 1):
                f.line(smooth([to(side * a, b) for a, b in ((.96, 3.79), (.88, 3.71), (.6, 3.615))], closed=False), "l", 2, ' opacity=".5"')
            forbidden(f, [
                shape([(-.212, 6.28, .4), (-.222, 6.12), (-.38, 5.99, .6), (-.22, 5.86), (0, 5.82)]),
                *(smooth([to(a * side, b) for a, b in ((.07, 5.1), (.17, 5.34), (.4, 5.46), (.63, 5.36), (.79, 5.1), (.79, 4.86), (.5, 4.68), (.15, 4.74))]) for side in (-1, 1)),
                # the belly, and the groin below it
                shape([(0, 4.5), (-.4, 4.44), (-.7, 4.44, .5), (-.72, 4.1), (-.78, 3.8, .6), (-.56, 3.68), (-.28, 3.63),
                    (0, 3.61)]),
                shape([(0, 3.34), (-.34, 3.37), (-.66, 3.44), (-.79, 3.45, .5), (-.75, 3.28, .5), (-.5, 3.06), (-.24, 2.9),
                (0, 2.86, .4)]),
                *(oval(.55 * side, 1.88, .2, .21) for side in (-1, 1)), cap(to(-.54, 1.52), .11 * u, to(-.53, .56), .075 * u),
                cap(to(.55, 1.4), .21 * u, to(.525, .6), .11 * u),  # one shin, and the raised veins on the other leg
                oval(-1.13, 4.94, .125, .29, -4),
            ], (x, 80, 314, 520), 13)
            f.line(f"M{xy(to(.56, 1.48))}q-9 7-3 15q7 9 1 18q-7 9-1 16q5 7-3 18M{xy(to(.55, 1.22))}q7 3 7 12q0 5 2 8", "plum2", 6)
            f.rect(to(-1.14, 0)[0] - 7, to(0, 4.94)[1] - 11, 14, 22, "cream2", 5)
            f.rect(to(-1.14, 0)[0] - 4, to(0, 4.94)[1] - 6, 8, 12, "rust", 2)
            f.line(f"M{xy(to(.62, 3.74))}Q{xy(to(.76, 3.98))} {xy(to(.52, 4.0))}", "shade", 3)
            f.rect(to(.62, 0)[0] - 13, to(0, 3.72)[1] - 9, 26, 18, "shade", 4)
            f.rect(to(.62, 0)[0] - 8, to(0, 3.72)[1] - 5, 12, 9, "sky", 1)
            f.line(f"M44 152L{xy(to(-1.15, 5.22))}M{xy(to(.78, 3.6))}L{xy(to(1.24, 2.12))}M244 532L{xy(to(.64, 1.12))}", "ink",
                2.4)
            f.label((10, 144), "patch", size=26)
            f.label((234, 454), "pump", size=26)
            f.label((246, 546), "veins", size=26)
        else:
            bare(f, at, u, 1, 4, "short", "back")
            # one lower leg is swollen: it is wider than the other all the way from below the knee to the ankle
            calf: list[Node] = [(.435, 2.1), (.66, 2.06), (.682, 1.96), (.69, 1.84), (.715, 1.7), (.76, 1.52), (.8, 1.32),
                (.81, 1.1), (.785, .88), (.735, .68), (.69, .54), (.672, .44), (.684, .34), (.668, .26, .7), (.62, .19, .5),
                (.612, .08),
                (.57, -.036), (.42, -.078), (.27, -.036), (.228, .07), (.222, .18, .5), (.185, .26, .7),
                (.17, .34), (.185, .42), (.178, .52), (.135, .68), (.09, .88), (.065, 1.1), (.075, 1.32), (.11, 1.52), (.145, 1.7),
                (.158, 1.84), (.155, 1.96), (.19, 2.06)]
            leg = smooth([(*to(a, b), *r) for a, b, *r in calf])
            toes = smooth([(*to(a, b), *r) for a, b, *r in ((.54, .22, .3), (.63, .18), (.68, .14), (.716, .095),
                (.738, .045, 1.2),
                (.728, .002), (.68, -.016), (.62, -.03), (.5, -.03))])
            f.p(toes, "d").p(leg, "s")
            red = f.fade(to(.43, 1.2), to(.43, 2.02), "artery", .36)  # the red fades towards the knee
            f.raw(f'<path fill="{red}" d="{toes}{leg}"/>')
            shorts(f, at, u, "navy", low=2.84)
            for s in (-1, 1):  # the lowest ribs, above the kidneys
                f.line(f"M{xy(to(s * .2, 4.74))}Q{xy(to(s * .5, 4.66))} {xy(to(s * .66, 4.42))}", "d", 3.2)
            marks = [shape([(-.02, 6.27), (-.196, 6.25, .3), (-.205, 6.12, .7), (-.37, 5.975), (-.4, 5.91), (-.32, 5.865),
                (-.13, 5.86, .3), (-.1, 5.78, .3), (-.1, 3.92), (-.24, 3.74), (-.2, 3.5), (-.05, 3.22)]),
                     smooth([(*to(a, b), *r) for a, b, *r in ((.43, 1.74), (.57, 1.68), (.63, 1.5), (.67, 1.28), (.675, 1.06),
                         (.65, .84), (.59, .64),
                        (.555, .46), (.565, .3), (.57, .19, .6), (.43, .13), (.3, .19, .6), (.3, .3), (.31, .46), (.27, .64),
                            (.22, .84), (.2, 1.06), (.205, 1.28), (.24, 1.5), (.29, 1.68))]), oval(-.99, 4.98, .11, .2, -3),
                         oval(-.43, 1.92, .19, .16), oval(.42, 1.96, .155, .13)]
            for s in (-1, 1):
                marks.append(oval(s * .36, 4.48 - .04 * s, .17, .25, s * -16))
            forbidden(f, marks, (x, 80, 314, 530), 13)
            f.circle(to(-1.0, 4.98), 6, "sheet")
            f.circle(to(-1.0, 4.98), 2.6, "shade")
            f.line(f"M372 180L{xy(to(-1.03, 5.17))}", "ink", 2.4)
            f.label((332, 171), "sensor", size=26)
            f.line(f"M594 460L{xy(to(.74, 1.4))}", "ink", 2.4)
            f.label((637, 453), "swollen", "end", 26)
        f.end()
        f.end()
    f.panel(252, 14, 136, 136, "sheet", 68)
    f.skin(4, 1)
    f.g((236, 56), 0, .385)
    pressing_hand(f)
    f.end()
    f.end()
    f.skin(2, 1)
    f.p(smooth([(240, 96, .4), (268, 98), (292, 101), (316, 105.5), (334, 107), (348, 104.5), (360, 99.5), (400, 95, .4), (400, 160, .3), (240, 160, .3)]), "s")
    f.end()
    f.ring((320, 82), 61.5, "nogo", 13)
    f.line("M278 40L362 124", "nogo", 13)
    return f.end()


def bumpy(y: float, x: float, dent: float) -> float:
    """Return the y coordinate of a layer's surface at x. The hand presses the surface down, most of all under the heel of the
    hand.
    """
    return y + dent * math.exp(-((x - 250) / (66 if x > 250 else 112)) ** 2)


def pressing_hand(f: Drawing) -> None:
    """Draw a hand and its forearm that press on the skin, seen from the thumb's side. The wrist is bent back a little. The
    caller must draw the skin afterwards, so that it covers the hand's lower edge.
    """
    # the ring finger and the middle finger, which lie beyond the first finger
    for x, y in ((14, -9), (0, 0)):
        f.p(smooth([(276, 72, .3), (248, 68.500 + y * .3), (222 + x * .5, 70.500 + y * .8), (188 + x, 74 + y),
            (170 + x, 77 + y, .8), (150 + x, 83.500 + y), (132 + x, 89.500 + y, .8), (114 + x, 95.500 + y), (99 + x, 102 + y),
            (95 + x, 107 + y, 1.1), (100 + x, 112), (150, 124), (240, 124, .3)]), "d")
    f.line(smooth([(206, 72.500), (188, 74), (170, 77, .8), (150, 83.500), (132, 89.500, .8), (119, 94)], closed=False), "l", 1.8,
           ' opacity=".6"')
    # one outline: along the top, from the forearm over the wrist and the knuckle to the tip of the first finger, and back under the palm
    f.p(smooth([(500, -76, .3), (430, -24), (380, 14), (344, 41), (320, 56), (302, 62), (280, 64), (258, 66), (240, 69),
        (227, 74.500, .8), (211, 81), (194, 82.500), (178, 85, .8), (160, 92), (143, 97.500, .8), (130, 102.500),
        (116.500, 108.500), (112, 114, 1.1), (115, 119.5), (128, 122), (150, 136), (250, 150), (290, 138), (310, 124),
        (322, 112), (334, 101), (347, 91), (368, 77), (400, 58), (440, 32), (540, -30, .3)]), "s")
    f.line("M230 79Q225 83 226 90M182 90Q178 93 178.500 97.500M146 101.500Q142.500 104 143 108", "l", 1.8, ' opacity=".6"')
    # the thumb, from its ball beside the wrist: two joints and a nail; the first finger has a nail, too
    f.line(smooth([(276, 90), (262, 89), (250, 92), (238, 98.500), (224, 104), (210, 108), (197, 113.500), (187, 120),
        (184.500, 128)], closed=False), "l", 2.2, ' opacity=".75"')
    f.p(smooth([(210, 112), (201, 115), (192, 120.500), (191, 125), (201, 122), (211, 116.500)])
        + smooth([(127.500, 104.500), (119, 108), (115, 112), (119, 112), (126, 108.500)]), "rose", ' opacity=".5"')


def layer(f: Drawing, top: float, bottom: float, dent: float, dent2: float, k: str, extra: str = "") -> None:
    xs = range(-60, 541, 25)
    down = [(x, bumpy(bottom, x, dent2)) for x in reversed(xs)]
    f.p(smooth([*((x, bumpy(top, x, dent), *((.3,) if x in (-60, 540) else ())) for x in xs), *((x, y, *((.3,) if x in (-60, 540) else ())) for x, y in down)]), k, extra)


@picture
def layers() -> Drawing:
    f = Drawing("layers", 480, 404, "What lies under the hand",
                "A slice through the low back of somebody who lies face down, seen from the side. A flat hand presses from above. From the hand inwards: skin, fat, a thin white sheet of fascia, muscle, then arches of bone with small joints between them, then openings with a nerve in each, and deepest the blocks of bone with a disc between each two.")
    f.panel(0, 0, 480, 404, "wall2")
    # a flat hand on the skin; the hand is drawn before the skin, which then covers the hand's edge and leaves no gap
    f.skin(3, 1)
    pressing_hand(f)
    f.end()
    name = f"{f.name}-cut"
    f.defs.append(f'<clipPath id="{name}"><path d="M0 0H336V404H0Z"/></clipPath>')
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
    f.p("M0 240Q170 234 340 242V340H0Z", "muscle2").rect(0, 330, 340, 74, "fat")
    f.g((-12, 124.8), s=.52)
    for i in range(-1, 6):  # fat in the openings for the nerves
        f.p(f"M{60 + i * 132} 386V310l24-14h50l40 12h10v78Z", "fat")
    for i in range(-1, 6):  # draw each vertebra: block, bridge and arch (the person's head is to the left)
        x = 14 + i * 132
        f.p(smooth([(x + 94, 370, .4), (x + 107, 364), (x + 118, 362), (x + 129, 364), (x + 142, 370, .4),
            (x + 142, 484, .4), (x + 129, 490), (x + 118, 492), (x + 107, 490), (x + 94, 484, .4)]), "disc")
        f.ell((x + 118, 427), 8.6, 36, "core")
        # the block, which is narrowest in its middle and has a raised rim beside each disc
        f.p(smooth([(x + 3, 366, .5), (x + 26, 376), (x + 52, 380), (x + 78, 377), (x + 101, 366, .5), (x + 96, 427),
            (x + 101, 488, .5), (x + 78, 477), (x + 52, 474), (x + 26, 477), (x + 3, 488, .5), (x + 8, 427)]), "bone")
        f.line(f"M{x + 14} 388q38 10 76 0M{x + 14} 466q38-10 76 0", "bone2", 4)
        # above the block: the bridge, the arch, and an articular process at each end of the arch
        f.p(smooth([(x + 10, 382, .4), (x + 11, 350), (x - 1, 332), (x - 19, 319), (x - 25, 306), (x - 19, 298.5, .6), (x - 6, 297),
            (x + 9, 293), (x + 21, 274), (x + 46, 260), (x + 80, 262), (x + 112, 270), (x + 136, 279), (x + 141, 288, .8),
            (x + 134, 294), (x + 122, 296), (x + 104, 297.5), (x + 90, 299), (x + 72, 309), (x + 58, 328), (x + 53, 352),
            (x + 56, 382, .4)]), "bone")
        f.line(f"M{x + 32} 282q22-10 50-3", "bone2", 4)
    for i in range(-1, 6):
        x = 14 + i * 132
        f.line(f"M{x + 108} 298.500Q{x + 128} 298 {x + 140} 291.500", "core", 3.6)  # a small joint, where two bony surfaces meet
        f.circle((x + 80, 344), 15, "nerve2")
        f.circle((x + 80, 344), 11, "nerve")
    f.end()
    f.end()
    f.end()
    for y, at, words in ((92, 117, "skin"), (122, 136, "fat"), (152, 155, "fascia"), (202, 202, "muscle"), (266, 269, "bone"), (304, 304, "nerve"), (350, 346, "disc")):
        x = {"nerve": 315, "disc": 262.4, "skin": 329, "bone": 304}.get(words, 322)
        if words == "muscle":  # draw a second line, from the label to the muscle's deep layer
            f.circle((322, 250), 4.4, "shade")
            f.line("M322 250L334 246", "shade", 2.4)
            f.line("M336 245L358 208", "ink", 2.4)
        f.circle((x, at), 4.4, "shade")
        f.line(f"M{x} {at}H335", "shade", 2.4)
        f.line(f"M337 {at}H340L358 {y}", "ink", 2.4)  # the line continues outside the slice of the body, in a colour that is also visible in the dark scheme
        f.label((366, y + 8), words, size=26)
    return f.end()


def vertebra(f: Drawing, x: float, y: float, cut: bool = False) -> None:
    """Draw a lumbar vertebra from the side, with its front to the left: the block, the bridge (pedicle), the upper and lower
    articular processes, and the spinous process. If `cut` is set, the upper articular process is cut off, so that what
    lies behind it is visible.
    """
    f.p(smooth([(x + 128, y + 16, .5), (x + 146, y + 23), (x + 166, y + 27, .7), (x + 175, y + 35), (x + 175.6, y + 60), (x + 168, y + 67, .7), (x + 152, y + 60), (x + 130, y + 58, .5)]), "bone")
    upper = [(x + 118, y + 8, .4), (x + 134, y + 8, .4)] if cut else [
        (x + 117, y - 2), (x + 121, y - 22, .8), (x + 127, y - 27), (x + 132.5, y - 22, .8), (x + 135, y)]
    arch = smooth([(x + 84, y + 6, .4), (x + 106, y + 8), *upper, (x + 142, y + 24), (x + 147, y + 56), (x + 150, y + 84, .8),
        (x + 144, y + 94), (x + 136.6, y + 90, .8), (x + 133, y + 62), (x + 125, y + 42), (x + 108, y + 32),
        (x + 84, y + 34, .4)])
    f.p(arch, "bone")
    if cut:
        f.ell((x + 126, y + 8), 8.6, 3.4, "bone2")
    f.line(("" if cut else f"M{x + 106} {y + 8}Q{x + 115} {y + 4} {x + 118} {y - 8}") + f"M{x + 104} {y + 31}Q{x + 124} {y + 35} {x + 133} {y + 60}M{x + 139} {y + 12}Q{x + 145} {y + 36} {x + 149} {y + 62}", "bone2", 3)
    f.p(smooth([(x - 1, y - 1, .4), (x + 46, y + 4), (x + 93, y - 1, .4), (x + 89, y + 36), (x + 93, y + 73, .4), (x + 46, y + 68), (x - 1, y + 73, .4), (x + 4, y + 36)]), "bone")
    f.line(f"M{x + 90} {y + 8}Q{x + 86} {y + 22} {x + 89} {y + 40}M{x + 10} {y + 9}Q{x + 46} {y + 13} {x + 82} {y + 9}M{x + 10} {y + 63}Q{x + 46} {y + 59} {x + 82} {y + 63}", "bone2", 2.6)


@picture
def disc() -> Drawing:
    f = Drawing("disc", 480, 330, "A disc does not slip",
                "Two side views of a piece of the spine, its front to the left, each with two bones, the disc between them, and nerves that run down behind them. In the first, the disc is joined to both bones. In the second, it still is, but its soft core has pushed out at the back and presses on a nerve, in a white ring; a piece of bone is cut away there, and from there this nerve is red on its way down. A line leads to the back of a man who frowns and spares one leg. A yellow line and short strokes show where that can hurt: down the back of the leg to the foot.")
    for i in range(2):
        x = i * 214
        f.panel(x, 0, 266 if i else 204, 330, "sky")
        o, top, low = x + 16, 58, 166
        # the sac of nerves, which runs down between the blocks and the arches; it is flat where the disc pushes against it
        sac = [(117, -10, 15), (117, 112, 15), (118, 130, 13), (123.4, 148, 8), (118, 166, 13), (117, 184, 15),
            (117, 340, 15)] if i else [(117, -10, 15), (117, 340, 15)]
        for k, width in (("nerve2", 1), ("nerve", .62)):
            f.p(smooth([(o + a + side * w * width / 2, y) for side, rows in ((1, sac), (-1, sac[::-1])) for a, y, w in rows], k=.5 if i else 0), k)
        sore = [(o + 117.4, 131), (o + 123.4, 148), (o + 117.6, 165), (o + 113, 180), (o + 114, 204), (o + 108, 213),
            (o + 96, 226), (o + 84, 244), (o + 74, 270), (o + 69, 302), (o + 68, 344)]
        red = f.fade((o + 84, 270), (o + 60, 420), "artery", .9) if i else ""
        if i:  # the disc presses on one of the nerves in the sac; that nerve is red below that point
            f.line(smooth(sore[:5], closed=False), "nerve2", 7.4).line(smooth(sore[:5], closed=False), "artery", 5)
        edge: list[Node] = [(o + 93, 132, .6), (o + 104, 134), (o + 115, 140), (o + 118.6, 148), (o + 115, 156), (o + 104, 162),
            (o + 93, 164, .6)] if i else [(o + 94, 136), (o + 95, 148), (o + 94, 160)]
        f.p(smooth([(o + 2, 124, .5), (o + 46, 120), (o + 90, 124, .5), *edge, (o + 90, 172, .5), (o + 46, 176), (o + 2, 172, .5), (o - 2, 160), (o - 3, 148), (o - 2, 136)]), "disc")
        for a in (6, 13, 20):  # the layers of the ring around the disc
            f.line(f"M{o + a - 3} 132q-4 16 0 32" + ("" if i else f"M{o + 94 - a} 132q4 16 0 32"), "core", 2.2, ' opacity=".65"')
        if i:
            f.line(f"M{o + 94} 132q2.500 4 2.600 7M{o + 94} 164q2.500-4 2.600-7M{o + 74} 129q6 2 8 6M{o + 74} 167q6-2 8-6", "core", 2.2, ' opacity=".65"')
            f.p(smooth([(o + 28, 148), (o + 34, 137), (o + 54, 134.4), (o + 76, 137.4), (o + 92, 140), (o + 106, 140),
                (o + 114, 148), (o + 106, 156), (o + 92, 156), (o + 76, 158.6), (o + 54, 161.6), (o + 34, 159)]), "core")
        else:
            f.ell((o + 48, 148), 25, 13, "core")
        vertebra(f, o, top)
        vertebra(f, o, low, i > 0)
        # the nerve roots leave the sac through the openings and come towards us, over the edge of the block; the upper root is cut off
        for points in ([(o + 114, 92), (o + 109, 101), (o + 101, 110), (o + 92, 117)], sore[4:]):
            root = smooth(points, closed=False)
            f.line(root, "nerve2", 10)
            f.line(root, "nerve", 5.6)
        if i:
            f.raw(f'<path fill="none" stroke="{red}" stroke-width="7" d="{root}"/>')
        f.g((o + 89, 119.4), 48)
        f.ell((0, 0), 4, 6.2, "nerve2").ell((0, 0), 2.4, 4.2, "fat")
        f.end()
        if i:
            # a ring around the place to look at: the disc bulges against the sac of nerves
            f.ring((o + 112, 148), 31, "sheet", 2.4)
        f.label((o + 46, 102), "bone", "middle", colour_name="shade")
        f.label((o + 34, 300), "disc", "middle", colour_name="shade")
        f.line(f"M{o + 34} 278V162", "shade", 2.4)
        f.circle((o + 34, 160), 3.4, "shade")
        f.label((o + 92, 30), "nerves", "end", colour_name="shade")
        f.line(f"M{o + 98} 23H{o + 116}", "shade", 2.4)
        f.circle((o + 117, 23), 3.4, "shade")
        if i:
            at, u = (x + 227.0, 312.0), 33.0
            f.ell((at[0] - 7, at[1] + 1), 38, 4, "shade", ' opacity=".14"')
            who = Look(3, "crop", 1, "rust", "navy", sleeves=.5, seat=.03, chest=.05, shoes="plum2", face={"nose": 1, "lips": 1,
                "brow": -3})

            # returns a path through points; each point has two distances from `at`, backwards and upwards, in heads
            def heads(*points: tuple[float, ...], closed: bool = True, at: Point = at, u: float = u) -> str:
                return smooth([(at[0] + x * u, at[1] - y * u, *r) for x, y, *r in points], closed)

            def below(at: Point = at, u: float = u, who: Look = who) -> None:
                # his near arm: the elbow points backwards, and the hand lies out of sight on his low back
                f.p(smooth([(at[0] + a * u, at[1] - b * u, *r) for a, b, *r in ((.3, 5.3, .4), (.52, 5.06), (.68, 4.9),
                    (.71, 4.81, .6), (.62, 4.77), (.48, 4.74), (.3, 4.74, .3), (.3, 4.5, .3), (.5, 4.51), (.66, 4.46),
                    (.84, 4.4), (.99, 4.36, .7),
                    (1.09, 4.43, .7), (1.07, 4.62), (.97, 4.9), (.78, 5.2), (.5, 5.5, .4))]), "s")
                # he stands on the far leg, and spares the near one: it is a little ahead, its knee bent, its foot flat
                standing(f, at, u, replace(who, bottoms="navy2"), -1, (-.2, -.2))
                shoe(f, (at[0] - .46 * u, at[1] - .26 * u), u, -1, 0, "plum")
                f.p(in_heads(at, u, -1)(
                    (-.3, 4.0, .4), (-.54, 3.72), (-.62, 3.42), (-.57, 3.14), (-.42, 2.88), (-.26, 2.6), (-.1, 2.3), (.04, 2.02),
                    (.08, 1.86), (.04, 1.64), (.0, 1.38), (.04, 1.12), (.14, .78), (.26, .28, .2), (.64, .28, .2), (.63, .8),
                    (.62, 1.2), (.62, 1.6), (.67, 1.8), (.69, 1.98), (.63, 2.2), (.55, 2.6), (.48, 3.0), (.42, 3.4),
                        (.34, 4.0, .4)), "navy")
                f.line(in_heads(at, u, -1)((.55, 1.72), (.62, 1.88), (.57, 2.04), closed=False), "navy2", 2)

            person(f, at, u, who, Pose((0, 3.67), (.16, 6.12), ((.04, .27), (-.06, .27)), rot=9, head=(.27, .67), eyes="rest",
                mouth="tense"), -1, before_body=below, arms=False, legs=False)
            # where it hurts: one line from the low back through the buttock, down the back of the thigh, knee and calf, to the foot
            pain = smooth([(at[0] + a * u, at[1] - b * u) for a, b in ((.3, 4.36), (.36, 4.0), (.4, 3.62), (.41, 3.34), (.33, 2.96),
                (.19, 2.62), (.01, 2.3), (-.11, 2.02), (-.15, 1.86), (-.11, 1.56), (-.1, 1.3), (-.2, .86), (-.32, .5),
                (-.46, .28), (-.64, .17), (-.87, .13))], closed=False)
            f.line(pain, "nerve2", 5)
            f.line(pain, "nerve", 2.8)
            for a, b in ((.76, 3.14), (.66, 1.3)):  # short strokes beside the thigh and the calf: it hurts
                f.line("".join(f"M{n(at[0] + (a + d) * u)} {n(at[1] - (b + d * 1.6) * u)}l{w} {h}"
                               for d, w, h in ((.1, 6, -5), (0, 8, 0), (-.1, 6, 5))), "nerve2", 2.6)
            f.p(heads((-.12, 5.86, .4), (.14, 5.86), (.36, 5.76), (.53, 5.5), (.76, 5.2, .2), (.38, 4.92, .2), (.14, 5.18),
                (-.08, 5.46), (-.18, 5.76)), "rust")
            f.line(heads((-.08, 5.5), (.14, 5.18), (.38, 4.92, .2), (.74, 5.18), closed=False), "rust2", 2)
            # the place in his back that the close-up shows
            f.line(f"M{o + 143} 150L{n(at[0] + .1 * u)} {n(at[1] - 4.33 * u)}", "sheet", 2.4)
            f.ring((at[0] + .3 * u, at[1] - 4.36 * u), 7.5, "sheet", 2.6)
        f.end()
    return f


def open_hand(f: Drawing) -> None:
    """Draw a right hand that lies open, with its palm towards us and its fingers up. The wrist is at (0, 160). The caller
    must draw the forearm afterwards, because the forearm covers the lower end of the hand.
    """
    f.g((0, 162), -90, 1.22, sy=-1)
    f.p(smooth([(-20, -14, .3), (-8, -14.8), (1, -16.4), (9, -20.4), (20, -29), (32, -38), (44, -45.4), (56, -51.6), (63.6, -51, 1.2), (63.4, -44.6), (54, -38), (46, -31), (46, -25.4, .7), *fan(-7, -.5, 6, 14, web=.13)[0], (44, 25), (28, 26.4), (12, 21.6), (2, 17.4), (-8, 15), (-20, 14, .3)]), "s")
    f.line("M50-22Q27-17 20 0M57-12Q46 4 50 22M63.500-23.500q1.600 3 .8 6.500M73.500-9q1.200 4 .8 8M69.500 6q.2 4-1.200 7M59.500 17.500q0 3-1.800 5.500M51.500-43.500q1.500 2 3.500 3", "d", 1.8)
    f.end()


def squeezing_hand(f: Drawing) -> None:
    """Draw a right hand that holds a soft ball, with its palm towards us. The wrist is at (0, 160). The caller must draw the
    forearm afterwards, because the forearm covers the lower end of the hand.
    """
    # the palm behind the ball, with the fingers that rise from it
    f.p(smooth([(-18.6, 176, .4), (-19.4, 161), (-26, 148), (-33, 132), (-36.4, 112), (-36, 96), (-35.2, 82), (-30, 74, .4),
                (28, 70, .4), (33.6, 80), (35.4, 98), (36, 130), (30, 148), (20, 161), (18.6, 176, .4)]), "s")
    f.circle((-4, 108), 37, "teal")
    f.line("M-34 106Q-35 124-22 135", "sage", 4, ' opacity=".8"')
    # the four fingers, from the little one to the first: they bend over the ball, and their ends lie on it side by side
    joints = nails = ""
    for i, (x, y, r, end, tip) in enumerate(((-28.8, 70, 8.8, -22.6, 94), (-11.8, 60, 9.4, -8.2, 100.5),
                (6.4, 56, 9.8, 6.8, 102.5), (24.4, 61, 9.6, 21.4, 98))):
        q, (mx, my) = r - 1.4, lerp((x, y), (end, tip), .42)
        f.p(smooth([(x - r, y + 3, .5), (x - r * .78, y - r * .6, .8), (x, y - r), (x + r * .78, y - r * .6, .8),
                    (x + r, y + 3, .5), (mx + r - .4, my),
                    (end + q, tip - 5, .7), (end + q * .62, tip + .6), (end, tip + 2.6), (end - q * .62, tip + .6),
                    (end - q, tip - 5, .7), (mx - r + .4, my)]), "s")
        if i:
            f.line(f"M{xy((x - r + .2, y + 3.6))}Q{xy((mx - r + .4, my))} {xy((end - q, tip - 6))}", "l", 2, ' opacity=".6"')
        joints += f"M{xy((mx - 4, my - 1))}q4 2.400 8 0"
        nails += f"M{xy((end, tip - 6.4))}V{n(tip - 3)}"
    # the thumb, which lies across the ball in the hand: its base beside the wrist, two joints and the tip
    f.p(smooth([(4, 176, .3), (2, 162), (4, 151), (10, 142), (16, 135.6), (9, 131.6), (1, 130), (-7, 127.6),
                (-11.6, 121.6, 1.2), (-8.4, 114.8),
                (0, 112.4), (11, 112.8), (21, 113), (29, 109), (34, 88, .4), (35.8, 98), (38, 108), (39.6, 118), (39, 129),
                (36, 140), (28, 151), (20, 161), (18, 176, .3)]), "s")
    f.line("M17 136.500Q6 145 4 157", "d", 2.6).line(joints + "M9.500 113.500Q12.500 117.500 11.500 122", "l", 2, ' opacity=".5"')
    f.line(nails, "rose", 6.6, ' opacity=".65"').line("M-6.400 121L-2.800 120.400", "rose", 6, ' opacity=".65"')


def stroking_hand(f: Drawing) -> None:
    """Draw a hand and an arm that reach in from the upper right. The hand lies flat along the forearm that it massages,
    with straight fingers and the thumb beside them.
    """
    wrist, elbow = (42, 177), (146, 84)
    f.p(forearm_to(wrist, elbow, 128, .98, thin=13.6), "s")
    f.g(wrist, 128, .98)
    back_of_hand(f, [(-16, -9, .3), (0, -13.4), (12, -18), (24, -24.6), (36, -31), (49, -36.4), (62, -40.4), (73, -42),
                     (79.400, -38, 1.2), (74, -33.4), (65, -30.6), (58, -27.6), (54, -23.6, .7)], LARGE_CLOSE)
    f.line("M49-35.500Q53-33.500 53.500-29.500", "l", 1.8, ' opacity=".5"')
    f.line("M71.500-38.500L74-38.800", "rose", 5, ' opacity=".6"')
    f.end()
    f.p("M77 110Q96 128 104 152L150 110V30Z", "plum")
    f.line("M83 106Q101 123 109 147", "plum2", 4)


@picture
def blood() -> Drawing:
    f = Drawing("blood", 640, 408, "How much blood comes to the forearm",
                "Three pictures of one woman's forearm, palm up on a table. A thin red blood vessel runs along the forearm; "
                "below, a piece of it is enlarged, with white arrows in it: each arrow stands for the same amount of blood "
                "that flows to the forearm. Rest: the hand lies open; 1 arrow. Massage: another person's hand lies flat on the "
                "forearm and strokes towards the elbow, and the skin is a little redder; 1 arrow, as before. Grip: her "
                "hand closes gently round a ball, four finger ends and the thumb on it; the muscle of the forearm swells; "
                "3 arrows.")
    for i, ground in enumerate(("wall", "wall2", "wall")):
        f.panel(i * 218, 0, 204, 408, ground)
        f.g((i * 218 + 102, 0))
        f.g((-4, 18), s=.94)
        f.rect(-80, 176, 160, 180, "sage" if i == 1 else "sky", 22)  # a folded towel
        f.line("M-78 196H78", "sage2", 3)
        f.skin(2, 1)
        b = 4.5 if i == 2 else 0
        if i == 2:
            squeezing_hand(f)
        else:
            open_hand(f)
        # the forearm is fullest below the elbow, more so on the thumb's side
        f.p(smooth([(-18.6, 154, .6), (-19, 172), (-21.6 - b * .3, 200), (-27 - b * .8, 232), (-32 - b, 264), (-34 - b * .6, 298), (-34, 350, .3), (37, 350, .3), (37 + b * .6, 298), (35.6 + b, 260), (30 + b * .8, 228), (23 + b * .3, 197), (19.4, 172), (19, 154, .6)]), "s")
        f.line("M-13 158Q0 162 13 158", "d", 3)
        if i == 2:  # the swollen muscle
            f.p(smooth([(-5, 184), (-20, 216), (-31, 254), (-31, 340), (-6, 340), (-3, 270), (-3, 220)]), "d", ' opacity=".3"')
            f.p(smooth([(7, 186), (20, 214), (33, 250), (34, 340), (8, 340), (4, 270), (5, 220)]), "d", ' opacity=".3"')
        elif i:
            for j in range(9):  # redder skin, with a soft edge, on both sides of the hand
                f.ell((1 + j * .2, 252 - j * 1.5), 27 - j * 1.8, 62 - j * 4, "blush", ' opacity=".07"')
        f.line("M3 178Q2 200 5 230T7 340", "artery", 4.4, ' opacity=".62"')  # the vessel below the skin of the forearm
        f.line("M-19 172Q0 182 19 172", "teal", 6)  # a bracelet, in all three panels
        f.circle((-4, 177.6), 5, "sand")
        f.end()
        f.end()
        if i == 1:
            f.skin(4, 1)
            stroking_hand(f)
            f.end()
            f.way([(-23, 270), (-24.5, 280), (-25, 292)], 4)  # the massaging hand strokes towards the elbow
        # the strip below shows this piece of the vessel, enlarged
        f.p("M-7 296A13 13 0 0 0 13 296L102 332H-102Z", "sheet", ' opacity=".7"')
        f.line("M-8 294L-102 332M14 294L102 332", "artery", 2, ' opacity=".6"')
        f.ring((3, 287), 13, "sheet", 3)
        f.rect(-102, 332, 204, 76, "sheet")
        vessel = "M-110 373Q-56 364 0 371T110 368"
        # a blood vessel; one arrow or three arrows show how much blood flows through it
        f.line(vessel, "rose", 44).line(vessel, "artery", 34)
        for x in (-56, 0, 56) if i == 2 else (0,):
            f.line(f"M{x - 17} 370H{x + 15}M{x + 5} 359L{x + 16} 370L{x + 5} 381", "sheet", 5.6)
        f.label((-88, 38), ("rest", "massage", "grip")[i], size=32)
        f.end()
        f.end()
    return f
