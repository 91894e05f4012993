import datetime as dt

import pytest

from plaza.activities.actions import add_headcount, add_involvement, add_output, record_activity
from plaza.figures.actions import freeze_release, publish_release
from plaza.network.actions import record_membership, record_organisation
from plaza.publishing.actions import begin_overview, publish_overview


@pytest.fixture
def rivers(dora):
    house = record_organisation(name="House of Rivers", country="HR", by=dora)
    record_membership(house, from_on=dt.date(2020, 1, 1), by=dora)
    activity = record_activity(
        title={"en": "Rivers", "uk": "Річки"},
        text={"en": "A first paragraph.\n\nA second one."},
        reporting_year=2022,
        state="done",
        visibility="public",
        starts_on=dt.date(2022, 5, 1),
        ends_on=dt.date(2023, 1, 31),
        precision="month",
        by=dora,
    )
    add_involvement(activity, organisation=house, role="host", by=dora)
    add_headcount(activity, number=19, group={"en": "on education"}, by=dora)
    add_headcount(activity, number=9, group={"en": "on supervision"}, by=dora)
    add_output(activity, text={"en": "A guide"}, by=dora)
    return activity


@pytest.fixture
def release(rivers, dora):
    release = freeze_release(2022, cut_off_on=dt.date(2022, 12, 31), why="First count", by=dora)
    if not release.is_public:
        publish_release(release, by=dora)
    return release


@pytest.fixture
def overview(release, emil):
    return begin_overview(2022, release=release, by=emil)


@pytest.fixture
def published(overview, emil):
    publish_overview(overview, by=emil)
    return overview
