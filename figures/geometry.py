"""Points, paths and joints. Units are those of the drawing; y grows downwards, angles in degrees, 0 to the right."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

Point = tuple[float, float]
Node = tuple[float, ...]
"""A point of a path, (x, y); a third number loosens (above 1) or tightens (below 1) the curve there, 0 is a corner."""
Joint = tuple[float, float, float]
"""x, y and the radius of the limb there."""


class OutOfReachError(ValueError):
    """Two joints are further apart than the bones between them are long."""


GRAIN = ContextVar("GRAIN", default=.1)
"""The step to which coordinates are rounded."""


@contextmanager
def grain(step: float) -> Iterator[None]:
    """Coordinates rounded more coarsely: for many small figures in one picture, where half a unit is not seen."""
    before = GRAIN.set(step)
    yield
    GRAIN.reset(before)


def rounded(value: float) -> float:
    """A coordinate to the grain of the picture."""
    step = GRAIN.get()
    return round(round(value / step) * step, 2)


def n(value: float) -> str:
    """A number as short as it can be written, to the grain."""
    value = rounded(value)
    return str(int(value)) if value == int(value) else f"{value:g}"


def xy(point: Node) -> str:
    """A point as a path writes it."""
    return f"{n(point[0])} {n(point[1])}"


def settled(point: Node) -> Point:
    """A point to the grain: where a path really goes."""
    return (rounded(point[0]), rounded(point[1]))


def by(points: Sequence[Node], start: Point) -> str:
    """Points as a path writes them relative to a start: short, and the same wherever the same shape is used."""
    text = ""
    for point in points:
        x, y = settled(point)
        for value in (x - start[0], y - start[1]):
            number = n(value)
            if number.startswith(("0.", "-0.")):
                number = number.replace("0.", ".", 1)
            text += number if not text or number.startswith("-") else " " + number
    return text


def lerp(a: Point, b: Point, t: float) -> Point:
    """The point at the share t of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def dist(a: Node, b: Node) -> float:
    """How far it is from a to b."""
    return math.hypot(b[0] - a[0], b[1] - a[1])


def mirrored(half: Sequence[Node], x: float = 0) -> list[Node]:
    """A closed outline from its left half, given from top to bottom: the half, and its mirror about x back up."""
    return [*half, *((2 * x - p[0], *p[1:]) for p in reversed(half))]


def smooth(points: Sequence[Node], closed: bool = True, k: float = .5) -> str:
    """A smooth path through points (Catmull-Rom tangents, no longer than the way to the neighbour)."""
    count = len(points)

    def tangent(i: int) -> Point:
        weight = points[i][2] if len(points[i]) > 2 else 1
        if not closed and i in (0, count - 1):
            return (0, 0)
        a, b = points[(i - 1) % count], points[(i + 1) % count]
        return ((b[0] - a[0]) * k * weight, (b[1] - a[1]) * k * weight)

    path, here, lead = "M" + xy(points[0]), settled(points[0]), None  # lead: where the last curve's end leads on to
    for i in range(count if closed else count - 1):
        p, q = points[i], points[(i + 1) % count]
        way = dist(p, q)

        def short(t: Point, way: float = way) -> Point:
            length = math.hypot(*t)
            share = min(1, way * 1.15 / length) if length else 0
            return (t[0] * share, t[1] * share)

        t0, t1 = short(tangent(i)), short(tangent((i + 1) % count))
        first, second = (p[0] + t0[0] / 2.9, p[1] + t0[1] / 2.9), (q[0] - t1[0] / 2.9, q[1] - t1[1] / 2.9)
        if lead and dist(lead, first) < max(.4, GRAIN.get() * 1.5):  # the same way on: the short form
            path += "s" + by([second, q], here)
        else:
            path += "c" + by([first, second, q], here)
        here, lead = settled(q), (2 * q[0] - second[0], 2 * q[1] - second[1])
    return path + ("Z" if closed else "")


def cap(a: Point, ra: float, b: Point, rb: float, left: float = 0, right: float = 0, t: float = .4, flat: bool = False) -> str:
    """A tapered round limb from a (radius ra) to b (radius rb). left, right: how far each side swells, as seen going a to b.

    flat: it ends straight at b, as cloth does.
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
        """The round end from p to q, as high as the limb is thick there, wherever p and q were rounded to."""
        half, high = max(dist(settled(p), settled(q)) / 2, .01), radius * (1 + lean)
        if abs(lean) < .08:  # a radius too small means a half circle
            return "a1 1 0 0 1 "
        r = (half * half + high * high) / (2 * high)
        return f"a{r:.2f} {r:.2f} 0 {int(high > half)} 1 ".replace("a0.", "a.").replace(" 0.", " .")

    lean = (ra - rb) / d
    path = f"M{xy(a_left)}"
    path += ("q" + by([c_left, b_left], settled(a_left))) if left else ("l" + by([b_left], settled(a_left)))
    path += ("l" if flat else end(b_left, b_right, rb, -lean)) + by([b_right], settled(b_left))
    path += ("q" + by([c_right, a_right], settled(b_right))) if right else ("l" + by([a_right], settled(b_right)))
    return path + end(a_right, a_left, ra, lean) + by([a_left], settled(a_right)) + "Z"


def ik(a: Point, b: Point, first: float, second: float, side: float) -> Point:
    """The joint between a and b (elbow, knee) for two bones, bending to side +1 or -1.

    Raises OutOfReachError: move a joint, never stretch a bone. (Law of cosines.)
    """
    d = dist(a, b)
    if d > first + second + .01:
        raise OutOfReachError(f"{d:.0f} units from {xy(a)} to {xy(b)}, but the bones are {first + second:.0f} long.")
    x = (first * first - second * second + d * d) / (2 * d)
    h = math.sqrt(max(0, first * first - x * x))
    ux, uy = (b[0] - a[0]) / d, (b[1] - a[1]) / d
    return (a[0] + ux * x - uy * h * side, a[1] + uy * x + ux * h * side)


def curve(axis: Sequence[Point], t: float) -> tuple[Point, Point]:
    """A point and its heading on a smooth axis of points; t from 0 to 1, a little beyond is a straight line."""
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
