"""Talking, deciding, trying: people with those who care for them."""

from __future__ import annotations

from figures.bodies import Look, Pose, bare_arm, bust, person, trunk
from figures.drawing import Drawing
from figures.geometry import cap, lerp, n, smooth
from figures.hands import hand, writing_hand
from figures.heads import head
from figures.pictures.positions import room
from figures.pictures.visit import Client, massage
from figures.registry import picture
from figures.things import leaf, mug, pillow, plant, prone_stop, wheelchair


@picture
def say_stop() -> Drawing:
    f = Drawing("say-stop", 640, 400, "Say stop, and it stops",
                "An old woman lies face down on a massage table, a sheet over her hips and legs. Her upper arm rests on the table; she lifts forearm and hand, flat, the sign for stop. The therapist, a young man, has stepped back at once; he holds both hands up, open, and looks at her with a friendly face.")
    g = room(f, 0, 0, 640, 400, "wall", 44)
    u = 48
    f.rect(452, 52, 96, 112, "sheet", 6)
    f.rect(461, 61, 78, 94, "sky", 3)
    f.p("M461 134q26-34 44-18t34-12v51H461Z", "sage")
    plant(f, 588, g - 6, .62)
    x, y = 58.0, g - 2.18 * u

    def lifted() -> None:
        f.skin(4, 5)
        prone_stop(f, x, y, u)
        f.end()

    he = Look(2, "topbun", 1, "sand", "navy", sleeves=.5, wide=.96, face={"beard": True, "nose": 2})
    back = Pose((-.3, 3.64), (-.36, 6.14), ((-.9, .27), (.1, .27)), ((.5, 5.2), (1.36, 5.3)), elbows=(1, 1), hands=(("palm", -84), ("palm", -84)), eyes="open", rot=10, head=(.28, .68))
    massage(f, x, g, u, he, Client(4, 3, "bun", {"age": True, "lips": 1}), back, 6.3, arm=False, after_body=lifted)
    f.end()
    return f.end()


@picture
def massage_wheelchair() -> Drawing:
    f = Drawing("massage-wheelchair", 480, 400, "A massage without getting on a table",
                "A young woman sits in her wheelchair at a table and leans forward on cushions, her forehead on her hands. A therapist with grey hair stands behind her and glides both hands over her shoulders and upper back. Both look at ease.")
    g = room(f, 0, 0, 480, 400, "wall2", 44)
    u = 46
    f.ell((230, g + 2), 200, 8, "shade", ' opacity=".12"')
    f.rect(36, g - 118, 132, 12, "wood", 5)
    for tx in (48, 146):
        f.rect(tx, g - 108, 11, 108, "wood2", 4)
    pillow(f, 112, g - 131, 122, 26, "rose")
    pillow(f, 110, g - 152, 104, 24, "sheet")
    x = 240.0
    she = Look(2, "pony", 2, "teal", "navy", sleeves=.45, face={"nose": 1, "lips": 1})
    wheelchair(f, x, g, u, -1, "back")
    f.rect(x - 58, g - 77, 80, 14, "sage2", 6)
    f.p(cap((x, g - 92), 19, (x - 68, g - 96), 14) + cap((x - 68, g - 96), 14, (x - 84, g - 28), 8), "navy2")
    therapist = Look(1, "bob", 3, "plum", "sand", wide=1.12, chest=.12, seat=.06, limbs=1.05, sleeves=.5, face={"glasses": True, "age": True})
    lean = Pose((0, 3.56), (.86, 5.82), ((-.7, .27), (.5, .27)), ((1.99, 3.27), (2.38, 3.83)), elbows=(1, 1), hands=(("side", -44), ("side", -38)), head=(.44, .66), rot=14, eyes="rest", feet=(10, 0))

    def seated() -> None:
        f.skin(she.skin, she.hair_colour)
        c7 = (x - 66, g - 196)
        f.p(cap((c7[0] + 6, c7[1] + 10), 14, (c7[0] - 14, c7[1] + 8), 11), "s")
        f.p(trunk([(x + 2, g - 92), (x - 6, g - 134), (x - 34, g - 172), c7], u, -1, -.06, 1, chest=.04), "teal")
        f.end()

    person(f, (x + 106, g), u, therapist, lean, -1, before_arm=seated)
    f.skin(she.skin, she.hair_colour)
    c7 = (x - 66, g - 196)
    f.p(cap((x - 66, g - 150), 8, (x - 98, g - 162), 6), "d")
    head(f, (c7[0] - 31, c7[1] + 8), u, -72, -1, "side", "pony", "rest", "smile", nose=1, lips=1)
    sh, el, wr = (x - 46, g - 172), (x - 72, g - 121), (x - 104, g - 164)
    bare_arm(f, sh, el, wr, u)
    f.p(cap(sh, 13, lerp(sh, el, .5), 11), "teal")
    f.line(f"M{n(sh[0] + 14)} {n(sh[1] + 10)}q-4 14-14 20", "teal2", 3)
    hand(f, (wr[0] + 2, wr[1] - 1), u, 184, -1, "side", .82)
    f.p(cap((x, g - 92), 20, (x - 64, g - 92), 14, 1, 1) + cap((x - 64, g - 92), 14, (x - 78, g - 24), 9), "navy")
    f.p(f"M{n(x - 70)} {n(g - 30)}h-16l-14 8q-6 3-6 9h36Z", "shoe")
    f.end()
    wheelchair(f, x, g, u, -1, "front")
    f.end()
    return f.end()


@picture
def talk() -> Drawing:
    f = Drawing("talk", 640, 380, "Ask, and say what matters to you",
                "Three people sit round a table with mugs and a sheet of paper: a young woman, her bald partner, his hands folded, and an older woman with glasses and a name badge. The young woman speaks and lifts a hand; the woman with the badge listens and holds a pen.")
    f.panel(0, 0, 640, 380, "wall")
    f.rect(36, 34, 108, 84, "sheet", 6)
    f.rect(44, 42, 92, 68, "sky", 3)
    f.p("M44 92q30-30 50-14t42-10v42H44Z", "sage")
    for i, k in enumerate(("rose", "sage", "teal", "sand", "navy")):
        f.rect(520 + i * 17, 62 + (i % 3) * 6, 14, 56 - (i % 3) * 6, k, 2)
    f.rect(508, 118, 104, 8, "wood", 3)
    bust(f, (326, 250), 78, Look(3, "bald", 1, "sage2", wide=1.1, face={"nose": 2, "lips": 1, "jaw": 2}), "three", "open", "smile", face=1)
    bust(f, (156, 262), 80, Look(1, "pony", 4, "rust", face={"nose": -1}), "three", "open", "open", rot=2)
    bust(f, (500, 260), 80, Look(4, "bob", 3, "teal", wide=1.04, face={"age": True, "glasses": True, "lips": 2}), "three", "open", "smile", face=-1, rot=-3)
    f.line("M470 196Q486 262 498 282Q512 262 532 200", "cream2", 4)
    f.rect(486, 280, 26, 34, "sheet", 4)
    f.circle((499, 292), 5, "sage2")
    # the table
    f.p("M0 320H640V380H0Z", "wood")
    f.rect(0, 314, 640, 14, "wood2", 0)
    f.p("M252 334L392 334L410 362L236 362Z", "sheet")
    f.line("M264 342H366M260 349H340", "fold", 3)
    # his hands lie folded on the table
    f.skin(3, 1)
    for s in (1, -1):
        el, wr = (326 + s * 76, 316), (326 + s * 26, 322)
        f.p(cap(el, 17, wr, 11), "s")
        hand(f, wr, 78, 180 if s > 0 else 0, -s, "flat", .72)
        f.p(cap((326 + s * 66, 244), 30, el, 23) + cap(el, 23, lerp(el, wr, .3), 18), "sage2")
        f.line(f"M{326 + s * 50} 270Q{326 + s * 46} 290 {326 + s * 52} 304", "leaf", 3)
    f.end()
    # one hand of hers rests on the table; the other speaks
    f.skin(1, 4)
    f.p(cap((88, 330), 18, (152, 346), 12), "s")
    hand(f, (152, 346), 80, 4, 1, "flat", .8)
    f.p(cap((96, 246), 31, (84, 324), 26) + cap((84, 324), 26, (112, 338), 20), "rust")
    f.line("M124 322Q112 336 116 354M126 268Q122 284 116 294", "rust2", 4)
    f.p(cap((236, 292), 19, (262, 222), 12), "s")
    hand(f, (262, 226), 78, -66, 1, "palm", .84)
    f.p(cap((214, 246), 31, (232, 324), 26) + cap((232, 324), 26, (246, 276), 21), "rust")
    f.line("M228 274Q246 264 264 276M194 276Q200 296 204 306", "rust2", 4)
    f.end()
    # the professional: one hand rests, the other holds a pen
    f.skin(4, 3)
    f.p(cap((586, 334), 19, (520, 350), 12), "s")
    hand(f, (520, 350), 80, 178, -1, "flat", .8)
    f.p(cap((560, 248), 31, (586, 330), 26) + cap((586, 330), 26, (548, 342), 20), "teal")
    f.line("M536 284Q542 304 552 316M542 324Q552 340 546 360", "teal2", 4)
    f.p(cap((450, 332), 18, (404, 342), 12), "s")
    writing_hand(f, (404, 342), 78, 184, -1, "stop", .84)
    f.p(cap((440, 248), 31, (452, 326), 26) + cap((452, 326), 26, (432, 336), 20), "teal")
    f.line("M466 284Q464 300 456 314M428 318Q438 334 432 354", "teal2", 4)
    f.end()
    mug(f, 30, 330, "sand")
    return f.end()


def stone(f: Drawing, x: float, y: float, on: bool = True) -> None:
    """A step of the way: a little massage table."""
    f.ell((x, y + 4), 46, 15, "sheet" if on else "cream2")
    f.rect(x - 28, y - 16, 56, 9, "pad", 4.5)
    for dx in (-18, 14):
        f.rect(x + dx, y - 8, 5, 13, "wood2", 1)
    f.rect(x - 6, y - 23, 31, 9, "sheet" if not on else "cream", 4)
    f.circle((x - 21, y - 20), 5.5, "s2")
    f.p(f"M{n(x - 17)} {n(y - 16)}q2-8 12-8h4v8Z", "s2")
    f.p(f"M{n(x - 22)} {n(y - 25)}a5.5 5.5 0 0 0-4 9q5-2 4-9Z", "h2")
    f.line(f"M{n(x - 11)} {n(y - 19)}L{n(x + 2)} {n(y - 17)}", "d2", 3)


@picture
def fair_try() -> Drawing:
    f = Drawing("fair-try", 640, 420, "A fair try: four times, look, then stop or go on",
                "A path winds through green hills. On it lie four small massage tables, one after the other. Then the path comes to a chair, where a man sits and looks into his diary. Beyond the chair the path divides: one way leads past two more tables, the other out into the sun.")
    f.panel(0, 0, 640, 420, "sky")
    f.circle((548, 74), 38, "cream")
    f.p("M0 150Q120 92 262 138T520 118T640 138V420H0Z", "sage")
    f.p("M0 210Q170 150 360 196T640 176V420H0Z", "sage2")
    way = "M-10 392Q150 402 250 366T300 300Q350 256 420 264"
    f.line(way, "sand", 44)
    f.line("M404 266Q500 280 560 330T660 384", "sand", 38)
    f.p(smooth([(396, 248, .3), (452, 236), (488, 200), (514, 158), (540, 124), (560, 102, .2), (564, 103, .2), (556, 128), (534, 166), (512, 214), (476, 262), (430, 284, .3)]), "sand")
    for x, y in ((64, 388), (164, 390), (254, 358), (300, 304)):
        stone(f, x, y)
    for x, y in ((520, 304), (588, 358)):
        stone(f, x, y, False)
    for x, y, s in ((92, 196, .62), (176, 182, .5), (610, 214, .7)):
        f.rect(x - 4 * s, y - 20 * s, 8 * s, 50 * s, "wood2", 3)
        f.p(smooth([(x, y - 130 * s), (x + 38 * s, y - 90 * s), (x + 36 * s, y - 34 * s), (x, y - 16 * s), (x - 36 * s, y - 34 * s), (x - 38 * s, y - 90 * s)]), "leaf")
    g, u = 272.0, 25
    f.ell((392, g), 54, 5, "shade", ' opacity=".14"')
    f.rect(352, g - 44, 66, 7, "wood", 3)
    f.rect(352, g - 74, 7, 74, "wood2", 3)
    f.rect(352, g - 76, 7, 24, "wood", 3)
    f.rect(404, g - 38, 6, 38, "wood2", 2)
    he = Look(3, "crop", 3, "rust", "navy", sleeves=1.8, wide=1.14, belly=.16, face={"nose": 3, "age": True, "beard": True})
    person(f, (376, g), u, he, Pose((0, 2.14), (.1, 4.6), ((1.44, .27), (1.26, .27)), ((1.24, 3.2), (1.34, 3.1)), hands=(("side", -14), ("side", -8)), rot=16, head=(.32, .64), eyes="rest"))
    f.g((411, g - 84), -22)
    f.rect(-11, -13, 12, 20, "sheet", 1.5)
    f.rect(1, -13, 12, 20, "cream", 1.5)
    f.line("M-8-8h6M-8-3h6M4-8h6M4-3h4", "fold", 1.8)
    f.end()
    leaf(f, (24, 340), (10, 300), 8, "leaf2")
    leaf(f, (24, 340), (38, 296), 8, "leaf2")
    return f.end()


@picture
def blood() -> Drawing:
    f = Drawing("blood", 640, 400, "Where blood flow changes, and where it does not",
                "Two slices of the body, side by side, each with skin on top, muscle under it and an artery below. Left, a whole hand lies flat and rubs: the skin under it is reddened, and the muscle below a little; the artery is as before. Right, a person walks, and the slice is of the calf: the muscle is redder all through, and the artery is wider and carries more.")
    for i, ground in enumerate(("wall2", "wall")):
        x = i * 326
        f.panel(x, 0, 314, 400, ground)
        f.g((x, 0))
        if i:
            f.ell((150, 166), 80, 5, "shade", ' opacity=".14"')
            walker = person(f, (140, 165), 20.5, Look(2, "bob", 1, "sand", "leaf2", sleeves=.5, chest=.08, face={"nose": 1}), Pose((0, 3.62), (.12, 6.08), ((.95, .34), (-.85, .56)), ((-.75, 3.75), (1.0, 3.85)), feet=(-14, 34), head=(.28, .68), eyes="glad"))
            calf = lerp(walker.knee, (140 + .95 * 20.5, 165 - .34 * 20.5), .42)
            f.line(f"M{n(calf[0] - 17)} {n(calf[1] + 8)}L20 196M{n(calf[0] + 17)} {n(calf[1] + 8)}L294 196", "ink", 2.4)
            f.ring(calf, 18, "ink", 3)
        f.skin(2, 1)
        f.p("M0 194H314V400H0Z", "muscle2")
        f.p("M0 194H314V232H0Z", "s")
        f.p("M0 232H314V246H0Z", "fat")
        f.p("M0 246H314V251H0Z", "fascia")
        f.p("M0 251H314V330H0Z", "muscle")
        if i:
            f.p("M0 251H314V330H0Z", "artery", ' opacity=".55"')
        for y in (266, 284, 302, 320):
            f.line(f"M-4 {y}q80 6 160 0t160 0", "muscle2" if not i else "artery", 3.4, ' opacity=".7"')
        if not i:
            warm = f.fade((0, 194), (0, 236), "artery", .8)
            f.raw(f'<path fill="{warm}" d="M76 194H264Q262 232 170 232Q78 232 76 194Z"/>')
            fed = f.fade((0, 251), (0, 296), "artery", .5)
            f.raw(f'<path fill="{fed}" d="M92 251H248Q246 294 170 294Q94 294 92 251Z"/>')
        r = 24 if i else 12
        f.p(f"M0 {365 - r - 4}H314V{365 + r + 4}H0Z", "rose2")
        f.p(f"M0 {365 - r}H314V{365 + r}H0Z", "artery")
        for j in range(5 if i else 3):  # what flows in it
            f.ell((124 + j * 42 if i else 130 + j * 70, 365 + (9 if i and j % 2 else -9 if i else 0)), 9, 5.5, "rose")
        f.end()
        for y, words, k in ((222, "skin", "shade"), (302, "muscle", "sheet"), (374, "artery", "sheet")):
            f.label((14, y), words, size=26, colour_name=k)
        if not i:
            f.skin(4, 1)
            f.p(cap((372, 92), 34, (218, 170), 21, 3, 2), "s")
            hand(f, (218, 172), 132, 181, -1, "side", 1.02)
            f.p(cap((400, 60), 52, (318, 116), 38), "sand")
            f.end()
            for j in range(3):
                f.circle((62 - j * 17, 176), 6 - j * 1.2, "action")
        f.end()
        f.end()
    return f
