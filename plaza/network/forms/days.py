"""Days as people type them."""

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Any

from babel.dates import get_month_names
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plaza.web.periods import FIRST_YEAR, LAST_YEAR, Precision

_WAYS = (
    (re.compile(r"^(?P<year>\d{4})$")),
    (re.compile(r"^(?P<year>\d{4})[-/.](?P<month>\d{1,2})$")),
    (re.compile(r"^(?P<month>\d{1,2})[-/.](?P<year>\d{4})$")),
    (re.compile(r"^(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})$")),
    (re.compile(r"^(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})$")),
    (re.compile(r"^(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})$")),
    (re.compile(r"^(?:(?P<day>\d{1,2})\.?\s+)?(?P<month>[^\W\d_]+)\.?\s+(?P<year>\d{4})$")),
)


def exactness(precision: str, *typed: Any) -> str:
    """How exactly a period is known: as chosen, or less where its days were typed less exactly.

    `typed` are the words of its days: `2022-05` and `May 2022` are known to the month.
    """
    order = list(Precision)
    known = [Precision(precision), *(_typed_to(str(words or "").strip()) for words in typed)]
    return str(max(known, key=order.index))


def _typed_to(written: str) -> Precision:
    found = next((found for way in _WAYS if (found := way.match(written))), None)
    parts = found.groupdict() if found else {}
    if not parts or parts.get("day"):
        return Precision.DAY
    return Precision.MONTH if parts.get("month") else Precision.YEAR


class DayField(forms.Field):
    """A day; a year or a month alone stands for its first day, or its last one with `last`.

    Months are also known by their names in English and in the language of the page. Between
    slashes the day stands first where it cannot be a month; 3/4/2026 is asked for again.
    """

    def __init__(self, *, last: bool = False, **kwargs: Any) -> None:
        self.last = last
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"class": "input--short", "placeholder": "2014-03-01"})
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> dt.date | None:
        """The day, or a sentence that shows how to write one."""
        if value in (None, ""):
            return None
        if isinstance(value, dt.date):
            return value
        written = str(value).strip()
        for way in _WAYS:
            if found := way.match(written):
                try:
                    return self._day(**_numbers(found.groupdict()))
                except ValueError:
                    break
        raise ValidationError(
            _("Write a day like 2014-03-01 or 1.3.2014, or only 2014-03 or 2014.")
        )

    def prepare_value(self, value: Any) -> Any:
        """As it is typed."""
        return value.isoformat() if isinstance(value, dt.date) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another day was typed."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True

    def _day(self, year: int, month: int = 0, day: int = 0) -> dt.date:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValidationError(_("Write a year between 1900 and 2200."))
        if not month:
            return dt.date(year, 12, 31) if self.last else dt.date(year, 1, 1)
        if not day:
            end = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 1
            return dt.date(year, month, end if self.last else 1)
        return dt.date(year, month, day)


def _numbers(parts: dict[str, str | None]) -> dict[str, int]:
    """Year, month and day as numbers; a month that nobody knows is a ValueError."""
    known = {name: part for name, part in parts.items() if part}
    month = known.get("month", "")
    if month and not month.isdecimal():
        known["month"] = str(_months(get_language() or "en").get(month.casefold(), 13))
    return {name: int(part) for name, part in known.items()}


@lru_cache(maxsize=32)
def _months(language: str) -> dict[str, int]:
    return {
        name.casefold().rstrip("."): number
        for locale in ("en", language.replace("-", "_"))
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, locale).items()
    }
