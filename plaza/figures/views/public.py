"""Public pages: years, one year, one figure, a span of years."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from plaza.figures.queries.compare import Comparison
from plaza.figures.queries.lines import FigureLine
from plaza.figures.queries.years import SpanFigures, YearFigures, years_known
from plaza.figures.views.shown import LineShown, changes_shown, sections, table_links
from plaza.ledger.shelf import kept
from plaza.web.answers import page

PAGE = 50
ROOMS = ("activities", "figures", "library", "network", "programmes")


@require_GET
@kept(*ROOMS)
def index(request: HttpRequest) -> HttpResponse:
    """The years that have figures."""
    return page(request, "figures/index.html", years=years_known(request.user))


@require_GET
@kept(*ROOMS)
def year(request: HttpRequest, found: YearFigures) -> HttpResponse:
    """The figures of a year; `open` in the address opens one of them in place."""
    return page(
        request,
        "figures/year.html",
        found=found,
        lines=sections(found.lines, request),
        tables=table_links(request.path),
    )


@require_GET
@kept(*ROOMS)
def span(request: HttpRequest, found: SpanFigures) -> HttpResponse:
    """The figures of several years together."""
    return page(
        request,
        "figures/span.html",
        found=found,
        lines=sections(found.lines, request),
        tables=table_links(request.path),
    )


@require_GET
@kept(*ROOMS)
def figure(request: HttpRequest, line: FigureLine) -> HttpResponse:
    """One figure with its rows: in its place for htmx, as a page for all others."""
    shown = LineShown(line, request.user, is_open="closed" not in request.GET)
    if getattr(request, "htmx", False):
        return page(request, "figures/_line.html", line=shown)
    paged = Paginator(range(line.rows), PAGE).get_page(request.GET.get("page"))
    start = (paged.number - 1) * PAGE
    return page(
        request,
        "figures/figure.html",
        line=LineShown(line, request.user, start=start, is_alone=True),
        paged=paged,
        tables=table_links(request.path),
    )


@require_GET
@kept(*ROOMS)
def compare(request: HttpRequest, found: Comparison) -> HttpResponse:
    """Two releases of a year row by row, and why they differ."""
    return page(request, "figures/compare.html", found=found, lines=changes_shown(found.lines))
