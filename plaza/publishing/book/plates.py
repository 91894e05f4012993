"""The maps of a book: shapes in its colours, and where the words over them stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plaza.web.maps.drawing import Ink, picture
from plaza.web.maps.frames import close_up, overview
from plaza.web.maps.labels import place_labels

TEXT = 14.6  # 8.4 pt on a map of 1000 units over 203 mm of page


def year_map(page: Mapping[str, Any], theme: Mapping[str, str]) -> dict[str, Any]:
    """The map of the year: its picture, its frame, and a place for each name."""
    roles = page["roles"]
    view = overview(roles, detail="fine")
    placed = place_labels(page["names"], roles, view, size=TEXT * view.box.width / 1000)
    box = view.box
    return {
        "svg": picture(roles, view, ink(theme, theme["land"], box.width / 1000 * 1.0)),
        "width": box.width,
        "height": box.height,
        "labels": [
            {
                "text": label.text,
                "x": label.x - box.x,
                "y": label.y - box.y,
                "align": label.align,
                "role": roles.get(label.code, ""),
                "leader": label.leader and [[x - box.x, y - box.y] for x, y in label.leader],
            }
            for label in placed
        ],
    }


def small_map(roles: Mapping[str, str], theme: Mapping[str, str], *, ratio: float) -> str:
    """The map on the facts of a spread: only what touches its frame."""
    view = close_up(roles, ratio=ratio)
    return picture(roles, view, ink(theme, theme["land_on_sand"], view.box.width / 420))


def ink(theme: Mapping[str, str], land: str, line: float) -> Ink:
    """The colours of a theme on a map."""
    fills = {
        "host": theme["accent"],
        "cohost": theme["mid"],
        "shared": theme["pale"],
        "waiting": theme["warm_tint"],
    }
    edges = {
        "host": theme["accent"],
        "cohost": theme["accent"],
        "shared": theme["accent"],
        "waiting": theme["warm_ink"],
    }
    return Ink(land=land, border=theme["paper"], fills=fills, edges=edges, line=line)
