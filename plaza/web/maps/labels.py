"""Names on a map: where each stands so that it hides no dark shape and no other name."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from plaza.web.maps.frames import View
from plaza.web.maps.geometry import Box, Point
from plaza.web.maps.shapes import Shape, shapes

Align = Literal["start", "middle", "end"]

NARROW, WIDE = set("iljtfrI.,'’іїjſ|: "), set("mwMWшщжюфыШЩЖЮФЫОQODGНУ")
GAP = 3.5
FAR = 80
COLLIDES = 250
STEPS: list[Point] = [
    (math.cos(turn * math.pi / 8) * reach * 1.25, math.sin(turn * math.pi / 8) * reach)
    for reach in (26, 38, 52, 70, 92, 118)
    for turn in (1, -1, 7, -7, 0, 8, 2, -2, 6, -6, 3, -3, 5, -5)
]


@dataclass(frozen=True, slots=True)
class Label:
    """One name: where its line of text stands, and the line that leads to it from its country."""

    code: str
    text: str
    x: float
    y: float
    align: Align
    leader: tuple[Point, Point] | None

    @property
    def is_inside(self) -> bool:
        return self.leader is None


def width_of(text: str, size: float) -> float:
    """About how wide a text of this size is; enough to keep names apart."""
    return sum(0.3 if c in NARROW else 0.78 if c in WIDE else 0.54 for c in text) * size


def place_labels(
    labels: Mapping[str, str], roles: Mapping[str, str], view: View, *, size: float
) -> list[Label]:
    """Place each name at its country's own offset, or at the next best place around it.

    A name for which there is no room near its country is left out; the table has it.
    """
    return list(_placed(tuple(labels.items()), frozenset(roles), view, size))


@lru_cache(maxsize=64)
def _placed(
    words: tuple[tuple[str, str], ...], roles: frozenset[str], view: View, size: float
) -> tuple[Label, ...]:
    """The same names on the same map stand where they stood; finding that out is slow."""
    known, labels = shapes(view.detail), dict(words)
    named = [known[c] for c in labels if c in known and known[c].anchor and labels[c]]
    coloured = [known[c] for c in roles if c in known]
    map_ = _Map(view, size, coloured, [s.anchor for s in named if s.anchor])
    # Those that can stand inside their country go first: they need no room around them.
    inside = [s for s in named if map_.has_room_inside(s, labels[s.code])]
    placed = [map_.put_inside(shape, labels[shape.code]) for shape in inside]
    outside = [s for s in named if s not in inside]
    for shape in sorted(outside, key=lambda s: (s.label is None, s.anchor)):
        if (label := map_.put_outside(shape, labels[shape.code])) is not None:
            placed.append(label)
    return tuple(placed)


class _Map:
    """The names placed so far, and what the next one costs where."""

    def __init__(self, view: View, size: float, coloured: list[Shape], dots: list[Point]) -> None:
        self.frame, self.size = view.box, size
        self.step = 1.0 if view.detail != "world" else 0.8
        self.coloured, self.dots = coloured, dots
        self.taken: list[Box] = []
        self.leaders: list[tuple[Point, Point]] = []

    def has_room_inside(self, shape: Shape, text: str) -> bool:
        if shape.label != (0, 0) or shape.anchor is None:
            return False
        box = self._box(shape.anchor, text, "middle")
        corners = [(box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom)]
        return self.frame.holds(shape.anchor, 6) and all(shape.holds(c) for c in corners)

    def put_inside(self, shape: Shape, text: str) -> Label:
        assert shape.anchor is not None
        self.taken.append(self._box(shape.anchor, text, "middle"))
        return Label(shape.code, text, *_short(shape.anchor), "middle", None)

    def put_outside(self, shape: Shape, text: str) -> Label | None:
        assert shape.anchor is not None
        best: tuple[float, Point] | None = None
        for place, bonus in self._candidates(shape):
            most = math.inf if best is None else best[0] + bonus
            cost = self._cost(shape, text, place, most) - bonus
            if best is None or cost < best[0]:
                best = cost, place
            if cost < 0:
                break
        assert best is not None
        cost, place = best
        offset = place[0] - shape.anchor[0], place[1] - shape.anchor[1]
        if cost >= COLLIDES or (offset != shape.label and math.hypot(*offset) > FAR * self.step):
            return None
        align = _align(shape.anchor, place)
        self.taken.append(self._box(place, text, align))
        end = place[0] + (GAP if align == "end" else -GAP), place[1]
        leader = _short(shape.anchor), _short(end)
        self.leaders.append(leader)
        return Label(shape.code, text, *_short(place), align, leader)

    def _candidates(self, shape: Shape) -> Iterable[tuple[Point, float]]:
        assert shape.anchor is not None
        x, y = shape.anchor
        if shape.label and shape.label != (0, 0):
            yield (x + shape.label[0], y + shape.label[1]), 45
        for dx, dy in STEPS:
            yield (x + dx * self.step, y + dy * self.step), 0

    def _cost(self, shape: Shape, text: str, place: Point, most: float) -> float:
        """What a place costs; a place that costs more than `most` is not looked at to the end."""
        assert shape.anchor is not None
        box = self._box(place, text, _align(shape.anchor, place))
        cost = math.dist(shape.anchor, place) * 0.3
        if not self.frame.covers(box.grown(3)):
            cost += 2000
        near = box.grown(1.5)
        cost += 900 * sum(near.touches(other) for other in self.taken)
        room = box.grown(3)
        cost += 300 * sum(room.holds(dot) for dot in self.dots)
        if cost >= most:
            return cost
        line = shape.anchor, place
        cost += 250 * sum(_cross(line, other) for other in self.leaders)
        cost += 250 * sum(_cuts(line, other) for other in self.taken)
        cost += 250 * sum(_cuts(other, box) for other in self.leaders)
        if cost < min(500, most):
            samples = [
                (box.x + box.width * i / 6, box.y + box.height * j / 2)
                for i in range(7)
                for j in range(3)
            ]
            below = [s for s in self.coloured if s.is_near(near)]
            cost += 30 * sum(s.holds(p) for s in below for p in samples)
        return cost

    def _box(self, place: Point, text: str, align: Align) -> Box:
        width, height = width_of(text, self.size), self.size * 1.05
        back = {"start": 0.0, "middle": width / 2, "end": width}[align]
        return Box(place[0] - back, place[1] - height / 2, width, height)


def _align(anchor: Point, place: Point) -> Align:
    return "end" if place[0] < anchor[0] else "start"


def _short(place: Point) -> Point:
    return round(place[0], 1), round(place[1], 1)


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    (a, b), (c, d) = one, other
    return _side(a, b, c) != _side(a, b, d) and _side(c, d, a) != _side(c, d, b)


def _side(a: Point, b: Point, p: Point) -> bool:
    return (b[0] - a[0]) * (p[1] - a[1]) > (b[1] - a[1]) * (p[0] - a[0])


def _cuts(line: tuple[Point, Point], box: Box) -> bool:
    corners = [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    return any(_cross(line, side) for side in sides)
