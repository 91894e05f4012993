"""Reads of people, for the secretariat."""

import datetime as dt
import uuid
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from plaza.network.models import Affiliation, Person
from plaza.network.rules import on_day


def people(words: str, today: dt.date) -> QuerySet[Person]:
    """People by name, found by name or address, with their roles and where they work today."""
    found = Person.objects.filter(is_system=False)
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(emailaddress__email__icontains=word))
    works = Affiliation.objects.filter(on_day(today)).select_related("organisation")
    return (
        found.distinct()
        .order_by("name", "pk")
        .prefetch_related("roles", "emailaddress_set", Prefetch("affiliations", works, "works_now"))
    )


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
