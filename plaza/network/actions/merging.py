"""Make two records of one organisation one."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plaza.ledger.actions import amend, record_deed, remove
from plaza.network.actions.organisations import add_alias, overlap
from plaza.network.models import Membership, Organisation
from plaza.network.queries.merging import Tie, ties
from plaza.web.refusals import Refused

CHOICES = (
    "name",
    "short_name",
    "kind",
    "country",
    "city",
    "website",
    "about",
    "visibility",
)


@transaction.atomic
def merge_organisation(
    organisation: Organisation,
    *,
    into: Organisation,
    by: Any,
    keep: Mapping[str, Any] | None = None,
) -> None:
    """Make two records one: all that points to the first moves, its address leads to the second.

    `keep` are the values of the first that the second takes over. Where both already hold the
    same place (the same role of one activity), one of them stays.
    """
    if organisation.pk == into.pk or into.merged_into_id or organisation.merged_into_id:
        raise Refused(_("Choose another organisation that was not merged itself."))
    was_secretariat = organisation.is_secretariat
    _lift_out_of(organisation, into, by=by)
    moved = {
        str(tie.model._meta.verbose_name): _move(tie, organisation, into, by) for tie in ties()
    }
    _join_memberships(into, by=by)
    names = {organisation.sort_name, *organisation.name.values(), organisation.short_name}
    amend(
        organisation,
        by=by,
        verb="merge",
        merged_into=into,
        merged_at=timezone.now(),
        is_secretariat=False,
        parent=None,
    )
    _take_over(into, dict(keep or {}), was_secretariat, by=by)
    for name in names:
        add_alias(into, name=name, by=by)
    changes = {noun: [None, counts] for noun, counts in moved.items() if any(counts.values())}
    record_deed(into, "take_in", by=by, changes=changes, note=str(organisation))


def _take_over(into: Organisation, keep: dict[str, Any], secretariat: bool, *, by: Any) -> None:
    if unknown := keep.keys() - set(CHOICES):
        raise ValueError(f"Not a value to choose: {unknown}")
    if "name" in keep:
        add_alias(into, name=into.sort_name, by=by, known={keep["name"].said("en").text})
        keep["sort_name"] = " ".join(keep["name"].said("en").text.split())[:300]
    if secretariat:
        keep["is_secretariat"] = True
    if keep:
        amend(into, by=by, **keep)


def _lift_out_of(organisation: Organisation, into: Organisation, *, by: Any) -> None:
    """The one that stays is no unit of the one that goes; older merges lead on to it."""
    if into.parent_id == organisation.pk:
        above = organisation.parent if organisation.parent_id != into.pk else None
        amend(into, by=by, parent=above)
    for older in Organisation.objects.filter(merged_into=organisation):
        amend(older, by=by, verb="merge", merged_into=into)


def _move(tie: Tie, organisation: Organisation, into: Organisation, by: Any) -> dict[str, int]:
    moved, same = 0, 0
    for row in tie.model._base_manager.filter(**{tie.field: organisation}):
        if _is_taken(row, tie.field, into):
            remove(row, by=by, verb="merge")
            same += 1
        else:
            facts: dict[str, Any] = {tie.field: into}
            amend(row, by=by, verb="merge", **facts)
            moved += 1
    return {"moved": moved, "same": same}


def _is_taken(row: Any, field: str, into: Organisation) -> bool:
    """Whether a row already stands where this one would go, by the unique constraints."""
    return any(
        _stands_there(row, field, into, constraint)
        for constraint in row._meta.constraints
        if field in getattr(constraint, "fields", ())
    )


def _stands_there(row: Any, field: str, into: Organisation, constraint: Any) -> bool:
    same = {name: getattr(row, name) for name in constraint.fields if name != field}
    if any(value is None for value in same.values()):
        return False
    rows = type(row)._base_manager.all()
    if constraint.condition is not None:
        rows = rows.filter(constraint.condition)
        if not rows.filter(pk=row.pk).exists():
            return False
    return bool(rows.filter(**same, **{field: into}).exclude(pk=row.pk).exists())


def _join_memberships(into: Organisation, *, by: Any) -> None:
    """Memberships of one category that overlap become one that covers both."""
    kept: list[Membership] = []
    for one in into.memberships.order_by("pk"):
        twin = next((other for other in kept if _is_twin(one, other)), None)
        if twin is None:
            kept.append(one)
            continue
        starts, ends = (one.from_on, twin.from_on), (one.until_on, twin.until_on)
        known = [day for day in (one.known_on, twin.known_on) if day]
        remove(one, by=by, verb="merge")
        amend(
            twin,
            by=by,
            verb="merge",
            from_on=None if None in starts else min(day for day in starts if day),
            until_on=None if None in ends else max(day for day in ends if day),
            known_on=min(known, default=None),
        )


def _is_twin(one: Membership, other: Membership) -> bool:
    return one.category == other.category and overlap(
        (one.from_on, one.until_on), (other.from_on, other.until_on)
    )
