"""Fields that take what people type: names of organisations and works, clocks and their zones."""

import datetime as dt
import re
import zoneinfo
from typing import Any

from babel.numbers import format_decimal
from django import forms
from django.utils.translation import gettext as _

from plaza.ledger.words import page_locale
from plaza.library.models import Resource
from plaza.library.queries import work_named
from plaza.network.forms.choices import OrganisationChoice, OrganisationCombobox
from plaza.network.matching import Match, match_organisation
from plaza.web.periods import FIRST_YEAR, LAST_YEAR
from plaza.web.widgets import Combobox

_TIME = r"[ T,]+(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?$"
CLOCKS = (
    re.compile(r"^(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})" + _TIME),
    re.compile(r"^(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})" + _TIME),
)
GROUPED = re.compile(r"[1-9]\d{0,2}(?:([ .,\u00a0\u202f])\d{3})(?:\1\d{3})*")
TITLE, WORDS = 400, 20_000
PERSONS, SESSIONS, MINUTES = 1_000_000, 1_000, 10_080


class LineField(forms.CharField):
    """Words of one paragraph, however the lines were broken."""

    def clean(self, value: Any) -> str:
        return " ".join(super().clean(value).split())


class WholeNumber(forms.IntegerField):
    """A number that has an end: far more than anybody counts, and small enough to be stored."""

    def __init__(self, *, most: int, **options: Any) -> None:
        super().__init__(**options)
        self.most = most

    def to_python(self, value: Any) -> int | None:
        """Thousands may stand apart, as people write them: 13 000 or 13,000."""
        if isinstance(value, str) and GROUPED.fullmatch(value.strip()):
            value = re.sub(r"\D", "", value)
        return super().to_python(value)

    def validate(self, value: int | None) -> None:
        """A sentence names the end."""
        super().validate(value)
        if value is not None and value > self.most:
            most = format_decimal(self.most, locale=page_locale())
            raise forms.ValidationError(_("Write a number up to %(most)s.") % {"most": most})


class ZoneName(forms.CharField):
    """An IANA time zone, typed as Europe/Zagreb or only as Zagreb."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs["list"] = "zones"

    def clean(self, value: Any) -> str:
        name = super().clean(value)
        known = zoneinfo.available_timezones()
        if name and name not in known:
            city = f"/{name}".replace(" ", "_").casefold()
            ends = sorted(zone for zone in known if zone.casefold().endswith(city))
            if len(ends) == 1:
                return ends[0]
            raise forms.ValidationError(
                _("“%(name)s” is not a time zone. Write one such as Europe/Zagreb.")
                % {"name": name}
            )
        return str(name)


class WallClock(forms.Field):
    """A day and a time as the clock shows it, without its zone; in years that calendars bear."""

    widget = forms.TextInput(attrs={"placeholder": "2022-05-17 14:00"})

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, dt.datetime) else value

    def to_python(self, value: Any) -> dt.datetime | None:
        if not value:
            return None
        written = str(value).strip()
        found = next(filter(None, (clock.match(written) for clock in CLOCKS)), None)
        try:
            clock = _clock(found) if found else dt.datetime.fromisoformat(written)
        except ValueError:
            raise forms.ValidationError(
                _("Write the day and the time, for example 2022-05-17 14:00.")
            ) from None
        if not FIRST_YEAR <= clock.year <= LAST_YEAR:
            raise forms.ValidationError(_("Write a year between 1900 and 2200."))
        return clock


class OrganisationInput(OrganisationCombobox):
    """The same in a row whose form stands elsewhere."""

    template_name = "activities/forms/organisation.html"


class OrganisationName(OrganisationChoice):
    """An organisation by any of its names, or the words themselves for a new one."""

    widget = OrganisationInput
    is_new_welcome = False

    def clean(self, value: Any) -> Any:
        """The organisation; where nobody knows the words and a new one is welcome, the words."""
        try:
            return super().clean(value)
        except forms.ValidationError as error:
            words = " ".join(str(value or "").split())
            near = match_organisation(words)
            if any(match.score >= 1 for match in near):
                raise
            if self.is_new_welcome:
                return words
            raise forms.ValidationError(_unknown(words, near), code="unknown") from error


class WorkTitle(forms.CharField):
    """A work of the library by its title or its address."""

    def __init__(self, *, source: Any, **options: Any) -> None:
        widget = Combobox(source=source)
        super().__init__(required=False, max_length=TITLE, widget=widget, **options)

    def clean(self, value: Any) -> Resource | None:
        words = super().clean(value)
        if not words:
            return None
        found = work_named(words)
        if found is None:
            raise forms.ValidationError(
                _("Nothing in the library is called “%(title)s”.") % {"title": words}
            )
        return found


def _clock(found: re.Match[str]) -> dt.datetime:
    names = ("year", "month", "day", "hour", "minute")
    year, month, day, hour, minute = (int(found[name] or 0) for name in names)
    return dt.datetime(year, month, day, hour, minute)


def _unknown(words: str, near: list[Match]) -> str:
    names = ", ".join(f"“{one.organisation}”" for one in near[:3])
    if names:
        return _(
            "We do not know “%(name)s”. Did you mean %(names)s? Write that name, or add this one "
            "as a new organisation."
        ) % {"name": words, "names": names}
    return _("We do not know “%(name)s” yet. Correct it, or add it as a new organisation.") % {
        "name": words
    }
