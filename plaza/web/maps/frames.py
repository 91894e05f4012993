"""Frames: which part of which set a picture shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from plaza.web.maps.geometry import Box, Point
from plaza.web.maps.shapes import Detail, Shape, all_in_europe, shapes

EUROPE = Box(0, 0, 1000, 576)
BAND = Box(-150, 44, 1400, 532)
DRAWN = Box(-156, -60, 1416, 728)
WORLD = Box(0, 6, 1000, 436)


class View(NamedTuple):
    """A frame, and the set of shapes it lies on."""

    detail: Detail
    box: Box


def overview(
    codes: Iterable[str], *, shape: Literal["page", "band"] = "page", detail: Detail = "coarse"
) -> View:
    """Portugal to Kyrgyzstan, stretched to those just beyond; else a part of the world."""
    wanted = list(codes)
    if not all_in_europe(wanted):
        return View("world", _part_of_the_world(anchors(shapes("world"), wanted)))
    box = EUROPE if shape == "page" else BAND
    beyond = [p for p in anchors(shapes(detail), wanted) if not box.holds(p, margin=24)]
    return View(detail, _stretched(box, beyond))


def close_up(codes: Iterable[str], *, ratio: float = 1.0, detail: Detail = "coarse") -> View:
    """The countries of one activity with enough around them to know where they are.

    The ratio is width to height. With no country it is the middle of the European frame.
    """
    wanted = list(codes)
    europe = all_in_europe(wanted)
    seen: Detail = detail if europe else "world"
    places = anchors(shapes(seen), wanted) or [(390.0, 340.0)]
    margin, least = (112.0, 330.0) if europe else (36.0, 130.0)
    xs, ys = [p[0] for p in places], [p[1] for p in places]
    width = max(max(xs) - min(xs) + 2 * margin, least)
    height = max(max(ys) - min(ys) + 2 * margin, least)
    width, height = max(width, height * ratio), max(height, width / ratio)
    whole = DRAWN if europe else WORLD
    if width > whole.width or height > whole.height:
        width, height = (
            min(whole.width, whole.height * ratio),
            min(whole.height, whole.width / ratio),
        )
    x, y = (min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) - height) / 2
    return View(
        seen,
        Box(
            round(min(max(x, whole.x), whole.right - width)),
            round(min(max(y, whole.y), whole.bottom - height)),
            round(width),
            round(height),
        ),
    )


def anchors(known: Mapping[str, Shape], codes: Iterable[str]) -> list[Point]:
    """Where the countries of a list lie; those the set does not know are left out."""
    found = (known[code].anchor for code in codes if code in known)
    return [place for place in found if place is not None]


def _stretched(box: Box, beyond: list[Point]) -> Box:
    if not beyond:
        return box
    x = max(DRAWN.x, min([box.x] + [p[0] - 60 for p in beyond]))
    y = max(DRAWN.y, min([box.y] + [p[1] - 40 for p in beyond]))
    right = min(DRAWN.right, max([box.right] + [p[0] + 60 for p in beyond]))
    bottom = min(DRAWN.bottom, max([box.bottom] + [p[1] + 40 for p in beyond]))
    return Box(round(x), round(y), round(right - x), round(bottom - y))


def _part_of_the_world(places: list[Point]) -> Box:
    if not places:
        return WORLD
    xs, ys = [p[0] for p in places], [p[1] for p in places]
    width = max(max(xs) - min(xs) + 140, (max(ys) - min(ys) + 120) * 1.75, 420)
    width = min(width, WORLD.height * 1.75)
    if max(xs) - min(xs) + 60 > width:
        return WORLD
    height = width / 1.75
    x = min(max((min(xs) + max(xs) - width) / 2, WORLD.x), WORLD.right - width)
    y = min(max((min(ys) + max(ys) - height) / 2, WORLD.y), WORLD.bottom - height)
    return Box(round(x), round(y), round(width), round(height))
