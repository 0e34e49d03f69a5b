"""Draws ways to lie, sit and get up that may be easier for somebody with back pain. These are our own suggestions; they are not
based on a study or guideline.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from figures.bodies import Look, Pose, collar, neck_side, person, striding
from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, n, smooth, xy
from figures.hands import leaning_arm, shoe, turned
from figures.heads import head
from figures.lying import hand_at_rest, legs_up, lowering, on_edge, on_side, rising, supine
from figures.pictures.body import side_by_side
from figures.registry import coarse, picture
from figures.things import chair, framed, lamp, leaf, mug, pillow, plant, side_table, step_dots, tortoise

OUTER_FOOT: list[Node] = [(19, -34), (21, -25), (28, -15), (41, -7), (55, -.6), (69, 4.6), (82, 8.6), (92, 9.6), (100, 12),
                          (104.6, 18, 1.1), (102, 25.6), (92, 29.6), (80, 31), (66, 31.6), (50, 30.6), (32, 29), (16, 30.4, .9),
                          (2, 33), (-12, 33.6), (-24, 30), (-31.6, 21), (-33, 10), (-29, -2), (-22, -13), (-17, -24)]
"""The outline of a bare foot seen from the side of the little toe, whose edge lies flat. It stands and points right; the ankle is
at (0, 0)."""
TOES = ((80, 17, 96.4, 18.4, 8), (78, 19, 92, 20.6, 6.6), (73, 21, 86, 22.6, 6.3), (68, 22.8, 79.6, 24.4, 6.1),
        (60, 24.6, 72.6, 25.8, 5.8))
"""The toes of that foot, from the big toe, which is furthest away, to the little one: root, tip and half the width."""


def room(f: Drawing, x: float, y: float, w: float, h: float, ground: str, floor: float = 28) -> float:
    """Open a panel with a floor, and a group whose origin is the panel's top left corner. Return the y coordinate of the feet of
    people in the panel.
    """
    f.panel(x, y, w, h, ground)
    f.g((x, y))
    f.rect(0, h - floor, w, floor, "floor")
    return h - floor / 2 - 2


def couch(f: Drawing, x: float, y: float, w: float, floor: float, k: str = "pad", deep: float = 0) -> None:
    """Draw a couch from the side, with its top at height y. If `deep` is given, its top is seen as a surface from y - deep (the
    far edge) to y + deep (the near edge).
    """
    for lx in (.12, .86):
        f.rect(x + lx * w - 6, y + 16, 12, floor - y - 16, "wood2", 4)
    f.rect(x + .12 * w, floor - 26, .74 * w, 8, "wood2")
    f.rect(x + 16, y + deep + 20, w - 32, 8, "wood", 4)
    if deep:
        f.rect(x, y - deep, w, 2 * deep + 22, k + "2", 16)
        f.rect(x, y - deep, w, 2 * deep + 8, k, 16)
    else:
        f.rect(x, y, w, 22, k, 11)


def bed(f: Drawing, x: float, y: float, w: float, floor: float, quilt: str = "sage2", deep: float = 0) -> None:
    """Draw a bed from the side, with its top at height y. If `deep` is given, its top is seen as a surface from y - deep (the far
    edge) to y + deep (the near edge).
    """
    f.ell((x + w / 2, floor + 2), w * .5, 6, "shade", ' opacity=".12"')
    f.rect(x - 8, y - 46, 12, floor - y + 46, "wood2", 5)
    f.rect(x + w - 4, y - 10, 10, floor - y + 10, "wood2", 5)
    f.rect(x, y + deep + 18, w, 20, "wood", 4)
    f.rect(x + 2, y - deep, w - 6, 26 + 2 * deep, "sheet", 10)
    y += deep
    f.p(f"M{n(x + 40)} {n(y + 16)}Q{n(x + w * .5)} {n(y + 10)} {n(x + w - 4)} {n(y + 16)}V{n(y + 34)}H{n(x + 40)}Z", quilt)


@picture
def getting_on() -> Drawing:
    f = Drawing("getting-on", 640, 520, "Getting on the table, and off again",
                "Three pictures of an old man with a white beard, with arrows there and back between them; his "
                "cane leans on the table. He sits on the edge of the table, a palm flat beside him, a hand on his knee. "
                "He leans over on his forearm, the other hand on his thigh, his legs over the edge. He lies on his "
                "side, an open hand before his face, a pillow under his head, one to hug and one between his legs.")
    he = Look(1, "bald", 5, "sage", "navy", wide=1.08, belly=.08, sleeves=1.8, shoes="sand", face={"beard": True, "age": True, "nose": 3})
    for i, (x, y, w) in enumerate(((0, 0, 310), (330, 0, 310), (95, 270, 450))):
        g = room(f, x, y, w, 250, ("wall", "wall2", "wall")[i])
        framed(f, (22, 222, 340)[i], 28, 56, 52, "boat")
        t, left, wide = (140, 140, 148)[i], 14, w - 56
        f.ell((w / 2, g + 4), w * .4, 6, "shade", ' opacity=".12"')
        couch(f, left, t, wide, g, deep=(18, 18, 26)[i])
        f.line(f"M{left + wide + 18} {g}L{left + wide - 8} {t - 30}q-3-15 8-16q9 0 9 11", "wood2", 6)  # the cane leans on the end of the table
        if i < 2:
            pillow(f, left + 38, t - 13, 62, 26, "teal")
            pillow(f, left + wide - 36, t - 9, 56, 18, "cream")
            pillow(f, left + wide - 38, t - 26, 50, 18, "rose")
        if i == 0:
            on_edge(f, (150, t + 18), 34, he)
        elif i == 1:
            lowering(f, (180, t + 18), 34, he)
        else:
            on_side(f, (left, t), he, size=.86, under="teal")
        step_dots(f, w / 2, 242, i + 1, 3)
        f.end()
        f.end()
    for (x, y), turn in (((320, 118), 0), ((420, 260), 90)):  # arrows in both directions between the pictures
        f.panel(x - 22, y - 22, 44, 44, "sheet", 22)
        f.g((x, y), turn)
        f.way([(-11, -7), (0, -7), (12, -7)], 4)
        f.way([(11, 7), (0, 7), (-12, 7)], 4)
        f.end()
        f.end()
    return f


@picture
@coarse()
def flare_up() -> Drawing:
    f = Drawing("flare-up", 640, 560, "A bad day: ways of lying and getting up",
                "Four numbered pictures of one bald man. He lies on his back in bed, his lower legs up on cushions. An "
                "arrow curls over him to the near edge: he has rolled onto his side, an open hand before his face, a pillow "
                "between his knees. He sits up on that edge, feet on the floor, one palm flat on the mattress, pushing, the "
                "other hand on his knee; beyond the bed stands a girl with a mug. He walks with a cane, a tortoise ahead of him.")
    w, h = 310, 270
    he = Look(4, "bald", 1, "rust", "navy", wide=1.12, sleeves=.5, shoes="sand", face={"nose": 2, "lips": 2})
    # frame 1: he lies on his back, the calves on cushions
    g = room(f, 0, 0, w, h, "wall2", 40)
    bed(f, 16, 180, 278, g, deep=8)
    pillow(f, 50, 178, 60, 14, "rose")
    pillow(f, 244, 164, 74, 32, "teal")
    pillow(f, 244, 132, 74, 32, "sage2")
    legs_up(f, (24, 181), 36, he)
    step_dots(f, w / 2, h - 12, 1, 4)
    f.end()
    f.end()
    # frame 2: he has rolled onto one side
    g = room(f, 330, 0, w, h, "wall", 40)
    bed(f, 16, 172, 284, g, deep=18)
    f.line("M130 125C130 104 138 88 150 84", "mark", 6, ' stroke-dasharray="0 10.5"')  # dots rise from behind his back
    on_side(f, (22, 174), he, size=.61, under="rose", between="sage2")
    f.way([(157, 82), (178, 90), (190, 122), (188, 164), (164, 204)], 6)
    step_dots(f, w / 2, h - 12, 2, 4)
    f.end()
    f.end()
    # frame 3: he pushes himself up
    g = room(f, 0, 290, w, h, "wall", 40)
    # the girl stands beyond the bed, with a mug
    f.g((284, 214), s=.92)
    f.skin(3)
    f.p("M-12-132C-18-120-24-108-30-98C-38-97-46-100-50-98C-50-93-40-91-32-92C-24-96-16-106-10-114Z", "d")
    f.g((-54, -98))
    mug(f, 0, 0, "teal")
    f.end()
    f.p("M-15-98L-13-40H6L19-98Z", "plum")
    f.p("M-9-178H3Q4-168 10-163Q0-157-12-163Q-8-168-9-178Z", "s")
    f.p("M-11-164Q0-158 10-164C15-160 18-152 18-142C17-126 17-110 19-96Q2-92-16-96C-13-110-12-124-15-136C-17-148-16-158-11-164Z", "sand")
    f.line("M-11-164Q0-157 10-164", "sand2", 2.5)
    head(f, (-5, -186), 37, -4, -1, "three", "pony", "glad", "grin", nose=-3)
    f.p(smooth([(-3, -136, .4), (-5, -126), (-8, -121, .8), (-17, -115), (-25, -112.5), (-30, -115.5), (-35, -118), (-38, -117),
        (-37, -114), (-33, -111.5, .5), (-40, -112), (-44.5, -110.5), (-45, -107.5), (-44, -105.5, .6), (-45, -103.5),
        (-44, -101), (-41, -100, .6), (-39, -98), (-33, -97.5), (-26, -101), (-12, -105), (2, -111), (8, -117, .8), (11, -126),
        (12, -132, .4)]), "s")
    f.line("M-43.500-106L-35-105.500M-42.500-100.500L-35-101", "l", 1.2)
    f.p("M2-157C8-164 15-160 17-150C17-142 15-136 13-129L-4-134C-5-142-3-150 2-157Z", "sand")
    f.line("M-3-150C-5-144-5-140-4-134L13-129", "sand2", 1.7)
    f.end()
    f.end()
    bed(f, 16, 162, 278, g, deep=14)
    pillow(f, 56, 145, 76, 23, "rose")
    rising(f, (168, 174), 35, he)
    step_dots(f, w / 2, h - 12, 3, 4)
    f.end()
    f.end()
    # frame 4: he walks a few steps
    g = room(f, 330, 290, w, h, "wall2", 40)
    framed(f, 204, 44, 66, 56, "moon")
    f.ell((130, g + 2), 80, 6, "shade", ' opacity=".12"')
    f.g((-33, g - 256), s=.889)
    f.skin(4, 1)
    shoe(f, (200, 276), 36, 1, -12, "sand")
    f.p("M150 186C158 206 170 222 181 238C185 250 189 262 192 275L207 272C207 256 206 244 204 230C201 208 197 186 196 162Z",
        "navy2")
    shoe(f, (141, 272), 36, 1, 32, "sand")
    f.p("M147 160C141 174 146 190 154 204C158 212 158 218 155 226C150 240 144 252 135 266"
        "L150 275C160 262 172 248 182 232C190 218 194 196 194 162Z", "navy")
    f.p("M169 46L187 60Q182 67 183 74Q173 83 164 72Q169 63 169 54Z", "s")
    f.p("M164 70Q174 81 183 72C193 76 198 84 199 96C202 110 207 130 205 144C204 154 199 160 198 167Q170 171 144 166C147 150 146 138 147 124C148 106 150 84 164 70Z", "rust")
    f.line("M164 71Q174 82 183 73", "rust2", 3.4)
    head(f, (182, 46.5), 41, 5, 1, "three", he.hair, "open", "grin", **he.face)
    # the near arm leans on the cane: elbow behind, forearm, and the hand closed round the handle, the thumb in front along it
    f.line("M214 166L240 288M200 166Q214 161 230 165", "wood2", 6)
    f.g(s=.5)  # in finer steps
    f.p(smooth([(2 * x, 2 * y, *r) for x, y, *r in ((144, 110, .4), (140.5, 124), (139.5, 136), (141, 146), (143.5, 150.5, .4),
        (152, 154), (162, 157), (174, 159.5), (183, 161.4), (188, 164), (190, 168), (193, 170.4, 1.1), (195.6, 169.4, .3),
        (199, 172.6, 1.1), (202, 171, .3), (205.6, 173.2, 1.1), (208.6, 170.8, .3), (212, 171, 1.1), (215, 167), (216.6, 162),
        (214, 157), (208, 153), (199, 151), (191, 150.4), (186, 150), (174, 146), (165, 139, .6), (163.4, 128), (166, 114, .4))]), "s")
    f.p(smooth([(2 * x, 2 * y, *r) for x, y, *r in ((202, 151.6, .3), (210, 152.4), (218, 155.6), (225, 159.8), (227.4, 163.4, 1.3),
        (223.6, 164.6), (217, 162), (210, 160.6, .3))]), "s")
    f.line("M391 339L396 324M404 342L409 325M417 342L421 326M420 321Q432 322 447 329", "l", 2.6)
    f.end()
    f.p("M161.500 73C151 74 145 81 142 92C140 102 138 112 138 122L168 125C170 114 172 104 172 94Z", "rust")
    f.line("M173 94C172 104 170 114 168 125L138 122", "rust2", 2)
    f.end()
    f.end()
    tortoise(f, 250, g + 7)
    step_dots(f, w / 2, h - 12, 4, 4)
    f.end()
    f.end()
    return f


def close_up(f: Drawing, x: float, y: float, r: float) -> None:
    """Open a round panel for an enlarged detail, and a group whose origin is in the middle of the panel."""
    f.circle((x, y), r + 5, "sheet")
    f.panel(x - r, y - r, 2 * r, 2 * r, "sky", r)
    f.g((x, y))


def tensing(f: Drawing, at: Point, u: float, look: Look) -> None:
    """Draw a large man who sits on a stool, seen from the side, in shorts, facing right. His hand rests on the seat's edge.

    Args:
        at: the point on the floor below his hip joint.
    """
    def path(points: Sequence[Sequence[float]], closed: bool = True) -> str:
        return smooth([(x * u, -y * u, *r) for x, y, *r in points], closed)

    def to(x: float, y: float) -> Point:
        return (x * u, -y * u)

    top2, legs2 = look.shade(look.top), look.shade(look.bottoms)
    f.skin(look.skin, look.hair_colour)
    f.g(at)
    shoe(f, to(2.16, .3), u, 1, 0, look.shoes)
    f.p(path([(.3, 1.9), (1.36, 1.8), (1.64, 1.62, .7), (1.7, 1.2), (1.84, .8), (2.0, .34, .2), (2.28, .34, .2), (2.26, .9),
        (2.23, 1.5), (2.22, 1.92), (2.12, 2.14, .8), (1.7, 2.36), (1.1, 2.5), (.5, 2.5)]), "d")
    shoe(f, to(1.66, .27), u, 1, 0, look.shoes)
    # the near leg, bare below the shorts, with a ridge above the knee
    f.p(path([(.3, 1.74), (1.16, 1.74), (1.38, 1.58, .7), (1.36, 1.2), (1.42, .8), (1.5, .34, .2), (1.8, .34, .2), (1.86, .9),
        (1.97, 1.5), (2.06, 1.84), (2.08, 2.08, .8), (1.99, 2.26, .8), (1.8, 2.38), (1.5, 2.56), (1.12, 2.66),
        (.3, 2.7, .4)]), "s")
    f.line(path([(1.82, 1.82), (1.93, 1.94), (1.9, 2.1)], closed=False), "d", .055 * u)
    f.p(path([(-.5, 2.7, .4), (-.66, 2.3), (-.6, 1.92), (-.4, 1.72, .8), (.3, 1.66), (1.0, 1.69, .2), (1.16, 2.7, .2), (.7, 2.74),
        (0, 2.8, .4)]), look.bottoms)
    f.line(path([(.9, 1.74), (1.05, 2.68)], closed=False), legs2, .05 * u)
    c7, at_head = to(-.06, 4.62), to(.2, 5.33)
    neck_side(f, c7, at_head, u)
    f.p(path([(-.04, 5.06, .4), (.2, 4.92), (.46, 4.82, .4), (.3, 4.72), (.25, 4.56, .4), (.1, 4.72), (-.02, 4.88)]), "d")  # the shadow of the jaw
    f.p(path([(-.38, 4.62, .4), (.24, 4.6, .4), (.5, 4.36), (.64, 3.9), (.76, 3.4), (.84, 3.06), (.8, 2.84), (.62, 2.68, .4),
        (.16, 2.44), (-.4, 2.24), (-.68, 2.24, .3), (-.66, 2.6), (-.62, 3.0), (-.7, 3.5), (-.74, 4.0), (-.62, 4.4)]), look.top)
    collar(f, c7, 1, u, top2)
    head(f, at_head, 1.18 * u, 4, 1, "three", look.hair, "open", "small", **look.face)
    # the near arm: the elbow points back, and the hand lies round the edge of the seat
    f.p(path([(.1, 3.6, .4), (.06, 3.3), (0, 3.02), (-.03, 2.84), (.05, 2.6), (.06, 2.38), (.02, 2.2), (.04, 2.06),
        (.16, 1.94), (.27, 1.82), (.29, 1.73, 1.2), (.21, 1.71), (.1, 1.76), (.06, 1.66),
        (-.36, 1.66), (-.37, 1.82), (-.32, 2.0), (-.33, 2.14), (-.46, 2.44), (-.6, 2.68, .8), (-.64, 2.82, .8), (-.65, 3.0),
        (-.68, 3.3), (-.6, 3.6, .4)]), "s")
    f.line(path([(-.03, 2.84), (-.1, 2.78), (-.2, 2.78)], closed=False), "d", .05 * u)
    f.g(s=.5)  # draw the fingers at twice the size and scale them down, so that coordinates are rounded in finer steps
    side_by_side(f, [(to(2 * x, 3.5), .13 * u, to(2 * x + .02, 2 * y), .115 * u) for x, y in ((-.31, 1.5), (-.19, 1.42),
        (-.07, 1.39), (.04, 1.43))], .06 * u, .016 * u)
    f.end()
    f.p(path([(-.42, 4.34), (-.16, 4.42), (.08, 4.3), (.19, 4.0), (.14, 3.36, .3), (-.3, 3.34), (-.68, 3.42, .3), (-.58, 3.7),
        (-.53, 4.1)]), look.top)
    f.line(path([(.1, 4.24), (.19, 3.9), (.14, 3.36, .2), (-.3, 3.34), (-.68, 3.42, .2)], closed=False), top2, .05 * u)
    f.end()
    f.end()


@picture
@coarse(.4)
def three_moves() -> Drawing:
    f = Drawing("three-moves", 640, 330, "Three small moves: walk, thighs, ankles",
                "Three pictures of one large man. He walks on a garden path towards an open gate, arms swinging. He sits on a "
                "stool in shorts, his hands beside him; a round window shows his thigh and, through the skin, its muscle, tight "
                "and thick, with two arrows towards its middle. He lies in bed, a blanket over his "
                "thighs, barefoot; a large round window shows his shin and the outer side "
                "of his foot, bent up and, pale with a dotted outline, stretched, with an arrow there and back.")
    he = Look(2, "short", 4, "plum", "navy", wide=1.3, belly=.34, limbs=1.14, sleeves=.5, face={"nose": 2, "marks": "mole", "lips": 1})
    h = 330
    for i, (x, w) in enumerate(((0, 156), (166, 246), (422, 218))):
        g = room(f, x, 0, w, h, ("sky", "wall", "wall2")[i], 44)
        if i == 0:  # the landscape: hills, a tree, an open gate and a path
            f.p("M0 230Q50 200 96 218T172 204V336H0Z", "sage2")
            f.p("M0 270Q80 254 172 264V336H0Z", "sage")
            f.rect(143, 112, 8, 160, "wood2", 3)
            f.circle((145, 102), 27, "leaf").circle((162, 120), 19, "leaf2").circle((127, 120), 18, "leaf")
            f.p("M0 294Q90 282 172 288V336H0Z", "sand")
            f.p("".join(f"M{x} 290V{y}l4-6l4 6V290Z" for x, y in ((112, 248), (122, 244), (132, 244), (142, 248))), "cream2")
            f.line("M110 258H152M110 280H152", "cream2", 5)
            f.rect(148, 236, 8, 58, "wood", 2)
            f.ell((56, g + 2), 52, 5, "shade", ' opacity=".12"')
            walk = Pose((0, 3.6), (.14, 6.04), ((.86, .34), (-.74, .45)), ((-.66, 3.12), (1.3, 3.3)), eyes="open", mouth="grin", head=(.28, .68))

            def heads(*points: tuple[float, ...], g: float = g) -> str:
                return smooth([(60 + x * 38, g - y * 38, *r) for x, y, *r in points])

            def below(g: float = g) -> None:  # the far arm, which swings forwards, and the legs
                f.p(heads((.84, 5, .4), (.96, 4.7), (1.04, 4.46, .7), (1.29, 4.17), (1.55, 3.93), (1.73, 3.76), (1.87, 3.65),
                    (1.98, 3.55), (2.06, 3.45), (2.06, 3.36, 1.3), (1.99, 3.35), (1.92, 3.4), (1.89, 3.44, .4), (1.9, 3.37),
                    (1.87, 3.29, .6), (1.76, 3.26), (1.65, 3.32, .6), (1.6, 3.42), (1.59, 3.53), (1.4, 3.66), (1.16, 3.84),
                    (.84, 3.98, .9), (.71, 4.1, .8), (.62, 4.34), (.5, 4.6), (.4, 4.8, .4)), "d")
                f.p("".join(cap((60 + a * 38, g - b * 38), r * 38, (60 + c * 38, g - d * 38), t * 38) for a, b, r, c, d, t in (
                    (1.85, 3.39, .056, 2.05, 3.09, .045), (1.8, 3.34, .058, 1.99, 3, .047),
                    (1.73, 3.32, .056, 1.89, 2.98, .046), (1.67, 3.34, .05, 1.78, 3.06, .04))), "d")
                f.p(heads((.2, 5.86, .4), (.52, 5.76), (.74, 5.5), (.9, 5.1), (1.02, 4.76, .2), (.5, 4.52, .2), (.3, 5, .4)),
                    "plum2")
                striding(f, (60, g), 38, he)

            person(f, (60, g), 38, he, walk, view="three", before_body=below, arms=False, legs=False)
            # the jaw's shadow on the neck; then the near arm, which swings back and whose forearm is widest below the elbow
            f.skin(2)
            f.p(heads((.05, 6.5, .4), (.2, 6.3), (.4, 6.17), (.46, 6.14, .4), (.4, 6.06, .4), (.29, 6.12), (.14, 6.24)), "d")
            f.p(heads((-.3, 4.9, .4), (-.44, 4.5), (-.53, 4.16, .8), (-.6, 3.86), (-.7, 3.5), (-.77, 3.2), (-.7, 3.04),
                (-.63, 2.9),
                (-.57, 2.78), (-.565, 2.66, 1.3), (-.63, 2.66), (-.69, 2.76), (-.735, 2.84, .4), (-.735, 2.74), (-.76, 2.64, .6),
                (-.92, 2.6), (-1.06, 2.66, .6), (-1.1, 2.74), (-1.1, 2.86), (-1.08, 3.02),
                (-1.03, 3.2), (-1.05, 3.5), (-1.09, 3.86), (-1.06, 4.16), (-.99, 4.44), (-.88, 4.76), (-.74, 5.05, .4)), "s")
            side_by_side(f, [((60 + a * 38, g - b * 38), r * 38, (60 + c * 38, g - d * 38), t * 38) for a, b, r, c, d, t in (
                (-.785, 2.7, .05, -.76, 2.4, .042), (-.868, 2.68, .052, -.843, 2.315, .045), (-.955, 2.69, .052, -.925, 2.36,
                    .044),
                (-1.045, 2.72, .05, -1.0, 2.47, .041))], 1.2, .4)
            f.p(heads((-.26, 5.96, .4), (-.42, 5.87), (-.58, 5.64), (-.7, 5.3), (-.86, 4.82, .2), (-.3, 4.6, .2), (-.18, 5.0),
                (-.08, 5.4)), "plum")
            f.line(f"M{xy((60 - .84 * 38, g - 4.8 * 38))}L{xy((60 - .3 * 38, g - 4.6 * 38))}Q{xy((60 - .2 * 38, g - 5 * 38))} {xy((60 - .1 * 38, g - 5.3 * 38))}", "plum2", 2.2)
            f.end()
        elif i == 1:
            u = 44
            plant(f, 214, g - 8, .4)
            f.ell((104, g + 2), 94, 5, "shade", ' opacity=".12"')
            chair(f, 62, g, u, back=False)
            tensing(f, (62, g), u, he)
            f.ring((62 + 1.12 * u, g - 2.18 * u), 31, "sage", 3.4)  # the close-up shows this thigh, enlarged
            f.line(f"M116 128L83 {n(g - 2.44 * u)}M214 146L142 {n(g - 2.1 * u)}", "sage", 3.4)
            close_up(f, 171, 88, 66)
            f.p("M-70 46H-30Q-24 46-24 52V70H-70Z", "wood")  # the seat
            f.skin(2)
            # the muscle, seen through the skin, tight: it is thick, and shortens from both ends
            f.p(smooth([(-74, -14, .3), (-46, -16), (-26, -22), (-6, -28), (12, -26), (26, -14, .8), (36, -8), (45, 0),
                (49, 12, .9), (46, 28), (44, 44), (42, 76, .3), (10, 76, .3), (12, 58), (13, 49, .7), (4, 44), (-20, 45),
                (-46, 46), (-74, 46, .3)]), "s")
            f.p(smooth([(-60, -8, .3), (-44, -10), (-26, -15), (-6, -20.5), (10, -19), (21, -9), (31, 1, .7), (22, 9), (6, 18),
                (-16, 21), (-60, 20, .3)]), "muscle")
            f.line("M-48-2Q-18-10 22-1M-48 6Q-14 2 26 3M-48 14Q-14 14 20 7", "muscle2", 2.6)
            f.line("M40 6Q46 14 40 24", "d", 3)
            f.end()
            f.p("M-72-22Q-56-22-46-21Q-39 12-44 47Q-58 48-72 48Z", "navy").line("M-52-20Q-45 12-50 47", "navy2", 2.6)
            f.way([(-38, 4), (-26, 2), (-16, 1.5)], 4.6)
            f.way([(26, 2), (16, 1), (4, 1.5)], 4.6)
            f.end()
            f.end()
        else:
            bed(f, 6, 242, 206, g)
            pillow(f, 32, 238, 44, 14, "cream")
            supine(f, (16, 242), 25, replace(he, belly=.16), bent=False, shins=False)
            leg: list[Node] = [(140, 222, .2), (150, 222), (162, 224.6), (172, 228), (180, 231, .8), (184.6, 228.6), (187.4, 223),
                (189, 217), (190, 212.6, 1.2), (192.4, 210.2), (194.6, 211.6), (196.6, 214), (198, 217, 1.1), (197, 221),
                (195.6, 225), (196, 231.6), (197.8, 236.6), (196, 241.4), (191, 242.6), (186, 240), (180, 239), (172, 241.6),
                (160, 243), (140, 242, .2)]
            f.skin(2)
            f.p(smooth([(x - 7, y - 4, *r) for x, y, *r in leg]), "d")
            f.p(smooth(leg), "s")
            f.line("M187 231.600Q190 232 190 234.400Q189 236.400 187.600 236.600M192 214.600L192.800 211.600"
                "M194.200 216.400L195 213.400M195.800 218.600L197 216", "l", 1)
            f.end()
            # the blanket, over his hips and thighs and over the edge of the bed
            f.p(smooth([(101, 211.4, .3), (112, 210.4), (124, 212), (136, 214.6), (146, 216.4), (155, 220, .8), (160, 230), (162, 244), (165, 268, .2),
                (86, 268, .2), (90, 240)]), "sand")
            f.line("M163.400 262.500H88.500", "sand2", 3).line("M104 214Q98 236 99 254M142 224Q150 234 151 250", "sand2", 2)
            f.ring((190, 227), 21, "sage", 3.4)  # the close-up shows one of his feet, enlarged
            f.line("M154 184L174.600 212M207 134L210 222", "sage", 3.4)
            close_up(f, 116, 102, 92)
            f.skin(2)
            # the mattress, which the heel dents
            f.p("M-100 56H4C13 56 12 60.5 24 60.5S40 56 50 56H100V120H-100Z", "sheet")
            f.line("M8 65Q24 70 42 63", "cream2", 2.4)
            f.g((0, 39), s=.89)
            # the stretched foot, pale and dotted, which turns about the ankle bone; then, in front of it, the foot bent up
            stretched = smooth(turned(OUTER_FOOT[2:18], -42), closed=False)
            f.p(stretched, "s", ' opacity=".45"').line(stretched, "l", 3, ' stroke-dasharray="0 6.5"')
            f.g(rot=-98)
            for k, (a, b, c, d, r) in zip("dssss", TOES, strict=True):
                f.p(smooth([(a - 8, b - r), (c, d - r, .8), (c + r, d, 1.1), (c, d + r, .8), (a - 8, b + r)]), k)
            f.end()
            # the foot and the lower leg as one outline: the hollow above the heel does not touch the mattress
            f.p(smooth([(-112, -34), (-84, -30), (-56, -24), *turned([*OUTER_FOOT[1:7], (84, 12, .6), (80, 20, .4), (62, 27, .4),
                (64, 31.4, .4), *OUTER_FOOT[14:-2]], -98), (-21, 15.4), (-40, 16), (-60, 20), (-84, 24), (-112, 22)]), "s")
            f.g(rot=-98)
            f.line("".join(f"M{n(c - 6)} {n(d - r)}Q{n(c + r)} {n(d - r)} {n(c + r - .4)} {n(d + .3 * r)}" for _, _, c, d, r in TOES[1:]),
                "l", 1.8, ' opacity=".6"')
            f.line("M-10-5Q-9 5-1 5Q7 5 8-4", "l", 2.2)  # the outer ankle bone
            f.end()
            f.end()
            f.p("M-100-7Q-84-5-72-1Q-67 26-70 57Q-84 60-100 59Z", "navy")
            f.line("M-79 1Q-74 28-77 57", "navy2", 3)
            arc = [(102 * math.sin(a), 39 - 102 * math.cos(a)) for a in (.22, .42, .62, .82)]
            f.way(arc, 5, on_wall=True)
            f.way(arc[::-1], 5, on_wall=True)
            f.end()
            f.end()
            f.end()
        step_dots(f, w / 2, h - 12, i + 1, 3)
        f.end()
        f.end()
    return f


@picture
@coarse()
def lie_and_sit() -> Drawing:
    f = Drawing("lie-and-sit", 640, 560, "Lying and sitting: what some people find easier",
                "Four pictures, each with a different person. A woman lies on her back in bed with a thick pillow under her knees. A man lies on his side with a pillow between his knees. A woman with dark glasses sits in a high-backed chair with a rolled towel behind her low back; a mug and a white cane are beside her. A man with a prosthetic leg stands at a kitchen worktop, one foot on a low step.")
    w, h = 310, 270
    g = room(f, 0, 0, w, h, "wall", 40)
    framed(f, 188, 40, 74, 58, "sun")
    bed(f, 16, 186, 280, g)
    u = 36
    pillow(f, 44, 180, 66, 24, "sage")
    f.p(smooth([(28 + x * u, 188 - y * u, *r) for x, y, *r in ((4.1, .04, .5), (4.24, .3), (4.6, .7), (4.96, 1.12), (5.3, 1.2),
        (5.6, .92), (5.94, .5), (6.2, .04, .4))]), "teal")  # the cushion fills the space under both knees
    supine(f, (28, 187), u, Look(3, "afro", 1, "rose", "sand", sleeves=1.8, shoes="bare", wide=1.34, belly=.3, limbs=1.5, chest=.16, face={"nose": -2, "lips": 2}), bent=True)
    f.end()
    f.end()
    g = room(f, 330, 0, w, h, "wall2", 40)
    f.g((w, 0), sx=-1)
    bed(f, 16, 172, 284, g, "plum", deep=18)
    by_night = {"age": True, "nose": 2, "lips": 1}
    on_side(f, (22, 174), Look(4, "short", 3, "rust", "teal", sleeves=.5, shoes="navy", wide=1.1, face=by_night), size=.61)
    f.rect(212, 26, 70, 84, "sheet", 6)  # the night outside the window
    f.rect(219, 33, 56, 70, "navy", 3)
    f.circle((250, 60), 15, "cream")
    f.circle((256, 55), 14, "navy")
    f.line("M230 46v.1M266 84v.1M234 88v.1", "cream", 2.4)
    f.rect(244, 33, 5, 70, "sheet")
    f.end()
    f.end()
    f.end()
    g = room(f, 0, 290, w, h, "wall2", 40)
    f.ell((150, g + 2), 110, 6, "shade", ' opacity=".12"')
    u = 37
    lamp(f, 44, g, 172)
    def of_hers(*points: tuple[float, ...], dx: float = 0, dy: float = 0, closed: bool = True, g: float = g) -> str:
        return smooth([(152 + (x + dx) * 37, g - (y + dy) * 37, *r) for x, y, *r in points], closed)

    for x in (88, 190):
        f.rect(x, g - 22, 10, 22, "wood2", 3)
    f.p(smooth([(76, g - 60, .6), (73, g - 130), (77, g - 200), (97, g - 214), (116, g - 207), (126, g - 178), (129, g - 120),
        (135, g - 84), (136, g - 30, .3), (80, g - 30, .3)]), "rust")
    f.ell((131, g - 104), 13, 16, "cream")  # a rolled towel in the hollow of the woman's back
    f.line(f"M134 {g - 114}q-10 1-10 10t9 10M133 {g - 108}q-4 1-4 5", "cream2", 2)
    f.rect(76, g - 52, 126, 38, "rust2", 9)
    f.rect(76, g - 67, 129, 23, "rust", 11)
    f.skin(2, 4)
    # the far leg; then the near leg, from the buttock (on the seat) past the knee to the ankle
    shoe(f, (152 + 2.06 * u, g - .29 * u), u, 1, 0, "rust2")
    shin = ((1.5, 1.62, .8), (1.44, 1.3), (1.5, .9), (1.57, .3, .2), (1.9, .3, .2), (1.98, .9), (2.05, 1.4), (2.16, 1.72),
            (2.14, 2.06, .8), (1.9, 2.33), (1.4, 2.48), (.8, 2.62))
    f.p(of_hers((0, 1.8), *shin, (0, 2.6), dx=.28, dy=.04), "sage2")
    shoe(f, (152 + 1.74 * u, g - .27 * u), u, 1, 0, "rust")
    # the far hand, on the far thigh
    hand_at_rest(f, (152 + 1.26 * u, g - 2.79 * u), 20, .31, -.74, "d")
    f.p(of_hers((.4, 3.4, .4), (.8, 3.14), (1.28, 2.98, .2), (1.2, 2.66, .2), (.8, 2.68), (.4, 2.7, .4)), "navy2")
    f.p(of_hers((-.3, 2.6, .4), (-.6, 2.34), (-.7, 2.04), (-.62, 1.8, .9), (-.3, 1.69), (.3, 1.7), (1.0, 1.74), *shin, (.3, 2.7, .4)), "sage")
    at_head = (152 + .05 * u, g - 5.58 * u)
    neck_side(f, (152 - .15 * u, g - 4.72 * u), at_head, u)
    f.p(of_hers((-.46, 4.74, .4), (-.04, 4.62), (.2, 4.63, .4), (.42, 4.46), (.6, 4.12), (.68, 3.78), (.62, 3.4), (.62, 3.04),
        (.62, 2.72), (.52, 2.46, .3), (.2, 2.32), (-.2, 2.22), (-.64, 2.22, .3), (-.55, 2.46), (-.44, 2.8), (-.48, 3.16),
        (-.58, 3.6), (-.66, 4.1), (-.58, 4.5)), "navy")
    collar(f, (152 - .16 * u, g - 4.7 * u), 1, u, "navy2")
    head(f, at_head, 1.18 * u, 0, 1, "three", "long", "open", "grin", glasses=True, dark=True)
    # the near arm: from the shoulder over the elbow to the cuff, the hand on the thigh
    hand_at_rest(f, (152 + 1.02 * u, g - 2.46 * u), 22, .31, .9)
    f.p(of_hers((-.44, 4.42, .4), (-.16, 4.52), (.1, 4.38), (.2, 4.02), (.18, 3.6), (.2, 3.14, .7), (.36, 2.96), (.7, 2.78),
        (1.0, 2.64, .2), (.9, 2.32, .2), (.5, 2.42), (.04, 2.54), (-.22, 2.68, .8), (-.3, 3.0), (-.36, 3.4), (-.44, 3.8),
        (-.5, 4.14)), "navy")
    f.line(of_hers((.14, 4.26), (.2, 4.02), (.18, 3.6), (.2, 3.14, .7), (.36, 2.96), (.7, 2.78), (1.0, 2.64, 0), (.9, 2.32, 0),
        (.5, 2.42), (.04, 2.54), (-.22, 2.68, .8), (-.3, 3.0), (-.34, 3.3), closed=False), "navy2", 2)
    f.end()
    side_table(f, 255, g - 74, g, 50)
    for k, wide in (("steel", 6.4), ("sheet", 4)):  # her white cane
        f.line(f"M305 {g}L288 {g - 132}", k, wide)
    f.line(f"M305 {g}l-1.5-12", "stop", 5)
    mug(f, 255, g - 74, "teal")
    f.end()
    f.end()
    g = room(f, 330, 290, w, h, "wall", 40)
    f.ell((160, g + 2), 76, 6, "shade", ' opacity=".12"')
    f.rect(206, 26, 84, 70, "sheet", 6)
    f.rect(213, 33, 70, 56, "sky", 3)
    f.circle((262, 50), 9, "cream")
    f.rect(246, 33, 5, 56, "sheet")
    f.rect(190, g - 122, 120, 23, "wood", 4)
    f.rect(190, g - 109, 120, 10, "wood2", 4)
    f.rect(224, g - 99, 86, 99, "sage2", 2)
    f.rect(240, g - 86, 36, 70, "sage", 3)
    f.rect(176, g - 20, 44, 20, "wood2", 4)
    mug(f, 270, g - 113, "rust")
    for dx in (-12, 0, 12):  # herbs in a pot
        leaf(f, (248, g - 127), (248 + dx, g - 151 - (dx == 0) * 5), 6, "leaf", vein=False)
    f.p(f"M236 {g - 133}H260L257 {g - 113}H239Z", "pot")
    he = Look(1, "crop", 2, "teal", "sand", sleeves=.5, limbs=1.05, belly=.14, chest=.08, seat=.04,
              face={"beard": True, "jaw": 2, "marks": "freckles"})
    u = 32

    def of_his(*points: tuple[float, ...], closed: bool = True, g: float = g) -> str:
        return smooth([(150 + x * 32, g - y * 32, *r) for x, y, *r in points], closed)

    def legs() -> None:  # the far leg with its prosthesis; then the near leg, its foot on the step
        f.line(f"M{xy((150 + .05 * 32, g - 1.4 * 32))}L{xy((150 + .02 * 32, g - .27 * 32))}", "steel", 5.4)
        shoe(f, (150 + .02 * 32, g - .27 * 32), 32)
        f.p(of_his((-.22, 1.8, .3), (-.22, 1.5), (-.12, 1.16), (-.02, 1.02), (.12, 1.02), (.22, 1.16), (.3, 1.5),
            (.32, 1.8, .3)), "steel")
        f.p(of_his((-.3, 3.6, .4), (-.58, 3.3), (-.5, 2.9), (-.4, 2.54), (-.3, 2.2), (-.26, 1.96), (-.32, 1.74),
            (-.31, 1.5, .2), (.35, 1.5, .2), (.34, 1.74), (.39, 1.98), (.38, 2.2), (.42, 2.5), (.5, 2.9), (.5, 3.6, .4)), "sand2")
        f.line(of_his((-.28, 1.6), (.32, 1.6), closed=False), "wood", 1.6)
        shoe(f, (150 + 1.28 * 32, g - .89 * 32), 32)
        f.p(of_his((-.4, 4.0, .4), (-.56, 3.7), (-.66, 3.4), (-.63, 3.14), (-.5, 2.98), (-.26, 2.94), (.1, 2.94), (.5, 2.78),
            (.9, 2.53), (1.22, 2.28, .6), (1.14, 2.04), (1.07, 1.74), (1.09, 1.35), (1.12, .96, .2), (1.45, .96, .2),
            (1.53, 1.3), (1.62, 1.7), (1.71, 2.15), (1.77, 2.5), (1.7, 2.74), (1.5, 2.93), (1.2, 3.12), (.86, 3.34),
            (.56, 3.6), (.5, 4.0, .4)), "sand")
        f.line(of_his((.6, 3.5), (.36, 3.32), (.1, 3.3), closed=False) + of_his((-.24, 3.0), (-.12, 3.08), (-.08, 3.2), closed=False),
            "sand2", 1.8)

    f.skin(1, 2)
    legs()
    c7, at_head = (150 + .08 * u, g - 6.16 * u), (150 + .38 * u, g - 6.84 * u)
    neck_side(f, c7, at_head, u)
    f.p(of_his((-.2, 6.2, .4), (.3, 6.06, .4), (.52, 5.8), (.62, 5.4), (.64, 4.9), (.66, 4.5), (.6, 4.0), (.58, 3.56, .3),
        (0, 3.44), (-.68, 3.44, .3), (-.6, 3.9), (-.5, 4.4), (-.49, 4.8), (-.56, 5.2), (-.56, 5.6), (-.44, 6.0)), "teal")
    f.line(of_his((-.5, 3.66), (-.3, 3.74), (-.1, 3.68), closed=False), "teal2", 2)
    collar(f, c7, 1, u, "teal2")
    head(f, at_head, 1.16 * u, 4, 1, "three", he.hair, "open", "smile", **he.face)
    f.end()
    f.skin(1, 2)  # the near arm: from the shoulder over the elbow to the palm, which leans on the edge of the worktop
    leaning_arm(f, (150 + .34 * u, g - 4.5 * u), (150 + 1.52 * u, g - 3.68 * u), u, 1, start=.6)
    f.p(of_his((-.3, 5.3, .4), (-.22, 4.94), (-.1, 4.64), (.05, 4.42, .4), (.3, 4.3), (.58, 4.19), (1.06, 3.95, .3),
        (1.21, 4.21, .3), (.8, 4.44), (.54, 4.66, .6), (.38, 4.88), (.28, 5.3, .4)), "s")
    f.p(of_his((-.2, 5.94, .5), (.06, 6.0), (.26, 5.84), (.34, 5.5), (.33, 5.0, .2), (-.32, 4.92, .2), (-.4, 5.3), (-.4, 5.66)), "teal")
    f.line(of_his((.24, 5.74), (.33, 5.42), (.33, 5.0, .2), (-.32, 4.92, .2), (-.4, 5.26), closed=False), "teal2", 2)
    f.end()
    f.end()
    f.end()
    return f.compact()
