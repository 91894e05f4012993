"""Who was a member on which day, as far as anybody knows."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plaza.network.models import Membership, Organisation
from plaza.network.queries.itself import the_network
from plaza.network.times import Time, standing


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
    numbers = [one.pk for one in organisations]
    found = standings(day, numbers)
    return {pk: found.get(pk) for pk in numbers}


def standings(day: dt.date, others: Iterable[int] = ()) -> dict[int, bool | None]:
    """Whoever has a membership with the answer for a day; two questions.

    Where the list of members is complete, the others are known to be none. This is the one rule
    by which pages and figures say who is a member.
    """
    found: dict[int, list[Time]] = defaultdict(list)
    for number, *time in Membership.objects.order_by().values_list(
        "organisation_id", "from_on", "until_on", "known_on"
    ):
        found[number].append(Time(*time))
    is_complete = list_is_complete(day)
    if is_complete:
        found |= {number: [] for number in others if number not in found}
    today = timezone.localdate()
    return {pk: standing(times, day, today, is_complete=is_complete) for pk, times in found.items()}


def list_is_complete(day: dt.date) -> bool:
    """Whether every member of a day is recorded, so that all others were none."""
    complete = the_network().members_complete_from
    return complete is not None and complete <= day


def membership_words(memberships: Iterable[Membership], today: dt.date) -> list[str]:
    """Each membership as a sentence, the latest first."""
    rows = sorted(memberships, key=lambda one: one.until_on or dt.date.max, reverse=True)
    return [_in_words(one, today) for one in rows]


def _surely_covers(day: dt.date) -> Q:
    starts = Q(from_on__lte=day) | Q(from_on__isnull=True, known_on__lte=day)
    starts |= Q(from_on__isnull=True, known_on__isnull=True, until_on=day)
    if day >= timezone.localdate():
        starts |= Q(from_on__isnull=True)
    return starts & (Q(until_on__isnull=True) | Q(until_on__gte=day))


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
