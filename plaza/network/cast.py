"""The fixed cast of the demo and of the tests. They are invented; nobody else is."""

from typing import Any, NamedTuple

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plaza.network.actions import record_person
from plaza.network.models import Person, Role


class Member(NamedTuple):
    """Somebody of the cast: what she is called, where she reads mail, what she does."""

    name: str
    address: str
    does: str | Promise
    roles: tuple[str, ...] = ()
    language: str = "en"
    time_zone: str = "Europe/Amsterdam"


CAST = (
    Member("Ana", "ana@plaza.example", _("hosts and facilitates"), time_zone="Europe/Zagreb"),
    Member("Ben", "ben@plaza.example", _("is a member's contact"), time_zone="Europe/Sofia"),
    Member(
        "Cleo",
        "cleo@plaza.example",
        _("comes from outside and applies"),
        language="uk",
        time_zone="Europe/Kyiv",
    ),
    Member("Dora", "dora@plaza.example", _("runs the network"), (Role.Kind.SECRETARIAT,)),
    Member("Emil", "emil@plaza.example", _("edits"), (Role.Kind.EDITOR,)),
    Member("Fay", "fay@plaza.example", _("reviews")),
)


@transaction.atomic
def enter_cast(*, by: Any) -> dict[str, Person]:
    """Enter the cast through the same actions as people; answers them by first name."""
    return {
        one.name.lower(): record_person(
            name=one.name,
            address=one.address,
            roles=one.roles,
            language=one.language,
            time_zone=one.time_zone,
            by=by,
        )
        for one in CAST
    }
