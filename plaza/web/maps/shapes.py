"""The stored shapes: three sets, each a country's rings, its anchor and where its name stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from plaza.web.maps.geometry import Box, Point, box_around, holds, read
from plaza.web.maps.projections import equal_earth, european

Detail = Literal["fine", "coarse", "world"]

STORE = Path(__file__).with_name("shapes.json")


@dataclass(frozen=True)
class Part:
    """One ring of a country: its path as stored, and what that path encloses."""

    path: str
    scale: int

    @cached_property
    def ring(self) -> list[Point]:
        return read(self.path, self.scale)

    @cached_property
    def box(self) -> Box:
        return box_around(self.ring)


@dataclass(frozen=True)
class Shape:
    """One country of a set. Without an anchor it is land at the edge and takes no role."""

    code: str
    parts: tuple[Part, ...]
    anchor: Point | None
    is_dot: bool
    label: Point | None

    def is_near(self, box: Box) -> bool:
        """Whether a place in the box may lie in the shape."""
        return any(part.box.touches(box) for part in self.parts)

    def holds(self, place: Point) -> bool:
        near = [p.ring for p in self.parts if p.box.holds(place)]
        return bool(near) and holds(near, place)


@cache
def shapes(detail: Detail) -> Mapping[str, Shape]:
    """All countries of a set by their code."""
    stored: dict[str, Any] = _store()[detail]
    return {
        code: Shape(
            code,
            tuple(Part(path, stored["scale"]) for path in shape.get("d", ())),
            tuple(shape["at"]) if "at" in shape else None,
            "dot" in shape,
            tuple(stored["labels"][code]) if code in stored["labels"] else None,
        )
        for code, shape in stored["shapes"].items()
    }


@cache
def _store() -> dict[str, Any]:
    store: dict[str, Any] = json.loads(STORE.read_text())
    return store


def all_in_europe(codes: Iterable[str]) -> bool:
    """Say whether the European frame shows all of these countries."""
    known = shapes("coarse")
    return all(code in known and known[code].anchor for code in codes)


def country_at(lon: float, lat: float, detail: Detail = "fine") -> str:
    """The code of the country a place lies in by the United Nations' view, or nothing at sea."""
    place = (equal_earth if detail == "world" else european)((lon, lat))
    return next((s.code for s in shapes(detail).values() if s.holds(place)), "")
