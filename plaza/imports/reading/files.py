"""From the bytes of a file to its text. The content decides what kind it is, not the name."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath

from plaza.imports.reading.formats import csv, encodings, html, markdown, packed
from plaza.imports.reading.formats.grid import Grid
from plaza.imports.reading.source import Source, Unreadable

LIMIT_MB = 50
TEXT_SUFFIXES = {".txt", ".md", ".markdown", ".html", ".htm", ".csv", ".tsv"}
BINARY = (
    b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\x89PNG", b"\xff\xd8\xff",
    b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"RIFF", b"OggS", b"ID3",
    b"SQLite format 3",
)  # fmt: skip
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_file(name: str, data: bytes, *, limit_mb: int = LIMIT_MB) -> Source:
    """The text of a file, or ``Unreadable`` with one sentence why there is none."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Unreadable("empty")
    if len(data) > limit_mb * 1024 * 1024:
        raise Unreadable("too_large", limit=limit_mb)
    try:
        return _open(name, data)
    except (RecursionError, MemoryError) as error:
        raise Unreadable("reader_failed") from error


def _open(name: str, data: bytes) -> Source:
    checksum = hashlib.sha256(data).hexdigest()
    if b"%PDF-" in data[:1024]:
        return _pdf(name, data, checksum)
    if data.startswith(b"PK\x03\x04"):
        return _office(name, data, checksum)
    suffix = PurePath(name).suffix.casefold()
    if data.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise Unreadable("office_locked" if locked else "old_office")
    text = None if data.startswith(BINARY) else encodings.decode(data)
    if text is None:
        if suffix in TEXT_SUFFIXES:
            raise Unreadable("binary", suffix=suffix)
        raise Unreadable("unknown_kind")
    return _text(name, suffix, text, checksum)


def _pdf(name: str, data: bytes, checksum: str) -> Source:
    from plaza.imports.reading.formats import pdf  # noqa: PLC0415 - a heavy import for one kind

    offsets, text = [], ""
    for page in pdf.pages_of(data):
        if text:
            text += "\f"
        offsets.append(len(text))
        text += page
    return Source(name, "pdf", text, checksum, tuple(offsets))


def _office(name: str, data: bytes, checksum: str) -> Source:
    kind = packed.kind_inside(data)
    if kind == "docx":
        from plaza.imports.reading.formats import docx  # noqa: PLC0415 - a heavy import for one kind

        text = docx.text_of(data)
        if not text.strip():
            raise Unreadable("no_text")
        return Source(name, "docx", text, checksum)
    if kind == "xlsx":
        from plaza.imports.reading.formats import xlsx  # noqa: PLC0415 - a heavy import for one kind

        return _tables(name, "xlsx", xlsx.grid_of(data), checksum)
    raise Unreadable("unknown_kind")


def _text(name: str, suffix: str, text: str, checksum: str) -> Source:
    if html.looks_like_html(text):
        plain, scripts = html.text_of(text)
        if not plain.strip():
            raise Unreadable("no_text")
        return Source(name, "html", plain, checksum, warnings=("scripts_dropped",) * scripts)
    if suffix in (".csv", ".tsv") and csv.separator_of(text):
        return _tables(name, "csv", csv.grid_of(text, PurePath(name).stem), checksum)
    if suffix in (".md", ".markdown"):
        return Source(name, "md", markdown.text_of(text), checksum)
    pages = (0, *(match.end() for match in re.finditer("\f", text)))
    return Source(name, "txt", text, checksum, pages)


def _tables(name: str, kind: str, grid: Grid, checksum: str) -> Source:
    if not any(table.cells for table in grid.tables):
        raise Unreadable("no_text")
    missing = any(cell.without_value for table in grid.tables for cell in table.cells)
    return Source(name, kind, grid.text, checksum, tuple(grid.pages), tuple(grid.tables),
                  ("formula_without_value",) * missing)  # fmt: skip
