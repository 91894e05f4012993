"""The desk: organisations and what is known of them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plaza.ledger.meanwhile import seen_in
from plaza.network import actions, queries
from plaza.network.forms import OrganisationForm
from plaza.network.matching import Matcher, likely_twins
from plaza.network.models import Organisation
from plaza.network.views.parts import editing
from plaza.web.answers import done, page, performs

PER_PAGE = 50


@require_GET
def organisations(request: HttpRequest) -> HttpResponse:
    """All organisations, found by any of their names."""
    narrow = queries.DirectoryFilter.from_query(request.GET)
    found = queries.directory(request.user, narrow, timezone.localdate())
    paged = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return page(
        request,
        "network/organisations.html",
        narrow=narrow,
        paged=paged,
        lines=queries.found_as(request.user, narrow, list(paged)),
    )


@require_GET
def suggest(request: HttpRequest) -> HttpResponse:
    """Organisations for a field, found by any of their names."""
    words = request.GET.get("q", "")[:200]
    return page(request, "network/_suggestions.html", suggestions=queries.suggestions(words))


@require_http_methods(["GET", "POST"])
def new_organisation(request: HttpRequest) -> HttpResponse:
    """Enter an organisation; what is like it is shown before it is entered twice."""
    form = OrganisationForm(request.POST or None)
    near = _near(form) if form.is_bound and "anyway" not in request.POST else []
    if near or not performs(
        form,
        lambda: actions.record_organisation(by=request.user, **form.cleaned_data),
    ):
        return page(request, "network/new_organisation.html", form=form, near=near)
    made: Organisation = form.result  # type: ignore[attr-defined]
    return done(request, to=edit_url(made), say=_("%(name)s is entered.") % {"name": made})


@require_http_methods(["GET", "POST"])
def edit_organisation(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Change what is known of an organisation."""
    form = OrganisationForm(request.POST or None, organisation=organisation)
    if not performs(
        form,
        lambda: actions.edit_organisation(
            organisation, by=request.user, seen=seen_in(request.POST), **form.cleaned_data
        ),
    ):
        return page(
            request, "network/edit_organisation.html", **editing(request, organisation, form=form)
        )
    said = _("Saved.")
    return done(request, to=edit_url(organisation), part="network/_said.html", say=said)


@require_GET
def twins(request: HttpRequest) -> HttpResponse:
    """Records that may be one organisation."""
    return page(request, "network/twins.html", pairs=likely_twins())


def edit_url(organisation: Organisation) -> str:
    """Where the desk keeps an organisation."""
    return reverse("network:edit_organisation", args=[organisation.pk])


def _near(form: OrganisationForm) -> list[Any]:
    if not form.is_valid():
        return []
    matcher, country = Matcher(), form.cleaned_data["country"]
    found = [
        one for name in form.cleaned_data["name"].values() for one in matcher.match(name, country)
    ]
    return list({one.organisation.pk: one for one in found if one.score >= 0.7}.values())
