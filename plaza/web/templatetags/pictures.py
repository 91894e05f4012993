"""Tags for the pictures; every template has them."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from plaza.web.pictures import books, dots, gauges, marks, rounds, strips, swatches

register = template.Library()


@register.simple_tag
def mark(variant: str = "") -> SafeString:
    """The mark; `{% mark "cover" %}` on a dark ground."""
    return marks.mark(variant)


@register.simple_tag
def round_of(
    label: str = "", sweep: int = 180, rows: int | None = None, **groups: int
) -> SafeString:
    """`{% round_of lit=8 empty=23 label=words %}`: groups fill in the order written."""
    inner = 0.75 if rows == 2 else rounds.INNER
    return rounds.round_(
        groups.items(), sweep=sweep, rows=rows, inner=inner, label=label, mirror=get_language_bidi()
    )


@register.simple_tag
def round_seats(kinds: list[str], label: str = "", sweep: int = 240) -> SafeString:
    """`{% round_seats kinds %}`: the kind of each seat in turn, for the cover."""
    return rounds.seats_in_order(kinds, sweep=sweep, label=label, mirror=get_language_bidi())


@register.simple_tag
def gauge(rows: float | None, printed: float | None = None, label: str = "") -> SafeString:
    """`{% gauge 8 31 %}`: 8 rows of 31 printed."""
    return gauges.gauge(rows or 0, printed, label=label, mirror=get_language_bidi())


@register.simple_tag
def bar(whole: float, label: str = "", **parts: float) -> SafeString:
    """`{% bar 11 rows=3 now=3 %}`: parts of a whole, in the order written."""
    return gauges.bar(list(parts.items()), whole, label=label, mirror=get_language_bidi())


@register.simple_tag
def dots_of(label: str = "", across: int = 14, **groups: int) -> SafeString:
    """`{% dots_of lit=19 now=9 label=words %}`: one dot each."""
    return dots.dots(groups.items(), across=across, label=label)


@register.simple_tag
def book(kind: str, parts: Any = (1,), size: str = "") -> SafeString:
    """`{% book "guide" parts %}`: the cover of a work; `size="hit"` beside a search result."""
    drawn = books.book(kind, list(parts) or [1])
    variant = f" book--{size}" if size else ""
    return format_html(
        '<span class="book book--{}{}">{}</span>', books.ink_of(kind), variant, drawn
    )


@register.simple_tag
def strip_head(window: strips.Window) -> SafeString:
    """The months above a year strip."""
    return strips.strip_head(_turned(window), get_language() or "en")


@register.simple_tag
def strip_row(
    window: strips.Window, kind: str, start: date | None = None, end: date | None = None
) -> SafeString:
    """The bar of one row of a year strip."""
    return strips.strip_row(_turned(window), kind, start, end)


@register.simple_tag
def strip_foot(window: strips.Window) -> SafeString:
    """The word under the line of today."""
    return strips.strip_foot(_turned(window), _("today"))


@register.simple_tag
def steps(done: int, whole: int) -> SafeString:
    """`{% steps 7 9 %}`: a bar of segments; say the same in words under it."""
    drawn = "".join(
        '<li class="steps__done"></li>' if index < done else "<li></li>" for index in range(whole)
    )
    return format_html('<ol class="steps" aria-hidden="true">{}</ol>', SafeString(drawn))


@register.simple_tag
def swatch(colour: str, ground: str) -> SafeString:
    """`{% swatch pair.colour pair.ground %}`: two colours as words on a ground."""
    return swatches.swatch(colour, ground, _("Words"))


def _turned(window: strips.Window) -> strips.Window:
    """Time runs with the line: from the right in languages that are read so."""
    return replace(window, mirror=True) if get_language_bidi() else window
