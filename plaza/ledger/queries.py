"""Reads of the ledger."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Model, QuerySet

from plaza.ledger.models import Entry, Tick


def entries_of(subject: Model) -> QuerySet[Entry]:
    """All deeds done to a record and its parts, the newest first, with the people."""
    return (
        Entry.objects.filter(
            subject_type=ContentType.objects.get_for_model(subject),
            subject_id=str(subject.pk),
        )
        .select_related("by")
        .order_by("-id")
    )


def ticks(rooms: Iterable[str]) -> tuple[Any, ...]:
    """How far the rooms have moved: equal ticks mean that nothing in them changed."""
    found = dict(Tick.objects.filter(room__in=list(rooms)).values_list("room", "count"))
    return tuple(found.get(room, 0) for room in sorted(set(rooms)))


def all_ticks() -> dict[str, int]:
    """How far each room has moved; one that never did is not named."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT room, count FROM ledger_tick")
        return dict(cursor.fetchall())
