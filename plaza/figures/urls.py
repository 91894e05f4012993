from django.urls import register_converter

from plaza.figures.converters import TableForm
from plaza.figures.queries import exported, years
from plaza.figures.queries.compare import comparison
from plaza.figures.queries.desk import desk_printed, desk_release, desk_total, freeze_draft
from plaza.figures.views import desk as at_desk
from plaza.figures.views import public, tables
from plaza.network.rules import desk
from plaza.web.routing import route
from plaza.web.rules import anyone

register_converter(TableForm, "table")

YEAR = "figures/<int:year>"
SPAN = "figures/<int:first>-<int:last>"
RELEASE = f"{YEAR}/releases/<int:number>"

app_name = "figures"
urlpatterns = [
    route("figures/", public.index, name="index", allow=anyone),
    route(f"{YEAR}/", public.year, name="year", allow=anyone, among=years.year_figures),
    route(f"{YEAR}/now/", public.year, name="now", allow=anyone, among=years.year_now),
    route(f"{RELEASE}/", public.year, name="release", allow=anyone, among=years.year_figures),
    route(
        f"{YEAR}/releases/<int:a>...<int:b>/",
        public.compare,
        name="compare",
        allow=anyone,
        among=comparison,
    ),
    route(f"{SPAN}/", public.span, name="span", allow=anyone, among=years.span_figures),
    route(
        f"{YEAR}/now/<slug:key>/",
        public.figure,
        name="now_figure",
        allow=anyone,
        among=years.now_figure,
    ),
    route(
        f"{RELEASE}/<slug:key>/",
        public.figure,
        name="release_figure",
        allow=anyone,
        among=years.figure,
    ),
    route(
        f"{SPAN}/<slug:key>/",
        public.figure,
        name="span_figure",
        allow=anyone,
        among=years.span_figure,
    ),
    route(f"{YEAR}/<slug:key>/", public.figure, name="figure", allow=anyone, among=years.figure),
    route("desk/figures/", at_desk.desk, name="desk", allow=desk),
    route("desk/figures/printed/", at_desk.printed, name="printed", allow=desk),
    route("desk/figures/totals/", at_desk.totals, name="totals", allow=desk),
    *(
        route(f"desk/figures/{pattern}/", view, name=name, allow=desk, among=among)
        for pattern, view, name, among in (
            ("<int:year>/freeze", at_desk.freeze, "freeze", freeze_draft),
            ("<int:year>/<int:number>/publish", at_desk.publish, "publish", desk_release),
            ("<int:year>/<int:number>/hide", at_desk.hide, "hide", desk_release),
            ("printed/<int:pk>", at_desk.edit_printed, "edit_printed", desk_printed),
            ("printed/<int:pk>/remove", at_desk.remove_printed, "remove_printed", desk_printed),
            ("totals/<int:pk>", at_desk.edit_total, "edit_total", desk_total),
            ("totals/<int:pk>/remove", at_desk.remove_total, "remove_total", desk_total),
        )
    ),
    *(
        route(f"{pattern}.<table:form>", tables.table, name=name, allow=anyone, among=among)
        for pattern, name, among in (
            (YEAR, "year_table", exported.year_table),
            (f"{YEAR}/now", "now_table", exported.now_table),
            (RELEASE, "release_table", exported.year_table),
            (SPAN, "span_table", exported.span_table),
            (f"{YEAR}/now/<slug:key>", "now_figure_table", exported.now_figure_table),
            (f"{RELEASE}/<slug:key>", "release_figure_table", exported.figure_table),
            (f"{SPAN}/<slug:key>", "span_figure_table", exported.span_figure_table),
            (f"{YEAR}/<slug:key>", "figure_table", exported.figure_table),
        )
    ),
]
