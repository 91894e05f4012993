"""Forms of money."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plaza.network.forms.choices import OrganisationChoice
from plaza.network.forms.days import DayField
from plaza.programmes.models import Contribution
from plaza.web.numbers import NumberField
from plaza.web.rows import RowForm

NUMBER = forms.TextInput(attrs={"class": "input--number"})


class ContributionRow(RowForm):
    """Money, or its worth, that somebody gives."""

    organisation = OrganisationChoice(label=_("Who gives"), required=False)
    kind = forms.ChoiceField(
        label=_("What"), choices=Contribution.Kind, initial=Contribution.Kind.GRANTED
    )
    stage = forms.ChoiceField(
        label=_("How far"), choices=Contribution.Stage, initial=Contribution.Stage.PLEDGED
    )
    amount = NumberField(
        label=_("Amount"),
        max_digits=14,
        decimal_places=2,
        min_value=Decimal("0.01"),
        widget=NUMBER,
    )
    currency = forms.CharField(
        label=_("Currency"),
        max_length=3,
        initial="EUR",
        widget=forms.TextInput(attrs={"class": "input--number"}),
    )
    rate = NumberField(
        label=_("Euro for one"),
        max_digits=14,
        decimal_places=8,
        required=False,
        is_rate=True,
        widget=NUMBER,
    )
    rate_source = forms.CharField(label=_("Rate from"), max_length=200, required=False)
    on = DayField(label=_("Date"), required=False)
    note = forms.CharField(label=_("Note"), max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        """A rate says where it is from and of which day it is."""
        found = super().clean() or {}
        on: dt.date | None = found.get("on")
        if found.get("rate") is not None:
            if found["rate"] <= 0:
                self.add_error("rate", _("Write a rate above zero, or leave it out."))
            if not found.get("rate_source"):
                self.add_error("rate_source", _("Say where the rate is from."))
            if on is None:
                self.add_error("on", _("Say of which day the rate is."))
        return found
