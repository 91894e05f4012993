"""One line of the table: what was measured, its target, the value, and how far it spread."""

import statistics
from dataclasses import asdict, dataclass
from typing import Any

VERDICTS = {True: "met", False: "NOT MET", None: ""}


@dataclass(frozen=True)
class Line:
    """A value with its unit; without a target it is told for information only."""

    part: str
    what: str
    value: float | None
    unit: str
    target: float | None = None
    least: float | None = None
    most: float | None = None
    rounds: int = 1
    note: str = ""
    fails: str = ""

    @property
    def is_met(self) -> bool | None:
        """Whether the value reaches its target; nothing where there is none."""
        if self.fails:
            return False
        if self.target is None or self.value is None:
            return None
        return self.value <= self.target

    def to_json(self) -> dict[str, Any]:
        """The line with its verdict, for programs."""
        return {**asdict(self), "met": self.is_met}


def line_of(part: str, what: str, values: list[float], unit: str, **facts: Any) -> Line:
    """The median of some rounds, with the smallest and the largest."""
    return Line(
        part,
        what,
        statistics.median(values),
        unit,
        least=min(values),
        most=max(values),
        rounds=len(values),
        **facts,
    )


def failed(part: str, what: str, why: str) -> Line:
    """A line that could not be measured, and why; it counts as not met."""
    return Line(part, what, None, "", fails=why)


def number(value: float | None) -> str:
    """A number with as many digits as it deserves."""
    if value is None:
        return ""
    if value == 0 or abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"


def cells(line: Line) -> list[str]:
    """The line as the cells of a table."""
    spread = f"{number(line.least)} to {number(line.most)}" if line.rounds > 1 else ""
    return [
        line.part,
        line.what,
        f"{number(line.target)} {line.unit}".strip() if line.target is not None else "",
        f"{number(line.value)} {line.unit}".strip(),
        f"{spread}, {line.rounds} rounds" if spread else "",
        VERDICTS[line.is_met],
        line.fails or line.note,
    ]


HEADS = ["part", "what", "target", "value", "spread", "verdict", "note"]


def terminal_table(lines: list[Line]) -> str:
    """The table as people read it on a terminal."""
    rows = [HEADS, *(cells(one) for one in lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADS) - 1)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        .rstrip()
        for row in rows
    )  # fmt: skip


def markdown_table(lines: list[Line]) -> str:
    """The table as it is kept."""
    rows = [HEADS, ["---"] * len(HEADS), *(cells(one) for one in lines)]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "/") for cell in row) + " |" for row in rows
    )
