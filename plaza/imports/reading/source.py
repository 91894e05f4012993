"""The text of a document with what is known of its form, or the sentence why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plaza.imports.reading.marks import gettext_noop

SENTENCES = {
    "empty": gettext_noop("The file is empty, so there is nothing to read."),
    "too_large": gettext_noop(
        "The file is larger than {limit} MB. Please split it or ask for a higher limit."
    ),
    "unknown_kind": gettext_noop(
        "This is not a kind of file that can be read here. Text, Markdown, HTML, PDF,"
        " Word (.docx), Excel (.xlsx) and CSV can."
    ),
    "binary": gettext_noop(
        "The file says {suffix}, but its content is not text. Nothing was read."
    ),
    "old_office": gettext_noop(
        "This is a file of an older Office version. Please save it as .docx or .xlsx."
    ),
    "office_locked": gettext_noop(
        "The file is locked with a password. Please save it without one."
    ),
    "pdf_encrypted": gettext_noop("The PDF is locked with a password. Please save it without one."),
    "pdf_broken": gettext_noop("The PDF is damaged and cannot be read. Please export it again."),
    "pdf_scanned": gettext_noop(
        "The PDF holds pictures of pages and no text. Text in pictures is not read;"
        " please ask for a version with text."
    ),
    "zip_bomb": gettext_noop("The file unpacks to far more than its size, so it was not opened."),
    "office_broken": gettext_noop("The file is damaged and cannot be read. Please save it again."),
    "no_text": gettext_noop("The file holds no text, so there is nothing to read."),
    "took_too_long": gettext_noop(
        "Reading the file took too long, so it was stopped. Nothing was kept."
    ),
    "reader_failed": gettext_noop("The file could not be read. Nothing was kept."),
    "missing": gettext_noop("There is no file at {name}."),
}


class Unreadable(Exception):
    """A file cannot be read; ``code`` and ``params`` say why, ``sentence`` says it in English."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = params
        self.sentence = SENTENCES[code].format(**params)
        super().__init__(self.sentence)

    def to_json(self) -> dict[str, Any]:
        return {"code": self.code, "params": self.params, "sentence": self.sentence}


@dataclass(frozen=True, slots=True)
class Cell:
    """One is a filled cell of a table and where its words stand in the text."""

    row: int
    column: int
    text: str
    start: int
    end: int
    without_value: bool = False

    def to_json(self) -> list[Any]:
        return [self.row, self.column, self.text, self.start, self.end, self.without_value]


@dataclass(frozen=True, slots=True)
class Table:
    """One is a sheet or table; its cells also stand in the text, so that spans work alike."""

    name: str
    cells: tuple[Cell, ...]

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "cells": [cell.to_json() for cell in self.cells]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Table:
        return cls(data["name"], tuple(Cell(*cell) for cell in data["cells"]))


@dataclass(frozen=True, slots=True)
class Source:
    """One is a document as text. ``pages`` are the offsets at which its pages begin.

    ``warnings`` are codes of what was left out: ``scripts_dropped``, ``formula_without_value``.
    """

    name: str
    kind: str
    text: str
    checksum: str
    pages: tuple[int, ...] = (0,)
    tables: tuple[Table, ...] = ()
    warnings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "kind": self.kind,
            "text": self.text,
            "checksum": self.checksum,
            "pages": list(self.pages),
            "tables": [table.to_json() for table in self.tables],
            "warnings": list(self.warnings),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Source:
        return cls(
            name=data["name"],
            kind=data["kind"],
            text=data["text"],
            checksum=data["checksum"],
            pages=tuple(data["pages"]),
            tables=tuple(Table.from_json(table) for table in data["tables"]),
            warnings=tuple(data["warnings"]),
        )
