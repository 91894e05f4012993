"""Forms of a programme and who carries it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plaza.network.forms.choices import OrganisationChoice
from plaza.network.forms.days import DayField, exactness
from plaza.programmes.models import Partner, Programme
from plaza.web.models import Visibility
from plaza.web.periods import FIRST_YEAR, LAST_YEAR, Precision
from plaza.web.rows import RowForm
from plaza.web.widgets import TextInLanguages

YEAR = forms.NumberInput(attrs={"class": "input--short"})


class ProgrammeForm(forms.Form):
    """What a programme is."""

    title = TextInLanguages(label=_("Title"))
    kind = forms.ChoiceField(label=_("Kind"), choices=Programme.Kind)
    year = forms.IntegerField(
        label=_("Year"),
        help_text=_("A year of peer learning says which year it is."),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        widget=YEAR,
    )
    starts_on = DayField(label=_("First day"), required=False)
    ends_on = DayField(label=_("Last day"), required=False, last=True)
    precision = forms.ChoiceField(label=_("Known to the"), choices=Precision)
    open_end = forms.BooleanField(label=_("It goes on without an end"), required=False)
    period_printed = forms.CharField(label=_("Dates as printed"), max_length=300, required=False)
    aims = TextInLanguages(label=_("What it is for"), required=False, long=True)
    website = forms.URLField(
        label=_("Website"), max_length=500, required=False, assume_scheme="https"
    )
    visibility = forms.ChoiceField(
        label=_("Who sees it"), choices=Visibility, initial=Visibility.DESK
    )

    def __init__(
        self, data: Any = None, *, programme: Programme | None = None, **options: Any
    ) -> None:
        if programme is not None:
            options["initial"] = {name: getattr(programme, name) for name in self.base_fields}
        super().__init__(data, **options)

    def clean(self) -> dict[str, Any]:
        """What the database would refuse, said at its field."""
        found = super().clean() or {}
        start, end = found.get("starts_on"), found.get("ends_on")
        if found.get("kind") == Programme.Kind.YEAR and not found.get("year"):
            self.add_error("year", _("Say which year it is."))
        if start and found.get("precision"):
            typed = (self["starts_on"].data, self["ends_on"].data)
            found["precision"] = exactness(found["precision"], *typed)
        if end and not start:
            self.add_error("starts_on", _("Write the first day too."))
        if start and end and end < start:
            self.add_error("ends_on", _("The last day lies before the first one."))
        if end and found.get("open_end"):
            self.add_error("ends_on", _("A period without an end cannot have a last day."))
        return found


class PartnerRow(RowForm):
    """One organisation in one role."""

    organisation = OrganisationChoice(label=_("Organisation"))
    role = forms.ChoiceField(label=_("Role"), choices=Partner.Role, initial=Partner.Role.PARTNER)
