"""Text that remembers where it came from: lines of a source, and wrapped lines joined into one.

A passage is cleaned (one space between words, words broken at a line's end made whole), yet every
character of it still knows its place in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plaza.imports.reading.found import Span

INSERTED = -1  # the place of a space that joins two lines


@dataclass(frozen=True, slots=True)
class Passage:
    """One is a run of cleaned text; ``at[i]`` is where its character ``i`` stands in ``source``."""

    text: str
    at: tuple[int, ...]
    source: str

    def __bool__(self) -> bool:
        return bool(self.text)

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The part from ``start`` to ``end``, without the blanks around it."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Passage(self.text[start:end], self.at[start:end], self.source)

    def strip(self, chars: str) -> Passage:
        """The passage without these characters and blanks at its ends."""
        unwanted = chars + " \t"
        start = len(self.text) - len(self.text.lstrip(unwanted))
        return self.cut(start, start + len(self.text.strip(unwanted)))

    def split(self, pattern: str | re.Pattern[str]) -> list[Passage]:
        """The parts between what the pattern matches, empty ones left out."""
        parts, start = [], 0
        for match in re.finditer(pattern, self.text):
            parts.append(self.cut(start, match.start()))
            start = match.end()
        parts.append(self.cut(start))
        return [part for part in parts if part]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the words stand: one span for each line they run over."""
        spans: list[Span] = []
        for place in self.at:
            if place == INSERTED:
                continue
            last = spans[-1] if spans else None
            if last and last.end <= place and "\n" not in self.source[last.end : place]:
                spans[-1] = Span(last.start, place + 1)
            else:
                spans.append(Span(place, place + 1))
        return tuple(spans)


@dataclass(frozen=True, slots=True)
class Line:
    """One is a line with words in it; ``gap`` counts the empty lines above, ``page`` its page."""

    passage: Passage
    number: int
    gap: int
    page: int
    indent: int

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def start(self) -> int:
        return self.passage.at[0]

    @property
    def end(self) -> int:
        return self.passage.at[-1] + 1


def lines_of(text: str) -> list[Line]:
    """The lines that hold words, each cleaned, form feeds counted as pages."""
    lines: list[Line] = []
    offset = gap = page = 0
    for number, raw in enumerate(text.split("\n")):
        page += raw.count("\f")
        passage = clean(text, offset, offset + len(raw))
        if passage:
            indent = len(raw) - len(raw.lstrip(" \t"))
            lines.append(Line(passage, number, gap, page, indent))
            gap = 0
        else:
            gap += 1
        offset += len(raw) + 1
    return lines


def clean(source: str, start: int, end: int) -> Passage:
    """That stretch with runs of blanks made one space, soft hyphens and zero widths left out."""
    letters: list[str] = []
    places: list[int] = []
    for place in range(start, end):
        letter = source[place]
        if letter in DROPPED:
            continue
        if letter.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
            continue
        letters.append(letter)
        places.append(place)
    if letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return Passage("".join(letters), tuple(places), source)


def join(passages: Iterable[Passage], hyphens: Hyphens | None = None) -> Passage:
    """The passages as one, wrapped lines put together and broken words made whole."""
    parts = [passage for passage in passages if passage]
    if not parts:
        return Passage("", (), "")
    pieces, at = [parts[0].text], list(parts[0].at)
    for before, part in pairwise(parts):
        if before.source.startswith("\u00ad", before.at[-1] + 1):  # a soft hyphen joins
            pieces.append(part.text)
            at.extend(part.at)
            continue
        broken = BROKEN_END.search(before.text)
        follows = WORD_START.match(part.text)
        if broken and follows and part.text[0].islower():
            if hyphens is None or not hyphens.keeps(broken[1], follows[0]):
                pieces[-1] = pieces[-1][:-1]
                at.pop()
        elif not before.text.endswith("/"):
            pieces.append(" ")
            at.append(INSERTED)
        pieces.append(part.text)
        at.extend(part.at)
    return Passage("".join(pieces), tuple(at), parts[0].source)


class Hyphens:
    """Knows whether a word broken at a line's end is written with a hyphen elsewhere."""

    def __init__(self, text: str, prefixes: Sequence[str]) -> None:
        self._prefixes = frozenset(prefixes)
        self._whole = frozenset(word.casefold() for word in WORD.findall(text))

    def keeps(self, before: str, after: str) -> bool:
        """Whether the hyphen between the two halves belongs to the word."""
        before, after = before.casefold(), after.casefold()
        if before + after in self._whole:
            return False
        return f"{before}-{after}" in self._whole or before in self._prefixes


DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
BROKEN_END = re.compile(r"([^\W\d_]{2,})[-‐]$")
WORD_START = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
