"""“Was it a member on that day” has an answer, or the answer is that nobody knows."""

import datetime as dt

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plaza.network.actions import edit_membership, record_membership, set_up_network
from plaza.network.models import Membership
from plaza.network.queries import members_on, membership_words, standing_on, was_member
from plaza.network.times import overlap
from plaza.web.refusals import Refused

DAY = dt.date(2022, 12, 31)


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({"from_on": dt.date(2014, 1, 1)}, True),
        ({"from_on": DAY}, True),
        ({"from_on": dt.date(2023, 1, 1)}, False),
        ({"from_on": dt.date(2014, 1, 1), "until_on": DAY}, True),
        ({"from_on": dt.date(2014, 1, 1), "until_on": dt.date(2022, 12, 30)}, False),
        ({}, None),
        ({"known_on": DAY}, True),
        ({"known_on": dt.date(2023, 6, 1)}, None),
        ({"until_on": dt.date(2024, 1, 1)}, None),
        ({"until_on": dt.date(2022, 1, 1)}, False),
        ({"until_on": DAY}, True),
    ],
)
def test_a_membership_covers_a_day_surely_or_perhaps(academy, system, facts, answer):
    record_membership(academy, by=system, **facts)

    assert was_member(academy, DAY) is answer
    assert list(members_on(DAY)) == ([academy] if answer else [])


def test_a_membership_without_a_first_day_covers_today_and_no_earlier_day(academy, system):
    today = dt.date.today()
    record_membership(academy, by=system)

    answers = [was_member(academy, today - dt.timedelta(days=ago)) for ago in (0, 3)]

    assert answers == [True, None]
    assert list(members_on(today)) == [academy]


def test_without_a_membership_nobody_knows_until_the_list_is_complete(academy, system):
    assert was_member(academy, DAY) is None

    set_up_network(by=system, members_complete_from=DAY)

    assert was_member(academy, DAY) is False
    assert was_member(academy, DAY - dt.timedelta(days=1)) is None


def test_many_are_answered_with_two_questions(academy, league, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert standing_on(DAY, [academy, league]) == {academy.pk: None, league.pk: None}


def test_two_times_cannot_overlap(member, system):
    with pytest.raises(Refused):
        record_membership(member, from_on=dt.date(2020, 1, 1), by=system)


def test_an_edit_cannot_make_two_times_overlap(member, system):
    first = member.memberships.get()
    edit_membership(first, until_on=dt.date(2015, 12, 31), by=system)
    record_membership(member, from_on=dt.date(2016, 1, 1), by=system)

    with pytest.raises(Refused):
        edit_membership(first, until_on=dt.date(2016, 1, 1), by=system)


PLACES = st.lists(st.integers(0, 40), min_size=2, max_size=2).map(sorted)
OPEN_ENDS = st.sampled_from([(False, False), (True, False), (False, True), (True, True)])


def time_of(places, is_open):
    start, end = (dt.date(2000, 1, 1) + dt.timedelta(days=place) for place in places)
    return (None if is_open[0] else start, None if is_open[1] else end)


TIMES = st.builds(time_of, PLACES, OPEN_ENDS)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=TIMES, second=TIMES)
def test_two_times_overlap_if_and_only_if_they_share_a_day(first, second):
    def days(time):
        start, end = time[0] or dt.date(1999, 12, 1), time[1] or dt.date(2000, 3, 1)
        return {start.toordinal() + place for place in range((end - start).days + 1)}

    assert overlap(first, second) is bool(days(first) & days(second))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"from_on": dt.date(2014, 4, 1)}, "Full member since April 2014"),
        (
            {"from_on": dt.date(2010, 1, 1), "until_on": dt.date(2015, 12, 31)},
            "Full member from January 2010 to December 2015",
        ),
        ({"until_on": dt.date(2015, 12, 31)}, "Full member until December 2015"),
        ({}, "Full member; since when is not handed in"),
        ({"known_on": DAY}, "Full member on 31 December 2022; since when is not handed in"),
        ({"from_on": dt.date(2030, 1, 1)}, "Full member from January 2030 on"),
    ],
)
def test_a_membership_is_said_in_words(facts, words):
    membership = Membership(category="full", **facts)

    with translation.override("en"):
        assert membership_words([membership], dt.date(2026, 1, 1)) == [words]
