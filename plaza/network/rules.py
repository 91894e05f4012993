"""Who may, in the network. A docstring is the sentence in docs/access.md."""

import datetime as dt
from typing import Any

from django.db.models import Q
from django.utils import timezone

from plaza.network.models import Person, Role
from plaza.web.models import Visibility


def roles_of(viewer: Any) -> frozenset[str]:
    """The roles of a viewer, read once per request."""
    if not isinstance(viewer, Person):
        return frozenset()
    if not hasattr(viewer, "_role_kinds"):
        viewer._role_kinds = frozenset(viewer.roles.values_list("kind", flat=True))  # type: ignore[attr-defined]
    return viewer._role_kinds  # type: ignore[attr-defined, no-any-return]


def desk(viewer: Any, *subjects: Any) -> bool:
    """Secretariat and editors."""
    return bool(roles_of(viewer) & {Role.Kind.SECRETARIAT, Role.Kind.EDITOR})


def secretariat(viewer: Any, *subjects: Any) -> bool:
    """The secretariat."""
    return Role.Kind.SECRETARIAT in roles_of(viewer)


def insider(viewer: Any, *subjects: Any) -> bool:
    """People who work with an organisation of the network today, or hold a role in it."""
    if not isinstance(viewer, Person):
        return False
    if roles_of(viewer):
        return True
    if not hasattr(viewer, "_is_affiliated"):
        viewer._is_affiliated = viewer.affiliations.filter(on_day(timezone.localdate())).exists()  # type: ignore[attr-defined]
    return viewer._is_affiliated  # type: ignore[attr-defined, no-any-return]


def visibilities(viewer: Any) -> tuple[str, ...]:
    """What a viewer sees, as values of the field *visibility*."""
    if desk(viewer):
        return (Visibility.PUBLIC, Visibility.MEMBERS, Visibility.DESK)
    if insider(viewer):
        return (Visibility.PUBLIC, Visibility.MEMBERS)
    return (Visibility.PUBLIC,)


def sees(viewer: Any, record: Any) -> bool:
    """Whoever the record is shown to: everybody, members, or the desk."""
    return record.visibility in visibilities(viewer)


def visible_to(viewer: Any, field: str = "visibility") -> Q:
    """Rows that a viewer sees; `field` leads to the visibility: `resource__visibility`."""
    seen = visibilities(viewer)
    return Q() if len(seen) == len(Visibility) else Q(**{f"{field}__in": seen})


def on_day(day: dt.date, first: str = "from_on", last: str = "until_on") -> Q:
    """Rows of a dated interval that may cover a day; an end that is not known is open."""
    return (Q(**{f"{first}__isnull": True}) | Q(**{f"{first}__lte": day})) & (
        Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": day})
    )
