from plaza.network.rules import desk
from plaza.publishing.queries import (
    chapter_at_desk,
    overview_at_desk,
    overview_edition,
    visible_overview,
)
from plaza.publishing.views import desk as at_desk
from plaza.publishing.views import public
from plaza.web.routing import route
from plaza.web.rules import anyone

app_name = "publishing"
urlpatterns = [
    route("", public.home, name="home", allow=anyone),
    route("overviews/", public.index, name="index", allow=anyone),
    route(
        "overviews/<int:year>/",
        public.overview,
        name="overview",
        among=visible_overview,
        allow=anyone,
    ),
    route(
        "overviews/<int:year>.<str:edition>",
        public.edition,
        name="edition",
        among=overview_edition,
        allow=anyone,
    ),
    route("desk/", at_desk.today, name="today", allow=desk),
    route("desk/overviews/", at_desk.index, name="desk", allow=desk),
    route("desk/overviews/begin/", at_desk.begin, name="begin", allow=desk),
    route(
        "desk/overviews/<int:year>/",
        at_desk.edit,
        name="edit",
        among=overview_at_desk,
        allow=desk,
    ),
    route(
        "desk/overviews/<int:year>/arrange/",
        at_desk.arrange,
        name="arrange",
        among=overview_at_desk,
        allow=desk,
    ),
    route(
        "desk/overviews/<int:year>/activities/<int:activity>/",
        at_desk.chapter,
        name="chapter",
        among=chapter_at_desk,
        allow=desk,
    ),
    route(
        "desk/overviews/<int:year>/publish/",
        at_desk.publish,
        name="publish",
        among=overview_at_desk,
        allow=desk,
    ),
    route(
        "desk/overviews/<int:year>/withdraw/",
        at_desk.withdraw,
        name="withdraw",
        among=overview_at_desk,
        allow=desk,
    ),
]
