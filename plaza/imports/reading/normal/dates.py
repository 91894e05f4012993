"""The parts that dates are printed with: days, months, seasons, years and the words between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from plaza.imports.reading import vocabulary


@dataclass(frozen=True, slots=True)
class Point:
    """One is a date in the making: the parts that are printed for it."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    season: str | None = None
    weekday: int | None = None

    @property
    def is_empty(self) -> bool:
        return (self.day, self.month, self.year, self.season) == (None,) * 4


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a printed period, each with its kind; ``word`` is what no date has."""
    folded = re.sub(r"[–—−‒]", "-", text.casefold())
    for match in _token().finditer(folded):
        kind = match.lastgroup or "word"
        if kind == "name":
            yield _name(" ".join(match[0].split()))
        else:
            yield kind, match[0]


def _name(word: str) -> tuple[str, str]:
    for section, kind in (("months", "month"), ("seasons", "season"), ("weekdays", "weekday")):
        key = vocabulary.lookup(section).get(word.rstrip("."))
        if key:
            return kind, key
    state = vocabulary.lookup("states").get(word)
    if state:
        return "state", state
    key = vocabulary.lookup("dates").get(word)
    return (key, word) if key else ("word", word)


def numeric(kind: str, value: str) -> tuple[Point, bool]:
    """The date of figures alone, and whether day and month could be swapped."""
    numbers = [int(part) for part in re.findall(r"\d+", value)]
    if kind == "iso":
        return Point(year=numbers[0], month=numbers[1], day=numbers[2]), False
    day, month, year = numbers
    year += 2000 if year < 100 else 0
    ambiguous = "/" in value and day <= 12 and month <= 12 and day != month
    if month > 12 >= day:
        day, month = month, day
    return Point(day=day, month=month, year=year), ambiguous


@cache
def _token() -> re.Pattern[str]:
    names = vocabulary.one_of(
        [
            *vocabulary.lookup("months"),
            *vocabulary.lookup("seasons"),
            *vocabulary.lookup("weekdays"),
            *vocabulary.lookup("states"),
            *vocabulary.lookup("dates"),
        ]
    )
    return re.compile(
        r"(?P<iso>\b(?:19|20)\d\d-\d{1,2}-\d{1,2}\b)"
        r"|(?P<numeric>\b\d{1,2}\s?(?P<sep>[./-])\s?\d{1,2}\s?(?P=sep)\s?(?:19|20)?\d\d\b)"
        r"|(?P<year_span>\b(?:19|20)\d\d\s?[-/]\s?(?:(?:19|20)\d\d|\d\d)\b(?!\s?-))"
        r"|(?P<year>\b(?:19|20)\d\d\b\.?)"
        r"|(?P<day>\b(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|º|ª|\.)?(?![\w]))"
        rf"|(?P<name>(?<![\w]){names}(?![\w])\.?)"
        r"|(?P<dash>[-/])|(?P<space>[\s,;()·]+)|(?P<word>[\w'’]+|\S)"
    )


@cache
def candidates() -> re.Pattern[str]:
    """A run of words that could be a date, with at least one figure or month in it."""
    names = vocabulary.one_of(
        [
            *vocabulary.lookup("months"),
            *vocabulary.lookup("seasons"),
            *vocabulary.lookup("weekdays"),
        ]
    )
    links = vocabulary.one_of(vocabulary.lookup("dates"))
    figure = r"\d{1,4}(?:st|nd|rd|th|º|\.)?(?!\w)"
    part = rf"(?:(?<!\w){names}(?!\w)\.?|{figure}|[-–—/,]|(?<!\w){links}(?!\w))"
    return re.compile(rf"(?<!\w)(?:{names}(?!\w)|{figure})(?:\s*{part})*", re.IGNORECASE)
