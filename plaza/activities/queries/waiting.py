"""What waits at the desk because of activities."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from babel.dates import format_date
from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from plaza.activities.models import Activity, Outcome, Output
from plaza.activities.queries.calendar import sessions_between
from plaza.activities.states import Stage, State
from plaza.ledger.words import page_locale
from plaza.network.rules import desk
from plaza.web.desk import Waiting

SOON = dt.timedelta(days=7)


def waiting_activities(viewer: Any) -> Iterator[Waiting]:
    """What waits for the desk: ends to confirm, reports, promises, new dates, sessions at hand."""
    if not desk(viewer):
        return
    today = timezone.localdate()
    yield from _to_confirm(today)
    yield from _to_report()
    yield from _promised(today)
    yield from _without_new_date()
    yield from _sessions_at_hand(viewer)


def overdue(today: dt.date) -> QuerySet[Activity]:
    """Activities whose last day has passed and of which nobody has said that they took place."""
    return Activity.objects.filter(
        state__in=[State.PLANNED, State.OPEN, State.RUNNING], ends_on__lt=today
    ).order_by("ends_on")


def unreported() -> QuerySet[Activity]:
    """Activities that are over and lack outcomes or a number of people."""
    return (
        Activity.objects.filter(state=State.DONE)
        .annotate(
            outcomes_known=Count("outcomes", distinct=True),
            headcounts_known=Count("headcounts", distinct=True),
        )
        .order_by("ends_on", "pk")
    )


def _to_confirm(today: dt.date) -> Iterator[Waiting]:
    for activity in overdue(today):
        yield Waiting(
            what=_("Did “%(title)s” take place?") % {"title": _short(activity)},
            why=_("Its last day has passed, and it still says: %(state)s.")
            % {"state": activity.get_state_display()},
            button=_("Say how it went"),
            url=activity.desk_url("edit"),
            due_on=activity.ends_on,
        )


def _to_report() -> Iterator[Waiting]:
    for activity in unreported():
        missing = [
            words
            for words, known in (
                (_("what came of it"), activity.outcomes_known),  # type: ignore[attr-defined]
                (_("how many people took part"), activity.headcounts_known),  # type: ignore[attr-defined]
            )
            if not known
        ]
        if missing:
            yield Waiting(
                what=_("A report is missing: %(title)s") % {"title": _short(activity)},
                why=_("Not handed in yet: %(missing)s.") % {"missing": ", ".join(missing)},
                button=_("Write it down"),
                url=activity.desk_url("pieces"),
            )
        else:
            yield Waiting(
                what=_("The report of “%(title)s” is there") % {"title": _short(activity)},
                why=_("Outcomes and numbers are written down. Say that it is reported."),
                button=_("Look at it"),
                url=activity.desk_url("edit"),
            )


def _promised(today: dt.date) -> Iterator[Waiting]:
    for kind, anchor in ((Output, "outputs"), (Outcome, "outcomes")):
        late = (
            kind.objects.exclude(stage=Stage.DELIVERED)
            .exclude(activity__state=State.CANCELLED)
            .filter(due_on__lt=today + SOON)
        )
        for one in late.select_related("activity").order_by("due_on"):
            yield Waiting(
                what=_("Promised: %(what)s") % {"what": Truncator(str(one.text)).chars(80)},
                why=str(one.activity),
                button=_("Say how far it is"),
                url=f"{one.activity.desk_url('pieces')}#{anchor}",
                due_on=one.due_on,
            )
    undated = (
        Activity.objects.filter(
            state__in=[State.DONE, State.REPORTED],
            outputs__stage__in=[Stage.PROMISED, Stage.IN_WORK],
            outputs__due_on__isnull=True,
        )
        .annotate(promises=Count("outputs"))
        .order_by("pk")
    )
    for activity in undated:
        yield Waiting(
            what=_("Promised without a date: %(title)s") % {"title": _short(activity)},
            why=_("Resources were promised, nobody said until when: %(count)s.")
            % {"count": activity.promises},
            button=_("Set a date"),
            url=f"{activity.desk_url('pieces')}#outputs",
        )


def _without_new_date() -> Iterator[Waiting]:
    for activity in Activity.objects.filter(state=State.POSTPONED, new_date_note="").order_by("pk"):
        yield Waiting(
            what=_("Postponed without a new date: %(title)s") % {"title": _short(activity)},
            why=_("Ask the host, then plan it again or cancel it."),
            button=_("Set a new date"),
            url=activity.desk_url("edit"),
        )


def _sessions_at_hand(viewer: Any) -> Iterator[Waiting]:
    now = timezone.now()
    for session in sessions_between(viewer, now, now + SOON):
        here = session.local_start
        day = format_date(here.date(), "EEEE d MMMM", locale=page_locale())
        yield Waiting(
            what=str(session.title) or str(session.activity),
            why=_("%(day)s, %(time)s in the zone %(zone)s, %(length)s.")
            % {
                "day": day,
                "time": f"{here:%H:%M}",
                "zone": session.time_zone,
                "length": session.length,
            },
            button=_("Look at it"),
            url=f"{session.activity.desk_url('pieces')}#sessions",
            due_on=here.date(),
        )


def _short(activity: Activity) -> str:
    return Truncator(str(activity)).chars(80)
