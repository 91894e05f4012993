"""All indicators in the order in which pages show them."""

from django.utils.translation import gettext_lazy as _

from plaza.figures.indicators.activities import activities, activities_by_members, languages
from plaza.figures.indicators.countries import (
    countries,
    host_countries,
    network_countries,
    venue_countries,
)
from plaza.figures.indicators.heads import PEOPLE
from plaza.figures.indicators.indicator import Indicator
from plaza.figures.indicators.meetings import hours, sessions, study_visits
from plaza.figures.indicators.money import money
from plaza.figures.indicators.organisations import (
    in_roles,
    members,
    network_members,
    organised,
)
from plaza.figures.indicators.results import outcomes, outputs, works_dated, works_made
from plaza.figures.indicators.roles import ORGANISATION, ROLES
from plaza.programmes.queries import EURO

COUNTRY = ("country",)
MEETING = ("year", "state", "number", "hours")
MONEY = ("amount", "currency", "rate", "in_euro", "how_far", "day")

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        key="activities",
        name=_("Activities"),
        definition=_("Peer learning activities that count for the year, unless cancelled."),
        counts=_("activities"),
        how=activities,
        columns=("year", "state", "country"),
        headline=1,
    ),
    Indicator(
        key="activities_by_members",
        name=_("Activities run by members"),
        definition=_("Activities that a member hosts, organises or applied for."),
        counts=_("activities"),
        how=activities_by_members,
        columns=("year", "state", "member"),
    ),
    Indicator(
        key="members",
        name=_("Member organisations involved"),
        definition=_(
            "Distinct members in any role, by membership on the cut-off day. "
            "The network's own office counts only if it is a member."
        ),
        counts=_("members"),
        how=members,
        columns=ORGANISATION,
        adds=False,
        headline=2,
    ),
    Indicator(
        key="organisations",
        name=_("Organisations involved"),
        definition=_("Distinct organisations in any role, members or not."),
        counts=_("organisations"),
        how=in_roles(),
        columns=ORGANISATION,
        adds=False,
    ),
    Indicator(
        key="organised",
        name=_("Organisations that organised"),
        definition=_("Distinct hosts, co-hosts, organisers, applicants and co-applicants."),
        counts=_("organisations"),
        how=organised,
        columns=ORGANISATION,
        adds=False,
    ),
    *ROLES,
    Indicator(
        key="countries",
        name=_("Countries"),
        definition=_(
            "Distinct countries of all involved in any role, "
            "also where only a country is named and no organisation."
        ),
        counts=_("countries"),
        how=countries,
        columns=COUNTRY,
        adds=False,
        headline=3,
    ),
    Indicator(
        key="host_countries",
        name=_("Countries of hosts"),
        definition=_("Distinct countries of the organisations that host; not of co-hosts."),
        counts=_("countries"),
        how=host_countries,
        columns=COUNTRY,
        adds=False,
    ),
    Indicator(
        key="venue_countries",
        name=_("Countries where people met"),
        definition=_("Distinct countries of venues and study visits; online has none."),
        counts=_("countries"),
        how=venue_countries,
        columns=COUNTRY,
        adds=False,
    ),
    *PEOPLE,
    Indicator(
        key="sessions",
        name=_("Sessions"),
        definition=_(
            "Planned sessions, or the dated ones as soon as there are as many; "
            "study visits are counted apart."
        ),
        counts=_("sessions"),
        how=sessions,
        columns=MEETING,
    ),
    Indicator(
        key="hours",
        name=_("Hours"),
        definition=_("Hours of the sessions whose number and length are known."),
        counts=_("hours"),
        how=hours,
        columns=MEETING,
        unit="h",
    ),
    Indicator(
        key="study_visits",
        name=_("Study visits"),
        definition=_("Planned study visits, or the dated ones as soon as there are as many."),
        counts=_("study visits"),
        how=study_visits,
        columns=MEETING,
    ),
    Indicator(
        key="money",
        name=_("Money granted"),
        definition=_(
            "Grants of the year that are confirmed or paid; "
            "each is converted to euro, then they are added."
        ),
        counts=_("euro"),
        how=money("granted"),
        columns=MONEY,
        unit=EURO,
        headline=4,
    ),
    Indicator(
        key="cash",
        name=_("Own cash"),
        definition=_("Money that organisations gave from their own funds, in euro."),
        counts=_("euro"),
        how=money("cash"),
        columns=MONEY,
        unit=EURO,
    ),
    Indicator(
        key="in_kind",
        name=_("Given in kind"),
        definition=_("Rooms, time and things that organisations gave, valued in euro."),
        counts=_("euro"),
        how=money("in_kind"),
        columns=MONEY,
        unit=EURO,
    ),
    Indicator(
        key="outcomes",
        name=_("Outcomes"),
        definition=_("What was, is being or will be learned or changed, one entry each."),
        counts=_("outcomes"),
        how=outcomes,
        columns=("stage", "year"),
    ),
    Indicator(
        key="outputs",
        name=_("Resources from activities"),
        definition=_("Resources that activities made, are making or promised."),
        counts=_("resources"),
        how=outputs,
        columns=("stage", "year"),
    ),
    Indicator(
        key="works",
        name=_("Works in the library from activities"),
        definition=_("Distinct works in the library that came of activities."),
        counts=_("works"),
        how=works_made,
        columns=("kind", "year"),
        adds=False,
    ),
    Indicator(
        key="works_dated",
        name=_("Works in the library of the year"),
        definition=_("Works in the library that carry the year, wherever they come from."),
        counts=_("works"),
        how=works_dated,
        columns=("kind", "year"),
    ),
    Indicator(
        key="languages",
        name=_("Languages"),
        definition=_("Distinct languages of activities and of their sessions."),
        counts=_("languages"),
        how=languages,
        columns=("language", "activities"),
        adds=False,
    ),
    Indicator(
        key="network_members",
        name=_("Members of the network"),
        definition=_("Organisations that were members on the cut-off day, involved or not."),
        counts=_("members"),
        how=network_members,
        columns=ORGANISATION,
        adds=False,
    ),
    Indicator(
        key="network_countries",
        name=_("Countries of the network"),
        definition=_("Distinct countries of the members on the cut-off day."),
        counts=_("countries"),
        how=network_countries,
        columns=COUNTRY,
        adds=False,
    ),
)

BY_KEY = {one.key: one for one in INDICATORS}
