"""What sentences of a call say: who organises, hosts and takes part, and under which terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plaza.imports.reading import vocabulary
from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Field, Json
from plaza.imports.reading.layouts.names import NAME, party
from plaza.imports.reading.normal.countries import find_countries
from plaza.imports.reading.normal.languages import language
from plaza.imports.reading.normal.numbers import find_numbers
from plaza.imports.reading.normal.places import place
from plaza.imports.reading.normal.stages import stage
from plaza.imports.reading.passages import Passage

Shorts = dict[str, str]


def roles(sentence: Passage, shorts: Shorts) -> Iterator[Field]:
    """Organiser, host and partner, if the sentence names them."""
    for name, pattern in (("organiser", _organiser()), ("host", _host()), ("partner", _partner())):
        for match in pattern.finditer(sentence.text):
            group = "before" if match.groupdict().get("before") else "after"
            printed = sentence.cut(*match.span(group))
            lead = re.match(rf"(?:{ARTICLES})\s+", printed.text, re.IGNORECASE)
            printed = printed.cut(lead.end()) if lead else printed
            if printed.text.casefold() in PRONOUNS:
                continue
            inside = find_countries(sentence.text) if name == "host" else []
            value = _named(printed, shorts, inside[0].code if len(inside) == 1 else None)
            yield found_field(name, printed, value, evidence="pattern")


def terms(sentence: Passage) -> Iterator[Field]:
    """Audience, expected number and level of language, if the sentence sets them."""
    audience = _audience().search(sentence.text)
    if audience:
        words = sentence.cut(*audience.span("who"))
        yield found_field("audience", words, words.text, evidence="pattern")
    expected = _expected().search(sentence.text)
    if expected:
        stretch = sentence.cut(expected.start("count"), expected.end("count"))
        for number in find_numbers(stretch.text)[:1]:
            value: Json = {"number": int(number.value), "qualifier": number.qualifier}
            yield found_field("expected", stretch, value, evidence="pattern")
    yield from _level(sentence)


def outputs(sentence: Passage) -> Iterator[Field]:
    """A report or other product that is promised."""
    nouns = vocabulary.pattern("calls", "products")
    subject = rf"^(?:(?:{ARTICLES})\s+)?(?:\w+\s+){{0,2}}?{nouns}\b"
    if re.search(subject, sentence.text, re.IGNORECASE) and stage(sentence.text) == "promised":
        value: Json = {"text": sentence.text, "stage": "promised"}
        yield found_field("output", sentence, value, evidence="pattern")


def venue_beside(sentence: Passage) -> Iterator[Field]:
    """The city and country a sentence with a date names, if it names one such pair."""
    named = find_countries(sentence.text)
    city = re.search(rf"(?P<city>{NAME}),\s*$", sentence.text[: named[0].start] if named else "")
    if len(named) == 1 and city:
        printed = sentence.cut(city.start("city"), named[0].end)
        where, doubts = place(printed.text)
        yield found_field("venue", printed, where, evidence="sentence",
                          doubts=[*doubts, doubt("from_sentence")])  # fmt: skip


def shorts_of(text: Passage) -> Shorts:
    """The full names behind the abbreviations a document explains."""
    found: Shorts = {}
    for match in re.finditer(rf"({NAME})\s+\(([{CAPITALS}][\w&-]{{1,11}})\)", text.text):
        name = re.sub(rf"^(?:{ARTICLES})\s+", "", match[1], flags=re.IGNORECASE)
        if sum(letter.isupper() for letter in match[2]) >= 2:
            found.setdefault(match[2], name)
    return found


def _named(printed: Passage, shorts: Shorts, country: str | None) -> Json:
    full = shorts.get(printed.text)
    if full is None:
        return party(printed, country)
    return {"name": full, "country": country, "short": printed.text, "split": "certain",
            "alternatives": []}  # fmt: skip


def _level(sentence: Passage) -> Iterator[Field]:
    words = vocabulary.pattern("calls", "level_words")
    match = re.search(
        rf"\b(?P<level>{words}(?:\s+[^\W\d_]{{1,4}}\s+{words})?)\s+"
        rf"(?:{vocabulary.pattern('calls', 'level')})\s+(?P<language>[^\W\d_]+)",
        sentence.text,
        re.IGNORECASE,
    )
    if match is None:
        return
    tag = language(match["language"])
    value: Json = {"language": tag, "level": match["level"], "printed": match[0]}
    doubts = [] if tag else [doubt("language_not_understood")]
    printed = sentence.cut(*match.span())
    yield found_field("language_level", printed, value, evidence="pattern", doubts=doubts)


@cache
def _organiser() -> re.Pattern[str]:
    verbs = vocabulary.pattern("roles", "organiser")
    activities = vocabulary.pattern("roles", "activity")
    return re.compile(
        rf"(?P<before>{NAME})\s+(?i:{verbs})\b(?=(?:\s+\S+){{0,6}}?\s+(?i:{activities}))"
    )


@cache
def _host() -> re.Pattern[str]:
    verbs = vocabulary.pattern("roles", "host")
    by = vocabulary.pattern("roles", "hosted_by")
    return re.compile(
        rf"(?P<before>{NAME})\s+(?i:{verbs})\b|(?i:{by})\s+(?i:(?:{ARTICLES})\s+)?(?P<after>{NAME})"
    )


@cache
def _partner() -> re.Pattern[str]:
    words = vocabulary.pattern("roles", "association")
    return re.compile(rf"(?i:{words})\s+(?i:(?:{ARTICLES})\s+)?(?P<after>{NAME})")


@cache
def _audience() -> re.Pattern[str]:
    activities = vocabulary.pattern("roles", "activity")
    words = vocabulary.pattern("roles", "audience")
    meant = vocabulary.pattern("roles", "meant_for")
    return re.compile(
        rf"\b(?:{activities}\s+{words}|{meant})\s+(?P<who>[^\d.;:]{{4,160}}?)(?=[.;:]|$)",
        re.IGNORECASE,
    )


@cache
def _expected() -> re.Pattern[str]:
    people = vocabulary.pattern("headcounts", "person")
    are = vocabulary.pattern("calls", "are")
    vague = vocabulary.section_pattern("vague")
    number = rf"(?:\d+|{vocabulary.section_pattern('numbers')})"
    return re.compile(
        rf"\b(?:{people}\b.{{0,40}}?\b{are}|{vocabulary.pattern('calls', 'we_expect')})\s+"
        rf"(?P<count>(?:{vague}\s+)?{number})\b",
        re.IGNORECASE,
    )


ARTICLES = "the|a|an|de|het|een|il|la|lo|le|un|una|o|os|as|um|uma"
PRONOUNS = {"we", "it", "they", "she", "he", "this", "wij", "het", "noi", "nós", "mi", "ми"}
CAPITALS = "A-ZÀ-ÖØ-ÞŠČŽĆĐА-ЯЄІЇҐ"
