from django.utils.translation import gettext_lazy as _

from plaza.activities import actions
from plaza.activities.queries import (
    activities_at_year,
    desk_activity,
    desk_piece,
    desk_sheet,
    visible_activity,
)
from plaza.activities.views import desk as at_desk
from plaza.activities.views import pieces, public
from plaza.network.rules import desk
from plaza.web.routing import route
from plaza.web.rules import anyone

app_name = "activities"
ONE = "desk/activities/<int:year>/<slug:slug>/"
urlpatterns = [
    route("activities/", public.index, name="index", allow=anyone),
    route("activities/calendar/", public.calendar, name="calendar_now", allow=anyone),
    route(
        "activities/calendar/<int:year>/<int:month>/",
        public.calendar,
        name="calendar",
        allow=anyone,
    ),
    route("activities/map/", public.map_, name="map", allow=anyone),
    route(
        "activities/<int:year>/", public.year, name="year", allow=anyone, among=activities_at_year
    ),
    route(
        "activities/<int:year>/<slug:slug>/",
        public.activity,
        name="activity",
        allow=anyone,
        among=visible_activity,
    ),
    route("desk/activities/", at_desk.table, name="desk", allow=desk),
    route("desk/activities/new/", at_desk.new, name="new", allow=desk),
    route("desk/activities/works/", pieces.works, name="works", allow=desk),
    route(f"{ONE}edit/", at_desk.edit, name="edit", allow=desk, among=desk_activity),
    route(f"{ONE}duplicate/", at_desk.duplicate, name="duplicate", allow=desk, among=desk_activity),
    route(f"{ONE}pieces/", pieces.pieces, name="pieces", allow=desk, among=desk_activity),
    route(f"{ONE}call/", pieces.call, name="call", allow=desk, among=desk_activity),
    route(f"{ONE}pieces/<slug:kind>/add/", pieces.add, name="add", allow=desk, among=desk_sheet),
    route(
        f"{ONE}pieces/<slug:kind>/paste/", pieces.paste, name="paste", allow=desk, among=desk_sheet
    ),
    route(
        f"{ONE}pieces/<slug:kind>/<int:pk>/", pieces.save, name="save", allow=desk, among=desk_piece
    ),
    route(
        f"{ONE}pieces/<slug:kind>/<int:pk>/remove/",
        pieces.remove,
        name="remove",
        allow=desk,
        among=desk_piece,
    ),
    *(
        route(
            f"{ONE}{verb}/", at_desk.moves(action, say), name=verb, allow=desk, among=desk_activity
        )
        for verb, action, say in (
            ("open", actions.open_activity, _("It is open for applications.")),
            ("start", actions.start_activity, _("It runs.")),
            ("finish", actions.finish_activity, _("It is done. Its report is next.")),
            ("report", actions.report_activity, _("It is reported.")),
            ("replan", actions.replan_activity, _("It is planned again. Set its new dates.")),
            ("reopen", actions.reopen_activity, _("It is taken up again and planned.")),
            ("publish", actions.publish_activity, _("Everybody sees it now.")),
            ("share", actions.share_activity, _("Members see it now.")),
            ("hide", actions.hide_activity, _("Only the desk sees it now.")),
        )
    ),
    route(
        f"{ONE}postpone/",
        at_desk.moves_with_words(
            actions.postpone_activity, _("It is postponed."), "why", "new_date_note"
        ),
        name="postpone",
        allow=desk,
        among=desk_activity,
    ),
    route(
        f"{ONE}cancel/",
        at_desk.moves_with_words(actions.cancel_activity, _("It is cancelled."), "why"),
        name="cancel",
        allow=desk,
        among=desk_activity,
    ),
]
