"""Build `plaza/web/maps/shapes.json` from Natural Earth, once, by hand.

    PYTHONPATH=. python vendor/natural-earth/build_shapes.py

Pure Python (Babel only for the table of country codes), no network, no randomness: the same
input gives the same bytes. The steps are: read the TopoJSON, move pieces so that borders follow
the United Nations' view, project, simplify each shared line once so that neighbours stay joined,
clip, and write short integers.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from borders import Countries, Vertex, correct_borders, read_countries
from outlines import middle_of, one_way, shared_lines, simplify

from plaza.web.maps.geometry import Box, Point, area_of, clip, written
from plaza.web.maps.projections import equal_earth, european

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "plaza" / "web" / "maps" / "shapes.json"

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
