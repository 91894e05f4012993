"""Everything the page of one activity shows, found in few questions."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from plaza.activities.models import Activity, Call, Involvement, Link, Outcome, SessionPlan
from plaza.activities.queries.activities import in_order, light, visible_activities
from plaza.activities.queries.pages.meetings import Meeting, meetings_of
from plaza.activities.queries.pages.people import Counted, Party, counted_of, parties_of
from plaza.activities.queries.pages.results import TakeAway, take_away_of
from plaza.activities.queries.strips import state_words
from plaza.activities.states import State
from plaza.library.models import Topic
from plaza.network.language_names import language_name
from plaza.network.rules import insider
from plaza.web.periods import Precision
from plaza.web.provenance import Source, provenance_of

BESIDE = 6


@dataclass(frozen=True)
class Beside:
    """Another activity of the year."""

    activity: Activity
    state: str


@dataclass(frozen=True)
class Progress:
    """How far a running activity is."""

    done: int
    whole: int
    words: str


@dataclass(frozen=True)
class ActivityPage:
    """The page of one activity."""

    activity: Activity
    state: str
    precision: str
    paragraphs: list[str]
    progress: Progress | None
    form: list[str]
    meetings: list[Meeting]
    may_join: bool
    counted: list[Counted]
    outcomes: list[Outcome]
    take_away: list[TakeAway]
    parties: list[Party]
    countries: list[Involvement]
    languages: list[str]
    topics: list[Topic]
    links: list[Link]
    quotas: list[str]
    has_dates: bool
    in_calendar: bool
    sources: list[Source]
    beside: list[Beside]
    is_call_ahead: bool
    is_call_open: bool
    changes_at: dt.datetime | None


def activity_page(viewer: Any, activity: Activity, now: dt.datetime) -> ActivityPage:
    """All that a viewer reads of one activity at a moment."""
    plans = list(activity.session_plans.all())
    sessions = list(activity.sessions.all())
    involved = list(activity.involvements.all())
    call = getattr(activity, "call", None)
    standing = call_standing(activity, call, now)
    return ActivityPage(
        activity=activity,
        state=state_words(activity),
        precision="" if sessions else precision_words(activity),
        paragraphs=[one for one in re.split(r"\n\s*\n", str(activity.text)) if one.strip()],
        progress=_progress(activity, now.date()),
        form=_form(activity, plans),
        meetings=meetings_of(sessions, plans),
        may_join=insider(viewer),
        counted=counted_of(list(activity.headcounts.all())),
        outcomes=list(activity.outcomes.all()),
        take_away=take_away_of(viewer, [activity])[activity.pk],
        parties=parties_of(involved),
        countries=[one for one in involved if one.organisation is None],
        languages=[language_name(tag) for tag in activity.languages],
        topics=list(activity.topics.all()),
        links=list(activity.links.all()),
        quotas=[one.in_words for one in call.quotas.order_by("pk")] if call else [],
        has_dates=bool(sessions),
        in_calendar=activity.is_known_to_the_day
        or (bool(sessions) and activity.state != State.POSTPONED),
        sources=provenance_of(activity),
        beside=_beside(viewer, activity),
        is_call_ahead=standing == "ahead",
        is_call_open=standing == "open",
        changes_at=_next_today(call, now),
    )


def _form(activity: Activity, plans: list[SessionPlan]) -> list[str]:
    """Its format, unless none of the names fits, and its structure."""
    known = activity.format != Activity.Format.OTHER
    return [*([activity.get_format_display()] if known else []), *(one.in_words for one in plans)]


def call_standing(activity: Activity, call: Call | None, now: dt.datetime) -> str:
    """Whether people can come now: a call is ahead, open or over; nothing where there is none."""
    if call is None:
        return ""
    if activity.state not in (State.PLANNED, State.OPEN):
        return "over"
    if call.closes_at is not None and call.closes_at <= now:
        return "over"
    return "ahead" if call.opens_at is not None and call.opens_at > now else "open"


def _next_today(call: Call | None, now: dt.datetime) -> dt.datetime | None:
    """The moment at which time alone changes the page before the day does."""
    moments = [one for one in (call.opens_at, call.closes_at) if one] if call else []
    today = timezone.localtime(now).date()
    later = [one for one in moments if one > now and timezone.localtime(one).date() == today]
    return min(later, default=None)


def precision_words(activity: Activity) -> str:
    """What is not known of its dates, in a sentence; empty when they are known to the day."""
    if activity.starts_on is None:
        return _("Dates not handed in yet.")
    return {
        Precision.DAY: "",
        Precision.MONTH: _("The days are not known, so nothing is put in your calendar."),
        Precision.SEASON: _("Only the season is known, so nothing is put in your calendar."),
        Precision.YEAR: _("Only the year is known, so nothing is put in your calendar."),
    }[Precision(activity.precision)]


def _progress(activity: Activity, today: dt.date) -> Progress | None:
    start, end = activity.starts_on, activity.ends_on
    if activity.state != State.RUNNING or start is None or end is None:
        return None
    if not start <= today <= end:
        return None
    whole = _months(start, end)
    done = _months(start, today)
    if whole < 2:
        return None
    words = _("In month %(done)s of %(whole)s.") % {"done": done, "whole": whole}
    return Progress(done, whole, words)


def _months(start: dt.date, end: dt.date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month + 1


def _beside(viewer: Any, activity: Activity) -> list[Beside]:
    others = visible_activities(viewer).filter(reporting_year=activity.reporting_year)
    rows = light(in_order(others.exclude(pk=activity.pk)))[:BESIDE]
    return [Beside(one, state_words(one)) for one in rows]
