"""Calendars: what is known to the day, each in its own time zone, and nothing that is not."""

import datetime as dt
import zoneinfo
from collections.abc import Iterable

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Q, QuerySet
from icalendar import Calendar, Event, Timezone

from plaza.activities.models import Activity, Session
from plaza.activities.states import State
from plaza.exchange.records import address
from plaza.ledger.models import Entry
from plaza.web.periods import Precision

STATUS = {State.CANCELLED: "CANCELLED", State.PLANNED: "TENTATIVE"}


def calendar_of(activities: QuerySet[Activity], *, name: str) -> bytes:
    """An iCalendar file: sessions with their zone, else whole days where the days are known."""
    calendar = Calendar()
    calendar.add("prodid", "-//Plaza//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", dt.timedelta(hours=12))
    events: list[Event] = []
    zones: dict[str, list[dt.datetime]] = {}
    found = list(activities.prefetch_related("sessions"))
    touched = _touched(found)
    for activity in found:
        sessions, stamp = list(activity.sessions.all()), touched.get(str(activity.pk))
        for session in sessions:
            events.append(_session(activity, session, stamp))
            zones.setdefault(session.time_zone, []).append(session.starts_at)
        if not sessions and activity.is_known_to_the_day:
            events.append(_days(activity, stamp))
    for component in [*_timezones(zones), *events]:
        calendar.add_component(component)
    return bytes(calendar.to_ical())


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


def _timezones(zones: dict[str, list[dt.datetime]]) -> Iterable[Timezone]:
    for name, moments in sorted(zones.items()):
        if name != "UTC":
            yield Timezone.from_tzid(
                name,
                first_date=(min(moments) - dt.timedelta(days=370)).date(),
                last_date=(max(moments) + dt.timedelta(days=370)).date(),
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
