"""Make two records of one organisation one."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plaza.ledger.actions import amend, record_deed, remove
from plaza.network.actions.organisations import add_alias
from plaza.network.models import Membership, Organisation
from plaza.network.queries.merging import (
    Tie,
    categories_in_question,
    memberships_together,
    ties,
)
from plaza.network.times import joined
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
    category: str = "",
) -> None:
    """Make two records one: all that points to the first moves, its address leads to the second.

    `keep` are the values of the first that the second takes over. Where both already hold the
    same place (the same role of one activity), one of them stays. Memberships that share days
    become one; `category` says in which they are one where their own differ.
    """
    if organisation.pk == into.pk or into.merged_into_id or organisation.merged_into_id:
        raise Refused(_("Choose another organisation that was not merged itself."))
    _refuse_two_categories(organisation, into, category)
    was_secretariat = organisation.is_secretariat
    _lift_out_of(organisation, into, by=by)
    moved = {
        str(tie.model._meta.verbose_name): _move(tie, organisation, into, by)
        for tie in ties()
        if tie.model is not Membership
    }
    noun = str(Membership._meta.verbose_name)
    moved[noun] = _join_memberships(organisation, into, category, by=by)
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


def _join_memberships(
    organisation: Organisation, into: Organisation, category: str, *, by: Any
) -> dict[str, int]:
    """Memberships of both that share days become one that covers them all."""
    moved, same = 0, 0
    for first, *others in memberships_together(organisation, into):
        moved += first.organisation_id == organisation.pk
        same += len(others)
        rows = [first, *others]
        facts: dict[str, Any] = {"organisation": into}
        if others:
            facts |= joined([row.time for row in rows])._asdict()
            facts["basis"] = "; ".join(dict.fromkeys(row.basis for row in rows if row.basis))[:300]
            is_one = len({row.category for row in rows}) == 1
            facts["category"] = first.category if is_one else category
        for row in others:
            remove(row, by=by, verb="merge")
        amend(first, by=by, verb="merge", **facts)
    return {"moved": moved, "same": same}


def _refuse_two_categories(organisation: Organisation, into: Organisation, category: str) -> None:
    asked = categories_in_question(organisation, into)
    if asked and category not in asked:
        names = [str(Membership.Category(one).label) for one in asked]
        raise Refused(
            _("Both were members in the same time, as: %(categories)s. Say which of it is right.")
            % {"categories": ", ".join(names)}
        )
