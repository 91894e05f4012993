"""When two people edit the same thing: nothing that somebody wrote is overwritten unseen."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from plaza.ledger.values import plain
from plaza.ledger.words import field_name, value_words
from plaza.web.refusals import Refused

Opened = Mapping[str, Any]


class Changed(Refused):
    """Somebody else changed a field while this person wrote; `now` holds what is stored."""

    def __init__(self, sentence: str, now: dict[str, Any]) -> None:
        super().__init__(sentence)
        self.now = now


def touched_fields(
    record: Any, opened: Opened, facts: Mapping[str, Any], *, many: tuple[str, ...] = ()
) -> set[str]:
    """The fields that the person really changed, or `Changed` where somebody else did so too.

    `opened` holds JSON forms, see `plain_facts`. A field it does not name counts as changed.
    """
    stored = type(record)._base_manager.select_for_update().get(pk=record.pk)
    wanted = plain_facts(facts, many=many)
    touched = {name for name in wanted if name not in opened or wanted[name] != opened[name]}
    now = {}
    for name in touched & set(opened):
        held = getattr(stored, name)
        held = plain_facts({name: held.all() if name in many else held}, many=many)[name]
        if held not in (opened[name], wanted[name]):
            now[name] = held
    if now:
        raise Changed(" ".join(_sentence(record, n, now[n], wanted[n]) for n in sorted(now)), now)
    return touched


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
