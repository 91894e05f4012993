"""One row to its records: an organisation with its contact, a contact, an activity, a resource."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.document import Document
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Doubt, Field, Found, Json
from plaza.imports.reading.layouts import facts
from plaza.imports.reading.layouts.names import slug
from plaza.imports.reading.normal.languages import language, split_languages
from plaza.imports.reading.normal.links import MAIL
from plaza.imports.reading.normal.numbers import currency_in, find_money, number
from plaza.imports.reading.normal.organisations import looks_like_name, organisations
from plaza.imports.reading.normal.periods import Period, period
from plaza.imports.reading.passages import Passage, clean
from plaza.imports.reading.sheets.shapes import WEB, code_of
from plaza.imports.reading.source import Cell, Source

CERTAIN = 0.8  # of a column, from which its heading counts as a label
TURNED = re.compile(r"(?P<last>[^\W\d_][\w’'-]+), (?P<first>[^\W\d_][\w’'-]+)")
SEVERAL = r"\s*[;\n|]\s*"


@dataclass(slots=True)
class Row:
    """One is a row with its cells by field; ``group`` is the heading of the rows it stands in."""

    source: Source
    number: int
    cells: dict[str, Cell]
    certain: dict[str, float]
    headings: dict[str, str]
    group: Cell | None

    def passage(self, name: str) -> Passage | None:
        cell = self.cells.get(name)
        if cell is None or not cell.text:
            return None
        return clean(self.source.text, cell.start, cell.end) or None

    def field(
        self, column: str, name: str, passage: Passage, value: Json, doubts: Iterable[Doubt] = ()
    ) -> Field:
        """A field from a cell; unsure if its column is."""
        told = list(doubts)
        sure = self.certain.get(column, 0.0) >= CERTAIN
        if not sure:
            told.append(doubt("column_unsure"))
        return found_field(name, passage, value, evidence="label" if sure else "shape", doubts=told)


def records(row: Row, kind: str) -> Iterator[Found]:
    """The records of a row, the main one first."""
    readers = {"organisation": _organisation, "contact": _contact, "activity": _activity,
               "resource": _resource}  # fmt: skip
    yield from readers[kind](row)


def _organisation(row: Row) -> Iterator[Found]:
    fields = [*_words(row, "name"), *_several(row, "other_name"), *_country(row)]
    fields += _words(row, "city")
    fields += [*_website(row), *_words(row, "category"), *_date(row, "since"), *_date(row, "until")]
    fields += [*_words(row, "phone"), *_missing(row)]
    name = row.passage("name")
    key = slug(name.text) if name else str(row.number)
    yield _found("organisation", key, fields)
    if {"person", "first_name", "last_name", "mail"} & set(row.cells):
        yield from _people(row, name)


def _contact(row: Row) -> Iterator[Found]:
    yield from _people(row, row.passage("organisation"))


def _people(row: Row, organisation: Passage | None) -> Iterator[Found]:
    """The persons of a row; names and addresses that are as many go together in their order."""
    names = _names(row)
    mail_cell = row.passage("mail")
    matches = MAIL.finditer(mail_cell.text) if mail_cell else []
    mails = [mail_cell.cut(*match.span()) for match in matches] if mail_cell else []
    together = len(names) == len(mails) or not names or not mails
    for place in range(max(len(names), len(mails), 0)):
        fields: list[Field] = []
        doubts = [] if together else [doubt("names_and_mails")]
        if place < len(names):
            column, passage, value = names[place]
            printed = passage.text if "," in passage.text else None
            told = [doubt("spelling_differs", printed=printed)] if printed else []
            fields.append(row.field(column, "name", passage, value, told))
        if place < len(mails):
            fields.append(row.field("mail", "mail", mails[place], mails[place].text, doubts))
        elif place < len(names):
            told = doubts if mails else [doubt("contact_without_mail")]
            column, passage, value = names[place]
            fields[-1] = row.field(column, "name", passage, value, told)
        if organisation:
            column = "organisation" if "organisation" in row.cells else "name"
            fields.append(row.field(column, "organisation", organisation, organisation.text))
        fields += _words(row, "phone")
        key = mails[place].text.casefold() if place < len(mails) else slug(str(names[place][2]))
        yield _found("contact", key, fields)


def _names(row: Row) -> list[tuple[str, Passage, str]]:
    person = row.passage("person")
    turned = TURNED.fullmatch(person.text) if person else None
    if person and turned:
        return [("person", person, f"{turned['first']} {turned['last']}")]
    if person:
        separator = SEVERAL if re.search(r"[;\n|]", person.text) else r"\s*,\s*|\s+/\s+"
        return [("person", part, part.text) for part in person.split(separator)]
    first, last = row.passage("first_name"), row.passage("last_name")
    whole = " ".join(part.text for part in (first, last) if part)
    passage = first or last
    return [("first_name" if first else "last_name", passage, whole)] if passage else []


def _activity(row: Row) -> Iterator[Found]:
    document = Document(Source(row.source.name, "cell", "", ""))
    fields = [*_words(row, "title"), *_period(row)]
    for name in ("host", "co_host", "partner"):
        fields += _parties(row, name, name)
    fields += [*_country(row), *_words(row, "city")]
    for column in ("participants", "structure"):
        passage = row.passage(column)
        if passage:
            for one in facts.READERS[column](passage, document):
                fields.append(row.field(column, one.name, _at(passage, one), one.value, one.doubts))
    fields += [*_costs(row), *_state(row), *_languages(row), *_links(row), *_missing(row)]
    title = row.passage("title")
    yield _found("activity", slug(title.text) if title else str(row.number), facts.complete(fields))


def _resource(row: Row) -> Iterator[Found]:
    fields = [*_words(row, "title"), *_year(row), *_parties(row, "organisation", "organisation")]
    fields += [*_several(row, "author"), *_languages(row), *_country(row), *_links(row)]
    fields += [*_words(row, "category"), *_missing(row)]
    title = row.passage("title")
    yield _found("resource", slug(title.text) if title else str(row.number), fields)


def _found(kind: str, key: str, fields: list[Field]) -> Found:
    spans = tuple(sorted({span for field in fields for span in field.spans}))
    return Found(kind, f"{kind}:{key}", tuple(fields), spans)


def _at(passage: Passage, field: Field) -> Passage:
    place = passage.text.find(field.printed)
    return passage.cut(place, place + len(field.printed)) if place >= 0 else passage


def _missing(row: Row) -> Iterator[Field]:
    """A field for each formula without a stored result, so that a person sees it."""
    for name, cell in row.cells.items():
        if cell.without_value:
            place = Passage(" ", (max(cell.start - 1, 0),), row.source.text)
            yield found_field(name, place, None, evidence="guess",
                              doubts=[doubt("formula_without_value")])  # fmt: skip


def _words(row: Row, name: str) -> Iterator[Field]:
    if passage := row.passage(name):
        unlike = name == "name" and not looks_like_name(passage.text)
        yield row.field(name, name, passage, passage.text, [doubt("name_unlike")] if unlike else [])


def _several(row: Row, name: str) -> Iterator[Field]:
    passage = row.passage(name)
    for part in passage.split(SEVERAL) if passage else []:
        yield row.field(name, name, part, part.text)


def _parties(row: Row, column: str, name: str) -> Iterator[Field]:
    passage = row.passage(column)
    for part in passage.split(SEVERAL) if passage else []:
        for one in organisations(part):
            doubts = [] if one.is_certain else [doubt("split_offered")]
            yield row.field(column, name, one.passage, one.to_json(), doubts)


def _country(row: Row) -> Iterator[Field]:
    passage = row.passage("country")
    if passage is None and row.group:
        passage = clean(row.source.text, row.group.start, row.group.end)
        value: Json = {"code": code_of(passage.text), "printed": passage.text}
        yield found_field("country", passage, value, evidence="derived")
        return
    for part in passage.split(SEVERAL) if passage else []:
        code = code_of(part.text)
        doubts = [] if code else [doubt("country_not_understood")]
        value = {"code": code, "printed": part.text}
        yield row.field("country", "country", part, value, doubts)


def _website(row: Row) -> Iterator[Field]:
    passage = row.passage("website")
    if passage:
        fits = bool(WEB.fullmatch(passage.text))
        url = passage.text if re.match(r"https?://", passage.text) else f"https://{passage.text}"
        value: Json = {"url": url, "label": None, "doubtful": not fits}
        yield row.field(
            "website", "website", passage, value, [] if fits else [doubt("shape_unusual")]
        )


def _links(row: Row) -> Iterator[Field]:
    passage = row.passage("link")
    if passage:
        for one in facts.links([passage]):
            yield row.field("link", "link", _at(passage, one), one.value, one.doubts)


def _date(row: Row, name: str) -> Iterator[Field]:
    passage = row.passage(name)
    if passage:
        said = period(passage.text)
        doubts = list(said.doubts) if said else [doubt("period_not_understood")]
        value: Json = said.to_json() if said else None
        yield row.field(name, name, passage, value, doubts)


def _year(row: Row) -> Iterator[Field]:
    passage = row.passage("year")
    if passage:
        said = period(passage.text)
        value = said.start.year if said and said.start else None
        yield row.field("year", "year", passage, value, [] if value else [doubt("shape_unusual")])


def _period(row: Row) -> Iterator[Field]:
    """The period of one column, or of a column for the start and one for the end."""
    passage = row.passage("period") or row.passage("start") or row.passage("year")
    if passage is None:
        return
    column = next(name for name in ("period", "start", "year") if row.passage(name) is passage or (
        row.cells.get(name) is not None and row.passage(name) == passage))  # fmt: skip
    year_cell = row.passage("year")
    year = number(year_cell.text) if year_cell else None
    said = period(passage.text, year=int(year) if year else None)
    end = row.passage("end")
    last = period(end.text) if end else None
    if said is None:
        value: Json = {"start": None, "end": None, "precision": None, "open_end": False,
                       "printed": passage.text}  # fmt: skip
        yield row.field(column, "period", passage, value, [doubt("period_not_understood")])
        return
    yield from _said(row, column, passage, said, last)


def _said(
    row: Row, column: str, passage: Passage, said: Period, last: Period | None
) -> Iterator[Field]:
    value = dict(said.to_json())
    doubts = [one for one in said.doubts if one.code != "year_from_context"]
    if last and last.end:
        value["end"] = last.end.isoformat()
        value["printed"] = f"{said.printed} – {last.printed}"
        if said.start and last.end < said.start:
            doubts.append(doubt("end_before_start"))
    if said.precision:
        yield row.field(column, "period", passage, value, doubts)
    if said.state:
        yield row.field(column, "state", passage, said.state)


def _state(row: Row) -> Iterator[Field]:
    passage = row.passage("state")
    if passage:
        said = period(passage.text)
        state = said.state if said else None
        doubts = [] if state else [doubt("shape_unusual")]
        yield row.field("state", "state", passage, state or passage.text, doubts)


def _costs(row: Row) -> Iterator[Field]:
    passage = row.passage("costs")
    if passage:
        money = find_money(passage.text)
        amount = money[0].amount if money else number(passage.text, decimals=True)
        currency = money[0].currency if money else currency_in(row.headings["costs"])
        value: Json = {"amount": amount, "currency": currency}
        doubts = [] if currency else [doubt("currency_missing")]
        yield row.field("costs", "costs", passage, value, doubts)


def _languages(row: Row) -> Iterator[Field]:
    passage = row.passage("language")
    for printed in split_languages(passage.text) if passage else []:
        assert passage
        begin = passage.text.index(printed)
        part = passage.cut(begin, begin + len(printed))
        short = part.text.casefold() if re.fullmatch(r"[A-Za-z]{2}", part.text) else None
        tag = language(part.text) or short
        doubts = [] if tag else [doubt("language_not_understood")]
        yield row.field("language", "language", part, tag, doubts)
