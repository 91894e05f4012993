"""What belongs to the page and not to the text: running heads, running feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from plaza.imports.reading import vocabulary

LONGEST = 80  # letters in a running head
NUMBER = re.compile(
    r"\W*(?:[^\W\d_]{1,8}\.?\s+)?\d{1,4}(?:\s*(?:/|\||[^\W\d_]{1,4})\s*\d{1,4})?\W*"
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def margins(pages: Sequence[Sequence[str]]) -> list[set[int]]:
    """For each page the rows to leave out; of a running head the first is kept, it may be a title.

    Only rows at the edge of a page are looked at. Facts and links may repeat there, so a row with
    a label, a bullet or an address is never taken for a margin.
    """
    left_out: list[set[int]] = [set() for _ in pages]
    if len(pages) < 2:
        return left_out
    for page, rows in enumerate(pages):
        for edge in _edges(rows, left_out[page]):
            if NUMBER.fullmatch(rows[edge].strip()) and _is_number_of(rows[edge], page):
                left_out[page].add(edge)
    for _ in range(2):  # a head may have two lines
        _repeated(pages, left_out)
    return left_out


def _repeated(pages: Sequence[Sequence[str]], left_out: list[set[int]]) -> None:
    edges = [_edges(rows, left_out[page]) for page, rows in enumerate(pages)]
    counts = Counter(
        key for page, rows in enumerate(pages) for key in {_key(rows[edge]) for edge in edges[page]}
    )
    seen: set[str] = set()
    for page, rows in enumerate(pages):
        for edge in edges[page]:
            key = _key(rows[edge])
            if counts[key] > 1 and is_running(rows[edge]):
                if key in seen:
                    left_out[page].add(edge)
                seen.add(key)


def is_running(row: str) -> bool:
    """Whether a row that repeats may be a running head: short, no fact, no entry, no address."""
    text = " ".join(row.split())
    known = vocabulary.lookup("labels")
    return (
        2 < len(text) <= LONGEST
        and ":" not in text
        and text[0].isalnum()
        and not ADDRESS.search(text)
        and text.casefold() not in known
    )


def _edges(rows: Sequence[str], without: set[int]) -> list[int]:
    """The first and the last row with words of those that are left."""
    filled = [place for place, row in enumerate(rows) if row.strip() and place not in without]
    return sorted({filled[0], filled[-1]}) if len(filled) > 1 else []


def _is_number_of(row: str, page: int) -> bool:
    """Whether the number can be that of the page: covers may be left out of the count."""
    first = re.search(r"\d+", row)
    return first is not None and abs(int(first[0]) - page) <= 12


def _key(row: str) -> str:
    text = " ".join(row.split()).casefold()
    return re.sub(r"^\d{1,4}\s+(?=\D)|(?<=\D)\s+\d{1,4}$", "", text)
