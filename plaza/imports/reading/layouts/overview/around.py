"""What stands before and after the activities: the year's programme, its funders, the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from plaza.imports.reading import vocabulary
from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.document import SENTENCE_END, Document, span_of
from plaza.imports.reading.found import Field, Found, Json
from plaza.imports.reading.layouts.figures import published, spans_of
from plaza.imports.reading.layouts.names import NAME, party, slug
from plaza.imports.reading.layouts.overview.blocks import Overview
from plaza.imports.reading.normal.countries import find_countries
from plaza.imports.reading.normal.links import MAIL, URL
from plaza.imports.reading.passages import Line, Passage


def around(document: Document, overview: Overview) -> Iterator[Found]:
    """The programme of the year, the organisation that publishes, and the figures it prints."""
    front = document.join(overview.front)
    programme = _programme(document, overview, front)
    if programme:
        yield programme
    organisation = _organisation(document, overview, front)
    if organisation:
        yield organisation
    yield from published(_said(document, overview.front))


def _programme(document: Document, overview: Overview, front: Passage) -> Found | None:
    title = next((line for line in overview.front if _names_year(line)), None)
    fields: list[Field] = []
    if title:
        year = re.search(r"(?:19|20)\d\d", title.text)
        assert year
        period: Json = {"start": f"{year[0]}-01-01", "end": f"{year[0]}-12-31",
                        "precision": "year", "open_end": False, "printed": year[0]}  # fmt: skip
        fields.append(found_field("title", title.passage, title.text, evidence="place"))
        fields.append(
            found_field("period", title.passage.cut(*year.span()), period, evidence="place")
        )
    fields += _funders(front, "supported")
    fields += _funders(document.join(overview.back), "thank")
    if not fields:
        return None
    spans = span_of(overview.front) + span_of(overview.back)
    name = title.text if title else "overview"
    return Found("programme", f"programme:{slug(name)}", tuple(fields), spans)


def _said(document: Document, lines: list[Line]) -> Iterator[Passage]:
    """The words before the activities; a title belongs to no sentence."""
    for is_title, stretch in groupby(lines, key=_names_year):
        if not is_title:
            yield document.join(stretch)


def _names_year(line: Line) -> bool:
    """Whether a line reads like the title of a year of activities, not of its figures."""
    text = line.text
    return bool(
        len(text) <= 90
        and re.search(r"(?:19|20)\d\d", text)
        and re.search(vocabulary.pattern("figures", "activities", "theme"), text, re.IGNORECASE)
        and not re.search(vocabulary.pattern("figures", "heading"), text, re.IGNORECASE)
        and not SENTENCE_END.search(text)
        and text[0].isupper()
        and "," not in text
    )


def _funders(text: Passage, role: str) -> Iterator[Field]:
    pattern = re.compile(
        rf"\b(?i:{vocabulary.pattern('roles', role)})\s+"
        rf"(?i:(?:the|de|het|la|il|a|o|to)\s+)*(?P<name>{NAME})"
    )
    for match in pattern.finditer(text.text):
        name = text.cut(match.start("name"), match.end("name"))
        yield found_field("funder", name, party(name), evidence="pattern")


def _organisation(document: Document, overview: Overview, front: Passage) -> Found | None:
    match = re.search(rf"(?P<name>{NAME})\s+\((?P<short>[A-Z][A-Za-z]{{1,9}})\)", front.text)
    if not match:
        return None
    name = front.cut(match.start("name"), match.end("name")).strip(" ")
    article = re.match(r"(?i:the|de|het)\s+", name.text)
    if article:
        name = name.cut(article.end())
    short = front.cut(match.start("short"), match.end("short"))
    fields = [
        found_field("name", name, name.text, evidence="pattern"),
        found_field("other_name", short, short.text, evidence="pattern"),
    ]
    mail = MAIL.search(front.text)
    if mail:
        printed = front.cut(*mail.span())
        fields.append(
            found_field("contact", printed, {"name": None, "mail": mail[0]}, evidence="pattern")
        )
    fields += _address(overview.back)
    return Found("organisation", f"organisation:{slug(name.text)}", tuple(fields),
                 spans_of([name, short]))  # fmt: skip


def _address(lines: list[Line]) -> Iterator[Field]:
    for line in lines:
        postcode = re.match(
            r"(?:[A-Z]{1,2}-)?\d{4,5}\s?(?:[A-Z]{2}\b)?\s+(?P<city>[^,]+)", line.text
        )
        named = find_countries(line.text)
        if postcode and named:
            place = line.passage.cut(postcode.start("city"), postcode.end("city"))
            yield found_field("city", place, place.text, evidence="pattern")
            land = line.passage.cut(named[0].start, named[0].end)
            country: Json = {"code": named[0].code, "printed": land.text}
            yield found_field("country", land, country, evidence="pattern")
        for match in URL.finditer(line.text):
            address = line.passage.cut(*match.span())
            value: Json = {"url": match[0], "label": None, "doubtful": False}
            yield found_field("link", address, value, evidence="label")
