"""Draws massage strokes. Each picture shows a back from above, with the therapist's hands on it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from figures.drawing import Drawing
from figures.geometry import Node, Point, cap, lerp, mirrored, n, smooth, xy
from figures.hands import BACK, CROSSING, LARGE_CLOSE, LITTLE_EDGE, forearm_to, hand
from figures.heads import head
from figures.pictures.body import forbidden
from figures.registry import coarse, picture

Scene = Callable[[Drawing, "Client", "Giver"], None]
U = 110
"""The height of a head in a view from above."""


@dataclass(frozen=True)
class Client:
    """The appearance of the person on the massage table.

    Attributes:
        wide: how wide the body is, from .9 (slight) to 1.3 (large).
        waist: how straight the sides of the body are, from 0 (an hourglass shape) to 20 (straight).
    """

    skin: int
    hair: int
    style: str
    pad: str = "pad"
    wide: float = 1
    scarf: str = "teal"
    waist: float = 8
    mark: str = ""
    """A feature of the skin: moles, freckles, or a tattoo between shoulder and spine."""


@dataclass(frozen=True)
class Giver:
    """The appearance of the therapist. Only the forearms and hands are drawn."""

    skin: int
    cloth: str
    tattoo: bool = False
    """Whether the therapist has a leaf tattooed on one forearm."""
    plain: bool = False
    """Whether to leave out the net over the spine and the ring where pain is also felt, which a small picture cannot explain."""


@dataclass(frozen=True)
class Arm:
    """One of the therapist's forearms: where its wrist and elbow are, and the angle, flip, pose and size that `hand` needs."""

    wrist: Point
    elbow: Point
    rot: float
    flip: int
    pose: str = "flat"
    size: float = 1
    under: bool = False
    """Whether the other hand rests on this one, and casts a shadow on it."""


def back_above(f: Drawing, who: Client, *, near_blade: bool = True) -> None:
    """Draw a bare back seen from above, with the head at the top and the arms at the sides. (0, 0) is between the shoulder
    blades. Leave the person's group open so that the caller can add to it. The caller must then close it.

    Args:
        near_blade: whether to draw the shoulder blade on the right. Leave it out if hands cover it.
    """
    w, out = who.wide, 112 * (who.wide ** .8 - 1)
    f.rect(-178 - out, -176, 356 + 2 * out, 560, who.pad, 40)
    f.ell((0, -246), 78, 80, who.pad + "2")
    f.skin(who.skin, who.hair)
    thick = w ** .6
    for s in (-1, 1):  # the outlines of both arms, from shoulder to wrist; the hands are below the sheet
        f.p(smooth([(s * (122 + out + (x - 122) * thick), y, *r) for x, y, *r in (
            (90, -139, .4), (112, -132), (132.6, -114), (144, -86), (145, -44), (142, -4), (141.6, 30), (144.6, 60), (145.6, 98), (139, 148), (131, 200, .4),
            (112, 200, .4), (113, 150), (110, 104), (112, 66), (114, 40), (107, -4), (98, -50), (76, -90))]), "s")
        f.p(smooth([(s * (x + k * out), y, *r) for x, k, y, *r in ((50, .2, -150, .3), (74, .42, -146.4), (94, .9, -141), (112, 1, -132.6), (124, 1, -120, .6), (110, 1, -96), (56, .2, -100, .3))]), "s")  # the round shoulder, from the trunk to the arm
    half = [(-30, -204, .2), (-30, -178), (-44, -160), (-70, -147), (-98, -138), (-121, -122), (-122, -100, .6), (-110, -78), (-105, -52), (-97, -30), (-88, 14), (-79, 66), (-86, 116), (-97, 164), (-104, 214), (-90, 240)]
    side = {14: .5, 66: 1, 116: .6}
    f.p(smooth(mirrored([((x - who.waist * side.get(y, 0)) * (w if y > -60 else 1) - (out if -140 < y < -60 else out * .4 if -150 < y < -60 else 0), y, *r) for x, y, *r in half])), "s")
    head(f, (0, -240), U, 0, 1, "back", who.style, scarf=who.scarf)
    f.line("M0-146Q-3-40 0 40T0 150", "d", 5)  # the spine
    for s in (1, -1):  # lines for the inner edge and the tip of each shoulder blade, for the fold beside each arm and, on a larger body, for the folds at the waist
        blade, arm = s * (64 + out * .3), s * (105 + out)
        f.line((f"M{blade - s * 28:.0f}-116Q{blade - s * 36:.0f}-62 {blade - s * 16:.0f}-32Q{blade:.0f}-28 {blade + s * 16:.0f}-50" if s < 0 or near_blade else "")
               + f"M{arm - s * 3:.0f}-74Q{arm - s * 5:.0f}-58 {arm - s * 3:.0f}-40" + (f"M{s * 80 * w:.0f} 66Q{s * 66 * w:.0f} 78 {s * 50 * w:.0f} 72M{s * 84 * w:.0f} 18Q{s * 74 * w:.0f} 30 {s * 60 * w:.0f} 27" if w > 1.2 and s < 0 else ""), "d", 4.5)
    if who.mark == "moles":
        for at, r in (((-58, 12), 2.8), ((-30, 62), 2.2), ((-84, -66), 2.5)):
            f.circle(at, r, "l")
    elif who.mark == "freckles":
        f.line("M-108-110Q-76-134-44-128T-96-96T-40-112T-84-82M104-114Q76-130 46-136T98-98T42-112T80-80", "l", 4.2, ' stroke-dasharray="0 26 0 41 0 19 0 35" opacity=".6"')
    elif who.mark == "tattoo":  # a tattooed twig
        f.line("M-92 26Q-78 10-60-6", "l", 3, ' opacity=".7"')
        f.p("M-84 16Q-96 8-92-4Q-80 4-84 16ZM-76 7Q-86-3-80-14Q-70-4-76 7ZM-82 14Q-70 20-60 14Q-70 4-82 14ZM-72 4Q-60 8-52 1Q-62-6-72 4Z", "l", ' opacity=".7"')


def sheet_above(f: Drawing, y: float) -> None:
    """Draw a sheet whose upper edge is at y. The hem is folded back."""
    f.p(f"M-190 {y + 18}Q-150 {y - 4} -90 {y + 6}T30 {y + 4}T130 {y + 2}L240 {y + 14}V400H-200Z", "sheet")
    f.p(f"M-190 {y + 18}Q-150 {y - 4} -90 {y + 6}T30 {y + 4}T130 {y + 2}L240 {y + 14}V{y + 48}Q150 {y + 30} 110 {y + 36}T20 {y + 38}T-90 {y + 38}T-190 {y + 50}Z", "cream")
    if y < 170:
        f.line(f"M-70 {y + 70}Q-50 {y + 130} -74 {y + 230}M0 {y + 60}Q6 {y + 110} -4 {y + 160}M84 {y + 74}Q66 {y + 140} 90 {y + 230}", "fold", 4)


def arms(f: Drawing, by: Giver, *which: Arm) -> None:
    """Draw the therapist's forearms and hands. The sleeves are pushed up."""
    cloth = by.cloth
    f.skin(by.skin, 1)
    for a in which:
        scale = U * a.size / 100
        for b in which if not a.under else ():
            if b.under:  # the shadow that the hand on top casts all round it, on the hand beneath and its forearm
                name = f"{f.name}-{len(f.defs)}"
                k = U * b.size / 100
                f.defs.append(f'<clipPath id="{name}"><path d="{forearm_to(b.wrist, b.elbow, b.rot, k, thin=15.6)}"/><path '
                    f'transform="translate({xy(b.wrist)})rotate({n(b.rot)})scale({k:.3g} {k * b.flip:.3g})" '
                    f'd="{smooth(BACK)}"/></clipPath>')
                f.g(extra=f' clip-path="url(#{name})"').g((a.wrist[0] - 2, a.wrist[1] + 2), a.rot, scale, sy=a.flip)
                f.line(smooth([*CROSSING, *LARGE_CLOSE[0], *LITTLE_EDGE]), "l", 7, ' opacity=".45"').end().end()
        f.p(forearm_to(a.wrist, a.elbow, a.rot, scale, {"knead": .74, "lean": .6}.get(a.pose, 1),
                       18.4 if a.pose == "lean" else 15.6), "s")
        if by.tattoo and a is which[-1]:  # a tattooed leaf
            p, q = lerp(a.elbow, a.wrist, .4), lerp(a.elbow, a.wrist, .74)
            f.g(p, math.degrees(math.atan2(q[1] - p[1], q[0] - p[0])))
            f.p("M0 0Q18-17 44 0Q18 17 0 0Z", "l", ' opacity=".75"').line("M7 0H32M16 0l6-5M16 0l6 5", "s", 2.4)
            f.end()
        hand(f, a.wrist, U, a.rot, a.flip, a.pose, a.size)
        k, o = lerp(a.elbow, a.wrist, .28), lerp(a.wrist, a.elbow, 1.9)
        th = math.atan2(a.elbow[1] - a.wrist[1], a.elbow[0] - a.wrist[0])
        nx, ny, cx, cy = -math.sin(th), math.cos(th), math.cos(th), math.sin(th)
        f.p(f"M{xy((k[0] + nx * 38, k[1] + ny * 38))}Q{xy((k[0] - cx * 10, k[1] - cy * 10))} {xy((k[0] - nx * 38, k[1] - ny * 38))}L{xy((o[0] - nx * 46, o[1] - ny * 46))}L{xy((o[0] + nx * 46, o[1] + ny * 46))}Z", cloth)
        f.line(f"M{xy((k[0] + nx * 36 + cx * 16, k[1] + ny * 36 + cy * 16))}Q{xy((k[0] + cx * 6, k[1] + cy * 6))} {xy((k[0] - nx * 36 + cx * 16, k[1] - ny * 36 + cy * 16))}", cloth + "2", 4)
    f.end()


def swedish(f: Drawing, who: Client, by: Giver) -> None:
    f.g((216, 268), -14, .88)
    back_above(f, who)
    glow = f.fade((0, -60), (0, 116), "glow", 1)
    for s, y in ((-1, -50), (1, -30)):  # the hands cover the beginning of the trails, below the thumbs
        a, b, c = s * 60, s * 50, s * 42
        f.raw(f'<path fill="{glow}" opacity=".9" '
              f'd="M{a - 22} {y}Q{b - 22} 60 {c - 20} 116H{c + 20}Q{b + 22} 60 {a + 22} {y}Z"/>')
        for j in (-16, 0, 16):
            f.raw(f'<path stroke="{glow}" stroke-width="5" fill="none" '
                  f'd="M{a - s * 2 + j} {y + 10}Q{b + j} 40 {c + j * .8:.0f} {112 - abs(j) * .6:.0f}"/>')
        f.way([(s * 48, -132), (s * 70, -137), (s * 98, -118)])
    f.end()
    sheet_above(f, 122)
    # both forearms come from the right side of the table, level with the person's hips
    arms(f, by, Arm((-28, 2), (138, 136), -122, -1), Arm((98, -10), (276, 134), -121, 1))
    f.end()


def kneading(f: Drawing, who: Client, by: Giver) -> None:
    f.g((166, 266), -14, .88)
    back_above(f, who, near_blade=False)
    # a ridge of muscle at the shoulder blade: its left side is lit and its right side in shade; beyond the hands it sinks back
    ends = f.fade((76, -96), (74, -142), "d", 1), f.fade((76, 24), (72, 80), "d", 1)
    f.g((-5, 0))
    f.p(smooth([(88, -100, .3), (88, 32, .3), (100, 30), (107, -4), (108, -38), (106, -70), (98, -98)]), "d", ' opacity=".55"')
    ridge = smooth([(60, -104, .3), (54, -70), (53, -36), (54, -4), (60, 32, .3), (93, 32, .3), (98, -4), (99, -38), (97, -70),
                    (92, -104, .3)])
    f.p(ridge, "s").raw(f'<path fill="{f.fade((99, 0), (64, 0), "l", .54)}" d="{ridge}"/>')
    f.line("M60-100Q52-66 53-36T60 32", "d", 4)
    f.p(smooth([(68, -100, .3), (62, -66), (61, -36), (62, -4), (67, 32, .3), (70, -4), (70, -36), (70, -66)]), "sheet",
        ' opacity=".22"')
    for fill, y, z in ((ends[0], -98, -140), (ends[1], 30, 80)):
        f.raw(f'<path fill="{fill}" d="M80 {y}H96Q95 {(y + z) / 2:n} 82 {z}Q80 {(y + z) / 2:n} 80 {y}Z"/>')
        f.raw(f'<path stroke="{fill}" stroke-width="4" fill="none" d="M60 {y}Q62 {(y + z) / 2:n} 70 {z}"/>')
    f.end()
    f.end()
    sheet_above(f, 176)
    arms(f, by, Arm((131, -124), (294, -154), 163, 1, "knead", .98), Arm((133, 50.5), (294, 100), 204, -1, "knead", .98))
    f.end()


def pinch(f: Drawing, at: Point, client: int, giver: int, r: float = 82) -> None:
    """Draw a round window that shows kneading from the side, in cross-section: a fold of skin and muscle between the thumb on one
    side and the fingers on the other.
    """
    x, y = at
    f.circle(at, r + 5, "sheet")
    f.panel(x - r, y - r, 2 * r, 2 * r, "sky", r)
    f.g((x + 6, y), s=r / 80)
    contour: list[Node] = [(-92, 45, .3), (-62, 38), (-47, 33), (-38, 23), (-33, 8), (-27, -5), (-14, -14), (0, -16),
        (14, -14), (27, -5), (33, 8), (38, 23), (47, 33), (62, 38), (92, 45, .3)]
    f.skin(client)
    f.p(smooth([(x - 22, y - 15, *r) for x, y, *r in contour] + [(114, 30, .3), (92, 84, .3), (-92, 84, .3), (-114, 30, .3)]),
        "s")  # the roll and the back continue behind the cut surface
    f.p(smooth([(-92, 45, .3), (-62, 38), (-47, 33), (-38, 23), (-33, 8, .3), (-52, 6, .3), (-66, 14), (-78, 21),
        (-114, 30, .3)]), "d", ' opacity=".5"')
    f.end()
    f.skin(giver)
    # the first finger, from its knuckle over its two joints to its tip
    finger: list[Node] = [(26, -49), (12, -48.500, 1.2), (-1, -43), (-16, -38), (-30, -33), (-40, -25), (-46, -13), (-51, -3), (-54, 8),
        (-54, 20), (-50, 29.500), (-44, 31.500, 1.2), (-38.500, 26)]
    for i in (3, 2, 1):  # the other three fingers, each a little further away
        away = [(x - 6 * i, y - 4 * i, *r) for x, y, *r in [*finger[1:], (-34, 8), (-26, -8), (0, -20)]]
        f.p(smooth([(76, -62, .3), (48, -57 - 2.500 * i), (30, -51.500 - 3.500 * i), *away, (60, -40, .3)]), "d")
        if i < 3:
            f.line(smooth(away[1:9], closed=False), "l", 1.8, ' opacity=".6"')
    f.end()
    f.skin(client)
    f.p(smooth([*contour, (92, 84, .3), (-92, 84, .3)]), "s")
    f.p(smooth([(-92, 56, .3), (-62, 49), (-44, 44), (-31, 32), (-24, 13), (-18, 1), (-9, -4.500), (0, -6), (9, -4.500),
        (18, 1), (24, 13), (31, 32), (44, 44), (62, 49), (92, 56, .3), (92, 84, .3), (-92, 84, .3)]), "muscle", ' opacity=".7"')
    f.line(smooth(contour, closed=False), "d", 2.4)
    f.end()
    f.skin(giver)
    # one outline: the back of the hand, the first finger, the skin beside it, and the thumb, which presses on the fold
    f.p(smooth([(130, -106, .3), (100, -82), (74, -64), (48, -53), *finger, (-36, 18), (-33.500, 8), (-27.500, -5), (-15, -14.500),
        (0, -17), (14, -14.500), (26, -5), (32, 7), (36.500, 18), (41, 27), (46, 32, 1.2), (53, 29.500), (56.500, 21), (57, 12),
        (54.500, 3), (56, -6), (62, -16), (74, -26), (92, -36), (134, -56, .3)]), "s")
    f.line("M29-5Q33-19 48-29M8-46.500Q10-41 18-41M-38-22Q-33-21-31-16M-51 0Q-45-.5-42 2M55.500 10Q51 8 46 10",
        "l", 1.9, ' opacity=".5"')  # the ball of the thumb, the knuckle and the joints
    f.p("M56.600 13Q51.600 15.500 50.400 21Q50 25.500 51.400 28Q55.800 26 56.500 20ZM-54.200 15Q-50.400 17-49.200 21Q-48.800 25-50 28Q-53.600 26-54.200 20Z",
        "rose", ' opacity=".6"')  # two nails
    f.end()
    f.end()
    f.end()


def trigger_point(f: Drawing, who: Client, by: Giver) -> None:
    f.g((196, 256), -10, .94)
    back_above(f, who)
    for r, o in ((32, .3), (23, .36), (14, .42)):  # a soft dent in the skin
        f.ell((44, 96), r, r * .82, "d", f' opacity="{o}"')
    for r in (21, 33):  # rings show that the thumb stays in one place
        f.line(f"M{44 - r} 96a{r} {r * .82:.0f} 0 1 1 {2 * r} 0a{r} {r * .82:.0f} 0 1 1 {-2 * r} 0", "sheet", 2.6, ' opacity=".6"')
    f.end()
    sheet_above(f, 134)
    if not by.plain:  # the place above the hip where the pain is also felt: a pale disc in a dotted ring, to which a dotted line leads
        f.ell((44, 194), 24, 24, "mark", ' opacity=".2"')
        dots = "M44 128V156M20 194a24 24 0 1 1 48 0a24 24 0 1 1-48 0"
        f.line(dots, "sheet", 9.4, ' stroke-dasharray=".1 12.5"').line(dots, "mark", 6, ' stroke-dasharray=".1 12.5"')
    arms(f, by, Arm((129, 128), (258, 270), -112, 1, "press", 0.95))
    f.skin(who.skin)
    f.p("M37 86Q26 97 37 110Q34 98 37 86Z", "d").line("M38 86Q31 97 37 109", "l", 2.2, ' opacity=".35"')  # the thumb sinks into the skin
    f.end()
    f.end()


def deep_tissue(f: Drawing, who: Client, by: Giver) -> None:
    f.g((204, 262), 6, .86)
    back_above(f, who)
    for s in (-1, 1):  # the long muscles on both sides of the spine
        f.p(smooth([(s * 14, -124), (s * 26, -126), (s * 38, -60), (s * 48, 10), (s * 52, 62), (s * 46, 112), (s * 32, 146), (s * 14, 146), (s * 14, 60)]), "d", ' opacity=".5"')
        f.line(f"M{s * 23}-104Q{s * 33} 0 {s * 31} 120", "l", 2.5, ' opacity=".3"')
    if not by.plain:
        forbidden(f, [cap((0, -140), 8, (0, 128), 8)], (-10, -150, 20, 290), 14)
    f.way([(51, -106), (49, -122), (47, -138)])
    f.end()
    sheet_above(f, 134)
    arms(f, by, Arm((58, 34), (146, 258), -97, -1, "over", 1.06, under=True), Arm((147, -2), (311, 26), 186, 1, "cross", 1.0))
    f.end()


def myofascial(f: Drawing, who: Client, by: Giver) -> None:
    f.g((176, 262), -8, .92)
    back_above(f, who, near_blade=False)
    f.line("M40-70Q54 20 40 120M54-70Q63 20 54 120M68-70Q71 20 68 120M81-70Q78 20 81 120", "l", 2.6, ' opacity=".5"')  # lines that show how the skin between the hands is stretched
    f.end()
    sheet_above(f, 182)
    for y, s in ((-72, -1), (132, 1)):  # arrows that show where the hands move: one from the shoulder blade, the other from a point below the kidneys
        f.way([(78, y + s * 48), (80, y + s * 62), (82, y + s * 76)], 8)
    arms(f, by, Arm((146, -59), (314, -45), -172, 1, "lean"), Arm((146, 124), (314, 126), 174, -1, "lean"))
    f.end()


def alone(name: str, title: str, desc: str, scene: Scene, who: Client, by: Giver, ground: str) -> Drawing:
    """Return a picture of a single massage stroke."""
    f = Drawing(name, 480, 480, title, desc)
    f.panel(0, 0, 480, 480, ground, 28)
    scene(f, who, by)
    return f.end()


@picture
def strokes_swedish() -> Drawing:
    f = Drawing("strokes-swedish", 640, 400, "Gliding and kneading",
                "Two pictures from above: a woman lies face down, her back bare and a sheet over her hips. Left, two flat hands "
                "glide up the back, one on each side of the spine; soft trails show where they came from, and small arrows lead "
                "out over the shoulders. Right, two hands knead: they lift the muscle at her shoulder blade into a soft ridge, "
                "their fingers over it and their thumbs against its side; a round window shows this from the side. All four "
                "arms come from the right of the table.")
    who = Client(1, 2, "bun", wide=1.14, mark="freckles")
    for i, (scene, ground) in enumerate(((swedish, "wall2"), (kneading, "wall"))):
        f.panel(i * 328, 0, 312, 400, ground)
        f.g((i * 328 - 28, -8), 0, .84)
        scene(f, who, Giver(3, "teal"))
        f.end()
        if i:
            pinch(f, (406, 322), 1, 3, 72)
        f.end()
    return f


@picture
def strokes_trigger_point() -> Drawing:
    return alone("strokes-trigger-point", "Press and hold",
                 "Seen from above: a large young man lies face down, his back bare and a sheet over his hips. One hand rests on "
                 "his back, its fingers spread over his side, and its thumb presses one spot low in the muscle beside the spine, "
                 "in a soft dent. Fine dots lead to a dotted ring over his hip: felt there too.",
                 trigger_point, Client(4, 1, "crop", "sage", 1.4), Giver(2, "rust"), "wall")


@picture
def strokes_deep_tissue() -> Drawing:
    return alone("strokes-deep-tissue", "Slow and firm beside the spine",
                 "Seen from above: a large person lies face down, the back bare and a sheet over the hips. The long muscles on both sides of the spine are shaded. One hand, the other laid across it for weight, pushes slowly up one of them, a short way. A red net covers the spine: nothing touches it.",
                 deep_tissue, Client(3, 1, "afro", "sand", 1.44), Giver(1, "plum", tattoo=True), "wall2")


@picture
def strokes_myofascial() -> Drawing:
    return alone("strokes-myofascial", "Hold, then ease apart",
                 "Seen from above: an older man lies face down, his back bare and a sheet over his hips. Two broad hands lie flat on one side of the spine, one at the shoulder blade and one above the hip. Four thin curved lines show the skin between them being drawn out, and a small arrow beyond each shows that they ease slowly apart, one towards the head and one towards the hips.",
                 myofascial, Client(2, 3, "short", "sage", 1.16, mark="moles"), Giver(4, "cream"), "wall")


@picture
@coarse()
def strokes_compared() -> Drawing:
    h, strip = 308, 46
    f = Drawing("strokes-compared", 640, 2 * (h + strip) + 16, "Four ways of using the hands",
                "Four bare backs seen from above, of four people, each with a sheet over the hips and a name below. Swedish: two flat hands glide up beside the spine. Deep tissue: one hand, the other laid across it, pushes slowly along the muscle beside the spine. Trigger point: a thumb presses one spot and holds. Myofascial: two flat hands, one high and one low beside the spine, ease apart.")
    four = (("Swedish", swedish, Client(4, 1, "crop", "sand", .98), Giver(2, "sage")),
            ("deep tissue", deep_tissue, Client(1, 4, "short", "pad", 1.24, mark="freckles"), Giver(3, "navy", plain=True)),
            ("trigger point", trigger_point, Client(2, 2, "pony", "plum", 1.32, mark="moles"), Giver(4, "sand", plain=True)),
            ("myofascial", myofascial, Client(3, 1, "curls", "sage", 1.1, mark="tattoo"), Giver(1, "rust")))
    for i, (name, scene, who, by) in enumerate(four):
        x, y, ground = i % 2 * 328, i // 2 * (h + strip + 16), ("wall2", "wall", "wall", "wall2")[i]
        f.panel(x, y, 312, h + strip, "floor")
        f.panel(x, y, 312, h, ground, 0)
        left, top = ((64, 106), (78, 104), (62, 112), (80, 94))[i]  # the hands are large, because phones show this picture small
        f.g((x - left * .82, y - top * .82), 0, .82)
        scene(f, who, by)
        f.end()
        f.end()
        f.label((x + 156, y + h + 33), name, "middle", 28)
        f.end()
    return f.compact()
