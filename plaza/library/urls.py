"""Addresses of the library; the desk's are below `desk/library/`."""

from collections.abc import Callable
from typing import Any

from django.http.response import HttpResponseBase
from django.urls import URLPattern

from plaza.library import queries
from plaza.library.rules import may_have
from plaza.library.views import desk as at_desk
from plaza.library.views import pieces, public
from plaza.network.rules import desk
from plaza.web.routing import route
from plaza.web.rules import anyone

View = Callable[..., HttpResponseBase]
Among = Callable[..., Any]


def _of_work(pattern: str, view: View, name: str, among: Among) -> URLPattern:
    return route(f"desk/library/<slug:slug>/{pattern}", view, name=name, among=among, allow=desk)


app_name = "library"
urlpatterns = [
    route("library/", public.index, name="index", allow=anyone),
    route(
        "library/files/<int:id>/",
        public.file,
        name="file",
        among=queries.visible_file,
        allow=may_have,
    ),
    route(
        "library/<slug:slug>/",
        public.resource,
        name="resource",
        among=queries.visible_resource,
        allow=anyone,
    ),
    route(
        "library/<slug:slug>/<str:language>/",
        public.edition,
        name="edition",
        among=queries.visible_edition,
        allow=anyone,
    ),
    route("desk/library/", at_desk.works, name="desk", allow=desk),
    route("desk/library/new/", at_desk.new, name="new", allow=desk),
    route("desk/library/doubtful/", at_desk.doubtful, name="doubtful", allow=desk),
    *(
        _of_work(pattern, view, name, queries.desk_resource)
        for pattern, view, name in (
            ("", at_desk.edit, "edit"),
            ("withdraw/", at_desk.withdraw, "withdraw"),
            ("restore/", at_desk.restore, "restore"),
            ("merge/", at_desk.merge, "merge"),
            ("editions/add/", pieces.add_edition, "add_edition"),
            ("names/", pieces.names, "names"),
            ("parts/add/", pieces.add_part, "add_part"),
            ("parts/days/", pieces.add_days, "add_days"),
            ("files/", pieces.files, "files"),
            ("files/links/", pieces.links, "links"),
            ("files/upload/", pieces.upload, "upload"),
        )
    ),
    *(
        _of_work(f"editions/<int:id>/{pattern}", view, name, queries.desk_edition)
        for pattern, view, name in (
            ("", at_desk.words, "words"),
            ("begin/", pieces.begin_edition, "begin_edition"),
            ("submit/", pieces.submit_edition, "submit_edition"),
            ("publish/", pieces.publish_edition, "publish_edition"),
            ("withdraw/", pieces.withdraw_edition, "withdraw_edition"),
            ("remove/", pieces.remove_edition, "remove_edition"),
        )
    ),
    *(
        _of_work(f"parts/<int:id>/{pattern}", view, name, queries.desk_part)
        for pattern, view, name in (
            ("", pieces.edit_part, "edit_part"),
            ("raise/", pieces.raise_part, "raise_part"),
            ("sink/", pieces.sink_part, "sink_part"),
            ("lower/", pieces.lower_part, "lower_part"),
            ("lift/", pieces.lift_part, "lift_part"),
            ("remove/", pieces.remove_part, "remove_part"),
        )
    ),
    _of_work("files/<int:id>/trust/", pieces.trust, "trust", queries.desk_file),
]
