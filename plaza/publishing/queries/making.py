"""What the makers of an overview need to see."""

from plaza.activities.models import Activity
from plaza.publishing.building.material import printable_activities
from plaza.publishing.models import Overview
from plaza.web.models import Visibility


def activities_of(overview: Overview) -> list[Activity]:
    """The public activities of its year, in the order the overview has now."""
    places = {one.activity_id: one.position for one in overview.chapters.all()}
    found = printable_activities(overview.year).order_by("starts_on", "pk")
    return sorted(found, key=lambda one: places.get(one.pk, len(places) + 1))


def years_without_overview() -> list[int]:
    """Years with public activities and no overview yet."""
    begun = Overview.objects.values("year")
    found = Activity.objects.filter(visibility=Visibility.PUBLIC).exclude(reporting_year__in=begun)
    return list(
        found.values_list("reporting_year", flat=True).distinct().order_by("-reporting_year")
    )
