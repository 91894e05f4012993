"""Pages laid out as a grid of letters to lines in reading order: left column, then right."""

from __future__ import annotations

import re
from collections import Counter

NARROWEST = 2  # letters in the gap between two columns
FEWEST = 4  # lines that must stand on both sides


def in_reading_order(grid: str) -> str:
    """The lines of the page, columns one after the other, blanks in lines made one."""
    lines = [line.rstrip() for line in grid.split("\n")]
    gutter = _gutter(lines)
    if gutter is None:
        return _tidy(lines)
    ordered: list[str] = []
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        if _crosses(line, gutter):
            ordered += [*_column(left, right), *_column(right, left), line]
            left, right = [], []
        else:
            left.append(line[:gutter].rstrip())
            right.append(line[gutter:].rstrip())
    return _tidy([*ordered, *_column(left, right), *_column(right, left)])


def _gutter(lines: list[str]) -> int | None:
    """Where the right column begins, if the page has two."""
    starts: Counter[int] = Counter()
    both = 0
    for line in lines:
        gaps = list(re.finditer(r"(?<=\S) {2,}(?=\S)", line))
        if gaps:
            both += 1
        for gap in gaps:
            starts[gap.end()] += 1
    indents = Counter(len(line) - len(line.lstrip()) for line in lines if line.strip())
    width = max((len(line) for line in lines), default=0)
    best: tuple[int, int] | None = None
    for start in starts:
        if not 0.25 * width <= start <= 0.75 * width or both < FEWEST:
            continue
        clear = sum(
            1
            for line in lines
            if line.strip()
            and len(line) > start
            and not _crosses(line, start)
            and line[:start].strip()
        )
        crossing = sum(1 for line in lines if _crosses(line, start))
        here = sum(starts[place] + indents[place] for place in (start - 1, start, start + 1))
        if clear >= FEWEST and crossing <= 0.5 * clear and here >= FEWEST:
            rank = (clear - 2 * crossing) * 100 + here
            if best is None or rank > best[0]:
                best = (rank, start)
    return best[1] - 1 if best else None


def _crosses(line: str, gutter: int) -> bool:
    """Whether words of the line run over the gap."""
    if len(line) <= gutter or not line[:gutter].strip():
        return False
    return bool(line[max(gutter - NARROWEST, 0) : gutter].strip())


def _column(lines: list[str], others: list[str]) -> list[str]:
    """One column set apart by empty lines; a row that only the other column fills is no gap."""
    width = max((len(line.strip()) for line in lines), default=0)
    kept: list[str] = []
    for place, (line, other) in enumerate(zip(lines, others, strict=True)):
        if line.strip() or not other.strip():
            kept.append(line)
            continue
        above = next((one.strip() for one in reversed(kept) if one.strip()), "")
        below = next((one.strip() for one in lines[place:] if one.strip()), "")
        ends = above.endswith((".", "!", "?", ":")) or len(above) < 0.6 * width
        if ends or re.match(r"[•▪–-]\s", below) or below.isupper():
            kept.append("")
    text = "\n".join(kept).strip("\n")
    return ["", *text.split("\n"), ""] if text.strip() else []


def _tidy(lines: list[str]) -> str:
    text = "\n".join(re.sub(r"[ \t]+", " ", line.strip()) for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")
