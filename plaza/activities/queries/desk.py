"""What the desk sees of activities: rows of its table, and the moves that are open."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from plaza.activities.models import Activity
from plaza.activities.queries.strips import state_words, who_leads
from plaza.activities.states import MOVES, State
from plaza.web.models import Visibility

OVER = {State.DONE, State.REPORTED}
WORDS: dict[str, Promise] = {
    "open": lazy("Open for applications"),
    "start": lazy("It runs now"),
    "finish": lazy("It took place"),
    "report": lazy("The report is complete"),
    "replan": lazy("Plan it again"),
    "reopen": lazy("Take it up again"),
    "postpone": lazy("Postpone it"),
    "cancel": lazy("Cancel it"),
    "publish": lazy("Show it to everybody"),
    "share": lazy("Show it to members"),
    "hide": lazy("Take it back to the desk"),
}
NEXT = ("report", "finish", "start", "open", "replan", "reopen")


@dataclass(frozen=True)
class Move:
    """One move with its button; some ask why."""

    verb: str
    url: str
    label: Promise
    asks_why: bool
    asks_date: bool


@dataclass(frozen=True)
class DeskRow:
    """One line of the desk's table."""

    activity: Activity
    who: str
    state: str
    missing: list[str]


def desk_row(activity: Activity) -> DeskRow:
    """An activity with what is missing of it; annotate it by `at_the_desk` first."""
    who = who_leads(activity)
    return DeskRow(activity, who, state_words(activity), _missing(activity, who))


def open_moves(activity: Activity) -> dict[str, list[Move]]:
    """The moves that lead on from here, those that ask why, and who may see it."""
    legal = [verb for verb, (sources, _target) in MOVES.items() if activity.state in sources]
    seen = {
        Visibility.DESK: ["publish", "share"],
        Visibility.MEMBERS: ["publish", "hide"],
        Visibility.PUBLIC: ["hide"],
    }[Visibility(activity.visibility)]
    return {
        "on": [_move(activity, verb) for verb in NEXT if verb in legal],
        "off": [_move(activity, verb) for verb in ("postpone", "cancel") if verb in legal],
        "seen": [_move(activity, verb) for verb in seen],
    }


def _move(activity: Activity, verb: str) -> Move:
    return Move(
        verb,
        reverse(f"activities:{verb}", args=[activity.address_year, activity.slug]),
        WORDS[verb],
        asks_why=verb in {"postpone", "cancel"},
        asks_date=verb == "postpone",
    )


def _missing(activity: Activity, who: str) -> list[str]:
    missing = []
    if activity.starts_on is None and activity.state not in (State.POSTPONED, State.CANCELLED):
        missing.append(_("dates"))
    if not who:
        missing.append(_("host"))
    if activity.state in OVER:
        if not activity.outcomes_known:  # type: ignore[attr-defined]
            missing.append(_("outcomes"))
        if not activity.headcounts_known:  # type: ignore[attr-defined]
            missing.append(_("number of people"))
    if activity.outputs_open:  # type: ignore[attr-defined]
        missing.append(_("promised resources"))
    return missing
