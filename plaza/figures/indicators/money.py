"""Money granted, own cash, and what was given in kind. Unknown is not zero."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal

from plaza.figures.paths import path_of
from plaza.figures.values import Reason, Row, Value
from plaza.figures.years import Years
from plaza.programmes.models import Contribution
from plaza.programmes.queries import EURO, in_euro, is_told
from plaza.web.text import Text


def money(kind: str) -> Callable[[Years], Value]:
    """Contributions of one kind in euro: each row is converted, half to even, then they are added.

    A row in another currency without a rate is left out of the sum, kept as a row, and said.
    What is only pledged is left out, and said.
    """

    def how(years: Years) -> Value:
        of_kind = [one for one in years.contributions if one.kind == kind]
        rows = [one for one in of_kind if is_told(one)]
        converted = [in_euro(one) for one in rows]
        known = [one for one in converted if one is not None]
        return Value(
            number=sum(known, Decimal(0)) if known else None,
            count=len(rows),
            noun="money",
            unit=EURO,
            parts=_by_currency(rows),
            notes=tuple(
                (code, count)
                for code, count in (
                    ("without_rate", len(rows) - len(known)),
                    ("pledged", len(of_kind) - len(rows)),
                )
                if count
            ),
            stream=lambda: _rows(rows),
        )

    return how


def _by_currency(rows: list[Contribution]) -> tuple[tuple[str, Decimal], ...]:
    """The sums as they were given; nothing to share out where all is in euro."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for one in rows:
        sums[one.currency] += one.amount
    return () if set(sums) <= {EURO} else tuple(sorted(sums.items()))


def _rows(rows: list[Contribution]) -> Iterator[Row]:
    for one in rows:
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
            why=(_what_for(one, giver.pk if giver else None),),
        )


def _what_for(one: Contribution, giver: int | None) -> Reason:
    """The activity it is earmarked for, else the year's programme, else the project."""
    earmark = getattr(one, "earmark", None)
    if earmark is not None:
        return Reason("for_activity", earmark.activity.title, earmark.activity_id, giver)
    if one.programme.kind == one.programme.Kind.YEAR:
        return Reason("for_programme", Text(), None, giver)
    return Reason("for_project", one.programme.title, None, giver)
