"""Things in the hand: a letter, a diary, a leaflet."""

from __future__ import annotations

from figures.drawing import Drawing
from figures.geometry import Point, cap, lerp, smooth
from figures.hands import hand, writing_hand
from figures.registry import picture


def forearm(f: Drawing, wrist: Point, elbow: Point, u: float, cloth: str, upto: float = .4) -> None:
    """A forearm with a sleeve; the hand comes after."""
    f.p(cap(elbow, .3 * u, wrist, .17 * u, .03 * u, .03 * u), "s")
    k = lerp(elbow, wrist, upto)
    f.p(cap(lerp(wrist, elbow, 1.5), .46 * u, k, .33 * u), cloth)


def holding(f: Drawing, wrist: Point, u: float, rot: float, flip: int) -> None:
    """Fingers behind a paper: drawn before it; the thumb comes after with `thumb_over`."""
    f.g(wrist, rot, u / 100, sy=flip)
    f.p(smooth([(-10, -14, .4), (16, -20), (44, -22), (60, -20), (62, 0), (58, 20), (44, 23), (18, 19), (-10, 14, .4)]) + cap((48, -14), 9, (84, -17), 6.4) + cap((50, -4), 9, (90, -4.5), 6.6) + cap((48, 6), 8.6, (86, 8), 6.2) + cap((44, 14), 8, (74, 19), 5.6), "d")
    f.end()


def thumb_over(f: Drawing, wrist: Point, u: float, rot: float, flip: int) -> None:
    """The palm's edge and the thumb, in front of a paper."""
    f.g(wrist, rot, u / 100, sy=flip)
    f.p(smooth([(-10, -14, .4), (14, -19), (30, -20), (40, -8), (34, 12), (14, 17), (-10, 14, .4)]) + cap((20, -6), 13, (48, -14), 9.5) + cap((48, -14), 9.5, (72, -12), 7), "s")
    f.line("M62-17q8 0 11 4", "l", 2.4)
    f.end()


@picture
def letter() -> Drawing:
    f = Drawing("letter", 480, 340, "A letter you can hand over",
                "Seen from above: two hands on a desk, one steadying a sheet of paper with lines of writing, the other writing a last line with a pen. An envelope and a pair of glasses lie beside it.")
    f.panel(0, 0, 480, 340, "wood")
    for y in (74, 168, 262):
        f.line(f"M0 {y}q120-8 240 0t240 0", "wood2", 2, ' opacity=".6"')
    f.g((392, 76), 14)
    f.rect(-66, -40, 132, 84, "cream", 4)
    f.line("M-64-38L0 10L64-38", "cream2", 4)
    f.end()
    f.g((226, 166), -6)
    f.rect(-98, -132, 196, 264, "sheet", 4)
    f.circle((-72, -106), 9, "sage")
    f.line("M-54-110H10M-54-100H-10", "fold", 4)
    for i in range(7):
        f.line(f"M-76 {-70 + i * 20}H{(66, 76, 52, 72, 60, 74, -8)[i]}", "fold", 4)
    f.line("M-6 50q8-16 14-2t12-4q8-8 14 0", "teal", 4)
    f.end()
    f.skin(3, 1)
    forearm(f, (84, 286), (-20, 372), 120, "rose")
    hand(f, (84, 286), 120, -38, -1, "flat", .98)
    forearm(f, (356, 306), (458, 392), 120, "rose")
    writing_hand(f, (356, 306), 120, -140, 1, "navy", 1)
    f.end()
    f.g((60, 92), -18)
    f.ring((-22, 0), 22, "navy2", 5)
    f.ring((34, 0), 22, "navy2", 5)
    f.line("M0-4q6-8 12 0M-44-4l-8 30M56-4l8 30", "navy2", 5)
    f.end()
    return f.end()


@picture
def diary() -> Drawing:
    f = Drawing("diary", 480, 340, "A diary: a dot a week",
                "An open notebook on a table, seen from above. On the left page dots go up and down; on the right page small drawings of a shoe, a bed and a cup have ticks beside them. A hand with a pencil sets the next dot. A mug steams.")
    f.panel(0, 0, 480, 340, "wall2")
    f.p("M0 0H480V340H0Z", "sage", ' opacity=".45"')
    f.rect(52, 50, 320, 236, "teal2", 14)
    for s, k in ((-1, "sheet"), (1, "cream")):
        f.p(f"M212 58Q{212 + s * 70} 48 {212 + s * 152} 60V274Q{212 + s * 70} 262 212 274Z", k)
    f.line("M212 58V272", "fold", 4)
    f.line("M82 96V236H196", "fold", 4)
    for i, y in enumerate((166, 152, 188, 164, 198, 174, 196)):
        f.circle((96 + i * 15.5, y), 6, "mark")
    for i, drawing in enumerate(("M0-8h10v12l16 4q6 3 4 8h-30Z", "M-2-8v24M-2 6h32v10M30-2v18M4-2h12v8h-12Z", "M2-8h20v14q0 8-10 8t-10-8ZM22-4h4q4 0 4 5t-6 5")):
        f.g((240, 90 + i * 42))
        if i == 0:
            f.p(drawing, "navy")
        else:
            f.line(drawing, "navy", 4)
        f.end()
        f.line(f"M292 {94 + i * 42}l8 8l16-20" if i < 2 else f"M294 {94 + i * 42}h20", "leaf", 5)
    f.skin(1, 1)
    forearm(f, (291, 292), (407, 384), 120, "navy")
    writing_hand(f, (291, 292), 120, -132, 1, "sand2", .98)
    f.end()
    f.circle((424, 84), 42, "rust2")
    f.circle((424, 84), 36, "rust")
    f.circle((424, 84), 27, "wood2")
    f.line("M464 84q16 4 12 22", "rust2", 9)
    f.line("M412 90q8-12 0-24M428 92q8-12 0-24", "cream", 4, ' opacity=".7"')
    return f.end()


@picture
def leaflet() -> Drawing:
    f = Drawing("leaflet", 480, 360, "A leaflet to hand over",
                "Two hands meet over a folded leaflet: one gives it, the other takes it. On its cover a small figure lies on a massage table under a sun; lines of writing stand below.")
    f.panel(0, 0, 480, 360, "wall")
    f.circle((240, 180), 158, "wall2")
    f.skin(4, 1)
    forearm(f, (96, 240), (-40, 318), 124, "teal")
    holding(f, (96, 240), 124, -30, 1)
    f.end()
    f.skin(2, 1)
    forearm(f, (392, 226), (520, 306), 124, "rust")
    holding(f, (392, 226), 124, 212, -1)
    f.end()
    f.g((242, 178), 3)
    f.p("M-84-122L72-128Q82-128 82-118V122Q82 130 72 130L-84 124Z", "cream2")
    f.rect(-78, -126, 150, 252, "sheet", 5)
    f.rect(-78, -126, 150, 122, "sky", 5)
    f.circle((38, -92), 17, "cream")
    f.rect(-56, -46, 106, 14, "pad", 7)
    for x in (-40, 30):
        f.rect(x, -34, 8, 30, "wood2", 2)
    f.circle((-44, -56), 10, "h2")
    f.p("M-36-48q4-16 26-15q12 1 18 1l2 14Z", "s1")
    f.p("M-2-46q4-20 20-18q20 4 28 8v10Z", "sheet")
    f.line("M-56 22H44M-56 42H50M-56 62H36M-56 82H48M-56 102H8", "fold", 5)
    f.end()
    f.skin(4, 1)
    thumb_over(f, (96, 240), 124, -30, 1)
    f.end()
    f.skin(2, 1)
    thumb_over(f, (392, 226), 124, 212, -1)
    f.end()
    return f.end()
