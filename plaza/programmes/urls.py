"""Addresses of programmes; the desk's are below `desk/programmes/` and `desk/money/`."""

from plaza.network.rules import desk
from plaza.programmes import queries
from plaza.programmes.views import desk as at_desk
from plaza.programmes.views import public
from plaza.web.routing import route
from plaza.web.rules import anyone

HERE = "desk/programmes/<slug:slug>/"

app_name = "programmes"
urlpatterns = [
    route("programmes/", public.index, name="index", allow=anyone),
    route(
        "programmes/<slug:slug>/",
        public.programme,
        name="programme",
        among=queries.visible_programme,
        allow=anyone,
    ),
    route("desk/programmes/", at_desk.programmes, name="desk", allow=desk),
    route("desk/programmes/new/", at_desk.new, name="new", allow=desk),
    route("desk/money/", at_desk.money, name="money", allow=desk),
    route(
        "desk/money/<int:year>/",
        at_desk.money,
        name="money_in_year",
        among=queries.year_of_money,
        allow=desk,
    ),
    route(
        "desk/money/<int:id>/pay/",
        at_desk.pay,
        name="pay",
        among=queries.desk_contribution,
        allow=desk,
    ),
    *(
        route(f"{HERE}{pattern}", view, name=name, among=queries.desk_programme, allow=desk)
        for pattern, view, name in (
            ("", at_desk.edit, "edit"),
            ("partners/", at_desk.partners, "partners"),
            ("money/", at_desk.contributions, "contributions"),
            ("strands/add/", at_desk.add_strand, "add_strand"),
        )
    ),
    *(
        route(
            f"{HERE}strands/<int:id>/{pattern}",
            view,
            name=name,
            among=queries.desk_strand,
            allow=desk,
        )
        for pattern, view, name in (
            ("", at_desk.edit_strand, "edit_strand"),
            ("raise/", at_desk.raise_strand, "raise_strand"),
            ("sink/", at_desk.sink_strand, "sink_strand"),
            ("lower/", at_desk.lower_strand, "lower_strand"),
            ("lift/", at_desk.lift_strand, "lift_strand"),
            ("remove/", at_desk.remove_strand, "remove_strand"),
        )
    ),
]
