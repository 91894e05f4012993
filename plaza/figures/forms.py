"""Forms of the figures' desk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plaza.figures.indicators.declared import BY_KEY, INDICATORS
from plaza.figures.models import OpeningBalance, PublishedFigure
from plaza.network.forms import DayField
from plaza.web.numbers import NumberField
from plaza.web.periods import FIRST_YEAR, LAST_YEAR
from plaza.web.widgets import TextInLanguages

SHORT = ("indicator", "qualifier", "number", "unit", "first_year", "last_year")
LONG = ("period_printed", "source")


def figure_choices() -> list[tuple[str, Any]]:
    """All figures by name."""
    return [("", ""), *((one.key, one.name) for one in INDICATORS)]


def year_field(label: Any, **options: Any) -> forms.IntegerField:
    """A year of four digits."""
    widget = forms.NumberInput(attrs={"class": "input input--number"})
    return forms.IntegerField(
        label=label, min_value=FIRST_YEAR, max_value=LAST_YEAR, widget=widget, **options
    )


class FreezeForm(forms.Form):
    """Up to which day, and why."""

    cut_off_on = DayField(
        label=_("Counted up to"),
        help_text=_("Memberships count on this day. Today or an earlier day."),
        last=True,
    )
    why = forms.CharField(
        label=_("Why this release is made"),
        max_length=500,
        help_text=_("It stands beside the figures, for example: two hosts sent their lists."),
    )
    is_public = forms.BooleanField(
        label=_("Everybody sees it at once"), required=False, initial=True
    )


class PublishedForm(forms.Form):
    """One printed figure."""

    indicator = forms.ChoiceField(label=_("Figure"), choices=figure_choices)
    qualifier = forms.CharField(
        label=_("Words before it"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("more than")}),
    )
    number = NumberField(label=_("Number"), max_digits=18, decimal_places=4)
    unit = forms.CharField(
        label=_("Currency or unit"),
        max_length=12,
        required=False,
        widget=forms.TextInput(attrs={"class": "input input--number"}),
    )
    first_year = year_field(_("From the year"))
    last_year = year_field(_("To the year"), required=False)
    period_printed = forms.CharField(label=_("Period as printed"), max_length=200, required=False)
    source = forms.CharField(label=_("Where it was printed"), max_length=300)
    source_url = forms.URLField(
        label=_("Link to it"), max_length=500, required=False, assume_scheme="https"
    )
    printed_on = DayField(label=_("When it was printed"), required=False)
    printed = forms.CharField(label=_("The words around it"), max_length=300, required=False)
    note = TextInLanguages(label=_("Note"), required=False)

    @staticmethod
    def initial_of(figure: PublishedFigure) -> dict[str, Any]:
        """What the form starts with."""
        return {name: getattr(figure, name) for name in PublishedForm.base_fields}

    @property
    def short(self) -> list[forms.BoundField]:
        """What is typed first, on one line."""
        return [self[name] for name in SHORT]

    @property
    def long(self) -> list[forms.BoundField]:
        """Where it stood."""
        return [self[name] for name in LONG]

    @property
    def more(self) -> list[forms.BoundField]:
        """What can follow later."""
        return [field for field in self if field.name not in {*SHORT, *LONG}]

    def clean(self) -> dict[str, Any]:
        """One year needs to be typed once; money says its currency."""
        cleaned = super().clean() or {}
        cleaned["last_year"] = cleaned.get("last_year") or cleaned.get("first_year")
        indicator = BY_KEY.get(cleaned.get("indicator", ""))
        if indicator is not None and not cleaned.get("unit"):
            cleaned["unit"] = indicator.unit
        return cleaned


class BalanceForm(forms.Form):
    """One total known without its rows."""

    indicator = forms.ChoiceField(label=_("Figure"), choices=figure_choices)
    first_year = year_field(_("From the year"))
    last_year = year_field(_("To the year"))
    value = NumberField(label=_("Total"), max_digits=18, decimal_places=4)
    source = forms.CharField(label=_("Where it is from"), max_length=300)

    @staticmethod
    def initial_of(balance: OpeningBalance) -> dict[str, Any]:
        """What the form starts with."""
        return {name: getattr(balance, name) for name in BalanceForm.base_fields}
