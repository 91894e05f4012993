"""How many are expected, how many may come, and how many of each country, as printed in a call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plaza.imports.reading import vocabulary
from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.found import Field, Json
from plaza.imports.reading.normal.numbers import find_numbers
from plaza.imports.reading.passages import Passage


def quotas(value: Passage, *, default: str | None = None) -> Iterator[Field]:
    """Each limit these words set: ``quota`` for each country or member, ``seats`` for all."""
    taken: list[tuple[int, int]] = []
    for match in _per().finditer(value.text):
        most = match["most"] or match["after"]
        limit = _limit(most, match["number"]) if most else None
        if limit is None:
            continue
        attribute = KINDS[vocabulary.lookup("quota_kinds")[match["kind"].casefold()]]
        quota: Json = {"attribute": attribute, "value": None, **limit}
        taken.append(match.span())
        yield found_field("quota", value.cut(*match.span()), quota, evidence="pattern")
    for match in _total().finditer(value.text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if not match["most"] and not taken:
            continue  # a bare total is a limit only beside another one
        limit = _limit(match["most"] or "", match["number"])
        if limit is None:
            continue
        taken.append(match.span())
        yield found_field("seats", value.cut(*match.span()), limit, evidence="pattern")
    if default and not taken:
        for number in find_numbers(value.text)[:1]:
            begin = number.start if number.qualifier_start is None else number.qualifier_start
            counted = int(number.value)
            data: Json = (
                {"number": counted, "qualifier": number.qualifier}
                if default == "expected"
                else {"max": counted, "min": None}
            )
            yield found_field(default, value.cut(begin, number.end), data, evidence="label")


def _limit(most: str, printed: str) -> dict[str, Json] | None:
    numbers = find_numbers(printed)
    if not numbers:
        return None
    value = int(numbers[0].value)
    least = most.casefold().strip() in vocabulary.words("calls", "min")
    return {"max": None if least else value, "min": value if least else None}


@cache
def _per() -> re.Pattern[str]:
    kinds = vocabulary.section_pattern("quota_kinds")
    return re.compile(
        rf"(?<!\w)(?:(?P<most>{_most()})\s*)?(?P<number>{_number()})(?:\s+\w+){{0,3}}?\s*"
        rf"(?:{vocabulary.pattern('calls', 'per')}|/)\s*(?P<kind>{kinds})(?!\w)"
        rf"(?:\s+(?P<after>{_most()})(?!\w))?",
        re.IGNORECASE,
    )


@cache
def _total() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<most>{_most()})\s*)?(?P<number>{_number()})(?:\s+\w+){{0,2}}?\s*"
        rf"{vocabulary.pattern('calls', 'total')}(?!\w)",
        re.IGNORECASE,
    )


def _most() -> str:
    return vocabulary.pattern("calls", "max", "min")


def _number() -> str:
    return rf"(?:\d+|{vocabulary.section_pattern('numbers')})"


KINDS = {"country": "country", "organisation": "organisation", "member": "member"}
