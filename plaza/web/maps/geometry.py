"""Plane geometry on rings of points: enough to read, cut, ask and write shapes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Ring = Sequence[Point]

NUMBER = re.compile(r"-?\d+")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in map units: its left top corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def holds(self, place: Point, margin: float = 0) -> bool:
        x, y = place
        return (
            self.x + margin <= x <= self.right - margin
            and self.y + margin <= y <= self.bottom - margin
        )

    def touches(self, other: Box) -> bool:
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def covers(self, other: Box) -> bool:
        return (
            self.x <= other.x
            and other.right <= self.right
            and self.y <= other.y
            and other.bottom <= self.bottom
        )

    def grown(self, by: float) -> Box:
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


def box_around(ring: Ring) -> Box:
    """The smallest rectangle that covers a ring."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def area_of(ring: Ring) -> float:
    """The area of a ring, negative if it runs the other way round."""
    total = 0.0
    ax, ay = ring[-1]
    for bx, by in ring:
        total += ax * by - bx * ay
        ax, ay = bx, by
    return total / 2


def holds(rings: Sequence[Ring], place: Point) -> bool:
    """Say whether a place lies inside a shape; what lies in a hole does not."""
    x, y = place
    inside = False
    for ring in rings:
        x1, y1 = ring[-1]
        for x2, y2 in ring:
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
            x1, y1 = x2, y2
    return inside


def clip(ring: Ring, box: Box) -> list[Point]:
    """What of a ring lies in a box (Sutherland and Hodgman); empty if nothing does."""
    kept = list(ring)
    sides = ((0, box.x, 1), (0, box.right, -1), (1, box.y, 1), (1, box.bottom, -1))
    for axis, edge, sign in sides:
        if not kept:
            break
        whole, kept = kept, []
        start = whole[-1]
        a = sign * (start[axis] - edge)
        for end in whole:
            b = sign * (end[axis] - edge)
            if (a < 0) != (b < 0):
                t = a / (a - b)
                kept.append(
                    (start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1]))
                )
            if b >= 0:
                kept.append(end)
            start, a = end, b
    return kept if len(kept) > 2 else []


def written(ring: Ring, scale: float) -> str:
    """A ring as SVG path data: a start, then steps, in whole numbers without spare signs."""
    dots = [(round(x * scale), round(y * scale)) for x, y in ring]
    dots = [dot for i, dot in enumerate(dots) if dot != dots[i - 1]]
    if len(dots) < 3:
        return ""
    parts = [f"{dots[0][0]} {dots[0][1]}l"]
    first = True
    for (ax, ay), (bx, by) in pairwise(dots):
        for step in (bx - ax, by - ay):
            parts.append(f"{step}" if step < 0 or first else f" {step}")
            first = False
    return "".join(parts)


def read(path: str, scale: float) -> list[Point]:
    """The ring that `written` wrote."""
    numbers = [int(n) / scale for n in NUMBER.findall(path)]
    x = y = 0.0
    ring = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        ring.append((x, y))
    return ring
