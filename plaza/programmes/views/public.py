"""Programmes as everybody reads them."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from plaza.ledger.shelf import kept
from plaza.ledger.trees import in_order
from plaza.programmes import queries
from plaza.programmes.models import Programme
from plaza.programmes.pages import links_of, of_programmes
from plaza.web.answers import page


@require_safe
@kept("programmes")
def index(request: HttpRequest) -> HttpResponse:
    """Years, projects, initiatives."""
    groups = queries.programmes_by_kind(request.user)
    return page(request, "programmes/index.html", groups=groups)


@require_safe
@kept("programmes", "activities", "figures", "library", "publishing")
def programme(request: HttpRequest, programme: Programme) -> HttpResponse:
    """One programme: what it is for, who carries it, what happened in it."""
    strands = list(in_order(programme.strands.all()))
    return page(
        request,
        "programmes/programme.html",
        programme=programme,
        partners=queries.partners_by_role(programme),
        strands=strands,
        strand_count=sum(depth == 0 for _strand, depth in strands),
        sums=queries.money_told(programme),
        links=links_of(request.user, programme),
        sections=of_programmes.written(request.user, programme),
    )
