"""Cutting prose into sections: headings, labelled lines and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plaza.imports.reading.document import BULLET, SENTENCE_END, Document, Label
from plaza.imports.reading.passages import Line, Passage

LONGEST_HEADING = 100  # letters
UNWRAPPED = 150  # letters; a longer line says that lines are paragraphs


@dataclass(slots=True)
class Labelled:
    """One is a label with the lines of its value."""

    label: Label
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Section:
    """One is a heading with what stands below it."""

    heading: Passage | None
    labels: list[Labelled] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def sections(document: Document) -> list[Section]:
    """The sections of the document; the first may have no heading."""
    found = [Section(None)]
    lines = document.lines
    wrapped = not any(len(line.text) > UNWRAPPED for line in lines)
    place = 0
    while place < len(lines):
        line = lines[place]
        label = document.label(line)
        if label and (label.colon or _is_short_label(document, place)):
            labelled = Labelled(label)
            place = _value(document, labelled, place, wrapped)
            found[-1].labels.append(labelled)
        elif is_heading(document, place):
            found.append(Section(line.passage.strip("#=* ")))
            place += 1
        else:
            found[-1].lines.append(line)
            place += 1
    return [one for one in found if one.heading or one.lines or one.labels]


def is_heading(document: Document, place: int) -> bool:
    """Whether a line is a heading: short, no sentence, with text below it."""
    lines = document.lines
    line = lines[place]
    text = line.text
    if re.match(r"#{1,6}\s+\S", text):
        return True
    if len(text) > LONGEST_HEADING or SENTENCE_END.search(text) or text.endswith((",", ";", ":")):
        return False
    if BULLET.match(text) or not text[0].isalnum() or text[0].islower():
        return False
    stands_alone = place == 0 or line.gap > 0 or _follows_long(lines, place)
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None or not stands_alone:
        return False
    if below.gap or len(below.text) > len(text):
        return True
    return document.label(below) is not None


def _follows_long(lines: list[Line], place: int) -> bool:
    """Whether the line above is the end of a paragraph."""
    return bool(SENTENCE_END.search(lines[place - 1].text)) and (
        len(lines[place - 1].text) > UNWRAPPED
    )


def _is_short_label(document: Document, place: int) -> bool:
    """Whether a label alone on its line stands above a value and not above a section."""
    lines = document.lines
    label = document.label(lines[place])
    below = lines[place + 1 : place + 3]
    if label is None or label.name in ("practical", "description", "thanks", "resources"):
        return False
    if not below or below[0].gap:
        return False
    ends = len(below) == 1 or below[1].gap > 0 or document.label(below[1]) is not None
    return ends and len(below[0].text) <= UNWRAPPED


def _value(document: Document, labelled: Labelled, place: int, wrapped: bool) -> int:
    lines = document.lines
    filled = bool(labelled.label.value)
    last = place + 1
    while last < len(lines):
        line = lines[last]
        if document.label(line) or line.gap > (0 if filled else 1):
            break
        if filled and (not wrapped or _begins_anew(document, labelled, lines, last)):
            break
        if not filled and line.gap and len(line.text) > UNWRAPPED:
            break
        labelled.lines.append(line)
        filled = True
        last += 1
    return last


def _begins_anew(document: Document, labelled: Labelled, lines: list[Line], place: int) -> bool:
    """Whether a line after a value is no wrapped part of it: the line above it was not full."""
    above, line = lines[place - 1], lines[place]
    if BULLET.match(line.text):
        return not BULLET.match(lines[place - 1].text) and bool(labelled.label.value)
    longest = max(len(one.text) for one in lines)
    full = len(above.text) + len(line.text.split()[0]) >= 0.8 * longest
    return not (full or line.text[0].islower() or above.text.endswith((",", "-", "–", "(")))
