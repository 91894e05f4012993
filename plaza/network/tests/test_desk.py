"""The desk keeps organisations row by row; nothing that was typed is lost."""

import re

import pytest

from plaza.network.actions import (
    add_contact,
    edit_organisation,
    edit_part,
    merge_organisation,
    record_organisation,
)
from plaza.network.models import Organisation
from plaza.web.text import Text

NEW = {"name_en": "House of Play", "country": "SI", "visibility": "public"}


def names(organisation):
    return sorted(organisation.aliases.values_list("name", flat=True))


def test_the_desk_is_closed_to_others(client, academy, ben):
    client.force_login(ben)

    for address in ("", "new/", "suggest/", "twins/", f"{academy.pk}/", f"{academy.pk}/merge/"):
        assert client.get(f"/desk/organisations/{address}").status_code == 403


def test_the_desk_asks_visitors_to_sign_in(client, db):
    answer = client.get("/desk/organisations/")

    assert answer.url == "/sign-in/?next=/desk/organisations/"


def test_an_organisation_is_entered(desk):
    answer = desk.post("/desk/organisations/new/", {**NEW, "name_uk": "Дім гри"})

    made = Organisation.objects.get(country="SI")
    assert answer.url == f"/desk/organisations/{made.pk}/"
    assert (made.name, made.slug) == (
        Text({"en": "House of Play", "uk": "Дім гри"}),
        "house-of-play",
    )


def test_one_organisation_is_the_networks_own_office(desk, academy):
    desk.post("/desk/organisations/new/", {**NEW, "is_secretariat": "on"})
    office = Organisation.objects.get(country="SI")

    answer = desk.post(
        f"/desk/organisations/{academy.pk}/",
        {"name_en": "Open Academy", "visibility": "public", "is_secretariat": "on"},
    )

    assert list(Organisation.objects.filter(is_secretariat=True)) == [office]
    assert answer.status_code == 422
    assert "Another organisation is the network&#x27;s own office." in answer.content.decode()


def test_an_organisation_without_a_name_is_not_entered(desk):
    answer = desk.post("/desk/organisations/new/", {**NEW, "name_en": ""})

    assert (answer.status_code, Organisation.objects.count()) == (422, 0)


def test_what_is_alike_is_shown_before_it_is_entered_twice(desk, academy):
    twice = {**NEW, "name_en": "Open Academy Step-by-Step"}

    answer = desk.post("/desk/organisations/new/", twice)
    assert [one.organisation for one in answer.context["near"]] == [academy]
    assert Organisation.objects.count() == 1

    desk.post("/desk/organisations/new/", {**twice, "anyway": "1"})
    assert Organisation.objects.count() == 2


def test_an_edit_keeps_the_address_and_the_old_name(desk, academy):
    desk.post(
        f"/desk/organisations/{academy.pk}/",
        {"name_en": "The Open Academy", "country": "HR", "visibility": "public"},
    )

    academy.refresh_from_db()
    assert (str(academy.name), academy.slug) == ("The Open Academy", "open-academy-step-by-step")
    assert "Open Academy Step by Step" in names(academy)


def test_a_text_in_a_language_that_is_no_page_language_stays(desk, academy, dora):
    Organisation.objects.filter(pk=academy.pk).update(
        name={"en": "Open Academy", "hr": "Otvoreno učilište"}
    )

    desk.post(
        f"/desk/organisations/{academy.pk}/",
        {"name_en": "Open Academy", "name_hr": "Otvoreno učilište", "visibility": "public"},
    )

    academy.refresh_from_db()
    assert academy.name["hr"] == "Otvoreno učilište"


def test_many_names_are_added_at_once(desk, academy):
    answer = desk.post(
        f"/desk/organisations/{academy.pk}/names/", {"names": "One\n\n  Two  \nOne\n"}
    )

    assert answer.url == f"/desk/organisations/{academy.pk}/?at=names#names"
    assert names(academy) == ["One", "Pučko otvoreno učilište Korak po korak", "Two"]


def test_after_adding_typing_goes_on_in_the_same_field(desk, academy):
    page = desk.get(f"/desk/organisations/{academy.pk}/?at=names").content.decode()

    assert page.count("autofocus") == 1


def test_with_a_script_only_the_part_comes_back(desk, academy):
    answer = desk.post(
        f"/desk/organisations/{academy.pk}/names/", {"names": "One"}, HTTP_HX_REQUEST="true"
    )

    assert answer.content.decode().strip().startswith("<section")


def test_a_contact_on_one_endless_line_is_asked_for_line_by_line(desk, academy):
    answer = desk.post(f"/desk/organisations/{academy.pk}/contacts/", {"contacts": "x" * 100_000})

    assert "Write one contact on each line." in answer.content.decode()
    assert not academy.contact_points.exists()


def test_contacts_are_taken_apart_line_by_line(desk, academy):
    desk.post(
        f"/desk/organisations/{academy.pk}/contacts/",
        {"contacts": "Mila Horvat <mila@x.example>\nIvo, ivo@x.example\nZora\nb@x.example"},
    )

    assert list(academy.contact_points.order_by("pk").values_list("name", "mail")) == [
        ("Mila Horvat", "mila@x.example"),
        ("Ivo", "ivo@x.example"),
        ("Zora", ""),
        ("", "b@x.example"),
    ]


def test_a_line_that_is_wrong_keeps_what_was_typed(desk, academy):
    answer = desk.post(
        f"/desk/organisations/{academy.pk}/contacts/", {"contacts": "Mila, mila@nowhere"}
    )

    assert answer.status_code == 422
    assert "Mila, mila@nowhere" in answer.content.decode()
    assert academy.contact_points.count() == 0


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Nobody at all", "We know no organisation of this name."),
        ("Open Academy", "Is it Open Academy Step by Step?"),
    ],
)
def test_a_field_for_an_organisation_says_what_it_did_not_know(
    desk, academy, league, typed, sentence
):
    answer = desk.post(f"/desk/organisations/{league.pk}/units/", {"unit": typed})

    assert sentence in answer.content.decode()


def test_suggestions_are_list_items_with_the_number(desk, academy):
    answer = desk.get("/desk/organisations/suggest/?q=korak")

    assert answer.content.decode().strip() == (
        f'<ul><li data-value="Open Academy Step by Step" data-key="{academy.pk}">'
        'Open Academy Step by Step <small class="text-note">Croatia, '
        "Pučko otvoreno učilište Korak po korak</small></li></ul>"
    )


def test_doubles_are_proposed(desk, academy, system):
    twin = record_organisation(name="Academy Open, Step by Step", country="HR", by=system)

    pairs = desk.get("/desk/organisations/twins/").context["pairs"]

    assert [{pair.first, pair.second} for pair in pairs] == [{academy, twin}]


def test_the_desk_leads_from_a_merged_record_to_the_one_that_stayed(desk, academy, league, dora):
    merge_organisation(league, into=academy, by=dora)

    answer = desk.get(f"/desk/organisations/{league.pk}/")

    assert (answer.status_code, answer.url) == (301, f"/desk/organisations/{academy.pk}/")


def test_two_people_at_one_organisation_do_not_undo_each_other(desk, academy, emil):
    address = f"/desk/organisations/{academy.pk}/"
    seen = re.search(r'name="seen" value="(\d+)"', desk.get(address).content.decode())[1]
    edit_organisation(academy, by=emil, city="Bruges")
    answer = desk.post(
        address,
        {"name_en": str(academy.name), "city": "Leuven", "visibility": "public", "seen": seen},
    )

    assert "somebody else has written “Bruges”" in answer.content.decode()
    academy.refresh_from_db()
    assert academy.city == "Bruges"


def test_two_people_at_one_contact_do_not_undo_each_other(desk, academy, dora, emil):
    contact = add_contact(academy, name="Mila", mail="mila@x.example", by=dora)
    page = desk.get(f"/desk/organisations/{academy.pk}/").content.decode()
    row = page[page.index(f'action="/desk/contacts/{contact.pk}/edit/"') :]
    typed = {
        f"contacts-{contact.pk}-name": "Mila Horvat",
        f"contacts-{contact.pk}-mail": "mila@x.example",
        "seen": re.search(r'name="seen" value="(\d+)"', row)[1],
    }
    edit_part(contact, by=emil, mail="mila@academy.example")

    desk.post(f"/desk/contacts/{contact.pk}/edit/", typed)

    contact.refresh_from_db()
    assert (contact.name, contact.mail) == ("Mila Horvat", "mila@academy.example")
