"""Reads of the figures' desk."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, QueryDict
from django.utils import timezone

from plaza.figures.indicators.declared import BY_KEY
from plaza.figures.models import OpeningBalance, PublishedFigure, Release
from plaza.figures.pieces import last_day_counted
from plaza.figures.queries.compare import Comparison, since_last_release
from plaza.figures.queries.years import YearLine, years_known
from plaza.figures.words import number_words, printed_words, with_unit
from plaza.web.periods import FIRST_YEAR, LAST_YEAR

REMEMBERED = ("first_year", "last_year", "source", "source_url", "printed_on")


@dataclass(frozen=True)
class DeskYear:
    """A year at the desk with all its releases."""

    line: YearLine
    releases: tuple[Release, ...]

    @property
    def last_two(self) -> tuple[Release, Release] | None:
        """The releases that can be compared."""
        return self.releases[-2:] if len(self.releases) > 1 else None  # type: ignore[return-value]


@dataclass(frozen=True)
class DeskYears:
    """All years, and those that have activities but no release."""

    years: tuple[DeskYear, ...]

    @property
    def unfrozen(self) -> list[int]:
        """Years that are over and of which nothing is frozen yet."""
        now = timezone.localdate().year
        return [
            one.line.year
            for one in self.years
            if one.line.activities and not one.releases and one.line.year < now
        ]


@dataclass(frozen=True)
class Draft:
    """What a release of a year would freeze."""

    year: int
    last: Release | None
    comparison: Comparison | None

    @property
    def cut_off_on(self) -> dt.date:
        """The day that is proposed."""
        return last_day_counted(self.year)


@dataclass(frozen=True)
class Printed:
    """Printed figures of one year, or of all of them."""

    year: int | None
    years: tuple[int, ...]
    figures: tuple[PublishedFigure, ...]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each figure with its name."""
        return [
            {"figure": one, "name": name_of(one.indicator), "words": printed_words(one)}
            for one in self.figures
        ]


def name_of(indicator: str) -> Any:
    """What a figure is called; one that is counted no more keeps its key."""
    return BY_KEY[indicator].name if indicator in BY_KEY else indicator


def years_at_desk(viewer: Any) -> DeskYears:
    """How each year stands."""
    releases: dict[int, list[Release]] = {}
    for one in Release.objects.select_related("made_by").order_by("year", "number"):
        releases.setdefault(one.year, []).append(one)
    return DeskYears(
        tuple(DeskYear(one, tuple(releases.get(one.year, ()))) for one in years_known(viewer))
    )


def freeze_draft(viewer: Any, year: int) -> Draft:
    """What changed since the last release of a year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    comparison = since_last_release(viewer, year)
    return Draft(year, comparison.before if comparison else None, comparison)


def desk_release(viewer: Any, year: int, number: int) -> Release:
    """One release."""
    release = Release.objects.filter(year=year, number=number).first()
    if release is None:
        raise Http404
    return release


def desk_printed(viewer: Any, pk: int) -> PublishedFigure:
    """One printed figure."""
    figure = PublishedFigure.objects.filter(pk=pk).first()
    if figure is None:
        raise Http404
    return figure


def desk_total(viewer: Any, pk: int) -> OpeningBalance:
    """One total."""
    balance = OpeningBalance.objects.filter(pk=pk).first()
    if balance is None:
        raise Http404
    return balance


def published_at_desk(year: str) -> Printed:
    """Printed figures that end with a year, or all of them."""
    years = PublishedFigure.objects.order_by("-last_year").values_list("last_year", flat=True)
    chosen = int(year) if year.isdecimal() and len(year) == 4 else None
    figures = PublishedFigure.objects.order_by("-last_year", "indicator", "first_year", "id")
    if chosen is not None:
        figures = figures.filter(last_year=chosen)
    return Printed(chosen, tuple(years.distinct()), tuple(figures))


def balances_at_desk() -> list[dict[str, Any]]:
    """All totals with the names of their figures."""
    return [
        {
            "balance": one,
            "name": name_of(one.indicator),
            "words": with_unit(number_words(one.value), one.unit),
        }
        for one in OpeningBalance.objects.all()
    ]


def last_typed(query: QueryDict) -> dict[str, Any]:
    """What the next line starts with: years and source of the one before."""
    found = {name: query[name] for name in REMEMBERED if query.get(name)}
    year = query.get("year", "")
    return {"first_year": year or timezone.localdate().year} | found


def typed_again(cleaned: Mapping[str, Any]) -> str:
    """The same as part of an address."""
    query = QueryDict(mutable=True)
    query.update({name: str(cleaned[name]) for name in REMEMBERED if cleaned.get(name)})
    query["year"] = str(cleaned["last_year"])
    return query.urlencode()
