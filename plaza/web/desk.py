"""The desk's frame: what stands in its rail, and what waits for whom. Rooms register theirs."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True)
class RailItem:
    """One line of the desk's rail; `count` says how many things wait there, or nothing."""

    section: Words
    label: Words
    route: str
    order: int
    count: Callable[[Any], int | None] | None = None


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for a person: what, why, by when, and the one button for it."""

    what: Words
    why: Words
    button: Words
    url: str
    due_on: dt.date | None = None


_rail: list[RailItem] = []
_waiting: list[Callable[[Any], Iterable[Waiting]]] = []


def register_rail(item: RailItem) -> None:
    """Add a line to the rail; called from a room's `apps.ready`."""
    if item not in _rail:
        _rail.append(item)


def register_waiting(source: Callable[[Any], Iterable[Waiting]]) -> None:
    """Add a source of things that wait; called from a room's `apps.ready`."""
    if source not in _waiting:
        _waiting.append(source)


def rail() -> list[RailItem]:
    """The rail in its order."""
    return sorted(_rail, key=lambda item: item.order)


def waiting_for(viewer: Any) -> list[Waiting]:
    """All that waits for a viewer, what is due first on top, what has no date at the end."""
    found = [one for source in _waiting for one in source(viewer)]
    return sorted(found, key=lambda one: (one.due_on is None, one.due_on or dt.date.max))
