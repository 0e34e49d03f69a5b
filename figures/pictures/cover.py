"""The covers."""

from __future__ import annotations

from figures.bodies import bare_arm, leg, neck, sleeve, trunk
from figures.drawing import Drawing
from figures.geometry import cap, lerp, n, smooth
from figures.hands import hand, shoe
from figures.heads import head
from figures.registry import picture
from figures.things import plant, prone_arm, prone_body, prone_legs, table, window


def cover_scene(name: str, box: tuple[float, float, float, float] | None = None) -> Drawing:
    f = Drawing(
        name,
        960,
        540,
        "A massage for the back",
        "A grey-haired woman lies face down on a massage table, her face in a soft rest and a sheet over her hips and legs. A therapist stands beside the table, knees soft, arms straight, and leans with both hands on the low back. Both look at ease. Morning light falls through a window; a plant stands beside.",
        box,
    )
    u = 62
    f.panel(0, 0, 960, 540, "wall2", 0)
    f.rect(0, 452, 960, 88, "floor")
    f.p("M280 58L690 452H440L150 58Z", "beam", ' opacity=".55"')
    f.p("M440 452H690L780 540H500Z", "beam", ' opacity=".4"')
    window(f, 64, 44, 230, 236)
    # shelf with towels, on the right
    f.rect(716, 196, 176, 12, "wood", 4)
    for i, k in enumerate(("cream", "rose", "sage")):
        f.rect(740 - i * 2, 178 - i * 19, 84 + i * 4 - (i % 2) * 8, 18, k, 8)
    f.p("M852 196V160Q852 154 858 152V142H866V152Q872 154 872 160V196Z", "leaf2")
    f.rect(856, 134, 12, 9, "wood2", 2)
    plant(f, 842, 486, 1)
    f.ell((470, 499), 290, 13, "shade", ' opacity=".12"')
    f.p("M106 276V256H134V276Q134 282 128 282H112Q106 282 106 276Z", "rust")
    f.line("M134 261q9 0 9 6t-9 6M115 249q-4-7 0-13M125 249q-4-7 0-13", "rust", 3)
    X, Y = 180, 346
    # therapist, behind the table, facing left
    hip, c7, sh = (566, 281), (484, 146), (494, 168)
    wn, wf = (412, 282), (378, 288)
    f.skin(4, 1)
    leg(f, (556, 281), (530, 464), u, 1, "navy2")
    shoe(f, (530, 466), u, -1)
    leg(f, (574, 281), (640, 468), u, 1, "navy")
    shoe(f, (642, 474), u, -1)
    el = lerp(sh, wf, 0.53)
    bare_arm(f, (482, 168), (el[0] - 6, el[1] + 2), wf, u, "d")
    sleeve(f, (482, 168), el, wf, u, "teal2", 0.5)
    f.p(trunk([hip, (542, 218), (508, 176), c7], u, -1, -0.24, 1, hem=True), "teal")
    neck(f, (486, 150), (462, 116), u)
    f.p(cap((493, 146), 13, (474, 164), 13), "teal2")
    head(f, (450, 98), u, -16, -1, "side", "topbun", "rest", "smile", nose=-3, lips=2)
    f.end()
    prone_body(f, X, Y, u, 2, 3, "bun", age=True)
    f.end()
    f.skin(4, 1)
    hand(f, wf, u, 173, -1, "side", 0.9)
    f.end()
    f.skin(2, 3)
    prone_arm(f, X, Y, u)
    f.end()
    f.skin(4, 1)
    bare_arm(f, sh, lerp(sh, wn, 0.53), wn, u)
    sleeve(f, sh, lerp(sh, wn, 0.53), wn, u, "teal", 0.55)
    f.line("M478 186Q470 196 456 214", "teal2", 3)
    hand(f, wn, u, 171, -1, "side", 0.9)
    f.end()
    table(f, 244, Y, 436, u, 496)
    for x, y in ((350, 500), (386, 506)):
        f.p(f"M{x} {y}Q{x - 4} {y - 7} {x + 3} {y - 8}L{x + 22} {y - 7}V{y}Z", "rose2")
        f.p(f"M{x + 18} {y}V{y - 13}Q{x + 30} {y - 13} {x + 42} {y - 6}Q{x + 46} {y} {x + 40} {y}Z", "rust")
    prone_legs(f, X, Y, u, 2)
    f.end()
    return f


@picture
def cover() -> Drawing:
    return cover_scene("cover")


@picture
def cover_narrow() -> Drawing:
    return cover_scene("cover-narrow", (150, 44, 560, 470))


@picture
def cover_walk() -> Drawing:
    f = Drawing("cover-walk", 960, 540, "A walk, and the back lets go", "An older man with a grey beard walks along a path between low hills. He is mid-step; one hand comes away from his low back. He smiles. A small dog trots ahead.")
    u = 60
    f.panel(0, 0, 960, 540, "sky", 0)
    f.circle((730, 130), 54, "cream")
    f.p("M0 300Q140 200 330 268T680 240T960 220V540H0Z", "sage")
    f.p("M0 372Q220 290 470 344T960 300V540H0Z", "sage2")
    for x, y, s in ((120, 340, 1), (196, 354, 0.7), (850, 310, 0.9)):
        f.rect(x - 5 * s, y - 30 * s, 10 * s, 50 * s, "wood2", 4)
        f.p(smooth([(x, y - 150 * s), (x + 42 * s, y - 104 * s), (x + 40 * s, y - 44 * s), (x, y - 24 * s), (x - 40 * s, y - 44 * s), (x - 42 * s, y - 104 * s)]), "leaf")
        f.line(f"M{n(x)} {n(y - 20 * s)}V{n(y - 92 * s)}M{n(x)} {n(y - 52 * s)}L{n(x + 17 * s)} {n(y - 74 * s)}M{n(x)} {n(y - 66 * s)}L{n(x - 14 * s)} {n(y - 84 * s)}", "leaf2", 3)
    f.p("M0 456Q240 428 480 450T960 424V540H0Z", "sand")
    f.p("M0 510Q240 490 520 506T960 488V540H0Z", "leaf")
    for x, y in ((60, 520), (250, 508), (700, 506), (900, 504)):
        f.line(f"M{x} {y}q-4-14-12-18M{x} {y}q0-16 4-22M{x} {y}q4-12 14-14", "leaf", 4)
    gy = 482
    f.ell((440, gy + 2), 120, 9, "shade", ' opacity=".14"')
    hip, c7 = (424, 266), (440, 116)
    f.skin(2, 3)
    sh = (434, 142)
    # far arm swings forward, far leg pushes off behind, near leg lands on the heel
    fs, fe, fw = (444, 142), (478, 212), (528, 250)
    bare_arm(f, fs, fe, fw, u, "d")
    hand(f, fw, u, 32, 1, "hang", 0.85)
    sleeve(f, fs, fe, fw, u, "rust2", 1.85)
    leg(f, (420, 268), (342, gy - 34), u, -1, "navy2")
    shoe(f, (338, gy - 30), u, 1, 32)
    leg(f, (428, 268), (492, gy - 18), u, -1, "navy")
    shoe(f, (494, gy - 18), u, 1, -14)
    f.p(trunk([hip, (425, 212), (430, 165), c7], u, 1, -0.2, 1, belly=0.16, hem=True, wide=1.06), "rust")
    neck(f, (438, 124), (448, 92), u)
    f.p(smooth([(428, 112), (404, 112), (382, 104), (362, 110, 0.3), (358, 128, 0.3), (384, 124), (408, 132), (430, 132)]), "sand2")
    f.line("M370 110L367 126M380 107L378 123", "sand", 3)
    f.p(smooth([(418, 128, 0.5), (420, 110), (442, 104), (464, 112), (468, 128, 0.5), (444, 138)]), "sand")
    f.line("M424 124Q444 132 464 122", "sand2", 3)
    head(f, (456, 72), u, 0, 1, "side", "bald", "glad", "smile", beard=True, nose=4, age=True)
    # near arm: elbow back, the hand lifts off the low back
    el, wr = (368, 192), (378, 250)
    bare_arm(f, sh, el, wr, u)
    sleeve(f, sh, el, wr, u, "rust", 1.8)
    f.line("M456 158Q448 176 428 184", "rust2", 3)
    hand(f, wr, u, 62, -1, "hang", 0.85)
    f.end()
    # a small dog
    d = 620
    f.p(smooth([(d, 432), (d + 20, 422), (d + 70, 424), (d + 96, 418), (d + 104, 436), (d + 92, 456), (d + 50, 458), (d + 10, 456)]), "cream")
    f.p(cap((d + 12, 444), 9, (d - 4, 474), 5) + cap((d + 20, 448), 9, (d + 26, 476), 5) + cap((d + 84, 446), 9, (d + 78, 476), 5) + cap((d + 90, 446), 8, (d + 104, 470), 5), "cream2")
    f.p(smooth([(d + 84, 424), (d + 90, 398), (d + 112, 388), (d + 130, 398), (d + 148, 408), (d + 146, 418), (d + 122, 424), (d + 108, 438)]), "cream")
    f.p(smooth([(d + 96, 394), (d + 110, 390), (d + 112, 408), (d + 104, 424), (d + 92, 420)]), "wood2")
    f.line(f"M{d + 6} 434Q{d - 18} 424 {d - 16} 402", "cream", 8)
    f.circle((d + 147, 408), 4, "navy2")
    f.circle((d + 124, 404), 2.6, "navy2")
    f.p(smooth([(d + 30, 424), (d + 58, 423), (d + 62, 440), (d + 40, 446)]), "wood2")
    f.end()
    return f
