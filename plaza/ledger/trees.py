"""Ordered trees: records with a `parent` and a `position`, moved one step at a time.

`among` are all records of the whole that the tree belongs to. Places count 1, 2, 3 under each
parent; every move is written down.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Max, QuerySet

from plaza.ledger.actions import amend

Node = TypeVar("Node")


def in_order(nodes: Iterable[Node]) -> Iterator[tuple[Node, int]]:
    """Nodes as they are read, from the top, each with its depth."""
    below: dict[Any, list[Any]] = defaultdict(list)
    for node in nodes:
        below[node.parent_id].append(node)  # type: ignore[attr-defined]

    def walk(parent: Any, depth: int) -> Iterator[tuple[Node, int]]:
        for node in sorted(below[parent], key=lambda one: (one.position, one.pk)):
            yield node, depth
            yield from walk(node.pk, depth + 1)

    return walk(None, 0)


def last_place(among: QuerySet[Any], parent: Any) -> int:
    """The last place under a parent; 0 where there is none."""
    places = among.filter(parent=parent).order_by("-position").values_list("position", flat=True)
    return places.first() or 0


def next_position(rows: QuerySet[Any]) -> int:
    """The place after the last of some rows, wherever rows were taken out."""
    return (rows.aggregate(last=Max("position"))["last"] or 0) + 1


@transaction.atomic
def shift(node: Any, among: QuerySet[Any], *, steps: int, by: Any) -> bool:
    """Move a node up (-1) or down (1) among its neighbours; at the edge nothing happens."""
    neighbours = _children(among, node.parent)
    place = neighbours.index(node)
    if not 0 <= place + steps < len(neighbours):
        return False
    neighbours.insert(place + steps, neighbours.pop(place))
    _number(neighbours, by=by)
    node.refresh_from_db()
    return True


@transaction.atomic
def lower(node: Any, among: QuerySet[Any], *, by: Any) -> bool:
    """Put a node inside the one above it; the first one stays where it is."""
    neighbours = _children(among, node.parent)
    place = neighbours.index(node)
    if place == 0:
        return False
    above = neighbours[place - 1]
    amend(node, by=by, verb="lower", parent=above, position=last_place(among, above) + 1)
    _number([one for one in neighbours if one != node], by=by)
    return True


@transaction.atomic
def lift(node: Any, among: QuerySet[Any], *, by: Any) -> bool:
    """Take a node out of the one it lies in, to the place right below it."""
    outer = node.parent
    if outer is None:
        return False
    neighbours = _children(among, outer.parent)
    neighbours.insert(neighbours.index(outer) + 1, node)
    amend(node, by=by, verb="lift", parent=outer.parent)
    _number(neighbours, by=by)
    _number(_children(among, outer), by=by)
    node.refresh_from_db()
    return True


def _children(among: QuerySet[Any], parent: Any) -> list[Any]:
    return list(among.filter(parent=parent).order_by("position", "pk"))


def _number(nodes: Iterable[Any], *, by: Any) -> None:
    for position, node in enumerate(nodes, start=1):
        amend(node, by=by, verb="shift", position=position)
