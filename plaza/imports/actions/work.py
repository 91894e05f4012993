"""Long work on a document: one at a time, begun and ended in one place."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from plaza.imports.doubts import OF_WORK
from plaza.imports.models import Document
from plaza.imports.states import DocumentState, Work
from plaza.jobs.actions import queue
from plaza.web.refusals import Refused

JOBS = {Work.DRAFT: "imports.read", Work.ACCEPT: "imports.accept", Work.UNDO: "imports.undo"}
MOST_NOTES = 50


def locked(document: Document) -> Document:
    """The document as it stands; of two workers or people, the second one waits here."""
    return Document.objects.select_for_update().get(pk=document.pk)


def at_work(pk: int, work: Work) -> Document | None:
    """The document of a step, locked; None where this work was ended or taken back meanwhile."""
    state = DocumentState.UNDONE if work == Work.UNDO else DocumentState.READ
    return Document.objects.select_for_update().filter(pk=pk, work=work, state=state).first()


def refuse_at_work(document: Document) -> None:
    """Of two long works on a document, the second one waits."""
    if document.work:
        raise Refused(_("We are still at work on this import. Please wait until that is done."))


def begin_work(document: Document, work: Work, *, whole: int, by: Any) -> None:
    """Say on the document that the work runs, and queue it."""
    document.work, document.work_done, document.work_total = work, 0, whole
    forget_notes_of_work(document)
    document.save(update_fields=["work", "work_done", "work_total"])
    queue_work(document.pk, work, by=str(by.pk))


def queue_work(pk: int, work: Work, *, by: str) -> None:
    """Let the rest of the work wait for its turn, so that letters come in between."""
    queue(JOBS[work], key=str(pk), document=pk, by=by)


def end_work(document: int, **_arguments: Any) -> None:
    """Nothing runs on the document any more."""
    Document.objects.filter(pk=document).update(work=Work.NONE)


def stop_work(document: int, **_arguments: Any) -> None:
    """The work gave up: say so on the document, which can be begun again."""
    row = Document.objects.select_for_update().filter(pk=document).exclude(work=Work.NONE).first()
    if row is not None:
        note_work(row, [{"code": "work_stopped", "params": {}}])
        end_work(document)


def note_work(document: Document, notes: Iterable[dict[str, Any]]) -> None:
    """Say on the document what came of work in the background."""
    kept = [*document.notes, *({"sentence": "", "blocks": False} | note for note in notes)]
    document.notes = kept[-MOST_NOTES:]
    document.save(update_fields=["notes"])


def forget_notes_of_work(document: Document) -> None:
    """What was said of earlier work does not count any more."""
    left = [note for note in document.notes if note["code"] not in OF_WORK]
    if left != document.notes:
        document.notes = left
        document.save(update_fields=["notes"])
