"""Word files to text: paragraphs, lists and tables in their order, links kept."""

from __future__ import annotations

import io
import re
import zipfile

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from plaza.imports.reading.formats.packed import unpacked
from plaza.imports.reading.source import Unreadable


def text_of(data: bytes) -> str:
    """The text of a Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [entry.filename for entry in archive.infolist()]
        for name in names:
            if name.endswith((".xml", ".rels")):
                unpacked(data, name)
        document = docx.Document(io.BytesIO(data))
        lines: list[str] = []
        for block in document.iter_inner_content():
            lines += _paragraph(block) if isinstance(block, Paragraph) else _table(block)
    except Unreadable:
        raise
    except Exception as error:  # the library raises what its parsers raise
        raise Unreadable("office_broken") from error
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _paragraph(paragraph: Paragraph) -> list[str]:
    text = paragraph.text
    for link in paragraph.hyperlinks:
        address = link.address
        if address.startswith("mailto:"):
            address = address[7:]
        if address and address not in text:
            if link.text.strip() == text.strip():
                label = text.strip().replace('"', "'")
                return [f'button[src="{address}"][label="{label}"]']
            text = text.replace(link.text, f"{link.text} ({address})", 1)
    style = (paragraph.style.name or "").casefold() if paragraph.style is not None else ""
    properties = paragraph._p.pPr
    listed = properties is not None and properties.numPr is not None
    if (listed or style.startswith("list")) and text.strip():
        return ["• " + " ".join(text.split())]
    if style.startswith(("heading", "title")):
        return ["", text.strip(), ""]
    return ["", *text.split("\n")] if text.strip() else [""]


def _table(table: Table) -> list[str]:
    """Rows of two cells as label and value, others as cells with bars between."""
    lines = [""]
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            words = "\n".join(paragraph.text for paragraph in cell.paragraphs).strip()
            if not cells or cells[-1] != words:
                cells.append(words)
        if len(cells) == 2 and cells[0] and "\n" not in cells[0]:
            lines.append(f"{cells[0].rstrip(':')}: {cells[1]}")
        else:
            lines.append(" | ".join(" ".join(words.split()) for words in cells))
    return [*lines, ""]
