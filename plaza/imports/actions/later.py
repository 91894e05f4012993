"""Large spreadsheets: kept at once, read and compared in the background."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from plaza.imports.actions.files import (
    Result,
    describe,
    document_of,
    import_files,
    known_as,
    load,
)
from plaza.imports.actions.sheets import is_large, read_again
from plaza.imports.actions.work import at_work, begin_work, end_work, note_work
from plaza.imports.models import Document, Draft
from plaza.imports.reading.source import Unreadable
from plaza.imports.states import Work
from plaza.jobs.actions import keep_lease
from plaza.ledger.actions import record_deed

READ = ("title", "format", "layout", "language", "year", "text", "pages", "notes", "sheet",
        "newer_than", "work", "work_done", "work_total")  # fmt: skip


def import_files_soon(files: Iterable[tuple[str, bytes]], *, by: Any) -> list[Result]:
    """Read files that people hand in: small ones at once, large spreadsheets in the background."""
    handed = list(files)
    now = iter(import_files([one for one in handed if not _waits(one)], by=by))
    return [_kept(one, by=by) if _waits(one) else next(now) for one in handed]


def read_in_background(document: int, by: str) -> None:
    """Read a kept file and draft its records. Doing it twice changes nothing.

    A file that cannot be read stays as a document that says why.
    """
    row = Document.objects.filter(pk=document, work=Work.DRAFT).first()
    if row is None:
        return
    reading = read_again(row)
    keep_lease()
    if isinstance(reading, Unreadable):
        _say_why(row, reading)
        return
    drafts = describe(row, reading)
    keep_lease()
    _put_down(row, drafts)


def _waits(file: tuple[str, bytes]) -> bool:
    name, content = file
    if not is_large(name, len(content)) or not isinstance(load(file), tuple):
        return False
    known = known_as(content)
    return known is None or _was_never_read(known)


def _was_never_read(document: Document) -> bool:
    return not document.format and not document.work


@transaction.atomic
def _kept(file: tuple[str, bytes], *, by: Any) -> Result:
    name, content = file
    document = known_as(content)
    if document is None:
        document = document_of(name, content)
        document.save(force_insert=True)
        record_deed(document, "import", by=by, changes={"name": [None, document.name]})
    if not document.work:
        begin_work(document, Work.DRAFT, whole=0, by=by)
    return Result(name, document)


@transaction.atomic
def _say_why(document: Document, fault: Unreadable) -> None:
    row = at_work(document.pk, Work.DRAFT)
    if row is not None:
        note_work(row, [{"code": "unreadable", "params": {"why": fault.code, **fault.params}}])
        end_work(row.pk)


@transaction.atomic
def _put_down(document: Document, drafts: list[Draft]) -> None:
    """Keep what was read, unless the import was taken back meanwhile."""
    if at_work(document.pk, Work.DRAFT) is None:
        return
    document.work, document.work_done, document.work_total = Work.NONE, 0, 0
    document.drafts.all().delete()
    document.save(update_fields=READ)
    Draft.objects.bulk_create(drafts, batch_size=500)
