"""Draws patients and the people who care for them. They talk, decide what to do, and try it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from figures.bodies import Look, Pose, hands_off, in_heads, neck, person, sleeve, standing
from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, grain, lerp, mirrored, n, smooth, xy
from figures.hands import RAISED_PALM, TOGETHER, Finger, digits, hand, laid_hand, leaning_arm, shoe, whole_hand
from figures.heads import head
from figures.pictures.positions import room
from figures.pictures.visit import LEAN
from figures.registry import coarse, picture
from figures.things import (
    cat,
    dog_asleep,
    framed,
    pillow,
    prone_legs,
    table,
    wheelchair,
)


@picture
def say_stop() -> Drawing:
    f = Drawing("say-stop", 640, 400, "Say stop, and it stops",
                "A large old woman with grey curls, in a short-sleeved top, lies on her side on a massage table and faces us, "
                "her head on a pillow, her upper arm along her side, a sheet over her hips and legs. Her other elbow lies at the "
                "table's edge, and she has lifted that forearm and its open hand straight up: the sign for stop. Her eyes are "
                "open, one brow raised. The therapist, a young man behind her, has lifted both open palms away from her at once, "
                "and looks at her attentively. A cat sits on a shelf.")
    f.panel(0, 0, 640, 400, "wall")
    framed(f, 30, 36, 92, 76, "moon")
    f.rect(548, 190, 92, 9, "wood", 3)
    f.g((600, 190), s=1.3)
    cat(f, 0, 0, -1, "rust")
    f.end()
    he = Look(2, "topbun", 1, "sand", "navy", sleeves=.5, wide=.96, face={"beard": True, "nose": 2, "brow": 4})
    hands_off(f, (384, 500), 63, he, -1, "open", "calm", -6, 2)
    # the table, seen a little from above
    f.p("M52 334H640V372H30Z", "rust")
    f.rect(22, 366, 640, 60, "rust2", 16)
    f.g((0, 14))
    lying_stop(f, 80)
    f.end()
    return f.end()


def lying_stop(f: Drawing, u: float) -> None:
    """Draw a large person in a short-sleeved top who lies on one side, faces us, and lifts a hand to say "stop"."""
    pillow(f, 199, 325, 122, 52, "sage")
    f.skin(4, 3)
    f.p(smooth([(214, 262, .4), (236, 262), (254, 258), (270, 252, .3), (282, 320, .3), (256, 322), (238, 312),
        (214, 306, .4)]), "s")
    f.p(smooth([(230, 262, .4), (244, 276), (248, 292), (240, 308), (222, 306, .4)]), "d")  # the jaw's shade
    # the trunk: the upper shoulder, the waist, and the belly, which lies on the table
    f.p(smooth([(254, 256, .4), (264, 247), (280, 238), (300, 233), (326, 238), (352, 249), (380, 257), (404, 258),
        (430, 262, .4), (450, 350, .4), (410, 354), (366, 353), (320, 348), (284, 346), (256, 340, .4),
        (254, 322)]), "plum")
    band = "M252 257Q290 290 254 322"
    f.p(band + "Z", "d").line(band, "plum2", 6)
    # a sheet over the hips and the legs, which bend towards us
    f.p(smooth([(402, 254, .3), (424, 240), (450, 234), (480, 233), (514, 242), (552, 258), (600, 276), (660, 284, .3),
        (660, 376, .3), (610, 379), (560, 370), (500, 377), (450, 369), (412, 373, .3), (404, 340),
        (406, 300)]), "sheet")
    f.p(smooth([(392, 258, .3), (404, 250), (419, 242, .4), (424, 280), (424, 324), (432, 371, .3), (412, 374, .3),
        (402, 344), (398, 300)]), "cream")
    f.line("M640 300Q590 306 552 334M500 352Q540 350 560 340M478 350Q470 362 474 370", "fold", 4)
    # the upper arm lies along her side, its hand on her thigh
    whole_hand(f, (458, 297), u, 12, -1, "s", 1, .92, low=10, fingers=TOGETHER, arm=[(450, 285), (434, 280), (416, 273),
        (398, 266), (378, 258), (350, 250), (312, 256, .3), (300, 286, .3), (332, 288), (354, 295), (370, 304.5, .6),
        (388, 304.5), (408, 302), (428, 301),
        (446, 304)])
    f.line("M362 291Q366 297 373 297", "d", 3.4)  # the point of the elbow
    f.p(smooth([(290, 244), (306, 238), (326, 240), (352, 248, .2), (350, 272), (338, 300, .2), (312, 296), (292, 284),
        (284, 264)]), "plum")
    f.line(smooth([(318, 239), (336, 242), (352, 248, .2), (350, 272), (338, 300, .2), (312, 296),
        (294, 286)], closed=False), "plum2", 4)
    f.p(smooth([(200, 246, .3), (216, 243), (231, 249), (238, 260), (236, 274), (224, 270),
        (208, 262, .3)]), "h")  # the curls at the nape
    head(f, (198, 282), 92, -84, -1, "three", "curls", "open", "calm", age=True, lips=1, brow=4)
    # the arm underneath: the upper arm comes forward to the elbow on the table, the forearm stands up from it
    whole_hand(f, (124, 254), u, -98, 1, "s", 1, arm=[(135.5, 264), (140, 277), (148, 293), (158, 308), (168, 320, .3),
        (188, 326), (212, 326), (240, 322), (264, 318, .3), (270, 352, .3), (240, 358), (206, 361), (176, 363), (154, 363),
        (139, 360, .5), (132, 349, .5), (130, 334), (126, 316), (119, 296), (114.5, 280),
        (114, 265)])
    f.line("M168 320Q160 328 160 340", "d", 3.6)  # the bend of the elbow
    f.p(smooth([(284, 306, .4), (262, 312), (236, 319, .2), (234, 340), (240, 362, .2), (262, 358), (282, 347, .4)]), "plum")
    f.line("M266 311L236 319Q231 340 240 362L262 358", "plum2", 4)
    f.end()


@picture
def massage_wheelchair() -> Drawing:
    f = Drawing("massage-wheelchair", 480, 400, "A massage without getting on a table",
                "A young woman with an afro sits in her wheelchair at a table and leans forward, her arms on cushions, her face on her arms. A large man with glasses, the therapist, sits on a stool behind her, both hands on her shoulder blades. Both look at ease; her dog, in its harness, sleeps under the table.")
    g = room(f, 0, 0, 480, 400, "wall2", 44)
    u = 46
    framed(f, 48, 28, 104, 78, "bird")
    f.ell((240, g + 4), 224, 15, "rose", ' opacity=".5"')  # a rug
    f.ell((250, g + 2), 200, 8, "shade", ' opacity=".12"')
    f.g((6, -.12 * g), s=1.12)
    f.rect(4, g - 118, 170, 12, "wood", 5)
    for tx in (16, 104):
        f.rect(tx, g - 108, 11, 108, "wood2", 4)
    f.g((56, g + 8), s=.8)
    dog_asleep(f, 0, 0)
    f.end()
    pillow(f, 102, g - 131, 136, 26, "rose")
    pillow(f, 90, g - 152, 96, 24, "sheet")
    x = 240.0
    wheelchair(f, x, g, u, -1, "back")
    therapist = Look(4, "bald", 1, "plum", "sand", wide=1.36, belly=.24, limbs=1.12, sleeves=.5, face={"glasses": True, "nose": 2, "lips": 2, "aid": True})
    sits = Pose((0, 2.32), (.62, 4.72), ((1.16, .27), (1.5, .27)), ((2.84, 3.62), (3.14, 3.92)), head=(.4, .62), rot=14, eyes="open", mouth="small")

    def stool() -> None:
        f.line(f"M{n(x + 134)} {n(g - 80)}V{n(g - 22)}M{n(x + 110)} {n(g - 6)}Q{n(x + 114)} {n(g - 22)} {n(x + 134)} {n(g - 22)}T{n(x + 158)} {n(g - 6)}", "steel", 7)
        f.circle((x + 110, g - 4), 5, "steel").circle((x + 158, g - 4), 5, "steel")
        f.rect(x + 100, g - 89, 68, 13, "rust", 6)
        legs = in_heads((x + 134, g), u, -1)
        for dx, k in ((.18, "sand2"), (0, "sand")):  # his legs
            shoe(f, (x + 134 - (1.22 + dx) * u, g - .27 * u), u, -1)
            f.p(legs(*((a + dx, b, *r) for a, b, *r in ((0, 2.9, .4), (.6, 2.66), (1.1, 2.52), (1.5, 2.38), (1.74, 2.2, .9),
                (1.77, 1.96),
                (1.68, 1.6), (1.57, 1.1), (1.42, .3, .2), (1.05, .3, .2), (1.07, .8), (1.06, 1.25), (1.16, 1.6), (1.18, 1.76, .7),
                (.8, 1.8), (.2, 1.76), (-.3, 1.74), (-.62, 1.84), (-.72, 2.16), (-.62, 2.5), (-.3, 2.8, .4)))), k)
        f.line(legs((1.58, 2.3), (1.66, 2.16), (1.64, 1.98), closed=False), "sand2", .05 * u)

    def leg_of(left: float, k: str) -> None:
        shoe(f, (x - 76 - left, g - 21.5), u, -1)
        f.p(smooth([(a - left, b, *r) for a, b, *r in ((222, 266), (202, 269), (183, 272.5), (167, 275), (157, 280), (153, 290), (151, 304), (148, 324), (149, 353, .2), (169, 354, .2), (174, 334), (178, 316), (186, 300, .7), (204, 302), (226, 307), (248, 303), (257, 290), (248, 272))]), k)

    def client() -> None:
        f.skin(2, 2)
        f.p(smooth([(146, 172, .4), (160, 173), (172, 170.5), (185, 166.5, .5), (184, 194, .5), (172, 198), (150, 202, .4)]), "s")  # the neck
        f.p(smooth([(158, 182, .4), (171, 186), (179, 192, .5), (176, 208, .5), (152, 208, .4)]), "d")
        # the far forearm, which lies below her face
        f.p(smooth([(176, 200, .4), (156, 204), (136, 204), (112, 200), (100, 202), (100, 214), (130, 224), (160, 222), (178, 214, .4)]), "d")
        hand(f, (100, 206), u, 184, -1, "side", .84, "d")
        leg_of(8, "navy2")
        f.p(smooth([(185, 166, .4), (200, 171), (217, 184), (232, 201), (246, 222), (255, 246), (260, 268), (246, 288, .4),
            (204, 284, .4), (197, 272), (190, 256), (181, 238), (172, 224), (168, 208), (170, 190, .5)]), "teal")
        f.line("M184 167Q186 182 173 189", "teal2", 4)
        f.line("M190 257Q200 261 208 257", "teal2", 2.6)
        f.end()
        f.skin(4)
        # his far arm comes from behind his chest and lies on her far shoulder blade
        laid_hand(f, (234.6, 207.6), u, 217, 1, "d", arm=[(246, 202), (257, 200.6), (269, 203), (279, 207.6), (286, 208.6, .7),
            (295, 201), (306, 190, .4), (322, 178, .4), (336, 192, .4), (316, 216), (302, 228), (293, 233, .9), (283, 232.6, .9),
            (270, 227), (256, 221), (244, 216.6), (236, 214.6, .8)])
        f.p(smooth([(342, 164, .3), (331, 166.4), (321, 171), (311, 179.6), (301, 191.4, .3), (308, 204), (320, 216, .3),
            (344, 206, .3)]), "plum2")
        f.end()

    def before() -> None:
        stool()
        client()

    person(f, (x + 134, g), u, therapist, sits, -1, view="three", before_body=before, arms=False, legs=False)
    f.skin(4)  # his near arm

    whole_hand(f, (252, 239), u, 202, -1, "s", .94, .9, low=8, arm=[(262, 247), (276, 251), (291, 254), (303, 256, .9),
        (313, 252, .9), (323, 241), (340, 224), (352, 212, .4), (341, 196, .4), (323, 206), (312, 218), (303, 226, .8),
        (291, 231), (277, 233), (263, 233.4)])
    f.line("M303 250Q310 249 313 243", "d", 2)
    f.p(smooth([(334, 190), (341, 184), (351, 181), (360, 185), (364, 198), (357, 213), (338, 231, .3), (312, 211, .3),
        (325, 198)]), "plum")
    f.line(smooth([(361, 188), (363.4, 199), (357, 213), (338, 231, .2), (312, 211, .2), (325, 198), (334, 190)],
        closed=False), "plum2", 2.5)
    f.end()
    f.skin(2, 2)
    head(f, (149, 183.6), u * 1.05, -57, -1, "side", "afro", "rest", "grin", nose=-1, lips=1)
    whole_hand(f, (113, 213), u, 183, -1, "s", .86, .84, low=8, fingers=TOGETHER, arm=[(120, 222.4), (136, 231), (149, 237),
        (158, 238.4, .9), (165, 233, .9), (173, 224), (178, 212, .4), (160, 210, .4), (146, 209), (134, 210), (124, 208)])
    f.line("M141 209.400Q150 208.600 159 210M150 231.500Q157 233 160 226.500", "d", 2)
    f.p(smooth([(186, 180), (176, 188), (166, 202), (160, 211, .3), (171, 230, .3), (186, 222), (198, 216), (201, 200), (196, 184)]), "teal")
    f.line("M201 193Q203 208 195 218Q184 223 171 230L160 211", "teal2", 2.6)
    leg_of(0, "navy")
    f.end()
    wheelchair(f, x, g, u, -1, "front")
    f.end()
    f.end()
    return f.end()


def sitter(f: Drawing, at: Point, u: float, look: Look, half: Sequence[Node], mouth: str, rot: float, turn: float = 0,
           face: int = 1) -> None:
    """Draw the head, neck and trunk of a person at a table.

    Args:
        half: the trunk's left half, from the neck to below the table's edge.
        turn: how far the neckline dips to one side.
    """
    x, y = at
    f.skin(look.skin, look.hair_colour)
    neck(f, (x, y - .8 * u), (x + turn * .5, y - 1.3 * u), u, w=.21)
    f.p(smooth([(x + a, y + b, *r) for a, b, *r in mirrored(half)]), look.top)
    band = f"M{n(x - .26 * u)} {n(y - .86 * u)}Q{n(x + turn)} {n(y - .42 * u)} {n(x + .26 * u)} {n(y - .86 * u)}"
    f.p(band + "Z", "d").line(band, look.shade(look.top), .06 * u)
    head(f, (x + turn * .6, y - 1.46 * u), u, rot, face, "three", look.hair, "open", mouth, **look.face)
    f.end()


def name_badge(f: Drawing, at: Point) -> None:
    """Draw a name badge on a band round somebody's neck. `at` is the place where the band holds the badge."""
    f.g(at)
    f.line("M-7-56Q-8-26 0 0Q17-22 29-56", "sage", 3.4)
    f.rect(-20, -2, 42, 28, "sheet", 4)
    f.circle((-9, 12), 5.4, "teal")
    f.line("M1 7.500h14M1 16.500h10", "fold", 2.8)
    f.end()


GRIP: list[Finger] = [((120, 341), (137, 342), (149, 344.6), 4.4, 4.2), ((122, 349), (140, 351), (153, 352.8), 4.5, 4.3),
                      ((121, 357), (138, 359.4), (150, 360.6), 4.4, 4.2), ((118, 364), (131, 366.6), (141, 367.4), 3.9, 3.7)]
"""The four fingers of a hand that lies round something on a table."""


def grip(f: Drawing, thing: Callable[[], None]) -> None:
    """Draw a hand that lies round a thing on a table: its thumb behind the thing, its fingers in front."""
    f.p(smooth([(88, 340, .4), (96, 335), (104, 331), (112, 330), (122, 334, .4), (122, 350, .4), (96, 350, .4)]), "d")
    thing()
    f.p(smooth([(80, 339, .4), (98, 337.4), (108, 336), (117, 335.6), (126, 337, .8), *digits(GRIP, 1),
        (122, 370.6), (114, 367), (103, 361.6), (80, 358, .4)]), "s")
    gaps = [lerp(lerp(a[k], a[k + 1], t), lerp(b[k], b[k + 1], t), .5) for a, b in pairwise(GRIP) for k, t in ((0, .2),
        (1, 0), (1, 1))]
    f.line("".join(("M", "Q", " ")[i % 3] + xy(q) for i, q in enumerate(gaps)), "l", 1.5, ' opacity=".65"')


@picture
def talk() -> Drawing:
    f = Drawing("talk", 640, 400, "Ask, and say what matters to you",
                "Three people sit at a table. In the middle a man with a grey beard and a turban, his questions and a pencil "
                "before him: he turns to the woman on the right and asks, one open hand held out to her, a question mark beside "
                "him. Close beside him his teenage daughter with a plait, one hand round a mug; she smiles at them. The woman on "
                "the right, older, large, with glasses and a name badge, one hand flat on the table, listens with a smile. A "
                "small dog looks over the table's edge.")
    f.panel(0, 0, 640, 400, "wall")
    framed(f, 26, 24, 72, 84, "boat")
    for i, k in enumerate(("rose", "sage", "teal", "sand", "navy")):
        f.rect(520 + i * 17, 22 + (i % 3) * 6, 14, 56 - (i % 3) * 6, k, 2)
    f.rect(508, 78, 104, 8, "wood", 3)
    man = Look(3, "turban", 3, "sage2", face={"nose": 2, "lips": 1, "jaw": 2, "beard": True, "brow": 4, "scarf": "rust"})
    friend = Look(2, "long", 1, "rust", face={"nose": -3, "marks": "freckles", "lips": 2})
    carer = Look(4, "bob", 3, "navy", face={"jaw": 7, "age": True, "glasses": True, "lips": 2})
    u = 78

    def arm(look: Look, outline: Sequence[Node], *lines: Sequence[Node]) -> None:
        """Draw a sleeve, and the darker lines on it."""
        f.p(smooth(outline), look.top).line("".join(smooth(line, closed=False) for line in lines), look.shade(look.top), 3.4)

    # the daughter sits close to her father, whose shoulder hides hers
    sitter(f, (136, 274), u, friend, [(-18, -66, .3), (-24, -63), (-40, -56), (-54, -48), (-64, -32), (-65, -6), (-60, 60, .2)],
        "grin", 3, 2)
    f.g((136, 274))
    f.p(smooth([(0, -15), (-18, -22), (-31, -36), (-34, -51), (-27, -63), (-17, -70, .4), (-13, -56), (0, -38), (13, -56),
        (17, -70, .4), (27, -63), (34, -51), (31, -36), (18, -22)]), "rust2")  # the hood
    f.line("M-11-34q-4 16-2 32M11-34q4 16 2 32", "cream", 3)
    f.end()
    sitter(f, (262, 264), u, man, [(-20, -66, .3), (-26, -62), (-42, -55), (-60, -50), (-74, -42), (-82, -28), (-86, -4),
        (-87, 60, .2)], "open", 4, 4)
    f.line("M205 246Q211 270 208 316", "leaf", 3.4)  # the arm that goes below the table
    # the woman with the badge is turned a little to them, so her farther shoulder is narrower
    sitter(f, (547, 266), u, carer, [(-20, -66, .3), (-26, -62), (-42, -56), (-58, -50), (-69, -41), (-75, -26), (-77, 0),
        (-77, 60, .2)], "grin", -8, -6, -1)
    f.line("M490 248Q484 276 489 316", "navy2", 3.4)
    name_badge(f, (533, 262))
    # the dog behind the table
    f.g((-26, 8))
    f.p(smooth([(22, 330), (20, 296), (30, 272), (46, 266), (62, 272), (72, 296), (70, 330)]), "cream")
    f.p(smooth([(26, 278), (40, 268), (34, 296), (24, 314), (14, 300)]) + smooth([(66, 278), (52, 268), (58, 296), (68, 314),
        (78, 300)]), "wood2")
    f.p(smooth([(39, 296), (46, 292), (53, 296), (46, 303)]), "navy2")
    f.line("M38 285v.1M54 285v.1", "navy2", 6)
    f.end()
    f.p("M0 314H640V400H0Z", "sand")
    f.line("M0 314H640", "sand2", 4)
    f.rect(0, 387, 640, 13, "wood")  # the front edge of the table
    f.p("M240 331H311L318 378H231Z", "sheet")  # his questions
    f.line("M249 343H297M247 354H301M245 365H285", "navy2", 3)
    f.line("M342 374L400 362", "rust", 6, ' stroke-linecap="butt"')  # his pencil
    f.p("M400 359L411 359.700L401.300 365Z", "cream").p("M407 359.400L411 359.700L407.600 361.600Z", "shade")
    f.line("M342 374L348 372.800", "shade", 6, ' stroke-linecap="butt"')
    # her hand lies flat on the table
    f.skin(4, 3)
    whole_hand(f, (526, 347), u, 178, -1, "s", .84, low=14, fingers=TOGETHER)
    f.end()
    inner: list[Node] = [(592, 250, .4), (595, 272), (598, 300), (601, 326, .3)]
    arm(carer, [(572, 208, .3), (588, 211), (606, 216), (618, 225), (626, 240), (629, 262), (632, 290), (636, 318),
        (637, 346, .7), (630, 360, .6), (610, 362), (580, 361), (552, 358), (528, 356, .2), (525, 348), (528, 337, .2),
        (552, 334), (578, 331), (601, 326, .3),
        *reversed(inner[:-1]), (582, 232, .4)], inner, [(601, 326), (606, 333), (607, 341)], [(528, 356), (525, 348),
            (528, 337)])
    # the father's open hand
    f.skin(3, 3)
    hand(f, (404, 290), u, -24, 1, "lift", .86)
    f.end()
    inner = [(313, 250, .4), (316, 274), (319, 304), (322, 334)]
    arm(man, [(292, 206, .3), (306, 211), (322, 214), (336, 222), (344, 235), (347, 254), (349, 276), (352, 298),
        (356, 316, .3), (370, 303), (386, 291), (400, 279, .2), (407, 287), (410, 299, .2), (396, 312), (378, 330),
        (358, 348), (342, 358, .8), (329, 357, .5), (324, 342),
        *reversed(inner), (302, 232, .4)], [*inner, (324, 342)], [(356, 316), (351, 321),
        (349, 329)],
        [(400, 279), (407, 287), (410, 299)])
    # the daughter's hand, its thumb behind the mug
    f.skin(2, 1)
    f.g((46, 0))

    def mug() -> None:
        f.line("M158 340q17-2 17 11q0 13-20 10", "teal", 6)
        f.p("M110 331Q110 352 114 364Q125 372 136 372T158 364Q162 352 162 331Z", "teal")
        f.ell((136, 331), 26, 6, "teal2").ell((136, 332.500), 22, 4, "wood2")
        f.line("M131 312q-6-6 0-13t0-13M146 312q-6-6 0-13t0-13", "teal", 3.6)

    grip(f, mug)
    f.end()
    f.end()
    inner = [(102, 254, .4), (97, 280), (93, 306), (92, 326, .3)]
    arm(friend, [(112, 214, .3), (98, 219), (86, 224), (76, 233), (71, 248), (68, 268), (63, 292), (58, 318), (54, 344, .7),
        (60, 358, .6), (80, 362), (104, 363), (130, 360, .2), (134, 349), (130, 337, .2), (112, 335), (100, 331), (92, 326, .3),
        *reversed(inner[:-1]), (110, 234, .4)], inner, [(92, 326), (86, 332), (84, 340)], [(130, 360), (134, 349), (130, 337)])
    f.skin(2, 1)
    f.g((90, 200))
    for i in range(6):  # the daughter's plait, in front of her shoulder
        f.g((0 if i % 2 else 3, i * 13), 24 if i % 2 else -24).ell((0, 0), 9.6 - i * .6, 9.2, "h").end()
    f.line("M-4 12l9-5M8 25l-9-5M-3 38l8-5M7 51l-8-5", "l", 1.6)
    f.rect(-4, 69, 11, 6, "sand", 3)
    f.p("M-3 74h9l3 14q-8 5-14 0Z", "h")
    f.end()
    f.end()
    f.p("M359 84Q351 104 330 122Q360 120 382 106Z", "sheet")
    f.rect(354, 40, 62, 66, "sheet", 30)
    f.line("M375 66q0-11 10-11q11 0 11 10q0 7-10 11v5", "mark", 5.5)
    f.circle((386, 92), 3.2, "mark")
    return f.end()


def placed(at: Point, scale: float, rot: float, flip: int) -> Callable[..., Node]:
    """Return a function that converts a hand's coordinates to the drawing's coordinates."""
    c, s = math.cos(math.radians(rot)) * scale, math.sin(math.radians(rot)) * scale

    def to(x: float, y: float, *shape: float) -> Node:
        return (at[0] + x * c - y * flip * s, at[1] + x * s + y * flip * c, *shape)

    return to


HOLDING: list[Finger] = [((48, -15), (72, -17), (86, -13), 5.8, 5.4), ((51, -5), (77, -5.6), (91.6, -1), 5.9, 5.5),
                         ((49, 5.2), (73, 6), (87, 10.4), 5.7, 5.3), ((44, 14.6), (63, 17), (75, 20.6), 5.2, 4.8)]
"""The four fingers of a hand that holds something, a little bent, from the first finger to the little one."""


def hold(f: Drawing, at: Point, u: float, rot: float, flip: int, arm: Sequence[Node], thing: Callable[[], None] | None = None,
         palm: bool = False, wraps: bool = False) -> None:
    """Draw a hand and its forearm as one outline. The hand holds something flat, or is empty.

    Args:
        at: the wrist.
        arm: the edges of the forearm, from the little finger's side of the wrist round to the thumb's.
        thing: a function that draws what is held, between the thumb and the fingers.
        palm: whether the palm faces us. If it does, the thumb is in front of the thing; otherwise the fingers are.
        wraps: whether the fingers reach round the far edge of the thing, so that their ends are visible.
    """
    scale = u * .0088
    to = placed(at, scale, rot, flip)

    def through(*points: Node) -> str:
        return smooth([to(*p) for p in points])

    k = "d" if palm else "s"
    if not palm:
        f.p(through((2, -8, .3), (12, -18), (26, -26), (41, -32), (57, -34.6), (66, -31, 1.2), (61, -25.4), (48, -20), (36, -8, .3)), "d")
        if thing:
            thing()
    f.p(smooth([*(to(*p) for p in ((0, -14), (18, -17.6), (36, -21), *digits(HOLDING, .74), (40, 20.6), (22, 18), (2, 14.4))), *arm]), k)
    forks = [(lerp(p[0], q[0], .5), lerp(p[1], q[1], .5)) for p, q in pairwise(HOLDING)]
    if not wraps:
        f.line("".join(f"M{xy(to(*lerp(p, q, .1)))}L{xy(to(*lerp(p, q, .74)))}" for p, q in forks), "l", 2.2 * scale, ' opacity=".7"')
    if palm:
        if thing:
            thing()
        if wraps:
            f.p("".join(cap(to(102 - d, y)[:2], 5.4 * scale, to(89 - d, y - 1)[:2], 5 * scale) for y, d in ((-14, 2), (-3, 0), (8, 1), (18.4, 4))), k)
        f.p(through((0, -12, .3), (9, -17), (21, -25), (35, -31.4), (49, -33), (63, -29.4), (71, -22.6, 1.2), (65, -17.4), (51, -18.6), (42, -15),
            (35, -6), (24, 6), (6, 6, .3)), k)
        if wraps or not thing:
            f.line(smooth([to(*p) for p in ((50, -18.2), (40, -12), (34, -3), (27, 4))], closed=False), "l", 2.2 * scale, ' opacity=".7"')


def spine_model(f: Drawing, x: float, floor: float) -> None:
    """Draw a model of a spine and a pelvis on a stand, seen from the front. The spine is straight."""
    f.line(f"M{n(x)} {n(floor - 4)}V60M{n(x - 24)} {n(floor - 4)}H{n(x + 24)}", "steel", 4)
    f.g((x, 0))
    f.line("M0 68V244", "core", 8)
    for i in range(15):  # the vertebrae get larger downwards
        y, w = 68 + i * 10.2 + i * i * .13, 9 + i * .72
        f.line(f"M{n(-w * .5 - 4)} {n(y + 3)}L0 {n(y + 4.6)}L{n(w * .5 + 4)} {n(y + 3)}", "bone2", 3.4)
        f.rect(-w / 2, y, w, 8.4, "bone", 2.6)
    f.end()
    f.g((x, 246))
    f.p(smooth(mirrored([(0, 0, .4), (-10, 0), (-14, 5, .5), (-19, -5), (-27, -6.4), (-32, 2), (-30, 13), (-24.4, 21), (-23.4, 29), (-19, 35), (-17.6, 44),
        (-12.4, 49), (-7.600, 44), (-5, 37.4), (0, 36, .4)])), "bone")
    f.p(smooth(mirrored([(0, 15, .4), (-8, 14), (-11.6, 21), (-8.6, 28.4), (0, 31.6, .4)])), "sage2")
    f.p(smooth(mirrored([(0, 0, .4), (-10.4, .6), (-11, 6), (-6.4, 14), (-2.6, 21), (0, 25.4, .6)])), "bone2")
    f.line("M-4.600 6.500h.1M4.600 6.500h.1M-3 13h.1M3 13h.1", "bone", 2.4)
    for s in (-1, 1):
        f.ell((s * 11.6, 40.4), 3.2, 4.4, "sage2").circle((s * 20.5, 24), 3.4, "bone2")
    f.end()


@picture
def ask_either() -> Drawing:
    f = Drawing("ask-either", 640, 400, "Ask either of them anything",
                "An older woman with long grey hair sits at a table between two people who smile at her; she asks both: a question "
                "mark on each side of her. She turns her head to one, and holds out an open hand to the other. On the left, below "
                "a shelf of towels, a large massage therapist with an afro, one hand round a bottle of oil. On the right, before "
                "a model of a spine, a physiotherapist with glasses, one hand flat on the table. Both wear a badge.")
    f.panel(0, 0, 640, 400, "wall2")
    f.p("M0 0H338V320H0Z", "wall")  # the left wall is in the massage therapist's room, the right one in the physiotherapist's
    f.rect(334, -4, 8, 324, "cream2")
    for i, k in enumerate(("rose", "cream", "sage")):  # folded towels on a shelf
        f.rect(24 + i * 3, 54 - i * 15, 62 - i * 5, 14, k, 6)
    f.rect(12, 68, 88, 8, "wood", 3)
    f.g((612, 4), s=.74)
    spine_model(f, 0, 470)
    f.end()
    oiler = Look(3, "afro", 1, "sand", face={"nose": -2, "lips": 2})
    woman = Look(2, "long", 3, "plum", face={"age": True, "lips": 1, "brow": 4})
    trains = Look(1, "short", 2, "rust", face={"glasses": True, "nose": 2, "jaw": 2})
    u = 78
    sitter(f, (118, 268), u, oiler, [(-20, -66, .3), (-26, -62), (-42, -55), (-62, -49), (-78, -40), (-87, -24), (-90, -2),
        (-88, 60, .2)], "grin", 5, 4)
    f.line("M178 250Q183 276 180 316", "sand2", 3.4)
    sitter(f, (288, 270), u, woman, [(-20, -66, .3), (-26, -62), (-40, -55), (-54, -49), (-64, -41), (-69, -27), (-71, -4),
        (-72, 60, .2)], "open", -5, -4, -1)
    f.line("M240 250Q246 274 243 316", "plum2", 3.4)  # the arm that goes below the table
    sitter(f, (546, 266), u, trains, [(-20, -66, .3), (-26, -62), (-40, -56), (-54, -50), (-63, -41), (-67, -26), (-67, 0),
        (-66, 60, .2)], "smile", -6, -5, -1)
    f.line("M500 248Q494 276 499 316", "rust2", 3.4)
    for at in ((108, 268), (533, 262)):  # one sees who works here
        name_badge(f, at)
    f.p("M0 314H640V400H0Z", "sage")
    f.line("M0 314H640", "sage2", 4)
    f.rect(0, 387, 640, 13, "sage2")  # the front edge of the table
    # his hand lies flat on the table, below a bare forearm
    f.skin(1, 2)
    whole_hand(f, (514, 347), u, 178, -1, "s", .84, low=14, fingers=TOGETHER)
    f.p(smooth([(600, 236, .4), (618, 240), (622, 262), (625, 290), (629, 318), (631, 344, .7), (624, 358, .6), (604, 361.5),
        (576, 360), (546, 357), (518, 354.6, .3), (510, 347), (518, 338, .3), (546, 335.500), (570, 331), (594, 324, .3),
        (592, 300), (588, 270), (584, 240, .4)]), "s")
    f.line("M594 324Q599 331 599 339", "l", 2.4, ' opacity=".7"')
    f.end()
    f.p(smooth([(568, 207, .3), (584, 210), (598, 215), (610, 223), (618, 237), (623, 258), (628, 286, .2), (587, 289, .2),
        (586, 262), (580, 234, .4)]), "rust")
    f.line(smooth([(580, 238), (585, 262), (587, 289, .2), (628, 286)], closed=False), "rust2", 3.4)
    # her open hand
    f.skin(2, 3)
    hand(f, (417, 290), u, -24, 1, "lift", .86)
    f.end()
    inner: list[Node] = [(327, 252, .4), (330, 274), (333, 304), (336, 334)]
    f.p(smooth([(310, 211, .3), (324, 214), (338, 218), (350, 227), (357, 239), (361, 258), (364, 278), (367, 299),
        (370, 316, .3), (384, 303), (400, 291), (413, 279, .2), (420, 287), (423, 299, .2), (409, 312), (391, 330),
        (371, 348), (355, 358, .8), (342, 357, .5), (337, 342), *reversed(inner), (318, 234, .4)]), "plum")
    f.line("".join(smooth(line, closed=False) for line in ([*inner, (337, 342)], [(370, 316), (365, 321), (363, 329)],
        [(413, 279), (420, 287), (423, 299)])), "plum2", 3.4)

    def oil() -> None:
        f.rect(114, 300, 42, 74, "leaf", 9).rect(127, 286, 16, 18, "leaf").rect(124, 272, 22, 16, "navy", 3)
        f.rect(114, 311, 42, 20, "cream")
        f.p("M135 313Q142 321 139 326T131 326T135 313Z", "leaf")

    # the massage therapist's bare forearm, and her hand round the bottle
    f.skin(3, 1)
    f.p(smooth([(40, 240, .4), (28, 262), (22, 290), (16, 318), (12, 343, .7), (18, 358, .6), (38, 363), (66, 363),
        (94, 359.600), (116, 358.600, .3), (116, 338, .3), (94, 337), (74, 332), (56, 324, .3), (59, 300), (64, 272), (72, 240, .4)]),
        "s")
    f.line("M56 324Q50 331 50 339", "l", 2.4, ' opacity=".7"')
    f.g((26, 0))
    grip(f, oil)
    f.end()
    f.end()
    f.p(smooth([(92, 212, .3), (74, 215), (56, 220), (42, 229), (31, 246), (25, 266), (18, 288, .2), (65, 293, .2), (68, 268),
        (78, 238, .4)]), "sand")
    f.line(smooth([(78, 242), (69, 268), (65, 293, .2), (18, 288)], closed=False), "sand2", 3.4)
    f.p("M222 334H286L290 376H213Z", "sheet")  # her questions
    f.line("M230 345H275M228 355H278M226 365H264", "navy2", 3)
    f.line("M430 346q14-2 14 9q0 10-16 8", "rust", 5)  # a mug of tea
    f.p("M390 338Q390 362 396 372Q403 377 411 377T426 372Q432 362 432 338Z", "rust").ell((411, 338), 21, 5, "rust2")
    f.ell((411, 339), 17.5, 3.4, "wood2").line("M413 329q-4-4 0-8t0-8M423 329q-4-4 0-8t0-8", "sheet", 3.4)
    for x, turn in ((206, -1), (386, 1)):  # two speech bubbles: one question to each therapist
        f.g((x, 64), sx=turn)
        f.p("M-24 12L-36 48L4 28Z", "sheet")
        f.end()
        f.circle((x, 64), 32, "sheet")
        f.line(f"M{x - 10} 57q0-11 10-11q11 0 11 10q0 7-10 11v5", "mark", 5.5)
        f.circle((x + 1, 82), 3.2, "mark")
    return f.end()


DIGITS = ("M-2-4L1-6V6", "M-4-3Q-4-6 0-6T4-3Q4-1-4 6H4", "M-3.5-5q3-2 6 0q2 3-3 5q6 1 4 5q-3 3-7.5 0", "M2 6V-6L-4 3H4.5", "M4-6H-3L-3.5-1Q4-2 4 2T-4 5",
          "M3-6Q-4-3-4 2.5a4 3.6 0 1 0 8 0a4 3.4 0 0 0-7.5-1.5")
"""Paths of the digits 1 to 6, each centred on (0, 0)."""


def badge(f: Drawing, x: float, y: float, i: int, sure: bool = True) -> None:
    """Draw a disc with a session's number, i + 1. If `sure` is false, draw a ring: the patient might not have that session."""
    f.circle((x, y), 22, "mark")
    if not sure:
        f.circle((x, y), 18.5, "sheet")
    f.g((x, y), s=1.6)
    f.line(DIGITS[i], "mark" if not sure else "sheet", 2.9)
    f.end()


def treated(f: Drawing, x: float, floor: float, u: float) -> None:
    """Draw a man who lies face down on a table, and a therapist who leans on his back with both hands. His face is in a soft face
    rest, and his hand lies beside the sheet. x is the top of his head.
    """
    she = Look(1, "bun", 2, "teal", "plum", sleeves=.5, wide=.98, chest=.12, face={"nose": -2})
    lean = replace(LEAN, hip=(-.06, 3.34), ankles=((-1.34, .42), (.86, .27)), head=(.34, .68), wrists=((2.66, 2.98),
        (2.94, 3.06)), mouth="small")
    y, away = floor - 2.13 * u, 5.66

    def to(p: Point) -> Point:
        return (x + (away - p[0]) * u, floor - .38 * u - p[1] * u)

    def on(*nodes: Node, closed: bool = True) -> str:
        return smooth([(x + a * u, y - b * u, *r) for a, b, *r in nodes], closed)

    def arm(heel: Point, ahead: float, k: str, cloth: str, start: float = 0) -> None:
        (a, b), (c, d) = lean.hip, lean.c7
        long = math.hypot(c - a, d - b)
        sh, at = to((c - (c - a) / long * .47 + .03 + ahead, d - (d - b) / long * .47 - ahead)), to(heel)
        f.skin(1)
        leaning_arm(f, sh, at, u, -1, k, 1.12, start=start)
        if not start:
            sleeve(f, sh, lerp(sh, at, .5), at, u, cloth, .5)
        f.end()

    def client() -> None:
        f.skin(3, 3)
        head(f, (x + .5 * u, y - .47 * u), u, -90, -1, "side", "crop", "rest", "none", beard=True, nose=3, age=True)
        f.p(on((.72, .78, .3), (.86, .74), (1.04, .7), (1.2, .74), (1.38, .86), (1.62, 1.06), (2.0, 1.2), (2.46, 1.17), (2.95, 1.07),
            (3.4, 1.13),
            (3.7, 1.17, .3), (3.7, -.04, .3), (1.2, -.04, .3), (1.1, .2), (.96, .42, .3), (.8, .52, .3)), "s")
        # the throat, in shade, from the jaw to the shoulder, and the flank behind the arm
        f.p(on((.86, .5, .2), (1.02, .4), (1.18, .42), (1.34, .6, 0), (1.36, .46, .7), (1.8, .4), (2.9, .2, .3), (3.0, -.04, .3),
            (1.06, -.04, .3), (1.04, .24), (.94, .42)), "d")
        f.end()
        arm((3.0, 2.78), .13, "d", "", .66)
        arm((2.46, 2.72), 0, "s", "teal")
        table(f, x + 1.03 * u, y, 6.9 * u, u, floor)
        f.rect(x + .96 * u, y + .01 * u, .3 * u, .2 * u, "pad")  # no gap between the table and the face rest
        f.skin(3, 3)
        # the nose, in the hole of the face rest
        f.p(on((.44, .13, .3), (.52, .06), (.62, -.02, .7), (.67, .04, .7), (.68, .13, .3)), "s")
        # the shadow of his arm
        f.p(on((1.94, .76, .3), (2.3, .72), (2.64, .62), (3.0, .55), (3.7, .5, .3), (3.7, .1, .3), (2.2, .3, .3)), "d")
        f.end()
        prone_legs(f, x, y, u, 3, wide=1.26, hang=0)
        # the arm: shoulder, elbow, and the forearm, which lies beside the sheet; we see the back of the hand, and the thumb lies
        # below it, on the table
        f.skin(3)
        f.p(on((1.34, .36), (1.34, .62), (1.48, .82), (1.72, .88), (2.0, .78), (2.36, .62), (2.7, .5), (3.0, .45), (3.3, .42),
            (3.6, .37), (3.9, .31), (4.08, .34), (4.26, .365), (4.46, .345), (4.66, .3), (4.8, .24), (4.89, .14), (4.86, .05),
            (4.72, .01), (4.48, -.02, .4), (4.56, -.07), (4.58, -.12, 1.2), (4.48, -.14), (4.3, -.11), (4.14, -.06), (4.0, .01),
            (3.86, .04), (3.64, .01), (3.4, -.02), (3.1, -.06), (2.84, -.06, .7), (2.6, .06), (2.3, .18), (1.9, .28),
            (1.6, .22)), "s")
        f.line(on((1.58, .85), (1.42, .75), (1.34, .56), closed=False) + on((2.82, .02), (2.94, .08), (3.08, .07),
            closed=False), "d", .04 * u)
        f.line("".join(f"M{xy((x + a * u, y - b * u))}L{xy((x + c * u, y - d * u))}" for a, b, c, d in ((4.81, .22, 4.54, .26),
            (4.87, .13, 4.54, .17), (4.83, .05, 4.54, .08), (4.48, -.02, 4.3, .04))), "l", .02 * u, ' opacity=".7"')
        f.end()

    person(f, to((0, 0)), u, she, lean, -1, before_body=lambda: arm((3.0, 2.78), .13, "d", "teal2"),
        before_arm=client, view="three", arms=False)


def walker(f: Drawing, at: Point, u: float, look: Look) -> None:
    """Draw a man who walks to the right, at ease: the near foot lands on its heel, the far foot pushes off, and each arm swings
    against the leg of its side. `at` is the point on the ground below the hips.
    """
    path, top2 = in_heads(at, u), look.shade(look.top)

    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - y * u)

    def below() -> None:  # the far arm and the legs
        hand(f, to(1.22, 3.3), u, 68, 1, "hang", .84, "d")
        f.p(path((.3, 5.76, .4), (.6, 5.58), (.76, 5.2), (.9, 4.74), (1.04, 4.34, .8), (1.2, 3.92), (1.36, 3.36, .2),
            (1.06, 3.24, .2), (.9, 3.64), (.7, 4.0, .7), (.58, 4.3), (.4, 4.8, .4)), top2)
        shoe(f, to(-.94, .5), u, 1, 38, look.shoes)
        f.p(path((.44, 3.4, .4), (.34, 2.8), (.24, 2.3), (.18, 2.02), (.1, 1.76, .8), (-.1, 1.4), (-.42, .94), (-.76, .46, .2),
            (-1.06, .72, .2), (-.88, 1.04), (-.72, 1.36), (-.52, 1.64), (-.42, 1.9), (-.44, 2.3), (-.5, 2.8), (-.5, 3.3, .4)),
            look.shade(look.bottoms))
        shoe(f, to(.95, .36), u, 1, -14, look.shoes)
        f.p(path((-.56, 3.8, .4), (-.63, 3.5), (-.58, 3.2), (-.36, 2.9), (-.04, 2.5), (.18, 2.14), (.3, 1.86), (.34, 1.56),
            (.44, 1.24), (.6, .86), (.76, .4, .2), (1.09, .48, .2), (1.02, .9), (.94, 1.4), (.88, 1.74), (.89, 1.98),
            (.8, 2.24), (.68, 2.6), (.57, 3.0), (.5, 3.4), (.3, 3.8, .4)), look.bottoms)
        f.line(path((.76, 1.76), (.83, 1.88), (.82, 2.02), closed=False), look.shade(look.bottoms), .05 * u)

    pose = Pose((0, 3.62), (.14, 6.1), ((.95, .36), (-.94, .5)), ((-.7, 3.2), (1.2, 3.3)), eyes="glad", head=(.26, .7))
    person(f, at, u, look, pose, view="three", before_body=below, arms=False, legs=False)
    # the near arm, one outline from the collar over the round shoulder and the elbow to the cuff
    f.skin(look.skin)
    hand(f, to(-.63, 3.34), u, 84, 1, "hang", .84)
    f.end()
    f.p(path((-.26, 5.98, .4), (-.46, 5.76), (-.57, 5.42), (-.66, 5.0), (-.82, 4.6), (-.93, 4.32, .7), (-.93, 4.04),
        (-.88, 3.66), (-.8, 3.3, .2), (-.48, 3.28, .2), (-.48, 3.6), (-.5, 3.94), (-.51, 4.22, .7), (-.38, 4.58),
        (-.18, 4.98), (.04, 5.4, .5)), look.top)
    f.line(path((.02, 5.36), (-.18, 4.98), (-.38, 4.58), (-.51, 4.22, .7), (-.5, 3.94), (-.48, 3.28, 0), (-.8, 3.3),
        closed=False), top2, .05 * u)


@picture
@coarse(.5)
def fair_try() -> Drawing:
    f = Drawing("fair-try", 640, 420, "A fair try: four times, look, then stop or go on",
                "A grey-haired man with a beard lies face down on a massage table, his face in a soft rest, a therapist's "
                "hands on his back, his red jumper on the wall; above them the numbers 1 to 4. Next, an open diary with a "
                "pencil and a mug; on its left page a line of dots falls, on its right page it stays. Below each page is a "
                "picture. Under his smiling face he walks outdoors in that jumper, at ease; somebody on a massage table is crossed "
                "out. Under his glum face stand the numbers 5 and 6, in rings, and below them a stop sign with a raised palm.")
    he = Look(3, "crop", 3, "rust", "navy", sleeves=1.8, wide=1.14, belly=.16, face={"nose": 3, "age": True, "beard": True})
    g = room(f, 0, 0, 312, 420, "wall", 56)
    for i in range(4):
        badge(f, 54 + 68 * i, 66, i)
    with grain(1):  # a step of 1 omits details; at half scale, it is as fine as the step in the rest of the picture
        f.g(s=.5)
        f.ell((350, g * 2 + 2), 300, 11, "shade", ' opacity=".12"')
        treated(f, 16 / .5, g / .5, 34.4 / .5)
        f.end()
    # his jumper hangs on the wall
    f.rect(38, 128, 40, 6, "wood", 3).line("M58 132V146", "wood2", 4)
    f.p(smooth([(46, 146, .4), (58, 142), (70, 146, .4), (78, 154), (84, 214, .2), (76, 214, .2), (73, 174, .4), (74, 212, .2), (42, 212, .2), (43, 174, .4), (40, 214, .2), (32, 214, .2), (38, 154)]), "rust")
    f.line("M50 144Q58 153 66 144M43 176V162M73 176V162M43 208H73", "rust2", 2.4)
    f.end()
    f.end()
    # his diary, seen from above: on the left page the line falls, above the walk; on the right page it stays, above "5, 6, stop"
    f.panel(324, 0, 316, 134, "floor")
    f.rect(382, 16, 204, 108, "shade", 9, ' opacity=".12"').rect(378, 11, 204, 108, "teal2", 8)
    for side, k in ((-1, "sheet"), (1, "cream")):
        f.p(f"M480 18Q{480 + side * 46} 11 {480 + side * 96} 18V112Q{480 + side * 46} 105 480 112Z", k)
    f.line("M480 18V112", "fold", 3)
    f.line("M397 28V99H468M492 28V99H563", "fold", 3)
    for line in (((408, 36), (422, 50), (436, 46), (450, 70), (464, 84)), ((503, 42), (517, 50), (531, 38), (545, 48), (559, 42))):
        f.line("M" + "L".join(map(xy, line)), "mark", 3.4).line("".join(f"M{xy(at)}v.1" for at in line), "mark", 11)
    f.line("M598 104L621 34", "rust", 9, ' stroke-linecap="butt"').p("M593.500 102.500L602.500 105.500L594 117Z", "sand")
    f.line("M619 40L621 34", "rust2", 9, ' stroke-linecap="butt"')
    f.g((354, 50), s=.48)  # a mug
    f.circle((0, 0), 42, "rust2").circle((0, 0), 36, "rust").circle((0, 0), 27, "wood2")
    f.line("M-30 22Q-48 21-53 34T-40 45T-23 32", "rust2", 8)
    f.end()
    f.end()
    # better: he walks outdoors
    f.panel(324, 146, 152, 274, "sky")
    f.p("M324 352Q360 322 404 338T476 326V420H324Z", "sage").rect(324, 392, 152, 28, "sand")
    f.g((383, 406), s=.5)
    f.ell((0, 3), 80, 6, "shade", ' opacity=".14"')
    walker(f, (0, 0), 61, he)
    f.end()
    # no massage for a while: a crossed-out table with somebody on it
    f.rect(421, 154, 48, 46, "sheet", 10)
    f.skin(3)
    f.p("M434 183Q437 173 446 174T463 183Z", "cream2").circle((431.5, 179), 4.6, "s")
    f.end()
    f.rect(426, 183, 38, 5, "pad", 2).line("M432 188V196M458 188V196", "wood2", 3)
    f.line("M428 196L464 160", "sheet", 7).line("M428 196L464 160", "rust2", 4)
    f.end()
    # not better: at most two more massages, then stop
    f.panel(488, 146, 152, 274, "wall")
    for k in (4, 5):
        f.g((564 + 64 * k - 288, 206), s=1.16)
        badge(f, 0, 0, k, False)
        f.end()
    for r, k in ((76, "rust2"), (70, "sheet"), (65, "rust2")):  # a stop sign with a palm
        f.p("M" + "L".join(xy((564 + r * math.cos(math.pi * (i + .5) / 4), 330 + r * math.sin(math.pi * (i + .5) / 4))) for i in range(8)) + "Z", k)
    f.g((562, 372), -90, .92, sy=-1)
    with grain(.2):
        f.p(smooth([(-14, -15, .3), (4, -16), *RAISED_PALM, (12, 18.6), (-2, 16), (-14, 15, .3)]), "sheet")
    f.end()
    f.end()
    # his face on top of each of the two: glad, and glum
    for x, eyes, mouth, rot in ((362, "glad", "grin", -3), (526, "open", "glum", 8)):
        f.panel(x - 32, 108, 64, 64, "wall2", 32)
        f.skin(3, 3)
        with grain(.2):
            f.p(smooth([(x - 11, 138, .3), (x - 12, 156), (x - 17, 162, .3), (x + 12, 168, .3), (x + 8, 150, .3)]), "d")
            f.p(smooth([(x - 26, 158, .3), (x - 14, 157, .3), (x - 2, 165), (x + 10, 160, .3), (x + 24, 161, .3), (x + 14, 168),
                (x, 171), (x - 14, 168)]), "rust")
            head(f, (x, 138), 43, rot, 1, "three", he.hair, eyes, mouth, **he.face)
        f.end()
        f.ring((x, 140), 30, "sheet", 4)
        f.end()
    return f.compact()


@picture
def pharmacist() -> Drawing:
    f = Drawing("pharmacist", 640, 300, "Show a pharmacist all that you take",
                "An old man with glasses has emptied his bag on the counter of a pharmacy. What he takes stands there in a row: two boxes, a strip of tablets, a bottle and a tube of cream; he holds out one more box. The pharmacist, a large young woman with a bun and a name badge, holds his list, smiles, and takes the strip of tablets. A pharmacy's cross hangs on the wall.")
    g, u = 366.0, 45.0
    f.panel(0, 0, 640, 300, "wall")
    f.g((-148, -33), s=1.42)  # seen from close by: the panel cuts off legs and most of the counter
    f.g((282, 68), s=.8)  # the pharmacy's sign
    f.rect(-40, -40, 80, 80, "sheet", 40)
    f.p("M-9-27H9V-9H27V9H9V27H-9V9H-27V-9H-9Z", "leaf")
    f.end()
    top = g - 3.72 * u

    she = Look(3, "bun", 1, "sage", "navy", wide=1.5, belly=.28, seat=.12, limbs=1.22, sleeves=1.7, face={"nose": -1, "lips": 2,
        "marks": "mole"})
    hers = in_heads((486, g), u, -1)

    def at(x: float, y: float, x0: float = 486, face: int = -1) -> Point:
        return (x0 + face * x * u, g - y * u)

    def her_list() -> None:
        f.g((363.5, top - 99), -13)
        f.rect(-22, -32, 44, 62, "sheet", 2)
        f.line("M-6-20h20M-6-8h16M-6 4h20M-14-20v.1M-14-8v.1M-14 4v.1", "fold", 3.4)
        f.end()

    def her_far_side() -> None:  # her far arm, which holds the list
        hold(f, at(1.76, 5.2), u, 206, -1, [at(1.5, 4.8), at(1.32, 4.98)], her_list, palm=True)
        f.p(hers((.1, 5.84, .4), (.5, 5.7), (.78, 5.44), (1.0, 5.1), (1.16, 4.9, .8), (1.3, 4.98), (1.42, 5.12, .2), (1.68, 4.88, .2),
            (1.46, 4.6), (1.26, 4.42), (1.08, 4.38, .8), (.8, 4.5), (.5, 4.8, .4)), "sage2")
        standing(f, (486, g), u, replace(she, wide=1.26, seat=.06), -1, (.2, -.16))

    def bust() -> None:
        f.p(hers((-.4, 5.1, 0), (-.668, 5.08, 0), (-.663, 4.8), (-.661, 4.48, 0), (.26, 4.3, .2), (.26, 3.66, .2), (0, 3.66, .2)), "sage")
        f.p(hers((0, 5.5, .4), (.44, 5.8, .4), (.62, 5.62), (.76, 5.3), (.87, 4.98), (.87, 4.72), (.74, 4.54), (.4, 4.48, .4)),
            "sage")

    def tablets() -> None:
        f.g((406, top - 11), 6)
        f.rect(-6, -34, 12, 36, "sage2", 2)
        f.line("M-2-29v3M2.500-29v3", "sheet", 3.6)
        f.end()

    person(f, (486, g), u, she, Pose((0, 3.68), (.04, 6.14), ((.2, .27), (-.14, .27)), eyes="open", mouth="grin", rot=8,
        head=(.2, .78)), -1, view="three", before_body=her_far_side, before_arm=bust, arms=False, legs=False)
    f.rect(456, top - 76, 18, 24, "sheet", 3)  # her badge
    f.circle((465, top - 68), 4.2, "sage2")
    f.line(f"M460 {n(top - 58)}h10", "fold", 3)
    f.rect(206, top + 12, 258, g - top - 4, "wood", 4)  # the counter
    for x in (220, 340):
        f.rect(x, top + 30, 110, g - top - 40, "wood2", 4)
    f.rect(192, top, 286, 15, "wood2", 4)
    f.skin(3, 1)  # her near arm, which takes the strip of tablets
    hold(f, at(1.2, 4.23), u, 184, -1, [at(.8, 4.08), at(.8, 4.38)], tablets)
    f.end()
    f.p(hers((-.24, 5.82, .4), (-.42, 5.76), (-.54, 5.52), (-.58, 5.2), (-.5, 4.8), (-.4, 4.44), (-.27, 4.16), (-.12, 3.95, .7),
        (.1, 3.88, .8), (.42, 3.94), (.76, 4.01), (1.06, 4.06, .2), (1.06, 4.4, .2), (.74, 4.42), (.46, 4.42), (.28, 4.46, .8),
        (.18, 4.64), (.12, 4.94), (.1, 5.3), (.04, 5.56), (-.1, 5.76)), "sage")
    f.line(hers((.1, 5.4), (.12, 4.94), (.18, 4.64), (.28, 4.46, .8), (.5, 4.42), (1.02, 4.41), closed=False) + hers((-.5, 4.8), (-.4, 4.44),
        (-.27, 4.16), (-.12, 3.95, .7), (.1, 3.88, .8), (.42, 3.94), (.76, 4.01), closed=False) + hers((.97, 4.08), (.99, 4.23), (.97, 4.38),
        closed=False), "sage2", 2.3)
    # the inside of his open cloth bag
    f.p(f"M217 {n(top - 34)}Q243 {n(top - 48)} 271 {n(top - 36)}L268 {n(top - 24)}H221Z", "teal2")

    def bag() -> None:  # the near side of the bag, with folds and a hanging handle
        f.p(smooth([(216, top - 35, .2), (229, top - 30), (243, top - 28), (258, top - 31), (272, top - 37, .2), (269, top - 20),
            (272, top - 1, .3), (243, top), (214, top - 1, .3), (218, top - 18)]), "teal")
        f.line(f"M262 {n(top - 29)}Q258 {n(top - 15)} 264 {n(top - 4)}M236 {n(top - 20)}Q240 {n(top - 7)} 246 {n(top - 7)}T257 {n(top - 28)}", "teal2", 2.8)

    for x, w, h, k in ((292, 22, 34, "rust"), (320, 28, 26, "sand")):  # a row of the customer's medicines
        f.rect(x, top - h, w, h, k, 2)
        f.rect(x, top - h * .68, w, 7, "sheet")
    f.rect(357, top - 22, 15, 22, "plum", 3)
    f.rect(359, top - 29, 11, 8, "cream2", 2)
    f.rect(357, top - 15, 15, 8, "sheet")
    f.p(f"M379 {n(top - 7)}L377 {n(top - 31)}H391L389 {n(top - 7)}Z", "rose")
    f.rect(378, top - 8, 12, 8, "navy", 2)

    def medicine() -> None:
        f.g((146 + 1.98 * u, g - 5.05 * u), -8)
        f.p("M14-29L18-33.500H41.500L37-29Z", "fold").p("M37-29L41.500-33.500V7L37 12Z", "fold")
        f.rect(14, -29, 23, 41, "sheet", 1)
        f.rect(14, 4, 23, 5, "rust")
        f.g((25.500, -21), -24)
        f.rect(-8, -4, 16, 8, "teal", 4)
        f.p("M0-4H4Q8-4 8 0Q8 4 4 4H0Z", "sand")
        f.end()
        f.end()

    he = Look(1, "bald", 3, "plum", "sand", wide=1.2, belly=.24, face={"age": True, "glasses": True, "nose": 3, "brow": 4})
    his = in_heads((146, g), u)

    def his_far_side() -> None:  # his far arm, which holds out a box
        hold(f, at(1.98, 5.05, 146, 1), u, -8, 1, [at(1.64, 4.82, 146, 1), at(1.58, 5.02, 146, 1)], medicine, palm=True, wraps=True)
        f.p(his((.1, 5.74, .4), (.4, 5.64), (.6, 5.42), (.78, 5.1), (.92, 4.9), (1.06, 4.83, .8), (1.3, 4.92), (1.54, 5.06), (1.72, 5.16, .2),
            (1.84, 4.82, .2), (1.56, 4.62), (1.28, 4.44), (1.04, 4.34, .8), (.84, 4.42), (.56, 4.76), (.3, 5.1, .4)), "plum2")
        standing(f, (146, g), u, replace(he, wide=1.04), 1, (.2, -.18))

    def no_fold() -> None:  # cover the fold at his waist, because his elbow is in front of it
        f.p(his((0, 4.3, .2), (.26, 4.3, .2), (.26, 3.62, .2), (0, 3.62, .2)), "plum")

    person(f, (146, g), u, he, Pose((0, 3.62), (.08, 6.06), ((.22, .27), (-.2, .27)), mouth="smile", slump=.04, rot=4, head=(.2,
        .75)), view="three", before_body=his_far_side, before_arm=no_fold, arms=False, legs=False)
    f.skin(1, 3)  # his near arm: the fingers lie over the edge of the bag
    hold(f, at(1.42, 4.35, 146, 1), u, -2, 1, [at(1.0, 4.14, 146, 1), at(1.0, 4.44, 146, 1)], bag)
    f.end()
    f.p(his((-.2, 5.8, .4), (-.36, 5.74), (-.48, 5.54), (-.5, 5.24), (-.42, 4.86), (-.26, 4.48), (-.12, 4.2), (.02, 4.02, .7), (.22, 3.95,
        .8), (.54, 3.99), (.88, 4.07), (1.18, 4.13, .2), (1.18, 4.45, .2), (.88, 4.45), (.58, 4.45), (.36, 4.48, .8), (.25, 4.66),
        (.16, 4.96), (.11, 5.28), (.05, 5.54), (-.06, 5.74)), "plum")
    f.line(his((.12, 5.4), (.16, 4.96), (.25, 4.66), (.36, 4.48, .8), (.62, 4.45), (1.14, 4.45), closed=False) + his((-.45, 4.94), (-.26, 4.48), (-.12,
        4.2), (.02, 4.02, .7), (.22, 3.95, .8), (.54, 3.99), (.8, 4.05), closed=False) + his((1.09, 4.15), (1.11, 4.3), (1.09, 4.43),
        closed=False), "plum2", 2.3)
    f.end()
    return f.end()
