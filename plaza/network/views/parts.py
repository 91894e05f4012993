"""The desk: names, memberships, contacts and units of an organisation, row by row."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plaza.ledger.meanwhile import last_entry, seen_in
from plaza.ledger.words import told
from plaza.network import actions, forms, queries
from plaza.network.models import Alias, ContactPoint, Membership, Organisation
from plaza.web.answers import done, page, performs


class Row(NamedTuple):
    """One part with the form in which it is changed."""

    part: Any
    form: django_forms.Form


class Kind(NamedTuple):
    """How one kind of part is changed."""

    form: type[django_forms.Form]
    fields: tuple[str, ...]
    place: str
    edit: Callable[..., Any]


KINDS: Mapping[type, Kind] = {
    Alias: Kind(forms.AliasForm, ("name", "language"), "names", actions.edit_part),
    Membership: Kind(
        forms.MembershipForm,
        ("category", "from_on", "until_on", "known_on", "basis"),
        "memberships",
        actions.edit_membership,
    ),
    ContactPoint: Kind(
        forms.ContactForm,
        ("name", "mail", "valid_from", "valid_until", "is_public"),
        "contacts",
        actions.edit_part,
    ),
}


@require_POST
def add_names(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Keep other names, one in each line."""
    form = forms.NewNamesForm(request.POST)
    return _added(request, organisation, form, "names", actions.add_aliases)


@require_POST
def add_membership(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Say when it was a member."""
    form = forms.MembershipForm(request.POST, prefix="new")
    return _added(request, organisation, form, "memberships", actions.record_membership)


@require_POST
def add_contacts(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Say whom to ask, one in each line."""
    form = forms.NewContactsForm(request.POST)
    return _added(request, organisation, form, "contacts", actions.add_contacts)


@require_POST
def add_unit(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Say which organisation is a part of this one."""
    form = forms.UnitForm(request.POST)

    def make_unit(of: Organisation, *, unit: Organisation, by: Any) -> Any:
        return actions.make_unit(unit, of=of, by=by)

    return _added(request, organisation, form, "units", make_unit)


@require_POST
def release_unit(request: HttpRequest, unit: Organisation) -> HttpResponse:
    """Say that it is a part of no other one."""
    above = unit.parent or unit
    actions.release_unit(unit, by=request.user)
    return _answer(request, above, "units", _("It stands alone now."))


@require_POST
def edit_part(request: HttpRequest, part: Any) -> HttpResponse:
    """Change one name, membership or contact."""
    kind = KINDS[type(part)]
    form = kind.form(request.POST, prefix=_prefix(part))
    seen = seen_in(request.POST)
    if not performs(form, lambda: kind.edit(part, by=request.user, seen=seen, **form.cleaned_data)):
        bound = {_prefix(part): form}
        return page(
            request,
            "network/edit_organisation.html",
            wrong=form,
            **editing(request, part.organisation, bound=bound),
        )
    place = f"{_edit_url(part.organisation)}#{kind.place}"
    return done(request, to=place, part="network/_said.html", say=_("Saved."))


@require_POST
def remove_part(request: HttpRequest, part: Any) -> HttpResponse:
    """Take one name, membership or contact out."""
    organisation, place = part.organisation, KINDS[type(part)].place
    actions.remove_part(part, by=request.user)
    return _answer(request, organisation, place, _("Taken out. The history keeps what it said."))


def editing(
    request: HttpRequest,
    organisation: Organisation,
    *,
    form: django_forms.Form | None = None,
    bound: Mapping[str, django_forms.Form] | None = None,
) -> dict[str, Any]:
    """What the desk's page of an organisation needs; forms that went wrong keep what was typed."""
    kept = bound or {}
    return {
        "organisation": organisation,
        "form": form or forms.OrganisationForm(organisation=organisation),
        "at": request.GET.get("at", ""),
        "seen": last_entry(organisation),
        "history": [told(entry) for entry in queries.history_of(organisation)[:50]],
        **_parts(organisation, kept),
        **_new_parts(kept),
    }


def _parts(organisation: Organisation, kept: Mapping[str, django_forms.Form]) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "names": _rows(organisation.aliases.order_by("name"), kept),
        "memberships": _rows(organisation.memberships.order_by("from_on", "pk"), kept),
        "sentences": queries.membership_words(organisation.memberships.all(), today),
        "contacts": _rows(organisation.contact_points.order_by("name", "pk"), kept),
        "units": organisation.units.order_by("sort_name"),
    }


def _new_parts(kept: Mapping[str, django_forms.Form]) -> dict[str, Any]:
    return {
        "new_names": kept.get("names") or forms.NewNamesForm(),
        "new_membership": kept.get("memberships") or forms.MembershipForm(prefix="new"),
        "new_contacts": kept.get("contacts") or forms.NewContactsForm(),
        "new_unit": kept.get("units") or forms.UnitForm(),
    }


def _added(
    request: HttpRequest,
    organisation: Organisation,
    form: django_forms.Form,
    place: str,
    action: Callable[..., Any],
) -> HttpResponse:
    if performs(form, lambda: action(organisation, by=request.user, **form.cleaned_data)):
        return _answer(request, organisation, place, _("Added."))
    context = editing(request, organisation, bound={place: form}) | {"at": place}
    whole = "network/edit_organisation.html"
    part = f"network/_{place}.html"
    return page(request, part if getattr(request, "htmx", False) else whole, wrong=form, **context)


def _answer(
    request: HttpRequest, organisation: Organisation, place: str, said: str
) -> HttpResponse:
    organisation.refresh_from_db()
    context = editing(request, organisation) | {"at": place}
    context.pop("organisation")
    if getattr(request, "htmx", False):
        return done(request, to=organisation, part=f"network/_{place}.html", say=said, **context)
    return done(request, to=f"{_edit_url(organisation)}?at={place}#{place}", say=said)


def _rows(parts: Any, kept: Mapping[str, django_forms.Form]) -> list[Row]:
    return [Row(part, kept.get(_prefix(part)) or _form_of(part)) for part in parts]


def _form_of(part: Any) -> django_forms.Form:
    kind = KINDS[type(part)]
    held = {name: getattr(part, name) for name in kind.fields}
    return kind.form(initial=held, prefix=_prefix(part))


def _prefix(part: Any) -> str:
    return f"{KINDS[type(part)].place}-{part.pk}"


def _edit_url(organisation: Organisation) -> str:
    return reverse("network:edit_organisation", args=[organisation.pk])
