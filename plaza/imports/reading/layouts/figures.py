"""Figures a document publishes about the network: number, noun, qualifier and period as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from plaza.imports.reading import vocabulary
from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.found import Field, Found, Json, Span
from plaza.imports.reading.normal.numbers import Number, find_money, find_numbers
from plaza.imports.reading.passages import Passage

FURTHEST = 5  # words between a number and its noun
YEAR = re.compile(r"(?:19|20)\d\d")
BETWEEN = re.compile(
    r"(?<=[.!?])\s+(?=[\"“‘(]?[A-ZÀ-Ž0-9Ѐ-Я])|(?<=\w\.(?:nl|eu|be|si|it|pt|hr|ua|uk))\s+(?=[A-ZÀ-Ž0-9])"
    r"|(?<=\w\.(?:org|com|net))\s+(?=[A-ZÀ-Ž0-9])"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One is a published figure; ``place`` is where number and noun stand in its sentence."""

    indicator: str
    number: int | float
    unit: str | None
    qualifier: str | None
    period: Json
    place: Passage
    sentence: Passage

    @property
    def same(self) -> tuple[object, ...]:
        period = self.period
        said = (period["start"] or period["printed"]) if isinstance(period, dict) else None
        return self.indicator, self.number, self.unit, said


def published(texts: Iterable[Passage]) -> list[Found]:
    """Each figure of these words once; one that is said twice has both places."""
    figures: dict[tuple[object, ...], list[Figure]] = {}
    for text in texts:
        for sentence in sentences(text):
            for figure in _figures(sentence):
                figures.setdefault(figure.same, []).append(figure)
    found = []
    for same in _dated(figures).values():
        first = max(same, key=lambda figure: len(figure.sentence.text.split()) > 3)
        spans = tuple(span for figure in same for span in figure.place.spans)
        key = f"published_figure:{first.indicator}:{first.number}:{first.same[-1] or '-'}"
        found.append(Found("published_figure", key, tuple(_fields(first)), spans))
    return found


def _dated(
    figures: dict[tuple[object, ...], list[Figure]],
) -> dict[tuple[object, ...], list[Figure]]:
    """A figure printed without a period is the same as the one printed with it."""
    kept = dict(figures)
    for same in figures:
        if same[-1] is None:
            dated = [other for other in kept if other[:-1] == same[:-1] and other[-1] is not None]
            if len(dated) == 1:
                kept[dated[0]] = [*kept[dated[0]], *kept.pop(same)]
    return kept


def sentences(text: Passage) -> list[Passage]:
    """The sentences of a passage."""
    return text.split(BETWEEN)


def _fields(figure: Figure) -> Iterator[Field]:
    yield found_field("indicator", figure.place, figure.indicator, evidence="pattern")
    yield found_field("number", figure.place, figure.number, evidence="pattern")
    if figure.unit:
        yield found_field("unit", figure.place, figure.unit, evidence="pattern")
    if figure.qualifier:
        yield found_field("qualifier", figure.place, figure.qualifier, evidence="pattern")
    if figure.period:
        yield found_field("period", figure.sentence, figure.period, evidence="pattern")
    yield found_field("sentence", figure.sentence, figure.sentence.text, evidence="pattern")


def _figures(sentence: Passage) -> Iterator[Figure]:
    text = sentence.text
    period = _period(text)
    money = find_money(text)
    for amount in money:
        place = sentence.cut(amount.start, amount.end)
        said = _qualifier(text, amount.start)
        yield Figure("money", amount.amount, amount.currency, said, period, place, sentence)
    numbers = [
        number
        for number in find_numbers(text)
        if not any(amount.start <= number.start < amount.end for amount in money)
    ]
    for index, number in enumerate(numbers):
        end = numbers[index + 1].start if index + 1 < len(numbers) else len(text)
        noun = _noun().match(text, number.end, end)
        if not noun or number.value == 0 or YEAR.fullmatch(number.printed):
            continue
        indicator = vocabulary.lookup("figures")[" ".join(noun["noun"].casefold().split())]
        by_members = re.compile(vocabulary.pattern("figures", "by_members"), re.IGNORECASE)
        if indicator == "activities" and by_members.search(text, noun.end(), noun.end() + 60):
            indicator = "activities_by_members"
        yield Figure(indicator, number.value, None, _printed_qualifier(text, number), period,
                     sentence.cut(_begin(number), noun.end()), sentence)  # fmt: skip


def _begin(number: Number) -> int:
    return number.start if number.qualifier_start is None else number.qualifier_start


def _printed_qualifier(text: str, number: Number) -> str | None:
    if number.qualifier_start is None:
        return None
    return text[number.qualifier_start : number.start].strip().casefold()


def _qualifier(text: str, place: int) -> str | None:
    before = re.search(rf"\b({vocabulary.section_pattern('vague')})\s*$", text[:place], re.I)
    return before[1].casefold() if before else None


def _period(text: str) -> Json:
    past = _past().search(text)
    if past:
        return {"start": None, "end": None, "precision": "year", "open_end": False,
                "printed": past[0]}  # fmt: skip
    years = re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", text)
    if len(set(years)) == 1:
        since = re.search(rf"\b{vocabulary.pattern('dates', 'since')}\s+{years[0]}", text, re.I)
        return {"start": f"{years[0]}-01-01", "end": None if since else f"{years[0]}-12-31",
                "precision": "year", "open_end": bool(since),
                "printed": since[0] if since else years[0]}  # fmt: skip
    return None


@cache
def _noun() -> re.Pattern[str]:
    nouns = vocabulary.pattern(
        "figures", "activities", "members", "organisations", "countries", "participants"
    )
    return re.compile(rf"\s*(?:[^\W\d_]\S*\s+){{0,{FURTHEST}}}?(?P<noun>{nouns})\b", re.IGNORECASE)


@cache
def _past() -> re.Pattern[str]:
    words = vocabulary.pattern("figures", "past_years")
    return re.compile(words.replace("NUMBER", r"\d+"), re.IGNORECASE)


def spans_of(passages: list[Passage]) -> tuple[Span, ...]:
    """All spans of these passages, in order."""
    return tuple(sorted({span for passage in passages for span in passage.spans}))
