"""Lists that others can take away; a room whose list `exchange` cannot know registers it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

Words = Any


@dataclass(frozen=True)
class Kind:
    """One list: what it finds for a viewer, and how a record of it is written."""

    name: str
    heads: tuple[Words, ...]
    find: Callable[[Any, QueryDict], QuerySet[Any]]
    row: Callable[[Any], list[Any]]
    json: Callable[[Any], dict[str, Any]]


_lists: dict[str, Kind] = {}


def register_list(kind: Kind) -> None:
    """Hand out a list; called from a room's `apps.ready`."""
    _lists[kind.name] = kind


def registered_lists() -> dict[str, Kind]:
    """The lists of rooms that registered one, by their names."""
    return dict(_lists)
