"""After a merge the memberships of both are told once, and no two of them share a day."""

import datetime as dt
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plaza.network.actions import merge_organisation, record_membership
from plaza.network.times import Time, joined, overlap, together
from plaza.web.refusals import Refused

DAY = dt.date(2010, 1, 1)
DAYS = st.none() | st.integers(0, 60).map(lambda place: DAY + dt.timedelta(days=place))
TIMES = st.builds(lambda *days: Time(*_in_order(days)), DAYS, DAYS)


def _in_order(days):
    return sorted(days) if None not in days else days


def year(number, month=1, day=1):
    return dt.date(number, month, day)


def times(organisation):
    return [
        (one.from_on and one.from_on.year, one.until_on and one.until_on.year)
        for one in organisation.memberships.order_by("from_on")
    ]


@pytest.mark.parametrize(
    ("of_one", "of_other", "after"),
    [
        ([(2010, 2016)], [(2014, None)], [(2010, None)]),
        ([(2014, None)], [(2014, 2016)], [(2014, None)]),
        ([(2014, 2016)], [(2014, None)], [(2014, None)]),
        ([(2010, 2012), (2014, 2016)], [(2011, 2015)], [(2010, 2016)]),
        ([(2011, 2015)], [(2010, 2012), (2014, 2016)], [(2010, 2016)]),
        ([(2010, 2011)], [(2014, None)], [(2010, 2011), (2014, None)]),
        ([(None, 2012)], [(None, 2016)], [(None, 2016)]),
    ],
)
def test_memberships_are_joined_until_no_two_share_a_day(
    academy, league, dora, of_one, of_other, after
):
    for organisation, spans in ((league, of_one), (academy, of_other)):
        for start, end in spans:
            record_membership(
                organisation,
                category="full",
                from_on=start and year(start),
                until_on=end and year(end),
                by=dora,
            )

    merge_organisation(league, into=academy, by=dora)

    assert times(academy) == after
    assert league.memberships.count() == 0


def test_what_was_known_of_a_day_and_from_where_is_kept(academy, league, dora):
    record_membership(academy, category="full", basis="their letter", by=dora)
    record_membership(
        league, category="full", from_on=year(2014), basis="the list of 2014", by=dora
    )

    merge_organisation(league, into=academy, by=dora)

    one = academy.memberships.get()
    assert (one.from_on, one.known_on, one.until_on) == (None, year(2014), None)
    assert one.basis == "their letter; the list of 2014"


def test_memberships_of_two_categories_in_one_time_are_asked_about(academy, league, dora):
    record_membership(league, category="affiliate", from_on=year(2010), by=dora)
    record_membership(academy, category="full", by=dora)

    with pytest.raises(Refused, match="Full member, Affiliate member"):
        merge_organisation(league, into=academy, by=dora)
    assert (league.memberships.count(), academy.memberships.count()) == (1, 1)

    merge_organisation(league, into=academy, category="affiliate", by=dora)
    assert [one.category for one in academy.memberships.all()] == ["affiliate"]


def test_the_desk_is_asked_for_the_category(desk, academy, league, dora):
    record_membership(league, category="affiliate", from_on=year(2010), by=dora)
    record_membership(academy, category="full", from_on=year(2012), by=dora)
    address = (
        f"/desk/organisations/{league.pk}/merge/?into=Open+Academy+Step+by+Step"
        f"&into_key={academy.pk}"
    )
    typed = {"name": "stays", "kind": "goes", "country": "stays"}

    assert desk.post(address, typed).status_code == 422
    assert "Both were members in the same time. As what?" in desk.get(address).content.decode()
    assert desk.post(address, {**typed, "category": "full"}).status_code == 302

    one = academy.memberships.get()
    assert (one.category, one.from_on) == ("full", year(2010))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(TIMES, max_size=8))
def test_joined_times_never_share_a_day_and_none_is_lost(rows):
    whole = [joined(group) for group in together(rows)]

    assert not any(overlap(one[:2], other[:2]) for one, other in combinations(whole, 2))
    assert all(any(covers(one, row) for one in whole) for row in rows)


def covers(one, row):
    starts = one.from_on is None or (row.from_on is not None and one.from_on <= row.from_on)
    ends = one.until_on is None or (row.until_on is not None and one.until_on >= row.until_on)
    return starts and ends
