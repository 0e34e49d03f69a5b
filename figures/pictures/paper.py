"""Draws hands that hold paper: a letter, a diary and a leaflet."""

from __future__ import annotations

from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, dist, smooth, xy
from figures.hands import hand, spread_hand, writing_hand
from figures.registry import picture
from figures.things import mood


def forearm(f: Drawing, wrist: Point, elbow: Point, u: float, cloth: str, upto: float = .54, thick: float = 1) -> None:
    """Draw a forearm with a sleeve. The caller must draw the hand afterwards, so that the hand covers the wrist.

    `thick` is the width of the wrist; 1 is normal.
    """
    d = dist(wrist, elbow)
    x, y = (elbow[0] - wrist[0]) / d, (elbow[1] - wrist[1]) / d

    def to(along: float, out: float, *shape: float) -> Node:
        return (wrist[0] + (x * along - y * out) * u, wrist[1] + (y * along + x * out) * u, *shape)

    edge = ((-.3, .19 * thick, .3), (-.12, .168 * thick), (.02, .147 * thick), (.16, .136 * thick), (.5, .15 + .025 * thick),
        (.9, .25), (1.6, .3, .3))
    f.p(smooth([*(to(a, -w, *r) for a, w, *r in edge), *(to(a, w, *r) for a, w, *r in reversed(edge))]), "s")
    at = upto * d / u
    f.p(f"M{xy(to(at, -.3))}Q{xy(to(at - .16, 0))} {xy(to(at, .3))}L{xy(to(at + 1.6, .5))}L{xy(to(at + 1.6, -.5))}Z", cloth)
    f.line(f"M{xy(to(at + .13, -.3))}Q{xy(to(at - .03, 0))} {xy(to(at + .13, .3))}", f"{cloth}2", 4)


def lying_hand(f: Drawing, wrist: Point, scale: float, rot: float, flip: int) -> None:
    """Draw a large hand that lies flat, seen from above, with its fingers a little apart. It uses the coordinate system of `hand`."""
    f.g(wrist, rot, scale, sy=flip * 1.12)
    spread_hand(f)
    f.end()


@picture
def letter() -> Drawing:
    f = Drawing("letter", 480, 340, "A sheet with three questions",
                "Seen from above: two hands on a desk, one steadying a sheet of paper headed by a question mark, the other writing with a pen. On the sheet stand three numbered lines, 1, 2 and 3; the third is being written. A pair of glasses lies beside it.")
    f.panel(0, 0, 480, 340, "cream2")
    for y in (74, 168, 262):
        f.line(f"M0 {y}q120-8 240 0t240 0", "sand2", 2, ' opacity=".7"')
    f.g((236, 166), -6)
    f.rect(-118, -142, 236, 284, "sheet", 4)
    f.line("M-13-115q0-13 14-13q14 0 14 12q0 8-9 12q-5 3-5 9", "mark", 7)
    f.circle((1, -82), 4.6, "mark")
    for y, digit, waves in ((-60, "M-98-52L-90-60V-34", "44 11 70 9"), (-18, "M-101-11q2-8 10-7q9 2 5 11q-4 7-15 14h16", "62 10 30 9 26 9"), (24, "M-100 26q4-4 9-3q8 2 6 8q-2 5-8 5q7 0 8 6q0 8-8 8q-6 0-8-4", "")):
        f.line(digit, "navy2", 4.6)
        if waves:  # waves with gaps, which look like handwriting
            f.line(f"M-66 {y + 16}q2.5-7 5 0" + "t5 0" * 30, "navy2", 2.6, f' stroke-dasharray="{waves}"')
    f.line("M-66 40q2.5-7 5 0" + "t5 0" * 9, "teal", 3)
    f.end()
    f.skin(3, 1)
    forearm(f, (80, 314), (-20, 401), 124, "rose", .42)
    lying_hand(f, (78, 315), 1.02, -47, -1)
    forearm(f, (315, 306), (415, 417), 112, "rose", .32, 1)
    writing_hand(f, (315, 306), 112, -132, 1, "navy", .95)
    f.end()
    f.g((60, 108), -8, .86)
    f.ring((-22, 0), 22, "navy2", 5)
    f.ring((34, 0), 22, "navy2", 5)
    f.line("M0-4q6-8 12 0M-43-6L-50-50q0-9 8-12M55-6L60-50q0-9-8-12", "navy2", 5)
    f.end()
    return f.end()


@picture
def diary() -> Drawing:
    f = Drawing("diary", 480, 340, "A diary: one mark a week",
                "An open notebook, seen from above. On the left page a line of dots, one a week, for pain: it goes up and down, and falls over seven weeks, from a glum face at the top towards a smiling one at the bottom. A left hand with a pencil sets the next dot. On the right page, on a calendar, one day of seven is ringed in each of eight rows: the same day each week. A mug steams.")
    f.panel(0, 0, 480, 340, "wall2")
    f.p("M0 0H480V340H0Z", "sage", ' opacity=".45"')
    f.rect(36, 24, 336, 262, "teal2", 14)
    for s, k in ((-1, "sheet"), (1, "cream")):
        f.p(f"M204 32Q{204 + s * 72} 22 {204 + s * 160} 34V274Q{204 + s * 72} 262 204 274Z", k)
    f.line("M204 32V272", "fold", 4)
    f.line("M88 54V212H198", "cream2", 4)
    mood(f, (66, 66), 12, glad=False)  # a sad face for worse scores at the top, and a happy face for better scores at the bottom
    mood(f, (66, 198), 12, glad=True)
    f.label((150, 62), "pain", size=26, colour_name="shade")  # dark letters in both colour schemes: the paper is always light
    points = [(100 + i * 13.5, y) for i, y in enumerate((84, 98, 90, 114, 104, 128, 136))]
    f.line("M" + "L".join(f"{x:g} {y}" for x, y in points), "mark", 3)
    for at in points:
        f.circle(at, 5.8, "mark")
    # a calendar sheet with seven days per row; the same weekday is marked in each row
    f.rect(222, 60, 132, 170, "sheet", 6)
    f.p("M222 80V66Q222 60 228 60H348Q354 60 354 66V80Z", "teal")
    f.line("M246 53v12M330 53v12", "wood2", 4)
    for i in range(8):
        f.line(f"M235 {93 + i * 17.6:g}H342", "cream2", 8, ' stroke-dasharray="0 17.6"')
        if i < 7:
            f.circle((305.4, 93 + i * 17.6), 4.2, "mark")
        f.ring((305.4, 93 + i * 17.6), 6.8, "mark", 2)
    f.skin(1, 1)
    forearm(f, (128.5, 274), (54, 390), 118, "navy", .46, 1)
    f.circle((194.5, 151), 3.4, "mark")
    writing_hand(f, (128.5, 274), 120, -59, -1, "sand2", .94)
    f.end()
    f.circle((424, 84), 42, "rust2")
    f.circle((424, 84), 36, "rust")
    f.circle((424, 84), 27, "wood2")
    f.line("M394 106Q376 105 371 118T384 129T401 116", "rust2", 8)
    f.line("M405 76Q411 63 426 63", "sand", 4, ' opacity=".7"')
    f.line("M414 34q-6-8 0-14M430 34q-6-8 0-14", "sheet", 4, ' opacity=".8"')
    return f.end()


def fingers_behind(f: Drawing, wrist: Point, u: float, rot: float, flip: int) -> None:
    """Draw the back and the fingers of a hand that holds the edge of a sheet of paper. The caller must then draw the paper
    and call `thumb_over`.
    """
    f.g(wrist, rot, u / 100, sy=flip)
    f.p(smooth([(-8, -11, .5), (14, -19), (40, -23), (56, -20), (60, 2), (54, 22), (38, 25), (14, 18), (-8, 11, .5)])
        + "".join(cap((46, y), 9.4, (88, y * .9), 7.4) for y in (-13, -2, 9, 18)), "s")
    f.line("M58-8L84-7M60 3.5L84 3.5M58 14L82 13", "l", 2.4, ' opacity=".6"')
    f.end()


def thumb_over(f: Drawing, wrist: Point, u: float, rot: float, flip: int) -> None:
    """Draw the thumb that lies in front of the sheet of paper."""
    f.g(wrist, rot, u / 100, sy=flip)
    f.p(cap((10, -3), 19, (50, -24), 11, 3, 0) + cap((50, -24), 10.5, (84, -22), 8), "s")
    f.line("M30-6Q44-12 56-13", "l", 2.4, ' opacity=".5"')
    f.p("M80-26q8-1 10 4q-3 4-10 3q-4-3 0-7Z", "rose", ' opacity=".5"')
    f.end()


@picture
def leaflet() -> Drawing:
    f = Drawing("leaflet", 480, 360, "A leaflet to hand over",
                "One hand holds out a folded leaflet; another, open, comes to take it. On its cover a small figure lies on a massage table under a sun; lines of writing stand below. A cat looks up at it.")
    f.panel(0, 0, 480, 360, "wall")
    f.circle((240, 180), 158, "wall2")
    hands = ((4, (96, 256), (-38, 336), -32, 1, "teal"),)
    f.skin(2, 1)  # the hand of the person who is about to take the leaflet
    forearm(f, (428, 244), (544, 324), 124, "rust", .5)
    hand(f, (428, 244), 124, 203, -1, "palm", .96)
    f.end()
    for tone, wrist, elbow, rot, flip, cloth in hands:
        f.skin(tone, 1)
        forearm(f, wrist, elbow, 124, cloth, .46)
        fingers_behind(f, wrist, 124, rot, flip)
        f.end()
    f.g((226, 176), 3)
    f.rect(-72, -120, 156, 252, "cream2", 5)
    f.rect(-78, -126, 154, 252, "sheet", 5)
    f.rect(-78, -126, 154, 122, "sky", 5)
    f.circle((40, -92), 17, "cream")
    f.rect(-56, -46, 106, 14, "pad", 7)
    for x in (-40, 30):
        f.rect(x, -34, 8, 30, "wood2", 2)
    f.p("M-40-46q-2-8 4-10q6-8 22-8q14 2 22 2l2 16Z", "s1")
    f.circle((-44, -55), 9.5, "s1")
    f.p("M-37-62q-5-6-12-3q-8 4-6 12q1 5 5 6q-2-7 4-8q6-1 9-7Z", "h2")
    f.line("M-26-54Q-12-48 4-48", "d1", 2.4)
    f.p("M-2-46q4-20 20-18q20 4 28 8v10Z", "sheet")
    f.line("M-56 22H44M-56 42H50M-56 62H36M-56 82H48M-56 102H8", "fold", 5)
    f.end()
    f.g((322, 362), 4)  # a cat that looks up at the leaflet
    f.p(smooth([(-44, 20, .4), (-46, -22), (-42, -62, .3), (-24, -48), (0, -52), (24, -48), (42, -62, .3), (46, -22), (44, 20, .4)]), "rust")
    f.p("M-37-50L-38-34L-28-42ZM37-50L38-34L28-42Z", "rose")
    f.line("M-10-50v10M0-51v14M10-50v10M-44-20l8 1M44-20l-8 1", "rust2", 4)
    f.circle((-17, -28), 7.5, "cream").circle((17, -28), 7.5, "cream")
    f.circle((-19.5, -30), 4.4, "shade").circle((14.5, -30), 4.4, "shade")
    f.p("M-5-15H5L0-10Z", "stop")
    f.line("M-24-14L-48-18M-24-10L-47-8M24-14L48-18M24-10L47-8", "cream", 1.8)
    f.end()
    for tone, wrist, _, rot, flip, _cloth in hands:
        f.skin(tone, 1)
        thumb_over(f, wrist, 124, rot, flip)
        f.end()
    return f.end()
