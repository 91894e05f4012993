from plaza.activities.queries.activities import visible_activity
from plaza.exchange import views
from plaza.exchange.lists import list_kind
from plaza.library.queries import visible_resource
from plaza.network.queries import visible_organisation
from plaza.programmes.queries import visible_programme
from plaza.web.routing import route
from plaza.web.rules import anyone

app_name = "exchange"
urlpatterns = [
    route("activities.ics", views.calendar, name="calendar", allow=anyone),
    route("sitemap.xml", views.sitemap, name="sitemap", allow=anyone),
    route("robots.txt", views.robots, name="robots", allow=anyone),
    route("feeds/<slug:kind>.<slug:form>", views.feed, name="feed", allow=anyone),
    route("<slug:kind>.<slug:form>", views.listed, name="list", among=list_kind, allow=anyone),
    route(
        "activities/<int:year>/<slug:slug>.ics",
        views.activity_calendar,
        name="activity_calendar",
        among=visible_activity,
        allow=anyone,
    ),
    route(
        "activities/<int:year>/<slug:slug>.json",
        views.activity,
        name="activity",
        among=visible_activity,
        allow=anyone,
    ),
    route(
        "network/<slug:slug>.json",
        views.organisation,
        name="organisation",
        among=visible_organisation,
        allow=anyone,
    ),
    route(
        "library/<slug:slug>.json",
        views.resource,
        name="resource",
        among=visible_resource,
        allow=anyone,
    ),
    route(
        "programmes/<slug:slug>.json",
        views.programme,
        name="programme",
        among=visible_programme,
        allow=anyone,
    ),
]
