"""A fictional year of a fictional network: two releases that differ, and the reason why.

It has the shape of a real case (one count says 37 members from 24 countries, a later one 38 from
22). Every name is invented and says so. The year lies before any year that documents print, so
that no sum over years of a real network meets it, and the memberships end with it.
"""

import datetime as dt
from typing import Any

from django.db import transaction

from plaza.activities import actions as activities
from plaza.activities.models import Activity, Involvement
from plaza.activities.states import State
from plaza.figures.actions import freeze_release
from plaza.figures.models import Release
from plaza.network.actions import edit_organisation, record_membership, record_organisation
from plaza.network.models import Organisation
from plaza.programmes.actions import record_programme
from plaza.web.models import Visibility
from plaza.web.text import Text

YEAR = 2007
MARK = "(sample)"
NOTE = "This year is invented to show how releases are compared. Nothing in it happened."
FIRST = (
    "Lantern",
    "Harbour",
    "Meadow",
    "Willow",
    "Compass",
    "Kite",
    "Acorn",
    "Ribbon",
    "Pebble",
    "Swallow",
    "Orchard",
    "Paper Boat",
    "Clover",
)
SECOND = ("Children's House", "Family Centre", "Early Years Circle")
COUNTRIES = (
    *("AL", "AM", "BE", "BG", "CZ", "DE", "EE", "FR", "GE", "HR", "HU", "IE"),
    *("IT", "LT", "LV", "MD", "ME", "MK", "NL", "PL", "PT", "RO", "RS", "SI"),
)
TITLES = (
    "Listening to toddlers",
    "Gardens for the youngest",
    "Talking with fathers",
    "Home visits in the mountains",
    "Songs in two languages",
    "Small groups, large rooms",
    "Observing play",
    "From nursery to school",
    "Cooking together",
    "Reading without words",
)
MEMBERS, ORGANISERS = 37, 24


@transaction.atomic
def build_sample_years(by: Any, year: int = YEAR) -> tuple[Release, Release]:
    """Make the year, freeze it, correct three things, freeze it again; answers both releases."""
    programme = record_programme(
        title=Text({"en": f"A year of peer learning, {year} {MARK}"}),
        kind="year",
        year=year,
        aims=Text({"en": NOTE}),
        visibility=Visibility.PUBLIC,
        by=by,
    )
    members = [_member(number, year, by) for number in range(MEMBERS)]
    held = [
        activities.record_activity(
            title=f"{title} {MARK}",
            reporting_year=year,
            programme=programme,
            state=State.REPORTED,
            visibility=Visibility.PUBLIC,
            text=Text({"en": NOTE}),
            is_online=False,
            by=by,
        )
        for title in TITLES
    ]
    for number, member in enumerate(members):
        _involve(held[number % len(held)], member, number, by)
    first = freeze_release(
        year,
        by=by,
        cut_off_on=dt.date(year, 12, 11),
        why="The count that went into the printed report of December (sample).",
    )
    late = _member(MEMBERS, year, by)
    _involve(held[3], late, MEMBERS, by)
    edit_organisation(members[22], country="NL", by=by)
    edit_organisation(members[23], country="HR", by=by)
    second = freeze_release(
        year,
        by=by,
        cut_off_on=dt.date(year, 12, 31),
        why="One host sent its list late; two countries were the wrong ones (sample).",
        supersedes=first,
    )
    return first, second


def _member(number: int, year: int, by: Any) -> Organisation:
    """The first 24 come from 24 countries, the others from countries that are there already."""
    name = f"{FIRST[number % len(FIRST)]} {SECOND[number // len(FIRST)]} {MARK}"
    member = record_organisation(
        name=name,
        country=COUNTRIES[number] if number < len(COUNTRIES) else COUNTRIES[number % 20],
        kind=Organisation.Kind.NGO,
        about=Text({"en": NOTE}),
        by=by,
    )
    record_membership(
        member, from_on=dt.date(year, 1, 1), until_on=dt.date(year, 12, 31), basis=MARK, by=by
    )
    return member


def _involve(activity: Activity, member: Organisation, number: int, by: Any) -> Involvement:
    """Ten host, fourteen more apply together with them, the rest take part."""
    role = (
        Involvement.Role.HOST
        if number < len(TITLES)
        else Involvement.Role.CO_APPLICANT
        if number < ORGANISERS
        else Involvement.Role.PARTICIPANT
    )
    return activities.add_involvement(activity, organisation=member, role=role, by=by)
