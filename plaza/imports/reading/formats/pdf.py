"""PDF to text, page by page, columns one after the other, links at the end of their page."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from plaza.imports.reading.formats.columns import in_reading_order
from plaza.imports.reading.margins import margins
from plaza.imports.reading.source import Unreadable

FONT_HEIGHTS = (0.85, 1.0, 1.3)  # what counts as the height of a line, narrow setting first
ADDRESS = re.compile(r"https?://\S+")
LEAST = 12  # letters on a page below which it counts as a picture


def pages_of(data: bytes) -> list[str]:
    """The text of each page."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("pdf_encrypted")
        grids = [_grid(page).split("\n") for page in reader.pages]
        pages = [
            _page(page, "\n".join(row for place, row in enumerate(rows) if place not in unwanted))
            for page, rows, unwanted in zip(reader.pages, grids, margins(grids), strict=True)
        ]
        if sum(len(page.strip()) for page in pages) < LEAST * max(len(pages), 1):
            pictured = any(_has_picture(page) for page in reader.pages)
            if pictured:
                raise Unreadable("pdf_scanned")
            if not any(page.strip() for page in pages):
                raise Unreadable("no_text")
    except Unreadable:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError,
            NotImplementedError, AssertionError, OSError, RecursionError, ZeroDivisionError,
            OverflowError, LookupError) as error:  # fmt: skip
        raise Unreadable("pdf_encrypted" if "crypt" in str(error) else "pdf_broken") from error
    if not pages:
        raise Unreadable("pdf_broken")
    return pages


def _page(page: PageObject, grid: str) -> str:
    text = in_reading_order(grid)
    if not text.strip():
        text = page.extract_text()
    text = ADDRESS.sub(lambda address: re.sub("\u00ad(?=.)", "-", address[0]), text)
    links = [link for link in dict.fromkeys(_links(page)) if link not in text]
    return "\n".join([text.rstrip("\n"), *links, ""])


def _grid(page: PageObject) -> str:
    """The page as a grid of letters; gaps between paragraphs as empty lines, not those of lines."""
    for weight in FONT_HEIGHTS:
        grid = page.extract_text(extraction_mode="layout", layout_mode_font_height_weight=weight)
        lines = grid.strip("\n").split("\n")
        if sum(not line.strip() for line in lines) <= 0.4 * len(lines):
            break
    return grid


def _links(page: PageObject) -> Iterator[str]:
    """The web addresses the page links to."""
    for reference in page.get("/Annots") or []:
        annotation = reference.get_object()
        action = annotation.get("/A") if isinstance(annotation, DictionaryObject) else None
        action = action.get_object() if action is not None else None
        address = action.get("/URI") if isinstance(action, DictionaryObject) else None
        if isinstance(address, bytes):
            address = address.decode("utf-8", "replace")
        if isinstance(address, str) and address.startswith(("http://", "https://")):
            yield "".join(address.split())


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    resources = resources.get_object() if resources is not None else None
    shapes = resources.get("/XObject") if isinstance(resources, DictionaryObject) else None
    shapes = shapes.get_object() if shapes is not None else {}
    return any(
        isinstance(shape.get_object(), DictionaryObject)
        and shape.get_object().get("/Subtype") in ("/Image", "/Form")
        for shape in shapes.values()
    )
