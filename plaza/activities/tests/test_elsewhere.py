"""What activities show on the pages of other rooms, with what the rooms really register."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from plaza.activities import actions, queries
from plaza.activities.tests.makers import make_activity, make_organisation
from plaza.activities.tests.test_public import words
from plaza.programmes.actions import add_contribution, record_programme

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()
WILLOW = "/network/willow-house/"
YEAR = "/programmes/peer-learning-2022/"


@pytest.fixture
def year(dora):
    return record_programme(
        title="Peer learning 2022", kind="year", year=2022, visibility="public", by=dora
    )


def test_an_organisation_s_page_shows_its_activities_with_the_part_it_plays(client, dora, rivers):
    willow = rivers.hosts[0].organisation
    lamps = make_activity(by=dora, title="Lamps", reporting_year=2021, starts_on=None, ends_on=None)
    actions.add_involvement(lamps, by=dora, organisation=willow, role="funder")
    actions.add_involvement(lamps, by=dora, organisation=willow, role="partner")
    make_activity(by=dora, title="Of nobody")

    shown = words(client.get(WILLOW))

    assert "Activities Rivers as classrooms May 2022, Host Planned" in shown
    assert "Lamps 2021, Partner, Funder Planned" in shown
    assert "Of nobody" not in shown


def test_an_organisation_s_page_leaves_out_what_the_reader_cannot_see(client, dora, willow):
    hidden = make_activity(by=dora, visibility="desk")
    actions.add_involvement(hidden, by=dora, organisation=willow, role="host")
    assert "Rivers as classrooms" not in words(client.get(WILLOW))
    client.force_login(dora)
    assert "Rivers as classrooms" in words(client.get(WILLOW))


def test_a_programme_s_page_shows_its_activities_with_who_leads_them(client, dora, rivers, year):
    actions.edit_activity(rivers, by=dora, programme=year)
    make_activity(by=dora, title="Of no programme")

    shown = words(client.get(YEAR))

    assert "Rivers as classrooms May 2022, Willow House, Croatia Planned" in shown
    assert "Of no programme" not in shown


@pytest.mark.parametrize("page", [WILLOW, YEAR])
def test_a_long_list_ends_with_the_address_of_all_of_them(client, dora, rivers, year, page):
    willow = rivers.hosts[0].organisation
    actions.edit_activity(rivers, by=dora, programme=year)
    for number in range(8):
        one = make_activity(by=dora, title=f"Walk {number}", programme=year)
        actions.add_involvement(one, by=dora, organisation=willow, role="partner")
    url = {
        WILLOW: "/activities/?organisation=willow-house",
        YEAR: "/activities/?programme=peer-learning-2022",
    }[page]

    assert f'<a href="{url}">All of them</a>' in client.get(page).content.decode()
    assert "9 activities" in words(client.get(url))


@pytest.mark.parametrize("page", [WILLOW, YEAR])
def test_the_page_asks_as_often_for_three_activities_as_for_one(client, dora, rivers, year, page):
    def statements():
        client.get(page)
        with CaptureQueriesContext(connection) as told:
            client.get(page)
        return len(told)

    willow = rivers.hosts[0].organisation
    actions.edit_activity(rivers, by=dora, programme=year)
    actions.add_outcome(rivers, by=dora, text="Water teaches.")
    actions.add_output(rivers, by=dora, text="A walk")
    first = statements()
    for number in range(2):
        one = make_activity(by=dora, title=f"Walk {number}", programme=year)
        actions.add_involvement(one, by=dora, organisation=willow, role="host")
        actions.add_outcome(one, by=dora, text="Water teaches.")
        actions.add_output(one, by=dora, text="A walk")
    assert statements() == first


def test_the_money_of_the_desk_says_which_activity_it_is_for(at_desk, dora, rivers, year):
    actions.edit_activity(rivers, by=dora, programme=year)
    actions.add_contribution(rivers, by=dora, amount="200.00", currency="EUR", kind="granted")
    add_contribution(year, by=dora, amount="50.00", currency="EUR", kind="cash")

    page = at_desk.get("/desk/money/2022/")

    assert (
        '<a href="/activities/2022/rivers-as-classrooms/">Rivers as classrooms</a>'
        in page.content.decode()
    )
    assert words(page).count("the programme") == 1


def test_a_chip_names_no_organisation_that_the_reader_cannot_see(client, dora):
    make_organisation("Secret House", by=dora, visibility="desk")
    record_programme(title="Secret plan", kind="project", visibility="desk", by=dora)
    asked = queries.ActivityFilter.from_query(
        QueryDict("host=secret-house&organisation=secret-house&programme=secret-plan")
    )
    told = [[chip.label for chip in asked.chips(one, "/activities/")] for one in (NOBODY, dora)]
    assert told == [
        ["Host: secret-house", "secret-house", "secret-plan"],
        ["Host: Secret House", "Secret House", "Secret plan"],
    ]


def test_a_programme_s_page_says_what_came_of_its_activities(client, dora, rivers, year):
    actions.edit_activity(rivers, by=dora, programme=year)
    actions.add_outcome(rivers, by=dora, text="Water teaches.")
    actions.add_output(rivers, by=dora, text="A walk along a river", stage="promised")
    make_activity(by=dora, title="Nothing yet", programme=year)

    shown = words(client.get(YEAR))

    assert (
        "What came of it Rivers as classrooms Water teaches. A walk along a river Promised" in shown
    )
    assert shown.count("Nothing yet") == 1


def test_a_postponed_activity_has_no_date_on_a_programme_s_page(client, dora, rivers, year):
    actions.edit_activity(rivers, by=dora, programme=year, starts_on=None, ends_on=None)
    actions.postpone_activity(rivers, by=dora)

    shown = words(client.get(YEAR))

    assert "Rivers as classrooms The new date is not set yet, Willow House, Croatia Post" in shown
