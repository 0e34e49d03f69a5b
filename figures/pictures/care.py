"""Talking, deciding, trying: people with those who care for them."""

from __future__ import annotations

from figures.bodies import Look, Pose, bare_arm, bust, person, trunk
from figures.drawing import Drawing
from figures.geometry import cap, lerp, n, smooth
from figures.hands import hand
from figures.heads import head
from figures.pictures.positions import room
from figures.pictures.visit import Client, massage
from figures.registry import picture
from figures.things import leaf, mug, pillow, plant, wheelchair


@picture
def say_stop() -> Drawing:
    f = Drawing("say-stop", 640, 400, "Say stop, and it stops",
                "An old woman lies face down on a massage table, a sheet over her hips and legs. She lifts one hand, flat, the sign for stop. The therapist, a young man, has taken both hands off at once; he holds them up, open, and looks at her with a friendly face.")
    g = room(f, 0, 0, 640, 400, "wall", 44)
    u = 48
    f.rect(452, 52, 96, 112, "sheet", 6)
    f.rect(461, 61, 78, 94, "sky", 3)
    f.p("M461 134q26-34 44-18t34-12v51H461Z", "sage")
    plant(f, 588, g - 6, .62)
    x, y = 58.0, g - 2.18 * u

    def lifted() -> None:
        f.skin(4, 5)
        el, wr = (x + 1.18 * u, y - 1.66 * u), (x + 1.46 * u, y - 2.74 * u)
        bare_arm(f, (x + 1.7 * u, y - .5 * u), el, wr, u, "s", 1.05)
        hand(f, wr, u, -82, 1, "palm", .9)
        f.end()

    he = Look(2, "topbun", 1, "sand", "navy", sleeves=.5, wide=.96, face={"beard": True, "nose": 2})
    back = Pose((-.3, 3.64), (-.12, 6.14), ((-.5, .27), (.1, .27)), ((1.08, 5.1), (.98, 5.0)), elbows=(1, 1), hands=(("palm", -70), ("palm", -60)), eyes="open", rot=10, head=(.28, .68))
    massage(f, x, g, u, he, Client(4, 3, "bun", {"age": True, "lips": 1}), back, 5.9, arm=False, after_body=lifted)
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
    pillow(f, 112, g - 132, 122, 28, "rose")
    pillow(f, 110, g - 157, 104, 28, "sheet")
    x = 240.0
    she = Look(2, "pony", 2, "teal", "navy", sleeves=.45, face={"nose": 1, "lips": 1})
    wheelchair(f, x, g, u, -1, "back")
    f.p(cap((x, g - 92), 19, (x - 68, g - 96), 14) + cap((x - 68, g - 96), 14, (x - 84, g - 28), 8), "navy2")
    therapist = Look(1, "bob", 3, "plum", "sand", wide=1.12, chest=.12, seat=.06, limbs=1.05, sleeves=.5, face={"glasses": True, "age": True})
    lean = Pose((0, 3.56), (.86, 5.82), ((-.7, .27), (.5, .27)), ((2.3, 3.9), (2.62, 4.2)), elbows=(1, 1), hands=(("side", 24), ("side", 16)), head=(.44, .66), rot=14, eyes="rest", feet=(10, 0))

    def seated() -> None:
        f.skin(she.skin, she.hair_colour)
        c7 = (x - 66, g - 196)
        f.p(cap((c7[0] + 6, c7[1] + 10), 14, (c7[0] - 14, c7[1] + 8), 11), "s")
        f.p(trunk([(x + 2, g - 92), (x - 6, g - 134), (x - 34, g - 172), c7], u, -1, -.06, 1, chest=.04), "teal")
        f.end()

    person(f, (x + 128, g), u, therapist, lean, -1, before_arm=seated)
    f.skin(she.skin, she.hair_colour)
    c7 = (x - 66, g - 196)
    head(f, (c7[0] - 32, c7[1] + 4), u, -66, -1, "side", "pony", "rest", "smile", nose=1, lips=1)
    sh, el, wr = (x - 46, g - 172), (x - 66, g - 114), (x - 110, g - 150)
    bare_arm(f, sh, el, wr, u)
    f.p(cap(sh, 13, lerp(sh, el, .5), 11), "teal")
    f.line(f"M{n(sh[0] + 14)} {n(sh[1] + 10)}q-4 14-14 20", "teal2", 3)
    hand(f, (wr[0] + 2, wr[1] - 2), u, 200, -1, "side", .82)
    f.p(cap((x, g - 92), 20, (x - 64, g - 92), 14, 1, 1) + cap((x - 64, g - 92), 14, (x - 78, g - 24), 9), "navy")
    f.p(f"M{n(x - 70)} {n(g - 30)}h-16l-14 8q-6 3-6 9h36Z", "shoe")
    f.end()
    wheelchair(f, x, g, u, -1, "front")
    f.end()
    return f.end()


@picture
def talk() -> Drawing:
    f = Drawing("talk", 640, 380, "Ask, and say what matters to you",
                "Three people sit round a table with mugs and a sheet of paper: a woman whose left arm ends below the elbow, her bald partner, and an older woman with glasses and a name badge. The first woman speaks and lifts her hand; the woman with the badge listens and holds a pen.")
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
    f.p("M250 322L390 322L410 352L232 352Z", "sheet")
    f.line("M262 330H372M258 337H380M254 344H340", "fold", 3)
    # her short arm rests on the table; the other hand speaks
    f.skin(1, 4)
    f.p(cap((92, 310), 20, (128, 334), 15), "s")
    f.p(cap((98, 246), 31, (88, 304), 25), "rust")
    f.line("M68 314Q88 320 108 306M126 268Q122 284 116 294", "rust2", 4)
    f.p(cap((236, 292), 19, (262, 222), 12), "s")
    hand(f, (262, 226), 78, -66, 1, "palm", .84)
    f.p(cap((214, 246), 31, (232, 324), 26) + cap((232, 324), 26, (246, 276), 21), "rust")
    f.line("M228 274Q246 264 264 276M194 276Q200 296 204 306", "rust2", 4)
    f.end()
    # the professional's hand with a pen
    f.skin(4, 3)
    f.p(cap((486, 348), 18, (424, 334), 12), "s")
    f.line("M372 340L396 310", "stop", 6)
    hand(f, (424, 334), 78, 186, -1, "grip", .84)
    f.p(cap((562, 246), 32, (580, 346), 28) + cap((588, 350), 28, (474, 345), 22), "teal")
    f.line("M540 282Q542 304 548 318", "teal2", 4)
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


@picture
def fair_try() -> Drawing:
    f = Drawing("fair-try", 640, 420, "A fair try: four times, look, then stop or go on",
                "A path winds through green hills. On it lie four small massage tables, one after the other. Then the path comes to a bench, where a man sits and looks into his diary. Behind the bench the path divides: one way leads past two more tables, the other out into the sun.")
    f.panel(0, 0, 640, 420, "sky")
    f.circle((548, 74), 38, "cream")
    f.p("M0 150Q120 92 262 138T520 118T640 138V420H0Z", "sage")
    f.p("M0 210Q170 150 360 196T640 176V420H0Z", "sage2")
    way = "M-10 392Q150 402 250 366T300 300Q350 256 420 264"
    f.line(way, "sand", 44)
    f.line("M404 266Q500 280 560 330T660 384", "sand", 38)
    f.line("M414 264Q470 240 500 196T552 142", "sand", 24)
    f.line("M540 158Q552 142 566 134", "sand", 16)
    for x, y in ((64, 388), (164, 390), (254, 358), (300, 304)):
        stone(f, x, y)
    for x, y in ((520, 304), (598, 362)):
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
                "Two slices through a leg, side by side: skin on top, muscle under it, and a large artery along the bottom. Left, a hand rubs the skin: the skin glows, the muscle under the hand glows a little, and the artery stays as narrow as before. Right, a foot walks: the muscle glows all through, and the artery is wide.")
    for i, ground in enumerate(("wall2", "wall")):
        x = i * 326
        f.panel(x, 0, 314, 400, ground)
        f.g((x, 0))
        f.skin(2, 1)
        f.p("M0 150H314V420H0Z", "muscle2")
        f.p("M0 150H314V184H0Z", "s")
        f.p("M0 184H314V206H0Z", "fat")
        f.p("M0 206H314V212H0Z", "fascia")
        f.p("M0 212H314V320H0Z", "muscle")
        for y in (232, 254, 276, 298):
            f.line(f"M-4 {y}q80 8 160 0t160 0", "muscle2", 3.4, ' opacity=".7"')
        if not i:
            warm = f.fade((150, 150), (150, 190), "artery", .75)
            f.raw(f'<path fill="{warm}" d="M52 150H262Q256 186 156 188Q58 186 52 150Z"/>')
            little = f.fade((150, 214), (150, 262), "glow", .75)
            f.raw(f'<path fill="{little}" d="M92 214H216Q206 262 154 262Q102 262 92 214Z"/>')
        else:
            strong = f.fade((150, 214), (150, 330), "glow", .95)
            f.raw(f'<path fill="{strong}" d="M0 214H314V320H0Z"/>')
        r = 27 if i else 13
        f.p(f"M0 {360 - r - 4}H314V{360 + r + 4}H0Z", "stop")
        f.p(f"M0 {360 - r}H314V{360 + r}H0Z", "artery")
        for j in range(7 if i else 3):  # what flows in it
            f.ell((24 + j * 44 if i else 150 + j * 62, 360 + (9 if i and j % 2 else -7 if i else 0)), 9, 5.5, "rose")
        f.end()
        if not i:
            for y, words, k in ((175, "skin", "shade"), (306, "muscle", "sheet"), (368, "artery", "sheet")):
                f.label((16, y), words, size=26, colour_name=k)
        if not i:
            f.skin(4, 1)
            f.p(cap((326, 20), 34, (236, 110), 22, 3, 2), "s")
            hand(f, (240, 108), 132, 162, -1, "side", .98)
            f.p(cap((366, -20), 50, (300, 46), 36), "sand")
            f.end()
        else:
            f.skin(2, 1)
            f.p(cap((136, -24), 40, (152, 90), 23, 2, 6), "s")
            f.p(smooth([(124, 66), (120, 120), (116, 140), (128, 149, .5), (180, 150), (232, 150, .5), (242, 138), (222, 124), (192, 112), (176, 76)]), "teal")
            f.p("M118 140H240Q246 150 236 150H126Q116 150 118 140Z", "sheet")
            f.line("M184 98L200 108M178 108L190 116", "sheet", 4)
            f.p("M92-10H186L178 62Q152 74 118 60Z", "navy")
            for j in range(3):
                f.circle((262 + j * 17, 138 - j * 3), 5 - j, "action")
            f.end()
        f.end()
        f.end()
    return f
