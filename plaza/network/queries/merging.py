"""What a merge of two organisations would do."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.text import capfirst

from plaza.network.models import Membership, Organisation
from plaza.network.times import together


class Tie(NamedTuple):
    """One column of one noun that points to organisations."""

    model: Any
    field: str


class Moving(NamedTuple):
    """One kind of row that would move, and how many."""

    noun: str
    number: int


def ties() -> Iterator[Tie]:
    """Every column that points to organisations, in every room; the way of merging apart."""
    for relation in Organisation._meta.related_objects:
        if relation.field.name != "merged_into":
            yield Tie(relation.related_model, relation.field.name)


def what_moves(organisation: Organisation) -> list[Moving]:
    """What points to an organisation, in numbers."""
    found: list[Moving] = []
    for model, field in ties():
        number = model._base_manager.filter(**{field: organisation}).count()
        if number:
            found.append(Moving(capfirst(str(_noun(model, number))), number))
    return found


def memberships_together(goes: Organisation, stays: Organisation) -> list[list[Membership]]:
    """The memberships of both: those that share days in one group."""
    rows = Membership.objects.filter(organisation__in=[goes, stays]).order_by("pk")
    groups = together(rows)
    return [
        sorted(one, key=lambda row: (row.organisation_id != stays.pk, row.pk)) for one in groups
    ]


def categories_in_question(goes: Organisation, stays: Organisation) -> list[str]:
    """Categories of memberships that share days, where they are not one and the same."""
    groups = memberships_together(goes, stays)
    asked = {row.category for one in groups if len(_categories(one)) > 1 for row in one}
    return [category for category in Membership.Category if category in asked]


def _categories(rows: list[Membership]) -> set[str]:
    return {row.category for row in rows}


def _noun(model: Any, number: int) -> Any:
    return model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural
