"""What the desk looks at."""

from typing import Any

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from plaza.programmes.models import Contribution, Programme, Strand
from plaza.programmes.queries.visible import visible_programme, visible_programmes


def desk_programmes(viewer: Any) -> QuerySet[Programme]:
    """All programmes for the desk, each with how many organisations carry it and rows of money."""
    return visible_programmes(viewer).annotate(
        partner_count=Count("partners__organisation", distinct=True),
        money_count=Count("contributions", distinct=True),
    )


def desk_programme(viewer: Any, slug: str) -> Programme:
    """A programme as the desk edits it."""
    return visible_programme(viewer, slug)


def desk_strand(viewer: Any, slug: str, id: int) -> Strand:
    """A strand of a programme, as the desk edits it."""
    found = Strand.objects.select_related("programme", "parent")
    return get_object_or_404(found, pk=id, programme__slug=slug)


def desk_contribution(viewer: Any, id: int) -> Contribution:
    """Money that somebody gives, as the desk edits it."""
    return get_object_or_404(Contribution.objects.select_related("programme"), pk=id)
