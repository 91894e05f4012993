"""Which row holds the headings, what each column is, and what a row of the table is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from plaza.imports.reading import vocabulary
from plaza.imports.reading.found import Json
from plaza.imports.reading.normal.countries import plain
from plaza.imports.reading.normal.organisations import has_type_word
from plaza.imports.reading.sheets.shapes import TELLING, share
from plaza.imports.reading.source import Cell, Table

NONE: tuple[str | None, float] = (None, 0.0)
DEEPEST = 25  # rows in which headings are looked for
KINDS = {
    "organisation": ("name", "other_name", "country", "city", "website", "category", "since",
                     "until", "person", "first_name", "last_name", "mail", "phone", "number",
                     "notes", "organisation"),
    "contact": ("person", "first_name", "last_name", "mail", "organisation", "phone", "country",
                "city", "number", "notes", "name"),
    "activity": ("title", "period", "start", "end", "year", "host", "co_host", "partner", "country",
                 "city", "participants", "structure", "state", "costs", "language", "link",
                 "number", "notes"),
    "resource": ("title", "year", "language", "author", "organisation", "country", "link",
                 "category", "mail", "person", "number", "notes"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One is a column: its heading, the field it is proposed for, and how certain that is."""

    index: int
    heading: str
    field: str | None
    certainty: float
    samples: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Json]:
        return {"index": self.index, "heading": self.heading, "field": self.field,
                "certainty": self.certainty, "samples": list(self.samples)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """One is what a table is taken for: the kind of its rows, its headings and columns."""

    table: str
    kind: str
    header_rows: tuple[int, ...]
    columns: tuple[Column, ...]

    @property
    def signature(self) -> str:
        """The same for tables with the same headings, to remember a mapping by; else empty."""
        if not any(column.heading for column in self.columns):
            return ""
        return "|".join(plain(column.heading) for column in self.columns)

    @property
    def certainty(self) -> float:
        """That of the least certain column that is used."""
        return min((column.certainty for column in self.columns if column.field), default=0.0)

    def mapped(self, kind: str, fields: Mapping[int, str | None]) -> Proposal:
        """The proposal with columns mapped by hand; those are certain."""
        columns = tuple(
            replace(column, field=fields[column.index], certainty=1.0)
            if column.index in fields
            else column
            for column in self.columns
        )
        return replace(self, kind=kind, columns=columns)

    def to_json(self) -> dict[str, Json]:
        return {
            "table": self.table,
            "kind": self.kind,
            "header_rows": list(self.header_rows),
            "columns": [column.to_json() for column in self.columns],
            "signature": self.signature,
            "certainty": self.certainty,
        }


def propose(table: Table) -> Proposal:
    """What the table is most likely to be."""
    rows = rows_of(table)
    header_rows = _header_rows(rows)
    width = max((max(row) for row in rows.values() if row), default=-1) + 1
    below = [row for number, row in rows.items() if number > max(header_rows, default=-1)]
    headings = [_heading(rows, header_rows, column) for column in range(width)]
    values = [
        [row[column].text for row in below if column in row and row[column].text]
        for column in range(width)
    ]
    kind = _kind(headings, values)
    columns = _assign(kind, headings, values)
    return Proposal(table.name, kind, header_rows, tuple(columns))


def rows_of(table: Table) -> dict[int, dict[int, Cell]]:
    """The cells by row and column."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    return rows


def meanings(heading: str) -> dict[str, float]:
    """What a heading can mean, each with its certainty."""
    words = plain(re.sub(r"\([^()]*\)", "", heading)) or plain(heading)
    found: dict[str, float] = {}
    for word, by_language in vocabulary.meanings("columns").items():
        bare = plain(word)
        keys = set(by_language.values()) | vocabulary.shared("columns", word)
        if not bare:
            bare = word
            certainty = 0.9 if heading.strip() == word else 0.0
        elif bare == words:
            certainty = 1.0
        elif f" {bare} " in f" {words} ":
            certainty = 0.6 + 0.3 * len(bare) / len(words)
        else:
            certainty = 0.0
        for key in keys:
            if certainty > found.get(key, 0.0):
                found[key] = certainty
    return found


def _header_rows(rows: dict[int, dict[int, Cell]]) -> tuple[int, ...]:
    """The row of headings, with the row of groups above it if there is one."""
    best: tuple[float, int] | None = None
    for number in sorted(rows)[:DEEPEST]:
        texts = [cell.text for cell in rows[number].values()]
        known = sum(bool(meanings(text)) and len(text) <= 60 for text in texts)
        if known < 2 and not (known == 1 and len(texts) <= 2):
            continue
        exact = sum(max(meanings(text).values(), default=0) >= 0.99 for text in texts)
        rank = known + exact - 0.5 * (len(texts) - known) - 0.01 * number
        if best is None or rank > best[0] + 0.5:
            best = (rank, number)
    if best is None:
        return _unknown_headings(rows)
    groups = [cell.text for cell in rows[best[1]].values()]
    below = [cell.text for cell in rows.get(best[1] + 1, {}).values()]
    if len(set(groups)) < len(groups) and below and all(meanings(text) for text in below):
        return (best[1], best[1] + 1)
    above = rows.get(best[1] - 1, {})
    over = {cell.text for cell in above.values()}
    if len(above) >= 2 and all(len(text) <= 40 for text in over):
        repeated = len(over) < len(above)
        if repeated or any(meanings(text) for text in over):
            return (best[1] - 1, best[1])
    return (best[1],)


def _unknown_headings(rows: dict[int, dict[int, Cell]]) -> tuple[int, ...]:
    """The first row of a table whose headings are no known words, unless it holds values."""
    width = max((len(row) for row in rows.values()), default=0)
    first = next((number for number in sorted(rows) if len(rows[number]) == width > 1), None)
    texts = [cell.text for cell in rows[first].values()] if first is not None else []
    told = ("mail", "country", "website", "year", "period", "phone")
    values = any(has_type_word(text) or any(share(key, [text]) for key in told) for text in texts)
    distinct = len(set(texts)) == len(texts) and all(len(text) <= 40 for text in texts)
    return (first,) if first is not None and distinct and not values else ()


def _heading(rows: dict[int, dict[int, Cell]], header_rows: tuple[int, ...], column: int) -> str:
    words = [rows[row][column].text for row in header_rows if column in rows[row]]
    return " ".join(dict.fromkeys(words))


def _kind(headings: list[str], values: list[list[str]]) -> str:
    said: Counter[str] = Counter()
    for meant, column in zip(_said(headings), values, strict=True):
        for key, certainty in meant.items():
            said[key] = max(said[key], round(100 * certainty * (0.3 + 0.7 * share(key, column))))
    has = {key for key, points in said.items() if points >= 60}
    if "title" in has and not ({"person", "first_name"} & has and "mail" in has):
        activity = len(has & {"host", "co_host", "participants", "structure", "period", "start"})
        resource = len(has & {"author", "language", "year", "organisation", "link"})
        return "activity" if activity >= resource and activity else "resource"
    people = {"person", "first_name", "last_name"} & has
    membership = {"category", "since", "until", "website", "other_name"} & has
    if people and "mail" in has and not membership and not _organisation_first(headings):
        return "contact"
    return "organisation"


def _said(headings: list[str]) -> list[dict[str, float]]:
    """What the headings mean together: a name beside an organisation is that of a person."""
    said = [meanings(heading) for heading in headings]
    names = [one for one in said if one.get("name", 0) >= 0.9 > one.get("organisation", 0)]
    owners = [one for one in said if one.get("organisation", 0) >= 0.9]
    if names and owners:
        for one in names:
            one["person"] = max(one.get("person", 0), one.pop("name"))
        for one in owners:
            one.pop("name", None)
    return said


def _organisation_first(headings: list[str]) -> bool:
    """Whether the organisation stands before its people, as in a list of organisations."""
    firsts = [
        key
        for meant in _said(headings)
        for key in ("organisation", "person", "first_name", "last_name")
        if meant.get(key, 0.0) >= 0.6
    ]
    return bool(firsts) and firsts[0] == "organisation"


def _assign(kind: str, headings: list[str], values: list[list[str]]) -> list[Column]:
    """Each column's field: the best heading and form first, no field twice."""
    allowed = KINDS[kind]
    ranked: list[tuple[float, int, str]] = []
    for index, (said, column) in enumerate(zip(_said(headings), values, strict=True)):
        for key in allowed:
            form = share(key, column)
            if key in said:
                ranked.append((said[key] * (0.55 + 0.45 * form), index, key))
            elif key in TELLING and form >= TELLING[key] and len(column) >= 2:
                ranked.append((0.6 * form, index, key))
    chosen: dict[int, tuple[str | None, float]] = {}
    taken: set[str] = set()
    for certainty, index, key in sorted(ranked, key=lambda one: (-one[0], one[1])):
        if index in chosen or key in taken or certainty < 0.45:
            continue
        chosen[index] = (key, round(certainty, 2))
        taken.add(key)
    if kind == "organisation" and "name" not in taken:
        chosen = {i: ("name", c) if k == "organisation" else (k, c) for i, (k, c) in chosen.items()}
    if kind == "contact" and "person" not in taken and "first_name" not in taken:
        chosen = {i: ("person", c) if k == "name" else (k, c) for i, (k, c) in chosen.items()}
    return [
        Column(
            index,
            heading,
            chosen.get(index, NONE)[0],
            chosen.get(index, NONE)[1],
            tuple(values[index][:3]),
        )
        for index, heading in enumerate(headings)
    ]
