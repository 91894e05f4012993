"""Totals known without their rows."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from plaza.figures.actions.published import known
from plaza.figures.indicators.declared import BY_KEY
from plaza.figures.models import OpeningBalance
from plaza.ledger.actions import amend, create, remove
from plaza.web.refusals import Refused


@transaction.atomic
def record_opening_balance(
    *,
    indicator: str,
    first_year: int,
    last_year: int,
    value: Decimal | int,
    source: str,
    by: Any,
    **facts: Any,
) -> OpeningBalance:
    """Keep a total of a span of years; no year can be in two totals of one figure."""
    known(indicator)
    apart(indicator, first_year, last_year)
    facts.setdefault("unit", BY_KEY[indicator].unit)
    return create(
        OpeningBalance(
            indicator=indicator,
            first_year=first_year,
            last_year=last_year,
            value=Decimal(value),
            source=source.strip(),
            **facts,
        ),
        by=by,
    )


@transaction.atomic
def edit_opening_balance(balance: OpeningBalance, *, by: Any, **facts: Any) -> bool:
    """Correct a total or its span."""
    indicator = facts.get("indicator", balance.indicator)
    known(indicator)
    first, last = (
        facts.get("first_year", balance.first_year),
        facts.get("last_year", balance.last_year),
    )
    apart(indicator, first, last, besides=balance)
    return amend(balance, by=by, **facts)


def remove_opening_balance(balance: OpeningBalance, *, by: Any) -> None:
    """Take a total away, such as when its rows have been typed."""
    remove(balance, by=by)


def apart(indicator: str, first: int, last: int, *, besides: OpeningBalance | None = None) -> None:
    """Refuse a span that shares a year with another total of the same figure."""
    others = OpeningBalance.objects.select_for_update().filter(
        indicator=indicator, first_year__lte=last, last_year__gte=first
    )
    if besides is not None:
        others = others.exclude(pk=besides.pk)
    for other in others:
        raise Refused(
            _(
                "The years %(first)s to %(last)s already have a total, so this one would count "
                "some of them twice."
            )
            % {"first": other.first_year, "last": other.last_year}
        )
