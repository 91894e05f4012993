"""The first page of a network as a small picture, while its colours are being chosen."""

import textwrap

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from plaza.web.pictures.rounds import lay_out
from plaza.web.theme import INK, ON_COVER, PAPER, PAPER_DARK, palette

SEATS, LIT = 38, 14
NIGHT_INK = "#ece9e2"


def first_page(name: str, motto: str, accent: str, warm: str, *, night: bool) -> SafeString:
    """Masthead and cover with a name, a sentence and two colours, by day or by night."""
    colours = {token: pair[night] for token, pair in palette(accent, warm).items()}
    lines = textwrap.wrap(motto or _("What people do here"), 24)[:3]
    return format_html(
        '<svg class="preview" viewBox="0 0 640 300" role="img" aria-label="{label}">'
        '<rect width="640" height="300" fill="{paper}"/>'
        '<text class="preview__name" x="28" y="36" fill="{ink}">{name}</text>'
        '<rect y="56" width="640" height="244" fill="{cover}"/>{words}{seats}'
        '<rect x="28" y="236" width="132" height="36" rx="5" fill="{warm}"/>'
        '<g text-anchor="middle">'
        '<text class="preview__button" x="94" y="259" fill="{on_warm}">{go}</text>'
        '<text class="preview__number" x="500" y="206" fill="{warm}">{lit}</text></g>'
        "</svg>",
        label=_("The first page by night") if night else _("The first page by day"),
        paper=PAPER_DARK if night else PAPER,
        ink=NIGHT_INK if night else INK,
        name=name,
        cover=colours["cloth-8"],
        words=_lines(lines),
        seats=_seats(colours),
        warm=colours["foil-4"],
        on_warm=INK,
        go=_("See what is on"),
        lit=LIT,
    )


def _lines(lines: list[str]) -> SafeString:
    return format_html_join(
        "",
        '<text class="preview__title" x="28" y="{}" fill="{}">{}</text>',
        ((104 + 40 * place, ON_COVER, line) for place, line in enumerate(lines)),
    )


def _seats(colours: dict[str, str]) -> SafeString:
    layout = lay_out(SEATS, sweep=200, rows=None, inner=0.48)
    lit = {(place * 7) % SEATS for place in range(LIT)}
    return format_html_join(
        "",
        '<circle cx="{}" cy="{}" r="{}" fill="{}"/>',
        (
            (
                round(500 + seat.x * 1.1, 1),
                round(202 + seat.y * 1.1, 1),
                round(layout.radius, 1),
                colours["foil-4"] if place in lit else colours["on-cloth-dim"],
            )
            for place, seat in enumerate(layout.places)
        ),
    )
