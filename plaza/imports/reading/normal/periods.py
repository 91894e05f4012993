"""Periods as people print them, in any language of the vocabulary, to first and last day.

Dates are read as a row of parts (day, month, season, year); what one point lacks it takes from its
neighbour, as readers do: in "14 and 15 November 2017" the 14th is of November too.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, field, replace

from plaza.imports.reading import vocabulary
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Doubt, Json
from plaza.imports.reading.normal.dates import Point, candidates, numeric, tokens

PRECISIONS = ("day", "month", "season", "year")
LONGEST = 90  # letters in a printed period
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}


@dataclass(frozen=True, slots=True)
class Period:
    """One is a printed period: first day, last day and how exactly they are known."""

    printed: str
    start: datetime.date | None
    end: datetime.date | None
    precision: str | None
    open_end: bool = False
    state: str | None = None
    doubts: tuple[Doubt, ...] = ()

    def to_json(self) -> dict[str, Json]:
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "precision": self.precision,
            "open_end": self.open_end,
            "printed": self.printed,
        }


@dataclass(slots=True)
class Parts:
    """What the words of a period come to before they are dates."""

    points: list[Point] = field(default_factory=lambda: [Point()])
    since: bool = False
    open_end: bool = False
    state: str | None = None
    ambiguous: bool = False
    joined: bool = False


def period(printed: str, *, year: int | None = None) -> Period | None:
    """The period these words say and nothing else, or None. ``year`` is that of the document."""
    parts = list(tokens(printed))
    if any(kind == "word" for kind, _ in parts):
        return None
    return _settle(printed, parts, year)


def find_period(text: str, *, year: int | None = None) -> tuple[int, int, Period] | None:
    """The first stretch of the text that says a period to the day or month, and where it stands."""
    for match in candidates().finditer(text):
        start, end = match.start(), min(match.end(), match.start() + LONGEST)
        while end > start:
            read = period(text[start:end].strip(" ,;"), year=year)
            if read and read.start and read.precision in ("day", "month", "season"):
                printed = _without_joints(text[start:end])
                return start, start + len(printed), replace(read, printed=printed)
            if read and read.doubts and read.precision in ("day", "month"):
                return start, start + len(text[start:end].rstrip(" ,;")), read
            shorter = text[start:end].rstrip().rfind(" ")
            if shorter < 0:
                break
            end = start + shorter
    return None


def _without_joints(printed: str) -> str:
    """The words of a period without the small word that begins what comes after it."""
    joints = {*vocabulary.words("dates", "filler"), *vocabulary.words("dates", "and")}
    words = printed.rstrip(" ,;")
    while (last := words.rpartition(" "))[2].casefold() in joints:
        words = last[0].rstrip(" ,;")
    return words


def _settle(printed: str, words: list[tuple[str, str]], year: int | None) -> Period | None:
    parts = Parts()
    for kind, value in words:
        _take(parts, kind, value)
    points = [point for point in parts.points if not point.is_empty]
    if not points:
        if parts.state:
            return Period(printed, None, None, None, state=parts.state)
        return None
    doubts: list[Doubt] = []
    points = _share(points)
    if all(point.year is None for point in points):
        if points[0].month is None and points[0].season is None:
            return None
        if year is None:
            precision = "day" if points[0].day else "month" if points[0].month else "season"
            return Period(
                printed,
                None,
                None,
                precision,
                parts.open_end,
                parts.state,
                (doubt("year_missing"),),
            )
        points = [replace(point, year=year) for point in points]
        doubts.append(doubt("year_from_context", year=year))
    if parts.ambiguous:
        doubts.append(doubt("day_or_month"))
    try:
        firsts, lasts = zip(*(_days(point) for point in points), strict=True)
    except ValueError:
        return None
    start, end = firsts[0], lasts[-1]
    if end < start:
        doubts.append(doubt("end_before_start"))
    for point, first in zip(points, firsts, strict=True):
        if point.weekday and point.day and first.isoweekday() != point.weekday:
            doubts.append(doubt("weekday_differs"))
    precision = max((_precision(point) for point in points), key=PRECISIONS.index)
    open_end = parts.open_end or (parts.since and len(points) == 1)
    return Period(
        printed, start, None if open_end else end, precision, open_end, parts.state, tuple(doubts)
    )


def _take(parts: Parts, kind: str, value: str) -> None:
    last = parts.points[-1]
    if kind in ("iso", "numeric"):
        point, ambiguous = numeric(kind, value)
        parts.ambiguous = parts.ambiguous or ambiguous
        parts.points.append(point)
    elif kind == "year_span":
        first, second = re.split(r"\s*[-/]\s*", value)
        second = first[: 4 - len(second)] + second
        if last.season == "winter" and int(second) == int(first) + 1:
            parts.points[-1] = replace(last, year=int(first))
        else:
            _put(parts, "year", int(first))
            parts.points.append(Point(year=int(second)))
    elif kind == "day":
        _put(parts, "day", int(re.sub(r"\D", "", value)))
    elif kind == "year":
        _put(parts, "year", int(value[:4]))
    elif kind == "month":
        _put(parts, "month", int(value))
    elif kind == "season":
        _put(parts, "season", value)
    elif kind == "weekday":
        if last.day:
            parts.points.append(Point())
        parts.points[-1] = replace(parts.points[-1], weekday=int(value))
    elif kind in ("and", "range", "dash"):
        parts.points.append(Point())
    elif kind in ("since", "ongoing"):
        parts.since = True
        parts.open_end = parts.open_end or kind == "ongoing"
        if kind == "ongoing":
            parts.state = parts.state or "running"
    elif kind == "until_now":
        parts.open_end = True
    elif kind == "state":
        parts.state = value
        parts.open_end = parts.open_end or value == "running"


def _put(parts: Parts, name: str, value: int | str) -> None:
    if getattr(parts.points[-1], name) is not None:
        parts.points.append(Point())
    parts.points[-1] = replace(parts.points[-1], **{name: value})  # type: ignore[arg-type]


def _share(points: list[Point]) -> list[Point]:
    """Give each point the month and year its neighbours print for it."""
    if not any(point.day for point in points):
        points = [point for point in points if point.month or point.season or point.year]
    later: Point | None = None
    shared: list[Point] = []
    for point in reversed(points):
        if later:
            if point.year is None:
                point = replace(point, year=later.year)
            if point.day and point.month is None and not point.season:
                point = replace(point, month=later.month)
        shared.insert(0, point)
        later = point
    for place in range(1, len(shared)):
        before, point = shared[place - 1], shared[place]
        if point.day and point.month is None:
            point = replace(point, month=before.month)
        if point.year is None:
            point = replace(point, year=before.year)
        shared[place] = point
    dates = [point for point in shared if point.month or point.season or point.year]
    return [point for point in dates if not (point.day and point.month is None)] or shared


def _days(point: Point) -> tuple[datetime.date, datetime.date]:
    if point.year is None:
        raise ValueError
    if point.month and point.day:
        day = datetime.date(point.year, point.month, point.day)
        return day, day
    if point.month:
        last = calendar.monthrange(point.year, point.month)[1]
        return datetime.date(point.year, point.month, 1), datetime.date(
            point.year, point.month, last
        )
    if point.season:
        first, last_month = SEASONS[point.season]
        last_year = point.year + (1 if last_month < first else 0)
        last = calendar.monthrange(last_year, last_month)[1]
        return datetime.date(point.year, first, 1), datetime.date(last_year, last_month, last)
    return datetime.date(point.year, 1, 1), datetime.date(point.year, 12, 31)


def _precision(point: Point) -> str:
    if point.day:
        return "day"
    return "month" if point.month else "season" if point.season else "year"
