"""The overview as a document for those who must edit it: real headings, lists and tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row

from plaza.publishing.book.data import Activity, Book, Figures, Headcount, MapPage, TimeLine
from plaza.publishing.book.typeset import map_picture

SERIF, SANS = "Source Serif 4", "Source Sans 3"
HEADINGS = (("Title", 34), ("Heading 1", 22), ("Heading 2", 15), ("Subtitle", 15))


def write_docx(book: Book) -> bytes:
    """The same book in the same order as a `.docx`; its map is a picture with words behind it."""
    document = docx.Document()
    _dress(document, book)
    _cover(document, book)
    for part in book.order:
        _part(document, book, part)
    document.add_paragraph(book.release_line, style="Caption")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _dress(document: Document, book: Book) -> None:
    """Faces, colours and language, once, in the styles: an editor changes them in one place."""
    properties = document.core_properties
    properties.title = f"{book.title} · {book.year}"
    properties.author = book.network
    properties.comments = book.description
    properties.language = f"{book.language}-{book.region}"
    properties.created = properties.modified = book.released_at.replace(tzinfo=None)
    properties.last_modified_by = book.network
    _style(document, "Normal", 11, book.theme.ink, SERIF)
    for name, size in HEADINGS:
        _style(document, name, size, book.theme.accent, SERIF)
    _style(document, "Caption", 9, book.theme.soft, SANS)
    _speak(document, f"{book.language}-{book.region}")
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.4)
    page.footer.paragraphs[0].text = book.running_title


def _style(document: Document, name: str, size: float, colour: str, face: str) -> None:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.size = Pt(size)
    style.font.bold = style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())
    style.font.name = face
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), face)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)


def _speak(document: Document, language: str) -> None:
    """The language of all text, so that it is read aloud and spelled in it."""
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    said = defaults.find(qn("w:lang"))
    if said is None:
        said = OxmlElement("w:lang")
        defaults.append(said)
    for script in ("w:val", "w:eastAsia", "w:bidi"):
        said.set(qn(script), language)


def _cover(document: Document, book: Book) -> None:
    document.add_paragraph(book.network, style="Caption")
    document.add_paragraph(f"{book.title} {book.year}", style="Title")
    if book.subtitle:
        document.add_paragraph(book.subtitle, style="Subtitle")
    document.add_paragraph(book.web_address, style="Caption")


def _part(document: Document, book: Book, part: str) -> None:
    if part == "about" and book.opening:
        _heading(document, book.opening.heading)
        _lead(document, book.opening.lead)
        _paragraphs(document, book.opening.paragraphs)
    elif part == "figures" and book.figures:
        _figures(document, book, book.figures)
    elif part == "people" and book.people:
        _heading(document, book.people.heading)
        _lead(document, book.people.lead)
        rows = [(row.title, _took_part(book, row)) for row in book.people.rows]
        _table(document, (book.labels.activity, book.labels.took_part), rows)
    elif part == "map" and book.map:
        _map(document, book, book.map)
    elif part == "timeline" and book.time_line:
        _time_line(document, book, book.time_line)
    elif part == "activities":
        for activity in book.activities:
            _activity(document, book, activity)
    elif part == "thanks":
        _thanks(document, book)
    elif part == "notes" and book.notes:
        _heading(document, book.notes.heading)
        _lead(document, book.notes.lead)
        for note in book.notes.items:
            document.add_heading(note.title, 2)
            document.add_paragraph(note.text)


def _figures(document: Document, book: Book, part: Figures) -> None:
    _heading(document, part.heading)
    _lead(document, part.lead)
    for figure in part.top:
        line = document.add_paragraph()
        number = line.add_run(figure.value)
        number.font.size = Pt(22)
        line.add_run(f"  {figure.word}")
    if part.top:
        document.add_paragraph(part.top_note, style="Caption")
    labels = book.labels
    rows = [(row.name, row.printed, row.computed, row.between) for row in part.rows]
    _table(document, (labels.figure, labels.printed, labels.computed, labels.between), rows)
    document.add_paragraph(part.note, style="Caption")


def _map(document: Document, book: Book, part: MapPage) -> None:
    _heading(document, part.heading)
    _lead(document, part.lead)
    picture = document.add_picture(io.BytesIO(map_picture(book)), width=Cm(16.2))
    words: Any = picture._inline.docPr
    words.set("descr", part.description)
    words.set("title", part.heading)
    labels = book.labels
    rows = [(row.country, row.part, row.activities) for row in part.rows]
    _table(document, (labels.country, labels.part, labels.activity), rows)
    document.add_paragraph(part.note, style="Caption")


def _time_line(document: Document, book: Book, part: TimeLine) -> None:
    _heading(document, part.heading)
    _lead(document, part.lead)
    rows = [(f"{bar.number}. {bar.title}", bar.when) for bar in part.bars]
    _table(document, (book.labels.activity, book.labels.when), rows)
    document.add_paragraph(part.note, style="Caption")


def _activity(document: Document, book: Book, activity: Activity) -> None:
    labels = book.labels
    _heading(document, f"{activity.number}. {activity.title}")
    if activity.deck:
        document.add_paragraph(activity.deck, style="Subtitle")
    _lead(document, activity.lead)
    facts = [(fact.label, fact.value) for fact in activity.facts if fact.value]
    if activity.took_part:
        facts.append((labels.took_part, _took_part(book, activity.took_part)))
    _table(document, (), facts)
    _paragraphs(document, activity.paragraphs)
    document.add_heading(labels.learned, 2)
    _list(document, activity.outcomes, labels.nothing_learned)
    document.add_heading(labels.made, 2)
    made = [f"{output.text} ({output.word})" for output in activity.outputs]
    _list(document, made, labels.nothing_made)
    if activity.links:
        document.add_heading(labels.links, 2)
        _list(document, [f"{link.text}: {link.url}" for link in activity.links], "")
    if activity.address:
        document.add_paragraph(f"{labels.read_on}: {activity.address}", style="Caption")


def _thanks(document: Document, book: Book) -> None:
    if book.thanks:
        _heading(document, book.thanks.heading)
        _lead(document, book.thanks.lead)
        _paragraphs(document, book.thanks.paragraphs)
        if book.thanks.hosts:
            document.add_heading(book.thanks.hosts_heading, 2)
            _list(document, [f"{host.name}, {host.country}" for host in book.thanks.hosts], "")
    if book.join:
        _heading(document, book.join.heading)
        _lead(document, book.join.lead)
        for step in book.join.steps:
            document.add_heading(step.title, 2)
            document.add_paragraph(step.text)
        if book.join.ask:
            document.add_heading(book.join.ask.heading, 2)
            for line in (*book.join.ask.lines, *book.join.ask.address):
                document.add_paragraph(line)


def _heading(document: Document, text: str) -> None:
    document.add_heading(text, 1).paragraph_format.page_break_before = True


def _lead(document: Document, text: str) -> None:
    if text:
        document.add_paragraph().add_run(text).font.size = Pt(13.5)


def _paragraphs(document: Document, texts: Iterable[str]) -> None:
    for text in texts:
        document.add_paragraph(text)


def _list(document: Document, items: Sequence[str], empty: str) -> None:
    for item in items:
        document.add_paragraph(item, style="List Bullet")
    if not items and empty:
        document.add_paragraph().add_run(empty).italic = True


def _table(document: Document, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table whose first row repeats on each page and is marked as header, if it has one."""
    if not rows:
        return
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    if header:
        _fill(table, header, is_label=True)
        _repeat(table.rows[0])
    for row in rows:
        _fill(table, row, is_label=False, has_label=not header)
    document.add_paragraph().add_run().add_break(WD_BREAK.TEXT_WRAPPING)


def _fill(table: Table, texts: Sequence[str], *, is_label: bool, has_label: bool = False) -> None:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # the library leaves it untyped
    for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        run = cell.paragraphs[0].add_run(text)
        run.font.name = SANS
        run.font.size = Pt(9.5)
        run.font.bold = is_label or (has_label and column == 0)


def _repeat(row: _Row) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _took_part(book: Book, count: Headcount) -> str:
    """The numbers with what they are of, where the host said so; then what kind they are."""
    numbers = [group.number for group in count.groups]
    told = f" {book.labels.and_} ".join(numbers) if numbers else book.labels.none_yet
    return ". ".join(text.rstrip(".") for text in (count.detail or told, count.sentence) if text)
