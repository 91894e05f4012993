"""Who took part: organisations by role, and numbers of people that are never added up."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.activities.models import Headcount, Involvement
from plaza.web.pictures.dots import dots

DOTS = ("lit", "now", "past", "unknown", "empty")


@dataclass(frozen=True)
class Counted:
    """Numbers of one kind on one basis: their dots, and what they say."""

    picture: SafeString
    sentence: str
    notes: list[str]


@dataclass(frozen=True)
class Party:
    """Who plays one role."""

    role: str
    people: list[Involvement]


def counted_of(headcounts: list[Headcount]) -> list[Counted]:
    """Groups stand side by side; nothing is added up."""
    order = sorted(headcounts, key=lambda one: (one.basis, one.counted, one.position, one.pk))
    return [_group(list(rows)) for _key, rows in groupby(order, lambda h: (h.basis, h.counted))]


def _group(rows: list[Headcount]) -> Counted:
    told = [
        _("%(number)s %(group)s") % {"number": row.number, "group": row.group}
        if row.group
        else str(row.number)
        for row in rows
    ]
    basis = {
        Headcount.Basis.NAMED: _("counted from names"),
        Headcount.Basis.REPORTED: _("as the host reported"),
        Headcount.Basis.ESTIMATED: _("an estimate of whom it reached"),
    }[Headcount.Basis(rows[0].basis)]
    sentence = _("%(numbers)s, %(basis)s.") % {"numbers": _and(told), "basis": basis}
    pairs = [(DOTS[i % len(DOTS)], row.number) for i, row in enumerate(rows)]
    return Counted(dots(pairs, label=sentence), sentence, _notes(rows))


def _notes(rows: list[Headcount]) -> list[str]:
    notes = []
    if rows[0].counted == Headcount.Counted.UNKNOWN:
        notes.append(_("Whether these are persons or the same people several times is not said."))
    elif rows[0].counted == Headcount.Counted.ATTENDANCES:
        notes.append(_("These are attendances: who came twice is counted twice."))
    if len(rows) > 1:
        overlaps = {row.overlap for row in rows}
        if Headcount.Overlap.SOME in overlaps:
            notes.append(_("Some people are in two groups, so we do not add them up."))
        elif Headcount.Overlap.UNKNOWN in overlaps:
            notes.append(
                _("We do not know whether anyone is in two groups, so we do not add them up.")
            )
        else:
            notes.append(_("Nobody is in two groups."))
    return notes


def _and(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def parties_of(involved: list[Involvement]) -> list[Party]:
    """Organisations by the role they play, in the order of the roles."""
    found = []
    for role in Involvement.Role:
        people = [one for one in involved if one.role == role and one.organisation is not None]
        if people:
            found.append(Party(_role_words(role, len(people)), people))
    return found


def _role_words(role: Involvement.Role, count: int) -> str:
    words = {
        Involvement.Role.APPLICANT: ngettext("Applicant", "Applicants", count),
        Involvement.Role.CO_APPLICANT: ngettext("Co-applicant", "Co-applicants", count),
        Involvement.Role.HOST: ngettext("Host", "Hosts", count),
        Involvement.Role.CO_HOST: ngettext("Co-host", "Co-hosts", count),
        Involvement.Role.ORGANISER: ngettext("Organiser", "Organisers", count),
        Involvement.Role.PARTNER: ngettext("Partner", "Partners", count),
        Involvement.Role.GUEST: ngettext("Guest", "Guests", count),
        Involvement.Role.PARTICIPANT: _("Took part"),
        Involvement.Role.FUNDER: _("Funded by"),
    }
    return words[role]
