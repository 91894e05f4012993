"""What belongs to an activity: involvements, sessions, headcounts, results, money, the call."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from plaza.activities.actions.meanwhile import Opened, touched_fields
from plaza.activities.models import (
    Activity,
    Call,
    Earmark,
    Headcount,
    Involvement,
    Link,
    Outcome,
    Output,
    Quota,
    Session,
    SessionPlan,
)
from plaza.ledger.actions import amend, create, remove
from plaza.ledger.trees import next_position
from plaza.network.actions import record_organisation
from plaza.network.models import Organisation
from plaza.programmes.actions import add_contribution as give
from plaza.web.refusals import Refused

IN_CALENDARS = ("starts_at", "time_zone", "minutes", "mode", "place", "link")


@transaction.atomic
def add_involvement(
    activity: Activity, *, by: Any, new_organisation: str = "", **facts: Any
) -> Involvement:
    """Name an organisation, or only a country, in a role; a new one is entered by its name."""
    if new_organisation:
        facts["organisation"] = _enter(new_organisation, facts.get("country", ""), by=by)
    facts.setdefault("position", next_position(activity.involvements.all()))
    return create(Involvement(activity=activity, **facts), by=by)


def add_session_plan(activity: Activity, *, by: Any, **facts: Any) -> SessionPlan:
    """Say how many sessions of which length there are."""
    facts.setdefault("position", next_position(activity.session_plans.all()))
    return create(SessionPlan(activity=activity, **facts), by=by)


def add_session(activity: Activity, *, by: Any, **facts: Any) -> Session:
    """Enter a meeting with its moment and its zone."""
    return create(Session(activity=activity, **facts), by=by)


def add_headcount(activity: Activity, *, by: Any, **facts: Any) -> Headcount:
    """Write down how many people somebody told us of."""
    facts.setdefault("position", next_position(activity.headcounts.all()))
    return create(Headcount(activity=activity, **facts), by=by)


def add_outcome(activity: Activity, *, by: Any, **facts: Any) -> Outcome:
    """Write down what was, is being or will be learned."""
    facts.setdefault("position", next_position(activity.outcomes.all()))
    return create(Outcome(activity=activity, **facts), by=by)


def add_output(activity: Activity, *, by: Any, **facts: Any) -> Output:
    """Write down a resource that was made or promised."""
    facts.setdefault("position", next_position(activity.outputs.all()))
    return create(Output(activity=activity, **facts), by=by)


def add_link(activity: Activity, *, by: Any, **facts: Any) -> Link:
    """Keep an address printed with the activity."""
    facts.setdefault("position", next_position(activity.links.all()))
    return create(Link(activity=activity, **facts), by=by)


@transaction.atomic
def add_contribution(
    activity: Activity, *, by: Any, new_organisation: str = "", **facts: Any
) -> Earmark:
    """Write down money, or its worth, given for this activity; it belongs to its programme."""
    if activity.programme is None:
        raise Refused(_("Say first which programme the activity belongs to."))
    if new_organisation:
        facts["organisation"] = _enter(new_organisation, "", by=by)
    contribution = give(activity.programme, by=by, **facts)
    return create(Earmark(contribution=contribution, activity=activity), by=by)


@transaction.atomic
def set_call(activity: Activity, *, by: Any, opened: Opened | None = None, **facts: Any) -> Call:
    """Write down how people can come: window, seats, rule, who pays what."""
    call = Call.objects.filter(activity=activity).first()
    if call is None:
        return create(Call(activity=activity, **facts), by=by)
    edit_piece(call, by=by, opened=opened, **facts)
    return call


def add_quota(call: Call | None, *, by: Any, **facts: Any) -> Quota:
    """Set a limit of a call."""
    if call is None:
        raise Refused(_("Say first how people can come: write down the call."))
    return create(Quota(call=call, **facts), by=by)


@transaction.atomic
def edit_piece(
    piece: Any,
    *,
    by: Any,
    opened: Opened | None = None,
    new_organisation: str = "",
    **facts: Any,
) -> bool:
    """Change something that belongs to an activity.

    `opened` says what the fields held when the person began: what somebody else has changed
    since is refused, not overwritten.
    """
    if new_organisation:
        facts["organisation"] = _enter(new_organisation, facts.get("country", ""), by=by)
    if opened is not None:
        touched = touched_fields(piece, opened, facts)
        facts = {name: value for name, value in facts.items() if name in touched}
    if isinstance(piece, Session):
        return _edit_session(piece, facts, by=by)
    return amend(piece, by=by, **facts)


def _edit_session(session: Session, facts: dict[str, Any], *, by: Any) -> bool:
    """Change a session; calendars hear of another moment, length or place by its revision."""
    told = [name for name in IN_CALENDARS if name in facts]
    stored = Session.objects.get(pk=session.pk)
    changed = amend(session, by=by, **facts)
    if any(getattr(stored, name) != getattr(session, name) for name in told):
        Session.objects.filter(pk=session.pk).update(revision=F("revision") + 1)
    return changed


def add_piece(activity: Activity, kind: str, /, *, by: Any, **facts: Any) -> Any:
    """Add a row to one of an activity's sheets."""
    if kind == "quotas":
        return add_quota(Call.objects.filter(activity=activity).first(), by=by, **facts)
    if kind == "contributions":
        return add_contribution(activity, by=by, **facts).contribution
    return ADD[kind](activity, by=by, **facts)


def remove_piece(piece: Any, *, by: Any) -> None:
    """Take something away from an activity."""
    remove(piece, by=by)


def copy_pieces(activity: Activity, copy: Activity, *, by: Any) -> None:
    """Copy who is involved and what is planned."""
    for one in activity.involvements.all():
        add_involvement(
            copy,
            by=by,
            organisation=one.organisation,
            country=one.country,
            role=one.role,
        )
    for plan in activity.session_plans.all():
        add_session_plan(
            copy,
            by=by,
            count=plan.count,
            minutes=plan.minutes,
            mode=plan.mode,
            country=plan.country,
            note=plan.note,
        )


ADD: dict[str, Callable[..., Any]] = {
    "involvements": add_involvement,
    "plans": add_session_plan,
    "sessions": add_session,
    "headcounts": add_headcount,
    "outcomes": add_outcome,
    "outputs": add_output,
    "links": add_link,
}


def _enter(name: str, country: str, *, by: Any) -> Organisation:
    return record_organisation(name=" ".join(name.split()), country=country, by=by)
