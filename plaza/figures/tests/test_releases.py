import datetime as dt
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from plaza.activities import actions as activities
from plaza.figures import actions
from plaza.figures.models import FrozenRow, FrozenValue, Release
from plaza.figures.queries.compare import comparison, since_last_release
from plaza.figures.queries.lines import figures_of_year, newest_release
from plaza.figures.sample import YEAR, build_sample_years
from plaza.figures.tests.makers import (
    freeze,
    involve,
    make_2022,
    make_activity,
    make_member,
    make_organisation,
)
from plaza.ledger.models import Entry
from plaza.network.actions import edit_organisation, record_membership
from plaza.network.models import Person
from plaza.web.refusals import Refused

pytestmark = pytest.mark.django_db
DAY = dt.date(2022, 12, 31)


def test_freeze_keeps_values_and_rows_as_they_were(dora):
    year = make_2022(dora)
    release = freeze(dora)
    before = {one.key: (one.value, list(one.value.rows)) for one in figures_of_year(None, 2022)}

    activities.cancel_activity(year["early"], by=dora, why="nobody came")
    edit_organisation(year["bodies"]["academy"], by=dora, name="Another name", country="SI")
    after = {
        one.key: (one.value, list(one.value.rows)) for one in figures_of_year(None, 2022, release)
    }

    assert after == before


def test_freeze_is_written_in_the_ledger_with_who_and_why(dora):
    release = freeze(dora)

    entry = Entry.objects.get(room="figures", verb="freeze")
    assert (entry.by, entry.note, entry.subject_id) == (dora, "for the report", str(release.pk))


def test_numbers_run_within_a_year(dora):
    made = [freeze(dora), freeze(dora), freeze(dora, 2021)]

    assert [(one.year, one.number) for one in made] == [(2022, 1), (2022, 2), (2021, 1)]


def test_freeze_takes_the_next_number_when_somebody_was_faster(dora, monkeypatch):
    freeze(dora)
    found = Release.objects.filter(year=2022)
    stale = iter([{"last": 0}, {"last": 1}])
    monkeypatch.setattr(type(found), "aggregate", lambda self, **asked: next(stale))

    assert freeze(dora).number == 2


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"why": "  "}, "Say why this release is made."),
        (
            {"cut_off_on": dt.date(2999, 1, 1)},
            "That day has not come yet. Choose today or an earlier day.",
        ),
    ],
)
def test_freeze_refuses_with_a_sentence(dora, facts, sentence):
    with pytest.raises(Refused, match=sentence):
        freeze(dora, **facts)

    assert Release.objects.count() == 0


def test_freeze_refuses_to_take_the_place_of_another_year_or_of_one_replaced_already(dora):
    first = freeze(dora)
    freeze(dora, supersedes=first)

    with pytest.raises(Refused, match="of the same year"):
        freeze(dora, 2021, supersedes=first)
    with pytest.raises(Refused, match="already taken the place"):
        freeze(dora, supersedes=first)


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Release, {"why": "another reason"}),
        (Release, {"cut_off_on": DAY - dt.timedelta(1)}),
        (Release, {"number": 9}),
        (FrozenValue, {"value": Decimal(99)}),
        (FrozenValue, {"details": {}}),
        (FrozenRow, {"contents": {}}),
        (FrozenRow, {"key": "activity:0"}),
    ],
)
def test_the_database_refuses_to_change_a_release(dora, model, change):
    make_2022(dora)
    freeze(dora)

    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**change)


def test_who_sees_a_release_can_change(dora):
    release = freeze(dora)

    actions.hide_release(release, by=dora)
    hidden = Release.objects.get().is_public
    actions.publish_release(release, by=dora)

    assert (hidden, Release.objects.get().is_public) == (False, True)


def test_a_release_that_something_public_prints_is_not_hidden(dora, monkeypatch):
    release = freeze(dora)
    monkeypatch.setattr(
        "plaza.figures.holds._holds", [lambda one: f"Release {one.number} is read."]
    )

    with pytest.raises(Refused, match="Release 1 is read"):
        actions.hide_release(release, by=dora)

    assert Release.objects.get().is_public


def test_cut_off_decides_who_was_a_member(dora):
    body = make_organisation(dora, "Late")
    record_membership(body, from_on=dt.date(2022, 6, 1), by=dora)
    involve(dora, make_activity(dora), body, "host")
    spring, winter = freeze(dora, cut_off_on=dt.date(2022, 3, 1)), freeze(dora)

    counted = [
        {one.key: one.value.number for one in figures_of_year(None, 2022, release)}.get("members")
        for release in (spring, winter)
    ]
    assert counted == [None, 1]


def test_everybody_sees_the_newest_public_release(dora):
    freeze(dora)
    newest = freeze(dora)
    freeze(dora, is_public=False)

    assert newest_release(2022) == newest


def test_the_sample_year_differs_as_the_real_case_did(dora):
    first, second = build_sample_years(dora)

    counted = [
        {one.key: one.value.number for one in figures_of_year(None, YEAR, release)}
        for release in (first, second)
    ]
    keys = ("organised", "members", "countries")
    assert [[found[key] for key in keys] for found in counted] == [[24, 37, 24], [24, 38, 22]]


def test_the_comparison_of_the_sample_year_says_why(dora):
    build_sample_years(dora)

    found = comparison(Person(), YEAR, 1, 2)

    changes = {one.indicator.key: one for one in found.lines}
    assert [(c.kind, str(c.label)) for c in changes["countries"].changes] == [
        ("changed", "Croatia"),
        ("changed", "North Macedonia"),
        ("changed", "Netherlands"),
        ("gone", "Serbia"),
        ("gone", "Slovenia"),
    ]
    assert [(c.kind, str(c.label)) for c in changes["members"].changes] == [
        ("changed", "Orchard Family Centre (sample)"),
        ("changed", "Swallow Family Centre (sample)"),
        ("added", "Paper Boat Early Years Circle (sample)"),
    ]
    assert [(str(one.thing), len(one.deeds)) for one in found.causes] == [
        ("Paper Boat Early Years Circle (sample)", 3),
        ("Swallow Family Centre (sample)", 1),
        ("Orchard Family Centre (sample)", 1),
    ]


def test_every_row_that_differs_in_the_sample_year_has_a_deed_behind_it(dora):
    build_sample_years(dora)

    lines = comparison(Person(), YEAR, 1, 2).lines

    assert [c.key for line in lines for c in line.changes if not c.deeds] == []


def test_every_change_lies_between_two_releases_and_is_explained(dora):
    year = make_2022(dora)
    freeze(dora)
    early = year["early"]
    activities.edit_piece(early.headcounts.get(), number=12, by=dora)
    activities.remove_piece(early.involvements.get(organisation=year["bodies"]["tulip"]), by=dora)
    activities.cancel_activity(year["climate"], by=dora, why="no time")
    involve(dora, early, make_member(dora, "Newcomer", "PT"), "guest")

    found = since_last_release(dora, 2022)

    explained = {
        (line.indicator.key, change.kind, str(change.label)): sorted(
            {deed.told.sentence for deed in change.deeds}
        )
        for line in found.lines
        for change in line.changes
    }
    assert explained["participants", "changed", "Early childhood intervention"] == [
        "Dora changed the headcount “12”."
    ]
    assert explained["co_hosts", "gone", "SOFT Tulip Foundation"] == [
        "Dora took out the involvement “Co-host: SOFT Tulip Foundation”."
    ]
    assert explained["activities", "gone", "The Climate Issue translated"] == ["Dora cancelled it."]
    assert explained["countries", "gone", "Kyrgyzstan"] == ["Dora cancelled it."]
    assert explained["guests", "added", "Newcomer"] == [
        "Dora added the involvement “Guest: Newcomer”.",
        "Dora added the membership “Member: Newcomer”.",
        "Dora entered it.",
    ]


def test_rows_that_are_not_public_stay_hidden_in_a_comparison(dora):
    freeze(dora)
    make_activity(dora, "Secret", visibility="desk")
    freeze(dora)

    line = comparison(Person(), 2022, 1, 2).lines[0]

    assert (line.indicator.key, line.changes, line.hidden) == ("activities", (), 1)


def test_frozen_figures_cannot_be_written_wrongly(dora):
    release = freeze(dora)
    wrong = [
        Release(year=2022, number=1, cut_off_on=DAY, why="again", made_by=dora),
        Release(year=2022, number=3, cut_off_on=DAY, why="", made_by=dora),
        FrozenValue(release=release, indicator="x", value=3, upper=2, definition="d"),
        FrozenValue(release=release, indicator="x", value=None, upper=2, definition="d"),
    ]
    FrozenValue.objects.create(release=release, indicator="twice", definition="d")
    FrozenRow.objects.create(release=release, indicator="twice", key="a:1")
    wrong.append(FrozenValue(release=release, indicator="twice", definition="d"))
    wrong.append(FrozenRow(release=release, indicator="twice", key="a:1"))
    itself = Release(pk=999, year=2022, number=4, cut_off_on=DAY, why="w", made_by=dora)
    itself.supersedes_id = 999
    wrong.append(itself)

    for one in wrong:
        with pytest.raises(DatabaseError), transaction.atomic():
            one.save(force_insert=True)
