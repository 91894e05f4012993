"""What people type about organisations, people and the network, as clean values."""

from plaza.network.forms.choices import OrganisationChoice, OrganisationCombobox
from plaza.network.forms.days import DayField, exactness
from plaza.network.forms.organisations import (
    AliasForm,
    ContactForm,
    MembershipForm,
    MergeForm,
    NewContactsForm,
    NewNamesForm,
    OrganisationForm,
    UnitForm,
)

__all__ = [
    "AliasForm",
    "ContactForm",
    "DayField",
    "MembershipForm",
    "MergeForm",
    "NewContactsForm",
    "NewNamesForm",
    "OrganisationChoice",
    "OrganisationCombobox",
    "OrganisationForm",
    "UnitForm",
    "exactness",
]
