"""Names of organisations: one or several as printed, with the country behind each.

Lists are parted only where it is certain. What may be one name or several is offered with its
alternatives, never parted by guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from plaza.imports.reading import vocabulary
from plaza.imports.reading.found import Json
from plaza.imports.reading.normal.countries import country
from plaza.imports.reading.passages import Passage


@dataclass(frozen=True, slots=True)
class Organisation:
    """One is a printed organisation; ``alternatives`` are the ways its words may be parted."""

    passage: Passage
    country: str | None = None
    short: str | None = None
    alternatives: tuple[tuple[str, ...], ...] = ()

    @property
    def is_certain(self) -> bool:
        return not self.alternatives

    def to_json(self) -> dict[str, Json]:
        return {
            "name": self.passage.text,
            "country": self.country,
            "short": self.short,
            "split": "certain" if self.is_certain else "offered",
            "alternatives": [list(names) for names in self.alternatives],
        }


def organisations(passage: Passage) -> list[Organisation]:
    """The organisations of a printed list, in its order."""
    found: list[Organisation] = []
    for part in _with_countries(_parts(passage)):
        if found and _may_belong_together(found[-1], part):
            found[-1] = _offer(passage, found[-1], part)
        else:
            found.append(_alone(part))
    return found


def looks_like_name(text: str) -> bool:
    """Whether these words could be the name of an organisation: short, capital, no sentence."""
    if not 2 <= len(text) <= 160 or (text[-1:] in ".!?:" and not re.search(r"\b\w\.$", text)):
        return False
    return any(letter.isupper() for letter in text) and len(text.split()) <= 18


def has_type_word(text: str) -> bool:
    """Whether a word such as Foundation or University stands in it."""
    return bool(_types(text))


def _parts(passage: Passage) -> Iterator[tuple[Passage, str]]:
    """Each part with the separator that stands before it; commas in brackets do not part."""
    depth, start, separator = 0, 0, ""
    for place, letter in enumerate(passage.text):
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth = max(0, depth - 1)
        elif letter in ",;|•\n" and depth == 0:
            part = passage.cut(start, place).strip(",;|•-–")
            if part:
                yield part, separator
            separator, start = letter, place + 1
    part = passage.cut(start).strip(",;|•-–")
    if part:
        yield part, separator


def _with_countries(
    parts: Iterator[tuple[Passage, str]],
) -> Iterator[tuple[Passage, str, str | None]]:
    """Give a country that is a part of its own, or in brackets, to the name before it."""
    held: tuple[Passage, str, str | None] | None = None
    for part, separator in _joined(parts):
        code = country(part.text)
        if code and held and held[2] is None:
            held = (held[0], held[1], code)
            continue
        if held:
            yield held
        bracket = re.search(r"\s*\(([^()]+)\)$", part.text)
        inside = country(bracket[1]) if bracket else None
        if bracket and inside:
            held = (part.cut(0, bracket.start()), separator, inside)
        else:
            held = (part, separator, None)
    if held:
        yield held


def _joined(parts: Iterator[tuple[Passage, str]]) -> Iterator[tuple[Passage, str]]:
    """Part at "and" where a country closes the name before it: "A (Italy) and B"."""
    for part, separator in parts:
        match = _country_and().match(part.text)
        printed = (match["inside"] or match["plain"]) if match else None
        if match and printed and country(printed) and not country(part.text):
            yield part.cut(0, match.start("joint")), separator
            yield part.cut(match.end("joint")), "and"
        else:
            yield part, separator


@cache
def _country_and() -> re.Pattern[str]:
    ands = vocabulary.pattern("dates", "and")
    return re.compile(
        rf"(?:.*\((?P<inside>[^()]+)\)|(?P<plain>[^\W\d_][\w .'’-]*?))(?P<joint>\s+{ands}\s+)(?=\S)"
    )


def _alone(part: tuple[Passage, str, str | None]) -> Organisation:
    passage, _, code = part
    dashed = re.match(r"([^\s–—-]{2,12})\s+[-–—]\s+\S", passage.text)
    bracketed = re.search(r"\(([^()\s]{2,14})\)$", passage.text)
    short = None
    if dashed and sum(letter.isupper() for letter in dashed[1]) >= 2:
        short = dashed[1]
    elif bracketed and sum(letter.isupper() for letter in bracketed[1]) >= 2:
        short = bracketed[1]
        passage = passage.cut(0, bracketed.start())
    run_on = tuple(_run_on(passage.text))
    return Organisation(passage, code, short, (tuple(run_on), (passage.text,)) if run_on else ())


def _may_belong_together(before: Organisation, part: tuple[Passage, str, str | None]) -> bool:
    """Whether a comma may stand inside one name: a unit and what it is a unit of."""
    passage, separator, _ = part
    closed = before.short is not None and not before.passage.text.startswith(before.short)
    if separator != "," or before.country or closed:
        return False
    first = passage.text.split()[0]
    if first.islower() or _may_be_a_place(before, passage.text):
        return True
    heads = _types(before.passage.text)
    units = vocabulary.words("organisations", "unit")
    parents = vocabulary.words("organisations", "parent")
    unit_before = any(word in units for _, word in heads) and not any(
        word in parents for _, word in heads
    )
    parent_here = any(word in parents for _, word in _types(passage.text))
    return unit_before and parent_here and not _has_short(passage.text) and _is_of(before)


def _may_be_a_place(before: Organisation, text: str) -> bool:
    """Whether one plain word behind a whole name may say where it is and be no name itself."""
    plain = text.isalpha() and text.istitle() and not has_type_word(text)
    return plain and len(before.passage.text.split()) > 1


def _is_of(before: Organisation) -> bool:
    """Whether the name so far is that of a unit ("School of ...", "Department for ...")."""
    units = vocabulary.pattern("organisations", "unit")
    return bool(
        re.search(
            rf"\b{units}\s+(?:{vocabulary.pattern('organisations', 'small')})\b",
            before.passage.text,
            re.IGNORECASE,
        )
    )


def _has_short(text: str) -> bool:
    return bool(re.match(r"[A-ZŠČŽĆĐ]{2,}\w*\s+[-–—]\s", text))


def _offer(
    whole: Passage, before: Organisation, part: tuple[Passage, str, str | None]
) -> Organisation:
    """One doubtful stretch out of two parts, with each way to read it."""
    first, second = before.passage, part[0]
    start = whole.at.index(first.at[0])
    stretch = whole.cut(start, whole.at.index(second.at[-1]) + 1)
    options = [
        *([first.text, *names] for names in _ways(second.text)),
        *([f"{first.text}, {names[0]}", *names[1:]] for names in _ways(second.text)),
    ]
    return Organisation(stretch, part[2], None, tuple(tuple(names) for names in options))


def _ways(text: str) -> list[list[str]]:
    run_on = list(_run_on(text))
    return [run_on, [text]] if run_on else [[text]]


def _run_on(text: str) -> Iterator[str]:
    """The names that seem to run on: two ends with "and" or nothing between them."""
    heads = _types(text)
    if joint := _between_names(text):
        yield text[: joint.start()].strip()
        yield text[joint.end() :].strip()
        return
    for (first, _), (second, _) in pairwise(heads):
        between = text[first:second].split()[1:]
        joined = any(
            word.casefold() in vocabulary.words("organisations", "small") or word in "-–—"
            for word in text[first:].split()[1 : len(between) + 1]
        )
        if between and not joined and all(word[0].isupper() for word in between):
            cut = first + len(text[first:].split()[0])
            yield text[:cut].strip()
            yield text[cut:].strip()
            return


def _between_names(text: str) -> re.Match[str] | None:
    """An "and" with the name of an organisation on either side."""
    for joint in re.finditer(rf"\s+{vocabulary.pattern('dates', 'and')}\s+", text):
        before, after = text[: joint.start()], text[joint.end() :]
        whole = len(before.split()) > 1 and len(after.split()) > 1 and after[0].isupper()
        if whole and joint[0].strip() != "in" and _types(before) and _types(after):
            return joint
    return None


def _types(text: str) -> list[tuple[int, str]]:
    """Where words of type stand, each with the word."""
    return [
        (match.start(), match[0].casefold())
        for match in _type().finditer(text)
        if not match[0].isupper() or text.isupper() or len(match[0]) > 4
    ]


@cache
def _type() -> re.Pattern[str]:
    return re.compile(rf"\b{vocabulary.pattern('organisations', 'type')}\b", re.IGNORECASE)
