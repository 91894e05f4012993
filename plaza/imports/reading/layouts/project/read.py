"""Reading a project page: its strands in their numbers, their parts, and what is hoped for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plaza.imports.reading import vocabulary
from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.document import BULLET, SENTENCE_END, Document, span_of, without_bullet
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Doubt, Field, Found, Json
from plaza.imports.reading.layouts import facts
from plaza.imports.reading.layouts.figures import sentences
from plaza.imports.reading.layouts.hub.tokens import is_boilerplate
from plaza.imports.reading.layouts.names import slug
from plaza.imports.reading.normal.stages import stage
from plaza.imports.reading.passages import Line, Passage, join

NUMBERED = re.compile(r"^(?P<number>\d{1,2})[.)]\s+(?=\S)")
LONGEST_TITLE = 120  # letters


@dataclass(slots=True)
class Strand:
    """One is a numbered strand with the lines below it."""

    number: int
    lines: list[Line]
    parts: list[list[Line]] = field(default_factory=list)


def read(document: Document) -> list[Found]:
    """The one project of the page."""
    head, strands, tail = _cut(document)
    fields: list[Field] = [*_head(document, head)]
    for strand in strands:
        fields += _strand(document, strand)
    if tail:
        paragraphs = document.paragraphs(tail)
        texts = [paragraph.text for paragraph in paragraphs]
        fields.append(found_field("aim", join(paragraphs), texts, evidence="place"))
    title = next((one for one in fields if one.name == "title"), None)
    doubts = () if title else (doubt("title_missing"),)
    key = f"programme:{slug(title.printed) if title else 1}"
    return [Found("programme", key, tuple(fields), span_of(document.lines), doubts)]


def _cut(document: Document) -> tuple[list[Line], list[Strand], list[Line]]:
    """What stands before the strands, the strands, and what stands after the last one."""
    head: list[Line] = []
    strands: list[Strand] = []
    tail: list[Line] = []
    wanted = 1
    for line in document.lines:
        if is_boilerplate(line.text):
            continue
        match = NUMBERED.match(line.text)
        if match and int(match["number"]) in (wanted, wanted + 1) and not tail:
            strands.append(Strand(int(match["number"]), [line]))
            wanted = int(match["number"]) + 1
        elif not strands:
            head.append(line)
        elif tail or _ends(strands, line):
            tail.append(line)
        elif BULLET.match(line.text):
            strands[-1].parts.append([line])
        elif strands[-1].parts:
            strands[-1].parts[-1].append(line)
        else:
            strands[-1].lines.append(line)
    return head, strands, tail


def _ends(strands: list[Strand], line: Line) -> bool:
    """Whether a paragraph after the last strand is none of it: earlier strands have no such one."""
    if not line.gap or BULLET.match(line.text) or len(strands) < 2:
        return False
    return not any(one.gap for strand in strands[:-1] for one in strand.lines[1:])


def _head(document: Document, lines: list[Line]) -> Iterator[Field]:
    rest: list[Line] = []
    place = 0
    while place < len(lines):
        label = document.label(lines[place])
        if label and (label.colon or label.value):
            value = []
            while (
                not label.value and place + 1 < len(lines) and not document.label(lines[place + 1])
            ):
                value.append(lines[place + 1])
                place += 1
                if lines[place].gap and len(value) > 1:
                    break
            yield from facts.read(document, label, value)
        else:
            rest.append(lines[place])
        place += 1
    paragraphs = document.paragraphs(rest)
    if (
        paragraphs
        and len(paragraphs[0].text) <= LONGEST_TITLE
        and not (SENTENCE_END.search(paragraphs[0].text))
    ):
        title = paragraphs.pop(0).strip("# ")
        yield found_field("title", title, title.text, evidence="place")
    if paragraphs:
        texts = [paragraph.text for paragraph in paragraphs]
        yield found_field("text", join(paragraphs), texts, evidence="layout")


def _strand(document: Document, strand: Strand) -> Iterator[Field]:
    groups = document.paragraphs(strand.lines)
    match = NUMBERED.match(groups[0].text)
    first = groups[0].cut(match.end() if match else 0)
    whole = join([first, *groups[1:]])
    title, shortened = short_title(first)
    doubts = [doubt("shortened")] if shortened else []
    value: Json = {"number": strand.number, "kind": kind_of(whole.text), "title": title.text,
                   "text": whole.text, "stage": stage(whole.text)}  # fmt: skip
    yield found_field("strand", whole, value, evidence="layout", doubts=doubts)
    for place, lines in enumerate(strand.parts, start=1):
        printed = without_bullet(document.join(lines))
        yield _part(strand.number, place, printed)


def _part(number: int, place: int, printed: Passage) -> Field:
    title, shortened = short_title(printed)
    doubts: list[Doubt] = [doubt("shortened")] if shortened else []
    value: Json = {"strand": number, "position": place, "title": title.text, "text": printed.text}
    return found_field("strand_part", printed, value, evidence="layout", doubts=doubts)


def short_title(passage: Passage) -> tuple[Passage, bool]:
    """The words that can stand as a title, and whether they are only the first of more."""
    first = (sentences(passage) or [passage])[0]
    colon = re.search(r":\s", first.text)
    if colon and 8 <= colon.start() <= LONGEST_TITLE:
        return first.cut(0, colon.start()), True
    if len(first.text) <= LONGEST_TITLE:
        return first.strip("."), len(first.text) < len(passage.text)
    breaks = [match.start() for match in re.finditer(r"[,;(]|\s[-–]\s|\s(?=\S+\s)", first.text)]
    firm = [
        place for place in breaks if first.text[place] in ",;(-–" and 20 <= place <= LONGEST_TITLE
    ]
    cut = firm[0] if firm else max(place for place in breaks if place <= LONGEST_TITLE)
    return first.cut(0, cut), True


def kind_of(text: str) -> str | None:
    """The kind of work of a strand, by the first word that tells one."""
    found = []
    for kind in vocabulary.lookup("strands").values():
        match = re.search(rf"\b{vocabulary.pattern('strands', kind)}", text, re.IGNORECASE)
        if match:
            found.append((match.start(), kind))
    return min(found)[1] if found else None
