"""The mark: a small round with one foil seat in the middle."""

import math
from functools import lru_cache

from django.utils.safestring import SafeString

from plaza.web.pictures.svg import circle, element, picture

OUTER, INNER = (13, 14.6, 2.0, 106), (8, 8.9, 1.65, 112)


@lru_cache(maxsize=4)
def mark(variant: str = "") -> SafeString:
    """The mark of the product; a network may put its own logo in its place."""
    seats = [
        circle(16 + radius * math.sin(angle), 16 - radius * math.cos(angle), size)
        for count, radius, size, half in (OUTER, INNER)
        for angle in _angles(count, half)
    ]
    return picture(
        element("g", *seats, class_="mark__seat"),
        element("circle", class_="mark__centre", cx="16", cy="16", r="3.1"),
        class_=f"mark mark--{variant}" if variant else "mark",
        viewBox="0 0 32 24",
        width="32",
        height="24",
    )


def _angles(count: int, half: float) -> list[float]:
    return [math.radians(-half + 2 * half * index / (count - 1)) for index in range(count)]
