"""Where activities happen, by the role of each country."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plaza.activities.models import LEADING, Activity, Involvement
from plaza.activities.queries.filters import ActivityFilter, found_activities
from plaza.activities.states import State
from plaza.ledger.memory import remembered
from plaza.network.countries import country_name
from plaza.network.rules import visibilities
from plaza.web.maps.drawing import europe_map

CO_HOSTS = {Involvement.Role.CO_HOST, Involvement.Role.CO_APPLICANT}
OUTSIDE = {Involvement.Role.FUNDER}
FEW = 3
ROLES = {
    "host": gettext_lazy("Host"),
    "cohost": gettext_lazy("Co-host"),
    "shared": gettext_lazy("Took part"),
    "waiting": gettext_lazy("Waits for a new date"),
}
ORDER = tuple(ROLES)


class Part(NamedTuple):
    """One country's part in one activity; no role is the venue's."""

    activity: int
    state: str
    role: str
    country: str


@dataclass
class Place:
    """One country with its role on the map and the activities behind it."""

    code: str
    name: str
    role: str
    numbers: dict[int, None] = field(default_factory=dict)
    few: list[Activity] = field(default_factory=list)

    @property
    def role_words(self) -> str:
        """Its role as a person reads it."""
        return str(ROLES[self.role])

    @property
    def number(self) -> int:
        """How many activities it has a part in."""
        return len(self.numbers)


@remembered("activities", "network", key=lambda viewer, asked: (visibilities(viewer), asked))
def places_found(viewer: Any, asked: ActivityFilter) -> list[Place]:
    """The countries of the activities that a filter finds."""
    return places_of(found_activities(viewer, asked))


def places_of(activities: Iterable[Activity]) -> list[Place]:
    """Every country involved, by role and name, with its activities where they are few.

    Cancelled activities and funders do not count; a country whose only part is in postponed
    activities waits. A country has the first role that is true: host, cohost, shared, waiting.
    Of a queryset it asks three questions, however long it is; activities that are at hand with
    their people are read as they are.
    """
    if isinstance(activities, QuerySet):
        places = _places(_parts_in(activities))
        wanted = {pk for place in places if len(place.numbers) <= FEW for pk in place.numbers}
        brief = Activity.objects.only("title", "sort_title", "slug", "address_year")
        shown = brief.in_bulk(wanted)
    else:
        shown = {one.pk: one for one in activities}
        places = _places(_parts_of(shown.values()))
    for place in places:
        if len(place.numbers) <= FEW:
            place.few = [shown[pk] for pk in place.numbers]
    return places


def map_of(places: list[Place]) -> SafeString:
    """The map of the countries involved, with their names; the page keeps a table beside it."""
    words = "; ".join(f"{place.name}: {place.role_words}" for place in places)
    drawn = europe_map(
        {place.code: place.role for place in places},
        labels={place.code: place.name for place in places if place.role != "shared"},
        title=_("Countries of these activities"),
        description=words or _("No country is known yet."),
        uid="activities-map",
    )
    return SafeString(drawn)


def _places(parts: Iterable[Part]) -> list[Place]:
    found: dict[str, Place] = {}
    for part in parts:
        role = _on_the_map(part)
        if role is None:
            continue
        place = found.get(part.country)
        if place is None:
            place = found[part.country] = Place(part.country, country_name(part.country), role)
        if ORDER.index(role) < ORDER.index(place.role):
            place.role = role
        place.numbers[part.activity] = None
    return sorted(found.values(), key=lambda place: (ORDER.index(place.role), place.name))


def _on_the_map(part: Part) -> str | None:
    if not part.country or part.state == State.CANCELLED or part.role in OUTSIDE:
        return None
    if part.state == State.POSTPONED:
        return "waiting"
    if part.role in CO_HOSTS:
        return "cohost"
    return "host" if part.role in LEADING else "shared"


def _parts_of(activities: Iterable[Activity]) -> Iterator[Part]:
    for one in activities:
        yield Part(one.pk, one.state, "", one.venue_country)
        for involved in one.involvements.all():
            yield Part(one.pk, one.state, involved.role, involved.country_code)


def _parts_in(activities: QuerySet[Activity]) -> Iterator[Part]:
    """The same in two questions, however many activities there are."""
    states: dict[int, str] = {}
    for pk, state, venue in activities.values_list("pk", "state", "venue_country"):
        states[pk] = state
        yield Part(pk, state, "", venue)
    rows = Involvement.objects.filter(activity__in=activities.order_by()).order_by()
    for pk, role, own, theirs in rows.values_list(
        "activity", "role", "country", "organisation__country"
    ):
        yield Part(pk, states.get(pk, ""), role, own or theirs or "")
