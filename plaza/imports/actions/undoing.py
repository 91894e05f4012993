"""Taking an import back: what it made goes, what it changed becomes what it was."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from plaza.imports.actions.correcting import refuse_undone
from plaza.imports.actions.drafting import draft_match, look_again
from plaza.imports.doubts import sentence
from plaza.imports.items import items_of, rows_of, waiting_in
from plaza.imports.journal import noted_row, restored, snapshot
from plaza.imports.kinds.setting import only_known, setting_of
from plaza.imports.models import Document, Draft, Provenance
from plaza.imports.registers import Registers
from plaza.imports.states import DraftState, FieldState, Work
from plaza.ledger.actions import advance, amend, remove
from plaza.web.refusals import Refused

Note = dict[str, Any]
RowKey = tuple[str, str]


@transaction.atomic
def undo_document(document: Document, *, by: Any) -> list[str]:
    """Take back all that came of a document; answers a sentence for each record that stays.

    A record that somebody worked on since stays whole, and so does what others point to. What
    was still being accepted in the background ends.
    """
    close_import(document, by=by)
    drafts = list(document.drafts.select_for_update())
    taken = take_back(notes_of(drafts), by=by)
    for draft in drafts:
        settle(draft, taken.wholes, by=by)
    return taken.sentences


def close_import(document: Document, *, by: Any) -> None:
    """Nothing more is accepted of the import, by people or in the background."""
    advance(document, "undo", by=by, work=Work.NONE)


def settle(draft: Draft, kept: Collection[RowKey], *, by: Any) -> None:
    """A draft whose rows were taken back waits again; of `kept` records it stays the source."""
    if draft.state != DraftState.WAITING:
        _wait_again(draft, kept, by=by)
    _forget(draft)


@transaction.atomic
def undo_draft(draft: Draft, *, by: Any) -> list[str]:
    """Take back what came of one draft; it waits again. Refused where its record must stay."""
    draft = Draft.objects.select_for_update().select_related("document").get(pk=draft.pk)
    if draft.state == DraftState.WAITING:
        raise Refused(_("Nothing came of this yet, so there is nothing to take back."))
    refuse_undone(draft.document)
    record = draft_match(draft) if draft.state == DraftState.ACCEPTED else None
    taken = take_back(draft.applied, by=by)
    if record is not None and _row_key(record) in {key_of(note) for note in taken.left}:
        raise Refused(" ".join(taken.sentences))
    _wait_again(draft, taken.wholes, by=by)
    _forget(draft, besides=taken.left)
    return taken.sentences


@dataclass
class Taken:
    """What stays and why, in the order in which it was met, and the notes of it."""

    kept: dict[tuple[str, str], None] = field(default_factory=dict)
    left: list[Note] = field(default_factory=list)
    wholes: set[RowKey] = field(default_factory=set)

    def stays(self, note: Note, row: Any, code: str) -> None:
        """Leave the row of a note where it is."""
        self.kept[code, str(row)] = None
        note["stays"] = list(_row_key(_whole_of(row)))
        self.left.append(note)
        self.wholes.add(_row_key(_whole_of(row)))

    @property
    def sentences(self) -> list[str]:
        """For people, one for each record."""
        return [sentence({"code": code, "params": {"name": name}}) for code, name in self.kept]


def notes_of(drafts: Iterable[Draft]) -> list[Note]:
    """All that accepting these drafts wrote."""
    return [note for draft in drafts for note in draft.applied]


def take_back(written: Iterable[Note], *, by: Any, only: Iterable[Note] | None = None) -> Taken:
    """Take back what an import has written, or `only` some of it, the last first."""
    everything = sorted(written, key=lambda note: note["at"])
    chosen = everything if only is None else sorted(only, key=lambda note: note["at"])
    touched = _touched_wholes(chosen, _Written.of(everything))
    taken = Taken()
    for note in reversed(chosen):
        row = noted_row(note)
        if row is None:
            continue
        whole = _whole_of(row)
        if _row_key(whole) in touched:
            taken.stays(note, whole, "stays_changed")
        elif note["deed"] == "amend":
            _restore(row, note, taken, by=by)
        elif _is_pointed_to(row):
            taken.stays(note, row, "stays_in_use")
        else:
            remove(row, by=by, verb="undo_import")
    return taken


def _restore(row: Any, note: Note, taken: Taken, *, by: Any) -> None:
    now = snapshot(row)
    if any(now[name] != note["after"][name] for name in note["before"]):
        taken.stays(note, row, "stays_changed")
        return
    values = restored(row, note["before"])
    state = values.pop("state", None)
    if state is not None:
        raise ValueError("An import does not move states of records.")
    amend(row, by=by, verb="undo_import", **values)


@dataclass(frozen=True)
class _Written:
    """What an import wrote: rows it made, and what each row it wrote held at last."""

    made: set[RowKey]
    last: dict[RowKey, dict[str, Any]]

    @classmethod
    def of(cls, ordered: Iterable[Note]) -> "_Written":
        made: set[RowKey] = set()
        last: dict[RowKey, dict[str, Any]] = {}
        for note in ordered:
            last.setdefault(key_of(note), {}).update(note["after"])
            if note["deed"] == "create":
                made.add(key_of(note))
        return cls(made, last)

    def is_as_left(self, row: Any) -> bool:
        """Whether the import made the row and nobody changed it since."""
        key = _row_key(row)
        return key in self.made and snapshot(row) == self.last[key]


def _touched_wholes(notes: Iterable[Note], written: _Written) -> set[RowKey]:
    """Records that the import made and that somebody worked on since, or on a part of them."""
    wholes = {
        _row_key(whole): whole
        for note in notes
        if (row := noted_row(note)) is not None and (whole := _whole_of(row))
    }
    return {
        key
        for key, whole in wholes.items()
        if key in written.made
        and not (
            written.is_as_left(whole) and all(map(written.is_as_left, _parts(whole, whole, set())))
        )
    }


def _parts(whole: Any, holder: Any, seen: set[RowKey]) -> Iterator[Any]:
    """The parts of a record, and theirs."""
    for relation in holder._meta.related_objects:
        if not hasattr(relation.related_model, "ledger_whole"):
            continue
        for part in relation.related_model._base_manager.filter(**{relation.field.name: holder}):
            key = _row_key(part)
            if key not in seen and _row_key(part.ledger_whole) == _row_key(whole):
                seen.add(key)
                yield part
                yield from _parts(whole, part, seen)


def _is_pointed_to(row: Model) -> bool:
    """Whether other rows still need this one."""
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: row}).exists()
        for relation in row._meta.related_objects
        if not relation.many_to_many
    )


def _wait_again(draft: Draft, kept: Collection[RowKey], *, by: Any) -> None:
    gone = [
        one.pk
        for one in Provenance.objects.filter(draft=draft).select_related("subject_type")
        if (f"{one.subject_type.app_label}.{one.subject_type.model}", one.subject_id) not in kept
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


def key_of(note: Note) -> RowKey:
    """The row that a note is about."""
    return note["model"], note["id"]


def _whole_of(row: Any) -> Any:
    return getattr(row, "ledger_whole", row)


def _row_key(row: Any) -> RowKey:
    return row._meta.label_lower, str(row.pk)
