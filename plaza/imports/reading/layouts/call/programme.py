"""The programme a call belongs to, and the organisation behind it, as sentences describe them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plaza.imports.reading import vocabulary
from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.found import Field, Found, Json
from plaza.imports.reading.layouts.call.patterns import ARTICLES, Shorts
from plaza.imports.reading.layouts.names import NAME, party, slug
from plaza.imports.reading.normal.countries import adjective, find_countries
from plaza.imports.reading.normal.periods import period
from plaza.imports.reading.passages import Passage


def programmes(sentences: list[Passage], shorts: Shorts) -> Iterator[Found]:
    """Each programme that a sentence names with its years or who commissioned it."""
    for sentence in sentences:
        match = _programme().search(sentence.text)
        if match is None:
            continue
        title = sentence.cut(*match.span("name"))
        fields = [found_field("title", title, title.text, evidence="pattern")]
        fields += _years(sentence)
        fields += _commissioner(sentence)
        lead = _lead().search(sentence.text, 0, match.start("name"))
        if lead:
            printed = sentence.cut(*lead.span("name"))
            full = shorts.get(printed.text)
            value: Json = party(printed)
            if full:
                value = {"name": full, "country": None, "short": printed.text,
                         "split": "certain", "alternatives": []}  # fmt: skip
            fields.append(found_field("lead", printed, value, evidence="pattern"))
        if len(fields) > 1:
            yield Found("programme", f"programme:{slug(title.text)}", tuple(fields), sentence.spans)
            return


def publisher(sentences: list[Passage], shorts: Shorts) -> Iterator[Found]:
    """The organisation a document introduces with its short name and country."""
    for short, name in shorts.items():
        for sentence in sentences:
            place = sentence.text.find(f"{name} ({short})")
            if place < 0:
                continue
            full = sentence.cut(place, place + len(name))
            begin = place + len(name) + 2
            fields = [
                found_field("name", full, name, evidence="pattern"),
                found_field("other_name", sentence.cut(begin, begin + len(short)), short,
                            evidence="pattern"),
            ]  # fmt: skip
            named = find_countries(sentence.text[begin:])
            located = _located().match(sentence.text, begin + len(short) + 1)
            if named and located:
                where = sentence.cut(begin + named[0].start, begin + named[0].end)
                code: Json = {"code": named[0].code, "printed": where.text}
                fields.append(found_field("country", where, code, evidence="pattern"))
            if located:
                yield Found("organisation", f"organisation:{slug(name)}", tuple(fields),
                            sentence.spans)  # fmt: skip
                return


def _years(sentence: Passage) -> Iterator[Field]:
    match = re.search(
        r"(?<!\d)(?:19|20)\d\d(?:\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d))?(?!\d)", sentence.text
    )
    said = period(match[0]) if match else None
    if match and said:
        yield found_field("period", sentence.cut(*match.span()), said.to_json(), evidence="pattern")


def _commissioner(sentence: Passage) -> Iterator[Field]:
    match = _commissioned().search(sentence.text)
    if match is None:
        return
    printed = sentence.cut(*match.span("who"))
    code = next((adjective(word) for word in printed.text.split() if adjective(word)), None)
    yield found_field("commissioner", printed, party(printed, code), evidence="pattern")


@cache
def _programme() -> re.Pattern[str]:
    words = vocabulary.pattern("roles", "programme")
    return re.compile(rf"\b(?i:{words})\s+[“\"‘']?(?P<name>{NAME})")


@cache
def _lead() -> re.Pattern[str]:
    verbs = vocabulary.pattern("roles", "works_on")
    return re.compile(rf"(?P<name>{NAME})\s+(?i:{verbs})\b")


@cache
def _commissioned() -> re.Pattern[str]:
    words = vocabulary.pattern("roles", "commissioned")
    return re.compile(
        rf"\b(?i:{words})\s+(?i:(?:{ARTICLES})\s+)?(?P<who>[^.,;:()]{{3,80}}?)(?=\s*(?:[.,;:(]|$))"
    )


@cache
def _located() -> re.Pattern[str]:
    """A sentence that goes on with what the organisation is."""
    words = vocabulary.pattern("calls", "is_a")
    return re.compile(rf"\)?\s*,?\s*(?:{words})\b", re.IGNORECASE)
