"""A month of activities: what is known to the day on its days, the rest beside it."""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from babel.dates import format_skeleton, get_day_names
from django.db.models import Case, F, Max, Min, Q, QuerySet, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from plaza.activities.models import Activity, Session
from plaza.activities.queries.activities import in_order, light, visible_activities
from plaza.activities.states import State
from plaza.ledger.words import page_locale
from plaza.web.periods import Precision

SHORT = 7


@dataclass(frozen=True)
class Event:
    """Something on one day."""

    title: str
    url: str
    state: str = ""
    when: str = ""


@dataclass(frozen=True)
class Day:
    """One day of the sheet; `outside` belongs to the month before or after."""

    number: int
    outside: bool
    today: bool
    events: list[Event]


@dataclass(frozen=True)
class Sheet:
    """Another month, by its first day and its name."""

    first: dt.date
    caption: str


@dataclass(frozen=True)
class Month:
    """A sheet of the calendar."""

    first: dt.date
    caption: str
    weekdays: list[str]
    weeks: list[list[Day]]
    loose: list[Activity]
    is_empty: bool
    earlier: Sheet | None = None
    later: Sheet | None = None

    @property
    def before(self) -> dt.date:
        """The first day of the month before."""
        return (self.first - dt.timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> dt.date:
        """The first day of the month after."""
        return (self.first + dt.timedelta(days=31)).replace(day=1)


def month_of(viewer: Any, first: dt.date, today: dt.date) -> Month:
    """The sheet of a month: days with their events, and beside it what is less exactly known."""
    sheet = calendar.Calendar().monthdatescalendar(first.year, first.month)
    start, end = sheet[0][0], sheet[-1][-1]
    events: dict[dt.date, list[Event]] = {}
    for day, event in _events(viewer, start, end):
        events.setdefault(day, []).append(event)
    earlier, later = (None, None) if events else _nearest(viewer, first)
    return Month(
        first=first,
        caption=_caption(first),
        weekdays=[get_day_names("abbreviated", locale=page_locale())[i] for i in range(7)],
        weeks=[
            [Day(d.day, d.month != first.month, d == today, events.get(d, [])) for d in week]
            for week in sheet
        ],
        loose=list(_loose(viewer, first)),
        is_empty=not events,
        earlier=earlier,
        later=later,
    )


def sessions_between(viewer: Any, start: dt.datetime, end: dt.datetime) -> QuerySet[Session]:
    """Sessions that begin from `start` on and before `end`, of activities a viewer can see."""
    return (
        Session.objects.filter(
            activity__in=visible_activities(viewer), starts_at__gte=start, starts_at__lt=end
        )
        .exclude(activity__state__in=[State.CANCELLED, State.POSTPONED])
        .select_related("activity")
    )


def _nearest(viewer: Any, first: dt.date) -> tuple[Sheet | None, Sheet | None]:
    """The months with something in them that lie nearest to an empty one, before and after."""
    after = (first + dt.timedelta(days=31)).replace(day=1)
    dated = visible_activities(viewer).exclude(state__in=[State.CANCELLED, State.POSTPONED])
    known = dated.annotate(
        until=Case(When(open_end=True, then="starts_on"), default=Coalesce("ends_on", "starts_on"))
    ).aggregate(
        before=Max("until", filter=Q(until__lt=first)),
        after=Min("starts_on", filter=Q(starts_on__gte=after)),
    )
    moments = [dt.datetime.combine(day, dt.time(), dt.UTC) for day in (first, after)]
    ends = [dt.datetime.min.replace(tzinfo=dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC)]
    past = sessions_between(viewer, ends[0], moments[0]).order_by("starts_at").last()
    coming = sessions_between(viewer, moments[1], ends[1]).order_by("starts_at").first()
    before_days = [known["before"], past and past.local_start.date()]
    after_days = [known["after"], coming and coming.local_start.date()]
    earlier = max((day for day in before_days if day), default=None)
    later = min((day for day in after_days if day), default=None)
    return _sheet(earlier), _sheet(later)


def _sheet(day: dt.date | None) -> Sheet | None:
    return Sheet(day.replace(day=1), _caption(day)) if day else None


def _caption(day: dt.date) -> str:
    return format_skeleton("yMMMM", day, locale=page_locale())


def _during(viewer: Any, first: dt.date, last: dt.date) -> QuerySet[Activity]:
    return in_order(
        light(visible_activities(viewer))
        .annotate(until=Coalesce("ends_on", "starts_on"))
        .filter(starts_on__lte=last)
        .filter(Q(until__gte=first) | Q(open_end=True))
        .exclude(state__in=[State.CANCELLED, State.POSTPONED])
    )


def _events(viewer: Any, first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, Event]]:
    exact = _during(viewer, first, last).filter(precision=Precision.DAY, open_end=False)
    for activity in exact:
        yield from _days_of(activity, first, last)
    moments = [
        dt.datetime.combine(day, dt.time(), dt.UTC) + dt.timedelta(days=shift)
        for day, shift in ((first, -1), (last, 2))
    ]
    for session in sessions_between(viewer, moments[0], moments[1]):
        here = session.local_start
        if first <= here.date() <= last:
            title = str(session.title) or str(session.activity)
            url = session.activity.get_absolute_url()
            yield here.date(), Event(title, url, "now", f"{here:%H:%M}")


def _days_of(activity: Activity, first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, Event]]:
    """Each day of a short one; of a long one only where it begins and ends."""
    start = activity.starts_on or first
    end = activity.ends_on or start
    url, title = activity.get_absolute_url(), str(activity)
    if (end - start).days < SHORT:
        for step in range((end - start).days + 1):
            day = start + dt.timedelta(days=step)
            if first <= day <= last:
                yield day, Event(title, url)
        return
    for day, when in ((start, _("Begins:")), (end, _("Ends:"))):
        if first <= day <= last:
            yield day, Event(title, url, "long", when)


def _loose(viewer: Any, first: dt.date) -> QuerySet[Activity]:
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    vague = ~Q(precision=Precision.DAY) | Q(open_end=True)
    long = Q(until__gte=F("starts_on") + dt.timedelta(days=SHORT))
    return _during(viewer, first, last).filter(vague | long)
