"""Reading a spreadsheet with the mapping that is proposed for each of its tables."""

from __future__ import annotations

from plaza.imports.reading.found import Found
from plaza.imports.reading.layouts.names import unique
from plaza.imports.reading.sheets.columns import propose
from plaza.imports.reading.sheets.rows import dry_run
from plaza.imports.reading.source import Source


def read(source: Source) -> list[Found]:
    """The records of all tables, taken and doubtful rows alike."""
    found: list[Found] = []
    for table in source.tables:
        for fate in dry_run(source, table, propose(table)):
            found += fate.found
    return unique(found)
