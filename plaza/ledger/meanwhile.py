"""When two people edit the same record: nothing that somebody wrote is overwritten unseen."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from plaza.ledger.models import Entry
from plaza.ledger.queries import entries_of
from plaza.ledger.values import plain
from plaza.ledger.words import field_name, value_words
from plaza.web.refusals import Refused


class Changed(Refused):
    """Somebody else changed a field while this person wrote; `now` holds what is stored."""

    def __init__(self, sentence: str, now: dict[str, Any]) -> None:
        super().__init__(sentence)
        self.now = now


def last_entry(record: Any) -> int:
    """The newest deed done to a record or its parts: what a form has seen when it is opened."""
    newest = entries_of(getattr(record, "ledger_whole", record))
    return newest.values_list("pk", flat=True).first() or 0


def seen_in(form: Mapping[str, Any]) -> int | None:
    """The deed that a form says it has seen; None where it says nothing."""
    told = str(form.get("seen", ""))
    return int(told) if told.isdecimal() and len(told) < 19 else None


def own_facts(
    record: Any, facts: Mapping[str, Any], *, seen: int | None, by: Any
) -> dict[str, Any]:
    """The facts without those that somebody else changed since and this person left as they were.

    `seen` is the last deed that the person's page knew. What both changed is told as `Changed`.
    A form brings all its fields, also untouched ones; the ledger knows what they were before.
    """
    if seen is None:
        return dict(facts)
    stored = type(record)._base_manager.select_for_update().get(pk=record.pk)
    before: dict[str, Any] = {}
    for entry in _own_entries(record).filter(pk__gt=seen).exclude(by=by).order_by("id"):
        for name, (was, _now) in entry.changes.items():
            before.setdefault(name, was)
    wanted = plain_facts(facts)
    now = plain_facts({name: getattr(stored, name) for name in before.keys() & facts.keys()})
    clash = {n: held for n, held in now.items() if wanted[n] not in (held, before[n])}
    if clash:
        raise Changed(sentences(record, clash, wanted), clash)
    return {
        name: fact
        for name, fact in facts.items()
        if name not in before or wanted[name] != before[name]
    }


def _own_entries(record: Any) -> QuerySet[Entry]:
    whole = getattr(record, "ledger_whole", record)
    if whole is record:
        return entries_of(whole).filter(part_id="")
    kind = ContentType.objects.get_for_model(record)
    return entries_of(whole).filter(part_type=kind, part_id=str(record.pk))


def sentences(record: Any, now: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
    """What somebody else has written in the meantime, beside what this person wrote."""
    return " ".join(_sentence(record, name, now[name], wanted[name]) for name in sorted(now))


def news(record: Any, now: Mapping[str, Any], shown: Mapping[str, Any]) -> list[str]:
    """Sentences on what is stored now where a page still shows what stood there before."""
    return [
        _("%(field)s: somebody else has written “%(theirs)s” in the meantime.")
        % {
            "field": capfirst(field_name(type(record), name)),
            "theirs": value_words(type(record), name, now[name]) or "—",
        }
        for name, seen in sorted(shown.items())
        if name in now and now[name] != seen
    ]


def plain_facts(facts: Mapping[str, Any], *, many: tuple[str, ...] = ()) -> dict[str, Any]:
    """Facts in JSON forms that can be compared; of many records the sorted names."""
    return {
        name: sorted(str(one) for one in value) if name in many else plain(_in_utc(value))
        for name, value in facts.items()
    }


def _in_utc(value: Any) -> Any:
    return value.astimezone(dt.UTC) if isinstance(value, dt.datetime) else value


def _sentence(record: Any, name: str, theirs: Any, yours: Any) -> str:
    return _(
        "%(field)s: somebody else has written “%(theirs)s” since you opened this; you wrote "
        "“%(yours)s”. Save once more and yours stands, or put theirs back."
    ) % {
        "field": capfirst(field_name(type(record), name)),
        "theirs": value_words(type(record), name, theirs) or "—",
        "yours": value_words(type(record), name, yours) or "—",
    }
