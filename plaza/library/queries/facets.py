"""How many works there would be with each further choice."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plaza.ledger.memory import remembered
from plaza.library.models import Resource, Topic
from plaza.library.queries.finding import (
    AGES,
    KEYS,
    ResourceFilter,
    is_of_age,
    narrowed_resources,
)
from plaza.library.states import State
from plaza.network.countries import country_name
from plaza.network.language_names import own_name
from plaza.network.models import Organisation
from plaza.network.rules import visibilities, visible_to
from plaza.programmes.models import Programme
from plaza.web.facets import Chip, Choice, Facet
from plaza.web.text import Said

FEW = 6
TOGETHER = (("kind", "access", "age"), ("year",), ("country",))  # few combinations each
COLUMNS = {
    "kind": ("kind",),
    "access": ("access",),
    "year": ("year",),
    "age": ("age_from", "age_to"),
    "country": ("countries",),
}
SHORT = {"age", "access", "kind"}
NAMED: dict[str, type[Topic] | type[Organisation]] = {"topic": Topic, "organisation": Organisation}
Counts = Counter[str]
ROOMS = ("library", "network", "programmes")


def facets(viewer: Any, chosen: ResourceFilter) -> list[Facet]:
    """Every facet with its counts; what is chosen in a facet does not narrow that facet itself."""
    counts = _counts(viewer, chosen)
    return [one for key in KEYS if (one := _facet(viewer, key, counts[key], chosen)).choices]


def whole_count(shown: list[Facet]) -> int:
    """How many works were found: every work has one kind, and all kinds are shown."""
    kinds = [choice for facet in shown if facet.key == "kind" for choice in facet.choices]
    chosen = [choice for choice in kinds if choice.chosen]
    return sum(choice.count for choice in chosen or kinds)


@remembered(
    *ROOMS,
    key=lambda viewer, chosen: (visibilities(viewer), chosen.but(order="", shown="").query),
    most=200,
)
def _counts(viewer: Any, chosen: ResourceFilter) -> dict[str, Counts]:
    counts = _plain_counts(viewer, chosen)
    counts["language"] = _grouped(
        narrowed_resources(viewer, chosen).filter(editions__state=State.PUBLISHED),
        "editions__language",
    )
    counts["topic"] = _grouped(narrowed_resources(viewer, chosen, leave_out="topic"), "topics")
    works = narrowed_resources(viewer, chosen, leave_out="organisation").filter(
        visible_to(viewer, "credits__organisation__visibility")
    )
    counts["organisation"] = _grouped(works, "credits__organisation", distinct=True)
    return counts


def _plain_counts(viewer: Any, chosen: ResourceFilter) -> dict[str, Counts]:
    """Counts by what stands in the work's own row; facets nobody chose in share a reading."""
    counts: dict[str, Counts] = {}
    free = [[key for key in keys if not getattr(chosen, key)] for keys in TOGETHER]
    picked = [[key] for keys in TOGETHER for key in keys if getattr(chosen, key)]
    for keys in filter(None, [*free, *picked]):
        works = narrowed_resources(viewer, chosen, leave_out=keys[0])
        columns = [column for key in keys for column in COLUMNS[key]]
        rows = list(works.order_by().values(*columns).annotate(works=Count("pk")))
        for key in keys:
            counts[key] = Counter()
            for row in rows:
                for value in VALUES[key](row):
                    counts[key][value] += row["works"]
    return counts


def _grouped(works: QuerySet[Resource], column: str, *, distinct: bool = False) -> Counts:
    rows = works.order_by().values_list(column).annotate(works=Count("pk", distinct=distinct))
    return Counter({str(value): count for value, count in rows if value is not None})


def _ages(row: dict[str, Any]) -> Iterable[str]:
    return (age for age in AGES if is_of_age(age, row["age_from"], row["age_to"]))


def _year(row: dict[str, Any]) -> Iterable[str]:
    return () if row["year"] is None else (str(row["year"]),)


VALUES: dict[str, Callable[[dict[str, Any]], Iterable[str]]] = {
    "kind": lambda row: (row["kind"],),
    "access": lambda row: (row["access"],),
    "country": lambda row: dict.fromkeys(row["countries"] or ()),
    "year": _year,
    "age": _ages,
}


def _facet(viewer: Any, key: str, counts: Counts, chosen: ResourceFilter) -> Facet:
    picked, there = getattr(chosen, key), len(counts)
    whole = key in SHORT or chosen.shown == key
    if key in NAMED:
        rows = NAMED[key].objects.all()
        rows = rows.filter(visible_to(viewer)) if key == "organisation" else rows
        counts, labels = _read_names(rows, counts, picked, there if whole else FEW)
    else:
        labels = {value: _label(key, value) for value in {*counts, *picked}}
    ordered = _in_order(key, counts, labels)
    shown = [one for place, one in enumerate(ordered) if whole or place < FEW or one in picked]
    choices = [
        Choice(one, labels[one].text, counts[one], one in picked, labels[one].language)
        for one in shown
    ]
    return Facet(key, facet_name(key), choices, max(0, there - len(shown)))


def _read_names(
    rows: QuerySet[Any], counts: Counts, picked: tuple[str, ...], most: int
) -> tuple[Counts, dict[str, Said]]:
    """Counts by address instead of number, with names, of the most frequent and the chosen."""
    numbers = [int(number) for number, _works in counts.most_common(most)]
    named = list(rows.filter(Q(pk__in=numbers) | Q(slug__in=picked)).only("slug", "name"))
    by_slug = Counter({row.slug: counts[str(row.pk)] for row in named})
    return by_slug, {row.slug: row.name.said() for row in named}


def _label(key: str, value: str) -> Said:
    here = get_language() or "en"
    if key == "language":
        return Said(own_name(value), value)
    if key == "country":
        return Said(country_name(value), here)
    words = {"kind": Resource.Kind, "access": Resource.Access}.get(key)
    if words is not None:
        return Said(str(dict(words.choices).get(value, value)), here)
    return Said(age_words(value) if key == "age" else value, here)


def _in_order(key: str, counts: Counts, labels: dict[str, Said]) -> list[str]:
    if key == "year":
        return sorted(labels, reverse=True)
    if key == "age":
        return sorted(labels, key=list(AGES).index)
    return sorted(labels, key=lambda one: (-counts[one], labels[one].text.casefold()))


def age_words(band: str) -> str:
    """A band of ages in words."""
    low, high = AGES[band]
    return _("%(low)d to %(high)d") % {"low": low, "high": high}


def facet_name(key: str) -> str:
    """What a facet is called."""
    return {
        "language": _("My languages, shown first"),
        "kind": _("Kind"),
        "topic": _("Topic"),
        "age": _("Age of the children"),
        "country": _("Country"),
        "year": _("Year"),
        "organisation": _("Organisation"),
        "access": _("Access"),
    }[key]


def chips(viewer: Any, chosen: ResourceFilter, shown: list[Facet]) -> list[Chip]:
    """What was chosen, in the order of the facets."""
    made = [
        Chip(
            format_html('<span lang="{}">{}</span>', choice.language, choice.label),
            f"?{chosen.without(facet.key, choice.value).query.removesuffix('&')}",
        )
        for facet in shown
        for choice in facet.choices
        if choice.chosen
    ]
    if chosen.programme:
        named = Programme.objects.filter(visible_to(viewer), slug=chosen.programme).first()
        without = chosen.but(programme="").query.removesuffix("&")
        made.append(Chip(str(named.title) if named else chosen.programme, f"?{without}"))
    return made
