"""Wipe what letters say when its time is over."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from plaza.ledger.actions import advance, record_deed
from plaza.network.models import Person
from plaza.post.models import Letter
from plaza.post.states import MOVES

DROPPABLE = MOVES["drop"][0]


@transaction.atomic
def wipe(letter: int) -> None:
    """Take the text out of a letter; one that never left is dropped. Safe to do twice."""
    row = Letter.objects.filter(pk=letter, wiped_at__isnull=True).first()
    if row is None:
        return
    system = Person.objects.system()
    if row.state in DROPPABLE:
        advance(row, "drop", by=system)
    Letter.objects.filter(pk=row.pk).update(text="", html="", wiped_at=timezone.now())
    record_deed(row, "wipe", by=system)


def erase_letters(person: Any) -> None:
    """Of letters to a person who is erased only that they were sent stays."""
    for row in Letter.objects.filter(person=person):
        wipe(row.pk)
        Letter.objects.filter(pk=row.pk).update(to="", subject=row.kind, reply_to="", person=None)
