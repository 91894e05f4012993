"""The call on the page of an activity."""

import datetime as dt

import pytest

from plaza.activities import actions, queries
from plaza.activities.tests.reading import RIVERS, words


def test_a_call_says_who_could_come(client, dora, rivers):
    call = actions.set_call(
        rivers,
        by=dora,
        seats=25,
        closes_at=dt.datetime(2021, 10, 20, 21, 59, tzinfo=dt.UTC),
        time_zone="Europe/Bucharest",
        costs="The meeting is free; travel is not.",
    )
    actions.add_quota(call, by=dora, attribute="country", maximum=5)
    shown = words(client.get(RIVERS))
    for sentence in (
        "The call closed on 21 October 2021, 00:59 (Bucharest).",
        "25 seats , at most 5 per country.",
        "Who pays what The meeting is free; travel is not.",
    ):
        assert sentence in shown


def test_an_open_call_says_until_when(client, dora, rivers):
    actions.set_call(rivers, by=dora, closes_at=dt.datetime(2999, 1, 1, tzinfo=dt.UTC))
    actions.open_activity(rivers, by=dora)
    assert "Apply until 1 January 2999, 00:00 (UTC) ." in words(client.get(RIVERS))


def test_a_call_that_opens_later_says_when(client, dora, rivers):
    opens, closes = dt.datetime(2999, 1, 1, tzinfo=dt.UTC), dt.datetime(2999, 2, 1, tzinfo=dt.UTC)
    actions.set_call(rivers, by=dora, opens_at=opens, closes_at=closes, how="Write to us.")
    shown = words(client.get(RIVERS))
    assert (
        "How to take part Applications open on 1 January 2999, 00:00 (UTC) . "
        "Apply until 1 February 2999, 00:00 (UTC) ."
    ) in shown
    assert "How to apply Write to us." in shown


NOON = dt.datetime(2022, 5, 17, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("opens", "closes", "standing", "changes"),
    [
        (2, 4, "ahead", 2),
        (-2, 4, "open", 4),
        (-4, -2, "over", None),
        (48, 72, "ahead", None),
        (None, 4, "open", 4),
    ],
)
def test_a_page_changes_at_the_next_moment_of_its_call(
    dora, rivers, opens, closes, standing, changes
):
    def moment(hours):
        return None if hours is None else NOON + dt.timedelta(hours=hours)

    actions.set_call(rivers, by=dora, opens_at=moment(opens), closes_at=moment(closes))
    shown = queries.activity_page(dora, queries.visible_activity(dora, 2022, rivers.slug), NOON)
    assert (shown.is_call_ahead, shown.is_call_open) == (standing == "ahead", standing == "open")
    assert shown.changes_at == moment(changes)
