"""The library on the desk, over HTTP."""

import pytest
from pytest_django.asserts import assertRedirects

from plaza.ledger.models import Entry
from plaza.library import actions
from plaza.library.models import Resource
from plaza.library.tests.asking import DESK, by_htmx, rows


@pytest.mark.parametrize(
    "address",
    ["/desk/library/", "/desk/library/new/", "/desk/library/doubtful/", DESK],
)
def test_the_desk_is_for_the_desk(client, package, ben, address):
    assertRedirects(client.get(address), f"/sign-in/?next={address}", fetch_redirect_response=False)
    client.force_login(ben)

    assert client.get(address).status_code == 403


@pytest.mark.parametrize(
    ("only", "titles"),
    [
        ("all", ["Bare", "Walks for trainers"]),
        ("hidden", ["Bare"]),
        ("bare", ["Bare"]),
        ("doubtful", ["Walks for trainers"]),
        ("coming", ["Walks for trainers"]),
        ("unmatched", ["Bare"]),
        ("withdrawn", ["Gone"]),
    ],
)
def test_the_list_shows_what_needs_a_look(at_desk, package, make_work, system, only, titles):
    make_work("Bare", visibility="desk", behind=["A printed name"])
    actions.withdraw_resource(make_work("Gone"), by=system)
    actions.doubt_link(package.files.first(), note="It looks misspelt.", by=system)

    answer = at_desk.get(f"/desk/library/?only={only}")

    assert [work.sort_title for work, _marks in answer.context["rows"]] == titles


def test_the_list_takes_as_many_questions_for_three_works_as_for_one(
    at_desk, make_work, make_house, django_assert_num_queries
):
    house = make_house()
    make_work(behind=[house])
    at_desk.get("/desk/library/")
    with django_assert_num_queries(11):
        at_desk.get("/desk/library/")
    make_work(behind=[house])
    make_work(behind=[house])
    with django_assert_num_queries(11):
        at_desk.get("/desk/library/")


def test_entering_a_work_recognises_organisations_and_links(at_desk, make_house):
    make_house("Hill School")

    answer = at_desk.post(
        "/desk/library/new/",
        {
            "title": "Walks",
            "language": "Croatian",
            "kind": "guide",
            "year": "2022",
            "behind": "hill school\nSomebody else\n",
            "links": "See https://a.example/walks.pdf, and https://a.example/two.pptx.",
        },
    )

    assertRedirects(answer, "/desk/library/walks/", fetch_redirect_response=False)
    work = Resource.objects.get(slug="walks")
    assert (work.kind, work.year, work.visibility) == ("guide", 2022, "desk")
    assert work.editions.get().language == "hr"
    assert [(str(c), c.organisation is None) for c in work.credits.all()] == [
        ("Hill School", False),
        ("Somebody else", True),
    ]
    assert [(file.url, file.label) for file in work.files.all()] == [
        ("https://a.example/walks.pdf", "PDF"),
        ("https://a.example/two.pptx", "PPT"),
    ]


def test_a_language_that_nobody_knows_is_asked_for_again(at_desk):
    answer = at_desk.post(
        "/desk/library/new/", {"title": "Walks", "language": "Elvish-ish", "kind": "guide"}
    )

    assert answer.status_code == 422
    assert answer.context["form"].errors["language"] == [
        "We know no language “Elvish-ish”. Write it in English, or its tag such as pt-BR."
    ]


WORK = {
    "kind": "package",
    "year": "2025",
    "topics": "Outdoor play, Reflection",
    "target_groups_en": "Trainers",
    "age_from": "0",
    "age_to": "3",
    "countries": "Croatia, NL",
    "access": "open",
    "visibility": "public",
}


def test_the_facts_of_a_work_are_saved_and_told(at_desk, package):
    answer = at_desk.post(DESK, WORK)

    assertRedirects(answer, DESK, fetch_redirect_response=False)
    package.refresh_from_db()
    assert (package.countries, package.age_from, package.age_to) == (["HR", "NL"], 0, 3)
    assert sorted(topic.sort_name for topic in package.topics.all()) == [
        "Outdoor play",
        "Reflection",
    ]
    assert package.target_groups == {"en": "Trainers"}
    told = at_desk.get(DESK).context["history"][0]
    assert told.sentence == "Dora changed it."


def test_saving_the_same_twice_writes_nothing_down(at_desk, package):
    at_desk.post(DESK, WORK)
    before = Entry.objects.count()

    at_desk.post(DESK, WORK)

    assert Entry.objects.count() == before


def test_wrong_facts_come_back_with_a_sentence(at_desk, package):
    answer = at_desk.post(DESK, {**WORK, "age_to": "0", "age_from": "6", "countries": "Narnia"})

    assert answer.status_code == 422
    assert answer.context["work"].errors == {
        "countries": ["We know no country “Narnia”."],
        "age_to": ["The ages go from the younger to the older."],
    }


def test_words_of_an_edition_are_saved(at_desk, package):
    edition = package.editions.get(language="uk")

    answer = at_desk.post(f"{DESK}editions/{edition.pk}/", {"title": "Прогулянки з групою"})

    assertRedirects(answer, f"{DESK}#languages", fetch_redirect_response=False)
    edition.refresh_from_db()
    assert (edition.title, edition.folded) == ("Прогулянки з групою", "прогулянки з групою")


def test_a_language_is_added_moved_and_taken_out(at_desk, package):
    at_desk.post(
        f"{DESK}editions/add/", {"language": "Hrvatski", "title": "Šetnje", "state": "announced"}
    )
    edition = package.editions.get(language="hr")
    for verb in ("begin", "submit", "publish", "withdraw"):
        at_desk.post(f"{DESK}editions/{edition.pk}/{verb}/")
    edition.refresh_from_db()
    assert edition.state == "withdrawn"

    at_desk.post(f"{DESK}editions/{edition.pk}/remove/")

    assert not package.editions.filter(language="hr").exists()


def test_a_move_that_is_not_open_is_refused(at_desk, package):
    edition = package.editions.get(language="en")

    answer = at_desk.post(f"{DESK}editions/{edition.pk}/begin/")

    assert answer.status_code == 409
    assert "is published now" in answer.text


def test_names_are_kept_row_by_row(at_desk, package, make_house):
    house = make_house("Hill School")

    answer = at_desk.post(
        f"{DESK}names/",
        rows(
            "credits",
            {"behind": "HILL school", "role": "publisher"},
            {"behind": "Somebody printed", "role": "author"},
            {"behind": "", "role": "publisher"},
        ),
    )

    assertRedirects(answer, f"{DESK}#names", fetch_redirect_response=False)
    credits = [(c.organisation, c.name, c.role) for c in package.credits.all()]
    assert credits == [(house, "", "publisher"), (None, "Somebody printed", "author")]


def test_a_wrong_row_stops_no_other(at_desk, package, make_house):
    make_house("Hill School")
    lines = rows(
        "credits",
        {"behind": "Hill School", "role": "publisher"},
        {"behind": "Hill School", "role": "publisher"},
        {"behind": "Somebody", "role": "author"},
    )

    answer = at_desk.post(f"{DESK}names/", lines)

    assert answer.status_code == 422
    assert [form.non_field_errors() for form in answer.context["credits"]] == [
        [],
        ["This organisation is already named in this role."],
        [],
    ]
    assert [str(credit) for credit in package.credits.all()] == ["Hill School", "Somebody"]


def test_rows_that_save_by_themselves_learn_their_keys(at_desk, package):
    line = {"label": "Guide", "url": "https://a.example/new.pdf"}

    answer = by_htmx(at_desk, f"{DESK}files/", rows("files", line), by_itself="1")

    file = package.files.get(label="Guide")
    assert answer.status_code == 200
    assert f'id="id_files-0-key" value="{file.pk}" hx-swap-oob="true"' in answer.text
    by_htmx(at_desk, f"{DESK}files/", rows("files", {**line, "key": file.pk}), by_itself="1")
    assert package.files.filter(label="Guide").count() == 1


def test_a_row_is_taken_out_only_when_somebody_saves(at_desk, package):
    file = package.files.first()
    line = {"key": file.pk, "label": "x", "url": file.url, "DELETE": "on"}

    by_htmx(at_desk, f"{DESK}files/", rows("files", line, initial=1), by_itself="1")
    assert package.files.filter(pk=file.pk).exists()
    at_desk.post(f"{DESK}files/", rows("files", line, initial=1))

    assert not package.files.filter(pk=file.pk).exists()


def test_a_row_of_another_work_is_not_touched(at_desk, package, make_work, system):
    other = actions.add_link(make_work(), url="https://a.example/", label="Theirs", by=system)
    line = {"key": other.pk, "label": "Mine", "url": "https://a.example/"}

    answer = at_desk.post(f"{DESK}files/", rows("files", line, initial=1))

    other.refresh_from_db()
    assert (answer.status_code, other.label) == (422, "Theirs")
    assert answer.context["files"][0].non_field_errors() == [
        "Somebody took this row out meanwhile."
    ]


def test_a_work_is_withdrawn_restored_and_merged(at_desk, client, package, make_work):
    at_desk.post(f"{DESK}withdraw/", {"note": "It was printed twice."})
    assert at_desk.get("/library/walks-for-trainers/").status_code == 410
    at_desk.post(f"{DESK}restore/")
    make_work("Twin")

    answer = at_desk.post("/desk/library/twin/merge/", {"into": "/library/walks-for-trainers/"})

    assertRedirects(answer, DESK, fetch_redirect_response=False)
    assertRedirects(at_desk.get("/library/twin/"), "/library/walks-for-trainers/", 301)


def test_merging_into_nothing_says_so(at_desk, package):
    answer = at_desk.post(f"{DESK}merge/", {"into": "nowhere"})

    assert answer.status_code == 422
    assert answer.context["merge"].errors["into"] == [
        "Nothing in the library has this address or title."
    ]


def test_pieces_of_another_work_are_not_found_below_this_one(at_desk, package, make_work):
    make_work("Other")
    part, file = package.parts.first(), package.files.first()

    addresses = [f"parts/{part.pk}/raise/", f"files/{file.pk}/trust/"]
    assert [at_desk.post(f"/desk/library/other/{a}").status_code for a in addresses] == [404, 404]
