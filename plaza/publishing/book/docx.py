"""The overview as a document for those who must edit it: real headings, lists and tables."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from plaza.publishing.book.data import (
    Activity,
    Book,
    Figures,
    Headcount,
    Link,
    MapPage,
    TimeLine,
)
from plaza.publishing.book.pieces import (
    SANS,
    add,
    bullets,
    heading,
    lead,
    paragraph,
    paragraphs,
    table,
)
from plaza.publishing.book.typeset import map_picture

SERIF = "Source Serif 4"
HEADINGS = (("Title", 34), ("Heading 1", 22), ("Heading 2", 15), ("Subtitle", 15))


def write_docx(book: Book) -> bytes:
    """The same book in the same order as a `.docx`; its map is a picture with words behind it."""
    document = docx.Document()
    _dress(document, book)
    _cover(document, book)
    for part in book.order:
        _part(document, book, part)
    paragraph(document, "Caption", book.release_line)
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
    paragraph(document, "Caption", book.network)
    paragraph(document, "Title", f"{book.title} {book.year}")
    if book.subtitle:
        paragraph(document, "Subtitle", book.subtitle)
    paragraph(document, "Caption", book.web_address)


def _part(document: Document, book: Book, part: str) -> None:
    if part == "about" and book.opening:
        heading(document, book.opening.heading)
        lead(document, book.opening.lead)
        paragraphs(document, book.opening.paragraphs)
    elif part == "figures" and book.figures:
        _figures(document, book, book.figures)
    elif part == "people" and book.people:
        heading(document, book.people.heading)
        lead(document, book.people.lead)
        rows = [(row.title, _took_part(book, row)) for row in book.people.rows]
        table(document, (book.labels.activity, book.labels.took_part), rows, (7.2, 9))
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
        heading(document, book.notes.heading)
        lead(document, book.notes.lead)
        for note in book.notes.items:
            add(document.add_heading("", 2), note.title)
            add(document.add_paragraph(), note.text)


def _figures(document: Document, book: Book, part: Figures) -> None:
    heading(document, part.heading)
    lead(document, part.lead)
    for figure in part.top:
        line = document.add_paragraph()
        number = line.add_run(figure.value)
        number.font.size = Pt(22)
        line.add_run(f"  {figure.word}")
    if part.top:
        paragraph(document, "Caption", part.top_note)
    labels = book.labels
    rows = [(row.name, row.printed, row.computed, row.between) for row in part.rows]
    header = (labels.figure, labels.printed, labels.computed, labels.between)
    table(document, header, rows, (4, 2.6, 2.6, 7))
    paragraph(document, "Caption", part.note)


def _map(document: Document, book: Book, part: MapPage) -> None:
    heading(document, part.heading)
    lead(document, part.lead)
    picture = document.add_picture(io.BytesIO(map_picture(book)), width=Cm(16.2))
    words: Any = picture._inline.docPr
    words.set("descr", part.description)
    words.set("title", part.heading)
    labels = book.labels
    rows = [(row.country, row.part, row.activities) for row in part.rows]
    table(document, (labels.country, labels.part, labels.activity), rows, (5, 5.2, 6))
    paragraph(document, "Caption", part.note)


def _time_line(document: Document, book: Book, part: TimeLine) -> None:
    heading(document, part.heading)
    lead(document, part.lead)
    rows = [(f"{bar.number}. {bar.title}", bar.when) for bar in part.bars]
    table(document, (book.labels.activity, book.labels.when), rows, (9.2, 7))
    paragraph(document, "Caption", part.note)


def _activity(document: Document, book: Book, activity: Activity) -> None:
    labels = book.labels
    add(heading(document, f"{activity.number}. "), activity.title)
    if activity.deck:
        add(paragraph(document, "Subtitle"), activity.deck)
    lead(document, activity.lead)
    facts = [(fact.label, fact.value) for fact in activity.facts if fact.value]
    if activity.took_part:
        facts.append((labels.took_part, _took_part(book, activity.took_part)))
    table(document, (), facts, (3.6, 12.6))
    paragraphs(document, activity.paragraphs)
    if activity.in_language:
        paragraph(document, "Caption", activity.in_language)
    document.add_heading(labels.learned, 2)
    bullets(document, [(text,) for text in activity.outcomes], labels.nothing_learned)
    document.add_heading(labels.made, 2)
    made = [(output.text, f" ({output.word})") for output in activity.outputs]
    bullets(document, made, labels.nothing_made)
    if activity.links:
        document.add_heading(labels.links, 2)
        bullets(document, [_link(link) for link in activity.links], "")
    if activity.address:
        paragraph(document, "Caption", f"{labels.read_on}: {activity.address}")


def _thanks(document: Document, book: Book) -> None:
    if book.thanks:
        heading(document, book.thanks.heading)
        lead(document, book.thanks.lead)
        paragraphs(document, book.thanks.paragraphs)
        if book.thanks.hosts:
            document.add_heading(book.thanks.hosts_heading, 2)
            hosts = [", ".join(filter(None, (one.name, one.country))) for one in book.thanks.hosts]
            bullets(document, [(host,) for host in hosts], "")
    if book.join:
        heading(document, book.join.heading)
        lead(document, book.join.lead)
        for step in book.join.steps:
            add(document.add_heading("", 2), step.title)
            add(document.add_paragraph(), step.text)
        if book.join.ask:
            document.add_heading(book.join.ask.heading, 2)
            for line in (*book.join.ask.lines, *book.join.ask.address):
                document.add_paragraph(line)


def _took_part(book: Book, count: Headcount) -> str:
    """The numbers with what they are of, where the host said so; then what kind they are."""
    numbers = [group.number for group in count.groups]
    told = f" {book.labels.and_} ".join(numbers) if numbers else book.labels.none_yet
    return ". ".join(text.rstrip(".") for text in (count.detail or told, count.sentence) if text)


def _link(link: Link) -> tuple[str, ...]:
    """A link in words: its address stands beside its name, once."""
    return (link.url,) if link.text == link.url else (f"{link.text}: {link.url}",)
