"""Which activities a viewer can see, and one of them."""

from typing import Any

from django.db.models import Count, F, Max, Prefetch, Q, QuerySet
from django.http import Http404

from plaza.activities.models import LEADING, Activity, Involvement
from plaza.ledger.memory import remembered
from plaza.network.models import Organisation
from plaza.network.queries import as_read_by
from plaza.network.rules import visibilities, visible_to
from plaza.programmes.models import Programme
from plaza.web.refusals import Moved


def visible_activities(viewer: Any) -> QuerySet[Activity]:
    """Every activity that a viewer can see."""
    return Activity.objects.filter(visible_to(viewer))


def with_people(viewer: Any, activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """The same with who is involved, as the viewer may read it; for lists, strips and maps."""
    involved = as_read_by(viewer, Involvement.objects.all())
    return activities.prefetch_related(Prefetch("involvements", involved))


def light(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """The same without the long words, which no list shows."""
    return activities.defer("text", "heading", "audience", "found_by")


def for_lists(viewer: Any, activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """What a list shows of activities: who leads them, as `leading`, and no long words."""
    return light(activities).prefetch_related(
        Prefetch(
            "involvements",
            as_read_by(viewer, Involvement.objects.filter(role__in=LEADING)).only(
                "activity",
                "role",
                "country",
                "organisation__name",
                "organisation__sort_name",
                "organisation__country",
                "organisation__visibility",
            ),
            to_attr="leading",
        )
    )


def in_order(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """The newest year first, within a year by its first day; what has no date stands last."""
    return activities.order_by(
        F("reporting_year").desc(), F("starts_on").asc(nulls_last=True), "sort_title", "pk"
    )


def activities_of_year(viewer: Any, year: int) -> QuerySet[Activity]:
    """What counts for a reporting year, in its order."""
    return in_order(visible_activities(viewer).filter(reporting_year=year))


def activities_of_organisation(viewer: Any, organisation: Organisation) -> QuerySet[Activity]:
    """All activities in which an organisation plays any part, the newest year first."""
    involved = Involvement.objects.filter(organisation=organisation).values("activity")
    return in_order(light(visible_activities(viewer).filter(pk__in=involved)))


def activities_of_programme(viewer: Any, programme: Programme) -> QuerySet[Activity]:
    """All activities that belong to a programme, the newest year first."""
    return in_order(visible_activities(viewer).filter(programme=programme))


def visible_activity(viewer: Any, year: int, slug: str) -> Activity:
    """The activity at an address, or Http404; a year that it counts for leads to its address.

    Who is involved comes along.
    """
    return activity_at(with_people(viewer, visible_activities(viewer)), year, slug)


def activity_at(seen: QuerySet[Activity], year: int, slug: str) -> Activity:
    """The same, among some activities."""
    seen = seen.select_related("programme", "call")
    found = seen.filter(address_year=year, slug=slug).first()
    if found is not None:
        return found
    if (moved := seen.filter(reporting_year=year, slug=slug).first()) is not None:
        raise Moved(moved.get_absolute_url())
    raise Http404


def activities_at_year(viewer: Any, year: int) -> int:
    """A year that has an activity the viewer can see, or Http404."""
    if not visible_activities(viewer).filter(reporting_year=year).exists():
        raise Http404
    return year


def years(viewer: Any) -> list[tuple[int, int]]:
    """`(year, how many activities)` for every reporting year, the newest first."""
    return list(
        visible_activities(viewer)
        .order_by("-reporting_year")
        .values_list("reporting_year")
        .annotate(Count("pk"))
    )


@remembered("activities", key=visibilities, most=8)
def latest_year(viewer: Any) -> int | None:
    """The newest reporting year with an activity."""
    newest = visible_activities(viewer).aggregate(Max("reporting_year"))
    return newest["reporting_year__max"]  # type: ignore[no-any-return]


def at_the_desk(viewer: Any, activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """The same with how much of each is handed in: for the table of the desk."""
    return for_lists(viewer, activities).annotate(
        outcomes_known=Count("outcomes", distinct=True),
        headcounts_known=Count("headcounts", distinct=True),
        outputs_open=Count("outputs", distinct=True, filter=~Q(outputs__stage="delivered")),
    )
