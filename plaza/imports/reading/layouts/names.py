"""Names of organisations in running text, and the keys of records, made of their names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from plaza.imports.reading.found import Found, Json
from plaza.imports.reading.passages import Passage

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЄІЇҐЂЈЉЊЋЏ"
_WORD = rf"[{UPPER}][\w&’'-]*"
_SMALL = (
    r"(?:van|de|den|der|het|voor|en|for|of|the|by|and|di|del|della|degli|dei|dello|per|la|e"
    r"|do|da|dos|das|para|za|in|po|na)"
)
NAME = rf"{_WORD}(?:\s+(?:{_SMALL}\s+){{0,2}}{_WORD})*"


def slug(text: str) -> str:
    """The words in small letters with hyphens, for keys."""
    return "-".join(re.findall(r"\w+", text.casefold()))[:80]


def unique(records: Iterable[Found]) -> list[Found]:
    """The records with a number behind each key that is taken."""
    taken: dict[str, int] = {}
    kept = []
    for found in records:
        taken[found.key] = taken.get(found.key, 0) + 1
        number = taken[found.key]
        kept.append(found if number == 1 else replace(found, key=f"{found.key}:{number}"))
    return kept


def party(passage: Passage, country: str | None = None, short: str | None = None) -> Json:
    """The value of an organisation that a sentence names."""
    return {
        "name": passage.text,
        "country": country,
        "short": short,
        "split": "certain",
        "alternatives": [],
    }
