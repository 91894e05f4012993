"""Moments, days and numbers as people type them into the rows of an activity."""

import datetime as dt

import pytest

from plaza.activities.models import Headcount, Output, Session
from plaza.activities.tests.test_public import words

pytestmark = pytest.mark.django_db
PIECES = "/desk/activities/2022/rivers-as-classrooms/pieces/"
HTMX = {"HX-Request": "true"}


def session(starts_at, zone="Europe/Kyiv"):
    return {"starts_at": starts_at, "time_zone": zone, "minutes": "90", "mode": "online"}


@pytest.mark.parametrize(
    "typed", ["2022-5-7 9:00", "7.5.2022 9.00", "7/5/2022, 9", "2022-05-07T09:00"]
)
def test_a_moment_is_typed_in_the_usual_ways(at_desk, rivers, typed):
    at_desk.post(f"{PIECES}sessions/add/", session(typed))

    assert [f"{one}" for one in Session.objects.all()] == ["2022-05-07 09:00"]


def test_an_hour_that_clocks_jump_over_is_asked_for_again(at_desk, rivers):
    answer = at_desk.post(f"{PIECES}sessions/add/", session("2026-03-29 03:30"), headers=HTMX)

    assert "Clocks there jump over this hour on that day. Write another time." in words(answer)
    assert (answer.status_code, Session.objects.count()) == (422, 0)


def test_a_time_zone_is_known_by_its_city(at_desk, rivers):
    at_desk.post(f"{PIECES}sessions/add/", session("2022-05-07 09:00", zone="tbilisi"))

    assert Session.objects.get().time_zone == "Asia/Tbilisi"


@pytest.mark.parametrize("zone", ["Nicosia", "Nowhere", "Kyiv/"])
def test_a_city_that_is_none_or_could_be_two_is_asked_for_again(at_desk, rivers, zone):
    answer = at_desk.post(f"{PIECES}sessions/add/", session("2022-05-07 09:00", zone=zone))

    assert f"“{zone}” is not a time zone." in words(answer)


def test_what_is_due_in_a_month_is_due_on_its_last_day(at_desk, rivers):
    at_desk.post(
        f"{PIECES}outputs/add/", {"text": "A guide", "stage": "promised", "due_on": "2022-06"}
    )

    assert Output.objects.get().due_on == dt.date(2022, 6, 30)


@pytest.mark.parametrize("typed", ["13 000", "13,000", "13.000", "13000"])
def test_thousands_may_stand_apart(at_desk, rivers, typed):
    row = {"number": typed, "counted": "persons", "basis": "estimated_reach", "overlap": "unknown"}
    at_desk.post(f"{PIECES}headcounts/add/", row)

    assert [one.number for one in Headcount.objects.all()] == [13000]
