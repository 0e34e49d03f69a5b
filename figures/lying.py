"""Draws people who lie on their side or their back, sit up, or sit on an edge."""

from __future__ import annotations

from collections.abc import Sequence

from evidence.model.palette import shade
from figures.bodies import Look, bare_arm
from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, lerp, limb, smooth, xy
from figures.hands import foot_up, front_foot, hand
from figures.heads import head
from figures.things import pillow


def foot(x: float, y: float) -> str:
    """Return the SVG path of a foot in a sock, with the top of the foot towards the viewer.

    Args:
        x, y: the ankle.
    """
    return smooth([(x - 2, y - 10, .4), (x + 14, y - 11), (x + 28, y - 9), (x + 37, y + 1), (x + 34, y + 11), (x + 22, y + 12), (x + 8, y + 10), (x - 2, y + 9, .4)])


def on_side(f: Drawing, at: Point, look: Look, *, size: float = 1, pregnant: bool = False, eyes: str = "rest",
            under: str = "sage") -> None:
    """Draw a person lying on their side, seen from the front and a little from above. The head is on the left, on a pillow. At
    size 1, the person is 410 units long.

    The hips and knees bend towards the viewer. The arm on top lies over a second pillow, and a third pillow reaches from the
    knees to the feet.

    Args:
        at: the left end of the pillow under the head, on the surface. The knees and arms are nearer to the viewer, so they reach
            as far as 30 units below that point.
        under: the colour of the pillow under the head.
    """
    u = 52
    top2, legs2 = look.shade(look.top), look.shade(look.bottoms)
    socks = "sand" if look.shoes == "shoe" else look.shoes
    long = look.sleeves > 1
    f.g(at, s=size)
    pillow(f, 56, -11, 118, 40, under)
    f.skin(look.skin, look.hair_colour)
    if look.hair == "long":
        f.p(smooth([(50, -78), (88, -74), (108, -58), (112, -30), (96, -10), (66, -12), (42, -22)]), "h")
    if look.hair == "scarf":
        f.p(smooth([(70, -76), (100, -76), (126, -62), (130, -34), (104, -18), (66, -18)]), look.face.get("scarf", "teal"))
    w = look.wide
    lw = max(1, w) ** .6
    # the leg underneath and its foot, in shadow
    f.p(foot(388, 11), shade(socks))
    f.p(smooth([(230, -30, .4), (290, -8), (330, 0), (391, 3, .2), (391, 21, .2), (330, 25), (280, 18), (226, 4, .4)]), legs2)
    # the pillow that reaches from between the knees to the feet
    f.g((344, -8), -3)
    pillow(f, 0, 0, 126, 27, "cream")
    if size > .6:
        f.line("M-40 4Q4 9 50 3", "cream2", 2.5)
    f.end()
    # the arm underneath, with the hand beside the pillow
    el, wr = (136, 0), (82, 7)
    f.p(cap(el, 11 * lw, wr, 6.6, 1, 1), "d")
    hand(f, wr, u, 180, 1, "side", .76, "d")
    if long:
        f.p(cap(el, 13 * lw, lerp(el, wr, .74), 9.5, flat=True), top2)
    # the shoulder underneath, pushed forwards below the chin
    f.p(smooth([(100, -34), (140, -24), (140, 8), (106, 6), (95, -10)]), top2)
    # the neck, in line with the spine
    if look.hair != "scarf":
        f.p(smooth([(76, -58, .6), (96, -57), (110, -64), (124, -72), (124, -20), (108, -26), (96, -34), (76, -34, .6)]), "s")
        f.p("M86-56Q97-46 88-34L78-36V-56Z", "d")  # the shadow under the jaw
    head(f, (63, -45), u * 1.08, -84, 1, "front", look.hair, eyes, "smile", turn=-2, **look.face)
    # the leg on top, with the knee towards the viewer
    f.p(foot(386, -35), socks)
    if size > .6:
        f.line("M392-43Q399-35 395-25", shade(socks), 3)
    f.p(smooth([(240, -77 * w ** .8, .4), (262, -77 * w ** .7), (294, -63 * lw), (322, -48 * lw, .8), (346, -49 * lw), (370, -47), (391, -46, .2), (391, -24, .2), (362, -19), (341, -9), (325, 3 * lw), (306, 5 * lw, .8), (284, -1), (246, 2, .4)]), look.bottoms)
    if size > .6:
        f.line("M314-33Q320-27 321-20M276-24Q264-16 258 -2", legs2, 3)
    # the trunk, in a shirt that ends at the hip
    f.p(smooth([(104, -60, .5), (116, -74), (134, -84 * w ** .3), (162, -79 * w ** .8), (194, -69 * w), (222, -75 * w), (246, -81 * w ** .8, .7), (257, -64), (262, -36), (256, -10), (244, 5, .6), (190, 7), (130, 6), (107, -2), (102, -16, .6), (108, -40)]), look.top)
    if size > .6:
        f.line("M238-2Q232 2 224 1M246-70Q236-60 238-48", top2, 3)
    if pregnant:
        f.p(smooth([(186, -46, .6), (206, -58), (238, -46), (253, -16), (240, 13), (212, 19), (190, 8, .6)]), look.top)
        f.line("M212-57Q246-50 251-18Q250 8 230 16", top2, 3)
    if look.hair != "scarf":
        f.line("M105-60Q121-44 103-18", top2, 4)  # the neckline
    # the arm on top, over a pillow
    pillow(f, 166, -10, 80, 46, "cream")
    sh, el, wr = (137, -62), (200, -40), (154, -13)
    bare_arm(f, sh, el, wr, u, "s", lw)
    hand(f, wr, u, 158, *((-1, "hang") if size > .6 else (1, "side")), .76)
    f.p(cap(sh, 18 * lw, lerp(sh, el, .6), 15 * lw, 1, 1, flat=True) if not long else limb(sh, 18 * lw, el, 12.6 * lw, lerp(el, wr, .72), 9.6, flat=True), look.top)
    f.line("M144-41Q158-38 168-36L180-67" if not long else "M122-46Q148-40 180-30M154-78Q184-66 203-55Q217-45 209-33L182-17", top2, 3)
    f.end()
    f.end()


def supine(f: Drawing, at: Point, u: float, look: Look, *, bent: bool) -> None:
    """Draw a large person lying on their back, with the feet to the right and the near arm beside the body.

    Args:
        at: the point on the surface at the top of the head.
        bent: whether the knees are bent over a thick pillow. If False, the legs lie flat.
    """
    def path(points: Sequence[Sequence[float]], dx: float = 0, dy: float = 0, closed: bool = True) -> str:
        return smooth([(at[0] + (x + dx) * u, at[1] - (y + dy) * u, *r) for x, y, *r in points], closed)

    def to(p: Point) -> Point:
        return (at[0] + p[0] * u, at[1] - p[1] * u)

    top2 = look.shade(look.top)
    f.skin(look.skin, look.hair_colour)
    if bent:
        leg = [(3.0, 1.2, .4), (3.6, 1.16), (4.1, 1.32), (4.6, 1.56), (4.98, 1.72), (5.26, 1.72, .8), (5.46, 1.52), (5.8, 1.14), (6.2, .72), (6.58, .36, .2), (6.32, .1, .2), (5.98, .34), (5.6, .66), (5.32, .94), (5.12, 1.06, .8), (4.84, .92), (4.56, .6), (4.34, .22), (4.06, .01), (3.6, -.04), (3.0, .05, .4)]
        far, ankle, sole = (.14, .07), (6.6, .27), 4
    else:
        leg = [(3.0, 1.06, .4), (3.6, .96), (4.2, .9), (4.8, .78), (5.2, .72), (5.5, .67, .8), (5.9, .58), (6.4, .5), (6.92, .44, .2), (6.92, .07, .2), (6.4, -.01), (6.0, -.03), (5.6, .06), (5.2, .1), (4.8, .03), (4.3, -.02), (3.8, -.05), (3.0, .02, .4)]
        far, ankle, sole = (.06, .07), (7.04, .24), 0
    for k, dx, dy in ((look.shade(look.bottoms), *far), (look.bottoms, 0, 0)):
        foot_up(f, to((ankle[0] + dx, ankle[1] + dy * .6)), u, sole, look.shoes)
        f.p(path(leg, dx, dy), k)
    f.p(cap(to((1.28, .58)), .28 * u, to((.76, .5)), .23 * u), "d")
    # the trunk, with the back on the surface
    f.p(path([(1.14, .84, .4), (1.4, 1.02), (1.72, 1.16 + look.chest * .5), (2.08, 1.2 + look.chest * .5), (2.44, 1.17), (2.8, 1.22 + look.belly * .4), (3.14, 1.22 + look.belly * .4), (3.44, 1.1, .3), (3.52, .6), (3.48, .02, .3), (3.1, .06), (2.7, .1), (2.2, .04), (1.6, .02), (1.26, .1), (1.1, .4, .5)]), look.top)
    head(f, to((.5, .52)), u * 1.06, -86, 1, "side", look.hair, "rest", "smile", **look.face)
    # the near arm, with the elbow on the surface
    hand(f, to((3.92, .2)), u, 3, 1, "side", .8)
    upper, lower = [(1.5, .9, .6), (1.74, .86), (2.1, .74), (2.5, .62), (2.8, .55), (3.1, .52), (3.5, .42), (3.96, .3, .3)], [(3.96, .08, .3), (3.5, .04), (3.0, .0), (2.7, .02), (2.4, .12), (1.9, .26), (1.56, .38), (1.36, .62)]
    f.p(path([*upper, *lower]), "s")
    if look.sleeves > 1:
        cloth = [(1.5, .94, .6), (1.74, .9), (2.1, .78), (2.5, .66), (2.8, .6), (3.1, .56), (3.66, .43, .2), (3.62, .0, .2), (3.0, -.03), (2.7, -.01), (2.4, .08), (1.9, .22), (1.54, .34), (1.32, .62)]
    else:
        cloth = [(1.5, .94, .6), (1.74, .92), (2.3, .76, .2), (2.22, .1, .2), (1.9, .2), (1.54, .34), (1.32, .62)]
    f.p(path(cloth), look.top)
    if look.sleeves > 1:
        f.line(path([(1.86, .88), (2.1, .79), (2.5, .67), (2.8, .61), (3.1, .57), (3.64, .44, .2), (3.61, .02)], closed=False) + path([(1.8, .25), (2.1, .16), (2.4, .09)], closed=False), top2, .06 * u)
    else:
        f.line(path([(1.8, .91), (2.29, .77, .2), (2.21, .14)], closed=False), top2, .06 * u)
    f.end()


def legs_up(f: Drawing, at: Point, u: float, look: Look) -> None:
    """Draw a large person lying on their back, with the calves on a seat 1.7 heads high. `at` is the point on the surface at the
    top of the head.
    """
    def to(p: Sequence[float]) -> Node:
        return (at[0] + p[0] * u, at[1] - p[1] * u, *p[2:])

    top2, legs2 = look.shade(look.top), look.shade(look.bottoms)
    f.skin(look.skin, look.hair_colour)

    def one_leg(dx: float, dy: float, k: str) -> None:
        foot_up(f, to((6.36 + dx, 2.0 + dy)), u, 6, shade(look.shoes) if dx else look.shoes)
        f.p(smooth([to((x + dx, y + dy, *r)) for x, y, *r in ((3.2, 1.26, .4), (3.74, 1.14), (4.06, 1.54), (4.4, 2.12), (4.64, 2.38, .8), (4.94, 2.42), (5.5, 2.32), (6.28, 2.2, .2), (6.28, 1.82, .2), (5.6, 1.74), (5.24, 1.76), (4.98, 1.7, .7),
                                                              (4.7, 1.2), (4.36, .72, .6), (4.38, .4), (4.2, .06), (3.1, 0, .4))]), k)

    one_leg(.12, .05, legs2)
    f.p(cap(to((1.24, .44)), .34 * u, to((.78, .46)), .26 * u), "s")
    f.p(cap(to((1.12, .5)), .26 * u, to((.94, .52)), .25 * u), "d")
    one_leg(0, 0, look.bottoms)
    f.p(smooth([to(p) for p in ((1.14, .84, .4), (1.4, 1.0), (1.8, 1.14), (2.2, 1.18), (2.6, 1.36), (3.0, 1.42), (3.36, 1.32, .5), (3.42, .7), (3.3, 0, .3), (2.7, .04), (2.1, -.02), (1.6, 0), (1.26, .06), (1.1, .2, .4))]), look.top)
    f.line(f"M{xy(to((4.36, .72)))}Q{xy(to((4.1, .5)))} {xy(to((3.9, .6)))}", legs2, .05 * u)  # below the buttock
    head(f, to((.5, .53)), u * 1.08, -86, 1, "side", look.hair, "rest", "smile", **look.face)
    sh, el, wr = to((1.6, .5)), to((2.84, .25)), to((3.9, .17))
    bare_arm(f, sh, el, wr, u, "s", 1.12)
    hand(f, wr, u, 4, 1, "side", .82)
    f.p(cap(sh, .34 * u, lerp(sh, el, .6), .27 * u, flat=True), look.top)
    f.line(f"M{xy(to((1.78, .86)))}Q{xy(to((2.06, .74)))} {xy(to((2.36, .64)))}M{xy(to((1.5, .2)))}L{xy(to((2.24, .08)))}", top2, .06 * u)
    f.end()


def _over_edge(f: Drawing, at: Point, u: float, look: Look, drop: float, high: float = 1.1) -> None:
    """Draw the legs of a person who sits on an edge and is turned a little to the right. `high` is the height at which the thighs
    begin.
    """
    w = look.wide ** .5
    for dx, dy, k in ((.3, .1, look.shade(look.bottoms)), (0, 0, look.bottoms)):
        front_foot(f, (at[0] + (1.34 + dx) * u, at[1] - (.1 + dy - drop) * u), 1.14 * u, 1, look.shoes)
        f.p(smooth([(at[0] + (x + dx) * u, at[1] - (y + dy) * u, *r) for x, y, *r in ((.3, high * w, .4), (.9, .86 * w), (1.36, .6 * w ** .5), (1.66, .3), (1.7, -.06), (1.62, -.5), (1.55, .2 - drop, .2), (1.13, .2 - drop, .2), (1.1, -.6), (1.06, -.2), (.9, -.07), (.3, -.05, .4))]), k)


def on_edge(f: Drawing, at: Point, u: float, look: Look, *, drop: float = 1.66) -> None:
    """Draw a person in long sleeves who sits on an edge and faces the viewer. One palm is flat on the surface to the left, and
    the other hand rests on the thigh.

    Args:
        at: the point on the edge below the person's buttocks.
        drop: how far the ankles are below `at`, in heads.
    """
    def to(p: Sequence[float]) -> Node:
        return (at[0] + p[0] * u, at[1] - p[1] * u, *p[2:])

    def path(points: Sequence[Sequence[float]], closed: bool = True) -> str:
        return smooth([to(p) for p in points], closed)

    w, top2, legs2 = look.wide ** .5, look.shade(look.top), look.shade(look.bottoms)
    f.skin(look.skin, look.hair_colour)
    _over_edge(f, at, u, look, drop, .84)
    f.p(path([(-.4, .9, .4), (-.44, .4), (-.3, .08, .7), (.2, -.04), (.9, -.06), (1.1, .3), (1.06, .8), (.7, .96, .4)]), look.bottoms)
    f.line(path([(.98, .72), (.86, .56), (.62, .48)], False), legs2, .06 * u)
    f.p(cap(to((-.06, 2.7)), .27 * u, to((-.04, 3.3)), .23 * u), "d")  # the neck
    f.p(path([(-.3, 2.86, .3), (-.5, 2.78), (-.8, 2.64), (-.98, 2.42), (-.9, 2.1), (-.7, 1.8), (-.62 * w, 1.3), (-.6 * w, .8), (-.56 * w, .4, .3), (.1, .3), (.88, .62, .3), (.84 * w, 1.0), (.72, 1.5), (.72, 2.0), (.78, 2.4), (.56, 2.68), (.34, 2.78), (.2, 2.88, .3)]), look.top)
    f.line(path([(-.3, 2.86), (-.04, 2.6), (.2, 2.88)], False), top2, .1 * u)
    f.line(path([(-.56, .46), (-.36, .66), (-.16, .62)], False) + path([(.82, .76), (.62, .9), (.44, .86)], False), top2, .05 * u)
    for (sh, el, wr), turn, flip, kind in (((to((-.74, 2.36)), to((-1.3, 1.14)), to((-1.62, .17))), 178, -1, "side"), ((to((.58, 2.38)), to((.86, 1.12)), to((1.2, .52))), 52, 1, "flat")):
        bare_arm(f, sh, el, wr, u, "s", look.limbs)
        hand(f, wr, u, turn, flip, kind, .8)
        f.p(limb(sh, .29 * u, el, .2 * u, lerp(el, wr, .74), .165 * u, lower=(.02 * u, .02 * u), flat=True), look.top)
    f.line(path([(-.58, 2.1), (-.66, 1.86), (-.84, 1.6)], False) + path([(.34, 2.1), (.5, 1.6), (.66, 1.1, .7), (.9, .66)], False), top2, .05 * u)
    head(f, to((-.06, 3.42)), u * 1.1, -3, 1, "front", look.hair, "open", "smile", **look.face)
    f.end()


def rising(f: Drawing, at: Point, u: float, look: Look, *, drop: float = 1.5) -> None:
    """Draw a person at the edge of a bed, halfway between lying on their side and sitting. The person faces the viewer, with the
    head to the left.

    One forearm lies flat on the bed, and the other palm presses on the bed. The knees bend over the edge, and the shins hang
    down.

    Args:
        at: the point on the edge of the bed below the person's buttocks.
        drop: how far the ankles are below `at`, in heads.
    """
    def to(p: Point) -> Point:
        return (at[0] + p[0] * u, at[1] - p[1] * u)

    w, top2, legs2 = look.wide ** .5, look.shade(look.top), look.shade(look.bottoms)
    long, lw = look.sleeves > 1, look.limbs

    def path(points: Sequence[Node], closed: bool = True) -> str:
        return smooth([(at[0] + x * u, at[1] - y * u, *r) for x, y, *r in points], closed)

    f.skin(look.skin, look.hair_colour)
    # the arm that the person leans on, with the forearm flat on the bed
    sh, el, wr = to((-1.4, 1.5)), to((-1.46, .24)), to((-2.2, .13))
    bare_arm(f, sh, el, wr, u, "s", lw)
    hand(f, wr, u, 178, -1, "side", .8)
    f.p(path([(-1.04, 1.5, .4), (-1.14, 1.0), (-1.2, .5), (-1.22, .2), (-1.3, .03, .8), (-1.5, 0), (-1.8, 0), (-2.04, .01, .3), (-2.06, .27, .3), (-1.86, .36), (-1.74, .52, .8), (-1.74, .9), (-1.76, 1.3), (-1.72, 1.7, .4)]) if long else cap(sh, .31 * lw * u, lerp(sh, el, .62), .245 * lw * u, flat=True), top2)
    _over_edge(f, at, u, look, drop)
    # the buttocks and the hip
    f.p(path([(-.3, .9, .4), (-.34, .44), (-.16, .1, .7), (.3, -.04), (.9, -.06), (1.1, .3), (1.06, .86 * w), (.8, 1.16 * w), (.44, 1.28 * w), (.1, 1.2, .4)]), look.bottoms)
    f.line(f"M{xy(to((1.06, .82)))}Q{xy(to((.92, .6)))} {xy(to((.72, .52)))}", legs2, .06 * u)
    # the neck, and the trunk, which bends sideways
    f.p(path([(-1.4, 2.1, .4), (-1.46, 2.44), (-1.54, 2.8, .3), (-1.14, 2.86, .3), (-1.0, 2.6), (-.76, 2.4, .4), (-1.1, 1.9)]), "d")
    f.p(path([(-1.38, 2.14, .4), (-1.6, 2.02), (-1.74, 1.78), (-1.72, 1.44, .5), (-1.16, 1.2), (-.92, .86), (-.66, .56 / w), (-.36, .2 / w, .3), (.2, .56), (.72, 1.2 * w, .3), (.46, 1.34 * w), (.22, 1.5 * w), (.08, 1.82), (.04, 2.2), (-.16, 2.44), (-.46, 2.52), (-.84, 2.46, .4), (-1.14, 2.28)]), look.top)
    f.line(f"M{xy(to((-1.4, 2.13)))}Q{xy(to((-1.02, 2.02)))} {xy(to((-.82, 2.46)))}", top2, .1 * u)
    f.line(f"M{xy(to((-.64, .58)))}Q{xy(to((-.46, .76)))} {xy(to((-.26, .76)))}M{xy(to((-1.3, 1.2)))}Q{xy(to((-1.22, 1.36)))} {xy(to((-1.26, 1.56)))}", top2, .05 * u)
    # the other arm, with the palm on the bed
    sh, el, wr = to((-.26, 2.18)), to((.2, 1.06)), to((-.42, .23))
    bare_arm(f, sh, el, wr, u, "s", lw)
    hand(f, wr, u, 176, -1, "side", .8)
    f.p(limb(sh, .3 * lw * u, el, .21 * lw * u, lerp(el, wr, .72), .165 * u, flat=True) if long else cap(sh, .3 * lw * u, lerp(sh, el, .64), .245 * lw * u, flat=True), look.top)
    f.line(path([(-.48, 1.92), (-.34, 1.6), (-.08, 1.08, .6), (-.36, .6)] if long else [(-.54, 1.94), (-.46, 1.72), (-.28, 1.36, 0), (.26, 1.48, .2), (.22, 1.7)], False), top2, .05 * u)
    if long:
        f.line(path([(.2, 1.7), (.34, 1.3), (.38, .98, .8), (.16, .62)], False), top2, .05 * u)
    head(f, to((-1.44, 2.98)), u * 1.08, -22, 1, "front", look.hair, "open", "smile", **look.face)
    f.end()
