"""Taking a large import back in the background, the last row first, step by step."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from django.db import transaction
from django.db.models import Q

from plaza.imports.actions.undoing import (
    Note,
    close_import,
    notes_of,
    settle,
    take_back,
    undo_document,
)
from plaza.imports.actions.work import (
    at_work,
    begin_work,
    end_work,
    locked,
    note_work,
    queue_work,
    refuse_at_work,
)
from plaza.imports.models import Document, Draft
from plaza.imports.states import DocumentState, DraftState, Work
from plaza.jobs.actions import keep_lease
from plaza.network.models import Person

LARGE = 50
STEP = 100
STEPS_PER_JOB = 3
LEFT = Q(state=DraftState.WAITING, applied=[])


@transaction.atomic
def undo_document_soon(document: Document, *, by: Any) -> list[str] | None:
    """Take an import back: a small one at once, a large one in the background.

    Answers a sentence for each record that stays, or None where the work goes on by itself; what
    stays is said on the document then.
    """
    document = locked(document)
    if document.state == DocumentState.UNDONE:
        refuse_at_work(document)
    whole = document.drafts.exclude(LEFT).count()
    if whole <= LARGE:
        return undo_document(document, by=by)
    close_import(document, by=by)
    begin_work(document, Work.UNDO, whole=whole, by=by)
    return None


def undo_in_steps(document: int, by: str) -> None:
    """Some steps of the work; the rest is queued again. Doing a step twice changes nothing."""
    actor = Person.objects.get(pk=by)
    for _step in range(STEPS_PER_JOB):
        if not _undo_step(document, by=actor):
            return
        keep_lease()
    queue_work(document, Work.UNDO, by=by)


@transaction.atomic
def _undo_step(pk: int, *, by: Any) -> bool:
    """One step; whether there is more to do."""
    row = at_work(pk, Work.UNDO)
    if row is None:
        return False
    drafts = row.drafts.exclude(LEFT).only("applied", "state", "document").in_bulk()
    step = _last_written(drafts.values())
    if step:
        _take_back(row, drafts.values(), step, by=by)
    for draft in step or list(drafts.values())[:STEP]:
        _put_down(draft, by=by)
    left = row.drafts.exclude(LEFT).count()
    Document.objects.filter(pk=pk).update(work_done=max(0, row.work_total - left))
    if left:
        return True
    end_work(pk)
    return False


def _take_back(
    document: Document, drafts: Iterable[Draft], step: Mapping[Draft, list[Note]], *, by: Any
) -> None:
    written = [note for note in notes_of(drafts) if not note.get("done")]
    taken = take_back(written, only=[note for notes in step.values() for note in notes], by=by)
    for notes in step.values():
        for note in notes:
            note["done"] = True
    said = [{"code": code, "params": {"name": name}} for code, name in taken.kept]
    known = [{"code": one["code"], "params": one["params"]} for one in document.notes]
    note_work(document, [one for one in said if one not in known])


def _last_written(drafts: Iterable[Draft]) -> dict[Draft, list[Note]]:
    """About as many notes as a step has, the last ones; never half of one acceptance."""
    written = [(note, draft) for draft in drafts for note in draft.applied if not note.get("done")]
    written.sort(key=lambda one: one[0]["at"], reverse=True)
    step: dict[Draft, list[Note]] = {}
    size = 0
    for draft, notes in groupby(written, key=lambda one: one[1]):
        if size >= STEP:
            break
        found = [note for note, _draft in notes]
        step.setdefault(draft, []).extend(found)
        size += len(found)
    return step


def _put_down(draft: Draft, *, by: Any) -> None:
    """A draft whose last note is done with waits again; one with more keeps what is done."""
    if not all(note.get("done") for note in draft.applied):
        draft.save(update_fields=["applied"])
        return
    kept = {(note["stays"][0], note["stays"][1]) for note in draft.applied if note.get("stays")}
    settle(draft, kept, by=by)
