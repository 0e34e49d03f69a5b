"""Medical drawings: exact places, in the same palette."""

from __future__ import annotations

import math

from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, mirrored, n, smooth, xy
from figures.hands import hand
from figures.heads import head
from figures.registry import picture

Kind = dict[str, object]


def bare(f: Drawing, at: Point, u: float, skin: int, hair: int, style: str, view: str, w: float = 1, woman: bool = False, **face: object) -> None:
    """A standing body in shorts, from the front or from behind, the palms forward in front view. Leaves the person open."""
    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - y * u)

    f.skin(skin, hair)
    for s in (-1, 1):
        hip, knee, ankle = to(s * .4 * w, 3.3), to(s * .43 * w, 1.86), to(s * .4 * w, .34)
        f.p(cap(hip, .43 * w * u, knee, .25 * u * w ** .5, .02 * u, .03 * u) + cap(knee, .25 * u * w ** .5, ankle, .135 * u, .05 * u, .05 * u), "s")
        x, y = to(s * .44 * w, 0)
        if view == "front":
            f.p(smooth([(x - s * .17 * u, y - .42 * u, .6), (x - s * .17 * u, y - .1 * u), (x - s * .1 * u, y + .04 * u, .7), (x + s * .22 * u, y + .03 * u, .7), (x + s * .24 * u, y - .08 * u), (x + s * .1 * u, y - .42 * u, .6)]), "s")
            f.p("".join(cap((x + s * (a - .02) * u, y - .06 * u), r * u, (x + s * a * u, y + b * u), r * u) for a, b, r in ((-.12, .07, .068), (-.01, .06, .046), (.08, .045, .043), (.16, .03, .04), (.23, 0, .036))), "s")
            f.line("".join(f"M{xy((x + s * (a - .01) * u, y - .03 * u))}L{xy((x + s * a * u, y + .06 * u))}" for a in (-.055, .033, .12, .195)), "l", .03 * u)
        else:
            f.p(smooth([(x - s * .17 * u, y - .42 * u, .6), (x - s * .17 * u, y - .04 * u), (x - s * .06 * u, y + .05 * u, .7), (x + s * .12 * u, y + .03 * u), (x + s * .1 * u, y - .42 * u, .6)]), "s")
        sh, el, wr = to(s * .84 * w ** .6, 5.56), to(s * (1.12 + .3 * (w - 1)), 4.32), to(s * (1.26 + .3 * (w - 1)), 3.24)
        f.p(cap(sh, .23 * u * w ** .5, el, .165 * u, .02 * u, .03 * u) + cap(el, .165 * u, wr, .105 * u, .02 * u, .02 * u), "s")
        hand(f, wr, u, 90 - s * 7, s, "palm" if view == "front" else "flat", .78)
    half: list[Node] = [(-.2, 6.36, .4), (-.22, 6.08), (-.44, 5.95), (-.8, 5.83), (-1.0, 5.62), (-.98, 5.3), (-.8, 5.02), (-.73, 4.6), (-.62, 4.16), (-.7, 3.76), (-.82, 3.3), (-.78, 3.02, .4)]
    f.p(smooth([(*to(x * (w if y < 5.2 else w ** .5), y), *r) for x, y, *r in mirrored(half)]), "s")
    head(f, to(0, 6.74), u, 0, 1, view, style, "open", "smile", **face)
    if view == "front":
        f.line(f"M{xy(to(-.5, 5.84))}Q{xy(to(-.3, 5.74))} {xy(to(-.12, 5.76))}M{xy(to(.5, 5.84))}Q{xy(to(.3, 5.74))} {xy(to(.12, 5.76))}", "d", .05 * u)
        f.ell(to(0, 4.0), .035 * u, .06 * u, "d")
        for s in (-1, 1):
            f.line(f"M{xy(to(s * .36 * w, 1.96))}Q{xy(to(s * .44 * w, 1.84))} {xy(to(s * .52 * w, 1.96))}", "d", .045 * u)
    else:
        f.line(f"M{xy(to(0, 5.9))}Q{xy(to(-.02, 5))} {xy(to(0, 3.86))}", "d", .055 * u)
        for s in (-1, 1):
            f.line(f"M{xy(to(s * .26, 5.5))}Q{xy(to(s * .24, 5.1))} {xy(to(s * .44, 4.96))}Q{xy(to(s * .58, 4.96))} {xy(to(s * .68, 5.14))}", "d", .045 * u)
            f.line(f"M{xy(to(s * .32 * w, 1.94))}H{n(to(s * .54 * w, 0)[0])}", "d", .04 * u)
    for s in (-1, 1):
        f.line(f"M{xy(to(s * .8 * w ** .6, 5.1))}Q{xy(to(s * .78 * w ** .6, 5.24))} {xy(to(s * .82 * w ** .6, 5.34))}", "d", .045 * u)


def shorts(f: Drawing, at: Point, u: float, k: str, w: float = 1, top: float = 3.72, low: float = 2.72) -> None:
    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - y * u)
    f.p(smooth([(*to(x, y), .3) for x, y in ((-.73 * w, top), (0, top - .06), (.73 * w, top), (.86 * w, 3.3), (.86 * w, low), (.08, low - .06), (0, 3.12), (-.08, low - .06), (-.86 * w, low), (-.86 * w, 3.3))]), k)
    f.line(f"M{xy(to(0, top - .1))}V{n(to(0, 3.14)[1])}M{xy(to(-.7 * w, top - .14))}Q{xy(to(0, top - .22))} {xy(to(.7 * w, top - .14))}", k + "2", .05 * u)


def spot(f: Drawing, at: Point, rx: float, ry: float, rot: float = 0, edge: bool = True) -> None:
    """A place where hands do not go: a hatched patch with a line round it."""
    c, s = math.cos(math.radians(rot)), math.sin(math.radians(rot))
    ring: list[Node] = [(at[0] + rx * math.cos(a) * c - ry * math.sin(a) * s, at[1] + rx * math.cos(a) * s + ry * math.sin(a) * c) for a in (i * math.pi / 4 for i in range(8))]
    area(f, smooth(ring), (at[0] - max(rx, ry), at[1] - max(rx, ry), 2 * max(rx, ry), 2 * max(rx, ry)))


def area(f: Drawing, path: str, box: tuple[float, float, float, float], step: float = 9, width: float = 2.6) -> None:
    """A hatched patch with a line round it."""
    f.p(path, "cream", ' opacity=".6"')
    f.hatch(path, box, "stop", step, width)
    f.line(path, "stop", width)


@picture
def back_regions() -> Drawing:
    f = Drawing("back-regions", 480, 440, "The neck, the upper back and the low back",
                "A woman seen from behind, from head to thighs, in shorts. Three regions are marked: the neck; the upper back, from the base of the neck to the lowest ribs; and, hatched, the low back, from the lowest ribs to the crease under the buttocks.")
    f.panel(0, 0, 480, 440, "wall2")
    at, u = (176, 668), 86.0
    bare(f, at, u, 2, 1, "topbun", "back")

    def to(x: float, y: float) -> Point:
        return (at[0] + x * u, at[1] - y * u)

    shorts(f, at, u, "teal", low=2.7)
    f.p(smooth([(*to(x, y), *r) for x, y, *r in mirrored([(-.2, 6.4, .4), (-.21, 6.1, .6), (-.3, 6.02, .4), (0, 5.98)], 0)]), "sand")
    f.p(smooth([(*to(x, y), *r) for x, y, *r in mirrored([(-.3, 5.99, .4), (-.6, 5.9), (-.72, 5.6), (-.74, 5.1), (-.71, 4.62, .4), (-.4, 4.5), (0, 4.56)], 0)]), "sage")
    low = smooth([(*to(x, y), *r) for x, y, *r in mirrored([(0, 4.5), (-.4, 4.44), (-.69, 4.54, .4), (-.62, 4.16), (-.7, 3.76), (-.82, 3.3), (-.8, 3.12, .4), (-.42, 2.98), (-.08, 3.06, .5)], 0)])
    f.p(low, "rust")
    f.hatch(low, (*to(-.85, 4.6), 1.7 * u, 1.7 * u), "sheet", 15, 3)
    f.line(low, "sheet", 3)
    f.line(f"M{xy(to(0, 5.9))}Q{xy(to(-.02, 5))} {xy(to(0, 4.56))}M{xy(to(0, 4.46))}V{n(to(0, 3.06)[1])}", "l", 4, ' opacity=".45"')
    f.end()
    for y, top, bottom, words, size in ((6.2, 6.42, 6.0, "neck", 22), (5.25, 5.94, 4.58, "upper back", 22), (3.75, 4.5, 3.0, "low back", 26)):
        a, b = to(1.48, top), to(1.48, bottom)
        f.line(f"M{n(a[0])} {n(a[1])}q9 0 9 9V{n(b[1] - 9)}q0 9-9 9", "ink", 3)
        f.label((to(1.68, y)[0], to(0, y)[1] + 8), words, size=size)
    return f.end()


@picture
def saddle_area() -> Drawing:
    f = Drawing("saddle-area", 480, 300, "The saddle area",
                "The hips and thighs of one person from behind and of another from the front, drawn plainly. The hatched area runs between the buttocks and around the anus, around the genitals, and down the inside of both upper thighs.")
    for i, (view, ground, skin) in enumerate((("back", "wall2", 3), ("front", "wall", 1))):
        x = 122 + i * 246
        f.panel(i * 246, 0, 234, 300, ground)
        f.skin(skin, 1)
        outer = [(x - 62, -10), (x - 66, 20), (x - 84, 70), (x - 96, 118), (x - 94, 170), (x - 84, 310)]
        outline = smooth([*outer, (x - 16, 310, .2), (x - 5, 176, .3), (x + 5, 176, .3), (x + 16, 310, .2), *((2 * x - a, b) for a, b in reversed(outer))], k=.5)
        f.p(outline, "s")
        if view == "back":
            patch = smooth([(x, 84, .3), (x - 12, 112), (x - 21, 140), (x - 34, 166), (x - 50, 196), (x - 46, 236), (x - 22, 262, .4), (x - 11, 230), (x - 6, 180, .3), (x, 174), (x + 6, 180, .3), (x + 11, 230), (x + 22, 262, .4), (x + 46, 236), (x + 50, 196), (x + 34, 166), (x + 21, 140), (x + 12, 112)])
        else:
            patch = smooth([(x, 104), (x - 24, 108), (x - 38, 128), (x - 44, 164), (x - 52, 196), (x - 46, 238), (x - 22, 262, .4), (x - 11, 230), (x - 6, 180, .3), (x, 174), (x + 6, 180, .3), (x + 11, 230), (x + 22, 262, .4), (x + 46, 238), (x + 52, 196), (x + 44, 164), (x + 38, 128), (x + 24, 108)])
        if view == "back":
            f.line(f"M{x} 66V174", "l", 4)
            for s in (-1, 1):
                f.line(f"M{x + s * 6} 172Q{x + s * 40} 196 {x + s * 76} 172", "d", 4.5)
                f.ell((x + s * 26, 26), 5, 4, "d")
            f.line(f"M{x} -10V30", "d", 4.5)
        else:
            f.ell((x, 8), 4, 6, "d")
            for s in (-1, 1):
                f.line(f"M{x + s * 78} 76Q{x + s * 48} 116 {x + s * 22} 140", "d", 4.5)
        area(f, patch, (x - 60, 80, 120, 190), 13, 3.4)
        f.line(f"M{x - 5} 178L{x - 15} 310M{x + 5} 178L{x + 15} 310", "l", 3)
        f.end()
        f.end()
    return f


@picture
def no_hands() -> Drawing:
    f = Drawing("no-hands", 640, 640, "Where not to press yourself",
                "A woman from the front and a man from behind, both standing in shorts. Hatched places are not pressed. From the front: the throat and the front and sides of the neck, the breasts, the belly, the groin, wiggly raised veins on one leg, a swollen lower leg, and a sensor on the upper arm. From behind: the sides of the neck, the spine, the kidneys at the lowest ribs, and the backs of the knees.")
    for x, ground in ((0, "wall"), (326, "wall2")):
        f.panel(x, 0, 314, 640, ground)
        f.p(f"M{x} 592H{x + 314}V640H{x}Z", "floor")
        at, u = (x + 157.0, 612.0), 80.0

        def to(a: float, b: float, at: Point = at, u: float = u) -> Point:
            return (at[0] + a * u, at[1] - b * u)

        f.ell((at[0], at[1] + 2), 96, 8, "shade", ' opacity=".12"')
        if not x:
            bare(f, at, u, 4, 1, "topbun", "front", 1.14, nose=1, lips=2)
            f.p(cap(to(-.47, 1.3), .31 * u, to(-.46, .5), .22 * u, 0, 0), "s")  # a swollen calf
            f.p(smooth([(*to(a, b), *r) for a, b, *r in mirrored([(-.36, 5.9, .3), (-.5, 5.3, .6), (-.76, 5.02), (-.76, 4.66, .5), (0, 4.6)], 0)]), "sand")
            f.line(f"M{xy(to(-.36, 5.9))}L{xy(to(-.46, 5.5))}M{xy(to(.36, 5.9))}L{xy(to(.46, 5.5))}", "sand2", 5)
            shorts(f, at, u, "teal", 1.14)
            area(f, smooth([(*to(a, b), *r) for a, b, *r in mirrored([(-.12, 6.32, .4), (-.22, 6.2), (-.24, 6.0), (-.3, 5.88), (0, 5.8)], 0)]), (*to(-.4, 6.4), .9 * u, .9 * u))
            for s in (-1, 1):
                spot(f, to(s * .36, 5.04), .3 * u, .27 * u)
            spot(f, to(0, 4.1), .5 * u, .36 * u)
            for s in (-1, 1):
                spot(f, to(s * .36, 3.3), .32 * u, .12 * u, s * -38)
            spot(f, to(-.47, .98), .27 * u, .48 * u, -2)
            area(f, cap(to(.47, 1.5), .2 * u, to(.45, .8), .16 * u), (*to(.1, 1.8), .7 * u, 1.4 * u))
            f.line(f"M{xy(to(.52, 1.62))}q-9 9 0 17t-3 17q-8 8-1 16t-4 14", "artery", 4)
            f.line(f"M{xy(to(.42, 1.5))}q6 10-1 18t3 16", "artery", 3)
            f.rect(to(1.06, 4.98)[0] - 7.5, to(0, 4.98)[1] - 7.5, 15, 15, "sheet", 5)
            f.circle(to(1.06, 4.98), 3.2, "sage2")
            spot(f, to(1.06, 4.98), .15 * u, .15 * u)
        else:
            bare(f, at, u, 1, 4, "short", "back")
            shorts(f, at, u, "navy")
            for s in (-1, 1):
                spot(f, to(s * .2, 6.1), .12 * u, .22 * u, s * 16)
                spot(f, to(s * .4, 4.56), .22 * u, .17 * u, s * 18)
                spot(f, to(s * .43, 1.84), .22 * u, .19 * u)
            area(f, cap(to(0, 5.72), .1 * u, to(0, 3.86), .1 * u), (*to(-.3, 5.9), .6 * u, 2.4 * u))
        f.end()
        f.end()
    return f


def bumpy(y: float, x: float, dent: float) -> float:
    """How far a layer gives way under the hand at x."""
    return y + dent * math.exp(-((x - 214) / 44) ** 2)


def layer(f: Drawing, top: float, bottom: float, dent: float, dent2: float, k: str, extra: str = "") -> None:
    xs = range(-10, 491, 25)
    down = [(x, bumpy(bottom, x, dent2)) for x in reversed(xs)]
    f.p(smooth([*((x, bumpy(top, x, dent), *((.3,) if x in (-10, 490) else ())) for x in xs), *((x, y, *((.3,) if x in (-10, 490) else ())) for x, y in down)]), k, extra)


@picture
def layers() -> Drawing:
    f = Drawing("layers", 480, 500, "What lies under the hand",
                "A slice through the low back of somebody who lies face down, seen from the side. A hand presses from above. From the hand inwards: skin, fat, a thin white sheet of fascia, muscle, then bony arches with small joints between them, then openings with a nerve in each, and deepest the blocks of bone with a disc between each two.")
    f.panel(0, 0, 480, 500, "wall2")
    name = f"{f.name}-cut"
    f.defs.append(f'<clipPath id="{name}"><path d="M0 0H336V500H0Z"/></clipPath>')
    f.g(extra=f' clip-path="url(#{name})"')
    f.skin(2, 1)
    layer(f, 104, 520, 30, 0, "s")
    layer(f, 118, 520, 27, 0, "fat")
    for i in range(9):
        x = 16 + i * 38
        f.ell((x, bumpy(134 + i % 2 * 5, x, 20)), 13, 6, "cream", ' opacity=".6"')
    layer(f, 150, 520, 16, 0, "fascia")
    layer(f, 158, 520, 14, 0, "muscle")
    for i, y in enumerate((178, 198, 218)):
        f.line("M" + "L".join(f"{x} {n(bumpy(y, x, 8 - i * 2))}" for x in range(-6, 350, 20)), "muscle2", 3.4, ' opacity=".8"')
    f.p("M0 240Q170 234 340 242V500H0Z", "muscle2")
    for i in range(-1, 3):  # a vertebra: block, bridge, arch; the head lies to the left
        x = 14 + i * 132
        f.rect(x, 366, 104, 150, "bone", 12)
        f.line(f"M{x + 10} 384q42 9 84 0", "bone2", 3)
        f.rect(x + 106, 372, 24, 140, "disc", 9)
        f.ell((x + 118, 446), 6.5, 44, "core")
        # up from the block: the bridge, a joint process to the head, the arch, and one that roofs the next bone's
        f.p(smooth([(x + 8, 374, .4), (x + 10, 346), (x - 2, 330), (x - 19, 318), (x - 23, 306), (x - 10, 299), (x + 10, 299), (x + 21, 276), (x + 46, 260), (x + 80, 262), (x + 112, 270), (x + 134, 280), (x + 137, 291), (x + 122, 292), (x + 96, 292), (x + 74, 304), (x + 58, 326), (x + 52, 350), (x + 54, 374, .4)]), "bone")
        f.line(f"M{x + 32} 282q22-10 50-3M{x + 18} 354q12 5 26 0", "bone2", 3)
    for i in range(-1, 3):
        x = 14 + i * 132
        f.line(f"M{x + 112} 297Q{x + 124} 294 {x + 139} 295.5", "core", 4)  # the gristle of a joint
        f.circle((x + 80, 346), 13, "nerve2")
        f.circle((x + 80, 346), 9.5, "nerve")
    f.end()
    f.end()
    for y, at, words in ((98, 112, "skin"), (128, 136, "fat"), (158, 155, "fascia"), (206, 206, "muscle"), (284, 284, "arches"), (346, 346, "nerve"), (420, 420, "disc"), (468, 468, "bone")):
        x = {"nerve": 242, "disc": 268}.get(words, 340)
        f.line(f"M{x} {at}H340L356 {y - 7 if at != y else y}", "shade" if x < 340 else "ink", 2.4)
        f.label((364, y + (0 if at != y else 7)), words, size=24)
    f.skin(3, 1)
    f.p(cap((450, -67), 30, (329, 43), 20, 3, 2), "s")
    hand(f, (329, 45), 150, 152, -1, "side", .96)
    f.p(cap((520, -119), 56, (412, -41), 36), "teal")
    f.end()
    return f.end()


def vertebra(f: Drawing, x: float, y: float) -> None:
    """A vertebra from the side: the block, the bridge to the arch and the spine behind it."""
    f.p(smooth([(x + 92, y + 16, .4), (x + 120, y + 10), (x + 150, y + 18), (x + 186, y + 40), (x + 190, y + 58), (x + 170, y + 60), (x + 140, y + 50), (x + 128, y + 72), (x + 114, y + 68), (x + 112, y + 40), (x + 92, y + 40, .4)]), "bone2")
    f.p(smooth([(x, y, .5), (x + 48, y + 5), (x + 96, y, .5), (x + 92, y + 40), (x + 96, y + 80, .5), (x + 48, y + 75), (x, y + 80, .5), (x + 5, y + 40)]), "bone")


@picture
def disc() -> Drawing:
    f = Drawing("disc", 480, 320, "A disc does not slip",
                "Two side views of a piece of the spine, each with two bones, the disc between them, and a nerve behind. In the first, the disc fills the gap and is joined to the bone above and to the bone below. In the second, it is still joined to both, but part of its soft core has pushed out at the back and presses on the nerve.")
    for i in range(2):
        x = i * 246
        f.panel(x, 0, 234, 320, "sky")
        o = x + 22
        bulge = 24 if i else 0
        bend = 15 if i else 0
        sac = smooth([(o + 113, -10), (o + 113, 96), (o + 113 + bend * .5, 122), (o + 113 + bend, 143), (o + 113 + bend * .5, 164), (o + 113, 192), (o + 113, 330)], closed=False)
        root = smooth([(o + 114 + bend, 146), (o + 110 + bend * .4, 178), (o + 96, 214), (o + 86, 256), (o + 80, 330)], closed=False)
        f.line(sac, "nerve2", 18)  # the sac of nerves runs down behind the blocks, inside the arches
        f.line(sac, "nerve", 12)
        vertebra(f, o, 38)
        vertebra(f, o, 168)
        f.p(smooth([(o + 2, 119, .4), (o + 48, 114), (o + 94, 119, .4), (o + 100 + bulge * .3, 143), (o + 94, 167, .4), (o + 48, 172), (o + 2, 167, .4), (o - 5, 143)]), "disc")
        for a in (9, 19):
            f.line(f"M{o + a} 124q-7 19 0 38" + ("" if i else f"M{o + 96 - a} 124q7 19 0 38"), "core", 2.4, ' opacity=".7"')
        if i:
            f.p(smooth([(o + 40, 130), (o + 66, 129), (o + 86, 136), (o + 104, 132), (o + 119, 138), (o + 121, 148), (o + 108, 156), (o + 88, 151), (o + 66, 157), (o + 40, 156), (o + 30, 143)]), "core")
            for r, op in ((22, .5), (30, .35)):
                f.raw(f'<circle fill="none" stroke="{f.fill("stop")}" stroke-width="3" opacity="{op}" cx="{o + 130}" cy="143" r="{r}"/>')
        else:
            f.ell((o + 50, 143), 27, 15, "core")
        f.line(root, "nerve2", 11)  # a root leaves it between two arches, downwards and to the front
        f.line(root, "nerve", 6)
        f.label((o + 48, 86), "bone", "middle", colour_name="shade")
        f.label((o + 46, 284), "disc", "middle", colour_name="shade")
        f.line(f"M{o + 46} 262V166", "shade", 2.4)
        f.label((o + 132, 26), "nerve", colour_name="shade")
        f.end()
    return f
