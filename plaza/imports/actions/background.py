"""Long work on a document: done in steps by the worker, each step a transaction of its own."""

from typing import Any

from django.db import transaction
from django.db.models import F

from plaza.imports.actions.correcting import refuse_undone
from plaza.imports.actions.drafts import accept_what_is_sure, publish_created
from plaza.imports.actions.sure import accept_sure, in_order
from plaza.imports.models import Document
from plaza.imports.registers import Registers
from plaza.imports.states import Work
from plaza.jobs.actions import queue
from plaza.network.models import Person

LARGE = 300
STEP = 100
STEPS_PER_JOB = 5
JOB = "imports.accept"


@transaction.atomic
def accept_sure_soon(document: Document, *, by: Any) -> int | None:
    """Accept all sure ones: a few at once, many in the background; answers how many, or None."""
    document = Document.objects.select_for_update().defer("text").get(pk=document.pk)
    refuse_undone(document)
    if document.work:
        return None
    whole = document.drafts.count()
    if whole <= LARGE:
        return accept_sure(document, by=by)
    document.work, document.work_done, document.work_total = Work.ACCEPT, 0, whole
    document.save(update_fields=["work", "work_done", "work_total"])
    queue(JOB, key=str(document.pk), document=document.pk, by=str(by.pk), done=0)
    return None


def accept_in_steps(document: int, by: str, done: int) -> None:
    """Some steps of the work; the rest is queued again. Doing a step twice changes nothing."""
    row = Document.objects.filter(pk=document, work=Work.ACCEPT).first()
    if row is None:
        return
    actor = Person.objects.get(pk=by)
    keys = [draft.pk for draft in in_order(row)]
    for _step in range(STEPS_PER_JOB):
        with transaction.atomic():
            registers = Registers()
            for draft in row.drafts.filter(pk__in=keys[done : done + STEP]):
                accept_what_is_sure(draft, row, registers, by=actor)
            done += STEP
            Document.objects.filter(pk=document).update(
                work_done=min(done, len(keys)), work_total=F("work_total")
            )
        if done >= len(keys):
            break
    with transaction.atomic():
        if done < len(keys):
            queue(JOB, document=document, by=by, done=done)
            return
        publish_created(row, by=actor)
        Document.objects.filter(pk=document).update(work=Work.NONE)
