"""Draws pictures of people who help themselves, or massage each other, at home."""

from __future__ import annotations

import math

from figures.bodies import FOREARM, HEAD, UPPER_ARM, Look, at_shoulder, bare_arm, bust, collar, leg, neck_side, sleeve, trunk
from figures.drawing import Drawing
from figures.geometry import Point, cap, ik, lerp, limb, n, smooth, xy
from figures.hands import hand, shoe
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
        "Left, from the side: a large man leans back on a brick wall, his feet a step in front of it, knees bent, hands on his thighs. The fleshy part of his buttock squeezes a small ball against the wall. Right, two smaller pictures of him from behind, one place in each: the ball on the buttock, or beside the spine just above the hip bone. A red net covers the spine: stay off it. A small dog looks up at the ball.",
    )
    f.panel(0, 0, 480, 420, "wall2", 24)
    f.rect(0, 384, 480, 36, "floor")
    u, G = 50, 396
    f.rect(0, 0, 92, 384, "rose")
    f.line("".join(f"M0 {y}H92" for y in range(24, 384, 30)) + "".join(f"M{x} {y - 30}v30" for j, y in enumerate(range(24, 400, 30)) for x in ((14, 66) if j % 2 else (40,))), "rose2", 3)
    f.rect(92, 0, 5, 384, "rose2")
    f.ell((190, G), 90, 7, "shade", ' opacity=".14"')
    f.g((42, 12))
    hip, c7, seat = (106, G - 166), (94, G - 290), (95, G - 150)
    f.skin(1, 1)
    bare_arm(f, (105, G - 260), (112, G - 197), (148, G - 158), u, "d")
    hand(f, (146, G - 158), u, 26, 1, "side", .8, "d")
    leg(f, (110, G - 164), (188, G - 33), u, -1, "navy2", 1.16)
    shoe(f, (188, G - 31), u, 1, k="rust2")
    leg(f, hip, (146, G - 27), u, -1, "navy", 1.2)
    shoe(f, (146, G - 25), u, 1, k="rust")
    axis = [hip, (103, G - 208), (98, G - 249), c7]
    neck_side(f, c7, (106, G - 324), u, 1, 0, 1.16, (.1, .99))
    f.p(trunk(axis, u, 1, -.24, .04, seat=.04, wide=1.2), "navy")
    f.p(trunk(axis, u, 1, .03, 1, belly=.42, chest=.1, seat=.04, wide=1.2), "sage")
    f.p(cap(seat, 24, (112, G - 146), 21), "navy")  # the buttock
    ball(f, (67.5, G - 147), 12.5, 12.5)
    collar(f, (c7[0] + 1, c7[1] + 5), 1, u, "sage2")
    head(f, (106, G - 324), u * 1.16, 0, 1, "side", "short", "glad", "smile", nose=1, jaw=3, marks="mole")
    sh, el, wr = (99, G - 260), (95, G - 194), (134, G - 154)
    bare_arm(f, sh, el, wr, u, "s", 1.1)
    hand(f, wr, u, 24, 1, "side", .82)
    sleeve(f, sh, el, wr, u, "sage", .55, 1.16)
    f.line(f"M109 {G - 248}Q113 {G - 232} 112 {G - 220}M84 {G - 244}Q81 {G - 232} 85 {G - 222}", "sage2", 3)
    f.end()
    f.end()
    f.g((364, G - 1), s=.86)
    dog_sits(f, 0, 0, -1)
    f.end()
    # two views of the man from behind, each with the ball at a different spot
    for card, spot in ((305, (32, 150)), (420, (-32, 192))):
        f.panel(card - 54, 30, 108, 288, "sky", 16)
        f.g((card, 306 - G * .63), s=.63)
        from_behind(f, G, u, spot)
        f.end()
        f.end()
    return f.end()


def from_behind(f: Drawing, G: float, u: float, spot: Point) -> None:
    """Draw a large man from behind, with a massage ball at `spot` and a red net over his spine, where the ball must not press."""
    x = 0
    f.ell((x, G), 60, 6, "shade", ' opacity=".14"')
    f.skin(1, 1)
    for s in (-1, 1):
        f.p(smooth([(x + s * a, G - b) for a, b in ((16, 12), (32, 14), (46, 4), (38, -1), (20, -2))]), "rust2")
        f.p(smooth([(x + s * a, G - b, *r) for a, b, *r in ((14, 20, .4), (12, 4), (16, -3), (32, -3), (36, 4), (34, 20, .4))]), "rust")
        f.p(cap((x + s * 28, G - 158), 33, (x + s * 27, G - 88), 22.5, 1, 1) + cap((x + s * 27, G - 88), 22.5, (x + s * 26, G - 16), 14.5, 1, 1, flat=True), "navy")
    half = [(-14, 308), (-26, 303), (-46, 296), (-60, 285), (-60, 250), (-63, 214), (-66, 186, .6), (0, 178)]
    f.p(smooth([*((x + a, G - b) for a, b in ((-62, 200), (-67, 160), (-59, 128), (0, 120), (59, 128), (67, 160), (62, 200)))]), "navy")
    f.p(cap((x, G - 288), 17, (x, G - 326), 13.5), "d")
    f.p(smooth([*((x + a, G - b, *r) for a, b, *r in half), *((x - a, G - b, *r) for a, b, *r in reversed(half[:-1]))]), "sage")
    head(f, (x, G - 342), u * 1.08, 0, 1, "back", "short")
    forbidden(f, [cap((x, G - 286), 8, (x, G - 186), 8)], (x - 10, G - 298, 20, 122), 10)
    f.line(f"M{x} {G - 172}V{G - 122}M{x + 8} {G - 128}Q{x + 30} {G - 116} {x + 54} {G - 128}M{x - 8} {G - 128}Q{x - 30} {G - 116} {x - 54} {G - 128}", "navy2", 3.4)
    f.line(f"M{x - 58} {G - 214}Q{x - 46} {G - 208} {x - 36} {G - 208}M{x + 58} {G - 214}Q{x + 46} {G - 208} {x + 36} {G - 208}", "sage2", 3)
    for s in (-1, 1):  # both arms, which hang in front of the hips
        a, e, w_ = (x + s * 51, G - 277), (x + s * 71, G - 206), (x + s * 68, G - 152)
        bare_arm(f, a, e, w_, u, "s", 1.12)
        hand(f, w_, u, 90 + s * 5, -s, "hang", .8)
        f.p(cap(a, 18, lerp(a, e, .7), 15.5, 2, 2, flat=True), "sage")
        f.line(f"M{x + s * 50} {G - 254}Q{x + s * 52} {G - 240} {x + s * 51} {G - 226}", "sage2", 3)
    ball(f, (spot[0], G - spot[1]), 15, 15)
    f.end()


@picture
@coarse(.4)
def getting_moving() -> Drawing:
    f = Drawing("getting-moving", 640, 634, "Two minutes count", "Four small pictures of one woman. She pushes herself up from an armchair. She takes a few steps along the garden path. She lays a hand on the post of the garden gate; a bird sits there. She comes back to her door with a smile; a cat waits for her.")
    u = 36

    def she(ox, G, hip, c7, hd, face, eyes, mouth, near, far, ankles, hrot=0, belly=0.2, bend=None, rot=(0, 0), swing=False, edges=False, low=-.26, view="side"):
        X = lambda p: (ox + p[0], G + p[1])
        hd = (hd[0] - face * 2, hd[1] + 4)
        f.skin(3, 3)
        b = bend or -face
        s_ = (c7[0] + face * 0.02 * u, c7[1] + 0.44 * u)
        if far:
            e, w = far
            bare_arm(f, X((s_[0] + face * 5, s_[1])), X(e), X(w), u, "d")
            sleeve(f, X((s_[0] + face * 5, s_[1])), X(e), X(w), u, "sand2", 1.75, 1.25)
            if swing:
                turn = math.degrees(math.atan2(w[1] - e[1], w[0] - e[0]))
                hand(f, X(w), u, turn + (9 if turn < 84 else -9), face, "hang", 0.85, "d")
        leg(f, X((hip[0] - face * 2, hip[1])), X(ankles[1]), u, b, "teal2", w=1.3)
        shoe(f, X(ankles[1]), u, face, rot[1])
        leg(f, X(hip), X(ankles[0]), u, b, "teal", w=1.3)
        shoe(f, X(ankles[0]), u, face, rot[0])
        neck_side(f, X(c7), X(hd), u, face, hrot, HEAD)
        m1, m2 = lerp(hip, c7, 0.38), lerp(hip, c7, 0.7)
        f.p(trunk([X(hip), X((m1[0] - face * 2, m1[1])), X((m2[0] - face * 2, m2[1])), X(c7)], u, face, low, 1, belly=belly, chest=0.16, seat=0.06, hem=True, wide=1.24), "sand")
        head(f, X(hd), u * HEAD, hrot, face, view, "afro", eyes, mouth, nose=-2, lips=1)
        e, w = near
        bare_arm(f, X(s_), X(e), X(w), u, "s", 1.2)
        sleeve(f, X(s_), X(e), X(w), u, "sand", 1.75, 1.25)
        if edges:  # draw the front edge of the sleeve, because the sleeve and the top have the same colour
            f.line(f"M{xy(X((s_[0] + 0.26 * u, s_[1] + 0.4 * u)))}Q{xy(X((e[0] + 0.3 * u, e[1] - 0.1 * u)))} {xy(X((lerp(e, w, 0.2)[0] + 0.24 * u, lerp(e, w, 0.2)[1])))}T{xy(X((lerp(e, w, 0.66)[0] + 0.19 * u, lerp(e, w, 0.66)[1])))}", "sand2", 2.4)
        collar(f, X(c7), face, u, "sand2")
        return X, s_

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
    framed(f, ox + 92, 34, 58, 58, "vase")
    f.ell((ox + 130, G + 1), 110, 5, "shade", ' opacity=".12"')
    X, _ = she(ox, G, (112, -100), (166, -170), (186, -196), 1, "open", "smile", ((121, -125), (122, -89)), None, ((168, -10), (158, -11)), 6, low=-.12)
    f.end()
    f.rect(ox + 66, G - 82, 76, 20, "rust2", 10)
    f.rect(ox + 118, G - 70, 22, 50, "rust2", 8)
    f.skin(3, 3)
    hand(f, X((122, -89)), u, 4, 1, "side", 0.85)
    f.line(f"M{xy(X((164, -138)))}L{xy(X((133, -117)))}L{xy(X((130, -98)))}", "sand2", 2.4)  # the edge of the sleeve; the elbow points back
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
    X, _ = she(ox, G, (168, -128), (174, -218), (184, -244), 1, "open", "smile", ((150, -160), (144, -118)), ((196, -162), (222, -132)), ((206, -13), (126, -24)), 0, rot=(-12, 30), swing=True, edges=True, view="three")
    hand(f, X((144, -118)), u, 96, 1, "hang", 0.85)
    f.end()
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
    f.ell((ox + 106, G + 1), 50, 5, "shade", ' opacity=".12"')
    b = (ox + 260, G - 138)
    f.p(smooth([(b[0] - 14, b[1] + 2), (b[0] - 4, b[1] - 8), (b[0] + 6, b[1] - 16), (b[0] + 15, b[1] - 12), (b[0] + 14, b[1]), (b[0] + 2, b[1] + 9), (b[0] - 12, b[1] + 8), (b[0] - 26, b[1] + 6)]), "rust")
    f.circle((b[0] + 9, b[1] - 9), 1.8, "navy2")
    f.p(f"M{b[0] + 15} {b[1] - 11}l7 3l-7 2Z", "sand2")
    X, _ = she(ox, G, (104, -131), (110, -221), (120, -247), 1, "glad", "grin", ((146, -172), (172, -141)), ((128, -168), (132, -128)), ((120, -10), (90, -10)), 2, swing=True)
    f.line(f"M{xy(X((121, -180)))}Q{xy(X((126, -168)))} {xy(X((134, -160)))}M{xy(X((103, -206)))}Q{xy(X((96, -196)))} {xy(X((98, -182)))}", "sand2", 2.4)
    hand(f, X((170, -141)), u, 15, 1, "side", 0.9)
    f.end()
    # frame 4: the woman is home again
    step_dots(f, O[2][0] + W / 2, O[2][1] + H - 9, 3)
    f.end()
    f.panel(*O[3], W, H, "wall2")
    ox, oy = O[3]
    G = oy + 288
    outside(ox, oy, G)
    door(ox, oy, G)
    f.ell((ox + 206, G + 1), 66, 5, "shade", ' opacity=".12"')
    X, _ = she(ox, G, (204, -128), (198, -218), (188, -244), -1, "open", "laugh", ((222, -164), (248, -136)), ((176, -164), (150, -134)), ((168, -13), (244, -24)), 0, rot=(12, -30), swing=True, view="three")
    hand(f, X((247, -137)), u, 54, -1, "hang", 0.85)
    f.line(f"M{xy(X((190, -190)))}Q{xy(X((195, -176)))} {xy(X((210, -160)))}", "sand2", 2.4)
    f.end()
    cat(f, ox + 96, G - 4)
    step_dots(f, O[3][0] + W / 2, O[3][1] + H - 9, 4)
    f.end()
    return f


@picture
@coarse(.4)
def partner_massage() -> Drawing:
    f = Drawing(
        "partner-massage",
        640,
        610,
        "A massage from someone close, in four steps",
        "Four pictures of a couple at home; he uses a wheelchair, and she sits the wrong way round on a chair, leaning on a cushion. They try the sign for stop: she lifts a flat hand, and his hands leave her back. He rubs his hands warm, palm to palm. His flat hands glide up beside her spine. He asks, lighter or firmer: a hand that hardly sinks in, and one that sinks in more. She smiles.",
    )
    W, H = 310, 295
    O = [(0, 0), (330, 0), (0, 315), (330, 315)]
    # draws a woman on a chair, and behind her a man in a wheelchair
    def pair(ox, oy, giver_arms, eyes2, she_eyes="rest", hd=(227, -229), hr=-6, stop=False):
        u = 44
        G = oy + 274
        X = lambda a, b: (ox + a, G + b)
        f.ell(X(160, 2), 140, 6, "shade", ' opacity=".12"')
        # the far side of the woman's chair, and the back of the man's wheelchair
        Y = lambda a, b: (ox + a - 22, G + b)
        f.line(f"M{xy(X(58, 0))}V{n(G - 66)}H{n(ox + 126)}V{n(G)}M{xy(X(54, -66))}L{xy(X(46, -176))}", "wood2", 8)
        wheelchair(f, ox + 230, G, u, -1, "back")
        f.p(cap(Y(250, -88), 18, Y(182, -92), 13) + cap(Y(182, -92), 13, Y(172, -26), 8, 2, 0), "navy")
        shoe(f, Y(170, -24), u, -1)
        f.skin(4, 1)
        giver_arms(f, u, Y, "far")
        neck_side(f, Y(238, -198), Y(*hd), u, -1, hr, HEAD)
        f.p(trunk([Y(252, -84), Y(250, -124), Y(246, -162), Y(238, -198)], u, -1, 0.1, 1, belly=0.08, chest=0.03), "teal")
        collar(f, Y(238, -197), -1, u, "teal2")
        head(f, Y(*hd), u * HEAD, hr, -1, "three", "crop", eyes2, "open" if eyes2 == "glad" else "smile", beard=True, nose=-1, lips=2)
        giver_arms(f, u, Y, "near")
        f.end()
        wheelchair(f, ox + 230, G, u, -1, "front")
        f.p(cap(X(104, -88), 19, X(28, -88), 13) + cap(X(28, -88), 13, X(28, -16), 9), "navy2")
        shoe(f, X(26, -12), u, -1, k="shade")
        f.skin(2, 1)
        neck = X(100, -196) if stop else X(86, -192)
        at_head = X(88, -230) if stop else X(56, -206)
        neck_side(f, neck, at_head, u, -1, -4 if stop else -44, 1.12, (.1, 1) if stop else (.5, .87))
        head(f, at_head, u * 1.12, -4 if stop else -44, -1, "side", "long", she_eyes, "grin" if she_eyes == "glad" else "smile")
        f.p(trunk([X(106, -84), X(108, -122), X(106, -160), neck] if stop else [X(106, -84), X(107, -122), X(100, -160), neck], u, -1, 0.06, 1, chest=0.05), "rose")
        pillow(f, ox + 63, G - 132, 32, 84, "cream", -5)  # a cushion between the woman's chest and the back of the chair
        f.line(f"M{xy(X(46, -66))}L{xy(X(38, -178))}", "wood", 9)
        f.line(f"M{xy(X(38, -178))}H{n(ox + 48)}", "wood", 12)
        f.p(cap(X(104.5, -89), 24, X(38, -82), 14, 1, 1) + cap(X(38, -82), 14, X(42, -14), 9, 0, 2), "navy")
        shoe(f, X(40, -12), u, -1)
        sh, el, wr = (X(101, -174), X(62, -132), X(33, -172)) if stop else (X(93, -170), X(82, -118), X(53, -143))
        bare_arm(f, sh, el, wr, u)  # the woman's hand is raised to say stop, or is on the back of the chair, in front of the cushion
        hand(f, wr, u, *((-98, 1, "flat", .9) if stop else (206, -1, "grip", .9)))
        f.p(limb(sh, 12.5, el, 9.6, lerp(el, wr, .74), 7.6, flat=True), "rose")
        f.line(f"M{xy((sh[0] + 9, sh[1] + 14))}Q{xy((el[0] + 16, el[1] + 2))} {xy((el[0] + 2, el[1] + 9))}", "rose2", 3)
        f.line(f"M{xy(X(60, -66))}H{n(ox + 134)}", "wood", 10)
        f.end()
        return X, u

    def lifted(f, u, X, which):
        sh = X(242, -178) if which == "near" else X(234, -178)
        wr = X(196, -158) if which == "near" else X(188, -168)
        el = ik(sh, wr, UPPER_ARM * u * .92, FOREARM * u, -1)
        bare_arm(f, sh, el, wr, u, "s" if which == "near" else "d")
        hand(f, wr, u, 236 if which == "near" else 242, -1, "side", .85, "s" if which == "near" else "d")
        sleeve(f, sh, el, wr, u, "teal" if which == "near" else "teal2", .6)
        if which == "near":
            f.line(f"M{xy(X(234, -160))}Q{xy(X(232, -150))} {xy(X(230, -142))}", "teal2", 3)

    # frame 1: the woman raises a hand to say stop
    f.panel(*O[0], W, H, "wall2")
    f.g((O[0][0] + 22, O[0][1] + 36), s=.83)
    pair(0, 0, lifted, "open", "open", (226, -228), -4, stop=True)
    f.way([(128, 116), (135, 113), (148, 112)], 5, on_wall=True)  # an arrow: the man's hands have just left the woman's back
    f.end()
    f.end()
    # frame 2: the man warms his hands
    f.panel(*O[1], W, H, "wall")
    f.g(O[1])
    framed(f, 24, 26, 70, 56, "tree")
    f.rect(246, 92, 90, 10, "wood", 4)
    mug(f, 268, 92, "sand")
    u, cx = 62, 150
    bust(f, (cx, 176), u, Look(4, "crop", 1, "teal", face={"beard": True, "lips": 2}), "front", "open", "smile", arms="none")
    f.skin(4, 1)
    for s, k, wr, rot in ((1, "d", (cx + 28, 211), 184), (-1, "s", (cx - 28, 196), -8)):  # the man rubs his palms together, one on top of the other
        sh, el = at_shoulder((cx, 176), u, 1.07, s), (cx + s * 79, 226)
        f.p(cap(el, 11, wr, 8, 1, 1), k)
        hand(f, wr, u, rot, 1, "flat" if s < 0 else "side", 1, k)
        f.p(cap(sh, 16, el, 11.5, 1, 1) + cap(el, 11.5, lerp(el, wr, .46), 10.6, flat=True), "teal")
        f.line(f"M{xy((sh[0] - s * 10, sh[1] + 20))}L{xy((el[0] - s * 18, el[1] - 24))}", "teal2", 3)
        f.line(f"M{cx + s * 10} 236H{cx + s * 32}m{-s * 7}-7l{s * 7} 7l{-s * 7} 7", "cream", 4)
    f.end()
    for x, h in ((137, 9), (150, 13), (163, 9)):
        f.line(f"M{x} {160}q-4-{h * .4:g} 0-{h * .8:g}t0-{h * .8:g}", "cream", 3.4)
    f.end()
    f.end()
    # frame 3: the man's flat hands lie beside the woman's spine
    f.panel(*O[2], W, H, "wall")
    ox, oy = O[2]
    f.g((ox + 155, oy + 172), 0, 0.66)
    pillow(f, 0, -150, 330, 210, "cream")
    f.skin(2, 1)
    for s in (-1, 1):  # the woman's arms: her elbows are bent, and her forearms reach around the cushion
        f.p(cap((s * 118, 58), 23, (s * 56, 26), 18) + cap((s * 102, -92), 30, (s * 118, 58), 23, 3, 3), "rose2")
    f.p(cap((0, -120), 32, (0, -170), 30), "d")
    f.p(smooth([(-34, -146), (-62, -136), (-106, -116), (-124, -84), (-108, -40), (-92, 10), (-84, 80), (-96, 150), (-100, 220), (100, 220), (96, 150), (84, 80), (92, 10), (108, -40), (124, -84), (106, -116), (62, -136), (34, -146), (0, -132)]), "rose")
    head(f, (0, -204), 110, 0, 1, "back", "bob")
    f.line("M0-92Q-3 0 0 140", "rose2", 5)
    f.line("M-46-138Q0-116 46-138", "rose2", 8)  # the neckband and the hem of the woman's jumper
    f.p("M-97 152Q0 164 97 152L112 260H-112Z", "navy")
    f.line("M-93 144Q0 156 93 144", "rose2", 9)
    f.end()
    g = f.fade((0, 0), (0, 170), "glow", 0.9)
    for s in (-1, 1):
        f.raw(f'<path fill="{g}" opacity=".7" d="M{s * 60 - 22} 0Q{s * 46 - 24} 100 {s * 38 - 20} 170H{s * 38 + 20}Q{s * 46 + 24} 100 {s * 60 + 22} 0Z"/>')
        for j in (-14, 0, 14):
            f.raw(f'<path stroke="{g}" stroke-width="5" fill="none" d="M{s * 58 + j} 10Q{s * 48 + j} 90 {s * 36 + j * 0.8:.0f} {164 - abs(j) * 0.6:.0f}"/>')
        f.way([(s * 66, -78), (s * 74, -98), (s * 92, -112)], 7)
    f.skin(4, 1)
    for s in (-1, 1):
        w, el = (s * 74, 34), (s * 158, 232)
        f.p(cap(el, 34, w, 15.5, 4, 4), "s")
        hand(f, w, 110, -90 + s * 4, s, "flat", 0.94)
        k = lerp(el, w, 0.2)
        f.p(cap((s * 190, 320), 56, k, 36), "teal")
    f.end()
    f.end()
    f.end()

    # frame 4: the man asks whether to press more softly or more firmly
    def ask(f, u, X, which):
        near = which == "near"
        sh, el, wr = (X(240, -178), X(210, -122), X(160, -138)) if near else (X(232, -180), X(202, -142), X(153, -164))
        bare_arm(f, sh, el, wr, u, "s" if near else "d")
        hand(f, wr, u, 236, -1, "side", .86, "s" if near else "d")
        sleeve(f, sh, el, wr, u, "teal" if near else "teal2", 0.6)
        if near:
            f.line(f"M{xy(X(230, -166))}Q{xy(X(222, -158))} {xy(X(220, -150))}", "teal2", 3)

    f.panel(*O[3], W, H, "wall2")
    f.g((O[3][0] + 24, O[3][1] + 43), s=.81)
    pair(0, 0, ask, "glad", "glad", (225, -227), 0)
    f.end()
    f.g(O[3])  # a speech bubble with two hands: one presses lightly, the other firmly
    f.g((0, -5))
    f.rect(8, 12, 162, 64, "sheet", 28)
    f.p("M146 68L162 92L120 74Z", "sheet")
    f.skin(4, 1)
    for x, dent, size in ((36, 2, 46), (88, 10, 48)):
        f.line(f"M{x - 8} 61h12Q{x + 26} {61 + dent * 2} {x + 46} 61h6", "rose2", 5)
        f.p(cap((x - 6, 36 + dent * .5), 7, (x + 4, 46 + dent * .5), 7), "s")
        f.p(cap((x - 12, 32 + dent * .5), 9, (x - 3, 38 + dent * .5), 8, flat=True), "teal")
        hand(f, (x + 4, 46 + dent * .5), size, 6, 1, "side", .82)
        if dent > 5:
            f.way([(x + 26, 20), (x + 26, 26), (x + 26, 35)], 4.4)
    f.end()
    f.line("M144 32q0-9 8-9q9 0 9 8q0 6-8 9v4", "mark", 5)
    f.circle((153, 52), 3, "mark")
    f.end()
    f.end()
    f.end()
    for i, (ox, oy) in enumerate(O):
        f.panel(ox, oy, W, H, "wall2")
        f.out.pop()
        step_dots(f, ox + W / 2, oy + H - 17, i + 1)
        f.end()
    return f
