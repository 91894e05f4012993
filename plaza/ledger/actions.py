"""Write deeds down, and move records by their verbs."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, Model
from django.utils.translation import gettext as _

from plaza.ledger.memory import pass_on
from plaza.ledger.models import Entry, Tick
from plaza.ledger.values import plain
from plaza.web.refusals import Refused, constraints_as_refusals

Record = TypeVar("Record", bound=Model)


class IllegalMove(Refused):
    """The record is not in a state from which this verb leads."""

    def __init__(self, record: Any, verb: str) -> None:
        super().__init__(
            _("“%(name)s” is %(state)s now, so this cannot be done. The page shows how it stands.")
            % {"name": record, "state": record.get_state_display().lower()}
        )
        self.verb = verb


@transaction.atomic
def create(record: Record, *, by: Any, verb: str = "create", note: str = "") -> Record:
    """Save a new record and write down who made it. A broken constraint is a refusal."""
    with constraints_as_refusals():
        record.save(force_insert=True)
    record_deed(record, verb, by=by, changes=_contents(record), note=note)
    return record


@transaction.atomic
def advance(record: Any, verb: str, *, by: Any, note: str = "", **facts: Any) -> None:
    """Move a record by one of its verbs and write down who did it, or raise IllegalMove.

    The database settles races: of two simultaneous calls, one moves and one raises.
    """
    sources, target = record.MOVES[verb]
    stored = type(record)._base_manager.select_for_update().get(pk=record.pk)
    before = {name: plain(getattr(stored, name)) for name in ("state", *facts)}
    with constraints_as_refusals():
        moved = (
            type(record)
            ._base_manager.filter(pk=record.pk, state__in=sources)
            .update(state=target, **facts)
        )
    record.refresh_from_db(fields=["state", *facts])
    if not moved:
        raise IllegalMove(record, verb)
    after = {name: plain(getattr(record, name)) for name in before}
    record_deed(record, verb, by=by, changes=_differences(before, after), note=note)


@transaction.atomic
def amend(record: Any, *, by: Any, verb: str = "amend", note: str = "", **fields: Any) -> bool:
    """Change fields of a record and keep before and after; says whether anything changed.

    Only what differs from the stored row is written, so that two people who edit different
    fields do not undo each other. The state is not a field to amend.
    """
    if "state" in fields:
        raise ValueError("A state moves by `advance`.")
    stored = type(record)._base_manager.select_for_update().get(pk=record.pk)
    before = {name: plain(getattr(stored, name)) for name in fields}
    for name, value in fields.items():
        setattr(record, name, value)
    after = {name: plain(getattr(record, name)) for name in fields}
    changes = _differences(before, after)
    if not changes:
        return False
    with constraints_as_refusals():
        record.save(update_fields=list(changes))
    record_deed(record, verb, by=by, changes=changes, note=note)
    return True


@transaction.atomic
def relate(record: Any, *, by: Any, verb: str = "amend", **many: Iterable[Any]) -> bool:
    """Set many-to-many fields and keep before and after; says whether anything changed."""
    changes: dict[str, list[Any]] = {}
    for name, items in many.items():
        manager = getattr(record, name)
        before = sorted(str(item) for item in manager.all())
        manager.set(items)
        after = sorted(str(item) for item in manager.all())
        if before != after:
            changes[name] = [before, after]
    if changes:
        record_deed(record, verb, by=by, changes=changes)
    return bool(changes)


@transaction.atomic
def remove(record: Model, *, by: Any, verb: str = "remove", note: str = "") -> None:
    """Delete a record and keep what it held in the entry."""
    held = {name: [value[1], None] for name, value in _contents(record).items()}
    record_deed(record, verb, by=by, changes=held, note=note)
    record.delete()


@transaction.atomic
def record_deed(
    record: Any,
    verb: str,
    *,
    by: Any,
    changes: Mapping[str, Any] | None = None,
    note: str = "",
) -> Entry:
    """Write one entry and move the room's tick; for deeds that no other function here does."""
    whole = getattr(record, "ledger_whole", record)
    part = record if whole is not record else None
    room = whole._meta.app_label
    if not Tick.objects.filter(room=room).update(count=F("count") + 1):
        Tick.objects.get_or_create(room=room, defaults={"count": 0})
        Tick.objects.filter(room=room).update(count=F("count") + 1)
    pass_on()
    return Entry.objects.create(
        room=room,
        verb=verb,
        by=by,
        subject_type=ContentType.objects.get_for_model(whole),
        subject_id=str(whole.pk),
        subject_label=str(whole)[:300],
        part=str(part)[:300] if part is not None else "",
        part_type=ContentType.objects.get_for_model(part) if part is not None else None,
        part_id=str(part.pk) if part is not None else "",
        changes=dict(changes or {}),
        note=note,
    )


def _contents(record: Model) -> dict[str, list[Any]]:
    found = {}
    for field in record._meta.concrete_fields:
        if field.primary_key or field.name in {"password", "last_login"}:
            continue
        value = plain(getattr(record, field.name))
        if value not in (None, "", [], {}, False):
            found[field.name] = [None, value]
    return found


def _differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    return {name: [before[name], after[name]] for name in before if before[name] != after[name]}
