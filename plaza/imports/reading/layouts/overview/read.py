"""Reading an overview: its activities in order, then what stands around them."""

from __future__ import annotations

from dataclasses import replace

from plaza.imports.reading.document import Document
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Field, Found
from plaza.imports.reading.layouts.names import slug, unique
from plaza.imports.reading.layouts.overview.around import around
from plaza.imports.reading.layouts.overview.blocks import cut
from plaza.imports.reading.layouts.overview.pairs import pair
from plaza.imports.reading.layouts.overview.records import activity


def read(document: Document) -> list[Found]:
    """The activities of a yearly overview, its programme, publisher and figures."""
    overview = cut(document)
    units = pair(overview)
    activities = [
        activity(document, unit, f"activity:{place}") for place, unit in enumerate(units, start=1)
    ]
    return [*_flag_shared(_keyed(activities)), *around(document, overview)]


def _keyed(activities: list[Found]) -> list[Found]:
    """Keys by title, so that a new version of the document finds its old records."""
    titled = []
    for found in activities:
        title = found.one("title")
        titled.append(replace(found, key=f"activity:{slug(title.printed)}") if title else found)
    return unique(titled)


def _flag_shared(activities: list[Found]) -> list[Found]:
    """Flag a heading that stands above more than one activity, on each of them."""
    headings = [field.printed for found in activities for field in found.all("heading")]
    shared = {heading for heading in headings if headings.count(heading) > 1}
    return [
        replace(found, fields=tuple(_flagged(field, shared) for field in found.fields))
        for found in activities
    ]


def _flagged(field: Field, shared: set[str]) -> Field:
    if field.name != "heading" or field.printed not in shared:
        return field
    return replace(field, doubts=(*field.doubts, doubt("heading_shared")))
