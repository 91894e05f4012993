"""Sessions, their hours, study visits."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from plaza.figures.indicators.activities import activity_path
from plaza.figures.pieces import Dated, Plan
from plaza.figures.values import Reason, Row, Value, counted
from plaza.figures.years import Years

VISIT = "study_visit"


@dataclass
class Meetings:
    """What one activity planned and what has a date, of one kind of meeting.

    The dated sessions count as soon as there are as many of them as the plan has.
    """

    plans: list[Plan] = field(default_factory=list)
    dated: list[Dated] = field(default_factory=list)

    @property
    def planned(self) -> int:
        """How many the plan has; what is open-ended has no number."""
        return sum(one.number or 0 for one in self.plans)

    @property
    def held(self) -> int:
        """How many have a date."""
        return sum(one.number for one in self.dated)

    @property
    def is_dated(self) -> bool:
        """The dated sessions count, not the plan."""
        return bool(self.dated) and self.held >= self.planned

    @property
    def number(self) -> int:
        """How many count."""
        return self.held if self.is_dated else self.planned

    @property
    def minutes(self) -> int:
        """How many minutes count."""
        if self.is_dated:
            return sum(one.minutes for one in self.dated)
        return sum((one.number or 0) * (one.minutes or 0) for one in self.plans)

    @property
    def without_length(self) -> int:
        """Planned sessions of which nobody said how long they are."""
        return 0 if self.is_dated else sum(p.number or 0 for p in self.plans if p.minutes is None)

    @property
    def is_open(self) -> bool:
        """A part of the plan has no number, so it is left out."""
        return not self.is_dated and any(one.number is None for one in self.plans)


def sessions(years: Years) -> Value:
    """Sessions, study visits apart."""
    found = meetings(years, visits=False)
    open_ended = sum(1 for one in found.values() if one.is_open)
    count = sum(one.number for one in found.values())
    return Value(
        number=Decimal(count) if count else None,
        count=len([one for one in found.values() if one.number]),
        noun="sessions",
        notes=tuple(
            (code, number)
            for code, number in (
                ("open_ended", open_ended),
                ("postponed", _postponed(years, found)),
            )
            if number
        ),
        stream=lambda: _rows(years, found, "session"),
    )


def hours(years: Years) -> Value:
    """Hours of the sessions whose length is known."""
    found = {k: one for k, one in meetings(years, visits=False).items() if one.number}
    minutes = sum(one.minutes for one in found.values())
    without = sum(one.without_length for one in found.values())
    open_ended = sum(1 for one in meetings(years, visits=False).values() if one.is_open)
    timed = {key: one for key, one in found.items() if one.minutes}
    return Value(
        number=Decimal(minutes) / 60 if minutes else None,
        count=len(timed),
        noun="hours",
        unit="h",
        notes=tuple(
            (code, number)
            for code, number in (("without_length", without), ("open_ended", open_ended))
            if number
        ),
        stream=lambda: _rows(years, timed, "session"),
    )


def study_visits(years: Years) -> Value:
    """Study visits."""
    found = {k: one for k, one in meetings(years, visits=True).items() if one.number}
    value = counted(
        sum(one.number for one in found.values()),
        "study_visits",
        lambda: _rows(years, found, VISIT),
    )
    return Value(number=value.number, count=len(found), noun=value.noun, stream=value.stream)


def meetings(years: Years, *, visits: bool) -> dict[int, Meetings]:
    """Plans and dated sessions by activity; study visits or all others."""
    found: dict[int, Meetings] = defaultdict(Meetings)
    for plan in years.plans:
        if (plan.mode == VISIT) is visits:
            found[plan.activity].plans.append(plan)
    for dated in years.dated:
        if (dated.mode == VISIT) is visits:
            found[dated.activity].dated.append(dated)
    return found


def _postponed(years: Years, found: dict[int, Meetings]) -> int:
    return sum(
        one.number for key, one in found.items() if years.activities[key].state == "postponed"
    )


def _rows(years: Years, found: dict[int, Meetings], kind: str) -> Iterator[Row]:
    for key, held in years.activities.items():
        one = found.get(key)
        if one is None or not one.number:
            continue
        yield Row(
            key=f"activity:{key}",
            label=held.title,
            columns={
                "year": held.year,
                "state": held.state,
                "number": one.number,
                "hours": str(Decimal(one.minutes) / 60) if one.minutes else None,
            },
            path=activity_path(held),
            why=(Reason(f"{kind}_{'dated' if one.is_dated else 'planned'}", held.title, key),),
        )
