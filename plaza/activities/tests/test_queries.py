import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, QueryDict
from django.utils.timezone import now

from plaza.activities import actions, queries
from plaza.activities.tests.makers import make_activity, make_organisation
from plaza.library.actions import record_topic
from plaza.network.models import Affiliation
from plaza.web.refusals import Moved

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


def titles(activities):
    return [str(one) for one in activities]


@pytest.fixture
def three(dora):
    """One for everybody, one for members, one for the desk."""
    for visibility in ("public", "members", "desk"):
        make_activity(by=dora, title=visibility, visibility=visibility)


@pytest.fixture
def member(ben, willow):
    Affiliation.objects.create(person=ben, organisation=willow)
    return ben


def test_visitors_see_what_is_public(three):
    assert titles(queries.activities_of_year(NOBODY, 2022)) == ["public"]


def test_members_see_what_members_see(three, member):
    assert titles(queries.activities_of_year(member, 2022)) == ["members", "public"]


def test_people_without_an_organisation_see_what_is_public(three, cleo):
    assert titles(queries.activities_of_year(cleo, 2022)) == ["public"]


def test_the_desk_sees_all(three, emil):
    assert titles(queries.activities_of_year(emil, 2022)) == ["desk", "members", "public"]


def test_a_hidden_activity_is_not_found(dora):
    make_activity(by=dora, visibility="desk")
    with pytest.raises(Http404):
        queries.visible_activity(NOBODY, 2022, "rivers-as-classrooms")


def test_the_year_it_counts_for_leads_to_the_address(dora, rivers):
    actions.edit_activity(rivers, by=dora, reporting_year=2023)
    with pytest.raises(Moved) as moved:
        queries.visible_activity(NOBODY, 2023, "rivers-as-classrooms")
    assert moved.value.to == "/activities/2022/rivers-as-classrooms/"


def test_activities_of_an_organisation_come_once_however_many_roles_it_has(dora, rivers, willow):
    actions.add_involvement(rivers, by=dora, organisation=willow, role="partner")
    assert titles(queries.activities_of_organisation(NOBODY, willow)) == ["Rivers as classrooms"]


def test_years_are_counted_the_newest_first(dora, rivers):
    make_activity(by=dora, reporting_year=2017)
    make_activity(by=dora, reporting_year=2022, title="Another")
    assert queries.years(NOBODY) == [(2022, 2), (2017, 1)]


@pytest.fixture
def four(dora, rivers):
    """Rivers, and three that differ from it."""
    film = record_topic(name="Film", by=dora)
    oak = make_organisation("Oak Yard", "BE", by=dora, aliases=("Зелений кущ",))
    lamp = make_activity(by=dora, title="Lamps", state="done", format="webinars", topics=[film])
    actions.add_involvement(lamp, by=dora, organisation=oak, role="partner")
    make_activity(by=dora, title="Мости", reporting_year=2021, venue_country="UA")
    make_activity(by=dora, title={"en": "Gates", "uk": "Ворота"}, format="webinars")


FILTERS = [
    ("", ["Gates", "Lamps", "Rivers as classrooms", "Мости"]),
    ("year=2021", ["Мости"]),
    ("state=done", ["Lamps"]),
    ("state=done&state=planned&year=2022", ["Gates", "Lamps", "Rivers as classrooms"]),
    ("format=webinars", ["Gates", "Lamps"]),
    ("country=UA", ["Мости"]),
    ("country=BE&country=HR", ["Lamps", "Rivers as classrooms"]),
    ("topic=film", ["Lamps"]),
    ("host=willow-house", ["Rivers as classrooms"]),
    ("host=oak-yard", []),
    ("q=RIVERS", ["Rivers as classrooms"]),
    ("q=ВОРОТА", ["Gates"]),
    ("q=oak", ["Lamps"]),
    ("q=kuća vrba", ["Rivers as classrooms"]),
    ("q=KUĆA", ["Rivers as classrooms"]),
    ("q=КУЩ", ["Lamps"]),
    ("state=nonsense&year=abc&country=ZZ", ["Gates", "Lamps", "Rivers as classrooms", "Мости"]),
]


@pytest.mark.parametrize(("query", "expected"), FILTERS)
def test_a_filter_finds_what_it_says(four, query, expected):
    asked = queries.ActivityFilter.from_query(QueryDict(query))
    found = asked.apply(queries.visible_activities(NOBODY), NOBODY)
    assert sorted(titles(found)) == expected


def test_a_filter_is_written_back_as_it_was_read():
    query = "year=2022&state=done&format=webinars"
    query += "&country=BE&country=HR&topic=film&host=oak&q=two+words&"
    assert queries.ActivityFilter.from_query(QueryDict(query)).query == query


def test_a_chip_leaves_its_own_condition_out(four):
    asked = queries.ActivityFilter.from_query(QueryDict("country=BE&country=HR&q=oak"))
    assert [(chip.label, chip.url) for chip in asked.chips(NOBODY, "/activities/")] == [
        ("Belgium", "/activities/?country=HR&q=oak"),
        ("Croatia", "/activities/?country=BE&q=oak"),
        ("With the words “oak”", "/activities/?country=BE&country=HR"),
    ]


def test_facets_count_what_a_viewer_sees(four):
    asked = queries.ActivityFilter.from_query(QueryDict("format=webinars"))
    shown = {
        facet.key: [(one.label, one.count, one.chosen) for one in facet.choices]
        for facet in queries.facets(NOBODY, asked)
    }
    assert shown == {
        "state": [("Planned", 3, False), ("Done", 1, False)],
        "format": [("Webinars", 2, True), ("Other", 2, False)],
        "country": [("Belgium", 1, False), ("Croatia", 1, False), ("Ukraine", 1, False)],
        "topic": [("Film", 1, False)],
    }


class TestStrip:
    today = dt.date(2022, 11, 14)

    def strip(self):
        return queries.year_strip(queries.activities_of_year(NOBODY, 2022), self.today)

    def test_a_row_says_when_who_and_how_it_stands(self, dora, rivers):
        oak = make_organisation("Oak Yard", "BE", by=dora)
        actions.add_involvement(rivers, by=dora, organisation=oak, role="co_host")
        (row,) = self.strip().rows
        assert (row.kind, row.who, row.when, row.state) == (
            "planned",
            "Willow House, Croatia, with one co-host",
            "May 2022",
            "Planned",
        )

    def test_a_short_year_shows_its_twelve_months_and_today(self, rivers):
        window = self.strip().window
        assert (window.start, window.end) == (dt.date(2022, 1, 1), dt.date(2023, 1, 1))
        assert window.today == self.today

    def test_today_is_left_out_of_a_year_long_past(self, rivers):
        seen = queries.activities_of_year(NOBODY, 2022)
        assert queries.year_strip(seen, dt.date(2026, 1, 1)).window.today is None

    def test_activities_without_any_date_have_no_months(self, dora):
        make_activity(by=dora, starts_on=None, ends_on=None)
        assert self.strip().window is None

    def test_a_postponed_one_without_dates_has_no_start(self, dora):
        make_activity(
            by=dora, state="postponed", new_date_note="spring 2023", starts_on=None, ends_on=None
        )
        (row,) = self.strip().rows
        assert (row.kind, row.start, row.end) == ("postponed", None, None)
        assert row.when == "New date, as far as known: spring 2023"

    def test_a_cancelled_one_has_no_bar_and_says_why(self, dora, rivers):
        actions.cancel_activity(rivers, by=dora, why="Too few came.")
        (row,) = self.strip().rows
        assert (row.start, row.when) == (None, "May 2022. Too few came.")

    def test_one_without_an_end_goes_on(self, dora):
        make_activity(by=dora, state="running", ends_on=None, open_end=True)
        (row,) = self.strip().rows
        assert (row.kind, row.end, row.state) == ("running", None, "No end date")


class TestMap:
    def roles(self):
        return {
            one.code: one.role
            for one in queries.places_of(queries.activities_of_year(NOBODY, 2022))
        }

    def test_a_country_has_its_first_role(self, dora, rivers):
        actions.add_involvement(rivers, by=dora, country="HR", role="participant")
        actions.add_involvement(rivers, by=dora, country="BA", role="participant")
        actions.add_involvement(rivers, by=dora, country="BE", role="co_host")
        actions.add_involvement(rivers, by=dora, country="NL", role="funder")
        assert self.roles() == {"HR": "host", "BE": "cohost", "BA": "shared"}

    def test_a_postponed_host_waits(self, dora, rivers):
        actions.postpone_activity(rivers, by=dora)
        assert self.roles() == {"HR": "waiting"}

    def test_a_cancelled_one_is_not_on_the_map(self, dora, rivers):
        actions.cancel_activity(rivers, by=dora, why="Too few came.")
        assert self.roles() == {}

    def test_the_venue_shares_where_nobody_is_named(self, dora):
        make_activity(by=dora, venue_country="NL")
        assert self.roles() == {"NL": "shared"}


def test_a_format_without_a_name_is_not_said(dora):
    walks = make_activity(by=dora, title="Walks")
    actions.add_session_plan(walks, count=2, mode="online", minutes=240, by=dora)

    assert queries.activity_page(dora, walks, now()).form == ["2 online sessions of 4 hours"]
    actions.edit_activity(walks, format="workshop", by=dora)
    assert queries.activity_page(dora, walks, now()).form == [
        "Workshop",
        "2 online sessions of 4 hours",
    ]
