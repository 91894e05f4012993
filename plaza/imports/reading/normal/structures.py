"""How an activity is built: how many sessions of which length and kind, as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plaza.imports.reading import vocabulary
from plaza.imports.reading.found import Json
from plaza.imports.reading.normal.countries import find_countries
from plaza.imports.reading.normal.numbers import find_numbers, number


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """One is a row of like sessions; ``count`` is None if they go on or are not counted."""

    count: int | None
    hours: float | None
    mode: str | None
    country: str | None
    days: int | None
    printed: str
    start: int
    end: int

    def to_json(self) -> dict[str, Json]:
        return {
            "count": self.count,
            "hours": self.hours,
            "mode": self.mode,
            "country": self.country,
            "days": self.days,
            "printed": self.printed,
        }


def find_sessions(text: str) -> list[SessionPlan]:
    """The session plans these words say, in their order."""
    nouns = [match for match in _noun().finditer(text) if not _is_unit(text, match)]
    starts = [_count(text, noun, nouns[: nouns.index(noun)]) for noun in nouns]
    plans = []
    for place, noun in enumerate(nouns):
        count, start = starts[place]
        end = starts[place + 1][1] if place + 1 < len(nouns) else len(text)
        words = text[start:end]
        printed = re.sub(rf"[\s,;+]*\b(?:{vocabulary.pattern('dates', 'and')})?\s*$", "", words)
        regular = re.search(rf"\b{vocabulary.pattern('sessions', 'regular')}\b", words, re.I)
        if count is None and not regular and not any(_length(words)) and len(nouns) > 1:
            continue
        hours, days = _length(words)
        named = find_countries(text[noun.end() : end])
        plans.append(
            SessionPlan(
                count=None if regular and count is None else count,
                hours=hours,
                mode=_mode(words, noun[0]),
                country=named[0].code if named and _mode(words, noun[0]) != "online" else None,
                days=days,
                printed=printed.strip(),
                start=start,
                end=start + len(printed.rstrip()),
            )
        )
    return plans


def _is_unit(text: str, noun: re.Match[str]) -> bool:
    """Whether the noun only repeats ("of 2 hours per session")."""
    before = text[: noun.start()].rstrip().casefold()
    return bool(
        re.search(rf"\b{vocabulary.pattern('calls', 'per')}$|\beach$|\bogni$|\belke?$", before)
    )


def _count(text: str, noun: re.Match[str], earlier: list[re.Match[str]]) -> tuple[int | None, int]:
    """How many, and where the words of this plan begin."""
    floor = earlier[-1].end() if earlier else 0
    before = text[floor : noun.start()]
    numbers = [
        found
        for found in find_numbers(before)
        if not re.match(rf"\s*[-‐]?\s*{_units()}\b", before[found.end :], re.I)
        and len(before[found.end :].split()) <= 4
    ]
    if numbers and isinstance(numbers[-1].value, int):
        return numbers[-1].value, floor + numbers[-1].start
    one = _one().search(before)
    if one and not earlier:
        return 1, floor + one.start()
    if not earlier:
        return None, 0
    joined = re.search(rf"(?:[,;+]|\b(?:{vocabulary.pattern('dates', 'and')})\b)\s*", before)
    return None, floor + joined.end() if joined else noun.start()


def _length(words: str) -> tuple[float | None, int | None]:
    hours: float | None = None
    days: int | None = None
    for match in _duration().finditer(words):
        printed = match["amount"] or match["word"]
        amount = number(printed, decimals=True)
        if amount is None:
            continue
        unit = match["unit"].casefold()
        if unit in vocabulary.words("sessions", "hour"):
            half = match["half"] or ""
            hours = float(amount) + (0.5 if half else 0)
        elif unit in vocabulary.words("sessions", "minute"):
            hours = round((hours or 0) + float(amount) / 60, 2)
        elif unit in vocabulary.words("sessions", "day"):
            days = int(amount)
    clock = re.search(r"(?<!\w)(\d{1,2})\s?[hu]\s?(\d{2})(?!\w)", words)
    if clock and hours is None:
        hours = int(clock[1]) + int(clock[2]) / 60
    return hours, days


def _mode(words: str, noun: str) -> str | None:
    kind = vocabulary.lookup("sessions")[" ".join(noun.casefold().split())]
    if kind in ("webinar", "study_visit"):
        return kind
    if re.search(rf"\b{vocabulary.pattern('sessions', 'online')}\b", words, re.I):
        return "online"
    if re.search(rf"\b{vocabulary.pattern('sessions', 'on_site')}\b", words, re.I):
        return "on_site"
    return None


@cache
def _noun() -> re.Pattern[str]:
    words = vocabulary.pattern("sessions", "webinar", "study_visit", "session")
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


@cache
def _one() -> re.Pattern[str]:
    """An article that stands for one, at most two words before the noun."""
    ones = vocabulary.pattern("sessions", "one")
    return re.compile(rf"(?<!\w){ones}\s+(?:\S+\s+){{0,2}}$", re.IGNORECASE)


@cache
def _units() -> str:
    return vocabulary.pattern("sessions", "hour", "minute", "day")


@cache
def _duration() -> re.Pattern[str]:
    words = vocabulary.section_pattern("numbers")
    halves = vocabulary.pattern("sessions", "half")
    joined = vocabulary.pattern("dates", "and")
    return re.compile(
        rf"(?<![\w.,])(?:(?P<amount>\d+(?:[.,]\d+)?)|(?P<word>{words}))"
        rf"(?P<half>\s+{joined}\s+(?:a\s+)?{halves})?\s*[-‐]?\s*(?P<unit>{_units()})(?!\w)",
        re.IGNORECASE,
    )
