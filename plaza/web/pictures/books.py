"""Books: the cover of a work, drawn from its record. One arc per part, one dot per piece."""

import math
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from django.utils.safestring import SafeString

from plaza.web.pictures.svg import circle, element, number, picture

INKS = ("deep", "foil", "pale", "mid", "cream")
KINDS = {
    "package": "deep",
    "toolbox": "deep",
    "guide": "mid",
    "manual": "cream",
    "handout": "foil",
    "journal": "foil",
    "roadmap": "pale",
    "report": "cream",
    "webinar": "pale",
}
GAP = 11.0
STEP = 12.5
MOST_ARCS = 6
MOST_DOTS = 60


def ink_of(kind: str) -> str:
    """The ink pair of a kind of work; the same kind always has the same."""
    return KINDS.get(kind, INKS[crc32(kind.encode()) % len(INKS)])


def book(kind: str, parts: Sequence[int] = (1,)) -> SafeString:
    """A cover, three by four. `parts` says how many pieces each part has, outermost first.

    It decorates and is hidden from readers of the screen.
    """
    return _drawn(tuple(max(1, pieces) for pieces in parts)[:MOST_ARCS] or (1,))


@lru_cache(maxsize=256)
def _drawn(parts: tuple[int, ...]) -> SafeString:
    arcs = list(parts)
    if sum(arcs) > MOST_DOTS:
        arcs = [max(1, round(pieces * MOST_DOTS / sum(arcs))) for pieces in arcs]
    radius = 0.0 if arcs == [1] else STEP
    radii = [radius + STEP * (len(arcs) - 1 - index) for index in range(len(arcs))]
    scale = min(1, 36 / (radii[0] or 36))
    dots = [
        circle(x, y, 3.9 * max(scale, 0.7))
        for pieces, arc in zip(arcs, radii, strict=True)
        for x, y in _arc(pieces, arc * scale)
    ]
    height = radii[0] * scale
    return picture(
        element("rect", class_="book__paper", width="100", height="133", rx="1.5"),
        element("rect", class_="book__spine", width="2", height="133"),
        element(
            "g", *dots, class_="book__dot", transform=f"translate(51 {number(66 + height / 2)})"
        ),
        class_="book__svg",
        viewBox="0 0 100 133",
    )


def _arc(pieces: int, radius: float) -> list[tuple[float, float]]:
    """Places around the top, a fixed distance apart, closer only where the arc is full."""
    if radius == 0:
        return [(0, 0)]
    apart = min(2 * math.asin(min(1, GAP / 2 / radius)), math.radians(230) / max(1, pieces - 1))
    first = -apart * (pieces - 1) / 2
    return [
        (radius * math.sin(first + apart * index), -radius * math.cos(first + apart * index))
        for index in range(pieces)
    ]
