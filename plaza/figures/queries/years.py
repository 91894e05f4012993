"""Which years there are, their releases, and finding a figure for a page."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db.models import Count
from django.http import Http404

from plaza.activities.models import Activity
from plaza.activities.states import State
from plaza.figures.indicators.declared import BY_KEY
from plaza.figures.models import PublishedFigure, Release
from plaza.figures.pieces import last_day_counted
from plaza.figures.queries.lines import (
    FigureLine,
    figures_of_span,
    figures_of_year,
    newest_release,
    one_figure,
)
from plaza.ledger.memory import remembered
from plaza.network.rules import desk, visibilities, visible_to
from plaza.programmes.models import Programme
from plaza.programmes.queries import visible_programmes
from plaza.web.periods import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True)
class YearLine:
    """A year in the list: how many activities, and its newest release if it has one."""

    year: int
    activities: int
    printed: int
    release: Release | None


@dataclass(frozen=True)
class YearFigures:
    """The figures of a year for one page: those of a release, or as the records stand now."""

    year: int
    release: Release | None
    releases: tuple[Release, ...]
    viewer: Any
    is_now: bool = False

    @cached_property
    def lines(self) -> list[FigureLine]:
        """The lines of the page."""
        found = figures_of_year(self.viewer, self.year, self.release)
        return [replace(one, is_now=self.is_now) for one in found]

    @cached_property
    def beside(self) -> tuple[int | None, int | None]:
        """The nearest years before and after that have figures."""
        known = sorted(one.year for one in years_known(self.viewer))
        before = [year for year in known if year < self.year]
        after = [year for year in known if year > self.year]
        return (before[-1] if before else None), (after[0] if after else None)

    @cached_property
    def programme(self) -> Programme | None:
        """The programme that is the year, with what it says of the year."""
        return visible_programmes(self.viewer).filter(kind="year", year=self.year).first()

    @property
    def cut_off_on(self) -> dt.date:
        """Up to which day memberships count."""
        return self.release.cut_off_on if self.release else last_day_counted(self.year)

    @property
    def is_newest(self) -> bool:
        """The release that everybody is shown."""
        shown = [one for one in self.releases if one.is_public]
        return bool(shown) and self.release == shown[-1]

    @property
    def earlier(self) -> Release | None:
        """The release before this one."""
        before = [one for one in self.releases if self.release and one.number < self.release.number]
        return before[-1] if before else None


@dataclass(frozen=True)
class SpanFigures:
    """Cumulated figures of a span of years."""

    first: int
    last: int
    viewer: Any

    @cached_property
    def lines(self) -> list[FigureLine]:
        """The lines of the page."""
        return figures_of_span(self.viewer, self.first, self.last)


@remembered("activities", "figures", "network", key=lambda viewer: visibilities(viewer), most=8)
def years_known(viewer: Any) -> tuple[YearLine, ...]:
    """Years with activities, printed figures or releases, the newest first."""
    counted = dict(
        Activity.objects.filter(visible_to(viewer))
        .exclude(state=State.CANCELLED)
        .order_by()
        .values_list("reporting_year")
        .annotate(Count("id"))
    )
    printed = dict(
        PublishedFigure.objects.order_by().values_list("last_year").annotate(Count("id"))
    )
    releases = {one.year: one for one in Release.objects.filter(**_seen(viewer)).order_by("number")}
    return tuple(
        YearLine(year, counted.get(year, 0), printed.get(year, 0), releases.get(year))
        for year in sorted({*counted, *printed, *releases}, reverse=True)
    )


def year_figures(viewer: Any, year: int, number: int | None = None) -> YearFigures:
    """The figures of a year: of a release by its number, else of the newest that is public."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    releases = tuple(releases_of(viewer, year))
    if number is None:
        return YearFigures(year, newest_release(year), releases, viewer)
    release = next((one for one in releases if one.number == number), None)
    if release is None:
        raise Http404
    return YearFigures(year, release, releases, viewer)


def year_now(viewer: Any, year: int) -> YearFigures:
    """The figures of a year as the records stand, whether there is a release or not."""
    found = year_figures(viewer, year)
    return replace(found, release=None, is_now=bool(found.releases))


def now_figure(viewer: Any, year: int, key: str) -> FigureLine:
    """One figure as the records stand."""
    if key not in BY_KEY or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return replace(one_figure(viewer, key, year, year), is_now=True)


def figure(viewer: Any, year: int, key: str, number: int | None = None) -> FigureLine:
    """One figure of a year."""
    if key not in BY_KEY:
        raise Http404
    found = year_figures(viewer, year, number)
    return one_figure(viewer, key, year, year, found.release)


def span_figures(viewer: Any, first: int, last: int) -> SpanFigures:
    """The cumulated figures of a span."""
    if not FIRST_YEAR <= first < last <= LAST_YEAR:
        raise Http404
    return SpanFigures(first, last, viewer)


def span_figure(viewer: Any, first: int, last: int, key: str) -> FigureLine:
    """One cumulated figure."""
    if key not in BY_KEY or not FIRST_YEAR <= first < last <= LAST_YEAR:
        raise Http404
    return one_figure(viewer, key, first, last)


def releases_of(viewer: Any, year: int) -> list[Release]:
    """The releases of a year that the viewer may see, in their order."""
    found = Release.objects.filter(year=year, **_seen(viewer))
    return list(found.select_related("made_by").order_by("number"))


def _seen(viewer: Any) -> dict[str, bool]:
    return {} if viewer is None or desk(viewer) else {"is_public": True}
