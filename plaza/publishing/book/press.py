"""The press: reads an order from standard input, sets the book, writes it to standard output.

It runs as a process of its own (`python -m plaza.publishing.book.press`), so that the memory a
book takes is given back and a book that fails takes nothing with it.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from plaza.publishing.book.glyphs import FONTS
from plaza.publishing.book.plates import small_map, year_map
from plaza.publishing.book.typographer import set_everything

TEMPLATES = Path(__file__).resolve().parents[1] / "typst"
PANEL_RATIO = 76 / 75
MEMORY = 2 * 1024**3
SECONDS = 120


def main() -> int:
    """Set one book. What is wrong goes to standard error, in words for whoever asked."""
    keep_within_limits()
    order = json.load(sys.stdin.buffer)
    try:
        sys.stdout.buffer.write(print_order(order))
    except (typst.TypstError, Warned) as failure:
        sys.stderr.write(str(getattr(failure, "diagnostic", "") or failure))
        return 1
    return 0


class Warned(Exception):
    """The typesetter doubted something. A book with a doubt in it is not printed."""


def print_order(order: dict[str, Any]) -> bytes:
    """The bytes of what was ordered: a PDF, or one page as PNG."""
    book = finished(order["book"])
    compiler = typst.Compiler(
        input=TEMPLATES / order["template"],
        root=TEMPLATES,
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
        ),
        sys_inputs={
            "data": json.dumps(book, ensure_ascii=False),
            "print": "yes" if order["print_edition"] else "",
        },
    )
    made, warnings = compiler.compile_with_warnings(
        format=order["format"],
        ppi=order["ppi"],
        pdf_standards=order["standards"],
        timestamp=datetime.fromisoformat(book["released_at"]).astimezone(UTC),
    )
    if warnings:
        raise Warned("\n".join(w.diagnostic or w.message for w in warnings))
    first = made[0] if isinstance(made, list) else made
    if first is None:
        raise Warned("The typesetter returned nothing.")
    return first


def finished(book: dict[str, Any]) -> dict[str, Any]:
    """The data as the templates want it: texts set, pictures drawn, missing letters told."""
    missing: set[str] = set()
    ready: dict[str, Any] = set_everything(book, book["language"], missing)
    ready["unprintable"] = bool(missing)
    theme = ready["theme"]
    if ready["map"]:
        ready["map"]["picture"] = year_map(ready["map"], theme)
    for activity in ready["activities"]:
        roles = activity["roles"]
        activity["picture"] = small_map(roles, theme, ratio=PANEL_RATIO) if roles else ""
    return ready


def keep_within_limits() -> None:
    """A book that needs more memory or time than any book should is stopped by the system."""
    try:
        import resource  # noqa: PLC0415 - exists on Unix only
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    sys.exit(main())
