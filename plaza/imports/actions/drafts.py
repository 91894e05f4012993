"""Accepting, correcting and rejecting one found record."""

from collections.abc import Collection, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from plaza.activities import actions as activities
from plaza.activities.models import Activity
from plaza.imports.actions.comparing import match_party
from plaza.imports.actions.correcting import correct_items, lock
from plaza.imports.actions.drafting import draft_match
from plaza.imports.actions.filing import Filing, organisations_for
from plaza.imports.items import Item, items_of, one, rows_of, waiting_in
from plaza.imports.journal import Journal
from plaza.imports.kinds.base import Setting, named
from plaza.imports.kinds.registry import KINDS
from plaza.imports.kinds.setting import setting_of
from plaza.imports.models import Document, Draft
from plaza.imports.registers import Registers
from plaza.imports.states import DraftState, FieldState
from plaza.ledger.actions import IllegalMove, advance, record_deed
from plaza.web.models import Visibility
from plaza.web.refusals import Refused


@transaction.atomic
def accept_draft(
    draft: Draft,
    *,
    by: Any,
    take: Collection[int] | None = None,
    leave: Collection[int] = (),
    values: Mapping[int, Any] | None = None,
    merge_into: Any = None,
    as_new: bool = False,
) -> Any:
    """Make a record of a draft, or add it to one; answers the record.

    `take` are the numbers of the fields that are taken (all that wait, if not said), `leave`
    those that are left out; the others go on waiting. `values` are corrected values by number.
    The deeds are those of the forms, so a record is never made that a form would refuse.
    """
    draft = lock(draft)
    if draft.state == DraftState.REJECTED or (
        draft.state != DraftState.WAITING and not draft.waiting
    ):
        raise IllegalMove(draft, "accept")
    items = items_of(draft.fields)
    registers = Registers()
    correct_items(draft, items, values or {})
    for item in items:
        if item.n in leave and item.waits:
            item.state = FieldState.LEFT
    chosen = [item for item in items if item.has_value and (take is None or item.n in take)]
    if merge_into is None and not as_new:
        merge_into = draft_match(draft)
    return _file(draft, items, chosen, merge_into, registers, by=by, patient=False)


def accept_what_is_sure(draft: Draft, document: Document, registers: Registers, *, by: Any) -> bool:
    """Take the sure fields of a draft; whether anything was taken. Doubtful ones go on waiting."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    draft.document = document
    items = items_of(draft.fields)
    if draft.state == DraftState.REJECTED or any(one["blocks"] for one in draft.doubts):
        return False
    if draft.state == DraftState.WAITING:
        _see_again(draft, items, registers)
        title = named(KINDS[draft.kind], items)
        if title is None or (title.waits and not title.sure):
            return False
    sure = [item for item in items if item.has_value and item.sure]
    if not sure and draft.state != DraftState.WAITING:
        return False
    if not _is_complete(draft, sure):
        return False
    try:
        with transaction.atomic():
            record = draft_match(draft)
            _file(draft, items, sure, record, registers, by=by, patient=True)
    except Refused as refusal:
        draft.refresh_from_db()
        _note_refusal(draft, refusal)
        return False
    return True


@transaction.atomic
def reject_draft(draft: Draft, *, by: Any) -> None:
    """Say that this is no record; nothing comes of it."""
    draft = lock(draft)
    advance(draft, "reject", by=by)
    publish_if_whole(draft.document, by=by)


def publish_if_whole(document: Document, *, by: Any) -> None:
    """Let everybody see the activities of a document once nothing of it waits any more."""
    if document.drafts.filter(state=DraftState.WAITING).exists():
        return
    publish_created(document, by=by)


def publish_created(document: Document, *, by: Any) -> None:
    """Let everybody see the activities that this document created."""
    content = ContentType.objects.get_for_model(Activity)
    created = document.drafts.filter(state=DraftState.ACCEPTED, record_type=content)
    hidden = Activity.objects.filter(
        pk__in=list(created.values_list("record_id", flat=True)), visibility=Visibility.DESK
    )
    for activity in hidden:
        draft = created.select_for_update().get(record_id=str(activity.pk))
        journal = Journal(draft)
        with journal.changing(activity):
            activities.publish_activity(activity, by=by)
        journal.close()
        draft.save(update_fields=["applied"])


def _file(
    draft: Draft,
    items: list[Item],
    chosen: list[Item],
    record: Any,
    registers: Registers,
    *,
    by: Any,
    patient: bool,
) -> Any:
    kind = KINDS[draft.kind]
    journal = Journal(draft)
    setting = _setting(draft, journal, registers, by=by)
    filing = Filing(kind, journal, setting, by=by, patient=patient)
    if record is None:
        _refuse_incomplete(draft, chosen)
        record = filing.create(chosen)
        verb = "accept"
    else:
        filing.add_to(record, chosen)
        verb = "merge"
    if draft.kind == "organisation":
        registers.learn(record, *record.aliases.values_list("name", flat=True))
    for item in items:
        if item.state == FieldState.SAME:
            journal.came_from(item, record)
    if draft.state == DraftState.WAITING:
        content = ContentType.objects.get_for_model(record)
        advance(draft, verb, by=by, record_type=content, record_id=str(record.pk))
    elif not any(item.state == FieldState.ACCEPTED for item in chosen):
        raise IllegalMove(draft, "accept")
    else:
        record_deed(draft, "complete", by=by)
    journal.close()
    draft.fields, draft.waiting = rows_of(items), waiting_in(items)
    draft.save(update_fields=["fields", "waiting", "applied", "match_type", "match_id", "doubts"])
    if draft.kind == "programme":
        _bring_what_waited(draft, registers, by=by)
    if not patient:
        publish_if_whole(draft.document, by=by)
    return record


def _bring_what_waited(draft: Draft, registers: Registers, *, by: Any) -> None:
    """Records that were accepted before the one they belong to are added to it now."""
    others = draft.document.drafts.filter(waiting__gt=0, record_type__isnull=False)
    for other in others.exclude(pk=draft.pk):
        items = items_of(other.fields)
        theirs = [
            item
            for item in items
            if item.name == "programme" and item.waits and item.value["key"] == draft.key
        ]
        if theirs:
            _file(other, items, theirs, draft_match(other), registers, by=by, patient=True)


def _setting(draft: Draft, journal: Journal, registers: Registers, *, by: Any) -> Setting:
    document = draft.document

    def record_of(key: str) -> Any:
        other = document.drafts.filter(key=key).first()
        return draft_match(other) if other is not None and other.record_id else None

    year = one(items_of(draft.fields), "reporting_year")
    return setting_of(
        document,
        year=document.year or (int(year.value) if year and year.value else None),
        organisation=organisations_for(journal, registers, by=by),
        record_of=record_of,
    )


def _see_again(draft: Draft, items: list[Item], registers: Registers) -> None:
    """What other drafts of the batch brought since: names that were new, records to add to."""
    kind = KINDS[draft.kind]
    for item in items:
        if item.name in kind.parties and item.waits and (item.match or {}).get("state") == "new":
            match_party(item, registers, country=(item.match or {}).get("country", ""))


def _is_complete(draft: Draft, sure: list[Item]) -> bool:
    return bool(draft.match_id) or not _missing(draft, sure)


def _missing(draft: Draft, chosen: list[Item]) -> list[str]:
    names = {item.name for item in chosen}
    needed = {
        "activity": {"title", "reporting_year"},
        "published_figure": {"number", "indicator"},
        "contact": {"organisation"},
    }.get(draft.kind, {KINDS[draft.kind].titles[0]})
    if draft.kind == "published_figure" and not names & {"period", "years"}:
        needed = needed | {"years"}
    return sorted(needed - names)


def _refuse_incomplete(draft: Draft, chosen: list[Item]) -> None:
    missing = _missing(draft, chosen)
    if "reporting_year" in missing:
        raise Refused(_("Write for which year the activity counts."))
    if "years" in missing:
        raise Refused(_("Write of which years the number speaks."))
    if missing:
        raise Refused(_("Without its title or name this cannot become a record. Please write it."))


def _note_refusal(draft: Draft, refusal: Refused) -> None:
    params = {"sentence": str(refusal)}
    draft.doubts = [
        *(one for one in draft.doubts if one["code"] != "refused"),
        {"code": "refused", "sentence": str(refusal), "params": params, "blocks": True},
    ]
    draft.save(update_fields=["doubts"])
