"""Answers to the questions of a draft."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from plaza.imports.actions.correcting import correct_items, lock
from plaza.imports.actions.undoing import compare_again
from plaza.imports.items import Item, items_of, rows_of, waiting_in
from plaza.imports.models import Draft
from plaza.imports.questions import OPEN, question_of
from plaza.imports.states import DraftState, FieldState
from plaza.ledger.actions import record_deed
from plaza.network.models import Organisation
from plaza.web.refusals import Refused


@transaction.atomic
def answer_draft(draft: Draft, *, number: int, choice: str, by: Any) -> None:
    """Settle the question of a field by one of its answers; nothing is accepted yet."""
    draft = lock(draft)
    items = items_of(draft.fields)
    item = next((one for one in items if one.n == number), None)
    question = question_of(item) if item is not None else None
    if item is None or question is None:
        raise Refused(_("This was answered already. The page shows how it stands."))
    if choice not in {answer.choice for answer in question.answers}:
        raise Refused(_("Choose one of the answers."))
    if question.code == "split":
        names = (item.value.get("alternatives") or [])[int(choice)]
        correct_items(draft, items, {number: {"names": names}})
    elif question.code == "organisation":
        _say_who(item, choice)
    elif question.code in OPEN:
        _answer_open(items, question.code, choice)
    else:
        _take_or_leave(item, choice)
    draft.fields, draft.waiting = rows_of(items), waiting_in(items)
    draft.save(update_fields=["fields", "waiting"])
    record_deed(draft, "answer", by=by, changes={item.name: [None, choice]})


@transaction.atomic
def choose_record(draft: Draft, *, record: Any | None, by: Any) -> None:
    """Say which record a draft is, or that it is a new one."""
    draft = lock(draft)
    if draft.state != DraftState.WAITING:
        raise Refused(_("This was settled already. The page shows how it stands."))
    draft.match_type = ContentType.objects.get_for_model(record) if record is not None else None
    draft.match_id = str(record.pk) if record is not None else ""
    draft.doubts = [one for one in draft.doubts if one["code"] != "record_near"]
    draft.save(update_fields=["match_type", "match_id", "doubts"])
    compare_again(draft)
    record_deed(draft, "choose", by=by, changes={"record": [None, str(record or "")]})


def _say_who(item: Item, choice: str) -> None:
    item.doubts = [one for one in item.doubts if one["code"] not in ("name_near", "name_shared")]
    item.sure = True
    match = dict(item.match or {})
    if choice == "new":
        item.match = match | {"state": "make", "id": None}
        return
    chosen = Organisation.objects.get(pk=int(choice.removeprefix("id:")))
    item.match = match | {"state": "chosen", "id": chosen.pk, "name": str(chosen)}


def _answer_open(items: list[Item], code: str, choice: str) -> None:
    """An open question is the same for all fields of a draft that ask it."""
    _words, name, _answers = OPEN[code]
    for item in items:
        if item.waits and any(doubt["code"] == code for doubt in item.doubts):
            if item.found is None:
                item.found = item.value
            item.value = {**item.value, name: choice}
            item.settle(code)


def _take_or_leave(item: Item, choice: str) -> None:
    if choice == "leave":
        item.state = FieldState.LEFT
    else:
        item.sure = True
        item.settle("record_differs")
