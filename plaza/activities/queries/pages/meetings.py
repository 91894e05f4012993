"""The table of sessions: what has a date, else what is planned."""

import datetime as dt
import zoneinfo
from dataclasses import dataclass

from babel.dates import format_date, get_timezone_location
from django.utils import timezone
from django.utils.translation import gettext as _

from plaza.activities.models import Session, SessionPlan
from plaza.ledger.words import page_locale

FEW = 6


@dataclass(frozen=True)
class Meeting:
    """One line of the table of sessions."""

    what: str
    length: str
    where: str
    when: str
    also: str
    link: str


def meetings_of(sessions: list[Session], plans: list[SessionPlan]) -> list[Meeting]:
    """The meetings with their dates, or what is planned where no date is known."""
    return [_dated(one) for one in sessions] or _planned(plans)


def _dated(session: Session) -> Meeting:
    here = timezone.get_current_timezone()
    theirs = zoneinfo.ZoneInfo(session.time_zone)
    start, end = session.starts_at, session.ends_at
    same = start.astimezone(theirs).utcoffset() == start.astimezone(here).utcoffset()
    mode = str(session.get_mode_display())
    return Meeting(
        what=str(session.title) or _("Session"),
        length=session.length,
        where=f"{mode}, {session.place}" if session.place else mode,
        when=_clock(start, end, theirs),
        also="" if same else _clock(start, end, here),
        link=session.link if session.link else "",
    )


def _clock(start: dt.datetime, end: dt.datetime, zone: dt.tzinfo) -> str:
    start, end = start.astimezone(zone), end.astimezone(zone)
    name = str(zone)
    place = (
        "UTC"
        if name == "UTC"
        else get_timezone_location(name, locale=page_locale(), return_city=True)
    )
    return _("%(day)s, %(start)s to %(end)s (%(place)s)") % {
        "day": format_date(start.date(), "d MMMM y", locale=page_locale()),
        "start": f"{start:%H:%M}",
        "end": f"{end:%H:%M}",
        "place": place,
    }


def _planned(plans: list[SessionPlan]) -> list[Meeting]:
    """A line per meeting where few are planned, else one for all."""
    unknown = _("Date not handed in yet")
    lines = []
    for plan in plans:
        where = ", ".join(p for p in (str(plan.get_mode_display()), str(plan.note)) if p)
        length = plan.length or _("not said")
        if plan.count and plan.count <= FEW and len(plans) == 1:
            names = [_("Session %(number)s") % {"number": n + 1} for n in range(plan.count)]
            lines += [Meeting(name, length, where, unknown, "", "") for name in names]
        else:
            when = unknown if plan.count else _("Regularly")
            lines.append(Meeting(plan.in_words, length, where, when, "", ""))
    return lines
