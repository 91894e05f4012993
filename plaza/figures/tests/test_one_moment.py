"""Values and rows of a release are of one moment, whatever others write meanwhile."""

import threading

import pytest
from django.db import connection

from plaza.figures.actions import releases
from plaza.figures.models import FrozenRow, FrozenValue, Release
from plaza.figures.tests.makers import freeze, make_activity
from plaza.network.actions import record_person
from plaza.network.models import Person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def nora():
    return record_person(name="Nora", by=Person.objects.system())


def elsewhere(deed):
    """Do it as somebody else would, on a connection of its own; SQLite has one writer at a time."""
    if connection.vendor == "sqlite":
        return

    def run():
        try:
            deed()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


def test_a_release_holds_rows_and_values_of_one_moment(nora, monkeypatch):
    make_activity(nora, "Rivers")
    rows = releases._frozen_rows

    def meanwhile(release, values):
        elsewhere(lambda: make_activity(nora, "Too late"))
        return rows(release, values)

    monkeypatch.setattr(releases, "_frozen_rows", meanwhile)

    release = freeze(nora)

    told = FrozenRow.objects.filter(release=release, indicator="activities")
    counted = FrozenValue.objects.get(release=release, indicator="activities")
    assert [row.contents["label"]["en"] for row in told] == ["Rivers"]
    assert counted.value == 1


def test_a_release_that_somebody_else_freezes_meanwhile_gets_the_number_before(nora, monkeypatch):
    numbered = releases._numbered

    def meanwhile(release):
        monkeypatch.setattr(releases, "_numbered", numbered)
        elsewhere(lambda: freeze(nora))
        return numbered(release)

    monkeypatch.setattr(releases, "_numbered", meanwhile)

    release = freeze(nora)

    made = 1 if connection.vendor == "sqlite" else 2
    assert release.number == made
    assert Release.objects.count() == made
