"""An activity to take along, and what an answer holds."""

import datetime as dt

from plaza.activities.actions import (
    record_activity,
)

DAY = dt.date(2026, 5, 14)


def make_activity(by, title="Rivers", **facts):
    facts = {"visibility": "public", "reporting_year": 2026, **facts}
    return record_activity(title=title, by=by, **facts)


def body(answer):
    return b"".join(answer) if answer.streaming else answer.content
