"""A visit to a massage therapist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from evidence.model.palette import shade
from figures.bodies import Look, Pose, bare_arm, bust, leg, person, sleeve, trunk
from figures.drawing import Drawing
from figures.geometry import cap, lerp, n, smooth, xy
from figures.hands import hand, shoe
from figures.heads import head
from figures.lying import on_side
from figures.registry import coarse, picture
from figures.things import chair, pillow, prone_arm, prone_body, prone_legs, prone_stop, side_table, table

LEAN = Pose(hip=(0, 3.22), c7=(1.32, 5.40), ankles=((-1.16, .4), (.58, .27)), wrists=((2.48, 3.22), (2.86, 3.18)), hands=(("side", 9), ("side", 7)),
            head=(.55, .76), rot=16, eyes="rest", feet=(26, 0))
"""A therapist behind the table: back leg long, back straight, weight through straight arms."""
SEATED = Pose(hip=(0, 2.14), c7=(-.06, 4.62), ankles=((1.5, .27), (1.34, .27)))


@dataclass(frozen=True)
class Client:
    """Who lies on the table."""

    skin: int
    hair: int
    style: str
    face: dict[str, Any] = field(default_factory=dict)


def massage(f: Drawing, x: float, floor: float, u: float, who: Look, client: Client, pose: Pose = LEAN, away: float = 6.2, arm: bool = True,
            after_body: Callable[[], None] | None = None) -> None:
    """A table with somebody face down, the top of the head at x, and a therapist behind it."""
    y = floor - 2.18 * u

    def on_table() -> None:
        prone_body(f, x, y, u, client.skin, client.hair, client.style, **client.face)
        f.end()
        if after_body:
            after_body()
        f.skin(client.skin, client.hair)
        if arm:
            prone_arm(f, x, y, u)
        f.end()
        table(f, x + 1.03 * u, y, 6.9 * u, u, floor)
        prone_legs(f, x, y, u, client.skin, arm=arm)

    f.ell((x + 4.6 * u, floor + .04 * u), 4.6 * u, .16 * u, "shade", ' opacity=".12"')
    person(f, (x + away * u, floor - .02 * u), u, who, pose, -1, before_arm=on_table)


def dots(f: Drawing, x: float, y: float, i: int, of: int) -> None:
    """The place of a frame in its row: i of so many dots are filled."""
    for j in range(of):
        f.circle((x + j * 14, y), 4.5, "action" if j < i else "sheet")


@picture
@coarse
def room_steps() -> Drawing:
    w, h = 310, 240
    f = Drawing("room-steps", 640, 3 * h + 40, "A first visit, step by step",
                "Six pictures of a young man with curls and a therapist with a headscarf. They talk; his hand is on his low back. Alone, the door closed, he hangs up his shirt. He lies face down, a sheet up to his hips, and she leans in with both hands. He lifts a hand, and she takes hers away at once. He sits on the edge of the table, wrapped in the sheet. Dressed, they shake hands at the door.")
    man = Look(2, "curls", 1, "rust", "plum", wide=.92, sleeves=.6, face={"lips": 1})
    she = Look(4, "scarf", 1, "teal", "navy", chest=.08, sleeves=1.7, face={"scarf": "sand", "nose": 1})
    on_table = Client(2, 1, "curls", {"lips": 1})
    u = 29

    def frame(i: int) -> tuple[float, float]:
        x, y = i % 2 * 330, i // 2 * (h + 20)
        f.panel(x, y, w, h, ("wall", "wall2")[(i + i // 2) % 2])
        f.g((x, y))  # each frame counts from its own corner, so that what is drawn twice is packed once
        f.rect(0, h - 30, w, 30, "floor")
        dots(f, w / 2 - 35, h - 10, i + 1, 6)
        return 0, h - 18

    # 1 talk
    x, g = frame(0)
    chair(f, x + 84, g, u, 1)
    person(f, (x + 84, g), u, man, Pose(SEATED.hip, (.02, 4.6), ((1.5, .27), (1.3, .27)), ((-.62, 2.75), (1.2, 2.6)), hands=(("side", 40), ("side", 20)), eyes="open", mouth="open", elbows=(1, 1)))
    chair(f, x + 236, g, u, -1)
    person(f, (x + 236, g), u, she, Pose(SEATED.hip, (.06, 4.6), ((1.46, .27), (1.28, .27)), ((1.16, 3.02), (1.3, 2.9)), hands=(("side", -8), ("side", 0)), rot=4), -1)
    f.g((x + 186, g - 96), -16)
    f.rect(-12, -20, 24, 34, "wood", 3)
    f.rect(-9, -15, 18, 26, "sheet", 2)
    f.end()
    f.end()
    f.end()
    # 2 alone
    x, g = frame(1)
    f.rect(x + 22, g - 190, 74, 190, "cream2", 3)
    f.rect(x + 30, g - 182, 58, 182, "rust2", 3)
    f.circle((x + 80, g - 84), 4, "sand")
    f.rect(x + 222, g - 188, 76, 8, "wood", 3)
    f.line(f"M{x + 256} {g - 180}q8 0 4 9M{x + 236} {g - 162}L{x + 260} {g - 173}L{x + 284} {g - 162}", "steel", 3.5)  # a shirt with sleeves, on a hanger
    f.p(f"M{x + 250} {g - 168}L{x + 232} {g - 160}L{x + 224} {g - 128}L{x + 236} {g - 124}L{x + 239} {g - 142}V{g - 92}H{x + 281}V{g - 142}L{x + 284} {g - 124}L{x + 296} {g - 128}L{x + 288} {g - 160}L{x + 270} {g - 168}Q{x + 260} {g - 158} {x + 250} {g - 168}Z", "rust")
    undressed = Look(2, "curls", 1, "cream", "plum", wide=.92, sleeves=.4, shoes="bare", face=man.face)
    person(f, (x + 172, g), u, undressed, Pose((0, 3.66), (.04, 6.13), ((.26, .27), (-.3, .27)), ((1.9, 5.1), (1.74, 4.8)), elbows=(1, 1), hands=(("side", -24), ("side", -30)), eyes="open", mouth="calm"))
    f.end()
    f.end()
    # 3 under the sheet
    x, g = frame(2)
    massage(f, x + 16, g, u, she, on_table)
    f.end()
    f.end()
    # 4 stop
    x, g = frame(3)

    def lifted() -> None:
        f.skin(2)
        prone_stop(f, x + 16, g - 2.18 * u, u)
        f.end()
    back = Pose((-.3, 3.64), (-.34, 6.12), ((-.9, .27), (.1, .27)), ((1.2, 4.24), (1.44, 5.06)), elbows=(1, 1), hands=(("side", -44), ("side", -52)), eyes="open", rot=12)
    massage(f, x + 16, g, u, she, on_table, back, 6.3, arm=False, after_body=lifted)
    f.end()
    f.end()
    # 5 sit for a while
    x, g = frame(4)
    table(f, x + 40, g - 2.18 * u, 5.2 * u, u, g, rest=False)
    y = g - 2.18 * u
    f.skin(2, 1)
    cx = x + 150
    c7, hip = (cx + 4, y - 2.86 * u), (cx, y - .4 * u)
    f.p(cap((cx + 10, c7[1] + 14), 7, (cx + 1.0 * u, y - .5 * u), 5), "d")
    for dx in (1.62, 1.84):
        f.p(cap((cx + dx * u, y + .2 * u), .22 * u, (cx + (dx - .1) * u, g - .27 * u), .14 * u, .03 * u, .03 * u), "d" if dx < 1.7 else "s")
        shoe(f, (cx + (dx - .1) * u, g - .26 * u), u, 1, 0, bare=True)
    f.p(trunk([hip, (cx - 3, y - 1.2 * u), (cx - 4, y - 2.1 * u), c7], u, 1, -.16, 1, .04, 0, .06), "s")
    f.p(cap((c7[0] + 1, c7[1] + 2), .25 * u, (cx + .2 * u, c7[1] - .42 * u), .22 * u), "s")
    head(f, (cx + .32 * u, c7[1] - .68 * u), u, 4, 1, "side", "curls", "rest", "smile", lips=1)
    f.end()
    f.p(smooth([(cx - .62 * u, y + .04 * u), (cx - .56 * u, y - .86 * u, .4), (cx, y - .98 * u), (cx + .7 * u, y - .84 * u), (cx + 1.5 * u, y - .42 * u), (cx + 2.0 * u, y - .12 * u), (cx + 2.1 * u, y + .9 * u, .5), (cx + 1.7 * u, y + .98 * u), (cx + 1.36 * u, y + .9 * u, .5), (cx + 1.2 * u, y + .2 * u), (cx, y + .1 * u)]), "sheet")
    f.skin(2)
    sh, el, wr = (cx, c7[1] + .5 * u), (cx - .36 * u, c7[1] + 1.74 * u), (cx + .3 * u, y - .66 * u)
    bare_arm(f, sh, el, wr, u)
    hand(f, wr, u, 24, 1, "side")
    f.line(f"M{xy((sh[0] + .2 * u, sh[1] + .1 * u))}Q{xy((sh[0] + .16 * u, sh[1] + .7 * u))} {xy((el[0] + .2 * u, el[1] - .14 * u))}L{xy((wr[0] - .06 * u, wr[1] - .16 * u))}", "l", 1.5)
    f.end()
    side_table(f, x + 236, g - 62, g, 50)
    f.p(f"M{x + 250} {g - 84}H{x + 270}L{x + 267} {g - 62}H{x + 253}Z", "sky")
    f.end()
    f.end()
    # 6 goodbye
    x, g = frame(5)
    f.rect(x + 226, g - 190, 74, 190, "cream2", 3)
    f.rect(x + 234, g - 182, 58, 182, "sky", 3)
    f.p(f"M{x + 234} {g - 60}q29-30 58 0V{g}h-58Z", "sage")
    person(f, (x + 206, g), u, man, Pose((0, 3.66), (.02, 6.12), ((.3, .27), (-.3, .27)), ((-.2, 3.2), (2.06, 4.2)), hands=(("hang", 84), ("side", 4)), eyes="glad"), -1)
    person(f, (x + 66, g), u, she, Pose((0, 3.68), (.02, 6.16), ((.2, .27), (-.12, .27)), ((2.0, 4.2), (.1, 3.2)), hands=(("side", 4), ("hang", 84)), eyes="glad"))  # right hand in right hand
    f.end()
    f.end()
    return f


def giving(f: Drawing, arms: tuple[tuple[float, float, float, float], ...], tone: int, cloth: str, u: float, rot: float = 172) -> None:
    """Two hands on a back, the therapist outside the frame: wrist and elbow of each, the far one last."""
    f.skin(tone, 1)
    for near, (wx, wy, ex, ey) in ((False, arms[1]), (True, arms[0])):
        f.p(cap((ex, ey), 19, (wx, wy), 10, 2, 2), "s" if near else "d")
        hand(f, (wx, wy), u, rot, -1, "side", .86)
        f.p(cap((ex + (ex - wx) * .4, ey + (ey - wy) * .4), 27, lerp((ex, ey), (wx, wy), .22), 21), cloth if near else shade(cloth))
    f.end()


@picture
def lying_positions():
    f = Drawing(
        "lying-positions",
        480,
        690,
        "Three ways to lie or sit for a massage",
        "Top: a man lies face down, face in a face rest, arms at his sides, a pillow under his ankles. Middle: a pregnant woman lies on her side, her head on a pillow, hugging a pillow, with one pillow under her belly and one between her knees. Bottom: an older woman sits and leans forward on cushions on a table, her forehead on her hands, smiling. In each, two hands of a therapist lie on the back, once from behind.",
    )
    # face down
    f.panel(0, 0, 480, 222, "wall2")
    u, X, Y = 53, 48, 118
    f.rect(0, 196, 480, 26, "floor")
    f.ell((250, 208), 190, 6, "shade", ' opacity=".12"')
    prone_body(f, X, Y, u, 4, 1, "crop")
    f.end()
    f.skin(4)
    prone_arm(f, X, Y, u)
    f.end()
    table(f, X + 55, Y, 350, u, 208)
    prone_legs(f, X, Y, u, 4)
    giving(f, ((206, 64, 282, -30), (158, 72, 226, -30)), 2, "teal", u)
    f.end()
    # on the side, seen from the front
    f.panel(0, 234, 480, 222, "wall")
    y0 = 234
    T = y0 + 140
    u = 52
    f.rect(0, y0 + 196, 480, 26, "floor")
    f.ell((240, y0 + 208), 200, 6, "shade", ' opacity=".12"')
    f.skin(3, 1)  # the therapist stands behind her: the hands lie on her back, beyond her side
    for wx, wy, ex in ((164, T - 108, 152), (240, T - 99, 260)):
        f.p(cap((ex, y0 - 30), 21, (wx, wy), 11, 2, 2), "s")
        hand(f, (wx, wy), 56, 92, 1 if wx < 200 else -1, "flat", .86)
        f.p(cap((ex, y0 - 60), 30, lerp((ex, y0 - 30), (wx, wy), .3), 20), "sand")
    f.end()
    on_side(f, (26, T), Look(1, "long", 2, "rose", "navy", sleeves=.5), pregnant=True)
    for lx in (64, 396):
        f.rect(lx, T + 18, 12, 54, "wood2", 4)
    f.rect(70, T + 48, 330, 9, "wood2")
    f.rect(20, T, 444, 22, "pad", 11)
    f.rect(40, T + 20, 404, 8, "wood", 4)
    f.end()
    # sitting
    f.panel(0, 468, 480, 222, "wall2")
    y0 = 468
    G = y0 + 208
    u = 47
    f.rect(0, y0 + 196, 480, 26, "floor")
    f.ell((250, G + 1), 150, 6, "shade", ' opacity=".12"')
    x = 20
    q = lambda a, b: (x + a, G + b)
    f.g((15, G * 0.06), 0, 0.94)
    f.skin(3, 3)
    f.rect(x + 284, G - 72, 10, 72, "wood2", 4)
    f.rect(x + 328, G - 72, 10, 72, "wood2", 4)
    f.rect(x + 268, G - 78, 82, 12, "wood", 6)
    leg(f, q(300, -98), q(226, -13), u, 1, "navy2")
    shoe(f, q(226, -12), u, -1)
    f.rect(x + 84, G - 108, 136, 11, "wood", 5)
    f.rect(x + 96, G - 98, 10, 98, "wood2", 4)
    f.rect(x + 186, G - 98, 10, 98, "wood2", 4)
    pillow(f, x + 152, G - 120, 128, 26, "sage")
    pillow(f, x + 150, G - 142, 112, 26, "cream")
    c7 = q(222, -190)
    f.p(cap(q(228, -180), 15, q(206, -180), 12), "s")
    f.p(trunk([q(302, -96), q(290, -136), q(262, -170), c7], u, -1, -0.1, 1, belly=0.06), "sand")
    f.p(cap(q(302, -98), 21, q(230, -94), 15, 2, 2) + cap(q(230, -94), 15, q(246, -13), 9, 0, 3), "navy")
    shoe(f, q(246, -12), u, -1)
    head(f, q(189, -176), u, -72, -1, "side", "bun", "glad", "smile", nose=1, age=True)
    sh, el, wr = q(238, -166), q(220, -120), q(174, -154)
    bare_arm(f, sh, el, wr, u)
    sleeve(f, sh, el, wr, u, "sand", 1.6)
    hand(f, wr, u, 184, -1, "side", 0.85)
    f.line(f"M{xy(q(256, -156))}Q{xy(q(248, -140))} {xy(q(238, -132))}", "sand2", 3)
    f.end()
    f.end()
    giving(f, ((336, y0 + 82, 432, y0 + 4), (304, y0 + 46, 400, y0 - 26)), 1, "plum", 50, 204)
    f.end()
    return f


@picture
def pressure_scale() -> Drawing:
    f = Drawing("pressure-scale", 640, 400, "How firm is right: a face and a breath, from 0 to 10",
                "Three people are pressed on the shoulders, more and more, above eleven dots that grow from left to right. On the left, over the small dots, fingertips hardly touch a young woman; she looks about, a little bored. In the middle, over filled dots, whole hands lean in; an older woman smiles and breathes out in long easy waves. On the right, over the largest dots, a man squeezes his eyes shut, clenches his jaw, leans away and pushes the hands off.")
    f.panel(0, 0, 640, 400, "wall")
    u = 70
    givers = ((1, "cream"), (4, "navy"), (2, "plum"))
    for i, (tone, cloth) in enumerate(givers):
        x = 111 + i * 209.0
        f.panel(x - 99, 12, 198, 284, ("sky", "wall2", "sky")[i], 16)
        lean = -17 if i == 2 else 0
        wrist = (170, 184, 196)[i]
        # the giver stands behind
        f.skin(tone)
        f.p(smooth([(x - 66, 0, .3), (x - 60, 60), (x - 56, 130), (x - 60, 300, .3), (x + 60, 300, .3), (x + 56, 130), (x + 60, 60), (x + 66, 0, .3)]), cloth)
        if i == 2:  # from this hand the shoulder has got away
            el, w = (x - 84, 92.0), (x - 86, 168.0)
            f.p(cap(el, 20, w, 12.5, 1, 1), "s")
            hand(f, w, u, 76, 1, "flat", .86)
            f.p(cap((x - 66, 4), 29, el, 22), cloth)
        f.end()
        f.g((x, 300), lean)
        if i == 0:
            bust(f, (0, -30), u, Look(3, "pony", 1, "sage2", face={"lips": 1}), "three", "open", "calm", rot=-2)
        elif i == 1:
            bust(f, (0, -26), u, Look(1, "bob", 3, "rust", face={"glasses": True, "age": True, "nose": 1}), "three", "glad", "blow", rot=-3)
        else:
            f.skin(4, 1)
            f.p(cap((0, -82), 18, (0, -104), 16), "s")
            f.p(smooth([(-82, 40, .2), (-78, -50), (-66, -86), (-40, -96), (-17, -92, .4), (0, -82), (17, -92, .4), (40, -92), (70, -78), (78, -46), (84, 40, .2)]), "sand")
            f.line("M-17-90Q0-70 17-90", "sand2", 5)
            head(f, (0, -134), u, -6, 1, "front", "crop", "tight", "tense", lips=1, turn=-4)
            f.g((0, -134), -6, u / 100)  # the jaw is set
            f.line("M-29 27q4 3 5 8M29 27q-4 3-5 8", "l", 2.6)
            f.end()
            f.end()
        f.end()
        f.skin(tone)
        for s in (1,) if i == 2 else (-1, 1):
            w, el, rot = (x + s * (52, 58, 34)[i], float(wrist)), (x + s * (88 if i < 2 else 74), 84.0), 90 + s * 4
            f.p(cap((x + s * 68, 2), 36, el, 23), cloth)
            f.p(cap(el, 20, w, 12.5, 1, 1), "s")
            for j in range(i + 1):  # held: rings, the more the firmer
                f.raw(f'<circle fill="none" stroke="{f.fill("mark")}" stroke-width="3.4" opacity="{(.75, .5, .3)[j]}" cx="{n(w[0])}" cy="{n(w[1] + 34)}" r="{30 + j * 11}"/>')
            hand(f, w, u, rot, -s, "knuckles" if i == 2 else "flat", .86)
            f.p(cap((x + s * 68, 2), 35, el, 23) + cap(el, 22, (el[0] + (w[0] - el[0]) * .25, el[1] + (w[1] - el[1]) * .25), 19.5), cloth)
        f.end()
        if i == 1:
            for j, (y, w_) in enumerate(((176, 36), (190, 46), (204, 32))):
                f.line(f"M{x + 32:g} {y}q{w_ / 4:g}-9 {w_ / 2:g} 0t{w_ / 2:g} 0", "sheet", 4.4, f' opacity="{(.75, .9, .6)[j]}"')
        if i == 2:  # his own hand comes across and pushes
            f.skin(4, 1)
            f.p(cap((x - 66, 318), 22, (x + 4, 262), 12, 1, 1), "s")
            hand(f, (x + 2, 264), u, -42, 1, "flat", .84)
            f.p(cap((x - 92, 250), 27, (x - 78, 312), 25) + cap((x - 78, 312), 25, (x - 40, 288), 18), "sand")
            f.line(f"M{x - 64:g} 262Q{x - 62:g} 280 {x - 66:g} 292M{x - 46:g} 272Q{x - 30:g} 280 {x - 30:g} 300", "sand2", 4)
            f.end()
        f.end()
    f.line("M320 302V312M258 322V318Q258 312 264 312H376Q382 312 382 318V322", "action", 4)  # these dots are the middle picture's
    for i in range(11):
        at, r, middle = (40 + i * 56, 350), 7 + i * 1.7, 4 <= i <= 6
        f.circle(at, r, "action" if middle else "cream2")
        if middle:
            f.circle(at, r * .42, "wall")
    return f.end()
