"""Forms of an activity itself: what it is, and its moves."""

import datetime as dt
import json
import zoneinfo
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plaza.activities.actions import Changed
from plaza.activities.forms.fields import TITLE, WORDS
from plaza.activities.models import Activity
from plaza.ledger.meanwhile import plain_facts
from plaza.library.models import Topic
from plaza.network.forms.days import DayField, exactness
from plaza.network.forms.languages import LanguageNames, usual_languages
from plaza.network.forms.places import CountryName, countries_here
from plaza.programmes.models import Programme
from plaza.web.answers import performs
from plaza.web.periods import FIRST_YEAR, LAST_YEAR, Precision, last_day
from plaza.web.widgets import TextInLanguages


class OpenedForm(forms.Form):
    """A form that carries the values it was opened with: two people do not undo each other."""

    def read_opened(self, fresh: dict[str, Any]) -> None:
        """The values it was opened with: as the form brought them, else as they are stored."""
        try:
            brought = json.loads(self.data.get("opened", "")) if self.is_bound else None
        except ValueError:
            brought = None
        self.opened: dict[str, Any] = brought if isinstance(brought, dict) else fresh

    @property
    def country_names(self) -> list[str]:
        """Suggestions for fields that take a country."""
        return countries_here()

    @property
    def language_names(self) -> list[str]:
        """Suggestions for fields that take a language."""
        return usual_languages()

    @property
    def zone_names(self) -> list[str]:
        """Suggestions for fields that take a time zone."""
        return sorted(name for name in zoneinfo.available_timezones() if "/" in name)

    @property
    def opened_json(self) -> str:
        """The same for the hidden field."""
        return json.dumps(self.opened)


def performs_meanwhile(form: OpenedForm, action: Any, *args: Any, **facts: Any) -> bool:
    """Run an action for a valid form; what somebody else changed is told with both values.

    The form then carries what is stored now for these fields, so that saving once more is an
    answer to the question and no accident.
    """
    try:
        with_opened = {"opened": form.opened, **facts}
        return performs(form, _keeping(form, action), *args, **with_opened)
    finally:
        form.opened |= getattr(form, "changed_meanwhile", {})


def _keeping(form: OpenedForm, action: Any) -> Any:
    def kept(*args: Any, **facts: Any) -> Any:
        try:
            return action(*args, **facts)
        except Changed as change:
            form.changed_meanwhile = change.now  # type: ignore[attr-defined]
            raise

    return kept


class ActivityForm(OpenedForm):
    """What is known of an activity."""

    reporting_year = forms.IntegerField(
        label=_("Counts for the year"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    format = forms.ChoiceField(label=_("Form"), choices=Activity.Format.choices)
    programme = forms.ModelChoiceField(
        Programme.objects.all(), label=_("Part of the programme"), required=False, empty_label=""
    )
    starts_on = DayField(label=_("First day"), required=False)
    ends_on = DayField(label=_("Last day"), required=False, last=True)
    precision = forms.ChoiceField(
        label=_("Known to the"),
        choices=Precision.choices,
        help_text=_("When only the month is known, write it like 2022-05."),
    )
    open_end = forms.BooleanField(label=_("Goes on without an end"), required=False)
    period_printed = forms.CharField(label=_("Dates as printed"), max_length=300, required=False)
    is_online = forms.BooleanField(label=_("Online"), required=False)
    venue_city = forms.CharField(label=_("City"), max_length=120, required=False)
    venue_country = CountryName(label=_("Country of the venue"))
    country_printed = forms.CharField(label=_("Country as printed"), max_length=120, required=False)
    languages = LanguageNames(
        label=_("Languages"),
        required=False,
        help_text=_("With commas between them, for example: English, Ukrainian."),
    )
    topics = forms.ModelMultipleChoiceField(
        Topic.objects.all(),
        label=_("Topics"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    WORDS = {
        "title": _("Title"),
        "heading": _("Heading"),
        "text": _("Text"),
        "audience": _("For whom"),
    }

    def __init__(
        self, data: Any = None, *, activity: Activity | None = None, **options: Any
    ) -> None:
        super().__init__(data, **options)
        words = {
            name: TextInLanguages(
                long=name == "text",
                longest=TITLE if name == "title" else WORDS,
                label=label,
                required=name == "title",
            )
            for name, label in self.WORDS.items()
        }
        self.fields = {"title": words.pop("title"), **words, **self.fields}
        if activity is not None:
            self.initial = {name: getattr(activity, name) for name in self.fields} | {
                "topics": list(activity.topics.all())
            }
        self.read_opened(plain_facts(self.initial, many=("topics",)) if activity else {})

    def clean(self) -> dict[str, Any]:
        """A period that is known to the month fills it: 1 to 31 May; one typed so is known so."""
        found = super().clean() or {}
        start, end = found.get("starts_on"), found.get("ends_on")
        precision = found.get("precision", Precision.DAY)
        if start:
            typed = (self["starts_on"].data, self["ends_on"].data)
            precision = found["precision"] = exactness(precision, *typed)
        if start and precision != Precision.DAY:
            found["starts_on"], found["ends_on"] = filled_period(start, end, precision)
            if found.get("open_end"):
                found["ends_on"] = None
        found["topics"] = list(found.get("topics", []))
        return found


class WhyForm(forms.Form):
    """Why something is put off or cancelled, and what is known of a new date."""

    why = forms.CharField(label=_("Why"), max_length=500, required=False)
    new_date_note = forms.CharField(
        label=_("New date, as far as known"), max_length=200, required=False
    )


class YearForm(forms.Form):
    """To which year a copy is meant."""

    reporting_year = forms.IntegerField(
        label=_("Counts for the year"), min_value=FIRST_YEAR, max_value=LAST_YEAR
    )


def filled_period(start: dt.date, end: dt.date | None, precision: str) -> tuple[dt.date, dt.date]:
    """The first and the last day that may be meant."""
    return _around(start, precision)[0], _around(end or start, precision)[1]


def _around(day: dt.date, precision: str) -> tuple[dt.date, dt.date]:
    if precision == Precision.YEAR:
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    if precision == Precision.MONTH:
        return day.replace(day=1), last_day(day.year, day.month)
    if precision == Precision.SEASON:
        first = 3 * ((day.month % 12) // 3) or 12
        year = day.year - (first == 12 and day.month < 3)
        end_year, end_month = (year + 1, 2) if first == 12 else (year, first + 2)
        return dt.date(year, first, 1), last_day(end_year, end_month)
    return day, day
