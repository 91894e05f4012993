"""How many took part, by group, as printed behind "Participants:"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plaza.imports.reading import vocabulary
from plaza.imports.reading.found import Json
from plaza.imports.reading.normal.numbers import Number, find_numbers


@dataclass(frozen=True, slots=True)
class Headcount:
    """One is a number of people of one group; ``start`` and ``end`` are its place in the words."""

    group: str | None
    number: int
    counted: str
    overlap: str
    basis: str
    qualifier: str | None
    start: int
    end: int

    def to_json(self) -> dict[str, Json]:
        return {
            "group": self.group,
            "number": self.number,
            "counted": self.counted,
            "overlap": self.overlap,
            "basis": self.basis,
        }


def find_headcounts(text: str) -> list[Headcount]:
    """The headcounts these words say, one for each group, none if they say none."""
    if re.search(rf"\b{vocabulary.pattern('headcounts', 'none')}\b", text, re.IGNORECASE):
        return []
    numbers = [number for number in find_numbers(text) if _counts_people(text, number)]
    parted = _is_sum(text, numbers)
    numbers = numbers[1:] if parted else numbers
    counted = []
    for place, number in enumerate(numbers):
        end = _begin(numbers[place + 1]) if place + 1 < len(numbers) else len(text)
        group, group_end = _group(text, number.end, end)
        attended = re.search(
            rf"\b{vocabulary.pattern('headcounts', 'attendance')}\b", text[number.end : end], re.I
        )
        reached = re.search(
            rf"\b{vocabulary.pattern('headcounts', 'reach')}\b", text[: number.start], re.I
        )
        counted.append(
            Headcount(
                group=group,
                number=int(number.value),
                counted="attendances" if attended else "persons",
                overlap="unknown" if len(numbers) > 1 and not parted else "known_none",
                basis="estimated_reach" if reached else "reported",
                qualifier=number.qualifier,
                start=_begin(number),
                end=group_end,
            )
        )
    return counted


def _is_sum(text: str, numbers: list[Number]) -> bool:
    """Whether the first number is only the sum of the groups in brackets behind it."""
    if len(numbers) < 3 or not re.match(r"[^\d(]*\(", text[numbers[0].end :]):
        return False
    return numbers[0].value == sum(number.value for number in numbers[1:])


def _begin(number: Number) -> int:
    return number.start if number.qualifier_start is None else number.qualifier_start


def _counts_people(text: str, number: Number) -> bool:
    """Whether the number stands before people, not before countries, hours or ages."""
    if isinstance(number.value, float) or number.value == 0:
        return False
    after = re.match(r"\s*(?:[-–]\s*\d+\s*)?([^\W\d_]+)", text[number.end :])
    other = vocabulary.words("headcounts", "other")
    if after and after[1].casefold() in other:
        return False
    before = re.search(r"([^\W\d_]+)\s*$", text[: _begin(number)])
    return not (before and before[1].casefold() in ("aged", "age", "ages"))


def _group(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The words for the group behind a number, without what only says "participants"."""
    stretch = text[start:end]
    stretch = re.split(r"[.;]\s|[;+]|\bpart[.]?\b$", stretch)[0]
    stretch = re.sub(rf"[\s,(]*(?:\s(?:{_joiners()}))?[\s,]*$", "", stretch, flags=re.IGNORECASE)
    words = re.sub(r"^\s*\(?", "", stretch)
    words = re.sub(rf"^(?:{vocabulary.pattern('headcounts', 'person', 'attendance')})\b", "", words,
                   flags=re.IGNORECASE).strip()  # fmt: skip
    words = re.sub(rf"^(?:{vocabulary.pattern('headcounts', 'on')})\s+(?=\S)", "", words,
                   flags=re.IGNORECASE)  # fmt: skip
    words = words.strip(" ,.()–-")
    if words[:1].isdigit():
        words = ""
    return words or None, start + len(stretch.rstrip(" )") if "(" not in stretch else stretch)


@cache
def _joiners() -> str:
    return vocabulary.pattern("dates", "and")
