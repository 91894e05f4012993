"""When two people edit the same rows: what a row was opened with comes back with it."""

from collections.abc import Mapping
from typing import Any

from plaza.ledger.meanwhile import Changed, plain_facts, sentences

Opened = Mapping[str, Any]


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
        raise Changed(sentences(record, now, wanted), now)
    return touched
