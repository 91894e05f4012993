"""The library as everybody reads it, over HTTP."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.asserts import assertRedirects

from plaza.library import actions
from plaza.library.models import File
from plaza.network.models import Affiliation, ContactPoint


@pytest.fixture
def stored(make_work, system, settings, tmp_path):
    """A stored file of an open work."""
    place = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path},
    }
    settings.STORAGES = {**settings.STORAGES, "default": place}
    upload = SimpleUploadedFile("walks.docx", b"PK\x03\x04 words")
    return actions.store_file(make_work("Walks"), upload=upload, by=system)


def test_the_list_shows_a_work_with_its_language(client, make_work):
    make_work("Прогулянки", language="uk", summary="Шість груп.")

    answer = client.get("/library/?language=uk")

    assert answer.status_code == 200
    [hit] = answer.context["hits"]
    assert (hit.title.text, hit.reading) == ("Прогулянки", "You read it in Ukrainian")
    assert '<span lang="uk" dir="auto">Прогулянки</span>' in answer.text
    assert [chip.url for chip in answer.context["chips"]] == ["?"]


def test_found_words_are_marked_and_nothing_else_is_markup(client, make_work):
    make_work("Walks <b>outside</b>")

    answer = client.get("/library/?q=outside")

    assert "Walks &lt;b&gt;<mark>outside</mark>&lt;/b&gt;" in answer.text


def test_an_empty_list_says_what_will_be_here(client, db):
    answer = client.get("/library/")

    assert "The library has no works yet." in answer.text


def test_the_list_takes_as_many_questions_for_three_works_as_for_one(
    client, make_work, make_house, django_assert_num_queries
):
    house = make_house()
    facts = {"topics": ["Play"], "behind": [house], "year": 2022}
    make_work(**facts)
    client.get("/library/")
    with django_assert_num_queries(14):
        client.get("/library/")
    make_work(**facts)
    make_work(**facts)
    with django_assert_num_queries(14):
        client.get("/library/")


def test_a_package_shows_its_tree_and_says_which_link_is_doubtful(client, package, system):
    link = package.files.get(url="https://files.example/day2.pptx")
    actions.doubt_link(link, note="It begins with “eams”.", by=system)

    answer = client.get("/library/walks-for-trainers/")

    assert answer.status_code == 200
    tree = answer.context["tree"]
    assert [(str(b.part), len(b.files)) for b in tree.branches] == [
        ("Guide: first steps", 1),
        ("Day 1", 2),
        ("Day 2", 2),
    ]
    assert "PPT is doubtful: It begins with “eams”." in answer.text
    assert "1 of 5 links may not lead where they should" in answer.text


def test_an_edition_has_its_own_page(client, package):
    answer = client.get("/library/walks-for-trainers/uk/")

    assert answer.status_code == 200
    assert answer.context["read"].title == ("Прогулянки", "uk")
    assert answer.context["read"].sentence == "It is on its way in Ukrainian."


def test_a_merged_work_leads_to_the_other(client, make_work, package, system):
    actions.merge_resource(make_work("Twin"), into=package, by=system)

    answer = client.get("/library/twin/")

    assertRedirects(answer, "/library/walks-for-trainers/", status_code=301)


def test_a_withdrawn_work_or_edition_is_gone(client, make_work, package, system):
    actions.withdraw_resource(make_work("Gone"), by=system)
    actions.move_edition(package.editions.get(language="uk"), "publish", by=system)
    actions.move_edition(package.editions.get(language="uk"), "withdraw", by=system)

    gone, edition = client.get("/library/gone/"), client.get("/library/walks-for-trainers/uk/")

    assert (gone.status_code, edition.status_code) == (410, 410)
    assert "Gone" in gone.text


@pytest.mark.parametrize("address", ["/library/nothing/", "/library/walks-for-trainers/ka/"])
def test_what_is_not_there_is_not_found(client, package, address):
    assert client.get(address).status_code == 404


def test_a_hidden_work_is_there_for_the_desk_alone(client, make_work, dora):
    make_work("Hidden", visibility="desk")
    assert client.get("/library/hidden/").status_code == 404

    client.force_login(dora)

    assert client.get("/library/hidden/").status_code == 200


def test_a_printed_name_stands_as_printed(client, make_work):
    make_work("Walks", behind=["Aarhus Somebody, and partners"])

    credits = client.get("/library/walks/").context["read"].credits

    assert [(role, [str(c) for c in found]) for role, found in credits] == [
        ("Published by", ["Aarhus Somebody, and partners"])
    ]


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"is_public": True}, "Emil"),
        ({"is_public": True, "valid_until": "2020-01-01"}, None),
        ({"is_public": True, "valid_from": "2990-01-01"}, None),
        ({"is_public": False}, None),
    ],
)
def test_only_a_contact_of_today_is_shown(client, make_work, make_house, system, facts, shown):
    contact = ContactPoint.objects.create(organisation=make_house(), name="Emil", **facts)
    actions.edit_resource(make_work("Walks"), contact=contact, by=system)

    found = client.get("/library/walks/").context["read"].contact

    assert (found and found.name) == shown


def test_an_open_file_is_handed_out_for_saving(client, stored):
    answer = client.get(f"/library/files/{stored.pk}/")

    assert (answer.status_code, b"".join(answer)) == (200, b"PK\x03\x04 words")
    assert answer["Content-Disposition"] == 'attachment; filename="walks.docx"'
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_file_for_members_asks_who_it_is(client, stored, make_house, ben, cleo, system):
    actions.edit_resource(stored.resource, access="members", by=system)
    address = f"/library/files/{stored.pk}/"
    assertRedirects(client.get(address), f"/sign-in/?next={address}", fetch_redirect_response=False)

    client.force_login(cleo)
    assert client.get(address).status_code == 403

    Affiliation.objects.create(person=ben, organisation=make_house())
    client.force_login(ben)
    answer = client.get(address)
    assert (answer.status_code, b"".join(answer)) == (200, b"PK\x03\x04 words")


def test_a_file_of_a_hidden_work_is_not_there(client, stored, system):
    actions.edit_resource(stored.resource, visibility="desk", by=system)

    assert client.get(f"/library/files/{stored.pk}/").status_code == 404


def test_a_link_has_no_file_to_hand_out(client, package):
    assert client.get(f"/library/files/{File.objects.first().pk}/").status_code == 404


def test_the_files_of_a_work_for_members_are_named_but_not_linked(client, package, system):
    actions.edit_resource(package, access="members", by=system)

    answer = client.get("/library/walks-for-trainers/")

    assert "The files are for members. Sign in to read them." in answer.text
    assert "https://files.example/" not in answer.text


def test_an_organisation_shows_its_works(client, make_work, make_house):
    make_work("Walks", behind=[make_house("Rivers Foundation")])

    answer = client.get("/network/rivers-foundation/")

    [section] = [one for one in answer.context["sections"] if "Resources" in one]
    assert 'href="/library/walks/">Walks</a>' in section


def test_a_text_does_not_repeat_the_summary_above_it(client, make_work):
    make_work("Walks", summary="A path for\ngroups.", text="A path for groups.\n\nIt has bends.")

    answer = client.get("/library/walks/")

    assert answer.context["read"].text.text == "It has bends."


def test_lines_that_begin_with_a_bullet_become_a_list(client, make_work):
    make_work("Walks", text="Take:\n\n• a map\n\n• a <b>hat</b>\n\nThen go.")

    answer = client.get("/library/walks/")

    assert (
        "<p>Take:</p>\n<ul><li>a map</li><li>a &lt;b&gt;hat&lt;/b&gt;</li></ul>\n<p>Then go.</p>"
    ) in answer.text
