"""Draws pictures of people who help themselves, or massage each other, at home."""

from __future__ import annotations

from typing import Any

from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, mirrored, n, smooth
from figures.hands import LONG, PALM_LINES, RAISED_PALM, TOGETHER, digits, hand, shoe, whole_hand
from figures.heads import head
from figures.pictures.body import forbidden
from figures.registry import coarse, picture
from figures.things import cat, dog_sits, framed, lamp, step_dots


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
        "Left, from the side: a large man leans back on a brick wall, his feet a step in front of it, knees a little bent, a hand on his thigh. The fleshy part of his buttock squeezes a small ball against the wall. Right, two close views of his back, one place in each: the ball on the buttock, or beside the spine just above the hip bone. A red net covers the spine: stay off it. A small dog looks up at the ball.",
    )
    f.panel(0, 0, 480, 420, "wall2", 24)
    f.rect(0, 384, 480, 36, "floor")
    u, G = 50, 396
    f.rect(0, 0, 92, 384, "rose")
    f.line("".join(f"M0 {y}H92" for y in range(24, 384, 30)) + "".join(f"M{x} {y - 30}v30" for j, y in enumerate(range(24, 400, 30)) for x in ((14, 66) if j % 2 else (40,))), "rose2", 3)
    f.rect(92, 0, 5, 384, "rose2")
    f.ell((180, G), 86, 7, "shade", ' opacity=".14"')
    # the man seen from the side, drawn without `person`, from back to front; the near arm hides the far arm
    f.skin(1, 1)
    leg: list[Node] = [(124, 196, .4), (117, 206), (112.6, 217), (113, 226), (117, 231), (119, 238), (117, 246),
        (118, 253), (124, 261, .8),
        (133, 267.6, .7), (148, 278), (162, 291), (172.6, 303), (174.6, 312), (171.4, 328), (172.6, 346), (178, 379, .2),
        (203, 379, .2), (205, 352), (207, 328), (209.6, 313), (211.4, 303), (208.6, 292, .8), (201, 277), (192, 259),
        (184, 240),
        (178, 222), (172, 196, .4)]
    # the far leg is nearly behind the near one
    shoe(f, (195, 381), u, 1, 0, "rust2")
    f.p(smooth([(178, 262, .3), *((x + 8, y - 2, *r) for x, y, *r in leg[13:23]), (204, 266), (192, 244, .3),
        (182, 240, .3)]), "navy2")
    shoe(f, (185, 383), u, 1, 0, "rust")
    f.p(smooth(leg), "navy")
    f.line("M125 263Q137 270 148 265M203.500 289Q208 296 206 305Q203 310 198 310", "navy2", 2.4)  # fold and kneecap
    ball(f, (107.6, 238), 11.4, 12.4)
    f.g((-19.3, 13.6), -5)  # trunk, head and arm lean back from the hips
    # his head from the side, and his neck, as one outline: brow, nose, lips, chin, throat; then the nape
    f.g((153, 62.5), 1, .48)
    f.p(smooth([(-10, -40, .3), (20, -45), (34, -40), (40.6, -30), (42.6, -21), (43.4, -14), (41, -8, .8), (43, -2), (47, 5),
        (51.6, 12),
        (52.6, 15.6, 1.2), (49.6, 18.8), (44.4, 20, .6), (43.8, 23), (46, 26.6), (46.6, 29, .9), (43.6, 30.8, .3), (46, 33.4),
        (45, 36.4, .9), (42, 38.6, .8),
        (43.8, 43), (43, 48.6), (38.6, 52.6), (31, 53.6), (20, 52), (10, 54), (3, 59), (-2, 68), (-7, 96, .3),
        (-62, 90, .3), (-55, 74), (-46, 56), (-40, 36), (-38, 10, .3)]), "s")
    f.p(smooth([(20, 52, .3), (8, 47.6), (-4, 41), (-14, 30, .3), (-12, 48), (-6, 66), (-3, 72, .3), (3, 59), (10, 54)]), "d")
    f.p(smooth([(38.6, 30, .3), (42, 27.4), (46, 26.8), (46.6, 29, .9), (43.6, 30.8, .3), (46, 33.4), (45, 36.4, .9),
        (41, 34.6)]), "rose2", ' opacity=".5"')
    f.line("M43.600 30.800Q38 33 32 27.600", "l", 2.6, ' opacity=".8"')
    f.ell((17, 13), 9, 6.4, "blush", ' opacity=".22"')
    f.line("M20.500-2.500Q27-10 33.500-2.500", "l", 3.2)
    f.line("M20-18Q29-24.500 37.500-17", "l", 2.8)
    f.circle((18, 27), 2.2, "l")
    f.p(smooth([(40, -31, .3), (33, -53), (4, -60), (-31, -53), (-52, -26), (-51, 6), (-43, 24, .8), (-33, 30, .7), (-19, 21),
        (-5, 11, .5), (2, 12, .3), (5, -2), (9, -17, .7), (18, -28), (30, -30)]), "h")
    f.ell((-6, 4), 9, 12.5, "s")
    f.line("M-9-2Q-1-3-4 9", "l", 2.6)
    f.end()
    # his back leans to the wall, rounded at the shoulder blade and hollow at the waist; in front, chest and belly
    f.p(smooth([(121.6, 103, .4), (112, 113), (107, 128), (106.4, 143), (109.6, 158), (115.4, 173), (118.6, 187),
        (117, 200), (113.6, 214, .3),
        (146, 222), (181, 224, .3), (187.6, 212), (188.4, 198), (183.6, 182), (176.6, 168), (173.6, 158), (173, 145),
        (168.6, 129),
        (160, 116), (149, 108.6, .4)]), "sage")
    f.p("M121.600 103.400Q136 120 149.400 109L150 101H124Z", "s")
    f.line("M121.600 103Q136 120 150 108.600", "sage2", 4)
    f.line("M173 160Q168 164 161 163M186 206Q179 210 172 208M118.500 190Q125 193 130 191", "sage2", 2.6)
    # the near arm, from the shoulder in the middle of the trunk: the elbow points back, the hand lies on the thigh
    whole_hand(f, (172, 246), u, 58, 1, size=.86, low=6, fingers=TOGETHER, arm=[(163, 245), (154, 235), (143.6, 223),
        (132.6, 211.6),
        (126.4, 204.4, .7), (125, 194), (124.6, 178), (124, 150, .3), (156, 150, .3), (155, 170), (152.4, 184),
        (151.6, 193, .8),
        (158, 204), (168, 219), (174, 231), (176.6, 238)])
    f.line("M131 197.600Q134.600 200.600 134 206", "d", 2.2)
    f.p(smooth([(150, 118, .6), (139, 117), (130, 120), (124.6, 127), (122, 139), (121.6, 152), (122.6, 166, .3),
        (138, 170), (158, 165.6, .3), (159, 150), (158, 136), (155, 123)]), "sage")
    f.line(smooth([(128, 122), (123.6, 131), (121.6, 144), (122.6, 166.4, .3), (138, 170), (158, 166, .3),
        (159.2, 150), (157, 132)], closed=False), "sage2", 2.4)
    f.end()
    f.end()
    f.g((374, G - 1), s=.92)
    dog_sits(f, 0, 0, -1)
    f.end()
    # two views of the man from behind, from the shoulders to the thighs, each with the ball at a different spot
    for top, spot in ((22, (37, 137)), (170, (-33, 194))):
        f.panel(262, top, 198, 140, "sky", 16)
        f.g((361, top + 225), s=.84)
        from_behind(f, spot)
        f.end()
        f.end()
    return f.end()


def from_behind(f: Drawing, spot: Point) -> None:
    """Draw a large man from behind, from the neck to the thighs, with a massage ball at `spot` and a red net over his spine, where
    the ball must not press. The ground would be at y = 0, and the whole man would be 376 units tall.
    """
    f.skin(1, 1)
    for s in (-1, 1):  # the arms: the elbows stand out, and the hips hide the forearms, whose hands lie on the thighs
        f.p(smooth([(s * a, -b, *r) for a, b, *r in ((58, 256, .4), (61, 236), (68, 220), (73, 206), (71, 196, .7), (62, 182),
            (52, 168, .4), (52, 148, .4), (66, 152), (78, 168), (88, 185), (95, 196), (97, 206, .8), (96, 218), (93, 232), (84, 256,
                .4))]), "s")
        f.line(f"M{s * 84}-212Q{s * 85}-204 {s * 90}-203Q{s * 94}-204 {s * 95}-208", "d", 2.4)  # the point of the elbow
        f.p(smooth([(s * a, -b, *r) for a, b, *r in ((0, 190, .2), (58, 190, .4), (68, 172), (70, 148), (67, 116), (60, 84), (54, 40, .2), (0, 40, .2))]), "navy")
    f.p(cap((0, -288), 19, (0, -330), 15), "d")
    half: list[Node] = [(-17, 310), (-24, 302), (-40, 296), (-58, 290), (-70, 274), (-73, 258), (-64, 236), (-62, 218), (-65, 196), (-68, 176, .4), (-36, 172), (0, 171)]
    f.p(smooth([(a, -b, *r) for a, b, *r in mirrored(half)]), "sage")
    f.line("M-64.500-172Q0-164 64.500-172", "navy2", 6)  # the waistband
    f.line("M0-146V-90M3-122Q9-110 24-109Q36-109 45-114M-3-122Q-9-110-24-109Q-36-109-45-114", "navy2", 3)
    f.line("M-60-219Q-50-213-40-214M60-219Q50-213 40-214", "sage2", 3)
    for s in (-1, 1):  # the sleeves
        f.p(smooth([(s * a, -b, *r) for a, b, *r in ((44, 292, .4), (64, 286), (79, 270), (86, 248), (89, 238, .2),
            (72, 231), (54, 232, .2), (50, 254), (46, 272))]), "sage")
        f.line(f"M{s * 48.5}-268Q{s * 52}-252 {s * 53.5}-232Q{s * 72}-229 {s * 88.5}-238", "sage2", 3)
    forbidden(f, [cap((0, -290), 8, (0, -152), 6)], (-10, -302, 20, 160), 10)
    ball(f, (spot[0], -spot[1]), 13, 13)
    f.end()


@picture
@coarse(.4)
def getting_moving() -> Drawing:
    f = Drawing("getting-moving", 640, 634, "Two minutes count", "Four small pictures of one woman. She pushes herself up from an armchair. She takes a few steps along the garden path. She lays a hand on the post of the garden gate; a bird sits there. She comes back to her door with a smile; a cat waits for her.")
    u = 36

    face: dict[str, Any] = {"nose": -2, "lips": 1}

    def walker(ox: float, oy: float, eyes: str, mouth: str, near: str, far: str, arm: str, edge: str, far_arm: str, hands: tuple[tuple[str, float, float, float], ...], feet: tuple[tuple[float, float, float], ...], sx: int = 1) -> None:
        """Draw the woman upright, turned a little towards us. The arguments for legs and sleeves are SVG paths."""
        f.g((ox, oy), sx=sx)
        f.skin(3, 3)
        if far_arm:
            kind, x, y, rot = hands[1]
            hand(f, (x, y), u, rot, 1, kind, .82, "d")
            f.p(far_arm, "plum2")
        for path, k, (x, y, rot) in ((far, "navy2", feet[1]), (near, "navy", feet[0])):
            shoe(f, (x, y), u, 1, rot, "rust2" if k == "navy2" else "rust")
            f.p(path, k)
        f.p("M168 43L186 60Q182 68 186 74Q174 84 162 72Q166 62 168 43Z", "s")
        f.p("M172 60L190 64Q184 66 185 72Q176 68 172 60Z", "d")
        f.p("M163 70Q174 82 185 72C191 76 195 84 196.500 94C198.500 104 198 112 195.500 121C195 136 196.500 148 193 163Q168 167 145 163C150 150 148 138 148 124C148 106 150 84 163 70Z", "plum")
        f.line("M163 71Q174 83 185 73", "plum2", 3.4)
        head(f, (184, 45), 41, 0, 1, "three", "pony", eyes, mouth, **face)
        kind, x, y, rot = hands[0]
        if kind == "post":  # the palm lies on the post, and the fingers bend down over its edge
            f.p("M203.500 163C208 163.500 212 165 215 167Q217.500 171 219 174.500Q221 178 223 175Q224.300 180 226.600 179.500"
                "Q228.200 178.500 227.400 175.500Q229 180 231.200 179Q232.600 177.500 231.600 173.500Q233.200 176.800 235 175.200"
                "Q236.500 173 235.600 167.500C234.500 160.500 229.500 155.800 223 153.800C217 152 212 153.500 205 152.500Z", "s")
            f.line("M223 175L220.500 168M227.400 175.500L225 166.500M231.600 173.500L229.200 165", "l", 1)
        else:
            hand(f, (x, y), u, rot, 1, kind)
        f.p(arm, "plum")
        f.line(edge, "plum2", 2)
        f.end()
        f.end()

    strides = ("M147 158C141 174 146 186 156 197C163 204 170 212 173 221C175 234 181 246 185 256C188 264 190 269 192 275L207 272"
        "C206 254 205 242 202 228C198 208 194 186 192 160Z", "M150 184C154 202 156 214 153 226C148 240 140 251 129 264L145 274"
        "C157 261 171 247 179 231C185 218 186 204 184 188Z")
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
        # a cloth with a scalloped hem
        f.p("M106 202H132Q142 203 142 212V223q-3 5-6 0q-3 5-6 0q-3 5-6 0q-3 5-6 0q-3 5-6 0q-3 5-6 0Z", "cream")
    f.skin(3, 3)
    thigh = ("M90 170C80 181 77 196 84 208L130 220C142 220 150 220 152 226C150 240 147 256 146 271"
             "H162C168 254 172 238 175 222C177 212 174 206 166 200C156 194 142 184 124 174Z")
    f.g((15, -4))  # the far leg stands a little further forward
    shoe(f, (154, 274), u, k="rust2")
    f.p(thigh, "navy2")
    f.end()
    shoe(f, (154, 274), u, k="rust")
    f.p(thigh, "navy")
    f.p("M146 112L153 94L174 104C168 110 165 116 165 122Z", "s")
    f.p("M158 102L177 108C170 111 166 115 165 121C161 116 158 110 158 102Z", "d")
    f.p("M148 109C136 112 127 122 120 134C112 148 102 155 95 163C89 169 85.5 174 85.5 178C94 186 105 191.5 116 191.5"
        "C126 191 134 188 140 180C146 172 148 162 152 155C158 151 164 148 163 140C162 132 163 126 165 121Q155 119 148 109Z",
        "plum")
    f.line("M148 110Q155 119 165 121", "plum2", 3.4)
    head(f, (173, 93), 41, 8, 1, "side", "pony", "open", "smile", **face)
    armrest()
    # the near arm: the elbow is beside the ribs and points back; the fingers go over the front end of the armrest
    f.p("M123 182C124 190 124.500 194 125 198C124.500 203 125.500 208 126.500 212Q128.500 215.500 130.600 211.500"
        "Q131.500 217 134 217Q135.600 216.500 135 213.500Q136.500 219 138.500 218.500"
        "Q140 217.500 139.300 213.500Q141.500 217.500 143.500 216Q144.500 214 144 209"
        "C144 204 143 200 140 196.500C137 193 135.500 189 134 182Z", "s")
    f.line("M130.600 211.500L129.600 204.500M135 213.500L134 205M139.300 213.500L138.300 205.500", "l", 1)
    f.p("M146 119C140 120 132 126 125 133C118 140 112 145 110.500 151C110 157 112.500 164 115 171"
        "C117.500 178 119.500 183 121 188.500L136 185C134.500 178 132 170 131 162C136 156 146 148.500 152.500 139.500"
        "C157 133 160 129 158.500 126Z", "plum")
    f.line("M159 126C158 133 154 138 150 143C144 150 136 156 131 162C132 170 134.500 178 136 185L121 188.500"
        "C119.500 183 117.500 178 115 171C112.500 164 110 157 110.500 151C112 145 118 140 125 133", "plum2", 2)
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
    ahead = ("M176 78C190 80 197 91 200.500 101.500C203 110 205 117 208 123.400C211 130 217 145 222.800 157.200L212.200 162.800"
        "C207 155 200 144 192 130.500L184 110Z")
    steps = ((200, 276, -12), (135, 270.5, 32))
    walker(ox, oy, "open", "smile", *strides, "M162.500 72C152 73.500 147 80 143 91C139 104 131 114 125 123C121.500 128 121 132 121.500 137"
        "C122 147 123 156 124 166L137 165C137 155 138 146 141 138C150 126 162 112 168 96Z", "M168 92C164 106 155 119 146.500 130",
        ahead, (("hang", 130.500, 166, 86), ("hang", 218.500, 162.500, 54)), steps)
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
        f.p(f"M{ox + x} {G}V{G - 124}Q{ox + x + 8} {G - 134} {ox + x + 16} {G - 124}V{G}Z", "cream2")
    f.ell((ox + 130, G + 1), 50, 5, "shade", ' opacity=".12"')
    b = (ox + 260, G - 138)
    f.p(smooth([(b[0] - 14, b[1] + 2), (b[0] - 4, b[1] - 8), (b[0] + 6, b[1] - 16), (b[0] + 15, b[1] - 12), (b[0] + 14, b[1]), (b[0] + 2, b[1] + 9), (b[0] - 12, b[1] + 8), (b[0] - 26, b[1] + 6)]), "rust")
    f.circle((b[0] + 9, b[1] - 9), 1.8, "navy2")
    f.p(f"M{b[0] + 15} {b[1] - 11}l7 3l-7 2Z", "sand2")
    walker(ox - 36, oy - 3, "glad", "grin",
        "M147 158C142 174 147 186 151 198C155 209 158.500 217 158.500 228C158 240 160.500 252 163 262"
            "C165 269 166 274 166.500 281H181C181.500 266 184 252 183 240C182 232 182.500 226 184.500 218"
            "C189 198 194 182 192 160Z",
        "M150 180C152 198 151 210 149.500 222C147.500 234 147 246 148.500 258C150 266 151 272 151 279H164"
            "C165 262 169 244 172 220L178 180Z",
        "M163 71C152 73 147 80 146 94C147 110 152 124 160 138C168 148 188 158 205 165L209.500 152.500C198 148 187 140 181 130"
            "C177 118 173 104 170 90Z",
        "M150 106C152 120 156 132 160 138C168 148 188 158 205 165L209.500 152.500M171 92C173 106 177 118 181 130"
            "C184 136 188 140 192 143",
        "", (("post", 0, 0, 0),), ((174, 282, 0), (154, 280, 0)))
    # frame 4: the woman is home again
    step_dots(f, O[2][0] + W / 2, O[2][1] + H - 9, 3)
    f.end()
    f.panel(*O[3], W, H, "wall2")
    ox, oy = O[3]
    G = oy + 288
    outside(ox, oy, G)
    door(ox, oy, G)
    f.ell((ox + 206, G + 1), 66, 5, "shade", ' opacity=".12"')
    walker(ox + 376, oy, "open", "laugh", *strides, "M162.500 72C152 73.500 147 80 141.800 92C137 104 132 112 127.500 119"
        "C122 127 118 134 115 141C112 148 109.500 153 106.500 159L117.500 164.500C122 158 127 152 131.500 146C136 140 142 133 149 126"
        "C158 117 164 108 168 96Z", "M168 92C164 104 156 117 148 127", ahead, (("hang", 112, 163, 114), ("hang", 218.500, 162.500, 54)),
        steps, -1)
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
        "Four pictures of a couple; he uses a wheelchair. Side by side, they try the sign for stop: she holds up an open palm and says stop, "
        "and he lifts both hands; both smile, and a cushion lies on her lap. He warms both hands round a mug. She leans on the "
        "cushion on a table, and his flat hands glide up beside her spine. Seen from the side, he lays one hand flat on her "
        "upper back, and a speech bubble at his mouth asks: a light press, or a firm one?",
    )
    W, H = 310, 295
    O = [(0, 0), (330, 0), (0, 315), (330, 315)]

    def dots(i: int) -> None:
        step_dots(f, O[i][0] + W / 2, O[i][1] + H - 17, i + 1)
        f.end()

    # frame 1: the woman raises a hand to say stop, and the man lifts both hands
    f.panel(*O[0], W, H, "wall2")
    u = 50

    def heads(*nodes: Node, closed: bool = True) -> str:
        """Return a path. The points are in heads."""
        return smooth([(x * u, y * u, *r) for x, y, *r in nodes], closed)

    # an open palm at the wrist (1.4, .6), from the thumb's side to the little finger's side; the thumb points inwards
    palm = [(1.4 + (y + .16 * x) * .0091, .6 - (x - .16 * y) * .0091, *r)
            for x, y, *r in ((4, -15), *RAISED_PALM, (12, 18), (-1, 14))]

    def palm_lines() -> None:
        f.g((1.4 * u, .6 * u), -81, .0091 * u)
        f.line(PALM_LINES, "d", 2.6)
        f.end()

    trunk: list[Node] = [(0, -.06, .3), (-.26, -.04, .4), (-.62, .09), (-.8, .3), (-.8, .8), (-.74, 1.3), (-.7, 1.8),
        (-.76, 2.54, .4), (-.3, 2.6)]
    # the outer edge of the forearm, the bony corner of the elbow, and the inner edge of the upper arm up to the armpit
    under: list[Node] = [(1.47, .86), (1.4, 1.12), (1.29, 1.4), (1.2, 1.6), (1.12, 1.75, .6), (1.02, 1.82, .6),
        (.93, 1.77, .6), (.83, 1.56), (.73, 1.16), (.66, .6, .3)]
    bend = heads((1.08, 1.02), (1.02, 1.2), (1.02, 1.38), closed=False)

    def lap(k: str) -> None:
        """Draw two thighs, which come towards us, the knees and the shins."""
        for s in (-1, 1):
            f.g(sx=s)
            f.p(heads((.16, 3.2, .3), (.18, 3.9, .3), (.66, 3.9, .3), (.74, 3.2, .3)), k + "2")
            f.p(heads((0, 2.3, .3), (.02, 2.8), (.04, 3.1), (.12, 3.34), (.27, 3.48), (.46, 3.52), (.66, 3.46), (.8, 3.3),
                (.86, 3.06), (.84, 2.7), (.72, 2.3, .3)), k)
            f.end()
        f.line(heads((0, 2.66), (0, 2.92), closed=False), k + "2", 3)

    # the woman
    f.skin(2, 1)
    f.g((O[0][0] + 94, O[0][1] + 113))
    f.rect(-46, 140, 92, 10, "wood", 4)
    lap("plum")
    f.p(heads((-.2, -.5, .3), (-.22, -.2), (-.3, .06, .3), (.3, .06, .3), (.22, -.2), (.2, -.5, .3)), "d")
    f.p(heads((.4, .04, .4), (.7, .11), (.86, .2), (1.0, .42), (1.04, .9), (1.06, 1.4), (1.05, 1.66), (1.0, 1.84, .8),
        (.86, 2.04), (.6, 2.4, .3), (.3, 2.2, .3), (.62, .8)), "rose")
    f.p(heads(*mirrored(trunk)), "rose")
    f.g(sx=-1)
    f.p(heads(*palm, (1.5, .74, .3), (1.46, .86, .3), (1.26, .86, .3), (1.27, .68, .3)), "s")
    palm_lines()
    f.p(heads((.4, .04, .4), (.7, .11), (.92, .28), (1.03, .6), (1.08, 1.02, .3), (1.17, .9), (1.27, .66, .2),
        (1.51, .74, .2), *under), "rose")
    f.line(bend + heads((.67, .62), (.73, 1.16), (.83, 1.56), closed=False), "rose2", 2.6)
    f.line(heads((1.26, .68), (1.51, .76), closed=False), "rose2", 4.4)
    f.end()
    f.line(heads((.7, .66), (.74, 1.2), (.74, 1.56), (.62, 1.84), closed=False), "rose2", 2.6)
    f.line("M-14-4Q0 12 14-4", "rose2", 4)
    f.g((1, 120), -5)  # the cushion on her lap
    f.p(smooth([(-44, -34, .3), (0, -30), (43, -34, .3), (40, 0), (43, 34, .3), (0, 31), (-44, 34, .3), (-41.5, 0)]), "cream")
    f.line("M-37-29L-27-21M37-29L28-21M-37 29L-28 22M37 29L28 22", "cream2", 2.6)
    f.end()
    f.end()
    head(f, (O[0][0] + 96, O[0][1] + 72), 58, 4, 1, "three", "bob", "open", "smile")
    f.end()
    # the man in his wheelchair
    f.skin(4, 1)
    f.g((O[0][0] + 214, O[0][1] + 109))
    f.p(heads(*mirrored([(0, 1.0), (-.92, 1.04, .4), (-.96, 1.8), (-.94, 2.9, .3)])), "sage2")  # its back
    f.rect(-50, 142, 100, 12, "steel", 4)
    for s in (-1, 1):
        f.line(f"M{s * 62} 128V220", "steel", 10).line(f"M{s * 70} 136V220", "sage2", 3)
        f.line(f"M{s * 47} 150V104H{s * 50}", "steel", 6)
    lap("navy")
    f.p(heads((-.24, -.5, .3), (-.26, -.2), (-.32, .06, .3), (.32, .06, .3), (.26, -.2), (.24, -.5, .3)), "d")
    f.p(heads(*mirrored(trunk)), "teal")
    for s in (-1, 1):
        f.g(sx=s)
        f.p(heads((1.04, .7), (1.08, 1.02, .3), (1.16, .94), (1.25, .74), *palm, *under), "s")
        palm_lines()
        f.line(bend, "d", 2.6)
        f.p(heads((.3, -.03, .4), (.66, .06), (.9, .2), (1.05, .46), (1.11, .84, .2), (.68, .94, .2), (.64, .7)), "teal")
        f.line(heads((.62, .5), (.66, .74), (.68, .94, .2), (1.11, .84), closed=False), "teal2", 2.8)
        f.end()
    f.line("M-15-5Q0 13 15-5", "teal2", 4.4)
    f.end()
    head(f, (O[0][0] + 212, O[0][1] + 68), 58, -4, -1, "three", "crop", "open", "smile", beard=True, nose=-1, lips=2)
    f.end()
    f.rect(O[0][0] + 116, O[0][1] + 8, 78, 38, "sheet", 19)  # she says it, too
    f.p(f"M{O[0][0] + 130} 40L{O[0][0] + 124} 70L{O[0][0] + 152} 42Z", "sheet")
    f.label((O[0][0] + 155, O[0][1] + 36), "stop", "middle", 27, "mark")
    dots(0)
    # frame 2: the man warms his hands round a mug
    f.panel(*O[1], W, H, "wall")
    f.g((O[1][0] + 155, O[1][1] + 12), s=.96)
    for x in (-1, 1):  # the wheelchair behind him
        f.line(f"M{x * 98} 240V142h{x * 14}", "steel", 10)
    f.skin(4, 1)
    f.p("M-26 84Q-25 112-38 122L0 150L38 122Q25 112 26 84Z", "d")
    f.p(smooth(mirrored([(0, 136), (-30, 116, .4), (-58, 126), (-86, 133), (-110, 146), (-124, 166), (-129, 190), (-131, 212, .2),
        (-89, 212, .2), (-89, 250), (-90, 310, .3)])), "teal")
    f.line("M-32 117Q0 152 32 117", "teal2", 6)
    head(f, (0, 60), 100, 0, 1, "front", "crop", "glad", "smile", beard=True, nose=-1, lips=2)
    f.p("M-28 176V236Q-27 248-15 248H15Q27 248 28 236V176Z", "rust")
    f.ell((0, 176), 28, 6, "rust2").ell((0, 176.5), 22.5, 3.8, "shade")
    for side in (1, -1):
        f.g(sx=side)
        y = 196 - side * 3  # the fingers of one hand lie a little lower than those of the other, and on them
        fingers = [((-31, y - 5), (-12, y - 9.4), (5, y - 9.6), 4.7, 4), ((-30, y + 4.4), (-10, y + .6), (9, y + .4), 4.8, 4.1),
            ((-30, y + 14), (-11, y + 10.6), (6.6, y + 10), 4.7, 4), ((-31, y + 23), (-15, y + 20), (-1, y + 19.4), 4.2, 3.6)]
        # from the bend of the elbow to the wrist, round the thumb and the four fingers, and back along the forearm to the elbow
        f.p(smooth([(-83, 213, 0), (-84, 232, .3), (-77, 226), (-70.6, 218.4), (-64, 208), (-57, 196), (-50, 184),
            (-42, 173.6), (-33, 166.6), (-25.4, 163.4, 1.5), (-21.6, 167.6), (-26, 172.6), (-32.6, 178), (-34, 184, .3),
            *digits(fingers, .95), (-32, 225), (-42, 228.6), (-53, 234), (-67, 254), (-82, 271), (-99, 284, .8),
                (-110, 284, .8), (-118, 272), (-124, 250), (-125, 213, 0)]), "s")
        x = -7 if side > 0 else -13
        edge = smooth(digits(fingers, .95), closed=False) if side < 0 else ""
        f.line(edge + f"M{x} {y - 4.4}L-33 {y}M{x} {y + 5.6}L-33 {y + 9.4}M{x} {y + 15.4}"
            f"L-33 {y + 18.6}", "l", 1.5, ' opacity=".7"')
        f.line("M-131 212H-78Q-78 196-86 168", "teal2", 3.4)
        f.end()
    f.end()
    for x in (-16, 0, 16):
        f.line(f"M{x} 161q-5-6 0-12t0-12", "sheet", 3.4)
    f.end()
    dots(1)
    # frame 3: the man's hands lie flat beside the woman's spine
    f.panel(*O[2], W, H, "wall")
    f.g((O[2][0] + 155, O[2][1] + 192), 0, .68)
    f.rect(-240, -70, 480, 66, "wood").rect(-240, -4, 480, 18, "wood2")  # the table
    f.p(smooth([(-108, -236, .6), (0, -246), (108, -236, .6), (117, -130), (112, -36, .6), (-112, -36, .6), (-117, -130)]),
        "cream")
    f.skin(2, 1)
    f.p(smooth([(-34, -120, .3), (-30, -150), (-27, -176, .3), (32, -176, .3), (31, -150), (36, -120, .3)]), "d")
    for s in (-1, 1):  # her upper arms go forward, and the elbows lie on the table
        f.g(sx=s)
        f.p(smooth([(158, -70, .5), (140, -100), (118, -132), (94, -162), (60, -188), (20, -196, .3), (20, -160, .3),
            (60, -156), (90, -128), (112, -92), (136, -56, .5)]), "rose2")
        f.p(smooth([(60, -134, .2), (88, -128), (112, -117), (134, -98), (153, -80), (167, -62, .7), (167, -51, .7),
            (156, -42, .8), (134, -42), (114, -54), (98, -64, .3), (80, -70, .4)]), "rose")
        f.end()
    f.p(smooth(mirrored([(0, -145), (-38, -142), (-64, -135), (-90, -122), (-102, -98), (-103, -60), (-99, 0), (-94, 80),
        (-98, 160, .3)])), "rose")
    f.line("M-100-92Q-101-78-100-60M100-92Q101-78 100-60M0-112V180M-36-92Q-28-60-40-34Q-52-12-72-20M36-92Q28-60 40-34"
        "Q52-12 72-20", "rose2", 5)
    f.g((6, -212), 8, 1.1)  # her head, turned a little: one cheek is seen
    f.p(smooth([(20, -42), (43, -26), (50, -6), (51, 12), (45, 32), (30, 47), (10, 40)]), "s")
    f.p(smooth([(-8, -58), (-36, -46), (-52, -18), (-54, 14), (-49, 44, .3), (-26, 50), (6, 52), (33, 45, .3), (41, 20),
        (40, -10), (34, -34), (16, -53)]), "h")
    f.line("M-12-54Q-14-34-12-16M-12-16Q-38-4-40 34M-12-16Q-22 8-20 40M-12-16Q4 4 4 41M-12-16"
        "Q20-6 24 36", "cream", 2.6, ' opacity=".2"')
    f.end()
    f.line("M-42-139Q0-153 42-139", "rose2", 8)  # the neckband of her jumper
    f.end()
    g = f.fade((0, 0), (0, 170), "glow", .6)
    for s in (-1, 1):
        f.raw(f'<path fill="{g}" d="M{s * 50 - 24} 0L{s * 44 - 22} 170H{s * 44 + 22}L{s * 50 + 24} 0Z"/>')
        f.way([(s * 54, -72), (s * 60, -96), (s * 82, -110)], 7)
    f.skin(4, 1)
    for s in (-1, 1):
        f.g(sx=s)
        f.g((55, 44), -91, 1.1)  # hand and forearm as one outline, from the forearm past the thumb to the little finger's side
        f.p(smooth([(-162, 16, .3), (-120, -7), (-84, -16), (-50, -16.4), (-22, -13.6), (-4, -14), (10, -19), (22, -24),
            (34, -29.4), (47, -34.6), (58, -37.4), (65, -37), (68.4, -33, 1.3), (64, -29), (55, -26.6), (49, -23), (46, -19, .5),
            *digits(LONG, .42), (40, 20.4), (24, 21), (8, 18), (-8, 14.6), (-22, 15), (-50, 22), (-84, 32), (-120, 46),
            (-162, 70, .3)]), "s")
        f.line("M46-9.700L54.300-10.500M46.800 0H55.400M43.400 9L50.400 10.200", "l", 2, ' opacity=".6"')
        f.end()
        f.end()
    f.end()
    f.end()
    dots(2)

    # frame 4: she leans on the cushion; the man, behind her, asks: lighter or firmer?
    f.panel(*O[3], W, H, "wall2")
    f.g((O[3][0], O[3][1] - 16))
    f.line("M302 300V176H320", "steel", 8)  # the back of his wheelchair
    f.rect(128, 282, 84, 11, "sand2", 5).rect(136, 292, 9, 40, "wood2").rect(196, 292, 9, 40, "wood2")  # her stool
    f.p(smooth([(-20, 190, .5), (40, 184), (88, 190, .6), (95, 216), (91, 242, .4), (-20, 242, .3)]), "cream")
    f.skin(2, 1)
    f.p(smooth([(196, 246, .4), (197, 270), (180, 283), (120, 288), (70, 292), (58, 312, .3), (28, 312, .3), (34, 276),
        (58, 262), (110, 252), (150, 240, .4)]), "plum")

    def her(t: float, ahead: float, *shape: float) -> Node:
        """Return a point beside the axis from her hip (0) to the base of her neck (1), in heads ahead of it."""
        return (168 - 78 * t - 49 * ahead, 258 - 131 * t + 30 * ahead, *shape)

    # the far arm, on which her chin rests
    f.p(smooth([(96, 164, .4), (84, 182), (40, 176), (-10, 172, .3), (-10, 196, .3), (40, 200), (84, 206), (104, 190, .4)]),
        "rose2")
    f.p(smooth([(74, 168, .3), (56, 150), (56, 122), (72, 114), (92, 116), (108, 124, .3), (104, 150)]), "d")
    f.p(smooth([her(-.12, -.5, .4), her(.03, -.5), her(.2, -.48), her(.4, -.46), her(.58, -.5), her(.75, -.53), her(.9, -.47),
        (104, 118, .8), (94, 116, .3),
        (84, 126), (80, 146, .3), her(.74, .44), her(.55, .4), her(.3, .4), her(.05, .42), her(-.05, .36, .5)]), "rose")
    f.line("M96 117Q84 126 80 146", "rose2", 4)
    head(f, (47, 140), 66, -22, -1, "three", "bob", "open", "smile")
    f.p(smooth([(92, 134, .6), (104, 133), (116, 142), (120, 156), (114, 174), (104, 194), (94, 212), (86, 225, .7),
        (76, 231, .7), (64, 228), (40, 220),
        (-10, 208, .3), (-10, 184, .3), (30, 192), (58, 199, .6), (70, 182), (79, 158)]), "rose")
    f.line("M117 144C121 156 114 174 104 194C98 205 92 216 86 225", "rose2", 2.6)
    f.line("M66 208Q58 206 54 199M154 238Q164 236 172 226", "rose2", 2.6)
    f.end()
    f.rect(-10, 242, 116, 12, "wood", 5).rect(70, 253, 11, 70, "wood2")
    # he
    f.skin(4, 1)
    f.p("M226 82Q226 100 232 112Q218 140 197 128Q206 116 203 98Z", "d")
    f.g((266, 255), -17, 1.32)
    f.p("M-22-109Q-10-96 4-112C16-106 22-94 22-78C24-60 22-42 18-26C16-14 18-2 20 10H-26C-24-6-28-22-30-36"
        "C-34-56-34-74-31-88C-30-98-27-105-22-109Z", "teal")
    f.line("M-22-108Q-10-95 4-111", "teal2", 4)
    f.end()
    head(f, (209, 71), 66, -4, -1, "side", "crop", "open", "smile", beard=True, nose=-1, lips=2)
    f.p(smooth([(298, 250, .4), (299, 272), (290, 284, .6), (220, 286), (208, 290, .6), (204, 320, .3), (174, 320, .3),
        (172, 276), (176, 256), (188, 246, .8),
        (220, 242), (262, 236), (292, 238, .4)]), "navy")
    f.line("M181 262Q186 254 194 252", "navy2", 2.6)
    whole_hand(f, (150, 198), 60, -148, -1, "s", .9, arm=[(162, 209.6), (183, 217), (204, 223), (217, 227), (229, 222, .6),
        (236, 206), (248, 170, .3), (214, 160, .3), (208, 182), (200, 194), (184, 197), (163, 193.6)])
    f.line("M220 212Q226 208 228 200", "d", 2.6)
    f.p(smooth([(226, 112, .4), (244, 120), (255, 140), (257, 160), (254, 181, .2), (209, 171, .2), (209, 150), (214, 130)]),
        "teal")
    f.line("M254 181L209 171Q208 150 214 130", "teal2", 2.8)
    f.end()
    f.rect(206, 284, 94, 10, "sage2", 5)
    f.ring((276, 330), 56, "steel", 8)
    f.ring((276, 330), 45, "sage2", 3)
    f.end()
    f.g((O[3][0] + 6, O[3][1] - 3))  # a speech bubble
    f.p("M104 66L166 74L124 44Z", "sheet")
    f.rect(10, 12, 120, 66, "sheet", 30)
    f.way([(32.5, 34), (32.5, 40), (32.5, 48)], 3.6).way([(72, 24), (72, 40), (72, 58)], 6.4)
    f.line("M22 56H43M54 56h4q6 0 8 7q6 9 12 0q2-7 8-7h4", "rose2", 4.4)  # light pressure leaves no dent, firm pressure does
    f.line("M96 36q0-10 10-10q11 0 11 10q0 7-10 10v3", "mark", 5.4)
    f.circle((107, 60), 3.2, "mark")
    f.end()
    dots(3)
    return f.compact()
