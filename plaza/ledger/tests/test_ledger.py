import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from plaza.activities.actions import (
    cancel_activity,
    edit_activity,
    finish_activity,
    postpone_activity,
)
from plaza.activities.models import Activity
from plaza.ledger.actions import IllegalMove, advance, amend, create
from plaza.ledger.models import Entry, Tick
from plaza.ledger.queries import entries_of, ticks
from plaza.network.actions import record_organisation
from plaza.network.models import Role
from plaza.web.refusals import Refused


def verbs(record):
    return [entry.verb for entry in entries_of(record).order_by("id")]


def test_create_keeps_what_the_record_held(rivers, dora):
    entry = entries_of(rivers).get()

    assert (entry.verb, entry.by, entry.subject_label) == ("create", dora, "Rivers")
    assert entry.changes["title"] == [None, {"en": "Rivers"}]


def test_advance_moves_and_writes_down_before_and_after(rivers, dora):
    finish_activity(rivers, by=dora)

    assert rivers.state == "done"
    assert entries_of(rivers).first().changes == {"state": ["planned", "done"]}


def test_advance_refuses_a_move_that_the_state_does_not_have(rivers, dora):
    finish_activity(rivers, by=dora)

    with pytest.raises(IllegalMove):
        postpone_activity(rivers, by=dora)
    assert verbs(rivers) == ["create", "finish"]


def test_of_two_simultaneous_moves_one_is_refused(rivers, dora):
    twin = Activity.objects.get(pk=rivers.pk)
    advance(rivers, "finish", by=dora)

    with pytest.raises(IllegalMove):
        advance(twin, "finish", by=dora)
    assert twin.state == "done"


def test_a_move_tells_the_state_it_came_from_also_when_somebody_moved_it_before(rivers, dora):
    twin = Activity.objects.get(pk=rivers.pk)
    advance(rivers, "start", by=dora)
    advance(twin, "finish", by=dora)

    assert entries_of(twin).first().changes == {"state": ["running", "done"]}


def test_amend_writes_only_what_differs(dora):
    house = record_organisation(name="House", country="RO", by=dora)

    assert amend(house, by=dora, city="Bucharest", country="RO") is True
    assert entries_of(house).first().changes == {"city": ["", "Bucharest"]}


def test_amend_without_a_difference_leaves_no_trace(rivers, dora):
    assert edit_activity(rivers, by=dora, reporting_year=2026) is False
    assert verbs(rivers) == ["create"]


def test_amend_does_not_undo_what_somebody_else_changed(rivers, dora, emil):
    twin = Activity.objects.get(pk=rivers.pk)
    edit_activity(rivers, by=dora, venue_city="Bucharest")
    edit_activity(twin, by=emil, venue_country="RO")

    fresh = Activity.objects.get(pk=rivers.pk)
    assert (fresh.venue_city, fresh.venue_country) == ("Bucharest", "RO")


def test_a_state_is_no_field_to_amend(rivers, dora):
    with pytest.raises(ValueError):
        amend(rivers, by=dora, state="done")


def test_a_broken_constraint_is_refused_with_its_sentence_and_nothing_is_saved(rivers, dora):
    with pytest.raises(Refused) as refusal:
        edit_activity(rivers, by=dora, starts_on=dt.date(2026, 5, 2), ends_on=dt.date(2026, 5, 1))

    assert str(refusal.value) == "The last day lies before the first one."
    assert Activity.objects.get(pk=rivers.pk).starts_on is None
    assert verbs(rivers) == ["create"]


def test_a_broken_unique_constraint_is_refused_with_its_sentence(dora, fay):
    create(Role(person=fay, kind="editor"), by=dora)

    with pytest.raises(Refused) as refusal:
        create(Role(person=fay, kind="editor"), by=dora)
    assert str(refusal.value) == "This person has the role already."


def test_cancelling_without_a_reason_is_refused(rivers, dora):
    with pytest.raises(Refused):
        cancel_activity(rivers, by=dora, why=" ")


def test_each_deed_moves_the_tick_of_its_room_and_of_no_other(rivers, dora):
    before = ticks(["activities", "library"])
    edit_activity(rivers, by=dora, venue_city="Bucharest")

    assert ticks(["activities", "library"]) == (before[0] + 1, before[1])


def test_a_deed_that_fails_moves_no_tick(rivers, dora):
    before = Tick.objects.get(room="activities").count
    with pytest.raises(Refused):
        edit_activity(rivers, by=dora, reporting_year=1)

    assert Tick.objects.get(room="activities").count == before


def test_an_entry_without_a_verb_cannot_be_written(rivers, dora):
    entry = entries_of(rivers).get()
    with pytest.raises(IntegrityError, match="entry_has_a_verb"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(verb="")
