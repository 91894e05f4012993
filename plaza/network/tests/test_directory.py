"""The directory finds organisations and shows what each visitor may see."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plaza.network.actions import (
    add_contact,
    edit_organisation,
    make_unit,
    merge_organisation,
    record_organisation,
)
from plaza.network.pages import Section, Sections


def found(client, query=""):
    return [str(line.organisation) for line in client.get(f"/network/{query}").context["lines"]]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Krok za Krokam", "Open Academy Step by Step"]),
        ("?q=academy", ["Open Academy Step by Step"]),
        ("?q=PUCKO+uciliste", ["Open Academy Step by Step"]),
        ("?q=Крок", ["Krok za Krokam"]),
        ("?q=nobody", []),
        ("?country=HR", ["Open Academy Step by Step"]),
        ("?country=HR&country=BY", ["Krok za Krokam", "Open Academy Step by Step"]),
        ("?kind=ngo", ["Krok za Krokam"]),
        ("?member=now", ["Open Academy Step by Step"]),
        ("?kind=nonsense&country=1&page=77", ["Krok za Krokam", "Open Academy Step by Step"]),
    ],
)
def test_the_address_narrows_the_directory_down(client, member, league, query, names):
    assert found(client, query) == names


def test_a_line_says_under_which_other_name_it_was_found(client, academy):
    lines = client.get("/network/?q=korak").context["lines"]

    assert [line.found_as for line in lines] == ["Pučko otvoreno učilište Korak po korak"]


def test_facets_count_what_each_choice_leaves(client, member, league):
    facets = client.get("/network/?country=HR").context["facets"]

    counts = {
        facet.key: {choice.value: (choice.count, choice.chosen) for choice in facet.choices}
        for facet in facets
    }
    assert counts == {
        "member": {"now": (1, False)},
        "kind": {},
        "country": {"BY": (1, False), "HR": (1, True)},
    }


def test_the_map_has_a_table_behind_it(client, member, league):
    shown = client.get("/network/").context["map"]

    assert [(place.code, place.organisations, place.members) for place in shown.places] == [
        ("BY", 1, 0),
        ("HR", 1, 1),
    ]


@pytest.mark.parametrize(
    ("visibility", "visitor", "status"),
    [
        ("public", None, 200),
        ("members", None, 404),
        ("members", "cleo", 404),
        ("members", "ben", 200),
        ("desk", "ben", 404),
        ("desk", "emil", 200),
    ],
)
def test_a_page_is_there_for_those_who_may_see_it(
    client, academy, insider, cast, visibility, visitor, status
):
    edit_organisation(academy, visibility=visibility, by=cast["dora"])
    if visitor:
        client.force_login(cast[visitor])

    assert client.get("/network/open-academy-step-by-step/").status_code == status
    assert len(found(client)) == (status == 200)


def test_what_is_above_is_named_only_to_those_who_may_see_it(client, academy, league, dora):
    make_unit(academy, of=league, by=dora)
    pages = ("/network/open-academy-step-by-step/", "/network/?q=academy")

    def told():
        return ["Krok za Krokam" in client.get(page).content.decode() for page in pages]

    assert told() == [True, True]
    edit_organisation(league, visibility="desk", by=dora)
    assert told() == [False, False]
    client.force_login(dora)
    assert told() == [True, True]


def test_the_address_of_a_merged_record_does_not_lead_to_a_hidden_one(
    client, academy, league, dora
):
    merge_organisation(league, into=academy, by=dora)
    edit_organisation(academy, visibility="desk", by=dora)

    assert client.get("/network/krok-za-krokam/").status_code == 404
    client.force_login(dora)
    assert client.get("/network/krok-za-krokam/").url == "/network/open-academy-step-by-step/"


def test_contacts_of_today_are_shown_to_members_and_public_ones_to_all(
    client, academy, insider, cleo, dora
):
    today = dt.date.today()
    add_contact(academy, name="Now", by=dora)
    add_contact(academy, name="Open", is_public=True, by=dora)
    add_contact(academy, name="Gone", valid_until=today - dt.timedelta(days=3), by=dora)
    add_contact(academy, name="Later", valid_from=today + dt.timedelta(days=3), by=dora)

    def shown():
        page = client.get("/network/open-academy-step-by-step/")
        return [contact.name for contact in page.context["contacts"]]

    assert shown() == ["Open"]
    client.force_login(cleo)
    assert shown() == ["Open"]
    client.force_login(insider)
    assert shown() == ["Now", "Open"]


def test_higher_rooms_add_parts_to_the_page(academy, insider):
    def source(viewer, organisation):
        return Section("Activities", "network/_said.html", {"said": organisation.country})

    parts = Sections()
    parts.register(source, "activities")
    parts.register(source, "activities")
    parts.register(lambda viewer, organisation: None, "library")

    [part] = parts.written(insider, academy)
    assert "<h2>Activities</h2>" in part


def test_an_empty_network_says_what_will_be_there(client, db):
    page = client.get("/network/").content.decode()

    assert "The organisations of the network will stand here." in page


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [("/network/", 6), ("/network/?q=house", 7), ("/desk/organisations/", 9)],
)
def test_a_list_asks_the_same_number_of_questions(client, dora, system, number, address, queries):
    for place in range(number):
        record_organisation(name=f"House {place}", country="HR", aliases=("A", "B"), by=system)
    if address.startswith("/desk"):
        client.force_login(dora)
    client.get(address)

    with CaptureQueriesContext(connection) as asked:
        client.get(address)

    assert len(asked) == queries


@pytest.mark.parametrize("address", ["/about/", "/accessibility/", "/privacy/", "/uk/network/"])
def test_words_about_the_network_are_for_everybody(client, db, address):
    assert client.get(address).status_code == 200
