"""Rows of cells to a text with tabs, in which each cell knows where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plaza.imports.reading.source import Cell, Table

MOST_CELLS = 2_000_000


class Grid:
    """Builds the text of tables and their cells together."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._cells: list[Cell] = []
        self.tables: list[Table] = []
        self.pages: list[int] = []

    def begin(self) -> None:
        """A new table begins here."""
        if self._parts:
            self._write("\f")
        self.pages.append(self._length)
        self._cells = []

    def row(self, number: int, cells: Sequence[str], without_value: frozenset[int]) -> None:
        """One row; columns in ``without_value`` hold a formula whose result is not stored."""
        for column, cell in enumerate(cells):
            text = re.sub(r"\s*\n\s*", "; ", cell.strip())
            text = re.sub(r"[\t\r\f\v]+", " ", text)
            if column:
                self._write("\t")
            if text or column in without_value:
                start = self._length
                self._write(text)
                self._cells.append(
                    Cell(number, column, text, start, self._length, column in without_value)
                )
        self._write("\n")

    def end(self, name: str) -> None:
        """The table ends here."""
        self.tables.append(Table(name, tuple(self._cells)))

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
