"""Memberships, rows and units at the desk."""

import datetime as dt

import pytest

from plaza.ledger.models import Entry
from plaza.network.actions import (
    add_contact,
    make_unit,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("2014", "2015"), (dt.date(2014, 1, 1), dt.date(2015, 12, 31))),
        (("2014-03", "2015-02"), (dt.date(2014, 3, 1), dt.date(2015, 2, 28))),
        (("1.3.2014", ""), (dt.date(2014, 3, 1), None)),
    ],
)
def test_a_membership_is_added_with_days_as_people_write_them(desk, academy, typed, kept):
    desk.post(
        f"/desk/organisations/{academy.pk}/memberships/",
        {"new-category": "full", "new-from_on": typed[0], "new-until_on": typed[1]},
    )

    assert list(academy.memberships.values_list("from_on", "until_on")) == [kept]


@pytest.mark.parametrize("written", ["2014-13", "31.2.2014", "soon", "14"])
def test_a_day_that_is_none_is_refused_with_an_example(desk, academy, written):
    answer = desk.post(
        f"/desk/organisations/{academy.pk}/memberships/",
        {"new-category": "full", "new-from_on": written},
    )

    assert (answer.status_code, academy.memberships.count()) == (422, 0)
    assert "2014-03-01" in answer.content.decode()


def test_a_second_membership_at_the_same_time_is_refused_in_the_form(desk, member):
    answer = desk.post(
        f"/desk/organisations/{member.pk}/memberships/",
        {"new-category": "full", "new-from_on": "2020"},
    )

    assert answer.status_code == 422
    assert "is already a member in this time." in answer.content.decode()


def test_each_row_saves_by_itself(desk, member, dora):
    alias, membership = member.aliases.get(), member.memberships.get()
    contact = add_contact(member, name="Mila", by=dora)
    sent = {
        f"/desk/names/{alias.pk}/edit/": {
            f"names-{alias.pk}-name": "Učilište",
            f"names-{alias.pk}-language": "hr",
        },
        f"/desk/memberships/{membership.pk}/edit/": {
            f"memberships-{membership.pk}-category": "affiliate",
            f"memberships-{membership.pk}-from_on": "2014-04-01",
        },
        f"/desk/contacts/{contact.pk}/edit/": {
            f"contacts-{contact.pk}-name": "Mila",
            f"contacts-{contact.pk}-mail": "mila@x.example",
            f"contacts-{contact.pk}-is_public": "on",
        },
    }

    assert [desk.post(address, typed).status_code for address, typed in sent.items()] == [302] * 3
    for row in (alias, membership, contact):
        row.refresh_from_db()
    assert (alias.name, alias.language) == ("Učilište", "hr")
    assert membership.category == "affiliate"
    assert (contact.mail, contact.is_public) == ("mila@x.example", True)


def test_a_row_that_is_wrong_keeps_what_was_typed(desk, member):
    membership = member.memberships.get()

    answer = desk.post(
        f"/desk/memberships/{membership.pk}/edit/",
        {
            f"memberships-{membership.pk}-category": "full",
            f"memberships-{membership.pk}-from_on": "2014",
            f"memberships-{membership.pk}-until_on": "1999",
        },
    )

    assert answer.status_code == 422
    assert 'value="1999"' in answer.content.decode()


def test_a_row_is_taken_out_and_the_history_keeps_it(desk, academy):
    alias = academy.aliases.get()

    answer = desk.post(f"/desk/names/{alias.pk}/remove/")

    assert answer.url == f"/desk/organisations/{academy.pk}/?at=names#names"
    last = Entry.objects.order_by("-id").first()
    assert (last.verb, last.changes["name"]) == (
        "remove",
        ["Pučko otvoreno učilište Korak po korak", None],
    )


def test_a_row_that_is_gone_is_not_found(desk, academy):
    for noun in ("names", "memberships", "contacts"):
        assert desk.post(f"/desk/{noun}/999/edit/").status_code == 404


def test_units_are_added_and_released(desk, academy, league):
    desk.post(
        f"/desk/organisations/{academy.pk}/units/",
        {"unit": "Krok za Krokam", "unit_key": league.pk},
    )
    league.refresh_from_db()
    assert league.parent == academy

    desk.post(f"/desk/organisations/{league.pk}/release/")
    league.refresh_from_db()
    assert league.parent is None


def test_a_circle_of_units_is_refused(desk, academy, league, dora):
    make_unit(academy, of=league, by=dora)

    answer = desk.post(f"/desk/organisations/{academy.pk}/units/", {"unit": "Krok za Krokam"})

    assert answer.status_code == 422
    league.refresh_from_db()
    assert league.parent is None
