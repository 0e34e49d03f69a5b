"""Draws things that are in several pictures, such as tables, pillows, plants, a cat, a wheelchair, and people on a massage table.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from figures.drawing import Drawing
from figures.geometry import GRAIN, Node, Point, cap, lerp, n, smooth, xy
from figures.hands import hand
from figures.heads import head


def leaf(f: Drawing, a: Point, b: Point, w: float, k: str = "leaf", vein: bool = True) -> None:
    """Draw a leaf from a to b.

    Args:
        w: how far each side bulges.
    """
    n1 = ((b[1] - a[1]), -(b[0] - a[0]))
    length = math.hypot(*n1)
    nx, ny = n1[0] / length * w, n1[1] / length * w
    m = lerp(a, b, 0.45)
    f.p(f"M{xy(a)}Q{xy((m[0] + nx, m[1] + ny))} {xy(b)}Q{xy((m[0] - nx, m[1] - ny))} {xy(a)}Z", k)
    if vein:
        f.line(f"M{xy(a)}L{xy(lerp(a, b, 0.8))}", "leaf2" if k == "leaf" else "leaf", 2)


def plant(f: Drawing, x: float, y: float, s: float = 1) -> None:
    """Draw a potted plant. The bottom of the pot is at y."""
    def q(dx: float, dy: float) -> Point:
        return (x + dx * s, y + dy * s)

    for a, b, w, k in (((0, -60), (-70, -170), 34, "leaf2"), ((0, -60), (64, -190), 36, "leaf2"), ((0, -60), (-96, -96), 30, "leaf"), ((0, -60), (98, -116), 32, "leaf"), ((0, -60), (-14, -230), 38, "leaf"), ((0, -60), (46, -84), 22, "leaf")):
        leaf(f, q(*a), q(*b), w * s, k, s > .6)
    f.p(f"M{xy(q(-40, -64))}H{n(x + 40 * s)}L{xy(q(30, 0))}Q{xy(q(0, 8))} {xy(q(-30, 0))}Z", "pot")
    f.rect(x - 46 * s, y - 72 * s, 92 * s, 16 * s, "rust", 6 * s)


def foot_prone(f: Drawing, x: float, y: float, u: float, cls: str) -> None:
    """Draw a bare foot whose toes point down.

    Args:
        x, y: the position of the ankle.
    """
    f.g((x, y), s=u / 100)
    f.p(smooth([
        (-22, -14, .4), (-6, -15.5), (6, -20), (16, -28), (27, -33), (36, -30), (40.5, -21), (42, -9), (47, 3), (55, 14),
        (63, 24),
        (71, 34), (77, 44), (77.6, 50.5, 1.2), (72.5, 53.5), (67, 51.6, .4), (64.4, 54, 1.2), (59.4, 52, .4), (56.4, 53.6, 1.2),
        (51, 49.5, .6), (44, 44), (36, 36.5), (27, 28.5), (15, 21), (2, 15.5), (-22, 15, .4)] if u > 40 else
               [(-20, -14, .4), (4, -20), (22, -42), (41, -34), (42, 6), (60, 46), (46, 55), (24, 30), (-20, 14, .4)]), cls)
    if u > 40 and cls == "s":  # the ankle and the lines between the toes
        f.line("M6-2q8-3 8 5M61 44.500L66.600 51M54 45.500L59 51.500", "l", 2.6)
    f.end()


def _prone(x: float, y: float, u: float, wide: float) -> Callable[..., Node]:
    """Return a function that converts points to the drawing's coordinates. The points are on a person who lies face down.

    The function takes the point's distance from the top of the head, then its height above the table in a slim person and in a
    large person, all in heads.
    """
    t = (wide - 1) / .7

    def q(a: float, slim: float, large: float, *shape: float) -> Node:
        return (x + a * u, y - (slim + (large - slim) * t) * u, *shape)

    return q


def prone_body(f: Drawing, x: float, y: float, u: float, skin: int, hair: int, hairstyle: str, wide: float = 1, *,
               turned: bool = False, **kw: Any) -> None:
    """Draw the head, neck and trunk of a person lying face down on a table. The person's group stays open, so that the caller can
    add to the group and then close it.

    The back is low and nearly level: highest at the shoulder blades, with a hollow at the waist. The flank, behind the arm, is in
    shade.

    Args:
        x: the x coordinate of the top of the head.
        y: the y coordinate of the top of the table.
        wide: how wide the body is, for example 1.3 for a large person.
        turned: whether the head lies on its cheek, with open eyes turned to us.
    """
    f.skin(skin, hair)
    q = _prone(x, y, u, wide)
    if not turned:
        head(f, q(.52, .45, .45), u, -90, -1, "side", hairstyle, "rest", "none", **kw)
    if not turned and not kw.get("beard"):
        f.line(f"M{xy(q(.8, .02, .02))}L{xy(q(.785, .1, .12))}", "l", .024 * u)  # the mouth, which begins at the edge of the face
    back = [q(1.0, .12, .12, .3), q(.82, .5, .5, .3), q(.78, .7, .8, .3), q(.94, .68, .76), q(1.14, .71, .8), q(1.36, .81, .97),
        q(1.62, .95, 1.26), q(2.0, 1.02, 1.5), q(2.46, .94, 1.55), q(2.95, .84, 1.46), q(3.4, .9, 1.52), q(3.7, .94, 1.56, .3)]
    small = GRAIN.get() >= 1 and u < 29
    side = [q(1.93, .58, .88, .3), q(2.3, .58, .74, .8), q(2.7, .57, .84), q(3.1, .5, .8), q(3.7, .6, .84, .3)]
    if small:
        back, side = [back[i] for i in (1, 2, 4, 5, 7, 9, 11)], [side[i] for i in (0, 1, 3, 4)]
    f.p(smooth([*back, q(3.7, -.04, -.04, .3), q(1.2, -.04, -.04, .3)]), "s")
    large = wide > 1.4
    # the throat, in shade, from the jaw to the shoulder, and the flank behind the arm
    throat = [q(.84, .2, .26, .3), q(.98, .24, .3), q(1.14, .25, .32), q(1.5, .3, .38, .3), q(1.6, -.06, -.06, .3),
        q(1.1, -.06, -.06, .3)]
    if u > 50:  # on a large figure, the shade starts at the ear, follows the jaw, and rises in front of the shoulder
        throat = [q(.78, .42, .46, .2), q(.92, .34, .4), q(1.1, .32, .4), q(1.24, .42, .58, .8), q(1.38, .56, .78, 0),
            q(1.38, .44, .64, .7), q(1.5, .3, .5, .3), q(1.6, -.06, -.06, .3), q(1.0, -.06, -.06, .3), q(.92, .02, .06),
            q(.86, .2, .26)]
        f.g(q(.52, .45, .45), -90, u / 100, sx=-1)  # the ear; without its hollow, it would look like a second eye
        f.ell((-6, 4), 10, 13.6, "s").ell((-5, 4.6), 6.6, 9.6, "d").ell((-3, 3), 4.4, 6.6, "s")
        f.end()
    if not small:
        f.p(smooth(throat), "d")
    if not large:
        f.p(smooth([*side, q(3.7, -.04, -.04, .3), q(2.1 if small else 1.6, -.04, -.04, .3)]), "d")
    if turned:
        f.p(smooth([q(.9, .69, .69), q(1.0, .64, .64), q(1.14, .48, .48), q(1.1, .28, .28), q(.9, .3, .3)]), "d")
        head(f, q(.53, .57, .57), u, -74, -1, "three", hairstyle, "open", "calm", **kw)


def mood(f: Drawing, at: Point, radius: float, *, glad: bool) -> None:
    """Draw the small round face at one end of a pain scale: smiling if `glad` is true, otherwise sad."""
    f.g(at, s=radius / 12)
    f.circle((0, 0), 12, "sage" if glad else "rose")
    f.ring((0, 0), 12, "navy", 2.6)
    f.line("M-4-3v.1M4-3v.1" + ("M-6 3q6 8 12 0" if glad else "M-6 6q6-6 12 0"), "navy", 2.8)
    f.end()


def prone_arm(f: Drawing, x: float, y: float, u: float, skin: int, wide: float = 1, hang: bool = False) -> None:
    """Draw the near arm of a person lying face down. The upper arm goes down from the round shoulder to the table's edge. The
    forearm lies along this edge, towards the hip, the thumb below. The caller must draw the table and the legs first.

    Args:
        hang: whether the forearm hangs down over the table's edge instead of lying on it.
    """
    q = _prone(x, y, u, wide)
    f.skin(skin)
    small = GRAIN.get() >= 1 and u < 29
    if not small:  # the nose, in the hole of the face rest
        f.p(smooth([q(.46, .1, .13, .3), q(.54, .04, .07), q(.62, -.03, 0, .7), q(.68, .02, .05, .7), q(.7, .1, .13, .3)]), "s")
    # the round muscle of the shoulder, which covers part of the back
    upper = [q(1.4, .24, .34), q(1.35, .46, .68), q(1.46, .68, .99), q(1.7, .76, 1.12), q(1.98, .64, 1.02)]

    def shadow(depths: tuple[float, ...]) -> None:
        """Draw the arm's shadow on the back. `depths` has the width of the shadow, in heads, at each point along the arm's edge."""
        deep = [(a[0] + .3 * by * u, a[1] - by * u) for a, by in zip(edge, depths, strict=True)]
        under = edge if hang else [(a[0], a[1] + .06 * u, *a[2:]) for a in edge]  # leave no gap between the shadow and the arm
        f.p(smooth([*under, *reversed(deep[1:-1])]), "d")

    edge: list[Node]
    if hang:
        wrist = q(2.105, -.82, -.93)
        hand(f, wrist[:2], u, 99, -1, "hang", .86)
        arm = [q(1.52, .18, .22, .8), *upper, q(2.22, .5, .78), q(2.46, .34, .5), q(2.64, .18, .24), q(2.73, -.02, -.02, .5),
            q(2.66, -.2, -.22), q(2.52, -.46, -.5), q(2.35, -.68, -.76), q(2.22, -.88, -1.0, .6), q(1.99, -.85, -.97, .6),
            q(1.97, -.58, -.66), q(2.02, -.36, -.36), q(2.11, -.18, -.12, .5), q(2.0, -.02, .06), q(1.78, .1, .18)]
        edge = arm[3:11]
        if not small:
            f.p(smooth([q(1.5, .28, .34, .3), q(2.2, .4, .5), q(2.4, 0, 0, .3), q(1.5, 0, 0, .3)]), "d")
            shadow((0, 0, .08, .12, .13, .12, .1, 0) if wide > 1.4 else (0, 0, .1, .17, .19, .18, .14, 0))
        f.p(smooth([arm[i] for i in (0, 2, 4, 6, 8, 9, 11, 13, 14, 16, 17)] if small else arm), "s")
        if not small:
            f.line(smooth([q(2.6, .04, .04), q(2.52, -.06, -.06), q(2.48, -.18, -.18)], closed=False), "d", .04 * u)  # the elbow
    else:
        edge = [*upper[2:], q(2.28, .46, .78), q(2.56, .34, .54), q(2.8, .31, .43), q(3.06, .31, .4), q(3.42, .24, .29),
            q(3.84, .12, .13)]
        # the back of the hand: the little finger is on top, and the thumb rests on the table
        fingers = [q(*p[:2], *p[1:]) for p in ((4.0, .19), (4.14, .225), (4.3, .235), (4.46, .225), (4.57, .205, 1.2),
            (4.57, .165), (4.4, .145, .3), (4.6, .14), (4.7, .11, 1.2), (4.69, .07), (4.44, .055, .3), (4.68, .045),
            (4.77, .005, 1.2), (4.74, -.03),
            (4.44, -.035, .3), (4.62, -.045), (4.71, -.075, 1.2), (4.66, -.105), (4.5, -.125), (4.34, -.12))]
        if u < 50:  # a small hand has fewer points
            fingers = [q(*p[:2], *p[1:]) for p in ((4.0, .19), (4.2, .235), (4.47, .24), (4.56, .2, 1.9), (4.4, .145, .2),
                (4.65, .15), (4.7, .1, 1.9), (4.44, .055, .2), (4.72, .055), (4.76, .005, 1.9), (4.44, -.035, .2), (4.66, -.04),
                (4.68, -.09, 1.9),
                (4.5, -.13))]
        thumb = [q(*p[:2], *p[1:]) for p in ((4.28, -.115, .4), (4.4, -.13), (4.53, -.15), (4.58, -.185, 1.2), (4.51, -.215),
            (4.34, -.205), (4.18, -.195), (4.0, -.16))]
        below = [q(3.84, -.15, -.15), q(3.5, -.16, -.17), q(3.14, -.18, -.2), q(2.92, -.19, -.21, .4), q(2.74, -.05, -.07, .8),
            q(2.5, .04, .06), q(2.2, .16, .22), q(1.9, .24, .34), q(1.6, .16, .22)]
        # the side of the chest, in the shade of the upper arm
        f.p(smooth([q(1.5, .3, .4, .3), q(2.2, .5, .6), q(2.74, .1, .2, .3), q(2.7, -.05, -.08, .4), q(2.2, -.03, -.05),
            q(1.6, .0, .0, .3)]), "d")
        shadow((0, 0, .1, .15, .13, .08, .04, 0, 0))
        f.p(smooth([*upper[:2], *edge, *fingers, *thumb, *below]), "s")
        if not small:
            f.line("".join(f"M{xy(q(a, b, b))}L{xy(q(c, d, d))}" for a, b, c, d in ((4.22, .125, 4.4, .145),
                (4.22, .045, 4.44, .055), (4.24, -.035, 4.44, -.035))), "l", .03 * u, ' opacity=".7"')
            f.line(smooth([q(2.74, .12, .16), q(2.84, .04, .06), q(2.98, .03, .05)], closed=False), "d", .04 * u)  # the elbow
    f.end()


def prone_legs(f: Drawing, x: float, y: float, u: float, skin: int, k: str = "sheet", hang: float = .75, cuff: str = "cream", wide: float = 1) -> None:
    """Draw the lower body of a person lying face down: a sheet from hips to shins, a round pillow under the ankles, and bare
    feet.

    Args:
        hang: how far the sheet hangs down over the table's edge. At 0, it is tucked in.
    """
    q = _prone(x, y, u, wide)
    f.skin(skin)
    small = GRAIN.get() >= 1 and u < 29
    if hang and wide > 1.4:  # the breast and the belly of a large person bulge over the edge of the table
        edge = [q(2.4, 0, -.04, .3), q(2.5, 0, -.16), q(2.7, 0, -.24), q(3.1, 0, -.34), q(3.46, 0, -.36), q(3.7, 0, -.24, .3)]
        f.p(smooth([q(2.4, 0, .2, .3), *edge, q(3.7, 0, .2, .3)]), "s")
        f.p(smooth([*edge, q(3.7, 0, -.14), q(3.4, 0, -.26), q(3.1, 0, -.24), q(2.7, 0, -.14), q(2.5, 0, -.04)]), "d")
    foot_prone(f, *q(7.3, .58, .58)[:2], u, "d")
    f.circle(q(6.92, .22, .22), .23 * u, "sage")
    if not small:
        f.line(f"M{xy(q(6.82, .26, .26))}a{n(.11 * u)} {n(.11 * u)} 0 1 1 {n(.08 * u)} {n(.15 * u)}", "sage2", .05 * u)
    f.p(smooth([q(6.1, .66, .92, .4), q(6.4, .72, .98), q(6.68, .7, .93), q(6.94, .7, .82), q(7.24, .71, .75, .3),
        q(7.24, .41, .42, .3), q(6.96, .35, .36), q(6.7, .24, .15), q(6.4, .16, .07), q(6.1, .1, .03, .4)]), "s")
    foot_prone(f, *q(7.2, .56, .57)[:2], u * (1 + .17 * (wide - 1)), "s")
    f.end()
    low = hang - (0 if hang else .02)
    sheet = [q(3.7, .9, 1.54, .3), q(3.86, 1.03, 1.72), q(4.2, 1, 1.74), q(4.56, .84, 1.54), q(5.0, .74, 1.3),
        q(5.46, .62, 1.06), q(5.9, .66, 1.0), q(6.16, .7, 1.04), q(6.3, .7, 1.02, .4), q(6.36, .4, .5), q(6.34, 0, 0)]
    sheet += [q(6.4, -hang, -hang, .3), q(6.0, -hang - .08, -hang - .08), q(5.5, .04 - hang, .04 - hang),
        q(5.0, -hang - .1, -hang - .1), q(4.4, .03 - hang, .03 - hang), q(3.84, -hang - .06, -hang - .06, .3),
        q(3.6, 0, 0)] if hang else [
        q(6.36, -.06, -.06, .3), q(6.0, -.02, -.04), q(5.5, -.08, -.08), q(5.0, -.03, -.05), q(4.4, -.08, -.1),
            q(4.0, -.1, -.12, .3), q(3.6, 0, 0)]
    if small:
        sheet = [node for i, node in enumerate(sheet) if i not in (1, 4, 6, 7, 9, 12)]
    f.p(smooth(sheet), k)
    folds = ((4.7, -.1, .5), (5.62, .3, .92)) if hang else ((5.3, .3, .26), (5.9, .5, .4))
    f.line("".join(f"M{xy(q(a, b, b))}q{xy((.14 * u, c * .5 * u))} 0 {n(c * u)}" for a, b, c in (folds[1:] if small else folds)), "fold", .048 * u)
    f.p(smooth([q(3.47, .9, 1.56, .2), q(3.62, .98, 1.63), q(3.86, 1.03, 1.72, .5), q(3.92, .6, .8), q(3.94, 0, 0),
        q(4.02, -low - .06, -low - .06, .2), q(3.74, -low - .08, -low - .08, .2), q(3.6, -.1, -.1), q(3.54, .4, .5)]), cuff)


def table(f: Drawing, x: float, y: float, w: float, u: float, floor: float, rest: bool = True) -> None:
    """Draw a padded table.

    Args:
        x: the x coordinate of the table's head end.
        y: the y coordinate of the top of the table.
        w: the width of the table.
    """
    for lx in (x + 0.1 * w, x + 0.92 * w):
        f.rect(lx - 0.1 * u, y + 0.3 * u, 0.2 * u, floor - y - 0.3 * u, "wood2", 0.08 * u)
    f.rect(x + 0.1 * w, floor - 1.06 * u, 0.82 * w, 0.17 * u, "wood2")
    f.rect(x, y, w, 0.4 * u, "pad", 0.2 * u)
    f.rect(x + 0.2 * u, y + 0.38 * u, w - 0.4 * u, 0.15 * u, "wood", 0.06 * u)
    if rest:
        f.p(f"M{xy((x - 0.6 * u, y + 0.3 * u))}L{xy((x + 0.3 * u, y + 0.5 * u))}V{n(y + 0.38 * u)}L{xy((x - 0.2 * u, y + 0.2 * u))}Z", "wood2")
        f.rect(x - 1.06 * u, y - .1 * u, 1.1 * u, .48 * u, "pad", .2 * u)  # the face rest covers a part of the face, as if the face sank in
        # the upper edge of the hole for the face
        f.p(f"M{xy((x - .88 * u, y - .1 * u))}h{n(.68 * u)}q{n(-.34 * u)} {n(.36 * u)}{n(-.68 * u)} 0Z", "pad2")


def step_dots(f: Drawing, x: float, y: float, i: int, of: int = 4) -> None:
    """Draw a rounded bar with a row of dots, of which the first i are filled. The dots show the picture's position in a series.

    Args:
        x: the x coordinate of the middle of the bar.
    """
    f.rect(x - 7 * of - 3, y - 7.5, 14 * of + 6, 15, "sheet", 7.5)
    for k, count in (("fold", of), ("mark", i)):
        f.line(f"M{n(x - 7 * (of - 1))} {n(y)}h{14 * count - 13.9:g}", k, 9, ' stroke-dasharray="0 14"')


def cat(f: Drawing, x: float, y: float, face: int = 1, k: str = "navy2", eye: str = "cream") -> None:
    """Draw a cat that sits on the ground at y, with its tail behind it."""
    f.g((x, y), 0, 1, face)
    f.line("M18-8Q40-10 34-34", k, 7)
    f.p(smooth([(-13, 0, .6), (-14, -20), (-11, -34), (-2, -40), (10, -32), (20, -18), (24, -6), (21, 0, .6)]), k)
    f.p("M-16-54q-1-6 4-4q4 2 6 6q4-1 8 0q2-4 6-6q4-2 4 3q2 11-1 18q-4 8-14 8q-10 0-13-7q-2-7 0-18Z", k)
    f.line("M-10-44q2-3 4 0M0-44q2-3 4 0", eye, 1.8)
    f.end()


def cat_asleep(f: Drawing, x: float, y: float, k: str = "navy2", eye: str = "cream") -> None:
    """Draw a cat curled up on the ground at y, with its head on its paws."""
    f.g((x, y))
    f.p(smooth([(-36, 0, .5), (-38, -14), (-22, -30), (6, -32), (32, -22), (40, -6), (32, 0, .5)]), k)
    f.line("M36-6Q46 2 24 1H-6", k, 8)
    f.p("M-46-22l2-8q6 0 9 4q6-2 11 0q4-5 9-5l1 10q3 9-4 14q-12 6-23 0q-8-6-5-15Z", k)
    f.line("M-39-13q3 3 6 0M-27-13q3 3 6 0M-31-8q1 1 2 0", eye, 1.8)
    f.line("M4-24q12 2 16 12", eye, 1.8, ' opacity=".4"')
    f.end()


def dog_asleep(f: Drawing, x: float, y: float, face: int = 1) -> None:
    """Draw a dog in a harness, lying on the ground at y with its chin down."""
    f.g((x, y), sx=face)
    f.line("M-44-8Q-62-6-66-18", "sand2", 7)
    f.p(smooth([(-46, 0, .4), (-50, -16), (-38, -32), (-10, -34), (18, -32), (36, -18), (38, 0, .4)]), "sand2")
    f.p(cap((-30, -6), 7, (-2, -5), 5) + cap((22, -7), 6, (52, -4.5), 4.5), "sand")
    f.p(smooth([(18, -22), (30, -36), (46, -34), (56, -22), (72, -16), (73, -7), (52, -5), (30, -6)]), "sand2")
    f.p(smooth([(28, -33), (40, -34), (40, -20), (32, -10), (24, -18)]), "wood2")
    f.line("M45-21q4 3 7 0", "navy2", 2)
    f.circle((72, -13), 3.6, "navy2")
    f.line("M12-32Q18-18 12-2M-14-33L13-31", "teal", 5)
    f.end()


def dog_sits(f: Drawing, x: float, y: float, face: int = 1) -> None:
    """Draw a small dog that sits on the ground at y and looks up."""
    f.g((x, y), sx=face)
    f.line("M-20-6Q-38-10-38-26", "wood", 7)
    f.p(smooth([(-24, 0, .4), (-25, -18), (-12, -40), (4, -56), (18, -46), (17, -20), (20, 0, .4)]), "wood")
    f.p(smooth([(8, -44), (18, -44), (17, -20), (10, -12), (7, -28)]), "cream")
    f.p(cap((12, -24), 6, (14, -5), 5) + cap((-12, -8), 10, (4, -5), 5), "wood")
    f.p(smooth([(-12, -54), (-10, -72), (4, -82), (18, -78), (38, -84), (42, -75), (28, -62), (12, -52)]), "wood")
    f.p(smooth([(-6, -74), (4, -74), (0, -58), (-12, -46), (-18, -54)]), "wood2")
    f.circle((15, -71), 2.6, "navy2").circle((41, -81), 4, "navy2")
    f.line("M38-71Q30-68 24-66", "wood2", 2).line("M-3-47Q6-44 17-48", "rust", 5)
    f.end()


def tortoise(f: Drawing, x: float, y: float, face: int = 1) -> None:
    """Draw a tortoise that walks on the ground at y."""
    f.g((x, y), sx=face)
    f.p(cap((-20, -8), 6, (-26, -4), 4.5) + cap((16, -8), 6, (22, -4), 4.5), "sand2")
    f.p(cap((24, -12), 6, (40, -22), 6.4) + cap((-26, -9), 3, (-36, -5), 1.4), "sand")
    f.p(cap((-12, -8), 6, (-8, -4), 4.5) + cap((24, -8), 6, (32, -4), 4.5), "sand")
    f.p("M-32-8Q-30-38 0-39T32-8Q0-3-32-8Z", "sage2")
    f.line("M-10-10L-13-26L0-33L13-26L10-10M-13-26L-24-20M13-26L24-20", "leaf", 2.6)
    f.circle((42, -24), 1.6, "navy2")
    f.line("M41-19q3 1 4-1", "navy2", 1.6)
    f.end()


def window(f: Drawing, x: float, y: float, w: float, h: float) -> None:
    """Draw a window that looks out on a landscape in the morning."""
    f.rect(x, y, w, h, "sheet", 10)
    left, top, wide, high = x + 14, y + 14, w - 28, h - 28
    f.rect(left, top, wide, high, "sky", 4)
    b = top + high
    f.circle((left + wide * 0.73, top + high * 0.26), 25, "cream")
    f.p(f"M{xy((left, b - high * 0.22))}Q{xy((left + wide * 0.26, b - high * 0.43))} {xy((left + wide * 0.53, b - high * 0.3))}T{xy((left + wide, b - high * 0.38))}V{n(b)}H{n(left)}Z", "sage")
    f.p(f"M{xy((left, b - high * 0.1))}Q{xy((left + wide * 0.36, b - high * 0.26))} {xy((left + wide, b - high * 0.12))}V{n(b)}H{n(left)}Z", "sage2")
    f.rect(left + wide / 2 - 5, top, 10, high, "sheet")
    f.rect(left, top + high * 0.42, wide, 8, "sheet")
    f.rect(x - 12, y + h - 4, w + 24, 14, "cream2", 5)


def framed(f: Drawing, x: float, y: float, w: float = 62, h: float = 48, what: str = "hills") -> None:
    """Draw a framed picture on a wall. `what` is hills, boat, vase, moon, tree, bird or sun; use a different picture in each
    room.
    """
    ground = {"vase": "rose", "moon": "navy", "bird": "cream", "sun": "sand"}.get(what, "sky")
    f.rect(x, y, w, h, "sheet" if what != "vase" else "wood", 5)
    f.rect(x + 6, y + 6, w - 12, h - 12, ground, 2)
    s = min(w, h) / 48
    f.g((x + w / 2, y + h / 2), s=s)
    wide, low = n(w / 2 / s - 6 / s), n(h / 2 / s - 6 / s)
    if what == "hills":
        f.p(f"M-{wide} 8q13-16 26-6T{wide} 0V{low}H-{wide}Z", "sage")
    elif what == "boat":
        f.p("M-11 7H11Q9 13 6 13H-6Q-9 13-11 7Z", "rust").p("M-1-14V5H-10ZM2-9V5H9Z", "sheet")
        f.line(f"M-{wide} 14H{wide}", "sage2", 3)
    elif what == "vase":
        f.p("M-5 4H5Q9 9 5 16H-5Q-9 9-5 4Z", "teal").line("M0 4V-6M-1 3Q-3-2-7-4M1 3Q3-2 7-3", "leaf", 2)
        f.circle((0, -10), 4.6, "stop").circle((-9, -6), 4, "sand").circle((9, -5), 4, "sheet")
    elif what == "moon":
        f.circle((5, -5), 7, "cream").p(f"M-{wide} 10q10-10 20-4T{wide} 8V{low}H-{wide}Z", "navy2")
    elif what == "tree":
        f.line("M0 16V0M0 8L5 2", "wood2", 3).p("M0-15Q13-12 11-1Q6 6 0 5Q-6 6-11-1Q-13-12 0-15Z", "leaf").line(f"M-{wide} 16H{wide}", "sage", 5)
    elif what == "bird":
        f.p("M-13 2Q-6-9 5-8Q11-12 14-5L17-3L13-2Q10 8-1 8Q-8 8-13 2Z", "teal").circle((9, -5), 1.3, "sheet").line(f"M-{wide} 12Q0 8 {wide} 13M1 8V12M4 7V11", "wood2", 2)
    else:
        f.circle((0, 5), 9, "stop").p(f"M-{wide} 6H{wide}V{low}H-{wide}Z", "rust").line("M-9 10H9M-5 14H5", "sand", 2)
    f.end()


def lamp(f: Drawing, x: float, floor: float, high: float = 160) -> None:
    """Draw a floor lamp."""
    f.rect(x - 2.5, floor - high, 5, high, "wood2")
    f.p(f"M{n(x - 22)} {n(floor - high)}L{n(x - 13)} {n(floor - high - 38)}H{n(x + 13)}L{n(x + 22)} {n(floor - high)}Z", "sand")
    f.rect(x - 18, floor - 5, 36, 6, "wood2", 3)


def pillow(f: Drawing, x: float, y: float, w: float, h: float, k: str = "cream", rot: float = 0) -> None:
    """Draw a pillow.

    Args:
        x, y: the position of the middle of the pillow.
    """
    f.g((x, y), rot)
    f.p(smooth([(-w / 2, -h / 2, 0.6), (0, -h * 0.58), (w / 2, -h / 2, 0.6), (w * 0.53, 0), (w / 2, h / 2, 0.6), (0, h * 0.56), (-w / 2, h / 2, 0.6), (-w * 0.53, 0)]), k)
    f.end()


def wheelchair(f: Drawing, x: float, floor: float, u: float, face: int, part: str) -> None:
    """Draw the "back" or the "front" half of a wheelchair. The caller must draw the back half first,
    then the person, then the front half.

    Args:
        x: the x coordinate of the hip of the person in the wheelchair.
    """
    s = face
    if part == "back":
        f.line(f"M{n(x - s * 0.5 * u)} {n(floor - 3.2 * u)}L{n(x - s * 0.42 * u)} {n(floor - 1.3 * u)}H{n(x + s * 1.3 * u)}L{n(x + s * 1.56 * u)} {n(floor - 0.3 * u)}", "steel", 0.13 * u)
        f.line(f"M{n(x - s * 0.5 * u)} {n(floor - 3.2 * u)}h{n(-s * 0.3 * u)}", "steel", 0.16 * u)
        f.p(cap((x - s * .47 * u, floor - 2.86 * u), .15 * u, (x - s * .4 * u, floor - 1.6 * u), .15 * u), "sage2")
        f.p(cap((x - s * 0.42 * u, floor - 1.36 * u), 0.12 * u, (x + s * 1.2 * u, floor - 1.36 * u), 0.12 * u), "steel")
        f.p(cap((x - s * .34 * u, floor - 1.56 * u), .15 * u, (x + s * 1.14 * u, floor - 1.56 * u), .15 * u), "sage2")  # the cushion
        f.p(cap((x + s * 1.32 * u, floor - .14 * u), .06 * u, (x + s * 2.2 * u, floor - .14 * u), .06 * u), "steel")  # the footplate
        f.line(f"M{n(x + s * 1.4 * u)} {n(floor - .38 * u)}L{n(x + s * 1.5 * u)} {n(floor - .14 * u)}", "steel", .1 * u)
    else:
        f.ring((x - s * 0.1 * u, floor - u), 0.94 * u, "steel", 0.12 * u)
        f.ring((x - s * 0.1 * u, floor - u), 0.76 * u, "sage2", 0.05 * u)
        f.line(f"M{n(x - s * .1 * u)} {n(floor - 1.34 * u)}V{n(floor - u)}", "steel", .13 * u)
        f.circle((x - s * 0.1 * u, floor - u), 0.13 * u, "steel")
        f.line(f"M{n(x + s * .6 * u)} {n(floor - 1.3 * u)}H{n(x + s * 1.06 * u)}L{n(x + s * 1.4 * u)} {n(floor - .38 * u)}", "steel", .1 * u)  # the frame, which reaches down to the front wheel
        f.ring((x + s * 1.4 * u, floor - 0.2 * u), 0.17 * u, "steel", 0.09 * u)


def chair(f: Drawing, x: float, floor: float, u: float, face: int = 1, k: str = "wood", back: bool = True, seat: str = "sand2") -> None:
    """Draw a chair seen from the side. The seat is 1.72 heads high.

    Args:
        x: the x coordinate of the hip of the person on the chair.
    """
    top = floor - 1.72 * u
    for dx in (-.5, .52):
        f.rect(x + face * dx * u - .07 * u, top, .14 * u, floor - top, k + "2", .05 * u)
    if back:
        f.line(f"M{n(x - face * .56 * u)} {n(top + .1 * u)}L{n(x - face * .72 * u)} {n(top - 1.7 * u)}", k + "2", .15 * u)
        f.line(f"M{n(x - face * .66 * u)} {n(top - 1.1 * u)}L{n(x - face * .72 * u)} {n(top - 1.7 * u)}", k, .26 * u)
    f.rect(x - .66 * u, top - .02 * u, 1.32 * u, .2 * u, seat, .1 * u)


def mug(f: Drawing, x: float, y: float, k: str = "rust") -> None:
    """Draw a mug that steams, whose bottom is at y."""
    f.p(f"M{n(x)} {n(y - 20)}H{n(x + 26)}V{n(y - 5)}Q{n(x + 26)} {n(y)} {n(x + 20)} {n(y)}H{n(x + 6)}Q{n(x)} {n(y)} {n(x)} {n(y - 5)}Z", k)
    f.line(f"M{n(x + 26)} {n(y - 16)}q8 0 8 5t-8 5", k, 3)
    f.line(f"M{n(x + 9)} {n(y - 27)}q-4-6 0-12M{n(x + 18)} {n(y - 27)}q-4-6 0-12", k, 2.4)


def side_table(f: Drawing, x: float, y: float, floor: float, w: float = 60) -> None:
    """Draw a small round table."""
    f.rect(x, y, w, 7, "wood", 3)
    f.rect(x + w / 2 - 4, y + 6, 8, floor - y - 8, "wood2")
    f.rect(x + w / 2 - 18, floor - 5, 36, 6, "wood2", 3)


def room(f: Drawing, x: float, y: float, w: float, h: float, floor: float) -> None:
    """Draw the floor of a room. The top of the floor is at y = `floor`."""
    f.rect(x, floor, w, y + h - floor, "floor")
