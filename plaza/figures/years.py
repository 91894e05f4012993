"""What happened in a span of years, read once per kind of piece, whatever there is to count."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from plaza.activities.models import (
    Activity,
    Headcount,
    Involvement,
    Outcome,
    Output,
    Session,
    SessionPlan,
)
from plaza.activities.states import State
from plaza.figures.pieces import (
    NO_OVERLAP,
    Body,
    Dated,
    Heads,
    Held,
    Involved,
    Named,
    Plan,
    last_day_counted,
)
from plaza.library.models import Resource
from plaza.network.models import Organisation
from plaza.network.queries import standings
from plaza.network.rules import visible_to
from plaza.programmes.models import Contribution
from plaza.programmes.queries import money_of_years


class Years:
    """All that the figures of some years count. Each kind of piece is asked for once, when needed.

    A viewer counts the activities she sees; no viewer means all of them. Cancelled activities
    are known but not counted.
    """

    def __init__(
        self, years: Iterable[int], *, cut_off: dt.date | None = None, viewer: Any = None
    ) -> None:
        self.years = sorted(years)
        self.cut_off = cut_off or last_day_counted(max(self.years, default=1))
        self.viewer = viewer

    def seen(self) -> Q:
        """The condition for what the viewer sees."""
        return Q() if self.viewer is None else visible_to(self.viewer)

    def among(self) -> QuerySet[Activity]:
        """The activities that count, as a query."""
        return (
            Activity.objects.filter(self.seen(), reporting_year__in=self.years)
            .exclude(state=State.CANCELLED)
            .order_by()
        )

    @cached_property
    def _all(self) -> list[Held]:
        found = Activity.objects.filter(self.seen(), reporting_year__in=self.years)
        return [
            Held(*row)
            for row in found.order_by("reporting_year", "starts_on", "id").values_list(
                "id",
                "reporting_year",
                "address_year",
                "slug",
                "title",
                "state",
                "visibility",
                "venue_country",
                "venue_city",
                "languages",
            )
        ]

    @cached_property
    def activities(self) -> dict[int, Held]:
        """The activities that count, in their order."""
        return {one.id: one for one in self._all if one.state != State.CANCELLED}

    @property
    def cancelled(self) -> int:
        """How many activities were cancelled."""
        return len(self._all) - len(self.activities)

    @cached_property
    def involvements(self) -> list[Involved]:
        """Everybody involved in an activity that counts."""
        found = Involvement.objects.filter(activity__in=self.among())
        return [
            Involved(*row)
            for row in found.order_by("activity_id", "position", "id").values_list(
                "activity_id", "organisation_id", "country", "role"
            )
        ]

    @cached_property
    def bodies(self) -> dict[int, Body]:
        """The organisations of the network."""
        found = Organisation.objects.filter(merged_into__isnull=True).order_by("sort_name", "id")
        return {row[0]: Body(*row) for row in found.values_list("id", "country", "is_secretariat")}

    @cached_property
    def names(self) -> dict[int, Named]:
        """What the organisations are called; asked for only when rows are shown."""
        found = Organisation.objects.filter(merged_into__isnull=True)
        return {row[0]: Named(*row[1:]) for row in found.values_list("id", "name", "slug", "city")}

    @cached_property
    def membership(self) -> dict[int, bool | None]:
        """Whether an organisation was a member on the cut-off day; none where nobody knows."""
        return standings(self.cut_off, self.bodies)

    @cached_property
    def heads(self) -> dict[tuple[str, str], dict[int, Heads]]:
        """Headcounts by basis and what was counted, then by activity.

        They are added here, in one pass: the database would sort them all to group them.
        """
        found: dict[tuple[str, str], dict[int, Heads]] = defaultdict(dict)
        told = Headcount.objects.filter(activity__in=self.among()).order_by()
        for activity, basis, counted, overlap, number in told.values_list(
            "activity_id", "basis", "counted", "overlap", "number"
        ).iterator(chunk_size=5000):
            by_activity = found[basis, counted]
            if (heads := by_activity.get(activity)) is None:
                heads = by_activity[activity] = Heads()
            heads.groups += 1
            if overlap == NO_OVERLAP:
                heads.apart += number
            else:
                heads.mixed += number
                heads.largest = max(heads.largest, number)
        return found

    def headcounts(self, **narrowed: Any) -> Iterator[tuple[Any, ...]]:
        """One headcount after the other, for rows."""
        found = Headcount.objects.filter(activity__in=self.among(), **narrowed)
        ordered = found.order_by("activity__reporting_year", "activity_id", "position", "id")
        return ordered.values_list(
            "id", "activity_id", "group", "number", "overlap", "printed"
        ).iterator(chunk_size=2000)

    @cached_property
    def plans(self) -> list[Plan]:
        """Lines of plans."""
        found = SessionPlan.objects.filter(activity__in=self.among())
        return [
            Plan(*row)
            for row in found.order_by("activity_id", "position", "id").values_list(
                "id", "activity_id", "count", "minutes", "mode", "country"
            )
        ]

    @cached_property
    def dated(self) -> list[Dated]:
        """Sessions that have a date."""
        found = Session.objects.filter(activity__in=self.among()).order_by("activity_id")
        return [
            Dated(*row)
            for row in found.values_list("activity_id", "mode", "language").annotate(
                Count("id"), Sum("minutes")
            )
        ]

    @cached_property
    def outcomes(self) -> dict[str, int]:
        """How many outcomes there are by stage."""
        found = Outcome.objects.filter(activity__in=self.among()).order_by("stage")
        return dict(found.values_list("stage").annotate(Count("id")))

    @cached_property
    def outputs(self) -> dict[str, int]:
        """How many resources were made or promised, by stage."""
        found = Output.objects.filter(activity__in=self.among()).order_by("stage")
        return dict(found.values_list("stage").annotate(Count("id")))

    def results(self, model: type[Outcome] | type[Output]) -> Iterator[tuple[Any, ...]]:
        """One outcome or output after the other, for rows."""
        found = model._default_manager.filter(activity__in=self.among())
        ordered = found.order_by("activity__reporting_year", "activity_id", "position", "id")
        return ordered.values_list("id", "activity_id", "text", "stage").iterator(chunk_size=2000)

    def works(self, condition: Q) -> QuerySet[Resource]:
        """Works of the library that the viewer sees and that are still there."""
        return Resource.objects.filter(
            self.seen(), condition, withdrawn_at__isnull=True, merged_into__isnull=True
        )

    @cached_property
    def contributions(self) -> list[Contribution]:
        """Money of these years, of what the viewer sees, whether pledged, confirmed or paid."""
        found = money_of_years(self.years)
        if self.viewer is not None:
            seen = visible_to(self.viewer, "earmark__activity__visibility")
            found = found.filter(
                visible_to(self.viewer, "programme__visibility"),
                Q(earmark__isnull=True) | seen if seen else Q(),
            )
        about = ("organisation", "programme", "earmark__activity")
        return list(found.select_related(*about).order_by("on", "id"))
