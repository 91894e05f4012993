"""The deeds behind a difference: what was done between two releases to the rows that differ."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext as _

from plaza.activities.models import Activity, Involvement
from plaza.figures.queries.rows import hidden_among
from plaza.figures.values import Row
from plaza.ledger.models import Entry
from plaza.ledger.words import Told, told
from plaza.library.models import Resource
from plaza.network.countries import country_name
from plaza.network.models import Organisation, Person
from plaza.network.rules import desk

WHOLES = {"activity": Activity, "organisation": Organisation, "resource": Resource}
PARTS = {"headcount", "outcome", "output", "contribution"}
COUNTED = {*PARTS, "involvement", "membership", "sessionplan", "session", "edition"}
AT_DESK = {*COUNTED, "earmark"}
COUNTRIES = ("country", "venue_country")
Refs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Deed:
    """One deed of the ledger with what it was done to."""

    id: int
    subject: str
    told: Told
    refs: Refs
    about: tuple[str, str]
    names_it: bool

    def touches(self, refs: Refs) -> bool:
        """It may have made the difference in a row.

        A deed done to a piece of an activity counts where the row is about that piece, or about
        the organisation or country that the piece names.
        """
        return bool(self.refs & refs)


def refs_of(before: Row | None, after: Row | None) -> Refs:
    """What a difference between two rows is about: the thing itself, and reasons that differ."""
    refs: set[tuple[str, str]] = set()
    old = set(before.why) if before else set()
    new = set(after.why) if after else set()
    row = after or before
    kind, _colon, key = (row.key if row else "").partition(":")
    refs.add((kind, key))
    for one in old ^ new:
        if kind not in {"organisation", "country", *PARTS} and one.activity:
            refs.add(("activity", str(one.activity)))
        if one.activity:
            refs.add(("whole", str(one.activity)))
        if one.organisation:
            refs.add(("organisation", str(one.organisation)))
    return frozenset(refs)


def deeds_between(
    viewer: Any, since: datetime, until: datetime | None, refs: Iterable[tuple[str, str]]
) -> list[Deed]:
    """What was done between two moments to these things, the first deed first.

    Only pieces that figures count stand as a cause, never a contact or who works where. Outside
    the desk a deed says what was done: not by whom, not with which values, and nothing of what
    the viewer does not see.
    """
    wanted = set(refs)
    wanted |= {("activity", key) for kind, key in wanted if kind == "whole"}
    types = {kind: ContentType.objects.get_for_model(model) for kind, model in WHOLES.items()}
    about = Q(pk__in=[])
    for kind, content_type in types.items():
        ids = sorted(key for of, key in wanted if of == kind)
        about |= Q(subject_type=content_type, subject_id__in=ids)
    about |= Q(part_type__model__in=PARTS) & Q(
        part_id__in=sorted(key for kind, key in wanted if kind in PARTS)
    )
    within = Q(at__gt=since) & (Q(at__lte=until) if until else Q())
    at_desk = viewer is None or desk(viewer)
    counted = Q(part_type__isnull=True) | Q(part_type__model__in=AT_DESK if at_desk else COUNTED)
    found = list(
        Entry.objects.filter(within, about, counted)
        .select_related("by", "subject_type", "part_type")
        .order_by("id")
    )
    named = _organisations(found)
    if not at_desk:
        found = _without_hidden(viewer, found, named)
    return [_deed(one, _refs(one, named), at_desk) for one in found]


def _deed(entry: Entry, refs: Refs, at_desk: bool) -> Deed:
    """A deed about the organisation that it names, else about the record it was done to."""
    own = _own(entry)
    about = min((ref for ref in refs if ref[0] == "organisation"), default=own)
    words = _in_words(entry) if at_desk else _outside(entry)
    return Deed(entry.pk, entry.subject_label, words, refs, about, about == own)


def _outside(entry: Entry) -> Told:
    """The ledger's sentence as it is told outside the desk."""
    if not entry.by.is_system:
        entry.by = Person(name=_("The desk"))
    return replace(told(entry), changes=[], note="")


def _without_hidden(viewer: Any, entries: list[Entry], named: dict[str, str]) -> list[Entry]:
    """The entries that name nothing which is hidden from the viewer."""
    names = {one.pk: {_own(one), *_refs(one, named)} for one in entries}
    asked: dict[str, set[int]] = defaultdict(set)
    for kind, key in set().union(*names.values()):
        if key.isdecimal():
            asked[kind].add(int(key))
    hidden = {
        (kind, str(key)) for kind, keys in hidden_among(viewer, asked).items() for key in keys
    }
    return [one for one in entries if not names[one.pk] & hidden]


def _own(entry: Entry) -> tuple[str, str]:
    """The record that it was done to."""
    return entry.subject_type.model, entry.subject_id


def _in_words(entry: Entry) -> Told:
    """The ledger's words, with countries by their names."""
    words = told(entry)
    codes = {code for name in COUNTRIES for code in entry.changes.get(name) or () if code}
    changes = [
        replace(
            one,
            before=country_name(one.before) if one.before in codes else one.before,
            after=country_name(one.after) if one.after in codes else one.after,
        )
        for one in words.changes
    ]
    return replace(words, changes=changes)


def _organisations(entries: list[Entry]) -> dict[str, str]:
    """Which organisation an involvement names that is still there."""
    ids = [one.part_id for one in entries if _is(one, "involvement")]
    found = Involvement.objects.filter(pk__in=ids, organisation__isnull=False)
    return {str(pk): str(key) for pk, key in found.values_list("pk", "organisation_id")}


def _refs(entry: Entry, named: dict[str, str]) -> Refs:
    """What a deed is about."""
    model = entry.subject_type.model
    refs: set[tuple[str, str]] = set()
    if not entry.part or model != "activity":
        refs.add((model, entry.subject_id))
    if model == "activity":
        refs.add(("whole" if not entry.part else "activity", entry.subject_id))
    if entry.part_type is not None:
        refs.add((entry.part_type.model, entry.part_id))
    if _is(entry, "involvement"):
        refs.discard(("activity", entry.subject_id))
        if entry.part_id in named:
            refs.add(("organisation", named[entry.part_id]))
        refs |= _mentioned(entry.changes)
    return frozenset(refs)


def _mentioned(changes: dict[str, Any]) -> set[tuple[str, str]]:
    """Organisations and countries that the changes of an involvement name."""
    refs = set()
    for value in changes.get("organisation") or ():
        if isinstance(value, dict):
            refs.add(("organisation", value["id"]))
    for value in changes.get("country") or ():
        if value:
            refs.add(("country", value))
    return refs


def _is(entry: Entry, model: str) -> bool:
    return entry.part_type is not None and entry.part_type.model == model
