"""The desk: people, their roles and where they work."""

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaza.ledger.words import history_of
from plaza.network import actions
from plaza.network.forms import people as forms
from plaza.network.models import Affiliation, Person
from plaza.network.queries.people import people as people_by_name
from plaza.web.answers import done, page, performs

PER_PAGE = 50


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """People by name, with their roles and where they work."""
    words = request.GET.get("q", "").strip()
    found = people_by_name(words, timezone.localdate())
    paged = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return page(request, "network/people.html", paged=paged, words=words)


@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest) -> HttpResponse:
    """Enter a person."""
    start = {"time_zone": request.user.time_zone}  # type: ignore[union-attr]
    form = forms.NewPersonForm(request.POST or None, initial=start)
    if not performs(
        form,
        lambda: actions.record_person(by=request.user, **form.cleaned_data),
    ):
        return page(request, "network/new_person.html", form=form)
    made: Person = form.result  # type: ignore[attr-defined]
    return done(request, to=person_url(made), say=_("%(name)s is entered.") % {"name": made})


@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, person: Person) -> HttpResponse:
    """What is known of a person, and what she may do."""
    form = forms.PersonForm(request.POST or None, person=person)
    if not performs(
        form, lambda: actions.edit_person(person, by=request.user, **form.cleaned_data)
    ):
        return page(request, "network/person.html", **_about(person, form=form))
    return done(request, to=person_url(person), part="network/_said.html", say=_("Saved."))


@require_POST
def add_address(request: HttpRequest, person: Person) -> HttpResponse:
    """Let her sign in and be written to at one more address."""
    return _act(
        request, person, forms.AddressForm(request.POST), "address_form", actions.add_address
    )


@require_POST
def remove_address(request: HttpRequest, person: Person) -> HttpResponse:
    """Take an address away."""
    form = forms.AddressForm(request.POST)
    return _act(request, person, form, "address_form", actions.remove_address)


@require_POST
def give_role(request: HttpRequest, person: Person) -> HttpResponse:
    """Let her act in a role."""
    return _act(request, person, forms.RoleForm(request.POST), "role_form", actions.give_role)


@require_POST
def take_role(request: HttpRequest, person: Person) -> HttpResponse:
    """End a role."""
    return _act(request, person, forms.RoleForm(request.POST), "role_form", actions.take_role)


@require_POST
def affiliate(request: HttpRequest, person: Person) -> HttpResponse:
    """Say where she works."""
    form = forms.AffiliationForm(request.POST)
    return _act(request, person, form, "affiliation_form", actions.affiliate)


@require_POST
def remove_affiliation(request: HttpRequest, affiliation: Affiliation) -> HttpResponse:
    """Take out where she works."""
    actions.remove_part(affiliation, by=request.user)
    said = _("Taken out. The history keeps what it said.")
    return done(request, to=person_url(affiliation.person), say=said)


@require_POST
def close_account(request: HttpRequest, person: Person) -> HttpResponse:
    """Let nobody sign in as her."""
    actions.close_account(person, by=request.user)
    said = _("%(name)s cannot sign in any more.") % {"name": person}
    return done(request, to=person_url(person), say=said)


@require_POST
def open_account(request: HttpRequest, person: Person) -> HttpResponse:
    """Let her sign in again."""
    actions.open_account(person, by=request.user)
    return done(
        request, to=person_url(person), say=_("%(name)s can sign in again.") % {"name": person}
    )


@require_http_methods(["GET", "POST"])
def erase_person(request: HttpRequest, person: Person) -> HttpResponse:
    """Take away all that is about her."""
    form = forms.EraseForm(request.POST or None, person=person)
    if not performs(form, lambda: actions.erase_person(person, by=request.user)):
        return page(request, "network/erase_person.html", form=form, person=person)
    return done(
        request,
        to=reverse("network:people"),
        say=_("She is erased. Her deeds stay under a pseudonym."),
    )


def person_url(person: Person) -> str:
    """Where the desk keeps a person."""
    return reverse("network:person", args=[person.pk])


def _act(
    request: HttpRequest,
    person: Person,
    form: django_forms.Form,
    name: str,
    action: Callable[..., Any],
) -> HttpResponse:
    if not performs(form, lambda: action(person, by=request.user, **form.cleaned_data)):
        return page(request, "network/person.html", wrong=form, **_about(person, **{name: form}))
    return done(request, to=person_url(person), say=_("Saved."))


def _about(person: Person, **bound: django_forms.Form) -> dict[str, Any]:
    return {
        "person": person,
        "form": forms.PersonForm(person=person),
        "roles": person.roles.order_by("kind"),
        "addresses": person.emailaddress_set.order_by("-primary", "pk"),  # type: ignore[attr-defined]
        "affiliations": person.affiliations.select_related("organisation").order_by("from_on"),
        "address_form": forms.AddressForm(),
        "role_form": forms.RoleForm(),
        "affiliation_form": forms.AffiliationForm(),
        "history": history_of(person),
    } | bound
