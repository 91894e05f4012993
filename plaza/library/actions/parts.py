"""Verbs of the parts of a package: an ordered tree whose places are 1, 2, 3 under each parent."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from plaza.ledger import trees
from plaza.ledger.actions import create
from plaza.library.models import Part, Resource
from plaza.web.refusals import Refused
from plaza.web.text import Text, as_text


@transaction.atomic
def add_part(resource: Resource, *, title: Text | str, by: Any, **facts: Any) -> Part:
    """Add a piece of a package at the end of its parent, or of the work."""
    parent = facts.get("parent")
    if parent is not None and parent.resource_id != resource.pk:
        raise Refused(_("A part lies inside a part of the same work."))
    facts.setdefault("position", trees.last_place(resource.parts.all(), parent) + 1)
    return create(Part(resource=resource, title=as_text(title), **facts), by=by)


@transaction.atomic
def add_days(
    resource: Resource, *, first: int, last: int, by: Any, parent: Part | None = None
) -> list[Part]:
    """Add numbered days at once; a number that is there already is left as it is."""
    if not 0 < first <= last or last - first >= 60:
        raise Refused(_("Write the numbers from the lower to the higher, at most 60 at once."))
    there = set(
        resource.parts.filter(parent=parent, kind=Part.Kind.DAY).values_list("number", flat=True)
    )
    return [
        add_part(
            resource,
            title=_day(number),
            kind=Part.Kind.DAY,
            number=number,
            parent=parent,
            by=by,
        )
        for number in range(first, last + 1)
        if number not in there
    ]


def _day(number: int) -> Text:
    """“Day 3” in every language of the pages that has words for it."""
    words = {}
    for tag, _name in settings.LANGUAGES:
        with override(tag):
            words[tag] = _("Day %(number)d") % {"number": number}
    english = words[settings.LANGUAGE_CODE]
    said = {tag: day for tag, day in words.items() if day != english}
    return Text({settings.LANGUAGE_CODE: english, **said})


def shift_part(part: Part, *, by: Any, steps: int) -> bool:
    """Move a part up (-1) or down (1) among its neighbours; at the edge nothing happens."""
    return trees.shift(part, part.resource.parts.all(), steps=steps, by=by)


def lower_part(part: Part, *, by: Any) -> bool:
    """Put a part inside the one above it; the first one stays where it is."""
    return trees.lower(part, part.resource.parts.all(), by=by)


def lift_part(part: Part, *, by: Any) -> bool:
    """Take a part out of the one it lies in, to the place right below it."""
    return trees.lift(part, part.resource.parts.all(), by=by)
