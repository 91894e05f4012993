"""Activities and all that belongs to them."""

from plaza.activities.models.activity import (
    BEHIND,
    HOSTING,
    LEADING,
    Activity,
    Earmark,
    Involvement,
)
from plaza.activities.models.calls import Call, Quota
from plaza.activities.models.meetings import Headcount, Mode, Session, SessionPlan
from plaza.activities.models.results import Link, Outcome, Output

__all__ = [
    "BEHIND",
    "HOSTING",
    "LEADING",
    "Activity",
    "Call",
    "Earmark",
    "Headcount",
    "Involvement",
    "Link",
    "Mode",
    "Outcome",
    "Output",
    "Quota",
    "Session",
    "SessionPlan",
]
