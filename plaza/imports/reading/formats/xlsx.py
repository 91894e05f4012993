"""Excel files to a grid: stored values, merged cells, formulas whose result is missing."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from decimal import Decimal

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from plaza.imports.reading.formats.grid import MOST_CELLS, Grid
from plaza.imports.reading.formats.packed import unpacked
from plaza.imports.reading.source import Unreadable

MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]+\d+:[A-Z]+\d+)"')
FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
WIDEST = 500  # columns


def grid_of(data: bytes) -> Grid:
    """The sheets of an Excel file that hold anything."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(data)
    except Unreadable:
        raise
    except Exception as error:  # the library raises what its parsers raise
        raise Unreadable("office_broken") from error


def _read(data: bytes) -> Grid:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    parts = {name: unpacked(data, name) for name in names if name.endswith((".xml", ".rels"))}
    formulas = any(FORMULA.search(part) for name, part in parts.items() if "/worksheets/" in name)
    values = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    written = load_workbook(io.BytesIO(data), read_only=True) if formulas else None
    grid = Grid()
    cells = 0
    for sheet in values.worksheets:
        rows = [list(row[:WIDEST]) for row in sheet.iter_rows(values_only=True)]
        cells += sum(len(row) for row in rows)
        if cells > MOST_CELLS:
            raise Unreadable("zip_bomb")
        missing: dict[int, set[int]] = {}
        if written is not None:
            source = written[sheet.title].iter_rows(values_only=True)
            for number, (row, said) in enumerate(zip(rows, source, strict=False)):
                for column, formula in enumerate(said[:WIDEST]):
                    if str(formula).startswith("=") and row[column] is None:
                        missing.setdefault(number, set()).add(column)
        _fill_merged(rows, parts.get(_part_of(sheet), b""))
        texts = [[_text(value) for value in row] for row in rows]
        if not any(any(row) for row in texts) and not missing:
            continue
        grid.begin()
        for number, row in enumerate(texts):
            grid.row(number, row, frozenset(missing.get(number, ())))
        grid.end(sheet.title)
    return grid


def _part_of(sheet: object) -> str:
    return str(getattr(sheet, "_worksheet_path", "")).lstrip("/")


def _fill_merged(rows: list[list[object]], part: bytes) -> None:
    """Give every cell of a merged range its value, so that groups and headers keep their words."""
    for match in MERGE.finditer(part):
        left, top, right, bottom = range_boundaries(match[1].decode("ascii"))
        if None in (left, top, right, bottom) or (right - left) * (bottom - top) > 10_000:
            continue
        if top > len(rows) or left > len(rows[top - 1]):
            continue
        value = rows[top - 1][left - 1]
        for row in rows[top - 1 : bottom]:
            for column in range(left - 1, min(right, len(row))):
                if row[column] is None and (bottom > top or right > left):
                    row[column] = value


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, float | Decimal) and value == int(value):
        return str(int(value))
    return str(value)
