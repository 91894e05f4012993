"""The secretariat keeps people; each person keeps and erases her own data."""

import datetime as dt

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plaza.ledger.models import Entry
from plaza.network.actions import (
    add_contact,
    affiliate,
    edit_part,
    edit_person,
    erase_person,
    give_role,
    record_person,
    remove_part,
)
from plaza.network.models import ContactPoint, Person
from plaza.network.personal import Mention, Personal, undeclared_fields
from plaza.network.queries.mine import my_data
from plaza.web.refusals import Refused


def test_every_personal_field_says_what_it_is_for_and_when_it_ends():
    assert undeclared_fields() == []


def test_a_personal_field_that_nobody_declared_is_found(monkeypatch):
    declared = {name: why for name, why in Person.PERSONAL.items() if name != "time_zone"}
    monkeypatch.setattr(Person, "PERSONAL", declared)

    assert undeclared_fields() == ["network.Person.time_zone"]


def test_people_are_for_the_secretariat(client, emil, dora):
    client.force_login(emil)

    for address in ("", "new/", f"{dora.pk}/", f"{dora.pk}/erase/"):
        assert client.get(f"/desk/people/{address}").status_code == 403
    assert client.get("/desk/settings/").status_code == 403


@pytest.mark.parametrize("words", ["марія", "МАРІЯ", "Mariya", "марія коваль", "koval@plaza"])
def test_people_are_found_in_any_case_and_script(desk, dora, words):
    record_person(name="Марія Коваль", address="m.koval@plaza.example", by=dora)

    found = desk.get("/desk/people/", {"q": words}).context["paged"]

    assert [str(one) for one in found] == ["Марія Коваль"]


@pytest.mark.parametrize(
    ("query", "names"),
    [("?q=dora", ["Dora"]), ("?q=EMIL@plaza", ["Emil"]), ("?q=nobody", [])],
)
def test_people_are_found_by_name_and_address(desk, query, names):
    assert [str(one) for one in desk.get(f"/desk/people/{query}").context["paged"]] == names


def test_a_person_is_entered_with_address_and_roles(desk):
    desk.post(
        "/desk/people/new/",
        {
            "name": " Olena  Koval ",
            "address": "Olena@Plaza.example",
            "roles": ["editor"],
            "language": "uk",
            "time_zone": "Europe/Kyiv",
        },
    )

    made = Person.objects.get(name="Olena Koval")
    assert Person.objects.by_address("olena@plaza.example") == made
    assert [role.kind for role in made.roles.all()] == ["editor"]


def test_an_address_belongs_to_one_person(desk, emil):
    answer = desk.post(f"/desk/people/{emil.pk}/addresses/", {"address": "dora@plaza.example"})

    assert answer.status_code == 422
    assert emil.emailaddress_set.count() == 1


def test_addresses_roles_and_places_of_work_come_and_go(desk, emil, academy):
    def press(path, **typed):
        return desk.post(f"/desk/people/{emil.pk}/{path}/", typed).status_code

    assert press("addresses", address="e@x.example") == 302
    assert press("addresses/remove", address="emil@plaza.example") == 302
    assert press("roles", kind="evaluator") == 302
    assert press("roles/take", kind="editor") == 302
    assert press("affiliations", organisation="Open Academy Step by Step", is_contact="on") == 302

    assert list(emil.emailaddress_set.values_list("email", "primary")) == [("e@x.example", True)]
    assert [role.kind for role in emil.roles.all()] == ["evaluator"]
    tie = emil.affiliations.get()
    assert (tie.organisation, tie.is_contact) == (academy, True)
    assert desk.post(f"/desk/affiliations/{tie.pk}/remove/").status_code == 302
    assert emil.affiliations.count() == 0


def test_somebody_always_runs_the_network(desk, dora):
    taken = desk.post(f"/desk/people/{dora.pk}/roles/take/", {"kind": "secretariat"})
    closed = desk.post(f"/desk/people/{dora.pk}/close/")

    assert (taken.status_code, closed.status_code) == (422, 409)
    with pytest.raises(Refused):
        erase_person(dora, by=dora)
    dora.refresh_from_db()
    assert dora.is_active


def test_an_account_is_closed_and_opened(desk, emil):
    desk.post(f"/desk/people/{emil.pk}/close/")
    emil.refresh_from_db()
    assert not emil.is_active

    desk.post(f"/desk/people/{emil.pk}/open/")
    emil.refresh_from_db()
    assert emil.is_active


def test_my_settings_are_mine(client, cleo):
    client.force_login(cleo)

    answer = client.post("/my/", {"name": "Клео", "language": "uk", "time_zone": "Europe/Kyiv"})

    assert answer.url == "/uk/my/"
    cleo.refresh_from_db()
    assert cleo.name == "Клео"


def test_a_time_zone_that_is_none_is_refused(client, cleo):
    client.force_login(cleo)

    answer = client.post("/my/", {"name": "Cleo", "language": "uk", "time_zone": "Kyiv"})

    assert answer.status_code == 422


def test_my_data_shows_each_field_with_purpose_and_end(client, insider):
    client.force_login(insider)

    kept = client.get("/my/data/").context["kept"]

    assert [record.noun for record in kept] == ["Person", "Affiliation", "Email address"]
    fields = [field for record in kept for field in record.fields]
    assert all(field.purpose and field.until for field in fields)
    assert "ben@plaza.example" in [field.words for field in fields]


def test_my_data_says_nothing_of_deeds_where_there_are_none(client, insider):
    client.force_login(insider)

    assert "you did" not in client.get("/my/data/").text


def test_my_data_names_a_passkey_in_the_reader_s_language(client, insider):
    Authenticator.objects.create(user=insider, type="webauthn", data={"name": "Laptop"})
    client.force_login(insider)

    kept = client.get("/my/data/").context["kept"][-1]

    assert kept.noun == "Passkey"
    assert [field.name for field in kept.fields] == ["Public part of the key", "Added at"]


def test_my_data_can_be_taken_along(client, insider, academy):
    add_contact(academy, name="Ben", mail="ben@plaza.example", by=insider)
    client.force_login(insider)

    answer = client.get("/my/data.json")

    kept = answer.json()
    assert answer["Content-Disposition"] == 'attachment; filename="my-data.json"'
    assert [record["kind"] for record in kept["records"]] == [
        "network.person",
        "network.affiliation",
        "account.emailaddress",
        "network.contactpoint",
    ]
    assert [deed["verb"] for deed in kept["deeds"]] == ["create"]


def everything_said_about(words):
    """Columns of the ledger in which some words stand."""
    return [
        (entry.verb, column)
        for entry in Entry.objects.all()
        for column in ("subject_label", "part", "note", "changes")
        if words in str(getattr(entry, column))
    ]


def test_erasing_leaves_a_pseudonym_and_no_trace(ben, academy, dora):
    give_role(ben, kind="editor", by=dora)
    affiliate(ben, organisation=academy, by=dora)
    add_contact(academy, name="Ben", mail="ben@plaza.example", by=ben)
    add_contact(academy, name="Benita", by=ben)

    erase_person(ben, by=dora)

    ben.refresh_from_db()
    pseudonym = f"Erased person {ben.pk.hex[:6]}"
    assert (ben.name, ben.is_active, ben.language) == (pseudonym, False, "en")
    assert (ben.roles.count(), ben.affiliations.count()) == (0, 0)
    assert ben.emailaddress_set.count() == 0
    assert list(ContactPoint.objects.values_list("name", flat=True)) == ["Benita"]
    assert everything_said_about("ben@plaza.example") == []
    assert [verb for verb, _column in everything_said_about("Ben")] == ["create", "create"]
    assert Entry.objects.filter(by=ben).count() == 2


def test_an_erasure_finds_earlier_names_and_addresses_in_any_case(ben, academy, dora):
    tie = affiliate(ben, organisation=academy, by=dora)
    edit_part(tie, until_on=dt.date(2020, 1, 1), by=dora)
    remove_part(tie, by=dora)
    contact = add_contact(academy, name="B.", mail="Ben@Plaza.Example", by=dora)
    gone = add_contact(academy, name="Benjamin Reed", mail="BEN@plaza.example", by=dora)
    edit_part(gone, valid_until=dt.date(2020, 1, 1), by=dora)
    remove_part(gone, by=dora)
    for name in ("Марія Reed", "Ben Reed"):
        edit_person(ben, name=name, by=ben)
    edit_part(contact, name="Benjamin", by=dora)

    erase_person(ben, by=dora)

    assert ContactPoint.objects.count() == 0
    assert everything_said_about("Reed") == everything_said_about("Ben, ") == []
    assert everything_said_about("ben@") == everything_said_about("BEN@") == []
    assert everything_said_about("Ben@Plaza") == []


def test_an_erasure_ends_her_sessions_and_sign_ins_and_nobody_elses(client, ben, dora):
    Client().force_login(ben)
    Client().post("/sign-in/", {"email": "BEN@plaza.example"})
    client.force_login(dora)

    erase_person(ben, by=dora)

    assert [one.session_key for one in Session.objects.all()] == [client.session.session_key]


def test_my_data_finds_a_contact_in_any_case_and_what_other_rooms_say(ben, academy, monkeypatch):
    add_contact(academy, name="B.", mail="Ben@Plaza.Example", by=ben)
    why = Personal("so that it can be checked", "until the sheet is undone")
    monkeypatch.setattr(
        "plaza.network.personal._finders",
        [lambda person: [Mention("Sheet", "imports.document", "row 3", str(person), why)]],
    )

    kept = my_data(ben)

    assert [one.key for one in kept][-2:] == ["network.contactpoint", "imports.document"]
    assert kept[-1].fields == [
        ("row 3", "words", "Ben", "Ben", "so that it can be checked", "until the sheet is undone")
    ]


def test_deeds_to_others_keep_their_names(ben, dora):
    other = record_person(name="Ben", by=dora)

    erase_person(ben, by=dora)

    assert Entry.objects.filter(subject_label="Ben").get().subject_id == str(other.pk)


def test_nobody_is_erased_twice(ben, dora):
    erase_person(ben, by=dora)

    with pytest.raises(Refused):
        erase_person(ben, by=dora)


def test_the_secretariat_types_the_name_before_it_erases(desk, ben):
    address = f"/desk/people/{ben.pk}/erase/"

    assert desk.post(address, {"name": "Bem"}).status_code == 422
    assert desk.post(address, {"name": "Ben"}).url == "/desk/people/"
    ben.refresh_from_db()
    assert ben.erased_at is not None


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_people_asks_the_same_number_of_questions(client, dora, academy, number):
    for place in range(number):
        one = record_person(name=f"P{place}", address=f"p{place}@x.example", by=dora)
        affiliate(one, organisation=academy, by=dora)
    client.force_login(dora)
    client.get("/desk/people/?q=P")

    with CaptureQueriesContext(connection) as queries:
        client.get("/desk/people/?q=P")

    assert len(queries) == 12
