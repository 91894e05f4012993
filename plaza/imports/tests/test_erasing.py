"""A person who is erased is not found in what was brought in."""

import json

import pytest
from django.apps import apps

from plaza.imports.actions import accept_sure, import_file
from plaza.imports.items import items_of
from plaza.imports.models import Document
from plaza.ledger.models import Entry
from plaza.network.actions import erase_person
from plaza.network.models import ContactPoint, Person

pytestmark = pytest.mark.django_db
CONTACTS = """First name,Surname,E-mail,Organisation,Country
Ona,Kosalka,Ona.Kosalka@River.example,River School,Slovenia
Bea,Cole,bea@meadow.example,Meadow House,Ukraine
"""
PAGE = """Men in Care: a Roadmap for Change

Fathers want to be there for their young children, and much keeps them away.

Published in:
2025

Language:
English

"""
MEMBERS = """Name,Country,City,Contact person,E-mail,Member since
River School,Croatia,Split,Ona Kosalka,ona.kosalka@river.example,2019-05-01
Meadow House,Ukraine,Lviv,Bea Cole,bea@meadow.example,2020-01-15
"""


@pytest.fixture
def ona(system):
    person = Person.objects.create(name="Ona Kosalka")
    person.emailaddress_set.create(email="ona.kosalka@river.example", verified=True, primary=True)
    return person


def rows_with(words):
    """Every row of the rooms that were touched in which these words stand, in any case."""
    return [
        (model.__name__, row)
        for model in apps.get_models()
        if model._meta.app_label in ("imports", "ledger", "network", "account")
        for row in model._base_manager.values()
        if words in json.dumps(row, default=str, ensure_ascii=False).lower()
    ]


@pytest.mark.parametrize("sheet", [CONTACTS, MEMBERS])
@pytest.mark.parametrize("is_accepted", [True, False])
def test_nothing_of_her_is_left_of_a_sheet_that_was_brought_in(dora, ona, sheet, is_accepted):
    document = import_file("contacts.csv", sheet.encode(), by=dora).document
    if is_accepted:
        accept_sure(document, by=dora)

    erase_person(ona, by=dora)

    assert rows_with("kosalka") == []
    assert rows_with("bea@meadow.example") != []


def test_the_words_of_others_stand_where_they_stood(dora, ona):
    document = import_file("contacts.csv", CONTACTS.encode(), by=dora).document
    length = len(document.text)

    erase_person(ona, by=dora)

    document = Document.objects.get(pk=document.pk)
    other = document.drafts.exclude(key__startswith="erased:").get(kind="contact")
    mail = next(item for item in items_of(other.fields) if item.name == "mail")
    start, end = mail.spans[0][:2]
    assert len(document.text) == length
    assert document.text[start:end] == "bea@meadow.example"


def test_her_line_is_left_out_and_nothing_can_become_of_it(dora, ona):
    document = import_file("contacts.csv", CONTACTS.encode(), by=dora).document

    erase_person(ona, by=dora)
    accept_sure(document, by=dora)

    states = dict(document.drafts.filter(kind="contact").values_list("title", "state"))
    assert states == {f"Erased person {ona.pk.hex[:6]}": "rejected", "Bea Cole": "waiting"}
    assert not ContactPoint.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_file_that_named_her_is_not_kept(client, dora, ona):
    document = import_file("contacts.csv", CONTACTS.encode(), by=dora).document
    storage, name = document.content.storage, document.content.name
    client.force_login(dora)

    erase_person(ona, by=dora)

    assert not storage.exists(name)
    assert client.get(f"/desk/imports/{document.pk}/source/").status_code == 404
    page = client.get(f"/desk/imports/{document.pk}/").content.decode()
    assert "The file is not kept any more, because it named a person who was erased." in page


def test_somebody_with_the_same_first_name_stays(dora, system):
    person = Person.objects.create(name="Bea")
    person.emailaddress_set.create(email="bea@hill.example", verified=True, primary=True)
    more = CONTACTS + "Bea,Ash,bea@hill.example,Hill School,Bulgaria\n"
    document = import_file("contacts.csv", more.encode(), by=dora).document

    erase_person(person, by=dora)

    document = Document.objects.get(pk=document.pk)
    assert rows_with("bea@hill.example") == []
    assert "bea@meadow.example" in document.text
    assert document.drafts.filter(kind="contact", title="Bea Cole", state="waiting").exists()
    assert not document.drafts.filter(title="Bea Ash").exists()


def test_no_original_that_names_her_is_kept(dora, ona, django_capture_on_commit_callbacks):
    page = PAGE + "Contact:\nOna Kosalka, ona.kosalka@river.example\n"
    document = import_file("hub.txt", page.encode(), by=dora).document
    name, storage = document.content.name, document.content.storage

    with django_capture_on_commit_callbacks(execute=True):
        erase_person(ona, by=dora)

    document = Document.objects.get(pk=document.pk)
    assert rows_with("kosalka") == []
    assert (document.content.name, len(document.text)) == ("", len(page))
    assert not storage.exists(name)


def test_she_reads_where_she_is_named(client, dora, ona):
    import_file("contacts.csv", CONTACTS.encode(), by=dora)
    import_file("hub.txt", f"{PAGE}Thanks to Ona\nKosalka.\n".encode(), by=dora)
    client.force_login(ona)

    found = [one for one in client.get("/my/data/").context["kept"] if one.noun == "Document"]

    assert [(one.fields[0].name, one.fields[0].words) for one in found] == [
        (
            "contacts.csv",
            "Ona Kosalka Ona.Kosalka@River.example River School Slovenia",
        ),
        ("hub.txt", "Thanks to Ona Kosalka."),
    ]


def test_her_name_goes_in_capitals_and_over_two_lines_too(dora, ona):
    page = f"{PAGE}Contact:\nONA KOSALKA\n\nThanks to Ona\nKosalka and Ona of the kitchen.\n"
    document = import_file("men-in-care.txt", page.encode(), by=dora).document

    erase_person(ona, by=dora)

    assert rows_with("kosalka") == []
    assert "Ona of the kitchen" in Document.objects.get(pk=document.pk).text


def test_a_document_that_does_not_name_her_stays_as_it_is(dora, ona):
    other = MEMBERS.replace("Ona Kosalka", "Eve Ash").replace("ona.kosalka@", "eve@")
    document = import_file("members.csv", other.encode(), by=dora).document
    before = Document.objects.values().get(pk=document.pk), list(document.drafts.values())
    deeds = list(Entry.objects.filter(subject_id=str(document.pk)).values())

    erase_person(ona, by=dora)

    assert (Document.objects.values().get(pk=document.pk), list(document.drafts.values())) == before
    assert list(Entry.objects.filter(pk__in=[one["id"] for one in deeds]).values()) == deeds
