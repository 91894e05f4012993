"""Tables as CSV, XLSX and JSON, written piece by piece so that memory does not grow with rows.

What a spreadsheet would run as a formula is written as text.
"""

import csv
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, Any

from plaza.web.text import writable

FORMULA = ("=", "+", "-", "@", "\t", "\r")
BATCH = 500
LONGEST = 32_767
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Table:
    """A table to hand out: its file name, its form (csv, json, xlsx), heads, rows, JSON text."""

    name: str
    form: str
    heads: list[str]
    rows: Iterator[list[Any]]
    json: Iterator[str]

    @property
    def file_name(self) -> str:
        """What the file is called when it is kept."""
        return f"{self.name}.{self.form}"


def written(table: Table) -> Iterator[bytes] | IO[bytes]:
    """The table in its form: pieces of bytes, or a file that is read from its start."""
    if table.form == "csv":
        return csv_pieces(table.heads, table.rows)
    if table.form == "json":
        return (piece.encode() for piece in table.json)
    return xlsx_file(table.name, table.heads, table.rows)


def csv_pieces(heads: list[str], rows: Iterator[list[Any]]) -> Iterator[bytes]:
    """CSV in UTF-8 with a byte order mark, so that every spreadsheet reads its letters."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    writer.writerow([harmless(head) for head in heads])
    for number, row in enumerate(rows, start=1):
        writer.writerow([harmless(value) for value in row])
        if number % BATCH == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def xlsx_file(title: str, heads: list[str], rows: Iterator[list[Any]]) -> IO[bytes]:
    """A workbook with one sheet; rows go to a file as they come, not into memory."""
    from openpyxl import Workbook  # noqa: PLC0415 - costly to load, rarely used

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.append([_cell(sheet, head) for head in heads])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it when it was sent
    book.save(file)
    file.seek(0)
    return file


def harmless(value: Any) -> Any:
    """A value that no spreadsheet takes for a formula; numbers stay numbers."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else value


def _cell(sheet: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - costly to load, rarely used

    if isinstance(value, str):
        value = writable(value)[:LONGEST]
        cell = WriteOnlyCell(sheet, value)
        cell.data_type = "s"
        return cell
    return WriteOnlyCell(sheet, value)


def _taken(buffer: io.StringIO) -> bytes:
    piece = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return piece
