"""Finished files of an overview, kept by their content so that each is set once."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.conf import settings

from plaza.publishing.book.data import Book
from plaza.publishing.book.typeset import as_json, typeset
from plaza.publishing.building.book import book_of
from plaza.publishing.models import Overview

ROOM = Path(__file__).parent


def _docx(book: Book) -> bytes:
    from plaza.publishing.book.docx import write_docx  # noqa: PLC0415 - costly to load, rarely used

    return write_docx(book)


PRINTERS: dict[str, Callable[[Book], bytes]] = {
    "pdf": typeset,
    "print.pdf": lambda book: typeset(book, print_edition=True),
    "docx": _docx,
}


def printed(overview: Overview, language: str, form: str) -> bytes:
    """The overview as `pdf`, `print.pdf` (with bleed) or `docx`; set once per content."""
    book = book_of(overview, language)
    key = hashlib.sha256(f"{_press()} {form} {as_json(book)}".encode()).hexdigest()
    file = Path(settings.PLAZA_DATA) / "cache" / "overviews" / f"{key}.{form}"
    if file.exists():
        return file.read_bytes()
    content = PRINTERS[form](book)
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(f".{hashlib.sha256(content).hexdigest()[:8]}.new")
    new.write_bytes(content)
    new.replace(file)
    return content


@cache
def _press() -> str:
    """What sets the books, by its content: a newer press sets every book again."""
    parts = sorted([*(ROOM / "typst").glob("*.typ"), *(ROOM / "book").glob("*.py")])
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()
