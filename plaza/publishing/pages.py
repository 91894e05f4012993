"""The book as a web page: pictures for the screen, and where to read on."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from plaza.activities.queries.strips import year_strip
from plaza.ledger.memory import remembered
from plaza.publishing.book.data import Activity, Book, Headcount, Span
from plaza.publishing.building.book import book_from
from plaza.publishing.building.material import Material
from plaza.publishing.models import Overview
from plaza.web.maps.drawing import europe_map
from plaza.web.pictures.dots import dots
from plaza.web.pictures.svg import element, picture

PAGE = 30
INKS = ("now", "shared", "paper", "mid")
KINDS = {"persons": "lit", "attendances": "past", "unknown": "now"}


@dataclass(frozen=True)
class Spread:
    """One activity of the page, and where to read on."""

    book: Activity
    url: str
    page: int

    @property
    def place(self) -> str:
        """Where it stands in the overview."""
        page = f"?page={self.page}" if self.page > 1 else ""
        return f"{page}#activity-{self.book.number}"


@dataclass(frozen=True)
class Count:
    """One activity's numbers with a dot for each."""

    book: Headcount
    dots: SafeString


def overview_page(overview: Overview, number: Any = None) -> dict[str, Any]:
    """What a page of an overview shows, in the reader's language; a long year has several."""
    made = _made(overview, timezone.localdate())
    paged = Paginator(made["spreads"], PAGE).get_page(number)
    return {
        **made,
        "overview": overview,
        "paged": paged,
        "files": files_of(overview, get_language() or "en"),
    }


@remembered(
    "activities",
    "figures",
    "library",
    "network",
    "programmes",
    "publishing",
    key=lambda overview, day: (overview.pk, day),
    most=8,
)
def _made(overview: Overview, day: dt.date) -> dict[str, Any]:
    material = Material(overview, get_language() or "en")
    book = book_from(material)
    activities = [entry.activity for entry in material.entries]
    return {
        "book": book,
        "spreads": [
            Spread(one, activity.get_absolute_url(), at // PAGE + 1)
            for at, (one, activity) in enumerate(zip(book.activities, activities, strict=True))
        ],
        "counts": [Count(row, _dots(row)) for row in (book.people.rows if book.people else ())],
        "map": _map(book),
        "bars": _cover(book),
        "strip": year_strip(activities, day),
    }


def files_of(overview: Overview, language: str) -> dict[str, str]:
    """Addresses of the overview's files in a language; English needs no tag."""
    tag = "" if language == "en" else f"{language}."
    return {
        form.replace(".", "_"): reverse("publishing:edition", args=[overview.year, f"{tag}{form}"])
        for form in ("pdf", "print.pdf", "docx")
    }


def _dots(row: Headcount) -> SafeString:
    groups = [(KINDS[group.kind], group.dots) for group in row.groups]
    if len(groups) > 1:
        groups = [
            (("lit", "past")[place % 2], count) for place, (_kind, count) in enumerate(groups)
        ]
    return dots(groups, across=36) if groups else SafeString("")


def _map(book: Book) -> SafeString:
    if book.map is None:
        return SafeString("")
    drawn = europe_map(
        book.map.roles,
        labels=book.map.names,
        title=book.map.heading,
        description=book.map.description,
        shape="band",
    )
    return mark_safe(drawn)


def _cover(book: Book) -> SafeString:
    """The time line without words: the ornament of the cover."""
    drawn = book.time_line.bars if book.time_line else book.activities
    bars = [one.span for one in drawn if one.span is not None][:12]
    months = len(book.axis.initials)
    return picture(
        *(_bar(span, place, months) for place, span in enumerate(bars)),
        viewBox=f"0 0 {months * 20} {max(len(bars), 1) * 24}",
        class_="cover-bars",
    )


def _bar(span: Span, place: int, months: int) -> SafeString:
    ink = "waiting" if span.is_postponed else INKS[place % len(INKS)]
    start = months - 3.0 if span.is_postponed else span.start
    end = months + 1.0 if span.end is None else span.end
    return element(
        "rect",
        x=f"{start * 20:g}",
        y=place * 24 + 5,
        width=f"{max((end - start) * 20, 14):g}",
        height=14,
        rx=7,
        class_=f"cover-bars__bar cover-bars__bar--{ink}",
    )
