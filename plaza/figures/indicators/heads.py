"""People by basis and by what was counted; none of these figures is ever added to another."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from plaza.figures.indicators.indicator import Basis, Indicator
from plaza.figures.indicators.people import people

COLUMNS = ("group", "number", "overlap", "printed", "year")
COUNTS = {
    "persons": _("persons"),
    "attendances": _("attendances"),
    "unknown": _("persons or attendances"),
}


def _heads(key: str, basis: Basis, counted: str, name: Any, definition: Any) -> Indicator:
    return Indicator(
        key=key,
        name=name,
        definition=definition,
        counts=COUNTS[counted],
        how=people(basis.value, counted),
        columns=COLUMNS,
        basis=basis,
    )


PEOPLE = (
    _heads(
        "participants",
        Basis.REPORTED,
        "persons",
        _("Participants"),
        _(
            "Persons told by hosts, added over activities; who came to two activities is in both. "
            "Groups that may share people give a range."
        ),
    ),
    _heads(
        "participants_unclear",
        Basis.REPORTED,
        "unknown",
        _("Participants or attendances, not said"),
        _("Headcounts told by hosts who did not say what they counted."),
    ),
    _heads(
        "attendances",
        Basis.REPORTED,
        "attendances",
        _("Attendances"),
        _("Visits to sessions told by hosts; one person can be many of them."),
    ),
    _heads(
        "participants_named",
        Basis.NAMED,
        "persons",
        _("Participants known by name"),
        _("Persons counted from lists of names, added over activities."),
    ),
    _heads(
        "named_unclear",
        Basis.NAMED,
        "unknown",
        _("Names on lists, persons or attendances not said"),
        _("Names on lists of which nobody said whether a person stands on them once."),
    ),
    _heads(
        "attendances_named",
        Basis.NAMED,
        "attendances",
        _("Attendances from lists of names"),
        _("Visits to sessions counted from lists of names; one person can be many of them."),
    ),
    _heads(
        "reach",
        Basis.ESTIMATED,
        "persons",
        _("Estimated reach"),
        _("Persons reached beyond those who took part, as somebody estimated it."),
    ),
    _heads(
        "reach_unclear",
        Basis.ESTIMATED,
        "unknown",
        _("Estimated reach, persons or contacts not said"),
        _("An estimate of which nobody said whether it counts persons or contacts."),
    ),
    _heads(
        "reach_contacts",
        Basis.ESTIMATED,
        "attendances",
        _("Estimated contacts"),
        _("Contacts beyond those who took part, as somebody estimated them."),
    ),
)
