"""Reading a hub's page or list: each work once, also when it is listed twice."""

from __future__ import annotations

from dataclasses import replace

from plaza.imports.reading.document import Document
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Field, Found
from plaza.imports.reading.layouts.hub.records import resource
from plaza.imports.reading.layouts.hub.tokens import segments
from plaza.imports.reading.layouts.hub.works import works
from plaza.imports.reading.layouts.names import unique
from plaza.imports.reading.normal.countries import plain


def read(document: Document) -> list[Found]:
    """The works of a knowledge hub's page."""
    found = [
        resource(document, work, place)
        for place, work in enumerate(works(document, segments(document)), start=1)
    ]
    return unique(_merged(found))


def _merged(records: list[Found]) -> list[Found]:
    """The records, works of the same title and year made one with the places of both."""
    merged: list[Found] = []
    for record in records:
        same = next((place for place, one in enumerate(merged) if _same(one, record)), None)
        if same is None:
            merged.append(record)
        else:
            merged[same] = _both(merged[same], record)
    return merged


def _same(first: Found, second: Found) -> bool:
    titles = [record.one("title") for record in (first, second)]
    if titles[0] is None or titles[1] is None:
        return False
    if plain(titles[0].printed) != plain(titles[1].printed):
        return False
    years = {field.value for record in (first, second) for field in record.all("year")}
    return len(years) <= 1


def _both(first: Found, second: Found) -> Found:
    fields = list(first.fields)
    for field in second.fields:
        same = next((place for place, one in enumerate(fields) if _alike(one, field)), None)
        if same is None:
            fields.append(field)
        else:
            fields[same] = replace(fields[same], spans=(*fields[same].spans, *field.spans))
    twice = any(one.code == "listed_twice" for one in first.doubts)
    doubts = first.doubts if twice else (*first.doubts, doubt("listed_twice"))
    return replace(first, fields=tuple(fields), spans=(*first.spans, *second.spans), doubts=doubts)


def _alike(first: Field, second: Field) -> bool:
    return first.name == second.name and first.value == second.value
