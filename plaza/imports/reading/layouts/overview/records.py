"""One activity out of its title, text and box of facts."""

from __future__ import annotations

from collections.abc import Iterator

from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.document import Document, span_of
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Doubt, Field, Found, Json, Span
from plaza.imports.reading.layouts import facts
from plaza.imports.reading.layouts.overview.blocks import STRANGE, Entry
from plaza.imports.reading.layouts.overview.pairs import Unit
from plaza.imports.reading.layouts.overview.titles import Story
from plaza.imports.reading.layouts.taking_part import developers, named_countries
from plaza.imports.reading.normal.stages import stage
from plaza.imports.reading.passages import Passage, join

STAGES = {"outcomes": "outcome", "resources": "output"}
NOT_YET = ("planned", "open", "postponed", "cancelled")


def activity(document: Document, unit: Unit, key: str) -> Found:
    """The activity this unit describes."""
    fields: list[Field] = []
    if unit.story:
        fields += _story(document, unit.story)
    state = next((str(field.value) for field in fields if field.name == "state"), None)
    told = document.join(unit.story.text).text if unit.story and unit.story.text else ""
    if unit.box:
        for entry in unit.box.entries:
            fields += facts.read(document, entry.label, entry.lines)
        for section in unit.box.sections:
            fields += _section(document, section, state, told)
    fields = facts.complete(fields)
    if unit.story:
        known = {code for field in fields for code in _codes(field)}
        paragraphs = document.paragraphs(unit.story.text)
        fields += named_countries([*paragraphs, *_items(document, unit)], known)
        fields += developers(join(paragraphs)) if paragraphs else []
    words = " ".join(field.printed for field in fields)
    fields += facts.links([line.passage for line in unit.links], words)
    return Found("activity", key, tuple(fields), _spans(unit), tuple(_doubts(unit)))


def _story(document: Document, story: Story) -> Iterator[Field]:
    guessed = [] if story.period else [doubt("title_guessed")]
    title = document.join(story.title)
    yield found_field("title", title, title.text, evidence="place", doubts=guessed)
    if story.period:
        yield from facts.period_fields(document.join(story.period_lines), story.period)
    if story.heading:
        yield found_field("heading", *_text(document.join(story.heading)), evidence="layout")
    paragraphs = document.paragraphs(story.text)
    if paragraphs:
        whole = join(paragraphs)
        yield found_field("text", whole, [part.text for part in paragraphs], evidence="layout")


def _section(document: Document, section: Entry, state: str | None, told: str) -> Iterator[Field]:
    name = STAGES.get(section.label.name)
    if name is None:
        return
    for item in document.items(section.lines):
        reached = stage(item.text, told=told if name == "output" and state in NOT_YET else "")
        doubts: list[Doubt] = []
        if reached == "delivered" and state in NOT_YET:
            doubts.append(doubt("stage_against_state", state=state))
        value: Json = {"text": item.text, "stage": reached}
        yield found_field(name, item, value, evidence="section", doubts=doubts)


def _items(document: Document, unit: Unit) -> Iterator[Passage]:
    for section in unit.box.sections if unit.box else []:
        if section.label.name in STAGES:
            yield from document.items(section.lines)


def _codes(field: Field) -> Iterator[str]:
    value = field.value
    if field.name in facts.PARTIES and isinstance(value, dict) and value["country"]:
        yield value["country"]
    if field.name == "country" and isinstance(value, dict):
        yield value["code"]


def _text(passage: Passage) -> tuple[Passage, str]:
    return passage, passage.text


def _spans(unit: Unit) -> tuple[Span, ...]:
    stretches: list[Span] = []
    if unit.story:
        story = unit.story
        stretches += span_of([*story.title, *story.period_lines, *story.heading, *story.text])
    if unit.box:
        stretches += span_of(unit.box.lines)
    stretches += span_of(unit.links)
    return tuple(sorted(stretches))


def _doubts(unit: Unit) -> Iterator[Doubt]:
    if unit.story is None:
        yield doubt("title_missing")
    if unit.unclear:
        yield doubt("pairing_unclear")
    for entry in [*unit.box.entries, *unit.box.sections] if unit.box else []:
        if entry.label.name == STRANGE:
            yield doubt("label_unknown", label=entry.label.word)
