"""The public pages that are measured: one address per kind, the fullest of its kind."""

from django.db.models import Count

from plaza.activities.models import Activity
from plaza.figures.models import Release
from plaza.library.models import Resource
from plaza.network.models import Organisation
from plaza.programmes.models import Programme
from plaza.publishing.models import Overview

FACETS = "/library/?kind=guide&language=en&order=title"


def pages() -> dict[str, str]:
    """Name of a kind of page -> an address of it; where there are many rows, the fullest one."""
    activity = _fullest(Activity, "involvements", visibility="public")
    resource = _fullest(Resource, "files", visibility="public", withdrawn_at=None)
    organisation = _fullest(Organisation, "involvements", merged_into=None, visibility="public")
    programme = _fullest(Programme, "activities", visibility="public")
    day = activity.starts_on
    release = Release.objects.filter(is_public=True).order_by("-year").first()
    overview = Overview.objects.filter(state="published").first()
    return {
        "home": "/",
        "home in Ukrainian": "/uk/",
        "activities": "/activities/",
        "activities found": f"/activities/?q=learning&year={activity.reporting_year}",
        "activities of a year": f"/activities/{activity.address_year}/",
        "activity": activity.get_absolute_url(),
        "calendar": f"/activities/calendar/{day.year}/{day.month}/",
        "map": "/activities/map/",
        "network": "/network/",
        "organisation": organisation.get_absolute_url(),
        "library": "/library/",
        "library narrowed": FACETS,
        "library found": "/library/?q=learning",
        "resource": resource.get_absolute_url(),
        "programmes": "/programmes/",
        "programme": programme.get_absolute_url(),
        "figures": "/figures/",
        "figures of a year": f"/figures/{release.year}/",
        "figures counted now": f"/figures/{release.year}/now/",
        "a figure and its rows": f"/figures/{release.year}/members/",
        "overview": overview.get_absolute_url(),
        "overviews": "/overviews/",
        "about": "/about/",
    }


def _fullest(model: type, pieces: str, **which: object) -> object:
    """The row of a model with the most pieces."""
    rows = model.objects.filter(**which).annotate(pieces=Count(pieces))
    if model is Activity:
        rows = rows.filter(starts_on__isnull=False)
    return rows.order_by("-pieces", "pk").first()
