"""Reading a call: one activity with its terms, and the programme and organisation behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plaza.imports.reading import vocabulary
from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.document import SENTENCE_END, Document, span_of
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Field, Found
from plaza.imports.reading.layouts import facts
from plaza.imports.reading.layouts.agreement import settle
from plaza.imports.reading.layouts.call.patterns import (
    outputs,
    roles,
    shorts_of,
    terms,
    venue_beside,
)
from plaza.imports.reading.layouts.call.programme import programmes, publisher
from plaza.imports.reading.layouts.call.sections import Section, sections
from plaza.imports.reading.layouts.figures import sentences
from plaza.imports.reading.layouts.names import slug, unique
from plaza.imports.reading.normal.links import MAIL
from plaza.imports.reading.normal.periods import find_period
from plaza.imports.reading.normal.quotas import quotas
from plaza.imports.reading.passages import Passage, join

LONGEST = 60_000  # letters of prose that are searched for sentences of a call
TELLING = {"period", "venue", "host", "organiser", "headcount", "session_plan", "quota", "seats",
           "expected"}  # fmt: skip
SINGLE = {"title", "period", "venue", "audience", "language_level", "expected", "costs", "state",
          "seats", "country"}  # fmt: skip


def read(document: Document) -> list[Found]:
    """The activity a call invites to, its programme and its publisher, as far as named."""
    parts = sections(document)
    paragraphs = [part for section in parts for part in document.paragraphs(section.lines)]
    said = list(_beginning(paragraphs))
    shorts = shorts_of(join(paragraphs)) if paragraphs else {}
    fields = [*_labelled(document, parts)]
    for sentence in said:
        fields += roles(sentence, shorts)
        fields += terms(sentence)
        fields += quotas(sentence)
        fields += outputs(sentence)
        fields += _mails(sentence)
    fields += _dates(document, said, fields)
    fields += facts.links(said)
    fields = facts.complete(settle(fields, SINGLE))
    if not any(field.name == "title" for field in fields):
        fields = [*_title(document, parts), *fields]
    fields += _text(document, parts)
    found: list[Found] = []
    if _is_activity(fields):
        title = next((field for field in fields if field.name == "title"), None)
        doubts = () if title else (doubt("title_missing"),)
        key = f"activity:{slug(title.printed) if title else '1'}"
        found.append(Found("activity", key, tuple(fields), span_of(document.lines), doubts))
    found += programmes(said, shorts)
    found += publisher(said, shorts)
    return unique(found)


def _beginning(paragraphs: list[Passage]) -> Iterator[Passage]:
    """The sentences of the first pages; a call says what it says there."""
    length = 0
    for paragraph in paragraphs:
        length += len(paragraph.text)
        if length > LONGEST:
            return
        yield from sentences(paragraph)


def _labelled(document: Document, parts: list[Section]) -> Iterator[Field]:
    for section in parts:
        for labelled in section.labels:
            read = facts.read(document, labelled.label, labelled.lines)
            yield from read
            value = join([labelled.label.value, *(line.passage for line in labelled.lines)])
            if value and labelled.label.name in ("registration", "participants", "costs"):
                yield from quotas(value)
            if value and labelled.label.name == "registration":
                yield from _mails(value)


def _mails(sentence: Passage) -> Iterator[Field]:
    for match in MAIL.finditer(sentence.text):
        printed = sentence.cut(*match.span())
        yield found_field("contact", printed, {"name": None, "mail": match[0]}, evidence="pattern")


def _dates(document: Document, said: list[Passage], fields: list[Field]) -> Iterator[Field]:
    """A date from the text, where no label gives one or to compare with the one of the label."""
    labelled = any(field.name == "period" for field in fields)
    for sentence in said:
        found = find_period(sentence.text, year=document.year)
        if not found or found[2].precision != "day":
            continue
        printed = sentence.cut(found[0], found[1])
        doubts = [*found[2].doubts, *([] if labelled else [doubt("from_sentence")])]
        evidence = "pattern" if labelled else "sentence"
        value = found[2].to_json()
        yield found_field("period", printed, value, evidence=evidence, doubts=doubts)
        if not any(field.name == "venue" for field in fields):
            yield from venue_beside(sentence)
        return


def _title(document: Document, parts: list[Section]) -> Iterator[Field]:
    """The title: a heading that introduces an activity, else the first heading or short line."""
    announcing = vocabulary.words("roles", "introduction")
    headings = [
        section.heading
        for section in parts
        if section.heading and section.heading.text.casefold() not in announcing
    ]
    activity = re.compile(rf"\b{vocabulary.pattern('roles', 'activity')}\b", re.IGNORECASE)
    opening = re.compile(
        rf"^{vocabulary.pattern('roles', 'introduction')}\s*[:–-]?\s+", re.IGNORECASE
    )
    named = [heading for heading in headings if activity.search(heading.text)]
    for heading in named:
        match = opening.match(heading.text)
        if match or heading is headings[0]:
            title = heading.cut(match.end()) if match else heading
            if title.text[0].islower():
                title = heading
            yield found_field("title", title, title.text, evidence="place")
            return
    if headings:
        doubts = [] if headings[0].at[0] == document.lines[0].start else [doubt("title_guessed")]
        yield found_field("title", headings[0], headings[0].text, evidence="place", doubts=doubts)
        return
    first = document.lines[0] if document.lines else None
    if first and len(first.text) <= 120 and not SENTENCE_END.search(first.text):
        yield found_field("title", first.passage, first.text, evidence="guess",
                          doubts=[doubt("title_guessed")])  # fmt: skip


def _text(document: Document, parts: list[Section]) -> Iterator[Field]:
    """The paragraphs about the activity: from the heading that introduces it on."""
    activity = re.compile(rf"\b{vocabulary.pattern('roles', 'activity')}\b", re.IGNORECASE)
    begin = next(
        (
            place
            for place, part in enumerate(parts)
            if part.heading and activity.search(part.heading.text)
        ),
        0,
    )
    paragraphs = [
        paragraph for part in parts[begin:] for paragraph in document.paragraphs(part.lines)
    ]
    if paragraphs:
        texts = [paragraph.text for paragraph in paragraphs]
        yield found_field("text", join(paragraphs), texts, evidence="layout")


def _is_activity(fields: list[Field]) -> bool:
    """Whether enough is said that only activities have: a date, a place, a host, a number."""
    return len({field.name for field in fields} & TELLING) >= 2
