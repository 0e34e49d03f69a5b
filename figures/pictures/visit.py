"""Draws pictures of a visit to a massage therapist."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from figures.bodies import Look, Pose, at_shoulder, bare_arm, bust, collar, hands_off, leg, neck_side, person, sleeve, trunk
from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, dist, lerp, mirrored, n, rounded, smooth, xy
from figures.hands import hand, shoe
from figures.heads import head
from figures.lying import on_side
from figures.registry import coarse, picture
from figures.things import (
    chair,
    pillow,
    prone_arm,
    prone_body,
    prone_legs,
    propped_stop,
    step_dots,
    table,
)

LEAN = Pose(hip=(0, 3.4), c7=(1.56, 5.42), ankles=((-1.3, .42), (.4, .27)), wrists=((2.46, 2.92), (2.66, 2.92)), hands=(("side", 9), ("side", 7)),
            head=(.58, .7), rot=20, eyes="rest", feet=(26, 0))
"""The pose of a therapist behind the table: back leg long, back straight, weight on straight arms."""
SEATED = Pose(hip=(0, 2.14), c7=(-.06, 4.62), ankles=((1.5, .27), (1.34, .27)))


@dataclass(frozen=True)
class Client:
    """The appearance of the client, who lies on the table."""

    skin: int
    hair: int
    style: str
    face: dict[str, Any] = field(default_factory=dict)
    wide: float = 1


def massage(f: Drawing, x: float, floor: float, u: float, who: Look, client: Client, pose: Pose = LEAN, away: float = 5.5, view: str = "side") -> None:
    """Draw a person face down on a table, with a therapist behind the table.

    Args:
        x: the x coordinate of the top of the person's head.
    """
    y = floor - 2.18 * u

    def on_table() -> None:
        prone_body(f, x, y, u, client.skin, client.hair, client.style, client.wide, **client.face)
        prone_arm(f, x, y, u, client.wide)
        f.end()
        table(f, x + 1.03 * u, y, 6.9 * u, u, floor)
        prone_legs(f, x, y, u, client.skin, wide=client.wide)

    if u > 28:
        f.ell((x + 4.6 * u, floor + .04 * u), 4.6 * u, .16 * u, "shade", ' opacity=".12"')
    person(f, (x + away * u, floor - rounded(.38 * u)), u, who, pose, -1, before_arm=on_table, view=view)  # the therapist stands behind the table, so the feet are a little higher in the picture


@picture
@coarse(1)
def room_steps() -> Drawing:
    w, h = 310, 240
    f = Drawing("room-steps", 640, 3 * h + 40, "A first visit, step by step",
                "A young man and a therapist with a headscarf. They talk, his hand on his low back. Alone, in shorts, he hangs up his shirt. Face down, a sheet to his hips, she leans in. He holds up a palm; she steps away, palms open. He sits in a towel, with a glass. Dressed, he waves, and she lays a hand on her heart.")
    man = Look(2, "crop", 1, "rust", "plum", wide=1.1, sleeves=.6, face={"lips": 1})
    she = Look(4, "scarf", 1, "teal", "navy", chest=.08, sleeves=1.7, face={"scarf": "sand", "nose": 1})
    on_table = Client(2, 1, "crop", {"lips": 1})
    u = 28

    def frame(i: int) -> tuple[float, float]:
        x, y = i % 2 * 330, i // 2 * (h + 20)
        f.panel(x, y, w, h, ("wall", "wall2")[(i + i // 2) % 2])
        f.g((x, y))  # coordinates are measured from the corner of each frame, so that repeated shapes are identical and compress well
        f.rect(0, h - 30, w, 30, "floor")
        return 0, h - 18

    def close(i: int) -> None:
        step_dots(f, w / 2, h - 9, i + 1, 6)
        f.end()
        f.end()

    sits = Pose(SEATED.hip, (.1, 4.6), ((1.36, .27), (1.76, .27)), rot=4, eyes="glad", mouth="grin", head=(.26, .66))
    stands = Pose((0, 3.66), (.06, 6.13), ((.24, .27), (-.24, .27)), eyes="open", mouth="grin", head=(.26, .66))
    # 1. they talk
    x, g = frame(0)
    f.g((-26, -44), s=1.2)
    chair(f, x + 84, g, u, 1)

    def behind_back() -> None:
        f.p(smooth([(62, 108, .4), (42, 134), (46, 144, .8), (74, 149, .4), (78, 139, .4), (67, 134), (76, 118, .4)]), "s")
    person(f, (x + 84, g), u, man, replace(sits, wrists=(None, (.62, 2.66)), hands=(("flat", 8), ("side", 12)), eyes="open", mouth="open"), view="three", before_body=behind_back)
    # the four fingers of his hand lie on his low back, out of sight; the thumb is at his side
    f.skin(2).p(cap((71, 146), 3.4, (81, 143), 2), "s").end()
    f.p(smooth([(80, 97, .5), (70, 101), (50, 121, .3), (64, 132, .3), (88, 112), (92, 103)]), "rust")
    f.line("M87 112L66 131L59 126", "rust2", 1.6)
    chair(f, x + 236, g, u, -1)
    person(f, (x + 236, g), u, she, Pose(SEATED.hip, (.06, 4.6), ((1.46, .27), (1.28, .27)), ((1.16, 3.02), None), hands=(("side", -8), ("side", 0)), rot=4, eyes="open", mouth="grin"), -1, view="three")
    f.g((x + 186, g - 96), -16)
    f.rect(-12, -20, 24, 34, "wood", 2)
    f.rect(-9, -15, 18, 26, "sheet")
    f.line("M-5-6H6M-5 2H4", "fold", 2)
    f.end()
    f.end()
    close(0)
    # frame 2: the client undresses, alone in the room
    x, g = frame(1)
    f.rect(22, -9, 82, g + 9, "cream2")
    f.rect(32, -9, 62, g + 9, "rust2")
    f.circle((84, g - 92), 4, "sand")
    f.rect(202, 66, 92, 7, "wood", 3)  # a rail with the client's shirt, which hangs there by its collar
    f.p("M224 80Q232 87 240 80L257 88L267 116L254 121L250 110V152H214V110L210 121L197 116L207 88Z", "rust")
    f.line("M224 80Q232 70 240 80", "rust2", 3)
    chair(f, x + 266, g, u, -1)
    f.rect(250, 168, 32, 7, "plum", 3)  # the client's trousers, folded on the chair
    shoe(f, (x + 230, g - .27 * u), u)
    f.skin(2, 1)
    # his back, seen from behind: he hangs up his shirt
    for s in (-1, 1):
        f.g((150, 0), sx=s)
        f.p(smooth([(19, 148, .3), (18, 166), (19, 182), (15, 206), (20, 217, .6), (14, 221), (6, 219, .6), (7, 206), (3, 180), (5, 166), (2, 148, .3)]), "s")
        f.line("M16 170Q11 172 8 170", "d", 2)
        f.end()
    f.p("M144 42Q144 53 130 57Q118 61 117 78Q112 98 117 124H125Q129 104 128 84Q134 100 131 114H169Q166 100 172 84Q186 94 200 97Q205 97 209 92L229 72L223 64L203 80Q188 62 170 57Q156 53 156 42Z", "s")
    f.line("M150 58V106M138 68Q136 82 144 86M162 68Q164 82 156 86", "d", 2)
    f.p("M117 122Q110 135 115 142L120 147Q123 150 125 144Q129 134 125 122Z", "s")  # his left hand hangs
    f.line("M121 147L120 138M117 143V136", "d", 1.5)
    f.p("M132 108Q150 112 168 108Q174 130 172 156Q162 158 153 156L150 140L147 156Q138 158 128 156Q126 130 132 108Z", "navy")
    f.line("M150 114V140", "navy2", 2)
    f.line("M135 35v2M165 35v2", "s", 5)
    f.p("M135 38Q130 17 150 17Q170 17 165 38Q164 47 159 50H141Q136 47 135 38Z", "h")
    f.p("M219 66Q221 57 230 57Q241 58 242 66Q241 75 234 76L226 74Z", "s")  # his fingers, round the hanger
    f.line("M230 60l-1 6M235 61l-1 6M240 64l-1 6", "d", 1)
    f.end()
    close(1)
    # frame 3: the client lies under the sheet
    x, g = frame(2)
    massage(f, x + 16, g, u, she, on_table, view="three")
    close(2)
    # frame 4: the client says stop, and the therapist steps back
    x, g = frame(3)
    hands_off(f, (x + 56, g - 8), u, replace(she, wide=1), 1, "open", "grin")
    y = g - 2.18 * u
    propped_stop(f, x + 154, y, u, 2, 1, "crop", lips=1)
    table(f, x + 140, y, 8.5 * u, u, g, rest=False)
    prone_legs(f, x + 154, y, u, 2, arm=False)
    close(3)
    # frame 5: the client sits up for a while
    x, g = frame(4)
    f.g((-44, -44), s=1.2)
    cx, y = x + 168, g - 1.74 * u
    table(f, x + 54, y, 5 * u, u, g, rest=False)

    def wrapped() -> None:
        f.p(f"M{cx - 17} {n(y + 2)}q-4-16 2-26q16-5 31 1q20 0 37 4q5 12 3 28q-16 4-25 2q-20 2-48-5Z", "sheet")
        # a towel lies round his shoulders; his far arm comes out of it and holds a glass: the fingers are behind it, the thumb in front
        f.p(smooth([(186, 141, .4), (200, 138), (207, 130), (214, 106, .6), (222, 106), (222, 130), (204, 147), (188, 155, .4)]), "d")
        f.line("M218 108H230M218 115H231M218 122H230M218 128H227", "d", 6)
        f.p("M212 96h19l-3 38h-13Z", "sky", ' opacity=".9"')
        f.p(cap((211, 126), 4.2, (222, 113), 2.8), "d")
        f.p(smooth([(158, 94, .4), (146, 103), (141, 124), (141, 150), (140, 166, .3), (160, 169), (186, 166), (197, 161, .3), (200, 144), (190, 110), (181, 98, .4), (170, 101)]), "sage")
        f.line("M182 99Q188 130 186 165M153 116Q148 140 153 160", "sage2", 2)
        # his near hand holds the two edges together
        f.p("M184 113L190 110Q197 114 195 128Q193 136 188 141L185 132Z", "s")
        f.line("M190 113H182M191 119H179M191 125H179M189 130H181", "s", 6)
        f.line("M186 116h-7M187 122h-9M186 128h-7", "l", 1)
    undressed = replace(man, top="s2", bottoms="s2", shoes="bare")
    person(f, (cx, g), u, undressed, sits, view="three", before_arm=wrapped)
    f.end()
    close(4)
    # frame 6: the client and the therapist, seen from the knees up, say goodbye
    x, g = frame(5)
    f.rect(212, -9, 98, h, "cream2")
    f.rect(226, -9, 84, h - 21, "sky")
    f.rect(226, 150, 84, 72, "sage")
    f.g((-44, -4), s=1.5)
    person(f, (196, g), u, she, replace(stands, eyes="glad", mouth="grin"), -1, view="three", feet=False)
    person(f, (69, g), u, man, replace(stands, mouth="grin"), view="three", feet=False)
    f.end()
    f.skin(2)
    hand(f, (107, 104), 42, -78, -1, "palm", .82)
    f.p(smooth([(58, 128, .3), (67, 145), (74, 151, .8), (83, 145), (111.4, 105, .3), (103, 101, .3), (78, 129, .6), (75, 121, .3)]), "s")
    f.end()
    f.p(smooth([(44, 82, .4), (60, 82), (76, 121, .3), (57, 130, .3)]), "rust")
    f.line("M47 110L57 130L76 121L67 99", "rust2", 2)
    f.skin(4)
    hand(f, (249, 125), 42, -128, -1, "flat", .8)
    f.end()
    f.p(smooth([(264, 84, .5), (272, 90), (279, 112), (282, 138), (277, 152, .8), (266, 153), (252, 142), (243, 131, .3), (252, 118, .3), (262, 129, .6), (256, 96)]), "teal")
    f.line("M257 98Q262 114 262 129L252 118M243 131L266 153", "teal2", 2)
    close(5)
    return f


@picture
@coarse()
def lying_positions() -> Drawing:
    h = 238
    f = Drawing("lying-positions", 480, 3 * h + 24, "Three ways to lie or sit for a massage",
                "Top: a large man lies face down, a round pillow under his ankles. Middle: a pregnant woman lies on her side, an arm round a cushion, with pillows under her head and between her bent knees. Bottom: an older woman sits and leans forward on cushions on a table, her face on her arms. Behind each stands a therapist, both hands on the back.")

    def room(i: int) -> float:
        y = i * (h + 12)
        f.panel(0, y, 480, h, ("wall2", "wall")[i % 2])
        f.g((0, y))
        f.rect(0, h - 30, 480, 30, "floor")
        return h - 16

    # face down
    g, u = room(0), 29.6
    lean = replace(LEAN, wrists=((3.12, 3.38), (3.28, 3.4)), eyes="open", mouth="small")
    massage(f, 110, g, u, Look(2, "fringe", 1, "teal", "navy", sleeves=.5, wide=.96, face={"nose": -3}), Client(4, 1, "crop", {"lips": 2}, 1.52), lean, 6.1)
    f.end()
    f.end()
    # the client lies on her side, seen from the front, and the therapist leans over her from behind
    g = room(1)
    t = g - 60
    f.ell((246, g + 1), 156, 6, "shade", ' opacity=".12"')
    by = Look(3, "bald", 1, "sand", sleeves=.5, wide=1.02, face={"beard": True, "nose": 2, "glasses": True})
    over = Pose((0, 3.6), (1.4, 5.6), ((-.9, .42), (.42, .27)), ((2.8, 3.5), (3.26, 3.54)), hands=(("side", 40), ("side", 40)), head=(.56, .62), rot=20, feet=(24, 0), eyes="rest", mouth="grin")
    person(f, (313, g - 12), 28, by, over, -1, view="three")  # his palms lie on her back, behind the edge of her side
    f.line(f"M134 {t + 20}v{n(g - t - 22)}M350 {t + 20}v{n(g - t - 22)}", "wood2", 9)
    f.rect(116, t + 26, 252, 8, "wood", 4)
    f.rect(98, t - 12, 290, 40, "pad2", 12).rect(98, t - 12, 290, 31, "pad", 12)
    on_side(f, (110, t - 3), Look(1, "long", 2, "rose", "teal", sleeves=.5), size=.58, pregnant=True)
    f.end()
    f.end()
    # sitting up
    g, u = room(2), 31.0
    f.ell((230, g + 1), 150, 6, "shade", ' opacity=".12"')
    by = Look(1, "pony", 2, "plum", "teal", sleeves=.5, wide=1.14, belly=.12, limbs=1.08, chest=.12, seat=.04, face={"lips": 1, "nose": -1})
    lean = Pose((0, 3.5), (1.0, 5.7), ((-1.3, .4), (.5, .27)), ((2.38, 3.46), (2.86, 3.86)), hands=(("side", -40), ("side", -38)), head=(.46, .6), rot=20, eyes="open", mouth="small", feet=(27, 0))

    def seated() -> None:
        f.g((58, g), s=.68)
        f.skin(3, 3)
        f.line("M289-68V-4M333-68V-4M61-88V-4M169-88V-4", "wood2", 10)
        f.rect(268, -78, 82, 12, "wood", 6)
        leg(f, (300, -98), (226, -13), 47, 1, "navy2")
        shoe(f, (226, -12), 47, -1)
        f.rect(44, -100, 150, 11, "wood", 5)
        pillow(f, 138, -111, 132, 25, "sage")
        pillow(f, 132, -134, 132, 25, "cream")
        neck_side(f, (214, -186), (173, -178), 47, -1, -76, 1.12, (.75, .66))
        f.p(cap((190, -146), 9, (136, -153), 6), "d")  # the far arm, below the face
        hand(f, (136, -153), 47, 186, -1, "side", .82, "d")
        head(f, (173, -178), 53, -76, -1, "side", "bun", "glad", "grin", nose=1, age=True)
        f.p(trunk([(302, -96), (296, -140), (266, -174), (214, -183)], 47, -1, .06, 1, belly=.06, seat=.04), "sand")
        collar(f, (210, -183), -1, 47, "sand2", (.75, .66))
        f.p(cap((302, -98), 23, (230, -94), 15, 2, 2) + cap((230, -94), 15, (246, -13), 9, 0, 3), "navy")
        shoe(f, (246, -12), 47, -1)
        sh, el, wr = (235, -166), (190, -136), (142, -145)  # the elbow on the cushion, the forearm flat
        bare_arm(f, sh, el, wr, 47)
        hand(f, wr, 47, 180, -1, "side", .84)
        sleeve(f, sh, el, wr, 47, "sand", 1.66, 1.1, .3)
        f.line("M252-164Q247-149 226-140", "sand2", 3)
        f.end()
        f.end()
    person(f, (330, g), u, by, lean, -1, before_arm=seated)
    f.end()
    f.end()
    return f


def giving_arm(f: Drawing, sh: Point, el: Point, wr: Point, u: float, look: Look, s: int) -> None:
    """Draw the bare arm and the short sleeve of a person drawn with `bust` who faces the viewer.

    Args:
        s: the arm's side in the picture, -1 for left or 1 for right.
    """
    def unit(p: Point, q: Point) -> Point:
        return ((q[0] - p[0]) / dist(p, q), (q[1] - p[1]) / dist(p, q))

    def off(p: Point, way: Point, out: float, *shape: float) -> Node:
        return (p[0] + s * way[1] * out * u, p[1] - s * way[0] * out * u, *shape)

    up, fore = unit(sh, el), unit(el, wr)
    mid = unit((0, 0), (up[0] + fore[0], up[1] + fore[1]))
    f.p(smooth([off(sh, up, .2), off(lerp(sh, el, .55), up, .185), off(lerp(sh, el, .84), up, .178), off(el, mid, .19, .7), off(lerp(el, wr, .24), fore, .184), off(lerp(el, wr, .6), fore, .146), off(wr, fore, .1),
                off(wr, fore, -.1), off(lerp(el, wr, .62), fore, -.128), off(lerp(el, wr, .28), fore, -.164), off(el, mid, -.16, .7), off(lerp(sh, el, .6), up, -.185), off(sh, up, -.2)]), "s")
    f.line(smooth([off(lerp(el, wr, .06), mid, -.14), off(lerp(el, wr, .1), mid, -.05), off(lerp(el, wr, .04), mid, .03)], closed=False), "d", 2.6)  # the crook of the elbow
    hem = lerp(sh, el, .62)
    f.p(smooth([(sh[0] - s * .3 * u, sh[1] - .36 * u, .4), (sh[0], sh[1] - .29 * u), (sh[0] + s * .2 * u, sh[1] - .2 * u), off(lerp(sh, el, .18), up, .3), off(hem, up, .265, .2), off(hem, up, -.25, .2), off(lerp(sh, el, .1), up, -.3, .4)]), look.top)
    f.line(smooth([off(lerp(sh, el, .2), up, -.24), off(hem, up, -.25)], closed=False), look.shade(look.top), 3)


def shoulder_hand(f: Drawing, at: Point, u: float, rot: float, flip: int) -> None:
    """Draw a hand that lies on somebody's shoulder, its fingers over the front and its thumb behind. The coordinates are those of
    `hand`.
    """
    f.g(at, rot, u * .84 / 100, sy=flip)
    f.p(smooth([(-8, -9.6, .6), (4, -13), (14, -22), (26, -32), (36, -36), (45, -33, .7), (50, -25), (56, -24), (70, -27), (84, -26), (89.4, -20, 2), (83, -15), (75, -12.4, 0), (86, -13.4), (96, -8, 2), (90, -1.4), (74, 0, 0), (86, 1.2), (93, 7, 2), (86, 12.4), (70, 13, 0), (76, 16), (80, 21.6, 2), (73, 26),
                (56, 25.4), (36, 22), (14, 15.4), (-8, 9.6, .6)]), "s")
    f.line("M52-12.6L75-12.6M50 0H74M50 12L70 13.2", "l", 2.4)
    f.line("M34-19q5-2 8 2M35-6q5-1 6 3M34 7q5 0 5 4", "d", 2.6)  # the knuckles
    f.end()


def hunched(f: Drawing, at: Point, u: float, look: Look) -> None:
    """Draw a seated woman from the chest up. Her shoulders are drawn up to her ears, her head is turned away, and she is holding
    her breath.

    Args:
        at: the middle of the chest.
    """
    x, y = at
    f.skin(look.skin, look.hair_colour)
    half: list[Node] = [(0, -.7), (-.22, -.9), (-.3, -1.12), (-.42, -1.34), (-.62, -1.38), (-.88, -1.24), (-1.04, -.94), (-1.08, -.6), (-1.06, -.2), (-1.0, .4, .2)]
    f.p(smooth([(x + a * u, y + b * u, *r) for a, b, *r in mirrored(half)]), look.top)
    for s in (-1, 1):  # the arm beside the chest
        f.line(f"M{xy((x + s * .66 * u, y - .36 * u))}Q{xy((x + s * .7 * u, y))} {xy((x + s * .66 * u, y + .4 * u))}", look.shade(look.top), 3.2)
    f.p(smooth([(x + a * u, y + b * u) for a, b in ((-.27, -1.4), (.25, -1.4), (.27, -1.1), (.28, -.92), (0, -.72), (-.3, -.92), (-.29, -1.1))]), "d")  # the neck
    neckline = f"M{xy((x - .36 * u, y - 1.0 * u))}Q{xy((x, y - .3 * u))} {xy((x + .36 * u, y - 1.0 * u))}"
    f.p(neckline + "Z", "d")
    f.line(neckline, look.shade(look.top), 3.6)
    at_head = (x - 3, y - 1.45 * u)
    head(f, at_head, u, 5, -1, "three", look.hair, "tight", "pressed", **look.face)
    f.g(at_head, 5, u / 100, sx=-1)
    f.ell((32, 21), 8, 10, "s").ell((-6, 22), 11, 11, "s")  # the cheeks, full of held breath
    f.line("M-10 12Q-17 20-10 29", "l", 2.6)
    f.end()
    f.end()


@picture
def pressure_scale() -> Drawing:
    f = Drawing("pressure-scale", 640, 412, "How firm is right: a face and a breath, from 0 to 10",
                "Three people sit while a therapist behind each has hands on their shoulders. Eleven dots for the pressure, 0 to 10, grow from left to right, 5 in the middle. Left, over the small dots, finger tips hardly touch a young woman; she looks about. In the middle, over filled dots, whole hands lean in; an older woman smiles and breathes out in long waves. Right, over the largest dots, two straight arms press down hard; a woman draws her shoulders up to her ears, squeezes her eyes shut, puffs out her cheeks and turns her head away.")
    f.panel(0, 0, 640, 412, "wall")
    u = 58
    givers = (Look(1, "fringe", 1, "cream", wide=.94, face={"nose": -2}), Look(4, "scarf", 1, "navy", wide=1.1, face={"scarf": "rose", "lips": 2}), Look(2, "crop", 3, "plum", wide=1.2, face={"beard": True, "nose": 2}))
    for i, by in enumerate(givers):
        x = 111 + i * 209.0
        f.panel(x - 99, 12, 198, 284, ("sky", "wall2", "sky")[i], 16)
        mid = x + (4, 0, 0)[i]
        f.rect(mid - 43 * by.wide, 282, 86 * by.wide, 20, by.top)
        bust(f, (mid, 146), u, by, "front", ("rest", "open", "open")[i], ("small", "small", "level")[i], turn=(0, 0, 7)[i], rot=(0, 0, 3)[i], arms="none")
        if i == 0:
            bust(f, (x, 278), u, Look(3, "pony", 1, "sage2", wide=1.1, face={"lips": 1}), "three", "open", "calm", rot=-2, arms="beside")
        elif i == 1:
            bust(f, (x, 280), u, Look(1, "bob", 3, "rust", wide=1.14, face={"glasses": True, "age": True, "nose": 1}), "three", "glad", "blow", rot=-3, arms="beside")
        else:
            hunched(f, (x, 288), u, Look(4, "afro", 1, "sand", face={"lips": 1}))
        f.skin(by.skin)
        arms = (((80, 172), (53, 193), 98), ((64, 178), (46, 222), 94), ((58, 162), (48, 204), 92))
        elbow, wrist, rot = arms[i]
        for s in (-1, 1):
            sh, el, w = at_shoulder((mid, 146), u, by.wide, s), (x + s * elbow[0], float(elbow[1])), (x + s * wrist[0], float(wrist[1]))
            if i == 2:  # folds of cloth below the fingers that press
                f.line(f"M{xy((w[0] - s * 8, 252))}q{-s * 4} 6{-s * 4:+} 13M{xy((w[0] + s, 255))}v13", "sand2", 2.6)
            giving_arm(f, sh, el, w, u, by, s)
            shoulder_hand(f, w, u, 90 + s * (rot - 90), -s)
        f.end()
        if i == 1:
            for j, (y, w_) in enumerate(((201, 20), (209, 30), (217, 22))):
                f.line(f"M{x + 18:g} {y}q{w_ / 4:g}-7 {w_ / 2:g} 0t{w_ / 2:g} 0", "sheet", 4, f' opacity="{(.8, 1, .8)[j]}"')
        f.end()
    # a bracket that joins each card to its dots on the scale
    for card, a, b, k in ((111, 34, 210, "wood2"), (320, 252, 388, "action"), (529, 416, 612, "wood2")):
        f.line(f"M{card} 300V311M{a} 322V317Q{a} 311 {a + 6} 311H{b - 6}Q{b} 311 {b} 317V322", k, 4)
    for i in range(11):
        at, r, middle = (40 + i * 56, 352), 7 + i * 1.7, 4 <= i <= 6
        f.circle(at, r, "action" if middle else "cream2")
    for i in (0, 5, 10):
        f.label((40 + i * 56, 404), str(i), "middle", 26)
    f.label((180, 404), "pressure", "middle", 26)
    return f.end()
