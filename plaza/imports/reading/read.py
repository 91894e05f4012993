"""From the text of a document to what it says: a layout is recognised, then it reads."""

from __future__ import annotations

from plaza.imports.reading.document import Document
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Reading
from plaza.imports.reading.layouts.call.read import LONGEST
from plaza.imports.reading.layouts.call.read import read as read_call
from plaza.imports.reading.layouts.detect import detect
from plaza.imports.reading.layouts.hub.read import read as read_hub
from plaza.imports.reading.layouts.overview.read import read as read_overview
from plaza.imports.reading.layouts.project.read import read as read_project
from plaza.imports.reading.sheets.read import read as read_sheet
from plaza.imports.reading.source import Source


def read_source(source: Source) -> Reading:
    """All that the document was found to say, in the order of its records."""
    if source.tables and source.kind in ("csv", "xlsx"):
        return Reading(source, "sheet", tuple(read_sheet(source)))
    document = Document(source)
    layout, told = detect(document)
    found = tuple(READERS[layout](document))
    notes = [] if told else [doubt("layout_unclear")]
    if layout == "call" and len(source.text) > LONGEST:
        notes.append(doubt("only_beginning"))
    if not found:
        notes.append(doubt("nothing_found"))
    return Reading(source, layout, found, tuple(notes))


READERS = {
    "overview": read_overview,
    "hub": read_hub,
    "call": read_call,
    "project": read_project,
}
