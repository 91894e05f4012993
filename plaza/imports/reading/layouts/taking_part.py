"""Who took part as the running text says it: countries without an organisation, and makers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from plaza.imports.reading import vocabulary
from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Field, Json
from plaza.imports.reading.layouts.names import NAME, party
from plaza.imports.reading.normal.countries import Named, adjective, find_countries
from plaza.imports.reading.passages import Passage


def named_countries(passages: Iterable[Passage], known: set[str]) -> list[Field]:
    """Each country that people or practices are said to come from, but those already known."""
    seen = set(known)
    fields = []
    for passage in passages:
        for one, evidence in sorted(_from_text(passage.text), key=lambda found: found[0].start):
            if one.code in seen:
                continue
            seen.add(one.code)
            printed = passage.cut(one.start, one.end)
            value: Json = {"code": one.code, "printed": printed.text}
            fields.append(found_field("named_country", printed, value, evidence=evidence))
    return fields


def developers(text: Passage) -> Iterator[Field]:
    """The organisation whose method is used, if a sentence says who developed it."""
    for match in _developed().finditer(text.text):
        name = text.cut(match.start("name"), match.end("name"))
        inside = find_countries(match["where"] or "")
        value = party(name, inside[0].code if inside else None)
        yield found_field(
            "partner", name, value, evidence="sentence", doubts=[doubt("role_from_text")]
        )


def _from_text(text: str) -> Iterator[tuple[Named, str]]:
    countries = find_countries(text)
    for match in _people_from().finditer(text):
        yield from ((one, "pattern") for one in _list_at(text, countries, match.end()))
    for match in _before_people().finditer(text):
        yield from ((one, "pattern") for one in _list_before(text, countries, match.start()))
    for match in _adjective_people().finditer(text):
        code = adjective(match["adjective"])
        if code:
            yield Named(code, match.start("adjective"), match.end("adjective")), "pattern"


def _list_at(text: str, countries: list[Named], place: int) -> Iterator[Named]:
    """The countries of a list that begins here: joined by commas and words for "and"."""
    for one in countries:
        if one.start < place:
            continue
        if not _is_joint(text[place : one.start]):
            return
        yield one
        place = one.end


def _list_before(text: str, countries: list[Named], place: int) -> Iterator[Named]:
    for one in reversed(countries):
        if one.end > place:
            continue
        if not _is_joint(text[one.end : place]):
            return
        yield one
        place = one.start


def _is_joint(between: str) -> bool:
    words = re.sub(r"[\s,]+", " ", between).strip().casefold()
    return all(word in _joints() for word in words.split())


@cache
def _joints() -> frozenset[str]:
    articles = ("the", "both", "as", "well")
    ands = vocabulary.words("dates", "and")
    return frozenset([*articles, *ands, *vocabulary.words("taking_part", "from")])


@cache
def _people_from() -> re.Pattern[str]:
    nouns = vocabulary.pattern("taking_part", "nouns")
    return re.compile(
        rf"\b{nouns}\s+(?:{vocabulary.pattern('taking_part', 'from')})\s*", re.IGNORECASE
    )


@cache
def _before_people() -> re.Pattern[str]:
    return re.compile(rf"\s+{vocabulary.pattern('taking_part', 'nouns')}\b", re.IGNORECASE)


@cache
def _adjective_people() -> re.Pattern[str]:
    nouns = vocabulary.pattern("taking_part", "nouns")
    return re.compile(rf"\b(?P<adjective>[^\W\d_]{{4,}})\s+{nouns}\b")


@cache
def _developed() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:{vocabulary.pattern('roles', 'developed')})\s+(?i:the\s+)?(?P<name>{NAME})"
        r"(?:\s*\((?P<where>[^()]*)\))?"
    )
