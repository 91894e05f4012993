"""What other systems ask for."""

from django.conf import settings
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    JsonResponse,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.views.decorators.http import conditional_page, require_safe

from plaza.activities.models import Activity
from plaza.activities.queries.activities import visible_activities
from plaza.exchange import records
from plaza.exchange.calendars import calendar_of, datable
from plaza.exchange.feeds import ActivityFeed, ResourceFeed
from plaza.exchange.lists import table_of
from plaza.exchange.sitemap import sitemap as pieces_of_sitemap
from plaza.figures.exports import CONTENT_TYPES, written
from plaza.library.models import Resource
from plaza.network.models import Organisation
from plaza.network.queries import the_network
from plaza.programmes.models import Programme
from plaza.web.lists import Kind

FEEDS = {"activities": ActivityFeed, "library": ResourceFeed}


@require_safe
def listed(request: HttpRequest, asked: tuple[Kind, str]) -> HttpResponseBase:
    """A list as CSV, JSON or XLSX."""
    table = table_of(*asked, request.user, request.GET)
    content = written(table)
    kind = CONTENT_TYPES[table.form]
    if table.form == "xlsx":
        return FileResponse(
            content, content_type=kind, filename=table.file_name, as_attachment=True
        )
    answer = StreamingHttpResponse(content, content_type=kind)
    if table.form == "csv":
        answer["Content-Disposition"] = f'attachment; filename="{table.file_name}"'
    return answer


@require_safe
@conditional_page
def calendar(request: HttpRequest) -> HttpResponse:
    """All that can stand in a calendar."""
    return _calendar(
        calendar_of(datable(visible_activities(request.user)), name=str(the_network()))
    )


@require_safe
@conditional_page
def activity_calendar(request: HttpRequest, activity: Activity) -> HttpResponse:
    """One activity's sessions or days; without a known day there is nothing to hand out."""
    found = datable(Activity.objects.filter(pk=activity.pk))
    if not found.exists():
        raise Http404
    return _calendar(calendar_of(found, name=str(activity.title)))


@require_safe
@conditional_page
def activity(request: HttpRequest, activity: Activity) -> JsonResponse:
    """An activity as JSON."""
    return JsonResponse(records.whole_activity(request.user, activity))


@require_safe
@conditional_page
def organisation(request: HttpRequest, organisation: Organisation) -> JsonResponse:
    """An organisation as JSON."""
    return JsonResponse(records.organisation(organisation))


@require_safe
@conditional_page
def resource(request: HttpRequest, resource: Resource) -> JsonResponse:
    """A work as JSON."""
    return JsonResponse(records.whole_resource(request.user, resource))


@require_safe
@conditional_page
def programme(request: HttpRequest, programme: Programme) -> JsonResponse:
    """A programme as JSON."""
    return JsonResponse(records.programme(programme))


@require_safe
@conditional_page
def feed(request: HttpRequest, kind: str, form: str) -> HttpResponse:
    """What is new, as Atom or RSS."""
    if kind not in FEEDS or form not in ("atom", "rss"):
        raise Http404
    answer: HttpResponse = FEEDS[kind](form)(request)
    return answer


@require_safe
def sitemap(request: HttpRequest) -> StreamingHttpResponse:
    """Every public page."""
    return StreamingHttpResponse(pieces_of_sitemap(), content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: what everybody may."""
    lines = ["User-agent: *", "Disallow: /desk/", f"Sitemap: {settings.PLAZA_ADDRESS}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def _calendar(content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="calendar.ics"'
    return answer
