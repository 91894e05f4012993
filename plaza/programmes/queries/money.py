"""Money: rows are converted, half to even, and then added; what is not known is not zero."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import Coalesce, ExtractYear
from django.http import Http404

from plaza.programmes.models import Contribution, Programme
from plaza.programmes.pages import Purpose, purposes_of, year_paths

CENT = Decimal("0.01")
EURO = "EUR"
TOLD = (Contribution.Stage.CONFIRMED, Contribution.Stage.PAID)


@dataclass(frozen=True)
class Sum:
    """All of one kind: per currency as it was given, in euro, and what has no rate."""

    kind: str
    words: str
    given: list[tuple[str, Decimal]]
    euro: Decimal
    rows: int
    without_rate: int

    @property
    def is_whole(self) -> bool:
        """Whether every row is in the sum in euro."""
        return not self.without_rate

    @property
    def is_known(self) -> bool:
        """Whether at least one row is in the sum in euro."""
        return self.rows > self.without_rate


@dataclass(frozen=True)
class Row:
    """One contribution with its worth in euro and what it is for, as far as known."""

    contribution: Contribution
    euro: Decimal | None
    purpose: Purpose | None = None


@dataclass(frozen=True)
class Money:
    """Contributions with their sums by kind; all kinds together are never added up."""

    rows: list[Row]
    sums: list[Sum]


@dataclass(frozen=True)
class YearMoney:
    """The money of a year: programme by programme, with the sums of the whole year."""

    year: int
    programmes: list[tuple[Programme, Money]] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(one.rows for one in self.sums)


def in_euro(contribution: Contribution) -> Decimal | None:
    """What a contribution is worth in euro, to the cent; None where no rate is written down."""
    if contribution.currency == EURO:
        return contribution.amount
    if contribution.rate is None:
        return None
    return (contribution.amount * contribution.rate).quantize(CENT, ROUND_HALF_EVEN)


def sums_by_kind(contributions: Iterable[Contribution]) -> list[Sum]:
    """One sum for each kind that has a row."""
    groups: dict[str, list[Contribution]] = defaultdict(list)
    for one in contributions:
        groups[one.kind].append(one)
    return [_sum(kind, groups[kind]) for kind in Contribution.Kind if kind in groups]


def money_of_programme(programme: Programme) -> Money:
    """All money of a programme with its sums. One query, and one per room that knows purposes."""
    found = programme.contributions.select_related("organisation").order_by("kind", "on", "pk")
    return _money(list(found))


def money_of_years(years: Iterable[int]) -> QuerySet[Contribution]:
    """The contributions of some years: the one rule for pages, the desk and figures.

    Money of a programme that is a year counts for that year; other money for the year of its
    day, or where no day is written down for the year of its programme, else for the year of what
    it is for.
    """
    return _with_year().filter(money_year__in=list(years))


def is_told(contribution: Contribution) -> bool:
    """Whether money counts in what everybody reads: it is confirmed or paid, not only pledged."""
    return contribution.stage in TOLD


def money_in_year(year: int) -> YearMoney:
    """The money of a year, programme by programme, as `money_of_years` gives it."""
    found = (
        money_of_years([year])
        .select_related("organisation", "programme")
        .order_by("programme__kind", "programme__sort_title", "programme_id", "kind", "on", "pk")
    )
    groups: dict[Programme, list[Contribution]] = defaultdict(list)
    for one in found:
        groups[one.programme].append(one)
    everything = [one for group in groups.values() for one in group]
    purposes = purposes_of(everything)
    programmes = [(programme, _money(group, purposes)) for programme, group in groups.items()]
    return YearMoney(year, programmes, sums_by_kind(everything))


def money_told(programme: Programme) -> list[Sum]:
    """What a public page says of money: totals by kind of what is confirmed or paid, no rows."""
    return sums_by_kind(programme.contributions.filter(stage__in=TOLD))


def year_of_money(viewer: Any, year: int) -> int:
    """A year that money can be of, or Http404."""
    if not 1000 <= year <= 2999:
        raise Http404
    return year


def years_with_money() -> list[int]:
    """Every year that has money, the latest first."""
    found = _with_year().order_by().values_list("money_year", flat=True).distinct()
    return sorted((year for year in found if year is not None), reverse=True)


def _with_year() -> "QuerySet[Any]":
    year = models.IntegerField()
    other = Coalesce(ExtractYear("on"), "programme__year", *year_paths(), output_field=year)
    of_a_year = models.When(programme__kind="year", then="programme__year")
    return Contribution.objects.annotate(
        money_year=models.Case(of_a_year, default=other, output_field=year)
    )


def _money(contributions: list[Contribution], purposes: Any = None) -> Money:
    known = purposes_of(contributions) if purposes is None else purposes
    rows = [Row(one, in_euro(one), known.get(one.pk)) for one in contributions]
    return Money(rows, sums_by_kind(contributions))


def _sum(kind: str, contributions: list[Contribution]) -> Sum:
    given: dict[str, Decimal] = defaultdict(Decimal)
    for one in contributions:
        given[one.currency] += one.amount
    worth = [in_euro(one) for one in contributions]
    known = [one for one in worth if one is not None]
    return Sum(
        kind=kind,
        words=str(Contribution.Kind(kind).label),
        given=sorted(given.items()),
        euro=sum(known, Decimal("0.00")),
        rows=len(contributions),
        without_rate=len(contributions) - len(known),
    )
