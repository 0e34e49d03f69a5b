"""Computes points, SVG paths and the positions of joints, in the drawing's units. y increases downwards. Angles are in degrees,
and 0 degrees points right.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

Point = tuple[float, float]
Node = tuple[float, ...]
"""A point of a path, (x, y). An optional third number shapes the curve there: above 1 loosens it, below 1 tightens it, 0
makes a corner."""


class OutOfReachError(ValueError):
    """Raised if two joints are further apart than the bones between them can reach."""


GRAIN = ContextVar("GRAIN", default=.1)
"""The step to which coordinates are rounded."""


@contextmanager
def grain(step: float) -> Iterator[None]:
    """Round coordinates to `step` inside a `with` block. A coarse step saves bytes, and nobody sees it in pictures of many small
    people.
    """
    before = GRAIN.set(step)
    yield
    GRAIN.reset(before)


def rounded(value: float) -> float:
    """Round a coordinate to the current step."""
    step = GRAIN.get()
    return round(round(value / step) * step, 2)


def n(value: float) -> str:
    """Round a number to the current step, and return it as a string without superfluous zeros."""
    value = rounded(value)
    return str(int(value)) if value == int(value) else f"{value:g}"


def xy(point: Node) -> str:
    """Return a point's two coordinates as a string for an SVG path, such as "12 7.5"."""
    return f"{n(point[0])} {n(point[1])}"


def settled(point: Node) -> Point:
    """Round both coordinates of a point to the current step, so that they equal the numbers that the SVG file contains."""
    return (rounded(point[0]), rounded(point[1]))


def by(points: Sequence[Node], start: Point) -> str:
    """Return points as a string for an SVG path, with coordinates relative to `start`. Relative coordinates are short, and equal
    shapes give equal strings, so the file compresses well.
    """
    text = ""
    for point in points:
        x, y = settled(point)
        for value in (x - start[0], y - start[1]):
            number = n(value)
            if number.startswith(("0.", "-0.")):
                number = number.replace("0.", ".", 1)
            text += number if not text or number.startswith("-") else " " + number
    return text


NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "S": 4, "T": 2, "A": 7}
"""How many numbers follow each command of an SVG path."""


def relative(path: str) -> str:
    """Return an SVG path rewritten with relative coordinates, which are short, so the file compresses well. Only the `M` commands
    get absolute coordinates.
    """
    text, x, y, start, command, last, i = "", 0.0, 0.0, (0.0, 0.0), "", "", 0
    tokens = re.findall(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)", path)
    while i < len(tokens):
        if tokens[i].isalpha():
            command, i = tokens[i], i + 1
        kind = command.upper()
        if kind == "Z":
            (x, y), last, text = start, "z", text + "Z"
            continue
        values = [float(token) for token in tokens[i:i + NUMBERS[kind]]]
        i += NUMBERS[kind]
        if command == kind:  # absolute
            values = ([values[0] - (x if kind == "H" else y)] if kind in "HV" else
                      [*values[:-2], values[-2] - x, values[-1] - y] if kind == "A" else
                      [v - (y if k % 2 else x) for k, v in enumerate(values)])
        x += 0 if kind == "V" else values[0] if kind == "H" else values[-2]
        y += 0 if kind == "H" else values[-1]
        if kind == "M":
            start, values, command = (x, y), [x, y], "L" if command == kind else "l"
        numbers = ""
        for value in values:
            number = f"{round(value, 2):g}".replace("-0.", "-.")
            number = number[1:] if number.startswith("0.") else number
            numbers += number if not numbers or number.startswith("-") else " " + number
        code = "M" if kind == "M" else kind.lower()
        text += code + numbers if code != last or code == "M" else numbers if numbers.startswith("-") else " " + numbers
        last = code
    return text


def lerp(a: Point, b: Point, t: float) -> Point:
    """Return the point on the line from a to b at fraction t: 0 gives a, and 1 gives b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def dist(a: Node, b: Node) -> float:
    """Return the distance from a to b."""
    return math.hypot(b[0] - a[0], b[1] - a[1])


def mirrored(half: Sequence[Node], x: float = 0) -> list[Node]:
    """Return the points of a symmetrical outline. `half` is the left half, from top to bottom; the right half is its reflection
    in the vertical line at x.
    """
    return [*half, *((2 * x - p[0], *p[1:]) for p in reversed(half))]


def smooth(points: Sequence[Node], closed: bool = True, k: float = .5) -> str:
    """Return a smooth SVG path through the points, using Catmull-Rom tangents. The length of each tangent is limited by the
    distance to the next point.
    """
    count = len(points)

    def tangent(i: int) -> Point:
        weight = points[i][2] if len(points[i]) > 2 else 1
        if not closed and i in (0, count - 1):
            return (0, 0)
        a, b = points[(i - 1) % count], points[(i + 1) % count]
        return ((b[0] - a[0]) * k * weight, (b[1] - a[1]) * k * weight)

    # if the first control point of the next curve is at `lead`, the path has no corner there
    path, here, lead = "M" + xy(points[0]), settled(points[0]), None
    for i in range(count if closed else count - 1):
        p, q = points[i], points[(i + 1) % count]
        way = dist(p, q)

        def short(t: Point, way: float = way) -> Point:
            length = math.hypot(*t)
            share = min(1, way * 1.15 / length) if length else 0
            return (t[0] * share, t[1] * share)

        t0, t1 = short(tangent(i)), short(tangent((i + 1) % count))
        first, second = (p[0] + t0[0] / 2.9, p[1] + t0[1] / 2.9), (q[0] - t1[0] / 2.9, q[1] - t1[1] / 2.9)
        # the curve continues smoothly, so use the shorter SVG command
        if lead and dist(lead, first) < max(.4, GRAIN.get() * 1.5):
            path += "s" + by([second, q], here)
        else:
            path += "c" + by([first, second, q], here)
        here, lead = settled(q), (2 * q[0] - second[0], 2 * q[1] - second[1])
    return path + ("Z" if closed else "")


def cap(a: Point, ra: float, b: Point, rb: float, left: float = 0, right: float = 0, t: float = .4, flat: bool = False) -> str:
    """Return the SVG path of a tapered limb with round ends, from a (radius ra) to b (radius rb).

    Args:
        left, right: how far each side bulges, looking from a to b.
        flat: whether to cut the limb off straight at b, like a sleeve.
    """
    d = max(dist(a, b), .01)
    th = math.atan2(b[1] - a[1], b[0] - a[0])
    ph = math.acos(max(-1, min(1, (ra - rb) / d)))

    def at(p: Point, radius: float, side: int) -> Point:
        return (p[0] + radius * math.cos(th + side * ph), p[1] + radius * math.sin(th + side * ph))

    a_left, b_left, b_right, a_right = at(a, ra, -1), at(b, rb, -1), at(b, rb, 1), at(a, ra, 1)
    nx, ny = math.sin(th), -math.cos(th)
    c_left, c_right = lerp(a_left, b_left, t), lerp(a_right, b_right, t)
    c_left, c_right = ((c_left[0] + nx * 2 * left, c_left[1] + ny * 2 * left),
                       (c_right[0] - nx * 2 * right, c_right[1] - ny * 2 * right))

    def end(p: Point, q: Point, radius: float, lean: float) -> str:
        """Return the arc from p to q that rounds off one end of the limb."""
        half, high = max(dist(settled(p), settled(q)) / 2, .01), radius * (1 + lean)
        if abs(lean) < .08:  # SVG draws a half circle if the given radius is too small
            return "a1 1 0 0 1 "
        r = (half * half + high * high) / (2 * high)
        r = round(r, 2 if GRAIN.get() <= .4 else 1 if GRAIN.get() < 1 else 0)
        return f"a{r:g} {r:g} 0 {int(high > half)} 1 ".replace("a0.", "a.").replace(" 0.", " .")

    lean = (ra - rb) / d
    path = f"M{xy(a_left)}"
    path += ("q" + by([c_left, b_left], settled(a_left))) if left else ("l" + by([b_left], settled(a_left)))
    path += ("l" if flat else end(b_left, b_right, rb, -lean)) + by([b_right], settled(b_left))
    path += ("q" + by([c_right, a_right], settled(b_right))) if right else ("l" + by([a_right], settled(b_right)))
    return path + end(a_right, a_left, ra, lean) + by([a_left], settled(a_right)) + "Z"


def limb(a: Point, ra: float, j: Point, rj: float, b: Point, rb: float, *, upper: Point = (0, 0), lower: Point = (0, 0), flat: bool = False) -> str:
    """Return the SVG path of a limb that runs from point `a` through the joint `j` to point `b`, as one smooth outline. Its radii
    at these points are `ra`, `rj` and `rb`. A limb that is tightly folded or very small is drawn as two separate halves.

    Args:
        upper: how far the half from `a` to `j` bulges on its left and on its right, looking from `a` to `b`.
        lower: the same for the half from `j` to `b`.
        flat: whether to cut the limb off straight at b, like a sleeve.
    """
    t1, t2 = math.atan2(j[1] - a[1], j[0] - a[0]), math.atan2(b[1] - j[1], b[0] - j[0])
    turn = (t2 - t1 + math.pi) % (2 * math.pi) - math.pi
    if abs(turn) > 1.9 or GRAIN.get() >= 1:
        return cap(a, ra, j, rj, *upper) + cap(j, rj, b, rb, *lower, flat=flat)

    def off(p: Point, angle: float, radius: float, side: int, *shape: float) -> Node:
        return (p[0] - side * math.sin(angle) * radius, p[1] + side * math.cos(angle) * radius, *shape)

    plain = GRAIN.get() > .4  # the outline of a small figure needs fewer points
    sides: list[list[Node]] = []
    for i, side in enumerate((-1, 1)):
        if side * turn < 0 and abs(turn) > (.5 if plain else .34):  # the outside of the bend
            joint = [off(j, t1 + turn * .12, rj, side, .8), off(j, t2 - turn * .12, rj, side, .8)]
        else:
            joint = [off(j, t1 + turn / 2, rj / max(math.cos(turn / 2), .6) if side * turn > 0 else rj, side, .6 if abs(turn) > .9 else 1.15 if plain and side * turn < 0 else .9)]
        sides.append([off(a, t1, ra, side), *([] if plain else [off(lerp(a, j, .5), t1, (ra + rj) / 2 + upper[i], side)]), *joint,
                      *([] if plain else [off(lerp(j, b, .4), t2, rj * .6 + rb * .4 + lower[i], side)]), off(b, t2, rb, side, .2 if flat else .8)])
    tip = [] if flat or plain else [(b[0] + math.cos(t2) * rb, b[1] + math.sin(t2) * rb)]
    return smooth([(a[0] - math.cos(t1) * ra, a[1] - math.sin(t1) * ra), *sides[0], *tip, *reversed(sides[1])])


def ik(a: Point, b: Point, first: float, second: float, side: float) -> Point:
    """Return the position of the elbow or knee between a and b, given the lengths of the two bones.

    The position is computed with the law of cosines. Raise OutOfReachError if the bones are too short to reach from a to b. The
    caller should then move a or b, and not lengthen a bone.

    Args:
        side: +1 or -1, for the side to which the joint bends.
    """
    d = dist(a, b)
    if d > first + second + .01:
        raise OutOfReachError(f"{xy(a)} and {xy(b)} are {d:.0f} units apart, but the bones are only {first + second:.0f} long.")
    x = (first * first - second * second + d * d) / (2 * d)
    h = math.sqrt(max(0, first * first - x * x))
    ux, uy = (b[0] - a[0]) / d, (b[1] - a[1]) / d
    return (a[0] + ux * x - uy * h * side, a[1] + uy * x + ux * h * side)


def curve(axis: Sequence[Point], t: float) -> tuple[Point, Point]:
    """Return a point on a smooth curve through the points of the axis, and the direction of the curve at that point.

    t is 0 at the start of the curve and 1 at its end. Slightly outside that range, the curve continues as a straight line.
    """
    last = len(axis) - 1
    tt = max(0, min(1, t)) * last
    i = min(int(tt), last - 1)
    f = tt - i

    def along(c: int) -> Point:
        def p(j: int) -> float:
            return axis[max(0, min(last, j))][c]
        p0, p1, p2, p3 = p(i - 1), p(i), p(i + 1), p(i + 2)
        if i == 0:
            p0 = 2 * p1 - p2
        if i == last - 1:
            p3 = 2 * p2 - p1
        second, third = 2 * p0 - 5 * p1 + 4 * p2 - p3, 3 * p1 - p0 - 3 * p2 + p3
        return .5 * (2 * p1 + (p2 - p0) * f + second * f * f + third * f ** 3), .5 * ((p2 - p0) + 2 * second * f + 3 * third * f * f)

    (x, dx), (y, dy) = along(0), along(1)
    length = math.hypot(dx, dy) or 1
    over = (t - max(0, min(1, t))) * last * length
    return (x + dx / length * over, y + dy / length * over), (dx / length, dy / length)
