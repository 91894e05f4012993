"""Office files are zip files: what kind is inside, and is it safe to unpack."""

from __future__ import annotations

import io
import zipfile

from plaza.imports.reading.source import Unreadable

LARGEST = 300 * 1024 * 1024  # bytes of one file unpacked
RATIO = 200  # unpacked to packed, above which large files are not opened
SMALL = 20 * 1024 * 1024  # bytes that may have any ratio
MOST = 5000  # files in one


def kind_inside(data: bytes) -> str | None:
    """``docx`` or ``xlsx`` or None; refuses what unpacks to far more than it should."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise Unreadable("office_broken") from error
    total = sum(entry.file_size for entry in entries)
    if total > LARGEST or len(entries) > MOST or (total > SMALL and total > RATIO * len(data)):
        raise Unreadable("zip_bomb")
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("office_locked")
    if "word/document.xml" in names:
        return "docx"
    return "xlsx" if "xl/workbook.xml" in names else None


def unpacked(data: bytes, name: str) -> bytes:
    """One file of the archive, read no further than it said it would be."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo(name).file_size
        with archive.open(name) as file:
            content = file.read(size + 1)
    if len(content) > size:
        raise Unreadable("zip_bomb")
    return content
