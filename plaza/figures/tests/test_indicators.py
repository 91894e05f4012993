import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings

from plaza.activities import actions as activities
from plaza.figures.indicators.declared import BY_KEY, INDICATORS
from plaza.figures.queries.lines import counted_now, figures_of_year
from plaza.figures.tests.made_years import DAY, by_hand, made_years, write
from plaza.figures.tests.makers import (
    involve,
    make_activity,
    make_member,
    make_organisation,
)
from plaza.library.actions import record_resource
from plaza.network.actions import record_membership, set_up_network
from plaza.network.models import Person
from plaza.network.queries import was_member
from plaza.programmes.actions import add_contribution, record_programme

pytestmark = pytest.mark.django_db
APART = {"works", "works_dated", "network_members", "network_countries"}


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=made_years)
def test_every_figure_is_what_counting_by_hand_gives(system, made):
    with transaction.atomic():
        write(made, system)
        expected = by_hand(2022)
        values = counted_now(None, 2022, 2022, cut_off=DAY)
        got = {}
        for key in BY_KEY.keys() - APART:
            value = values[key]
            number = value.number or 0
            got[key] = (
                (number, value.upper or number) if isinstance(expected[key], tuple) else number
            )
        got["members_unknown"] = values["members"].unknown
        assert got == expected
        assert {one.key: len(values[one.key].rows) for one in INDICATORS} == {
            one.key: values[one.key].count for one in INDICATORS
        }
        assert all(value.number != 0 or value.count for value in values.values())
        transaction.set_rollback(True)


def test_figures_without_a_row_are_not_known_instead_of_zero(system):
    values = counted_now(None, 2022, 2022)

    assert {key for key, value in values.items() if value.number is not None} == set()


@pytest.mark.parametrize("many", [1, 3])
def test_figures_ask_the_database_as_often_for_one_activity_as_for_three(system, many):
    for number in range(many):
        host = make_member(system, f"Host {number}", "HR")
        activity = make_activity(system, f"Activity {number}")
        involve(system, activity, host, "host")
        activities.add_headcount(activity, number=4, by=system)
        activities.add_outcome(activity, text="Learned", by=system)

    with CaptureQueriesContext(connection) as asked:
        lines = figures_of_year(None, 2022)

    assert (len(asked), lines[0].value.number) == (15, many)


def test_rows_open_in_as_many_queries_for_one_activity_as_for_three(system):
    numbers = []
    for many in (1, 3):
        for number in range(many):
            host = make_member(system, f"Host {many} {number}", "HR")
            activity = make_activity(system, f"Activity {number}", 2020 + many)
            involve(system, activity, host, "host")
            activities.add_headcount(activity, number=4, by=system)
            activities.add_outcome(activity, text="Learned", by=system)
        values = counted_now(None, 2020 + many, 2020 + many)
        with CaptureQueriesContext(connection) as asked:
            rows = {key: len(value.rows) for key, value in values.items()}
        numbers.append((len(asked), rows["activities"]))

    assert numbers == [(14, 1), (14, 3)]


def test_the_secretariat_counts_as_a_member_only_if_it_is_one(system):
    office = make_member(system, "Office", "NL", is_secretariat=True)
    involve(system, make_activity(system), office, "host")

    value = counted_now(None, 2022, 2022, [BY_KEY["members"]])["members"]

    assert (value.number, value.notes) == (1, ())


def test_an_activity_of_two_hosts_is_run_by_a_member_if_one_of_them_is_one(system):
    activity = make_activity(system)
    involve(system, activity, make_organisation(system, "Somebody"), "host")
    involve(system, activity, make_member(system, "Member"), "co_host")

    value = counted_now(None, 2022, 2022, [BY_KEY["activities_by_members"]])
    answer = value["activities_by_members"]

    assert (answer.number, answer.unknown) == (1, 0)


@pytest.mark.parametrize(
    ("membership", "complete_from", "number", "unknown"),
    [
        ({"known_on": dt.date(2022, 3, 1)}, None, 1, 0),
        ({"known_on": dt.date(2023, 3, 1)}, None, None, 1),
        ({}, None, None, 1),
        (None, None, None, 1),
        (None, dt.date(2022, 1, 1), None, 0),
    ],
)
def test_figures_know_members_by_the_rule_of_the_network(
    system, membership, complete_from, number, unknown
):
    set_up_network(by=system, members_complete_from=complete_from)
    host = make_organisation(system, "Host")
    if membership is not None:
        record_membership(host, by=system, **membership)
    involve(system, make_activity(system), host, "host")

    value = counted_now(None, 2022, 2022, [BY_KEY["members"]])["members"]

    assert (value.number, value.unknown) == (number, unknown)
    assert value.unknown == (was_member(host, dt.date(2022, 12, 31)) is None)


def test_money_is_converted_half_to_even_row_by_row_and_then_added(system):
    programme = record_programme(title="Year", kind="year", year=2022, by=system)
    for _time in range(3):
        add_contribution(
            programme,
            amount=Decimal("0.50"),
            currency="CHF",
            rate=Decimal("0.25"),
            rate_source="Bank",
            stage="paid",
            on=DAY,
            by=system,
        )
    add_contribution(programme, amount=Decimal("7"), currency="UAH", stage="paid", by=system)
    add_contribution(programme, amount=Decimal("9"), by=system)

    value = counted_now(None, 2022, 2022, [BY_KEY["money"]])["money"]

    assert value.number == Decimal("0.36")
    assert value.parts == (("CHF", Decimal("1.50")), ("UAH", Decimal("7")))
    assert (value.count, value.notes) == (4, (("without_rate", 1), ("pledged", 1)))


def test_works_come_of_activities_or_carry_the_year(system):
    made = record_resource(title="Made", language="en", year=2023, by=system)
    record_resource(title="Dated", language="en", year=2022, by=system)
    for text in ("Guide", "Its summary"):
        activities.add_output(
            make_activity(system), text=text, stage="delivered", resource=made, by=system
        )

    values = counted_now(None, 2022, 2022)

    assert [row.label["en"] for row in values["works"].rows] == ["Made"]
    assert [row.label["en"] for row in values["works_dated"].rows] == ["Dated"]


def test_members_of_the_network_count_whether_they_took_part_or_not(system):
    make_member(system, "Member", "HR")
    make_member(system, "Another", "HR")
    make_organisation(system, "Neighbour", "NL")

    values = counted_now(None, 2022, 2022)

    assert values["network_members"].number == 2
    assert [row.columns["country"] for row in values["network_countries"].rows] == ["HR"]


def test_everybody_counts_what_is_public_and_the_desk_counts_all(dora):
    make_activity(dora, "Seen")
    make_activity(dora, "Not seen yet", visibility="desk")

    seen = {
        viewer: [row.label["en"] for row in counted_now(of, 2022, 2022)["activities"].rows]
        for viewer, of in (("everybody", Person()), ("desk", dora))
    }

    assert seen == {"everybody": ["Seen"], "desk": ["Seen", "Not seen yet"]}


def test_definitions_are_sentences():
    assert [one.key for one in INDICATORS if not str(one.definition).endswith(".")] == []
