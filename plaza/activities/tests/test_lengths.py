"""What is too large or too long is asked for again with a sentence, and stored nowhere."""

import pytest

from plaza.activities.models import Headcount, Output, Session, SessionPlan
from plaza.activities.tests.test_public import words

pytestmark = pytest.mark.django_db
PIECES = "/desk/activities/2022/rivers-as-classrooms/pieces/"
EDIT = "/desk/activities/2022/rivers-as-classrooms/edit/"
CALL = "/desk/activities/2022/rivers-as-classrooms/call/"
HUGE = "9" * 30
PEOPLE = {"group": "", "counted": "persons", "basis": "reported", "overlap": "unknown"}
SESSION = {
    "starts_at": "2022-05-17 14:00",
    "time_zone": "Europe/Zagreb",
    "minutes": "90",
    "mode": "online",
}


@pytest.mark.parametrize(
    "moment", ["9999-12-31 23:59", "0001-01-01 00:00", "1.1.1899 10:00", "2201-01-01 00:00"]
)
def test_a_session_in_a_year_no_calendar_bears_is_asked_for_again(at_desk, rivers, moment):
    answer = at_desk.post(f"{PIECES}sessions/add/", {**SESSION, "starts_at": moment})

    assert answer.status_code == 422
    assert "Write a year between 1900 and 2200." in words(answer)
    assert not Session.objects.exists()


def test_a_call_closes_in_a_year_that_calendars_bear(at_desk, rivers):
    row = {"time_zone": "Europe/Zagreb", "rule": "selection", "closes_at": "9999-12-31 23:59"}
    answer = at_desk.post(CALL, row)

    assert "Write a year between 1900 and 2200." in words(answer)


def test_the_last_year_stands_in_the_calendar(at_desk, client, rivers):
    at_desk.post(f"{PIECES}sessions/add/", {**SESSION, "starts_at": "2200-12-31 23:59"})

    assert b"DTSTART;TZID=Europe/Zagreb:22001231T235900" in client.get("/activities.ics").content
    assert client.get("/activities/2022/rivers-as-classrooms/").status_code == 200


@pytest.mark.parametrize(
    ("kind", "row", "most"),
    [
        ("headcounts", {**PEOPLE, "number": HUGE}, "1,000,000"),
        ("headcounts", {**PEOPLE, "number": "1000001"}, "1,000,000"),
        ("plans", {"count": HUGE, "minutes": "90", "mode": "online"}, "1,000"),
        ("plans", {"count": "2", "minutes": HUGE, "mode": "online"}, "10,080"),
        ("sessions", {**SESSION, "minutes": HUGE}, "10,080"),
        ("quotas", {"attribute": "country", "maximum": HUGE}, "1,000,000"),
    ],
)
def test_a_number_larger_than_anybody_counts_is_asked_for_again(at_desk, rivers, kind, row, most):
    answer = at_desk.post(f"{PIECES}{kind}/add/", row)

    assert f"Write a number up to {most}." in words(answer)
    assert not any(each.objects.exists() for each in (Headcount, SessionPlan, Session))


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("headcounts", f"{HUGE} on education"),
        ("plans", f"{HUGE}\tonline\t90"),
        ("sessions", f"2022-05-17 14:00\tEurope/Zagreb\t{HUGE}"),
    ],
)
def test_a_pasted_line_with_such_a_number_stays_in_the_field(at_desk, rivers, kind, lines):
    answer = at_desk.post(f"{PIECES}{kind}/paste/", {"lines": lines})

    assert "Write a number up to" in words(answer)
    assert HUGE in answer.content.decode()


def test_seats_and_people_expected_have_an_end(at_desk, rivers):
    row = {"time_zone": "Europe/Zagreb", "rule": "selection", "seats": HUGE, "expected": HUGE}

    assert words(at_desk.post(CALL, row)).count("Write a number up to 1,000,000.") >= 2


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (
            {"text": "A guide", "stage": "promised", "resource": "a" * 300_000},
            "A guide\tpromised\t\t" + "a" * 300_000,
        ),
        ({"text": "a" * 20_001, "stage": "promised"}, "a" * 20_001),
    ],
    ids=["a work of the library", "a resource"],
)
def test_words_longer_than_there_is_room_are_asked_for_again(at_desk, rivers, row, line):
    for address, sent in (("add", row), ("paste", {"lines": line})):
        answer = at_desk.post(f"{PIECES}outputs/{address}/", sent)
        assert "characters" in words(answer)
    assert not Output.objects.exists()


def test_a_title_in_many_languages_says_which_one_is_too_long(at_desk, rivers):
    row = {"title_en": "Rivers", "title_uk": "a" * 401, "reporting_year": "2022"}
    answer = at_desk.post(EDIT, {**row, "format": "course", "precision": "day"})

    assert "At most 400 letters fit here; in Українська there are 401." in words(answer)
    rivers.refresh_from_db()
    assert "uk" not in rivers.title
