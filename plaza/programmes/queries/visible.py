"""What of the programmes a viewer sees."""

from typing import Any

from django.db.models import F, Prefetch, QuerySet
from django.http import Http404

from plaza.network.models import Organisation
from plaza.network.queries import as_read_by
from plaza.network.rules import visible_to
from plaza.programmes.models import Partner, Programme


def visible_programmes(viewer: Any) -> QuerySet[Programme]:
    """Programmes a viewer sees, the newest first."""
    return Programme.objects.filter(visible_to(viewer)).order_by(
        F("year").desc(nulls_last=True), F("starts_on").desc(nulls_last=True), "sort_title", "pk"
    )


def visible_programme(viewer: Any, slug: str) -> Programme:
    """The programme of this address, or 404."""
    found = visible_programmes(viewer).filter(slug=slug)
    found = found.prefetch_related(_partners(viewer), "strands")
    programme = found.first()
    if programme is None:
        raise Http404
    return programme


def programmes_by_kind(viewer: Any) -> list[tuple[str, str, list[Programme]]]:
    """Every programme a viewer sees, kind by kind: key, words, programmes with who leads them.

    Two queries.
    """
    leads = as_read_by(viewer, Partner.objects.filter(role=Partner.Role.LEAD)).only(
        "programme",
        "role",
        "organisation__name",
        "organisation__sort_name",
        "organisation__country",
        "organisation__visibility",
    )
    brief = visible_programmes(viewer).defer("aims")
    found = list(brief.prefetch_related(Prefetch("partners", leads)))
    groups = ((str(kind), [one for one in found if one.kind == kind]) for kind in Programme.Kind)
    return [(kind, str(Programme.Kind(kind).label), rows) for kind, rows in groups if rows]


def partners_by_role(programme: Programme) -> list[tuple[str, list[Organisation]]]:
    """Who carries a programme, role by role in their order."""
    partners = list(programme.partners.all())
    groups = (
        (role, [one.organisation for one in partners if one.role == role]) for role in Partner.Role
    )
    return [
        (str(role.label), sorted(found, key=lambda one: one.sort_name.casefold()))
        for role, found in groups
        if found
    ]


def _partners(viewer: Any) -> "Prefetch[str]":
    """Who carries a programme, as the viewer may read it."""
    return Prefetch("partners", as_read_by(viewer, Partner.objects.all()))
