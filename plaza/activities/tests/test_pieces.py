"""Sheets of rows: with htmx and without, one by one and many at once."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertRedirects

from plaza.activities import actions
from plaza.activities.models import Activity, Call, Headcount, Outcome, Session
from plaza.activities.tests.makers import make_organisation
from plaza.activities.tests.reading import PIECES
from plaza.activities.tests.test_public import words
from plaza.ledger.queries import entries_of
from plaza.library.actions import record_resource
from plaza.network.models import Organisation
from plaza.programmes.actions import record_programme

pytestmark = pytest.mark.django_db


HTMX = {"HX-Request": "true"}


OUTCOME = {"text": "They film each other.", "stage": "delivered"}


ROWS = [
    ("involvements", {"organisation": "Kuća Vrba", "role": "partner"}, "Partner: Willow House"),
    ("involvements", {"country": "Serbia", "role": "participant"}, "Participant: Serbia"),
    ("plans", {"count": "2", "minutes": "240", "mode": "online"}, "2 online sessions of 4 hours"),
    (
        "sessions",
        {
            "starts_at": "2022-05-17 14:00",
            "time_zone": "Europe/Zagreb",
            "minutes": "90",
            "mode": "online",
            "title": "First",
        },
        "First",
    ),
    (
        "headcounts",
        {
            "number": "19",
            "group": "on education",
            "counted": "persons",
            "basis": "reported",
            "overlap": "unknown",
        },
        "19 on education",
    ),
    ("outcomes", OUTCOME, "They film each other."),
    ("outputs", {"text": "A guide", "stage": "promised", "due_on": "2022-12-01"}, "A guide"),
    ("links", {"url": "https://example.org/a", "label": "Handout"}, "Handout"),
]


@pytest.mark.parametrize(("kind", "row", "expected"), ROWS)
def test_add_works_as_a_plain_form(at_desk, rivers, kind, row, expected):
    answer = at_desk.post(f"{PIECES}{kind}/add/", row)
    assertRedirects(answer, f"{PIECES}#{kind}", fetch_redirect_response=False)
    assert entries_of(rivers).first().part == expected


@pytest.mark.parametrize(("kind", "row", "expected"), ROWS)
def test_add_answers_the_row_and_the_next_empty_one(at_desk, rivers, kind, row, expected):
    answer = at_desk.post(f"{PIECES}{kind}/add/", row, headers=HTMX)
    body = answer.content.decode()
    assert answer.status_code == 200
    assert (body.count("<tr"), body.count(f'id="{kind}-new"'), body.count("autofocus")) == (2, 1, 1)


def test_a_wrong_row_keeps_what_was_typed(at_desk, rivers):
    wrong = {
        "number": "many",
        "group": "on education",
        "counted": "persons",
        "basis": "reported",
        "overlap": "none",
    }
    for headers in ({}, HTMX):
        answer = at_desk.post(f"{PIECES}headcounts/add/", wrong, headers=headers)
        assert answer.status_code == 422
        assert "Enter a whole number." in words(answer)
        assert 'value="many"' in answer.content.decode()
    assert not Headcount.objects.exists()


def test_a_constraint_speaks_on_the_row(at_desk, dora, rivers):
    actions.add_headcount(rivers, by=dora, number=19)
    again = {
        "number": "20",
        "group": "",
        "counted": "persons",
        "basis": "reported",
        "overlap": "unknown",
    }
    answer = at_desk.post(f"{PIECES}headcounts/add/", again, headers=HTMX)
    assert answer.status_code == 422
    assert "This group is already counted on this basis." in words(answer)


def test_save_writes_one_row_and_says_so(at_desk, dora, rivers):
    outcome = actions.add_outcome(rivers, by=dora, text={"en": "Learned.", "uk": "Навчилися."})
    url = f"{PIECES}outcomes/{outcome.pk}/"
    saved = at_desk.post(url, OUTCOME, headers=HTMX)
    assert (saved.status_code, words(saved)) == (200, "Saved.")
    assert dict(Outcome.objects.get().text) == {"en": "They film each other.", "uk": "Навчилися."}
    plain = at_desk.post(url, OUTCOME)
    assertRedirects(plain, f"{PIECES}#outcomes-{outcome.pk}", fetch_redirect_response=False)


def test_saving_an_unchanged_row_writes_nothing_down(at_desk, dora, rivers):
    session = actions.add_session(
        rivers,
        by=dora,
        starts_at=dt.datetime(2022, 5, 17, 12, tzinfo=dt.UTC),
        time_zone="Europe/Zagreb",
        minutes=90,
    )
    row = {
        "starts_at": "2022-05-17 14:00",
        "time_zone": "Europe/Zagreb",
        "minutes": "90",
        "mode": "online",
    }
    at_desk.post(f"{PIECES}sessions/{session.pk}/", row)
    assert "amend" not in [entry.verb for entry in entries_of(rivers)]


def test_a_session_s_clock_is_that_of_its_own_zone(at_desk, rivers):
    row = {
        "starts_at": "17.5.2022 14:00",
        "time_zone": "Europe/Kyiv",
        "minutes": "90",
        "mode": "online",
    }
    at_desk.post(f"{PIECES}sessions/add/", row)
    assert Session.objects.get().starts_at == dt.datetime(2022, 5, 17, 11, tzinfo=dt.UTC)


def test_remove_takes_a_row_out_and_the_history_keeps_it(at_desk, dora, rivers):
    outcome = actions.add_outcome(rivers, by=dora, text="Learned.")
    answer = at_desk.post(f"{PIECES}outcomes/{outcome.pk}/remove/", headers=HTMX)
    assert words(answer) == "Taken out: Learned."
    assert not Outcome.objects.exists()
    assert entries_of(rivers).first().changes["text"] == [{"en": "Learned."}, None]


def test_an_unknown_organisation_is_offered_as_a_new_one(at_desk, rivers):
    row = {"organisation": "Lantern Yard", "role": "partner", "country": "Belgium"}
    refused = at_desk.post(f"{PIECES}involvements/add/", row, headers=HTMX)
    assert refused.status_code == 422
    assert "Add it as a new organisation" in words(refused)
    at_desk.post(f"{PIECES}involvements/add/", {**row, "as_new": "1"}, headers=HTMX)
    lantern = Organisation.objects.get(sort_name="Lantern Yard")
    assert lantern.country == "BE"
    assert [str(one) for one in rivers.involvements.all()] == [
        "Host: Willow House",
        "Partner: Lantern Yard",
    ]


def test_a_known_name_is_never_entered_again(at_desk, rivers):
    at_desk.post(
        f"{PIECES}involvements/add/",
        {"organisation": "willow house", "role": "guest", "as_new": "1"},
    )
    assert Organisation.objects.count() == 1


def test_money_says_at_once_that_the_programme_comes_first(at_desk, rivers, dora):
    before = at_desk.get(PIECES).text
    programme = record_programme(title="A year", by=dora)
    actions.edit_activity(rivers, programme=programme, by=dora)

    assert "its money cannot be written down" in before
    assert 'href="/desk/activities/2022/rivers-as-classrooms/edit/#id_programme"' in before
    assert "its money cannot be written down" not in at_desk.get(PIECES).text


def test_money_belongs_to_the_programme(at_desk, dora, willow, rivers):
    row = {
        "organisation": "Willow House",
        "amount": "1500",
        "currency": "EUR",
        "kind": "cash",
        "stage": "pledged",
    }
    refused = at_desk.post(f"{PIECES}contributions/add/", row)
    assert "Say first which programme the activity belongs to." in words(refused)
    programme = record_programme(title="A year", by=dora)
    actions.edit_activity(rivers, by=dora, programme=programme)
    at_desk.post(f"{PIECES}contributions/add/", row)
    given = programme.contributions.get()
    assert (given.amount, given.organisation, given.earmark.activity) == (
        Decimal(1500),
        willow,
        rivers,
    )
    at_desk.post(f"{PIECES}contributions/{given.pk}/remove/")
    assert not programme.contributions.exists()


def test_the_call_is_written_down_and_changed(at_desk, rivers):
    url = "/desk/activities/2022/rivers-as-classrooms/call/"
    form = {
        "closes_at": "2022-04-30 23:59",
        "time_zone": "Europe/Zagreb",
        "rule": "selection",
        "seats": "25",
        "costs_en": "Free.",
    }
    assertRedirects(at_desk.post(url, form), f"{PIECES}#call", fetch_redirect_response=False)
    at_desk.post(url, {**form, "seats": "30"})
    call = Call.objects.get()
    assert (call.seats, call.closes_at) == (30, dt.datetime(2022, 4, 30, 21, 59, tzinfo=dt.UTC))
    at_desk.post(f"{PIECES}quotas/add/", {"attribute": "country", "maximum": "5"})
    assert [one.in_words for one in call.quotas.all()] == ["at most 5 per country"]


def test_a_wrong_call_keeps_what_was_typed(at_desk, rivers):
    form = {"time_zone": "Nowhere", "rule": "selection", "costs_en": "Kept words"}
    answer = at_desk.post("/desk/activities/2022/rivers-as-classrooms/call/", form)
    assert answer.status_code == 422
    assert "“Nowhere” is not a time zone. Write one such as Europe/Zagreb." in words(answer)
    assert 'value="Kept words"' in answer.content.decode()


def test_a_sheet_that_is_none_is_not_found(at_desk, rivers):
    assert at_desk.post(f"{PIECES}poems/add/", {}).status_code == 404


def test_a_row_of_another_activity_is_not_found(at_desk, dora, rivers):
    other = actions.duplicate_activity(rivers, reporting_year=2023, by=dora)
    row = other.involvements.get()
    assert at_desk.post(f"{PIECES}involvements/{row.pk}/remove/").status_code == 404
    assert other.involvements.count() == 1


def test_the_page_asks_as_often_for_three_rows_as_for_one(at_desk, dora, rivers):
    def statements():
        with CaptureQueriesContext(connection) as told:
            assert at_desk.get(PIECES).status_code == 200
        return len(told)

    def enrich(number):
        work = record_resource(title=f"Guide {number}", language="en", by=dora)
        actions.add_output(rivers, by=dora, text="Guide", stage="delivered", resource=work)
        actions.add_outcome(rivers, by=dora, text="Learned.")
        actions.add_headcount(rivers, by=dora, number=5, group=f"Group {number}")
        host = make_organisation(f"House {number}", "BE", by=dora)
        actions.add_involvement(rivers, by=dora, organisation=host, role="partner")

    enrich(1)
    statements()
    before = statements()
    enrich(2)
    enrich(3)
    statements()
    assert (before, statements()) == (17, 17)


def test_every_activity_has_its_pieces_page_from_the_first_moment(at_desk, rivers):
    shown = words(at_desk.get(PIECES))
    for title in ("Who takes part", "Sessions", "How many people", "What came of it", "The call"):
        assert title in shown
    assert Activity.objects.count() == 1


@pytest.mark.parametrize("kind", ["outcomes", "outputs", "headcounts", "links", "involvements"])
def test_a_new_row_comes_last_after_one_was_taken_out(dora, rivers, kind):
    add = {
        "outcomes": lambda name: actions.add_outcome(rivers, by=dora, text=name),
        "outputs": lambda name: actions.add_output(rivers, by=dora, text=name),
        "headcounts": lambda name: actions.add_headcount(rivers, by=dora, number=1, group=name),
        "links": lambda name: actions.add_link(rivers, by=dora, url=f"https://{name}.example"),
        "involvements": lambda name: actions.add_involvement(
            rivers, by=dora, organisation=make_organisation(name, by=dora), role="partner"
        ),
    }[kind]
    rows = [add(name) for name in ("one", "two", "three")]
    actions.remove_piece(rows[0], by=dora)
    last = add("four")
    assert list(getattr(rivers, kind).all())[-3:] == [rows[1], rows[2], last]
