import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from plaza.activities import actions, queries
from plaza.activities.tests.makers import make_activity

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


def titles(activities):
    return [str(one) for one in activities]


class TestCalendar:
    def month(self, month=5):
        return queries.month_of(NOBODY, dt.date(2022, month, 1), dt.date(2022, 5, 9))

    def days(self, month=5):
        return {
            (day.number, event.title, event.when)
            for week in self.month(month).weeks
            for day in week
            for event in day.events
        }

    def test_what_is_known_to_the_month_stands_beside_the_sheet(self, rivers):
        month = self.month()
        assert (month.is_empty, titles(month.loose)) == (True, ["Rivers as classrooms"])

    def test_an_empty_month_offers_the_nearest_with_something_in_it(self, dora, rivers):
        evening = dt.datetime(2022, 9, 30, 22, 30, tzinfo=dt.UTC)
        actions.add_session(
            rivers, by=dora, starts_at=evening, time_zone="Europe/Zagreb", minutes=60
        )
        make_activity(by=dora, state="running", open_end=True, ends_on=None)

        empty = self.month(7)

        assert (empty.earlier.caption, empty.later.caption) == ("May 2022", "October 2022")
        assert (self.month(4).earlier, self.month(10).earlier) == (None, None)

    def test_a_short_one_stands_on_each_of_its_days(self, dora):
        make_activity(
            by=dora,
            title="Two days",
            precision="day",
            starts_on=dt.date(2022, 5, 17),
            ends_on=dt.date(2022, 5, 18),
        )
        assert self.days() == {(17, "Two days", ""), (18, "Two days", "")}

    def test_a_long_one_stands_where_it_begins_and_ends_and_beside(self, dora):
        make_activity(
            by=dora,
            title="Long",
            precision="day",
            starts_on=dt.date(2022, 5, 4),
            ends_on=dt.date(2022, 7, 6),
        )
        assert self.days() == {(4, "Long", "Begins:")}
        assert self.days(7) == {(6, "Long", "Ends:")}
        assert titles(self.month(6).loose) == ["Long"]

    def test_a_session_stands_on_the_day_of_its_own_zone(self, dora, rivers):
        late = dt.datetime(2022, 5, 16, 22, 30, tzinfo=dt.UTC)
        actions.add_session(
            rivers, by=dora, title="Evening", starts_at=late, time_zone="Europe/Zagreb", minutes=60
        )
        assert self.days() == {(17, "Evening", "00:30")}

    def test_cancelled_and_postponed_ones_are_left_out(self, dora, rivers):
        actions.postpone_activity(rivers, by=dora)
        assert self.month().loose == []
