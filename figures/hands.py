"""Draws hands and feet. A hand has its wrist at (0, 0), and its fingers point right. The middle finger ends at (100, 0)."""

from __future__ import annotations

import math
from itertools import pairwise

from figures.drawing import Drawing
from figures.geometry import GRAIN, Node, Point, cap, dist, lerp, limb, n, smooth, xy

KNUCKLES = ((50.0, -16.5), (53.0, -5.4), (50.6, 6.0), (45.4, 16.2))
"""The knuckles of the four fingers, from the first finger to the little one."""
FINGERS = ((43, 6.4), (48.4, 6.6), (45, 6.3), (36, 5.4))
"""How long each finger is, from its knuckle to its tip, and half its width."""


Fan = tuple[list[Node], str, str, str]


def fan(*degrees: float, seen: float | tuple[float, ...] = 1, plain: bool = False, web: float = .22) -> Fan:
    """Return four parts of a hand whose straight fingers are spread: the fingers' outline, the lines between the fingers, the
    knuckles and the nails.

    Args:
        degrees: the angle of each finger, starting with the first finger. At 0, a finger points right.
        seen: the share of each finger's length that is visible, one number for all or one for each. A finger that curls away looks
            shorter.
        web: where the skin between two fingers ends, from 0 (at the knuckles) to 1 (at the fingertips).
        plain: whether the outline has as few points as possible, for small hands.
    """
    outline: list[Node] = []
    lines = knuckles = nails = ""

    def point(i: int, along: float, out: float) -> Point:
        (x, y), (c, s) = KNUCKLES[i], (math.cos(math.radians(degrees[i])), math.sin(math.radians(degrees[i])))
        return x + c * along - s * out, y + s * along + c * out

    def at(i: int, along: float, out: float, *shape: float) -> Node:
        return (*point(i, along, out), *shape)

    for i, (full, w) in enumerate(FINGERS):
        long = full * (seen if isinstance(seen, (int, float)) else seen[i])
        if i:
            fork = lerp(point(i - 1, web * FINGERS[i - 1][0], FINGERS[i - 1][1]), point(i, web * full, -w), .5)
            outline.append((*fork, .15))
            lines += f"M{xy(lerp(fork, lerp(KNUCKLES[i - 1], KNUCKLES[i], .5), .45))}L{xy(fork)}"
        tip: list[Node] = [(long - w, -w), (long, 0, 1.9), (long - w, w)] if plain else [
            (.56 * long, -w), (.8 * long, -.9 * w), (long - 2.2, -.6 * w), (long, 0), (long - 2.2, .6 * w), (.8 * long, .9 * w), (.56 * long, w)]
        outline += [*([] if i else [at(0, .1 * long, -w - .8, .6)]), *(at(i, *node) for node in tip)]
        knuckles += f"M{xy(at(i, -2.6, -3))}Q{xy(at(i, 1.6, 0))} {xy(at(i, -2.6, 3))}"
        nails += f"M{xy(at(i, long - 7.4, 0))}L{xy(at(i, long - 4.6, 0))}"
    return outline, lines, knuckles, nails


LITTLE_EDGE: list[Node] = [(44, 24, .8), (28, 24.4), (14, 20), (2, 15.4), (-16, 9, .3)]
"""The outline of a hand's back from the little finger to the wrist."""
PLAIN = fan(-7, -1.5, 4, 11, plain=True)
LOOSE = fan(-6.5, -1, 4.5, 11.5, web=.3, seen=1.2)
LOOSE = (*LOOSE[:2], "", LOOSE[3])
CLOSE: Fan = ([(56, -23.6), (72, -22.8), (84, -21.6), (90.6, -19.4), (93, -15.6, 1.1), (91.6, -11.8), (87.4, -10, .2), (97.6, -9),
    (101.6, -4.6, 1.1), (99.6, -.4), (92, 1.2, .2), (95.6, 3.6), (97, 7.4, 1.1), (94, 11.6), (86, 13), (77, 12.6, .2), (80, 15),
    (81.4, 18.4, 1.1), (78, 22.4), (70, 23.8), (58, 24.2)],
    "M87.400-10Q74-10.400 61-11.600M92 1.200Q78 1 62 0M77 12.600Q70 12.400 59 11",
    "", "M84.800-15.600H87.600M93.400-4.700H96.200M88.600 7.400H91.400M73.400 18.200H76")
"""Fingers that lie side by side."""


def longer(x: float) -> float:
    """Return the x coordinate of a point of `CLOSE` in a large hand, whose fingers are a fifth longer."""
    return x if x < 56 else round(56 + (x - 56) * 1.2, 1)


LARGE_CLOSE: Fan = ([(longer(x), y, *r) for x, y, *r in CLOSE[0]],
    "M93.700-10Q76-10.400 58-11.600M99.200 1.200Q80 1 59 0M81.200 12.600Q70 12.400 56 11",
    "", "M90.600-15.600H93.400M100.900-4.700H103.700M95.100 7.400H97.900M76.900 18.200H79.700")
"""The same fingers of a large hand."""
BACK: list[Node] = [(-16, -9, .3), (2, -14.4), (16, -18.6), (34, -22.6), *LARGE_CLOSE[0], *LITTLE_EDGE]
"""The outline of the back of a hand, without its thumb, whose fingers lie side by side."""


def hand(f: Drawing, at: Point, u: float, rot: float = 0, flip: int = 1, pose: str = "flat", size: float = .82, tone: str = "s") -> None:
    """Draw the hand of a person whose head is u units tall.

    Args:
        pose: one of the following.
            flat: the back of the hand shows.
            over: like flat, but the thumb is hidden behind the hand.
            palm: the palm shows.
            side: the hand is seen from the edge, with the palm down.
            lift: the hand is seen from the edge, with the palm up. The thumb is on the far side of the palm.
            hang: the hand is relaxed.
            press: the back of the hand shows, and the thumb is spread and presses down.
            lean: like flat, but the hand is broad.
            knead: the fingers curl over a fold of skin, and the thumb presses against the fold.
            grip: the hand is closed around something thin, and its back shows.
            clasp: like grip, but the side of the palm shows.
            cross: the hand lies across the other hand, and its thumb goes round the other wrist.
        flip: 1 if the thumb points up when the fingers point right (the back of a right hand, or the palm of a left hand); -1 for
            the mirror image.
        tone: "d" for the darker skin colour of the hand that is further away.
    """
    f.g(at, rot, u * size / 100, sy=flip)
    f.far = tone == "d"
    {"flat": lambda f: _flat(f, u * size >= 108) if u * size >= 28 else _flat_small(f), "over": lambda f: _over(f,
        u * size >= 108), "palm": lambda f: _palm(f, u * size >= 40) if u * size >= 28 else _palm_small(f, 0),
        "side": lambda f: _edge(f, u * size >= 26, u * size >= 60, tone == "s"), "lift": _lift, "clasp": _clasp, "hang": lambda f: _hang(f, u * size >= 27), "press": _press,
        "cross": _cross, "knead": _knead, "lean": _lean, "grip": lambda f: _grip(f, u * size >= 40)}[pose](f)
    f.far = False
    f.end()


THUMB: list[Node] = [(-16, -9, .3), (0, -14), (10, -20.6), (22, -32), (33, -40.6), (44, -46.6), (55, -51), (61.6, -49.6, 1.2), (61, -43.6), (52, -38), (44, -31.6), (44, -26, .7)]
"""The outline of a thumb that lies apart: from the wrist over its ball, its two joints and its tip to the skin before the first finger."""


LARGE_THUMB: list[Node] = [(-22, -8, .3), (-10, -13.4), (2, -18.6), (12, -25), (22, -33), (34, -42.4), (46, -49.4), (59, -55.4),
                           (67, -54.8, 1.2), (66.8, -48), (56, -40.6), (45.6, -33), (45, -26, .7)]
"""The same outline for a large hand, in finer steps."""


def back_of_hand(f: Drawing, thumb: list[Node], fingers: Fan, fine: bool = True) -> None:
    """Draw the back of a hand as one outline. `fine` adds the knuckles and the nails of the fingers."""
    outline, lines, knuckles, nails = fingers
    f.p(smooth([*thumb, *outline, *LITTLE_EDGE]), "s")
    f.line(lines, "l", 1.8, ' opacity=".55"')
    if fine:
        if knuckles:
            f.line(knuckles, "l", 1.8, ' opacity=".28"')
        f.line(nails, "rose", 5.8, ' opacity=".6"')


def _flat(f: Drawing, fine: bool) -> None:
    back_of_hand(f, LARGE_THUMB if fine else THUMB[::2], LOOSE if fine else PLAIN, fine)
    if fine:
        f.line("M61-51L63-51.900", "rose", 5.2, ' opacity=".6"')
        f.line("M43-46.500Q47-45 47.500-40.500", "l", 1.8, ' opacity=".5"')


def _flat_small(f: Drawing) -> None:
    f.p(cap((-4, 0), 15, (44, 0), 21) + cap((12, -8), 12, (48, -34), 8), "s")
    f.line("M46-14L88-20M50-5L94-6M48 6L89 8M44 15L77 21", "s", 10.6)
    f.line("M60-9L84-12.5M61 1L84 1M58 11L78 14.5", "l", 2.6)


def _over(f: Drawing, fine: bool) -> None:
    back_of_hand(f, BACK[:4], LARGE_CLOSE if fine else PLAIN, fine)


def _palm(f: Drawing, fine: bool) -> None:
    f.p(smooth([(-6, -11.6, .6), (8, -18), (22, -29), (38, -40), (54, -49), (62, -48), (63, -42.4), (53, -34), (46, -26), (54, -25, .6), (72, -28), (87, -27), (93, -22, 1.6), (88, -16.4), (74, -13.6), (61, -10.5, 0),
                (78, -12), (94, -11.6), (101, -6, 1.6), (94, -.4), (78, -.6), (61, .5, 0), (76, 2.4), (89, 3.4), (95, 9, 1.6), (88, 14), (73, 12.4), (57, 11, 0), (64, 15), (74, 17.6), (79, 23.4, 1.6), (73, 28), (58, 27), (42, 25), (22, 21), (8, 16.4), (-6, 11.6, .6)]), "s")
    if fine:
        f.line("M52-20Q30-14 22-2T6 3M54-12Q40-4 42 22M51-18Q44-4 28 17", "d", 2.4)  # the lines of the palm


def _palm_small(f: Drawing, heel: float) -> None:
    f.p(smooth([(heel, -14, .5), (18, -24), (38, -40), (54, -52), (62, -46), (50, -32), (46, -22, .5), (58, -22, .5), (58, 23, .5), (22, 21), (heel, 13, .5)]), "s")
    f.line("M56-17L84-19M56-5.6L96-3.6M56 6L90 9.6M54 17L75 22", "s", 11)
    f.line("M48-16Q28-10 24 10", "d", 4)


NEAR_FLAT: list[Finger] = [((46, -8), (70, -4.6), (89, 1.6), 3.8, 3.2), ((48, -1.6), (75, 1.6), (98, 7), 3.8, 3.2),
                           ((47, 5), (71, 7.8), (93, 12.8), 3.6, 3.1), ((42, 11.6), (61, 14), (78, 17.4), 3.2, 2.8)]
FAR_FLAT: list[Finger] = [((42, -10), (60, -7.6), (77, -4), 3.2, 2.8), ((46, -4), (69, -2), (89, 2.8), 3.6, 3.1),
                          ((48, 2), (74, 4.6), (98, 9.6), 3.8, 3.2), ((47, 8.6), (70, 11.4), (91, 15.6), 3.8, 3.2)]
"""The four fingers of a hand that lies flat, seen a little from above: one whose thumb is beyond the hand, and one whose thumb is
on our side."""


def _edge(f: Drawing, fine: bool, large: bool, near: bool) -> None:
    # the thumb of a near hand is behind the hand, and the thumb of a far hand is in front of it
    fingers = NEAR_FLAT if near else FAR_FLAT
    thumb: list[Node] = [(4, -10, .4), (20, -17), (36, -21.4), (50, -22), (57.4, -18.4, 1.3), (53, -14), (40, -9)] if near else [
        (22, 7, .3), (32, 11), (42, 14.6), (53, 17.4), (58, 21.4, 1.3), (50, 24.6), (34, 24.6), (16, 21), (2, 14, .3)]
    edge: list[Node] = [(42, 18), (24, 20), (8, 19), (-4, 16.4), (-11, 8, .6), (-7, -12.8, .6), (14, -15.4), (30, -15), (44, -12.6)]
    if not large:  # on a small hand, all fingers have the same shape, so that the file compresses well
        thumb, edge = [thumb[i] for i in ((0, 1, 3, 4, 6) if near else (0, 2, 4, 5, 7, 8))], [edge[i] for i in (0, 3, 5, 7)]
        ends = ((90, 1), (100, 7), (94, 13), (78, 19)) if near else ((78, -5), (92, 1), (100, 7), (92, 14))
        fingers = [((46, y - 6), (x - 24, y), (x, y), 3, 3) for x, y in ends]
    f.p(smooth([*digits(fingers, .5, not large), *edge]) + smooth(thumb), "s")
    if fine:
        gaps = [lerp(lerp(a, c, .5), lerp(b, d, .5), .5) for (a, b, *_), (c, d, *_) in pairwise(fingers)]
        f.line("".join(f"M{n(x - 6)} {n(y - 1)}l20 3" for x, y in gaps) + (smooth(thumb[:4], closed=False) if large and not near else ""),
               "l", 1.7, ' opacity=".6"')
    if large:  # the thumbnail
        f.line("M51-18.600L54-18.200" if near else "M52 20L55 20.400", "rose", 4, ' opacity=".5"')


FIST: list[Node] = [(-14, -11.5, .4), (2, -13.6), (18, -19), (32, -23.4), (44, -21.6), (52, -14), (55, -4), (54.4, 7), (51, 17), (43, 24),
                    (31, 25), (17, 21), (2, 15), (-14, 11.5, .4)]
"""The outline of a fist around something thin, which comes out between the thumb and the first finger."""


def _grip(f: Drawing, fine: bool) -> None:
    # we see the back of the hand: the fingers bend away from us at the knuckles, and the thumb is behind the upper edge
    if not fine:
        f.p("M-12-11L12-20L34-28Q52-28 56-18Q62 0 54 14Q48 24 24 20L-12 11Z", "s")
        f.line("M20-8L46-14M46-2H56", "l", 2.4)
        return
    f.p(smooth([(6, -13, .4), (18, -23.4), (30, -30), (42, -32.6), (50, -29.4, 1.2), (48, -23), (36, -16, .4)]) + smooth(FIST), "s")
    f.line("M20-19.400Q32-24 46-23.400M39-10.400Q47-12 54-9M40 .6Q48-1 55 1.400M38 11.600Q46 10.600 53 12", "l", 2.4, ' opacity=".75"')


def _clasp(f: Drawing) -> None:
    # the side of the palm: the ends of the fingers come back to the ball of the thumb, and the thumb lies across them
    f.p(smooth(FIST), "s")
    f.line("M53-10L34-9M54.500 2Q44 3 28 2.600M53 12.600Q42 14 28 13M31-8.400Q24-4 28 2.600Q22 8 28 13Q25 18 31 24", "l", 2.4,
           ' opacity=".75"')
    f.p(smooth([(-8, -11, .4), (6, -15), (20, -20), (34, -24.4), (46, -24), (51, -18.600, 1.2), (46, -14), (34, -12.400), (20, -6), (2, 0, .4)]), "s")
    f.line("M48-14.600Q40-12.400 33-12.200Q26-9 19-5.400", "l", 2.4, ' opacity=".75"')


LIFTED: list[Finger] = [((42, -10.4), (70, -12), (91, -12.6), 3.7, 3.5), ((44, -3.6), (74, -4.8), (97, -5), 3.7, 3.5),
                        ((43, 3.4), (71, 2.6), (92.6, 2.8), 3.7, 3.4), ((40, 10), (62, 9.8), (80, 10.4), 3.6, 3.3)]
"""The four fingers of a hand that lies open, palm up, seen a little from the side of the little finger."""


def _lift(f: Drawing) -> None:
    # the palm is up: we see the edge of the little finger, and the thumb beyond the palm
    f.p(smooth([(-14, -10, .4), (2, -12.6), (16, -17.4), (27, -25), (38, -32), (48, -36), (53.600, -33.4, 1.2), (51, -27.4), (44, -20),
        (43, -14.6, .5), (56, -15), *digits(LIFTED, .86), (50, 15), (36, 18), (18, 17.6), (2, 14), (-14, 10, .4)]), "s")
    forks = [(lerp(p[0], q[0], .5), lerp(p[1], q[1], .5)) for p, q in pairwise(LIFTED)]
    f.line("".join(f"M{xy(lerp(p, q, .4))}L{xy(lerp(p, q, .9))}" for p, q in forks), "l", 2, ' opacity=".7"')


def writing_hand(f: Drawing, at: Point, u: float, rot: float, flip: int, pen: str, size: float = .82) -> None:
    """Draw a hand that is writing, seen from above. The tip of the pen is at (123, 6) in the hand's coordinates.

    The thumb, the first finger and the middle finger hold the pen. The pen leans towards us, and rests on the skin between the
    thumb and the first finger. The other two fingers are curled under, and the edge of the little finger lies on the paper.
    """
    f.g(at, rot, u * size / 100, sy=flip)
    fine = u * size > 70  # the joints and knuckles of a small hand would be a tangle of lines
    if fine:  # the edge of the hand lies on the paper
        f.p(smooth([(2, 10, .3), (14, 24), (30, 36), (46, 44), (60, 49), (70, 45.4), (80, 42), (88, 34), (70, 20)]), "shade", ' opacity=".16"')
    # the middle finger, under the pen, and the narrow gap between the thumb and the pen
    f.p(smooth([(62, 18, .4), (80, 31), (92, 30.4), (102, 26), (109.6, 18.6), (112, 9, 1.1), (106, 0), (92, -6), (70, -20), (48, -22, .4), (40, -8, .4)]), "d")
    # the back of the hand, and the curled fingers, each further back than the one before
    f.p(smooth([(-33, -13.4, .3), (-18, -14.2), (-4, -15.4), (10, -18), (30, -20), (52, -13, .7), (70, -6), (90, 2), (98, 10), (97.4, 19),
        (92, 26, .9), (85.4, 29.4, .4), (83.6, 35), (77, 39.6, .9), (70, 39.4, .4), (67, 43.6), (58.6, 45.4), (44, 39.6), (28, 31),
        (12, 23), (-4, 17.8), (-18, 15.2), (-33, 13.8, .3)]), "s")
    f.line("M70 20.500Q78 23.500 85.400 29.400M58 30.500Q64 34 70 39.400", "l", 2, ' opacity=".6"')
    # the thumb: its ball, two joints and the tip, whose pad lies against the pen
    tip: list[Node] = [(88, -28.4), (96, -21.6), (102.6, -13.6), (105, -7, 1.1), (102, -2), (96, -2.6), (89, -7)]
    f.p(smooth([(-18, -13, .3), (-6, -15), (7, -18), (19, -22.6), (31, -28.6), (42, -33.6), (51, -36.6), (60, -36),
        (70, -36.6), (79, -34.2), *tip,
        (81, -11.4), (71, -14.6), (58, -16, .6), (44, -11), (26, -4), (6, -4)]), "s")
    f.p("M112-.8L27-22Q21.600-22.600 20.300-19Q19.600-14.400 24.400-12.800L110 7.600Z", pen)
    f.p("M37-19.500L27-22Q21.600-22.600 20.300-19Q19.600-14.400 24.400-12.800L34.600-10.400Z", "shade")
    f.p("M112-.8L123 6.500L110 7.600Z", "sand").p("M118.600 3.600L123 6.500L117.800 7Z", "shade")
    f.p(smooth([(86, -25, .2), *tip[1:], (86, -12, .2)]), "s")
    # the first finger, whose pad lies on the pen opposite the thumb
    f.p(smooth([(58, -4, .3), (68, -2.4), (78, 0), (86, 2), (94, 3.9), (102, 5), (109, 6.4), (113, 10.4, 1.2), (111.6, 15),
        (105.600, 17.2), (96, 15.8), (87, 17), (76, 16.6), (60, 13, .3)]), "s")
    f.line("M66 15.500Q71 16.600 76 16.600Q82 17 88 16.400Q96 15.400 104 16.400", "l", 2, ' opacity=".6"')
    if fine:
        f.line("M86.500 4q3.500 3 3 8M69-33.500q4 2.600 4.400 8M57-1.500q4.500 2 4.500 7M58 12.500q4 2.500 3.600 7M50 25q3.400 2 2.600 6", "l", 1.8,
               ' opacity=".45"')
        f.line("M92-16.400L96.500-12", "rose", 7, ' opacity=".6"').line("M103 10.200L105.600 11.200", "rose", 6, ' opacity=".6"')  # nails
    f.end()


def leaning_arm(f: Drawing, sh: Point, heel: Point, u: float, face: int, k: str = "s", w: float = 1, slope: float = 0, size: float = .9, start: float = 0) -> None:
    """Draw the bare, nearly straight arm of a person who leans on a flat hand. Arm and palm are one outline.

    The wrist bends back, and the palm lies on a surface. On the near arm, the little finger is towards the viewer, and the thumb
    is beyond the palm. On the far arm, the first finger is towards the viewer, and no thumb is drawn.

    Args:
        sh: the shoulder.
        heel: the point on the surface where the heel of the hand lies.
        face: 1 if the fingers point right, -1 if left.
        k: "s" for the arm nearer to the viewer, "d" for the far arm.
        w: how thick the arm is; 1 is normal.
        slope: how far the surface falls away towards the fingers, in degrees.
        start: where the drawn part of the arm begins, from 0 (shoulder) to 1 (wrist). Use it to draw the end of a far arm a
            second time, in front of the surface. A far hand has lines between its fingers only if `start` is above 0.
    """
    a = math.radians(slope)

    # x is measured from the heel of the hand towards the fingertips, and y upwards from the surface
    def on(x: float, y: float, *shape: float) -> Node:
        x, y = x * u * size, y * u * size
        return (heel[0] + face * (x * math.cos(a) + y * math.sin(a)), heel[1] + x * math.sin(a) - y * math.cos(a), *shape)

    wr = on(-.02, .24)
    length = math.hypot(wr[0] - sh[0], wr[1] - sh[1])
    ex, ey = (wr[0] - sh[0]) / length, (wr[1] - sh[1]) / length

    # t is 0 at the shoulder and 1 at the wrist; `out` is the distance of the point in front of the arm's axis
    def by(t: float, out: float, *shape: float) -> Node:
        return (sh[0] + ex * t * length + face * ey * out * w * u, sh[1] + ey * t * length - face * ex * out * w * u, *shape)

    small = GRAIN.get() >= 1
    front = [by(*p) for p in ((0, .2, .4), (.3, .19), (.46, .155), (.56, .135, .8), (.68, .146), (.84, .118), (.95, .095, .6))
             if p[0] >= start and not (small and p[0] in (.3, .46, .84))]
    back = [by(*p) for p in ((.92, -.1), (.8, -.125), (.66, -.15), (.56, -.18, .7), (.44, -.16), (.2, -.2), (0, -.2, .4))
            if p[0] >= start and not (small and p[0] in (.8, .44, .2))]
    fine = u > 29
    fingers: list[tuple[Point, Point]] = []  # the axis of each finger
    if fine:  # the near hand's first finger is furthest from us, and the far hand's first finger is nearest to us
        tips = ((.93, .1), (1.02, .025), (.97, -.05), (.8, -.115)) if k == "s" else ((.78, .1), (.95, .045), (1.02, -.025), (.92,
            -.095))
        fingers = [(on(.42, .135 - i * .064)[:2], on(*tip)[:2]) for i, tip in enumerate(tips)]
        palm = [on(*p) for p in ((.09, .34, .8), (.2, .26), (.34, .22), (.48, .175, .6), (.54, .05), (.46, -.09, .6),
            (.32, -.115), (.16, -.1), (.02, -.07), (-.09, -.01), (-.145, .1), (-.13, .25, .8))]
    else:
        palm = [on(*p) for p in ((.14, .275, .7), (.32, .25), (.48, .21), (.66, .15), (.84, .1), (.94, .06), (.96, .01, 1.3),
            (.9, -.04), (.5, -.05), (.1, -.05), (-.1, 0), (-.155, .1, .8)) if not (small and p[0] in (.32, .66, .84, .96, .5))]
    if start:
        front[0], back[-1] = (*front[0][:2], 0), (*back[-1][:2], 0)
    if fine and k == "s":  # the thumb, beyond the palm
        f.p(smooth([on(.04, .33, .3), on(.16, .33), on(.3, .335), on(.44, .315), on(.56, .275), on(.62, .23, 1.3), on(.57, .195),
            on(.44, .14, .4), on(.1, .1, .3)]), k)
    elif k == "s":
        f.p(cap(on(.1, .22)[:2], .1 * u * size, on(.5, .27)[:2], .05 * u * size), k)  # the thumb
    f.p("".join(limb(a, .056 * u * size, lerp(a, b, .5), .049 * u * size, b, .036 * u * size) for a, b in fingers), k)
    f.p(smooth([*front, *palm, *back]), k)
    if fine and (k == "s" or start):
        f.line("".join(f"M{xy(lerp(lerp(a, c, .5), lerp(b, d, .5), .16))}L{xy(lerp(lerp(b, d, .5), a, .12))}"
                       for (a, b), (c, d) in pairwise(fingers))
               + f"M{xy(on(-.05, .31))}Q{xy(on(.0, .265))} {xy(on(.07, .285))}"
               + (f"M{xy(on(.26, .245))}Q{xy(on(.44, .235))} {xy(on(.57, .195))}" if k == "s" else ""), "l", .022 * u,
               ' opacity=".6"')
    elif k == "s" or start:
        f.line(f"M{xy(on(.52, .09))}Q{xy(on(.64, .06))} {xy(on(.72, -.03))}", "l", .03 * u, ' opacity=".7"')


Finger = tuple[Point, Point, Point, float, float]


def digits(fingers: list[Finger], web: float = .3, plain: bool = False) -> list[Node]:
    """Return the outline of separate fingers that bend and taper, as part of the outline of a hand.

    Each finger is given by its knuckle, its joint, the middle of its round end, and half its width at the joint and at the end.

    Args:
        web: where the skin between two fingers ends, from 0 (at the knuckles) to 1 (at the joints).
        plain: whether the outline has as few points as possible, for small hands.
    """
    outline: list[Node] = []
    for i, (knuckle, joint, end, r, s) in enumerate(fingers):
        if i:
            last = fingers[i - 1]
            outline.append((*lerp(lerp(last[0], last[1], web), lerp(knuckle, joint, web), .5), .2))
        far = dist(joint, end)
        x, y = (end[0] - joint[0]) / far, (end[1] - joint[1]) / far
        outline += [*([] if plain else [(joint[0] + y * r, joint[1] - x * r)]), (end[0] + y * s, end[1] - x * s),
                    (end[0] + x * s, end[1] + y * s, 1.7), (end[0] - y * s, end[1] + x * s),
                    *([] if plain else [(joint[0] - y * r, joint[1] + x * r)])]
    return outline


def _hang(f: Drawing, fine: bool) -> None:
    # the fingers lie together and bend a little; the thumb is in front of them
    f.p(smooth([(-9, -12, .5), (4, -14), (15, -19), (27, -25.4), (39, -29.4), (50, -30.6), (55.4, -27.4, 1.2), (52, -22.6), (43, -19.6),
        (39, -16.4, .5), (54, -18), (69, -17.6), (80, -14), (83.4, -9.4, 1.2), (81.6, -5, .6), (88, -3.6), (91.6, 1, 1.2), (87, 5, .6),
        (86, 9.4, 1.2), (79, 11.6, .6), (75, 15.6, 1.1), (64, 18.4), (46, 19.8), (28, 18.6), (10, 15.4), (-9, 12.4, .5)] if fine else [(-9, -12,
        .5), (16, -20), (44, -31), (54, -26), (40, -17, .5), (76, -16), (92, 1), (76, 16), (36, 19), (-9, 12.4, .5)]), "s")
    if fine:
        f.line("M80-5L62-6.600M86.500 5L64 4.400M78.500 11.600L62 12.400", "l", 2, ' opacity=".55"')


def forearm_to(wrist: Point, elbow: Point, rot: float, scale: float, full: float = 1, thin: float = 14.4) -> str:
    """Return the path of a bare forearm, widest below the elbow. Its edges meet those of the back of a hand.

    Args:
        rot: the hand's angle.
        scale: a hundredth of the hand's length.
        full: how much it widens towards the elbow, from 0 (as narrow as the wrist) to 1.
        thin: half the width of the wrist, in hundredths of the hand's length.
    """
    far, way = dist(wrist, elbow), math.atan2(elbow[1] - wrist[1], elbow[0] - wrist[0])
    bend = (math.radians(rot) - way) % (2 * math.pi) - math.pi

    def off(ahead: float, out: float, turn: float, *shape: float) -> Node:
        th = way + bend * turn
        return (wrist[0] + math.cos(th) * ahead - math.sin(th) * out * scale, wrist[1] + math.sin(th) * ahead + math.cos(th) * out * scale, *shape)

    return smooth([node for side in (1, -1) for node in [
        off(-32 * scale, side * 21, 1, .3), off(-14 * scale, side * 19.2, .85), off(0, side * (thin + 1.4), .5),
        off(16 * scale, side * thin, .15),
        *(off(far * t, side * (thin + full * w), 0, *r) for t, w, *r in
          ((.26, 5), (.44, 10.6), (.6, 12.4), (1, 9.6, .3)))][::side]])


def spread_hand(f: Drawing) -> None:
    """Draw the back of a large hand that lies flat with its fingers apart, in the hand's own coordinates."""
    # the ball of the thumb, its knuckle, its joint, and its end, which bends a little towards the fingers
    thumb: list[Node] = [(-24, -9.4, .3), (-14, -13), (-6, -19), (1, -26.4), (9, -34), (18.6, -41), (31, -46.4), (42, -52),
        (54, -55.4), (64, -56.4), (70.4, -52.4, 1.2), (67.6, -46), (59, -42.6), (49.4, -38.6), (40.4, -33.4), (35.4, -28), (38, -23.6, .7)]
    back_of_hand(f, thumb, fan(-10, -2.5, 5, 13.5, seen=(1.12, 1.16, 1.09, 1), web=.2))
    # the joint of the thumb, and the wrist bone
    f.line("M43.400-49.400Q47.400-46.600 48-42M-16 7Q-12 3.500-8 6.500", "l", 1.8, ' opacity=".5"')
    f.line("M62.800-52.400L65.400-52.200", "rose", 5.2, ' opacity=".6"')


CROSSING: list[Node] = [
    (-16, -9, .3), (0, -14.6), (10, -21), (22, -30), (34, -37.4), (48, -43.4), (60, -48), (71, -51), (81, -51.6), (86, -47, 1.2),
    (82, -42), (72, -39), (62, -35), (56, -30.6), (53, -25, .7)]
"""The outline of the thumb of a hand that lies across the other hand."""


def _cross(f: Drawing) -> None:
    back_of_hand(f, CROSSING, LARGE_CLOSE)
    f.line("M58-46Q62-43 61-38", "l", 1.8, ' opacity=".5"').line("M77-47.500L80-47.700", "rose", 5, ' opacity=".6"')


PRESSING: list[Finger] = [((47, -15), (71, -23.6), (92, -27), 6.2, 5.3), ((51, -5), (81, -9), (106, -9), 6.4, 5.4),
                          ((49.6, 5), (78, 6), (101, 8), 6.2, 5.3), ((44, 14), (62, 17.6), (80, 21), 5.5, 4.8)]
"""The four fingers of a hand whose thumb presses, from the first finger to the little one. They lie apart."""


def _press(f: Drawing) -> None:
    # the thumb: its ball, two joints, and the broad end, which is bent and sinks into the skin
    f.p(smooth([(-20, -9, .3), (-8, -13), (2, -18.6), (10, -26.6), (17, -35), (22, -44.6), (28, -54, .8), (36, -61), (45, -67),
        (55, -71.6), (63, -71.4, 1.2), (66, -65), (61, -58.6), (53, -54), (48, -49, .8), (44.6, -42), (42.6, -34), (45, -27, .6),
        *digits(PRESSING, .3), (42, 23), (28, 24), (14, 20), (2, 15.8), (-9, 12), (-20, 8, .3)]), "s")
    f.line("".join(f"M{xy((x - 3, y - 3.4))}q4.600 3.400 0 6.800" for (x, y), *_ in PRESSING), "l", 1.8, ' opacity=".35"')
    f.line("".join(f"M{xy(lerp(q, p, .12))}L{xy(lerp(q, p, .01))}" for _, p, q, *_ in PRESSING), "rose", 5.6, ' opacity=".6"')
    f.line("M30-55.500Q36-54 38.500-48.500", "l", 1.8, ' opacity=".45"')
    f.p("M53-67.400q3-3 8.600-3.200q3.400 2.200 2 6.400q-5.600 2.800-10.600-3.200Z", "rose", ' opacity=".6"')  # the thumbnail


BROAD: list[Finger] = [((47, -19), (74, -23), (98, -25), 7.5, 6.2), ((51, -6), (81, -7.4), (109, -7.6), 7.8, 6.4),
                       ((49, 7.2), (78, 8.8), (104, 11), 7.5, 6.2), ((43, 19.4), (66, 23.6), (86, 28.4), 6.5, 5.4)]
"""The four fingers of a broad hand that leans on a body, from the first finger to the little one."""


def _lean(f: Drawing) -> None:
    # the thumb lies apart, and its broad ball and the heel of the hand run into a thick wrist
    f.p(smooth([(-30, -15, .3), (-16, -18), (-3, -21.6), (9, -26.6), (20, -33.4), (31, -41.4), (42, -48.6), (53, -55), (63, -58.4),
        (70.4, -55.6, 1.2), (69, -48.4), (59, -42), (51, -35.4), (48, -28.4, .6), *digits(BROAD, .5), (45, 28.2), (30, 27.4),
        (15, 24.6), (2, 21), (-14, 18.4), (-30, 15, .3)]), "s")
    f.line("".join(f"M{xy(lerp(lerp(a, c, .5), lerp(b, d, .5), .12))}L{xy(lerp(lerp(a, c, .5), lerp(b, d, .5), .47))}"
                   for (a, b, *_), (c, d, *_) in pairwise(BROAD)), "l", 1.9, ' opacity=".55"')
    f.line("".join(f"M{xy(lerp(q, p, .16))}L{xy(lerp(q, p, .02))}" for _, p, q, *_ in BROAD) + "M63-53.600L66-54.800", "rose", 6.6,
           ' opacity=".6"')
    f.line("M46-50.500Q50.500-48.500 51.500-43.500", "l", 1.8, ' opacity=".5"')


KNEADING: list[Finger] = [((46, -13.6), (68, -16.4), (87, -10.6), 6.5, 5.7), ((49.6, -3.8), (74, -4.6), (96, 1), 6.7, 5.8),
                          ((48, 6), (71, 6.6), (92, 11.4), 6.4, 5.6), ((43, 15), (61, 17.4), (78, 22), 5.7, 5)]
"""The four fingers of a hand that kneads. They lie side by side over a fold, and bend down behind it."""


def _knead(f: Drawing) -> None:
    # the fingers lie over the fold, and the thumb presses on this side of it, along the fold
    f.p(smooth([(-44, -14.6, .3), (-27, -16.4), (-12, -18.6), (0, -22.6), (10, -28.4), (17.4, -35.6), (24, -44), (31, -53, .9), (41, -60.4), (52, -64.6),
        (60, -64, 1.2), (61.6, -57.6), (55, -52), (47.6, -46.4), (42.6, -40, .9), (38.6, -32), (38.6, -26), (44, -21, .5),
        *digits(KNEADING, 1), (43, 22.6, .8), (29, 24), (14, 20.6), (2, 17), (-9, 15), (-24, 13, .3)]), "s")
    forks = [[lerp(lerp(p[k], p[k + 1], t), lerp(q[k], q[k + 1], t), .5) for k, t in ((0, .4), (0, 1), (1, .5))]
             for p, q in pairwise(KNEADING)]
    f.line("".join(f"M{xy(p)}L{xy(m)}L{xy(q)}" for p, m, q in forks), "l", 1.9, ' opacity=".6"')
    # the bent joints of the fingers, and those of the thumb
    f.line("".join(f"M{xy((x - 1, y - 3.6))}q3 3.400 .6 7.200" for _, (x, y), *_ in KNEADING) + "M28.500-49.500Q33-49.500 37-45",
           "l", 1.8, ' opacity=".45"')
    f.line("".join(f"M{xy(lerp(q, p, .08))}L{xy(lerp(q, p, -.04))}" for _, p, q, *_ in KNEADING) + "M48.500-60.500L52.500-61.800", "rose", 5.4,
           ' opacity=".6"')


def shoe(f: Drawing, at: Point, u: float, face: int = 1, rot: float = 0, k: str = "shoe", bare: bool = False) -> None:
    """Draw a foot seen from the side.

    Args:
        at: the ankle joint, which is .27 of a head's height above the sole.
    """
    f.g(at, rot, u / 100, sx=face)
    if bare:
        f.p(smooth([(-15, -14), (-20, 2), (-25, 14), (-23, 24), (-12, 27, .5), (4, 25), (20, 23.5), (34, 27, .6), (62, 27, .6), (73, 23), (72, 15.5), (58, 9.5), (42, 4), (24, -8), (16, -18)]), "s")
        f.line("M67 18.5Q70 17 73 18.5", "l", 2)
    else:
        bend = math.radians(rot * face) if rot * face > 26 and GRAIN.get() < 1 else 0  # the heel rises, and the toes stay flat on the ground
        sole: list[Node] = [(-19, -12, .4), (-24, 4), (-25, 20, .6), (-22, 27, .2), (0, 27, .2), (4, 23.8, .6), (20, 23.8, .6), (30, 27, .3), (64, 27, .5), (75, 22, .9), (74, 12), (60, 5), *([] if bend else [(44, 2), (32, -4)]), (21, -14, .4)]
        c, s = math.cos(bend), -math.sin(bend)
        f.p(smooth([(38 + (x - 38) * c - (y - 27) * s, 27 + (x - 38) * s + (y - 27) * c, *r) if x > 40 else (x, y, *r) for x, y, *r in sole]), k)
        if u > 50 and not bend:  # the sole
            f.line("M-22 24.6H1L5 21.4H20L29 24.6H63", "shade", 4.6, ' opacity=".3"')
    f.end()


def turned(outline: list[Node], degrees: float) -> list[Node]:
    """Turn an outline about the point (0, 0)."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x * c - y * s, x * s + y * c, *r) for x, y, *r in outline]


def foot_up(f: Drawing, at: Point, u: float, rot: float = 0, k: str = "bare") -> None:
    """Draw the foot of somebody who lies on their back. The toes point up, and the heel is .27 of a head below the ankle.

    Args:
        at: the ankle joint.
        k: the colour of the sock, or "bare".
    """
    f.g(at, rot, u * .009)
    f.p(smooth([(-16, -22, .4), (-4, -32), (6, -60), (9, -82), (18, -89), (25, -80), (26, -54), (20, -20), (23, 4), (27, 20), (18, 31), (2, 30), (-16, 20, .4)]), "s" if k == "bare" else k)
    if k == "bare":
        f.line("M14-85Q18-84 19-80M1-3q7-4 9 4", "l", 3)
    f.end()


OPEN_PALM: list[Finger] = [((47, -15), (69, -18), (87, -18.6), 5.6, 4.8), ((50, -5), (74, -6), (97, -5), 5.8, 4.9),
                           ((48, 5.4), (71, 6.4), (91, 9), 5.6, 4.8), ((43, 15), (60, 18.4), (76, 22.6), 5.1, 4.3)]
"""The four fingers of an open palm, a little apart, from the first finger to the little one."""
RAISED_PALM: list[Node] = [(15, -20.4), (24, -28), (34, -36), (44, -42.6), (53, -44, 1.3), (53, -38), (44, -29), (40, -22, .3),
                           *digits(OPEN_PALM, .55), (44, 21.6), (28, 21.6)]
"""The outline of an open palm without its wrist, from the ball of the thumb round the fingers to the other edge."""
PALM_LINES = "M40-20Q16-12 13 7M50-12Q36 0 42 17"
LAID: list[Finger] = [((46, -15), (67, -16), (86, -13.6), 5.4, 4.8), ((50, -5.4), (75, -5), (97, -2), 5.5, 4.8),
                      ((48, 5), (71, 6.4), (91, 9.4), 5.3, 4.7), ((43, 14.4), (59, 17), (76, 20.4), 4.9, 4.3)]
"""The four fingers of a hand that lies flat on a body, from the first finger to the little one."""


def laid_hand(f: Drawing, at: Point, u: float, rot: float, flip: int, k: str = "s", size: float = .92,
              arm: list[Node] | None = None) -> None:
    """Draw a hand that lies flat on a body. Hand and arm are one outline.

    Args:
        at: the wrist.
        rot: the angle of the fingers, in degrees.
        flip: 1 if the thumb is on the left of the fingers, looking from the wrist to the tips; -1 if it is on the right.
        k: "s" for the near hand, "d" for the far one. The thumb of the near hand is behind the hand, in shade.
        arm: the outline of the arm, in the drawing's coordinates, from the little finger's side of the wrist round to the thumb's
            side.
    """
    c, s, scale = math.cos(math.radians(rot)), math.sin(math.radians(rot)), u * size / 100

    def to(p: Node) -> Node:
        x, y = p[0] * scale, p[1] * scale * flip
        return (at[0] + x * c - y * s, at[1] + x * s + y * c, *p[2:])

    thumb: list[Node] = [(2, -9, .3), (14, -18), (28, -27), (42, -33), (52, -34.6), (58.6, -31.4, 1.3), (54, -26), (46, -21),
                         (40, -12, .3)]
    f.p(smooth([to(p) for p in thumb]), "d")
    palm: list[Node] = [(2, -14.4), (20, -18.4), (36, -20.4)]
    edge: list[Node] = [(40, 20.4), (20, 17.4), (2, 14)]
    back: list[Node] = arm or [to((-18, 12.6, .3)), to((-18, -13, .3))]
    f.p(smooth([*(to(p) for p in (*palm, *digits(LAID, .7), *edge)), *back]), k)
    lines = [lerp(lerp(a[0], a[1], t), lerp(b[0], b[1], t), .5) for a, b in pairwise(LAID) for t in (.1, .7)]
    f.line("".join(("L" if i % 2 else "M") + xy(to(p)) for i, p in enumerate(lines))
           + (smooth([to(p) for p in ((16, -15), (28, -19), (40, -20))], closed=False) if k == "d" else ""),
           "l", 1.9 * scale, ' opacity=".55"')


LONG: list[Finger] = [((42, -14), (65, -17.6), (85, -19.6), 6, 5.2), ((45, -5), (71, -6), (95, -6.4), 6.2, 5.3),
                      ((43.6, 4.6), (68, 6.4), (89, 8), 6, 5.2), ((39, 13), (56, 17.6), (73, 21.6), 5.4, 4.7)]
"""The four fingers of a hand whose fingers are as long as its palm, from the first finger to the little one."""


TOGETHER: list[Finger] = [((44, -13.4), (66, -14), (86, -12.4), 4.8, 4.7), ((47, -4.6), (72, -4.8), (96, -3), 4.8, 4.7),
                          ((46, 4.2), (69, 4.4), (90, 6.4), 4.8, 4.7), ((42, 12.4), (57, 13.2), (74, 15.6), 4.4, 4.2)]
"""The same fingers side by side."""


def whole_hand(f: Drawing, at: Point, u: float, rot: float, flip: int, k: str = "s", size: float = .92, narrow: float = 1,
               arm: list[Node] | None = None, low: float = 0, fingers: list[Finger] = LONG) -> None:
    """Draw the back of a hand that lies flat, its thumb apart. Hand, thumb and arm are one outline.

    Args:
        at: the wrist.
        rot: the angle of the fingers, in degrees.
        flip: 1 if the thumb is on the left of the fingers, looking from the wrist to the tips; -1 if it is on the right.
        narrow: a factor for the width of the hand, at most 1. Less than 1 is for a hand that is turned aside and looks narrower.
        arm: the outline of the arm, in the drawing's coordinates, from the little finger's side of the wrist round to the thumb's
            side.
        low: how much closer than usual the thumb lies to the hand, in hundredths of the hand's length.
    """
    c, s, scale = math.cos(math.radians(rot)), math.sin(math.radians(rot)), u * size / 100

    def to(p: Node) -> Node:
        x, y = p[0] * scale, p[1] * scale * flip * narrow
        return (at[0] + x * c - y * s, at[1] + x * s + y * c, *p[2:])

    thumb: list[Node] = [(2, -14), (12, -21), (24, -31 + low * .5), (36, -38.6 + low), (47, -44 + low), (56.6, -47 + low),
                         (61.4, -43.6 + low, 1.3), (57, -38 + low), (49, -32.6 + low), (44, -25 + low * .3, .5)]
    edge: list[Node] = [(40, 20), (24, 20.4), (10, 17), (0, 13.4)]
    back: list[Node] = arm or [to((-18, 12, .3)), to((-18, -12, .3))]
    f.p(smooth([*(to(p) for p in (*thumb, *digits(fingers, 1 if fingers is TOGETHER else .42, u < 60), *edge)), *back]), k)
    lines = [lerp(lerp(a[0], a[1], t), lerp(b[0], b[1], t), .5) for a, b in pairwise(fingers) for t in ((.2, 1) if fingers is TOGETHER else (.1, .44))]
    f.line("".join(("L" if i % 2 else "M") + xy(to(p)) for i, p in enumerate(lines)), "l", 2 * scale, ' opacity=".6"')
