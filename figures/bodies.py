"""Draws people from the positions of their joints. The unit `u` is the height of one head; an adult is 7.25 heads tall.

In a standing adult, the joints are at these distances below the top of the head, measured in heads: base of the neck 1.15,
shoulder 1.55, elbow 2.9, wrist 4.05, hip joint 3.6, knee 5.35, ankle 7.0.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from evidence.model.palette import shade
from figures.drawing import Drawing
from figures.geometry import GRAIN, Node, OutOfReachError, Point, cap, curve, dist, ik, lerp, limb, mirrored, smooth, xy
from figures.hands import PALM_LINES, RAISED_PALM, hand, shoe
from figures.heads import head

UPPER_ARM, FOREARM, THIGH, SHIN = 1.36, 1.16, 1.78, 1.66
HEAD = 1.18
"""How tall a head is drawn, in heads. This is above 1 because faces tell a viewer more than legs do."""
STRETCH = 1.12
"""The maximum ratio of a drawn limb's length to the length of its bone. It is above 1 because the body may be turned slightly."""

TRUNK = [(-.16, .30, .30), (.03, .50, .38), (.2, .40, .39), (.36, .31, .37), (.55, .37, .40), (.74, .45, .45), (.9, .41, .35),
         (1, .27, .23)]
"""The outline of a trunk seen from the side. Each row: the position between the hip joint (0) and the base of the neck (1),
then the distances of the back and of the front from the axis, in heads."""


def trunk(axis: Sequence[Point], u: float, face: int, t0: float = -.16, t1: float = 1, belly: float = 0, chest: float = 0,
          seat: float = 0, grow: float = 0, hem: bool = False, wide: float = 1) -> str:
    """Return the SVG path of a person's trunk seen from the side. The axis runs from the hip to the base of the neck.

    Args:
        face: +1 if the person faces right when the axis points up, -1 if the person faces left.
        hem: whether to draw a loose top instead of the bare trunk.
        wide: the width of the trunk: 1 is normal, 1.5 is stout and .9 is slight.
        belly, chest, seat: how far each of these sticks out, in heads.
    """
    # leave out points where the outline of a small figure is nearly straight
    skip: set[float] = {.55, *({.2} if belly < .1 else ())} if hem and GRAIN.get() > .4 else set()
    if GRAIN.get() >= 1:
        skip |= {.2, .9}
    ts = sorted({t0, t1} | {t for t, *_ in TRUNK if t0 < t < t1 and t not in skip})

    def body(t: float, c: int) -> float:
        if t <= TRUNK[0][0]:
            return TRUNK[0][c]
        for a, b in pairwise(TRUNK):
            if t <= b[0]:
                return a[c] + (b[c] - a[c]) * (t - a[0]) / (b[0] - a[0])
        return TRUNK[-1][c]

    def cloth(t: float, c: int) -> float:
        if hem:  # a loose top hangs straight down to the hips and hides about half of the curve at the waist
            t = max(t, .03)
            if t < .74:
                return .4 * body(t, c) + .6 * (body(.03, c) + (body(.74, c) - body(.03, c)) * (t - .03) / .71)
        return body(t, c)

    def side(t: float, c: int) -> Node:
        (x, y), (dx, dy) = curve(axis, t)
        w = cloth(t, c) * u * (wide if t < .9 else 1 + (wide - 1) * .5) + grow
        if c == 2:
            w += belly * u * math.exp(-((t - .28) / .2) ** 2) + chest * u * math.exp(-((t - .68) / .14) ** 2)
        else:
            w += seat * u * math.exp(-((t - .03) / .13) ** 2)
        s = face if c == 2 else -face
        return (x - dy * w * s, y + dx * w * s)

    back, front = [side(t, 1) for t in ts], [side(t, 2) for t in reversed(ts)]
    for half in (back, front):
        half[0], half[-1] = (*half[0], .5), (*half[-1], .5)
    return smooth([*back, *front])


def leg(f: Drawing, hip: Point, ankle: Point, u: float, bend: float, k: str, w: float = 1, r0: float = .41, hem: float = .168) -> Point:
    """Draw a leg in trousers and return the position of the knee. Raise OutOfReachError if the ankle is too far from the hip."""
    knee = knee_of(hip, ankle, u, bend)
    calf = (.01 * u, .05 * u) if bend > 0 else (.05 * u, .01 * u)
    f.p(limb(hip, r0 * w * u, knee, .255 * w * u, ankle, hem * w * u, upper=(.01 * u, .01 * u), lower=calf, flat=True), k)
    return knee


def knee_of(hip: Point, ankle: Point, u: float, bend: float) -> Point:
    """Return the position of the knee. A nearly straight leg is drawn straight, because a small bend looks like a crouch."""
    whole = (THIGH + SHIN) * u
    k = min(1, dist(hip, ankle) / whole / .9985) if dist(hip, ankle) > .965 * whole else 1
    return ik(hip, ankle, THIGH * u * k, SHIN * u * k, bend)


def bare_arm(f: Drawing, sh: Point, el: Point, wr: Point, u: float, k: str = "s", w: float = 1, sh_r: float = .23) -> None:
    """Draw an arm from shoulder to wrist. Raise OutOfReachError if the upper arm or the forearm would be longer than STRETCH
    allows.
    """
    for a, b, bone, words in ((sh, el, UPPER_ARM, "upper arm"), (el, wr, FOREARM, "forearm")):
        if dist(a, b) > bone * u * STRETCH:
            raise OutOfReachError(f"{f.name}: an {words} of {dist(a, b) / u:.2f} heads; it has {bone}." if words[0] == "u"
                                  else f"{f.name}: a {words} of {dist(a, b) / u:.2f} heads; it has {bone}.")
    f.p(limb(sh, sh_r * w * u, el, .165 * w * u, wr, .108 * w ** .5 * u, upper=(.012 * u, .012 * u), lower=(.022 * u, .022 * u)), k)


def sleeve(f: Drawing, sh: Point, el: Point, wr: Point, u: float, k: str, upto: float = .45, w: float = 1, sh_r: float = .26) -> None:
    """Draw a sleeve.

    Args:
        upto: the point at which the sleeve ends, from 0 (shoulder) through 1 (elbow) to 2 (wrist).
    """
    if upto <= 1:
        f.p(cap(sh, sh_r * w * u, lerp(sh, el, upto + .06), (sh_r - .02 * upto) * w * u, flat=True), k)
    else:
        f.p(limb(sh, sh_r * w * u, el, .2 * w * u, lerp(el, wr, upto - 1), .15 * w * u, lower=(.012 * u, .012 * u), flat=True), k)


def neck(f: Drawing, base: Point, top: Point, u: float, k: str = "d", w: float = .22) -> None:
    """Draw a neck, which is darker than the head, so that the jaw is visible."""
    f.p(cap(base, (w + .03) * u, top, w * u), k)


def neck_side(f: Drawing, c7: Point, at_head: Point, u: float, face: int = 1, rot: float = 0, size: float = HEAD, along: Point = (0, 1)) -> None:
    """Draw a neck in side view, down to the shoulders, with a shadow below the jaw.

    Args:
        c7: the base of the neck.
        at_head: the middle of the head.
        size: how tall the drawn head is, as a multiple of `u`.
        rot: the head's rotation, in degrees.
        along: the direction of the trunk, from the neck downwards.
    """
    c, s = math.cos(math.radians(rot)), math.sin(math.radians(rot))

    # converts a point from the head's own coordinates to the drawing's
    def on(x: float, y: float) -> Point:
        x, y = x * face * size * u / 100, y * size * u / 100
        return (at_head[0] + x * c - y * s, at_head[1] + x * s + y * c)

    # converts a point that is `ahead` heads in front of the neck's base, and `down` heads below it along the trunk
    def to(ahead: float, down: float) -> Point:
        return (c7[0] + (along[1] * face * ahead + along[0] * down) * u, c7[1] + (along[1] * down - along[0] * face * ahead) * u)

    if GRAIN.get() >= 1:  # a small figure
        f.p(cap(to(.02, .16), .26 * u, on(-12, 10), .2 * u), "s")
        return
    nape, throat, chin, back, front = on(-37, 14), on(9, 46), on(20, 42), to(-.31, -.0), to(.27, .05)
    f.p(f"M{xy(on(-20, -6))}L{xy(nape)}Q{xy(lerp(lerp(nape, back, .6), front, .22))} {xy(back)}L{xy(to(-.34, .3))}L{xy(to(.2, .28))}L{xy(front)}"
        f"Q{xy(lerp(lerp(throat, front, .6), back, .08))} {xy(throat)}L{xy(chin)}Z", "s")
    if u > 34:
        f.p(f"M{xy(on(-16, 24))}L{xy(on(20, 40))}L{xy(throat)}Q{xy(lerp(lerp(throat, front, .6), back, .08))} {xy(lerp(throat, front, .9))}Q{xy(lerp(on(-10, 44), to(.04, 0), .3))} {xy(on(-16, 24))}Z", "d")


def collar(f: Drawing, c7: Point, face: int, u: float, k: str, along: Point = (0, 1)) -> None:
    """Draw the neckband of a shirt, seen from the side.

    Args:
        along: the direction of the trunk, from the neck downwards; (0, 1) is straight down.
    """
    def to(ahead: float, down: float) -> Point:
        return (c7[0] + (along[1] * face * ahead + along[0] * down) * u, c7[1] + (along[1] * down - along[0] * face * ahead) * u)

    f.line(f"M{xy(to(-.3, .03))}Q{xy(to(.06, .26))} {xy(to(.28, .12))}", k, .095 * u)


@dataclass(frozen=True)
class Look:
    """One person's appearance and clothes. No two people in the pictures look the same."""

    skin: int
    hair: str
    hair_colour: int = 1
    top: str = "teal"
    bottoms: str = "navy"
    wide: float = 1.07
    belly: float = 0
    chest: float = 0
    seat: float = 0
    limbs: float = 1
    sleeves: float = 1.8
    """How far the sleeves reach: .5 is the middle of the upper arm, 1.8 is just above the wrist."""
    shoes: str = "shoe"
    """The colour of the shoes, or "bare"."""
    face: dict[str, Any] = field(default_factory=dict)
    """Further arguments for `head`, such as beard, glasses, scarf, nose, lips, age and jaw."""

    def shade(self, name: str) -> str:
        """Return the name of the darker tone that belongs to a colour of cloth or to bare skin."""
        return "leaf" if name == "sage2" else "d" if name == f"s{self.skin}" else shade(name)


@dataclass(frozen=True)
class Pose:
    """The positions of a person's joints, seen from the side. Each position gives two distances from a point on the floor,
    forwards and upwards, in heads.

    Of two limbs, the one nearer to the viewer comes first. If a wrist is None, that arm is not drawn.

    Attributes:
        elbows: +1 if the elbow points backwards, -1 if it points forwards.
        hands: each hand's pose, and the angle of its fingers in degrees (0 is forwards, 90 is down).
        head: the offset of the head from the base of the neck.
        slump: how rounded the back is.
    """

    hip: Point
    c7: Point
    ankles: tuple[Point, Point]
    wrists: tuple[Point | None, Point | None] = (None, None)
    elbows: tuple[float, float] = (1, 1)
    hands: tuple[tuple[str, float], tuple[str, float]] = (("hang", 80), ("hang", 80))
    head: Point = (.24, .70)
    rot: float = 0
    feet: tuple[float, float] = (0, 0)
    slump: float = 0
    knees: tuple[float, float] = (1, 1)
    eyes: str = "open"
    mouth: str = "smile"


@dataclass(frozen=True)
class Placed:
    """The positions of a drawn person's joints, in the drawing's units."""

    sh: Point
    elbow: Point | None
    wrist: Point | None
    knee: Point
    head: Point


def person(f: Drawing, at: Point, u: float, look: Look, pose: Pose, face: int = 1, *, before_body: Callable[[], None] | None = None,
           before_arm: Callable[[], None] | None = None, view: str = "side", far_foot: bool = True, feet: bool = True, arms: bool = True, legs: bool = True) -> Placed:
    """Draw a person with clothes on, seen from the side, and return the positions of the joints.

    Args:
        at: the point on the floor from which the pose is measured.
        face: 1 if the person looks right, -1 if left.
        before_body: a function that draws something, such as a chair, after the far limbs and before the body.
        before_arm: a function that draws something after the body and before the near arm.
        far_foot: whether to draw the far foot.
        feet: whether to draw feet at all.
        arms: whether to draw the arms. If False, the shoulders are still placed to suit the wrists in the pose, so that the
            caller can draw its own arms.
        legs: whether to draw the legs, the feet and the buttocks. If False, `before_body` must draw them.
    """
    def to(p: Point) -> Point:
        return (at[0] + face * p[0] * u, at[1] - p[1] * u)

    f.skin(look.skin, look.hair_colour)
    hip, c7 = to(pose.hip), to(pose.c7)
    along = ((hip[0] - c7[0]) / dist(hip, c7), (hip[1] - c7[1]) / dist(hip, c7))
    sh = (c7[0] + along[0] * .47 * u + face * .03 * u, c7[1] + along[1] * .47 * u)
    lw, top2, bottoms2 = look.limbs, look.shade(look.top), look.shade(look.bottoms)

    def arm(which: int, shoulder: Point) -> tuple[Point, Point] | None:
        target = pose.wrists[which]
        if target is None or not arms:
            return None
        wrist = to(target)
        elbow = ik(shoulder, wrist, UPPER_ARM * u, FOREARM * u, face * pose.elbows[which])
        if look.sleeves > 1.5:  # below a long sleeve, only the wrist shows
            f.p(cap(lerp(elbow, wrist, .6), .14 * lw * u, wrist, .108 * lw ** .5 * u), "d" if which else "s")
        else:
            bare_arm(f, shoulder, elbow, wrist, u, "d" if which else "s", lw)
        kind, angle = pose.hands[which]
        flip = -face if kind == "palm" and not which else face  # a hand that shows its palm is the mirror image of a hand that shows its back
        hand(f, wrist, u, angle if face == 1 else 180 - angle, flip, kind, .82, "d" if which else "s")
        sleeve(f, shoulder, elbow, wrist, u, top2 if which else look.top, look.sleeves, lw * (1.08 if lw > 1 else 1))
        return elbow, wrist

    turned = view == "three"  # the head and chest are turned towards the viewer, and the far shoulder hides behind the chest
    back = (along[1] * face, -along[0] * face)
    if turned:  # the near shoulder is at the back of the trunk, not in its middle
        apart = max(.3, min(1, (along[1] - .5) / .45)) * (1 + (look.wide - 1) * .6) * u
        near_sh, far_sh, far_reach = ((c7[0] + back[0] * ahead * apart + along[0] * down * u, c7[1] + back[1] * ahead * apart + along[1] * down * u) for ahead, down in ((-.27, .5 + .3 * (lw - 1)), (.16, .52), (.46, .55)))
        reach = pose.wrists[0]  # an arm that reaches far pulls the shoulder forwards
        sh = near_sh if not reach else next((p for p in (lerp(near_sh, sh, i / 5) for i in range(5)) if dist(p, to(reach)) < 2.5 * u), sh)
        reach = pose.wrists[1]
        far_sh = far_sh if not reach else next((p for p in (lerp(far_sh, far_reach, i / 5) for i in range(5)) if dist(p, to(reach)) < 2.5 * u), far_reach)
    else:
        far_sh = (sh[0] + face * .12 * u, sh[1])
    arm(1, far_sh)
    if legs:
        leg(f, (hip[0] - face * .05 * u, hip[1]), to(pose.ankles[1]), u, -face * pose.knees[1], bottoms2, lw)
    if legs and far_foot and feet:
        shoe(f, to(pose.ankles[1]), u, face, pose.feet[1] * face, look.shoes, look.shoes == "bare")
    if before_body:
        before_body()
    if legs:
        knee = leg(f, hip, to(pose.ankles[0]), u, -face * pose.knees[0], look.bottoms, lw)
    else:
        knee = knee_of(hip, to(pose.ankles[0]), u, -face * pose.knees[0])
    if legs and feet:
        shoe(f, to(pose.ankles[0]), u, face, pose.feet[0] * face, look.shoes, look.shoes == "bare")
    m1, m2 = lerp(hip, c7, .36), lerp(hip, c7, .69)
    m1 = (m1[0] - back[0] * (.05 + pose.slump * .8) * u, m1[1] - back[1] * (.05 + pose.slump * .8) * u)
    m2 = (m2[0] - back[0] * (.06 + pose.slump) * u, m2[1] - back[1] * (.06 + pose.slump) * u)
    at_head = (c7[0] + face * pose.head[0] * u, c7[1] - pose.head[1] * u)
    if look.hair != "scarf":
        neck_side(f, c7, at_head, u, face, pose.rot * face, HEAD, along)
    bare = look.top == f"s{look.skin}"  # trousers from the waist down, bare skin above
    if bare:
        f.p(trunk([hip, m1, m2, c7], u, face, -.24, .2, look.belly, 0, look.seat, wide=look.wide), look.bottoms)
    elif legs:  # the buttocks, which continue into the thigh below the hem of the top
        upright = ((knee[0] - hip[0]) * along[0] + (knee[1] - hip[1]) * along[1]) / dist(hip, knee) > .8
        out, low = (.14, .21) if upright else (.12, .06)  # on a chair, the buttocks are flattened
        f.p(cap((hip[0] - back[0] * out * u + along[0] * low * u, hip[1] - back[1] * out * u + along[1] * low * u), (.44 * look.wide + .85 * look.seat) * u, lerp(hip, knee, .6), .31 * lw * u), look.bottoms)
    yoke = ""
    if turned and not (u < 30 and GRAIN.get() < 1):  # the cloth slopes from the neck to both shoulders
        def by_shoulder(p: Point, ahead: float, down: float, *shape: float) -> Node:
            return (p[0] + (back[0] * ahead + along[0] * down) * u, p[1] + (back[1] * ahead + along[1] * down) * u, *shape)

        r = .26 * lw * (1.08 if lw > 1 else 1) if not bare else .23 * lw
        small = GRAIN.get() > .4
        outline = [by_shoulder(c7, -.27, -.01, .4), by_shoulder(c7, .24, .03, .4), by_shoulder(far_sh, -.08, .01 - r, .3), *([] if small else [by_shoulder(far_sh, .02, .08)]), by_shoulder(far_sh, -.02, .42, .7),
                   *([] if small else [lerp(far_sh, m1, .6)]), by_shoulder(m1, -(.28 if bare else .4) * look.wide, -.1, .5), by_shoulder(sh, -.9 * r, .28), *([] if small else [by_shoulder(sh, -r, 0), by_shoulder(sh, -.72 * r, -.72 * r)]), by_shoulder(sh, .04, -.03 - r, .8)]
        yoke = "M" + "L".join(map(xy, outline)) + "Z" if small else smooth(outline)
    f.p(trunk([hip, m1, m2, c7], u, face, .17 if bare else -.04, 1, look.belly, look.chest, look.seat, hem=not bare, wide=look.wide) + yoke, look.top)
    if look.hair != "scarf" and not bare:
        if turned:
            edge = [(c7[0] + (back[0] * ahead + along[0] * down) * u, c7[1] + (back[1] * ahead + along[1] * down) * u) for ahead, down in ((-.3, .06), (.06, .38), (.29, .12))]
            f.line(f"M{xy(edge[0])}Q{xy(edge[1])} {xy(edge[2])}", top2, .09 * u)
        else:
            collar(f, c7, face, u, top2, along)
    if u > 34 and not bare:  # folds in the cloth at the waist and above the hem
        def on(t: float, ahead: float) -> str:
            x, y = lerp(hip, c7, t)
            return xy((x + back[0] * ahead * u, y + back[1] * ahead * u))
        f.line(f"M{on(.02, .16)}Q{on(.14, .08)} {on(.24, .15)}" + (f"M{on(.36, -.24)}Q{on(.31, -.1)} {on(.35, .02)}" if look.sleeves < 1.5 else ""), top2, .05 * u)
    def drape() -> None:
        if look.hair == "scarf":
            k = look.face.get("scarf", "teal")
            f.p(smooth([(c7[0] + face * a * u, c7[1] - b * u) for a, b in ((-.4, .12), (-.1, .38), (.42, .3), (.56, -.12), (.16, -.36), (-.32, -.24))]), k)

    def top() -> None:
        if view != "side":
            drape()
        head(f, at_head, HEAD * u, pose.rot * face, face, view, look.hair, pose.eyes, pose.mouth, **look.face)
        if view == "side":
            drape()

    if look.hair != "scarf":
        top()
    if before_arm:
        before_arm()
    near = arm(0, sh)
    if near and u > 24:  # make the arm visible in front of a top of the same colour
        end = lerp(near[0], near[1], .94 if bare else look.sleeves - 1) if look.sleeves > 1 or bare else None
        _edges(f, sh, near[0], end, look, u, [hip, m1, m2, c7], face)
    if look.hair == "scarf":  # a headscarf covers part of the shoulder, so draw it last
        top()
    f.end()
    return Placed(sh, near[0] if near else None, near[1] if near else None, knee, at_head)


def in_heads(at: Point, u: float, face: int = 1) -> Callable[..., str]:
    """Return a function that converts points to a smooth SVG path. Each point has two distances from `at`, forwards and upwards,
    in heads.
    """
    def path(*points: tuple[float, ...], closed: bool = True) -> str:
        return smooth([(at[0] + face * x * u, at[1] - y * u, *r) for x, y, *r in points], closed)
    return path


def standing(f: Drawing, at: Point, u: float, look: Look, face: int = 1, ankles: tuple[float, float] = (.2, -.14)) -> None:
    """Draw the legs of a standing person in trousers, seen from the side.

    Args:
        ankles: how far in front of the hip each ankle is, in heads. The first ankle is the one nearer to the viewer.
    """
    outline = ((-.3, 4.0, .4), (-.54, 3.72), (-.61, 3.42), (-.57, 3.14), (-.44, 2.9), (-.34, 2.6), (-.26, 2.2), (-.22, 1.92), (-.25, 1.66), (-.3, 1.42), (-.28, 1.16), (-.22, .8), (-.17, .28, .2), (.22, .28, .2),
               (.24, .8), (.25, 1.3), (.28, 1.66), (.33, 1.86), (.35, 2.04), (.36, 2.4), (.4, 2.9), (.42, 3.4), (.34, 4.0, .4))
    path, dark = in_heads(at, u, face), look.shade(look.bottoms)

    def to(x: float, y: float, ankle: float) -> tuple[float, float]:
        high = max(0, min(1, (y - 1) / 2.2))
        grown = x * (look.wide / 1.07 * high + look.limbs * (1 - high)) - (look.seat * .8 * math.exp(-((y - 3.4) / .5) ** 2) if x < 0 else 0)
        return grown + ankle * max(0, 3.2 - y) / 2.93, y

    for ankle, k in ((ankles[1], dark), (ankles[0], look.bottoms)):
        shoe(f, (at[0] + face * ankle * u, at[1] - .27 * u), u, face, 0, look.shoes, look.shoes == "bare")
        f.p(path(*((*to(x, y, ankle), *r) for x, y, *r in outline)), k)
    folds = (((-.49, 3.08), (-.38, 2.99), (-.2, 3.0)), ((.24, 1.74), (.3, 1.86), (.28, 2.0)))
    f.line("".join(path(*(to(x, y, ankles[0]) for x, y in fold), closed=False) for fold in folds), dark, .055 * u)


def striding(f: Drawing, at: Point, u: float, look: Look, face: int = 1) -> None:
    """Draw the legs of a stout person in trousers, mid-step: the near foot lands on its heel, and the far foot pushes off."""
    def to(x: float, y: float, *shape: float) -> Node:
        return (at[0] + face * x * u, at[1] - y * u, *shape)

    shoe(f, to(-1.15, .5)[:2], u, face, 40 * face, look.shoes)
    f.p(smooth([to(*p) for p in ((.5, 3.2), (.42, 2.7), (.29, 2.3), (.16, 2.0), (.08, 1.74), (.03, 1.54, .8), (-.16, 1.24),
        (-.5, .86), (-.92, .46, .2), (-1.26, .7, .2), (-1.08, .96), (-.92, 1.18), (-.74, 1.38), (-.58, 1.58, .8), (-.58, 1.9),
        (-.66, 2.3), (-.78, 2.74), (-.92, 3.06), (-.4, 3.3))]), look.shade(look.bottoms))
    shoe(f, to(1.0, .36)[:2], u, face, -14 * face, look.shoes)
    f.p(smooth([to(*p) for p in ((-.7, 3.9, .4), (-.92, 3.56), (-.97, 3.26), (-.86, 2.98), (-.58, 2.78), (-.2, 2.56), (.12, 2.24), (.37, 1.9), (.44, 1.6), (.56, 1.24), (.7, .86), (.82, .36, .2), (1.2, .44, .2), (1.17, .8), (1.12, 1.2), (1.05, 1.6), (1.02, 1.86), (1.01, 2.06), (.93, 2.3), (.79, 2.8), (.64, 3.3), (.54, 3.9, .4))]), look.bottoms)
    if u > 34:
        f.line("".join(f"M{xy(to(*a))}Q{xy(to(*b))} {xy(to(*c))}" for a, b, c in (((-.84, 2.96), (-.56, 2.86), (-.36, 2.92)), ((.9, 2.08), (.97, 1.96), (.93, 1.84)))), look.shade(look.bottoms), .05 * u)


def _edges(f: Drawing, sh: Point, el: Point, end: Point | None, look: Look, u: float, axis: list[Point], face: int) -> None:
    """Draw the two edges of the near arm in the darker tone, wherever the arm is in front of the trunk.

    Args:
        end: the point below the elbow where the edges of a bare arm or a long sleeve end; None for a short sleeve.
        axis: the axis of the trunk, as in `trunk`.
    """
    bare = look.top == f"s{look.skin}"
    lw = look.limbs * (1.08 if look.limbs > 1 else 1)
    r0, r1, r2 = (.225, .165, .13) if bare else (.255, .2, .17)
    if not end:
        points = [(lerp(sh, el, t), (.255 - .012 * t) * lw * u) for t in (.24, .42, look.sleeves + .05)]
    else:
        points = [(lerp(sh, el, t), (r0 + (r1 - r0) * t) * lw * u) for t in (.24, .42, .72)] + [(el, r1 * lw * u)] + [(lerp(el, end, t), (r1 + (r2 - r1) * t) * lw * u) for t in (.3, .66, 1)]
    a1 = math.atan2(el[1] - sh[1], el[0] - sh[0])
    a2 = math.atan2(end[1] - el[1], end[0] - el[0]) if end else a1
    turn = (a2 - a1 + math.pi) % (2 * math.pi) - math.pi
    samples = [curve(axis, i / 12) for i in range(13)]
    for side in (-1, 1):
        run: list[Node] = []
        for i, (p, radius) in enumerate(points):
            a = a1 if i < 3 else a1 + turn / 2 if i == 3 else a2
            r = radius / max(math.cos(turn / 2), .6) if i == 3 and side * turn > 0 else radius
            q = (p[0] - side * math.sin(a) * r, p[1] + side * math.cos(a) * r)
            if run and (q[0] - run[-1][0]) * math.cos(a) + (q[1] - run[-1][1]) * math.sin(a) < 0:
                continue  # inside a sharp bend, the edges of the two halves cross
            (x, y), (dx, dy) = min(samples, key=lambda sample, q=q: dist(sample[0], q))
            ahead = ((q[0] - x) * -dy + (q[1] - y) * dx) * face / u
            along = ((q[0] - x) * dx + (q[1] - y) * dy) / u
            if -.3 * look.wide < ahead < .42 * look.wide + look.belly * .8 and abs(along) < .24:
                run.append(q)
            elif run:
                run.append(lerp(run[-1], q, .3))
                break
        if len(run) > 1 and dist(run[0], run[-1]) > .35 * u:
            f.line("M" + "L".join(map(xy, [run[0], *run[2:-1:2], run[-1]])) if GRAIN.get() >= 1 else "M" + "L".join(map(xy, run)) if GRAIN.get() > .4 else smooth(run, closed=False), look.shade(look.top), .05 * u)


def at_shoulder(at: Point, u: float, wide: float, side: int) -> Point:
    """Return the point at which an arm joins the shoulder of a person drawn with `bust`."""
    return (at[0] + side * .72 * wide * u, at[1] - .43 * u)


def bust(f: Drawing, at: Point, u: float, look: Look, view: str = "front", eyes: str = "open", mouth: str = "smile", turn: float = 0,
         rot: float = 0, face: int = 1, arms: str = "within", hem: float = 2.5, size: float = 1) -> None:
    """Draw a person from the chest up.

    Args:
        at: the middle of the chest, 2.3 heads below the crown.
        arms: "within" (the chest's outline includes them), "beside" (they hang beside a trunk that tapers to the waist) or "none"
            (only the tapering trunk is drawn).
        hem: how far below the middle of the chest a tapering trunk ends, in heads.
        size: how tall the drawn head is, as a multiple of `u`.
    """
    x, y = at
    w = look.wide
    f.skin(look.skin, look.hair_colour)
    half: list[Node] = [(-.3, -.84, .3), (-.44, -.82), (-.72 * w, -.72), (-.98 * w, -.46), (-1.06 * w, 0), (-1.08 * w, 1.1, .2)]
    if arms != "within":
        half = [(-.3, -.84, .3), (-.44, -.82), (-.7 * w, -.72), (-.86 * w, -.52), (-.84 * w, -.1), (-.76 * w, .5), (-.7 * w, 1.1), (-.74 * w, hem, .2)]
    neck(f, (x, y - .8 * u), (x, y - 1.3 * u), u, w=.22)
    f.p(smooth([(x + a * u, y + b * u, *r) for a, b, *r in mirrored(half)]), look.top)
    for s in (-1, 1) if arms != "within" else ():  # the shoulder slopes down from the neck and rounds into the arm
        sh = at_shoulder(at, u, w, s)
        arm = [(.32, .1), (.325, .3), (.27, .62), (.25, .9), (.25, 1.5, .3), (-.2, 1.5, .3)] if arms == "beside" else [(.235, -.04), (.1, .2)]
        f.p(smooth([(x + s * .4 * w * u, y - .79 * u, .4), *((sh[0] + s * a * u, sh[1] + b * u, *r) for a, b, *r in [(.0, -.29), (.2, -.2), *arm]), (x + s * .3 * w * u, y, .3)]), look.top)
        if arms == "beside":
            f.line(f"M{xy((x + s * .68 * w * u, y - .1 * u))}Q{xy((x + s * .76 * w * u, y + .2 * u))} {xy((x + s * .8 * w * u, y + .8 * u))}", look.shade(look.top), .055 * u)
    if view != "back":
        neckline = f"M{x - .24 * u:.1f} {y - .9 * u:.1f}Q{x:.1f} {y - .44 * u:.1f} {x + .24 * u:.1f} {y - .9 * u:.1f}"
        f.p(neckline + "Z", "d")
        f.line(neckline, look.shade(look.top), .06 * u)
    head(f, (x + .03 * turn * u / 8, y - (.96 + .5 * size) * u), size * u, rot, face, view, look.hair, eyes, mouth, turn=turn, **look.face)
    f.end()


def hands_off(f: Drawing, at: Point, u: float, look: Look, face: int = 1, eyes: str = "open", mouth: str = "smile",
              rot: float = 0, lean: float = 0) -> None:
    """Draw a person who stands behind something that hides the hips, faces the viewer, looks to one side and raises both open
    palms.

    Args:
        at: the point on the floor between the feet.
        face: 1 to look right, -1 to look left.
        lean: how far the person leans to the right, in degrees.
    """
    w, top2 = look.wide, look.shade(look.top)

    def part(*nodes: Node, closed: bool = True) -> str:
        return smooth([(a * w * u, -b * u, *r) for a, b, *r in nodes], closed)

    f.skin(look.skin, look.hair_colour)
    f.g(at, lean)
    neck(f, (0, -6.1 * u), (0, -6.6 * u), u)
    f.p(part(*mirrored([(-.25, 6.16, .3), (-.46, 6.08), (-.7, 5.94), (-.76, 5.5), (-.74, 5.1), (-.69, 4.6), (-.67, 4.3),
        (-.7, 3.98), (-.75, 3.3, .2)])), look.top)
    neckline = f"M{xy((-.25 * u, -6.2 * u))}Q{xy((0, -5.72 * u))} {xy((.25 * u, -6.2 * u))}"
    f.p(neckline + "Z", "d")
    f.line(neckline, top2, .07 * u)
    for s in (-1, 1):  # one arm mirrors the other, so that both have identical path data, which compresses well
        f.g(sx=s)
        # the whole arm as one outline: from the bend of the elbow up the inner side of the forearm, round the open palm, down the
        # outer side, round the point of the elbow and up to the armpit
        palm = [(1.72 + (y + .12 * x) * .0092, 5.4 + (x - .12 * y) * .0092, *r) for x, y, *r in (
            (7, -15.6), *RAISED_PALM, (12, 17), (-1, 13))]
        f.p(part((1.14, 5.3, .3), (1.15, 5.04), (1.16, 4.8, .2), (1.28, 4.92), (1.42, 5.1), (1.54, 5.29), *palm,
            (1.74, 5.12), (1.64, 4.86), (1.5, 4.62), (1.33, 4.4), (1.18, 4.24), (1.06, 4.15, .7), (.95, 4.21, .7), (.9, 4.42),
            (.86, 4.7), (.82, 5.0), (.8, 5.3, .3)), "s")
        f.line(part((1.16, 4.8), (1.1, 4.7), (1.08, 4.56), closed=False), "d", .045 * u)  # the bend of the elbow
        f.p(part((.3, 6.12, .4), (.6, 6.03), (.84, 5.91), (1.04, 5.7), (1.14, 5.42), (1.2, 5.14, .3), (1.02, 5.06),
            (.79, 5.05, .3), (.74, 5.16), (.6, 5.4, .4)), look.top)
        f.line(part((.68, 5.36), (.75, 5.19), (.79, 5.05, .2), (1.02, 5.06), (1.2, 5.14), closed=False), top2, .055 * u)
        f.g((1.72 * w * u, -5.4 * u), -83, .0092 * u)
        f.line(PALM_LINES, "d", 2.6)
        f.end()
        f.end()
    head(f, (0, -6.79 * u), 1.14 * u, rot, face, "three", look.hair, eyes, mouth, **look.face)
    f.end()
    f.end()
