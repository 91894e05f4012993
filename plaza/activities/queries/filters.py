"""The filter of the list of activities; it lives in the address."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from plaza.activities.models import HOSTING, Activity, Involvement
from plaza.activities.queries.activities import in_order, visible_activities
from plaza.activities.states import State
from plaza.ledger.memory import remembered
from plaza.library.models import Topic
from plaza.network.countries import country_name, country_names
from plaza.network.names import name_book
from plaza.network.queries import may_be_found, visible_organisations
from plaza.network.rules import visibilities
from plaza.programmes.queries import visible_programmes
from plaza.web.facets import Chip, Choice, Facet


@dataclass(frozen=True)
class ActivityFilter:
    """What a reader asked for. Empty means everything; what makes no sense is left out."""

    year: int | None = None
    state: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    host: str = ""
    organisation: str = ""
    programme: str = ""
    words: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "ActivityFilter":
        """The filter of an address."""
        year = query.get("year", "")
        return cls(
            year=int(year) if year.isdecimal() and len(year) == 4 else None,
            state=_known(query, "state", set(State.values)),
            format=_known(query, "format", set(Activity.Format.values)),
            country=_known(query, "country", set(country_names("en"))),
            topic=tuple(dict.fromkeys(slug[:100] for slug in query.getlist("topic") if slug)),
            host=query.get("host", "")[:100],
            organisation=query.get("organisation", "")[:100],
            programme=query.get("programme", "")[:100],
            words=" ".join(query.get("q", "").split())[:200],
        )

    @property
    def is_empty(self) -> bool:
        """Nothing was asked for."""
        return self == ActivityFilter()

    @property
    def narrowed(self) -> int:
        """By how many questions the list is narrowed."""
        return sum(bool(getattr(self, field.name)) for field in fields(self))

    @property
    def query(self) -> str:
        """The filter as the rest of an address; ends with & unless it is empty."""
        pairs = [
            ("q" if name == "words" else name, each)
            for name in (field.name for field in fields(self))
            for each in _several(getattr(self, name))
        ]
        return urlencode(pairs) + "&" if pairs else ""

    def with_year(self, year: int | None, *, unless: bool = False) -> "ActivityFilter":
        """The same for one year; unless a year was asked for."""
        return self if unless else replace(self, year=year)

    def apply(self, activities: QuerySet[Activity], viewer: Any) -> QuerySet[Activity]:
        """Only what was asked for, each activity once; by no organisation she does not see."""
        asked, parts = Q(), Involvement.objects.filter(may_be_found(viewer))
        if self.year is not None:
            asked &= Q(reporting_year=self.year)
        if self.state:
            asked &= Q(state__in=self.state)
        if self.format:
            asked &= Q(format__in=self.format)
        if self.country:
            asked &= Q(pk__in=_in_countries(self.country))
        if self.topic:
            asked &= Q(pk__in=Activity.objects.filter(topics__slug__in=self.topic).values("pk"))
        if self.host:
            hosted = parts.filter(organisation__slug=self.host, role__in=HOSTING)
            asked &= Q(pk__in=hosted.values("activity"))
        if self.organisation:
            involved = parts.filter(organisation__slug=self.organisation)
            asked &= Q(pk__in=involved.values("activity"))
        if self.programme:
            asked &= Q(programme__slug=self.programme)
        for word in self.words.casefold().split():
            asked &= Q(found_by__contains=word) | Q(pk__in=_by_organisation(parts, word))
        return activities.filter(asked)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the search field's form carries along."""
        told = [(field.name, getattr(self, field.name)) for field in fields(self)]
        return [(name, v) for name, value in told if name != "words" for v in _several(value)]

    def chips(self, viewer: Any, path: str) -> list[Chip]:
        """Each condition in words, with the address that leaves it out.

        The name of an organisation or a programme stands there only if the viewer sees it.
        """
        told = [(name, value) for name in self.__dict__ for value in _several(getattr(self, name))]
        return [
            Chip(
                self._in_words(viewer, name, value),
                f"{path}?{self._without(name, value).query}"[:-1],
            )
            for name, value in told
        ]

    def _without(self, name: str, value: str) -> "ActivityFilter":
        now = getattr(self, name)
        if isinstance(now, tuple):
            kept: Any = tuple(each for each in now if each != value)
        else:
            kept = None if name == "year" else ""
        return replace(self, **{name: kept})

    def _in_words(self, viewer: Any, name: str, value: str) -> str:
        match name:
            case "state":
                return str(State(value).label)
            case "format":
                return str(Activity.Format(value).label)
            case "country":
                return country_name(value)
            case "topic":
                return str(Topic.objects.filter(slug=value).first() or value)
            case "host":
                host = visible_organisations(viewer).filter(slug=value).first() or value
                return _("Host: %(host)s") % {"host": host}
            case "organisation":
                return str(visible_organisations(viewer).filter(slug=value).first() or value)
            case "programme":
                return str(visible_programmes(viewer).filter(slug=value).first() or value)
            case "words":
                return _("With the words “%(words)s”") % {"words": value}
        return value


def found_activities(viewer: Any, asked: ActivityFilter) -> QuerySet[Activity]:
    """What a viewer finds, in its order."""
    return in_order(asked.apply(visible_activities(viewer), viewer))


def facets(viewer: Any, asked: ActivityFilter) -> list[Facet]:
    """What the list can be narrowed by, each value with its number among all that one sees."""
    states, formats, country_counts, topics = counts_seen(viewer)
    countries = sorted(country_counts.items(), key=lambda pair: country_name(pair[0]))
    found = [
        Facet(
            "state",
            _("State"),
            [
                Choice(s.value, str(s.label), states[s], s.value in asked.state)
                for s in State
                if s in states
            ],
        ),
        Facet(
            "format",
            _("Form"),
            [
                Choice(f.value, str(f.label), formats[f], f.value in asked.format)
                for f in Activity.Format
                if f in formats
            ],
        ),
        Facet(
            "country",
            _("Country"),
            [Choice(c, country_name(c), number, c in asked.country) for c, number in countries],
        ),
        Facet(
            "topic",
            _("Topic"),
            [Choice(t.slug, str(t), number, t.slug in asked.topic) for t, number in topics],
        ),
    ]
    return [facet for facet in found if facet.choices]


class Counts(NamedTuple):
    """How many activities have each state, form, country and topic."""

    states: Counter[str]
    formats: Counter[str]
    countries: dict[str, int]
    topics: Sequence[tuple[Topic, int]]


@remembered("activities", "library", "network", key=lambda viewer: visibilities(viewer), most=8)
def counts_seen(viewer: Any) -> Counts:
    """The numbers of the facets."""
    seen = visible_activities(viewer)
    topics = (
        Topic.objects.filter(activities__in=seen)
        .annotate(activities_seen=Count("activities", distinct=True))
        .order_by("sort_name")
    )
    named = [(topic, topic.activities_seen) for topic in topics]
    return Counts(*_states_and_formats(seen), _countries(seen), named)


def _states_and_formats(seen: QuerySet[Activity]) -> tuple[Counter[str], Counter[str]]:
    states: Counter[str] = Counter()
    formats: Counter[str] = Counter()
    for state, form, number in seen.order_by().values_list("state", "format").annotate(Count("pk")):
        states[state] += number
        formats[form] += number
    return states, formats


def _countries(seen: QuerySet[Activity]) -> dict[str, int]:
    """By how many activities a country is named: as the venue, in a role, or by an organisation."""
    named: set[tuple[int, str]] = set(
        seen.exclude(venue_country="").values_list("pk", "venue_country")
    )
    rows = Involvement.objects.filter(activity__in=seen).values_list(
        "activity", "country", "organisation__country"
    )
    named |= {(pk, own or theirs) for pk, own, theirs in rows if own or theirs}
    counts: dict[str, int] = {}
    for _pk, code in named:
        counts[code] = counts.get(code, 0) + 1
    return counts


def _in_countries(codes: tuple[str, ...]) -> QuerySet[Activity]:
    own = Q(involvements__country__in=codes)
    theirs = Q(involvements__country="", involvements__organisation__country__in=codes)
    return Activity.objects.filter(Q(venue_country__in=codes) | own | theirs).values("pk")  # type: ignore[return-value]


def _by_organisation(parts: QuerySet[Involvement], word: str) -> QuerySet[Involvement]:
    """Where an organisation plays a part of which one name holds a word, in any script."""
    named = list(name_book().holding(word))
    return parts.filter(organisation__in=named).values("activity")  # type: ignore[return-value]


def _known(query: QueryDict, name: str, values: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in query.getlist(name) if value in values))


def _several(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return list(value)
    return [str(value)] if value else []
