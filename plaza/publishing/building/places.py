"""The map and the time line of a year."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.activities.models import Activity
from plaza.activities.queries.maps import Place, places_of
from plaza.activities.states import State
from plaza.network.countries import country_name
from plaza.publishing.book.data import Bar, CountryRow, MapPage, Role, TimeLine
from plaza.publishing.building.material import Material


def map_page(material: Material) -> MapPage | None:
    """The countries of the year on a map, with a table that says the same."""
    places = places_of(entry.activity for entry in material.entries)
    if not places:
        return None
    numbers = {entry.activity.pk: entry.number for entry in material.entries}
    return MapPage(
        heading=_("Where peers come from"),
        lead=_lead(material, places),
        description=_("Map of the countries involved. The table below it says the same: %(list)s.")
        % {"list": "; ".join(f"{place.name}: {place.role_words}" for place in places)},
        roles=roles_of(places),
        names={place.code: country_name(place.code) for place in places},
        legend={
            "host": _("Host of an activity"),
            "cohost": _("Co-host"),
            "shared": _("Named as taking part"),
            "waiting": _("Waits for a new date"),
        },
        rows=tuple(
            CountryRow(
                place.name,
                place.role_words,
                ", ".join(sorted((numbers[pk] for pk in place.numbers), key=int)),
            )
            for place in places
        ),
        note=_("Country shapes: Natural Earth, public domain."),
    )


def roles_of(places: list[Place]) -> dict[str, Role]:
    """`{country: role}` as the press draws it."""
    known: dict[str, Role] = {
        "host": "host",
        "cohost": "cohost",
        "shared": "shared",
        "waiting": "waiting",
    }
    return {place.code: known[place.role] for place in places}


def time_line(material: Material) -> TimeLine | None:
    """The year's activities in order of their start."""
    entries = sorted(
        material.entries,
        key=lambda e: (e.activity.starts_on is None, str(e.activity.starts_on), int(e.number)),
    )
    bars = tuple(
        Bar(
            title=entry.short_title,
            number=entry.number,
            span=span,
            when=when_words(entry.activity),
            remark=_remark(entry.activity),
        )
        for entry in entries
        if (span := material.span(entry.activity)) is not None
    )
    if not bars:
        return None
    return TimeLine(
        heading=_("When it happened"),
        lead=_time_lead([entry.activity for entry in entries]),
        description=_("Time line of the activities. The table below it says the same: %(list)s.")
        % {"list": "; ".join(f"{bar.title}: {bar.when}" for bar in bars)},
        bars=bars,
        note=_("An activity belongs to %(year)s by decision of the network, not by its dates.")
        % {"year": material.overview.year},
    )


def when_words(activity: Activity) -> str:
    """When it was, or that it waits or was called off."""
    if activity.state == State.POSTPONED:
        if activity.new_date_note:
            return _("Postponed: %(new)s") % {"new": activity.new_date_note}
        return _("Postponed. The new date is not set yet.")
    return activity.when[:1].upper() + activity.when[1:] or _("The dates were not handed in.")


def _remark(activity: Activity) -> str:
    if activity.state == State.POSTPONED:
        return _("postponed")
    return _("goes on") if activity.open_end else ""


def _lead(material: Material, places: list[Place]) -> str:
    named = ngettext(
        "%(count)s country is named in the records.",
        "%(count)s countries are named in the records.",
        len(places),
    ) % {"count": len(places)}
    online = sum(entry.activity.is_online for entry in material.entries)
    if not online:
        return named
    met = ngettext(
        "%(count)s activity of %(all)s met online.",
        "%(count)s activities of %(all)s met online.",
        online,
    ) % {"count": online, "all": len(material.entries)}
    return f"{named} {met}"


def _time_lead(activities: list[Activity]) -> str:
    dated = [one for one in activities if one.starts_on and one.state != State.POSTPONED]
    words = []
    if dated:
        first = min(dated, key=lambda one: str(one.starts_on))
        when = first.when.rstrip(".")  # a Ukrainian year ends with a full stop of its own
        words.append(_("The first activity: %(when)s.") % {"when": when})
    going_on = sum(one.open_end for one in dated)
    if going_on:
        words.append(
            ngettext("%(count)s has no end date.", "%(count)s have no end date.", going_on)
            % {"count": going_on}
        )
    waiting = sum(one.state == State.POSTPONED for one in activities)
    if waiting:
        words.append(
            ngettext("%(count)s is postponed.", "%(count)s are postponed.", waiting)
            % {"count": waiting}
        )
    return " ".join(words)
