"""Reads of organisations: the directory, one page, what a field offers."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch, QuerySet
from django.http import Http404, QueryDict
from django.urls import reverse

from plaza.ledger.models import Entry
from plaza.network.models import ContactPoint, Membership, Organisation
from plaza.network.names import Name, fold, name_book
from plaza.network.queries.memberships import members_on
from plaza.network.rules import insider, on_day, sees, visible_to
from plaza.web.refusals import Moved


@dataclass(frozen=True)
class DirectoryFilter:
    """How a reader narrows the directory down; it stands in the address."""

    words: str = ""
    countries: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    members: bool = False

    @classmethod
    def from_query(cls, query: QueryDict) -> "DirectoryFilter":
        """What the address says; what it does not know is left out."""
        return cls(
            words=query.get("q", "").strip()[:200],
            countries=tuple(code.upper() for code in query.getlist("country") if len(code) == 2),
            kinds=tuple(kind for kind in query.getlist("kind") if kind in Organisation.Kind),
            members=query.get("member") == "now",
        )

    def query(self, **other: Any) -> str:
        """The address again, with something of it changed; ends with & unless it is empty."""
        values = {
            "q": self.words,
            "country": self.countries,
            "kind": self.kinds,
            "member": "now" if self.members else "",
        } | other
        pairs = {name: value for name, value in values.items() if value}
        return f"{urlencode(pairs, doseq=True)}&" if pairs else ""

    @cached_property
    def holding(self) -> dict[int, Name]:
        """Organisations that hold the words in one of their names, read once."""
        return name_book().holding(self.words)

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return self != DirectoryFilter()


class Found(NamedTuple):
    """A line of the directory: the organisation, the other name that was found, what is above."""

    organisation: Organisation
    found_as: str
    above: Organisation | None = None


def visible_organisations(viewer: Any) -> QuerySet[Organisation]:
    """Organisations a viewer sees, those that were merged apart."""
    return Organisation.objects.filter(visible_to(viewer), merged_into__isnull=True)


def visible_organisation(viewer: Any, slug: str) -> Organisation:
    """The organisation of an address; one that was merged leads to where it is now."""
    organisation = Organisation.objects.select_related("parent", "merged_into").filter(slug=slug)
    found = organisation.first()
    here = found and (found.merged_into or found)
    if found is None or here is None or not sees(viewer, here):
        raise Http404
    if here is not found:
        raise Moved(here.get_absolute_url())
    return found


def above_of(viewer: Any, organisation: Organisation) -> Organisation | None:
    """What an organisation is a part of, where the viewer sees that one too."""
    parent = organisation.parent
    return parent if parent is not None and sees(viewer, parent) else None


def directory(viewer: Any, narrow: DirectoryFilter, today: dt.date) -> QuerySet[Organisation]:
    """Organisations by their names, narrowed down; their memberships come along."""
    found = visible_organisations(viewer).select_related("parent")
    if narrow.words:
        found = found.filter(pk__in=narrow.holding)
    if narrow.countries:
        found = found.filter(country__in=narrow.countries)
    if narrow.kinds:
        found = found.filter(kind__in=narrow.kinds)
    if narrow.members:
        found = found.filter(pk__in=members_on(today).values("pk"))
    now = Membership.objects.filter(on_day(today))
    return found.prefetch_related(Prefetch("memberships", now, to_attr="memberships_now"))


def found_as(
    viewer: Any, narrow: DirectoryFilter, organisations: list[Organisation]
) -> list[Found]:
    """The lines of a page; where the name does not show why it is there, the other name does."""
    wanted = fold(narrow.words).split()
    lines = []
    for one in organisations:
        shown = fold(str(one.name))
        says_why = all(word in shown for word in wanted)
        other = narrow.holding.get(one.pk) if wanted else None
        name = "" if says_why or other is None else other.printed
        lines.append(Found(one, name, above_of(viewer, one)))
    return lines


def the_office() -> Organisation | None:
    """The organisation that is the network's own office."""
    return Organisation.objects.filter(is_secretariat=True).first()


def contacts_for(viewer: Any, organisation: Organisation, day: dt.date) -> list[ContactPoint]:
    """Whom this viewer may ask at an organisation on a day."""
    valid = organisation.contact_points.filter(on_day(day, "valid_from", "valid_until"))
    if not insider(viewer):
        valid = valid.filter(is_public=True)
    return list(valid.order_by("name", "pk"))


def history_of(organisation: Organisation) -> QuerySet[Entry]:
    """What was done to an organisation and to those that were merged into it."""
    numbers = [organisation.pk, *organisation.merged_from.values_list("pk", flat=True)]
    return (
        Entry.objects.filter(
            subject_type=ContentType.objects.get_for_model(Organisation),
            subject_id__in=[str(number) for number in numbers],
        )
        .select_related("by", "subject_type", "part_type")
        .order_by("-id")
    )


@dataclass(frozen=True)
class Suggestion:
    """One line under a field: an organisation and the name by which it was found."""

    organisation: Organisation
    found_as: str = ""


def suggestions(words: str, limit: int = 8) -> list[Suggestion]:
    """Organisations for a field, those whose name begins with the words first."""
    holding = name_book().holding(words)
    wanted = fold(words)

    def order(pk: int) -> tuple[bool, bool, str]:
        name = holding[pk]
        return (
            not name.folded.startswith(wanted),
            f" {wanted}" not in f" {name.folded}",
            name.folded,
        )

    best = sorted(holding, key=order)[:limit]
    rows = Organisation.objects.in_bulk(best)
    return [
        Suggestion(rows[pk], "" if holding[pk].sort == "name" else holding[pk].printed)
        for pk in best
        if pk in rows
    ]


def organisation_at_desk(viewer: Any, pk: int) -> Organisation:
    """An organisation by its number, for the desk; one that was merged leads on."""
    found = Organisation.objects.select_related("parent", "merged_into").filter(pk=pk).first()
    if found is None:
        raise Http404
    if found.merged_into is not None:
        raise Moved(reverse("network:edit_organisation", args=[found.merged_into_id]))
    return found
