"""Simplifying each shared line once, so that neighbours stay joined."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from itertools import pairwise

from borders import Countries, Vertex

from plaza.web.maps.geometry import Point, holds


def shared_lines(countries: Countries) -> dict[str, list[list[list[Vertex]]]]:
    """Cut every ring where three countries meet, so that each line is found in both neighbours."""
    around: dict[Vertex, set[Vertex]] = defaultdict(set)
    for rings in countries.values():
        for ring in rings:
            for start, end in zip(ring, ring[1:] + ring[:1], strict=True):
                around[start].add(end)
                around[end].add(start)
    cut: dict[str, list[list[list[Vertex]]]] = {}
    for code, rings in countries.items():
        cut[code] = []
        for ring in rings:
            knots = [i for i, vertex in enumerate(ring) if len(around[vertex]) != 2]
            start = knots[0] if knots else ring.index(min(ring))
            turned = ring[start:] + ring[: start + 1]
            ends = [i for i, v in enumerate(turned) if len(around[v]) != 2 and 0 < i < len(ring)]
            cut[code].append([turned[a : b + 1] for a, b in pairwise([0, *ends, len(turned) - 1])])
    return cut


def simplify(line: list[Point], tolerance: float) -> list[Point]:
    """Visvalingam: drop corners whose triangle is smaller than the tolerance."""
    least = 4 if line[0] == line[-1] else 2
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    alive = [True] * len(line)

    def area(i: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = line[before[i]], line[i], line[after[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    queue = [(area(i), i) for i in range(1, len(line) - 1)]
    heapq.heapify(queue)
    current = {i: a for a, i in queue}
    left = len(line)
    while queue and left > least:
        size, i = heapq.heappop(queue)
        if not alive[i] or size != current[i]:
            continue
        if size >= tolerance:
            break
        alive[i] = False
        left -= 1
        after[before[i]], before[after[i]] = after[i], before[i]
        for j in (before[i], after[i]):
            if 0 < j < len(line) - 1:
                current[j] = max(area(j), size)
                heapq.heappush(queue, (current[j], j))
    return [p for p, kept in zip(line, alive, strict=True) if kept]


def one_way(line: list[Vertex]) -> list[Vertex]:
    """The same line for both neighbours, whichever way each of them walks it."""
    return line[::-1] if (line[0], line[1]) > (line[-1], line[-2]) else line


def middle_of(ring: list[Point]) -> Point:
    """The place deepest inside a ring, found on finer and finer grids."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    centre, reach = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2), 0.5
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    best, depth = centre, -1.0
    while reach > 0.02:
        for i in range(-6, 7):
            for j in range(-6, 7):
                p = centre[0] + width * reach * i / 6, centre[1] + height * reach * j / 6
                if holds([ring], p):
                    d = min(math.dist(p, q) for q in ring)
                    if d > depth:
                        best, depth = p, d
        centre, reach = best, reach / 3
    return best
