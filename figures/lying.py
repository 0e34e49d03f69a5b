"""Draws people who lie on their side or their back, sit up, or sit on an edge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from evidence.model.palette import shade
from figures.bodies import Look
from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, lerp, smooth, xy
from figures.hands import BACK, CLOSE, PLAIN, THUMB, Finger, back_of_hand, digits, foot_up, hand
from figures.heads import head
from figures.things import pillow


def foot(x: float, y: float) -> str:
    """Return the SVG path of a foot in a sock, with the top of the foot towards the viewer.

    Args:
        x, y: the ankle.
    """
    return smooth([(x - 2, y - 11, .4), (x + 10, y - 12.6), (x + 19, y - 11.6, .9), (x + 24, y - 3), (x + 28.6, y + 8), (x + 32, y + 18),
        (x + 29, y + 25, .9), (x + 20, y + 24), (x + 12, y + 15), (x + 6, y + 10.6), (x - 2, y + 10, .4)])


def palm_down(f: Drawing, at: Point, u: float, rot: float, thumb: int, *, size: float = .8, tone: str = "s",
              slope: float = .62, close: bool = False) -> None:
    """Draw a hand whose palm lies flat on a surface, seen from the side and a little from above.

    Args:
        at: the wrist.
        thumb: which side the thumb is on if the fingers point right: -1 if nearer to the viewer, 1 if further away, 0 if out of
            sight.
        slope: how wide the hand looks: 1 if it is seen from above, less if it is seen from lower down.
        close: whether the fingers lie side by side.
    """
    f.g(at, rot, u * size / 100, sy=slope * (thumb or 1))
    f.far = tone == "d"
    back_of_hand(f, THUMB[::2] if thumb else BACK[:4], CLOSE if close else PLAIN, fine=False)
    f.far = False
    f.end()


SLEEPING_PALM: list[Node] = [(80, 17), (71, 18.6), (61, 18.6), (52, 18.2), (49, 15.6, 1.9), (52, 13), (60, 12.4, .15), (46, 13),
    (42.4, 10.4, 1.9), (45.6, 7.9), (58, 7.4, .15), (44, 7.6), (40.4, 4.9, 1.9), (43.6, 2.3), (58, 2.6, .15), (47.4, 1.9),
    (44, -.7, 1.9), (47.2, -3.2), (57, -2.8), (65, -2, .4), (61, -6), (56, -10.6), (57.4, -14.6, 1.6), (62, -13), (71, -6),
    (79, .4)]
"""The open hand of the arm underneath, before the face. The palm is up, and the thumb is beyond the fingers."""


def hand_at_rest(f: Drawing, at: Point, rot: float, scale: float, slope: float = 1, tone: str = "s") -> None:
    """Draw a hand that lies flat, its fingers side by side and its thumb apart. The wrist is at `at`.

    Args:
        slope: how wide the hand looks: 1 if it is seen from above, less if it is seen from lower down; below 0, its thumb is
            on the right, looking from the wrist to the tips.
    """
    f.g(at, rot, scale, sy=slope)
    f.p(smooth([(-14, -13, .4), (3, -14), (18, -22), (32, -29), (46, -32.5), (56, -30, 1.3), (53, -24.5), (47, -20.5, .5),
        (66, -20.5), (88, -17), (92.5, -12.5, 1.2), (89.5, -9, .3), (98, -7), (101, -2.5, 1.2), (97, 1.5, .3),
        (97, 7.5, 1.2), (90, 11, .3), (86, 17, 1.2), (72, 21.5), (46, 22), (24, 19), (4, 14), (-14, 13, .4)]), tone)
    f.line("M89-9H64M96 1.500H66M89 11L63 10.500", "l", 3, ' opacity=".6"')
    f.end()


def on_side(f: Drawing, at: Point, look: Look, *, size: float = 1, eyes: str = "rest",
            under: str = "sage", between: str = "sand") -> None:
    """Draw a person lying on their side, seen from the front and a little from above. The head is on the left, on a pillow. At
    size 1, the person is 410 units long.

    The hips and knees bend towards the viewer. The open hand of the arm underneath lies before the face. The arm on top lies over
    a second pillow, and a third pillow reaches from the knees to the feet.

    Args:
        at: the left end of the pillow under the head, on the surface. The knees and arms are nearer to the viewer, so they reach
            as far as 45 units below that point.
        under: the colour of the pillow under the head.
        between: the colour of the pillow between the knees.
    """
    u = 52
    top2, legs2 = look.shade(look.top), look.shade(look.bottoms)
    socks = "sand" if look.shoes == "shoe" else look.shoes
    long = look.sleeves > 1
    w = max(1, look.wide)
    f.g(at, s=size)
    pillow(f, 48, -11, 108, 42, under)
    f.skin(look.skin, look.hair_colour)
    if look.hair == "scarf":
        f.p(smooth([(70, -76), (100, -76), (126, -62), (130, -34), (104, -18), (66, -18)]), look.face.get("scarf", "teal"))

    def on_foot(x: float, y: float, k: str) -> None:
        f.g((x, y), -11)
        f.p(foot(0, 0), k)
        f.end()

    # the leg underneath, bent on the mattress: from the hip forward to the knee, then back to the foot
    on_foot(400, 10, shade(socks))
    f.p(smooth([(226, -24, .4), (270, -16), (318, 6), (346, 11), (374, 8), (402, 0, .2), (405, 20, .2), (372, 31), (338, 40),
        (316, 45, .9), (296, 39, .9), (258, 22), (222, 6, .4)]), legs2)
    f.g((350, 5), -14)  # the pillow that reaches from between the knees to the feet
    pillow(f, 0, 0, 130, 30, between)
    f.end()
    # the neck, in line with the spine
    if look.hair != "scarf":
        f.p(smooth([(76, -58, .6), (96, -57), (110, -64), (124, -72), (124, -20), (108, -26), (96, -34), (76, -34, .6)]), "s")
        f.p("M86-56Q97-46 88-34L78-36V-56Z", "d")  # the shadow under the jaw
    head(f, (63, -43), u * 1.1, -84, -1, "three", look.hair, eyes, "smile", **look.face)
    # the leg on top, with the knee towards the viewer; the hip is about as high as the shoulder
    on_foot(405, -32, socks)
    f.p(smooth([(242, -66 * w ** .6, .4), (262, -71 * w ** .6), (287, -65 * w ** .5), (314, -51), (336, -33), (349, -24, .7), (362, -31), (382, -38),
        (405, -43.6, .2), (410, -22.6, .2), (384, -9), (358, 6), (340, 15.6), (324, 19.6, .9), (308, 14), (278, 0), (246, 4, .4)]), look.bottoms)
    # the trunk, in a shirt that ends at the hip; the waist is a dip between the ribs and the pelvis
    f.p(smooth([(104, -60, .5), (116, -73), (134, -81 * w ** .2), (160, -76 * w ** .4),
        (188, -65 * w ** .7), (210, -60 * w ** .7), (230, -64 * w ** .6),
        (248, -70 * w ** .6, .7), (259, -56), (261, -34), (254, -8), (238, 6, .7), (190, 9), (130, 6), (107, -2),
        (102, -16, .6), (108, -40)]), look.top)
    if size > .6:
        f.line("M349-24Q342-20 341-12M276-34Q264-26 259-12", legs2, 3)
        f.line("M244-58Q236-50 237-39", top2, 3)
    if look.hair != "scarf":
        f.line("M105-60Q121-44 106-27", top2, 4)  # the neckline
    pillow(f, 192, -12, 76, 46, "cream")  # the pillow that the person hugs
    # the front of the pillow, into which the cheek sinks
    f.p(smooth([(-7, -14, .5), (26, -20), (56, -18), (80, -23), (98, -20, .7), (104, -2), (103, 18), (92, 26, .9), (66, 21),
        (30, 14), (-3, 11, .6)]), under)
    # the arm underneath: the upper arm points towards us; from the elbow, the forearm goes back to the open hand before the face
    f.p(smooth([(102, -18, .4), (118, -13), (128, -3), (134, 10), (134, 22, .4), (122, 27), (104, 23.4), (90, 19), (80, 16.4),
        *[(x - 8, y, *r) for x, y, *r in SLEEPING_PALM], (80, 3), (92, 2), (102, 2.6), (107, 2, .6), (103, -4),
        (99, -10, .4)]), "s")
    f.line("M49.500 12.600L57 12.200M47 7.600L58 7.600M47.500 2.400L57.500 3.200", "l", 1.4, ' opacity=".6"')
    sleeve: list[Node] = [(99, -24), (107, -28), (117, -24), (127, -12)]
    f.p(smooth([*sleeve, (134, 1), (137.4, 12), (136.6, 24.4, .4), (122, 29.4), (104, 26), (87, 20, .2), (89, -.4, .2), (99, .6),
        (107, 1, .6), (104, -5), (98, -11)] if long else [*sleeve, (131, -3, .3), (120, 3), (107, 2, .3), (99, -9)]), look.top)
    f.line("M101-9Q107-6 107 1M89-.400L87 20" if long else "M99-9L107 2Q120 3 131-3L127-12", top2, 3)
    # the arm on top, over the pillow
    hand(f, (182, -13), u, 134, -1, "hang", .76)
    f.p(smooth([*([(204, -18, .2)] if long else [(150, -68, .4), (188, -59), (211, -49.5), (222, -42, .4), (219, -31), (206, -18.5),
        (196, -12)]),
        (188, -8.6, .7), (184, -6.4, .3), (179.6, -17, .3), (182, -21), (187, -26, *([.2] if long else [])),
        *([] if long else [(192, -33, .5), (172, -42), (140, -52, .4)])]), "s")
    sleeve = [(138, -48), (128, -62, .6), (138, -77), (156, -77)]
    f.p(smooth([*sleeve, (182, -67), (213, -50.5), (225, -41, .5), (219, -24), (196, -6, .2), (184, -25, .2), (194, -34, .5),
        (162, -42)] if long else [*sleeve, (192, -60, .2), (178, -34, .2)]), look.top)
    f.line("M157-77L192-60L178-34L140-48" if not long else "M157-77Q186-66 213-50.500Q226-43 225-39Q224-32 219-24M138-48Q162-42 190-33", top2, 3)
    f.end()
    f.end()


def heel_and_toes(f: Drawing, at: Point, u: float, rot: float, k: str) -> None:
    """Draw the bare foot of a person lying on their back, seen from the side, with its heel on the surface. `at` is the ankle."""
    f.g(at, rot, u * .0088)
    f.p(smooth([(-30, -12, .4), (-14, -26), (-4, -42), (1, -58), (2, -72), (3, -84), (8, -92, 1.2), (15, -93), (19, -88), (25, -78), (29, -64), (26, -48), (20, -32), (19, -14), (25, 0), (30, 14), (27, 27), (14, 33), (-2, 29), (-16, 20), (-30, 14, .4)]), k)
    f.line("M9-92Q14-88 12-81M17-90Q20-84 18-79M2-2q7-3 10 4", "l", 2.6, ' opacity=".7"')
    f.end()


def _neck_up(f: Drawing, to: Callable[[Sequence[float]], Node]) -> None:
    """Draw the neck of a person lying on their back, and the jaw's shadow on it. `to` converts a point measured in heads to
    the drawing's units.
    """
    f.p(smooth([to(p) for p in ((.56, .24, .4), (.74, .18), (.94, .2), (1.2, .15, .4), (1.24, .84, .4), (1.12, .78),
        (.96, .66, .4), (.7, .6, .4))]), "s")
    f.p(smooth([to(p) for p in ((.8, .36, .4), (.96, .66, .4), (1.12, .78), (1.22, .82, .4), (1.18, .62), (1.02, .44))]), "d")


BESIDE: list[Node] = [(4.04, .24, .3), (4.04, .08, .3)]
"""The wrist of an arm that lies beside somebody's hip, in heads. The hand comes after it."""


def supine(f: Drawing, at: Point, u: float, look: Look, *, bent: bool, shins: bool = True) -> None:
    """Draw a large person lying on their back, with the feet to the right and the near arm beside the body.

    Args:
        at: where the top of the head meets the surface.
        bent: whether the knees are bent over a thick pillow. If False, the legs lie flat.
        shins: whether flat legs are drawn whole. If False, they end at the knees, and the caller draws the rest.
    """
    def path(points: Sequence[Sequence[float]], dx: float = 0, dy: float = 0, closed: bool = True) -> str:
        return smooth([(at[0] + (x + dx) * u, at[1] - (y + dy) * u, *r) for x, y, *r in points], closed)

    def to(p: Sequence[float]) -> Node:
        return (at[0] + p[0] * u, at[1] - p[1] * u, *p[2:])

    top2 = look.shade(look.top)
    f.skin(look.skin, look.hair_colour)
    if bent:
        leg = [(3.0, 1.2, .4), (3.6, 1.16), (4.1, 1.32), (4.6, 1.56), (4.98, 1.72), (5.26, 1.72, .8), (5.46, 1.52), (5.76, 1.14), (6.12, .72), (6.46, .38, .2), (6.2, .12, .2), (5.92, .36), (5.58, .66), (5.32, .94), (5.12, 1.06, .8), (4.84, .92), (4.56, .6), (4.34, .22), (4.06, .01), (3.6, -.04), (3.0, .05, .4)]
        far, ankle, sole = (.22, .03), (6.33, .3), 38
    else:
        leg = [(3.0, 1.06, .4), (3.6, .96), (4.2, .9), (4.8, .78), (5.2, .72), (5.5, .67, .8), (5.9, .58), (6.4, .5), (6.92, .44, .2), (6.92, .07, .2), (6.4, -.01), (6.0, -.03), (5.6, .06), (5.2, .1), (4.8, .03), (4.3, -.02), (3.8, -.05), (3.0, .02, .4)]
        far, ankle, sole = (.06, .07), (7.04, .24), 0
        if not shins:
            leg, far = [*leg[:4], (5.3, .7, .2), (5.3, .08, .2), *leg[14:]], (0, .07)
    for k, dx, dy in ((look.shade(look.bottoms), *far), (look.bottoms, 0, 0)):
        if bent:
            heel_and_toes(f, to((ankle[0] + 1.7 * dx, ankle[1] + .6 * dy)), u, sole, "d" if dx else "s")
            f.p(path(leg[3 if dx else 0:-2 if dx else None], dx, dy), k)
        else:
            if shins:
                foot_up(f, to((ankle[0] + dx, ankle[1] + dy * .6)), u, sole, look.shoes)
            f.p(path(leg, dx, dy), k)
    _neck_up(f, to)
    # the trunk, with the back on the surface
    f.p(path([(1.12, .16, .4), (1.24, .5), (1.18, .86, .4), (1.4, 1.02), (1.74, 1.15 + look.chest * .4),
        (2.2, 1.22 + look.chest * .3), (2.74, 1.23 + look.belly * .4), (3.14, 1.2 + look.belly * .4), (3.44, 1.1, .3),
        (3.52, .6), (3.48, .02, .3), (3.1, .06), (2.7, .1), (2.2, .04), (1.5, .02)]), look.top)
    f.line(path([(1.15, .18), (1.26, .52), (1.19, .84)], closed=False), top2, .08 * u)
    head(f, to((.5, .52)), u * 1.06, -86, 1, "side", look.hair, "rest", "smile", **look.face)
    # the near arm, with the elbow on the surface
    upper, lower = [(1.5, .9, .6), (1.74, .86), (2.1, .74), (2.5, .62), (2.8, .55), (3.1, .52), (3.5, .42), (3.9, .29)], [(3.5, .02), (3.0, .0), (2.7, .02), (2.4, .12), (1.9, .26), (1.56, .38), (1.36, .62)]
    f.p(path([*upper, *BESIDE, *lower]), "s")
    f.p(path([(3.8, .3, .3), (3.94, .29), (4.12, .35), (4.32, .35), (4.52, .27), (4.72, .17), (4.84, .08, 1.3),
        (4.78, .03), (4.68, .03, .5), (4.64, -.03, 1.2), (4.4, -.04), (4.1, -.01), (3.9, .03), (3.7, .03, .3)]), "s")
    f.line(path([(4.46, .18), (4.72, .11)], closed=False) + path([(4.4, .07), (4.66, .03)], closed=False), "l", .04 * u,
           ' opacity=".6"')
    if look.sleeves > 1:
        cloth = [(1.3, .5, .6), (1.38, .82), (1.62, .97), (1.9, .88), (2.2, .74), (2.56, .58), (2.82, .53, .7), (3.1, .55),
            (3.66, .46, .2), (3.62, .03, .2), (3.2, .01), (2.9, -.05), (2.72, -.07, .4), (2.5, .01), (2.2, .15), (1.8, .26),
            (1.5, .3)]
    else:
        cloth = [(1.5, .94, .6), (1.74, .92), (2.3, .76, .2), (2.22, .1, .2), (1.9, .2), (1.54, .34), (1.32, .62)]
    f.p(path(cloth), look.top)
    if look.sleeves > 1:
        f.line(path([(1.42, .84), (1.62, .96), (1.9, .87), (2.2, .73), (2.56, .58), (2.82, .53), (3.1, .55),
            (3.64, .46, .2), (3.61, .04)], closed=False) + path([(1.8, .26), (2.2, .15), (2.5, .02)], closed=False)
            + path([(2.66, .44), (2.8, .36), (2.84, .24)], closed=False), top2, .06 * u)
    else:
        f.line(path([(1.8, .91), (2.29, .77, .2), (2.21, .14)], closed=False), top2, .06 * u)
    f.end()


def legs_up(f: Drawing, at: Point, u: float, look: Look) -> None:
    """Draw a large person lying on their back, with the calves on a seat 1.7 heads high. `at` is where the top of the head
    meets the surface.
    """
    def to(p: Sequence[float]) -> Node:
        return (at[0] + p[0] * u, at[1] - p[1] * u, *p[2:])

    top2, legs2 = look.shade(look.top), look.shade(look.bottoms)
    f.skin(look.skin, look.hair_colour)

    def path(points: Sequence[Sequence[float]], dx: float = 0, closed: bool = True) -> str:
        return smooth([to((x + dx, y - dx * .3 * (y > .5), *r)) for x, y, *r in points], closed)

    def one_leg(dx: float, k: str) -> None:
        foot_up(f, to((6.36 + dx, 2.0)), u, 6, shade(look.shoes) if dx else look.shoes)
        # one outline of the leg, from the buttock to the ankle; the thigh is nearly the same width all along
        f.p(path([(3.0, 1.2, .4), (3.44, 1.22), (3.72, 1.36), (4.0, 1.7), (4.28, 2.08), (4.5, 2.34), (4.76, 2.44, .8),
            (5.1, 2.42), (5.6, 2.33), (6.28, 2.2, .2), (6.28, 1.86, .2), (5.8, 1.77), (5.4, 1.74), (5.12, 1.76, .6),
            (4.88, 1.52), (4.66, 1.16), (4.5, .82), (4.42, .46), (4.28, .12), (3.98, -.06), (3.6, -.08), (3.1, 0, .4)], dx), k)

    one_leg(.2, legs2)
    _neck_up(f, to)
    one_leg(0, look.bottoms)
    f.p(path([(1.12, .16, .4), (1.24, .5), (1.2, .86, .4), (1.5, 1.04), (1.9, 1.18), (2.3, 1.22), (2.66, 1.36), (3.02, 1.42),
        (3.38, 1.3, .5), (3.44, .7), (3.32, .02, .3), (2.7, .06), (2.1, .0), (1.5, 0)]), look.top)
    f.line(path([(1.15, .18), (1.26, .52), (1.21, .84)], closed=False), top2, .08 * u)
    head(f, to((.5, .53)), u * 1.08, -86, 1, "side", look.hair, "rest", "smile", **look.face)
    # the arm along the side, from the round shoulder over the elbow to the hand, whose thumb is beside the thigh
    f.p(path([(2.1, .68, .4), (2.5, .5), (2.8, .4), (3.06, .38), (3.36, .32), (3.66, .22), (3.9, .15), (4.04, .17), (4.2, .24),
        (4.36, .3), (4.47, .31, 1.6), (4.47, .25), (4.36, .16, .4), (4.5, .14), (4.68, .12), (4.75, .075, 1.9), (4.68, .03),
        (4.5, .03, .15), (4.77, .02), (4.84, -.025, 1.9), (4.77, -.07), (4.48, -.06, .15), (4.75, -.08), (4.82, -.125, 1.9),
        (4.75, -.17), (4.46, -.15, .15), (4.62, -.175), (4.68, -.22, 1.9), (4.61, -.26), (4.4, -.26), (4.2, -.23), (4.02, -.17),
        (3.88, -.15), (3.6, -.2), (3.3, -.24), (3.0, -.24), (2.76, -.22, .6), (2.5, -.1), (2.1, .0, .4)]), "s")
    f.line(path([(4.5, .03), (4.3, .04)], closed=False) + path([(4.48, -.06), (4.28, -.05)], closed=False)
        + path([(4.46, -.15), (4.28, -.13)], closed=False), "l", .035 * u, ' opacity=".6"')
    f.p(path([(1.3, .4), (1.38, .72), (1.62, .88), (1.96, .8), (2.4, .62, .2), (2.3, -.1, .2), (1.9, -.04), (1.5, .1)]), look.top)
    f.line(path([(1.62, .87), (1.96, .8), (2.4, .62, 0), (2.3, -.09)], closed=False), top2, .05 * u)
    f.end()


def _over_edge(f: Drawing, at: Point, u: float, look: Look, lift: float = .1) -> None:
    """Draw the legs of a person who sits on an edge, turned a little to the right, with both feet on the floor. The thighs point
    towards the viewer. The far hip is drawn `lift` heads higher than the near hip.
    """
    w = look.wide ** .5
    for dx, low, high, k, sock in ((.66, .06, lift, look.shade(look.bottoms), shade(look.shoes)),
                                   (0, 0, 0, look.bottoms, look.shoes)):
        def path(*nodes: Node, dx: float = dx, low: float = low, more: float = high - low) -> str:
            return smooth([(at[0] + (x + dx) * u, at[1] - (y + low + more * max(0, min(1, y + .5))) * u, *r)
                for x, y, *r in nodes])

        # the foot, flat on the floor, points to us and to the right
        f.p(path((.48, -1.66, .4), (.45, -1.92), (.43, -2.1, .8), (.54, -2.2, .6), (.9, -2.21), (1.26, -2.21, .6),
            (1.42, -2.14, .9), (1.36, -2.02), (1.14, -1.92), (.97, -1.8), (.93, -1.64, .4)), sock)
        # the thigh from the hip over the edge to the kneecap, and the shin straight below it
        f.p(path((-.8 * w, 1.0, .4), (-.96 * w, .6), (-.92 * w, .2), (-.7, -.04, .8), (-.2, -.1), (.2, -.18), (.4, -.38, .6),
            (.42, -.8), (.46, -1.24), (.5, -1.86, .2), (.93, -1.86, .2), (.96, -1.3), (1.04, -.8), (1.1, -.36), (1.15, -.02, .8),
            (1.06, .26, .8), (.7, .46), (.3, .68), (.0, 1.0, .4)), k)


PROPPING: list[Finger] = [((-43, 36), (-62, 43), (-80, 50), 5, 5), ((-44, 27), (-67, 32), (-89, 38), 5.2, 5),
                          ((-42, 18.6), (-64, 20.6), (-85, 25.6), 5, 4.9), ((-38, 10), (-54, 10), (-70, 13), 4.8, 4.6)]
"""The four fingers of a hand that props somebody up, from the first finger to the little one, which is furthest from us."""


def propping_hand(f: Drawing, at: Point, u: float) -> None:
    """Draw a hand that lies flat on a surface and props somebody up, seen from the side and a little from above. The arm comes
    from above, the wrist bends, the fingers point left, and the thumb is on our side.

    Args:
        at: the wrist, which is .3 heads wide.
    """
    f.g(at, s=.0092 * u)
    f.p(smooth([(15, -26, .3), (15, 2), (18, 16), (19, 29, .8), (10, 38), (-4, 44), (-18, 50), (-29, 56), (-38, 61.5),
        (-46, 65.4), (-52, 63.4, 1.3), (-51, 57), (-44, 52), (-38, 47), (-36, 41.6, .3), *digits(PROPPING, .9), (-28, 8.4),
        (-19, 3, .7), (-16, -8), (-15, -26, .3)]), "s")
    lines = [lerp(lerp(p[0], p[1], t), lerp(q[0], q[1], t), .5) for p, q in pairwise(PROPPING) for t in (0, .9)]
    f.line("".join(("L" if i % 2 else "M") + xy(at) for i, at in enumerate(lines)), "l", 2.2, ' opacity=".6"')
    f.end()


def on_edge(f: Drawing, at: Point, u: float, look: Look) -> None:
    """Draw a person in long sleeves who sits on an edge, chest and face turned to the right, with the feet on the floor 2.2 heads
    below. The near palm lies flat on the surface below the shoulder, fingers to us; the other hand lies on the far knee.

    Args:
        at: the point on the edge below the person's buttocks.
    """
    def to(x: float, y: float, *shape: float) -> Node:
        return (at[0] + x * u, at[1] - y * u, *shape)

    def path(*nodes: Node, closed: bool = True) -> str:
        return smooth([to(*node) for node in nodes], closed)

    w, top2 = look.wide ** .5, look.shade(look.top)
    f.skin(look.skin, look.hair_colour)
    _over_edge(f, at, u, look)
    # the far arm comes from behind the chest, over the elbow to the knee
    hand_at_rest(f, to(1.28, .83)[:2], 52, .0078 * u, -.9, "d")
    f.p(path((.3, 2.9, .4), (.6, 2.84), (.8, 2.66), (.9, 2.3), (1.0, 1.9), (1.08, 1.56), (1.2, 1.28, .8), (1.4, .9, .3),
        (1.18, .7, .3), (.9, 1.0), (.7, 1.3), (.5, 1.7), (.4, 2.3, .4)), top2)
    f.p(cap(to(0, 2.84)[:2], .28 * u, to(.08, 3.5)[:2], .24 * u), "d")  # the neck
    f.p(path((-.3, 3.0, .3), (-.54, 2.9), (-.86, 2.76), (-.94, 2.4), (-.86, 1.9), (-.8 * w, 1.4), (-.88 * w, .94),
        (-.98 * w, .5, .3), (-.5, .6), (-.04, .84), (.4, .86), (.72, .84), (.87 * w, .92, .6), (.86 * w, 1.2), (.8, 1.5),
        (.76, 1.9), (.74, 2.3), (.66, 2.6), (.5, 2.84), (.32, 2.98, .3)), look.top)
    band: list[Node] = [(-.24, 2.98), (.18, 2.72), (.34, 2.97)]
    f.p(path(*band), "s").line(path(*band, closed=False), top2, .1 * u)
    f.line(path((-.9, .6), (-.7, .78), (-.46, .76), closed=False), top2, .05 * u)
    # the near arm: round shoulder, elbow, cuff; below it the wrist bends, and the hand lies flat from heel to fingertips
    propping_hand(f, to(-1.57, .45)[:2], u)
    f.p(path((-.44, 2.92, .4), (-.8, 2.85), (-1.04, 2.66), (-1.22, 2.34), (-1.4, 1.98), (-1.62, 1.62), (-1.78, 1.37, .6),
        (-1.8, 1.16), (-1.76, .9), (-1.72, .66, .3), (-1.42, .64, .3), (-1.36, .94), (-1.29, 1.24, .8), (-1.12, 1.56),
        (-.86, 1.96), (-.6, 2.36, .4)), look.top)
    f.line(path((-.6, 2.4), (-.72, 2.16), (-.84, 2.0), closed=False) + path((-1.3, 1.26), (-1.4, 1.24), (-1.48, 1.28),
        closed=False), top2, .05 * u)
    head(f, to(.16, 3.66)[:2], u * 1.16, 0, 1, "three", look.hair, "open", "smile", **look.face)
    f.end()


def lowering(f: Drawing, at: Point, u: float, look: Look) -> None:
    """Draw a person in long sleeves who sits on an edge and starts to lie down on one side, leaning on the forearm. The person
    faces the viewer, with the head to the left.

    The forearm lies flat, with the elbow below the shoulder, and the trunk bends to that side. The other hand lies on the thigh.

    Args:
        at: the point on the edge below the person's buttocks.
    """
    def path(*points: Node, closed: bool = True) -> str:
        return smooth([(at[0] + x * u, at[1] - y * u, *r) for x, y, *r in points], closed)

    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - y * u)

    w, top2 = look.wide ** .5, look.shade(look.top)
    f.skin(look.skin, look.hair_colour)
    _over_edge(f, at, u, look, .42)
    # the neck leans with the trunk, from the collar to behind the ear; the jaw shades it
    f.p(path((-2.92, 3.16, .4), (-2.74, 2.74), (-2.58, 2.46), (-2.36, 2.16, .4), (-1.8, 1.96), (-1.5, 2.62, .3), (-1.74, 2.62),
        (-1.94, 2.72), (-2.1, 3.0, .4)), "s")
    f.p(path((-2.5, 2.66, .4), (-2.38, 2.46), (-2.12, 2.4), (-1.86, 2.66, .3), (-2.0, 2.78), (-2.2, 2.9, .4)), "d")
    f.p(path((-2.2, 2.3, .3), (-2.42, 2.04), (-2.44, 1.7), (-2.06, 1.36), (-1.72, 1.06), (-1.38, .78, .8), (-1.12 * w, .56),
        (-.99 * w, .3, .3), (-.5, .46), (0, .78), (.4, 1.04), (.62, 1.16), (.74 * w, 1.26, .6), (.58 * w, 1.5), (.2, 1.8),
        (-.2, 2.14), (-.6, 2.54), (-.94, 2.8), (-1.2, 2.82), (-1.52, 2.66, .3)), look.top)
    band: list[Node] = [(-2.18, 2.28), (-1.76, 2.08), (-1.54, 2.62)]
    f.p(path(*band), "s").line(path(*band, closed=False), top2, .1 * u)
    # the arm that bears the weight: upright from the raised shoulder to the point of the elbow, then flat to the hand
    palm_down(f, to(-3.48, .25), u, 180, 1, size=.84, slope=.7, close=True)
    f.p(path((-3.2, .4, .3), (-3.36, .35), (-3.54, .34, .3), (-3.54, .15, .3), (-3.36, .14), (-3.2, .12, .3)), "s")
    f.p(path((-2.14, 2.32, .4), (-2.42, 2.16), (-2.6, 1.88), (-2.62, 1.54), (-2.52, 1.16), (-2.44, .8), (-2.52, .56, .5),
        (-2.8, .51), (-3.1, .43), (-3.36, .37, .3), (-3.36, .12, .3), (-3.04, .05), (-2.7, .0), (-2.34, -.07), (-2.12, -.09, .5),
        (-1.99, .04, .8), (-2.0, .26), (-2.06, .5), (-2.05, .84), (-1.98, 1.14), (-1.86, 1.5, .4)), look.top)
    # the armpit, the crook of the elbow, and folds in the waist on the lower side
    f.line(path((-1.98, 1.14), (-1.88, 1.4), (-1.9, 1.66), closed=False) + path((-2.5, .58), (-2.4, .5), (-2.36, .4),
        closed=False) + path((-1.36, .8), (-1.12, .9), (-.86, .86), closed=False), top2, .05 * u)
    # the arm that bears no weight: from the round shoulder over the elbow, which points outwards, to the thigh
    hand_at_rest(f, to(.36, .74), 66, .0084 * u, -.95)
    f.p(path((-1.4, 2.64, .4), (-1.2, 2.82), (-.94, 2.82), (-.66, 2.66), (-.38, 2.5), (-.06, 2.34), (.14, 2.2), (.25, 2.04, .7),
        (.34, 1.74), (.42, 1.36), (.5, .84, .3), (.18, .8, .3), (.08, 1.2), (-.02, 1.56), (-.12, 1.78, .6), (-.36, 1.92),
        (-.7, 2.08), (-1.0, 2.3, .4)), look.top)
    f.line(path((-1.0, 2.3), (-.7, 2.08), (-.36, 1.92), (-.12, 1.78, .6), (-.02, 1.56), (.08, 1.2), (.18, .8, 0), (.5, .84, 0),
        (.44, 1.24), closed=False), top2, .05 * u)
    head(f, to(-2.54, 3.24), u * 1.16, -20, 1, "three", look.hair, "open", "smile", **look.face)
    f.end()


def rising(f: Drawing, at: Point, u: float, look: Look) -> None:
    """Draw a person in short sleeves, turned a little to the right, who was lying on one side and now sits up on an edge.

    The trunk leans to the left on a nearly straight arm, whose palm is flat on the surface and pushes. The other hand lies on the
    knee.

    Args:
        at: the point on the edge below the person's buttocks.
    """
    def path(*points: Node, closed: bool = True) -> str:
        return smooth([(at[0] + x * u, at[1] - y * u, *r) for x, y, *r in points], closed)

    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - y * u)

    w, top2 = look.wide ** .5, look.shade(look.top)
    f.skin(look.skin, look.hair_colour)
    _over_edge(f, at, u, look)
    # the neck, which leans with the trunk
    f.p(path((-.86, 3.5, .4), (-.8, 3.16), (-.8, 2.94), (-.92, 2.7, .4), (-.5, 2.54), (-.06, 2.7, .4), (-.24, 2.92), (-.3, 3.2),
        (-.34, 3.5, .4)), "s")
    f.p(path((-.8, 3.1, .4), (-.6, 2.92), (-.3, 2.96, .4), (-.3, 3.2), (-.6, 3.2, .4)), "d")
    f.p(path((-.86, 2.76, .3), (-1.12, 2.66), (-1.3, 2.44), (-1.34, 2.1), (-1.2, 1.7), (-1.04, 1.3), (-.94 * w, .94),
        (-.98 * w, .5, .3), (-.5, .58), (-.04, .8), (.4, .84), (.66, .83), (.76 * w, .92, .7), (.74 * w, 1.2), (.62, 1.66),
        (.5, 2.1), (.42, 2.4), (.24, 2.66), (.1, 2.76), (-.2, 2.88, .3), (-.5, 2.62)), look.top)
    f.line(path((-.86, 2.76), (-.5, 2.62), (-.2, 2.88), closed=False), top2, .1 * u)
    f.line(path((-1.0, 1.1), (-.82, 1.2), (-.6, 1.14), closed=False), top2, .05 * u)  # a fold in the waist, which bends
    # the arm that pushes: below the shoulder, the palm lies flat, and the wrist is bent back
    propping_hand(f, to(-1.78, .52), u)
    f.p(path((-1.3, 2.1, .4), (-1.52, 1.7), (-1.66, 1.42, .8), (-1.79, 1.2), (-1.87, .98), (-1.925, .76, .3), (-1.9, .5, .3),
        (-1.64, .5, .3), (-1.6, .76), (-1.5, 1.0), (-1.36, 1.24), (-1.24, 1.46), (-1.0, 1.9, .4)), "s")
    f.p(path((-.9, 2.66, .4), (-1.14, 2.64), (-1.36, 2.46), (-1.52, 2.14), (-1.68, 1.78, .2), (-1.2, 1.54, .2), (-1.04, 1.8),
        (-.9, 2.1, .4)), look.top)
    f.line(path((-1.68, 1.78), (-1.2, 1.54, 0), (-1.06, 1.78), (-.98, 2.06), closed=False), top2, .05 * u)
    # the other arm, whose hand lies over the kneecap
    palm_down(f, to(1.25, .7), u, 60, -1, size=.92, slope=.86, close=True)
    f.p(path((.26, 2.0, .4), (.6, 2.04), (.86, 1.84), (1.06, 1.62), (1.18, 1.44, .6), (1.27, 1.2), (1.33, .96),
        (1.39, .73), (1.42, .68, .3), (1.15, .54, .3), (1.16, .64), (1.1, .9), (.96, 1.16), (.8, 1.36), (.5, 1.66, .4)), "s")
    f.p(path((-.1, 2.82, .4), (.18, 2.74), (.44, 2.54), (.7, 2.18), (.88, 1.86, .2), (.44, 1.6, .2), (.26, 1.94),
        (.1, 2.3, .4)), look.top)
    f.line(path((.88, 1.86), (.44, 1.6, 0), (.28, 1.92), (.2, 2.2), closed=False), top2, .05 * u)
    head(f, to(-.48, 3.6), u * 1.28, -3, 1, "three", look.hair, "open", "smile", **look.face)
    f.end()
