"""Cutting an overview into blocks: titles with text, boxes of facts, links, what is around."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plaza.imports.reading import vocabulary
from plaza.imports.reading.document import BULLET, SENTENCE_END, Document, Label
from plaza.imports.reading.layouts.overview.titles import Story, heading, titles
from plaza.imports.reading.normal.links import is_only_url
from plaza.imports.reading.passages import Line

FACTS = {"participants", "host", "co_host", "country", "structure", "organiser", "partner", "guest",
         "costs", "language", "location", "date", "period", "contact", "funder", "audience",
         "applicant", "seats", "expected"}  # fmt: skip
BOX_STARTS = {"participants", "host", "country", "structure", "organiser"}
SECTIONS = {"outcomes", "resources"}
LONGEST_LABEL = 60  # letters
STRANGE = ""  # the name of a label that no table knows
LABEL_LIKE = re.compile(r"(?P<word>[^\W\d_][^\s:.,;]*(?:\s[^\s:.,;]+){0,3})\s*:\s+(?=\S)")


@dataclass(slots=True)
class Entry:
    """One is a label of a facts box with the lines of its value."""

    label: Label
    lines: list[Line]


@dataclass(slots=True)
class Box:
    """One is a facts box with the lists below it."""

    entries: list[Entry] = field(default_factory=list)
    sections: list[Entry] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Links:
    """One is a run of lines that are addresses."""

    lines: list[Line]


@dataclass(slots=True)
class Overview:
    """The blocks of an overview in their order, with what stands before and after them."""

    front: list[Line] = field(default_factory=list)
    blocks: list[Story | Box | Links] = field(default_factory=list)
    back: list[Line] = field(default_factory=list)


def cut(document: Document) -> Overview:
    """The blocks of the document; every line is in exactly one."""
    stories = titles(document)
    overview = Overview()
    lines = document.lines
    end = _back(document)
    place = 0
    while place < len(lines):
        line = lines[place]
        if place >= end:
            overview.back.append(line)
            place += 1
        elif place in stories:
            story, place = stories[place]
            overview.blocks.append(story)
            place = heading(document, story, place, stories)
        elif is_only_url(line.text):
            place = _links(overview, lines, place)
        else:
            place = _fact_or_text(document, overview, place, stories)
    return overview


def _links(overview: Overview, lines: list[Line], place: int) -> int:
    run = [lines[place]]
    while place + len(run) < len(lines) and is_only_url(lines[place + len(run)].text):
        run.append(lines[place + len(run)])
    if overview.blocks:
        overview.blocks.append(Links(run))
    else:
        overview.front.extend(run)
    return place + len(run)


def _fact_or_text(
    document: Document, overview: Overview, place: int, stories: dict[int, tuple[Story, int]]
) -> int:
    line = document.lines[place]
    label = document.label(line)
    last = overview.blocks[-1] if overview.blocks else None
    box = last if isinstance(last, Box) else None
    is_fact = label and label.name not in SECTIONS and (label.name in FACTS or box)
    if label and is_fact and (label.colon or (box and label.name in FACTS)):
        if box is None or any(entry.label.name == label.name for entry in box.entries):
            if box is None and label.name not in BOX_STARTS:
                return _text(overview, line, place)
            box = Box()
            overview.blocks.append(box)
        return _entry(document, box, label, place, stories)
    if label and label.name in SECTIONS:
        if box is None or any(entry.label.name == label.name for entry in box.sections):
            box = Box()
            overview.blocks.append(box)
        return _section(document, box, label, place, stories)
    if box and (strange := _strange(document, place)):
        take = _entry if strange.colon else _section
        return take(document, box, strange, place, stories)
    return _text(overview, line, place)


def _strange(document: Document, place: int) -> Label | None:
    """A label that is not known: words before a colon, or a short line above a list."""
    line = document.lines[place]
    if document.label(line) or not line.text[0].isupper():
        return None
    match = LABEL_LIKE.match(line.text)
    if match:
        return Label(STRANGE, match["word"], line.passage.cut(match.end()), colon=True)
    below = document.lines[place + 1 : place + 2]
    heads = below and BULLET.match(below[0].text) and not SENTENCE_END.search(line.text)
    if heads and len(line.text) <= LONGEST_LABEL:
        return Label(STRANGE, line.text, line.passage.cut(len(line.text)), colon=False)
    return None


def _text(overview: Overview, line: Line, place: int) -> int:
    """Give a line to the story it follows; before the first block it is front matter."""
    if not overview.blocks:
        overview.front.append(line)
        return place + 1
    for block in reversed(overview.blocks):
        if isinstance(block, Story):
            block.text.append(line)
            return place + 1
    overview.front.append(line)
    return place + 1


def _entry(
    document: Document, box: Box, label: Label, place: int, stories: dict[int, tuple[Story, int]]
) -> int:
    lines = document.lines
    entry = Entry(label, [])
    box.lines.append(lines[place])
    last = place + 1
    while last < len(lines):
        line = lines[last]
        filled = bool(label.value) or bool(entry.lines)
        if last in stories or is_only_url(line.text) or _is_section(document, last):
            break
        if (below := document.label(line)) and (below.colon or not filled):
            break
        if filled and _strange(document, last):
            break
        if line.gap and (filled or line.gap > 1):
            break
        entry.lines.append(line)
        last += 1
    box.entries.append(entry)
    box.lines.extend(entry.lines)
    return last


def _section(
    document: Document, box: Box, label: Label, place: int, stories: dict[int, tuple[Story, int]]
) -> int:
    lines = document.lines
    section = Entry(label, [])
    box.lines.append(lines[place])
    last = place + 1
    bulleted = last < len(lines) and bool(BULLET.match(lines[last].text))
    while last < len(lines):
        line = lines[last]
        below = document.label(line)
        if last in stories or is_only_url(line.text) or _is_section(document, last):
            break
        if below and ((below.name in FACTS and below.colon) or _is_thanks(document, last)):
            break
        bullet = BULLET.match(line.text)
        if bulleted and line.gap and not bullet and not line.text[0].islower():
            break
        strange = _strange(document, last) if bulleted and line.text.isupper() else None
        if strange and not strange.colon:
            break
        section.lines.append(line)
        last += 1
    box.sections.append(section)
    box.lines.extend(section.lines)
    return last


def _is_section(document: Document, place: int) -> bool:
    """Whether a list begins here: its label alone on a line, in capitals or above a bullet."""
    line = document.lines[place]
    label = document.label(line)
    if label is None or label.name not in SECTIONS or (label.colon and label.value):
        return False
    below = document.lines[place + 1 : place + 2]
    return line.text.isupper() or bool(below and BULLET.match(below[0].text)) or label.colon


def _back(document: Document) -> int:
    """Where the closing page begins: thanks under a label of their own."""
    lines = document.lines
    for place in range(len(lines) - 1, max(-1, len(lines) - 60), -1):
        if _is_thanks(document, place):
            return place
    return len(lines)


def _is_thanks(document: Document, place: int) -> bool:
    label = document.label(document.lines[place])
    below = document.lines[place + 1 : place + 3]
    thanked = re.compile(vocabulary.pattern("roles", "thank"), re.IGNORECASE)
    return bool(
        label
        and label.name in ("thanks", "funder")
        and (thanked.search(document.join(below).text) or thanked.search(label.value.text))
    )
