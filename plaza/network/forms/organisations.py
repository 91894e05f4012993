"""Forms of an organisation and of its parts."""

import re
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from plaza.network.actions.merging import CHOICES
from plaza.network.countries import country_choices, valid_country
from plaza.network.forms.choices import OrganisationChoice
from plaza.network.forms.days import DayField
from plaza.network.models import Membership, Organisation
from plaza.network.queries.merging import categories_in_question
from plaza.web.models import Visibility
from plaza.web.text import Text
from plaza.web.widgets import TextInLanguages

_BETWEEN = re.compile(r"[\s<>(),;]+")
_EMPTY = re.compile(r"<\s?>|\(\s?\)")
LONGEST_LINE = 400


class OrganisationForm(forms.Form):
    """What is known of an organisation itself."""

    name = TextInLanguages(
        label=_("Name"),
        help_text=_("As it calls itself. Write it in the languages in which you know it."),
    )
    short_name = forms.CharField(label=_("Short name"), max_length=60, required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("Not known")), *Organisation.Kind.choices], required=False
    )
    country = forms.ChoiceField(label=_("Country"), required=False)
    city = forms.CharField(label=_("City"), max_length=120, required=False)
    website = forms.URLField(
        label=_("Website"), max_length=500, required=False, assume_scheme="https"
    )
    about = TextInLanguages(label=_("In a few sentences"), required=False, long=True)
    visibility = forms.ChoiceField(
        label=_("Who sees it"),
        choices=Visibility.choices,
        initial=Visibility.PUBLIC,
        help_text=_(
            "Whoever does not see it reads “An organisation in …” wherever it plays a part."
        ),
    )
    is_secretariat = forms.BooleanField(
        label=_("It is the network's own office"),
        help_text=_("Figures count it among the members only if it is a member itself."),
        required=False,
    )

    FIELDS = (*CHOICES, "is_secretariat")

    def __init__(self, *args: Any, organisation: Organisation | None = None, **kwargs: Any) -> None:
        if organisation is not None:
            held = {name: getattr(organisation, name) for name in self.FIELDS}
            kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = country_choices()  # type: ignore[attr-defined]

    def clean_country(self) -> str:
        """A country's code, or nothing."""
        valid_country(self.cleaned_data["country"])
        return str(self.cleaned_data["country"])


class AliasForm(forms.Form):
    """One other name."""

    name = forms.CharField(label=_("Other name"), max_length=300)
    language = forms.CharField(
        label=_("Language"),
        max_length=35,
        required=False,
        widget=forms.TextInput(attrs={"class": "input--short", "placeholder": "uk"}),
    )


class NewNamesForm(forms.Form):
    """Other names, one in each line."""

    names = forms.CharField(
        label=_("Add other names, one in each line"), widget=forms.Textarea(attrs={"rows": 1})
    )

    def clean_names(self) -> tuple[str, ...]:
        """The lines, without empty ones."""
        lines = tuple(_lines(self.cleaned_data["names"]))
        if any(len(line) > 300 for line in lines):
            raise ValidationError(_("A name has at most 300 letters."))
        return lines


class MembershipForm(forms.Form):
    """One time of being a member."""

    category = forms.ChoiceField(
        label=_("Category"),
        choices=Membership.Category.choices,
        initial=Membership.Category.FULL,
    )
    from_on = DayField(label=_("From"), required=False)
    until_on = DayField(label=_("Until"), required=False, last=True)
    known_on = DayField(label=_("Named as one on"), required=False)
    basis = forms.CharField(label=_("How we know"), max_length=300, required=False)


class ContactForm(forms.Form):
    """Whom to ask."""

    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    mail = forms.EmailField(label=_("Mail"), required=False)
    valid_from = DayField(label=_("From"), required=False)
    valid_until = DayField(label=_("Until"), required=False, last=True)
    is_public = forms.BooleanField(label=_("Shown to everybody"), required=False)


class NewContactsForm(forms.Form):
    """Contacts, one in each line: a name, an address, or both."""

    contacts = forms.CharField(
        label=_("Add contacts, one in each line"),
        help_text=_("For example: Mila Horvat, mila@academy.example"),
        widget=forms.Textarea(attrs={"rows": 1}),
    )

    def clean_contacts(self) -> tuple[dict[str, str], ...]:
        """Each line taken apart into a name and an address."""
        lines = _lines(self.cleaned_data["contacts"])
        if any(len(line) > LONGEST_LINE for line in lines):
            raise ValidationError(_("One line is very long. Write one contact on each line."))
        return tuple(_contact(line) for line in lines)


class UnitForm(forms.Form):
    """An organisation that is a part of this one."""

    unit = OrganisationChoice(label=_("Add a unit"))


class OtherForm(forms.Form):
    """The record that stays when two become one."""

    into = OrganisationChoice(label=_("Which record is the same organisation?"))

    def __init__(self, *args: Any, goes: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goes = goes

    def clean_into(self) -> Organisation:
        """Another organisation than the one that goes."""
        into: Organisation = self.cleaned_data["into"]
        if into.pk == self.goes.pk:
            raise ValidationError(_("This is the same record. Choose the other one."))
        return into


class Line(NamedTuple):
    """One field of two records side by side; without boxes both say the same."""

    label: str
    stays: str
    goes: str
    stays_box: Any
    goes_box: Any


class MergeForm(forms.Form):
    """Which value of two records stays, field by field."""

    def __init__(self, *args: Any, goes: Organisation, stays: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goes, self.stays = goes, stays
        for name in self.differing:
            self.fields[name] = forms.ChoiceField(
                label=_label(name),
                choices=[("stays", stays), ("goes", goes)],
                widget=forms.RadioSelect,
                initial="stays" if getattr(stays, name) else "goes",
            )
        if asked := categories_in_question(goes, stays):
            labels = [(one, Membership.Category(one).label) for one in asked]
            self.fields["category"] = forms.ChoiceField(
                label=_("Both were members in the same time. As what?"),
                choices=labels,
                widget=forms.RadioSelect,
            )

    @property
    def differing(self) -> list[str]:
        """Fields in which the two say different things."""
        return [name for name in CHOICES if getattr(self.goes, name) != getattr(self.stays, name)]

    @property
    def lines(self) -> list[Line]:
        """The table: what both say, and where they differ the two boxes."""
        return [self._line(name) for name in CHOICES]

    def _line(self, name: str) -> Line:
        boxes = list(self[name]) if name in self.differing else [None, None]
        stays, goes = (_words(one, name) for one in (self.stays, self.goes))
        return Line(_label(name), stays, goes, boxes[0], boxes[1])

    def chosen(self) -> dict[str, Any]:
        """The values that are taken over from the record that goes, and the one category."""
        keep = {
            name: getattr(self.goes, name)
            for name in self.differing
            if self.cleaned_data[name] == "goes"
        }
        return {"keep": keep, "category": self.cleaned_data.get("category", "")}


def _label(name: str) -> str:
    return capfirst(str(Organisation._meta.get_field(name).verbose_name))  # type: ignore[union-attr]


def _words(organisation: Organisation, name: str) -> str:
    value = getattr(organisation, name)
    if isinstance(value, Text):
        return " / ".join(value.values())
    if name == "country":
        return organisation.country_name
    display = getattr(organisation, f"get_{name}_display", None)
    return str(display() if display else value)


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _contact(line: str) -> dict[str, str]:
    mail = next((word for word in _BETWEEN.split(line) if "@" in word), "")
    if mail:
        validate_email(mail)
    name = _EMPTY.sub(" ", line.replace(mail, "") if mail else line).strip(" ,;:<>()\t-–")
    return {"name": " ".join(name.split())[:200], "mail": mail}
