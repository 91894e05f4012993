"""The last hand on every text before it is set: spaces that hold, and letters no font has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from plaza.publishing.book.glyphs import printable

HOLD = "\N{NO-BREAK SPACE}"
MISSING = "\N{WHITE SQUARE}"

# Codes are no prose: they pass as they are.
PLAIN = frozenset({"lang", "language", "region", "url", "roles", "theme", "kind", "stage", "order"})

IN_NUMBER = re.compile(r"(?<=\d)[ \u2009\u202f](?=\d{3}\b|[€$£₴%])")
# A small number stays with what it counts.
BEFORE_WORD = re.compile(r"(?<![\w.,:/–\xa0-])(\d{1,3}) (?=[^\W\d_])")
BEFORE_DASH = re.compile(r" (?=[–—] )")
SHORT_WORD = {
    # A word of one letter stays with the next one.
    "uk": re.compile(r"(?<![\w’'ʼ-])([авеєзійоуяАВЕЄЗІЙОУЯ]) (?=\S)"),
    "ru": re.compile(r"(?<![\w-])([авикосуяАВИКОСУЯ]) (?=\S)"),
    "bg": re.compile(r"(?<![\w-])([аевисуАЕВИСУ]) (?=\S)"),
    "pl": re.compile(r"(?<![\w-])([aiouwzAIOUWZ]) (?=\S)"),
    "cs": re.compile(r"(?<![\w-])([aikosuvzAIKOSUVZ]) (?=\S)"),
    "sk": re.compile(r"(?<![\w-])([aikosuvzAIKOSUVZ]) (?=\S)"),
    "hr": re.compile(r"(?<![\w-])([aiouskAIOUSK]) (?=\S)"),
    "sl": re.compile(r"(?<![\w-])([aiouvzskhAIOUVZSKH]) (?=\S)"),
    "sr": re.compile(r"(?<![\w-])([аиоускАИОУСК]) (?=\S)"),
}
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def set_text(text: str, language: str) -> str:
    """A text as it is set: composed, with the spaces of its language that must not break."""
    text = BEFORE_WORD.sub(rf"\1{HOLD}", IN_NUMBER.sub(HOLD, text))
    text = BEFORE_DASH.sub(HOLD, CONTROLS.sub("", unicodedata.normalize("NFC", text)))
    short = SHORT_WORD.get(language)
    return short.sub(rf"\1{HOLD}", text) if short else text


def missing_letters(text: str) -> set[str]:
    """The letters of a text that no font of ours can draw."""
    known = printable()
    return {c for c in text if ord(c) not in known and not _is_invisible(c)}


def replace_missing(text: str) -> str:
    """The text with a square for each letter no font can draw, so that the book is always made."""
    gone = missing_letters(text)
    return "".join(MISSING if c in gone else c for c in text if c not in gone or _stands_alone(c))


def set_everything(value: Any, language: str, missing: set[str]) -> Any:
    """All texts of a book's data, set and printable; letters that were replaced join `missing`."""
    if isinstance(value, str):
        text = set_text(value, language)
        gone = missing_letters(text)
        missing |= gone
        return replace_missing(text) if gone else text
    if isinstance(value, Mapping):
        language = value.get("lang", language)
        return {
            key: inner if key in PLAIN else set_everything(inner, language, missing)
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [set_everything(inner, language, missing) for inner in value]
    return value


def _is_invisible(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cf", "Zs", "Cc", "Zl", "Zp"}


def _stands_alone(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Mn", "Me", "Mc"}
