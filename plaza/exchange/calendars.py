"""Calendars: what is known to the day, each in its own time zone, and nothing that is not."""

import datetime as dt
import io
import zoneinfo
from collections.abc import Iterable, Iterator
from itertools import islice

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Min, Q, QuerySet
from icalendar import Calendar, Event, Timezone

from plaza.activities.models import Activity, Session
from plaza.activities.states import State
from plaza.exchange.records import address
from plaza.ledger.models import Entry
from plaza.web.periods import Precision

AT_ONCE = 200
STATUS = {State.CANCELLED: "CANCELLED", State.PLANNED: "TENTATIVE"}


def calendar_of(activities: QuerySet[Activity], *, name: str) -> bytes:
    """An iCalendar file: sessions with their zone, else whole days where the days are known.

    Events are written as they are read, so that memory does not grow with their number.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Plaza//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", dt.timedelta(hours=12))
    for component in _timezones(activities):
        calendar.add_component(component)
    head, end, _rest = bytes(calendar.to_ical()).rpartition(b"END:VCALENDAR")
    written = io.BytesIO()
    written.write(head)
    found = activities.prefetch_related("sessions").iterator(chunk_size=AT_ONCE)
    while some := list(islice(found, AT_ONCE)):
        written.writelines(event.to_ical() for event in _events(some))
    written.write(end + b"\r\n")
    return written.getvalue()


def _events(activities: list[Activity]) -> Iterator[Event]:
    touched = _touched(activities)
    for activity in activities:
        sessions, stamp = list(activity.sessions.all()), touched.get(str(activity.pk))
        for session in sessions:
            yield _session(activity, session, stamp)
        if not sessions and activity.is_known_to_the_day:
            yield _days(activity, stamp)


def datable(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """Only what can stand in a calendar."""
    exact = Q(precision=Precision.DAY, starts_on__isnull=False, open_end=False)
    return activities.exclude(state=State.POSTPONED).filter(
        exact | Q(pk__in=Session.objects.values("activity"))
    )


def _touched(activities: Iterable[Activity]) -> dict[str, dt.datetime]:
    """When something was done to each activity for the last time."""
    deeds = Entry.objects.filter(
        subject_type=ContentType.objects.get_for_model(Activity),
        subject_id__in=[str(one.pk) for one in activities],
    )
    return dict(deeds.order_by().values_list("subject_id").annotate(Max("at")))


def _timezones(activities: QuerySet[Activity]) -> Iterator[Timezone]:
    sessions = Session.objects.filter(activity__in=activities.order_by().values("pk"))
    zones = sessions.order_by("time_zone").values_list("time_zone")
    for name, first, last in zones.annotate(Min("starts_at"), Max("starts_at")):
        if name != "UTC":
            yield Timezone.from_tzid(
                name,
                first_date=(first - dt.timedelta(days=370)).date(),
                last_date=(last + dt.timedelta(days=370)).date(),
            )


def _session(activity: Activity, session: Session, stamp: dt.datetime | None) -> Event:
    start = session.starts_at.astimezone(zoneinfo.ZoneInfo(session.time_zone))
    event = _event(activity, f"session-{session.pk}", session.revision, stamp)
    event.add("summary", str(session.title) or str(activity.title))
    event.add("dtstart", start)
    event.add("dtend", start + dt.timedelta(minutes=session.minutes))
    if session.place:
        event.add("location", session.place)
    return event


def _days(activity: Activity, stamp: dt.datetime | None) -> Event:
    assert activity.starts_on is not None
    last = activity.ends_on or activity.starts_on
    event = _event(activity, f"activity-{activity.pk}", 0, stamp)
    event.add("summary", str(activity.title))
    event.add("dtstart", activity.starts_on)
    event.add("dtend", last + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    if activity.venue:
        event.add("location", activity.venue)
    return event


def _event(activity: Activity, uid: str, revision: int, stamp: dt.datetime | None) -> Event:
    event = Event()
    host = settings.PLAZA_ADDRESS.split("://", 1)[-1].split("/")[0].split(":")[0]
    event.add("uid", f"{uid}@{host}")
    event.add("dtstamp", stamp or activity.published_at or activity.added_at)
    event.add("sequence", revision)
    event.add("url", address(activity))
    event.add("status", STATUS.get(State(activity.state), "CONFIRMED"))
    return event
