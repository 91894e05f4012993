"""Accepting in the background: done in steps by the worker, each step a transaction of its own."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from plaza.imports.actions.correcting import refuse_undone
from plaza.imports.actions.drafts import accept_what_is_sure, publish_created
from plaza.imports.actions.sure import accept_sure, in_order
from plaza.imports.actions.work import at_work, begin_work, end_work, locked, queue_work
from plaza.imports.models import Document
from plaza.imports.registers import Registers
from plaza.imports.states import Work
from plaza.jobs.actions import keep_lease
from plaza.network.models import Person

LARGE = 100
STEP = 100
STEPS_PER_JOB = 2  # about five seconds, so that a letter with a code does not wait longer


@transaction.atomic
def accept_sure_soon(document: Document, *, by: Any) -> int | None:
    """Accept all sure ones: a few at once, many in the background; answers how many, or None."""
    document = locked(document)
    refuse_undone(document)
    if document.work:
        return None
    whole = document.drafts.count()
    if whole <= LARGE:
        return accept_sure(document, by=by)
    begin_work(document, Work.ACCEPT, whole=whole, by=by)
    return None


def accept_in_steps(document: int, by: str, **_earlier: Any) -> None:
    """Some steps of the work; the rest is queued again. Doing a step twice changes nothing.

    An import that is taken back meanwhile ends the work at the next step.
    """
    actor = Person.objects.get(pk=by)
    row = Document.objects.filter(pk=document, work=Work.ACCEPT).defer("text").first()
    if row is None:
        return
    keys = [draft.pk for draft in in_order(row)]
    for _step in range(STEPS_PER_JOB):
        if not _accept_step(document, keys, by=actor):
            return
        keep_lease()
    queue_work(document, Work.ACCEPT, by=by)


@transaction.atomic
def _accept_step(pk: int, keys: Sequence[int], *, by: Any) -> bool:
    """One step; whether there is more to do."""
    row = at_work(pk, Work.ACCEPT)
    if row is None:
        return False
    chosen = keys[row.work_done : row.work_done + STEP]
    drafts, registers = row.drafts.in_bulk(chosen), Registers()
    for key in chosen:
        if key in drafts:
            accept_what_is_sure(drafts[key], row, registers, by=by)
    done = row.work_done + len(chosen)
    Document.objects.filter(pk=pk).update(work_done=done)
    if done < len(keys):
        return True
    publish_created(row, by=by)
    end_work(pk)
    return False
