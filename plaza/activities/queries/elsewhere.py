"""What activities show in other places: on pages of organisations and programmes, with money."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from plaza.activities.models import Activity, Earmark, Involvement, Outcome, Output
from plaza.activities.queries.activities import (
    activities_of_organisation,
    activities_of_programme,
    for_lists,
    light,
)
from plaza.activities.queries.pages.results import TakeAway, take_away_of
from plaza.activities.queries.strips import state_words, when_words, who_leads
from plaza.activities.states import State
from plaza.network.models import Organisation
from plaza.network.pages import Section
from plaza.programmes.models import Contribution, Programme
from plaza.programmes.pages import Purpose

FEW = 8
NAMED = ("title", "sort_title", "slug", "address_year")


@dataclass(frozen=True)
class Line:
    """One activity in a list of another room: when it is, who or in which part, how it stands."""

    activity: Activity
    about: str
    state: str


@dataclass(frozen=True)
class Result:
    """What came of one activity: what was learned, and what can be taken away."""

    activity: Activity
    outcomes: list[Outcome]
    take_away: list[TakeAway]


def section_of_organisation(viewer: Any, organisation: Organisation) -> Section | None:
    """The activities an organisation plays a part in, for its page, with the part it plays."""
    found = activities_of_organisation(viewer, organisation)
    shown = list(found[: FEW + 1])
    parts = _parts_played(organisation, shown)
    said = {one.pk: ", ".join(parts[one.pk]) for one in shown}
    return _section(shown, said, f"organisation={organisation.slug}")


def section_of_programme(viewer: Any, programme: Programme) -> Section | None:
    """The activities of a programme, for its page, with who leads them."""
    shown = list(for_lists(viewer, activities_of_programme(viewer, programme))[: FEW + 1])
    said = {one.pk: who_leads(one) for one in shown}
    return _section(shown, said, f"programme={programme.slug}")


def results_of_programme(viewer: Any, programme: Programme) -> Section | None:
    """What came of the activities of a programme, for its page, activity by activity."""
    of_it = OuterRef("pk")
    came = Exists(Outcome.objects.filter(activity=of_it)) | Exists(
        Output.objects.filter(activity=of_it)
    )
    found = light(activities_of_programme(viewer, programme).filter(came))
    shown = list(found.prefetch_related("outcomes", "outputs")[:FEW])
    if not shown:
        return None
    taken = take_away_of(viewer, shown)
    results = [Result(one, list(one.outcomes.all()), taken[one.pk]) for one in shown]
    return Section(_("What came of it"), "activities/_results.html", {"results": results})


def years_of_programme(viewer: Any, programme: Programme) -> list[int]:
    """The reporting years of a programme's activities, the newest first."""
    found = activities_of_programme(viewer, programme).order_by("-reporting_year")
    return list(found.values_list("reporting_year", flat=True).distinct())


def purposes_of_money(contributions: list[Contribution]) -> Mapping[int, Purpose]:
    """The activity that each contribution is for, as far as one is named."""
    named: QuerySet[Earmark] = Earmark.objects.filter(
        contribution__in=[one.pk for one in contributions]
    )
    named = named.select_related("activity").only(
        "contribution", *(f"activity__{n}" for n in NAMED)
    )
    return {
        one.contribution_id: Purpose(one.activity.title, one.activity.get_absolute_url())
        for one in named
    }


def _section(shown: list[Activity], said: Mapping[int, str], query: str) -> Section | None:
    if not shown:
        return None
    lines = [_line(one, said[one.pk]) for one in shown[:FEW]]
    more = f"{reverse('activities:index')}?{query}" if len(shown) > FEW else ""
    return Section(_("Activities"), "activities/_elsewhere.html", {"lines": lines, "more": more})


def _line(activity: Activity, said: str) -> Line:
    unknown = not activity.when and activity.state != State.POSTPONED
    when = str(activity.reporting_year) if unknown else when_words(activity)
    about = ", ".join(filter(None, (when, said)))
    return Line(activity, capfirst(about), state_words(activity))


def _parts_played(organisation: Organisation, shown: list[Activity]) -> dict[int, list[str]]:
    """The roles of an organisation in activities, in the order of the roles."""
    order = list(Involvement.Role)
    rows = Involvement.objects.filter(organisation=organisation, activity__in=shown)
    parts: dict[int, list[str]] = {one.pk: [] for one in shown}
    for one in sorted(rows, key=lambda row: order.index(Involvement.Role(row.role))):
        parts[one.activity_id].append(str(one.get_role_display()))
    return parts
