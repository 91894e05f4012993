"""Each constraint of programmes, broken once."""

import datetime as dt

import pytest
from django.db import IntegrityError

from plaza.programmes import actions
from plaza.programmes.models import Programme, Strand
from plaza.web.refusals import Refused

DAY = dt.date(2022, 5, 1)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"title": "x", "kind": "year"}, "Say which year it is"),
        ({"title": ""}, "Write the programme's title"),
        ({"title": "x", "ends_on": DAY}, "The last day lies before the first one"),
        (
            {"title": "x", "starts_on": DAY, "ends_on": DAY, "open_end": True},
            "without an end cannot have a last day",
        ),
    ],
)
def test_a_programme_that_cannot_be_is_refused(system, facts, sentence):
    with pytest.raises(Refused, match=sentence):
        actions.record_programme(by=system, **facts)

    assert Programme.objects.count() == 0


def test_a_year_has_one_programme(year, system):
    with pytest.raises(Refused, match="has its programme already"):
        actions.record_programme(title="Again", kind="year", year=2022, by=system)


def test_an_organisation_has_a_role_once(project, house, system):
    actions.add_partner(project, organisation=house, role="lead", by=system)

    with pytest.raises(Refused, match="has the role already"):
        actions.add_partner(project, organisation=house, role="lead", by=system)


def test_a_strand_is_no_part_of_itself(project):
    strand = project.strands.first()

    with pytest.raises(IntegrityError, match="strand_is_no_part_of_itself"):
        Strand.objects.filter(pk=strand.pk).update(parent=strand)


@pytest.mark.parametrize("amount", [0, -5])
def test_nothing_is_not_an_amount(project, system, amount):
    with pytest.raises(Refused, match="unknown is not zero"):
        actions.add_contribution(project, amount=amount, by=system)


@pytest.mark.parametrize(
    "facts",
    [
        {"rate": 2, "on": DAY},
        {"rate": 2, "rate_source": "a bank"},
        {"rate": 0, "rate_source": "a bank", "on": DAY},
    ],
)
def test_a_rate_says_where_it_is_from_and_of_which_day(project, system, facts):
    with pytest.raises(Refused, match="Say where the rate is from"):
        actions.add_contribution(project, amount=5, currency="USD", by=system, **facts)


@pytest.mark.parametrize("code", ["EURO", "XYZ", ""])
def test_a_currency_is_one_of_those_there_are(project, system, code):
    with pytest.raises(Refused, match="is not a currency"):
        actions.add_contribution(project, amount=5, currency=code, by=system)
