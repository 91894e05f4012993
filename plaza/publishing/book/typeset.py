"""From a book to its PDF, in a short-lived process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from plaza.publishing.book.data import Book
from plaza.publishing.book.told import Told

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 180


class TypesettingFailed(Exception):
    """The book could not be set; the message is what the typesetter said."""


def typeset(
    book: Book, *, standards: Sequence[str] = ("ua-1",), print_edition: bool = False
) -> bytes:
    """The book as PDF, accessible by its own conformance export; the same bytes for the same book.

    The print edition has no paper tint, 3 mm of bleed and its last page on the outside.
    """
    return _press(book, format="pdf", standards=list(standards), print_edition=print_edition)


def map_picture(book: Book, *, ppi: float = 200) -> bytes:
    """The map of the year alone as PNG, for an edition that cannot hold drawings."""
    return _press(book, template="plate.typ", format="png", ppi=ppi)


def as_json(book: Book) -> str:
    """The book as the press reads it; keys are the names of the fields."""
    return json.dumps(_plain(book), ensure_ascii=False)


def _press(
    book: Book,
    *,
    format: str,
    template: str = "main.typ",
    standards: Sequence[str] = (),
    print_edition: bool = False,
    ppi: float | None = None,
) -> bytes:
    order = {
        "book": _plain(book),
        "template": template,
        "format": format,
        "standards": list(standards),
        "print_edition": print_edition,
        "ppi": ppi,
    }
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT)}
    try:
        run = subprocess.run(
            [sys.executable, "-m", "plaza.publishing.book.press"],
            input=json.dumps(order, ensure_ascii=False).encode(),
            capture_output=True,
            check=False,
            timeout=PATIENCE,
            env=environment,
        )
    except subprocess.TimeoutExpired as slow:
        raise TypesettingFailed(f"The book took longer than {PATIENCE} seconds.") from slow
    if run.returncode:
        raise TypesettingFailed(run.stderr.decode(errors="replace").strip()[-4000:])
    return run.stdout


def _plain(value: Any) -> Any:
    """What JSON can hold; words in another language than the book's say in which."""
    if isinstance(value, Told) and value.language:
        return {"told": str(value), "lang": value.language.split("-")[0].lower()}
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, datetime) else value
