"""Spreadsheets: columns recognised or mapped by hand, the mapping kept for the next time."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from plaza.imports.actions.drafting import drafts_of
from plaza.imports.actions.work import begin_work, locked, refuse_at_work
from plaza.imports.faults import sentence_of
from plaza.imports.models import ColumnMapping, Document, Draft
from plaza.imports.reading.child import read_files
from plaza.imports.reading.found import Found, Reading
from plaza.imports.reading.layouts.names import unique
from plaza.imports.reading.sheets.columns import Proposal, propose
from plaza.imports.reading.sheets.rows import dry_run
from plaza.imports.reading.source import Unreadable
from plaza.imports.registers import Registers
from plaza.imports.states import DraftState, Work
from plaza.ledger.actions import record_deed
from plaza.web.refusals import Refused

MOST_LEFT_OUT = 500
LARGE_BYTES = {".csv": 60_000, ".tsv": 60_000, ".xlsx": 25_000}


def as_mapped(reading: Reading) -> tuple[Reading, dict[str, Any]]:
    """The reading of a spreadsheet with the mappings people made before, and how it was read."""
    founds: list[Found] = []
    tables, left_out = [], []
    for table in reading.source.tables:
        proposal = remembered(propose(table), reading.source.checksum)
        tables.append(proposal.to_json())
        for fate in dry_run(reading.source, table, proposal):
            founds += fate.found
            if fate.fate == "left_out" and fate.reason is not None:
                left_out.append([table.name, fate.row + 1, fate.reason.to_json()])
    sheet = {"tables": tables, "left_out": left_out[:MOST_LEFT_OUT], "skipped": len(left_out)}
    return replace(reading, found=tuple(unique(founds))), sheet


def remembered(proposal: Proposal, checksum: str) -> Proposal:
    """The proposal as a person mapped these headings before, if one did."""
    mark = mark_of(proposal.signature, proposal.table, checksum)
    known = ColumnMapping.objects.filter(header=mark).first()
    if known is None:
        return proposal
    return proposal.mapped(known.kind, {int(key): name for key, name in known.columns.items()})


@transaction.atomic
def map_columns(
    document: Document,
    *,
    mappings: Sequence[tuple[str, Mapping[int, str | None]]],
    by: Any,
) -> Document:
    """Read a spreadsheet by these columns, one mapping for each table, and remember them.

    Refused once something of it was accepted, because records would lose their rows. A large one
    is read in the background.
    """
    document = locked(document)
    refuse_at_work(document)
    if document.drafts.exclude(state__in=[DraftState.WAITING, DraftState.REJECTED]).exists():
        raise Refused(_("Some rows are records already. Take the import back first."))
    for table, (kind, columns) in zip(document.sheet["tables"], mappings, strict=True):
        ColumnMapping.objects.update_or_create(
            header=mark_of(table["signature"], table["table"], document.checksum),
            defaults={"kind": kind, "columns": {str(key): name for key, name in columns.items()}},
        )
    if is_large(document.name, document.size):
        begin_work(document, Work.DRAFT, whole=0, by=by)
        record_deed(document, "map", by=by)
        return document
    reading = read_again(document)
    if isinstance(reading, Unreadable):
        raise Refused(sentence_of(reading))
    reading, document.sheet = as_mapped(reading)
    document.drafts.all().delete()
    drafts = drafts_of(document, reading, Registers())
    Draft.objects.bulk_create(drafts, batch_size=500)
    document.save(update_fields=["sheet"])
    record_deed(document, "map", by=by, changes={"drafts": [None, len(drafts)]})
    return document


def is_large(name: str, size: int) -> bool:
    """Whether a file is a spreadsheet that takes more than about two seconds to read."""
    return size > LARGE_BYTES.get(PurePath(name).suffix.casefold(), size)


def mark_of(signature: str, table: str, checksum: str) -> str:
    """What a mapping is remembered by: the headings; without any, only this table of this file."""
    return hashlib.sha256((signature or f"{checksum} {table}").encode()).hexdigest()


def read_again(document: Document) -> Reading | Unreadable:
    """What the kept file says, or why it cannot be read."""
    if not document.content:
        raise Refused(_("The file is not kept any more, so its rows cannot be read again."))
    with document.content.open("rb") as file:
        files = [(document.name, file.read())]
    return read_files(files, limit_mb=settings.PLAZA_FILE_LIMIT_MB)[0]
