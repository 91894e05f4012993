"""Days as people type them."""

import calendar
import datetime as dt
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_WAYS = (
    (re.compile(r"^(?P<year>\d{4})$")),
    (re.compile(r"^(?P<year>\d{4})[-/.](?P<month>\d{1,2})$")),
    (re.compile(r"^(?P<month>\d{1,2})[-/.](?P<year>\d{4})$")),
    (re.compile(r"^(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})$")),
    (re.compile(r"^(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})$")),
)


class DayField(forms.Field):
    """A day; a year or a month alone stands for its first day, or its last one with `last`."""

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
                    return self._day(
                        **{name: int(part) for name, part in found.groupdict().items()}
                    )
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
        if not month:
            return dt.date(year, 12, 31) if self.last else dt.date(year, 1, 1)
        if not day:
            end = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 1
            return dt.date(year, month, end if self.last else 1)
        return dt.date(year, month, day)
