"""Periods as people print them: start, end, how exactly they are known, and the words."""

import calendar
import datetime as dt
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_skeleton
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

FIRST_YEAR, LAST_YEAR = 1900, 2200  # what anybody may write as a year


class Precision(models.TextChoices):
    """How exactly a date is known."""

    DAY = "day", gettext_lazy("day")
    MONTH = "month", gettext_lazy("month")
    SEASON = "season", gettext_lazy("season")
    YEAR = "year", gettext_lazy("year")


class Period(models.Model):
    """Part of a noun: from when to when, known to what, open or not, and as printed.

    `starts_on` is the first day that may be meant and `ends_on` the last: May 2022 is kept as
    1 to 31 May with the precision *month*, and never becomes an event in a calendar.
    """

    starts_on = models.DateField(gettext_lazy("first day"), null=True, blank=True)
    ends_on = models.DateField(gettext_lazy("last day"), null=True, blank=True)
    precision = models.CharField(
        gettext_lazy("known to the"),
        max_length=6,
        choices=Precision,
        default=Precision.DAY,
    )
    open_end = models.BooleanField(gettext_lazy("without an end"), default=False)
    period_printed = models.CharField(gettext_lazy("dates as printed"), max_length=300, blank=True)

    class Meta:
        abstract = True

    @property
    def when(self) -> str:
        """The period in words of the reader's language."""
        return period_words(self.starts_on, self.ends_on, self.precision, open_end=self.open_end)


def period_constraints(name: str) -> list[models.CheckConstraint]:
    """What is never false of a period; `name` is the noun's."""
    return [
        models.CheckConstraint(
            name=f"{name}_period_ends_after_it_starts",
            condition=Q(ends_on__isnull=True)
            | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
            violation_error_message=gettext_lazy("The last day lies before the first one."),
        ),
        models.CheckConstraint(
            name=f"{name}_without_end_has_no_last_day",
            condition=Q(open_end=False) | Q(ends_on__isnull=True),
            violation_error_message=gettext_lazy("A period without an end cannot have a last day."),
        ),
    ]


def period_words(
    start: dt.date | None,
    end: dt.date | None,
    precision: str,
    *,
    open_end: bool = False,
) -> str:
    """A period as a sentence part in the active language; empty when nothing is known."""
    if start is None:
        return ""
    return _period(start, end, precision, open_end, get_language() or "en")


@lru_cache(maxsize=4096)
def _period(
    start: dt.date, end: dt.date | None, precision: str, open_end: bool, _language: str
) -> str:
    """Many records have the same period; writing one out takes a while."""
    first = date_words(start, precision)
    if open_end:
        return _("since %(start)s") % {"start": first}
    if end is None:
        return first
    last = date_words(end, precision)
    if first == last:
        return first
    if precision == Precision.DAY and (start.year, start.month) == (
        end.year,
        end.month,
    ):
        first = str(start.day)
    elif precision in {Precision.DAY, Precision.MONTH} and start.year == end.year:
        skeleton = "d MMMM" if precision == Precision.DAY else "LLLL"
        first = format_date(start, skeleton, locale=_locale())
    return _("%(start)s to %(end)s") % {"start": first, "end": last}


def date_words(day: dt.date, precision: str = Precision.DAY) -> str:
    """A date to its precision, in the active language."""
    return _date(day, precision, get_language() or "en")


@lru_cache(maxsize=4096)
def _date(day: dt.date, precision: str, _language: str) -> str:
    if precision == Precision.YEAR:
        return str(day.year)
    if precision == Precision.SEASON:
        return f"{season_words(day)} {day.year}"
    if precision == Precision.MONTH:
        return format_skeleton("yMMMM", day, locale=_locale())
    return format_date(day, "d MMMM y", locale=_locale())


def season_words(day: dt.date) -> str:
    """The season that begins in a month."""
    names: dict[int, Any] = {
        0: pgettext("season", "winter"),
        1: pgettext("season", "spring"),
        2: pgettext("season", "summer"),
        3: pgettext("season", "autumn"),
    }
    return str(names[(day.month % 12) // 3])


def last_day(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _locale() -> str:
    return (get_language() or "en").replace("-", "_").replace("en", "en_GB", 1)
