"""Verbs of organisations and of their parts."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from plaza.ledger.actions import amend, create, remove
from plaza.ledger.meanwhile import own_facts
from plaza.network.models import Alias, ContactPoint, Membership, Organisation
from plaza.network.times import overlap
from plaza.web.refusals import Refused
from plaza.web.slugs import free_slug
from plaza.web.text import Text, as_text, sort_form


@transaction.atomic
def record_organisation(
    *, name: Text | str, by: Any, aliases: tuple[str, ...] = (), **facts: Any
) -> Organisation:
    """Enter an organisation with the other names it goes by."""
    named = as_text(name)
    organisation = Organisation(
        name=named,
        sort_name=sort_form(named, 300),
        slug=facts.pop("slug", "") or free_slug(Organisation, named, otherwise="organisation"),
        **facts,
    )
    create(organisation, by=by)
    add_aliases(organisation, names=aliases, by=by)
    return organisation


@transaction.atomic
def edit_organisation(
    organisation: Organisation, *, by: Any, seen: int | None = None, **facts: Any
) -> bool:
    """Change an organisation; its address stays, an old name is kept as another name.

    `seen` is the last deed that the page knew; what others changed since is left or told.
    """
    facts = own_facts(organisation, facts, seen=seen, by=by)
    _refuse_circles(organisation, facts.get("parent"))
    if "name" in facts:
        facts["name"] = as_text(facts["name"])
        facts["sort_name"] = sort_form(facts["name"], 300)
        before = organisation.sort_name
        if before and before != facts["sort_name"]:
            add_alias(organisation, name=before, by=by, known={facts["sort_name"]})
    return amend(organisation, by=by, **facts)


@transaction.atomic
def make_unit(unit: Organisation, *, of: Organisation, by: Any) -> bool:
    """Say that an organisation is a part of another one."""
    if unit.merged_into_id or of.merged_into_id:
        raise Refused(_("One of the two was merged into another organisation."))
    _refuse_circles(unit, of)
    return amend(unit, by=by, parent=of)


def release_unit(unit: Organisation, *, by: Any) -> bool:
    """Say that an organisation is a part of no other one."""
    return amend(unit, by=by, parent=None)


@transaction.atomic
def add_alias(
    organisation: Organisation,
    *,
    name: str,
    by: Any,
    language: str = "",
    known: set[str] | None = None,
) -> Alias | None:
    """Keep another name; one that is already known adds nothing."""
    name = " ".join(name.split())[:300]
    known = known or {organisation.sort_name, *organisation.name.values()}
    if not name or name in known or organisation.aliases.filter(name=name).exists():
        return None
    return create(Alias(organisation=organisation, name=name, language=language), by=by)


@transaction.atomic
def add_aliases(
    organisation: Organisation, *, names: tuple[str, ...], by: Any, language: str = ""
) -> list[Alias]:
    """Keep many other names at once; those that are already known add nothing."""
    kept = (add_alias(organisation, name=name, by=by, language=language) for name in names)
    return [alias for alias in kept if alias is not None]


@transaction.atomic
def record_membership(
    organisation: Organisation,
    *,
    by: Any,
    category: str = Membership.Category.OTHER,
    from_on: dt.date | None = None,
    until_on: dt.date | None = None,
    known_on: dt.date | None = None,
    basis: str = "",
) -> Membership:
    """Say that an organisation is a member during a time; two times cannot overlap.

    Where the first day is not known, `known_on` is the earliest day for which somebody has
    said so, such as the date of a printed list.
    """
    _refuse_overlap(organisation, from_on, until_on)
    return create(
        Membership(
            organisation=organisation,
            category=category,
            from_on=from_on,
            until_on=until_on,
            known_on=known_on,
            basis=basis,
        ),
        by=by,
    )


@transaction.atomic
def edit_membership(
    membership: Membership, *, by: Any, seen: int | None = None, **facts: Any
) -> bool:
    """Change a membership; two times of one organisation cannot overlap."""
    facts = own_facts(membership, facts, seen=seen, by=by)
    _refuse_overlap(
        membership.organisation,
        facts.get("from_on", membership.from_on),
        facts.get("until_on", membership.until_on),
        apart_from=membership,
    )
    return amend(membership, by=by, **facts)


def add_contact(organisation: Organisation, *, by: Any, **facts: Any) -> ContactPoint:
    """Say whom to ask at an organisation."""
    return create(ContactPoint(organisation=organisation, **facts), by=by)


@transaction.atomic
def add_contacts(
    organisation: Organisation, *, contacts: tuple[dict[str, Any], ...], by: Any
) -> list[ContactPoint]:
    """Say whom to ask, many at once; those that are there already add nothing."""
    known = set(organisation.contact_points.values_list("name", "mail"))
    new = [one for one in contacts if (one["name"], one["mail"]) not in known]
    return [add_contact(organisation, by=by, **one) for one in new]


@transaction.atomic
def edit_part(part: Any, *, by: Any, seen: int | None = None, **facts: Any) -> bool:
    """Change a name or a contact of an organisation; `seen` as in `edit_organisation`."""
    return amend(part, by=by, **own_facts(part, facts, seen=seen, by=by))


def remove_part(part: Any, *, by: Any) -> None:
    """Take a name, a membership or a contact away from an organisation."""
    remove(part, by=by)


def _refuse_overlap(
    organisation: Organisation,
    from_on: dt.date | None,
    until_on: dt.date | None,
    apart_from: Membership | None = None,
) -> None:
    others = organisation.memberships.select_for_update()
    for other in others.exclude(pk=apart_from.pk) if apart_from else others:
        if overlap((from_on, until_on), (other.from_on, other.until_on)):
            raise Refused(_("%(name)s is already a member in this time.") % {"name": organisation})


def _refuse_circles(unit: Organisation, above: Organisation | None) -> None:
    while above is not None:
        if above.pk == unit.pk:
            raise Refused(_("An organisation cannot be a unit of itself or of its own unit."))
        above = above.parent
