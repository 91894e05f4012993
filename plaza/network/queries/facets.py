"""By what the directory can be narrowed down, with how many organisations each leaves."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from plaza.network.countries import country_name
from plaza.network.models import Organisation
from plaza.network.queries.memberships import members_on
from plaza.network.queries.organisations import DirectoryFilter, visible_organisations
from plaza.web.facets import Chip, Choice, Facet


class Line(NamedTuple):
    """What is counted of one organisation."""

    country: str
    kind: str
    is_member: bool

    def fits(self, narrow: DirectoryFilter) -> bool:
        """Whether it is left by the boxes that are chosen."""
        return (
            (not narrow.countries or self.country in narrow.countries)
            and (not narrow.kinds or self.kind in narrow.kinds)
            and (not narrow.members or self.is_member)
        )


def outline(viewer: Any, narrow: DirectoryFilter, today: dt.date) -> list[Line]:
    """What a viewer sees that holds the words, whatever else is chosen; two questions."""
    found = visible_organisations(viewer)
    if narrow.words:
        found = found.filter(pk__in=narrow.holding)
    members = set(members_on(today).values_list("pk", flat=True))
    rows = found.order_by().values_list("pk", "country", "kind")
    return [Line(country, kind, pk in members) for pk, country, kind in rows]


def facets(lines: list[Line], narrow: DirectoryFilter) -> list[Facet]:
    """The boxes; each counts as if nothing else of its own facet were chosen."""
    left = [line for line in lines if line.fits(replace(narrow, members=False))]
    members = Choice("now", _("Members now"), sum(one.is_member for one in left), narrow.members)
    return [
        Facet("member", _("Membership"), [members]),
        Facet("kind", _("Kind"), _kinds(lines, narrow)),
        Facet("country", _("Country"), _countries(lines, narrow)),
    ]


def chips(narrow: DirectoryFilter) -> list[Chip]:
    """What is chosen, each with the way to take it away."""
    found = []
    if narrow.words:
        found.append(Chip(f"“{narrow.words}”", _address(replace(narrow, words=""))))
    if narrow.members:
        found.append(Chip(_("Members now"), _address(replace(narrow, members=False))))
    for kind in narrow.kinds:
        rest = replace(narrow, kinds=_without(narrow.kinds, kind))
        found.append(Chip(str(Organisation.Kind(kind).label), _address(rest)))
    for code in narrow.countries:
        rest = replace(narrow, countries=_without(narrow.countries, code))
        found.append(Chip(country_name(code), _address(rest)))
    return found


def _kinds(lines: list[Line], narrow: DirectoryFilter) -> list[Choice]:
    free = replace(narrow, kinds=())
    counts = Counter(line.kind for line in lines if line.fits(free))
    return [
        Choice(kind.value, str(kind.label), counts[kind.value], kind.value in narrow.kinds)
        for kind in Organisation.Kind
        if counts[kind.value] or kind.value in narrow.kinds
    ]


def _countries(lines: list[Line], narrow: DirectoryFilter) -> list[Choice]:
    free = replace(narrow, countries=())
    counts = Counter(line.country for line in lines if line.fits(free) and line.country)
    codes = sorted({*counts, *narrow.countries}, key=country_name)
    return [
        Choice(code, country_name(code), counts[code], code in narrow.countries) for code in codes
    ]


def _without(chosen: Iterable[str], one: str) -> tuple[str, ...]:
    return tuple(other for other in chosen if other != one)


def _address(narrow: DirectoryFilter) -> str:
    return "?" + narrow.query().rstrip("&")
