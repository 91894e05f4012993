"""What each line of a hub page is: label with value, link button, "read more", or content."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plaza.imports.reading import vocabulary
from plaza.imports.reading.document import Document, Label
from plaza.imports.reading.layouts.hub.shapes import fits
from plaza.imports.reading.normal.links import BUTTON, MARKDOWN
from plaza.imports.reading.passages import Line, Passage

LABELS = {"published", "organisation", "language", "contact", "author", "download", "country",
          "topic", "type", "links"}  # fmt: skip
REPEATING = {"language", "author", "country", "organisation", "topic"}


@dataclass(slots=True)
class Labelled:
    """One is a label with the lines of its value; no lines if it is empty."""

    label: Label
    line: Line
    values: list[Passage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Button:
    """One is a link with a label."""

    url: str
    label: str
    passage: Passage
    line: Line


@dataclass(slots=True)
class Segment:
    """One is what stands between two "read more" marks, in its order."""

    runs: list[list[Line] | list[Labelled]] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)

    def add_line(self, line: Line) -> None:
        if not self.runs or not isinstance(self.runs[-1][0], Line):
            self.runs.append([])
        self.runs[-1].append(line)  # type: ignore[arg-type]

    def add_labelled(self, labelled: Labelled) -> None:
        if not self.runs or not isinstance(self.runs[-1][0], Labelled):
            self.runs.append([])
        self.runs[-1].append(labelled)  # type: ignore[arg-type]


def segments(document: Document) -> list[Segment]:
    """The document between its "read more" marks, boilerplate left out."""
    found = [Segment()]
    lines = document.lines
    place = 0
    while place < len(lines):
        line = lines[place]
        if is_read_more(line.text):
            found.append(Segment())
            place += 1
            continue
        if is_boilerplate(line.text) or not re.search(r"\w", line.text):
            place += 1
            continue
        pressed = buttons(line)
        if pressed:
            found[-1].buttons.extend(pressed)
            place += 1
            continue
        label = hub_label(document, place)
        if label:
            labelled = Labelled(label, line)
            place = _value(document, labelled, place)
            found[-1].add_labelled(labelled)
            continue
        found[-1].add_line(line)
        place += 1
    return [segment for segment in found if segment.runs or segment.buttons]


def is_read_more(text: str) -> bool:
    """Whether a line is the "read more" of a list."""
    return text.strip(" +»>→….:").casefold() in vocabulary.words("hub", "read_more")


def is_boilerplate(text: str) -> bool:
    """Whether a line belongs to the site, not to a work."""
    return text.strip(" .+").casefold() in vocabulary.words("hub", "boilerplate")


def buttons(line: Line) -> list[Button]:
    """The link buttons on a line, if it holds nothing else."""
    found = [
        Button(match[1], match[2], line.passage.cut(*match.span()), line)
        for match in BUTTON.finditer(line.text)
    ]
    if found:
        return found
    rest = MARKDOWN.sub("", line.text).strip(" |·•-")
    if rest:
        return []
    return [
        Button(match[2], match[1], line.passage.cut(*match.span()), line)
        for match in MARKDOWN.finditer(line.text)
    ]


def hub_label(document: Document, place: int) -> Label | None:
    """The label of a work on this line, or None."""
    line = document.lines[place]
    label = document.label(line)
    if label is None or label.name not in LABELS:
        return None
    odd = label.colon and label.value and not fits(label.name, label.value.text)
    if odd and not _stands_in_a_list(document, place):
        return None  # a title that begins like a label
    return label


def _stands_in_a_list(document: Document, place: int) -> bool:
    """Whether the line above or below, without a gap, is a label with a colon too."""
    lines = document.lines
    above = lines[place - 1] if place and not lines[place].gap else None
    below = lines[place + 1] if place + 1 < len(lines) and not lines[place + 1].gap else None
    beside = [document.label(line) for line in (above, below) if line]
    return any(label and label.colon and label.name in LABELS for label in beside)


def _value(document: Document, labelled: Labelled, place: int) -> int:
    """Take the value of a label: on its line, or on the lines below that have its form."""
    lines = document.lines
    name = labelled.label.name
    if labelled.label.value:
        labelled.values.append(labelled.label.value)
    last = place + 1
    while last < len(lines):
        line = lines[last]
        if not re.search(r"\w", line.text):
            last += 1
            continue
        if is_read_more(line.text) or is_boilerplate(line.text) or hub_label(document, last):
            break
        if buttons(line) or line.gap > 2 or not fits(name, line.text):
            break
        if labelled.values and (name not in REPEATING or not _goes_on(labelled, line)):
            break
        if line.gap and not _closed_below(document, last, name):
            break
        labelled.values.append(line.passage)
        last += 1
    return last


def _goes_on(labelled: Labelled, line: Line) -> bool:
    """Whether a value of several lines goes on: further languages, or a list with a comma."""
    if labelled.label.name in ("language", "country"):
        return line.gap <= 1
    return not line.gap and labelled.values[-1].text.endswith((",", ";", "-", "–"))


def _closed_below(document: Document, place: int, name: str) -> bool:
    """Whether a value after an empty line is safe: its form is telling, or a label follows."""
    if name in ("published", "language", "country"):
        return True
    lines = document.lines
    for below in range(place + 1, min(place + 4, len(lines))):
        if not re.search(r"\w", lines[below].text):
            continue
        return is_read_more(lines[below].text) or hub_label(document, below) is not None
    return True
