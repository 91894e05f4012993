"""One resource out of its labels, content and links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plaza.imports.reading import vocabulary
from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.document import SENTENCE_END, Document, span_of
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Doubt, Field, Found, Json
from plaza.imports.reading.layouts import facts
from plaza.imports.reading.layouts.hub.files import files
from plaza.imports.reading.layouts.hub.parts import parts_of
from plaza.imports.reading.layouts.hub.shapes import fits, is_person
from plaza.imports.reading.layouts.hub.tokens import Labelled
from plaza.imports.reading.layouts.hub.works import SHORT, Work
from plaza.imports.reading.layouts.names import slug
from plaza.imports.reading.normal.countries import country
from plaza.imports.reading.normal.organisations import has_type_word, organisations
from plaza.imports.reading.normal.periods import period
from plaza.imports.reading.passages import Line, Passage, join

SHORT_SENTENCE = 90  # letters in a title that ends like a sentence


def resource(document: Document, work: Work, place: int) -> Found:
    """The resource this work is."""
    unlabelled, content = _by_shape(work)
    parts, rest = parts_of(content, [button.label for button in work.buttons])
    head, body = _head(document, rest)
    fields = [*head]
    for labelled in work.labels:
        fields += _labelled(document, labelled)
    fields = [*_once(fields), *unlabelled]
    fields += _body(document, body)
    for part in parts:
        fields.append(found_field("part", part.passage, part.to_json(), evidence="layout"))
    fields += files(work.buttons, parts, fields)
    fields += facts.links([line.passage for line in body])
    title = next((field.printed for field in head if field.name == "title"), None)
    doubts = () if title else (doubt("title_missing"),)
    key = f"resource:{slug(title)}" if title else f"resource:{place}"
    return Found("resource", key, tuple(fields), span_of(work.lines), doubts)


def _labelled(document: Document, labelled: Labelled) -> Iterator[Field]:
    name = labelled.label.name
    values = [value.strip(" ,;") for value in labelled.values]
    whole = join([value for value in labelled.values if value], document.hyphens)
    if not whole:
        return
    if name == "published":
        yield from year(whole.strip(" ,;"))
    elif name == "organisation":
        yield from _organisations(join(labelled.values, document.hyphens))
    elif name in ("language", "country"):
        for value in values:
            yield from facts.READERS[name](value, document)
    elif name == "author":
        yield from _authors(whole)
    elif name in ("download", "links"):
        yield from facts.links(values)
    else:
        yield from facts.READERS[name](whole.strip(" ,;"), document)


def _once(fields: list[Field]) -> list[Field]:
    """An organisation that is named twice once, with the country that one of them says."""
    kept: dict[object, Field] = {}
    for place, field in enumerate(fields):
        value = field.value
        if field.name != "organisation" or not isinstance(value, dict):
            kept[place] = field
            continue
        known = kept.get(value["name"])
        if known is None or not (isinstance(known.value, dict) and known.value["country"]):
            kept[value["name"]] = field
    return list(kept.values())


def year(printed: Passage) -> Iterator[Field]:
    """The year a work was published in."""
    said = period(printed.text)
    value = said.start.year if said and said.start else None
    doubts = [] if value else [doubt("shape_unusual")]
    yield found_field("year", printed, value, evidence="label", doubts=doubts)


def _organisations(printed: Passage, evidence: str = "label") -> Iterator[Field]:
    for one in organisations(printed):
        doubts = [] if one.is_certain else [doubt("split_offered")]
        if not fits("organisation", printed.text):
            doubts.append(doubt("shape_unusual"))
        if evidence != "label":
            doubts.append(doubt("unlabelled"))
        yield found_field("organisation", one.passage, one.to_json(), evidence=evidence,
                          doubts=doubts)  # fmt: skip


def _authors(printed: Passage, evidence: str = "label") -> Iterator[Field]:
    ands = vocabulary.pattern("dates", "and")
    for name in printed.split(rf"\s*[,;]\s*|\s+(?:{ands})\s+"):
        doubts = [] if is_person(name.text) else [doubt("shape_unusual")]
        if evidence != "label":
            doubts.append(doubt("unlabelled"))
        yield found_field("author", name, name.text, evidence=evidence, doubts=doubts)


def _by_shape(work: Work) -> tuple[list[Field], list[Line]]:
    """Values whose labels were lost, told by their form while they stand above the title."""
    fields: list[Field] = []
    content = list(work.content)
    stripped = bool(work.labels) and not any(
        labelled.label.name in ("organisation", "country", "contact") and labelled.values
        for labelled in work.labels
    )
    while stripped and len(content) > 2 and (found := list(_shaped(content, fields))):
        fields += found
        content.pop(0)
    return (fields, content) if len(fields) > 1 else ([], list(work.content))


def _shaped(lines: list[Line], before: list[Field]) -> Iterator[Field]:
    line, below = lines[:2]
    text = line.text.strip(" ,")
    if len(text) > SHORT or SENTENCE_END.search(text):
        return
    code = country(text)
    names = [field.name for field in before]
    if code:
        data: Json = {"code": code, "printed": text}
        yield found_field("country", line.passage, data, evidence="shape",
                          doubts=[doubt("unlabelled")])  # fmt: skip
    elif "contact" not in names and "country" in names and is_person(text):
        person: Json = {"name": text, "mail": None}
        yield found_field("contact", line.passage.strip(" ,"), person, evidence="shape",
                          doubts=[doubt("unlabelled"), doubt("contact_without_mail")])  # fmt: skip
    elif not before and "," in text and fits("author", text):
        yield from _authors(line.passage, "shape")
    elif (
        "country" not in names
        and (has_type_word(text) or country(below.text.strip(" ,")))
        and fits("organisation", text)
    ):
        yield from _organisations(line.passage, "shape")


def _head(document: Document, lines: list[Line]) -> tuple[list[Field], list[Line]]:
    """Title and subtitle: the short paragraphs that open the content, and what is left."""
    groups = _groups(lines)
    if not groups:
        return [], []
    fields: list[Field] = []
    parted = _opens_text(groups[0])
    if parted:
        groups[:1] = [groups[0][:1], groups[0][1:]]
    first = document.join(groups[0])
    if _is_tags(first.text) and len(groups) > 1:
        told = [doubt("unlabelled")]
        for tag in first.split(r"\s*[,|]\s*"):
            fields.append(found_field("topic", tag, tag.text, evidence="shape", doubts=told))
        groups = groups[1:]
        first = document.join(groups[0])
    tagged = bool(fields)
    if len(first.text) > SHORT or _is_sentence(first.text, alone=len(groups) == 1 and not tagged):
        return fields, [line for group in groups for line in group]
    fields.append(
        found_field(
            "title", first, first.text, evidence="place", doubts=_title_doubts(first, parted)
        )
    )
    rest = groups[1:]
    if len(rest) > 1:
        second = document.join(rest[0])
        third = document.join(rest[1])
        if (
            len(second.text) <= SHORT
            and not SENTENCE_END.search(second.text)
            and not second.text.endswith(":")
            and len(third.text) > len(second.text)
        ):
            printed = second.strip(" ,")
            fields.append(found_field("subtitle", printed, printed.text, evidence="layout"))
            rest = rest[1:]
    return fields, [line for group in rest for line in group]


def _is_sentence(text: str, *, alone: bool) -> bool:
    """Whether a paragraph is text and no title; a short one that is alone may be a title."""
    if not SENTENCE_END.search(text):
        return False
    return not alone or len(text) > SHORT_SENTENCE


def _opens_text(group: list[Line]) -> bool:
    """Whether the first line of a paragraph is a title and the rest its text."""
    if len(group) < 2:
        return False
    first, second, last = group[0].text, group[1].text, group[-1].text
    return first[-1].isalnum() and second[0].isupper() and last.endswith(".")


def _title_doubts(title: Passage, parted: bool) -> list[Doubt]:
    return [doubt("title_guessed")] if parted or title.text[0].islower() else []


def _groups(lines: list[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.gap:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_tags(text: str) -> bool:
    """Whether a line is a row of tags: several short parts, most in small letters, no sentence."""
    parts = [part.strip() for part in re.split(r"[,|]", text) if part.strip()]
    small = sum(part[0].islower() or country(part) is not None for part in parts)
    return (
        len(parts) >= 2
        and all(len(part) <= 40 for part in parts)
        and 2 * small >= len(parts)
        and (not SENTENCE_END.search(text))
    )


def _body(document: Document, lines: list[Line]) -> Iterator[Field]:
    paragraphs = document.paragraphs(lines)
    if not paragraphs:
        return
    if len(paragraphs) > 1:
        yield found_field("summary", paragraphs[0], paragraphs[0].text, evidence="layout")
    texts = [part.text for part in paragraphs]
    yield found_field("text", join(paragraphs), texts, evidence="layout")
