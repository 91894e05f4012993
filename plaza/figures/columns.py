"""What rows show: the head of each column, and a cell in the reader's words."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plaza.activities.models import Headcount
from plaza.activities.states import Stage, State
from plaza.figures.words import number_words
from plaza.library.models import Resource
from plaza.network.countries import country_name
from plaza.network.language_names import language_name
from plaza.programmes.models import Contribution
from plaza.web.periods import date_words
from plaza.web.text import Text

HEADS = {
    "year": gettext_lazy("Year"),
    "state": gettext_lazy("State"),
    "country": gettext_lazy("Country"),
    "member": gettext_lazy("Member"),
    "group": gettext_lazy("Group"),
    "number": gettext_lazy("Number"),
    "overlap": gettext_lazy("In two groups"),
    "printed": gettext_lazy("As printed"),
    "hours": gettext_lazy("Hours"),
    "amount": gettext_lazy("Amount"),
    "currency": gettext_lazy("Currency"),
    "rate": gettext_lazy("Rate"),
    "in_euro": gettext_lazy("In euro"),
    "how_far": gettext_lazy("How far"),
    "day": gettext_lazy("Date"),
    "stage": gettext_lazy("How far"),
    "kind": gettext_lazy("Kind"),
    "language": gettext_lazy("Language"),
    "activities": gettext_lazy("Activities"),
}
LABELS = {
    "activities": gettext_lazy("Activity"),
    "activities_by_members": gettext_lazy("Activity"),
    "countries": gettext_lazy("Country"),
    "host_countries": gettext_lazy("Country"),
    "venue_countries": gettext_lazy("Country"),
    "network_countries": gettext_lazy("Country"),
    "members": gettext_lazy("Organisation"),
    "money": gettext_lazy("Who gives"),
    "cash": gettext_lazy("Who gives"),
    "in_kind": gettext_lazy("Who gives"),
    "outcomes": gettext_lazy("Outcome"),
    "outputs": gettext_lazy("Resource"),
    "works": gettext_lazy("Work"),
    "works_dated": gettext_lazy("Work"),
    "languages": gettext_lazy("Language"),
}
IN_NUMBERS = {"number", "hours", "amount", "rate", "in_euro", "activities"}


def label_head(indicator: str, columns: tuple[str, ...]) -> str:
    """The head of the first column."""
    if indicator in LABELS:
        return str(LABELS[indicator])
    return _("Organisation") if columns == ("country", "member") else _("Activity")


def cell(column: str, value: Any) -> str:
    """One value in the reader's words; empty where nothing is known."""
    if column == "member":
        return _yes_no(value)
    if value in (None, "", False):
        return ""
    return CELLS.get(column, str)(value)


def _yes_no(value: bool | None) -> str:
    return _("not known") if value is None else _("yes") if value else _("no")


def _decimal(value: Any) -> str:
    return number_words(Decimal(str(value)))


CELLS: dict[str, Callable[[Any], str]] = {
    "state": lambda value: str(State(value).label),
    "country": country_name,
    "group": lambda value: str(Text(value)),
    "number": _decimal,
    "activities": _decimal,
    "hours": _decimal,
    "amount": _decimal,
    "rate": _decimal,
    "in_euro": _decimal,
    "overlap": lambda value: str(Headcount.Overlap(value).label),
    "how_far": lambda value: str(Contribution.Stage(value).label),
    "day": lambda value: date_words(dt.date.fromisoformat(value)),
    "stage": lambda value: str(Stage(value).label),
    "kind": lambda value: str(Resource.Kind(value).label),
    "language": language_name,
}
