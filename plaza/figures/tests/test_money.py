"""The money of a year is one thing: for the desk, for figures, for everybody."""

import datetime as dt
from decimal import Decimal

import pytest

from plaza.activities import actions as activities
from plaza.figures.indicators.declared import BY_KEY
from plaza.figures.queries.lines import counted_now
from plaza.figures.tests.makers import freeze, make_activity, make_organisation, text
from plaza.network.models import Person
from plaza.programmes.actions import add_contribution, record_programme
from plaza.programmes.queries import money_in_year, years_with_money

pytestmark = pytest.mark.django_db
DAY = dt.date(2022, 5, 1)


@pytest.fixture
def project(dora):
    return record_programme(title="Going to school together", kind="project", by=dora)


def granted(viewer=None, year=2022):
    return counted_now(viewer, year, year, [BY_KEY["money"]])["money"]


def test_dated_money_of_a_project_counts_in_its_year_for_the_desk_and_in_figures(dora, project):
    add_contribution(project, amount=7, on=DAY, stage="paid", by=dora)

    assert [one.euro for one in money_in_year(2022).sums] == [Decimal("7.00")]
    assert (granted().number, granted(year=2023).number) == (7, None)
    [row] = granted().rows
    assert [(one.role, str(one.title)) for one in row.why] == [
        ("for_project", "Going to school together")
    ]


def test_undated_money_of_a_project_counts_in_the_year_of_what_it_is_for(dora, project):
    walks = make_activity(dora, "Walks", programme=project)
    activities.add_contribution(walks, amount=5, stage="confirmed", by=dora)

    assert [one.euro for one in money_in_year(2022).sums] == [Decimal("5.00")]
    assert (granted().number, years_with_money()) == (5, [2022])
    assert [str(one.why[0].title) for one in granted().rows] == ["Walks"]


def test_pledged_money_is_said_but_neither_counted_nor_shown(dora, project):
    add_contribution(project, amount=7, on=DAY, by=dora)

    assert (granted().number, granted().count) == (None, 0)
    assert granted().notes == (("pledged", 1),)
    assert list(granted().rows) == []


def test_money_of_what_is_not_public_is_counted_only_for_those_who_see_it(dora, project):
    walks = make_activity(dora, "Walks", programme=project, visibility="desk")
    activities.add_contribution(walks, amount=5, stage="paid", by=dora)
    hidden = record_programme(title="Hushed", kind="project", visibility="desk", by=dora)
    add_contribution(hidden, amount=3, on=DAY, stage="paid", by=dora)

    assert (granted(Person()).number, granted(dora).number) == (None, 8)


def test_a_release_hides_the_rows_of_money_for_what_is_not_public(client, dora):
    giver = make_organisation(dora, "Open Hand")
    hidden = record_programme(title="Hushed", kind="project", visibility="desk", by=dora)
    add_contribution(hidden, amount=3, organisation=giver, on=DAY, stage="paid", by=dora)
    freeze(dora)

    answer = text(client.get("/figures/2022/money/"))

    assert "Not public" in answer
    assert "Open Hand" not in answer
    assert "Hushed" not in answer
