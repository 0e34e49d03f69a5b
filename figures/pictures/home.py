"""Draws pictures of people who help themselves, or massage each other, at home."""

from __future__ import annotations

from figures.bodies import Look, Pose, bare_arm, collar, neck_side, person, sleeve
from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, limb, mirrored, n, smooth, xy
from figures.hands import hand, resting_hand, shoe
from figures.heads import head
from figures.pictures.body import forbidden
from figures.registry import coarse, picture
from figures.things import cat, dog_sits, framed, lamp, mug, pillow, step_dots, wheelchair


def ball(f: Drawing, at: Point, rx: float, ry: float) -> None:
    """Draw a soft ball with seams."""
    f.g(at)
    f.ell((0, 0), rx, ry, "sand")
    f.line(f"M{n(-rx * .62)} {n(-ry * .78)}Q{n(rx * .1)} 0 {n(-rx * .62)} {n(ry * .78)}M{n(rx * .62)} {n(-ry * .78)}Q{n(-rx * .1)} 0 {n(rx * .62)} {n(ry * .78)}", "sheet", 2.6)
    f.end()


@picture
def ball_wall() -> Drawing:
    f = Drawing(
        "ball-wall",
        480,
        420,
        "A soft ball between you and the wall",
        "Left, from the side: a large man leans back on a brick wall, his feet a step in front of it, knees bent, a hand on his thigh. The fleshy part of his buttock squeezes a small ball against the wall. Right, two close views of his back, one place in each: the ball on the buttock, or beside the spine just above the hip bone. A red net covers the spine: stay off it. A small dog looks up at the ball.",
    )
    f.panel(0, 0, 480, 420, "wall2", 24)
    f.rect(0, 384, 480, 36, "floor")
    u, G = 50, 396
    f.rect(0, 0, 92, 384, "rose")
    f.line("".join(f"M0 {y}H92" for y in range(24, 384, 30)) + "".join(f"M{x} {y - 30}v30" for j, y in enumerate(range(24, 400, 30)) for x in ((14, 66) if j % 2 else (40,))), "rose2", 3)
    f.rect(92, 0, 5, 384, "rose2")
    f.ell((186, G), 86, 7, "shade", ' opacity=".14"')
    # the figure seen from the side, drawn without `person`: the ball, the far leg, the near leg with the buttock, the trunk, head and neck, the near arm, which hides the far one
    ball(f, (108, 253), 11, 15)
    f.skin(1, 1)
    leg: list[Node] = [(120, 205, .4), (114.6, 225), (114, 244), (117.5, 259), (127, 271), (142, 279, .8), (160, 285), (177, 294), (190, 307, .8), (192, 320), (189, 336), (190, 352), (194, 379, .2),
                       (217, 379, .2), (218.6, 352), (223, 328), (227.6, 312), (228.6, 300), (224, 288), (213, 269), (202, 248), (193, 228), (184, 205, .4)]
    shoe(f, (213, 381), u, 1, 0, "rust2")
    f.p(smooth([(190, 230, .3), (150, 260), *((x + 11, y - 2, *r) for x, y, *r in leg[6:20])]), "navy2")
    shoe(f, (200, 383), u, 1, 0, "rust")
    f.p(smooth(leg), "navy")
    f.line("M122 265Q132 274 147 272M221 293Q225 301 222 309", "navy2", 2.6)  # below the buttock, and the kneecap
    neck_side(f, (139, 101), (149, 70), u, 1, 2)
    f.p(smooth([(123, 101, .4), (151, 103, .4), (167, 117), (179, 142), (189, 170), (196, 196), (195, 218), (189, 233, .3), (152, 236), (114, 230, .3), (112, 210), (109, 186), (106, 160), (105, 138), (110, 116)]), "sage")
    collar(f, (138, 102), 1, u, "sage2")
    f.line("M115 222Q125 216 128 206M190 206Q182 213 176 211", "sage2", 2.6)
    head(f, (149, 70), 59, 2, 1, "side", "short", "glad", "smile", nose=1, jaw=3, marks="mole")
    # the near arm: the elbow points back, the forearm is widest below it and narrow at the wrist, the hand lies on the thigh
    hand(f, (181, 228), u, 50, 1, "hang", .84)
    f.p(smooth([(121, 150, .4), (119.6, 168), (120, 184), (123, 196), (130, 205.6, .8), (142, 213), (158, 222), (178, 233.4, .4), (185, 223.4, .4), (172, 210), (161, 199.6), (153, 188, .9), (150.6, 174), (151, 150, .4)]), "s")
    f.line("M125 192Q128.500 198 128 203", "d", 2.4)
    f.p(smooth([(131, 110, .8), (121, 120), (115.6, 138), (115, 170, .2), (155.5, 168, .2), (155, 140), (150.6, 122), (142, 111)]), "sage")
    f.line("M115.8 146L115.4 170Q136 172.500 155.300 168Q156 146 152 130", "sage2", 2.4)
    f.end()
    f.g((374, G - 1), s=.92)
    dog_sits(f, 0, 0, -1)
    f.end()
    # two views of the man from behind, from the shoulders to the thighs, each with the ball at a different spot
    for top, spot in ((22, (31, 148)), (170, (-33, 194))):
        f.panel(262, top, 198, 140, "sky", 16)
        f.g((361, top + 231), s=.84)
        from_behind(f, spot)
        f.end()
        f.end()
    return f.end()


def from_behind(f: Drawing, spot: Point) -> None:
    """Draw a large man from behind, from the neck to the thighs, with a massage ball at `spot` and a red net over his spine, where
    the ball must not press. The ground is at y = 0, and he is 376 units tall.
    """
    f.skin(1, 1)
    for s in (-1, 1):  # the arms, which reach forwards to the thighs
        f.p(limb((s * 64, -236), 17, (s * 76, -203), 15.4, (s * 59, -134), 10.4, lower=(2.4, 2.4)), "s")
        f.line(f"M{s * 88}-206Q{s * 86}-199 {s * 80}-198", "d", 2.6)
        f.p(smooth([(s * a, -b, *r) for a, b, *r in ((0, 200, .2), (62, 200, .4), (68, 172), (70, 148), (67, 116), (60, 84), (54, 40, .2), (8, 40, .2), (5, 116), (0, 122, .2))]), "navy")
    f.p(cap((0, -288), 19, (0, -330), 15), "d")
    half: list[Node] = [(-17, 310), (-24, 302), (-40, 296), (-58, 290), (-70, 274), (-73, 258), (-64, 236), (-62, 218), (-65, 196), (-68, 176, .4), (-36, 172), (0, 171)]
    f.p(smooth([(a, -b, *r) for a, b, *r in mirrored(half)]), "sage")
    f.line("M0-146V-126M4-124Q10-108 30-108Q46-109 55-119M-4-124Q-10-108-30-108Q-46-109-55-119", "navy2", 3.4)
    f.line("M-61-216Q-50-209-38-211M61-216Q50-209 38-211M-63-190Q-54-185-46-186M63-190Q54-185 46-186", "sage2", 3)
    for s in (-1, 1):  # the sleeves
        f.p(smooth([(s * a, -b, *r) for a, b, *r in ((44, 292, .4), (64, 286), (77, 268), (84, 236), (85, 226, .2), (53, 220, .2), (49, 250), (46, 270))]), "sage")
        f.line(f"M{s * 49}-262Q{s * 52}-244 {s * 52.5}-222L{s * 84}-227", "sage2", 3)
    forbidden(f, [cap((0, -290), 8, (0, -152), 6)], (-10, -302, 20, 160), 10)
    ball(f, (spot[0], -spot[1]), 15, 15)
    f.end()


@picture
@coarse(.4)
def getting_moving() -> Drawing:
    f = Drawing("getting-moving", 640, 634, "Two minutes count", "Four small pictures of one woman. She pushes herself up from an armchair. She takes a few steps along the garden path. She lays a hand on the post of the garden gate; a bird sits there. She comes back to her door with a smile; a cat waits for her.")
    u = 36

    look = Look(3, "afro", 3, "plum", "navy", sleeves=1.75, wide=1.2, chest=.14, belly=.2, seat=.1, limbs=1.15, face={"nose": -2, "lips": 1})

    W, H = 310, 307
    O = [(0, 0), (330, 0), (0, 327), (330, 327)]
    f.panel(*O[0], W, H, "wall")
    # frame 1: a woman gets up from a chair
    ox, oy = O[0]
    G = oy + 284
    f.rect(ox, G - 14, W, 40, "floor")
    f.p(smooth([(ox + 24, G - 120), (ox + 40, G - 142), (ox + 72, G - 140), (ox + 82, G - 116), (ox + 86, G - 60), (ox + 30, G - 40)]), "rust")
    f.rect(ox + 28, G - 70, 110, 52, "rust", 14)
    f.rect(ox + 36, G - 20, 10, 20, "wood2", 3)
    f.rect(ox + 120, G - 20, 10, 20, "wood2", 3)
    lamp(f, ox + 255, G, 190)
    framed(f, ox + 24, 30, 56, 60, "vase")
    f.ell((ox + 130, G + 1), 110, 5, "shade", ' opacity=".12"')

    def armrest() -> None:
        f.rect(ox + 66, G - 82, 76, 20, "rust2", 10)
        f.rect(ox + 118, G - 70, 22, 50, "rust2", 8)
    rises = Pose((0, 2.7), (1.36, 4.68), ((1.26, .27), (1.02, .27)), ((.3, 2.58), None), head=(.44, .6), rot=8, eyes="open")
    person(f, (ox + 108, G), u, look, rises, before_arm=armrest, arms=False)
    f.skin(3, 3)  # her near arm, which pushes her up
    hand(f, (113, 198), u, 4, 1, "side", .86)
    f.p(smooth([(136, 121, .8), (122, 137), (104, 151), (88, 160), (81, 168, .8), (85, 177), (96, 189), (106, 196.5, .3), (121, 189, .3), (112, 180), (105, 172, .8), (113, 165), (130, 155), (146, 143), (155, 130), (152, 119)]), "plum")
    f.line(smooth([(120, 189), (112, 180), (105, 172, .8), (113, 165), (130, 155), (146, 143), (155, 130), (154, 122)], closed=False) + smooth([(134, 124), (123, 136), (112, 145)], closed=False) + "M83 170Q89 170 91 165", "plum2", 2)
    f.end()
    # frame 2: the woman walks a few steps
    def outside(ox, oy, G):
        f.p(f"M{ox} {G - 70}Q{ox + 90} {G - 110} {ox + 170} {G - 84}T{ox + W} {G - 96}V{G}H{ox}Z", "sage")
        f.p(f"M{ox} {G - 16}H{ox + W}V{oy + H - 20}Q{ox + W} {oy + H} {ox + W - 20} {oy + H}H{ox + 20}Q{ox} {oy + H} {ox} {oy + H - 20}Z", "sand")

    def door(ox, oy, G):
        f.p(f"M{ox + 20} {oy}H{ox + 70}V{G - 14}H{ox}V{oy + 20}Q{ox} {oy} {ox + 20} {oy}Z", "cream")
        f.rect(ox - 6, oy - 12, 62, G - oy, "rust", 4)
        f.line(f"M{ox + 6} {oy + 12}H{ox + 44}V{oy + 112}H{ox + 6}M{ox + 6} {G - 30}V{G - 84}H{ox + 44}V{G - 30}Z", "rust2", 3)
        f.circle((ox + 48, G - 112), 4, "sand")
        f.rect(ox, G - 16, 84, 10, "wood", 3)

    step_dots(f, O[0][0] + W / 2, O[0][1] + H - 9, 1)
    f.end()
    f.panel(*O[1], W, H, "wall2")
    ox, oy = O[1]
    G = oy + 288
    outside(ox, oy, G)
    door(ox, oy, G)
    f.ell((ox + 166, G + 1), 66, 5, "shade", ' opacity=".12"')
    out = Pose((0, 3.6), (.16, 6.04), ((.88, .34), (-.76, .45)), ((-.62, 3.12), (1.3, 3.3)), hands=(("hang", 84), ("hang", 46)), feet=(-12, 32), eyes="open", head=(.28, .68))
    person(f, (ox + 168, G), u, look, out, view="three")
    f.line(f"M{ox + 262} {G - 16}q-3-14-1-22M{ox + 280} {G - 16}q3-10 1-16M{ox + 294} {G - 16}q-2-14 0-24", "leaf", 3)
    for x, y, k in ((261, 40, "rose"), (281, 33, "cream"), (294, 42, "rose")):
        f.circle((ox + x, G - y), 6.5, k)
        f.circle((ox + x, G - y), 2.6, "sand")
    # frame 3: the woman touches the garden gate
    step_dots(f, O[1][0] + W / 2, O[1][1] + H - 9, 2)
    f.end()
    f.panel(*O[2], W, H, "wall2")
    ox, oy = O[2]
    G = oy + 288
    outside(ox, oy, G)
    for x in (272, 296):
        f.p(f"M{ox + x} {G - 4}V{G - 92}L{ox + x + 7} {G - 102}L{ox + x + 14} {G - 92}V{G - 4}Z", "sheet")
    f.rect(ox + 262, G - 80, 60, 9, "sheet")
    f.rect(ox + 262, G - 36, 60, 9, "sheet")
    f.p("".join(f"M{ox + x} {G - 8}V{G - y}q5-7 10 0V{G - 8}Z" for x, y in ((198, 92), (211, 99), (224, 99), (237, 92))), "rust")
    f.rect(ox + 194, G - 82, 58, 8, "rust2", 2)
    f.rect(ox + 194, G - 32, 58, 8, "rust2", 2)
    f.circle((ox + 202, G - 60), 4, "sand")
    for x in (178, 250):  # two posts, with the gate between them
        f.p(f"M{ox + x} {G}V{G - 124}Q{ox + x + 8} {G - 134} {ox + x + 16} {G - 124}V{G}Z", "wood2")
    f.ell((ox + 126, G + 1), 50, 5, "shade", ' opacity=".12"')
    b = (ox + 260, G - 138)
    f.p(smooth([(b[0] - 14, b[1] + 2), (b[0] - 4, b[1] - 8), (b[0] + 6, b[1] - 16), (b[0] + 15, b[1] - 12), (b[0] + 14, b[1]), (b[0] + 2, b[1] + 9), (b[0] - 12, b[1] + 8), (b[0] - 26, b[1] + 6)]), "rust")
    f.circle((b[0] + 9, b[1] - 9), 1.8, "navy2")
    f.p(f"M{b[0] + 15} {b[1] - 11}l7 3l-7 2Z", "sand2")
    touches = Pose((0, 3.68), (.12, 6.12), ((.32, .27), (-.28, .27)), ((1.25, 3.8), (1.02, 3.44)), hands=(("side", 12), ("hang", 60)), eyes="glad", mouth="grin", head=(.28, .68), rot=2)
    person(f, (ox + 128, G), u, look, touches, view="three")
    # frame 4: the woman is home again
    step_dots(f, O[2][0] + W / 2, O[2][1] + H - 9, 3)
    f.end()
    f.panel(*O[3], W, H, "wall2")
    ox, oy = O[3]
    G = oy + 288
    outside(ox, oy, G)
    door(ox, oy, G)
    f.ell((ox + 206, G + 1), 66, 5, "shade", ' opacity=".12"')
    back = Pose((0, 3.6), (.16, 6.04), ((-.76, .45), (.88, .34)), ((1.16, 3.4), (-.66, 3.34)), hands=(("hang", 48), ("hang", 88)), feet=(32, -12), eyes="open", mouth="laugh", head=(.28, .68))
    person(f, (ox + 208, G), u, look, back, -1, view="three")
    cat(f, ox + 96, G - 4)
    step_dots(f, O[3][0] + W / 2, O[3][1] + H - 9, 4)
    f.end()
    return f


@picture
@coarse()
def partner_massage() -> Drawing:
    f = Drawing(
        "partner-massage",
        640,
        610,
        "A massage from someone close, in four steps",
        "Four pictures of a couple at home; he uses a wheelchair, she sits the wrong way round on a chair. They try the sign for stop: she lifts a hand, the palm to him, and his open hands are off her back. He rubs his hands warm. His flat hands glide up beside her spine. He asks, lighter or firmer: a hand flat on the skin, and one in a dent. She smiles.",
    )
    W, H = 310, 295
    O = [(0, 0), (330, 0), (0, 315), (330, 315)]
    he = Look(4, "crop", 1, "teal", "navy", sleeves=.55, wide=1.04, face={"beard": True, "nose": -1, "lips": 2})
    her = Look(2, "long", 1, "rose", "plum", sleeves=1.7, wide=1.02, chest=.06, shoes="shade")
    u, G = 44.0, 274.0
    # both are seated, he behind her; she sits the wrong way round on a chair, with a cushion between her chest and the back of the chair

    def giver(wrists: tuple[Point, Point], rots: tuple[float, float], eyes: str, mouth: str, kind: str, back: float = 0) -> None:
        wheelchair(f, 246, G, u, -1, "back")
        pose = Pose((.04, 2.1), (.1 - back, 4.58), ((1.42, .36), (1.34, .36)), wrists, hands=((kind, rots[0]), (kind, rots[1])), head=(.28, .68), rot=3, eyes=eyes, mouth=mouth)
        person(f, (246, G), u, he, pose, -1, view="three")
        wheelchair(f, 246, G, u, -1, "front")

    def sitter(*, stop: bool) -> None:
        f.rect(60, G - 74, 7, 74, "wood2", 2).rect(128, G - 74, 7, 74, "wood2", 2)
        f.line(f"M63 {n(G - 70)}L53 {n(G - 150)}", "wood2", 8)
        f.line(f"M44 {n(G - 150)}H62", "wood", 12)  # the top rail of the chair's back
        f.rect(55, G - 77, 84, 10, "sand2", 5)
        c7 = (.82, 4.56)
        pose = Pose((0, 2.12), c7, ((1.9, .27), (1.98, .27)), (None, None), head=(.26, .66), rot=4, slump=.02,
                    eyes="open" if stop else "glad", mouth="small" if stop else "grin")

        def cushion() -> None:
            f.g((73, G - 142), 5)
            pillow(f, 0, 0, 27, 70, "cream")
            f.end()
        person(f, (120, G), u, her, pose, -1, before_arm=cushion, view="three")
        f.skin(2, 1)
        sh = (120 - c7[0] * u + 24, G - c7[1] * u + 15)
        if stop:  # her arm reaches back to him, the palm upright between them
            hand(f, (184, 101), u, -86, 1, "side", .86)
            f.p(smooth([(168, 104, .3), (179, 97, .6), (189, 100, .6), (177, 114, .3)]), "s")
            f.p(smooth([(90, 90, .6), (99, 82), (111, 88), (124, 106), (136, 122, .7), (168, 101, .3), (177, 112, .3), (146, 144), (136, 149, .9), (126, 144), (95, 108)]), "rose")
            f.line("M96 108L125 143", "rose2", 3)
        else:  # she hugs the cushion
            el, wr = (sh[0] - 3, sh[1] + 58), (57.0, G - 132)
            bare_arm(f, sh, el, wr, u)
            hand(f, wr, u, 200, -1, "grip", .86)
            sleeve(f, sh, el, wr, u, "rose", 1.68)
            f.line(f"M{xy((sh[0] + 10, sh[1] + 14))}Q{xy((el[0] + 13, el[1] - 20))} {xy((el[0] + 7, el[1] + 6))}", "rose2", 3)
        f.end()

    def dots(i: int) -> None:
        step_dots(f, O[i][0] + W / 2, O[i][1] + H - 17, i + 1)
        f.end()

    # frame 1: the woman raises a hand to say stop
    f.panel(*O[0], W, H, "wall2")
    f.g((18, 36), s=.84)
    f.ell((170, G + 2), 160, 6, "shade", ' opacity=".12"')
    f.g((22, 0))
    giver(((.98, 2.94), (1.2, 3.3)), (8, -6), "open", "smile", "flat", back=.2)
    f.end()
    sitter(stop=True)
    f.end()
    dots(0)
    # frame 2: the man warms his hands
    f.panel(*O[1], W, H, "wall")
    f.g(O[1])
    f.rect(244, 78, 80, 9, "wood", 4)
    mug(f, 270, 78, "rust")
    f.line("M290 297V226H311", "steel", 10)
    f.p(cap((286, 246), 9, (288, 300), 9), "sage2")
    f.skin(4, 1)
    hand(f, (149, 180), 71, -94, -1, "over", 1.04, "d")
    f.p(smooth([(140, 178, .4), (133, 200), (124, 224), (123, 242), (129, 259, .8), (141, 263, .9), (162, 249), (196, 222, .4), (188, 190, .4), (168, 208), (156, 217, .6), (160, 200), (161, 178, .4)]), "d")
    f.p("M205 150Q178 176 158 206Q170 224 186 234L206 220Z", "teal2")
    f.p("M96 297Q130 278 196 272V297Z", "navy")
    f.p(smooth([(211, 113, .4), (207, 133), (227, 143), (251, 131, .5), (247, 80, .4), (217, 80, .4)]), "s")
    f.p(smooth([(206, 129, .4), (225, 140), (249, 121, .4), (270, 135), (282, 160), (286, 227), (275, 300, .4), (187, 300, .4), (183, 233), (187, 170), (195, 147)]), "teal")
    f.line("M206 129Q222 151 248 122", "teal2", 7)
    head(f, (213, 83), 84, -8, -1, "three", "crop", "glad", "smile", beard=True, nose=-1, lips=2)
    hand(f, (165, 178), 71, -97, -1, "over", 1.04)
    f.p(limb((172, 167), 9.4, (181, 150), 8, (178, 133), 5.4), "s")  # the thumb, which lies along the first finger
    f.line("M168 163Q173 151 173 137", "l", 1.6)
    f.p(smooth([(262, 204, .4), (255, 228), (244, 249), (232, 263, .8), (218, 262, .9), (198, 244), (184, 223), (170, 202), (155, 182, .5), (175, 172, .5), (189, 187), (203, 200), (214, 208, .5), (219, 202), (222, 190, .4)]), "s")
    f.p(smooth([(238, 136, .5), (260, 133), (276, 146), (281, 170), (275, 194), (265, 212, .3), (218, 195, .3), (222, 172), (229, 152)]), "teal")
    f.line("M230 150Q220 172 218 195Q242 210 265 212Q277 194 280 172", "teal2", 3.4)
    f.end()
    for x, y in ((112, 106), (127, 96), (142, 92)):  # they get warm
        f.line(f"M{x} {y}q-5-6 0-12t0-12", "rust", 3.4)
    f.way([(108, 160), (105, 146), (103, 130)], 5, on_wall=True).way([(105, 146), (108, 160), (112, 176)], 5, on_wall=True)  # to and fro
    f.end()
    dots(1)
    # frame 3: the man's hands lie flat beside the woman's spine
    f.panel(*O[2], W, H, "wall")
    ox, oy = O[2]
    f.g((ox + 155, oy + 172), 0, 0.66)
    f.rect(-165, -260, 330, 215, "cream", 36)
    f.skin(2, 1)
    for s in (-1, 1):  # the woman's arms: her elbows are bent, and her forearms reach around the cushion
        f.g(sx=s)
        f.p(smooth([(90, -114), (118, -108), (136, -86), (141, -54), (134, -10), (136, 28), (143, 66), (142, 100, .8), (128, 116, .8), (104, 112), (80, 96), (80, 0)]), "rose2")
        f.end()
    f.p(cap((0, -120), 32, (0, -170), 30), "d")
    f.p(smooth([(-34, -146), (-62, -136), (-106, -116), (-124, -84), (-108, -40), (-92, 10), (-84, 80), (-96, 150), (-100, 220), (100, 220), (96, 150), (84, 80), (92, 10), (108, -40), (124, -84), (106, -116), (62, -136), (34, -146), (0, -132)]), "rose")
    head(f, (0, -204), 110, 0, 1, "back", "bob")
    f.line("M0-92Q-3 0 0 140", "rose2", 5)
    f.p("M-97 152Q0 164 97 152L112 260H-112Z", "plum")
    f.line("M-46-138Q0-116 46-138M-93 144Q0 156 93 144", "rose2", 8)  # the neckband and the hem of her jumper
    f.end()
    g = f.fade((0, 0), (0, 170), "glow", 0.9)
    for s in (-1, 1):
        f.raw(f'<path fill="{g}" opacity=".7" d="M{s * 60 - 22} 0Q{s * 46 - 24} 100 {s * 38 - 20} 170H{s * 38 + 20}Q{s * 46 + 24} 100 {s * 60 + 22} 0Z"/>')
        f.way([(s * 66, -78), (s * 74, -98), (s * 92, -112)], 7)
    f.skin(4, 1)
    for s in (-1, 1):
        f.g(sx=s)
        hand(f, (76, 36), 110, -100, 1, "flat", 0.94)
        f.p(smooth([(64, 18, .4), (62, 46), (66, 80), (76, 120), (94, 180), (110, 240), (176, 240), (161, 190), (146, 148), (126, 108), (104, 76), (91, 48), (87, 16, .4)]), "s")
        f.end()
    f.end()
    f.end()
    dots(2)

    # 4. he asks whether to press more softly or more firmly
    f.panel(*O[3], W, H, "wall2")
    f.g((O[3][0] + 40, O[3][1] + 86), s=.68)
    f.ell((170, G + 2), 160, 6, "shade", ' opacity=".12"')
    f.g((-3, 0))  # nearer to her
    giver(((2.45, 3.7), (2.56, 3.92)), (-58, -56), "glad", "open", "side")
    f.end()
    sitter(stop=False)
    f.end()
    f.g(O[3])  # a speech bubble with two hands: one presses lightly, one firmly
    f.p("M156 78L170 104L186 78Z", "sheet")
    f.panel(8, 8, 294, 80, "sheet", 34)
    f.skin(4, 1)  # a flat hand on flat skin, and the same hand in a dent
    resting_hand(f, (52, 61), 62)
    resting_hand(f, (154, 76), 62)
    f.end()
    f.skin(2, 1)
    f.p(smooth([(0, 61, .3), (118, 61, .4), (138, 66), (152, 76, .7), (180, 77), (206, 76, .7), (222, 66), (240, 61, .4), (310, 61, .3), (310, 96, .3), (0, 96, .3)]), "s")
    f.end()
    f.way([(240, 20), (240, 34), (240, 48)], 5, on_wall=True).way([(222, 48), (222, 34), (222, 20)], 5, on_wall=True)
    f.line("M258 30q0-10 10-10q11 0 11 10q0 7-10 10v3", "mark", 5.4)
    f.circle((269, 52), 3.2, "mark")
    f.end()
    f.end()
    dots(3)
    return f
