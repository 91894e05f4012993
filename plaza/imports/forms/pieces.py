"""Editors of values that are rows of their own: people, parties, places, plans, results."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from plaza.activities.models import Headcount, Mode
from plaza.activities.states import Stage
from plaza.imports.forms.editors import Editor, Json, LongWords
from plaza.network.countries import country_choices
from plaza.web.periods import FIRST_YEAR, LAST_YEAR
from plaza.web.widgets import Combobox

SUGGESTIONS: Any = reverse_lazy("network:suggest")


class HeadcountEditor(Editor):
    """How many people of which group."""

    number = forms.IntegerField(label=_("Number"), min_value=0)
    group = forms.CharField(label=_("Group"), max_length=200, required=False)
    counted = forms.ChoiceField(label=_("What was counted"), choices=Headcount.Counted.choices)

    def opened(self, value: Json) -> dict[str, Any]:
        return {"group": "", "counted": "unknown"} | {
            name: value[name] for name in ("number", "group", "counted") if value.get(name)
        }

    def value(self) -> Json:
        return {**self.item.value, **self.cleaned_data, "group": self.cleaned_data["group"] or None}


class PartyEditor(Editor):
    """An organisation by its name; a name that is known means that organisation."""

    name = forms.CharField(
        label=_("Organisation"),
        max_length=300,
        widget=Combobox(source="/desk/organisations/suggest/"),
    )

    def opened(self, value: Json) -> dict[str, Any]:
        return {"name": value["name"] if isinstance(value, Mapping) else value}

    def value(self) -> Json:
        if not isinstance(self.item.value, Mapping):
            return self.cleaned_data["name"]
        return {**self.item.value, "name": self.cleaned_data["name"], "split": "certain"}


class CountryEditor(Editor):
    """A country."""

    code = forms.ChoiceField(label=_("Country"), choices=country_choices)

    def opened(self, value: Json) -> dict[str, Any]:
        return {"code": (value or {}).get("code") or ""}


class VenueEditor(Editor):
    """Where people met."""

    online = forms.BooleanField(label=_("Online"), required=False)
    city = forms.CharField(label=_("City"), max_length=120, required=False)
    country = forms.ChoiceField(label=_("Country"), choices=country_choices, required=False)

    def opened(self, value: Json) -> dict[str, Any]:
        known = super().opened(value)
        return {
            "online": bool(known.get("online")),
            "city": known.get("city") or "",
            "country": known.get("country") or "",
        }


class PlanEditor(Editor):
    """How many sessions of which length, and where."""

    count = forms.IntegerField(label=_("How many"), min_value=1, required=False)
    hours = forms.DecimalField(label=_("Hours each"), min_value=0, required=False)
    mode = forms.ChoiceField(label=_("Where"), choices=Mode.choices)
    country = forms.ChoiceField(label=_("Country"), choices=country_choices, required=False)

    def opened(self, value: Json) -> dict[str, Any]:
        mode = {"webinar": "online", None: ""}.get(value.get("mode"), value.get("mode"))
        return {
            "count": value.get("count"),
            "hours": value.get("hours"),
            "mode": mode,
            "country": value.get("country") or "",
        }

    def value(self) -> Json:
        hours = self.cleaned_data["hours"]
        told = {**self.cleaned_data, "hours": float(hours) if hours else None}
        return {**self.item.value, **told}


class ResultEditor(Editor):
    """An outcome or a resource, and how far it is."""

    wide = True
    text = LongWords(label=_("Words"), widget=forms.Textarea(attrs={"rows": 3}))
    stage = forms.ChoiceField(label=_("How far"), choices=Stage.choices)

    def opened(self, value: Json) -> dict[str, Any]:
        return {"text": value["text"], "stage": value["stage"]}


class LinkEditor(Editor):
    """A web address and what it is called."""

    url = forms.CharField(label=_("Address"), max_length=1000)
    label = forms.CharField(label=_("Label"), max_length=300, required=False)

    def opened(self, value: Json) -> dict[str, Any]:
        return {"url": value["url"], "label": value.get("label") or ""}


class ContactEditor(Editor):
    """Whom to ask."""

    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    mail = forms.EmailField(label=_("Mail"), required=False)

    def opened(self, value: Json) -> dict[str, Any]:
        return {"name": value.get("name") or "", "mail": value.get("mail") or ""}


class TitledEditor(Editor):
    """A part of a package, or a strand of a project, by its title."""

    title = forms.CharField(label=_("Title"), max_length=300)

    def opened(self, value: Json) -> dict[str, Any]:
        return {"title": value["title"]}


class ExpectedEditor(Editor):
    """How many people are expected."""

    number = forms.IntegerField(label=_("Number"), min_value=0)

    def opened(self, value: Json) -> dict[str, Any]:
        return {"number": value["number"]}


class LimitEditor(Editor):
    """The most that may come."""

    max = forms.IntegerField(label=_("At most"), min_value=1, required=False)
    min = forms.IntegerField(label=_("At least"), min_value=1, required=False)

    def opened(self, value: Json) -> dict[str, Any]:
        return {"max": value.get("max"), "min": value.get("min")}


class YearsEditor(Editor):
    """The years a number speaks of."""

    first = forms.IntegerField(label=_("From the year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    last = forms.IntegerField(label=_("To the year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
