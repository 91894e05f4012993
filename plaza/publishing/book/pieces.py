"""Pieces of a docx: headings, paragraphs, lists and tables in the styles of the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from plaza.publishing.book.told import Told

SANS = "Source Sans 3"


def heading(document: Document, text: str) -> Paragraph:
    """The heading of a part, on a page of its own."""
    made = paragraph(document, "Heading1", text)
    made.paragraph_format.page_break_before = True
    return made


def paragraph(document: Document, style: str, text: str = "") -> Paragraph:
    """A paragraph in a style; its id is written at once, for looking one up takes long."""
    made = document.add_paragraph(text)
    made._p.style = style
    return made


def lead(document: Document, text: str) -> None:
    """The first words of a part."""
    if text:
        add(document.add_paragraph(), text).font.size = Pt(13.5)


def paragraphs(document: Document, texts: Iterable[str]) -> None:
    """Running text."""
    for text in texts:
        add(document.add_paragraph(), text)


def bullets(document: Document, items: Sequence[Sequence[str]], empty: str) -> None:
    """A list whose entries are made of one or more pieces."""
    for pieces in items:
        entry = paragraph(document, "ListBullet")
        for piece in pieces:
            add(entry, piece)
    if not items and empty:
        document.add_paragraph().add_run(empty).italic = True


def add(paragraph: Paragraph, text: str) -> Run:
    """Words at the end of a paragraph, marked with their language where it is another one."""
    run = paragraph.add_run(str(text))
    if isinstance(text, Told) and text.language:
        said = OxmlElement("w:lang")
        said.set(qn("w:val"), text.language)
        run._r.get_or_add_rPr().append(said)
    return run


def table(
    document: Document,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
) -> None:
    """A table whose first row repeats on each page and is marked as header, if it has one.

    No row breaks over two pages. Widths are in centimetres and fill the page.
    """
    if not rows:
        return
    lines = [*([header] if header else []), *rows]
    made = document.add_table(rows=len(lines), cols=len(widths), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    _hairlines(made)
    for at, (row, texts) in enumerate(zip(made.rows, lines, strict=True)):
        _fill(row, texts, widths, labels=len(texts) if header and at == 0 else 1)
    for row in made.rows:
        _mark(row, "w:cantSplit")
    if header:
        _mark(made.rows[0], "w:tblHeader")
    document.add_paragraph().add_run().add_break(WD_BREAK.TEXT_WRAPPING)


def _fill(row: _Row, texts: Sequence[str], widths: Sequence[float], *, labels: int) -> None:
    """The first cells are labels, in bold."""
    for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = Cm(widths[column])
        run = cell.paragraphs[0].add_run(text)
        run.font.name = SANS
        run.font.size = Pt(9.5)
        run.font.bold = column < labels


def _hairlines(table: Table) -> None:
    """Lines between rows only, as in the printed book."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "nil" if side in ("left", "right", "insideV") else "single")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), "D9D2C3")
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _mark(row: _Row, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
