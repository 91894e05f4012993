"""Rows of a table to records, each with its fate: taken, doubtful, or left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plaza.imports.reading import vocabulary
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Doubt, Found, Json
from plaza.imports.reading.normal.countries import country, plain
from plaza.imports.reading.sheets.columns import Proposal, rows_of
from plaza.imports.reading.sheets.records import Row, records
from plaza.imports.reading.source import Cell, Source, Table

NAMES = {"organisation": ("name",), "contact": ("person", "first_name", "mail"),
         "activity": ("title",), "resource": ("title",)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fate:
    """One is what becomes of a row: ``taken``, ``doubtful`` or ``left_out``, and why."""

    row: int
    fate: str
    reason: Doubt | None
    found: tuple[Found, ...] = ()

    def to_json(self) -> dict[str, Json]:
        return {
            "row": self.row,
            "fate": self.fate,
            "reason": self.reason.to_json() if self.reason else None,
            "found": [found.to_json() for found in self.found],
        }


def dry_run(source: Source, table: Table, proposal: Proposal) -> list[Fate]:
    """What would become of each row; nothing is kept."""
    return list(_fates(source, table, proposal))


def _fates(source: Source, table: Table, proposal: Proposal) -> Iterator[Fate]:
    fields = {column.index: column.field for column in proposal.columns if column.field}
    certain = {column.index: column.certainty for column in proposal.columns}
    headings = [plain(column.heading) for column in proposal.columns]
    group: Cell | None = None
    for number, cells in sorted(rows_of(table).items()):
        if number in proposal.header_rows:
            continue
        if proposal.header_rows and number < min(proposal.header_rows):
            yield Fate(number, "left_out", doubt("row_above"))
            continue
        texts = [plain(cell.text) for cell in cells.values()]
        if _is_total(texts):
            yield Fate(number, "left_out", doubt("row_total"))
            continue
        if len(texts) > 1 and all(text in headings for text in texts):
            yield Fate(number, "left_out", doubt("row_heading"))
            continue
        if len(cells) == 1 and len(proposal.columns) > 2:
            cell = next(iter(cells.values()))
            if country(cell.text):
                group = cell
                yield Fate(number, "left_out", doubt("row_group"))
                continue
        row = Row(source, number, {}, {}, {}, group)
        for index, cell in cells.items():
            if index in fields:
                row.cells[fields[index]] = cell
                row.certain[fields[index]] = certain[index]
                row.headings[fields[index]] = proposal.columns[index].heading
        yield _fate(row, proposal, len(cells))


def _fate(row: Row, proposal: Proposal, filled: int) -> Fate:
    if not any(name in row.cells for name in NAMES[proposal.kind]):
        return Fate(row.number, "left_out", doubt("row_nameless"))
    found = tuple(records(row, proposal.kind))
    if filled == 1 and len(proposal.columns) > 2:
        told = doubt("row_doubtful")
        return Fate(row.number, "doubtful", told, tuple(_unsure(one, told) for one in found))
    blocked = [
        one for record in found for field in record.fields for one in field.doubts if one.blocks
    ]
    return Fate(
        row.number, "doubtful" if blocked else "taken", blocked[0] if blocked else None, found
    )


def _unsure(found: Found, told: Doubt) -> Found:
    """The record with none of its fields sure."""
    fields = tuple(
        replace(field, sure=False, doubts=(*field.doubts, told)) for field in found.fields
    )
    return replace(found, fields=fields)


def _is_total(texts: list[str]) -> bool:
    words = [plain(word) for word in vocabulary.words("columns", "total")]
    return any(text in words or text.split(" ")[0] in words for text in texts[:2] if text)
