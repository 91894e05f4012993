"""Forms of people."""

import zoneinfo
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from plaza.network.forms.choices import OrganisationChoice
from plaza.network.forms.days import DayField
from plaza.network.models import Person, Role
from plaza.network.models.people import valid_zone
from plaza.web.widgets import Combobox


class PersonForm(forms.Form):
    """A person as she wants to be addressed."""

    name = forms.CharField(
        label=_("Name"), max_length=200, help_text=_("As it is written, in any script.")
    )
    language = forms.ChoiceField(label=_("Language of letters"), choices=settings.LANGUAGES)
    time_zone = forms.CharField(
        label=_("Time zone"),
        help_text=_("For example Europe/Kyiv. Times on all pages are shown in it."),
        validators=[valid_zone],
    )

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        if person is not None:
            kwargs["initial"] = {
                "name": person.name,
                "language": person.language,
                "time_zone": person.time_zone,
            }
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].widget = Combobox(zones())


class NewPersonForm(PersonForm):
    """A person who is entered by the secretariat."""

    address = forms.EmailField(
        label=_("Mail"),
        required=False,
        help_text=_("She signs in with it. Without one she cannot sign in."),
    )
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=Role.Kind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ("name", "address", "roles", "language", "time_zone")


class AddressForm(forms.Form):
    """One mail address."""

    address = forms.EmailField(label=_("Add an address"))


class RoleForm(forms.Form):
    """One role."""

    kind = forms.ChoiceField(label=_("Role"), choices=Role.Kind.choices)


class AffiliationForm(forms.Form):
    """Where a person works, and whether she speaks for it."""

    organisation = OrganisationChoice(label=_("Works with"))
    from_on = DayField(label=_("From"), required=False)
    until_on = DayField(label=_("Until"), required=False, last=True)
    is_contact = forms.BooleanField(label=_("Speaks for it"), required=False)


class EraseForm(forms.Form):
    """A person types her name before all about her is erased."""

    name = forms.CharField(label=_("To be sure, type the name as it stands above"))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_name(self) -> str:
        """The name, letter by letter."""
        if self.cleaned_data["name"].strip() != self.person.name:
            raise forms.ValidationError(_("This is not the same name. Nothing was erased."))
        return self.person.name


def zones() -> list[str]:
    """Time zones by region and city."""
    return sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone or zone == "UTC")
