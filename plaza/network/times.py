"""Times of membership: which share a day, which belong together, what is known of a day."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar


class Lasting(Protocol):
    """What has a first and a last day, as far as they are known."""

    from_on: dt.date | None
    until_on: dt.date | None


class Time(NamedTuple):
    """One time of membership: its first and last day, and the day on which it was named."""

    from_on: dt.date | None = None
    until_on: dt.date | None = None
    known_on: dt.date | None = None

    @property
    def first_known(self) -> dt.date | None:
        """The first day from which it is known to have lasted."""
        return self.from_on or self.known_on or self.until_on

    def covers(self, day: dt.date, today: dt.date) -> bool | None:
        """Whether it lasts on a day; None where nobody knows.

        One that was written down without a first day lasts today, as long as it has not ended;
        of an earlier day it is known only from the day on which it was named.
        """
        if self.until_on is not None and self.until_on < day:
            return False
        if self.from_on is not None:
            return self.from_on <= day
        known = self.first_known
        return True if day >= today or (known is not None and known <= day) else None


Row = TypeVar("Row", bound=Lasting)


def standing(
    times: Iterable[Time], day: dt.date, today: dt.date, *, is_complete: bool
) -> bool | None:
    """Whether somebody with these times is a member on a day; None where nobody knows.

    Without any time the answer is no only where the list of members is complete.
    """
    answers = {one.covers(day, today) for one in times}
    if not answers:
        return False if is_complete else None
    if True in answers:
        return True
    return None if None in answers else False


def overlap(
    first: tuple[dt.date | None, dt.date | None], second: tuple[dt.date | None, dt.date | None]
) -> bool:
    """Whether two times share a day; an end that is not known is open."""
    starts_in_time = not (first[0] and second[1] and second[1] < first[0])
    ends_in_time = not (first[1] and second[0] and first[1] < second[0])
    return starts_in_time and ends_in_time


def together(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows in groups that share days; no two groups do."""
    groups: list[list[Row]] = []
    for row in rows:
        touched = [one for one in groups if any(_share(row, other) for other in one)]
        groups = [one for one in groups if one not in touched]
        groups.append([other for one in touched for other in one] + [row])
    return groups


def joined(times: Sequence[Time]) -> Time:
    """One time that covers all of these; what was known of any of them stays known."""
    starts, ends = [one.from_on for one in times], [one.until_on for one in times]
    start = None if None in starts else min(day for day in starts if day)
    known = [one.known_on if start else one.first_known for one in times]
    return Time(
        start,
        None if None in ends else max(day for day in ends if day),
        min((day for day in known if day), default=None),
    )


def _share(one: Lasting, other: Lasting) -> bool:
    return overlap((one.from_on, one.until_on), (other.from_on, other.until_on))
