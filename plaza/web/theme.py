"""A network's two colours become its palette: the hue is theirs, the lightness is ours.

So whatever two colours are given, words stay readable. Each pair is measured as it will be used.
"""

import hashlib
import math
import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACCENT, WARM = "#005853", "#efb14e"
READY = {
    "pine": (_("Pine, marigold"), ACCENT, WARM),
    "ink": (_("Ink, coral"), "#3d4fc4", "#fc9a7c"),
    "plum": (_("Plum, straw"), "#66264a", "#e3c262"),
    "clay": (_("Clay, water"), "#7a2f17", "#8fc5cf"),
}
PAPER, PAPER_DARK, INK, ON_COVER = "#f9f8f3", "#1b1814", "#272219", "#f7f5ee"
CHROMA = (0.35, 1.6)
WARM_LIGHTNESS = (0.74, 0.86)
Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Tint:
    """One token of the palette: its lightness and chroma by day and by night."""

    light: tuple[float, float]
    dark: tuple[float, float]


CLOTH = {
    "cloth-8": Tint((0.315, 0.058), (0.265, 0.042)),
    "cloth-6": Tint((0.415, 0.075), (0.80, 0.075)),
    "cloth-5": Tint((0.56, 0.075), (0.64, 0.075)),
    "cloth-3": Tint((0.79, 0.05), (0.465, 0.058)),
    "cloth-1": Tint((0.945, 0.018), (0.295, 0.028)),
    "on-cloth-2": Tint((0.835, 0.03), (0.835, 0.03)),
    "on-cloth-dim": Tint((0.59, 0.055), (0.59, 0.055)),
    "book-deep": Tint((0.315, 0.058), (0.315, 0.058)),
    "book-mid": Tint((0.5, 0.07), (0.5, 0.07)),
    "book-pale": Tint((0.905, 0.028), (0.905, 0.028)),
    "book-word": Tint((0.415, 0.075), (0.415, 0.075)),
}
FOIL = {
    "foil-7": Tint((0.46, 0.098), (0.83, 0.105)),
    "foil-2": Tint((0.895, 0.075), (0.43, 0.072)),
    "foil-1": Tint((0.957, 0.034), (0.30, 0.035)),
    "book-earth": Tint((0.46, 0.098), (0.46, 0.098)),
}

# What must be readable: on which ground by day, by night, and how far apart at least.
LEAST = {
    "cloth-8": (ON_COVER, ON_COVER, 9.0),
    "cloth-6": (PAPER, PAPER_DARK, 6.5),
    "cloth-5": (PAPER, PAPER_DARK, 3.6),
    "foil-7": (PAPER, PAPER_DARK, 6.0),
}


@dataclass(frozen=True)
class Pair:
    """One row of the table of contrasts: how it is used, its number, what it needs, what we do."""

    name: str | Promise
    where: str | Promise
    colour: str
    ground: str
    needed: float
    instead: str | Promise = ""

    @property
    def number(self) -> float:
        """The contrast as WCAG 2 counts it, with one decimal."""
        return round(contrast(self.colour, self.ground), 1)

    @property
    def is_good(self) -> bool:
        """Whether it reaches what it needs."""
        return self.number >= self.needed


@lru_cache(maxsize=32)
def palette(accent: str = ACCENT, warm: str = WARM) -> dict[str, tuple[str, str]]:
    """Each token of the palette that follows the two colours, by day and by night."""
    made = {
        name: (
            _readable(name, _tinted(base, *tint.light, usual), night=False),
            _readable(name, _tinted(base, *tint.dark, usual), night=True),
        )
        for tints, base, usual in ((CLOTH, accent, 0.072), (FOIL, warm, 0.135))
        for name, tint in tints.items()
    }
    foil = _warm(warm, made["cloth-8"][0])
    return {**made, "foil-4": (foil, foil), "book-foil": (foil, foil)}


def theme_css(accent: str, warm: str) -> str:
    """The stylesheet that puts a network's palette in place of the house's."""
    lines = (
        f"--{name}: {day};" if day == night else f"--{name}: light-dark({day}, {night});"
        for name, (day, night) in palette(accent, warm).items()
    )
    return ":root {\n  " + "\n  ".join(lines) + "\n}\n"


def theme_key(accent: str, warm: str) -> str:
    """Names the stylesheet by its content; empty for the colours of the house."""
    if (accent.lower(), warm.lower()) == (ACCENT, WARM):
        return ""
    return hashlib.sha256(theme_css(accent, warm).encode()).hexdigest()[:12]


def contrasts(accent: str, warm: str) -> list[Pair]:
    """Each pair of colours as it will be used, by day."""
    made = {name: day for name, (day, _night) in palette(accent, warm).items()}
    return [
        Pair(_("Text on paper"), _("The same in every network"), INK, PAPER, 4.5),
        Pair(
            _("Your first colour on paper"),
            _("Links, buttons, chosen things"),
            made["cloth-6"],
            PAPER,
            4.5,
        ),
        Pair(
            _("Edge of a box in your first colour"),
            _("An edge needs 3"),
            made["cloth-5"],
            PAPER,
            3,
        ),
        Pair(
            _("Words on your cover"),
            _("Your first colour, darker still; here 7 is the least we take"),
            ON_COVER,
            made["cloth-8"],
            7,
        ),
        Pair(
            _("Your second colour on the cover"),
            _("Figures and lit seats"),
            made["foil-4"],
            made["cloth-8"],
            4.5,
        ),
        Pair(
            _("Words on a button in your second colour"),
            _("On the cover"),
            INK,
            made["foil-4"],
            4.5,
        ),
        Pair(
            _("Your second colour on paper"),
            _("We fill shapes with it and give them an edge."),
            made["foil-4"],
            PAPER,
            4.5,
            made["foil-7"],
        ),
    ]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def is_colour(text: str) -> bool:
    """Whether this is a colour as people copy it: a hash and six digits."""
    return bool(re.fullmatch(r"#[0-9a-fA-F]{6}", text))


def oklch(colour: str) -> Colour:
    """Lightness, chroma and hue (in radians) of a colour."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour of the screen that is nearest: chroma gives way, lightness and hue stay."""
    while chroma > 0 and not all(
        -0.0005 <= c <= 1.0005 for c in _to_linear(lightness, chroma, hue)
    ):
        chroma -= 0.002
    channels = _to_linear(lightness, max(chroma, 0), hue)
    return "#" + "".join(f"{round(255 * _curved(min(max(c, 0), 1))):02x}" for c in channels)


def _tinted(base: str, lightness: float, chroma: float, usual: float) -> str:
    """The hue of a colour at our lightness; its chroma counts, within limits."""
    _lightness, given, hue = oklch(base)
    factor = min(max(given / usual, CHROMA[0]), CHROMA[1])
    return from_oklch(lightness, chroma * factor, hue)


def _readable(name: str, colour: str, *, night: bool) -> str:
    """The colour, moved away from its ground until words on it can be read."""
    if name not in LEAST:
        return colour
    by_day, by_night, least = LEAST[name]
    return _apart(colour, by_night if night else by_day, least)


def _apart(colour: str, ground: str, least: float) -> str:
    lightness, chroma, hue = oklch(colour)
    away = 0.005 if lightness > oklch(ground)[0] else -0.005
    while contrast(colour, ground) < least and 0 < lightness < 1:
        lightness += away
        colour = from_oklch(lightness, chroma, hue)
    return colour


def _warm(warm: str, cover: str) -> str:
    """The second colour as it is, where it is light enough to stand on the cover."""
    lightness, chroma, hue = oklch(warm)
    low, high = WARM_LIGHTNESS
    held = min(max(lightness, low), high)
    colour = warm.lower() if held == lightness else from_oklch(held, chroma, hue)
    return _apart(colour, cover, 4.5)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _to_linear(lightness: float, chroma: float, hue: float) -> Colour:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _curved(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)
