"""What sort of work a resource is when it comes in."""

import pytest

from plaza.imports.actions import accept_sure, import_file
from plaza.imports.items import Item, items_of, one
from plaza.imports.kinds.sorts import say_sort, sorts_in
from plaza.library.models import Resource

ROADMAP = """Men in Care: a Roadmap for Change

Fathers want to be there for their young children, and much keeps them away.

Published in:
2025

Language:
English

Author:
Dora Ray
"""


@pytest.mark.parametrize(
    ("words", "sorts"),
    [
        ("Value Roadmap: Pathways to closer collaboration", {"roadmap"}),
        ("A toolkit for inclusive classrooms", {"toolbox"}),
        ("Leidraad voor spelen", {"guide"}),
        ("Manuale per educatori", {"manual"}),
        ("Relatório anual 2024", {"report"}),
        ("Priročnik za vzgojitelje", {"manual"}),
        ("Дорожня карта змін", {"roadmap"}),
        ("Guide to the toolkit", {"guide", "toolbox"}),
        ("Reporting on what children say", set()),
        ("Misguided play", set()),
    ],
)
def test_words_of_many_languages_name_the_sort_of_a_work(words, sorts):
    assert sorts_in(words) == sorts


def test_a_guess_from_the_title_is_doubtful():
    items = [Item(1, "title", "Roadmap of play", "Roadmap of play", [[0, 15]])]

    say_sort(items)

    assert (items[1].name, items[1].value, items[1].sure) == ("kind", "roadmap", False)
    assert [doubt["code"] for doubt in items[1].doubts] == ["kind_guessed"]


@pytest.mark.parametrize(
    "more",
    [
        Item(2, "part", "Guide 1", {"title": "Guide 1", "position": [1]}, [[20, 27]]),
        Item(2, "type", "Report", "Report", [[20, 26]]),
    ],
)
def test_nothing_is_guessed_where_a_label_or_the_parts_say_it(more):
    items = [Item(1, "title", "Roadmap of play", "Roadmap of play", [[0, 15]]), more]

    say_sort(items)

    assert [item.name for item in items] == ["title", more.name]


def test_what_a_label_says_is_sure():
    items = [
        Item(1, "title", "Roadmap of play", "Roadmap of play", [[0, 15]]),
        Item(2, "type", "Verslag", "Verslag", [[20, 27]]),
    ]

    say_sort(items)

    assert (items[1].value, items[1].sure) == ("report", True)


def test_a_label_of_no_known_sort_is_asked_about():
    items = [Item(1, "type", "Sculpture", "Sculpture", [[0, 9]])]

    say_sort(items)

    assert (items[0].value, items[0].sure) == ("Sculpture", False)


@pytest.mark.django_db
def test_a_roadmap_becomes_one_once_a_person_agrees(client, dora):
    document = import_file("hub.txt", ROADMAP.encode(), by=dora).document
    accept_sure(document, by=dora)
    draft = document.drafts.get(kind="resource")
    assert Resource.objects.get().kind == "other"
    guess = one(items_of(draft.fields), "kind")
    client.force_login(dora)

    address = f"/desk/imports/{document.pk}/{draft.pk}/"
    page = client.get(address).content.decode()
    client.post(f"{address}answer/", {"answer": f"{guess.n}:take"})
    client.post(f"{address}accept/")

    assert "The kind is guessed from the title." in page
    assert Resource.objects.get().kind == "roadmap"


@pytest.mark.django_db
def test_another_sort_can_be_chosen_instead(client, dora):
    document = import_file("hub.txt", ROADMAP.encode(), by=dora).document
    draft = document.drafts.get(kind="resource")
    guess = one(items_of(draft.fields), "kind")
    client.force_login(dora)

    client.post(f"/desk/imports/{document.pk}/{draft.pk}/accept/", {f"f{guess.n}-words": "guide"})

    assert Resource.objects.get().kind == "guide"
