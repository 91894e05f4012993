"""What can be taken away: outputs, the works they became, and their languages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from babel.dates import format_date
from django.utils.translation import gettext as _

from plaza.activities.models import Activity, Output
from plaza.activities.states import Stage
from plaza.ledger.words import page_locale
from plaza.library.models import Resource
from plaza.library.queries import Mark, marks_of
from plaza.network.rules import visible_to


@dataclass(frozen=True)
class TakeAway:
    """One output, the work it became, and the languages it can be had in."""

    output: Output
    work: Resource | None
    said: str
    marks: list[Mark]


def take_away_of(viewer: Any, activities: Iterable[Activity]) -> Mapping[int, list[TakeAway]]:
    """The outputs of each activity with the works that this viewer can see."""
    outputs = {one.pk: list(one.outputs.all()) for one in activities}
    wanted = [one.resource_id for rows in outputs.values() for one in rows if one.resource_id]
    works = (
        Resource.objects.filter(visible_to(viewer), pk__in=wanted, withdrawn_at__isnull=True)
        .prefetch_related("editions")
        .in_bulk()
        if wanted
        else {}
    )
    return {
        pk: [_one_to_take(one, works.get(one.resource_id or 0)) for one in rows]
        for pk, rows in outputs.items()
    }


def _one_to_take(output: Output, work: Resource | None) -> TakeAway:
    said = {
        Stage.DELIVERED: _("Handed in"),
        Stage.IN_WORK: _("In work"),
        Stage.PROMISED: _("Promised"),
    }[Stage(output.stage)]
    if output.stage != Stage.DELIVERED and output.due_on:
        day = format_date(output.due_on, "d MMMM y", locale=page_locale())
        said = _("%(stage)s, due on %(day)s") % {"stage": said, "day": day}
    if work is None:
        return TakeAway(output, None, said, [])
    return TakeAway(output, work, said, marks_of(work, links=False))
