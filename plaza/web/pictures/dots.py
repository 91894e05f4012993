"""Dots: groups of people, hours or votes, each of which can be counted."""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.safestring import SafeString

from plaza.web.pictures.gauges import bar
from plaza.web.pictures.svg import circle, element, number, picture

MOST = 200
STEP = 15
BARS = {"lit": "rows", "past": "rows", "now": "now", "unknown": "printed", "empty": "track"}


def dots(groups: Iterable[tuple[str, int]], *, across: int = 14, label: str = "") -> SafeString:
    """One dot each, row by row; above two hundred a bar, since nobody counts them.

    A group is a kind (`lit`, `now`, `past`, `empty`, `unknown`) and how many.
    """
    pairs = [(kind, count) for kind, count in groups if count > 0]
    total = sum(count for _, count in pairs)
    if total > MOST:
        return bar([(BARS[kind], count) for kind, count in pairs], total, label=label)
    width = min(total, across) * STEP or STEP
    height = max(1, -(-total // across)) * STEP
    return picture(
        _drawn(tuple(pairs), across),
        label=label,
        class_="dots",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=str(width),
        height=str(height),
    )


@lru_cache(maxsize=128)
def _drawn(pairs: tuple[tuple[str, int], ...], across: int) -> SafeString:
    drawn, place = [], 0
    for kind, count in pairs:
        circles = (_dot(index, across) for index in range(place, place + count))
        drawn.append(element("g", *circles, class_=f"dots__dot dots__dot--{kind}"))
        place += count
    return SafeString("".join(drawn))


def _dot(index: int, across: int) -> SafeString:
    row, column = divmod(index, across)
    return circle(column * STEP + STEP / 2, row * STEP + STEP / 2, 6)
