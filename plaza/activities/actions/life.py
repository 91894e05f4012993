"""The life of an activity."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plaza.activities.actions.meanwhile import Opened, touched_fields
from plaza.activities.actions.pieces import copy_pieces
from plaza.activities.models import Activity, Call
from plaza.activities.states import State
from plaza.ledger.actions import advance, amend, create, relate
from plaza.web.models import Visibility
from plaza.web.refusals import Refused
from plaza.web.slugs import free_slug
from plaza.web.text import Text, as_text, sort_form

SEARCHED = {"title", "heading", "text", "audience", "venue_city"}


@transaction.atomic
def record_activity(
    *,
    title: Text | str,
    reporting_year: int,
    by: Any,
    state: str = State.PLANNED,
    visibility: str = Visibility.DESK,
    **facts: Any,
) -> Activity:
    """Enter an activity in any state, with the evidence as it was printed or told."""
    titled = as_text(title)
    topics = facts.pop("topics", [])
    slug = facts.pop("slug", "") or free_slug(
        Activity, titled, otherwise="activity", address_year=reporting_year
    )
    activity = create(
        Activity(
            title=titled,
            sort_title=sort_form(titled, 400),
            slug=slug,
            reporting_year=reporting_year,
            address_year=reporting_year,
            found_by=search_form(None, {"title": titled, **facts}),
            state=state,
            visibility=visibility,
            published_at=timezone.now() if visibility == Visibility.PUBLIC else None,
            **facts,
        ),
        by=by,
    )
    if topics:
        relate(activity, by=by, topics=topics)
    return activity


@transaction.atomic
def edit_activity(
    activity: Activity, *, by: Any, opened: Opened | None = None, **facts: Any
) -> bool:
    """Change what is known of an activity; the year in its address stays once it was public.

    `opened` says what the fields held when the person began: what somebody else has changed
    since is refused, not overwritten.
    """
    if "title" in facts:
        facts["title"] = as_text(facts["title"])
    if opened is not None:
        touched = touched_fields(activity, opened, facts, many=("topics",))
        facts = {name: value for name, value in facts.items() if name in touched}
    topics = facts.pop("topics", None)
    if "title" in facts:
        facts["sort_title"] = sort_form(facts["title"], 400)
    if facts.keys() & SEARCHED:
        facts["found_by"] = search_form(activity, facts)
    if "reporting_year" in facts and not activity.published_at:
        facts["address_year"] = facts["reporting_year"]
    changed = amend(activity, by=by, **facts) if facts else False
    if topics is not None:
        changed = relate(activity, by=by, topics=topics) or changed
    return changed


@transaction.atomic
def publish_activity(activity: Activity, *, by: Any) -> None:
    """Let everybody see an activity."""
    amend(
        activity,
        by=by,
        verb="publish",
        visibility=Visibility.PUBLIC,
        published_at=activity.published_at or timezone.now(),
    )


def share_activity(activity: Activity, *, by: Any) -> None:
    """Let members see an activity."""
    amend(activity, by=by, verb="share", visibility=Visibility.MEMBERS)


def hide_activity(activity: Activity, *, by: Any) -> None:
    """Show an activity at the desk only."""
    amend(activity, by=by, verb="hide", visibility=Visibility.DESK)


def open_activity(activity: Activity, *, by: Any) -> None:
    """Let people apply; how they can is written down first."""
    if not Call.objects.filter(activity=activity).exists():
        raise Refused(_("Say first how people can come: write down the call."))
    advance(activity, "open", by=by)


def start_activity(activity: Activity, *, by: Any) -> None:
    """It runs now."""
    advance(activity, "start", by=by)


def finish_activity(activity: Activity, *, by: Any) -> None:
    """It is over; one that had no end date ends today."""
    facts: dict[str, Any] = (
        {"open_end": False, "ends_on": timezone.localdate()} if activity.open_end else {}
    )
    advance(activity, "finish", by=by, **facts)


def report_activity(activity: Activity, *, by: Any) -> None:
    """Its outcomes are handed in."""
    advance(activity, "report", by=by)


def postpone_activity(
    activity: Activity, *, by: Any, why: str = "", new_date_note: str = ""
) -> None:
    """Put it off, to a new date or to none yet."""
    advance(activity, "postpone", by=by, state_note=why, new_date_note=new_date_note)


def replan_activity(activity: Activity, *, by: Any) -> None:
    """Take a postponed activity up again."""
    advance(activity, "replan", by=by, state_note="", new_date_note="")


def cancel_activity(activity: Activity, *, by: Any, why: str) -> None:
    """Call it off, with the reason."""
    if not why.strip():
        raise Refused(_("Say in a few words why it was cancelled."))
    advance(activity, "cancel", by=by, state_note=why.strip())


def reopen_activity(activity: Activity, *, by: Any) -> None:
    """Take back that it is over or cancelled."""
    advance(activity, "reopen", by=by, state_note="")


@transaction.atomic
def duplicate_activity(activity: Activity, *, reporting_year: int, by: Any) -> Activity:
    """Begin a new one from an old one: same words, people and plan; no dates, counts or results."""
    copy = record_activity(
        title=activity.title,
        reporting_year=reporting_year,
        by=by,
        format=activity.format,
        heading=activity.heading,
        text=activity.text,
        audience=activity.audience,
        is_online=activity.is_online,
        venue_country=activity.venue_country,
        venue_city=activity.venue_city,
        languages=activity.languages,
        topics=list(activity.topics.all()),
    )
    copy_pieces(activity, copy, by=by)
    return copy


def search_form(activity: Activity | None, facts: Mapping[str, Any]) -> str:
    """The words that an activity is found by, in all languages, without capitals."""
    parts: list[str] = []
    for name in sorted(SEARCHED):
        value = facts.get(name, getattr(activity, name, ""))
        parts += as_text(value).values() if name != "venue_city" else [value]
    return " ".join(" ".join(parts).casefold().split())
