"""Draws the cover pictures: a massage in a wide and a narrow version, and a walk."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from figures.bodies import Look, Pose, leg, neck_side, person, striding
from figures.drawing import Drawing
from figures.geometry import Node, cap, lerp, limb, n, smooth, xy
from figures.hands import Finger, digits, hand, shoe
from figures.heads import head
from figures.registry import picture
from figures.things import cat_asleep, mug, plant, prone_arm, prone_body, prone_legs, table, window

GROUND = 482
"""The y coordinate of the ground on which the feet are, in the picture of a walk."""


@dataclass(frozen=True)
class Side:
    """The appearance and clothes of one person in a massage scene: the therapist or the client."""

    skin: int
    hair: int
    style: str
    cloth: str = "teal"
    wide: float = 1
    face: dict[str, Any] = field(default_factory=dict)


def massage_scene(f: Drawing, giver: Side, client: Side, hang: bool = False) -> None:
    """Draw a person face down on a table, and a therapist who leans over from behind the table. The person's head is at (180,
    360), and the floor is at y = 500.

    """
    u = 62
    f.ell((470, 499), 290, 13, "shade", ' opacity=".12"')
    x, y = 180, 380
    k, k2 = giver.cloth, giver.cloth + "2"
    hip, c7 = (560, 250), (462, 126)
    step = (-36, 0)  # the therapist stands beside the client's thighs; further right, the therapist's clothes would cover the shins
    f.g(step)
    f.skin(giver.skin, giver.hair)
    leg(f, (554, 252), (532, 448), u, 1, "navy2")
    shoe(f, (532, 450), u, -1)
    knee = leg(f, (564, 252), (634, 450), u, 1, "navy")
    shoe(f, (637, 453), u, -1, -14)
    # the far arm: its hand lies beyond the spine, so that the back hides the fingers
    f.p(smooth([(433, 190, .4), (423, 213), (417, 229), (407, 248), (397, 264), (390, 271), (377, 274), (364, 275), (352, 276.6),
        (342, 281, .8), (334, 292, .3), (412, 292, .3), (410, 280, .7), (411, 271), (420, 256), (433, 239), (440, 226),
        (455, 200, .4)]), "d")
    f.p(smooth([(462, 134, .4), (446, 140), (432, 149), (424, 163), (417, 180), (407, 201, .2), (438, 216, .2), (470, 184)]), k2)
    neck_side(f, c7, (439, 83), u, -1, -22, 1.14, (.62, .78))
    f.p(cap((569, 249), .45 * giver.wide * u, lerp(hip, knee, .6), .31 * u), "navy")  # the seat
    f.p(smooth([(476, 114, .4), (502, 124), (525, 146), (541, 172), (555, 195), (571, 212), (586, 229, .4), (564, 254), (534, 270, .5), (521, 258), (508, 238), (494, 216), (478, 194), (462, 172), (450, 150), (451, 143, .4)]), k)
    f.line("M577 232Q566 230 558 222M527 252Q534 246 535 238", k2, 3)
    neckline = "M478 115.500Q471 141 450.500 143"
    f.p(neckline + "L451.500 137L453.500 130Q462 121 474 113.500Z", "s")
    f.line(neckline, k2, 5.6)
    head(f, (439, 87), u * 1.14, -25, -1, "three", giver.style, "rest", "smile", **giver.face)
    f.end()
    f.end()
    prone_body(f, x, y, u, client.skin, client.hair, client.style, client.wide, **client.face)
    f.end()
    f.g(step)
    f.skin(giver.skin, 1)
    # the near arm: its hand lies flat on the side of the back nearer to us, its thumb beside the spine
    f.p(smooth([(416, 277, .4), (404, 275.4), (391, 275.6), (380, 278), (375.4, 281.6, 1.2), (380, 284.4), (391, 284.6),
        (404, 290, .4)]), "s")
    near: list[Finger] = [((392, 304.6), (381, 307.4), (370, 310.4), 3, 2.6), ((388, 299.6), (372, 302.6),
        (358.6, 306.4), 3.3, 2.9),
                          ((387, 294), (370, 296.8), (355.4, 300.6), 3.4, 3), ((388, 288.6), (373, 290.6), (360, 294), 3.3, 2.9)]
    f.p(smooth([(470, 196, .4), (463, 209), (455, 227), (449, 240), (438, 260), (431.4, 274), (431, 285, .8), (428, 295),
        (419, 303.4),
        (406, 308), (396, 308), *digits(near, .6), (398, 283.6), (408, 279.4), (415, 271), (423, 252), (432, 229), (439, 213),
        (448, 187, .4)]), "s")
    f.line("".join(f"M{xy(lerp(a[0], b[0], .5))}L{xy(lerp(lerp(a[1], a[2], .5), lerp(b[1], b[2], .5), .5))}"
        for a, b in pairwise(near)), "l", 1.4, ' opacity=".6"')
    f.p(smooth([(466, 140, .4), (482, 132), (498, 144), (497, 166), (482, 186), (468, 211, .2), (436, 197, .2), (446, 172),
        (449.500, 150, .6)]), k)
    f.line("M500 152Q497 172 484 186", k2, 3)
    f.end()
    f.end()
    table(f, 244, y, 436, u, 496)
    f.rect(236, y + 2.4, 18, 12, "pad")  # no gap between the table and the face rest
    for sx, sy in ((350, 500), (386, 506)):
        f.rect(sx, sy - 5, 46, 5, "rust2", 2.5)
        f.p(f"M{sx + 16} {sy - 4}Q{sx + 18} {sy - 15} {sx + 28} {sy - 14}Q{sx + 44} {sy - 12} {sx + 46} {sy - 4}Z", "rust")
    prone_legs(f, x, y, u, client.skin, wide=client.wide, hang=.75 if hang else 0)
    prone_arm(f, x, y, u, client.skin, client.wide, hang)


@picture
def cover() -> Drawing:
    f = Drawing("cover", 960, 540, "A massage for the back",
                "A large woman with curly hair lies face down on a massage table, her face in a soft rest and a sheet over her hips and legs. A therapist stands beside the table, knees soft, arms straight, and leans with both hands on the back. Both look at ease. Morning light falls through a window; a cat sleeps.")
    f.panel(0, 0, 960, 540, "wall2", 28)
    f.rect(0, 446, 960, 94, "floor")
    f.p("M280 58L690 452H440L150 58Z", "beam", ' opacity=".55"')
    f.p("M440 452H690L780 540H500Z", "beam", ' opacity=".4"')
    window(f, 64, 44, 230, 236)
    f.rect(716, 196, 176, 12, "wood", 4)
    for i, k in enumerate(("cream", "rose", "sage")):
        f.rect(740 - i * 2, 178 - i * 19, 84 + i * 4 - (i % 2) * 8, 18, k, 8)
    f.p("M852 196V160Q852 154 858 152V142H866V152Q872 154 872 160V196Z", "leaf2")
    f.rect(856, 134, 12, 9, "wood2", 2)
    plant(f, 842, 486, 1)
    mug(f, 106, 276)
    f.ell((104, 485), 48, 5, "shade", ' opacity=".12"')
    cat_asleep(f, 104, 484)
    massage_scene(f, Side(4, 1, "pony", wide=1.04, face={"nose": -3, "lips": 2}), Side(2, 2, "curls", wide=1.74, face={"lips": 1}), hang=True)
    return f.end()


@picture
def cover_narrow() -> Drawing:
    f = Drawing("cover-narrow", 560, 484, "Hands on a back",
                "A large old man with short grey hair lies face down on a massage table, a sheet over his hips and legs. A young man with brown curls and glasses, the therapist, leans with straight arms, both hands on his back. Both look at ease.",
                (150, 30, 560, 484))
    f.panel(150, 30, 560, 484, "wall2", 24)
    f.rect(150, 446, 560, 68, "floor")
    f.g((860, 0), sx=-1)
    massage_scene(f, Side(1, 2, "curls", "plum", 1.04, face={"nose": 1, "glasses": True}), Side(3, 3, "crop", wide=1.7, face={"nose": 2, "jaw": 2}))
    f.rect(196, 92, 104, 124, "sheet", 6)
    f.rect(206, 102, 84, 104, "sky", 3)
    f.circle((266, 132), 13, "cream")
    f.p("M206 176q28-34 46-16t38-10v56H206Z", "sage")
    f.end()
    return f.end()


@picture
def cover_walk() -> Drawing:
    f = Drawing("cover-walk", 960, 540, "A walk with the dog",
                "A large young woman with locs walks away from her house with her small dog on a lead; she is mid-step and smiles. Behind her is the tall house with a green door, flowers at the window and a cat behind it. Ahead, close by, is the first corner, where the hedge ends; there an arrow on the path bends round and turns back home.")
    f.panel(0, 0, 960, 540, "sky", 28)
    f.circle((660, 106), 46, "cream")
    f.p("M0 330Q140 250 330 300T680 280T960 250V540H0Z", "sage")
    f.p("M0 392Q220 330 470 372T960 340V540H0Z", "sage2")
    for x, y, s in ((594, 386, .9), (672, 390, .6)):
        f.rect(x - 5 * s, y - 30 * s, 10 * s, 50 * s, "wood2", 4)
        f.p(smooth([(x, y - 150 * s), (x + 42 * s, y - 104 * s), (x + 40 * s, y - 44 * s), (x, y - 24 * s), (x - 40 * s, y - 44 * s), (x - 42 * s, y - 104 * s)]), "leaf")
        f.line(f"M{n(x)} {n(y - 20 * s)}V{n(y - 92 * s)}M{n(x)} {n(y - 52 * s)}L{n(x + 17 * s)} {n(y - 74 * s)}M{n(x)} {n(y - 66 * s)}L{n(x - 14 * s)} {n(y - 84 * s)}", "leaf2", 3)
    # the street, and a lane that turns off it and continues behind the right-hand hedge
    f.p("M0 446H960V540H0Z", "sand")
    f.p("M728 450C748 446 762 396 830 394H960V416H884C872 420 870 432 872 450Z", "sand")
    f.p("M0 516H960V540H0Z", "leaf")
    f.rect(200, 408, 540, 40, "leaf", 12).rect(868, 408, 120, 40, "leaf", 12)
    f.line("M300 424q8 8 16 0M410 430q8 8 16 0M522 422q8 8 16 0M630 430q8 8 16 0M690 422q8 8 16 0M892 426q8 8 16 0", "leaf2", 4)
    f.g((960, 0), sx=-1)  # the woman's house, which is behind her
    f.p("M690 -4H748V448L690 410Z", "cream2")  # the side wall of the house; the top of the wall is outside the picture
    f.p("M706 92L730 84V216L706 212Z", "sheet").p("M711 97L725 92V209L711 206Z", "navy")
    f.rect(748, -4, 230, 452, "cream")
    for i in range(8):
        f.rect(748, -30 + i * 58, (30, 20)[i % 2], 30, "cream2", 2)
    f.rect(788, 96, 66, 150, "sheet", 4)
    f.rect(795, 103, 52, 136, "navy", 2)
    f.line("M821 103V239M795 158H847", "sheet", 5)
    f.p("M795 103h20q4 46-20 68Z", "beam", ' opacity=".8"')
    f.p("M825 239v-26q-1-11 4-20l4 7h6l4-7q4 9 3 20v26Z", "rust")  # a cat in the window
    f.line("M830 208q2-3 4 0M838 208q2-3 4 0M835 214q1 1 2 0M824 219h4M846 219h-4", "cream", 1.8)
    f.rect(780, 248, 82, 20, "wood2", 4)
    for i in range(5):
        f.line(f"M{789 + i * 16} 248v-8", "leaf2", 4)
        f.circle((789 + i * 16, 238), 7, ("rose", "sand", "sheet")[i % 3])
    f.rect(880, 26, 120, 414, "cream2", 4)
    f.rect(888, 34, 100, 406, "teal", 3)
    f.rect(902, 52, 80, 92, "sky", 3)
    f.line("M902 172H990M902 172V416H990", "teal2", 4)
    f.circle((900, 268), 5, "sand")
    f.rect(868, 434, 120, 14, "cream2", 3)
    f.end()
    f.way([(756, 500), (826, 501), (872, 496), (886, 481), (868, 468), (826, 464), (768, 464)], 7)  # turn round here
    # the woman and the dog
    u, at = 54, (392, GROUND)
    f.ell((at[0], GROUND + 3), 104, 8, "shade", ' opacity=".14"')
    pose = Pose((0, 3.62), (.16, 6.1), ((1.0, .36), (-.84, .5)), ((-.7, 3.18), (1.6, 3.5)), elbows=(1, 1), hands=(("hang", 82), ("grip", 20)), feet=(-14, 42),
                eyes="open", mouth="laugh", head=(.26, .69))
    d, low = 570, 7
    f.line(f"M{n(at[0] + 2.06 * u)} {n(GROUND - 3.42 * u)}Q{d + 20} {GROUND - 60} {d + 86} {422 + low}", "rust2", 4)
    who = Look(4, "locs", 1, "sand", "teal", sleeves=1.8, wide=1.5, belly=.3, seat=.16, limbs=1.3, shoes="plum",
        face={"lips": 2, "nose": -1})

    def below() -> None:  # the legs, and the far arm, which holds the lead
        f.p(limb((at[0] + 1.5 * u, at[1] - 3.98 * u), 8, (at[0] + 1.68 * u, at[1] - 3.82 * u), 7, (at[0] + 1.82 * u,
            at[1] - 3.68 * u), 5.6), "d")
        hand(f, (at[0] + 1.79 * u, at[1] - 3.71 * u), u, 36, 1, "clasp", .86, "d")
        f.p(smooth(heads((.2, 5.86, .4), (.6, 5.74), (.88, 5.44), (1.05, 5.04), (1.15, 4.7), (1.26, 4.48, .8), (1.5, 4.26),
            (1.76, 4.04, .2), (1.55, 3.7, .2), (1.2, 3.9), (.94, 4.02, .8), (.76, 4.24), (.5, 4.6), (.2, 4.9, .4))), "sand2")
        striding(f, at, u, who)

    def heads(*points: tuple[float, ...]) -> list[Node]:
        return [(at[0] + x * u, at[1] - y * u, *r) for x, y, *r in points]

    def bust() -> None:
        f.p(smooth(heads((.1, 5.8, .4), (.5, 5.72), (.72, 5.48), (.88, 5.2), (.98, 4.9), (.98, 4.66), (.84, 4.48),
            (.5, 4.4, .4))), "sand")
        f.line(smooth(heads((.6, 4.4), (.8, 4.46), (.93, 4.58)), closed=False), "sand2", 2.7)

    person(f, at, u, who, pose, view="three", before_body=below, before_arm=bust, arms=False, legs=False)
    # the near arm, which swings back: one outline from the collar over the deltoid and the elbow to the cuff
    f.skin(4, 1)
    hand(f, (at[0] - 1.24 * u, at[1] - 3.16 * u), u, 86, 1, "hang", .86)
    f.end()
    f.p(smooth(heads((-.14, 6.06, .4), (-.4, 5.92), (-.62, 5.66), (-.8, 5.3), (-1.04, 4.88), (-1.28, 4.54), (-1.41, 4.28, .9),
        (-1.44, 4.02), (-1.43, 3.6), (-1.42, 3.16, .2), (-1.06, 3.14, .2), (-1.0, 3.5), (-.95, 3.9), (-.94, 4.16, .8),
        (-.76, 4.5), (-.46, 4.98), (-.14, 5.4))), "sand")
    f.line(smooth(heads((-.15, 5.34), (-.4, 5.04), (-.72, 4.56)), closed=False) + smooth(heads((-1.43, 3.22), (-1.24, 3.16),
        (-1.05, 3.2)), closed=False), "sand2", 2.7)
    f.ell((d + 56, GROUND + 2), 66, 6, "shade", ' opacity=".14"')
    f.g((0, low))
    f.p(cap((d + 20, 444), 9, (d + 4, 472), 5.5) + cap((d + 90, 444), 9, (d + 104, 470), 5.5), "cream2")
    f.p(smooth([(d, 432), (d + 20, 422), (d + 70, 424), (d + 96, 418), (d + 104, 436), (d + 92, 456), (d + 50, 458), (d + 10, 456)]), "cream")
    f.p(cap((d + 14, 446), 9, (d + 24, 472), 5.5) + cap((d + 84, 446), 9, (d + 80, 472), 5.5), "cream")
    f.p(smooth([(d + 84, 424), (d + 90, 398), (d + 112, 388), (d + 130, 398), (d + 148, 408), (d + 146, 418), (d + 122, 424), (d + 108, 438)]), "cream")
    f.p(smooth([(d + 96, 394), (d + 110, 390), (d + 112, 408), (d + 104, 424), (d + 92, 420)]), "wood2")
    f.line(f"M{d + 6} 434Q{d - 18} 424 {d - 16} 402", "cream", 8)
    f.line(f"M{d + 86} 422Q{d + 98} 434 {d + 108} 438", "rust2", 6)
    f.circle((d + 147, 408), 4, "navy2")
    f.circle((d + 124, 404), 2.6, "navy2")
    f.p(smooth([(d + 30, 424), (d + 58, 423), (d + 62, 440), (d + 40, 446)]), "wood2")
    f.end()
    return f.end()
