"""Draws heads in four views and with fourteen hairstyles. A head is 100 units tall, and (0, 0) is in the middle of the head."""

from __future__ import annotations

from evidence.model.palette import shade
from figures.drawing import Drawing
from figures.geometry import Node, cap, mirrored, smooth

PROFILE: list[Node] = [
    (2, -50), (24, -44), (37, -26), (38, -11, .6), (43, 0, .6), (49, 10, .7), (42.5, 16, .6), (42.5, 22, .6), (40, 25.5, .3), (41.5, 29, .6),
    (37.5, 34, .7), (39, 42), (29, 50), (10, 44), (-8, 34), (-30, 30), (-46, 6), (-44, -24), (-24, -45)]
FRONT: list[Node] = [(0, -50), (28, -41), (39, -14), (37, 14), (24, 40), (0, 51), (-24, 40), (-37, 14), (-39, -14), (-28, -41)]
THREE: list[Node] = [
    (-2, -50), (20, -45), (32, -29), (33.5, -12, .7), (37, 3, .8), (36, 16), (31, 34), (19, 49), (4, 51), (-14, 43),
    (-31, 26), (-42, 0), (-42, -24), (-27, -44)]
GREY = ' opacity=".22"'


def head(f: Drawing, at: Node, u: float, rot: float = 0, face: int = 1, view: str = "side", hair: str = "short",
         eyes: str = "rest", mouth: str = "smile", *, beard: bool = False, glasses: bool = False, turn: float = 0,
         scarf: str = "teal", nose: float = 0, lips: float = 0, age: bool = False, jaw: float = 0, aid: bool = False, marks: str = "", dark: bool = False,
         brow: float = 0) -> None:
    """Draw a head.

    Args:
        f: the drawing, in which `skin` must have opened a group for the person.
        at: the middle of the head.
        u: the head's height.
        rot: the rotation in degrees.
        face: 1 if the person looks right, -1 if left.
        view: side, three (a three-quarter view), front, back.
        hair: short, crop, long, bob, fringe (straight hair, cut level above the eyebrows), bun, topbun, pony, afro, curls, locs,
            bald, scarf, turban (in the scarf's colour).
        eyes: rest, glad, open, tight (pressed shut; not in the side view), hidden (for a person lying face down; no eyes or
            cheeks are drawn).
        mouth: smile, small (one corner smiles), grin, laugh, open, calm, blow (breathing out), tense, glum (three-quarter view), pressed (lips
            pressed together; not in the side view), none (no mouth and no eyebrow, for a person lying face down; side view only).
        beard: whether the person has a full beard.
        glasses: whether the person wears glasses.
        dark: whether the glasses are dark, as some people with low vision wear them; only in the three-quarter view.
        turn: how far the face is shifted sideways, from -12 to 12; only in the front view.
        scarf: the colour of a headscarf or turban.
        nose: the length of the nose, from -4 (short) to 5 (long).
        lips: the fullness of the lips, from 0 to 3.
        age: whether to draw a few wrinkles beside the eye.
        jaw: the shape of the jaw, from -4 (receding) to 5 (strong); only in the side view.
        aid: whether the person wears a hearing aid behind the ear; only in views that show the ear.
        marks: freckles or a mole; only in views that show the cheek.
        brow: how far one eyebrow is raised, for somebody who asks a question.
    """
    f.g(at, rot, u / 100, sx=face)
    w = 3.4 * max(1, min(1.4, 52 / u))
    more = {"dark": True} if dark and view == "three" else {}
    {"side": _side, "front": _front, "three": _three, "back": _back}[view](
        f, w, hair, eyes, mouth, beard=beard, glasses=glasses, turn=turn, scarf=scarf, nose=nose, lips=lips, age=age, jaw=jaw, brow=brow, **more)
    if marks and view != "back" and eyes != "hidden":
        _marks(f, marks, {"side": 19, "three": 10, "front": turn}[view], view)
    if aid and view in ("side", "three"):
        x = -6 if view == "side" else -34
        f.line(f"M{x + 3} -10q-15-3-14 11q0 6 5 9", "teal", 4.6)
        f.circle((x + 2, 5), 3.2, "teal")
    f.end()


def _marks(f: Drawing, marks: str, x: float, view: str) -> None:
    if marks == "freckles":
        wide = 13 if view == "side" else 48
        # the freckles are scattered, never in rows
        spots = ((-.5, 11), (-.36, 16), (-.31, 8), (-.17, 13), (.02, 7), (.15, 14), (.3, 9), (.38, 16), (.5, 11))
        f.line("".join(f"M{x + a * wide:g} {y}v.1" for a, y in (spots if wide > 20 else spots[::2])), "l", 2.4, ' opacity=".6"')
    else:
        f.circle((x - (3 if view == "side" else 20), 19), 2.2, "l")


def _blush(f: Drawing, x: float, y: float, r: float) -> None:
    f.ell((x, y), r * 1.12, r * .78, "blush", GREY)


def _eye(f: Drawing, x: float, y: float, half: float, w: float, eyes: str, lid: bool = True, inner: int = 0) -> None:
    if eyes == "rest":
        f.line(f"M{x - half:g} {y:g}q{half:g} 6 {2 * half:g} 0", "l", w)
    elif eyes == "glad":
        f.line(f"M{x - half:g} {y + 2:g}q{half:g}-7 {2 * half:g} 0", "l", w)
    elif eyes == "tight":
        inner = inner or (1 if x < 0 else -1)
        f.line(f"M{x - inner * half:g} {y - 5:g}L{x + inner * half:g} {y + 1:g}L{x - inner * half:g} {y + 5:g}", "l", w)
    else:
        f.ell((x, y), 3.2, 4, "l")
        if w < 4.5:  # on a large head, also draw an upper lid and a highlight in the eye
            if lid:
                f.line(f"M{x - half + .5:g} {y - 2:g}Q{x:g} {y - 8:g} {x + half - .5:g} {y - 2:g}", "l", w - 1.4)
            f.circle((x + 1, y - 1.5), 1.2, "sheet")


def _mouth(f: Drawing, x: float, y: float, half: float, w: float, mouth: str, line: str = "l") -> None:
    if mouth == "smile":
        f.line(f"M{x - half:g} {y:g}q{half:g} 9 {2 * half:g} 0", line, w)
    elif mouth == "small":
        f.line(f"M{x - half + 3:g} {y + 1:g}q{half:g} 6 {2 * half - 4:g}-3", line, w)
    elif mouth == "grin":
        f.line(f"M{x - half - 4:g} {y - 2:g}q{half + 4:g} 15 {2 * half + 8:g} 0", line, w)
    elif mouth == "laugh":
        f.p(f"M{x - half - 3:g} {y - 3:g}q{half + 3:g} 5 {2 * half + 6:g} 0q-2 17-{half + 3:g} 17q-{half + 1:g} 0-{half + 3:g}-17Z", "l")
        f.ell((x, y + 10), half * .6, 3.4, "rust")
    elif mouth == "open":
        shape = f"M{x - half:g} {y - 2:g}q{half:g} 4 {2 * half:g} 0q-2 14-{half:g} 14q-{half - 2:g} 0-{half:g}-14Z"
        if line == "d":  # draw lips, so that the mouth can be seen in a dark beard
            f.line(shape, "s", 5)
        f.p(shape, "l")
        if w < 4.5:
            f.ell((x, y + 8.5), half * .45, 2.4, "rust")
    elif mouth == "blow":
        f.ell((x, y + 3), 4, 4.6, "l")
    elif mouth == "tense":
        f.line(f"M{x - half + 2:g} {y + 4:g}q{half * .6:g}-4 {half - 2:g} 0t{half - 2:g} 0", line, w)
    elif mouth == "glum":
        f.line(f"M{x - half + 1:g} {y + 6:g}q{half - 1:g}-8 {2 * half - 2:g} 0", line, w)
    elif mouth == "level":
        f.line(f"M{x - half + 3:g} {y + 2:g}h{2 * half - 6:g}", line, w)
    elif mouth == "pressed":
        f.line(f"M{x - half:g} {y + 4:g}q{half:g}-4 {2 * half:g} 0M{x - half * .4:g} {y + 9:g}h{half * .8:g}", line, w - .4)
    else:
        f.line(f"M{x - half + 3:g} {y + 2:g}q{half - 3:g} 3 {2 * half - 6:g} 0", line, w)


def _side(f: Drawing, w: float, hair: str, eyes: str, mouth: str, *, beard: bool, glasses: bool, turn: float, scarf: str,
          nose: float, lips: float, age: bool, jaw: float, brow: float) -> None:
    _hair_behind(f, hair, scarf)
    outline = list(PROFILE)
    outline[4], outline[5], outline[7] = (43 + nose * .5, 0, .6), (49 + nose, 10, .7), (42.5 + lips, 22, .6)
    if lips:
        outline[8], outline[9] = (40 + lips * .6, 25.5, .3), (41.5 + lips, 29.5, .6)
    if jaw:
        outline[11], outline[12] = (39 + jaw, 42), (29 + jaw, 50 + jaw * .4)
    f.p(smooth(outline), "s")
    if beard:
        f.p("M-6 8C0 20 6 24 18 22L40 22Q47 40 36 52Q20 60 4 48Q-8 40-6 8Z", "h")
        if mouth in ("open", "laugh"):
            f.p("M26 25Q34 28 41 25Q39 36 32 35Q27 32 26 25Z", "d")
        else:
            f.line("M30 26Q34 29.5 40.5 26.5", "d", w + .4)
    if eyes != "hidden":
        _blush(f, 15, 9, 8.5)
    if eyes == "open":
        f.ell((26, -4), 3, 4.1, "l")
        if w < 4.5:  # on a large head, also draw an upper lid and a highlight in the eye
            f.line("M20-6Q25-12 31.5-6.5", "l", w - 1.4)
            f.circle((27, -5.5), 1.2, "sheet")
    elif eyes != "hidden":
        f.line("M19-5Q25 1 31-5" if eyes == "rest" else "M19-2Q25-9 31-2", "l", w)
    if mouth != "none":
        f.line(f"M18 {-18 - brow * .5:g}Q26 {-23 - brow * 1.5:g} 33 {-17 - brow:g}", "l", w - .8)
    if age and eyes != "hidden":
        f.line("M15-8L11-10M14-3L10-2", "l", w - 1.6)
    if not beard and mouth != "none":  # in the side view, the mouth is a light line that begins at the outline of the face
        if mouth == "open":
            f.p(f"M31 24.5Q37 27 {41 + lips * .5:g} 25Q40 33 35.5 32.5Q32 30 31 24.5Z", "l")
        elif mouth == "laugh":
            f.p(f"M28 22Q35 26.5 {41 + lips * .5:g} 25Q39 35 34 34Q29 31 28 22Z", "l")
            f.ell((34, 31.5), 3.4, 1.8, "rust")
        elif mouth == "blow":
            f.ell((40, 27), 3.4, 3.6, "l")
        else:
            edge = 40.5 + lips * .6
            f.line(f"M{edge:g} 26" + {"smile": "Q35.5 29.5 31.5 24", "small": "Q36.5 28 33.5 25.2", "grin": "Q34.5 31.5 29.5 23.5", "tense": "Q36.5 24.8 33 27.5"}.get(mouth, "Q37 27 33.5 26.5"), "l", (w - .8) * .8, ' opacity=".75"')
    _hair_before(f, hair, scarf)
    if hair not in ("scarf", "fringe"):
        f.ell((-6, 3), 9, 12, "d" if eyes == "hidden" else "s")
        if eyes != "hidden":
            f.line("M-9-2Q-1-3-4 8", "l", 2.6)
        elif w < 4.5:  # on a large head, also draw the hollow of the ear
            f.ell((-4, 3), 4.6, 7.4, "s")
    if glasses:
        f.line("M18-11h14q4 12-6 13q-10 0-8-13M18-9L-4-4", "shade", 2.6)


def _front(f: Drawing, w: float, hair: str, eyes: str, mouth: str, *, beard: bool, glasses: bool, turn: float, scarf: str,
           nose: float, lips: float, age: bool, jaw: float, brow: float) -> None:
    _hair_behind_front(f, hair, scarf)
    if hair != "scarf":
        for s in (-1, 1):
            f.ell((s * 39, 4), 7, 11, "s")
    outline = list(FRONT)
    if jaw:
        outline[4], outline[6] = (24 + jaw, 40), (-24 - jaw, 40)
    f.p(smooth(outline), "s")
    for s in (-1, 1):
        _blush(f, turn + s * 22, 15, 8.5)
    if beard:
        f.p("M-39 2Q-30 10 -20 20Q0 12 20 20Q32 10 39 2Q44 40 20 56Q0 64 -20 56Q-44 40-39 2Z", "h")
    for s in (-1, 1):
        x = turn + s * 16
        _eye(f, x, 0, 6, w, eyes, not glasses)
        inner, outer = (-9, -17) if eyes == "tight" else (-14, -14)
        up = brow if s > 0 else 0
        f.line(f"M{x - s * 7:g}{inner - up:g}Q{x:g}{(inner + outer) / 2 - 5 - up * 1.6:g} {x + s * 7:g}{outer - up:g}", "l", w - .6)
        if age:
            f.line(f"M{x + s * 11:g}-4l{s * 4}-2M{x + s * 11:g} 1l{s * 4} 1", "l", w - 1.6)
    f.line(f"M{turn + 3:g} 6Q{turn + 7 + nose:g} 13 {turn - 1:g} 13.5", "l", w - 1)
    _mouth(f, turn, 26, 9 + lips, w + (1 if beard else 0), mouth, "d" if beard else "l")
    _hair_before_front(f, hair, scarf)
    if glasses:
        k = turn
        f.line(f"M{k - 26:g}-6h19q0 16-9 16q-10 0-10-16M{k + 7:g}-6h19q0 16-10 16q-9 0-9-16M{k - 7:g}-4q7-4 14 0", "shade", 2.4)


def _three(f: Drawing, w: float, hair: str, eyes: str, mouth: str, *, beard: bool, glasses: bool, turn: float, scarf: str,
           nose: float, lips: float, age: bool, jaw: float, brow: float, dark: bool = False) -> None:
    _hair_behind_three(f, hair, scarf)
    outline = list(THREE)
    if jaw:
        outline[7], outline[9], outline[10] = (19 + jaw * .5, 49), (-14 - jaw, 43), (-31 - jaw * .6, 26)
    f.p(smooth(outline), "s")
    _blush(f, -7, 16, 9)
    _blush(f, 29, 15, 5.5)
    if beard:
        f.p("M-36-2Q-28 12-16 20Q4 12 20 18Q30 16 36 6Q42 34 28 52Q8 64-10 54Q-34 40-36-2Z", "h")
    _eye(f, 0, 0, 6.5, w, eyes, not glasses, 1)
    _eye(f, 25, 0, 4.8, w, eyes, not glasses, -1)
    f.line("M-9-15Q1-15 9-9M18-9Q23-14 31-13" if eyes == "tight" else "M-9-12Q0-14 8-19M18-19Q24-15 31-13" if mouth == "glum" else f"M-8-14Q0-19.5 8-15.5M19.5 {-16 - brow:g}Q25 {-19.5 - brow * 1.6:g} 30.5 {-15 - brow:g}", "l", w - 1)
    if age:
        f.line("M-11-4l-4-2M-11 1l-4 1", "l", w - 1.6)
    f.line(f"M18 4Q{23.5 + nose:g} 11 {21 + nose:g} 13.4Q18 16 14 14", "l", w - 1)
    _mouth(f, 14, 26, 9 + lips * .7, w + (1 if beard else 0), mouth, "d" if beard else "l")
    _hair_before_three(f, hair, scarf)
    if hair not in ("scarf", "fringe"):
        f.ell((-34, 5), 7.5, 11.5, "s")
        f.line("M-37 0q7-1 4 9", "l", 2.6)
    if glasses:
        if dark:
            f.p("M-11-7h20q0 17-10 17q-10 0-10-17M16-7h17q0 17-8 17q-9 0-9-17Z", "shade")
        f.line("M-11-7h20q0 17-10 17q-10 0-10-17M16-7h17q0 17-8 17q-9 0-9-17M9-5q4-3 7 0M-11-6L-32-2", "shade", 2.4)


def _back(f: Drawing, w: float, hair: str, _eyes: str, _mouth_: str, *, scarf: str, **_rest: object) -> None:
    f.p(smooth(FRONT), "s")
    full: list[Node] = mirrored([(0, -56), (-30, -47), (-45, -18), (-43, 8), (-38, 28), (-29, 43, .7), (-15, 48), (0, 48)])
    if hair in ("short", "crop", "pony", "bald", "bun", "topbun"):  # curls and an afro cover the ears
        for s in (-1, 1):
            f.ell((s * 44, 2), 7, 11, "s")
            f.line(f"M{s * 47}-4q{s * 2} 6 {-s} 10", "l", 2)
    if hair in ("short", "crop", "pony"):
        f.p(smooth(full), "h")
        if w < 4.5:  # on a large head, also draw strands of hair
            f.line("M2-30q-9-2-8 6q4 9 13 3M-27-36q-8 12-8 28M27-36q8 12 8 28M-17 34q1 6 3 9M17 34q-1 6-3 9", "l", 2.4, ' opacity=".4"')
    if hair == "pony":
        f.p(smooth([(-9, -22, .3), (10, -22, .3), (16, 14), (10, 56), (0, 74, .5), (-11, 54), (-15, 12)]), "h")
        f.line("M-12-18Q0-12 13-18", "shade", 3, ' opacity=".3"')
    elif hair == "bald":
        f.p(smooth(full), "h")
        f.p(smooth([(0, -52), (24, -44), (33, -22), (24, -2), (0, 6), (-24, -2), (-33, -22), (-24, -44)]), "s")
        f.line("M-30 12q4 14 10 24M-14 18q2 12 5 20M2 20v18M17 17q-1 12-4 20M31 11q-3 14-9 24", "l", 2.4, ' opacity=".5"')
    elif hair in ("bun", "topbun"):
        f.p(smooth(full), "h")
        # lines show that the hair is combed up to the bun
        f.line("M-36-4Q-28-20-18-28M-30 22Q-22 4-12-10M-12 42Q-10 16-4-6M12 42Q10 16 4-6M30 22Q22 4 12-10M36-4Q28-20 18-28", _gloss(f), 2.6, GLOSS)
        f.circle((0, -32), 25, "shade", ' opacity=".3"')
        f.circle((0, -35), 24, "h")
        f.line("M-13-21Q-24-38-9-50Q8-57 16-42Q18-26 3-25Q-9-28-5-38Q1-44 7-38", _gloss(f), 2.6, GLOSS)  # a coil
    elif hair == "afro":
        f.p(smooth([(0, -68), (34, -60), (54, -34), (55, 0), (42, 28), (22, 42), (0, 45), (-22, 42), (-42, 28), (-55, 0), (-54, -34), (-34, -60)]), "h")
        f.line("M-30-44q6-7 12 0M-6-52q6-7 12 0M18-44q6-7 12 0M-42-18q6-7 12 0M-18-26q6-7 12 0M8-24q6-7 12 0M32-16q6-7 12 0M-30 6q6-7 12 0M-4 2q6-7 12 0"
               "M22 8q6-7 12 0M-16 28q6-7 12 0M8 28q6-7 12 0", _gloss(f), 3, GLOSS)
    elif hair == "curls":
        _curls(f, "back")
    elif hair == "locs":
        f.p(smooth([(0, -58), (30, -50), (48, -22), (46, 8), (0, 20), (-46, 8), (-48, -22), (-30, -50)]), "h")
        _locs(f, "back")
        f.line("M-30-40Q-36-16-34 4M0-50V4M30-40Q36-16 34 4M-15-46Q-18-20-18 4M15-46Q18-20 18 4", _gloss(f), 2.4, GLOSS)
    elif hair in ("bob", "fringe", "long"):
        low = 82 if hair == "long" else 46
        f.p(f"M0-58Q-54-56-52 0Q-{56 if hair == 'long' else 54} {low - 22}-46 {low}Q-22 {low + 8} 0 {low + 5}Q22 {low + 8} 46 {low}Q{56 if hair == 'long' else 54} {low - 22} 52 0Q54-56 0-58Z", "h")
        f.line(f"M-3-54Q-4-34-2-16M-2-16Q-30-6-34 {low - 10}M-2-16Q-12 8-12 {low - 6}M-2-16Q14 4 14 {low - 6}M-2-16Q32-6 36 {low - 10}", _gloss(f), 2.6, GLOSS)
    elif hair == "scarf":
        f.p("M0-57Q-54-56-50 0Q-52 40-40 62Q0 80 40 62Q52 40 50 0Q54-56 0-57Z", scarf)
        f.line("M-30 20Q0 50 34 10M-16 40Q6 52 24 40", shade(scarf), 3)


CURLS = {
    "side": [(37, -30), (34, -50), (14, -64), (-12, -66), (-36, -58), (-54, -38), (-58, -12), (-50, 12), (-36, 24), (-22, 16), (-16, 0),
             (-4, -16), (14, -28)],
    "front": [(-42, -2), (-50, -26), (-44, -48), (-22, -62), (4, -66), (28, -60), (46, -44), (50, -22), (42, -2), (34, -20), (16, -30),
              (-10, -30), (-32, -22)],
    "three": [(36, -16), (42, -36), (30, -56), (8, -66), (-18, -64), (-42, -50), (-56, -26), (-56, 2), (-42, 18), (-34, 0), (-26, -18),
              (-8, -32), (14, -34), (28, -28)],
    "back": [(0, -64), (26, -60), (46, -42), (52, -16), (48, 10), (36, 34), (14, 46), (-12, 46), (-36, 34), (-48, 10), (-52, -16), (-46, -42),
             (-26, -60)],
}
"""Where the curls of short curly hair bulge, around the head in each view."""
LOCS = {
    "side": [(-4, -14, -12, 46), (-16, -18, -26, 56), (-28, -20, -38, 58), (-40, -20, -50, 48)],
    "front": [(-38, -24, -46, 44), (-46, -14, -56, 30), (38, -24, 46, 44), (46, -14, 56, 30)],
    "three": [(-32, -20, -34, 52), (-42, -16, -46, 54), (-48, -8, -56, 40), (37, -36, 44, 24)],
    "back": [(-40, -20, -50, 52), (-24, -20, -32, 66), (-8, -20, -10, 72), (8, -20, 10, 72), (24, -20, 32, 66), (40, -20, 50, 52)],
}
"""Where each loc (a rope-like strand of hair) starts and ends, in each view."""
GLOSS = ' opacity=".2"'


def _gloss(f: Drawing) -> str:
    """Return the colour of the lines that are drawn on the hair: light lines on dark hair, dark lines on light hair."""
    return "shade" if f.people[-1][1] > 2 else "cream"


def _curls(f: Drawing, view: str) -> None:
    nodes: list[Node] = []
    points = CURLS[view]
    for i, (x, y) in enumerate(points):
        nx, ny = points[(i + 1) % len(points)]
        out = 1.08 if view == "back" or i < len(points) - 4 else .94  # along the forehead, the curls point inwards
        nodes += [(x, y, .5), ((x + nx) / 2 * out, (y + ny) / 2 * out - (3 if y < -40 else 0))]
    f.p(smooth(nodes), "h")
    marks = {"side": "M-34-26q8-8 14 0M-14-46q8-8 14 0M-40 2q6-7 12 0M8-46q7-7 12 0M-20-26q5 6 10 0",
             "front": "M-28-42q8-8 14 0M-4-50q8-8 14 0M18-42q7-7 12 0", "three": "M-34-28q8-8 14 0M-14-48q8-8 14 0M12-48q7-7 12 0M-46-4q5-6 9 0",
             "back": "M-28-36q8-9 16 0M8-40q8-9 16 0M-36-8q8-9 16 0M-8-14q8-9 16 0M20-10q8-9 16 0M-24 16q8-9 16 0M8 14q8-9 16 0M-6 34q6-7 12 0"}
    f.line(marks[view], _gloss(f), 3, GLOSS)


def _locs(f: Drawing, view: str) -> None:
    f.p("".join(cap((a, b), 8, (c, d), 6.5, 1.5, 1.5) for a, b, c, d in LOCS[view]), "h")
    f.line("".join(f"M{(a + c) / 2 - 3:g} {(b + d) / 2 - 14:g}l5 4M{(a + c) / 2 - 4:g} {(b + d) / 2 + 4:g}l6 4M{(a + 3 * c) / 4 - 3:g} {(b + 3 * d) / 4 + 4:g}l5 4"
                   for a, b, c, d in LOCS[view]), _gloss(f), 2.4, GLOSS)


def _hair_behind(f: Drawing, hair: str, scarf: str) -> None:
    if hair == "long":
        f.p("M-8-48Q-56-46-54 4Q-54 40-40 66Q-12 76-4 50L0-20Z", "h")
    elif hair == "bun":
        f.circle((-46, -30), 19, "h")
    elif hair == "topbun":
        f.circle((-16, -58), 18, "h")
    elif hair == "pony":
        f.p(smooth([(-36, -34, 0), (-62, -34), (-76, -6), (-66, 34), (-60, 40, .4), (-56, 20), (-52, -6), (-38, -8, 0)]), "h")
    elif hair == "afro":
        f.p(smooth([(14, -56), (-14, -68), (-46, -56), (-66, -28), (-66, 4), (-52, 26), (-30, 34), (-14, 24), (0, -10), (24, -30),
                    (30, -46)]), "h")
    elif hair == "bob":
        f.p("M6-52Q-54-58-54 6Q-54 34-40 40Q-14 44-4 34L0-20Z", "h")
    elif hair == "scarf":
        f.p("M0-52Q-52-52-52-4Q-52 34-44 60Q-20 80 14 60L20 40L0 0Z", scarf)


def _hair_before(f: Drawing, hair: str, scarf: str) -> None:
    if hair == "short":
        f.p(smooth([(35, -34, .3), (27, -54), (0, -60), (-32, -52), (-52, -24), (-50, 8), (-40, 24, .8), (-30, 26, .7), (-16, 18), (-4, 10, .5), (3, 11, .3),
                    (6, -2), (9, -18, .7), (18, -33)]), "h")
    elif hair == "crop":
        f.p(smooth([(36, -32, .2), (24, -52), (0, -57), (-30, -50), (-49, -24), (-48, 6), (-39, 22, .8), (-24, 21), (-4, 9, .5), (3, 9, .3),
                    (6, -4), (8, -18, .5), (20, -33)]), "h")
    elif hair in ("long", "bun", "topbun", "pony"):
        f.p(smooth([(37, -34, .2), (26, -52), (0, -58), (-32, -50), (-51, -24), (-49, 8), (-38, 24, .4), (-18, 20), (-12, 0, .6),
                    (4, -12), (18, -30)]), "h")
    elif hair == "curls":
        _curls(f, "side")
    elif hair == "locs":
        f.p(smooth([(37, -32, .3), (26, -54), (0, -59), (-32, -52), (-52, -24), (-50, 10), (-30, 12), (-6, -12), (16, -30)]), "h")
        _locs(f, "side")
    elif hair == "afro":
        f.p(smooth([(37, -28, .3), (40, -48), (20, -62), (-14, -66), (-46, -54), (-62, -20), (-56, 12), (-40, 32), (-20, 26, .5),
                    (-15, 10), (-12, -8, .6), (4, -16), (20, -30)]), "h")
        f.line("M-36-30q7-8 13 0M-10-50q7-8 13 0M-46-4q7-8 13 0M12-44q6-7 12 0M-18-22q6-6 12 0", _gloss(f), 3, GLOSS)
    elif hair == "bob":
        f.p(smooth([(38, -30, .2), (28, -52), (0, -58), (-34, -52), (-54, -20), (-54, 12), (-46, 36, .4), (-20, 40, .3), (-10, 18),
                    (-6, -4), (8, -22)]), "h")
    elif hair == "fringe":
        f.p("M37-14Q41-50 4-58Q-54-60-55 4Q-55 30-48 42H-14Q-8 20-9-4L8-13Z", "h")
    elif hair == "bald":
        f.p(smooth([(-46, -16, .3), (-51, 2), (-44, 22), (-32, 30, .3), (-20, 18), (-18, 0, .5), (-30, -4)]), "h")
    elif hair == "turban":
        f.p(smooth([(40, -18, .3), (46, -42), (30, -66), (-4, -74), (-40, -62), (-58, -32), (-52, -4), (-38, 6, .4), (-14, -8), (14, -20)]), scarf)
        f.line("M40-20Q4-24-30 4M42-26Q0-36-50-4M44-36Q8-56-56-24M44-44Q16-68-36-62", shade(scarf), 3)
    elif hair == "scarf":
        f.p(smooth([(38, -30, .2), (28, -50), (0, -57), (-32, -52), (-52, -24), (-52, 10), (-46, 44), (-20, 58), (12, 60),
                    (30, 54, .3), (14, 46), (4, 30), (4, -4), (14, -24)]), scarf)
        f.line("M-24-44Q-44-20-40 20M-8 40Q-24 52-40 46", shade(scarf), 3)


def _hair_behind_front(f: Drawing, hair: str, scarf: str) -> None:
    if hair == "long":
        f.p("M0-56Q-52-54-50 0Q-52 50-42 66Q-20 60-20 40H20Q20 60 42 66Q52 50 50 0Q52-54 0-56Z", "h")
    elif hair == "bob":
        f.p("M0-56Q-52-54-50 0Q-52 34-46 42Q-24 44-20 30H20Q24 44 46 42Q52 34 50 0Q52-54 0-56Z", "h")
    elif hair == "fringe":
        f.p("M0-58Q-54-56-51 0V42H51V0Q54-56 0-58Z", "h")
    elif hair == "topbun":
        f.circle((0, -62), 18, "h")
    elif hair == "afro":
        f.p(smooth([(0, -72), (36, -64), (60, -34), (60, 4), (44, 30), (0, 36), (-44, 30), (-60, 4), (-60, -34), (-36, -64)]), "h")
    elif hair == "scarf":
        f.p("M0-57Q-54-56-50 0Q-54 44-34 70Q0 82 34 70Q54 44 50 0Q54-56 0-57Z", scarf)


def _hair_before_front(f: Drawing, hair: str, scarf: str) -> None:
    if hair in ("short", "crop"):
        f.p(smooth([(-40, -6, .3), (-44, -34), (-24, -56), (4, -60), (32, -52), (44, -28), (40, -6, .3), (34, -24), (16, -32),
                    (-10, -28), (-32, -26)]), "h")
    elif hair in ("long", "bob", "topbun", "bun", "pony"):
        f.p(smooth([(-40, 4, .3), (-46, -28), (-26, -54), (0, -58), (26, -54), (46, -28), (40, 4, .3), (36, -16), (14, -34),
                    (4, -38), (-20, -30), (-36, -14)]), "h")
    elif hair == "curls":
        _curls(f, "front")
    elif hair == "locs":
        f.p(smooth([(-40, 0, .3), (-47, -30), (-26, -57), (0, -60), (26, -57), (47, -30), (40, 0, .3), (36, -18), (10, -36), (-20, -32),
                    (-36, -16)]), "h")
        _locs(f, "front")
    elif hair == "afro":
        f.p(smooth([(-40, -2, .3), (-48, -30), (-26, -58), (0, -62), (26, -58), (48, -30), (40, -2, .3), (34, -22), (14, -32),
                    (-14, -32), (-34, -22)]), "h")
        f.line("M-30-44q7-8 13 0M-6-50q7-8 13 0M18-44q6-7 12 0", _gloss(f), 3, GLOSS)
    elif hair == "fringe":
        f.p("M-41 6Q-48-52 0-58Q48-52 41 6L36-15Q0-20-36-15Z", "h")
    elif hair == "turban":
        f.p(smooth([(-42, -8, .4), (-54, -36), (-36, -66), (0, -76), (36, -66), (54, -36), (42, -8, .4), (26, -20), (0, -32, .4), (-26, -20)]), scarf)
        f.line("M0-32Q-30-38-48-20M2-34Q-24-58-50-46M0-32Q30-38 48-20M-4-36Q20-62 46-54", shade(scarf), 3)
    elif hair == "bald":
        for s in (-1, 1):
            f.p(f"M{s * 36}-24Q{s * 47}-16 {s * 45}-2L{s * 36} 2Z", "h")
            f.ell((s * 41, 5), 7, 10.5, "s")  # draw the ear before the hair and the beard
            f.line(f"M{s * 43} 1q{-s * 5} 0{-s * 3:+} 8", "l", 2.2)
    elif hair == "scarf":
        f.p("M0-57Q-54-56-50 0Q-54 44-34 62Q0 74 34 62Q54 44 50 0Q54-56 0-57ZM0-38C24-38 33-22 33 0C33 28 18 46 0 46"
            "C-18 46-33 28-33 0C-33-22-24-38 0-38Z", scarf, ' fill-rule="evenodd"')
        f.line("M-30 52Q0 66 30 48", shade(scarf), 3)


def _hair_behind_three(f: Drawing, hair: str, scarf: str) -> None:
    if hair == "long":
        f.p("M2-56Q-56-54-52 0Q-54 46-44 68Q-16 74-6 50L30 48Q36 60 40 54Q46 20 38-20Q30-52 2-56Z", "h")
    elif hair == "bob":
        f.p("M2-56Q-56-54-52 0Q-54 34-46 44Q-16 50-8 34L30 34Q44 40 42 0Q42-52 2-56Z", "h")
    elif hair == "fringe":
        f.p("M2-57Q-56-55-52 0V42H40V-10Q40-54 2-57Z", "h")
    elif hair == "bun":
        f.circle((-46, -26), 18, "h")
    elif hair == "topbun":
        f.circle((-6, -60), 18, "h")
    elif hair == "pony":
        f.p(smooth([(-36, -34, 0), (-60, -32), (-70, -2), (-60, 34), (-54, 38, .4), (-50, 16), (-40, -4, 0)]), "h")
    elif hair == "afro":
        f.p(smooth([(0, -72), (32, -64), (52, -34), (50, 0), (30, 30), (-44, 32), (-62, 6), (-62, -32), (-38, -62)]), "h")
    elif hair == "scarf":
        f.p("M0-57Q-56-56-52 0Q-54 44-36 70Q0 82 32 66Q48 40 44 0Q46-56 0-57Z", scarf)


def _hair_before_three(f: Drawing, hair: str, scarf: str) -> None:
    if hair in ("short", "crop"):
        top = -61 if hair == "short" else -57
        f.p(smooth([(35, -20, .3), (35, -42), (14, top), (-20, -56), (-46, -34), (-48, -2), (-41, 18, .4), (-34, 6), (-32, -8, .5),
                    (-22, -18, .5), (-12, -34), (12, -35), (27, -30)]), "h")
    elif hair in ("long", "bob", "topbun", "bun", "pony"):
        f.p(smooth([(35, -14, .3), (36, -38), (18, -55), (-6, -58), (-35, -48), (-49, -18), (-46, 14, .4), (-37, 8), (-30, -8, .6),
                    (-16, -24), (10, -40), (26, -32)]), "h")
    elif hair == "curls":
        _curls(f, "three")
    elif hair == "locs":
        f.p(smooth([(35, -14, .3), (38, -40), (18, -57), (-6, -60), (-35, -50), (-50, -18), (-46, 6, .4), (-34, 0), (-14, -26), (10, -40),
                    (26, -32)]), "h")
        _locs(f, "three")
    elif hair == "afro":
        f.p(smooth([(35, -16, .3), (42, -40), (22, -60), (-8, -66), (-42, -54), (-58, -22), (-54, 12), (-40, 24, .5), (-34, 2),
                    (-30, -10, .6), (-14, -30), (10, -36), (26, -30)]), "h")
        f.line("M-38-30q7-8 13 0M-14-50q7-8 13 0M14-46q6-7 12 0M-50-6q6-7 11 0", _gloss(f), 3, GLOSS)
    elif hair == "fringe":
        f.p("M36-12Q42-52 4-58Q-52-58-50 8V42H-34Q-30 20-32-6L-26-13Q6-20 36-12Z", "h")
    elif hair == "turban":
        f.p(smooth([(36, -14, .4), (46, -38), (34, -64), (2, -75), (-36, -66), (-58, -36), (-48, -2, .5), (-34, 0, .5), (-14, -20), (14, -31, .4), (28, -24)]), scarf)
        f.line("M14-31Q-20-30-44-4M14-33Q-18-54-54-30M12-34Q0-66-30-68M14-31Q30-36 40-26M16-34Q34-54 40-52", shade(scarf), 3)
    elif hair == "bald":
        f.p(smooth([(-40, -20, .3), (-49, 0), (-44, 22), (-34, 26, .4), (-28, 4), (-33, -8)]), "h")
    elif hair == "scarf":
        f.p("M0-57Q-56-56-52 0Q-54 44-36 64Q0 76 32 60Q48 40 44 0Q46-56 0-57ZM8-38C28-38 34-22 35 0C36 28 26 46 10 47"
            "C-12 47-28 28-28 0C-28-22-16-38 8-38Z", scarf, ' fill-rule="evenodd"')
        f.line("M-32 50Q-4 66 26 48", shade(scarf), 3)
