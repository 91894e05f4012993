"""The year strip: activities as a list with their months and their state."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.activities.models import LEADING, Activity, Involvement
from plaza.activities.states import State
from plaza.web.pictures.strips import Window, next_month

KINDS = {
    State.PLANNED: "planned",
    State.OPEN: "planned",
    State.RUNNING: "running",
    State.DONE: "past",
    State.REPORTED: "past",
    State.POSTPONED: "postponed",
    State.CANCELLED: "cancelled",
}


@dataclass(frozen=True)
class StripRow:
    """One activity of a strip: its bar, who leads it, how it stands in words."""

    activity: Activity
    kind: str
    start: dt.date | None
    end: dt.date | None
    who: str
    when: str
    state: str
    badge: str


@dataclass(frozen=True)
class Strip:
    """Activities over one window of months; without any date there is none."""

    window: Window | None
    rows: list[StripRow]


def year_strip(activities: Iterable[Activity], today: dt.date) -> Strip:
    """A strip of activities; prefetch `involvements__organisation`, see `with_people`.

    The line of today is drawn only where today lies among the months shown.
    """
    rows = [_row(one) for one in activities]
    days = [day for row in rows for day in (row.start, row.end) if day is not None]
    return Strip(_window(days, today) if days else None, rows)


def strips_by_year(activities: Iterable[Activity], today: dt.date) -> list[tuple[int, Strip]]:
    """A strip for each reporting year, in the order in which the activities come."""
    years: dict[int, list[Activity]] = {}
    for one in activities:
        years.setdefault(one.reporting_year, []).append(one)
    return [(year, year_strip(rows, today)) for year, rows in years.items()]


def state_words(activity: Activity) -> str:
    """How an activity stands, as its badge says it."""
    if activity.is_ongoing:
        return _("No end date")
    return str(State(activity.state).label)


def who_leads(activity: Activity) -> str:
    """The host and its country, and how many stand beside it; empty when nobody is named."""
    known = getattr(activity, "leading", None)
    involved = list(activity.involvements.all()) if known is None else known
    for role in LEADING:
        leading = [one for one in involved if one.role == role]
        if leading:
            break
    else:
        return ""
    first = leading[0]
    name = str(first.organisation or "")
    country = first.country_name if first.is_named else ""
    said = ", ".join(part for part in (name, country) if part)
    beside = (
        len(leading)
        - 1
        + sum(one.role == Involvement.Role.CO_HOST and one not in leading for one in involved)
    )
    if not beside:
        return said
    return ngettext("%(host)s, with one co-host", "%(host)s, with %(count)s co-hosts", beside) % {
        "host": said,
        "count": beside,
    }


def when_words(activity: Activity) -> str:
    """The dates, or what is known instead of them."""
    if activity.state == State.CANCELLED and activity.state_note:
        return ". ".join(part for part in (activity.when, activity.state_note) if part)
    if activity.state == State.POSTPONED and activity.new_date_note:
        return _("New date, as far as known: %(date)s") % {"date": activity.new_date_note}
    if activity.when:
        return activity.when
    if activity.state == State.POSTPONED:
        return _("The new date is not set yet")
    return _("Date not handed in yet")


def _row(activity: Activity) -> StripRow:
    kind = KINDS[State(activity.state)]
    hidden = activity.state == State.CANCELLED
    end = activity.ends_on or (None if activity.open_end else activity.starts_on)
    return StripRow(
        activity=activity,
        kind=kind,
        start=None if hidden else activity.starts_on,
        end=None if hidden else end,
        who=who_leads(activity),
        when=when_words(activity),
        state=state_words(activity),
        badge=activity.state,
    )


def _window(days: list[dt.date], today: dt.date) -> Window:
    """Whole months around the days, at least a calendar year, with today where it is not far."""
    start, end = min(days).replace(day=1), next_month(next_month(max(days)))
    if (end.year - start.year) * 12 + end.month - start.month < 12:
        start = start.replace(month=1)
        end = max(end, dt.date(start.year + 1, 1, 1))
    near = dt.timedelta(days=120)
    if not start - near <= today <= end + near:
        return Window(start, end)
    return Window(min(start, today.replace(day=1)), max(end, next_month(today)), today)
