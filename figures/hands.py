"""Draws hands and feet. The coordinates of a hand are measured from its wrist at (0, 0). The fingers point right, and the middle
finger ends at (100, 0).
"""

from __future__ import annotations

import math

from figures.drawing import Drawing
from figures.geometry import GRAIN, Node, Point, cap, limb, n, smooth

BACK: list[Node] = [(-6, -10, .6), (16, -17), (44, -22), (67, -25), (85, -23), (92, -17, 2), (87, -12), (80, -11, 0), (92, -11), (100, -5, 2), (94, 1), (78, 1, 0), (88, 3), (94, 8, 2),
                    (87, 13), (71, 14, 0), (77, 21, 2), (71, 26), (58, 25), (38, 23), (-6, 10, .6)]
"""The outline of the back of a hand and its fingers, which lie loosely side by side."""
LONG: list[Node] = [(-8, -12, .6), (8, -14.4), (26, -20), (47, -27.4), (68, -27.6), (86, -26), (93, -20.6, 1.8), (87, -15.4), (74, -14), (59, -13, .1), (76, -13.4), (94, -12), (101, -6, 1.8), (94.6, -.2), (78, 0), (61, .6, .1),
                    (76, 1.2), (89, 3), (96, 8.6, 1.8), (89.6, 13.4), (74, 12.8), (57, 13, .1), (66, 15), (76, 17.6), (82, 22.6, 1.8), (75.6, 27.2), (60, 27), (44, 26), (26, 20.6), (8, 15), (-8, 12, .6)]
"""The same for a large hand: one sees the fingers from the knuckles on, and they are as long as the back of the hand."""


def hand(f: Drawing, at: Point, u: float, rot: float = 0, flip: int = 1, pose: str = "flat", size: float = .82, tone: str = "s") -> None:
    """Draw the hand of a person whose head is u units tall.

    Args:
        pose: one of the following.
            flat: the back of the hand shows.
            over: like flat, but the thumb is hidden behind the hand.
            palm: the palm shows.
            stop: like palm, but the hand is turned a little to the side, with the fingers close together.
            knuckles: the back of the hand shows, with the fingers folded under.
            side: the hand is seen from the edge, with the palm down.
            lift: like side, but with the palm up, to carry something.
            hang: the hand is relaxed.
            press: the back of the hand shows, and the thumb is spread and presses down.
            knead: the fingers curl over a fold of skin, and the thumb presses against the fold.
            grip: the hand is closed around something thin.
            hold: the thumb lies on something flat, which hides the fingers.
            hook: like flat, but with the thumb close, for a hand that lies across the other hand.
        flip: 1 if the thumb points up when the fingers point right (the back of a right hand, or the palm of a left hand); -1 for
            the mirror image.
        tone: "d" for the darker skin colour of the hand that is further away.
    """
    f.g(at, rot, u * size / 100, sy=flip)
    f.far = tone == "d"
    {"flat": lambda f: _flat(f, u * size >= 64) if u * size >= 28 else _flat_small(f), "over": lambda f: _over(f, u * size >= 64), "palm": lambda f: _palm(f, u * size >= 40) if u * size >= 28 else _palm_small(f, 0), "knuckles": _knuckles, "side": lambda f: _edge(f, u * size >= 26, u * size >= 60), "lift": lambda f: _edge(f, u * size >= 26, u * size >= 60), "hang": lambda f: _hang(f, u * size >= 27), "press": _press, "hook": _hook, "knead": _knead, "grip": _grip, "hold": _hold, "stop": lambda f: _stop(f) if u * size >= 30 else _palm_small(f, -6)}[pose](f)
    f.far = False
    f.end()


def _flat(f: Drawing, fine: bool) -> None:
    f.p(smooth([(0, -8), (16, -23), (33, -36), (52, -43), (67, -46), (72, -42, 1.3), (68, -36), (57, -31), (53, -25), (62, -22), (44, -10), (14, -4)]), "s")
    _over(f, fine)
    if fine:
        f.line("M48.6-38.6Q52-35.4 51.6-31.6", "l", 1.8, ' opacity=".5"')


def _flat_small(f: Drawing) -> None:
    f.p(cap((-4, 0), 15, (44, 0), 21) + cap((12, -8), 12, (48, -34), 8), "s")
    f.line("M46-14L88-20M50-5L94-6M48 6L89 8M44 15L77 21", "s", 10.6)
    f.line("M60-9L84-12.5M61 1L84 1M58 11L78 14.5", "l", 2.6)


def _over(f: Drawing, fine: bool) -> None:
    if fine:
        f.p(smooth(LONG), "s")
        f.line("M60-13Q74-14.6 84-15M62 .6Q78-.4 92-.2M58 13Q72 12.2 86 13.4M48-19q4 3 3 7M52-5q4 3 3 7", "l", 1.8, ' opacity=".7"')
        return
    f.p(smooth(BACK), "s")
    f.line("M62-11Q73-12 83-11M63 1H82M60 12Q67 12 74 14", "l", 2, ' opacity=".8"')


def _knuckles(f: Drawing) -> None:
    f.p(smooth([(-7, -12.8, .6), (18, -20), (44, -24), (60, -20), (66, 0), (60, 20), (44, 24), (18, 19), (-7, 12.8, .6)])
        + "".join(cap((50, y), 10, (62, y + .5), 9) for y in (-15, -5, 5, 15)), "s")
    f.p(cap((10, -10), 11, (34, -27), 9) + cap((34, -27), 9, (54, -25), 7), "s")
    f.line("M56-10H68M57 0H70M56 10H68M44-20Q36-22 30-19", "l", 2.6)


def _palm(f: Drawing, fine: bool) -> None:
    f.p(smooth([(-6, -10, .6), (8, -17), (22, -28.6), (38, -40), (54, -49), (62, -48), (63, -42.4), (53, -34), (46, -26), (54, -25, .6), (72, -28), (87, -27), (93, -22, 1.6), (88, -16.4), (74, -13.6), (61, -10.5, 0),
                (78, -12), (94, -11.6), (101, -6, 1.6), (94, -.4), (78, -.6), (61, .5, 0), (76, 2.4), (89, 3.4), (95, 9, 1.6), (88, 14), (73, 12.4), (57, 11, 0), (64, 15), (74, 17.6), (79, 23.4, 1.6), (73, 28), (58, 27), (42, 25), (22, 20.5), (8, 15.5), (-6, 10, .6)]), "s")
    if fine:
        f.line("M52-20Q30-14 22-2T6 3M54-12Q40-4 42 22M51-18Q44-4 28 17", "d", 2.4)  # the lines of the palm


def _palm_small(f: Drawing, heel: float) -> None:
    f.p(smooth([(heel, -14, .5), (18, -24), (38, -40), (54, -52), (62, -46), (50, -32), (46, -22, .5), (58, -22, .5), (58, 23, .5), (22, 21), (heel, 13, .5)]), "s")
    f.line("M56-17L84-19M56-5.6L96-3.6M56 6L90 9.6M54 17L75 22", "s", 11)
    f.line("M48-16Q28-10 24 10", "d", 4)


def _edge(f: Drawing, fine: bool, large: bool = False) -> None:
    # the first finger is nearest to the viewer, and each of the others is a little higher
    if fine:
        f.p(smooth([(26, -13), (46, -16.5), (64, -14.5), (84, -7.5), (99, 1, .8), (96, 7), (60, 6), (34, 0)]), "d")
    f.p(smooth([(-7, -12.8, .6), (14, -16.5), (36, -15), (56, -7), (64, 4), (62, 16), *([(40, 17.6), (20, 17.6), (8, 19), (-4, 16.4), (-11, 8, .6)] if fine else [(40, 18), (10, 19), (-9, 11, .6)])])
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


def _stop(f: Drawing) -> None:
    f.p(smooth([(-6, -14, .7), (8, -22), (22, -30), (36, -39), (50, -47), (58.6, -45, 1.4), (57, -38), (48, -30), (43, -23, .5), (56, -23), (76, -23.4), (90, -22.4), (95, -17.2, 1.6), (90, -12.4), (74, -11.4), (60, -11, .2), (78, -11), (98, -9.4), (103.4, -4, 1.6), (98, .8), (78, .8), (60, .8, .2),
                (77, 1.4), (94, 3.4), (98.6, 8.6, 1.6), (93.6, 13), (75, 12.6), (57, 12.4, .2), (66, 14.4), (79, 17), (84, 22, 1.6), (78.6, 26.2), (60, 25), (40, 23), (20, 19.6), (4, 17, .7), (-9, 8), (-13, -4), (-11, -11)]), "s")
    f.line("M60-11L87-12.2M60 .8L96 .8M57 12.4L91 13", "l", 2, ' opacity=".7"')
    f.p(smooth([(4, -10), (20, -20), (46, -17), (54, -2), (48, 14), (26, 15), (8, 8)]), "rose", ' opacity=".25"')
    f.line("M42-21Q24-15 16 3M52-17Q36-8 35 18M55-11Q44 4 47 19", "d", 2.4)


def _hold(f: Drawing) -> None:
    f.p(smooth([(-7, -12.6, .6), (12, -16.5), (32, -20), (47, -17), (56, -6), (57, 7), (51, 18), (38, 23), (20, 20), (4, 15), (-7, 12.6, .6)]), "s")
    f.line("M57-4Q46-4.5 36-1M57 5Q46 5.5 36 8M53 14Q45 15 37 16", "l", 2, ' opacity=".8"')
    f.p(limb((8, -8), 12, (36, -20), 9.6, (60, -15), 7), "s")
    f.line("M18 3Q32-8 44-9.6L54-7.6", "l", 2, ' opacity=".8"')
    f.p("M56-20q7 .6 9.6 4.6q-2.6 2.8-7.6 2q-3-3-2-6.6Z", "rose", ' opacity=".5"')  # the thumbnail


def writing_hand(f: Drawing, at: Point, u: float, rot: float, flip: int, pen: str, size: float = .82) -> None:
    """Draw a hand that is writing, seen from above. The tip of the pen is at (118, 5) in the hand's coordinates.

    The thumb, the first finger and the middle finger hold the pen, and the other two fingers are curled. The pen points back over
    the forearm.
    """
    f.g(at, rot, u * size / 100, sy=flip)
    # the little finger and then the ring finger, curled on the paper
    f.p(smooth([(14, 20, .5), (30, 35), (44, 45), (56, 48.6), (66, 46, 1.2), (70.4, 39), (66, 31), (54, 26), (30, 12)]), "s")
    f.p(smooth([(24, 20, .5), (46, 32), (60, 40), (74, 42.4), (84, 39, 1.2), (87.6, 32), (83, 24), (70, 18), (40, 8)]), "s")
    f.p(smooth([(40, -24), (60, -32), (78, -24), (92, -8), (92, 8), (60, 8)]), "d")  # the inside of the hand, which is in shadow
    f.p(smooth([(34, 16, .5), (54, 28), (70, 33), (84, 32), (98, 25.6), (108, 17.6), (112.4, 10.6, 1.3), (107, 5), (94, 4), (60, 2)]), "s")  # the middle finger
    # the back of the hand, from the wrist to the knuckles
    f.p(smooth([(-12, -12.6, .6), (2, -14.4), (20, -24), (40, -28), (50, -21), (62, -12), (70, 0), (66, 12), (58, 24), (46, 33), (32, 33.4), (18, 26), (6, 17.6), (-2, 14.6), (-12, 12.6, .6)]), "s")
    # the thumb, with its pad on the pen
    f.p(smooth([(0, -13.6, .5), (14, -22), (28, -33), (42, -42), (55, -45), (68, -43), (79, -36.4), (89, -26), (98, -14), (103, -5, 1.3), (97, -1), (88, -7), (77, -17.4), (66, -25.4), (54, -25.6), (44, -18), (24, -8)]), "s")
    f.p("M107.8-4.3L11.8-41Q7-42 5-38Q4-33.500 8.2-31.600L104.2 5.1Z", pen)
    f.p("M21-37.500L11.8-41Q7-42 5-38Q4-33.500 8.2-31.600L17.400-28Z", "shade")
    f.p("M107.8-4.3L118.500 5.500L104.2 5.1Z", "sand")
    f.p("M114 1.4L118.500 5.500L112.600 5.3Z", "shade")
    # the first finger, with its tip on the pen
    f.p(smooth([(46, -2, .4), (56, -7), (64, -10.4), (73, -13.4), (82, -13.8), (91, -9), (100, -2.6), (107, 4, 1.3), (104.4, 9.6), (96, 10.8), (87, 9), (78, 7.4), (68, 11.6), (54, 15), (44, 12, .4)]), "s")
    f.p(smooth([(79, -34), (89, -25), (98, -13.6), (103, -4.6, 1.3), (97, -.6), (88, -6.6), (77, -17.4)]), "s")  # the end of the thumb
    f.line("M70-21.600Q82-13.600 89-6Q94-.8 98.600-.7M46 33Q60 33 66.6 39.6M58 25Q72 25 83 33M58 14.600C70 14 73 7.600 80 7.600S98 13 104 9.600", "l", 2, ' opacity=".7"')
    f.line("M71-39Q74.400-36 74-31.500M76-9.600Q81-6.400 80.600-.6M46-5q7 2 8 8M48 17q5 3 5 8", "l", 1.8, ' opacity=".45"')
    f.p("M98.400-.2q5.600.2 7.200 3.8q-1.600 3-6 1.8q-3-2.800-1.200-5.600ZM92-20.600q5.600 5 7.800 10.800q-3.600.6-6.800-3.2q-2.600-3.600-1-7.600Z", "rose", ' opacity=".6"')  # nails
    f.end()


def resting_hand(f: Drawing, at: Point, u: float, face: int = 1, *, size: float = .82, sink: float = 0) -> None:
    """Draw a hand that lies flat on a surface, seen from the thumb side, with its bare forearm.

    The heel of the hand and the four fingertips touch the surface. From the wrist, the forearm rises at 40 degrees.

    Args:
        at: the point where the heel of the hand touches the surface. The fingertips are 1.1 hand lengths from there.
        face: 1 if the fingers point right, -1 if left.
        sink: how far the middle of the hand sinks into the surface, in hundredths of a hand's length. Draw the surface after the
            hand.
    """
    y, low = sink * .6, 2 + sink * 1.8
    f.g(at, 0, u * size / 100, sx=face)
    f.p(limb((46, -28), 8.4, (64, -27 + y), 7, (80, -21 + y), 5.4) + limb((50, -22), 9.4, (76, -21 + y), 7.8, (98, -14 + y * .7), 6), "d")  # the little finger and the ring finger
    f.p(limb((50, -16), 10, (84, -14 + y * 1.4), 8.4, (108, -8.5 + y * .7), 6.2) + limb((48, -10), 10, (78, -7 + y * 1.7), 8, (98, -5 + y * .7), 6), "s")
    f.p(smooth([(-238, -248, .3), (-160, -182), (-88, -113), (-42, -72), (-17, -45), (-4, -35), (14, -33), (34, -35), (50, -34), (62, -28), (70, -17), (84, -5 + y * 1.6, .6), (78, low, .4), (30, low), (4, 3), (-8, -1), (-15, -8), (-25, -17), (-62, -44), (-116, -86), (-196, -150), (-278, -218, .3)]), "s")
    f.line(f"M58-31Q78 {n(-29 + y)} 95 {n(-20 + y * .7)}M60-25Q84 {n(-24 + y * 1.4)} 106 {n(-15 + y * .7)}M62-18Q80 {n(-17 + y * 1.7)} 97 {n(-11.6 + y * .7)}", "l", 1.8)
    f.p(limb((6, -10), 12.4, (34, -7 + y), 9.4, (62, -4 + y * 1.4), 6.6), "s")
    thumb = smooth([(12, -22), (26, -20.6 + y * .4), (42, -15.4 + y), (58, -11 + y * 1.3), (67, -7 + y * 1.4, .8), (67, 2 + y)], closed=False)
    f.line(thumb + "M-8-29Q-3-24-4-17", "l", 2)
    f.end()


def _hang(f: Drawing, fine: bool) -> None:
    # the fingers lie together, and the end of the thumb lies beside the first finger
    thumb: list[Node] = [(-9, -11.6, .6), (6, -14), (20, -20), (34, -25.6), (48, -28), (56.6, -26, 1.4), (55, -21), (48, -18.6, .5)]
    if not fine:
        f.p(smooth([*thumb, (70, -18), (88, -12), (98, -2), (93, 8), (80, 18), (62, 21), (42, 20), (16, 15), (-9, 11.6, .6)]), "s")
        f.line("M66-6L88-4M64 6L84 8", "l", 2, ' opacity=".7"')
        return
    f.p(smooth([*thumb, (66, -18.6), (80, -17), (87.4, -11, 1.3), (89, -7.4, .6), (95, -6), (99.4, -.4, 1.3), (94, 4.6), (92, 6.6, .6), (93, 10, 1.2), (88, 14.4), (82, 15.6, .6), (80, 20, 1.2), (72, 22.6), (58, 22), (40, 20), (16, 15), (-9, 11.6, .6)]), "s")
    f.line("M64-8L88-7.4M63 3L92 5.4M60 12.6L82 15.6", "l", 1.5, ' opacity=".55"')
    f.line("M30-15Q40-19 50-18", "l", 1.6, ' opacity=".5"')


def _hook(f: Drawing) -> None:
    f.p(smooth([(0, -12), (12, -25), (27, -36), (42, -41), (55, -45), (60.6, -40, 1.6), (55, -34), (45, -29), (38, -22), (40, -10), (14, 0)]), "s")
    _over(f, fine=True)
    f.line("M43-38Q46-36 46-32M14-20Q26-22 36-22", "l", 1.8, ' opacity=".7"')


def _press(f: Drawing) -> None:
    _over(f, fine=True)
    f.p(smooth([(-8, -12.4, .4), (6, -18), (17, -31), (28, -42), (38, -48), (48, -55), (58, -61.6), (66, -60, 1.4), (66.6, -52), (59, -45), (50, -37), (44, -28), (43, -14), (16, -4)]), "s")
    f.line("M39-44.6Q44-43 45.6-38", "l", 1.8, ' opacity=".7"')
    f.p("M56-57.4q4-3.4 8.4-2.4q1.8 4-1.4 7.6q-5-.4-7-5.2Z", "rose", ' opacity=".55"')  # the thumbnail


def _knead(f: Drawing) -> None:
    for a, b in (((66, -21), (84, -20)), ((72, -9), (90, -7.4)), ((68, 2.4), (86, 4)), ((58, 15), (74, 18))):
        f.p(cap(a, 7, b, 5.2), "d")  # the fingertips, curled down on the far side
    f.p(smooth([(-7, -13, .6), (12, -16.5), (44, -22), (70, -28), (80, -21, 2), (78, -15, .5), (86, -9.5, 2), (83, -1.4), (77, -.6, .4), (82, 4.2, 2), (74, 9), (66, 8, .4), (70, 15, 2), (60, 22), (38, 23), (16, 17.6), (-7, 13, .6)])
        + cap((16, -8), 14, (38, -38), 10) + cap((38, -38), 10, (57, -50), 7.4), "s")
    f.line("M57-11Q70-14 79-16M60-1Q70-2 79-.6M55 9Q62 9 68 8M37-46Q43-43 45-38", "l", 2, ' opacity=".8"')


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
        sole: list[Node] = [(-19, -12, .4), (-24, 4), (-25, 20, .6), (-22, 27, .2), (0, 27, .2), (4, 23.8, .6), (20, 23.8, .6), (30, 27, .3), (64, 27, .5), (75, 22, .9), (74, 12), (60, 5), *([] if bend else [(44, 2)]), (32, -4), (21, -14, .4)]
        c, s = math.cos(bend), -math.sin(bend)
        f.p(smooth([(38 + (x - 38) * c - (y - 27) * s, 27 + (x - 38) * s + (y - 27) * c, *r) if x > 40 else (x, y, *r) for x, y, *r in sole]), k)
        if u > 50 and not bend:  # the sole
            f.line("M-22 24.6H1L5 21.4H20L29 24.6H63", "shade", 4.6, ' opacity=".3"')
    f.end()


def front_foot(f: Drawing, at: Point, u: float, side: int, k: str = "shoe", hang: bool = False) -> None:
    """Draw a foot seen from the front and turned slightly outwards.

    Args:
        at: the ankle joint.
        hang: whether the foot hangs down, so that more of its top is visible.
        k: the colour of the shoe, or "bare".
    """
    f.g(at, -side * (6 if hang else 0), u / 100, sx=side)
    low = 52 if hang else 27
    bare = k == "bare"
    f.p(smooth([(-15, -12, .5), (-17, 6), (-21, low * .62), (-17, low - 1), (2, low), (24, low - 1), (30, low * .7), (20, 6), (15, -12, .5)]), "s" if bare else k)
    if bare:
        f.line("".join(f"M{x} {low - 9 + i}v6" for i, x in enumerate((-4, 5, 13, 20))), "l", 2.4)
    f.end()


FOOT: list[Node] = [(-36, -21), (-20, -26), (-8, -38), (2, -55), (9, -72), (14, -86), (16, -96), (18, -106), (24, -113), (32, -113), (38.5, -106), (39, -98), (37, -91, .7), (43, -83), (45, -72), (42, -58), (36, -40), (34.6, -20), (38, -2), (43.6, 12), (47, 26), (44, 39), (35, 46), (21, 46), (8, 39), (-8, 31), (-36, 27)]
"""The outline of a bare foot of somebody who lies on their back, seen from the side of the big toe. The ankle bone is at (0, 0):
from the shin over the instep and the big toe to the ball, the arch, the heel and the tendon behind the ankle."""
TOENAIL: list[Node] = [(16, -97, .4), (20.4, -98), (22.6, -105), (21.4, -111, .4), (18, -106)]


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
