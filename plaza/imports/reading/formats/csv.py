"""CSV to a grid: the separator is the one that parts all rows alike."""

from __future__ import annotations

import csv
import io
from collections import Counter

from plaza.imports.reading.formats.grid import Grid

SEPARATORS = (",", ";", "\t", "|")


def grid_of(text: str, name: str) -> Grid:
    """The rows of a CSV text."""
    grid = Grid()
    grid.begin()
    lines = text.split("\n")
    if lines and lines[0].casefold().startswith("sep="):
        separator = lines[0][4:5] or ","
        text = "\n".join(lines[1:])
    else:
        separator = separator_of(text) or ","
    csv.field_size_limit(10_000_000)
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator)):
        grid.row(number, row, frozenset())
    grid.end(name)
    return grid


def separator_of(text: str) -> str | None:
    """The character that parts most rows into the same number of cells, or None."""
    sample = "\n".join(text.split("\n")[:200])
    best: tuple[float, str] | None = None
    for separator in SEPARATORS:
        try:
            rows = [row for row in csv.reader(io.StringIO(sample), delimiter=separator) if row]
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            continue
        width, often = widths.most_common(1)[0]
        rank = often / max(len(rows), 1) + 0.01 * min(width, 20)
        if best is None or rank > best[0]:
            best = (rank, separator)
    return best[1] if best and best[0] > 0.5 else None
