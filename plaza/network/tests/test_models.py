"""What must never be false of organisations and people cannot be written."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from plaza.network.models import (
    Affiliation,
    Alias,
    ContactPoint,
    Membership,
    Network,
    Organisation,
    Person,
    Role,
)

LATE, EARLY = dt.date(2020, 1, 1), dt.date(2010, 1, 1)


def broken(name, write):
    """Whether the database refuses, and names the constraint (or its columns, on SQLite)."""
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        write()
    return name in str(refused.value) or "UNIQUE" in str(refused.value).upper()


def test_an_organisation_has_a_name(academy):
    write = Organisation.objects.filter(pk=academy.pk).update
    assert broken("organisation_has_a_name", lambda: write(sort_name=""))


def test_an_organisation_is_no_unit_of_itself(academy):
    write = Organisation.objects.filter(pk=academy.pk).update
    assert broken("organisation_is_no_unit_of_itself", lambda: write(parent=academy.pk))


@pytest.mark.parametrize("into_itself", [True, False])
def test_a_merged_organisation_says_when_and_into_another(academy, league, into_itself):
    row = Organisation.objects.filter(pk=academy.pk)
    wrong = (
        {"merged_into": academy.pk, "merged_at": timezone.now()}
        if into_itself
        else {"merged_into": league.pk}
    )
    assert broken("organisation_merged_says_when", lambda: row.update(**wrong))


def test_only_one_organisation_is_the_office(academy, league):
    Organisation.objects.filter(pk=academy.pk).update(is_secretariat=True)
    row = Organisation.objects.filter(pk=league.pk)
    assert broken("is_the_secretariat", lambda: row.update(is_secretariat=True))


def test_another_name_is_written_once_and_not_empty(academy):
    again = Alias(organisation=academy, name=academy.aliases.get().name)
    assert broken("alias_is_written_once", again.save)
    assert broken("alias_has_a_name", Alias(organisation=academy, name="").save)


def test_a_membership_ends_after_it_starts(academy):
    wrong = Membership(organisation=academy, from_on=LATE, until_on=EARLY)
    assert broken("membership_ends_after_it_starts", wrong.save)


@pytest.mark.parametrize("known_on", [EARLY, dt.date(2030, 1, 1)])
def test_a_membership_is_known_while_it_lasts(academy, known_on):
    wrong = Membership(
        organisation=academy, from_on=LATE, until_on=dt.date(2025, 1, 1), known_on=known_on
    )
    assert broken("membership_is_known_while_it_lasts", wrong.save)


@pytest.mark.parametrize("start", [LATE, None])
def test_a_membership_starts_once(academy, start):
    Membership.objects.create(organisation=academy, from_on=start)
    assert broken("membership_", Membership(organisation=academy, from_on=start).save)


def test_an_affiliation_ends_after_it_starts(academy, ben):
    wrong = Affiliation(person=ben, organisation=academy, from_on=LATE, until_on=EARLY)
    assert broken("affiliation_ends_after_it_starts", wrong.save)


def test_a_contact_has_a_name_or_an_address_and_ends_after_it_starts(academy):
    nobody = ContactPoint(organisation=academy)
    backwards = ContactPoint(organisation=academy, name="M", valid_from=LATE, valid_until=EARLY)
    assert broken("contact_point_has_a_name_or_an_address", nobody.save)
    assert broken("contact_point_ends_after_it_starts", backwards.save)


def test_a_role_is_held_once(dora):
    assert broken("role_is_held_once", Role(person=dora, kind="secretariat").save)


def test_system_users_have_names_of_their_own(system):
    assert broken("person_system_users", Person(name=system.name, is_system=True).save)


def test_an_erased_person_cannot_sign_in(ben):
    row = Person.objects.filter(pk=ben.pk)
    assert broken("person_erased_cannot_sign_in", lambda: row.update(erased_at=timezone.now()))


def test_there_is_one_network(db):
    assert broken("network_is_one_row", Network(id=2).save)
