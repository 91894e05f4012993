"""Parts of organisations by their numbers, for the desk."""

from typing import Any

from django.http import Http404

from plaza.network.models import Alias, ContactPoint, Membership, Organisation


def alias_at_desk(viewer: Any, pk: int) -> Alias:
    """One other name with its organisation."""
    return _part(Alias, pk)  # type: ignore[no-any-return]


def membership_at_desk(viewer: Any, pk: int) -> Membership:
    """One membership with its organisation."""
    return _part(Membership, pk)  # type: ignore[no-any-return]


def contact_at_desk(viewer: Any, pk: int) -> ContactPoint:
    """One contact with its organisation."""
    return _part(ContactPoint, pk)  # type: ignore[no-any-return]


def unit_at_desk(viewer: Any, pk: int) -> Organisation:
    """One unit with what it is a part of."""
    found = (
        Organisation.objects.select_related("parent").filter(pk=pk, parent__isnull=False).first()
    )
    if found is None:
        raise Http404
    return found


def _part(model: Any, pk: int) -> Any:
    found = model.objects.select_related("organisation").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
