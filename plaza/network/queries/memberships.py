"""Who was a member on which day, as far as anybody knows."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plaza.network.models import Membership, Organisation
from plaza.network.queries.itself import the_network


def members_on(day: dt.date) -> QuerySet[Organisation]:
    """Organisations of which it is known that they were members on a day."""
    covering = Membership.objects.filter(_surely_covers(day))
    return Organisation.objects.filter(
        pk__in=covering.values("organisation"), merged_into__isnull=True
    )


def was_member(organisation: Organisation, day: dt.date) -> bool | None:
    """Whether an organisation was a member on a day; None where nobody knows.

    Without any membership the answer is no only from the day on which the network's list of
    members is complete.
    """
    return standing_on(day, [organisation])[organisation.pk]


def standing_on(day: dt.date, organisations: Iterable[Organisation]) -> dict[int, bool | None]:
    """The same for many organisations at once."""
    found: dict[int, list[Membership]] = {one.pk: [] for one in organisations}
    for membership in Membership.objects.filter(organisation__in=list(found)):
        found[membership.organisation_id].append(membership)
    complete = the_network().members_complete_from
    is_complete = complete is not None and complete <= day
    return {pk: _standing(rows, day, is_complete) for pk, rows in found.items()}


def membership_words(memberships: Iterable[Membership], today: dt.date) -> list[str]:
    """Each membership as a sentence, the latest first."""
    rows = sorted(memberships, key=lambda one: one.until_on or dt.date.max, reverse=True)
    return [_in_words(one, today) for one in rows]


def first_known_day(membership: Membership) -> dt.date | None:
    """The first day from which a membership is known to have lasted."""
    return membership.from_on or membership.known_on or membership.until_on


def _surely_covers(day: dt.date) -> Q:
    starts = Q(from_on__lte=day) | Q(from_on__isnull=True, known_on__lte=day)
    starts |= Q(from_on__isnull=True, known_on__isnull=True, until_on=day)
    return starts & (Q(until_on__isnull=True) | Q(until_on__gte=day))


def _standing(rows: list[Membership], day: dt.date, is_complete: bool) -> bool | None:
    if not rows:
        return False if is_complete else None
    answers = {_covers(one, day) for one in rows}
    if True in answers:
        return True
    return None if None in answers else False


def _covers(membership: Membership, day: dt.date) -> bool | None:
    if membership.until_on is not None and membership.until_on < day:
        return False
    if membership.from_on is not None:
        return membership.from_on <= day
    known = first_known_day(membership)
    return True if known is not None and known <= day else None


def _in_words(membership: Membership, today: dt.date) -> str:
    category = membership.get_category_display()
    since, until = membership.from_on, membership.until_on
    words = {
        "category": category,
        "since": date_format(since, "E Y") if since else "",
        "until": date_format(until, "E Y") if until else "",
        "known": date_format(membership.known_on, "j E Y") if membership.known_on else "",
    }
    if since and since > today:
        return _("%(category)s from %(since)s on") % words
    if until and until < today:
        if since:
            return _("%(category)s from %(since)s to %(until)s") % words
        return _("%(category)s until %(until)s") % words
    if since and until:
        return _("%(category)s since %(since)s, until %(until)s") % words
    if since:
        return _("%(category)s since %(since)s") % words
    if membership.known_on:
        return _("%(category)s on %(known)s; since when is not handed in") % words
    return _("%(category)s; since when is not handed in") % words
