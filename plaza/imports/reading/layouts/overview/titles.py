"""Titles of an overview: the lines above a period, and the heading below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plaza.imports.reading.document import BULLET, SENTENCE_END, Document
from plaza.imports.reading.normal.links import is_only_url
from plaza.imports.reading.normal.periods import Period, period
from plaza.imports.reading.passages import Line

LONGEST_TITLE = 6  # lines
OPENERS = {"participants", "host", "country", "structure", "organiser", "period", "date"}
LONGEST_HEADING = 140  # letters
LONGEST_QUESTION = 80  # letters in a heading that asks


@dataclass(slots=True)
class Story:
    """One is a title with its period, heading and text."""

    title: list[Line]
    period: Period | None
    period_lines: list[Line]
    heading: list[Line] = field(default_factory=list)
    text: list[Line] = field(default_factory=list)


def titles(document: Document) -> dict[int, tuple[Story, int]]:
    """Each story by the place of its first line, with the place behind its period."""
    found: dict[int, tuple[Story, int]] = {}
    lines = document.lines
    behind = 0
    for place, line in enumerate(lines):
        if place < behind or document.label(line):
            continue
        read, length = _period_at(document, place)
        if read is None:
            continue
        first = _title_start(document, place, behind)
        if first == place:
            continue
        behind = place + length
        found[first] = (Story(lines[first:place], read, lines[place:behind]), behind)
    return found or _without_periods(document)


def _without_periods(document: Document) -> dict[int, tuple[Story, int]]:
    """Titles of pages that print no period: the short line that opens what is no box of facts."""
    lines = document.lines
    boxes = [place for place in range(len(lines)) if _opens_box(document, place)]
    if not boxes:
        return {}
    ends = [0, *boxes[1:], len(lines)]
    before = _opening(document, 0, boxes[0]) is not None
    found: dict[int, tuple[Story, int]] = {}
    for index, box in enumerate(boxes):
        floor = boxes[index - 1] + 1 if index else 0
        place = (
            _opening(document, floor, box) if before else _opening(document, box, ends[index + 1])
        )
        if place is not None:
            found[place] = (Story([lines[place]], None, []), place + 1)
    return found


def _opens_box(document: Document, place: int) -> bool:
    label = document.label(document.lines[place])
    above = document.label(document.lines[place - 1]) if place else None
    return bool(label and label.colon and label.name in OPENERS) and not (above and above.colon)


def _opening(document: Document, start: int, end: int) -> int | None:
    """The first line that stands alone, is short and no sentence, label or bullet."""
    lines = document.lines
    for place in range(start, end):
        line = lines[place]
        alone = (place == 0 or line.gap) and place + 1 < len(lines) and lines[place + 1].gap
        if alone and not _ends_something(document, line) and line.text[0].isupper():
            return place
    return None


def _period_at(document: Document, place: int) -> tuple[Period | None, int]:
    lines = document.lines
    for length in (2, 1):
        stretch = lines[place : place + length]
        if len(stretch) < length or (length == 2 and stretch[1].gap):
            continue
        words = document.join(stretch).text
        if len(words) > 60 or not re.search(r"[^\W\d_]{3}", words):
            continue
        if length == 2 and period(lines[place].text):
            continue
        read = period(words)
        if read and (read.state or read.precision != "year"):
            return read, length
    return None, 0


def _title_start(document: Document, place: int, floor: int) -> int:
    """Where the title above a period begins: back over short lines of one paragraph."""
    lines = document.lines
    first = place
    gap_allowed = 1 if lines[place].gap else 0
    while first > floor and place - first < LONGEST_TITLE:
        line = lines[first - 1]
        below = lines[first]
        if below.gap and not (first == place and gap_allowed) and not _goes_on(line, below):
            break
        if below.page != line.page and first != place:
            break
        if _ends_something(document, line):
            break
        first -= 1
        if (
            line.indent
            and first < place
            and not _starts_lower(line.text)
            and _is_break(lines, first)
        ):
            break
    while first < place and _starts_lower(lines[first].text):
        first += 1
    return first


def _ends_something(document: Document, line: Line) -> bool:
    text = line.text
    return bool(
        (SENTENCE_END.search(text) and not text.endswith("…"))
        or BULLET.match(text)
        or is_only_url(text)
        or document.label(line)
        or len(text) > 110
        or period(text)
    )


def _goes_on(line: Line, below: Line) -> bool:
    """Whether a title in large letters goes on behind one empty line."""
    return below.gap == 1 and (
        (line.text.isupper() and below.text.isupper()) or _starts_lower(below.text)
    )


def _is_break(lines: list[Line], place: int) -> bool:
    """Whether a column begins here: the line is indented, the one below it is not."""
    return lines[place].indent == 1 and (place + 1 >= len(lines) or lines[place + 1].indent == 0)


def _starts_lower(text: str) -> bool:
    return text[0].islower()


def heading(
    document: Document, story: Story, place: int, stories: dict[int, tuple[Story, int]]
) -> int:
    """Take the short paragraph below a period as heading if a longer text follows."""
    lines = document.lines
    last = place
    while last < len(lines) and last - place < 4:
        line = lines[last]
        if last > place and line.gap:
            break
        if last in stories or document.label(line) or BULLET.match(line.text):
            break
        last += 1
    candidate = lines[place:last]
    words = document.join(candidate).text if candidate else ""
    asks = words.endswith("?") and len(candidate) == 1 and len(words) <= LONGEST_QUESTION
    fits = 0 < len(words) <= LONGEST_HEADING and (asks or not SENTENCE_END.search(words))
    apart = bool(candidate) and (
        candidate[0].gap > 0 or (last < len(lines) and lines[last].gap > 0)
    )
    if fits and apart and not is_only_url(candidate[0].text) and len(candidate) <= 3:
        story.heading = candidate
        return last
    if candidate and _stops_short(document, candidate):
        story.heading = candidate[:1]
        return place + 1
    return place


def _stops_short(document: Document, lines: list[Line]) -> bool:
    """Whether the first line ends although the first word of the next one would have fitted."""
    if len(lines) < 3 or document.label(lines[0]):
        return False
    first, second = lines[0].text, lines[1].text
    width = max(len(line.text) for line in lines[1:])
    return (
        len(first) <= LONGEST_HEADING
        and not SENTENCE_END.search(first)
        and first[-1].isalnum()
        and second[0].isupper()
        and len(first) + 1 + len(second.split()[0]) <= 0.8 * width
    )
