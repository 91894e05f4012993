import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from plaza.figures import actions
from plaza.figures.models import OpeningBalance, PublishedFigure
from plaza.figures.queries.lines import counted_now, figures_of_span, figures_of_year, one_figure
from plaza.figures.queries.waiting import waiting_figures
from plaza.figures.tests.makers import make_2022, make_activity
from plaza.ledger.queries import entries_of
from plaza.web.refusals import Refused

pytestmark = pytest.mark.django_db


def keep(by, **facts):
    facts = {"indicator": "members", "number": 31, "first_year": 2022, "source": "Page"} | facts
    return actions.record_published_figure(by=by, **facts)


def total(by, first, last, value=10, indicator="activities"):
    return actions.record_opening_balance(
        indicator=indicator, first_year=first, last_year=last, value=value, source="Report", by=by
    )


def test_record_published_figure_keeps_what_was_printed(dora):
    figure = keep(dora, indicator="money", number="24354.50", qualifier="about")

    assert (figure.unit, figure.qualifier, figure.last_year) == ("EUR", "about", 2022)
    assert [entry.verb for entry in entries_of(figure)] == ["create"]


def test_record_published_figure_refuses_what_nothing_counts(dora):
    with pytest.raises(Refused, match="No figure is called “smiles”"):
        keep(dora, indicator="smiles")


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"source": " "}, "Say where the figure was printed."),
        ({"last_year": 2021}, "The first year comes before the last one."),
        ({}, "This figure is already kept from this source."),
    ],
)
def test_record_published_figure_refuses_with_a_sentence(dora, facts, sentence):
    keep(dora)

    with pytest.raises(Refused, match=sentence):
        keep(dora, **facts)


def test_edit_and_remove_published_figure_stay_in_the_history(dora):
    figure = keep(dora)

    actions.edit_published_figure(figure, qualifier="over", by=dora)
    verbs = [entry.verb for entry in entries_of(figure)]
    actions.remove_published_figure(figure, by=dora)

    assert (verbs, PublishedFigure.objects.count()) == (["amend", "create"], 0)


def test_a_total_stands_for_its_years_in_a_sum(dora):
    total(dora, 2011, 2018, 40)
    for year in (2015, 2019, 2022):
        make_activity(dora, f"Held in {year}", year)

    line = one_figure(None, "activities", 2011, 2022)

    assert (line.value.number, [row.columns["year"] for row in line.value.rows]) == (
        42,
        [2019, 2022],
    )
    assert line.notes == ["One total known without its rows is part of it."]


def test_a_total_of_distinct_things_gives_a_range(dora):
    make_2022(dora)
    total(dora, 2011, 2018, 59, "organisations")

    value = counted_now(None, 2011, 2022)["organisations"]

    assert (value.number, value.upper) == (59, 67)


def test_a_total_that_a_span_cuts_is_left_out_and_said(dora):
    total(dora, 2011, 2018, 40)
    make_activity(dora, year=2022)

    line = one_figure(None, "activities", 2016, 2022)

    assert line.value.number == 1
    assert line.notes == ["One total of a longer span cannot be divided and is left out."]


def test_totals_of_one_figure_share_no_year(dora):
    total(dora, 2011, 2018)

    with pytest.raises(Refused, match="The years 2011 to 2018 already have a total"):
        total(dora, 2018, 2020)
    total(dora, 2018, 2020, indicator="sessions")
    assert OpeningBalance.objects.count() == 2


def test_edit_opening_balance_may_keep_its_own_years(dora):
    balance = total(dora, 2011, 2018)
    other = total(dora, 2019, 2020)

    actions.edit_opening_balance(balance, value=12, last_year=2017, by=dora)
    with pytest.raises(Refused, match="already have a total"):
        actions.edit_opening_balance(other, first_year=2017, by=dora)
    actions.remove_opening_balance(other, by=dora)

    assert list(OpeningBalance.objects.values_list("value", "last_year")) == [(12, 2017)]


def test_wrong_printed_figures_and_totals_cannot_be_written(db):
    printed = {"indicator": "members", "number": 1, "first_year": 2022, "last_year": 2022}
    balance = {"indicator": "members", "value": 1, "first_year": 2022, "last_year": 2022}
    PublishedFigure.objects.create(**printed, source="Page")
    OpeningBalance.objects.create(**balance, source="Page")

    for wrong in (
        PublishedFigure(**printed, source=""),
        PublishedFigure(**printed | {"last_year": 2021}, source="Page"),
        PublishedFigure(**printed, source="Page"),
        OpeningBalance(**balance, source=""),
        OpeningBalance(**balance | {"last_year": 2021}, source="Page"),
        OpeningBalance(**balance, source="Page"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong.save(force_insert=True)


def test_a_span_shows_what_was_printed_for_exactly_this_span(dora):
    make_2022(dora)

    printed = {
        first: [str(one.period_printed) for one in figures_of_span(None, first, 2022)[0].printed]
        for first in (2011, 2016, 2020)
    }

    assert printed == {2011: ["over the past 12 years"], 2016: ["since 2016"], 2020: []}


def test_a_figure_that_is_counted_no_more_does_not_break_the_year(dora):
    PublishedFigure.objects.create(
        indicator="gone", number=1, first_year=2022, last_year=2022, source="Page"
    )

    assert figures_of_year(None, 2022) == []


def test_names_that_are_missing_and_years_without_a_release_wait_at_the_desk(dora, ben):
    make_2022(dora)

    assert [str(one.what) for one in waiting_figures(dora)] == [
        "24 members of 2022 have no name.",
        "6 countries of 2022 have no name.",
        "2022 has activities but no release.",
    ]
    assert list(waiting_figures(ben)) == []


def test_no_release_is_asked_of_a_year_that_is_not_over(dora):
    now = timezone.localdate().year
    make_activity(dora, year=now)
    make_activity(dora, title="Bridges", year=now - 1)

    assert [str(one.what) for one in waiting_figures(dora)] == [
        f"{now - 1} has activities but no release."
    ]
