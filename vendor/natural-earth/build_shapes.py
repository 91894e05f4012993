"""Build `plaza/web/maps/shapes.json` from Natural Earth, once, by hand.

    PYTHONPATH=. python vendor/natural-earth/build_shapes.py

Pure Python (Babel only for the table of country codes), no network, no randomness: the same
input gives the same bytes. The steps are: read the TopoJSON, move pieces so that borders follow
the United Nations' view, project, simplify each shared line once so that neighbours stay joined,
clip, and write short integers.
"""

from __future__ import annotations

import gzip
import heapq
import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

from plaza.web.maps.geometry import Box, Point, area_of, clip, holds, written
from plaza.web.maps.projections import equal_earth, european

Vertex = tuple[int, int]
Ring = list[Vertex]
Countries = dict[str, list[Ring]]

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "countries-50m.json.gz"
TARGET = HERE.parent.parent / "plaza" / "web" / "maps" / "shapes.json"

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

# Where a name points to, where the middle of the largest part would mislead.
ANCHORS = {
    "europe": {
        "RU": (37.6, 55.7), "NO": (9.0, 61.2), "KG": (74.6, 41.8), "KZ": (66.0, 48.5),
        "SE": (15.2, 60.5), "HR": (16.4, 45.6), "GB": (-1.8, 52.6), "FR": (2.5, 47.0),
        "GR": (22.0, 39.6), "IT": (12.2, 42.9), "MD": (28.6, 47.2), "DK": (9.2, 56.0),
        "UA": (31.2, 49.0), "FI": (26.0, 62.6),
    },
    "world": {
        "US": (-98.0, 39.5), "CA": (-106.0, 56.0), "RU": (96.0, 62.0), "FR": (2.5, 47.0),
        "NO": (9.0, 61.2), "NZ": (172.0, -43.0), "HR": (16.4, 45.6), "CL": (-71.0, -33.5),
    },
}  # fmt: skip

# Where a name likes to stand, as a step from its anchor in units of the European frame.
LABELS = {
    "AD": (-50, 22), "AL": (-52, 34), "AM": (34, 38), "AT": (-40, -26), "AZ": (40, 30),
    "BA": (-42, 42), "BE": (-40, -22), "BG": (42, 36), "BY": (0, 0), "CH": (-52, 10),
    "CY": (-40, -4), "CZ": (0, -34), "DE": (0, 0), "DK": (-34, -12), "EE": (34, -12),
    "ES": (0, 0), "FI": (0, 0), "FR": (0, 0), "GB": (-44, -6), "GE": (34, -22),
    "GR": (-40, 18), "HR": (-46, 14), "HU": (20, -36), "IE": (-26, -26), "IL": (-38, 4),
    "IS": (40, 14), "IT": (-44, 22), "KG": (-42, -26), "KZ": (0, 0), "LB": (-38, -6),
    "LI": (-44, -30), "LT": (-44, -8), "LU": (-42, 8), "LV": (38, -4), "MC": (-44, 24),
    "MD": (14, 58), "ME": (-58, 30), "MK": (46, 30), "MT": (34, 6), "NL": (-34, -20),
    "NO": (-34, -24), "PL": (0, 0), "PT": (-10, -40), "RO": (40, 6), "RS": (-22, 78),
    "RU": (0, 0), "SE": (34, 30), "SI": (-40, -16), "SK": (34, -26), "SM": (30, -22),
    "TJ": (-40, 34), "TM": (0, 0), "TR": (0, 0), "UA": (0, 0), "UZ": (0, 0),
    "VA": (-46, -12), "XK": (38, 46),
}  # fmt: skip


# Reading and correcting -------------------------------------------------------------------


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


# Simplifying ------------------------------------------------------------------------------


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


# Writing ----------------------------------------------------------------------------------


def build_set(
    countries: Countries,
    degrees: Callable[[Vertex], Point],
    *,
    project: Callable[[Point], Point],
    box: Box,
    tolerance: float,
    smallest: float,
    scale: int,
    anchors: dict[str, Point],
) -> dict[str, Any]:
    """One set of shapes: short paths by country, where its name points to, a dot if it vanishes."""
    flat = {
        code: [[project(degrees(v)) for v in r] for r in rings] for code, rings in countries.items()
    }
    areas = {code: sum(abs(area_of(r)) for r in rings) for code, rings in flat.items()}
    lines = shared_lines(countries)
    finest: dict[tuple[Vertex, ...], float] = {}
    for code, rings in lines.items():
        for line in (line for ring in rings for line in ring):
            key = tuple(one_way(line))
            # A small country keeps its outline: its coast must not leave its towns in the sea.
            bearable = min(tolerance, max(0.4, areas[code] * 0.008))
            finest[key] = min(finest.get(key, tolerance), bearable)
    thinned = {
        key: simplify([project(degrees(v)) for v in key], bearable)
        for key, bearable in finest.items()
    }

    def thin(line: list[Vertex]) -> list[Point]:
        turned = one_way(line)
        thinner = thinned[tuple(turned)]
        return thinner if turned == line else thinner[::-1]

    shapes: dict[str, Any] = {}
    for code, rings in lines.items():
        whole = [[p for line in ring for p in thin(line)[:-1]] for ring in rings]
        parts = [part for ring in whole if len(part := clip(ring, box)) > 2]
        parts.sort(key=lambda ring: -abs(area_of(ring)))
        kept = [r for i, r in enumerate(parts) if i == 0 or abs(area_of(r)) >= smallest]
        shape: dict[str, Any] = {}
        paths = [path for r in kept if (path := written(r, scale))]
        if paths:
            shape["d"] = paths
        if code in anchors:
            anchor = project(anchors[code])
        elif kept and abs(area_of(kept[0])) > 4:
            anchor = middle_of(kept[0])
        else:
            biggest = max(flat[code], key=lambda r: abs(area_of(r)))
            anchor = tuple(sum(axis) / len(biggest) for axis in zip(*biggest, strict=True))
        inside = box.holds(anchor)
        seen, all_of_it = (sum(abs(area_of(r)) for r in rs) for rs in (parts, whole))
        if code and inside and (seen >= all_of_it * 0.6 or code in anchors):
            shape["at"] = [round(anchor[0], 1), round(anchor[1], 1)]
            if areas[code] < 10:
                shape["dot"] = 1
        if shape:
            shapes[code] = shape
    return {"scale": scale, "shapes": shapes}


def main() -> None:
    countries, number, degrees = read_countries()
    correct_borders(countries, number)
    wide = Box(-160, -64, 1424, 736)
    sets = {
        "fine": build_set(countries, degrees, project=european, box=wide, tolerance=1.6,
                          smallest=1.2, scale=4, anchors=ANCHORS["europe"]),
        "coarse": build_set(countries, degrees, project=european, box=wide, tolerance=9.0,
                            smallest=7.0, scale=2, anchors=ANCHORS["europe"]),
        "world": build_set(countries, degrees, project=equal_earth, box=Box(0, 0, 1000, 480),
                           tolerance=1.1, smallest=1.4, scale=3, anchors=ANCHORS["world"]),
    }  # fmt: skip
    sets["fine"]["labels"] = sets["coarse"]["labels"] = {c: list(v) for c, v in LABELS.items()}
    sets["world"]["labels"] = {}
    TARGET.write_text(json.dumps(sets, ensure_ascii=False, separators=(",", ":"), sort_keys=True))
    for name, made in sets.items():
        paths = [path for shape in made["shapes"].values() for path in shape.get("d", ())]
        sys.stdout.write(f"{name}: {len(made['shapes'])} countries, {sum(map(len, paths))} bytes\n")


if __name__ == "__main__":
    main()
