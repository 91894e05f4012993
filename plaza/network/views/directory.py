"""The public directory and the page of an organisation."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from plaza.ledger.shelf import kept
from plaza.network import queries
from plaza.network.models import Organisation
from plaza.network.pages import of_organisations
from plaza.network.queries.facets import Line, chips, facets, outline
from plaza.network.queries.maps import directory_map
from plaza.web.answers import page

PER_PAGE = 50


@require_GET
@kept("network")
def index(request: HttpRequest) -> HttpResponse:
    """Organisations by name, narrowed down by the address."""
    narrow = queries.DirectoryFilter.from_query(request.GET)
    today = timezone.localdate()
    found = queries.directory(request.user, narrow, today)
    paged = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    around = _around(narrow, outline(request.user, narrow, today))
    lines = queries.found_as(request.user, narrow, list(paged))
    return page(request, "network/index.html", paged=paged, lines=lines, **around)


@require_GET
@kept("network", "programmes", "library", "activities")
def organisation(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """One organisation."""
    today = timezone.localdate()
    return page(
        request,
        "network/organisation.html",
        organisation=organisation,
        above=queries.above_of(request.user, organisation),
        aliases=organisation.aliases.order_by("name"),
        memberships=queries.membership_words(organisation.memberships.all(), today),
        units=queries.visible_organisations(request.user).filter(parent=organisation),
        contacts=queries.contacts_for(request.user, organisation, today),
        sections=of_organisations.written(request.user, organisation),
    )


def _around(narrow: queries.DirectoryFilter, whole: list[Line]) -> dict[str, Any]:
    """What stands beside the list and below it."""
    return {
        "narrow": narrow,
        "facets": facets(whole, narrow),
        "chips": chips(narrow),
        "map": directory_map(whole, narrow),
    }
