"""Makers of activities; they go through the actions, as people do."""

import datetime as dt

from plaza.activities import actions
from plaza.ledger.queries import entries_of
from plaza.network.actions import record_organisation


def make_activity(*, by, **overrides):
    facts = {
        "title": "Rivers as classrooms",
        "reporting_year": 2022,
        "visibility": "public",
        "starts_on": dt.date(2022, 5, 1),
        "ends_on": dt.date(2022, 5, 31),
        "precision": "month",
    }
    return actions.record_activity(by=by, **{**facts, **overrides})


def make_organisation(name, country="HR", *, by, **facts):
    return record_organisation(name=name, country=country, by=by, **facts)


def verbs_of(activity):
    return [entry.verb for entry in entries_of(activity).order_by("id") if not entry.part]
