"""Labelled facts of an activity: from a label and its lines to fields in their normal form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.document import Document, Label
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Doubt, Field, Json
from plaza.imports.reading.normal.countries import country, find_countries
from plaza.imports.reading.normal.fitting import fits
from plaza.imports.reading.normal.headcounts import find_headcounts
from plaza.imports.reading.normal.languages import language, split_languages
from plaza.imports.reading.normal.links import MAIL, URL
from plaza.imports.reading.normal.organisations import looks_like_name, organisations
from plaza.imports.reading.normal.periods import Period, find_period, period
from plaza.imports.reading.normal.places import place
from plaza.imports.reading.normal.quotas import quotas
from plaza.imports.reading.normal.structures import find_sessions
from plaza.imports.reading.passages import Line, Passage, join

FEW = 20  # letters beside a date that belong to it as printed
PARTIES = ("host", "co_host", "organiser", "partner", "guest", "participant", "applicant",
           "funder", "lead", "commissioner")  # fmt: skip


def read(document: Document, label: Label, lines: Sequence[Line]) -> list[Field]:
    """The fields a label and the lines of its value give; an empty label gives none."""
    parts = [label.value, *(line.passage for line in lines)]
    if label.name in PARTIES:
        return list(_parties(label.name, parts, document))
    value = join(parts, document.hyphens)
    if not value:
        return []
    reader = READERS.get(label.name)
    return list(reader(value, document)) if reader else []


def period_fields(printed: Passage, said: Period) -> Iterator[Field]:
    """The period and the state these words say."""
    if said.precision:
        yield found_field("period", printed, said.to_json(), evidence="place", doubts=said.doubts)
    if said.state:
        yield found_field("state", printed, said.state, evidence="place")


def links(passages: Sequence[Passage], text: str | None = None) -> list[Field]:
    """One field for each address, however often it is printed; doubtful if unfit for the text."""
    seen: dict[str, list[Passage]] = {}
    for passage in passages:
        for match in URL.finditer(passage.text):
            seen.setdefault(match[0], []).append(passage.cut(match.start(), match.end()))
    fields = []
    for url, places in seen.items():
        doubts = [doubt("link_repeated", times=len(places))] if len(places) > 1 else []
        unfit = text is not None and not fits(url, text)
        if unfit:
            doubts.append(doubt("link_unfit"))
        value: Json = {"url": url, "label": None, "doubtful": unfit}
        field = found_field("link", places[0], value, evidence="label", doubts=doubts)
        spans = tuple(span for passage in places for span in passage.spans)
        fields.append(
            Field(field.name, field.printed, value, spans, field.score, field.sure, field.doubts)
        )
    return fields


def complete(fields: list[Field]) -> list[Field]:
    """Add what follows from other fields: the venue, and whom a headcount counts."""
    plans = [field for field in fields if field.name == "session_plan"]
    values = [plan.value for plan in plans if isinstance(plan.value, dict)]
    modes = [value["mode"] for value in values]
    webinars = any(value["mode"] == "webinar" and value["count"] != 1 for value in values)
    done = []
    for field in fields:
        if field.name == "headcount" and webinars and isinstance(field.value, dict):
            value = {**field.value, "counted": "unknown"}
            doubts = (*field.doubts, doubt("persons_or_attendances"))
            field = Field("headcount", field.printed, value, field.spans, field.score, field.sure,
                          doubts)  # fmt: skip
        done.append(field)
    if plans and not any(field.name == "venue" for field in fields):
        venue = _venue(plans, modes)
        if venue:
            done.append(venue)
    return done


def _venue(plans: list[Field], modes: list[str | None]) -> Field | None:
    """Where it takes place as far as the structure says: online, or the country of the visits."""
    for plan in plans:
        value = plan.value
        if isinstance(value, dict) and value["country"]:
            where: Json = {"country": value["country"], "city": None, "online": False}
            return Field("venue", plan.printed, where, plan.spans, plan.score, plan.sure)
    if modes and all(mode in ("online", "webinar") for mode in modes):
        online: Json = {"country": None, "city": None, "online": True}
        return Field("venue", plans[0].printed, online, plans[0].spans, plans[0].score,
                     plans[0].sure)  # fmt: skip
    return None


def _parties(name: str, parts: list[Passage], document: Document) -> Iterator[Field]:
    whole = join(parts, document.hyphens)
    if not whole:
        return
    for party in organisations(whole):
        doubts: list[Doubt] = []
        if not party.is_certain:
            doubts.append(doubt("split_offered"))
        if not looks_like_name(party.passage.text):
            doubts.append(doubt("name_unlike"))
        yield found_field(name, party.passage, party.to_json(), evidence="label", doubts=doubts)


def _participants(value: Passage, document: Document) -> Iterator[Field]:
    counts = find_headcounts(value.text)
    for count in counts:
        doubts = []
        if count.overlap == "unknown":
            doubts.append(doubt("overlap_unknown"))
        if count.qualifier:
            doubts.append(doubt("number_vague", qualifier=count.qualifier))
        yield found_field(
            "headcount", value.cut(count.start, count.end), count.to_json(), evidence="label",
            doubts=doubts,
        )  # fmt: skip


def _country(value: Passage, document: Document) -> Iterator[Field]:
    whole = country(value.text)
    if whole:
        data: Json = {"code": whole, "printed": value.text}
        yield found_field("country", value, data, evidence="label")
        return
    named = find_countries(value.text)
    left = value.text
    for one in named:
        left = left.replace(value.text[one.start : one.end], "")
    only = not re.search(r"[^\W\d_]{4,}", left)
    for one in named:
        printed = value.cut(one.start, one.end)
        data = {"code": one.code, "printed": printed.text}
        doubts = [] if only else [doubt("country_not_understood")]
        yield found_field("country", printed, data, evidence="label", doubts=doubts)
    if not named:
        data = {"code": None, "printed": value.text}
        yield found_field(
            "country", value, data, evidence="label", doubts=[doubt("country_not_understood")]
        )


def _structure(value: Passage, document: Document) -> Iterator[Field]:
    plans = find_sessions(value.text)
    for plan in plans:
        doubts = [] if plan.mode else [doubt("mode_unknown")]
        if plan.count is None and plan.hours is None and plan.days is None:
            doubts.append(doubt("structure_not_understood"))
        yield found_field(
            "session_plan", value.cut(plan.start, plan.end), plan.to_json(), evidence="label",
            doubts=doubts,
        )  # fmt: skip
    if not plans:
        data: Json = {"count": None, "hours": None, "mode": None, "country": None, "days": None,
                      "printed": value.text}  # fmt: skip
        yield found_field(
            "session_plan", value, data, evidence="label",
            doubts=[doubt("structure_not_understood")],
        )  # fmt: skip


def _period(value: Passage, document: Document) -> Iterator[Field]:
    said = period(value.text, year=document.year)
    if said:
        yield from period_fields(value, said)
        return
    inside = find_period(value.text, year=document.year)
    if inside:
        start, end, said = inside
        if len(value.text) - (end - start) <= FEW:  # a misspelt word is printed too
            start, end = 0, len(value.text)
        printed = value.cut(start, end)
        yield from period_fields(printed, replace(said, printed=printed.text))
        return
    data: Json = {"start": None, "end": None, "precision": None, "open_end": False,
                  "printed": value.text}  # fmt: skip
    yield found_field(
        "period", value, data, evidence="label", doubts=[doubt("period_not_understood")]
    )


def _location(value: Passage, document: Document) -> Iterator[Field]:
    where, doubts = place(value.text)
    yield found_field("venue", value, where, evidence="label", doubts=doubts)


def _languages(value: Passage, document: Document) -> Iterator[Field]:
    for printed in split_languages(value.text):
        begin = value.text.index(printed)
        part = value.cut(begin, begin + len(printed)).strip(".,")
        tag = language(part.text)
        doubts = [] if tag else [doubt("language_not_understood")]
        yield found_field("language", part, tag, evidence="label", doubts=doubts)


def _contact(value: Passage, document: Document) -> Iterator[Field]:
    for part in value.split(r"\s*[;|]\s*"):
        mail = MAIL.search(part.text)
        name = part.cut(0, mail.start()) if mail else part
        name = name.strip(" ,:<(–-")
        data: Json = {"name": name.text or None, "mail": mail[0] if mail else None}
        doubts = [] if mail else [doubt("contact_without_mail")]
        yield found_field("contact", part.strip(" ,"), data, evidence="label", doubts=doubts)


def _words(name: str) -> Callable[[Passage, Document], Iterator[Field]]:
    def words(value: Passage, document: Document) -> Iterator[Field]:
        yield found_field(name, value, value.text, evidence="label")

    return words


def _expected(value: Passage, document: Document) -> Iterator[Field]:
    yield from quotas(value, default="expected")


def _seats(value: Passage, document: Document) -> Iterator[Field]:
    yield from quotas(value, default="seats")


READERS: dict[str, Callable[[Passage, Document], Iterator[Field]]] = {
    "participants": _participants,
    "country": _country,
    "structure": _structure,
    "period": _period,
    "date": _period,
    "location": _location,
    "language": _languages,
    "contact": _contact,
    "costs": _words("costs"),
    "audience": _words("audience"),
    "language_level": _words("language_level"),
    "registration": _words("registration"),
    "title": _words("title"),
    "topic": _words("topic"),
    "type": _words("type"),
    "expected": _expected,
    "seats": _seats,
    "aim": _words("aim"),
    "description": _words("text"),
}
