"""How people look for works: by words, by what is true of the work, in an order."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.http import QueryDict

from plaza.library.folding import folded
from plaza.library.models import Credit, Edition, Resource
from plaza.library.queries.visible import visible_resources
from plaza.library.states import State
from plaza.network.language_names import language_name
from plaza.network.names import name_book
from plaza.network.queries import may_be_found

AGES = {"0-3": (0, 3), "3-6": (3, 6), "6-10": (6, 10), "10-18": (10, 18)}
KEYS = ("language", "kind", "topic", "age", "country", "year", "organisation", "access")
MOST_WORDS = 8


@dataclass(frozen=True)
class ResourceFilter:
    """What somebody looks for. Its whole state is in the address.

    Within one key any value will do, all keys must hold; languages choose the order, not what is
    found. `shown` names the facet that is shown with all its choices.
    """

    q: str = ""
    language: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    age: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    programme: str = ""
    order: str = "newest"
    shown: str = ""
    words: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        words = tuple(dict.fromkeys(folded(self.q).split()))[:MOST_WORDS]
        object.__setattr__(self, "words", words)

    @classmethod
    def from_query(cls, query: QueryDict) -> "ResourceFilter":
        """What an address asks for; what makes no sense in it is left out."""
        chosen = {key: tuple(dict.fromkeys(query.getlist(key)))[:40] for key in KEYS}
        chosen["year"] = tuple(year for year in chosen["year"] if _is_year(year))
        chosen["age"] = tuple(age for age in chosen["age"] if age in AGES)
        return cls(
            q=" ".join(query.get("q", "").split())[:200],
            programme=query.get("programme", ""),
            order="title" if query.get("order") == "title" else "newest",
            shown=query.get("all", "") if query.get("all", "") in KEYS else "",
            **chosen,
        )

    @property
    def query(self) -> str:
        """The address that asks for the same; it ends with & or is empty."""
        pairs: list[tuple[str, str]] = [("q", self.q)] if self.q else []
        pairs += [(key, value) for key in KEYS for value in getattr(self, key)]
        pairs += [("programme", self.programme)] if self.programme else []
        pairs += [("order", self.order)] if self.order != "newest" else []
        pairs += [("all", self.shown)] if self.shown else []
        return urlencode(pairs) + "&" if pairs else ""

    @property
    def narrowed(self) -> int:
        """How many choices are made beside the words."""
        return sum(len(getattr(self, key)) for key in KEYS) + bool(self.programme)

    @property
    def language_words(self) -> str:
        """The languages that come first, by name."""
        return ", ".join(language_name(tag) for tag in self.language)

    def without(self, key: str, value: str) -> "ResourceFilter":
        """The same without one choice."""
        kept = getattr(self, key)
        left = tuple(one for one in kept if one != value) if isinstance(kept, tuple) else ""
        change: dict[str, Any] = {key: left}
        return replace(self, **change)

    @property
    def by_year(self) -> "ResourceFilter":
        """The same, the newest first."""
        return replace(self, order="newest")

    @property
    def by_title(self) -> "ResourceFilter":
        """The same in the order of titles."""
        return replace(self, order="title")

    def but(self, **changes: Any) -> "ResourceFilter":
        """The same with something changed."""
        return replace(self, **changes)


def found_resources(viewer: Any, chosen: ResourceFilter) -> QuerySet[Resource]:
    """The works that were looked for, in the order that was chosen: her languages first."""
    works = narrowed_resources(viewer, chosen)
    order: list[Any] = ["rank"] if chosen.language else []
    if chosen.language:
        works = works.annotate(rank=_rank(chosen.language))
    newest = (F("year").desc(nulls_last=True), "-id")
    return works.order_by(*order, *(("sort_title", "id") if chosen.order == "title" else newest))


def narrowed_resources(
    viewer: Any, chosen: ResourceFilter, *, leave_out: str = ""
) -> QuerySet[Resource]:
    """The works that were looked for; `leave_out` takes one key as not chosen."""
    works = visible_resources(viewer)
    if leave_out != "country" and chosen.country:
        works = works.alias(country_codes=Cast("countries", TextField()))
    asked = _conditions(viewer, chosen)
    for key, condition in asked.items():
        if key != leave_out:
            works = works.filter(condition)
    for word in chosen.words:
        works = works.filter(_word(viewer, word))
    return works


def _conditions(viewer: Any, chosen: ResourceFilter) -> dict[str, Q | Exists]:
    ways: dict[str, Q | Exists] = {}
    if chosen.kind:
        ways["kind"] = Q(kind__in=chosen.kind)
    if chosen.access:
        ways["access"] = Q(access__in=chosen.access)
    if chosen.year:
        ways["year"] = Q(year__in=[int(year) for year in chosen.year])
    if chosen.age:
        ways["age"] = _any(age_condition(age) for age in chosen.age)
    if chosen.country:
        ways["country"] = _any(Q(country_codes__contains=f'"{one}"') for one in chosen.country)
    if chosen.programme:
        ways["programme"] = Q(programme__slug=chosen.programme)
    if chosen.topic:
        named = Resource.topics.through.objects.filter(topic__slug__in=chosen.topic)
        ways["topic"] = Exists(named.filter(resource=OuterRef("pk")))
    if chosen.organisation:
        credited = Credit.objects.filter(
            may_be_found(viewer), organisation__slug__in=chosen.organisation
        )
        ways["organisation"] = Exists(credited.filter(resource=OuterRef("pk")))
    return ways


def age_condition(band: str) -> Q:
    """Works for children of which some are in a band of ages; works without ages are in none."""
    low, high = AGES[band]
    young = Q(age_from__lt=high) | Q(age_from__isnull=True, age_to__isnull=False)
    old = Q(age_to__gt=low) | Q(age_to__isnull=True, age_from__isnull=False)
    at_one_age = Q(age_from=low, age_to=low)
    return (young & old) | at_one_age


def is_of_age(band: str, age_from: int | None, age_to: int | None) -> bool:
    """The same as `age_condition`, for ages at hand."""
    low, high = AGES[band]
    if age_from is None and age_to is None:
        return False
    if age_from == age_to == low:
        return True
    return (age_from is None or age_from < high) and (age_to is None or age_to > low)


def _word(viewer: Any, word: str) -> Q:
    editions = Edition.objects.filter(resource=OuterRef("pk"), folded__contains=word)
    credits = Credit.objects.filter(may_be_found(viewer), resource=OuterRef("pk")).filter(
        Q(folded__contains=word) | Q(organisation__in=list(name_book().holding(word)))
    )
    return Q(Exists(editions.exclude(state=State.WITHDRAWN))) | Q(Exists(credits))


def _rank(languages: tuple[str, ...]) -> Case:
    """0 for a work that can be read in the first of the languages, and so on."""
    can_be_read = Edition.objects.filter(resource=OuterRef("pk"), state=State.PUBLISHED)
    whens = [
        When(Exists(can_be_read.filter(language=tag)), then=Value(place))
        for place, tag in enumerate(languages)
    ]
    return Case(*whens, default=Value(len(languages)), output_field=IntegerField())


def _any(conditions: Iterable[Q]) -> Q:
    whole = Q()
    for condition in conditions:
        whole |= condition
    return whole


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and 1000 <= int(text) <= 2999
