"""The text of a document around a draft, with the words of its fields marked and numbered."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from plaza.imports.items import Item
from plaza.imports.journal import page_of, stretches
from plaza.imports.models import Document

AROUND = 60
LONG = 300
FOLDED = 20_000
CONCLUDED = {"reporting_year", "programme", "kind", "years"}
GAPS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


@dataclass(frozen=True)
class Piece:
    """Words on the page: plain, or marked with the number of the field that they gave.

    `starts` says that the mark begins here, `numbers` which other fields end here.
    """

    text: str
    number: int | None = None
    kind: str = ""
    starts: bool = False
    ends: bool = False
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Window:
    """A stretch of the document that is shown, and what is folded before it."""

    place: str
    pieces: list[Piece]
    folded: str = ""
    lines: int = 0


@dataclass(frozen=True)
class Source:
    """What is shown of a document beside a draft."""

    windows: list[Window]
    folded: str
    lines: int


def source_beside(
    document: Document,
    spans: Sequence[Any],
    items: Sequence[Item],
    kinds: dict[int, str],
    now: int | None,
) -> Source:
    """The surroundings of a draft's words and of the field in hand; the rest is folded."""
    text = document.text
    marks = [
        (start, end, item.n)
        for item in items
        for start, end in stretches(item.spans, text)
        if 0 <= start < end <= len(text)
    ]
    elsewhere = {item.n for item in items if item.name in CONCLUDED and item.n != now}
    own = [(start, end) for start, end, number in marks if number not in elsewhere]
    ranges = _ranges(text, [*((one[0], one[1]) for one in spans), *own])
    windows, before = [], 0
    for start, end in _by_page(ranges, document.pages):
        folded = text[before:start].strip("\n")
        windows.append(
            Window(
                _place(document, start),
                list(_pieces(text, start, end, marks, kinds)),
                folded[:FOLDED],
                folded.count("\n") + 1 if folded else 0,
            )
        )
        before = end
    rest = text[before:].strip("\n")
    return Source(windows, rest[:FOLDED], rest.count("\n") + 1 if rest else 0)


def _ranges(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans with their surroundings up to whole lines, joined where they touch."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        first = text.rfind("\n", 0, max(0, start - AROUND)) + 1 if start > AROUND else 0
        last = text.find("\n", min(len(text), end + AROUND))
        last = len(text) if last < 0 else last
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found or [(0, min(len(text), 2000))]


def _by_page(ranges: list[tuple[int, int]], pages: Sequence[int]) -> list[tuple[int, int]]:
    cut: list[tuple[int, int]] = []
    for start, end in ranges:
        inside = [page for page in pages if start < page < end]
        edges = [start, *inside, end]
        cut += list(pairwise(edges))
    return cut


def _place(document: Document, start: int) -> str:
    page = page_of(start, document.pages)
    if page is None:
        return str(document)
    return _("%(document)s, page %(number)s of %(whole)s") % {
        "document": document,
        "number": page,
        "whole": len(document.pages),
    }


def _pieces(
    text: str, start: int, end: int, marks: list[tuple[int, int, int]], kinds: dict[int, str]
) -> Iterable[Piece]:
    gap = "\n" if text.count("\n\n") > text.count("\n") * 0.45 else "\n\n"
    here = [(max(a, start), min(b, end), a, b, n) for a, b, n in marks if a < end and b > start]
    edges = sorted({start, end, *(m[0] for m in here), *(m[1] for m in here)})
    for left, right in pairwise(edges):
        over = sorted(
            (m for m in here if m[0] <= left and m[1] >= right), key=lambda m: m[3] - m[2]
        )
        short = [m for m in over if m[3] - m[2] <= LONG or kinds.get(m[4])]
        ending = {m[4] for m in over if m[1] == right and m[3] <= end}
        if not short:
            yield Piece(_shown(text[left:right], gap), numbers=tuple(sorted(ending)))
            continue
        number = short[0][4]
        yield Piece(
            _shown(text[left:right], gap),
            number,
            kinds.get(number, ""),
            starts=short[0][0] == left,
            ends=number in ending,
            numbers=tuple(sorted(ending - {number})),
        )


def _shown(text: str, gap: str) -> str:
    """The words as they stand on the screen, without the mark of a new page."""
    return GAPS.sub(gap, text.replace("\f", ""))
