"""Countries by their names in many languages, to ISO 3166 codes (XK for Kosovo).

The names are those of CLDR; ``countries.toml`` adds what documents print beside them: short and
former names, forms in other cases, and the adjectives that stand before people.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

NAMED_IN = (
    "en",
    "nl",
    "it",
    "pt",
    "sl",
    "uk",
    "hr",
    "de",
    "fr",
    "es",
    "ru",
    "pl",
    "sr",
    "ro",
    "hu",
)
UNSURE = {"AQ", "BV", "HM", "IO", "TF", "UM", "ZZ"}  # no organisation sits there
LONGEST = 5  # words in the longest name that is looked for in a text


@dataclass(frozen=True, slots=True)
class Named:
    """One is a country named in a text and where."""

    code: str
    start: int
    end: int


def country(printed: str) -> str | None:
    """The code of the country that these words name and nothing else, or None."""
    return names().get(plain(printed))


def find_countries(text: str, *, adjectives: bool = False) -> list[Named]:
    """Every country named in the text, longest names first; capital letters are needed."""
    words = list(WORD.finditer(text))
    table = {**names(), **_extra()["adjectives"]} if adjectives else names()
    found: list[Named] = []
    place = 0
    while place < len(words):
        if not words[place][0][0].isupper() and plain(words[place][0]) not in ARTICLES:
            place += 1
            continue
        for length in range(min(LONGEST, len(words) - place), 0, -1):
            start, end = words[place].start(), words[place + length - 1].end()
            stretch = text[start:end]
            if length == 1 and len(stretch) < 4:
                continue
            code = table.get(plain(stretch))
            if code:
                found.append(Named(code, start, end))
                place += length - 1
                break
        place += 1
    return found


def adjective(printed: str) -> str | None:
    """The code of the country an adjective ("Serbian") belongs to, or None."""
    return _extra()["adjectives"].get(plain(printed))


def plain(text: str) -> str:
    """The words without case, accents and points, for comparing."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[\w]+", kept.replace("'", "").replace("’", "")))


@cache
def names() -> dict[str, str]:
    """Every known name (plain) to its code."""
    table: dict[str, str] = {}
    for tag in NAMED_IN:
        for code, name in Locale.parse(tag).territories.items():
            if len(code) == 2 and code.isalpha() and code not in UNSURE:
                table.setdefault(plain(name), code)
    table.update(_extra()["names"])
    return table


@cache
def _extra() -> dict[str, dict[str, str]]:
    data = tomllib.loads(Path(__file__).with_name("countries.toml").read_text("utf-8"))
    return {
        section: {plain(name): code for code, entries in data[section].items() for name in entries}
        for section in ("names", "adjectives")
    }


ARTICLES = {"the", "la", "il", "de", "het", "a", "o", "les", "le"}
WORD = re.compile(r"[^\W\d_][\w'’.-]*[\w]|[^\W\d_]")
