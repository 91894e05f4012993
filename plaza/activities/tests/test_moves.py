import datetime as dt

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.extra.django import TestCase
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from plaza.activities import actions
from plaza.activities.models import Activity
from plaza.activities.states import MOVES, State
from plaza.activities.tests.makers import make_activity, verbs_of
from plaza.ledger.actions import IllegalMove
from plaza.network.models import Person
from plaza.web.refusals import Refused

VERBS = {
    "open": actions.open_activity,
    "start": actions.start_activity,
    "finish": actions.finish_activity,
    "report": actions.report_activity,
    "postpone": actions.postpone_activity,
    "replan": actions.replan_activity,
    "cancel": lambda activity, *, by: actions.cancel_activity(activity, by=by, why="Too few came."),
    "reopen": actions.reopen_activity,
}


class Life(RuleBasedStateMachine):
    """Any verbs in any order: a legal one moves and is written down, another changes nothing."""

    @initialize()
    def begin(self):
        self.by = Person.objects.system("Plaza")
        self.activity = make_activity(by=self.by, ends_on=None, open_end=True)
        actions.set_call(self.activity, by=self.by, seats=5)
        self.state = State.PLANNED
        self.told = ["create"]

    def teardown(self):
        if hasattr(self, "activity"):
            Activity.objects.all().delete()


def _rule(verb):
    def go(self):
        sources, target = MOVES[verb]
        if self.state in sources:
            VERBS[verb](self.activity, by=self.by)
            self.state = target
            self.told.append(verb)
        else:
            with pytest.raises(IllegalMove):
                VERBS[verb](self.activity, by=self.by)
        stored = Activity.objects.get(pk=self.activity.pk)
        assert stored.state == self.activity.state == self.state
        assert verbs_of(self.activity) == self.told
        assert bool(stored.state_note) <= (self.state in {State.CANCELLED, State.POSTPONED})

    return rule()(precondition(lambda self: hasattr(self, "activity"))(go))


for _verb in VERBS:
    setattr(Life, _verb, _rule(_verb))


class Moves(TestCase):
    def test_moves_are_always_those_of_the_table(self):
        run_state_machine_as_test(
            Life,
            settings=settings(
                max_examples=12,
                stateful_step_count=12,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )


def test_every_verb_of_the_table_has_its_action():
    assert set(VERBS) == set(MOVES)


@pytest.mark.django_db
class TestEvidence:
    def test_an_activity_without_an_end_ends_today_when_it_took_place(self, dora):
        activity = make_activity(by=dora, ends_on=None, open_end=True, state="running")

        actions.finish_activity(activity, by=dora)

        stored = Activity.objects.get(pk=activity.pk)
        assert (stored.open_end, stored.ends_on) == (False, dt.date.today())

    def test_cancelling_without_a_reason_is_refused(self, dora, rivers):
        with pytest.raises(Refused) as told:
            actions.cancel_activity(rivers, by=dora, why=" ")
        assert str(told.value) == "Say in a few words why it was cancelled."
        assert Activity.objects.get(pk=rivers.pk).state == State.PLANNED

    def test_opening_without_a_call_is_refused(self, dora, rivers):
        with pytest.raises(Refused) as told:
            actions.open_activity(rivers, by=dora)
        assert str(told.value) == "Say first how people can come: write down the call."
        assert Activity.objects.get(pk=rivers.pk).state == State.PLANNED

    def test_of_two_who_move_at_once_one_is_told(self, dora, emil, rivers):
        same = Activity.objects.get(pk=rivers.pk)
        actions.start_activity(rivers, by=dora)
        with pytest.raises(IllegalMove):
            actions.start_activity(same, by=emil)
        assert verbs_of(rivers) == ["create", "start"]


@pytest.mark.django_db
class TestAddress:
    def test_the_year_in_a_published_address_stays(self, dora, rivers):
        actions.edit_activity(rivers, by=dora, reporting_year=2023)
        assert rivers.get_absolute_url() == "/activities/2022/rivers-as-classrooms/"
        assert Activity.objects.get(pk=rivers.pk).reporting_year == 2023

    def test_the_year_in_an_address_that_nobody_saw_follows(self, dora):
        activity = make_activity(by=dora, visibility="desk")
        actions.edit_activity(activity, by=dora, reporting_year=2023)
        assert activity.get_absolute_url() == "/activities/2023/rivers-as-classrooms/"

    def test_a_published_one_that_was_hidden_keeps_its_address(self, dora, rivers):
        actions.hide_activity(rivers, by=dora)
        actions.edit_activity(rivers, by=dora, reporting_year=2023)
        assert rivers.get_absolute_url() == "/activities/2022/rivers-as-classrooms/"


@pytest.mark.django_db
class TestCopy:
    def test_a_copy_takes_people_and_plan_and_no_dates_numbers_or_results(self, dora, rivers):
        actions.add_session_plan(rivers, by=dora, count=2, minutes=240)
        actions.add_headcount(rivers, by=dora, number=19)
        actions.add_outcome(rivers, by=dora, text="They film each other.")

        copy = actions.duplicate_activity(rivers, reporting_year=2023, by=dora)

        assert (copy.reporting_year, copy.visibility, copy.starts_on) == (2023, "desk", None)
        assert [str(one) for one in copy.involvements.all()] == ["Host: Willow House"]
        assert [str(one) for one in copy.session_plans.all()] == ["2 online sessions of 4 hours"]
        assert (copy.headcounts.count(), copy.outcomes.count()) == (0, 0)
