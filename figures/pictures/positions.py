"""Draws ways to lie, sit and get up that people find easier. These ways are our suggestions, and are not based on a study or
guideline.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from figures.bodies import Look, Pose, person
from figures.drawing import Drawing
from figures.geometry import n, smooth
from figures.hands import shoe
from figures.lying import on_edge, on_side, rising, supine
from figures.registry import coarse, picture
from figures.things import chair, framed, lamp, leaf, mug, pillow, side_table, step_dots, tortoise


def room(f: Drawing, x: float, y: float, w: float, h: float, ground: str, floor: float = 28) -> float:
    """Open a panel with a floor, and a group whose origin is the panel's corner. Return the y coordinate of the feet."""
    f.panel(x, y, w, h, ground)
    f.g((x, y))
    f.rect(0, h - floor, w, floor, "floor")
    return h - floor / 2 - 2


def couch(f: Drawing, x: float, y: float, w: float, floor: float, k: str = "pad") -> None:
    for lx in (.12, .86):
        f.rect(x + lx * w - 6, y + 16, 12, floor - y - 16, "wood2", 4)
    f.rect(x + .12 * w, floor - 26, .74 * w, 8, "wood2")
    f.rect(x, y, w, 22, k, 11)
    f.rect(x + 16, y + 20, w - 32, 8, "wood", 4)


def bed(f: Drawing, x: float, y: float, w: float, floor: float, quilt: str = "sage2") -> None:
    f.ell((x + w / 2, floor + 2), w * .5, 6, "shade", ' opacity=".12"')
    f.rect(x - 8, y - 46, 12, floor - y + 46, "wood2", 5)
    f.rect(x + w - 4, y - 10, 10, floor - y + 10, "wood2", 5)
    f.rect(x, y + 18, w, 20, "wood", 4)
    f.rect(x + 2, y, w - 6, 26, "sheet", 10)
    f.p(f"M{n(x + 40)} {n(y + 16)}Q{n(x + w * .5)} {n(y + 10)} {n(x + w - 4)} {n(y + 16)}V{n(y + 34)}H{n(x + 40)}Z", quilt)


@picture
def getting_on() -> Drawing:
    f = Drawing("getting-on", 640, 520, "Getting on the table, and off again",
                "Three pictures of an old man with a white beard, with arrows there and back between them; his cane leans on the table. He sits on the edge of the table, both palms flat beside him. He leans on his elbow, the other palm flat before his chest, his legs over the edge. He lies on his side, a pillow under his head, one to hug and one between his legs.")
    he = Look(1, "bald", 5, "sage", "navy", wide=1.08, belly=.08, sleeves=1.8, shoes="sand", face={"beard": True, "age": True, "nose": 3, "aid": True})
    for i, (x, y, w) in enumerate(((0, 0, 310), (330, 0, 310), (95, 270, 450))):
        g = room(f, x, y, w, 250, ("wall", "wall2", "wall")[i])
        framed(f, (22, 222, 340)[i], 28, 56, 52, "boat")
        t, left, wide = 155, 14, w - 56
        f.ell((w / 2, g + 4), w * .4, 6, "shade", ' opacity=".12"')
        couch(f, left, t, wide, g)
        f.line(f"M{w - 24} {g}L{w - 45} {g - 112}q-3-15 8-16q9 0 9 11" if i < 2 else f"M{w - 12} {g}L{w - 30} {g - 112}q-3-15 8-16q9 0 9 11", "wood2", 6)  # the cane leans on the end of the table
        if i < 2:
            pillow(f, left + 46, t - 13, 76, 26, "sage")
            pillow(f, left + wide - 36, t - 9, 56, 18, "cream")
            pillow(f, left + wide - 38, t - 26, 50, 18, "cream")
        if i == 0:
            on_edge(f, (150, t), 34.5, he, g - 1)
        elif i == 1:
            rising(f, (158, t), 35, he, drop=1.96)
        else:
            on_side(f, (left, t), he, size=.92)
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
                "Four pictures, each with another person. A large man lies on a mat, his lower legs on the seat of a chair. A woman with a headscarf lies on her side in bed, a pillow between her knees. A young man rolls to his side on the edge of a bed and pushes himself up with his hands while his legs go down; a girl waits beside him with a mug. An older woman takes a few steps through the room with a cane, a tortoise ahead of her.")
    w, h = 310, 270
    # 1. calves on a chair
    g = room(f, 0, 0, w, h, "wall2", 40)
    f.rect(8, g - 13, 204, 22, "sage", 8)
    u = 40
    framed(f, 60, 36, 66, 56, "shapes")
    chair(f, 250, g - 1, 54, -1, seat="sand2")
    supine(f, (20, g - 11), u, Look(4, "crop", 1, "rust", "navy", wide=1.45, belly=.34, limbs=1.25, sleeves=.5, shoes="bare", face={"beard": True, "lips": 2}), (4.4, 2.3), (5.88, 2.28), foot=-80, on_belly=True)
    f.rect(8, g - 12, 204, 21, "sage", 7)  # the mat, drawn over the lower edge of the body
    f.end()
    f.end()
    # 2. on the side, in bed
    g = room(f, 330, 0, w, h, "wall", 40)
    bed(f, 16, 178, 284, g)
    on_side(f, (20, 180), Look(2, "scarf", 1, "plum", "navy", sleeves=1.8, shoes="sand", face={"scarf": "rust", "lips": 1}), size=.64)
    framed(f, 226, 30, 60, 52, "moon")
    f.end()
    f.end()
    # 3. getting up over the side
    g = room(f, 0, 290, w, h, "wall", 40)
    framed(f, 172, 26, 52, 60, "vase")
    bed(f, 16, 158, 278, g)
    pillow(f, 60, 148, 78, 28, "cream")
    rising(f, (138, 160), 34, Look(3, "short", 1, "teal", "navy", wide=.94, sleeves=.5, shoes="bare", face={"nose": 2, "lips": 1}), drop=2.24)

    def tea() -> None:
        mug(f, 229, g - 92, "rust")
    person(f, (280, g + 6), 27, Look(3, "pony", 1, "sand", "plum", wide=.86, limbs=.88, sleeves=.5, shoes="rust", face={"nose": -3, "marks": "freckles"}),
           Pose((0, 3.66), (.02, 6.1), ((.2, .27), (-.14, .27)), ((1.16, 3.86), (1.3, 3.7)), hands=(("side", -12), ("side", -4)), eyes="glad", mouth="grin", rot=4), -1, before_arm=tea, view="three")
    f.end()
    f.end()
    # 4. a few steps
    g = room(f, 330, 290, w, h, "wall2", 40)
    f.rect(206, 40, 76, 96, "sheet", 6)
    f.rect(213, 47, 62, 82, "sky", 3)
    f.p("M213 112q20-22 34-10t28-8v35H213Z", "sage")
    f.rect(242, 47, 5, 82, "sheet")
    f.ell((144, g + 2), 76, 6, "shade", ' opacity=".12"')
    walk = Pose((0, 3.6), (.16, 6.02), ((.86, .34), (-.72, .56)), ((-.5, 3.16), (1.0, 3.52)), elbows=(1, 1), hands=(("hang", 92), ("grip", 20)), feet=(-12, 32), eyes="open", mouth="laugh", head=(.3, .68), rot=6)

    def cane() -> None:
        f.line(f"M{n(132 + 1.3 * 32)} {n(g - 3.5 * 32)}L{n(132 + 1.92 * 32)} {n(g)}", "wood2", 5)
    cane()
    person(f, (132, g), 32, Look(1, "bob", 4, "sand", "plum", wide=1.16, chest=.12, belly=.1, seat=.08, sleeves=1.8, face={"nose": 1, "age": True}), walk, view="three")
    tortoise(f, 250, g + 7)
    f.end()
    f.end()
    return f


def tightened(f: Drawing, g: float) -> None:
    """Draw how the thigh tightens, on the chair of `three_moves`: the muscle stands out, and three strokes above it show the
    effort.

    Args:
        g: the floor.
    """
    f.p(smooth([(78, g - 63), (90, g - 69), (106, g - 67), (117, g - 60), (108, g - 54), (90, g - 55)]), "sky", ' opacity=".4"')
    f.line(f"M82 {g - 62}Q94 {g - 66} 112 {g - 61}M86 {g - 58}Q96 {g - 60} 107 {g - 57}", "sheet", 2, ' opacity=".8"')
    f.line(f"M91 {g - 79}L89 {g - 92}M106 {g - 77}L109 {g - 90}M119 {g - 70}L127 {g - 80}", "action", 4)


@picture
@coarse()
def three_moves() -> Drawing:
    f = Drawing("three-moves", 640, 224, "Three small moves: walk, thighs, ankles",
                "Three pictures of one large man. He walks on a path through a garden, arms swinging, past a tree, towards an open gate. He sits on a chair, feet on the floor, a hand on the seat; a pale shape on his thigh and three strokes above it show how the muscle tightens. He lies on his back in bed, barefoot, his legs straight on the mattress; his foot is seen bent up and, paler, stretched, with an arrow there and back between the two.")
    he = Look(2, "short", 4, "plum", "navy", wide=1.3, belly=.24, limbs=1.14, sleeves=.5, face={"nose": 2, "marks": "mole", "lips": 1})
    h = 224
    for i, (x, w) in enumerate(((0, 180), (188, 164), (360, 280))):
        g = room(f, x, 0, w, h, ("sky", "wall", "wall2")[i], 40)
        if i == 0:  # outdoors: hills, a tree, an open gate, a path
            f.p("M0 134Q50 108 96 124T180 112V224H0Z", "sage2")
            f.p("M0 166Q80 150 180 160V224H0Z", "sage")
            f.rect(143, 70, 8, 100, "wood2", 3)
            f.circle((147, 62), 27, "leaf").circle((166, 78), 19, "leaf2").circle((130, 80), 17, "leaf")
            f.p("M0 188Q90 176 180 182V224H0Z", "sand")
            for px in (112, 170):
                f.rect(px, 136, 7, 50, "wood", 2)
            f.line("M170 148H190M170 164H190M119 146L134 152V184L119 178M119 162L134 168", "wood", 4)
            f.ell((58, g + 2), 50, 5, "shade", ' opacity=".12"')
            walk = Pose((0, 3.6), (.14, 6.04), ((.86, .34), (-.72, .56)), ((-.56, 3.3), (.98, 3.8)), hands=(("hang", 96), ("hang", 66)), feet=(-12, 32), eyes="open", mouth="grin", head=(.28, .68))
            person(f, (58, g), 25, he, walk, view="three")
        elif i == 1:
            framed(f, 108, 20, 38, 34, "vase")
            f.ell((72, g + 2), 68, 5, "shade", ' opacity=".12"')
            chair(f, 56, g, 31)
            sitting = Pose((0, 2.14), (-.04, 4.62), ((1.66, .27), (1.5, .27)), ((-.22, 2.12), None), hands=(("side", 30), ("side", 12)), eyes="open", mouth="small", rot=4)
            person(f, (56, g), 31, he, sitting, before_arm=partial(tightened, f, g), view="three")
        else:
            framed(f, 116, 30, 56, 42, "moon")
            bed(f, 14, 136, 252, g)
            pillow(f, 43, 132, 46, 14, "cream")
            f.skin(2)
            f.g(extra=' opacity=".6"')  # the position of the foot after the stretch
            f.far = True
            shoe(f, (222.1, 130.4), 28, 1, -16, bare=True)
            f.far = False
            f.end()
            f.end()
            supine(f, (25, 136), 28, replace(he, shoes="bare"), (5.3, .3), (7.04, .2), foot=-84)
            arc = [(229, 98), (244, 102), (254, 114)]
            f.way(arc, 3.4, on_wall=True)
            f.way(arc[::-1], 3.4, on_wall=True)
        step_dots(f, w / 2, h - 12, i + 1, 3)
        f.end()
        f.end()
    return f


@picture
@coarse()
def lie_and_sit() -> Drawing:
    f = Drawing("lie-and-sit", 640, 560, "Lying and sitting: what some people find easier",
                "Four pictures, each with a different person. A woman lies on her back in bed with a thick pillow under her knees. A man lies on his side with a pillow between his knees. A woman with dark glasses sits in an armchair with a rolled towel behind her low back; a mug and a white cane are beside her. A man with a prosthetic leg stands at a kitchen worktop, one foot on a low step.")
    w, h = 310, 270
    g = room(f, 0, 0, w, h, "wall", 40)
    framed(f, 188, 40, 74, 58, "sun")
    bed(f, 16, 186, 280, g)
    u = 36
    pillow(f, 44, 180, 66, 24, "rose")
    pillow(f, 214, 169, 66, 38, "teal")
    supine(f, (28, 187), u, Look(3, "afro", 1, "rose", "sand", sleeves=1.8, shoes="bare", wide=1.34, belly=.26, limbs=1.2, chest=.16, face={"nose": -2, "lips": 2}), (5.0, 1.4), (6.66, .3), foot=-82)
    f.end()
    f.end()
    g = room(f, 330, 0, w, h, "wall2", 40)
    f.g((w, 0), sx=-1)
    bed(f, 16, 178, 284, g, "plum")
    on_side(f, (20, 180), Look(4, "short", 3, "rust", "teal", sleeves=.5, shoes="navy", wide=1.1, face={"age": True, "nose": 2, "beard": True}), size=.64)
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
    f.p(smooth([(88, g - 18), (84, g - 120), (92, g - 160), (112, g - 168), (130, g - 156), (140, g - 74), (144, g - 18)]), "rust")
    f.ell((134, g - 93), 16, 19, "cream")
    f.line(f"M134 {g - 104}a9 11 0 1 0 5 14q-4 6-9 3", "cream2", 3.4)
    person(f, (152, g), u, Look(2, "long", 4, "navy", "sage", chest=.08, sleeves=1.8, shoes="rust", face={"glasses": True, "dark": True}), Pose((0, 2.2), (-.4, 4.62), ((1.66, .27), (1.46, .27)), ((.96, 2.44), (1.16, 2.46)), hands=(("side", 16), ("side", 10)), eyes="open", mouth="grin"), view="three")
    f.rect(90, g - 76, 112, 26, "rust2", 12)
    f.rect(88, g - 56, 108, 42, "rust", 12)
    for x in (96, 176):
        f.rect(x, g - 16, 10, 16, "wood2", 3)
    side_table(f, 250, g - 74, g, 50)
    for k, wide in (("steel", 6.4), ("sheet", 4)):  # her white cane
        f.line(f"M305 {g}L288 {g - 132}", k, wide)
    f.line(f"M305 {g}l-1.5-12", "stop", 5)
    mug(f, 250, g - 74, "teal")
    f.end()
    f.end()
    g = room(f, 330, 290, w, h, "wall", 40)
    f.ell((130, g + 2), 76, 6, "shade", ' opacity=".12"')
    f.rect(206, 26, 84, 70, "sheet", 6)
    f.rect(213, 33, 70, 56, "sky", 3)
    f.circle((262, 50), 9, "cream")
    f.rect(246, 33, 5, 56, "sheet")
    f.rect(196, g - 128, 114, 12, "wood", 4)
    f.rect(206, g - 116, 104, 116, "sage2", 2)
    f.rect(222, g - 100, 36, 84, "sage", 3)
    f.rect(126, g - 20, 62, 20, "wood2", 4)
    mug(f, 262, g - 128, "rust")
    for dx in (-12, 0, 12):  # herbs in a pot
        leaf(f, (231, g - 142), (231 + dx, g - 166 - (dx == 0) * 5), 6, "leaf", vein=False)
    f.p(f"M219 {g - 148}H243L240 {g - 128}H222Z", "pot")
    he = Look(1, "crop", 2, "teal", "sand", sleeves=.5, limbs=1.05, belly=.06, prosthesis=True, face={"beard": True, "jaw": 2, "marks": "freckles"})
    pose = Pose((0, 3.7), (.12, 6.18), ((.02, .27), (1.0, .86)), ((1.9, 3.98), (1.7, 4.02)), hands=(("side", 4), ("side", 0)), eyes="open", head=(.28, .68), rot=4)
    u = 32
    person(f, (114, g), u, he, replace(pose, wrists=((1.92, 4.1), (1.72, 4.14))), view="three")
    f.end()
    f.end()
    return f
