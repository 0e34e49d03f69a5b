"""Draws people who lie on their side or their back, sit up, or sit on an edge."""

from __future__ import annotations

from collections.abc import Sequence

from evidence.model.palette import shade
from figures.bodies import Look, bare_arm
from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, lerp, limb, smooth, xy
from figures.hands import foot_up, hand
from figures.heads import head
from figures.things import pillow


def foot(x: float, y: float) -> str:
    """Return the SVG path of a foot in a sock, with the top of the foot towards the viewer.

    Args:
        x, y: the ankle.
    """
    return smooth([(x - 2, y - 10, .4), (x + 14, y - 11), (x + 28, y - 9), (x + 37, y + 1), (x + 34, y + 11), (x + 22, y + 12), (x + 8, y + 10), (x - 2, y + 9, .4)])


def on_side(f: Drawing, at: Point, look: Look, *, size: float = 1, pregnant: bool = False, eyes: str = "rest",
            under: str = "sage", between: str = "rose") -> None:
    """Draw a person lying on their side, seen from the front and a little from above. The head is on the left, on a pillow. At
    size 1, the person is 410 units long.

    The hips and knees bend towards the viewer. The arm on top lies over a second pillow, and a third pillow reaches from the
    knees to the feet.

    Args:
        at: the left end of the pillow under the head, on the surface. The knees and arms are nearer to the viewer, so they reach
            as far as 30 units below that point.
        under: the colour of the pillow under the head.
        between: the colour of the pillow between the knees.
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
    f.p(foot(391, 13), shade(socks))
    f.p(smooth([(230, -30, .4), (290, -2), (330, 8), (394, 5, .2), (394, 25, .2), (364, 28), (340, 33), (318, 33), (280, 21),
        (226, 4, .4)]), legs2)
    # the pillow that reaches from between the knees to the feet
    pillow(f, 346, -7, 118, 38, between)
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
    f.p("M0-8Q28-21 60-19Q82-20 96-10Q60-1 0-8Z", under)  # the pillow, into which the head sinks
    # the leg on top, with the knee towards the viewer
    f.p(foot(386, -40), socks)
    if size > .6:
        f.line("M392-48Q399-40 395-30", shade(socks), 3)
    f.p(smooth([(240, -77 * w ** .8, .4), (262, -77 * w ** .7), (294, -67 * lw), (318, -55 * lw, .8), (340, -54 * lw),
        (366, -53), (391, -50, .2), (391, -29, .2), (368, -22), (350, -10), (337, 0, .8), (320, 2), (302, 1), (278, 3),
        (246, 2, .4)]), look.bottoms)
    if size > .6:
        f.line("M322-52Q314-46 313-38M276-24Q264-16 258 -2", legs2, 3)
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


def heel_and_toes(f: Drawing, at: Point, u: float, rot: float, k: str) -> None:
    """Draw the bare foot of somebody on their back, its heel on the surface, seen from the side. `at` is the ankle."""
    f.g(at, rot, u * .0088)
    f.p(smooth([(-30, -12, .4), (-14, -26), (-4, -42), (1, -58), (2, -72), (3, -84), (8, -92, 1.2), (15, -93), (19, -88), (25, -78), (29, -64), (26, -48), (20, -32), (19, -14), (25, 0), (30, 14), (27, 27), (14, 33), (-2, 29), (-16, 20), (-30, 14, .4)]), k)
    f.line("M9-92Q14-88 12-81M17-90Q20-84 18-79M2-2q7-3 10 4", "l", 2.6, ' opacity=".7"')
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
        leg = [(3.0, 1.2, .4), (3.6, 1.16), (4.1, 1.32), (4.6, 1.56), (4.98, 1.72), (5.26, 1.72, .8), (5.46, 1.52), (5.76, 1.14), (6.12, .72), (6.46, .38, .2), (6.2, .12, .2), (5.92, .36), (5.58, .66), (5.32, .94), (5.12, 1.06, .8), (4.84, .92), (4.56, .6), (4.34, .22), (4.06, .01), (3.6, -.04), (3.0, .05, .4)]
        far, ankle, sole = (.14, .07), (6.35, .26), 20
    else:
        leg = [(3.0, 1.06, .4), (3.6, .96), (4.2, .9), (4.8, .78), (5.2, .72), (5.5, .67, .8), (5.9, .58), (6.4, .5), (6.92, .44, .2), (6.92, .07, .2), (6.4, -.01), (6.0, -.03), (5.6, .06), (5.2, .1), (4.8, .03), (4.3, -.02), (3.8, -.05), (3.0, .02, .4)]
        far, ankle, sole = (.06, .07), (7.04, .24), 0
    for k, dx, dy in ((look.shade(look.bottoms), *far), (look.bottoms, 0, 0)):
        if bent:
            away = .38 if dx else 0  # the far foot lies further out, so that one sees two
            heel_and_toes(f, to((ankle[0] + away, ankle[1])), u, sole + 36 * away, "d" if dx else "s")
            f.p(path([(x + away * max(0, x - 5.2) / 1.2, y, *r) for x, y, *r in leg] if dx else leg, 0, dy), k)
        else:
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
        f.p(smooth([to((x + dx, y + dy, *r)) for x, y, *r in ((3.2, 1.26, .4), (3.62, 1.2), (3.94, 1.38), (4.38, 2.06), (4.64, 2.38, .8), (4.94, 2.42), (5.5, 2.32), (6.28, 2.2, .2), (6.28, 1.82, .2), (5.6, 1.74), (5.24, 1.76), (4.98, 1.7, .7),
                                                              (4.76, 1.24), (4.54, .84), (4.46, .48), (4.26, .12), (3.8, 0), (3.1, 0, .4))]), k)

    one_leg(.12, .02, legs2)
    f.p(cap(to((1.24, .44)), .34 * u, to((.78, .46)), .26 * u), "s")
    f.p(cap(to((1.12, .5)), .26 * u, to((.94, .52)), .25 * u), "d")
    one_leg(0, 0, look.bottoms)
    f.p(smooth([to(p) for p in ((1.14, .84, .4), (1.4, 1.0), (1.8, 1.14), (2.2, 1.18), (2.6, 1.36), (3.0, 1.42), (3.36, 1.32, .5), (3.42, .7), (3.3, 0, .3), (2.7, .04), (2.1, -.02), (1.6, 0), (1.26, .06), (1.1, .2, .4))]), look.top)
    head(f, to((.5, .53)), u * 1.08, -86, 1, "side", look.hair, "rest", "smile", **look.face)
    # the arm along the side: the sleeve, the elbow on the bed, the forearm that tapers to the wrist
    hand(f, to((3.86, .17)), u, 4, 1, "side", .82)
    f.p(smooth([to(p) for p in ((2.0, .8, .4), (2.4, .66), (2.74, .54), (3.0, .53), (3.4, .42), (3.94, .29, .4), (3.94, .05, .4), (3.4, .01), (3.0, -.02), (2.74, .02), (2.4, .1), (2.0, .16, .4))]), "s")
    f.p(smooth([to(p) for p in ((1.34, .6), (1.44, .86), (1.7, .9), (2.1, .83), (2.44, .72, .2), (2.36, .04, .2), (1.9, .1), (1.5, .2))]), look.top)
    f.line(f"M{xy(to((1.78, .86)))}Q{xy(to((2.1, .84)))} {xy(to((2.44, .72)))}L{xy(to((2.36, .06)))}", top2, .06 * u)
    f.end()


def _over_edge(f: Drawing, at: Point, u: float, look: Look, drop: float, lift: float = .05) -> None:
    """Draw the legs of a person who sits on an edge, turned a little to the right. The far hip is `lift` heads higher."""
    k2, a = shade(look.shoes), .12 - drop
    for dx, dy, k, sock in ((.84, lift, look.shade(look.bottoms), k2), (0, 0, look.bottoms, look.shoes)):
        def path(*nodes: Node, dx: float = dx, dy: float = dy) -> str:
            return smooth([(at[0] + (x + dx) * u, at[1] - (y + max(0, min(dy, dy * (y + .2)))) * u, *r) for x, y, *r in nodes])

        # the foot points to us and a little to the right, below its knee
        f.p(path((.08, a + .16, .4), (.05, a - .06), (.06, a - .24, .7), (.22, a - .33), (.46, a - .41), (.66, a - .42),
            (.76, a - .34, .8), (.72, a - .2), (.5, a - .1), (.42, a + .16, .4)), sock)
        f.p(path((-.6, .84, .4), (-.66, .42), (-.54, .1), (-.28, -.08), (-.05, -.26, .8), (-.07, -.6), (-.02, -1.0),
            (.05, a, .2), (.45, a, .2), (.48, -1.0), (.53, -.6), (.58, -.24), (.59, .06, .8), (.46, .32), (.2, .6),
            (-.05, .9, .4)), k)


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
    f.p(path([(-.6, .9, .4), (-.66, .4), (-.52, .04, .7), (0, -.04), (.6, -.02), (.84, .24), (.8, .9, .4)]), legs2)
    _over_edge(f, at, u, look, drop)
    f.p(cap(to((-.06, 2.7)), .27 * u, to((-.04, 3.3)), .23 * u), "d")  # the neck
    f.p(path([(-.3, 2.86, .3), (-.5, 2.78), (-.74, 2.64), (-.8, 2.3), (-.68, 1.8), (-.62 * w, 1.3), (-.61 * w, .9),
        (-.62 * w, .58, .3), (.08, .5), (.8, .7, .3), (.8 * w, 1.0), (.72, 1.5), (.68, 2.0), (.66, 2.5), (.56, 2.7),
        (.34, 2.78), (.2, 2.88, .3)]), look.top)
    f.line(path([(-.3, 2.86), (-.04, 2.6), (.2, 2.88)], False), top2, .1 * u)
    f.line(path([(-.6, .66), (-.4, .84), (-.2, .8)], False) + path([(.76, .84), (.58, .98), (.4, .94)], False), top2, .05 * u)
    # each arm is one outline: the shoulder, the elbow, and the cuff; the hand comes out of it
    for wr, fore, turn, flip, kind, arm in (((-1.62, .17), (-1.52, .5), 178, -1, "side", [(-.42, 2.82, .4), (-.8, 2.68), (-1.04, 2.44), (-1.17, 2.1), (-1.33, 1.62), (-1.5, 1.16), (-1.62, .8), (-1.7, .46, .3), (-1.39, .36, .3), (-1.24, .76), (-1.1, 1.1), (-.86, 1.54), (-.66, 1.88), (-.5, 2.3, .4)]),
                                            ((1.05, .5), (1.04, .76), 92, -1, "flat", [(.3, 2.82, .4), (.64, 2.7), (.86, 2.46),
            (.96, 2.1), (1.08, 1.68), (1.16, 1.36, .8), (1.18, 1.06), (1.2, .68, .3), (.88, .66, .3), (.84, .96), (.78, 1.24),
            (.66, 1.56), (.5, 2.0), (.36, 2.4, .4)])):
        f.p(cap(to(fore), .15 * u, to(wr), .11 * u), "s")
        hand(f, to(wr), u, turn, flip, kind, .88)
        f.p(path(arm), look.top)
    f.line(path([(-.54, 2.16), (-.66, 1.88), (-.84, 1.58)], False) + path([(.48, 2.08), (.66, 1.56), (.78, 1.24), (.84, .96),
        (.87, .69)], False), top2, .05 * u)
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
    long, _lw = look.sleeves > 1, look.limbs

    def path(points: Sequence[Node], closed: bool = True) -> str:
        return smooth([(at[0] + x * u, at[1] - y * u, *r) for x, y, *r in points], closed)

    f.skin(look.skin, look.hair_colour)
    # the arm that the person leans on: the shoulder, the elbow below it, and the forearm flat on the bed
    hand(f, to((-2.4, .13)), u, 178, -1, "side", .88)
    f.p(path([(-1.8, 1.2, .4), (-1.83, .8), (-1.86, .52, .7), (-2.0, .43), (-2.2, .34), (-2.46, .25, .4), (-2.46, .03, .4), (-2.0, -.02), (-1.6, -.02), (-1.42, .05), (-1.35, .26), (-1.34, .7), (-1.3, 1.2, .4)]), "s")
    f.p(path([(-1.2, 2.2, .4), (-1.62, 2.1), (-1.85, 1.84), (-1.92, 1.4), (-1.9, .9), (-1.92, .56, .8), (-2.04, .43), (-2.28, .34, .3), (-2.28, .0, .3), (-1.9, -.04), (-1.6, -.04), (-1.36, .04), (-1.27, .28), (-1.26, .7), (-1.2, 1.2), (-1.0, 1.6, .4)] if long else
             [(-1.2, 2.2, .4), (-1.62, 2.1), (-1.85, 1.84), (-1.92, 1.5), (-1.9, 1.0, .2), (-1.28, .96, .2), (-1.22, 1.3), (-1.0, 1.6, .4)]), look.top)
    # the hips: the far one is higher, as the trunk leans; both thighs come forward from them
    f.p(path([(-.4, .5, .4), (-.54, .14), (-.4, -.04, .7), (.3, -.06), (1.2, -.04), (1.38, .28), (1.29, .6 * w),
        (1.06, .92 * w), (.78, 1.14 * w), (.4, 1.2, .4)]), legs2)
    _over_edge(f, at, u, look, drop, .22)
    f.p(path([(-.5, .4, .4), (-.4, .02, .7), (.3, .1), (.52, .3), (.62, .6), (.64, 1.1 * w, .3), (.3, 1.2, .4)]), look.bottoms)
    # the neck, and the trunk, which bends sideways
    f.p(path([(-1.4, 2.1, .4), (-1.46, 2.44), (-1.54, 2.8, .3), (-1.14, 2.86, .3), (-1.0, 2.6), (-.76, 2.4, .4), (-1.1, 1.9)]), "d")
    f.p(path([(-1.38, 2.14, .4), (-1.6, 2.04), (-1.62, 1.7), (-1.3, 1.4), (-1.12, 1.1), (-.96 * w, .76), (-.82 * w, .4), (-.58, .06, .3), (.1, .4), (.5, .76), (.84, 1.2 * w, .3), (.54, 1.4 * w), (.26, 1.58 * w), (.1, 1.86), (.04, 2.2), (-.16, 2.46), (-.46, 2.54), (-.84, 2.46, .4), (-1.14, 2.28)]), look.top)
    f.line(f"M{xy(to((-1.4, 2.13)))}Q{xy(to((-1.02, 2.02)))} {xy(to((-.82, 2.46)))}", top2, .1 * u)
    f.line(path([(-1.24, 1.26), (-1.2, 1.46), (-1.24, 1.7)], False), top2, .05 * u)
    # the other arm, with the palm on the bed
    hand(f, to((-.5, .2)), u, 177, -1, "side", .88)
    f.p(path([(-.2, 1.6, .4), (.24, 1.6, .4), (.36, 1.24), (.38, 1.0, .8), (.26, .76), (.0, .48), (-.36, .14), (-.5, .06, .4), (-.62, .26, .4), (-.34, .54), (-.14, .8), (-.06, 1.02, .7), (-.12, 1.3)]), "s")
    if long:
        f.p(path([(-.64, 2.42, .4), (-.28, 2.54), (.04, 2.38), (.18, 2.06), (.36, 1.54), (.46, 1.08, .8), (.34, .78), (.1, .52), (-.2, .28, .3), (-.46, .5, .3), (-.24, .78), (-.12, 1.04, .7), (-.22, 1.4), (-.4, 1.8), (-.5, 2.0, .4)]), look.top)
        f.line(path([(-.46, 1.92), (-.3, 1.58), (-.14, 1.08, .7), (-.24, .78), (-.42, .54)], False) + path([(.4, 1.34), (.45, 1.08, .8), (.34, .78), (.1, .52), (-.16, .31)], False), top2, .05 * u)
    else:
        f.p(path([(-.64, 2.42, .4), (-.28, 2.54), (.04, 2.38), (.18, 2.06), (.34, 1.46, .2), (-.28, 1.32, .2), (-.42, 1.7), (-.5, 2.0, .4)]), look.top)
        f.line(path([(-.48, 1.92), (-.4, 1.66), (-.28, 1.33, 0), (.33, 1.46)], False), top2, .05 * u)
    head(f, to((-1.44, 2.98)), u * 1.08, -22, 1, "front", look.hair, "open", "smile", **look.face)
    f.end()
