"""A document as the layouts see it: its lines, languages, year, and the labels on its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby

from plaza.imports.reading import vocabulary
from plaza.imports.reading.found import Span
from plaza.imports.reading.margins import is_running, margins
from plaza.imports.reading.passages import Hyphens, Line, Passage, join, lines_of
from plaza.imports.reading.source import Source

BULLET = re.compile(r"^(?:[•▪◦●○■◾►‣⁃·*‐–—-]|o(?=\s)|\uf0b7|\uf0a7)\s+(?=\S)")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Label:
    """One is a label on a line: the field it stands for, and the value behind it on the line."""

    name: str
    word: str
    value: Passage
    colon: bool


class Document:
    """One is a source made ready for reading."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.lines = _without_margins(lines_of(source.text))
        self.tags = vocabulary.languages_of(source.text)
        self._labels: dict[int, Label | None] = {}
        self.hyphens = Hyphens(source.text, vocabulary.words("contents", "prefixes"))

    @cached_property
    def year(self) -> int | None:
        """The year the document speaks of most, or None if several are as frequent."""
        years = Counter(int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", self.text))
        ranked = years.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def label(self, line: Line) -> Label | None:
        """The label a line begins with: before a colon, or alone on the line."""
        if line.start not in self._labels:
            self._labels[line.start] = self._label(line)
        return self._labels[line.start]

    @cached_property
    def _listed(self) -> frozenset[int]:
        """Where lines begin that are labels behind bullets, in a list of at least two."""
        runs = [
            bool((bullet := BULLET.match(line.text)) and _labelled().match(line.text, bullet.end()))
            for line in self.lines
        ]
        return frozenset(
            line.start
            for place, line in enumerate(self.lines)
            if runs[place] and any(runs[max(place - 1, 0) : place] + runs[place + 1 : place + 2])
        )

    def _label(self, line: Line) -> Label | None:
        text = line.text
        bullet = BULLET.match(text) if line.start in self._listed else None
        match = _labelled().match(text, bullet.end() if bullet else 0)
        if match:
            name = vocabulary.means("labels", " ".join(match["word"].split()), self.tags)
            if name:
                value = line.passage.cut(match.end())
                return Label(name, match["word"], value, colon=True)
        bare = vocabulary.means("labels", text.rstrip(" +:").casefold(), self.tags)
        if bare:
            return Label(bare, text, line.passage.cut(len(text)), colon=False)
        year = _year_label().match(text)
        if year and vocabulary.means("labels", year["word"], self.tags) == "published":
            return Label("published", year["word"], line.passage.cut(year.start("year")), False)
        return None

    def join(self, lines: Iterable[Line]) -> Passage:
        """Wrapped lines as one passage, broken words made whole."""
        return join((line.passage for line in lines), self.hyphens)

    def paragraphs(self, lines: Iterable[Line]) -> list[Passage]:
        """The lines as paragraphs, parted by empty lines and bullets."""
        groups: list[list[Line]] = []
        for line in lines:
            goes_on = groups and not line.gap and not BULLET.match(line.text)
            if goes_on and groups[-1][-1].page != line.page:
                goes_on = not SENTENCE_END.search(groups[-1][-1].text)
            if goes_on or (groups and continues(groups[-1][-1], line)):
                groups[-1].append(line)
            else:
                groups.append([line])
        return [self.join(group) for group in groups]

    def items(self, lines: Iterable[Line]) -> list[Passage]:
        """The entries of a list; without bullets each paragraph is one."""
        lines = list(lines)
        if not any(BULLET.match(line.text) for line in lines):
            return self.paragraphs(lines)
        groups: list[list[Line]] = []
        for line in lines:
            if BULLET.match(line.text) or not groups:
                groups.append([line])
            else:
                groups[-1].append(line)
        return [without_bullet(self.join(group)) for group in groups]


def _without_margins(lines: list[Line]) -> list[Line]:
    """The lines but running heads and page numbers; the gap around one is not lost."""
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    if len(pages) < 2:
        return _without_heads(lines)
    kept: list[Line] = []
    unwanted = margins([[line.text for line in page] for page in pages])
    for page, rows in zip(pages, unwanted, strict=True):
        kept += [line for place, line in enumerate(page) if place not in rows]
    return kept


def _without_heads(lines: list[Line]) -> list[Line]:
    """The lines of a text whose page breaks are lost: a head is indented where a page began."""
    seen: set[str] = set()
    kept: list[Line] = []
    for line in lines:
        text = line.text.casefold()
        if line.indent == 1 and is_running(line.text):
            if text in seen:
                continue
            seen.add(text)
        kept.append(line)
    return kept


def continues(before: Line, line: Line) -> bool:
    """Whether a line after a gap goes on with the sentence before it (a page or column break)."""
    if SENTENCE_END.search(before.text) or before.text.endswith(":"):
        return False
    return line.gap <= 1 and line.text[0].islower() and len(before.text) > 20


def without_bullet(passage: Passage) -> Passage:
    """The passage without the bullet at its start."""
    match = BULLET.match(passage.text)
    return passage.cut(match.end()) if match else passage


def span_of(lines: list[Line]) -> tuple[Span, ...]:
    """The stretch from the first to the last of these lines."""
    return (Span(lines[0].start, lines[-1].end),) if lines else ()


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<word>{vocabulary.section_pattern('labels')})\s*[:：]\s*", re.IGNORECASE
    )


@cache
def _year_label() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<word>{vocabulary.section_pattern('labels')})\s+(?P<year>(?:19|20)\d\d)\.?$",
        re.IGNORECASE,
    )
