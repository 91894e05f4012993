"""Money granted, own cash, and what was given in kind. Unknown is not zero."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_EVEN, Decimal

from plaza.figures.paths import path_of
from plaza.figures.values import Reason, Row, Value
from plaza.figures.years import Years
from plaza.programmes.models import Contribution
from plaza.web.text import Text

CENT = Decimal("0.01")
EURO = "EUR"


def money(kind: str) -> Callable[[Years], Value]:
    """Contributions of one kind in euro: each row is converted, half to even, then they are added.

    A row in another currency without a rate is left out of the sum, kept as a row, and said.
    """

    def how(years: Years) -> Value:
        rows = [one for one in years.contributions if one.kind == kind]
        converted = [in_euro(one) for one in rows]
        known = [one for one in converted if one is not None]
        return Value(
            number=sum(known, Decimal(0)) if known else None,
            count=len(rows),
            noun="money",
            unit=EURO,
            parts=_by_currency(rows),
            notes=(("without_rate", len(rows) - len(known)),) if len(known) < len(rows) else (),
            stream=lambda: _rows(years, rows),
        )

    return how


def in_euro(contribution: Contribution) -> Decimal | None:
    """What a contribution is worth in euro, to the cent; nothing where no rate is written down."""
    if contribution.currency == EURO:
        return contribution.amount
    if contribution.rate is None:
        return None
    return (contribution.amount * contribution.rate).quantize(CENT, ROUND_HALF_EVEN)


def _by_currency(rows: list[Contribution]) -> tuple[tuple[str, Decimal], ...]:
    """The sums as they were given; nothing to share out where all is in euro."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for one in rows:
        sums[one.currency] += one.amount
    return () if set(sums) <= {EURO} else tuple(sorted(sums.items()))


def _rows(years: Years, rows: list[Contribution]) -> Iterator[Row]:
    for one in rows:
        earmark = getattr(one, "earmark", None)
        held = years.activities.get(earmark.activity_id) if earmark else None
        giver = one.organisation
        euro = in_euro(one)
        yield Row(
            key=f"contribution:{one.pk}",
            label=giver.name if giver else Text(),
            columns={
                "amount": str(one.amount),
                "currency": one.currency,
                "rate": str(one.rate.normalize()) if one.rate is not None else None,
                "in_euro": str(euro) if euro is not None else None,
                "how_far": one.stage,
                "day": one.on.isoformat() if one.on else None,
            },
            path=path_of("network:organisation", giver.slug) if giver else "",
            why=(
                Reason("for_activity", held.title, held.id, giver.pk if giver else None)
                if held
                else Reason("for_programme", Text(), None, giver.pk if giver else None),
            ),
        )
