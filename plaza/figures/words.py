"""Numbers, roles and reasons in the reader's words."""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_decimal
from django.utils.translation import (
    get_language,
    gettext_lazy,
    ngettext,
    npgettext,
    pgettext_lazy,
)
from django.utils.translation import gettext as _

from plaza.activities.models import Involvement
from plaza.figures.indicators.indicator import Indicator
from plaza.figures.models import PublishedFigure
from plaza.figures.values import Reason, Value

ROLES = {
    **{role.value: role.label for role in Involvement.Role},
    "reporting_year": gettext_lazy("Counts for the year"),
    "spoken": gettext_lazy("Held in it"),
    "venue": gettext_lazy("Met there"),
    "member": gettext_lazy("Member"),
    "own_office": gettext_lazy("The network's own office"),
    "basis_named": gettext_lazy("Counted from names"),
    "basis_reported": gettext_lazy("Told by the host"),
    "basis_estimated_reach": gettext_lazy("Estimated"),
    "session_planned": gettext_lazy("As planned"),
    "session_dated": gettext_lazy("By the dates"),
    "study_visit_planned": gettext_lazy("As planned"),
    "study_visit_dated": gettext_lazy("By the dates"),
    "for_activity": gettext_lazy("For"),
    "for_project": gettext_lazy("For"),
    "for_programme": gettext_lazy("For the year's programme"),
    "came_of": gettext_lazy("Came of"),
    "from_activity": gettext_lazy("Came of an activity"),
    "dated": gettext_lazy("Carries the year"),
}

# Words before a printed number that are said in the reader's language; others stay as printed.
QUALIFIERS = {
    "more than": gettext_lazy("more than"),
    "over": gettext_lazy("over"),
    "about": gettext_lazy("about"),
    "almost": gettext_lazy("almost"),
    "at least": gettext_lazy("at least"),
}

PARTS = {
    "delivered": gettext_lazy("delivered"),
    "in_work": gettext_lazy("in work"),
    "promised": gettext_lazy("promised"),
    "member": gettext_lazy("members on the cut-off day"),
    "member_unknown": gettext_lazy("membership not known"),
    "not_member": gettext_lazy("not members"),
}


UNITS = {"h": pgettext_lazy("hours", "h")}

COUNTED: dict[str, Callable[[int], str]] = {
    "activities": lambda n: npgettext("under a number", "activity", "activities", n),
    "members": lambda n: npgettext("under a number", "member", "members", n),
    "organisations": lambda n: npgettext("under a number", "organisation", "organisations", n),
    "countries": lambda n: npgettext("under a number", "country", "countries", n),
}


def number_words(number: Decimal | int) -> str:
    """A number as the reader writes it, without trailing zeros."""
    return _formatted(number, (get_language() or "en").replace("-", "_"))


@lru_cache(maxsize=4096)
def _formatted(number: Decimal | int, language: str) -> str:
    """Kept, because writing one number costs as much as a query."""
    return str(format_decimal(number, locale=language.replace("en", "en_GB", 1)))


def with_unit(number: str, unit: str) -> str:
    """A number with its currency or unit."""
    if not unit:
        return number
    return _("%(number)s %(unit)s") % {"number": number, "unit": str(UNITS.get(unit, unit))}


def counted_words(indicator: Indicator, number: Decimal | int | None) -> str:
    """What a large number counts, in the form that the number asks for."""
    say = COUNTED.get(indicator.key)
    return say(int(number)) if say and number is not None else str(indicator.counts)


def value_words(value: Value) -> str:
    """A value, a range, or nothing when it is not known."""
    if value.number is None:
        return ""
    if value.is_range and value.upper is not None:
        words = _("%(low)s to %(high)s") % {
            "low": number_words(value.number),
            "high": number_words(value.upper),
        }
        return with_unit(words, value.unit)
    return with_unit(number_words(value.number), value.unit)


def printed_words(figure: PublishedFigure) -> str:
    """A figure as printed: its qualifier is part of it."""
    number = with_unit(number_words(figure.number), figure.unit)
    qualifier = QUALIFIERS.get(figure.qualifier.casefold(), figure.qualifier)
    return f"{qualifier} {number}".strip()


def reason_words(reason: Reason) -> str:
    """Why a row counts, the place left out."""
    return str(ROLES.get(reason.role, reason.role))


def note_words(code: str, count: int) -> str:
    """What was left out of a value, or what to know about it, as a sentence."""
    say = NOTES.get(code)
    return say(count) % {"n": number_words(count)} if say else ""


NOTES: dict[str, Callable[[int], str]] = {
    "cancelled": lambda n: ngettext(
        "One cancelled activity is left out.", "%(n)s cancelled activities are left out.", n
    ),
    "not_public": lambda n: ngettext(
        "One of them is not public.", "%(n)s of them are not public.", n
    ),
    "membership_of_host_unknown": lambda n: ngettext(
        "Of one activity we do not know whether a member runs it.",
        "Of %(n)s activities we do not know whether a member runs them.",
        n,
    ),
    "membership_unknown": lambda n: ngettext(
        "Of one we do not know whether it was a member on the day.",
        "Of %(n)s we do not know whether they were members on the day.",
        n,
    ),
    "not_members": lambda n: ngettext(
        "One organisation involved was not a member.",
        "%(n)s organisations involved were not members.",
        n,
    ),
    "secretariat_left_out": lambda _n: _(
        "The network's own office is left out: no membership of it is recorded."
    ),
    "secretariat_counted": lambda _n: _("The network's own office is one of them."),
    "countries_only": lambda n: ngettext(
        "One country is named without an organisation.",
        "%(n)s countries are named without an organisation.",
        n,
    ),
    "without_country": lambda n: ngettext(
        "One organisation has no country.", "%(n)s involvements have no country.", n
    ),
    "without_language": lambda n: ngettext(
        "Of one activity the language is not written down.",
        "Of %(n)s activities the language is not written down.",
        n,
    ),
    "shared_groups": lambda n: ngettext(
        "In one activity groups may share people.",
        "In %(n)s activities groups may share people.",
        n,
    ),
    "without_headcount": lambda n: ngettext(
        "One activity has no headcount yet.", "%(n)s activities have no headcount yet.", n
    ),
    "open_ended": lambda n: ngettext(
        "One activity meets regularly without a number; that is left out.",
        "%(n)s activities meet regularly without a number; that is left out.",
        n,
    ),
    "postponed": lambda n: ngettext("One of them is postponed.", "%(n)s of them are postponed.", n),
    "without_length": lambda n: ngettext(
        "Of one session the length is not known.",
        "Of %(n)s sessions the length is not known.",
        n,
    ),
    "without_rate": lambda n: ngettext(
        "One amount in another currency has no rate and is left out of the sum.",
        "%(n)s amounts in other currencies have no rate and are left out of the sum.",
        n,
    ),
    "pledged": lambda n: ngettext(
        "One amount is only pledged and does not count yet.",
        "%(n)s amounts are only pledged and do not count yet.",
        n,
    ),
    "undivided": lambda n: ngettext(
        "One total of a longer span cannot be divided and is left out.",
        "%(n)s totals of longer spans cannot be divided and are left out.",
        n,
    ),
    "balance": lambda n: ngettext(
        "One total known without its rows is part of it.",
        "%(n)s totals known without their rows are part of it.",
        n,
    ),
}
