"""Reading Natural Earth, and moving pieces so that borders follow the United Nations' view."""

from __future__ import annotations

import gzip
import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

from plaza.web.maps.geometry import Box, Point, clip, holds

Vertex = tuple[int, int]
Ring = list[Vertex]
Countries = dict[str, list[Ring]]

SOURCE = Path(__file__).resolve().parent / "countries-50m.json.gz"

WITHOUT_NUMBER = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO", "Siachen Glacier": ""}
LEFT_OUT = {"AQ", "HM", "TF"}  # Antarctica and its islands would only cost bytes.

# Pieces the source gives to another country: what lies around this place belongs to that code.
MOVED = [((34.1, 44.95), "RU", "UA")]
# Pieces that are no polygon of their own in the source: the line along which they are cut off.
CUT = [
    ("MA", "EH", [(-13.17, 27.667), (-8.67, 27.667)], (-13.2, 27.15)),
    ("IL", "SY", [(35.62, 33.245), (35.65, 33.1), (35.62, 32.98), (35.66, 32.85),
                  (35.64, 32.75), (35.57, 32.68)], (35.75, 33.0)),
]  # fmt: skip


def read_countries() -> tuple[Countries, Callable[[Point], Vertex], Callable[[Vertex], Point]]:
    """Rings of whole numbers by country code, and the way between numbers and degrees."""
    topology: dict[str, Any] = json.loads(gzip.decompress(SOURCE.read_bytes()))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [list(_walk(arc)) for arc in topology["arcs"]]
    code_of = {n: codes[0] for n, codes in get_global("territory_aliases").items() if n.isdigit()}

    def ring_of(indices: list[int]) -> Ring:
        ring: Ring = []
        for index in indices:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            ring += arc if not ring else arc[1:]
        return ring[:-1]

    countries: Countries = defaultdict(list)
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            rings = [ring_of(indices) for indices in polygon]
            if name == "Indian Ocean Ter.":
                code = "CX" if rings[0][0][0] * sx + tx > 100 else "CC"
            elif name == "Vatican":
                code = "VA"
            else:
                code = code_of[shape["id"]] if "id" in shape else WITHOUT_NUMBER[name]
            countries[code] += [part for ring in rings for part in cut_at_date_line(ring)]
    return (
        {code: rings for code, rings in sorted(countries.items()) if code not in LEFT_OUT},
        lambda p: (round((p[0] - tx) / sx), round((p[1] - ty) / sy)),
        lambda v: (v[0] * sx + tx, v[1] * sy + ty),
    )


def _walk(arc: list[list[int]]) -> Iterable[Vertex]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x, y


def cut_at_date_line(ring: Ring) -> list[Ring]:
    """The parts of a ring on either side of 180 degrees, which the source stitches together."""
    around = round(360 / 0.0036000360003600037)
    unrolled, turns = [ring[0]], 0
    for (before, _), (x, y) in pairwise(ring):
        turns += round((before - x) / around)
        unrolled.append((x + turns * around, y))
    if turns == 0 and all(0 <= x <= around for x, _ in unrolled):
        return [ring]
    parts = []
    for turn in (-1, 0, 1):
        part = clip(unrolled, Box(turn * around, -(10**6), around, 2 * 10**6))
        if part:
            parts.append([(round(x) - turn * around, round(y)) for x, y in part])
    return parts


def correct_borders(countries: Countries, number: Callable[[Point], Vertex]) -> None:
    """Give each disputed piece to the country the United Nations count it to."""
    for place, taken_from, given_to in MOVED:
        piece = next(r for r in countries[taken_from] if holds([r], number(place)))
        countries[taken_from].remove(piece)
        countries[given_to].append(piece)
    for taken_from, given_to, line, place in CUT:
        whole = max(countries[taken_from], key=len)
        countries[taken_from].remove(whole)
        for piece in split(whole, [number(p) for p in line]):
            owner = given_to if holds([piece], number(place)) else taken_from
            countries[owner].append(piece)
    for code in countries:
        countries[code] = dissolve(countries[code])


def split(ring: Ring, line: list[Vertex]) -> tuple[Ring, Ring]:
    """Cut a ring in two along a line whose ends snap to the nearest corners of the ring."""

    def nearest(p: Vertex) -> int:
        return min(range(len(ring)), key=lambda i: math.dist(ring[i], p))

    a, b = nearest(line[0]), nearest(line[-1])
    between = line[1:-1]
    if a > b:
        a, b, between = b, a, between[::-1]
    return ring[a : b + 1] + between[::-1], ring[: a + 1] + between + ring[b:]


def dissolve(rings: list[Ring]) -> list[Ring]:
    """Join pieces that touch: a border walked in both directions disappears."""
    steps = {step for ring in rings for step in zip(ring, ring[1:] + ring[:1], strict=True)}
    onward: dict[Vertex, list[Vertex]] = defaultdict(list)
    for start, end in sorted(steps):
        if (end, start) not in steps:
            onward[start].append(end)
    joined = []
    for first in sorted(onward):
        while onward[first]:
            ring, here = [first], onward[first].pop()
            while here != first:
                ring.append(here)
                here = onward[here].pop()
            joined.append(ring)
    return joined
