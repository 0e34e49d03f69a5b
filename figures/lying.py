"""Draws people who lie on their side, lie on their back or push themselves up from lying."""

from __future__ import annotations

from collections.abc import Sequence

from evidence.model.palette import shade
from figures.bodies import Look, bare_arm, trunk
from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, curve, dist, ik, lerp, limb, n, smooth, xy
from figures.hands import front_foot, hand, shoe
from figures.heads import head
from figures.things import pillow


def foot(x: float, y: float) -> str:
    """Return the SVG path of a foot in a sock, with the top of the foot towards the viewer.

    Args:
        x, y: the ankle.
    """
    return smooth([(x - 2, y - 10, .4), (x + 14, y - 11), (x + 28, y - 9), (x + 37, y + 1), (x + 34, y + 11), (x + 22, y + 12), (x + 8, y + 10), (x - 2, y + 9, .4)])


def on_side(f: Drawing, at: Point, look: Look, *, size: float = 1, pregnant: bool = False, eyes: str = "rest",
            under: str = "sage") -> None:
    """Draw a person lying on their side, seen from the front and a little from above, head on a pillow to the left. At size 1,
    the person is 410 units long.

    Hips and knees bend towards us. The upper arm lies over one pillow, and another reaches from the knees to the feet.

    Args:
        at: the left end of the pillow under the head, on the surface. Knees and arms lie up to 30 units below that point, nearer
            to us.
        under: the colour of that pillow.
    """
    u = 52
    top2, legs2 = look.shade(look.top), look.shade(look.bottoms)
    socks = "sand" if look.shoes == "shoe" else look.shoes
    long = look.sleeves > 1
    f.g(at, s=size)
    pillow(f, 56, -11, 118, 40, under)
    f.skin(look.skin, look.hair_colour)
    if look.hair == "long":
        f.p(smooth([(50, -78), (88, -74), (108, -58), (112, -30), (96, -10), (66, -12), (42, -22)]), "h")
    if look.hair == "scarf":
        f.p(smooth([(70, -76), (100, -76), (126, -62), (130, -34), (104, -18), (66, -18)]), look.face.get("scarf", "teal"))
    w = look.wide
    lw = max(1, w) ** .6
    # the lower leg, in the shade, and its foot
    f.p(foot(388, 14), shade(socks))
    f.p(limb((240, -24), 26, (318, 15), 16.5 * lw, (390, 14), 9.4, upper=(2, 2), lower=(3, 1), flat=True), legs2)
    # the pillow between the knees, as far as the feet
    f.g((344, -8), -3)
    pillow(f, 0, 0, 126, 27, "cream")
    if size > .6:
        f.line("M-40 4Q4 9 50 3", "cream2", 2.5)
    f.end()
    # the lower arm comes from under the neck, the hand beside the pillow
    el, wr = (136, 0), (82, 7)
    f.p(cap(el, 11 * lw, wr, 6.6, 1, 1), "d")
    hand(f, wr, u, 180, 1, "side", .76, "d")
    if long:
        f.p(cap(el, 13 * lw, lerp(el, wr, .74), 9.5, flat=True), top2)
    # the neck goes on from the head into the shoulders, in one line with the spine
    if look.hair != "scarf":
        f.p(smooth([(76, -58, .6), (96, -57), (110, -64), (124, -72), (124, -20), (108, -26), (96, -34), (76, -34, .6)]), "s")
        f.p("M86-56Q97-46 88-34L78-36V-56Z", "d")  # the shade of the jaw
    head(f, (58, -46), u * 1.08, -84, 1, "front", look.hair, eyes, "smile", turn=-2, **look.face)
    # the upper leg: the thigh comes towards us, the knee bends, the shin goes back to the foot
    f.p(foot(386, -35), socks)
    if size > .6:
        f.line("M392-43Q399-35 395-25", shade(socks), 3)
    f.p(limb((244, -45 * w ** .4), 37 * w ** .5, (322, -27), 18 * lw, (390, -35), 10.5, upper=(4, 3), lower=(2, 5), flat=True), look.bottoms)
    f.line(f"M{n(306 - 4 * lw)} -15Q316-10 327-13M276-24Q264-16 258 -2", legs2, 3)
    # the trunk, with its waist; the top ends at the hip
    f.p(smooth([(104, -60, .5), (116, -74), (134, -84 * w ** .3), (162, -79 * w ** .8), (194, -67 * w), (222, -75 * w), (246, -81 * w ** .8, .7), (257, -64), (262, -36), (256, -10), (244, 5, .6), (190, 7), (130, 6), (107, -2), (102, -16, .6), (108, -40)]), look.top)
    if size > .6:
        f.line("M238-2Q232 2 224 1M246-70Q236-60 238-48", top2, 3)
    if pregnant:
        f.p(smooth([(186, -46, .6), (206, -58), (238, -46), (253, -16), (240, 13), (212, 19), (190, 8, .6)]), look.top)
        f.line("M212-57Q246-50 251-18Q250 8 230 16", top2, 3)
    if look.hair != "scarf":
        f.line("M105-60Q121-44 103-18", top2, 4)  # the neckline
    # the upper arm lies over a cushion, the hand flat on it
    pillow(f, 166, -10, 80, 46, "cream")
    sh, el, wr = (136, -64), (198, -46), (158, -16)
    bare_arm(f, sh, el, wr, u, "s", lw)
    hand(f, wr, u, 158, *((-1, "flat") if size > .6 else (1, "side")), .76)
    f.p(cap(sh, 18 * lw, lerp(sh, el, .6), 15 * lw, 1, 1, flat=True) if not long else limb(sh, 18 * lw, el, 12.6 * lw, lerp(el, wr, .72), 9.6, flat=True), look.top)
    f.line("M124-48Q146-43 168-40L176-69" if not long else "M124-48Q148-42 176-38", top2, 3)
    f.end()
    f.end()


def supine(f: Drawing, at: Point, u: float, look: Look, knee_up: Point, ankle: Point, *, eyes: str = "rest", foot: float = -70, on_belly: bool = False) -> None:
    """Draw a person lying on their back, with the feet to the right. `at` is the point on the surface at the top of the head.

    Args:
        knee_up: a point towards which the knee bends. The leg lies flat if that point is no more than half a head's height above
            the surface.
        ankle: the position of the ankle relative to `at`, in heads to the right and up.
        foot: the angle of the sole, in degrees.
        on_belly: whether the hand nearer to the viewer rests on the belly. Otherwise, the arm lies along the person's side.
    """
    def to(p: Point) -> Point:
        return (at[0] + p[0] * u, at[1] - p[1] * u)

    top2, legs2 = look.shade(look.top), look.shade(look.bottoms)
    f.skin(look.skin, look.hair_colour)
    lift = .52 * (look.wide - 1)  # a larger person has a thicker back
    hip, c7 = to((3.62, .47 + lift)), to((1.14, .42 + lift))
    side = -1 if knee_up[1] > .5 else 1

    def one_leg(k: str, dx: float, dy: float) -> None:
        h, a = (hip[0] + dx * u * (1 if side < 0 else 3), hip[1] - (dy if side < 0 else dy - lift * .5 - .03) * u), (to(ankle)[0] + dx * 3 * u, to(ankle)[1] - dy * 2 * u)
        knee = ik(h, a, 1.78 * u, 1.66 * u, side)
        shoe(f, a, u * .88, 1, foot, look.shoes, look.shoes == "bare")
        f.p(limb(h, min(.41 * look.limbs ** .5 * u, at[1] - h[1]), knee, .265 * look.limbs ** .5 * u, a, .18 * u, lower=(.02 * u, .05 * u), flat=True), k)

    one_leg(legs2, .04, .05)
    f.p(cap((c7[0] + .1 * u, c7[1]), .25 * u, to((.72, .44 + lift * .5)), .22 * u), "d")
    axis = [hip, to((2.8, .42 + lift)), to((1.95, .46 + lift)), c7]
    f.p(trunk(axis, u, 1, -.14, .16, look.belly, 0, -.03, hem=False, wide=look.wide), look.bottoms)
    one_leg(look.bottoms, 0, 0)
    if side > 0:  # one line for the fold between belly and thigh
        f.p(cap((hip[0] - .3 * u, hip[1] - .06 * u), (.36 * look.wide + .1 * look.belly) * u, (hip[0] + 1.3 * u, hip[1] + lift * 1.1 * u), .27 * u), look.bottoms)
    f.p(trunk(axis, u, 1, .13, 1, look.belly, look.chest, 0, grow=.02 * u, hem=False, wide=look.wide), look.top)
    head(f, to((.5, .52)), u * 1.06, -86, 1, "side", look.hair, eyes, "smile", **look.face)
    lw = look.limbs ** .5
    sh, (el, wr) = to((1.56, .46 + lift)), (to((2.36, .22 + lift * .3)), to((3.0, .92 + lift * 1.3))) if on_belly else (to((2.82, .27)), to((3.96, .2)))
    bare_arm(f, sh, el, wr, u, "s", lw)
    hand(f, wr, u, -20 if on_belly else 3, 1, "side", .8)
    f.p(limb(sh, .26 * lw * u, el, .2 * lw * u, lerp(el, wr, .7), .165 * lw * u, flat=True) if look.sleeves > 1
        else cap(sh, .26 * lw * u, lerp(sh, el, .62), .23 * lw * u, flat=True), look.top)
    far = .95 if look.sleeves > 1 else .56  # the upper edge of the sleeve, where it lies against the chest
    length = dist(sh, el)
    nx, ny = (el[1] - sh[1]) / length * .22 * lw * u, (sh[0] - el[0]) / length * .22 * lw * u
    a, b, c = (lerp(sh, el, t) for t in (.24, .6 * far, far))
    hem = "" if look.sleeves > 1 else f"L{xy((c[0] - nx, c[1] - ny))}"
    f.line(f"M{xy((a[0] + nx, a[1] + ny))}Q{xy((b[0] + nx, b[1] + ny))} {xy((c[0] + nx, c[1] + ny))}{hem}", top2, .06 * u)
    f.end()


def legs_up(f: Drawing, at: Point, u: float, look: Look) -> None:
    """Draw a large person lying on their back, with the calves on a seat 1.7 heads high and the arm along their side. `at` is the
    point on the surface at the top of the head.

    """
    def to(p: Sequence[float]) -> Node:
        return (at[0] + p[0] * u, at[1] - p[1] * u, *p[2:])

    top2, legs2 = look.shade(look.top), look.shade(look.bottoms)
    f.skin(look.skin, look.hair_colour)

    def one_leg(dx: float, dy: float, k: str) -> None:
        hip, knee, ankle = to((3.86 + dx, .6)), to((4.72 + dx, 2.1 + dy)), to((6.3 + dx, 1.98 + dy))
        shoe(f, ankle, .92 * u, 1, -84, look.shoes, look.shoes == "bare")
        f.p(limb(hip, .5 * u, knee, .32 * u, ankle, .19 * u, upper=(.02 * u, .06 * u), lower=(.02 * u, .07 * u), flat=True), k)

    one_leg(.12, .05, legs2)
    f.p(cap(to((1.24, .44)), .34 * u, to((.78, .46)), .26 * u), "s")
    f.p(cap(to((1.12, .5)), .26 * u, to((.94, .52)), .25 * u), "d")
    f.p(smooth([to(p) for p in ((3.1, 1.3, .3), (3.5, 1.22), (3.84, 1.06), (4.3, .7), (4.38, .3), (4.16, .03), (3.7, -.02), (3.1, 0, .3))]), look.bottoms)
    one_leg(0, 0, look.bottoms)
    f.p(smooth([to(p) for p in ((1.14, .84, .4), (1.4, 1.0), (1.8, 1.14), (2.2, 1.18), (2.6, 1.36), (3.0, 1.42), (3.3, 1.3, .3), (3.34, .7), (3.26, 0, .3), (2.7, .04), (2.1, -.02), (1.6, 0), (1.26, .06), (1.1, .2, .4))]), look.top)
    f.line(f"M{xy(to((3.02, .12)))}Q{xy(to((2.86, .24)))} {xy(to((2.74, .2)))}M{xy(to((3.18, 1.14)))}Q{xy(to((3.06, 1.02)))} {xy(to((3.1, .86)))}", top2, .05 * u)
    head(f, to((.5, .53)), u * 1.08, -86, 1, "side", look.hair, "rest", "smile", **look.face)
    sh, el, wr = to((1.6, .5)), to((2.84, .25)), to((3.9, .17))
    bare_arm(f, sh, el, wr, u, "s", 1.12)
    hand(f, wr, u, 4, 1, "side", .82)
    f.p(cap(sh, .34 * u, lerp(sh, el, .6), .27 * u, flat=True), look.top)
    f.line(f"M{xy(to((1.78, .86)))}Q{xy(to((2.06, .74)))} {xy(to((2.36, .64)))}M{xy(to((1.5, .2)))}L{xy(to((2.24, .08)))}", top2, .06 * u)
    f.end()


def rising(f: Drawing, at: Point, u: float, look: Look, *, drop: float = 1.5) -> None:
    """Draw a person at the edge of a bed, halfway between lying on their side and sitting. The person faces the viewer, with the
    head to the left.

    One forearm lies flat on the bed, with the elbow below the shoulder. The other palm presses on the bed in front of the person.
    The knees bend over the edge, and the shins hang down.

    Args:
        at: the point on the edge of the bed below the person's buttocks.
        drop: how far the ankles are below `at`, in heads.
    """
    def to(p: Point) -> Point:
        return (at[0] + p[0] * u, at[1] - p[1] * u)

    w, top2, legs2 = look.wide, look.shade(look.top), look.shade(look.bottoms)
    long = look.sleeves > 1
    f.skin(look.skin, look.hair_colour)
    axis = [to((.5, .6)), to((-.1, .86)), to((-.72, 1.42)), to((-1.14, 2.14))]

    def side(t: float, out: float) -> Point:  # returns a point above the spine, or below the spine if `out` is negative
        (x, y), (dx, dy) = curve(axis, t)
        return (x - dy * out * u, y + dx * out * u)

    # the arm the person leans on: the elbow is below the shoulder, and the forearm and palm lie flat on the bed
    sh, el, wr = side(.84, -.6), to((-1.56, .19)), to((-2.66, .13))
    bare_arm(f, sh, el, wr, u, "s", look.limbs)
    hand(f, wr, u, 178, -1, "side", .8)
    f.p(limb(sh, .28 * u, el, .2 * u, lerp(el, wr, .72), .165 * u, flat=True) if long else cap(sh, .28 * u, lerp(sh, el, .62), .23 * u, flat=True), top2)
    f.p(cap(to((-1.12, 2.04)), .25 * u, to((-1.2, 2.5)), .22 * u), "d")  # the neck
    # the buttocks are on the mattress, the thighs come towards us over its edge, and the shins hang down
    f.p(smooth([side(t, o * (w if o > 0 else 1)) for t, o in ((.12, .6), (-.06, .62), (-.24, .44), (-.26, -.3), (-.06, -.52), (.12, -.5))]), look.bottoms)
    for dx, dy, k in ((.42, .1, legs2), (0, 0, look.bottoms)):
        hip, knee, ankle = to((.66 + dx * .3, .46 + dy)), to((1.36 + dx, .02 + dy)), to((1.36 + dx, .06 - drop))
        front_foot(f, ankle, u, 1, look.shoes)
        f.p(limb(hip, .46 * w ** .5 * u, knee, .34 * w ** .5 * u, ankle, .19 * u, upper=(.03 * u, .03 * u), lower=(.02 * u, .03 * u), flat=True), k)
    upper = ((.0, .62 * w, .4), (.14, .66 * w), (.36, .56 * w), (.6, .6 * w ** .5), (.8, .72), (.91, .62), (.98, .34), (1.0, .22, .4))
    lower = ((1.0, -.24, .4), (.97, -.46), (.88, -.68), (.7, -.64), (.46, -.54), (.24, -.58 * w), (.08, -.56, .4))
    f.p(smooth([(*side(t, o), *r) for t, o, *r in (*upper, *lower)]), look.top)
    f.line(f"M{xy(side(1.0, .24))}Q{xy(side(.86, .02))} {xy(side(1.0, -.25))}", top2, .1 * u)
    f.line(f"M{xy(side(.3, -.54))}Q{xy(side(.36, -.36))} {xy(side(.33, -.2))}", top2, .05 * u)
    # the other arm: the elbow points outwards, and the palm presses on the bed in front of the chest
    sh, el, wr = side(.83, .52), to((.3, 1.24)), to((-.5, .24))
    bare_arm(f, sh, el, wr, u, "s", look.limbs)
    hand(f, wr, u, 172, -1, "side", .8)
    f.p(limb(sh, .28 * u, el, .2 * u, lerp(el, wr, .72), .165 * u, flat=True) if long else cap(sh, .28 * u, lerp(sh, el, .64), .23 * u, flat=True), look.top)
    f.line(f"M{xy(side(.74, .3))}L{xy((lerp(sh, el, .62)[0] - .22 * u, lerp(sh, el, .62)[1] + .06 * u))}", top2, .06 * u)
    if long:  # the edges of the sleeve, as far as the cuff
        cuff = lerp(el, wr, .7)
        f.line(f"M{xy((lerp(sh, el, .62)[0] - .22 * u, lerp(sh, el, .62)[1] + .06 * u))}L{xy((el[0] - .24 * u, el[1] - .02 * u))}L{xy((cuff[0] - .12 * u, cuff[1] - .12 * u))}M{xy((el[0] + .16 * u, el[1] + .12 * u))}L{xy((cuff[0] + .12 * u, cuff[1] + .12 * u))}", top2, .06 * u)
    head(f, to((-1.24, 2.82)), u * 1.08, -10, 1, "front", look.hair, "open", "smile", **look.face)
    f.end()
