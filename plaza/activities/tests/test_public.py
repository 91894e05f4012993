import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plaza.activities import actions
from plaza.activities.tests.makers import make_activity, make_organisation
from plaza.activities.tests.reading import RIVERS, words
from plaza.library.actions import record_resource, record_topic
from plaza.network.models import Affiliation
from plaza.web import provenance

pytestmark = pytest.mark.django_db


def statements(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as told:
        assert client.get(url).status_code == 200
    return len(told)


def fill(dora, count, start=0):
    topic = record_topic(name=f"Film {start}", by=dora)
    for number in range(start, start + count):
        one = make_activity(by=dora, title=f"Number {number}", topics=[topic], state="done")
        host = make_organisation(f"House {number}", "BE", by=dora)
        actions.add_involvement(one, by=dora, organisation=host, role="host")
        actions.add_headcount(one, by=dora, number=number + 1)
        actions.add_outcome(one, by=dora, text="Learned.")


LISTS = [
    ("/activities/", 8),
    ("/activities/2022/", 9),
    ("/activities/map/", 6),
    ("/activities/calendar/2022/5/", 7),  # nothing is known to the day: where else?
]


@pytest.mark.parametrize(("url", "number"), LISTS)
def test_a_list_asks_as_often_for_three_rows_as_for_one(client, dora, url, number):
    fill(dora, 1)
    assert statements(client, url) == number
    fill(dora, 2, start=1)
    assert statements(client, url) == number


def test_the_list_shows_years_with_their_activities(client, dora, rivers):
    make_activity(by=dora, title="Earlier", reporting_year=2017)
    shown = words(client.get("/activities/"))
    assert "2 activities" in shown
    assert shown.index("2022") < shown.index("Rivers as classrooms") < shown.index("Earlier")


def test_the_list_is_narrowed_by_its_address(client, dora, rivers):
    make_activity(by=dora, title="Lamps", format="webinars")
    shown = words(client.get("/activities/?format=webinars"))
    assert "Lamps" in shown
    assert "Rivers as classrooms" not in shown


def test_an_empty_list_says_what_will_be_there(client, db):
    shown = words(client.get("/activities/"))
    assert "The activities of the network will stand here." in shown


def test_nothing_found_says_so(client, rivers):
    shown = words(client.get("/activities/?q=nonsense"))
    assert "No activity fits all of this. See all activities" in shown


def test_a_year_without_activities_is_not_found(client, rivers):
    assert client.get("/activities/1999/").status_code == 404


@pytest.mark.parametrize("url", ["/activities/calendar/2022/13/", "/activities/calendar/1500/1/"])
def test_a_month_that_is_none_is_not_found(client, db, url):
    assert client.get(url).status_code == 404


def test_the_calendar_begins_with_this_month(client, db):
    today = dt.date.today()
    answer = client.get("/activities/calendar/")
    assert (answer.status_code, answer.url) == (
        302,
        f"/activities/calendar/{today.year}/{today.month}/",
    )


def test_a_page_says_what_is_known_and_what_is_not(client, dora, rivers):
    oak = make_organisation("Oak Yard", "BE", by=dora)
    actions.add_involvement(rivers, by=dora, organisation=oak, role="co_host")
    actions.add_involvement(rivers, by=dora, country="RS", role="participant")
    actions.add_session_plan(rivers, by=dora, count=2, minutes=240)
    shown = words(client.get(RIVERS))
    for sentence in (
        "The days are not known, so nothing is put in your calendar.",
        "Host Willow House , Croatia",
        "Co-host Oak Yard , Belgium",
        "Also took part Serbia. No organisation was named.",
        "2 online sessions of 4 hours",
        "Session 2 4 hours Online Date not handed in yet",
    ):
        assert sentence in shown


def test_two_groups_are_told_side_by_side_and_never_added(client, dora, rivers):
    actions.add_headcount(rivers, by=dora, number=19, group="on education")
    actions.add_headcount(rivers, by=dora, number=9, group="on supervision")
    shown = words(client.get(RIVERS))
    assert (
        "19 on education and 9 on supervision, as the host reported. "
        "We do not know whether anyone is in two groups, so we do not add them up."
    ) in shown
    assert "28" not in shown


def test_a_number_of_unknown_kind_says_so(client, dora, rivers):
    actions.add_headcount(rivers, by=dora, number=423, counted="unknown")
    assert (
        "423, as the host reported. Whether these are persons or the same people several times "
        "is not said."
    ) in words(client.get(RIVERS))


def test_a_session_shows_its_own_clock_and_the_reader_s(client, dora, rivers):
    start = dt.datetime(2022, 5, 17, 12, tzinfo=dt.UTC)
    actions.add_session(
        rivers, by=dora, starts_at=start, time_zone="Europe/Zagreb", minutes=90, title="First"
    )
    shown = words(client.get(RIVERS))
    assert (
        "First 1.5 hours Online 17 May 2022, 14:00 to 15:30 (Zagreb) "
        "17 May 2022, 12:00 to 13:30 (UTC)"
    ) in shown


def test_only_members_and_the_desk_are_told_where_to_join(client, dora, ben, rivers, willow):
    start = dt.datetime(2999, 5, 17, 12, tzinfo=dt.UTC)
    link = "https://meet.example/secret"
    actions.add_session(rivers, by=dora, starts_at=start, time_zone="UTC", minutes=90, link=link)
    Affiliation.objects.create(person=ben, organisation=willow)

    assert link not in client.get(RIVERS).content.decode()
    for viewer in (ben, dora):
        client.force_login(viewer)
        assert f'<a href="{link}">Join here</a>' in client.get(RIVERS).content.decode()


def test_what_came_of_it_leads_to_the_library(client, dora, rivers):
    work = record_resource(title="A guide", language="en", by=dora)
    actions.add_output(rivers, by=dora, text="The guide", stage="delivered", resource=work)
    actions.add_output(rivers, by=dora, text="A film", due_on=dt.date(2022, 12, 1))
    page = client.get(RIVERS)
    assert '<a href="/library/a-guide/">The guide</a>' in page.content.decode()
    assert "A film Promised, due on 1 December 2022" in words(page)


def test_a_work_that_the_reader_cannot_see_has_no_link(client, dora, rivers):
    work = record_resource(title="A guide", language="en", by=dora, visibility="desk")
    actions.add_output(rivers, by=dora, text="The guide", stage="delivered", resource=work)
    assert "/library/a-guide/" not in client.get(RIVERS).content.decode()


def test_a_cancelled_one_is_struck_and_says_why(client, dora, rivers):
    actions.cancel_activity(rivers, by=dora, why="Too few came.")
    page = client.get(RIVERS)
    assert '<h1 class="band__title struck">Rivers as classrooms</h1>' in page.content.decode()
    assert "Cancelled" in words(page)
    assert "Too few came." in words(page)


def test_a_postponed_one_says_that_there_is_no_date(client, dora, rivers):
    actions.postpone_activity(rivers, by=dora)
    assert "Postponed. The new date is not set yet." in words(client.get(RIVERS))


def test_words_in_another_language_say_which(client, dora):
    make_activity(by=dora, title={"uk": "Мости"}, slug="bridges")
    page = client.get("/activities/2022/bridges/").content.decode()
    assert '<h1 class="band__title"><span lang="uk" dir="auto">Мости</span></h1>' in page


def test_a_page_shows_where_its_facts_come_from(client, rivers, monkeypatch):
    monkeypatch.setattr(provenance, "_sources", [])
    provenance.register_provenance(
        lambda subject: [provenance.Source("Overview 2022", place="page 3", printed="MAY 2022")]
    )
    shown = words(client.get(RIVERS))
    assert "Overview 2022" in shown
    assert "MAY 2022" in shown


def test_a_hidden_one_is_not_found(client, dora):
    make_activity(by=dora, visibility="desk")
    assert client.get(RIVERS).status_code == 404


def test_the_desk_sees_a_hidden_one_and_is_told(at_desk, dora):
    make_activity(by=dora, visibility="desk")
    assert "Only the desk sees this page yet." in words(at_desk.get(RIVERS))


def test_another_year_leads_to_the_published_address(client, dora, rivers):
    actions.edit_activity(rivers, by=dora, reporting_year=2023)
    answer = client.get("/activities/2023/rivers-as-classrooms/")
    assert (answer.status_code, answer.url) == (301, RIVERS)


def test_a_page_asks_as_often_for_three_of_everything_as_for_one(client, dora, rivers):
    def enrich(number):
        work = record_resource(title=f"Guide {number}", language="en", by=dora)
        actions.add_output(rivers, by=dora, text="Guide", stage="delivered", resource=work)
        actions.add_outcome(rivers, by=dora, text="Learned.")
        actions.add_headcount(rivers, by=dora, number=5, group=f"Group {number}")
        actions.add_session_plan(rivers, by=dora, count=2)
        actions.add_link(rivers, by=dora, url=f"https://example.org/{number}")
        host = make_organisation(f"House {number}", "BE", by=dora)
        actions.add_involvement(rivers, by=dora, organisation=host, role="partner")
        make_activity(by=dora, title=f"Beside {number}")

    enrich(1)
    assert statements(client, RIVERS) == 14
    enrich(2)
    enrich(3)
    assert statements(client, RIVERS) == 14


def test_days_can_be_put_in_a_calendar_and_a_month_cannot(client, dora):
    make_activity(
        by=dora, title="Weeds", state="done", starts_on=dt.date(2022, 5, 3), precision="day"
    )
    make_activity(
        by=dora, title="Seeds", state="done", starts_on=dt.date(2022, 5, 1), precision="month"
    )

    known = client.get("/activities/2022/weeds/").content.decode()
    vague = client.get("/activities/2022/seeds/").content.decode()

    assert 'href="/activities/2022/weeds.ics"' in known
    assert "seeds.ics" not in vague


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/activities/", "The activities of the network will stand here."),
        ("/activities/map/", "No country is known yet."),
    ],
)
def test_an_empty_network_shows_a_sentence_and_no_zero(client, db, address, sentence):
    shown = words(client.get(address))

    assert sentence in shown
    assert " 0 " not in shown
