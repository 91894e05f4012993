"""The network on a map: countries of members, and of organisations that are none."""

from collections import Counter
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.network.countries import country_name
from plaza.network.queries.facets import Line
from plaza.network.queries.organisations import DirectoryFilter
from plaza.web.maps.drawing import europe_map


class Place(NamedTuple):
    """One country: how many organisations, how many of them are members."""

    code: str
    name: str
    organisations: int
    members: int
    url: str


class DirectoryMap(NamedTuple):
    """The picture and the table behind it."""

    picture: SafeString
    places: list[Place]
    without_country: int


def directory_map(lines: list[Line], narrow: DirectoryFilter) -> DirectoryMap | None:
    """Where the organisations of the list are; None where no country is known."""
    left = [line for line in lines if line.fits(narrow)]
    whole = Counter(line.country for line in left)
    members = Counter(line.country for line in left if line.is_member)
    places = [
        Place(code, country_name(code), count, members[code], f"?country={code}")
        for code, count in whole.items()
        if code
    ]
    if not places:
        return None
    places.sort(key=lambda place: place.name)
    return DirectoryMap(_picture(places), places, whole[""])


def _picture(places: list[Place]) -> SafeString:
    countries = ngettext(
        "Organisations in %(number)s country.",
        "Organisations in %(number)s countries.",
        len(places),
    ) % {"number": len(places)}
    drawn = europe_map(
        {place.code: "host" if place.members else "shared" for place in places},
        labels={place.code: place.name for place in places},
        title=_("The network on a map"),
        description=f"{countries} {_('The table below names them.')}",
        uid="network-map",
    )
    return mark_safe(drawn)
