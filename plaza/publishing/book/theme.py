"""The colours of a book."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """The two inks of a network and what is mixed from them; the defaults are the house's own."""

    cover: str = "#003b38"
    accent: str = "#005853"
    mid: str = "#38837c"
    pale: str = "#9ac9c2"
    tint: str = "#e0f1ee"
    warm: str = "#efb14e"
    warm_ink: str = "#7f4913"
    warm_tint: str = "#f8e3bc"
    warm_pale: str = "#fbf0d8"
    ink: str = "#272219"
    soft: str = "#625b50"
    paper: str = "#fcfbf6"
    sand: str = "#f5f0e5"
    land: str = "#e9e2d3"
    land_on_sand: str = "#e0d8c6"
    line: str = "#d9d2c3"
    cream: str = "#f7f5ee"
