"""What waits at the desk: printed figures without rows, years without a release."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.activities.models import Activity
from plaza.activities.states import State
from plaza.figures.indicators.declared import BY_KEY
from plaza.figures.models import PublishedFigure, Release
from plaza.figures.queries.lines import FigureLine, counted_now, printed_up_to
from plaza.figures.words import number_words
from plaza.network.rules import desk
from plaza.web.desk import Waiting

NAMED = ("members", "countries")
YEARS = 3


def waiting_figures(viewer: Any) -> Iterator[Waiting]:
    """For the desk: names that printed figures lack, and past years of which nothing is frozen."""
    if not desk(viewer):
        return
    yield from _nameless(viewer)
    frozen = Release.objects.filter(year=OuterRef("reporting_year"))
    years = (
        Activity.objects.exclude(state=State.CANCELLED)
        .filter(~Exists(frozen), reporting_year__lt=timezone.localdate().year)
        .order_by("-reporting_year")
        .values_list("reporting_year", flat=True)
        .distinct()
    )
    for year in years[:YEARS]:
        yield Waiting(
            what=_("%(year)s has activities but no release.") % {"year": year},
            why=_("Freeze one, so that its figures stay what they are."),
            button=_("Freeze a release"),
            url=reverse("figures:freeze", args=[year]),
        )


def _nameless(viewer: Any) -> Iterator[Waiting]:
    """Printed members and countries that no record names, for the newest printed years."""
    years = PublishedFigure.objects.filter(indicator__in=NAMED).order_by("-last_year")
    for year in years.values_list("last_year", flat=True).distinct()[:YEARS]:
        printed = printed_up_to(year)
        values = counted_now(viewer, year, year, [BY_KEY[key] for key in NAMED])
        for key in NAMED:
            own = tuple(one for one in printed if one.indicator == key and one.first_year == year)
            line = FigureLine(BY_KEY[key], year, year, values[key], own)
            if line.unknown:
                yield Waiting(
                    what=_what(key, int(line.unknown), year),
                    why=line.gap,
                    button=_("See the rows"),
                    url=reverse("figures:now_figure", args=[year, key]),
                )


def _what(key: str, number: int, year: int) -> str:
    words = (
        ngettext(
            "%(n)s member of %(year)s has no name.",
            "%(n)s members of %(year)s have no name.",
            number,
        )
        if key == "members"
        else ngettext(
            "%(n)s country of %(year)s has no name.",
            "%(n)s countries of %(year)s have no name.",
            number,
        )
    )
    return words % {"n": number_words(number), "year": year}
