from decimal import Decimal

import pytest

from plaza.figures.queries.lines import figures_of_year
from plaza.figures.tests.makers import make_2022

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(dora):
    make_2022(dora)
    return {one.key: one for one in figures_of_year(dora, 2022)}


def test_the_six_activities_of_2022_have_a_row_each(lines):
    line = lines["activities"]

    assert (line.value.number, line.rows, line.gap) == (6, 6, "Nothing is missing.")


def test_members_printed_without_a_name_are_said_in_words(lines):
    assert lines["members"].gap == (
        "31 as printed; 7 hosts are named; 24 are not named in any document."
    )
    assert lines["members"].unknown == 24


def test_the_networks_own_office_hosts_but_is_no_member(lines):
    assert lines["hosts"].value.number == 6
    assert lines["organisations"].value.number == 8
    assert lines["members"].notes == [
        "Of 7 we do not know whether they were members on the day.",
        "The network's own office is left out: no membership of it is recorded.",
    ]


def test_money_known_as_a_sum_has_no_rows(lines):
    assert lines["money"].gap == "24,354 EUR as printed, no rows."
    assert (lines["money"].value.number, lines["money"].rows) == (None, 0)


def test_countries_of_hosts_of_anybody_and_of_venues_are_three_figures(lines):
    counted = {
        key: [row.columns["country"] for row in lines[key].value.rows]
        for key in ("host_countries", "countries", "venue_countries")
    }

    assert counted == {
        "host_countries": ["BG", "HR", "KG", "NL", "UA"],
        "countries": ["BA", "BG", "FI", "GE", "HR", "KG", "MD", "NL", "NO", "RS", "SI", "UA"],
        "venue_countries": ["NL"],
    }


def test_groups_that_may_share_people_give_a_range(lines):
    value = lines["participants"].value

    assert (value.number, value.upper, value.count) == (61, 70, 5)
    assert lines["participants_unclear"].value.number == 423


def test_what_meets_regularly_without_a_number_is_left_out_and_said(lines):
    assert lines["sessions"].value.number == 10
    assert lines["hours"].value.number == Decimal("20.5")
    assert lines["study_visits"].value.number == 2
    assert lines["sessions"].notes == [
        "One activity meets regularly without a number; that is left out.",
        "One of them is postponed.",
    ]


def test_two_printings_with_two_periods_are_both_kept(lines):
    line = lines["activities:2011-2022"]

    assert [one.period_printed for one in line.printed] == ["over the past 12 years", "since 2016"]
    assert line.gap == (
        "62 as printed; 6 are recorded; 56 have no row. "
        "Printed once as “over the past 12 years” and once as “since 2016”; both are kept."
    )


def test_a_qualifier_is_part_of_the_printed_number(lines):
    assert lines["participants:2011-2022"].gap == (
        "more than 13,000 as printed; the records give 61 to 70."
    )


def test_the_headline_has_at_most_four_figures_in_their_order(lines):
    headlines = [one for one in lines.values() if one.indicator.headline and not one.is_span]

    assert [one.key for one in sorted(headlines, key=lambda one: one.indicator.headline)] == [
        "activities",
        "members",
        "countries",
        "money",
    ]
