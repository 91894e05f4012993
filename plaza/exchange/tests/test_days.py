"""Days and sessions in a calendar."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from plaza.activities.actions import (
    add_session,
    edit_piece,
    postpone_activity,
)
from plaza.exchange.tests.records import DAY, body, make_activity
from plaza.ledger.models import Entry


def events(answer):
    return list(Calendar.from_ical(body(answer)).walk("VEVENT"))


def test_days_become_events_without_a_time_zone(client, rivers):
    (event,) = events(client.get("/activities.ics"))

    assert event["DTSTART"].dt == DAY
    assert event["DTEND"].dt == DAY + dt.timedelta(days=2)
    assert "TZID" not in event["DTSTART"].params


@pytest.mark.parametrize("address", ["/activities.ics", "/activities/2026/rivers.ics"])
def test_whole_days_are_written_as_days(client, rivers, address):
    lines = body(client.get(address)).decode().splitlines()

    assert "DTSTART;VALUE=DATE:20260514" in lines
    assert "DTEND;VALUE=DATE:20260516" in lines


def test_a_session_stands_in_its_own_zone_with_its_rules(client, rivers, dora):
    start = dt.datetime(2026, 5, 14, 9, 0, tzinfo=ZoneInfo("Europe/Zagreb"))
    add_session(rivers, starts_at=start, time_zone="Europe/Zagreb", minutes=90, by=dora)
    answer = client.get("/activities/2026/rivers.ics")
    (event,) = events(answer)
    calendar = Calendar.from_ical(body(answer))

    assert event["DTSTART"].dt == start
    assert event["DTSTART"].params["TZID"] == "Europe/Zagreb"
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Zagreb"]
    zone = calendar.walk("VTIMEZONE")[0].to_tz()
    assert start.replace(tzinfo=zone).utcoffset() == dt.timedelta(hours=2)
    assert dt.datetime(2026, 12, 1, tzinfo=zone).utcoffset() == dt.timedelta(hours=1)


@pytest.mark.parametrize(
    "facts",
    [
        {"starts_on": dt.date(2026, 5, 1), "ends_on": dt.date(2026, 5, 31), "precision": "month"},
        {"starts_on": DAY, "open_end": True, "state": "running"},
        {},
    ],
)
def test_what_is_not_known_to_the_day_is_no_event(client, dora, facts):
    make_activity(dora, **facts)

    assert events(client.get("/activities.ics")) == []
    assert client.get("/activities/2026/rivers.ics").status_code == 404


def test_a_postponed_activity_leaves_the_calendar(client, rivers, dora):
    postpone_activity(rivers, by=dora, why="No speaker")

    assert events(client.get("/activities.ics")) == []


def test_a_calendar_hears_of_another_moment(client, rivers, dora):
    start = dt.datetime(2026, 5, 14, 9, 0, tzinfo=ZoneInfo("Europe/Zagreb"))
    session = add_session(rivers, starts_at=start, time_zone="Europe/Zagreb", minutes=90, by=dora)
    (first,) = events(client.get("/activities.ics"))

    edit_piece(session, by=dora, minutes=90, title="Bridges")
    (second,) = events(client.get("/activities.ics"))
    edit_piece(session, by=dora, starts_at=start + dt.timedelta(hours=1))
    (third,) = events(client.get("/activities.ics"))

    assert [one["SEQUENCE"] for one in (first, second, third)] == [0, 0, 1]
    stamps = [one["DTSTAMP"].dt for one in (first, second, third)]
    deeds = Entry.objects.order_by("at").values_list("at", flat=True)
    assert stamps == sorted(stamps)
    assert stamps[-1] == deeds.last().replace(microsecond=0)
