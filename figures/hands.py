"""Draws hands and feet. The coordinates of a hand are measured from its wrist at (0, 0). The fingers point right, and the middle
finger ends at (100, 0).
"""

from __future__ import annotations

from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, n, smooth

BACK: list[Node] = [(-7, -13, .6), (18, -20), (44, -22), (60, -20), (62, 0), (58, 20), (44, 23), (18, 19), (-7, 13, .6)]


def hand(f: Drawing, at: Point, u: float, rot: float = 0, flip: int = 1, pose: str = "flat", size: float = .82, tone: str = "s") -> None:
    """Draw the hand of a person whose head is u units tall.

    The poses are: flat (the back of the hand shows), over (like flat, but with the thumb hidden behind the hand), palm (the palm
    shows), knuckles (the back shows, with the fingers folded under), side (seen from its edge, with the palm down), hang
    (relaxed), press (the back shows, and the thumb is spread and presses down), knead (the fingers curl over a fold of skin, and
    the thumb presses against the fold), grip (closed around something thin).

    Args:
        flip: 1 for a hand whose thumb points up when its fingers point right (the back of a right hand, or the palm of a left
            hand); -1 for its mirror image.
        tone: "d" to draw the hand in the darker skin colour, for the hand that is further away.
    """
    f.g(at, rot, u * size / 100, sy=flip)
    f.far = tone == "d"
    {"flat": _flat if u * size >= 28 else _flat_small, "over": _over, "palm": _palm, "knuckles": _knuckles, "side": lambda f: _edge(f, u * size >= 26, u * size >= 60), "hang": lambda f: _hang(f, u * size >= 27), "press": _press, "knead": _knead, "grip": _grip}[pose](f)
    f.far = False
    f.end()


def _fingers() -> str:
    return cap((46, -15), 9.4, (87, -20), 5.4) + cap((50, -5), 9.4, (95, -6), 5.6) + cap((48, 6), 9, (90, 8.5), 5.4) + cap((44, 15), 8.4, (76, 22), 4.8)


def _flat(f: Drawing) -> None:
    f.p(cap((16, -8), 12.5, (36, -27), 9.5, 1, 0) + cap((36, -27), 9.5, (54, -33), 7), "s")
    _over(f)


def _flat_small(f: Drawing) -> None:
    f.p(cap((-4, 0), 15, (44, 0), 21) + cap((12, -8), 12, (48, -34), 8), "s")
    f.line("M46-14L88-20M50-5L94-6M48 6L89 8M44 15L77 21", "s", 10.6)
    f.line("M60-9L84-12.5M61 1L84 1M58 11L78 14.5", "l", 2.6)


def _over(f: Drawing) -> None:
    f.p(smooth(BACK) + _fingers(), "s")
    f.line("M58-9.5L84-12.5M60 1.5L86 1.5M57 11L79 15.5", "l", 2.6)


def _knuckles(f: Drawing) -> None:
    f.p(smooth([(-7, -12.8, .6), (18, -20), (44, -24), (60, -20), (66, 0), (60, 20), (44, 24), (18, 19), (-7, 12.8, .6)])
        + "".join(cap((50, y), 10, (62, y + .5), 9) for y in (-15, -5, 5, 15)), "s")
    f.p(cap((10, -10), 11, (34, -27), 9) + cap((34, -27), 9, (54, -25), 7), "s")
    f.line("M56-10H68M57 0H70M56 10H68M44-20Q36-22 30-19", "l", 2.6)


def _palm(f: Drawing) -> None:
    f.p(cap((14, -6), 14, (36, -28), 10, 2, 0) + cap((36, -28), 10, (54, -36), 7), "s")
    f.p(smooth(BACK) + _fingers(), "s")
    f.line("M54-9L84-12.5M55 1.5L86 1.5M53 11L79 15.5", "l", 2.4)
    f.line("M44-20Q26-14 22 10M52-16Q36 2 40 20", "d", 3)


def _edge(f: Drawing, fine: bool, large: bool = False) -> None:
    # the first finger is the nearest; the others are behind it, each a little higher
    if fine:
        f.p(smooth([(26, -13), (46, -16.5), (64, -14.5), (84, -7.5), (99, 1, .8), (96, 7), (60, 6), (34, 0)]), "d")
    f.p(smooth([(-7, -12.8, .6), (14, -16.5), (36, -15), (56, -7), (64, 4), (62, 16), (40, 18), (14, 17), (-7, 12.8, .6)])
        + cap((48, 0), 9, (101, 9), 5.4) + cap((50, 8), 9, (92, 15), 5.6), "s")
    f.p(cap((14, 5), 10.5, (38, 14), 7.4) + cap((38, 14), 7.4, (60, 19), 5.6), "s")
    f.line("M24-2Q42 4 58 12.5Q63 14 66 17" + ("M58 5.5L86 10.5" if fine else ""), "l", 2.2 if large else 2.6)
    if large:  # the line between the far fingers, the knuckle, and the thumbnail
        f.line("M68-11.5Q84-7 95-.5M45-8Q50-6 53-2", "l", 1.8, ' opacity=".5"')
        f.p("M55 14.5q6 .5 8.5 3.5q-1.5 3.5-6 3.5q-3-3-2.5-7Z", "rose", ' opacity=".45"')


def _grip(f: Drawing) -> None:
    f.p(smooth([(-7, -12.4, .6), (14, -17), (34, -22), (50, -18), (58, -4), (56, 14), (44, 23), (24, 22), (6, 15), (-7, 12.4, .6)]), "s")
    f.line("M46-17Q52-13 50-7Q44-4 34-7M54-5Q56 1 52 5Q44 7 34 4M53 9Q50 15 46 15Q38 16 32 13", "l", 2.4)
    f.p(cap((12, -10), 9, (34, -15), 7.5), "s")
    f.line("M18-2Q32-6 40-10", "l", 2.2)


def writing_hand(f: Drawing, at: Point, u: float, rot: float, flip: int, pen: str, size: float = .82) -> None:
    """Draw a hand that is writing. The tip of the pen is at (118, 5). (The tip of a straight middle finger would be at (100, 0).)

    The first finger and the thumb hold the pen from both sides, and the middle finger supports it from below. The upper end of
    the pen leans back over the skin between the thumb and the first finger.
    """
    f.g(at, rot, u * size / 100, sy=flip)
    f.p(cap((36, 30), 10, (62, 38), 8.6) + cap((62, 38), 8.6, (74, 31), 6.6), "d")  # the folded ring finger and little finger
    f.p(smooth([(26, -26), (60, -28), (88, -10), (100, 8), (84, 20), (44, 12)]), "d")  # the inside of the hand, which is in the shade
    f.p(cap((46, 20), 11, (78, 26), 8.8) + cap((78, 26), 8.8, (102, 13), 6.4), "s")  # the middle finger, which supports the pen from below
    f.p(smooth([(-16, -13.5, .4), (6, -16), (28, -16), (46, -6), (58, 8), (60, 24), (48, 34), (26, 31), (6, 20), (-16, 13.5, .4)])
        + cap((6, -6), 13, (42, -31), 11, 3, 0), "s")
    f.p("M105-2.4L-14-23.4L-16-13.6L102 6.6Z", pen)  # the pen, which lies across the skin between thumb and first finger
    f.p("M-12-23L-24-25.2Q-29-25.6-30-21Q-30.6-16.6-26-15.4L-14-13.2Z", "shade")
    f.p("M105-2.4L121 6L102 6.6Z", "sand")
    f.p("M114 2.2L121 6L113 6.4Z", "shade")
    f.p(cap((42, -31), 11, (71, -25), 8.8) + cap((71, -25), 8.8, (93, -8), 6.8), "s")  # the thumb
    f.p(cap((44, 10), 11.4, (78, 8), 9) + cap((78, 8), 9, (101, 1), 6.6), "s")  # the first finger, which holds the pen
    f.line("M54 21.5Q68 20 80 18L93 12M84-1.2L95-3.4M66-18Q74-17 80-12", "l", 2.2)
    f.p("M97-3.4q6-.8 8 2.6q-2 3.4-7 3q-3.4-2.6-1-5.6ZM86-11.5q4.4 0 7.4 3.4q-1.6 3-6 1.6q-3-2.6-1.4-5Z", "rose", ' opacity=".6"')  # nails
    f.end()


def resting_hand(f: Drawing, at: Point, u: float, face: int = 1, *, rot: float = 0, size: float = .82, sink: float = 0, cloth: str = "", upto: float = 1.3) -> None:
    """Draw a hand that lies flat on a surface, seen from the side of the thumb. The hand and its forearm are drawn as one
    outline.

    The heel of the hand and the fingers touch the surface. From the wrist, the forearm rises at 40 degrees.

    Args:
        at: the point where the heel of the hand touches the surface. The fingertips are 1.1 hand lengths from there.
        face: 1 if the fingers point right, -1 if left.
        sink: how far the middle of the hand sinks into the surface, in hundredths of a hand's length.
        cloth: the colour of the sleeve, or an empty string for a bare arm.
        upto: the distance from the wrist to the end of the sleeve, in hand lengths.
    """
    f.g(at, rot, u * size / 100, sx=face)
    f.p(smooth([(40, -29), (66, -27), (86, -20), (105, -8), (108, -2, .8), (100, 1 + sink * .4), (60, sink)]), "d")  # the far fingers
    f.p(smooth([(-230, -239, .3), (-100, -131), (-46, -80), (-8, -42), (10, -34), (34, -32), (55, -28), (72, -19), (86, -14), (98, -6), (102, -1, .8), (97, 2), (78, 1 + sink * .8), (52, sink), (22, sink * .6),
                (4, 2), (-5, -4), (-11, -13), (-40, -38), (-100, -84), (-258, -206, .3)]), "s")
    y = sink * .7
    f.p(cap((8, -13), 11, (38, -10 + y), 8.4, 1, 0) + cap((38, -10 + y), 8.4, (64, -3.5 + y), 6), "s")  # the thumb
    f.line(f"M20-22Q38 {n(-20 + y)} 48 {n(-14 + y)}T69 {n(-5 + y)}M60-13Q76-9 94-2M67-25Q84-19 98-10M-2-30Q2-24 1-18", "l", 2)
    f.p(f"M60 {n(-8.6 + y)}q7 .6 9.4 4q-2 3-6.6 3q-3-3-2.8-7Z", "rose", ' opacity=".5"')
    if cloth:
        x, z = -24 - upto * 77, -27 - upto * 64
        f.p(smooth([(x + 17 + upto * 3, z - 20 - upto * 4, .3), (x - 17 - upto * 3, z + 20 + upto * 4, .3), (-280, -190, .3), (-210, -270, .3)]), cloth)
    f.end()


def _hang(f: Drawing, fine: bool) -> None:
    thumb = smooth([(-8, -9), (12, -19), (32, -27), (50, -28), (56, -23), (50, -18), (38, -14), (20, -2)])
    if not fine:
        f.p(smooth([(-7, -12.4, .6), (16, -16), (44, -17), (70, -10), (88, 2), (90, 10, .8), (80, 13), (60, 14), (40, 17), (14, 16), (-7, 12.4, .6)]), "s")
        f.p(thumb, "s")
        f.line("M26-12Q36-16 50-18M52 2Q68 2 82 7", "l", 2.4)
        return
    f.p(smooth([(-7, -12.4, .6), (14, -15), (38, -18), (54, -15), (60, 2), (54, 16), (36, 19), (12, 15), (-7, 12.4, .6)])
        + cap((42, -13), 8, (66, -14), 6.8) + cap((66, -14), 6.8, (86, -9), 5.2) + cap((44, -6), 8.8, (68, -5), 7.4) + cap((68, -5), 7.4, (91, 0), 5.4) + cap((46, 4), 8.8, (70, 6.5), 7.2) + cap((70, 6.5), 7.2, (94, 12), 5.2) + cap((42, 12), 7.8, (63, 16), 6.4) + cap((63, 16), 6.4, (80, 22), 4.8), "s")
    f.line("M60-9.5Q70-9.5 80-6.5M58-.5Q70 0 85 4.5M54 10Q64 12 76 16", "l", 2.2)
    f.p(thumb, "s")
    f.line("M26-11Q36-16 50-18.5", "l", 2.2)


def _press(f: Drawing) -> None:
    f.p(smooth([(-7, -13, .6), (16, -22), (44, -23), (62, -20), (64, 0), (60, 20), (44, 23), (18, 19), (-7, 12.8, .6)])
        + cap((48, -14), 9.2, (88, -21), 5.6) + cap((52, -4), 9.4, (97, -7.5), 5.6) + cap((50, 6), 9, (92, 8), 5.4) + cap((46, 15), 8.2, (78, 21), 5)
        + cap((20, -10), 15, (44, -36), 10, 0, 1) + cap((44, -36), 10, (60, -53), 8), "s")
    f.line("M60-10.5L85-14M62 0.5L90-.5M59 11L82 13.5M38-33Q43-37 49-36", "l", 2.6)
    f.g((60, -53), 45).ell((1, 0), 5.4, 4.4, "d").end()


def _knead(f: Drawing) -> None:
    f.p(cap((62, -20), 9, (82, -23), 6.6) + cap((66, -9), 9, (88, -11), 6.8) + cap((64, 2), 9, (84, 3), 6.6) + cap((58, 13), 8.4, (74, 17), 6), "d")  # the fingertips, which curl down
    f.p(smooth([(-7, -13, .6), (16, -22), (44, -25), (64, -24), (70, -8), (64, 18), (44, 23), (18, 19), (-7, 12.8, .6)])
        + cap((46, -16), 9.6, (70, -21), 8.4) + cap((50, -6), 9.6, (76, -9.5), 8.6) + cap((48, 4), 9.4, (72, 3), 8.4) + cap((44, 14), 8.8, (64, 15.5), 7.8)
        + cap((16, -8), 15, (38, -38), 11, 0, 1) + cap((38, -38), 11, (62, -52), 8), "s")
    f.line("M58-13L80-15M60-3L84-3.5M56 8L76 9M34-30Q40-29 46-32", "l", 2.6)


def shoe(f: Drawing, at: Point, u: float, face: int = 1, rot: float = 0, k: str = "shoe", bare: bool = False) -> None:
    """Draw a foot seen from the side.

    Args:
        at: the ankle joint, which is .27 of a head's height above the sole.
    """
    f.g(at, rot, u / 100, sx=face)
    if bare:
        f.p(smooth([(-15, -14), (-24, 8), (-26, 22), (-16, 27, .5), (30, 27), (66, 27, .5), (76, 22), (72, 13), (46, 4), (24, -8), (16, -18)]), "s")
        f.line("M66 20Q70 18 74 20", "l", 2)
    else:
        f.p(smooth([(-18, -8, .4), (-25, 10), (-27, 23, .6), (-22, 27, .3), (30, 27), (74, 27, .4), (82, 21), (74, 11), (46, 3), (22, -10, .4)]), k)
    f.end()


def front_foot(f: Drawing, at: Point, u: float, side: int, k: str = "shoe", hang: bool = False) -> None:
    """Draw a foot seen from the front and turned slightly outwards.

    Args:
        at: the ankle joint.
        hang: whether the foot hangs down. More of the top of such a foot is visible.
        k: the colour of the shoe, or "bare".
    """
    f.g(at, -side * (6 if hang else 0), u / 100, sx=side)
    low = 52 if hang else 27
    bare = k == "bare"
    f.p(smooth([(-15, -12, .5), (-17, 6), (-21, low * .62), (-17, low - 1), (2, low), (24, low - 1), (30, low * .7), (20, 6), (15, -12, .5)]), "s" if bare else k)
    if bare:
        f.line("".join(f"M{x} {low - 9 + i}v6" for i, x in enumerate((-4, 5, 13, 20))), "l", 2.4)
    f.end()
