"""Verbs of people."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from plaza.ledger.actions import amend, create, record_deed, remove
from plaza.network.models import Affiliation, Organisation, Person, Role
from plaza.web.refusals import Refused


@transaction.atomic
def record_person(
    *, name: str, by: Any, address: str = "", roles: tuple[str, ...] = (), **facts: Any
) -> Person:
    """Enter a person, with a mail address she signs in with and the roles she holds."""
    person = create(Person(name=" ".join(name.split()), **facts), by=by)
    if address:
        add_address(person, address=address, by=by)
    for kind in roles:
        give_role(person, kind=kind, by=by)
    return person


@transaction.atomic
def edit_person(person: Person, *, by: Any, **facts: Any) -> bool:
    """Change a person's name, language or time zone."""
    return amend(person, by=by, **facts)


@transaction.atomic
def add_address(person: Person, *, address: str, by: Any) -> None:
    """Let a person sign in and be written to at an address; it belongs to one person."""
    if Person.objects.by_address(address) is not None:
        raise Refused(_("Somebody is already written to at %(address)s.") % {"address": address})
    first = not person.emailaddress_set.exists()  # type: ignore[attr-defined]
    person.emailaddress_set.create(  # type: ignore[attr-defined]
        email=address.strip().lower(), verified=True, primary=first
    )
    record_deed(person, "add_address", by=by)


@transaction.atomic
def remove_address(person: Person, *, address: str, by: Any) -> None:
    """Take an address away; the one after it is written to from then on."""
    addresses = person.emailaddress_set  # type: ignore[attr-defined]
    if not addresses.filter(email__iexact=address).delete()[0]:
        raise Refused(_("This address is not there any more."))
    if not addresses.filter(primary=True).exists():
        addresses.filter(pk__in=addresses.order_by("pk").values("pk")[:1]).update(primary=True)
    record_deed(person, "remove_address", by=by)


def give_role(person: Person, *, kind: str, by: Any) -> Role:
    """Let a person act in a role."""
    return create(Role(person=person, kind=kind), by=by)


@transaction.atomic
def take_role(person: Person, *, kind: str, by: Any) -> None:
    """End a role of a person; somebody always runs the network."""
    role = person.roles.select_for_update().filter(kind=kind).first()
    if role is None:
        raise Refused(_("%(name)s does not hold this role.") % {"name": person})
    if kind == Role.Kind.SECRETARIAT and not _others_run_it(person):
        raise Refused(
            _("%(name)s is the only one who runs the network. Give the role to somebody first.")
            % {"name": person}
        )
    remove(role, by=by)


@transaction.atomic
def affiliate(
    person: Person,
    *,
    organisation: Organisation,
    by: Any,
    is_contact: bool = False,
    from_on: dt.date | None = None,
    until_on: dt.date | None = None,
) -> Affiliation:
    """Say that a person works with an organisation, and whether she speaks for it."""
    if organisation.merged_into_id:
        raise Refused(_("%(name)s was merged into another one.") % {"name": organisation})
    return create(
        Affiliation(
            person=person,
            organisation=organisation,
            is_contact=is_contact,
            from_on=from_on,
            until_on=until_on,
        ),
        by=by,
    )


@transaction.atomic
def close_account(person: Person, *, by: Any) -> bool:
    """Let nobody sign in as this person any more; all she did stays."""
    if person.roles.filter(kind=Role.Kind.SECRETARIAT).exists() and not _others_run_it(person):
        raise Refused(
            _("%(name)s is the only one who runs the network. Give the role to somebody first.")
            % {"name": person}
        )
    return amend(person, by=by, verb="close_account", is_active=False)


@transaction.atomic
def open_account(person: Person, *, by: Any) -> bool:
    """Let a person sign in again."""
    if person.erased_at is not None:
        raise Refused(_("An erased person cannot sign in."))
    return amend(person, by=by, verb="open_account", is_active=True)


def _others_run_it(person: Person) -> bool:
    return (
        Role.objects.filter(kind=Role.Kind.SECRETARIAT, person__is_active=True)
        .exclude(person=person)
        .exists()
    )
