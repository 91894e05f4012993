"""Year strips: when things happen, months as lines, today as one line through all rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date
from django.utils.safestring import SafeString

from plaza.web.pictures.svg import element, percent, picture

STEPS = (1, 2, 3, 6, 12)


@dataclass(frozen=True)
class Window:
    """The months a strip shows: from the first day of `start` to the first day of `end`."""

    start: date
    end: date
    today: date | None = None
    mirror: bool = False

    def at(self, day: date) -> float:
        """Where a day stands, in percent of the width; days outside stand at the edge."""
        days = (self.end - self.start).days
        part = min(max((day - self.start).days / days, 0), 1) * 100
        return 100 - part if self.mirror else part

    def months(self) -> Iterator[date]:
        """The first day of each month."""
        month = self.start.replace(day=1)
        while month < self.end:
            yield month
            month = next_month(month)


def next_month(day: date) -> date:
    """The first day of the month after; there is none after the last that a date can tell."""
    if (day.year, day.month) == (date.max.year, 12):
        return date.max
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


@lru_cache(maxsize=64)
def strip_head(window: Window, language: str = "en") -> SafeString:
    """The names of the months; a year stands in place of its January."""
    months = list(window.months())
    step = next((s for s in STEPS if len(months) / s <= 8), STEPS[-1])
    return picture(
        *(
            element(
                "text",
                _name(month, first=index == 0, language=language),
                x=percent(window.at(month)),
                y="70%",
                class_="strip__label",
                text_anchor="end" if window.mirror else None,
            )
            for index, month in enumerate(months)
            if (month.month - 1) % step == 0
        ),
        class_="strip__months",
        width="100%",
    )


@lru_cache(maxsize=512)
def strip_row(
    window: Window, kind: str, start: date | None = None, end: date | None = None
) -> SafeString:
    """The bar of one row. Kinds: `running`, `past`, `planned`, `postponed`.

    Without an end the bar fades out; without a start it waits behind today. The words beside it
    say the same, so the picture is hidden from readers of the screen.
    """
    lines, today = _lines(window)
    return picture(
        lines,
        *_bar(window, kind, start, end),
        today,
        class_="strip__months",
        width="100%",
    )


def strip_foot(window: Window, word: str) -> SafeString:
    """The word under the line of today."""
    if not window.today:
        return SafeString("")
    text = element(
        "text", word, x=percent(window.at(window.today)), y="80%", class_="strip__today-word"
    )
    return picture(text, class_="strip__months", width="100%")


@lru_cache(maxsize=64)
def _lines(window: Window) -> tuple[SafeString, SafeString]:
    """The lines of the months and of today, the same in every row of a strip."""
    months = "".join(_line("strip__month", window.at(month)) for month in window.months())
    today = _line("strip__today", window.at(window.today)) if window.today else ""
    return SafeString(months), SafeString(today)


def _bar(window: Window, kind: str, start: date | None, end: date | None) -> list[SafeString]:
    if start is None and kind != "postponed":
        return []
    first = window.at(start) if start else _behind_today(window)
    last = window.at(end) if end else None
    if last is None:
        fades = kind != "postponed"
        last = (
            (0.0 if window.mirror else 100.0) if fades else first + (-11 if window.mirror else 11)
        )
    else:
        fades = False
    low, high = sorted((first, last))
    ink = "url(#ink-fade-back)" if window.mirror else "url(#ink-fade)"
    return [
        element(
            "rect",
            class_="strip__fade" if fades else f"strip__bar strip__bar--{kind}",
            fill=ink if fades else None,
            stroke=ink.replace("fade", "edge-fade") if fades else None,
            x=percent(low),
            y="50%",
            width=percent(max(high - low, 1.6)),
            height="14",
            rx="7",
            transform="translate(0 -7)",
        )
    ]


def _behind_today(window: Window) -> float:
    today = window.at(window.today) if window.today else 50.0
    return today - 3 if window.mirror else today + 3


def _line(name: str, at: float) -> SafeString:
    return element("line", class_=name, x1=percent(at), x2=percent(at), y1="0", y2="100%")


def _name(month: date, *, first: bool, language: str) -> str:
    if month.month == 1 and not first:
        return str(month.year)
    return format_date(month, "LLL", locale=language.replace("-", "_")).rstrip(".")
