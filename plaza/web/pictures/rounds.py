"""The round: people in a circle, one seat for each."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.utils.safestring import SafeString

from plaza.web.pictures.svg import circle, element, number, picture

INNER = 0.48
Groups = Iterable[tuple[str, int]]


class Place(NamedTuple):
    """Where a seat stands, on a circle of radius 100 around the origin."""

    x: float
    y: float


class Layout(NamedTuple):
    """All seats in the order in which they fill, and how large one is."""

    places: tuple[Place, ...]
    radius: float


def round_(
    groups: Groups,
    *,
    sweep: int = 180,
    rows: int | None = None,
    inner: float = INNER,
    label: str = "",
    mirror: bool = False,
) -> SafeString:
    """Seats in arcs, filled from the start edge, group after group.

    A group is a kind (`lit`, `now`, `past`, `promised`, `empty`) and how many. `sweep` is the angle
    the arcs span: 180 in a panel, 240 on the cover. `mirror` is for lines that run right to left.
    """
    return seats_in_order(
        [kind for kind, count in groups for _ in range(count)],
        sweep=sweep,
        rows=rows,
        inner=inner,
        label=label,
        mirror=mirror,
    )


def seats_in_order(
    kinds: Sequence[str],
    *,
    sweep: int = 180,
    rows: int | None = None,
    inner: float = INNER,
    label: str = "",
    mirror: bool = False,
) -> SafeString:
    """The same, with the kind of each seat in turn, such as one seat per member."""
    layout = lay_out(len(kinds), sweep=sweep, rows=rows, inner=inner)
    drawn: dict[str, list[SafeString]] = {}
    for kind, place in zip(kinds, layout.places, strict=True):
        x = -place.x if mirror else place.x
        drawn.setdefault(kind, []).append(circle(x, place.y, layout.radius))
    edge = layout.radius + 1
    foot = 100 * math.sin(math.radians((sweep - 180) / 2)) + edge
    return picture(
        *(
            element("g", *circles, class_=f"round__seat round__seat--{kind}")
            for kind, circles in drawn.items()
        ),
        label=label,
        class_="round__seats",
        viewBox=" ".join(
            number(v) for v in (-100 - edge, -100 - edge, 200 + 2 * edge, 100 + edge + foot)
        ),
    )


@lru_cache(maxsize=128)
def lay_out(
    count: int, *, sweep: int = 180, rows: int | None = None, inner: float = INNER
) -> Layout:
    """Places of `count` seats: rows get seats by their length, ends stand on one line."""
    if count <= 0:
        return Layout((), 7)
    rows = min(rows or max(1, round(math.sqrt(count) / 1.9)), count)
    step = (1 - inner) / (rows - 1) if rows > 1 else 0.3
    radii = [1 - step * row for row in range(rows)]
    numbers = _share(count, radii)
    placed = [
        (round(angle, 6), row, radius)
        for row, (radius, seats) in enumerate(zip(radii, numbers, strict=True))
        for angle in _angles(seats, sweep)
    ]
    gaps = [
        math.radians(sweep) * radius / (seats - 1)
        for radius, seats in zip(radii, numbers, strict=True)
        if seats > 1
    ]
    size = 100 * min([0.29 * step, *(0.41 * gap for gap in gaps)])
    return Layout(
        tuple(
            Place(-100 * radius * math.cos(angle), -100 * radius * math.sin(angle))
            for angle, _row, radius in sorted(placed)
        ),
        size,
    )


def _angles(seats: int, sweep: int) -> list[float]:
    """From the start edge over the top to the end edge, in radians."""
    first, last = math.radians((180 - sweep) / 2), math.radians((180 + sweep) / 2)
    if seats == 1:
        return [math.pi / 2]
    return [first + (last - first) * seat / (seats - 1) for seat in range(seats)]


def _share(count: int, weights: list[float]) -> list[int]:
    """Whole numbers in proportion to the weights that add up to `count` (largest remainder)."""
    exact = [count * weight / sum(weights) for weight in weights]
    whole = [int(value) for value in exact]
    order = sorted(range(len(exact)), key=lambda i: (whole[i] - exact[i], i))
    for index in order[: count - sum(whole)]:
        whole[index] += 1
    return whole
