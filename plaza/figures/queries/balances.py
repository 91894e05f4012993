"""Totals known without their rows, and how they join what the rows say."""

from decimal import Decimal

from plaza.figures.indicators.indicator import Indicator
from plaza.figures.models import OpeningBalance
from plaza.figures.values import Value


def balances(first: int, last: int) -> list[OpeningBalance]:
    """The totals that touch a span."""
    found = OpeningBalance.objects.filter(first_year__lte=last, last_year__gte=first)
    return list(found.order_by("indicator", "first_year"))


def with_balances(
    indicator: Indicator, value: Value, inside: list[OpeningBalance], undivided: int
) -> Value:
    """The rows of the other years together with the totals.

    What adds up is added. Of distinct things one may be in both, so the answer is a range: from
    the larger of the numbers to all of them together.
    """
    if not inside and not undivided:
        return value
    notes = (*value.notes, *(("balance", len(inside)),) * bool(inside))
    notes += (("undivided", undivided),) * bool(undivided)
    if not inside:
        return _with(value, value.number, value.upper, notes)
    totals = [one.value for one in inside]
    low, high = value.number or Decimal(0), value.upper or value.number or Decimal(0)
    if indicator.adds:
        return _with(
            value,
            low + sum(totals),
            high + sum(totals) if high != low else None,
            notes,
            indicator.unit,
        )
    low, high = max(low, *totals), high + sum(totals)
    return _with(value, low, high if high != low else None, notes, indicator.unit)


def _with(
    value: Value,
    number: Decimal | None,
    upper: Decimal | None,
    notes: tuple[tuple[str, int], ...],
    unit: str = "",
) -> Value:
    return Value(
        number=number,
        upper=upper,
        count=value.count,
        unknown=value.unknown,
        noun=value.noun if not number or value.count else "rows",
        unit=value.unit or unit,
        parts=value.parts,
        notes=notes,
        stream=value.stream,
    )
