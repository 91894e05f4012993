"""Which letters the book's own fonts have: a reader of the `cmap` table of OpenType fonts."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parents[3] / "vendor" / "fonts"


@cache
def printable() -> frozenset[int]:
    """Every code point that at least one of the fonts can draw."""
    files = sorted([*FONTS.glob("*.otf"), *FONTS.glob("*.ttf")])
    return frozenset(point for file in files for point in code_points(file.read_bytes()))


def code_points(font: bytes) -> Iterable[int]:
    """The code points a font maps to a glyph."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for i in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * i)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            (layout,) = struct.unpack_from(">H", font, start + offset)
            if layout == 4:
                yield from _segments(font, start + offset)
            elif layout == 12:
                yield from _groups(font, start + offset)


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for i in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * i)
        if tag == name:
            return int(offset)
    raise ValueError(f"The font has no table {name.decode()}.")


def _segments(font: bytes, at: int) -> Iterable[int]:
    """Format 4: runs of code points below 65,536."""
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + doubled)
    deltas = struct.unpack_from(f">{count}h", font, at + 16 + 2 * doubled)
    ranges_at = at + 16 + 3 * doubled
    ranges = struct.unpack_from(f">{count}H", font, ranges_at)
    for i, (first, last, delta, jump) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            if jump == 0:
                glyph = (point + delta) & 0xFFFF
            else:
                where = ranges_at + 2 * i + jump + 2 * (point - first)
                (glyph,) = struct.unpack_from(">H", font, where)
            if glyph:
                yield point


def _groups(font: bytes, at: int) -> Iterable[int]:
    """Format 12: runs of any code points."""
    (count,) = struct.unpack_from(">I", font, at + 12)
    for i in range(count):
        first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * i)
        yield from range(first, last + 1)
