"""Maps as SVG: for pages with classes and words, for books with colours and no words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Literal

from plaza.web.maps.frames import View, close_up, overview
from plaza.web.maps.geometry import Box, Point, clip, written
from plaza.web.maps.labels import Label, place_labels
from plaza.web.maps.shapes import Detail, shapes

# Later roles lie on top: the outline of a host stays whole beside its neighbours.
ROLES = ("shared", "waiting", "cohost", "host")
SCALE: dict[Detail, int] = {"coarse": 2, "fine": 4, "world": 3}
EDGE = 4.0


@dataclass(frozen=True)
class Ink:
    """The colours of a map in a book, and how thick its lines are in map units."""

    land: str
    border: str
    fills: Mapping[str, str]
    edges: Mapping[str, str]
    line: float = 0.8


@dataclass(frozen=True)
class Layers:
    """A map as path data: the quiet land in one piece, then each country that has a role."""

    land: str
    countries: list[tuple[str, str, str]]
    dots: list[tuple[str, str, Point]]


def europe_map(
    roles: Mapping[str, str],
    *,
    labels: Mapping[str, str] | None = None,
    title: str,
    description: str,
    uid: str = "map",
    shape: Literal["page", "band"] = "page",
    detail: Detail = "coarse",
    text_size: float = 13,
) -> str:
    """The countries of a network by their roles, named beside them; an SVG for a page.

    Roles are host, cohost, shared and waiting by country code. The frame is Europe with the
    Caucasus and Central Asia, or of the world as much as it takes. The words behind the picture
    are its title and description; the page keeps a table beside it.
    """
    view = overview(roles, shape=shape, detail=detail)
    text_size = round(text_size * view.box.width / (1000 if shape == "page" else 1400), 1)
    named = place_labels(labels or {}, roles, view, size=text_size)
    return _page_svg(roles, view, named, title, description, uid, text_size)


def small_map(
    roles: Mapping[str, str],
    *,
    title: str,
    description: str,
    uid: str = "small-map",
    ratio: float = 1,
) -> str:
    """The countries of one activity close up, without names; an SVG for a page."""
    return _page_svg(roles, close_up(roles, ratio=ratio), [], title, description, uid, 0)


def picture(roles: Mapping[str, str], view: View, ink: Ink) -> str:
    """A map for a book: shapes in the book's colours and no words, which the book sets itself."""
    layers = layers_of(roles, view)
    scale = SCALE[view.detail]
    line = _number(ink.line * scale)
    box = view.box
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_numbers(box, scale)}" '
            f'width="{_number(box.width)}" height="{_number(box.height)}">'
            f'<path d="{layers.land}" fill="{ink.land}" stroke="{ink.border}" '
            f'stroke-width="{line}" stroke-linejoin="round" fill-rule="evenodd"/>'
        )
    ]
    for _, role, path in layers.countries:
        dashes = f' stroke-dasharray="{2 * scale} {2 * scale}"' if role == "waiting" else ""
        parts.append(
            f'<path d="{path}" fill="{ink.fills[role]}" stroke="{ink.edges[role]}" '
            f'stroke-width="{line}" stroke-linejoin="round" fill-rule="evenodd"{dashes}/>'
        )
    for _, role, (x, y) in layers.dots:
        parts.append(
            f'<circle cx="{_number(x * scale)}" cy="{_number(y * scale)}" r="{3 * scale}" '
            f'fill="{ink.fills[role]}" stroke="{ink.edges[role]}" stroke-width="{line}"/>'
        )
    return "".join([*parts, "</svg>"])


def layers_of(roles: Mapping[str, str], view: View) -> Layers:
    """What of each country lies in the frame, with the codes the set does not know left out."""
    known = shapes(view.detail)
    land = "".join(path_in(view, code) for code in known if code not in roles)
    ordered = sorted((c for c in roles if c in known), key=lambda c: (ROLES.index(roles[c]), c))
    countries = [(c, roles[c], path) for c in ordered if (path := path_in(view, c))]
    dots = [(c, roles[c], at) for c in ordered if known[c].is_dot and (at := known[c].anchor)]
    return Layers(land, countries, dots)


@lru_cache(maxsize=2048)
def path_in(view: View, code: str) -> str:
    """The path data of the part of a country that lies in the frame."""
    frame, scale = view.box.grown(EDGE), SCALE[view.detail]
    paths = []
    for part in shapes(view.detail)[code].parts:
        if frame.covers(part.box):
            paths.append(part.path)
        elif frame.touches(part.box) and (path := written(clip(part.ring, frame), scale)):
            paths.append(path)
    return "".join(f"M{path}z" for path in paths)


def _page_svg(
    roles: Mapping[str, str],
    view: View,
    labels: list[Label],
    title: str,
    description: str,
    uid: str,
    text_size: float,
) -> str:
    layers = layers_of(roles, view)
    uid = escape(uid)
    parts = [
        (
            f'<svg class="map" role="img" aria-labelledby="{uid}-title {uid}-words" '
            f'viewBox="{_numbers(view.box, 1)}" preserveAspectRatio="xMidYMid slice">'
            f'<title id="{uid}-title">{escape(title)}</title>'
            f'<desc id="{uid}-words">{escape(description)}</desc>'
            f'<g transform="scale({1 / SCALE[view.detail]:.5g})">'
            f'<path class="map__land" d="{layers.land}"/>'
        )
    ]
    parts += [f'<path class="map__{role}" d="{path}"/>' for _, role, path in layers.countries]
    parts.append("</g>")
    radius = view.box.width / 330
    parts += [_circle(f"map__{role}", at, radius) for _, role, at in layers.dots]
    if labels:
        parts.append(f'<g class="map__words" font-size="{_number(text_size)}">')
        parts += [_word(label, roles, text_size) for label in labels]
        parts.append("</g>")
    return "".join([*parts, "</svg>"])


def _word(label: Label, roles: Mapping[str, str], size: float) -> str:
    anchor = "" if label.align == "start" else f' text-anchor="{label.align}"'
    on = f" map__label--on-{roles[label.code]}" if label.is_inside and label.code in roles else ""
    text = (
        f'<text class="map__label{on}" x="{_number(label.x)}" '
        f'y="{_number(label.y + size * 0.33)}"{anchor}>{escape(label.text)}</text>'
    )
    if label.leader is None:
        return text
    (x1, y1), (x2, y2) = label.leader
    return (
        f'<path class="map__leader" d="M{_number(x1)} {_number(y1)}L{_number(x2)} {_number(y2)}"/>'
        f"{_circle('map__dot', (x1, y1), size * 0.22)}{text}"
    )


def _circle(name: str, at: Point, radius: float) -> str:
    x, y = at
    return f'<circle class="{name}" cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}"/>'


def _numbers(box: Box, scale: float) -> str:
    return " ".join(_number(n * scale) for n in (box.x, box.y, box.width, box.height))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
