"""Gauges: how much of a number the rows support."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.safestring import SafeString

from plaza.web.pictures.svg import element, percent, picture

Part = tuple[str, float]


@lru_cache(maxsize=1024)
def gauge(
    rows: float, printed: float | None = None, *, label: str = "", mirror: bool = False
) -> SafeString:
    """What the rows support, then hatched what was printed without rows.

    More rows than printed show as foil beyond the printed number; with no printed number the rows
    are the whole.
    """
    whole = max(rows, printed or 0)
    supported = rows if printed is None else min(rows, printed)
    beyond = [("over", rows - printed)] if printed is not None and rows > printed else []
    missing = [("printed", printed - rows)] if printed is not None and printed > rows else []
    return bar([("rows", supported), *beyond, *missing], whole, label=label, mirror=mirror)


def bar(
    parts: Sequence[Part], whole: float, *, label: str = "", mirror: bool = False
) -> SafeString:
    """Parts of a whole: a kind is `rows`, `now`, `over` or `printed`; the rest stays empty."""
    drawn = [_piece("track", 0, 100)]
    start = 0.0
    for kind, value in parts:
        width = 100 * value / whole if whole else 0
        if width > 0:
            drawn.append(_piece(kind, 100 - start - width if mirror else start, width))
        start += width
    return picture(*drawn, label=label, class_="gauge", width="100%", height="8")


def _piece(kind: str, start: float, width: float) -> SafeString:
    return element(
        "rect",
        class_=f"gauge__{kind}",
        x=percent(start) if start else None,
        y=".5",
        width=percent(width),
        height="7",
        rx="2.5",
        fill="url(#ink-hatch)" if kind == "printed" else None,
    )
