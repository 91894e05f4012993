"""Figures of a year or of a span of years: as printed, from the records, and what is missing."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plaza.figures.gaps import gap_sentence, missing
from plaza.figures.indicators.declared import BY_KEY, INDICATORS
from plaza.figures.indicators.indicator import Indicator
from plaza.figures.models import OpeningBalance, PublishedFigure, Release
from plaza.figures.pieces import last_day_counted
from plaza.figures.queries.balances import balances, with_balances
from plaza.figures.queries.frozen import frozen_values
from plaza.figures.values import Value
from plaza.figures.words import note_words
from plaza.figures.years import Years


@dataclass(frozen=True)
class FigureLine:
    """One figure of a year or a span: printed numbers, the value, what lies between.

    `release` is where the value was frozen; without one it was counted just now. `is_now` says
    that there is a release, but the viewer asked how the records stand.
    """

    indicator: Indicator
    first: int
    last: int
    value: Value
    printed: tuple[PublishedFigure, ...] = ()
    release: Release | None = None
    is_now: bool = False

    @property
    def key(self) -> str:
        """What the line is called in addresses, in releases and on the page."""
        return line_key(self.indicator.key, self.first, self.last)

    @property
    def is_span(self) -> bool:
        """It covers several years."""
        return self.first != self.last

    @property
    def name(self) -> str:
        """What it is called; one over several years says which."""
        name = str(self.indicator.name)
        if not self.is_span:
            return name
        return _("%(figure)s, %(first)s to %(last)s") % {
            "figure": name,
            "first": self.first,
            "last": self.last,
        }

    @cached_property
    def gap(self) -> str:
        """What is missing, in words."""
        return gap_sentence(self.printed, self.value)

    @cached_property
    def notes(self) -> list[str]:
        """What was left out, in words."""
        return [note_words(code, count) for code, count in self.value.notes]

    @property
    def rows(self) -> int:
        """How many rows support the value."""
        return self.value.count

    @cached_property
    def unknown(self) -> Decimal:
        """How much of the printed number has no row: the hatched part of the gauge."""
        return missing(self.printed, self.value)

    @cached_property
    def printed_number(self) -> Decimal | None:
        """The largest printed number, for the gauge."""
        return max((one.number for one in self.printed), default=None)

    @cached_property
    def url(self) -> str:
        """Where the line opens to its rows."""
        if self.is_span:
            return reverse("figures:span_figure", args=[self.first, self.last, self.indicator.key])
        if self.release is not None:
            place = [self.last, self.release.number, self.indicator.key]
            return reverse("figures:release_figure", args=place)
        name = "figures:now_figure" if self.is_now else "figures:figure"
        return reverse(name, args=[self.last, self.indicator.key])

    @property
    def is_empty(self) -> bool:
        """Nothing was printed and nothing is recorded."""
        return not self.printed and self.value.number is None and not self.value.count


def line_key(indicator: str, first: int, last: int) -> str:
    """`members`, or `members:2011-2022` for a span."""
    return indicator if first == last else f"{indicator}:{first}-{last}"


def figures_of_year(viewer: Any, year: int, release: Release | None = None) -> list[FigureLine]:
    """All figures of a year that were printed or can be counted, then those of spans up to it.

    With a release the values are the frozen ones; else they are counted now, among what the
    viewer sees. No viewer means that everything is counted.
    """
    printed = printed_up_to(year)
    spans = _spans(printed, year)
    if release is not None:
        values = frozen_values(release)
    else:
        values = counted_now(viewer, year, year)
    lines = [
        FigureLine(
            one,
            year,
            year,
            values.get(one.key, Value()),
            _of(printed, one.key, year, year),
            release,
        )
        for one in INDICATORS
    ]
    lines += _span_lines(viewer, printed, spans, year, values, release)
    return [one for one in lines if not one.is_empty]


def figures_of_span(viewer: Any, first: int, last: int) -> list[FigureLine]:
    """All figures cumulated over some years, opening balances included."""
    printed = [
        one for one in printed_up_to(last) if (one.first_year, one.last_year) == (first, last)
    ]
    values = counted_now(viewer, first, last)
    lines = [
        FigureLine(one, first, last, values[one.key], _of(printed, one.key, first, last))
        for one in INDICATORS
    ]
    return [one for one in lines if not one.is_empty]


def one_figure(
    viewer: Any, key: str, first: int, last: int, release: Release | None = None
) -> FigureLine:
    """A single line; only what it counts is asked for."""
    indicator = BY_KEY[key]
    printed = [one for one in printed_up_to(last) if one.indicator == key]
    if release is not None:
        value = frozen_values(release, [line_key(key, first, last)]).get(key, Value())
    else:
        value = counted_now(viewer, first, last, [indicator])[key]
    wanted = [one for one in printed if first <= one.first_year and one.last_year == last]
    if first == last:
        wanted = [one for one in printed if one.first_year == last]
    return FigureLine(indicator, first, last, value, tuple(wanted), release)


def counted_now(
    viewer: Any,
    first: int,
    last: int,
    indicators: Iterable[Indicator] = INDICATORS,
    *,
    cut_off: dt.date | None = None,
    known: list[OpeningBalance] | None = None,
) -> dict[str, Value]:
    """The values as the records stand; a total known without rows takes the place of its years."""
    by_indicator: dict[str, list[OpeningBalance]] = defaultdict(list)
    for one in balances(first, last) if known is None else known:
        by_indicator[one.indicator].append(one)
    cut_off = cut_off or last_day_counted(last)
    snapshots: dict[frozenset[int], Years] = {}
    values = {}
    for indicator in indicators:
        held = by_indicator[indicator.key]
        inside = [one for one in held if first <= one.first_year and one.last_year <= last]
        skipped = {y for one in inside for y in range(one.first_year, one.last_year + 1)}
        counted = frozenset(range(first, last + 1)) - skipped
        years = snapshots.setdefault(counted, Years(counted, cut_off=cut_off, viewer=viewer))
        values[indicator.key] = with_balances(
            indicator, indicator.how(years), inside, len(held) - len(inside)
        )
    return values


def printed_up_to(year: int) -> list[PublishedFigure]:
    """What was printed for a year, and for spans that end with it."""
    found = PublishedFigure.objects.filter(last_year=year, indicator__in=BY_KEY)
    return list(found.order_by("indicator", "first_year", "id"))


def newest_release(year: int) -> Release | None:
    """The release of a year that everybody sees."""
    return Release.objects.filter(year=year, is_public=True).order_by("-number").first()


def _of(
    printed: Iterable[PublishedFigure], key: str, first: int, last: int
) -> tuple[PublishedFigure, ...]:
    return tuple(
        one
        for one in printed
        if one.indicator == key and (one.first_year, one.last_year) == (first, last)
    )


def _spans(printed: list[PublishedFigure], year: int) -> dict[str, list[PublishedFigure]]:
    """What was printed for spans that end with the year, by indicator."""
    spans: dict[str, list[PublishedFigure]] = defaultdict(list)
    for one in printed:
        if one.first_year < year:
            spans[one.indicator].append(one)
    return spans


def _span_lines(
    viewer: Any,
    printed: list[PublishedFigure],
    spans: dict[str, list[PublishedFigure]],
    year: int,
    values: dict[str, Value],
    release: Release | None,
) -> list[FigureLine]:
    """One line per indicator over its longest printed span; all printings stand in it."""
    lines = []
    for key, found in spans.items():
        first = min(one.first_year for one in found)
        frozen = values.get(line_key(key, first, year)) if release else None
        value = frozen or counted_now(viewer, first, year, [BY_KEY[key]])[key]
        lines.append(
            FigureLine(BY_KEY[key], first, year, value, tuple(found), release if frozen else None)
        )
    return lines


def spans_printed(year: int) -> list[tuple[str, int]]:
    """The cumulated lines that a release of a year freezes: indicator and first year."""
    spans = _spans(printed_up_to(year), year)
    return [(key, min(one.first_year for one in found)) for key, found in spans.items()]
