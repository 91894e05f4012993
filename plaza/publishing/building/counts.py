"""Who took part, in numbers and words; groups stand side by side and are never added."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from plaza.activities.models import Activity
from plaza.activities.models import Headcount as Count
from plaza.activities.states import State
from plaza.figures.words import number_words
from plaza.publishing.book.data import Group, Headcount, Kind, People
from plaza.publishing.building.material import Entry, Material

KINDS: dict[str, Kind] = {
    Count.Counted.PERSONS: "persons",
    Count.Counted.ATTENDANCES: "attendances",
    Count.Counted.UNKNOWN: "unknown",
}


def people(material: Material) -> People | None:
    """The page on who took part, the largest number first; nothing where nobody was counted."""
    rows = [headcount(entry, entry.short_title) for entry in material.entries]
    if not any(row.groups for row in rows):
        return None
    rows.sort(key=lambda row: -max((group.dots for group in row.groups), default=-1))
    return People(
        heading=_("Who took part"),
        lead=_(
            "One dot for each person or attendance, as each host told it. The numbers are not added"
            " up: hosts count in different ways."
        ),
        rows=tuple(rows),
    )


def headcount(entry: Entry, title: str) -> Headcount:
    """One activity's numbers, and a sentence about what kind of numbers they are."""
    counts = [one for one in entry.activity.headcounts.all() if one.basis != Count.Basis.ESTIMATED]
    groups = tuple(
        Group(number_words(one.number), one.number, KINDS[one.counted]) for one in counts
    )
    return Headcount(
        title=title,
        groups=groups,
        sentence=kind_sentence(counts) if counts else _nothing_counted(entry.activity),
        detail=_and([f"{number_words(one.number)} {one.group}" for one in counts if one.group]),
    )


def kind_sentence(counts: Sequence[Count]) -> str:
    """What kind of number it is, in one sentence."""
    if any(one.counted == Count.Counted.UNKNOWN for one in counts):
        return _("The source does not say whether these are people or attendances.")
    if len(counts) > 1 and any(one.overlap == Count.Overlap.UNKNOWN for one in counts):
        return _(
            "The groups are as the host told them. Whether someone was in both is not recorded,"
            " so they are not added."
        )
    if all(one.basis == Count.Basis.NAMED for one in counts):
        return _("Counted from names.")
    if any(one.counted == Count.Counted.ATTENDANCES for one in counts):
        return _("Attendances as the host told them; one person may count more than once.")
    return _("As the host told it.")


def _nothing_counted(activity: Activity) -> str:
    if activity.state in {State.POSTPONED, State.PLANNED}:
        return _("It has not taken place yet.")
    return _("No number was handed in.")


def _and(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("%(first)s and %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}
