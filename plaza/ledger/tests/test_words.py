import datetime as dt

import pytest
from django.utils import translation

from plaza.activities import actions
from plaza.activities.models import Activity
from plaza.activities.tests.makers import make_activity
from plaza.ledger import words
from plaza.ledger.words import history_of, register_verbs, value_words

pytestmark = pytest.mark.django_db


def told(activity):
    return [
        (one.sentence, [(c.name, c.before, c.after) for c in one.changes])
        for one in history_of(activity)
    ]


def test_a_change_is_told_with_before_and_after(dora, emil):
    activity = make_activity(by=dora, venue_city="Zagreb")
    actions.edit_activity(activity, by=emil, venue_city="Split", venue_country="HR")
    assert told(activity)[0] == (
        "Emil changed it.",
        [("city", "Zagreb", "Split"), ("country of the venue", "", "Croatia")],
    )


def test_a_piece_is_told_by_its_noun(dora):
    activity = make_activity(by=dora)
    outcome = actions.add_outcome(activity, by=dora, text="They film each other.")
    actions.edit_piece(outcome, by=dora, stage="promised")
    actions.remove_piece(outcome, by=dora)
    assert [sentence for sentence, _changes in told(activity)][:3] == [
        "Dora took out the outcome “They film each other”.",
        "Dora changed the outcome “They film each other”.",
        "Dora added the outcome “They film each other”.",
    ]
    assert told(activity)[1][1] == [("how far", "Delivered", "Promised")]


def test_a_room_says_its_verbs_in_its_own_words(dora):
    activity = make_activity(by=dora)
    actions.cancel_activity(activity, by=dora, why="Too few came.")
    assert told(activity)[0] == (
        "Dora cancelled it.",
        [("state", "Planned", "Cancelled"), ("why", "", "Too few came.")],
    )


def test_an_unknown_verb_is_still_told(dora, monkeypatch):
    monkeypatch.setattr(words, "_rooms", {})
    activity = make_activity(by=dora)
    actions.start_activity(activity, by=dora)
    assert told(activity)[0][0] == "Dora did “start”."
    register_verbs("activities", {"start": "%(who)s let it begin."})
    assert told(activity)[0][0] == "Dora let it begin."


def test_what_only_the_machine_needs_is_not_told(dora):
    activity = make_activity(by=dora)
    names = {name for name, _before, _after in told(activity)[0][1]}
    assert names & {"sort title", "found by", "address", "position", "address year"} == set()


VALUES = [
    ("starts_on", "2022-05-17", "17 May 2022"),
    ("precision", "month", "month"),
    ("is_online", True, "yes"),
    ("open_end", False, "no"),
    ("title", {"en": "Rivers"}, "Rivers"),
    ("title", {"en": "Rivers", "uk": "Річки"}, "en: Rivers / uk: Річки"),
    ("programme", {"id": "1", "name": "A year"}, "A year"),
    ("languages", ["en", "uk"], "en, uk"),
    ("venue_city", "", ""),
    ("venue_city", None, ""),
    ("gone_long_ago", "a value", "a value"),
]


@pytest.mark.parametrize(("name", "value", "expected"), VALUES)
def test_values_are_told_as_people_read_them(name, value, expected):
    assert value_words(Activity, name, value) == expected


def test_the_history_asks_as_often_for_many_deeds_as_for_one(dora, django_assert_num_queries):
    activity = make_activity(by=dora)
    history_of(activity)
    with django_assert_num_queries(1):
        history_of(activity)
    for number in range(3):
        actions.add_outcome(activity, by=dora, text=str(number), due_on=dt.date(2022, 1, 1))
    with django_assert_num_queries(1):
        assert len(history_of(activity)) == 4


def test_dates_are_told_in_the_reader_s_language():
    with translation.override("uk"):
        assert value_words(Activity, "starts_on", "2022-05-17") == "17 травня 2022"
