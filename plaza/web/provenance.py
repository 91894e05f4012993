"""Where the fields of a record come from. Rooms that read documents register what they know."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class Source:
    """One place that a record, or one field of it, was taken from."""

    document: str | Promise
    url: str = ""
    place: str | Promise = ""
    printed: str = ""
    field: str = ""
    state: str = ""
    note: str | Promise = ""


_sources: list[Callable[[Any], Iterable[Source]]] = []


def register_provenance(source: Callable[[Any], Iterable[Source]]) -> None:
    """Add what a room knows of a record's origin; called from its `apps.ready`."""
    if source not in _sources:
        _sources.append(source)


def provenance_of(subject: Any) -> list[Source]:
    """Every place that a record was taken from, each once, in the order rooms registered."""
    return list(dict.fromkeys(one for each in _sources for one in each(subject)))
