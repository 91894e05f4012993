"""The pieces of an activity as sheets: one per kind, typed like a spreadsheet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from plaza.activities.models import (
    Activity,
    Headcount,
    Involvement,
    Link,
    Outcome,
    Output,
    Quota,
    Session,
    SessionPlan,
)
from plaza.activities.queries.activities import activity_at, visible_activities
from plaza.programmes.models import Contribution

Rows = Callable[[Activity], QuerySet[Any]]

ROWS: dict[str, Rows] = {
    "involvements": lambda one: Involvement.objects.filter(activity=one).select_related(
        "organisation"
    ),
    "plans": lambda one: SessionPlan.objects.filter(activity=one),
    "sessions": lambda one: Session.objects.filter(activity=one),
    "headcounts": lambda one: Headcount.objects.filter(activity=one),
    "outcomes": lambda one: Outcome.objects.filter(activity=one),
    "outputs": lambda one: Output.objects.filter(activity=one).select_related("resource"),
    "links": lambda one: Link.objects.filter(activity=one),
    "contributions": lambda one: (
        Contribution.objects.filter(earmark__activity=one)
        .select_related("organisation")
        .order_by("pk")
    ),
    "quotas": lambda one: Quota.objects.filter(call__activity=one).order_by("pk"),
}


@dataclass(frozen=True)
class Sheet:
    """One kind of piece of one activity."""

    activity: Activity
    kind: str

    @property
    def rows(self) -> QuerySet[Any]:
        """The pieces, in their order."""
        return ROWS[self.kind](self.activity)


@dataclass(frozen=True)
class Piece:
    """One row of a sheet."""

    sheet: Sheet
    record: Any


def desk_activity(viewer: Any, year: int, slug: str) -> Activity:
    """The activity of a page of the desk, or Http404."""
    return activity_at(visible_activities(viewer), year, slug)


def desk_sheet(viewer: Any, year: int, slug: str, kind: str) -> Sheet:
    """A sheet of an activity, or Http404."""
    if kind not in ROWS:
        raise Http404
    return Sheet(desk_activity(viewer, year, slug), kind)


def desk_piece(viewer: Any, year: int, slug: str, kind: str, pk: int) -> Piece:
    """A row of a sheet, or Http404; somebody may have taken it out."""
    sheet = desk_sheet(viewer, year, slug, kind)
    record = sheet.rows.filter(pk=pk).first()
    if record is None:
        raise Http404
    return Piece(sheet, record)
