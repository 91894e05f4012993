import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plaza.activities import actions as activities
from plaza.figures.sample import YEAR, build_sample_years
from plaza.figures.tests.makers import (
    freeze,
    involve,
    make_2022,
    make_activity,
    make_member,
    text,
)

pytestmark = pytest.mark.django_db
YEAR_PAGE, DESK_PAGE = 21, 4
HTMX = {"HTTP_HX_REQUEST": "true"}


def asked_of_records(asked):
    """Queries of the page itself; the frame around it asks for its own."""
    rooms = ("figures_", "activities_", "library_", "network_organisation", "network_membership")
    return [one["sql"] for one in asked if any(f'FROM "{room}' in one["sql"] for room in rooms)]


def test_index_lists_years_with_figures(client, dora):
    make_2022(dora)

    answer = client.get("/figures/")

    assert [one.year for one in answer.context["years"]] == [2022]
    assert 'href="/figures/2022/"' in text(answer)


def test_index_of_an_empty_network_says_what_will_be_there(client):
    assert "No year has figures yet." in text(client.get("/figures/"))


def test_year_shows_printed_beside_computed_and_what_is_missing(client, dora):
    make_2022(dora)

    answer = client.get("/figures/2022/")

    assert "31 as printed; 7 hosts are named; 24 are not named in any document." in text(answer)
    assert "24,354 EUR as printed, no rows." in text(answer)
    assert "Counted now from the records. Nothing is frozen yet." in text(answer)
    assert 'href="/figures/2022/members/" hx-get="/figures/2022/members/"' in text(answer)


def test_year_opens_a_figure_in_place_by_its_address(client, dora):
    make_2022(dora)

    answer = client.get("/figures/2022/?open=members")

    assert "24 that were printed but are not named" in text(answer)
    assert [line.is_open for line in answer.context["lines"]].count(True) == 1


def test_a_figure_opens_in_place_for_htmx_and_as_a_page_for_all_others(client, dora):
    make_2022(dora)

    part = client.get("/figures/2022/members/", **HTMX)
    closed = client.get("/figures/2022/members/?closed=1", **HTMX)
    whole = client.get("/figures/2022/members/")

    assert text(part).startswith('<div class="figure" id="figure-members">')
    assert ("Open 7 rows" in text(closed), "<table" in text(closed)) == (True, False)
    assert "<h1>Member organisations involved 2022</h1>" in text(whole)
    assert 'href="/network/soft-tulip-foundation/"' in text(whole)


def test_a_figure_is_paged_by_fifty(client, dora):
    activity = make_activity(dora)
    for number in range(60):
        activities.add_headcount(activity, group=f"Group {number}", number=1, by=dora)

    first = client.get("/figures/2022/participants/").context["line"].rows
    second = client.get("/figures/2022/participants/?page=2").context["line"].rows

    assert ([row.number for row in first][-1], [row.number for row in second]) == (
        50,
        list(range(51, 61)),
    )


@pytest.mark.parametrize(
    "address",
    [
        "/figures/1800/",
        "/figures/2022/smiles/",
        "/figures/2022/now/smiles/",
        "/figures/2022/releases/1/",
        "/figures/2022/releases/1...2/",
        "/figures/2022-2011/",
        "/figures/2011-2022/smiles/",
        "/figures/2022/smiles.csv",
    ],
)
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_year_shows_the_newest_public_release_and_says_so(client, dora):
    make_2022(dora)
    first = freeze(dora)
    freeze(dora, supersedes=first)
    freeze(dora, is_public=False)
    make_activity(dora, "Later")

    answer = client.get("/figures/2022/")

    assert answer.context["found"].release.number == 2
    assert "Release 2, frozen." in text(answer)
    assert 'href="/figures/2022/releases/1...2/"' in text(answer)
    assert 'href="/figures/2022/releases/2/members/"' in text(answer)
    assert "31 December 2022" in text(answer)


def test_how_the_records_stand_today_is_one_link_away(client, dora):
    make_2022(dora)
    freeze(dora)
    make_activity(dora, "Later")

    counted = [
        client.get(address).context["lines"][0].computed
        for address in ("/figures/2022/", "/figures/2022/now/")
    ]

    assert counted == ["6", "7"]
    assert "Open 7 rows" in text(client.get("/figures/2022/now/"))


def test_an_older_release_names_the_one_that_takes_its_place(client, dora):
    first = freeze(dora)
    freeze(dora, supersedes=first)

    assert "Release 2 takes its place." in text(client.get("/figures/2022/releases/1/"))


def test_a_release_of_the_desk_is_not_found_by_others(client, dora):
    freeze(dora, is_public=False)
    statuses = [client.get("/figures/2022/releases/1/").status_code]
    client.force_login(dora)

    statuses.append(client.get("/figures/2022/releases/1/").status_code)

    assert statuses == [404, 200]


def test_rows_of_a_release_hide_what_is_not_public(client, dora):
    make_activity(dora, "Secret", visibility="desk")
    freeze(dora)

    answer = client.get("/figures/2022/releases/1/activities/")

    assert ("Secret" in text(answer), "It counts, but its page is not public." in text(answer)) == (
        False,
        True,
    )


def test_compare_explains_the_sample_year(client, dora):
    build_sample_years(dora)

    answer = text(client.get(f"/figures/{YEAR}/releases/1...2/"))

    assert "24 became 22" in answer
    assert "37 became 38" in answer
    assert "3 things changed in between." in answer


def test_an_invented_year_says_on_its_own_page_that_it_is_invented(client, dora):
    build_sample_years(dora)

    shown = text(client.get(f"/figures/{YEAR}/"))

    assert "This year is invented to show how releases are compared." in shown


def test_span_cumulates_its_years(client, dora):
    make_2022(dora)
    make_activity(dora, "Earlier", 2016)

    answer = client.get("/figures/2016-2022/")

    assert (answer.context["lines"][0].computed, "since 2016" in text(answer)) == ("7", False)
    assert client.get("/figures/2016-2022/activities/").status_code == 200


def test_pages_speak_the_readers_language(client, dora):
    make_2022(dora)

    answer = client.get("/uk/figures/2022/members/")

    assert 'href="/uk/network/soft-tulip-foundation/"' in text(answer)


@pytest.mark.parametrize("many", [1, 3])
def test_year_asks_as_often_for_one_activity_as_for_three(client, dora, many):
    for number in range(many):
        activity = make_activity(dora, f"Activity {number}")
        involve(dora, activity, make_member(dora, f"Host {number}", "HR"), "host")
    client.get("/figures/2022/")

    with CaptureQueriesContext(connection) as asked:
        client.get("/figures/2022/?open=hosts")

    assert len(asked_of_records(asked)) == YEAR_PAGE


@pytest.mark.parametrize("many", [1, 3])
def test_desk_asks_as_often_for_one_year_as_for_three(client, dora, many):
    for number in range(many):
        make_activity(dora, f"Activity {number}", 2020 + number)
        freeze(dora, 2020 + number)
    client.force_login(dora)
    client.get("/desk/figures/")

    with CaptureQueriesContext(connection) as asked:
        client.get("/desk/figures/")

    assert len(asked_of_records(asked)) == DESK_PAGE
