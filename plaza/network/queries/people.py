"""Reads of people, for the secretariat."""

import datetime as dt
import uuid
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from plaza.network.models import Affiliation, Person
from plaza.network.names import fold
from plaza.network.rules import on_day


def people(words: str, today: dt.date) -> QuerySet[Person]:
    """People by name, found by name or address, with their roles and where they work today."""
    found = Person.objects.filter(is_system=False)
    if words.split():
        found = found.filter(pk__in=_holding(words))
    works = Affiliation.objects.filter(on_day(today)).select_related("organisation")
    return found.order_by("name", "pk").prefetch_related(
        "roles", "emailaddress_set", Prefetch("affiliations", works, "works_now")
    )


def _holding(words: str) -> set[uuid.UUID]:
    """Who has each of the words in her name, in any case and script, or in one address.

    Compared here, because SQLite knows no case outside ASCII.
    """
    rows = Person.objects.filter(is_system=False).values_list("pk", "name", "emailaddress__email")
    wanted = [(fold(word), word.casefold()) for word in words.split()]
    return {
        pk
        for pk, name, address in rows.order_by()
        if all(
            (name_part and name_part in fold(name)) or part in (address or "").casefold()
            for name_part, part in wanted
        )
    }


def person_at_desk(viewer: Any, pk: uuid.UUID) -> Person:
    """One person; the system's own users are nobody."""
    found = Person.objects.filter(pk=pk, is_system=False).first()
    if found is None:
        raise Http404
    return found


def myself(viewer: Any) -> Person:
    """The person who looks."""
    return Person.objects.get(pk=viewer.pk)


def affiliation_at_desk(viewer: Any, pk: int) -> Affiliation:
    """One affiliation with its two ends."""
    found = Affiliation.objects.select_related("person", "organisation").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
