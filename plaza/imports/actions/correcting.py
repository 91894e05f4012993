"""Corrected values, kept with the draft before anything is accepted."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from plaza.imports.actions.comparing import match_party
from plaza.imports.items import Item, items_of, rows_of, waiting_in
from plaza.imports.kinds.base import named
from plaza.imports.kinds.registry import KINDS
from plaza.imports.models import Document, Draft
from plaza.imports.registers import Registers
from plaza.imports.states import DocumentState
from plaza.ledger.actions import record_deed
from plaza.web.refusals import Refused


@transaction.atomic
def correct_draft(draft: Draft, *, by: Any, values: Mapping[int, Any]) -> None:
    """Keep corrected values of fields with the draft, before anything is accepted."""
    draft = lock(draft)
    items = items_of(draft.fields)
    changed = correct_items(draft, items, values)
    if not changed:
        return
    draft.doubts = _doubts_left(draft, items)
    draft.fields, draft.waiting = rows_of(items), waiting_in(items)
    draft.save(update_fields=["fields", "waiting", "doubts"])
    record_deed(draft, "correct", by=by, changes=changed)


def lock(draft: Draft) -> Draft:
    """The draft as it stands in the database; of two clicks, the second one waits here."""
    locked = Draft.objects.select_for_update().select_related("document").get(pk=draft.pk)
    refuse_undone(locked.document)
    return locked


def refuse_undone(document: Document) -> None:
    """Nothing of an import that was taken back is accepted, until it is opened again."""
    if document.state == DocumentState.UNDONE:
        raise Refused(_("This import was taken back. Open it again to go on with it."))


def correct_items(draft: Draft, items: list[Item], values: Mapping[int, Any]) -> dict[str, Any]:
    """Put corrected values in place; a chosen split makes one field of each name."""
    registers, parties = Registers(), KINDS[draft.kind].parties
    changed: dict[str, Any] = {}
    for item in list(items):
        if item.n not in values or not item.waits or values[item.n] == item.value:
            continue
        value = values[item.n]
        changed[item.name] = [item.value, value]
        if item.found is None:
            item.found = item.value
        item.doubts = [one for one in item.doubts if not one["blocks"]]
        item.sure = True
        names = value.get("names") if isinstance(value, dict) else None
        item.value = {**item.value, **_whole(names[0])} if names else value
        if item.name in parties:
            match_party(item, registers, country=(item.match or {}).get("country", ""))
        for name in (names or [])[1:]:
            items.append(_split_off(item, name, max(one.n for one in items) + 1, registers))
    return changed


def _split_off(item: Item, name: str, number: int, registers: Registers) -> Item:
    """A name of its own, printed at the same place."""
    other = replace(item, n=number, value={**item.value, **_whole(name)}, doubts=[])
    match_party(other, registers)
    return other


def _doubts_left(draft: Draft, items: list[Item]) -> list[dict[str, Any]]:
    """The doubts of a draft that a written title does not answer."""
    title = named(KINDS[draft.kind], items)
    written = title is not None and bool(title.value)
    return [one for one in draft.doubts if not (written and one["code"] == "title_missing")]


def _whole(name: str) -> dict[str, Any]:
    return {"name": name, "split": "certain", "alternatives": [], "short": None}
