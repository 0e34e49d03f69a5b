"""What the hands do: a back seen from above, and the therapist's hands on it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from figures.drawing import Drawing
from figures.geometry import Point, cap, lerp, mirrored, smooth, xy
from figures.hands import hand
from figures.heads import head
from figures.registry import picture

U = 110
"""A head, in the units of a back seen from above."""


@dataclass(frozen=True)
class Client:
    """Who lies on the table. wide: a larger (1.2) or slighter (.9) body."""

    skin: int
    hair: int
    style: str
    pad: str = "pad"
    wide: float = 1
    scarf: str = "teal"


@dataclass(frozen=True)
class Arm:
    """One of the therapist's forearms: where wrist and elbow are, and the hand's angle, side, pose and size."""

    wrist: Point
    elbow: Point
    rot: float
    flip: int
    pose: str = "flat"
    size: float = 1.04


def back_above(f: Drawing, who: Client) -> None:
    """A bare back seen from above, the head up. The origin lies between the shoulder blades. Leaves the person open."""
    w = who.wide
    f.rect(-168, -176, 336, 560, who.pad, 40)
    f.ell((0, -246), 78, 80, who.pad + "2")
    f.skin(who.skin, who.hair)
    for s in (-1, 1):
        f.p(cap((s * 107 * w, -90), 27 * w, (s * (128 + 40 * (w - 1)) * w ** .4, 42), 22 * w, 1, 1) + cap((s * (128 + 40 * (w - 1)) * w ** .4, 42), 22 * w, (s * 122 * w ** .6, 190), 14 * w, 1, 1), "s")
    half = [(-29, -204, .2), (-28, -176), (-40, -158), (-68, -145), (-102, -132), (-126, -112), (-133, -84), (-114, -60), (-93, -34), (-87, 10), (-75, 74), (-82, 130), (-98, 180), (-60, 230)]
    if w > 1.1:  # a larger body: the sides run straighter
        half = [(-31, -204, .2), (-31, -176), (-44, -158), (-70, -145), (-102, -132), (-126, -112), (-132, -84), (-116, -60), (-100, -34), (-98, 10), (-96, 74), (-98, 130), (-104, 180), (-60, 230)]
    f.p(smooth(mirrored([(x * w, *rest) for x, *rest in half])), "s")
    head(f, (0, -240), U, 0, 1, "back", who.style, scarf=who.scarf)
    f.line("M0-150Q-3-40 0 40T0 150", "d", 5)  # the spine
    for s in (1, -1):  # the shoulder blades, and the crease between arm and side
        f.p(f"M{s * 32}-104L{s * 40}-34Q{s * 43}-18 {s * 55}-28L{s * 98}-84Q{s * 108}-98 {s * 90}-103L{s * 44}-114Q{s * 31}-117 {s * 32}-104Z", "d", ' opacity=".45"')
        f.line(f"M{s * 36}-86Q{s * 66}-96 {s * 104}-108", "d", 4)
        f.line(f"M{s * 101 * w:.0f}-62Q{s * 96 * w:.0f}-40 {s * 98 * w:.0f}-22", "d", 4)
        if w > 1.1:  # folds at the waist
            f.line(f"M{s * 96 * w:.0f} 78Q{s * 76 * w:.0f} 92 {s * 58 * w:.0f} 88", "d", 4)


def sheet_above(f: Drawing, y: float) -> None:
    """A sheet from y down, its hem turned back."""
    f.p(f"M-190 {y + 18}Q-150 {y - 4} -90 {y + 6}T30 {y + 4}T130 {y + 2}T192 {y + 14}L200 400H-200Z", "sheet")
    f.p(f"M-190 {y + 18}Q-150 {y - 4} -90 {y + 6}T30 {y + 4}T130 {y + 2}T192 {y + 14}L192 {y + 46}Q150 {y + 30} 110 {y + 36}T20 {y + 38}T-90 {y + 38}T-190 {y + 50}Z", "cream")
    f.line(f"M-70 {y + 70}Q-50 {y + 130} -74 {y + 230}M0 {y + 60}Q6 {y + 110} -4 {y + 160}M84 {y + 74}Q66 {y + 140} 90 {y + 230}", "fold", 4)


def arms(f: Drawing, skin: int, cloth: str, *which: Arm) -> None:
    """The therapist's forearms and hands, with sleeves pushed up."""
    f.skin(skin, 1)
    for a in which:
        f.p(cap(a.elbow, 32, a.wrist, 18, 3, 3), "s")
        hand(f, a.wrist, U, a.rot, a.flip, a.pose, a.size)
        k, o = lerp(a.elbow, a.wrist, .28), lerp(a.wrist, a.elbow, 1.9)
        th = math.atan2(a.elbow[1] - a.wrist[1], a.elbow[0] - a.wrist[0])
        nx, ny, cx, cy = -math.sin(th), math.cos(th), math.cos(th), math.sin(th)
        f.p(f"M{xy((k[0] + nx * 38, k[1] + ny * 38))}Q{xy((k[0] - cx * 10, k[1] - cy * 10))} {xy((k[0] - nx * 38, k[1] - ny * 38))}L{xy((o[0] - nx * 52, o[1] - ny * 52))}L{xy((o[0] + nx * 52, o[1] + ny * 52))}Z", cloth)
        f.line(f"M{xy((k[0] + nx * 36 + cx * 16, k[1] + ny * 36 + cy * 16))}Q{xy((k[0] + cx * 6, k[1] + cy * 6))} {xy((k[0] - nx * 36 + cx * 16, k[1] - ny * 36 + cy * 16))}", cloth + "2", 4)
    f.end()


def swedish(f: Drawing) -> None:
    f.g((216, 268), -14, .88)
    back_above(f, Client(1, 2, "bun"))
    for x, y in ((-94, -78), (-104, -88), (-88, -92), (-98, -66), (92, -84), (104, -76), (98, -94), (110, -88), (22, 78), (-16, 98)):
        f.circle((x, y), 2.2, "l", ' opacity=".45"')
    glow = f.fade((0, -60), (0, 116), "glow", 1)
    for s in (-1, 1):
        f.raw(f'<path fill="{glow}" opacity=".9" d="M{s * 58 - 23} -50Q{s * 46 - 22} 60 {s * 38 - 20} 116H{s * 38 + 20}Q{s * 46 + 22} 60 {s * 58 + 23} -50Z"/>')
        for j in (-16, 0, 16):
            f.raw(f'<path stroke="{glow}" stroke-width="5" fill="none" d="M{s * 56 + j} -40Q{s * 46 + j} 40 {s * 38 + j * .8:.0f} {112 - abs(j) * .6:.0f}"/>')
        for i, (x, y) in enumerate(((44, -140), (58, -146), (74, -146), (91, -141), (106, -131))):
            f.circle((s * x, y), 5.4 - i * .6, "mark")
    f.end()
    sheet_above(f, 122)
    arms(f, 3, "teal", Arm((-56, -2), (58, 236), -101, -1), Arm((62, -4), (192, 204), -97, 1))
    f.end()


def kneading(f: Drawing) -> None:
    f.g((216, 268), -14, .88)
    back_above(f, Client(1, 2, "bun"))
    for s in (-1, 1):
        for i, a in enumerate((118, 132, 146)):
            f.circle((-30 + 132 * math.cos(math.radians(a)), 40 + s * 112 * math.sin(math.radians(a))), 6 - i * .9, "mark")
    f.end()
    sheet_above(f, 150)
    f.skin(1, 2)  # the muscle of the side, lifted into a roll between the hands
    f.p(smooth([(-24, 42), (-40, 18), (-72, 14), (-99, 28), (-102, 46), (-74, 64), (-42, 62)]), "d")
    f.p(smooth([(-32, 39), (-44, 22), (-72, 19), (-95, 31), (-96, 42), (-72, 54), (-44, 52)]), "s")
    f.line("M-84 30Q-64 24-48 30", "sheet", 5, ' opacity=".6"')
    f.end()
    arms(f, 3, "teal", Arm((28, -26), (222, -32), 166, 1, size=1.1), Arm((28, 104), (230, 150), -166, -1, size=1.1))
    f.end()


def trigger_point(f: Drawing) -> None:
    f.g((196, 262), -10, .94)
    back_above(f, Client(4, 1, "crop", "sage"))
    for r, o in ((37, .44), (27, .53), (17, .66)):
        f.circle((37, 62), r, "d", f' opacity="{o}"')
    f.end()
    sheet_above(f, 128)
    arms(f, 2, "rust", Arm((-58, 26), (72, 262), -104, -1, size=1.06), Arm((128, 100), (262, 250), -98, 1, "press", 1.1))
    f.end()


def deep_tissue(f: Drawing) -> None:
    f.g((204, 262), 8, .9)
    back_above(f, Client(3, 1, "afro", "sand", 1.16))
    for s in (-1, 1):  # the long muscles beside the spine
        f.p(smooth([(s * 12, -120), (s * 26, -126), (s * 38, -60), (s * 46, 20), (s * 52, 96), (s * 44, 140), (s * 16, 140), (s * 12, 60)]), "d", ' opacity=".5"')
        f.line(f"M{s * 22}-104Q{s * 32} 0 {s * 36} 120", "l", 2.5, ' opacity=".3"')
    f.line("M0-150Q-3-40 0 40T0 150", "l", 4, ' opacity=".5" stroke-dasharray="1 13"')
    glow = f.fade((0, 22), (0, 92), "glow", 1)
    for x in (22, 34, 46, 58):
        f.raw(f'<path stroke="{glow}" stroke-width="7" fill="none" d="M{x} 22L{x + 4} {92 - abs(x - 40) * .6:.0f}"/>')
    for i, y in enumerate((-66, -82, -97)):
        f.circle((30 - i * 2, y), 6 - i * 1.2, "mark")
    f.end()
    sheet_above(f, 130)
    arms(f, 1, "plum", Arm((-58, 92), (66, 296), -116, -1, size=1.04), Arm((64, 36), (222, 206), -100, 1, "knuckles", 1.12))
    f.end()


def myofascial(f: Drawing) -> None:
    f.g((200, 270), -8, .9)
    back_above(f, Client(2, 3, "short", "sage", .98))
    for y, s in ((-62, -1), (84, 1)):  # where the hands come from, and where they go
        glow = f.fade((0, y), (0, y - s * 62), "glow", 1)
        for j in (-70, -58, -46, -34, -22, -10):
            f.raw(f'<path stroke="{glow}" stroke-width="8" fill="none" d="M{j} {y}V{y - s * (58 - abs(j + 40) * .4):.0f}"/>')
        for i in range(4):
            f.circle((-52, y + s * (54 + i * 16)), 7 - i * 1.4, "mark")
    f.end()
    sheet_above(f, 178)
    arms(f, 4, "cream", Arm((16, -68), (214, -112), 174, 1, size=1.08), Arm((24, 92), (222, 122), -175, -1, size=1.04))
    f.end()


def alone(name: str, title: str, desc: str, scene: Callable[[Drawing], None], ground: str) -> Drawing:
    f = Drawing(name, 480, 480, title, desc)
    f.panel(0, 0, 480, 480, ground, 28)
    scene(f)
    return f.end()


@picture
def strokes_swedish() -> Drawing:
    f = Drawing("strokes-swedish", 640, 400, "Gliding and kneading",
                "Two pictures from above: a woman lies face down, her back bare and a sheet over her hips. Left, two flat hands glide up the back, one on each side of the spine; soft trails show where they came from, and small dots lead on over the shoulders. Right, two hands knead: between them they lift the muscle at her side into a soft roll.")
    for i, (scene, ground) in enumerate(((swedish, "wall2"), (kneading, "wall"))):
        f.panel(i * 328, 0, 312, 400, ground)
        f.g((i * 328 - 28, -8), 0, .84)
        scene(f)
        f.end()
        f.end()
    return f


@picture
def strokes_trigger_point() -> Drawing:
    return alone("strokes-trigger-point", "Press and hold",
                 "Seen from above: a man lies face down, his back bare and a sheet over his hips. One hand lies on his side, and its thumb presses one spot in the muscle beside the spine, with soft rings around it. The other hand rests on the far side of his back.",
                 trigger_point, "wall")


@picture
def strokes_deep_tissue() -> Drawing:
    return alone("strokes-deep-tissue", "Slow and firm beside the spine",
                 "Seen from above: a broadly built person lies face down, the back bare and a sheet over the hips. The long muscles on both sides of the spine are shaded. The knuckles of one hand push slowly up one of them, a short way; the other hand rests on the low back. Nothing touches the spine itself.",
                 deep_tissue, "wall2")


@picture
def strokes_myofascial() -> Drawing:
    return alone("strokes-myofascial", "Hold, then ease apart",
                 "Seen from above: an older man lies face down, his back bare and a sheet over his hips. Two broad hands lie flat on one side of the spine, one high and one low. Soft trails between them, and small dots beyond them, show that they ease slowly apart, one towards the head and one towards the hips.",
                 myofascial, "wall")


@picture
def strokes_compared() -> Drawing:
    f = Drawing("strokes-compared", 640, 640, "Four ways of using the hands",
                "Four bare backs seen from above, each with a sheet over the hips. Top left, Swedish: two flat hands glide up beside the spine. Top right, deep tissue: knuckles push slowly along the muscle beside the spine. Bottom left, trigger point: a thumb presses one spot and holds. Bottom right, myofascial release: two flat hands, one high and one low beside the spine, ease apart.")
    for i, (scene, ground) in enumerate(((swedish, "wall2"), (deep_tissue, "wall"), (trigger_point, "wall"), (myofascial, "wall2"))):
        x, y = i % 2 * 328, i // 2 * 328
        f.panel(x, y, 312, 312, ground)
        f.g((x - 8, y - 8), 0, .69)
        scene(f)
        f.end()
        f.end()
    return f
