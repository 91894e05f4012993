"""Money: rows are converted, half to even, and then added; what is not known is not zero."""

import datetime as dt
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import given
from hypothesis import strategies as some

from plaza.programmes import actions
from plaza.programmes.models import Contribution
from plaza.programmes.pages import Purpose
from plaza.programmes.queries import (
    in_euro,
    money_in_year,
    money_of_programme,
    money_told,
    payments_waiting,
    years_with_money,
)
from plaza.programmes.queries.money import sums_by_kind
from plaza.web.refusals import Refused

DAY = dt.date(2022, 5, 1)
AMOUNT = some.decimals(min_value="0.01", max_value="999999", places=2)
RATE = some.decimals(min_value="0.00000001", max_value="999", places=8)
MONEY = some.builds(
    Contribution,
    kind=some.sampled_from(list(Contribution.Kind)),
    amount=AMOUNT,
    currency=some.sampled_from(["EUR", "USD", "UAH"]),
    rate=some.none() | RATE,
)


@given(amount=AMOUNT, rate=RATE)
def test_a_row_is_always_rounded_half_to_even_to_the_cent(amount, rate):
    worth = in_euro(Contribution(amount=amount, currency="USD", rate=rate))

    assert worth == (amount * rate).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
    assert abs(worth - amount * rate) <= Decimal("0.005")


@pytest.mark.parametrize(
    ("amount", "rate", "worth"),
    [("0.50", "0.05", "0.02"), ("1.50", "0.05", "0.08"), ("2.50", "0.05", "0.12")],
)
def test_a_half_cent_goes_to_the_even_one(amount, rate, worth):
    row = Contribution(amount=Decimal(amount), currency="USD", rate=Decimal(rate))

    assert in_euro(row) == Decimal(worth)


@given(rows=some.lists(MONEY, max_size=12))
def test_rows_are_converted_and_then_added_and_unknown_is_never_zero(rows):
    sums = sums_by_kind(rows)

    for one in sums:
        own = [row for row in rows if row.kind == one.kind]
        known = [worth for row in own if (worth := in_euro(row)) is not None]
        assert (one.rows, one.without_rate) == (len(own), len(own) - len(known))
        assert one.euro == sum(known, Decimal())
        assert one.is_known == bool(known)
        assert sum(amount for _code, amount in one.given) == sum(row.amount for row in own)
    assert sum(one.rows for one in sums) == len(rows)


def test_adding_the_rows_first_would_give_another_sum(project, system):
    for _row in range(3):
        actions.add_contribution(
            project,
            amount="0.10",
            currency="USD",
            rate="0.45",
            rate_source="a bank",
            on=DAY,
            by=system,
        )

    [total] = money_of_programme(project).sums

    assert (total.euro, total.given) == (Decimal("0.12"), [("USD", Decimal("0.30"))])


def test_money_of_a_year_counts_by_its_programme_else_by_its_day(year, project, system):
    actions.add_contribution(year, amount=100, on=dt.date(2021, 12, 1), by=system)
    actions.add_contribution(year, amount=10, kind="cash", by=system)
    actions.add_contribution(project, amount=7, on=DAY, by=system)
    actions.add_contribution(project, amount=3, by=system)

    money = money_in_year(2022)

    assert [(str(one), len(own.rows)) for one, own in money.programmes] == [
        ("Going to school together", 1),
        ("Peer learning 2022", 2),
    ]
    assert [(one.kind, one.euro) for one in money.sums] == [
        ("granted", Decimal("107.00")),
        ("cash", Decimal("10.00")),
    ]
    assert (money_in_year(2021).count, years_with_money()) == (0, [2022])


def test_money_says_what_it_is_for_where_a_room_knows(year, system, monkeypatch):
    row = actions.add_contribution(year, amount=5, by=system)
    source = [lambda rows: {row.pk: Purpose("Walks", "/activities/2022/walks/")}]
    monkeypatch.setattr("plaza.programmes.pages._purposes", source)

    [(_programme, own)] = money_in_year(2022).programmes

    assert own.rows[0].purpose == ("Walks", "/activities/2022/walks/")


def test_a_public_page_tells_totals_of_what_is_confirmed_or_paid(project, system):
    actions.add_contribution(project, amount=5, stage="pledged", by=system)
    actions.add_contribution(project, amount=7, stage="confirmed", by=system)
    actions.add_contribution(project, amount=9, stage="paid", kind="in_kind", by=system)

    assert [(one.kind, one.euro) for one in money_told(project)] == [
        ("granted", Decimal("7.00")),
        ("in_kind", Decimal("9.00")),
    ]


def test_what_was_paid_is_not_paid_again(project, system):
    row = actions.add_contribution(project, amount=5, by=system)
    actions.pay_contribution(row, by=system)
    assert row.stage == "paid"

    with pytest.raises(Refused, match="paid already"):
        actions.pay_contribution(row, by=system)


def test_a_payment_waits_when_its_day_has_come(project, house, dora, ben, system):
    yesterday = dt.date.today() - dt.timedelta(days=1)
    facts = {"amount": 1200, "organisation": house, "by": system}
    actions.add_contribution(project, stage="confirmed", on=yesterday, **facts)
    actions.add_contribution(project, stage="paid", on=yesterday, **facts)
    actions.add_contribution(project, stage="pledged", on=dt.date(2990, 1, 1), **facts)
    actions.add_contribution(project, stage="pledged", **facts)

    [waiting] = payments_waiting(dora)

    assert (str(waiting.what), waiting.due_on) == ("A payment: 1,200.00 EUR", yesterday)
    assert waiting.url == "/desk/programmes/going-to-school-together/#money"
    assert list(payments_waiting(ben)) == list(payments_waiting(AnonymousUser())) == []
