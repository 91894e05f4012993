"""What everybody reads of activities."""

import datetime as dt
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_GET

from plaza.activities import queries
from plaza.activities.models import Activity
from plaza.ledger.shelf import kept
from plaza.web.answers import page
from plaza.web.periods import FIRST_YEAR, LAST_YEAR

PAGE = 25
ROOMS = ("activities", "library", "network")


@require_GET
@kept(*ROOMS)
def index(request: HttpRequest) -> HttpResponse:
    """All activities by year."""
    asked = queries.ActivityFilter.from_query(request.GET)
    found = queries.found_activities(request.user, asked)
    paged = Paginator(queries.for_lists(request.user, found), PAGE).get_page(
        request.GET.get("page")
    )
    return page(
        request,
        "activities/index.html",
        asked=asked,
        paged=paged,
        groups=queries.strips_by_year(paged, timezone.localdate()),
        facets=SimpleLazyObject(lambda: queries.facets(request.user, asked)),
        chips=asked.chips(request.user, request.path),
    )


@require_GET
@kept(*ROOMS)
def year(request: HttpRequest, year: int) -> HttpResponse:
    """One year of activities."""
    found = queries.for_lists(request.user, queries.activities_of_year(request.user, year))
    paged = Paginator(found, PAGE).get_page(request.GET.get("page"))
    places = queries.places_found(request.user, queries.ActivityFilter(year=year))
    return page(
        request,
        "activities/year.html",
        year=year,
        paged=paged,
        strip=queries.year_strip(paged, timezone.localdate()),
        map=queries.map_of(places),
        places=places,
        years=queries.years(request.user),
    )


@require_GET
@kept(*ROOMS, "programmes", "imports")
def activity(request: HttpRequest, activity: Activity) -> HttpResponse:
    """One activity."""
    shown = queries.activity_page(request.user, activity, timezone.now())
    answer = page(request, "activities/activity.html", activity=activity, shown=shown)
    answer.changes_at = shown.changes_at  # type: ignore[attr-defined]
    return answer


@require_GET
@kept(*ROOMS)
def calendar(request: HttpRequest, **when: Any) -> HttpResponse:
    """A month; without one, this month."""
    today = timezone.localdate()
    if not when:
        return redirect("activities:calendar", today.year, today.month)
    if not (1 <= when["month"] <= 12 and FIRST_YEAR <= when["year"] <= LAST_YEAR):
        raise Http404
    month = queries.month_of(request.user, dt.date(when["year"], when["month"], 1), today)
    return page(request, "activities/calendar.html", month=month)


@require_GET
@kept(*ROOMS)
def map_(request: HttpRequest) -> HttpResponse:
    """Where activities happened, as a map with its table."""
    asked = queries.ActivityFilter.from_query(request.GET)
    found = queries.found_activities(request.user, asked)
    places = queries.places_found(request.user, asked)
    return page(
        request,
        "activities/map.html",
        asked=asked,
        map=queries.map_of(places),
        places=places,
        number=found.count(),
        chips=asked.chips(request.user, request.path),
        years=queries.years(request.user),
    )
