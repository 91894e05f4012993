"""People by basis: named, told by hosts, estimated. They are never added together."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from plaza.figures.indicators.activities import activity_path
from plaza.figures.values import Reason, Row, Value
from plaza.figures.years import Years


def people(basis: str, counted: str) -> Callable[[Years], Value]:
    """Headcounts of one basis and one kind, added over activities.

    Groups of one activity that may share people give a range: from the largest of them to all
    of them together.
    """

    def how(years: Years) -> Value:
        heads = years.heads.get((basis, counted), {}).values()
        low, high = sum(one.low for one in heads), sum(one.high for one in heads)
        told = {activity for found in years.heads.values() for activity in found}
        notes = (
            ("shared_groups", sum(1 for one in heads if one.low != one.high)),
            ("without_headcount", len(years.activities) - len(told) if heads else 0),
        )
        return Value(
            number=Decimal(low) if heads else None,
            upper=Decimal(high) if low != high else None,
            count=sum(one.groups for one in heads),
            noun=counted,
            notes=tuple((code, number) for code, number in notes if number),
            stream=lambda: _rows(years, basis, counted),
        )

    return how


def _rows(years: Years, basis: str, counted: str) -> Iterator[Row]:
    told = years.headcounts(basis=basis, counted=counted)
    for key, activity, group, number, overlap, printed in told:
        held = years.activities[activity]
        yield Row(
            key=f"headcount:{key}",
            label=held.title,
            columns={
                "group": dict(group),
                "number": number,
                "overlap": overlap,
                "printed": printed,
                "year": held.year,
            },
            path=activity_path(held),
            why=(Reason(f"basis_{basis}", held.title, activity),),
        )
