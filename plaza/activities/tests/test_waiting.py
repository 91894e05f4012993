import datetime as dt

import pytest

from plaza.activities import actions, queries
from plaza.activities.tests.makers import make_activity

pytestmark = pytest.mark.django_db


class TestWaiting:
    def waiting(self, viewer):
        return [str(one.what) for one in queries.waiting_activities(viewer)]

    def test_nothing_waits_for_visitors(self, ana, rivers):
        assert self.waiting(ana) == []

    def test_one_whose_end_has_passed_asks_whether_it_took_place(self, dora, rivers):
        assert self.waiting(dora) == ["Did “Rivers as classrooms” take place?"]

    def test_a_done_one_lacks_its_report_until_outcomes_and_numbers_are_there(self, dora, rivers):
        actions.finish_activity(rivers, by=dora)
        (missing,) = queries.waiting_activities(dora)
        assert (str(missing.what), str(missing.why)) == (
            "A report is missing: Rivers as classrooms",
            "Not handed in yet: what came of it, how many people took part.",
        )
        actions.add_outcome(rivers, by=dora, text="They film each other.")
        actions.add_headcount(rivers, by=dora, number=19)
        assert self.waiting(dora) == ["The report of “Rivers as classrooms” is there"]
        actions.report_activity(rivers, by=dora)
        assert self.waiting(dora) == []

    def test_promises_wait_when_they_are_due_or_have_no_date(self, dora):
        activity = make_activity(by=dora, state="reported")
        actions.add_output(activity, by=dora, text="A guide", due_on=dt.date(2022, 12, 1))
        actions.add_output(activity, by=dora, text="A film")
        actions.add_output(activity, by=dora, text="A map", stage="delivered")
        assert self.waiting(dora) == [
            "Promised: A guide",
            "Promised without a date: Rivers as classrooms",
        ]

    def test_a_postponed_one_waits_for_its_new_date(self, dora, rivers):
        actions.postpone_activity(rivers, by=dora)
        assert self.waiting(dora) == ["Postponed without a new date: Rivers as classrooms"]

    def test_sessions_of_the_next_week_are_told(self, dora):
        activity = make_activity(by=dora, ends_on=dt.date(2999, 1, 1))
        soon = dt.datetime.now(dt.UTC) + dt.timedelta(days=3)
        for days, title in ((0, "Soon"), (7, "Later"), (-9, "Past")):
            actions.add_session(
                activity,
                by=dora,
                title=title,
                starts_at=soon + dt.timedelta(days=days),
                time_zone="UTC",
                minutes=60,
            )
        assert self.waiting(dora) == ["Soon"]
