"""Verbs of strands: an ordered tree."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from plaza.ledger import trees
from plaza.ledger.actions import create
from plaza.programmes.models import Programme, Strand
from plaza.web.refusals import Refused


@transaction.atomic
def add_strand(programme: Programme, *, by: Any, **facts: Any) -> Strand:
    """Add a strand, or a part of one, at the end."""
    parent = facts.get("parent")
    if parent is not None and parent.programme_id != programme.pk:
        raise Refused(_("A strand lies inside a strand of the same programme."))
    if not facts.get("title"):
        raise Refused(_("Write the strand's title."))
    facts.setdefault("position", trees.last_place(programme.strands.all(), parent) + 1)
    return create(Strand(programme=programme, **facts), by=by)


def shift_strand(strand: Strand, *, by: Any, steps: int) -> bool:
    """Move a strand up (-1) or down (1) among its neighbours; at the edge nothing happens."""
    return trees.shift(strand, strand.programme.strands.all(), steps=steps, by=by)


def lower_strand(strand: Strand, *, by: Any) -> bool:
    """Put a strand inside the one above it; the first one stays where it is."""
    return trees.lower(strand, strand.programme.strands.all(), by=by)


def lift_strand(strand: Strand, *, by: Any) -> bool:
    """Take a strand out of the one it lies in, to the place right below it."""
    return trees.lift(strand, strand.programme.strands.all(), by=by)
