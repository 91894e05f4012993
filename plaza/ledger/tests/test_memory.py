import gc
import weakref

import pytest
from django.db import transaction
from django.utils import translation

from plaza.activities.actions import edit_activity
from plaza.ledger.memory import remembered
from plaza.library.actions import record_topic

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def counted():
    """A function that says how often it was called, for a word."""
    calls = []

    @remembered("activities", key=lambda word: word, most=2)
    def count(word):
        calls.append(word)
        return len(calls)

    return count


def test_what_nothing_touched_is_worked_out_once(counted, rivers):
    assert [counted("a"), counted("a"), counted("b"), counted("a")] == [1, 1, 2, 1]


def test_a_deed_in_a_room_it_reads_makes_it_anew(counted, rivers, dora):
    assert counted("a") == 1
    edit_activity(rivers, by=dora, venue_city="Tbilisi")
    assert counted("a") == 2


def test_a_deed_elsewhere_changes_nothing(counted, rivers, dora):
    assert counted("a") == 1
    record_topic(name="Film", by=dora)
    assert counted("a") == 1


def test_the_one_asked_for_longest_ago_is_forgotten(counted, rivers):
    assert [counted("a"), counted("b"), counted("a"), counted("c")] == [1, 2, 1, 3]
    assert [counted("a"), counted("b")] == [1, 4]


def test_another_language_is_another_answer(counted, rivers):
    assert counted("a") == 1
    with translation.override("uk"):
        assert counted("a") == 2


def test_what_is_not_committed_is_not_remembered(counted, rivers, dora):
    with transaction.atomic():
        edit_activity(rivers, by=dora, venue_city="Tbilisi")
        assert [counted("a"), counted("a")] == [1, 2]
        transaction.set_rollback(True)
    assert [counted("a"), counted("a")] == [3, 3]


def test_what_was_found_before_a_deed_is_let_go(rivers, dora):
    class Found:
        """Something large."""

    @remembered("activities", key=lambda word: word)
    def find(word):
        return Found()

    held = weakref.ref(find("a"))
    assert held() is find("a")
    edit_activity(rivers, by=dora, venue_city="Tbilisi")
    find("b")
    gc.collect()

    assert held() is None
