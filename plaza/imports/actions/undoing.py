"""Taking an import back: what it made goes, what it changed becomes what it was."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from plaza.imports.actions.drafting import draft_match, look_again
from plaza.imports.items import items_of, rows_of, waiting_in
from plaza.imports.journal import noted_row, restored, snapshot
from plaza.imports.kinds.setting import only_known, setting_of
from plaza.imports.models import Document, Draft, Provenance
from plaza.imports.registers import Registers
from plaza.imports.states import DraftState, FieldState
from plaza.ledger.actions import advance, amend, remove
from plaza.web.refusals import Refused

Note = dict[str, Any]


@transaction.atomic
def undo_document(document: Document, *, by: Any) -> list[str]:
    """Take back all that came of a document; answers a sentence for each record that stays.

    A record that somebody worked on since stays whole, and so does what others point to.
    """
    advance(document, "undo", by=by)
    drafts = list(document.drafts.select_for_update())
    taken = _take_back([note for draft in drafts for note in draft.applied], by=by)
    for draft in drafts:
        if draft.state != DraftState.WAITING:
            _wait_again(draft, taken, by=by)
        _forget(draft)
    return list(taken.kept)


@transaction.atomic
def undo_draft(draft: Draft, *, by: Any) -> list[str]:
    """Take back what came of one draft; it waits again. Refused where its record must stay."""
    draft = Draft.objects.select_for_update().select_related("document").get(pk=draft.pk)
    if draft.state == DraftState.WAITING:
        raise Refused(_("Nothing came of this yet, so there is nothing to take back."))
    record = draft_match(draft) if draft.state == DraftState.ACCEPTED else None
    taken = _take_back(draft.applied, by=by)
    if record is not None and _row_key(record) in {_key(note) for note in taken.left}:
        raise Refused(" ".join(taken.kept))
    _wait_again(draft, taken, by=by)
    _forget(draft, besides=taken.left)
    return list(taken.kept)


@dataclass
class _Taken:
    """What stays, in sentences, and the notes of it."""

    kept: dict[str, None] = field(default_factory=dict)
    left: list[Note] = field(default_factory=list)
    wholes: set[tuple[str, str]] = field(default_factory=set)

    def stays(self, note: Note, row: Any, sentence: str) -> None:
        self.kept[sentence] = None
        self.left.append(note)
        self.wholes.add(_row_key(getattr(row, "ledger_whole", row)))


def _take_back(notes: Iterable[Note], *, by: Any) -> _Taken:
    ordered = sorted(notes, key=lambda note: note["at"])
    made = {_key(note) for note in ordered if note["deed"] == "create"}
    touched = _touched_wholes(ordered, made)
    taken = _Taken()
    for note in reversed(ordered):
        row = noted_row(note)
        if row is None:
            continue
        whole = getattr(row, "ledger_whole", row)
        if _row_key(whole) in touched:
            taken.stays(note, whole, _stays(whole))
        elif note["deed"] == "amend":
            _restore(row, note, taken, by=by)
        elif _is_pointed_to(row):
            taken.stays(note, row, _in_use(row))
        else:
            remove(row, by=by, verb="undo_import")
    return taken


def _restore(row: Any, note: Note, taken: _Taken, *, by: Any) -> None:
    now = snapshot(row)
    if any(now[name] != note["after"][name] for name in note["before"]):
        taken.stays(note, row, _stays(row))
        return
    values = restored(row, note["before"])
    state = values.pop("state", None)
    if state is not None:
        raise ValueError("An import does not move states of records.")
    amend(row, by=by, verb="undo_import", **values)


def _touched_wholes(ordered: list[Note], made: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Records that the import made and that somebody worked on since."""
    last: dict[tuple[str, str], dict[str, Any]] = {}
    for note in ordered:
        last.setdefault(_key(note), {}).update(note["after"])
    touched = set()
    for key in made:
        note = {"model": key[0], "id": key[1]}
        row = noted_row(note)
        if row is None:
            continue
        whole = getattr(row, "ledger_whole", row)
        if _row_key(whole) not in made:
            continue
        if snapshot(row) != last[key] or (whole is row and _has_other_parts(row, made)):
            touched.add(_row_key(whole))
    return touched


def _has_other_parts(whole: Any, made: set[tuple[str, str]]) -> bool:
    """Whether somebody added a part to the record since."""
    for relation in whole._meta.related_objects:
        if not hasattr(relation.related_model, "ledger_whole"):
            continue
        for part in relation.related_model._base_manager.filter(**{relation.field.name: whole}):
            if _row_key(part.ledger_whole) == _row_key(whole) and _row_key(part) not in made:
                return True
    return False


def _is_pointed_to(row: Model) -> bool:
    """Whether other rows still need this one."""
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: row}).exists()
        for relation in row._meta.related_objects
        if not relation.many_to_many
    )


def _wait_again(draft: Draft, taken: _Taken, *, by: Any) -> None:
    gone = [
        one.pk
        for one in Provenance.objects.filter(draft=draft).select_related("subject_type")
        if (f"{one.subject_type.app_label}.{one.subject_type.model}", one.subject_id)
        not in taken.wholes
    ]
    Provenance.objects.filter(pk__in=gone).delete()
    items = items_of(draft.fields)
    for item in items:
        if item.state != FieldState.KEPT:
            item.state = FieldState.WAITING
        if item.found is not None:
            item.value, item.found = item.found, None
    advance(draft, "undo", by=by, record_type=None, record_id="")
    draft.fields, draft.waiting = rows_of(items), waiting_in(items)
    draft.save(update_fields=["fields", "waiting"])


def _forget(draft: Draft, besides: Iterable[Note] = ()) -> None:
    """The notes of what was taken back are done with; of what stays they are kept."""
    draft.applied = sorted(besides, key=lambda note: note["at"])
    draft.save(update_fields=["applied"])


def compare_again(draft: Draft) -> None:
    """Compare a waiting draft with the records as they stand now."""
    setting = setting_of(
        draft.document,
        year=draft.document.year,
        organisation=only_known(Registers()),
        record_of=lambda key: None,
    )
    look_again(draft, items_of(draft.fields), Registers(), setting)
    draft.save(update_fields=["fields", "waiting", "fate"])


def _key(note: Note) -> tuple[str, str]:
    return note["model"], note["id"]


def _row_key(row: Any) -> tuple[str, str]:
    return row._meta.label_lower, str(row.pk)


def _stays(row: Any) -> str:
    return _("“%(name)s” stays: somebody changed it since.") % {"name": row}


def _in_use(row: Any) -> str:
    return _("“%(name)s” stays: other records point to it.") % {"name": row}
