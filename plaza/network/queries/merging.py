"""What a merge of two organisations would do."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.text import capfirst

from plaza.network.models import Organisation


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


def _noun(model: Any, number: int) -> Any:
    return model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural
